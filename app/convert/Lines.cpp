#include "app/convert/Lines.h"

#include "app/convert/ContextReader.h"
#include "app/convert/MailJson.h"

#include <QIODevice>
#include <QJsonDocument>

namespace isthmus::convert {

namespace {

constexpr qint64 lineMax = 256LL << 20; // octets; a mail of 25 MiB grows in base64 and JSON

QByteArray answer(const QJsonValue &id, const QString &key, const QJsonValue &value)
{
    QJsonObject object{{key, value}};
    object.insert(QStringLiteral("id"), id.isUndefined() ? QJsonValue() : id);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

base::Result<QJsonObject> convertObject(const QJsonObject &object)
{
    const QString direction = object[u"direction"].toString();
    if (!object[u"input"].isString())
        return base::Error{base::Fault::Malformed, QStringLiteral("input is no string")};
    const base::Result<interworking::Ctx> ctx = readContext(object[u"context"].toObject());
    if (!ctx)
        return ctx.error();
    const QByteArray input = object[u"input"].toString().toUtf8();
    if (direction == u"mail-to-im")
        return resultOf(mailToIm(input, *ctx));
    if (direction != u"im-to-mail")
        return base::Error{base::Fault::Malformed, QStringLiteral("direction is neither mail-to-im nor im-to-mail")};
    const base::Result<ImConversion> conversion = imToMail(input, *ctx);
    if (!conversion)
        return conversion.error();
    return resultOf(*conversion, *ctx);
}

}

QByteArray convertLine(const QByteArray &line)
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(line, &parsing);
    if (!document.isObject()) {
        const QString why =
            parsing.error == QJsonParseError::NoError ? QStringLiteral("not an object") : parsing.errorString();
        return answer({}, QStringLiteral("error"), why);
    }
    const QJsonObject object = document.object();
    const base::Result<QJsonObject> result = convertObject(object);
    if (!result)
        return answer(object[u"id"], QStringLiteral("error"), result.error().detail);
    return answer(object[u"id"], QStringLiteral("result"), *result);
}

void convertLines(QIODevice &in, QIODevice &out)
{
    while (true) {
        const QByteArray line = in.readLine(lineMax);
        if (line.isEmpty())
            return;
        if (line.trimmed().isEmpty())
            continue;
        out.write(convertLine(line) + '\n');
    }
}

}
