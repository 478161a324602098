#include "ui/settings/SettingsDialog.h"

#include "ui/theme/Appearance.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace isthmus::settings {

using theme::SchemeChoice;

SettingsDialog::SettingsDialog(SchemeChoice scheme, const std::vector<model::Account> &accounts, bool secretsPersist,
                               QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("settings"));
    setWindowTitle(tr("Settings"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(theme::grid::wide);
    addLook(*column, scheme);
    for (const model::Account &account : accounts)
        addAccount(*column, account);
    auto *secrets = new QLabel(secretsPersist ? tr("Passwords are kept in the system keyring, nowhere else.")
                                              : tr("This system has no keyring: passwords are kept in memory and "
                                                   "forgotten when Isthmus is closed."),
                               this);
    secrets->setWordWrap(true);
    theme::setInk(*secrets, &theme::Theme::textMuted);
    column->addWidget(secrets);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    setMinimumWidth(460);
}

void SettingsDialog::addLook(QVBoxLayout &column, SchemeChoice scheme)
{
    auto *group = new QGroupBox(tr("Look"), this);
    auto *form = new QFormLayout(group);
    auto *choice = new QComboBox(group);
    choice->setObjectName(QStringLiteral("scheme"));
    choice->setAccessibleName(tr("Colours"));
    choice->addItem(tr("As the desktop"), static_cast<int>(SchemeChoice::System));
    choice->addItem(tr("Light"), static_cast<int>(SchemeChoice::Light));
    choice->addItem(tr("Dark"), static_cast<int>(SchemeChoice::Dark));
    choice->addItem(tr("High contrast"), static_cast<int>(SchemeChoice::HighContrast));
    choice->setCurrentIndex(choice->findData(static_cast<int>(scheme)));
    connect(choice, &QComboBox::currentIndexChanged, this, [this, choice] {
        Q_EMIT schemeChosen(static_cast<SchemeChoice>(choice->currentData().toInt()));
    });
    form->addRow(tr("&Colours"), choice);
    column.addWidget(group);
}

void SettingsDialog::addAccount(QVBoxLayout &column, const model::Account &account)
{
    const QString address = account.address.toString();
    auto *group = new QGroupBox(address, this);
    auto *layout = new QVBoxLayout(group);
    auto *chat = new QCheckBox(tr("Connect chat at start"), group);
    chat->setAccessibleName(tr("Connect chat of %1 at start").arg(address));
    chat->setObjectName(QStringLiteral("connectChat:") + address);
    chat->setChecked(account.connectChat);
    auto *mail = new QCheckBox(tr("Fetch mail at start"), group);
    mail->setAccessibleName(tr("Fetch mail of %1 at start").arg(address));
    mail->setObjectName(QStringLiteral("fetchMail:") + address);
    mail->setChecked(account.fetchMail);
    for (const QCheckBox *box : {chat, mail}) {
        connect(box, &QCheckBox::toggled, this, [this, id = account.id, chat, mail] {
            Q_EMIT startOptionsChosen(id, chat->isChecked(), mail->isChecked());
        });
    }
    auto *password = new QPushButton(tr("Change password…"), group);
    password->setObjectName(QStringLiteral("password:") + address);
    password->setAccessibleName(tr("Change the stored password of %1").arg(address));
    password->setAutoDefault(false);
    connect(password, &QPushButton::clicked, this, [this, id = account.id] { Q_EMIT passwordChangeRequested(id); });
    layout->addWidget(chat);
    layout->addWidget(mail);
    layout->addWidget(password, 0, Qt::AlignLeft);
    column.addWidget(group);
}

}
