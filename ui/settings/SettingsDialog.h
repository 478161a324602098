#pragma once

#include "core/engine/Outbox.h"
#include "core/model/Account.h"
#include "ui/settings/Preferences.h"
#include "ui/theme/Theme.h"

#include <QDialog>

class QVBoxLayout;

namespace isthmus::settings {

/// What can be set: the look, notifications, the tray, and for each account what happens at start and its
/// password. Each change takes effect at once; there is nothing to apply. Opened, never executed.
class SettingsDialog final : public QDialog
{
    Q_OBJECT
public:
    SettingsDialog(theme::SchemeChoice scheme, const Preferences &preferences, const std::vector<model::Account> &accounts,
                   bool secretsPersist, QWidget *parent = nullptr);

    /// As high as its groups, as far as the screen allows.
    [[nodiscard]] QSize sizeHint() const override;
    /// Below the accounts.
    void addGroup(QWidget *group);

    /// Offers the ways for long messages; \p present is chosen.
    void offerLongTexts(const engine::LongTexts &present);

Q_SIGNALS:
    void longTextsChosen(const isthmus::engine::LongTexts &way);
    void schemeChosen(isthmus::theme::SchemeChoice scheme);
    void preferencesChosen(const isthmus::settings::Preferences &preferences);
    void startOptionsChosen(isthmus::model::AccountId account, bool connectChat, bool fetchMail);
    void passwordChangeRequested(isthmus::model::AccountId account);
    /// The dialog closes: what it shows of the account may be gone in a moment.
    void removalRequested(isthmus::model::AccountId account);

private:
    void addLook(QVBoxLayout &column, theme::SchemeChoice scheme);
    void addNotifications(QVBoxLayout &column);
    void addTray(QVBoxLayout &column);
    void addAccount(QVBoxLayout &column, const model::Account &account);

    Preferences m_preferences;
    QVBoxLayout *m_column = nullptr;
    int m_groups = 0; ///< how many stand above what is added
};

}
