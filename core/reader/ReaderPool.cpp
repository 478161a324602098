#include "core/reader/ReaderPool.h"

#include "core/base/Log.h"
#include "core/base/Sha256.h"
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
std::optional<base::Error> refusalIn(const ReaderAnswer &answer)
{
    return answer.kind == FrameKind::Fault ? std::optional(ResultCheck::fault(answer.contents)) : std::nullopt;
}

std::optional<base::Error> refusalIn(const ReaderOutcome &outcome)
{
    return outcome.error ? outcome.error : refusalIn(outcome.answers.front());
}

/// What is said of the raw octets themselves is replaced by what we know.
base::Result<model::Mail> checkedMail(const ReaderAnswer &answer, const QByteArray &raw)
{
    if (const auto refusal = refusalIn(answer))
        return *refusal;
    auto mail = ResultCheck::mail(answer.contents);
    if (!mail.ok())
        return base::Error{base::Fault::ProtocolBroken, mail.error().detail};
    mail->rawBytes = static_cast<std::uint64_t>(raw.size());
    mail->rawSha256 = base::sha256(raw);
    return mail;
}

/// A batch is bounded by what one child may hold and by what its failure may cost.
constexpr qsizetype maxBatchBytes = 4 << 20;
constexpr qsizetype largeMail = 1 << 20;

}

ReaderPool::ReaderPool(ReaderConfig config, QObject *parent) : QObject(parent), m_config(std::move(config))
{
    hire(m_reading, m_config);
    ReaderConfig withFonts = m_config;
    withFonts.arguments.append(QLatin1String(layOutOption));
    hire(m_layingOut, withFonts);
}

void ReaderPool::hire(Crew &crew, const ReaderConfig &config)
{
    crew.restart.setSingleShot(true);
    connect(&crew.restart, &QTimer::timeout, this, [this, &crew] { pump(crew); });
    for (int i = 0; i < config.processes; ++i) {
        crew.places.push_back(std::make_unique<Slot>());
        crew.places.back()->process = std::make_unique<ReaderProcess>(config);
        connectSlot(crew, *crew.places.back());
    }
    // One is ready before it is needed.
    crew.places.front()->process->start();
}

ReaderPool::~ReaderPool()
{
    for (const Crew *crew : {&m_reading, &m_layingOut}) {
        for (const auto &slot : crew->places)
            slot->process->disconnect(this);
    }
}

void ReaderPool::connectSlot(Crew &crew, Slot &slot)
{
    ReaderProcess *process = slot.process.get();
    connect(process, &ReaderProcess::idle, this, [this, &crew] {
        crew.startFailures = 0;
        pump(crew);
    });
    connect(process, &ReaderProcess::answered, this, [&slot](const ReaderOutcome &outcome) {
        const Job job = *std::exchange(slot.job, std::nullopt);
        job.finish(outcome);
    });
    connect(process, &ReaderProcess::ended, this,
            [this, &crew, &slot](ReaderProcess::End end) { slotEnded(crew, slot, end); });
}

base::Task<model::Mail> ReaderPool::read(QByteArray raw)
{
    if (static_cast<std::uint64_t>(raw.size()) > maxRequestBytes)
        return base::Task<model::Mail>::ready(tooLarge(raw));
    const base::Promise<model::Mail> promise;
    const auto finish = [promise, raw](const ReaderOutcome &outcome) {
        if (outcome.error)
            return promise.finish(*outcome.error);
        promise.finish(checkedMail(outcome.answers.front(), raw));
    };
    enqueue(m_reading, {{FrameKind::ReadMail, {}, std::move(raw)}, finish}, Place::Single);
    return promise.task();
}

/// What readMany() was given and has so far.
struct ReaderPool::Import {
    std::vector<QByteArray> raws;
    std::vector<base::Result<model::Mail>> results;
    std::size_t missing = 0;
    base::Promise<std::vector<base::Result<model::Mail>>> promise;

    void set(std::size_t index, base::Result<model::Mail> mail)
    {
        results[index] = std::move(mail);
        raws[index].clear();
        if (--missing == 0)
            promise.finish(std::move(results));
    }
};

base::Task<std::vector<base::Result<model::Mail>>> ReaderPool::readMany(std::vector<QByteArray> raws)
{
    const auto import = std::make_shared<Import>();
    import->raws = std::move(raws);
    import->missing = import->raws.size();
    import->results.assign(import->missing, base::Error{base::Fault::Cancelled, QStringLiteral("not read")});
    const std::size_t count = import->missing;
    if (count == 0)
        import->promise.finish(std::vector<base::Result<model::Mail>>());
    std::size_t from = 0;
    qsizetype bytes = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const qsizetype size = import->raws[i].size();
        const bool isLarge = size > largeMail;
        if (isLarge || i - from == maxBatchMails || bytes + size > maxBatchBytes) {
            sendBatch(import, from, i);
            from = isLarge ? i + 1 : i;
            bytes = 0;
        }
        bytes += isLarge ? 0 : size;
        if (isLarge)
            readAlone(import, i);
    }
    sendBatch(import, from, count);
    return import->promise.task();
}

void ReaderPool::sendBatch(const std::shared_ptr<Import> &import, std::size_t from, std::size_t to)
{
    if (from == to)
        return;
    Packer mails;
    mails.u32(static_cast<std::uint32_t>(to - from));
    for (std::size_t i = from; i < to; ++i)
        mails.bytes(import->raws[i]);
    const auto finish = [this, import, from, to](const ReaderOutcome &outcome) { batchEnded(import, from, to, outcome); };
    enqueue(m_reading, {{FrameKind::ReadBatch, {}, mails.packed(), to - from}, finish}, Place::Batch);
}

