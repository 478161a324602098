#pragma once

#include "core/base/Task.h"
#include "core/base/Timestamp.h"
#include "core/model/Account.h"
#include "core/port/Discovery.h"
#include "core/port/MailReader.h"
#include "core/port/SecretStore.h"
#include "core/port/Transport.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace isthmus::engine {

class Accounts;
class ContactRequests;
class Contacts;
class DisplayReports;
class History;
class MailMoves;
class Nudges;
class Options;
class Drafts;
class Files;
class Outbox;
class OwnState;

/// What the house is built of; app/desktop fills it in. Factories, because an account is a run-time thing.
struct EngineParts {
    QString databasePath;
    std::unique_ptr<port::MailReader> reader;
    std::unique_ptr<port::SecretStore> secrets;
    std::unique_ptr<port::Discovery> discovery;
    using TransportFactory = std::function<std::unique_ptr<port::Transport>(const model::Account &, QString password)>;
    TransportFactory chatTransport;
    TransportFactory mailTransport;
    /// Registers an account in band (XEP-0077).
    std::function<base::Task<base::Done>(model::MailAddress, QString password, model::ServicePlan chat)> registrar;
    base::Clock clock = base::systemNow;
    std::function<QString()> newId; ///< UUIDv4; a default is made if empty
    /// How long an own mail can be called back before it leaves (undo send); chat leaves at once.
    std::chrono::milliseconds mailHold{10000};
    /// When a mail is given to the reader again that could not be had (Fault::TryLater).
    std::chrono::milliseconds readAgain{30000};
    /// When what the disk did not take is written again.
    std::chrono::milliseconds storeAgain{10000};
};

/// Owns the store's threads and the working parts of one profile, joins them and takes them down in
/// reverse. Thread: the window's; it never blocks after open().
class Engine final : public QObject
{
    Q_OBJECT
public:
    /// Opens or creates the database and starts what the accounts want started. Fault::Storage; Fault::Conflict:
    /// a second process has the profile; Fault::Malformed: it is damaged; Fault::Unsupported: a newer version wrote it.
    [[nodiscard]] static base::Result<std::unique_ptr<Engine>> open(EngineParts parts);
    /// Stops transports, finishes writes. Takes at most a few seconds.
    ~Engine() override;

    /// The computer has slept, or its clock has jumped: connections are tried at once, and what was put off to a
    /// time is looked at anew.
    void wokeUp();

    [[nodiscard]] Accounts &accounts();
    [[nodiscard]] Contacts &contacts();
    [[nodiscard]] Options &options();
    [[nodiscard]] Outbox &outbox();
    [[nodiscard]] Drafts &drafts();
    [[nodiscard]] Files &files();
    [[nodiscard]] ContactRequests &contactRequests();
    [[nodiscard]] DisplayReports &displayReports();
    [[nodiscard]] History &history();
    [[nodiscard]] MailMoves &mailMoves();
    [[nodiscard]] Nudges &nudges();
    [[nodiscard]] OwnState &ownState();

    /// New mails wait unread because the reader cannot be had just now (EngineParts::readAgain).
    [[nodiscard]] bool isReaderMissing() const;
    /// What was last to be stored was not, since the disk is full or the file is locked: it is tried again
    /// (EngineParts::storeAgain), and what arrives waits on the servers.
    [[nodiscard]] bool isDiskRefusing() const;

    /// What the parts of this room share.
    struct Private;

Q_SIGNALS:
    /// isReaderMissing() is another.
    void readerChanged();
    /// isDiskRefusing() is another.
    void diskChanged();

private:
    friend class Accounts;
    friend class ContactRequests;
    friend class Contacts;
    friend class Conversations;
    friend class DisplayReports;
    friend class MailMoves;
    friend class Nudges;
    friend class Options;
    friend class OwnState;
    friend class Drafts;
    friend class Files;
    friend class History;
    friend class Folders;
    friend class Outbox;
    friend class Search;
    friend class Threads;
    friend class Timeline;
    explicit Engine(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

}
