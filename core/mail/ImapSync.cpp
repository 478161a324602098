#include "core/mail/ImapSync.h"

#include "core/base/Log.h"
#include "core/imap/FolderName.h"
#include "core/mail/FolderMove.h"

#include <QPointer>

#include <algorithm>

namespace isthmus::mail {

using base::Fault;
using imap::ImapCommand;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t newestFirst = 200;
constexpr std::size_t maxFolders = 2000;

bool isInbox(const QString &name)
{
    return name.compare("INBOX"_L1, Qt::CaseInsensitive) == 0;
}

bool isSelectable(const imap::ImapListing &listing)
{
    return std::none_of(listing.attributes.begin(), listing.attributes.end(), [](const QString &attribute) {
        return attribute.compare("\\Noselect"_L1, Qt::CaseInsensitive) == 0
               || attribute.compare("\\NonExistent"_L1, Qt::CaseInsensitive) == 0;
    });
}

struct Use {
    QString name;
    int guess = 0; ///< 0: the server says it; else from the folder's name, and how deep it lies: the least is the best
};

/// RFC 6154's attribute; where a server has none, the usual English names, so that Sent and what we made ourselves are
/// found and drafts and junk are left alone. An archive deep down may be anything's archive, and mails are put there.
Use useOf(const imap::ImapListing &listing)
{
    if (isInbox(listing.name))
        return {u"\\Inbox"_s};
    for (const QLatin1StringView use : {"\\Sent"_L1, "\\Drafts"_L1, "\\Junk"_L1, "\\Trash"_L1, "\\Archive"_L1, "\\All"_L1,
                                        "\\Flagged"_L1, "\\Important"_L1}) {
        if (listing.attributes.contains(use, Qt::CaseInsensitive))
            return {use};
    }
    const QString delimiter = QString::fromLatin1(listing.delimiter);
    const QString leaf = delimiter.isEmpty() ? listing.name : listing.name.section(delimiter, -1);
    const int depth = delimiter.isEmpty() ? 0 : int(listing.name.count(delimiter));
    const bool isHigh = depth == 0 || (depth == 1 && isInbox(listing.name.section(delimiter, 0, 0)));
    constexpr std::pair<const char *, const char *> names[] = {
        {"Sent", "\\Sent"},           {"Sent Items", "\\Sent"},        {"Sent Messages", "\\Sent"},
        {"Sent Mail", "\\Sent"},      {"Drafts", "\\Drafts"},          {"Junk", "\\Junk"},
        {"Spam", "\\Junk"},           {"Junk E-mail", "\\Junk"},       {"Trash", "\\Trash"},
        {"Deleted Items", "\\Trash"}, {"Deleted Messages", "\\Trash"}, {"Archive", "\\Archive"},
        {"Archives", "\\Archive"}};
    for (const auto &[name, use] : names) {
        if (leaf.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0
            && (isHigh || QLatin1StringView(use) != "\\Archive"_L1))
            return {QString::fromLatin1(use), 1 + depth};
    }
    return {};
}

/// Lower first.
int interest(const QString &specialUse)
{
    return specialUse == "\\Inbox"_L1 ? 0 : specialUse == "\\Sent"_L1 ? 1 : specialUse == "\\Archive"_L1 ? 2 : 3;
}

bool isLeftAlone(const QString &specialUse)
{
    return !specialUse.isEmpty() && interest(specialUse) == 3;
}

}

ImapSync::ImapSync(imap::ImapConnection &connection, const std::vector<model::Cursor> &cursors, const Timing &timing,
                   const FolderPass::Limits &limits, QObject *parent)
    : QObject(parent), m_connection(connection), m_limits(limits)
{
    for (const model::Cursor &cursor : cursors)
        m_cursors.insert_or_assign(cursor.stream, cursor.state);
    connect(&m_connection, &imap::ImapConnection::untagged, this, &ImapSync::takeNews);
    m_otherFolders.setInterval(timing.otherFolders);
    connect(&m_otherFolders, &QTimer::timeout, this, [this] {
        lookAtAll();
        next();
    });
    m_inboxWhileBusy.setInterval(timing.inboxWhileBusy);
    connect(&m_inboxWhileBusy, &QTimer::timeout, this, [this] {
        if (!m_pass || m_passPlace == inbox() || !inbox())
            return;
        inbox()->look = true;
        m_pass->hurry();
    });
}

