#pragma once

#include "core/reader/Frame.h"

#include <QByteArray>

#include <functional>

namespace isthmus::readerapp {

/// What answers a request.
struct JobAnswer {
    reader::FrameKind kind = reader::FrameKind::Fault;
    QByteArray contents;
};

/// Does what the request asks for, and hands over each answer as soon as it stands. Runs in the child, behind
/// all walls.
void answerTo(reader::FrameKind kind, const QByteArray &contents, const std::function<void(const JobAnswer &)> &answer);

}
