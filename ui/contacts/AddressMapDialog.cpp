#include "ui/contacts/AddressMapDialog.h"

#include "core/engine/Reach.h"
#include "ui/contacts/AddressRow.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Words.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace isthmus::contacts {

using engine::addressText;
using widgets::Words;

AddressMapDialog::AddressMapDialog(QWidget *parent)
    : QDialog(parent), m_table(new QTableWidget(0, 5, this)), m_result(new QLabel(this))
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
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_result->setObjectName(QStringLiteral("addressMapResult"));
    m_result->setTextFormat(Qt::PlainText);
    m_result->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *out = buttons->addButton(tr("Export…"), QDialogButtonBox::ActionRole);
    out->setObjectName(QStringLiteral("exportMap"));
    out->setAccessibleName(tr("Export the address map"));
    QPushButton *in = buttons->addButton(tr("Import…"), QDialogButtonBox::ActionRole);
    in->setObjectName(QStringLiteral("importMap"));
    in->setAccessibleName(tr("Import an address map"));
    connect(out, &QPushButton::clicked, this, &AddressMapDialog::exportRequested);
    connect(in, &QPushButton::clicked, this, &AddressMapDialog::importRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(theme::grid::wide);
    column->addWidget(m_table, 1);
    column->addWidget(m_result);
    column->addWidget(buttons);
    resize(760, 480);
}

void AddressMapDialog::setContacts(const std::vector<model::Contact> &contacts)
{
    m_table->setRowCount(0);
    for (const model::Contact &contact : contacts) {
        for (const model::AddressLink &link : contact.links) {
            const int row = m_table->rowCount();
            m_table->insertRow(row);
            const QString since =
                QLocale().toString(base::toQDateTime(link.since).toLocalTime().date(), QLocale::ShortFormat);
            const QString cells[] = {contact.name, link.isMail() ? tr("mail") : tr("chat"), addressText(link.address),
                                     Words::evidence(link.evidence), since};
            for (int i = 0; i < 5; ++i)
                m_table->setItem(row, i, new QTableWidgetItem(cells[i]));
        }
    }
}

void AddressMapDialog::showResult(const QString &sentence)
{
    m_result->setText(sentence);
}

}
