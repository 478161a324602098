#include "app/reader/LayOutJob.h"

#include "core/display/DisplayCodec.h"
#include "core/html/Layout.h"
#include "core/mime/MailReader.h"

#include <functional>

namespace isthmus::readerapp {

namespace {

/// Leaves in the order in which the reader converts them.
void eachLeaf(const model::MailPart &part, const std::function<void(const model::MailPart &)> &visit)
{
    if (part.children.empty())
        visit(part);
    for (const model::MailPart &child : part.children)
        eachLeaf(child, visit);
}

/// The first HTML that is not a file: the converter sees every one, in the order of the leaves.
QString shownMarkup(const model::Mail &mail, const QStringList &markups)
{
    QString shown;
    qsizetype next = 0;
    eachLeaf(mail.root, [&](const model::MailPart &leaf) {
        if (leaf.mimeType != QLatin1String("text/html") || !leaf.text || next >= markups.size())
            return;
        const QString &markup = markups[next++];
        if (shown.isEmpty() && leaf.disposition != QLatin1String("attachment"))
            shown = markup;
    });
    return shown;
}

}

base::Result<QByteArray> layOut(const QByteArray &raw, const port::LayoutWish &wish)
{
    QStringList markups;
    const auto mail = mime::readMail(raw, [&markups](const QString &markup) {
        markups.append(markup);
        return mime::PlainText{markup, false, false};
    });
    if (!mail)
        return mail.error();
    const QString markup = shownMarkup(*mail, markups);
    if (markup.isEmpty())
        return base::Error{base::Fault::NotFound, QStringLiteral("no HTML")};
    html::LayoutRequest request;
    request.width = wish.width;
    request.fontPixelSize = wish.fontPixelSize;
    request.fontFamily = wish.fontFamily;
    request.monospaceFamily = wish.monospaceFamily;
    request.dark = wish.dark;
    request.text = wish.text;
    request.link = wish.link;
    request.foldQuotes = wish.foldQuotes;
    request.relatedPart = [&](const QString &contentId) {
        QString section;
        eachLeaf(mail->root, [&](const model::MailPart &leaf) {
            if (section.isEmpty() && leaf.contentId == contentId)
                section = leaf.section;
        });
        return section.isEmpty() ? QByteArray() : mime::decodedPart(raw, section).valueOr({});
    };
    auto laid = html::layoutHtml(markup.toUtf8(), request);
    if (!laid)
        return laid.error();
    return display::encode(laid->list);
}

}
