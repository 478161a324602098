#include "core/store/Worker.h"

#include <QMutexLocker>
#include <QSemaphore>

namespace isthmus::store {

Worker::Worker(const QString &name)
{
    setObjectName(name);
    start();
}

Worker::~Worker()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_ending = true;
        m_wake.wakeOne();
    }
    wait();
}

void Worker::post(Job job)
{
    const QMutexLocker lock(&m_mutex);
    Q_ASSERT(!m_ending);
    m_jobs.push_back(std::move(job));
    m_wake.wakeOne();
}

void Worker::call(const Job &job)
{
    Q_ASSERT(QThread::currentThread() != this);
    QSemaphore done;
    post([&job, &done] {
        job();
        done.release();
    });
    done.acquire();
}

void Worker::run()
{
    while (true) {
        Job job;
        {
            QMutexLocker lock(&m_mutex);
            while (m_jobs.empty() && !m_ending)
                m_wake.wait(&m_mutex);
            if (m_jobs.empty())
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job();
    }
}

}
