#pragma once

#include "core/model/Journey.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace isthmus::shell {

/// "Where is my message?" in words: never more than what is known. Pure but for the application's language
/// and time zone. Thread: the window's.
class JourneyText
{
    Q_DECLARE_TR_FUNCTIONS(isthmus::shell::JourneyText)
public:
    /// Where it is now and what will happen to it, in one or two sentences. \p person: the other side's name.
    [[nodiscard]] static QString answer(const model::Journey &journey, const QString &person);
    /// One line for each station, with its time: "10:02:03, written down on this computer".
    [[nodiscard]] static QStringList stations(const model::Journey &journey);
    /// Route, ids and places, one in a line, for people who look into logs.
    [[nodiscard]] static QStringList facts(const model::Journey &journey);

private:
    [[nodiscard]] static QString outgoing(const model::Journey &journey, const QString &person);
    [[nodiscard]] static QString waiting(const model::Journey &journey);
    [[nodiscard]] static QString station(const model::Station &station);
};

}
