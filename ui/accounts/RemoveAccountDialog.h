#pragma once

#include "core/engine/Accounts.h"

#include <QDialog>

class QLabel;
class QRadioButton;

namespace isthmus::accounts {

/// What is about to be removed.
struct AccountToRemove {
    QString address;
    engine::Accounts::Unsent unsent{};
    bool isSignedIn = true; ///< else it was removed before, and its kept messages are what is left of it
    bool hasKeyring = true; ///< else its password is in memory
};

/// Asks whether an account is to be removed, and what becomes of its messages; says what is lost. Opened, never executed.
class RemoveAccountDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit RemoveAccountDialog(AccountToRemove account, QWidget *parent = nullptr);

    /// As high as its sentences, as far as the screen allows; the rest is scrolled.
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The user's word: the account goes, and its messages with it or not. Nothing comes if the answer is no.
    void decided(bool withMessages);

private:
    [[nodiscard]] QLabel *addText(const QString &name, const QString &text);
    [[nodiscard]] QRadioButton *addChoice(const QString &name, const QString &text, const QString &hint);
    void sayWhatIsUnsent();

    const AccountToRemove m_account;
    QWidget *m_page = nullptr;
    QRadioButton *m_erase = nullptr; ///< none where nothing can be kept
    QLabel *m_unsent = nullptr;
};

}