void ImapSync::start()
{
    list();
}

void ImapSync::list()
{
    m_listing = true;
    m_listWanted = false;
    m_foldersTold = false;
    ImapCommand list("LIST");
    list.string("").word("*");
    if (m_connection.has("LIST-EXTENDED") && m_connection.has("SPECIAL-USE"))
        list.word("RETURN (SPECIAL-USE)");
    m_connection.run(list, [self = QPointer(this)](const base::Result<imap::ImapStatus> &answer) {
        if (!self)
            return;
        const auto ok = imap::accepted(answer);
        if (!ok)
            return Q_EMIT self->failed(ok.error());
        self->listed();
    });
}

void ImapSync::takeNews(const imap::ImapData &data)
{
    if (const auto *listing = std::get_if<imap::ImapListing>(&data); listing && m_listing && m_listings.size() < maxFolders)
        m_listings.push_back(*listing);
    const bool news = std::holds_alternative<imap::ImapExists>(data) || std::holds_alternative<imap::ImapExpunge>(data)
                      || std::holds_alternative<imap::ImapVanished>(data) || std::holds_alternative<imap::ImapFetch>(data);
    if (!m_idle || !news || !inbox())
        return;
    inbox()->look = true;
    next();
}

void ImapSync::listed()
{
    m_listing = false;
    model::Batch folders;
    for (const imap::ImapListing &listing : std::exchange(m_listings, {})) {
        if (listing.name.isEmpty() || !isSelectable(listing) || byName(listing.name))
            continue;
        const Use use = useOf(listing);
        Place place{{listing.wireName, listing.name, use.name}, {}, !isLeftAlone(use.name), true, false, use.guess};
        if (const auto cursor = m_cursors.find(streamOf(listing.name)); cursor != m_cursors.end())
            place.cursor = FolderCursor::parse(cursor->second).value_or(FolderCursor());
        m_places.push_back(std::move(place));
        folders.arrivals.emplace_back(model::FolderFound{listing.name, use.name});
    }
    std::stable_sort(m_places.begin(), m_places.end(), [](const Place &a, const Place &b) {
        return std::pair(interest(a.folder.specialUse), a.guess) < std::pair(interest(b.folder.specialUse), b.guess);
    });
    if (m_places.empty() || !isInbox(m_places.front().folder.name))
        return Q_EMIT failed({Fault::NotFound, u"imap: no INBOX"_s});
    m_otherFolders.start();
    if (!folders.arrivals.empty())
        return Q_EMIT batch(folders);
    m_foldersTold = true;
    next();
}

void ImapSync::stored()
{
    if (!std::exchange(m_foldersTold, true))
        return next();
    tellBacklog();
    if (m_pass)
        m_pass->stored();
}

void ImapSync::setHistoryPaused(bool paused)
{
    if (std::exchange(m_historyPaused, paused) == paused)
        return;
    if (m_pass && m_isPassHistory)
        m_pass->hurry();
    next();
}

void ImapSync::tellBacklog()
{
    model::Backlog now;
    for (const Place &place : m_places) {
        if (place.fetched && !place.refused)
            now.waiting += place.cursor.todo.count();
    }
    now.isOpen = now.waiting > 0;
    if (std::exchange(m_backlog, now) != now)
        Q_EMIT backlogChanged(now);
}