void ReaderPool::batchEnded(const std::shared_ptr<Import> &import, std::size_t from, std::size_t to,
                            const ReaderOutcome &outcome)
{
    if (outcome.error && outcome.answers.size() == to - from) {
        // All answers and more: one of them is a lie, and it cannot be told which.
        for (std::size_t i = from; i < to; ++i)
            readAlone(import, i);
        return;
    }
    std::size_t next = from;
    for (const ReaderAnswer &answer : outcome.answers) {
        import->set(next, checkedMail(answer, import->raws[next]));
        ++next;
    }
    if (next == to)
        return;
    const base::Fault fault = outcome.error ? outcome.error->fault : base::Fault::ProtocolBroken;
    if (fault == base::Fault::TryLater || fault == base::Fault::Unsupported) {
        for (; next < to; ++next) // no reader can be had
            import->set(next, *outcome.error);
        return;
    }
    readAlone(import, next);
    sendBatch(import, next + 1, to);
}

void ReaderPool::readAlone(const std::shared_ptr<Import> &import, std::size_t index)
{
    read(import->raws[index]).then(this, [import, index](const base::Result<model::Mail> &mail) {
        import->set(index, mail);
    });
}

base::Task<QByteArray> ReaderPool::part(QByteArray raw, QString section)
{
    if (static_cast<std::uint64_t>(raw.size() + section.size()) + 4 > maxRequestBytes)
        return base::Task<QByteArray>::ready(tooLarge(raw));
    const base::Promise<QByteArray> promise;
    const auto finish = [promise](const ReaderOutcome &outcome) {
        if (const auto refusal = refusalIn(outcome))
            return promise.finish(*refusal);
        promise.finish(outcome.answers.front().contents);
    };
    Packer head;
    head.string(section);
    enqueue(m_reading, {{FrameKind::DecodePart, head.packed(), std::move(raw)}, finish}, Place::First);
    return promise.task();
}

base::Task<QByteArray> ReaderPool::layout(QByteArray raw, port::LayoutWish wish)
{
    const QByteArray head = packWish(wish);
    if (static_cast<std::uint64_t>(raw.size() + head.size()) > maxRequestBytes)
        return base::Task<QByteArray>::ready(tooLarge(raw));
    const base::Promise<QByteArray> promise;
    const auto finish = [promise](const ReaderOutcome &outcome) {
        if (const auto refusal = refusalIn(outcome))
            return promise.finish(*refusal);
        const QByteArray &contents = outcome.answers.front().contents;
        // Read here once and again where it is painted: what is passed on may be kept, and must be sound.
        if (const auto list = display::decode(contents); !list.ok())
            return promise.finish(base::Error{base::Fault::ProtocolBroken, list.error().detail});
        promise.finish(contents);
    };
    enqueue(m_layingOut, {{FrameKind::LayOut, head, std::move(raw)}, finish}, Place::First);
    return promise.task();
}

void ReaderPool::enqueue(Crew &crew, Job job, Place place)
{
    if (m_noWalls)
        return job.finish({{}, base::Error{base::Fault::Unsupported, QStringLiteral("mail reader cannot lock itself")}});
    if (place == Place::First)
        crew.jobs.push_front(std::move(job));
    else
        (place == Place::Single ? crew.jobs : crew.batches).push_back(std::move(job));
    pump(crew);
}

std::optional<ReaderPool::Job> ReaderPool::Crew::take()
{
    std::deque<Job> &from = jobs.empty() ? batches : jobs;
    if (from.empty())
        return std::nullopt;
    Job job = std::move(from.front());
    from.pop_front();
    return job;
}

void ReaderPool::pump(Crew &crew)
{
    std::size_t starting = 0;
    for (const auto &slot : crew.places) {
        if (slot->process->state() == ReaderProcess::State::Starting)
            ++starting;
        if (slot->process->state() != ReaderProcess::State::Idle)
            continue;
        slot->job = crew.take();
        if (!slot->job)
            return;
        slot->process->send(slot->job->request);
    }
    for (const auto &slot : crew.places) {
        if (crew.restart.isActive() || crew.jobs.size() + crew.batches.size() <= starting)
            return;
        if (slot->process->state() == ReaderProcess::State::Off) {
            slot->process->start();
            ++starting;
        }
    }
}

void ReaderPool::slotEnded(Crew &crew, Slot &slot, ReaderProcess::End end)
{
    if (slot.job) {
        // Its zygote ended, not its child; once is an accident.
        Job job = *std::exchange(slot.job, std::nullopt);
        if (++job.interruptions > 1)
            job.finish({{}, base::Error{base::Fault::ProtocolBroken, QStringLiteral("mail reader: gone twice")}});
        else
            crew.jobs.push_front(std::move(job));
    }
    if (end == ReaderProcess::End::NoWalls) {
        m_noWalls = true;
        for (Crew *every : {&m_reading, &m_layingOut})
            failAll(*every, {base::Fault::Unsupported, QStringLiteral("mail reader cannot lock itself on this system")});
    }
    if (end == ReaderProcess::End::NotStarted) {
        crew.restart.start(m_config.restartWait(++crew.startFailures));
        if (crew.startFailures >= maxStartFailures)
            failAll(crew, {base::Fault::TryLater, QStringLiteral("mail reader cannot be started")});
    }
    // Later: this may be called from inside the process that ended.
    QMetaObject::invokeMethod(
        this, [this, &crew] { pump(crew); }, Qt::QueuedConnection);
}

void ReaderPool::failAll(Crew &crew, const base::Error &error)
{
    qCWarning(base::logReader).noquote() << error.detail;
    for (std::deque<Job> *queue : {&crew.jobs, &crew.batches}) {
        const std::deque<Job> jobs = std::exchange(*queue, {});
        for (const Job &job : jobs)
            job.finish({{}, error});
    }
}

}
