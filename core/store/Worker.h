#pragma once

#include <QMutex>
#include <QString>
#include <QThread>
#include <QWaitCondition>

#include <deque>
#include <functional>

namespace isthmus::store {

/// A thread that runs jobs one after the other, in the order they were posted.
/// Thread: post() from any. Destruction runs what is queued, then joins.
class Worker final : private QThread
{
public:
    using Job = std::function<void()>;

    explicit Worker(const QString &name);
    ~Worker() override;

    void post(Job job);
    /// Posts and waits for the end. Not from the worker itself.
    void call(const Job &job);

private:
    void run() override;

    QMutex m_mutex;
    QWaitCondition m_wake;
    std::deque<Job> m_jobs;
    bool m_ending = false;
};

}
