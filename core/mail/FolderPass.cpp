#include "core/mail/FolderPass.h"

#include "core/base/Log.h"

#include <QPointer>

#include <algorithm>

namespace isthmus::mail {

using base::Fault;
using imap::ImapCommand;
using imap::ImapSet;

namespace {

constexpr std::size_t afterReset = 200;

/// The octets that a reply with a mail of \p size may have: sizes are told inexactly by some servers.
quint64 literalsFor(quint64 size)
{
    return size + size / 4 + (1 << 20);
}

}

FolderPass::FolderPass(imap::ImapConnection &connection, Folder folder, FolderCursor cursor, const Limits &limits,
                       QObject *parent)
    : QObject(parent), m_connection(connection), m_folder(std::move(folder)), m_cursor(std::move(cursor)), m_limits(limits)
{
    connect(&m_connection, &imap::ImapConnection::untagged, this, &FolderPass::take);
}

/// Runs a command whose NO or BAD, or whose missing answer, ends the pass.
void FolderPass::send(const ImapCommand &command, std::function<void(const imap::ImapStatus &)> next)
{
    m_connection.run(command, [self = QPointer(this), next = std::move(next)](const base::Result<imap::ImapStatus> &answer) {
        if (!self || self->m_over)
            return;
        const auto ok = imap::accepted(answer);
        if (ok)
            return next(*ok);
        self->m_over = true;
        Q_EMIT self->refused(ok.error());
    });
}

void FolderPass::start()
{
    ImapCommand examine("EXAMINE", ImapCommand::Order::Alone);
    examine.string(m_folder.wireName);
    const bool canResync = m_connection.has("QRESYNC") && m_connection.has("ENABLE");
    m_resync = canResync && m_cursor.uidValidity > 0 && m_cursor.modSeq > 0;
    if (m_resync) // RFC 7162 3.2.5, with both pairs of parentheses
        examine.word("(QRESYNC (" + QByteArray::number(m_cursor.uidValidity) + ' ' + QByteArray::number(m_cursor.modSeq)
                     + "))");
    else if (canResync || m_connection.has("CONDSTORE"))
        examine.word("(CONDSTORE)");
    send(examine, [this](const imap::ImapStatus &) { opened(); });
}

void FolderPass::take(const imap::ImapData &data)
{
    if (m_over)
        return;
    if (const auto *status = std::get_if<imap::ImapStatus>(&data)) {
        takeStatus(*status);
    } else if (const auto *exists = std::get_if<imap::ImapExists>(&data)) {
        m_news = m_news || (m_step != Step::Opening && exists->count > m_exists);
        m_exists = exists->count;
    } else if (const auto *vanished = std::get_if<imap::ImapVanished>(&data)) {
        for (const auto &[first, last] : vanished->uids.ranges())
            m_vanished.add(first, last);
    } else if (std::holds_alternative<imap::ImapExpunge>(data)) {
        m_news = m_step != Step::Opening;
        m_exists -= m_exists > 0 ? 1 : 0;
    } else if (const auto *fetch = std::get_if<imap::ImapFetch>(&data)) {
        takeFetch(*fetch);
    }
}

void FolderPass::takeStatus(const imap::ImapStatus &status)
{
    if (m_step != Step::Opening)
        return;
    if (status.code.name == "CLOSED") { // what was said so far was about the folder before (RFC 7162 3.2.11)
        m_vanished = {};
        m_flags.clear();
        m_exists = 0;
    }
    constexpr quint64 max = 0xFFFFFFFF;
    if (const auto value = imap::codeNumber(status.code, "UIDVALIDITY"); value && *value <= max)
        m_uidValidity = static_cast<quint32>(*value);
    if (const auto value = imap::codeNumber(status.code, "UIDNEXT"); value && *value <= max)
        m_uidNext = static_cast<quint32>(*value);
    if (const auto value = imap::codeNumber(status.code, "HIGHESTMODSEQ"))
        m_modSeq = *value;
}

/// Only what was asked for, or is about a mail that we know, is kept: what a server says unasked takes no memory.
void FolderPass::takeFetch(const imap::ImapFetch &fetch)
{
    // Without QRESYNC nothing tells whether a line before EXAMINE's answer is still about the folder before.
    if (m_step == Step::Opening && !m_resync)
        return;
    if (!fetch.uid) {
        m_news = m_news || fetch.flags;
        return;
    }
    const quint32 uid = *fetch.uid;
    if (fetch.body) {
        if (m_asked.contains(uid))
            m_bodies.try_emplace(uid, fetch);
        return;
    }
    if (m_step == Step::Listing && uid >= m_listFrom)
        m_onServer.add(uid);
    if (fetch.flags && m_cursor.known.contains(uid))
        m_flags.insert_or_assign(uid, *fetch.flags);
    if (fetch.size && (m_cursor.todo.contains(uid) || m_onServer.contains(uid)))
        m_sizes.insert_or_assign(uid, *fetch.size);
}

/// Decides what must be listed. A lower UIDNEXT under the same UIDVALIDITY is a folder that was replaced by a backup:
/// its UIDs may name other mails now, so it counts as a reset.
void FolderPass::opened()
{
    if (m_uidValidity == 0) {
        m_over = true;
        return Q_EMIT refused({Fault::Unsupported, QStringLiteral("imap: folder without UIDVALIDITY")});
    }
    m_step = Step::Listing;
    m_reset = m_cursor.uidValidity != 0
              && (m_cursor.uidValidity != m_uidValidity || (m_uidNext != 0 && m_uidNext < m_cursor.uidNext));
    if (m_reset || m_cursor.uidValidity == 0) {
        if (std::exchange(m_limits.above, 0) > 0)
            m_limits.mails = afterReset; // nothing is here any more that they could be newer than
        m_cursor = {};
        m_resync = false;
        m_vanished = {};
        m_flags.clear();
    }
    m_resync = m_resync && m_modSeq >= m_cursor.modSeq;
    m_resync ? listNew() : listAll();
}

/// The server has told what vanished and changed; only UIDs that are new must be listed.
void FolderPass::listNew()
{
    m_onServer = m_cursor.known;
    for (const auto &[first, last] : m_cursor.todo.ranges())
        m_onServer.add(first, last);
    m_onServer.remove(m_vanished);
    m_listFrom = std::max<quint32>(1, m_cursor.uidNext);
    const auto checkCount = [this] {
        if (m_onServer.count() == m_exists)
            return compare();
        qCInfo(base::logMail, "imap: folder count differs from what was told, comparing in full");
        listAll();
    };
    if (m_uidNext != 0 && m_uidNext == m_cursor.uidNext)
        return checkCount();
    send(ImapCommand("UID FETCH").word(QByteArray::number(m_listFrom) + ":* (UID RFC822.SIZE)"),
         [checkCount](const imap::ImapStatus &) { checkCount(); });
}

void FolderPass::listAll()
{
    m_resync = false;
    m_onServer = {};
    m_listFrom = 0;
    if (m_exists == 0)
        return compare();
    // Changes since a modSeq can be asked for; without one, or with one from a server's past, all flags are compared.
    const bool askChanges = m_cursor.modSeq > 0 && m_modSeq >= m_cursor.modSeq;
    listWindows(m_exists, !askChanges && !m_cursor.known.isEmpty());
    if (askChanges && m_modSeq > m_cursor.modSeq)
        askFlagChanges();
}

void FolderPass::listWindows(quint32 highest, bool withFlags)
{
    const auto window = static_cast<quint32>(m_limits.window);
    m_listsWaiting = static_cast<int>((highest - 1) / window + 1);
    for (quint32 last = highest; last > 0; last = last > window ? last - window : 0) {
        const quint32 first = last > window ? last - window + 1 : 1;
        const QByteArray range = QByteArray::number(first) + ':' + QByteArray::number(last);
        send(ImapCommand("FETCH").word(range + (withFlags ? " (UID FLAGS)" : " (UID)")), [this](const imap::ImapStatus &) {
            if (--m_listsWaiting == 0)
                compare();
        });
    }
}

/// RFC 7162 3.1.4.1; sent behind the lists, answered like one of them.
void FolderPass::askFlagChanges()
{
    ++m_listsWaiting;
    send(ImapCommand("UID FETCH").word("1:* (FLAGS) (CHANGEDSINCE " + QByteArray::number(m_cursor.modSeq) + ')'),
         [this](const imap::ImapStatus &) {
             if (--m_listsWaiting == 0)
                 compare();
         });
}

void FolderPass::compare()
{
    m_step = Step::Fetching;
    ImapSet gone = m_cursor.known;
    gone.remove(m_onServer);
    for (const auto &[first, last] : gone.ranges())
        m_vanished.add(first, last);
    m_cursor.todo = m_onServer;
    m_cursor.todo.remove(m_cursor.known);
    const FolderCursor before = m_cursor;
    m_cursor.uidValidity = m_uidValidity;
    m_cursor.uidNext = m_uidNext != 0 ? m_uidNext : m_onServer.highest() + 1;
    m_cursor.modSeq = m_modSeq;
    if (m_modSeq > 0)
        m_cursor.flags.clear();
    std::vector<model::Arrival> arrivals;
    if (std::exchange(m_reset, false))
        arrivals.push_back(model::FolderReset{m_folder.name, m_uidValidity});
    auto changes = collectChanges();
    std::move(changes.begin(), changes.end(), std::back_inserter(arrivals));
    if (arrivals.empty() && before == m_cursor)
        return nextWindow();
    handOver(std::move(arrivals), &FolderPass::nextWindow);
}

/// What is known to have vanished or changed, as arrivals; the cursor is moved along.
std::vector<model::Arrival> FolderPass::collectChanges()
{
    std::vector<model::Arrival> arrivals;
    const ImapSet gone = m_cursor.known.intersected(std::exchange(m_vanished, {}));
    for (const auto &[first, last] : gone.ranges()) {
        for (quint64 uid = first; uid <= last; ++uid)
            arrivals.push_back(model::MailVanished{m_folder.name, m_uidValidity, static_cast<quint32>(uid)});
    }
    m_cursor.forget(gone);
    for (const auto &[uid, flags] : std::exchange(m_flags, {})) {
        const bool changed = m_modSeq > 0 || m_cursor.noteFlags(uid, flags);
        if (changed && m_cursor.known.contains(uid))
            arrivals.push_back(model::MailFlagsChanged{m_folder.name, m_uidValidity, uid, flags});
    }
    return arrivals;
}

void FolderPass::handOver(std::vector<model::Arrival> arrivals, void (FolderPass::*next)())
{
    m_next = next;
    Q_EMIT batch(arrivals, m_cursor);
}

void FolderPass::stored()
{
    if (const auto next = std::exchange(m_next, nullptr); next && !m_over)
        (this->*next)();
}

void FolderPass::nextWindow()
{
    const std::size_t left = m_limits.mails - m_handedOver;
    if (m_limits.above > 0) {
        m_window = m_cursor.todo.newest(SIZE_MAX);
        std::erase_if(m_window, [this](quint32 uid) { return uid <= m_limits.above; });
        if (m_window.size() > m_limits.window)
            m_window.erase(m_window.begin(), m_window.end() - static_cast<std::ptrdiff_t>(m_limits.window));
    } else {
        m_window = m_cursor.todo.newest(std::min(m_limits.window, left));
        std::reverse(m_window.begin(), m_window.end());
    }
    if (m_hurried || m_window.empty())
        return finish();
    ImapSet unsized;
    for (const quint32 uid : m_window) {
        if (!m_sizes.count(uid))
            unsized.add(uid);
    }
    if (unsized.isEmpty())
        return nextBatch();
    send(ImapCommand("UID FETCH").word(unsized.toBytes() + " (UID RFC822.SIZE)"), [this](const imap::ImapStatus &) {
        ImapSet gone; // listed, and now without a size: expunged meanwhile
        for (const quint32 uid : m_window) {
            if (!m_sizes.count(uid))
                gone.add(uid);
        }
        m_cursor.todo.remove(gone);
        std::erase_if(m_window, [&](quint32 uid) { return gone.contains(uid); });
        nextBatch();
    });
}

void FolderPass::nextBatch()
{
    if (m_hurried)
        return finish();
    std::vector<quint32> uids;
    quint64 octets = 0, largest = 0;
    while (!m_window.empty() && uids.size() < m_limits.batchMails) {
        const quint64 size = m_sizes[m_window.back()];
        if (size > m_limits.mailOctets) {
            qCWarning(base::logMail, "imap: a mail of %llu octets is left on the server", size);
            m_cursor.todo.remove(m_window.back());
            m_window.pop_back();
            continue;
        }
        if (!uids.empty() && octets + size > m_limits.batchOctets)
            break;
        octets += size;
        largest = std::max(largest, size);
        uids.push_back(m_window.back());
        m_window.pop_back();
    }
    if (uids.empty())
        return m_cursor.todo.isEmpty() ? finish() : nextWindow();
    fetchBodies(uids, largest);
}

void FolderPass::fetchBodies(const std::vector<quint32> &uids, quint64 largest)
{
    m_asked = {};
    for (const quint32 uid : uids)
        m_asked.add(uid);
    ImapCommand fetch("UID FETCH");
    fetch.word(m_asked.toBytes() + " (UID FLAGS INTERNALDATE BODY.PEEK[])").allowLiterals(literalsFor(largest));
    m_connection.run(fetch, [self = QPointer(this), asked = m_asked](const base::Result<imap::ImapStatus> &answer) {
        if (!self || self->m_over)
            return;
        if (answer)
            return self->bodiesFetched(asked, answer->condition != imap::ImapCondition::Ok);
        self->m_over = true;
        Q_EMIT self->refused(answer.error());
    });
}

/// What was asked for and did not come is gone, unless the server refused: then the mails are asked for one by one, so
/// that a damaged one does not hold back the others.
void FolderPass::bodiesFetched(const ImapSet &asked, bool refusedByServer)
{
    m_asked = {};
    if (refusedByServer && asked.count() > 1 && m_bodies.empty()) {
        m_limits.batchMails = 1;
        return nextWindow();
    }
    if (refusedByServer)
        qCWarning(base::logMail, "imap: a mail is refused by the server");
    std::vector<model::Arrival> arrivals = collectChanges();
    for (auto &[uid, fetch] : m_bodies) {
        const QStringList flags = fetch.flags.value_or(QStringList());
        if (m_modSeq == 0)
            m_cursor.noteFlags(uid, flags);
        m_cursor.known.add(uid);
        m_sizes.erase(uid);
        arrivals.push_back(model::ArrivedMail{m_folder.name,
                                              m_uidValidity,
                                              uid,
                                              {},
                                              flags,
                                              fetch.internalDate.value_or(base::Timestamp{}),
                                              std::move(*fetch.body)});
    }
    m_handedOver += m_bodies.size();
    if (!refusedByServer || asked.count() == 1)
        m_cursor.todo.remove(asked);
    else
        m_cursor.todo.remove(m_cursor.known);
    m_bodies.clear();
    if (arrivals.empty())
        return nextBatch();
    handOver(std::move(arrivals), &FolderPass::nextBatch);
}

void FolderPass::finish()
{
    m_over = true;
    Q_EMIT finished(m_cursor, m_news || !m_vanished.isEmpty() || !m_flags.empty());
}

}
