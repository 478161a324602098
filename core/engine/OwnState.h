#pragma once

#include "core/model/Presence.h"

#include <QObject>

#include <memory>

namespace isthmus::engine {

class Engine;

/// How the user can be reached, and what contacts are told about it: presence, and the preferences of
/// specification 5, published when they change and at each log-in after that. Going online also looks for new
/// mail. Thread: the window's.
class OwnState final : public QObject
{
    Q_OBJECT
public:
    explicit OwnState(Engine &engine);
    ~OwnState() override;

    [[nodiscard]] const model::Presence &presence() const;
    /// Said to all servers that are connected, and to the others when they are.
    void setPresence(const model::Presence &presence);

Q_SIGNALS:
    void presenceChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}
