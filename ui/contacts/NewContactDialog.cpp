#include "ui/contacts/NewContactDialog.h"

#include "ui/contacts/AddressRow.h"
#include "ui/theme/Appearance.h"
#include "ui/widgets/FaultLabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace isthmus::contacts {

NewContactDialog::NewContactDialog(QWidget *parent)
    : QDialog(parent),
      m_address(new QLineEdit(this)),
      m_name(new QLineEdit(this)),
      m_kind(new QComboBox(this)),
      m_error(new widgets::FaultLabel(tr("new contact"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("newContact"));
    setWindowTitle(tr("Add contact"));
    m_address->setObjectName(QStringLiteral("newContactAddress"));
    m_address->setAccessibleName(tr("Address of the new contact"));
    m_name->setObjectName(QStringLiteral("newContactName"));
    m_name->setAccessibleName(tr("Name of the new contact"));
    m_kind->setObjectName(QStringLiteral("newContactKind"));
    m_kind->setAccessibleName(tr("Kind of address"));
    m_kind->addItem(tr("Chat address"));
    m_kind->addItem(tr("Mailbox"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *add = buttons->addButton(tr("Add contact"), QDialogButtonBox::AcceptRole);
    theme::makePrimary(*add);
    connect(buttons, &QDialogButtonBox::accepted, this, &NewContactDialog::tryAccept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&Kind"), m_kind);
    form->addRow(tr("A&ddress"), m_address);
    form->addRow(tr("&Name"), m_name);
    form->addRow(m_error);
    form->addRow(buttons);
    m_address->setFocus();
    setMinimumWidth(420);
}

void NewContactDialog::tryAccept()
{
    const auto address = readAddress(m_address->text(), m_kind->currentIndex() == 1);
    if (!address) {
        m_error->showSentence(tr("This is no complete address. An address looks like bob@example.org."));
        m_address->setFocus();
        resize(width(), std::max(height(), layout()->totalHeightForWidth(width()))); // room for the sentence
        return;
    }
    Q_EMIT entered(address.value(), m_name->text().trimmed());
    accept();
}

}