/// Chooses what to do: the user's wishes, then looks, then older mails, then waiting for news.
void ImapSync::next()
{
    if (!m_foldersTold || m_pass || m_jobRuns)
        return;
    if (!m_jobs.empty()) {
        const auto job = std::move(m_jobs.front());
        m_jobs.pop_front();
        return job();
    }
    if (m_listWanted) {
        m_idle = false;
        m_connection.setListening(false);
        return list();
    }
    for (Place &place : m_places) {
        if (place.look && place.fetched && !place.refused)
            return beginPass(place, newestFirst);
    }
    if (const auto checks = std::exchange(m_checks, {}); !checks.empty()) {
        for (const JobReply &reply : checks)
            reply(base::Done{});
        return next();
    }
    for (Place &place : m_places) {
        if (!m_historyPaused && !place.cursor.todo.isEmpty() && place.fetched && !place.refused)
            return beginPass(place, SIZE_MAX);
    }
    if (!m_inboxOpen)
        return beginPass(*inbox(), newestFirst);
    beIdle();
}

void ImapSync::beIdle()
{
    m_idle = true;
    m_inboxWhileBusy.stop();
    m_connection.setListening(true);
    Q_EMIT settled();
}

void ImapSync::beginPass(Place &place, std::size_t mails)
{
    m_idle = false;
    m_connection.setListening(false);
    if (!m_inboxWhileBusy.isActive())
        m_inboxWhileBusy.start();
    place.look = false;
    m_inboxOpen = &place == inbox();
    FolderPass::Limits limits = m_limits;
    limits.mails = mails;
    m_isPassHistory = mails == SIZE_MAX;
    if (m_historyPaused && !place.cursor.known.isEmpty()) {
        limits.above = place.cursor.known.highest();
        limits.mails = SIZE_MAX; // all that is new, however much
    }
    m_passPlace = &place;
    m_pass = std::make_unique<FolderPass>(m_connection, place.folder, place.cursor, limits);
    connect(m_pass.get(), &FolderPass::batch, this,
            [this](const std::vector<model::Arrival> &arrivals, const FolderCursor &cursor) {
                m_passPlace->cursor = cursor;
                model::Batch batchOfFolder;
                batchOfFolder.arrivals = arrivals;
                batchOfFolder.cursors = {{streamOf(m_passPlace->folder.name), cursor.toBytes()}};
                Q_EMIT batch(batchOfFolder);
            });
    connect(m_pass.get(), &FolderPass::finished, this, &ImapSync::passFinished);
    connect(m_pass.get(), &FolderPass::refused, this, &ImapSync::passRefused);
    m_pass->start();
}

void ImapSync::passFinished(const FolderCursor &cursor, bool news)
{
    m_passPlace->cursor = cursor;
    m_passPlace->look = m_passPlace->look || news;
    m_pass.release()->deleteLater();
    tellBacklog();
    next();
}

void ImapSync::passRefused(const base::Error &error)
{
    m_pass.release()->deleteLater();
    const bool connectionEnded = error.fault == Fault::ConnectionLost || error.fault == Fault::Timeout;
    if (connectionEnded || m_passPlace == inbox())
        return Q_EMIT failed(error);
    qCInfo(base::logMail).noquote() << "a folder is left out:" << error.detail;
    m_passPlace->refused = true;
    next();
}

void ImapSync::lookAtAll()
{
    m_listWanted = true;
    for (Place &place : m_places) {
        place.look = true;
        place.refused = false;
    }
    if (m_pass)
        m_pass->hurry();
}

void ImapSync::check(JobReply reply)
{
    m_checks.push_back(std::move(reply));
    lookAtAll();
    next();
}

void ImapSync::runJob(std::function<void(JobReply)> job, JobReply reply)
{
    m_jobs.push_back([this, job = std::move(job), reply = std::move(reply)] {
        m_jobRuns = true;
        m_idle = false;
        m_inboxOpen = false;
        m_connection.setListening(false);
        job([self = QPointer(this), reply](const base::Result<base::Done> &result) {
            reply(result);
            if (!self)
                return;
            self->m_jobRuns = false;
            self->next();
        });
    });
    if (m_pass)
        m_pass->hurry();
    next();
}

