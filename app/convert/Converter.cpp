#include "app/convert/Converter.h"

#include "core/compose/MailWriter.h"
#include "core/html/HtmlToText.h"
#include "core/mime/MailReader.h"
#include "core/stanza/StanzaXml.h"

namespace isthmus::convert {

namespace {

using namespace interworking;

mime::PlainText plainText(const QString &html)
{
    html::HtmlText text = html::htmlToText(html);
    return {std::move(text.text), text.linkMismatch, text.truncated, text.exceeded};
}

}

toim::Result mailToIm(const QByteArray &mail, const Ctx &ctx)
{
    if (static_cast<std::uint64_t>(mail.size()) > ctx.policy.mailMax)
        return toim::Reject{{552, QStringLiteral("5.3.4"), QStringLiteral("message too big")}};
    mime::Limits limits;
    limits.onExcess = mime::Limits::OnExcess::Refuse;
    const base::Result<model::Mail> read = mime::readMail(mail, plainText, limits);
    if (!read)
        return toim::Reject{{554, QStringLiteral("5.6.0"), read.error().detail}};
    return interworking::mailToIm(*read, ctx);
}

base::Result<ImConversion> imToMail(const QByteArray &stanza, const Ctx &ctx)
{
    base::Result<std::vector<model::InstantMessage>> messages = stanza::parseMessages(stanza);
    if (!messages)
        return messages.error();
    if (messages->empty())
        return base::Error{base::Fault::Malformed, QStringLiteral("no message stanza")};
    ImConversion conversion;
    conversion.messages = std::move(*messages);
    conversion.isBatch = stanza.contains("<batch ") || conversion.messages.size() > 1 || conversion.messages.front().segment;
    // An archive result is an answer to a query; a single line has none to compare it with.
    Ctx own = ctx;
    own.archiveQueryIds << conversion.messages.front().archiveQueryId;
    if (conversion.isBatch) {
        tomail::Batch batch = interworking::batchToMail(conversion.messages, own);
        conversion.result = std::move(batch.last);
        conversion.mails = batch.mails;
    } else {
        conversion.result = interworking::imToMail(conversion.messages.front(), own);
    }
    const model::OutgoingMail *mail = nullptr;
    if (const auto *converted = std::get_if<tomail::Convert>(&conversion.result))
        mail = &converted->mail;
    else if (const auto *report = std::get_if<tomail::Report>(&conversion.result))
        mail = &report->mail;
    if (!mail)
        return conversion;
    base::Result<QByteArray> bytes = compose::composeMail(*mail);
    if (!bytes)
        return bytes.error();
    conversion.mail = std::move(*bytes);
    return conversion;
}

}
