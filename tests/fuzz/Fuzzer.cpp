#include "tests/fuzz/Fuzzer.h"

#include "tests/support/TestMain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>

namespace isthmus::test {

namespace {

using std::chrono::milliseconds;

class Mutator
{
public:
    Mutator(const FuzzPlan &plan, quint32 seed) : m_plan(plan), m_random(seed) {}

    QByteArray next()
    {
        QByteArray input = pick(m_plan.seeds);
        for (int steps = m_random.bounded(1, 6); steps > 0; --steps)
            mutate(input);
        input.truncate(m_plan.maxSize);
        return input;
    }

private:
    QByteArray pick(const QList<QByteArray> &from)
    {
        return from.isEmpty() ? QByteArray() : from[m_random.bounded(from.size())];
    }
    qsizetype place(const QByteArray &input) { return m_random.bounded(static_cast<int>(input.size()) + 1); }

    void mutate(QByteArray &input)
    {
        const qsizetype at = place(input);
        const qsizetype length = std::min<qsizetype>(m_random.bounded(1, 64), input.size() - at);
        switch (m_random.bounded(8)) {
        case 0:
            if (at < input.size())
                input[at] = static_cast<char>(m_random.bounded(256));
            break;
        case 1:
            if (at < input.size())
                input[at] = static_cast<char>(input[at] ^ (1 << m_random.bounded(8)));
            break;
        case 2: input.remove(at, length); break;
        case 3: input.insert(place(input), input.mid(at, length)); break;
        case 4: input.insert(at, pick(m_plan.words)); break;
        case 5: {
            const QByteArray other = pick(m_plan.seeds);
            input = input.left(at) + other.mid(m_random.bounded(static_cast<int>(other.size()) + 1));
            break;
        }
        case 6: input.insert(at, pick(m_plan.words).repeated(m_random.bounded(1, 200))); break;
        default: input.truncate(at); break;
        }
        if (input.size() > 4 * m_plan.maxSize)
            input.truncate(4 * m_plan.maxSize);
    }

    const FuzzPlan &m_plan;
    QRandomGenerator m_random;
};

/// Where the input lies while it is tried: in a mapped file, which survives the process.
class LastInput
{
public:
    LastInput(const char *name, qsizetype size)
        : m_file(buildPath(QStringLiteral("results/fuzz-%1.input").arg(QLatin1String(name))))
    {
        QDir().mkpath(buildPath(QStringLiteral("results")));
        if (m_file.open(QIODevice::ReadWrite) && m_file.resize(size))
            m_map = m_file.map(0, size);
    }
    ~LastInput() { m_file.remove(); }
    void set(const QByteArray &input)
    {
        if (m_map)
            std::copy(input.begin(), input.end(), m_map);
    }

private:
    QFile m_file;
    uchar *m_map = nullptr;
};

/// 0: as many inputs as the plan says.
std::chrono::seconds runTime()
{
    bool given = false;
    const int seconds = qEnvironmentVariableIntValue("ISTHMUS_FUZZ_SECONDS", &given);
    return given ? std::chrono::seconds(seconds) : isLong() ? std::chrono::minutes(10) : std::chrono::seconds(0);
}

quint32 seedOfRun()
{
    constexpr quint32 usual = 20261121;
    bool given = false;
    const int seed = qEnvironmentVariableIntValue("ISTHMUS_FUZZ_SEED", &given);
    return given ? static_cast<quint32>(seed) : usual;
}

}

void fuzz(const FuzzPlan &plan, const std::function<void(const QByteArray &)> &target)
{
    const std::chrono::seconds run = runTime();
    const quint32 seed = seedOfRun();
    QVERIFY2(!plan.seeds.isEmpty(), "no seeds");
    for (const QByteArray &input : plan.seeds)
        target(input);
    Mutator mutator(plan, seed);
    LastInput last(plan.name, plan.maxSize);
    QElapsedTimer total;
    total.start();
    qint64 slowest = 0;
    int count = 0;
    while (run.count() > 0 ? total.elapsed() < milliseconds(run).count() : count < plan.inputs) {
        const QByteArray input = mutator.next();
        last.set(input);
        QElapsedTimer one;
        one.start();
        target(input);
        slowest = std::max(slowest, one.elapsed());
        ++count;
        QVERIFY2(one.elapsed() < plan.slowest.count(), input.left(500).toPercentEncoding().constData());
    }
    qInfo("%s: %d inputs from seed %u in %lld ms, slowest %lld ms", plan.name, count, seed, total.elapsed(), slowest);
}

QList<QByteArray> seedFiles(const QString &folder)
{
    QList<QByteArray> seeds;
    const QDir dir(sourcePath(QStringLiteral("tests/data/") + folder));
    for (const QString &name : dir.entryList(QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            seeds.append(file.readAll());
    }
    return seeds;
}

}
