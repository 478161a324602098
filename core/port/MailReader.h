#pragma once

#include "core/base/Task.h"
#include "core/model/Mail.h"

#include <QByteArray>

namespace isthmus::port {

/// Turns the bytes of a mail into values. The program's reader runs in a separate, locked process
/// (core/reader); tests and isthmus-convert may read in process.
/// Thread: the engine's.
class MailReader
{
public:
    virtual ~MailReader() = default;

    /// Fault::TooLarge or Malformed: refused by the guard; Timeout, ProtocolBroken: the reader died of it.
    /// The bytes are kept by the caller whatever comes back.
    [[nodiscard]] virtual base::Task<model::Mail> read(QByteArray raw) = 0;
    /// One decoded leaf, by section number.
    [[nodiscard]] virtual base::Task<QByteArray> part(QByteArray raw, QString section) = 0;
};

}
