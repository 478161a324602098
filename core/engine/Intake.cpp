#include "core/engine/Intake.h"

#include "core/base/Checkpoint.h"
#include "core/base/Log.h"
#include "core/engine/FileShelf.h"
#include "core/engine/MailConverter.h"
#include "core/engine/MailMoves.h"
#include "core/engine/People.h"
#include "core/engine/ReadMarks.h"
#include "core/store/ContactRequestTable.h"
#include "core/store/CursorTable.h"
#include "core/store/ItemTable.h"
#include "core/store/JourneyTable.h"
#include "core/store/MailTable.h"
#include "core/store/MoveTable.h"
#include "core/store/StanzaTable.h"

#include <algorithm>
#include <utility>

namespace isthmus::engine {

namespace {

constexpr int stanzasAtOnce = 200;
constexpr int mailsAtOnce = 16;    // each alone
constexpr int mailsTogether = 128; // two batches: one for each of the reader's processes
constexpr std::chrono::seconds sweepAgain{5};

/// It could not look at the mail; the mail is not to blame.
bool isReadersTrouble(base::Fault fault)
{
    return fault == base::Fault::Cancelled || fault == base::Fault::TryLater;
}

/// Puts one batch into its tables, inside one transaction.
class Arrivals
{
public:
    Arrivals(store::Connection &connection, Changes &changes, const model::Account &owner, QStringList ownDomains,
             bool forwards, base::Timestamp now)
        : m_connection(connection),
          m_changes(changes),
          m_owner(owner),
          m_account(owner.id),
          m_mails(connection),
          m_people(connection, changes, std::move(ownDomains), now),
          m_files(connection, changes, m_people, now),
          m_forwards(forwards),
          m_now(now)
    {}

    void operator()(const model::ArrivedMail &mail)
    {
        const model::MailId id = m_mails.arrived(m_account, mail);
        takeOverSeen(id);
        m_changes.folders = true; // what was read before may lie in one more
    }
    void operator()(const model::MailFlagsChanged &change)
    {
        if (const auto id = m_mails.changeFlags(m_account, change))
            takeOverSeen(*id);
    }
    void operator()(const model::MailVanished &place)
    {
        m_mails.vanished(m_account, place);
        m_changes.folders = true;
    }
    void operator()(const model::FolderReset &reset)
    {
        // What lay there comes again, and until then is nowhere: not moved is better than taken for moved.
        for (const store::MailMove &move : store::MoveTable(m_connection).inFolder(m_account, reset.folder))
            MailMoves::takeBack(m_connection, m_changes, move);
        m_mails.resetFolder(m_account, reset);
        m_changes.folders = true;
    }
    void operator()(const model::FolderFound &folder)
    {
        m_mails.foundFolder(m_account, folder);
        m_changes.folders = true;
    }
    void operator()(const model::ArrivedStanza &stanza) { store::StanzaTable(m_connection).arrived(m_account, stanza); }
    void operator()(const model::RosterEntry &entry) { m_people.apply(m_account, entry); }
    void operator()(const model::RosterReset &reset) { m_people.apply(m_account, reset); }
    void operator()(const model::VCardFound &card) { m_people.apply(card); }
    void operator()(const model::ContactAsked &asked)
    {
        m_changes.requests |= store::ContactRequestTable(m_connection).apply(m_account, asked, m_now);
    }
    void operator()(const model::DisplayedElsewhere &word)
    {
        readElsewhere(m_connection, m_changes, m_account, word, m_now);
    }
    void operator()(const model::PreferenceFound &found) { m_people.apply(m_account, found); }
    void operator()(const model::FileOffered &offer) { m_files.offered(m_account, offer); }
    void operator()(const model::FileReceived &file) { m_files.received(m_owner, file, m_forwards); }
    void operator()(const model::FileEnded &end) { m_files.ended(m_account, end); }

private:
    /// Read or unread elsewhere is read or unread here.
    void takeOverSeen(model::MailId mail)
    {
        store::ItemTable items(m_connection);
        const auto row = items.byMail(mail);
        if (!row || row->item.direction == model::Direction::Outgoing)
            return;
        const bool seen = m_mails.isSeen(mail);
        if (row->item.read == seen)
            return;
        items.setRead(row->item.id, seen);
        if (seen)
            store::JourneyTable(m_connection)
                .add(row->item.id, {model::Station::Kind::ReadElsewhere, m_now, row->item.channel, {}});
        m_changes.add(row->item.id, row->home, Changes::What::Changed);
    }

