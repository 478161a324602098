#pragma once

#include "core/engine/Options.h"
#include "core/model/Account.h"
#include "core/model/Settings.h"

#include <QGroupBox>

#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;

namespace isthmus::settings {

/// What is told to others, and which way what comes and goes takes: reports, notices, forwarding, how contacts
/// reach the user, whose word about senders counts. Each change is said at once.
class ChoicesGroup final : public QGroupBox
{
    Q_OBJECT
public:
    ChoicesGroup(const model::Settings &settings, const std::vector<model::Account> &accounts,
                 const std::vector<engine::Options::MailServer> &servers, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const isthmus::model::Settings &settings);
    void serverDecided(isthmus::model::AccountId account, const QString &server, bool trust);

private:
    void addConsent(QFormLayout &form, const QString &name, const QString &label, model::Consent model::Settings::*field);
    void addSwitch(QFormLayout &form, const QString &name, const QString &text, bool model::Settings::*field);
    void addReachedBy(QFormLayout &form);
    void addMailBySubject(QFormLayout &form);
    void addDefaultAccount(QFormLayout &form, const std::vector<model::Account> &accounts);
    void addServer(QFormLayout &form, const engine::Options::MailServer &server);

    model::Settings m_settings;
};

}
