#pragma once

#include "core/base/Task.h"
#include "core/engine/EnginePrivate.h"
#include "core/store/OutboxTable.h"

#include <QObject>

#include <functional>
#include <memory>

namespace isthmus::engine {

/// Takes one queued chat message to its server: as it is, in segments, in a session of its own, or with its text and
/// its files put where a link leads (specification 4, 2.9). What leaves in place of a message is on disk before the
/// first of it leaves, and how far it is after each: a cut resumes there, with the same ids.
/// Thread: the window's.
class Carrier final : public QObject
{
    Q_OBJECT
public:
    explicit Carrier(Engine::Private &engine);
    ~Carrier() override;

    /// \p row: with draft and parts, in state Sending. Fault::Cancelled: it is not to be sent any more.
    [[nodiscard]] base::Task<model::CommandResult> carry(const store::OutboxRow &row);

private:
    struct Journey;
    using Ride = std::shared_ptr<Journey>;

    void uploadFiles(const Ride &ride);
    void layOut(const Ride &ride);
    void sendInBand(const Ride &ride);
    void uploadText(const Ride &ride);
    void depart(const Ride &ride);
    void sendNext(const Ride &ride);
    void arrived(const Ride &ride);
    void upload(const Ride &ride, model::UploadFile file, std::function<void(const QString &url)> done);

    Engine::Private &m_engine;
};

}
