#pragma once

#include "core/reader/Frame.h"

#include <QByteArray>

namespace isthmus::readerapp {

/// What answers a request.
struct JobAnswer {
    reader::FrameKind kind = reader::FrameKind::Fault;
    QByteArray contents;
};

/// Does what the request asks for. Runs in the child, behind all walls.
[[nodiscard]] JobAnswer answerTo(reader::FrameKind kind, const QByteArray &contents);

}
