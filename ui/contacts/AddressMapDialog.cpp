#include "ui/contacts/AddressMapDialog.h"

#include "core/engine/Reach.h"
#include "ui/contacts/AddressRow.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Words.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace isthmus::contacts {

using engine::addressText;
using widgets::Words;

namespace {

enum Column { person, kind, address, why, since, columns };
constexpr int widthCharacters = 116; ///< about 850 pixels with the usual font
constexpr int cellCharacters = 28;

}

AddressMapDialog::AddressMapDialog(QWidget *parent)
    : QDialog(parent), m_table(new QTableWidget(0, columns, this)), m_result(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("addressMap"));
    setWindowTitle(tr("Address map"));
    m_table->setObjectName(QStringLiteral("addressTable"));
    m_table->setAccessibleName(tr("All addresses"));
    m_table->setHorizontalHeaderLabels({tr("Person"), tr("Kind"), tr("Address"), tr("Why"), tr("Since")});
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setFrameShape(QFrame::NoFrame);
    QHeaderView *header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(address, QHeaderView::Stretch);
    // Long ones give way; whoever wants to read them draws the column wider.
    for (const int column : {person, why})
        header->setSectionResizeMode(column, QHeaderView::Interactive);
    m_empty = new widgets::EmptyState(theme::Glyph::Contacts, this);
    m_empty->setObjectName(QStringLiteral("noAddresses"));
    m_empty->setWords(tr("No addresses yet"), tr("Those of contacts, and of whoever writes to you, appear here."));
    m_result->setObjectName(QStringLiteral("addressMapResult"));
    m_result->setTextFormat(Qt::PlainText);
    m_result->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    // Beside the box: Qt leads Tab round three buttons in one without ever coming to the last.
    auto *out = new QPushButton(tr("Export…"), this);
    out->setObjectName(QStringLiteral("exportMap"));
    out->setAccessibleName(tr("Export the address map"));
    auto *in = new QPushButton(tr("Import…"), this);
    in->setObjectName(QStringLiteral("importMap"));
    in->setAccessibleName(tr("Import an address map"));
    for (QPushButton *button : {out, in})
        button->setAutoDefault(false);
    connect(out, &QPushButton::clicked, this, &AddressMapDialog::exportRequested);
    connect(in, &QPushButton::clicked, this, &AddressMapDialog::importRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(theme::grid::wide);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_result);
    auto *row = new QHBoxLayout;
    row->addWidget(out);
    row->addWidget(in);
    row->addStretch(1);
    row->addWidget(buttons);
    column->addLayout(row);
    const int letter = fontMetrics().averageCharWidth();
    resize(letter * widthCharacters, std::max(480, fontMetrics().height() * 24));
}

void AddressMapDialog::setContacts(const std::vector<model::Contact> &contacts)
{
    m_table->setRowCount(0);
    for (const model::Contact &contact : contacts) {
        for (const model::AddressLink &link : contact.links) {
            const int row = m_table->rowCount();
            m_table->insertRow(row);
            const QString date =
                QLocale().toString(base::toQDateTime(link.since).toLocalTime().date(), QLocale::ShortFormat);
            const QString cells[] = {contact.name, link.isMail() ? tr("mail") : tr("chat"), addressText(link.address),
                                     Words::evidence(link.evidence), date};
            for (int i = 0; i < columns; ++i) {
                auto *cell = new QTableWidgetItem(cells[i]);
                cell->setToolTip(cells[i].toHtmlEscaped());
                m_table->setItem(row, i, cell);
            }
        }
    }
    m_table->resizeColumnsToContents();
    for (const int column : {person, why}) {
        const int most = fontMetrics().averageCharWidth() * cellCharacters;
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column), most));
    }
    m_table->setVisible(m_table->rowCount() > 0);
    m_empty->setVisible(m_table->rowCount() == 0);
}

void AddressMapDialog::showResult(const QString &sentence)
{
    m_result->setText(sentence);
}

}
