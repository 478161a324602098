#include "core/base/Task.h"

#include "tests/support/TestMain.h"

#include <QThread>

using namespace isthmus::base;

/// The context dies before, during, after: the three moments where Qt 6.4's own continuation asserts.
class tst_task : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readyTaskContinuesAfterThenReturned()
    {
        bool ran = false;
        Task<int>::ready(7).then(this, [&](Result<int> r) {
            QVERIFY(r.ok());
            QCOMPARE(*r, 7);
            ran = true;
        });
        QVERIFY(!ran);
        QTRY_VERIFY(ran);
    }
    void contextThatDiedBeforeTheResultIsNeverCalled()
    {
        Promise<int> promise;
        bool ran = false;
        auto context = std::make_unique<QObject>();
        promise.task().then(context.get(), [&](const Result<int> &) { ran = true; });
        context.reset();
        promise.finish(1);
        bool later = false;
        Task<int>::ready(1).then(this, [&](const Result<int> &) { later = true; });
        QTRY_VERIFY(later);
        QVERIFY(!ran);
    }
    void contextMayDieInsideTheContinuation()
    {
        Promise<int> promise;
        int runs = 0;
        auto *context = new QObject;
        promise.task().then(context, [&](const Result<int> &) {
            ++runs;
            delete context;
        });
        promise.finish(1);
        QTRY_COMPARE(runs, 1);
    }
    void resultFromAnotherThreadArrivesOnTheContextsThread()
    {
        Promise<int> promise;
        QThread *where = nullptr;
        promise.task().then(this, [&](const Result<int> &) { where = QThread::currentThread(); });
        const std::unique_ptr<QThread> worker(QThread::create([&] { promise.finish(3); }));
        worker->start();
        QTRY_COMPARE(where, QThread::currentThread());
        QVERIFY(worker->wait());
    }
    void abandonedPromiseIsCancelled()
    {
        auto promise = std::make_unique<Promise<int>>();
        std::optional<Fault> fault;
        promise->task().then(this, [&](const Result<int> &r) { fault = r.error().fault; });
        promise.reset();
        QTRY_COMPARE(fault, std::optional(Fault::Cancelled));
    }
    void secondResultIsIgnored()
    {
        Promise<int> promise;
        promise.finish(1);
        promise.finish(2);
        int value = 0;
        promise.task().then(this, [&](const Result<int> &r) { value = *r; });
        QTRY_COMPARE(value, 1);
    }
};

ISTHMUS_TEST(tst_task)
#include "tst_task.moc"
