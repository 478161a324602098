#include "ui/shell/Printing.h"

#include "core/display/DisplayPainter.h"
#include "ui/timeline/ItemAction.h"
#include "ui/widgets/Words.h"

#include <QCoreApplication>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QTextDocument>

#include <algorithm>

namespace isthmus::shell {

using namespace model;
using widgets::Words;

namespace {

constexpr double pixelsPerInch = 96;
constexpr double gap = 12; ///< between head and text

class Text
{
    Q_DECLARE_TR_FUNCTIONS(isthmus::shell::Printing)
};

QString escaped(const QString &text)
{
    return text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

QString headLine(const QString &name, const QString &value)
{
    return value.isEmpty()
               ? QString()
               : QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>").arg(escaped(name), escaped(value));
}

/// What stands above the text. Nothing of the mail is taken as HTML here.
QString head(const Item &item, const QString &person)
{
    QString html = QStringLiteral("<h3>%1</h3><table>").arg(escaped(item.subject.isEmpty() ? person : item.subject));
    const bool isMail = !item.from.address.isNull();
    html += headLine(Text::tr("From"), isMail ? timeline::mailboxText(item.from) : timeline::senderName(item, person));
    html += headLine(Text::tr("To"), timeline::mailboxesText(item.to));
    html += headLine(Text::tr("Cc"), timeline::mailboxesText(item.cc));
    html += headLine(Text::tr("Date"), Words::dateAndTime(item.at));
    QStringList files;
    for (const Attachment &file : item.attachments)
        files.append(file.name.isEmpty() ? file.mimeType : file.name);
    html += headLine(Text::tr("Files"), files.join(QStringLiteral(", ")));
    return html + QStringLiteral("</table><hr>");
}

QSizeF pageSize(const QPagedPaintDevice &device)
{
    return device.pageLayout().paintRect(QPageLayout::Inch).size() * pixelsPerInch;
}

/// Where the page that begins at \p top ends: as low as \p bottom, but not through a line of text.
int pageEnd(const display::DisplayList &list, int top, int bottom)
{
    if (bottom >= list.height)
        return list.height;
    int end = bottom;
    for (bool isMoved = true; isMoved;) {
        isMoved = false;
        for (const display::Run &run : list.runs) {
            if (run.rect.top() < end && run.rect.bottom() >= end && run.rect.top() > top) {
                end = run.rect.top();
                isMoved = true;
            }
        }
    }
    // Text over the whole page: better cut through than not printed.
    return end > top ? end : bottom;
}

void paintPages(QPainter &painter, QPagedPaintDevice &device, const display::DisplayList &list, double used)
{
    const QSizeF page = pageSize(device);
    const double scale = std::min(1.0, page.width() / std::max(1, list.width));
    display::DisplayPainter body(list);
    double above = used;
    for (int top = 0; top < list.height;) {
        const int room = static_cast<int>((page.height() - above) / scale);
        if (room <= 0) {
            device.newPage();
            above = 0;
            continue;
        }
        const int end = pageEnd(list, top, top + room);
        painter.save();
        painter.translate(0, above);
        painter.scale(scale, scale);
        painter.setClipRect(QRectF(0, 0, list.width, end - top));
        painter.translate(0, -top);
        body.paint(painter, QRect(0, top, list.width, end - top));
        painter.restore();
        top = end;
        if (top < list.height)
            device.newPage();
        above = 0;
    }
}

bool printHtml(QPagedPaintDevice &device, const QString &html)
{
    QTextDocument document;
    document.setDefaultFont(QFont(document.defaultFont().family(), 10));
    document.setHtml(html);
    // QTextDocument says nothing of a device that refuses; a painter does.
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    const double scale = device.logicalDpiX() / pixelsPerInch;
    painter.scale(scale, scale);
    const QSizeF page = pageSize(device);
    document.setPageSize(page);
    for (int number = 0; number < document.pageCount(); ++number) {
        if (number > 0)
            device.newPage();
        painter.save();
        painter.translate(0, -number * page.height());
        document.drawContents(&painter, QRectF(0, number * page.height(), page.width(), page.height()));
        painter.restore();
    }
    return painter.end();
}

}

int printWidth(const QPagedPaintDevice &device)
{
    return static_cast<int>(pageSize(device).width());
}

bool printItem(QPagedPaintDevice &device, const Item &item, const QString &person,
               const std::optional<display::DisplayList> &body)
{
    if (!body)
        return printHtml(device, head(item, person) + QStringLiteral("<p>%1</p>").arg(escaped(item.text)));
    QTextDocument top;
    top.setDefaultFont(QFont(top.defaultFont().family(), 10));
    top.setHtml(head(item, person));
    top.setTextWidth(pageSize(device).width());
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    const double scale = device.logicalDpiX() / pixelsPerInch;
    painter.scale(scale, scale);
    top.drawContents(&painter);
    paintPages(painter, device, *body, top.size().height() + gap);
    return painter.end();
}

bool printConversation(QPagedPaintDevice &device, const std::vector<Item> &items, const QString &person)
{
    QString html = QStringLiteral("<h3>%1</h3><hr>").arg(escaped(person));
    for (const Item &item : items) {
        html += QStringLiteral("<p><b>%1</b>, %2, %3<br>")
                    .arg(escaped(timeline::senderName(item, person)), escaped(Words::channel(item.channel)),
                         escaped(Words::dateAndTime(item.at)));
        if (!item.subject.isEmpty())
            html += QStringLiteral("<b>%1</b><br>").arg(escaped(item.subject));
        html += escaped(item.text) + QStringLiteral("</p>");
    }
    return printHtml(device, html);
}

}
