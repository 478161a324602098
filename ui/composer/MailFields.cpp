#include "ui/composer/MailFields.h"

#include "ui/composer/Recipients.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace isthmus::composer {

MailFields::MailFields(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme::grid::unit);
    grid->setVerticalSpacing(theme::grid::half);
    m_to = addField(QStringLiteral("to"), tr("&To"), 0);
    m_cc = addField(QStringLiteral("cc"), tr("&Cc"), 1);
    m_bcc = addField(QStringLiteral("bcc"), tr("&Bcc"), 2);
    m_subject = addField(QStringLiteral("subject"), tr("&Subject"), 3);
    m_to->setAccessibleName(tr("To"));
    m_cc->setAccessibleName(tr("Cc"));
    m_bcc->setAccessibleName(tr("Bcc"));
    m_subject->setAccessibleName(tr("Subject"));

    m_copies = new QPushButton(tr("Cc and Bcc"), this);
    m_copies->setObjectName(QStringLiteral("copies"));
    m_copies->setFlat(true);
    grid->addWidget(m_copies, 0, 2);
    connect(m_copies, &QPushButton::clicked, this, [this] {
        setCopiesVisible(true);
        m_cc->setFocus();
    });
    setCopiesVisible(false);
    m_from = new QComboBox(this);
    m_from->setObjectName(QStringLiteral("from"));
    m_from->setAccessibleName(tr("From"));
    m_fromCaption = new QLabel(tr("&From"), this);
    m_fromCaption->setBuddy(m_from);
    grid->addWidget(m_fromCaption, 4, 0);
    grid->addWidget(m_from, 4, 1, 1, 2);
    connect(m_from, &QComboBox::activated, this, [this] {
        m_chosenFrom = model::AccountId{m_from->currentData().toLongLong()};
        Q_EMIT changed();
    });
    showFrom();
}

void MailFields::setAccounts(const std::vector<std::pair<model::AccountId, QString>> &accounts)
{
    m_from->clear();
    for (const auto &[id, address] : accounts)
        m_from->addItem(address, QVariant::fromValue<qlonglong>(id.raw));
    showFrom();
}

void MailFields::setDefaultAccount(model::AccountId account)
{
    m_defaultFrom = account;
    showFrom();
}

void MailFields::showFrom()
{
    const model::AccountId shown = m_chosenFrom.isValid() ? m_chosenFrom : m_defaultFrom;
    m_from->setCurrentIndex(m_from->findData(QVariant::fromValue<qlonglong>(shown.raw)));
    m_from->setVisible(m_from->count() > 1);
    m_fromCaption->setVisible(m_from->count() > 1);
}

QLineEdit *MailFields::addField(const QString &name, const QString &label, int row)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    auto *caption = new QLabel(label, this);
    caption->setBuddy(edit);
    auto *grid = static_cast<QGridLayout *>(layout());
    grid->addWidget(caption, row, 0);
    grid->addWidget(edit, row, 1, 1, row == 0 ? 1 : 2);
    connect(edit, &QLineEdit::textChanged, this, &MailFields::changed);
    return edit;
}

void MailFields::setCopiesVisible(bool visible)
{
    m_copies->setVisible(!visible);
    auto *grid = static_cast<QGridLayout *>(layout());
    for (const int row : {1, 2}) {
        for (const int column : {0, 1})
            grid->itemAtPosition(row, column)->widget()->setVisible(visible);
    }
}

MailFields::Value MailFields::value() const
{
    return {m_to->text(), m_cc->text(), m_bcc->text(), m_subject->text(), m_chosenFrom};
}

void MailFields::setValue(const Value &value)
{
    m_to->setText(value.to);
    m_cc->setText(value.cc);
    m_bcc->setText(value.bcc);
    m_subject->setText(value.subject);
    m_chosenFrom = value.from;
    showFrom();
    setCopiesVisible(!value.cc.isEmpty() || !value.bcc.isEmpty());
}

void MailFields::setDefaultRecipient(const QString &address)
{
    m_to->setPlaceholderText(address);
}

void MailFields::setSuggestions(const QStringList &recipients)
{
    for (QLineEdit *edit : {m_to, m_cc, m_bcc}) {
        delete edit->completer();
        auto *completer = new QCompleter(recipients, edit);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        edit->setCompleter(completer);
    }
}

void MailFields::focusFirstEmpty()
{
    if (m_to->text().isEmpty() && m_to->placeholderText().isEmpty())
        m_to->setFocus();
    else
        m_subject->setFocus();
}

QLineEdit *MailFields::firstWrong() const
{
    for (QLineEdit *edit : {m_to, m_cc, m_bcc}) {
        if (!parseRecipients(edit->text()))
            return edit;
    }
    return nullptr;
}

}
