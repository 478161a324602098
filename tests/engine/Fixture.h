#pragma once

#include "core/engine/Accounts.h"
#include "core/engine/Contacts.h"
#include "core/engine/Engine.h"
#include "core/engine/Outbox.h"
#include "core/model/Draft.h"
#include "tests/support/Waiting.h"

#include <QHash>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace isthmus::test {

/// Plays one kind of server behind the transport's interface: takes commands, keeps them, and answers
/// them as the test says; hands over what the test lets arrive.
class PlayedServer final : public port::Transport
{
    Q_OBJECT
public:
    struct Taken {
        model::Command command;
        base::Promise<model::CommandResult> answer;
    };

    void start(std::vector<model::Cursor> cursors) override;
    void startSending() override { startedSending = true; }
    void stop() override;
    void wake() override { ++woken; }
    void setHistoryPaused(bool paused) override { historyPaused = paused; }
    [[nodiscard]] model::LinkState state(model::Service service) const override;
    [[nodiscard]] base::Task<model::CommandResult> perform(model::Command command) override;
    void stored(quint64 batchNumber) override { storedBatches.push_back(batchNumber); }

    void goOnline(std::initializer_list<model::Service> services);
    void goDown(std::initializer_list<model::Service> services,
                model::LinkState::Phase phase = model::LinkState::Phase::Waiting);
    void arrive(std::vector<model::Arrival> arrivals, std::vector<model::Cursor> cursors = {});
    /// Commands of one kind, in the order they came.
    template <typename Kind>
    [[nodiscard]] std::vector<Kind> all() const
    {
        std::vector<Kind> found;
        for (const Taken &taken : commands) {
            if (const Kind *kind = std::get_if<Kind>(&taken.command))
                found.push_back(*kind);
        }
        return found;
    }

    std::vector<model::Cursor> startedWith;
    bool started = false;
    bool startedSending = false;
    int woken = 0;
    bool historyPaused = false;
    std::vector<quint64> storedBatches;
    std::deque<Taken> commands;
    /// What commands are answered with at once; nothing: the test answers them itself.
    std::optional<base::Result<model::CommandResult>> answer = base::Result<model::CommandResult>(model::CommandResult{});
    model::AccountId account;

private:
    QHash<int, model::LinkState> m_states;
    quint64 m_lastBatch = 0;
};

/// Passwords in memory, as a keyring that is there for the whole test.
class Passwords final : public port::SecretStore
{
public:
    explicit Passwords(QHash<QString, QString> &kept) : m_kept(kept) {}
    base::Task<QString> read(QString account) override;
    base::Task<base::Done> write(QString account, QString secret) override;
    base::Task<base::Done> remove(QString account) override;
    bool isPersistent() const override { return true; }

private:
    QHash<QString, QString> &m_kept;
};

/// What a mail reader was asked for, and how its batches go.
struct ReaderRequests {
    std::vector<QByteArray> alone;     ///< mails that were asked for one by one
    std::vector<std::size_t> together; ///< how many mails each batch had
    /// Falsifies what a batch says, as a hostile mail in it could; nullptr: nobody does.
    std::function<void(std::vector<base::Result<model::Mail>> &)> falsify;
    bool endsBeforeAlone = false; ///< what is asked for alone is not read any more
    std::size_t notRead = 0;      ///< so many for that reason
};

/// Reads mails in the same process; refuses those that say "poison".
class ReaderInProcess final : public port::MailReader
{
public:
    explicit ReaderInProcess(bool works = true, int *busy = nullptr, std::shared_ptr<ReaderRequests> requests = {})
        : m_works(works), m_busy(busy), m_requests(requests ? std::move(requests) : std::make_shared<ReaderRequests>())
    {}
    base::Task<model::Mail> read(QByteArray raw) override;
    base::Task<std::vector<base::Result<model::Mail>>> readMany(std::vector<QByteArray> raws) override;
    base::Task<QByteArray> part(QByteArray raw, QString section) override;
    /// Lays nothing out: for a mail with HTML, the width that was wished for.
    base::Task<QByteArray> layout(QByteArray raw, port::LayoutWish wish) override;

private:
    [[nodiscard]] base::Result<model::Mail> result(const QByteArray &raw);
    bool m_works;
    int *m_busy; ///< so many mails more it cannot be had
    std::shared_ptr<ReaderRequests> m_requests;
};

/// A profile in a folder of its own, with one signed-in account, alice@chat.example.
class Profile
{
public:
    Profile();

    /// Opens (again) what is on disk.
    void open();
    void close() { engine.reset(); }
    /// Opens, signs alice in, and has her servers online.
    void signIn();
    /// As signIn() for a profile that has the account already.
    void reopen();

    [[nodiscard]] QString path() const
    {
        return (keptIn.isEmpty() ? dir.path() : keptIn) + QStringLiteral("/profile.sqlite");
    }
    [[nodiscard]] engine::EngineParts parts();
    void goOnline();
    /// Lets bob@chat.example be in the roster; returns his person.
    [[nodiscard]] model::PersonId bob();

    QTemporaryDir dir;
    QString keptIn; ///< a folder that outlives this process, in place of the one above
    QHash<QString, QString> passwords;
    base::Timestamp now = base::fromMsecs(1795255200000); // 2026-11-21T10:00:00Z
    int ids = 0;
    std::chrono::milliseconds hold{0};
    bool readerWorks = true;
    int readerBusy = 0; ///< for so many mails the reader cannot be had
    std::shared_ptr<ReaderRequests> requests = std::make_shared<ReaderRequests>();
    std::chrono::milliseconds readAgain{1};
    /// Instead of the reader in process.
    std::function<std::unique_ptr<port::MailReader>()> makeReader;
    QPointer<PlayedServer> chat;
    QPointer<PlayedServer> mail;
    model::AccountId account;
    std::unique_ptr<engine::Engine> engine;
};

/// A mail as the server gives it; header lines end in \n here and in CRLF there.
[[nodiscard]] model::ArrivedMail arrivedMail(quint32 uid, const QByteArray &lines, const char *folder = "INBOX");

[[nodiscard]] model::Jid jid(const char *text);
[[nodiscard]] model::MailAddress mailAddress(const char *text);

/// Waits for a task; fails the test by giving an error if it does not come.
template <typename T>
[[nodiscard]] base::Result<T> wait(const base::Task<T> &task)
{
    std::optional<base::Result<T>> result;
    QObject context;
    task.then(&context, [&result](base::Result<T> given) { result = std::move(given); });
    if (!comesTrue([&result] { return result.has_value(); }, 5000))
        return base::Error{base::Fault::Timeout, QStringLiteral("the task did not end")};
    return std::move(*result);
}

}
