#include "ui/shell/ConversationView.h"

#include "core/display/DisplayCodec.h"
#include "ui/shell/Printing.h"
#include "ui/timeline/TimelineView.h"

#include <QFileDialog>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>

#include <memory>

namespace isthmus::shell {

using namespace model;

/// On paper: dark letters on white, nothing folded away.
engine::LayoutWish ConversationView::paperWish(int width) const
{
    engine::LayoutWish wish;
    wish.width = width;
    wish.fontPixelSize = 14;
    wish.fontFamily = QFontInfo(font()).family();
    wish.monospaceFamily = QFontInfo(QFontDatabase::systemFont(QFontDatabase::FixedFont)).family();
    wish.foldQuotes = false;
    return wish;
}

void ConversationView::printOn(const std::shared_ptr<QPagedPaintDevice> &device, ItemId id)
{
    if (!m_timeline || m_timeline->indexOf(id) < 0)
        return;
    const Item item = m_timeline->items()[static_cast<std::size_t>(m_timeline->indexOf(id))];
    const QString person = m_view->person();
    m_timeline->layout(id, paperWish(printWidth(*device)))
        .then(this, [this, device, item, person](const base::Result<QByteArray> &laidOut) {
            // Without HTML it is the text; so it is when the layout fails, which loses no word.
            auto body = laidOut ? display::decode(*laidOut) : base::Result<display::DisplayList>(laidOut.error());
            const bool isUsable = body.ok() && !body->ops.empty();
            const bool isDone = printItem(*device, item, person, isUsable ? std::optional(std::move(*body)) : std::nullopt);
            Q_EMIT news(isDone ? tr("Printed.")
                               : tr("This could not be printed: the file or printer cannot be written to."));
        });
}

void ConversationView::print()
{
    const int row = m_view->currentRow();
    if (row < 0)
        return;
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("printDialog"));
    connect(dialog, qOverload<>(&QPrintDialog::accepted), this,
            [this, printer, id = m_view->item(row).id] { printOn(printer, id); });
    dialog->open();
}

void ConversationView::printAll()
{
    if (!m_timeline)
        return;
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("printDialog"));
    connect(dialog, qOverload<>(&QPrintDialog::accepted), m_timeline.get(), [this, printer] {
        const bool isDone = printConversation(*printer, m_timeline->items(), m_view->person());
        Q_EMIT news(isDone ? tr("Printed.") : tr("This could not be printed: the file or printer cannot be written to."));
    });
    dialog->open();
}

void ConversationView::savePdf()
{
    const int row = m_view->currentRow();
    if (row < 0)
        return;
    auto *dialog = new QFileDialog(this, tr("Save as PDF"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("pdfDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, id = m_view->item(row).id](const QString &path) { printOn(std::make_shared<QPdfWriter>(path), id); });
    dialog->open();
}

}
