#pragma once

#include "core/base/Task.h"
#include "core/model/Account.h"

#include <QObject>

namespace isthmus::port {

/// Finds an account's three services. Thread: the engine's.
class Discovery : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Each service is found or not on its own; found() reports them as they come. The task ends with
    /// all three. A second call for another address cancels the first.
    [[nodiscard]] virtual base::Task<model::AccountPlan> discover(model::MailAddress address) = 0;
    virtual void cancel() = 0;

Q_SIGNALS:
    void found(const isthmus::model::MailAddress &address, const isthmus::model::ServicePlan &plan);
};

}
