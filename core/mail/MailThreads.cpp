#include "core/mail/MailThreads.h"

namespace isthmus::mail {

void SendQueue::add(std::function<void()> job)
{
    m_jobs.push_back(std::move(job));
    if (m_running)
        return;
    m_running = true;
    while (!m_jobs.empty()) {
        const auto next = std::move(m_jobs.front());
        m_jobs.pop_front();
        next();
    }
    m_running = false;
}

MailThreads::MailThreads() : m_sendQueue(new SendQueue)
{
    m_io.setObjectName(QStringLiteral("mail-io"));
    m_sending.setObjectName(QStringLiteral("mail-send"));
    m_sendQueue->moveToThread(&m_sending);
    QObject::connect(&m_sending, &QThread::finished, m_sendQueue, &QObject::deleteLater);
    m_io.start();
    m_sending.start();
}

MailThreads::~MailThreads()
{
    *m_ending = true;
    m_io.quit();
    m_sending.quit();
    m_io.wait();
    m_sending.wait();
}

}