    store::Connection &m_connection;
    Changes &m_changes;
    const model::Account &m_owner;
    model::AccountId m_account;
    store::MailTable m_mails;
    People m_people;
    FileShelf m_files;
    bool m_forwards;
    base::Timestamp m_now;
};

}

Intake::Intake(Engine::Private &engine) : m_engine(engine)
{
    connect(engine.links.get(), &Links::batch, this, &Intake::store);
    m_readAgain.setSingleShot(true);
    connect(&m_readAgain, &QTimer::timeout, this, &Intake::readMails);
    m_sweep.setSingleShot(true);
    connect(&m_sweep, &QTimer::timeout, this, [this] { readStanzas(stanzasAtOnce); });
    connect(engine.links.get(), &Links::stateChanged, this,
            [this](model::AccountId, model::Service service, const model::LinkState &state) {
                // What came while the link was away comes now, from the archive: it is waited for anew.
                if (service != model::Service::Chat || state.phase != model::LinkState::Phase::Online)
                    return;
                m_engine
                    .write([segments = m_segments, now = m_engine.parts.clock()](store::Connection &,
                                                                                 Changes &) -> base::Result<base::Done> {
                        segments->sets.restart(now);
                        return base::Done{};
                    })
                    .ignore();
            });
    readStanzas(stanzasAtOnce);
    engine
        .write([](store::Connection &connection, Changes &) -> base::Result<base::Done> {
            store::MailTable(connection).retryWaiting();
            return base::Done{};
        })
        .then(this, [this](const base::Result<base::Done> &) { readMails(); });
}

void Intake::store(model::AccountId account, const model::Batch &batch, const std::function<void()> &done)
{
    const model::Account *known = m_engine.account(account);
    if (!known)
        return; // removed meanwhile: it comes again by its cursor, should the account be signed in again
    const model::Account owner = *known;
    m_engine
        .write([account, owner, batch, domains = m_engine.ownDomains(), forwards = m_engine.isForwarding(),
                now = m_engine.parts.clock()](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
            Arrivals arrivals(connection, changes, owner, domains, forwards, now);
            for (const model::Arrival &arrival : batch.arrivals)
                std::visit(arrivals, arrival);
            store::CursorTable cursors(connection);
            for (const model::Cursor &cursor : batch.cursors)
                cursors.save(account, cursor);
            return base::Done{};
        })
        .then(this, [this, account, batch, done](const base::Result<base::Done> &stored) {
            // The transport waits for the word that it is stored, and brings nothing more until then. On a
            // full disk there may be room again; and should the program end, it comes again by its cursor.
            if (!stored) {
                qCWarning(base::logEngine) << "arrivals were not stored:" << stored.error().detail;
                QTimer::singleShot(m_engine.parts.storeAgain, this,
                                   [this, account, batch, done] { store(account, batch, done); });
                return;
            }
            base::checkpoint("intake.stored");
            done();
            readStanzas(stanzasAtOnce);
            readMails();
        });
}

void Intake::readStanzas(int limit)
{
    if (m_readingStanzas)
        return;
    m_readingStanzas = true;
    struct Read {
        StanzaReader::Effects effects;
        int count = 0;
    };
    const bool mayEnd = isReachable();
    m_engine
        .write([limit, mayEnd, segments = m_segments, accounts = m_engine.knownAccounts(), domains = m_engine.ownDomains(),
                now = m_engine.parts.clock(), id = m_engine.parts.newId(), forwards = m_engine.isForwarding(),
                mailBySubject = m_engine.settings.mailBySubject](store::Connection &connection,
                                                                 Changes &changes) -> base::Result<Read> {
            Read read;
            StanzaReader reader(connection, changes, domains, now, id, *segments);
            reader.takeForMail(mailBySubject);
            if (forwards)
                reader.forwardToMailbox();
            for (const store::StanzaRow &row : store::StanzaTable(connection).arrivedRows(limit)) {
                ++read.count;
                for (const model::Account &account : accounts) {
                    if (account.id == row.account)
                        reader.read(account, row, read.effects);
                }
            }
            if (read.count == 0)
                reader.sweep(accounts, mayEnd, read.effects);
            return read;
        })
        .then(this, [this, limit](const base::Result<Read> &read) {
            m_readingStanzas = false;
            if (!read) {
                forgetSegments();
                stumbled(read.error(), limit);
                return;
            }
            act(read->effects);
            if (read->count > 0)
                readStanzas(stanzasAtOnce);
        });
}

bool Intake::isReachable() const
{
    return std::any_of(m_engine.accountList.begin(), m_engine.accountList.end(), [this](const model::Account &account) {
        return m_engine.links->isOnline(account.id, model::Service::Chat);
    });
}

/// The transaction came to nothing: what it put into the sets is not there.
void Intake::forgetSegments()
{
    m_engine
        .write([segments = m_segments](store::Connection &, Changes &) -> base::Result<base::Done> {
            *segments = {};
            return base::Done{};
        })
        .ignore();
}

void Intake::stumbled(const base::Error &error, int limit)
{
    qCWarning(base::logEngine) << "reading arrived stanzas:" << error.detail;
    if (error.fault == base::Fault::Storage)
        return; // the rows wait, and so does the next arrival
    if (limit > 1) {
        readStanzas(1);
        return;
    }
    // The oldest one cannot be read: it is kept, and those behind it go on.
    m_engine
        .write([](store::Connection &connection, Changes &) -> base::Result<base::Done> {
            store::StanzaTable table(connection);
            for (const store::StanzaRow &row : table.arrivedRows(1))
                table.setState(row.id, store::ReadState::Unreadable);
            return base::Done{};
        })
        .then(this, [this](const base::Result<base::Done> &) { readStanzas(stanzasAtOnce); });
}

void Intake::act(const StanzaReader::Effects &effects)
{
    for (const auto &[account, error] : effects.errors)
        m_engine.links->perform(account, model::SendStanza{error}).ignore();
    if (effects.waits)
        m_sweep.start(sweepAgain);
    for (const auto &[account, receipt] : effects.receipts) {
        model::InstantMessage message = receipt;
        message.id = m_engine.parts.newId();
        m_engine.links->perform(account, model::SendStanza{std::move(message)}).ignore();
    }
    const base::Timestamp now = m_engine.parts.clock();
    if (effects.checkMail && now - m_lastNudge >= std::chrono::minutes(1)) {
        m_lastNudge = now;
        for (const model::Account &account : m_engine.accountList)
            m_engine.links->perform(account.id, model::CheckMail{}).ignore();
    }
}

void Intake::lookAgain()
{
    readStanzas(stanzasAtOnce);
    readMails();
}

void Intake::readAloneNext(const std::vector<model::MailId> &mails)
{
    if (m_mayBeGlanced)
        m_aloneNext = mails;
}

void Intake::readMails()
{
    if (!m_engine.parts.reader || m_readAgain.isActive())
        return;
    if (m_readingMails) {
        m_moreMails = true;
        return;
    }
    m_readingMails = true;
    m_moreMails = false;
    m_engine.database
        ->read([next = m_aloneNext](store::Connection &connection) -> base::Result<std::vector<store::ArrivedRow>> {
            store::MailTable mails(connection);
            auto arrived = mails.arrivedRows(mailsTogether);
            return arrived.empty() ? mails.glancedRows(next, mailsAtOnce) : std::move(arrived);
        })
        .then(this, [this](base::Result<std::vector<store::ArrivedRow>> rows) {
            if (rows && rows->size() > std::size_t(mailsAtOnce))
                return readTogether(std::move(*rows));
            if (rows && !rows->empty())
                return readAlone(std::move(*rows));
            m_mayBeGlanced = !rows.ok();
            m_aloneNext.clear();
            m_readingMails = false;
            if (m_moreMails)
                readMails();
        });
}

void Intake::readAlone(std::vector<store::ArrivedRow> rows)
{
    struct Group {
        MailsRead read;
        std::size_t missing = 0;
    };
    const auto group = std::make_shared<Group>();
    group->missing = rows.size();
    for (store::ArrivedRow &row : rows)
        group->read.emplace_back(std::move(row), base::Error{base::Fault::Cancelled, QString()});
    for (std::size_t i = 0; i < group->read.size(); ++i) {
        m_engine.parts.reader->read(group->read[i].first.raw).then(this, [this, group, i](MailResult mail) {
            group->read[i].second = std::move(mail);
            if (--group->missing == 0)
                convert(group->read, Reading::Alone);
        });
    }
}

void Intake::readTogether(std::vector<store::ArrivedRow> rows)
{
    std::vector<QByteArray> raws;
    raws.reserve(rows.size());
    for (const store::ArrivedRow &row : rows)
        raws.push_back(row.raw);
    m_engine.parts.reader->readMany(std::move(raws))
        .then(this, [this, rows = std::move(rows)](base::Result<std::vector<MailResult>> mails) {
            MailsRead read;
            for (std::size_t i = 0; i < rows.size(); ++i)
                read.emplace_back(rows[i], mails ? std::move(mails->at(i)) : MailResult(mails.error()));
            convert(read, Reading::Together);
        });
}

void Intake::convert(const MailsRead &read, Reading how)
{
    base::checkpoint("intake.mails-read");
    const bool later = std::any_of(read.begin(), read.end(), [](const auto &one) {
        return !one.second && one.second.error().fault == base::Fault::TryLater;
    });
    if (std::exchange(m_readerMissing, later) != later)
        Q_EMIT readerChanged();
    m_mayBeGlanced |= how == Reading::Together;
    m_engine
        .write([read, how, accounts = m_engine.knownAccounts(), domains = m_engine.ownDomains(),
                now = m_engine.parts.clock(),
                id = m_engine.parts.newId()](store::Connection &connection, Changes &changes) -> base::Result<int> {
            MailConverter converter(connection, changes, domains, now, id);
            int done = 0;
            for (const auto &[row, mail] : read) {
                // Nobody has looked at it. The reader is being ended, or is not to be had just now: that says
                // nothing about the mail, which stays as it arrived.
                if (!mail && isReadersTrouble(mail.error().fault))
                    continue;
                // Removed by the user meanwhile: it is not to come again.
                if (row.glanced && store::MailTable(connection).state(row.id) != store::ReadState::Glanced) {
                    ++done;
                    continue;
                }
                for (const model::Account &account : accounts) {
                    if (account.id != row.account)
                        continue;
                    if (how == Reading::Together)
                        converter.glance(account, row, mail ? &*mail : nullptr);
                    else if (mail)
                        converter.read(account, row, *mail);
                    else
                        converter.unreadable(account, row, mail.error());
                    ++done;
                }
            }
            return done;
        })
        .then(this, [this, later](const base::Result<int> &done) {
            m_readingMails = false;
            if (!done)
                qCWarning(base::logEngine) << "reading arrived mails:" << done.error().detail;
            if (later)
                m_readAgain.start(m_engine.parts.readAgain);
            else if (m_moreMails || (done && *done > 0))
                readMails();
        });
}

}
