#include "core/reader/ReaderProcess.h"

#include "core/base/Log.h"
#include "core/reader/ResultCheck.h"

#include <QFileInfo>
#include <QRandomGenerator>

#include <csignal>

namespace isthmus::reader {

namespace {

constexpr qsizetype writePiece = 256 * 1024;
constexpr qsizetype maxStartupNoise = 4096;

template <std::size_t N>
std::array<char, N> arrayOf(const QByteArray &bytes)
{
    std::array<char, N> array{};
    std::copy_n(bytes.begin(), N, array.begin());
    return array;
}

bool isAnswerTo(FrameKind answer, FrameKind request)
{
    return answer == FrameKind::Fault
           || (answer == FrameKind::Mail && (request == FrameKind::ReadMail || request == FrameKind::ReadBatch))
           || (answer == FrameKind::Part && request == FrameKind::DecodePart)
           || (answer == FrameKind::List && request == FrameKind::LayOut);
}

}

QString ReaderConfig::programBeside(const QString &applicationFolder)
{
    const QString installed = applicationFolder + QStringLiteral("/../libexec/isthmus/isthmus-reader");
    return QFileInfo::exists(installed) ? installed : applicationFolder + QStringLiteral("/isthmus-reader");
}

ReaderProcess::ReaderProcess(const ReaderConfig &config, QObject *parent) : QObject(parent), m_config(config)
{
    m_watchdog.setSingleShot(true);
    connect(&m_watchdog, &QTimer::timeout, this, &ReaderProcess::overrun);
}

ReaderProcess::~ReaderProcess()
{
    end();
    for (QProcess *process : findChildren<QProcess *>())
        process->waitForFinished(2000);
}

void ReaderProcess::connectProcess()
{
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &ReaderProcess::readOutput);
    connect(m_process.get(), &QProcess::readyReadStandardError, this, &ReaderProcess::readReports);
    connect(m_process.get(), &QProcess::bytesWritten, this, &ReaderProcess::writeMore);
    connect(m_process.get(), &QProcess::finished, this, &ReaderProcess::processEnded);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            processEnded();
    });
}

void ReaderProcess::start()
{
    Q_ASSERT(m_state == State::Off);
    m_state = State::Starting;
    m_children = 0;
    m_mails = 0;
    m_answerHeader.reset();
    m_output.clear();
    m_answers.clear();
    m_answerBytes = 0;
    m_reports.clear();
    m_report.reset();
    m_nonce = 0; // of the frame that says it is ready
    m_watchdog.start(m_config.startLimit);
    m_process = std::make_unique<QProcess>(this);
    connectProcess();
    m_process->setProcessEnvironment(QProcessEnvironment()); // nothing of ours is its business
    m_process->start(m_config.program, m_config.arguments);
}

void ReaderProcess::send(const ReaderRequest &request)
{
    Q_ASSERT(m_state == State::Idle);
    m_state = State::Busy;
    m_request = request;
    m_written = 0;
    m_answers.clear();
    m_answerBytes = 0;
    m_report.reset();
    m_nonce = m_config.nonce ? m_config.nonce() : QRandomGenerator::system()->generate64();
    const auto length = static_cast<std::uint64_t>(request.head.size() + request.raw.size());
    const auto header = FrameHeader{request.kind, length, m_nonce}.encode();
    m_watchdog.start(m_config.wallLimit(length));
    m_process->write(QByteArray(header.data(), header.size()) + request.head);
    writeMore();
}

void ReaderProcess::writeMore()
{
    if (m_state != State::Busy || m_process->bytesToWrite() > writePiece)
        return;
    const QByteArray piece = m_request.raw.mid(m_written, writePiece);
    m_written += piece.size();
    if (!piece.isEmpty())
        m_process->write(piece);
}

std::uint64_t ReaderProcess::answerLimit(FrameKind kind) const
{
    switch (kind) {
    case FrameKind::Mail: return maxMailAnswerBytes;
    case FrameKind::Part: return maxPartAnswerBytes;
    case FrameKind::List: return maxListAnswerBytes;
    default: return maxFaultAnswerBytes;
    }
}

void ReaderProcess::readOutput()
{
    m_output += m_process->readAllStandardOutput();
    if (m_state == State::Idle && !m_output.isEmpty())
        return fail(base::Fault::ProtocolBroken, QStringLiteral("mail reader: spoke without being asked"));
    while ((m_state == State::Starting || m_state == State::Busy) && takeFrame()) {
        if (m_state == State::Starting) {
            const ReaderAnswer ready = std::exchange(m_answers, {}).front();
            becomeReady(ready.contents);
            return;
        }
    }
    finishWhenComplete();
}

bool ReaderProcess::takeFrame()
{
    const bool isStarting = m_state == State::Starting;
    if (!isStarting && m_answers.size() == m_request.answers) {
        if (!m_output.isEmpty())
            fail(base::Fault::ProtocolBroken, QStringLiteral("mail reader: octets after the frame"));
        return false;
    }
    if (!m_answerHeader && m_output.size() >= static_cast<qsizetype>(FrameHeader::size)) {
        m_answerHeader = FrameHeader::decode(arrayOf<FrameHeader::size>(m_output));
        m_output.remove(0, FrameHeader::size);
        const bool isExpected =
            m_answerHeader && m_answerHeader->nonce == m_nonce
            && (isStarting ? m_answerHeader->kind == FrameKind::Ready : isAnswerTo(m_answerHeader->kind, m_request.kind))
            && m_answerHeader->length <= answerLimit(m_answerHeader->kind)
            && (m_answerBytes += m_answerHeader->length) <= maxBatchAnswerBytes;
        if (!isExpected) {
            fail(base::Fault::ProtocolBroken, QStringLiteral("mail reader: wrong frame"));
            return false;
        }
    }
    if (!m_answerHeader || static_cast<std::uint64_t>(m_output.size()) < m_answerHeader->length)
        return false;
    const auto length = static_cast<qsizetype>(m_answerHeader->length);
    m_answers.push_back({m_answerHeader->kind, m_output.first(length)});
    m_output.remove(0, length);
    m_answerHeader.reset();
    return true;
}