void ImapSync::append(const model::AppendMail &mail, JobReply reply)
{
    runJob(
        [this, mail](const JobReply &done) {
            Place *place = byUse(mail.specialUse);
            // The user has sent or kept a mail, so the folder for it may be made.
            const bool create = !place;
            if (create && (mail.specialUse != "\\Sent"_L1 && mail.specialUse != "\\Drafts"_L1))
                return done(base::Error{Fault::NotFound, u"imap: no such folder"_s});
            const Folder folder = place ? place->folder : newFolder(mail.specialUse);
            appendMail(m_connection, this, folder, create, mail, [this, folder, create, done](const auto &result) {
                if (result && create)
                    m_places.push_back({folder, {}, !isLeftAlone(folder.specialUse), true, false});
                else if (Place *there = byName(folder.name))
                    there->look = true;
                done(result);
            });
        },
        std::move(reply));
}

void ImapSync::changeFlags(const model::StoreFlags &change, JobReply reply)
{
    runJob(
        [this, change](const JobReply &done) {
            const Place *place = byName(change.folder);
            if (!place)
                return done(base::Error{Fault::NotFound, u"imap: no such folder"_s});
            storeFlags(m_connection, this, place->folder, change, done);
        },
        std::move(reply));
}

void ImapSync::move(const model::MoveMail &wish, JobReply reply)
{
    runJob(
        [this, wish](const JobReply &done) {
            const Place *from = byName(wish.folder);
            if (!from)
                return done(base::Error{Fault::NotFound, u"imap: no such folder"_s});
            const Place *place = byUse(wish.specialUse);
            if (place == from)
                return done(base::Done{});
            const bool create = !place;
            if (create && wish.specialUse != "\\Archive"_L1 && wish.specialUse != "\\Trash"_L1)
                return done(base::Error{Fault::Unsupported, u"imap: no folder for that, and none to be made"_s});
            const Folder to = place ? place->folder : newFolder(wish.specialUse);
            // Whatever the end, both are looked at; a folder that was made is found by listing all, which also tells it.
            const auto look = [this, create, names = QStringList{wish.folder, to.name}, done](const auto &result) {
                m_listWanted = m_listWanted || create;
                for (const QString &folder : names) {
                    if (Place *there = byName(folder)) {
                        there->look = true;
                        there->refused = false;
                    }
                }
                done(result);
            };
            moveMails(m_connection, this, from->folder, to, create, wish, look);
        },
        std::move(reply));
}

/// One that is to be made. Where all others lie under the inbox, the server has no room for it beside that (the personal
/// namespace of RFC 2342, which not every server tells).
Folder ImapSync::newFolder(const QString &specialUse) const
{
    QString prefix;
    for (const Place &place : m_places) {
        const QString &name = place.folder.name;
        if (place.folder.specialUse == "\\Inbox"_L1)
            continue;
        const bool isBelow =
            name.startsWith("INBOX."_L1, Qt::CaseInsensitive) || name.startsWith("INBOX/"_L1, Qt::CaseInsensitive);
        prefix = isBelow ? name.left(6) : QString();
        if (!isBelow)
            break;
    }
    const QString name = prefix + specialUse.mid(1);
    return {imap::encodeFolderName(name), name, specialUse};
}

ImapSync::Place *ImapSync::byUse(const QString &specialUse)
{
    const auto found = std::find_if(m_places.begin(), m_places.end(),
                                    [&](const Place &place) { return place.folder.specialUse == specialUse; });
    return found == m_places.end() ? nullptr : &*found;
}

ImapSync::Place *ImapSync::byName(const QString &name)
{
    const auto found =
        std::find_if(m_places.begin(), m_places.end(), [&](const Place &place) { return place.folder.name == name; });
    return found == m_places.end() ? nullptr : &*found;
}

}
