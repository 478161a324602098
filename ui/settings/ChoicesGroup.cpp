#include "ui/settings/ChoicesGroup.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>

#include <algorithm>

namespace isthmus::settings {

using model::Consent;
using model::MailBySubject;
using model::ReachedBy;
using model::Settings;

ChoicesGroup::ChoicesGroup(const Settings &settings, const std::vector<model::Account> &accounts,
                           const std::vector<engine::Options::MailServer> &servers, QWidget *parent)
    : QGroupBox(tr("Reports and ways"), parent), m_settings(settings)
{
    auto *form = new QFormLayout(this);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    if (accounts.size() > 1)
        addDefaultAccount(*form, accounts);
    addConsent(*form, QStringLiteral("displayReports"), tr("Tell senders that I have &read their e-mail"),
               &Settings::displayReports);
    addConsent(*form, QStringLiteral("nudge"), tr("Tell the recipient of an e-mail by &chat"), &Settings::nudge);
    addSwitch(*form, QStringLiteral("askReports"), tr("Ask whether my e-mails were delivered and read"),
              &Settings::askReports);
    addSwitch(*form, QStringLiteral("joinLines"), tr("Join chat lines that go as e-mail while they wait"),
              &Settings::joinLines);
    addMailBySubject(*form);
    addSwitch(*form, QStringLiteral("forwardWhileBusy"),
              tr("While I do not want to be disturbed, put chat messages into my mailbox, too"),
              &Settings::forwardWhileBusy);
    addReachedBy(*form);
    addSwitch(*form, QStringLiteral("offlineToMailbox"), tr("Tell contacts: by e-mail while I am offline"),
              &Settings::offlineToMailbox);
    addSwitch(*form, QStringLiteral("busyToMailbox"), tr("Tell contacts: by e-mail while I do not want to be disturbed"),
              &Settings::busyToMailbox);
    for (const engine::Options::MailServer &server : servers)
        addServer(*form, server);
}

void ChoicesGroup::addConsent(QFormLayout &form, const QString &name, const QString &label, Consent Settings::*field)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(name);
    choice->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    choice->addItem(tr("Ask"), static_cast<int>(Consent::Ask));
    choice->addItem(tr("Always"), static_cast<int>(Consent::Always));
    choice->addItem(tr("Never"), static_cast<int>(Consent::Never));
    choice->setCurrentIndex(choice->findData(static_cast<int>(m_settings.*field)));
    connect(choice, &QComboBox::currentIndexChanged, this, [this, choice, field] {
        m_settings.*field = static_cast<Consent>(choice->currentData().toInt());
        Q_EMIT chosen(m_settings);
    });
    form.addRow(label, choice);
}

void ChoicesGroup::addSwitch(QFormLayout &form, const QString &name, const QString &text, bool Settings::*field)
{
    auto *box = new QCheckBox(text, this);
    box->setObjectName(name);
    box->setChecked(m_settings.*field);
    connect(box, &QCheckBox::toggled, this, [this, field](bool on) {
        m_settings.*field = on;
        Q_EMIT chosen(m_settings);
    });
    form.addRow(box);
}

void ChoicesGroup::addReachedBy(QFormLayout &form)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(QStringLiteral("reachedBy"));
    choice->setAccessibleName(tr("Tell contacts how to reach me"));
    choice->addItem(tr("By chat or e-mail"), static_cast<int>(ReachedBy::Any));
    choice->addItem(tr("By e-mail only"), static_cast<int>(ReachedBy::MailOnly));
    choice->addItem(tr("By chat only"), static_cast<int>(ReachedBy::ChatOnly));
    choice->setCurrentIndex(choice->findData(static_cast<int>(m_settings.reachedBy)));
    connect(choice, &QComboBox::currentIndexChanged, this, [this, choice] {
        m_settings.reachedBy = static_cast<ReachedBy>(choice->currentData().toInt());
        Q_EMIT chosen(m_settings);
    });
    form.addRow(tr("Tell contacts how to reach &me"), choice);
}

void ChoicesGroup::addMailBySubject(QFormLayout &form)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(QStringLiteral("mailBySubject"));
    choice->setAccessibleName(tr("Chat messages with a subject"));
    choice->setToolTip(tr("Messages that say themselves that they are e-mail are shown as such in any case"));
    choice->addItem(tr("Are e-mail"), static_cast<int>(MailBySubject::All));
    choice->addItem(tr("Are e-mail if written as single messages"), static_cast<int>(MailBySubject::NormalOnly));
    choice->addItem(tr("Are chat lines with a title"), static_cast<int>(MailBySubject::Off));
    choice->setCurrentIndex(choice->findData(static_cast<int>(m_settings.mailBySubject)));
    connect(choice, &QComboBox::currentIndexChanged, this, [this, choice] {
        m_settings.mailBySubject = static_cast<MailBySubject>(choice->currentData().toInt());
        Q_EMIT chosen(m_settings);
    });
    form.addRow(tr("Chat messages with a &subject"), choice);
}

void ChoicesGroup::addDefaultAccount(QFormLayout &form, const std::vector<model::Account> &accounts)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(QStringLiteral("defaultAccount"));
    choice->setAccessibleName(tr("Account for new messages"));
    for (const model::Account &account : accounts)
        choice->addItem(account.address.toString(), QVariant::fromValue<qlonglong>(account.id.raw));
    choice->setCurrentIndex(std::max(0, choice->findData(QVariant::fromValue<qlonglong>(m_settings.defaultAccount.raw))));
    connect(choice, &QComboBox::currentIndexChanged, this, [this, choice] {
        m_settings.defaultAccount = model::AccountId{choice->currentData().toLongLong()};
        Q_EMIT chosen(m_settings);
    });
    form.addRow(tr("&Account for new messages"), choice);
}

void ChoicesGroup::addServer(QFormLayout &form, const engine::Options::MailServer &server)
{
    using Trust = engine::Options::MailServer::Trust;
    auto *box =
        new QCheckBox(tr("%1 is my provider's server and may say whether a sender was checked").arg(server.name), this);
    box->setObjectName(QStringLiteral("mailServer:") + server.name);
    box->setChecked(server.trust == Trust::Trusted);
    connect(box, &QCheckBox::toggled, this,
            [this, server](bool trust) { Q_EMIT serverDecided(server.account, server.name, trust); });
    form.addRow(box);
}

}
