#include "core/interworking/MessageIds.h"

#include "core/base/Sha256.h"
#include "core/interworking/ImToMail.h"
#include "core/interworking/Text.h"

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
