#include "core/mail/FolderCursor.h"

#include "core/imap/ImapTree.h"

#include <QByteArrayList>

namespace isthmus::mail {

namespace {

std::optional<imap::ImapSet> parseSet(const QByteArray &text)
{
    return text == "-" ? imap::ImapSet() : imap::ImapSet::parse(text);
}

QByteArray setText(const imap::ImapSet &set)
{
    return set.isEmpty() ? "-" : set.toBytes();
}

}

QByteArray FolderCursor::toBytes() const
{
    QByteArray text = "1 " + QByteArray::number(uidValidity) + ' ' + QByteArray::number(uidNext) + ' '
                      + QByteArray::number(modSeq) + '\n' + setText(known) + '\n' + setText(todo) + '\n';
    for (const auto &[words, uids] : flags)
        text += setText(uids) + ' ' + words + '\n';
    return text;
}

std::optional<FolderCursor> FolderCursor::parse(const QByteArray &bytes)
{
    const QByteArrayList lines = bytes.split('\n');
    const QByteArrayList head = lines.first().split(' ');
    if (lines.size() < 4 || head.size() != 4 || head[0] != "1")
        return {};
    const auto validity = imap::parseNumber(head[1], 0xFFFFFFFF);
    const auto next = imap::parseNumber(head[2], 0xFFFFFFFF);
    const auto modSeq = imap::parseNumber(head[3], 0x7FFFFFFFFFFFFFFF);
    auto known = parseSet(lines[1]);
    auto todo = parseSet(lines[2]);
    if (!validity || !next || !modSeq || !known || !todo)
        return {};
    FolderCursor cursor{static_cast<quint32>(*validity), static_cast<quint32>(*next), *modSeq, *known, *todo, {}};
    for (const QByteArray &line : lines.mid(3)) {
        const qsizetype space = line.indexOf(' ');
        if (space < 0)
            continue;
        auto uids = parseSet(line.left(space));
        if (!uids)
            return {};
        cursor.flags.emplace(line.mid(space + 1), std::move(*uids));
    }
    return cursor;
}

bool FolderCursor::noteFlags(quint32 uid, const QStringList &now)
{
    QStringList sorted = now;
    sorted.sort();
    const QByteArray words = sorted.join(u' ').toLatin1();
    for (auto group = flags.begin(); group != flags.end(); ++group) {
        if (!group->second.contains(uid))
            continue;
        if (group->first == words)
            return false;
        group->second.remove(uid);
        if (group->second.isEmpty())
            flags.erase(group);
        break;
    }
    flags[words].add(uid);
    return true;
}

void FolderCursor::forget(const imap::ImapSet &uids)
{
    known.remove(uids);
    todo.remove(uids);
    for (auto group = flags.begin(); group != flags.end();) {
        group->second.remove(uids);
        group = group->second.isEmpty() ? flags.erase(group) : std::next(group);
    }
}

}
