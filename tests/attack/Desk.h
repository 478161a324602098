#pragma once

#include "core/engine/Engine.h"
#include "core/engine/Timeline.h"

#include <QJsonObject>

#include <map>
#include <memory>
#include <vector>

namespace isthmus::test {

/// Whoever sits before the program: does what the window lets a user do, and says what the window would show.
/// Thread: the engine's; each call runs the event loop until it has its answer.
class Desk
{
public:
    explicit Desk(engine::Engine &engine) : m_engine(engine) {}

    /// Carries out one request {"do": …} of tests/attack/Device.h; the answer's members, or an error.
    [[nodiscard]] base::Result<QJsonObject> perform(const QJsonObject &request);

private:
    base::Result<QJsonObject> signIn(const QJsonObject &request);
    base::Result<QJsonObject> send(const QJsonObject &request);
    base::Result<QJsonObject> shown(const QJsonObject &request);
    base::Result<QJsonObject> throwAway(const QJsonObject &request);
    QJsonObject state();
    engine::Timeline *timelineOf(const model::Address &address);
    /// The conversations with somebody whose chat address and mailbox are spelt alike: one, two or none.
    std::vector<engine::Timeline *> timelinesWith(const QString &address);
    template <typename T>
    base::Result<T> wait(const base::Task<T> &task);

    engine::Engine &m_engine;
    std::map<model::PersonId, std::unique_ptr<engine::Timeline>> m_timelines; ///< followed from the first look
};

}
