#include "core/interworking/MessageIds.h"

#include "core/base/Sha256.h"
#include "core/interworking/ImToMail.h"
#include "core/interworking/Text.h"

#include <QRegularExpression>

namespace isthmus::interworking {

QString stanzaIdFor(const model::Mail &mail, const model::Jid &recipient, bool useRaw)
{
    const QString bare = recipient.bare().toString();
    const QByteArray key = mail.messageId.isEmpty() || useRaw ? "raw\n" + mail.rawSha256.toHex() + "\n" + bare.toUtf8()
                                                              : (mail.messageId + QLatin1Char('\n') + bare).toUtf8();
    return QStringLiteral("mail-") + hex32(key);
}

QString threadForRoot(const QString &rootMessageId)
{
    return QStringLiteral("mt-") + hex32(rootMessageId.toUtf8());
}

QString threadDigest(const QString &thread, const model::Jid &a, const model::Jid &b, const Ctx &ctx)
{
    QByteArray first = a.bare().toString().toUtf8();
    QByteArray second = b.bare().toString().toUtf8();
    if (second < first)
        std::swap(first, second);
    return hex32(thread.toUtf8() + "\n" + first + "\n" + second, ctx.idKey);
}

QString messageIdFor(const model::Jid &bareFrom, const model::Jid &bareTo, const QString &sid, const QString &domain,
                     const Ctx &ctx)
{
    const QByteArray key =
        bareFrom.bare().toString().toUtf8() + "\n" + bareTo.bare().toString().toUtf8() + "\n" + sid.toUtf8();
    return QStringLiteral("<im.%1@%2>").arg(hex32(key, ctx.idKey), domain);
}

QString envelopeIdFor(const QString &messageId)
{
    constexpr qsizetype longest = 100;
    const QString digits = QString::fromLatin1(messageId.toUtf8().toHex());
    if (digits.size() <= longest)
        return digits;
    static const QRegularExpression own(QStringLiteral("^<im\\.([0-9a-f]{32})@"));
    return own.match(messageId).captured(1);
}

bool namesMessage(const QString &id, const QString &messageId)
{
    if (id.isEmpty())
        return false;
    const auto isHexOf = [&](const QString &text) {
        return id.compare(QString::fromLatin1(text.toUtf8().toHex()), Qt::CaseInsensitive) == 0;
    };
    return id == messageId || isHexOf(messageId) || isHexOf(messageId.mid(1).chopped(1))
           || messageId.startsWith(QStringLiteral("<im.%1@").arg(id), Qt::CaseInsensitive);
}

std::vector<QString> messageIdsNamedBy(const QString &envelopeId, const QString &ownDomain)
{
    static const QRegularExpression digits(QStringLiteral("^[0-9a-fA-F]+$"));
    std::vector<QString> ids;
    if (isMessageId(envelopeId, messageIdMax))
        ids.push_back(envelopeId);
    if (envelopeId.size() > 2 * messageIdMax || !digits.match(envelopeId).hasMatch())
        return ids;
    const QString written = QString::fromUtf8(QByteArray::fromHex(envelopeId.toLatin1()));
    for (const QString &id :
         {written, QStringLiteral("<%1>").arg(written), QStringLiteral("<im.%1@%2>").arg(envelopeId.toLower(), ownDomain)}) {
        if (isMessageId(id, messageIdMax))
            ids.push_back(id);
    }
    return ids;
}

QByteArray contentDigest(const QString &subject, const QString &body)
{
    return base::sha256(subject.toUtf8() + "\n" + body.toUtf8());
}

std::vector<const MapRow *> rowsOfPair(const Ctx &ctx, const model::Jid &local, const model::Jid &remote)
{
    std::vector<const MapRow *> rows;
    for (const MapRow &row : ctx.messageMap) {
        if (row.local == local.bare() && row.remote == remote.bare())
            rows.push_back(&row);
    }
    return rows;
}

}
