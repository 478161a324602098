#pragma once

#include "core/mail/ImapSync.h"

#include "tests/imap/Dialogue.h"

#include <QTest>

#include <map>
#include <optional>

namespace isthmus::test {

/// The test plays the server to a sync that is logged in; what it hands over is stored at once, unless told otherwise.
struct PlayedImap {
    explicit PlayedImap(const QByteArray &capabilities, const std::vector<model::Cursor> &before = {},
                        mail::FolderPass::Limits limits = {})
        : sync(connection, before, mail::ImapSync::Timing{}, limits)
    {
        server.says("* CAPABILITY IMAP4rev1 " + capabilities + "\r\n");
        QObject::connect(&sync, &mail::ImapSync::batch, &sync, [this](const model::Batch &batch) {
            for (const model::Arrival &arrival : batch.arrivals)
                arrivals.push_back(arrival);
            for (const model::Cursor &cursor : batch.cursors)
                cursors[cursor.stream] = cursor.state;
            sync.stored();
        });
        QObject::connect(&sync, &mail::ImapSync::backlogChanged, &sync,
                         [this](const model::Backlog &told) { backlogs.push_back(told.waiting); });
        QObject::connect(&sync, &mail::ImapSync::failed, &sync, [this](const base::Error &e) { failure = e.fault; });
        sync.start();
    }

    /// The next command must be this one; answers it with \p data and OK, or with \p status.
    void expect(const QByteArray &command, const QByteArray &data, const QByteArray &status = "OK done")
    {
        pending += server.heard();
        const qsizetype end = pending.indexOf("\r\n");
        const QByteArray line = pending.left(end);
        pending.remove(0, end + 2);
        const QByteArray tag = line.left(line.indexOf(' '));
        QCOMPARE(line.mid(tag.size() + 1), command);
        server.says(data + tag + ' ' + status + "\r\n");
    }
    void list(const QByteArray &lines) { expect("LIST \"\" *", lines); }
    void idles()
    {
        pending += server.heard();
        QVERIFY2(pending.endsWith("IDLE\r\n"), pending);
    }
    template <typename T>
    std::vector<T> all() const
    {
        std::vector<T> found;
        for (const model::Arrival &arrival : arrivals) {
            if (const T *value = std::get_if<T>(&arrival))
                found.push_back(*value);
        }
        return found;
    }

    imap::ImapConnection connection{imap::ImapConnection::Timing{}};
    Dialogue server{connection};
    mail::ImapSync sync;
    QByteArray pending;
    std::vector<model::Arrival> arrivals;
    std::map<QString, QByteArray> cursors;
    std::vector<quint64> backlogs; ///< as told
    std::optional<base::Fault> failure;
};

inline QByteArray opened(int exists, int uidValidity, int uidNext, const QByteArray &more = {})
{
    return "* " + QByteArray::number(exists) + " EXISTS\r\n* OK [UIDVALIDITY " + QByteArray::number(uidValidity)
           + "] x\r\n* OK [UIDNEXT " + QByteArray::number(uidNext) + "] x\r\n" + more;
}

inline QByteArray body(int uid, const QByteArray &text, const QByteArray &flags = {})
{
    return "* 1 FETCH (UID " + QByteArray::number(uid) + " FLAGS (" + flags
           + ") INTERNALDATE \" 1-Nov-2026 10:11:12 +0000\" BODY[] {" + QByteArray::number(text.size()) + "}\r\n" + text
           + ")\r\n";
}

inline model::Cursor inboxCursor(const QByteArray &state)
{
    return {QStringLiteral("imap:INBOX"), state};
}

}
