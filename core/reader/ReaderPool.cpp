#include "core/reader/ReaderPool.h"

#include "core/base/Log.h"
#include "core/display/DisplayCodec.h"
#include "core/reader/Packer.h"
#include "core/reader/ResultCheck.h"
#include "core/reader/WishCodec.h"

namespace isthmus::reader {

namespace {

constexpr int maxStartFailures = 3;

base::Error tooLarge(const QByteArray &raw)
{
    return {base::Fault::TooLarge, QStringLiteral("a mail of %1 octets").arg(raw.size())};
}

/// The reader's refusal, if it is one.
std::optional<base::Error> refusalIn(const base::Result<ReaderAnswer> &answer)
{
    if (!answer.ok())
        return answer.error();
    if (answer->kind != FrameKind::Fault)
        return std::nullopt;
    return ResultCheck::fault(answer->contents);
}

}

ReaderPool::ReaderPool(ReaderConfig config, QObject *parent) : QObject(parent), m_config(std::move(config))
{
    m_restart.setSingleShot(true);
    connect(&m_restart, &QTimer::timeout, this, &ReaderPool::pump);
    for (int i = 0; i < m_config.processes; ++i) {
        m_slots.push_back(std::make_unique<Slot>());
        m_slots.back()->process = std::make_unique<ReaderProcess>(m_config);
        connectSlot(*m_slots.back());
    }
    // One is ready before it is needed.
    m_slots.front()->process->start();
}

ReaderPool::~ReaderPool()
{
    for (const auto &slot : m_slots)
        slot->process->disconnect(this);
}

void ReaderPool::connectSlot(Slot &slot)
{
    ReaderProcess *process = slot.process.get();
    connect(process, &ReaderProcess::idle, this, [this] {
        m_startFailures = 0;
        pump();
    });
    connect(process, &ReaderProcess::answered, this, [&slot](const base::Result<ReaderAnswer> &answer) {
        const Job job = *std::exchange(slot.job, std::nullopt);
        job.finish(answer);
    });
    connect(process, &ReaderProcess::ended, this, [this, &slot](ReaderProcess::End end) { slotEnded(slot, end); });
}

base::Task<model::Mail> ReaderPool::read(QByteArray raw)
{
    if (static_cast<std::uint64_t>(raw.size()) > maxRequestBytes)
        return base::Task<model::Mail>::ready(tooLarge(raw));
    const base::Promise<model::Mail> promise;
    const auto size = static_cast<std::uint64_t>(raw.size());
    const auto finish = [promise, size](const base::Result<ReaderAnswer> &answer) {
        if (const auto refusal = refusalIn(answer))
            return promise.finish(*refusal);
        auto mail = ResultCheck::mail(answer->contents);
        if (!mail.ok())
            return promise.finish(base::Error{base::Fault::ProtocolBroken, mail.error().detail});
        mail->rawBytes = size;
        mail->rawSha256 = answer->rawSha256;
        promise.finish(*std::move(mail));
    };
    enqueue({{FrameKind::ReadMail, {}, std::move(raw)}, finish}, false);
    return promise.task();
}

base::Task<QByteArray> ReaderPool::part(QByteArray raw, QString section)
{
    if (static_cast<std::uint64_t>(raw.size() + section.size()) + 4 > maxRequestBytes)
        return base::Task<QByteArray>::ready(tooLarge(raw));
    const base::Promise<QByteArray> promise;
    const auto finish = [promise](const base::Result<ReaderAnswer> &answer) {
        if (const auto refusal = refusalIn(answer))
            return promise.finish(*refusal);
        promise.finish(answer->contents);
    };
    Packer head;
    head.string(section);
    enqueue({{FrameKind::DecodePart, head.packed(), std::move(raw)}, finish}, true);
    return promise.task();
}

base::Task<QByteArray> ReaderPool::layout(QByteArray raw, port::LayoutWish wish)
{
    const QByteArray head = packWish(wish);
    if (static_cast<std::uint64_t>(raw.size() + head.size()) > maxRequestBytes)
        return base::Task<QByteArray>::ready(tooLarge(raw));
    const base::Promise<QByteArray> promise;
    const auto finish = [promise](const base::Result<ReaderAnswer> &answer) {
        if (const auto refusal = refusalIn(answer))
            return promise.finish(*refusal);
        // Read here once and again where it is painted: what is passed on may be kept, and must be sound.
        if (const auto list = display::decode(answer->contents); !list.ok())
            return promise.finish(base::Error{base::Fault::ProtocolBroken, list.error().detail});
        promise.finish(answer->contents);
    };
    enqueue({{FrameKind::LayOut, head, std::move(raw)}, finish}, true);
    return promise.task();
}

void ReaderPool::enqueue(Job job, bool first)
{
    if (m_noWalls)
        return job.finish(base::Error{base::Fault::Unsupported, QStringLiteral("mail reader cannot lock itself")});
    if (first)
        m_jobs.push_front(std::move(job));
    else
        m_jobs.push_back(std::move(job));
    pump();
}

void ReaderPool::pump()
{
    std::size_t waiting = m_jobs.size();
    for (const auto &slot : m_slots) {
        if (waiting == 0)
            return;
        if (slot->process->state() == ReaderProcess::State::Idle) {
            slot->job = std::move(m_jobs.front());
            m_jobs.pop_front();
            --waiting;
            slot->process->send(slot->job->request);
        } else if (slot->process->state() == ReaderProcess::State::Starting) {
            --waiting;
        }
    }
    for (const auto &slot : m_slots) {
        if (waiting == 0 || m_restart.isActive())
            return;
        if (slot->process->state() == ReaderProcess::State::Off) {
            --waiting;
            slot->process->start();
        }
    }
}

void ReaderPool::slotEnded(Slot &slot, ReaderProcess::End end)
{
    if (slot.job) {
        // Its zygote ended, not its child; once is an accident.
        Job job = *std::exchange(slot.job, std::nullopt);
        if (++job.interruptions > 1)
            job.finish(base::Error{base::Fault::ProtocolBroken, QStringLiteral("mail reader: gone twice")});
        else
            m_jobs.push_front(std::move(job));
    }
    if (end == ReaderProcess::End::NoWalls) {
        m_noWalls = true;
        failAll({base::Fault::Unsupported, QStringLiteral("mail reader cannot lock itself on this system")});
    }
    if (end == ReaderProcess::End::NotStarted) {
        m_restart.start(m_config.restartWait(++m_startFailures));
        if (m_startFailures >= maxStartFailures)
            failAll({base::Fault::TryLater, QStringLiteral("mail reader cannot be started")});
    }
    // Later: this may be called from inside the process that ended.
    QMetaObject::invokeMethod(this, &ReaderPool::pump, Qt::QueuedConnection);
}

void ReaderPool::failAll(const base::Error &error)
{
    qCWarning(base::logReader).noquote() << error.detail;
    const std::deque<Job> jobs = std::exchange(m_jobs, {});
    for (const Job &job : jobs)
        job.finish(error);
}

}