void ReaderProcess::becomeReady(const QByteArray &contents)
{
    const auto walls = ResultCheck::ready(contents);
    if (!walls.ok())
        return fail(base::Fault::ProtocolBroken, walls.error().detail);
    qCInfo(base::logReader).noquote() << "mail reader ready, walls:" << walls->inWords();
    m_watchdog.stop();
    m_reports.clear();
    m_state = State::Idle;
    Q_EMIT idle();
}

void ReaderProcess::readReports()
{
    m_reports += m_process->readAllStandardError();
    if (m_state == State::Starting) {
        // Libraries may complain before the walls stand; that is for the log, and bounded.
        m_reports.truncate(maxStartupNoise);
        return;
    }
    if (m_reports.size() < static_cast<qsizetype>(ChildReport::size))
        return;
    m_report = ChildReport::decode(arrayOf<ChildReport::size>(m_reports));
    const bool isOne = m_reports.size() == static_cast<qsizetype>(ChildReport::size);
    m_reports.clear();
    if (!m_report || !isOne || m_state != State::Busy)
        return fail(base::Fault::ProtocolBroken, QStringLiteral("mail reader: wrong report"));
    if (m_report->signalled || m_report->code != static_cast<int>(ChildExit::Done)) {
        const base::Error error = verdict(*m_report);
        return fail(error.fault, error.detail);
    }
    finishWhenComplete();
}

base::Error ReaderProcess::verdict(const ChildReport &report) const
{
    using base::Fault;
    const QString cost = QStringLiteral(" (%1 ms of processor time, %2 MiB)")
                             .arg(report.cpuMicroseconds / 1000)
                             .arg(report.peakKilobytes / 1024);
    if (report.signalled) {
        if (report.code == SIGXCPU)
            return {Fault::Timeout, QStringLiteral("mail reader: too much work") + cost};
        if (report.code == SIGSYS)
            return {Fault::ProtocolBroken, QStringLiteral("mail reader: forbidden system call") + cost};
        return {Fault::ProtocolBroken, QStringLiteral("mail reader: ended by signal %1").arg(report.code) + cost};
    }
    if (report.code == static_cast<int>(ChildExit::Memory))
        return {Fault::TooLarge, QStringLiteral("mail reader: too much memory") + cost};
    return {Fault::ProtocolBroken, QStringLiteral("mail reader: ended with code %1").arg(report.code) + cost};
}

void ReaderProcess::finishWhenComplete()
{
    if (m_state != State::Busy || m_answers.size() != m_request.answers || !m_report)
        return;
    if (m_written != m_request.raw.size())
        return fail(base::Fault::ProtocolBroken, QStringLiteral("mail reader: answered before it was asked"));
    m_watchdog.stop();
    const ReaderOutcome outcome{std::exchange(m_answers, {}), std::nullopt};
    ++m_children;
    m_mails += static_cast<int>(m_request.answers);
    m_request = {};
    if (m_children >= m_config.childrenPerProcess || m_mails >= m_config.mailsPerProcess) {
        end();
        Q_EMIT answered(outcome);
        Q_EMIT ended(End::AfterService);
        return;
    }
    m_state = State::Idle;
    Q_EMIT answered(outcome);
    if (m_state == State::Idle)
        Q_EMIT idle();
}

void ReaderProcess::fail(base::Fault fault, const QString &detail)
{
    const State before = m_state;
    if (before == State::Starting && !m_reports.isEmpty())
        qCWarning(base::logReader).noquote() << "mail reader said:" << QString::fromLatin1(m_reports.trimmed());
    end();
    qCWarning(base::logReader).noquote() << detail;
    if (before == State::Busy)
        Q_EMIT answered({std::exchange(m_answers, {}), base::Error{fault, detail}});
    Q_EMIT ended(before == State::Starting ? End::NotStarted : End::AfterService);
}

void ReaderProcess::overrun()
{
    fail(base::Fault::Timeout, m_state == State::Starting ? QStringLiteral("mail reader: not ready in time")
                                                          : QStringLiteral("mail reader: no answer in time"));
}

void ReaderProcess::processEnded()
{
    if (m_state == State::Off)
        return;
    // Its last words first: a report may say more than that it is gone.
    if (m_state == State::Busy) {
        readReports();
        if (m_state == State::Off)
            return;
    }
    if (m_state == State::Starting && m_process->exitCode() == static_cast<int>(ChildExit::NoFilter)) {
        end();
        qCWarning(base::logReader) << "mail reader: this system has no system call filter; no mail is read";
        Q_EMIT ended(End::NoWalls);
        return;
    }
    if (m_state == State::Starting)
        return fail(base::Fault::ProtocolBroken, QStringLiteral("mail reader: could not start: %1 (code %2)")
                                                     .arg(m_process->errorString())
                                                     .arg(m_process->exitCode()));
    end();
    qCWarning(base::logReader) << "mail reader: gone";
    Q_EMIT ended(End::AfterService);
}

void ReaderProcess::end()
{
    m_watchdog.stop();
    m_state = State::Off;
    m_request = {};
    QProcess *process = m_process.release();
    if (!process)
        return;
    // Let go of, not waited for; its children die with it (PR_SET_PDEATHSIG).
    process->disconnect(this);
    if (process->state() == QProcess::NotRunning)
        return process->deleteLater();
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    process->kill();
}

}
