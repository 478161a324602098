#include "core/engine/FileShelf.h"

#include "core/engine/Forwarding.h"
#include "core/interworking/FileName.h"
#include "core/store/JourneyTable.h"
#include "core/store/PersonTable.h"
#include "core/store/SearchTable.h"

#include <QStringDecoder>

namespace isthmus::engine {

using model::FileStage;

namespace {

/// Names the file within its item, which has no other.
constexpr QLatin1String onlyPart("1");

/// The file as a leaf of a mail: its type only if it may be said on (specification 2.9), and text only if it is some.
model::OutgoingPart leafOf(const model::Attachment &file, const QByteArray &data)
{
    model::OutgoingPart part;
    part.name = file.name;
    part.mimeType = interworking::safeType(file.mimeType);
    part.data = data;
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    static_cast<void>(QString(utf8(data)));
    if (part.mimeType.startsWith(QLatin1String("text/")) && utf8.hasError())
        part.mimeType = QStringLiteral("application/octet-stream");
    return part;
}

}

void FileShelf::offered(model::AccountId account, const model::FileOffered &offer)
{
    store::ItemRow row;
    model::Item &item = row.item;
    item.account = account;
    item.address = offer.from;
    item.at = offer.receivedAt;
    item.from = {QString(), model::MailAddress::parse(offer.from.toString()).valueOr({})};
    item.attachments = {offer.file};
    item.read = false;
    model::setFileStage(item, offer.refused ? FileStage::Refused : FileStage::Offered);
    static_cast<void>(m_people.correspondent(item.address, QString()));
    item.id = store::ItemTable(m_connection).insert(row);
    store::SearchTable(m_connection).add(item);
    store::JourneyTable(m_connection).add(item.id, {model::Station::Kind::Kept, m_now, item.channel, {}});
    if (!offer.refused)
        store::FileTable(m_connection).expect(account, item.id, offer.offer);
    m_changes.add(item.id, model::addressKey(item.address), Changes::What::Added);
}

void FileShelf::received(const model::Account &account, const model::FileReceived &file, bool forwards)
{
    store::FileTable files(m_connection);
    const auto expected = files.expected(account.id, file.offer);
    auto row = expected ? store::ItemTable(m_connection).one(expected->item) : std::nullopt;
    if (!row || row->item.attachments.empty())
        return; // the user has removed it meanwhile
    files.keep(row->item.id, file.data);
    model::setFileStage(row->item, FileStage::Here);
    row->item.attachments.front().part = onlyPart;
    store::ItemTable(m_connection).update(*row);
    m_changes.add(row->item.id, row->home, Changes::What::Changed);
    if (!forwards)
        return;
    store::PersonTable people(m_connection);
    const auto owner = people.ownerOf(row->home);
    const auto sender = owner ? people.one(*owner) : std::nullopt;
    forwardToMailbox(m_connection, m_changes, account, *row, sender ? sender->contact.name : QString(), m_now,
                     {leafOf(row->item.attachments.front(), file.data)});
}

void FileShelf::ended(model::AccountId account, const model::FileEnded &end)
{
    if (const auto expected = store::FileTable(m_connection).expected(account, end.offer))
        engine::setFileStage(m_connection, m_changes, expected->item, end.stage);
}

void setFileStage(store::Connection &connection, Changes &changes, model::ItemId item, FileStage stage)
{
    store::ItemTable items(connection);
    auto row = items.one(item);
    if (!row || !store::FileTable(connection).expected(item))
        return;
    model::setFileStage(row->item, stage);
    items.update(*row);
    if (stage != FileStage::Coming)
        store::FileTable(connection).giveUp(item);
    changes.add(item, row->home, Changes::What::Changed);
}

void discardOpenFiles(store::Connection &connection, Changes &changes)
{
    for (const store::FileTable::Expected &one : store::FileTable(connection).allExpected()) {
        const auto row = store::ItemTable(connection).one(one.item);
        const bool wasComing = row && model::fileStage(row->item) == FileStage::Coming;
        setFileStage(connection, changes, one.item, wasComing ? FileStage::Broken : FileStage::Withdrawn);
    }
}

}
