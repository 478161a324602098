#pragma once

#include <QObject>
#include <QThread>

#include <atomic>
#include <deque>
#include <functional>
#include <memory>

namespace isthmus::mail {

/// Runs blocking jobs one after another. A job's waiting runs the thread's event loop, in which further jobs can only be
/// queued, never begun. Thread: the sending thread.
class SendQueue : public QObject
{
    Q_OBJECT
public:
    void add(std::function<void()> job);

private:
    std::deque<std::function<void()>> m_jobs;
    bool m_running = false;
};

/// The mail room's two threads, shared by all accounts: one for every IMAP and POP3 connection, one that blocks while it
/// sends. Made and destroyed on the engine's thread; ending takes at most a moment.
class MailThreads
{
public:
    MailThreads();
    ~MailThreads();
    MailThreads(const MailThreads &) = delete;
    MailThreads &operator=(const MailThreads &) = delete;

    [[nodiscard]] QThread &io() { return m_io; }
    [[nodiscard]] QThread &sending() { return m_sending; }
    [[nodiscard]] SendQueue &sendQueue() { return *m_sendQueue; }
    /// True while ending: blocking jobs ask it.
    [[nodiscard]] const std::shared_ptr<std::atomic<bool>> &ending() const { return m_ending; }

private:
    QThread m_io;
    QThread m_sending;
    SendQueue *m_sendQueue = nullptr; ///< lives on m_sending and is deleted there
    std::shared_ptr<std::atomic<bool>> m_ending = std::make_shared<std::atomic<bool>>(false);
};

}
