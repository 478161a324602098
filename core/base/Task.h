#pragma once

#include "core/base/Result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <memory>

namespace isthmus::base {

/// Exactly one Result<T>, later. The only shape that asynchronous answers take; streams are signals.
/// A Task may be passed between threads; then() is called on the thread of its context.
template <typename T>
class [[nodiscard]] Task
{
public:
    Task() = default;
    explicit Task(QFuture<Result<T>> future) : m_future(std::move(future)) {}

    /// A task that is finished already.
    static Task ready(Result<T> result)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(result));
        promise.finish();
        return Task(promise.future());
    }

    /// Calls \p f with the result on \p context's thread, which must be the calling one, and never
    /// before then() has returned. If the context dies first, f never runs. A promise that was
    /// abandoned gives Fault::Cancelled. (Qt 6.4's own QFuture::then(context) asserts when the
    /// context is gone, hence this.)
    template <typename F>
    void then(QObject *context, F f) const
    {
        Q_ASSERT(context && context->thread() == QThread::currentThread());
        auto *watcher = new QFutureWatcher<Result<T>>(context);
        QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, f = std::move(f)]() mutable {
            watcher->deleteLater();
            const QFuture<Result<T>> future = watcher->future();
            if (future.resultCount() > 0)
                f(Result<T>(future.result()));
            else
                f(Result<T>(Fault::Cancelled, QStringLiteral("abandoned")));
        });
        watcher->setFuture(m_future);
    }

    /// The same, for a caller that wants to wait for nothing: the result is dropped, in writing.
    void ignore() const {}

    [[nodiscard]] bool isFinished() const { return m_future.isFinished(); }

private:
    QFuture<Result<T>> m_future;
};

/// The giving end of a Task. Copyable; the first finish() counts, later ones are ignored.
/// Thread: any, one at a time.
template <typename T>
class Promise
{
public:
    Promise() : m_promise(std::make_shared<QPromise<Result<T>>>()) { m_promise->start(); }

    [[nodiscard]] Task<T> task() const { return Task<T>(m_promise->future()); }

    void finish(Result<T> result) const
    {
        if (m_promise->future().isFinished())
            return;
        m_promise->addResult(std::move(result));
        m_promise->finish();
    }

private:
    std::shared_ptr<QPromise<Result<T>>> m_promise;
};

}
