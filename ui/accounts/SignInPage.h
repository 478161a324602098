#pragma once

#include "core/base/Timestamp.h"
#include "core/model/Account.h"
#include "ui/widgets/FaultText.h"
#include "ui/widgets/LayoutBox.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace isthmus::widgets {
class FaultLabel;
}

namespace isthmus::accounts {

class ServiceLine;

/// What the page was filled with.
struct SignIn {
    model::MailAddress address;
    QString password;
    model::AccountPlan plan;
    bool connectChat = true;
    bool fetchMail = true;
};

/// The first minute: address and password, three services that fill in line by line and stand or fall
/// alone, and the way in. Takes values and emits wishes. Thread: the window's.
class SignInPage final : public QWidget
{
    Q_OBJECT
public:
    explicit SignInPage(base::Clock clock = base::systemNow, QWidget *parent = nullptr);

    void setSecretsPersist(bool persist);
    /// The window's layout as it is.
    void setWindowLayout(widgets::WindowLayout layout);
    /// A way back, for a second account.
    void setCancellable(bool cancellable);
    void reset();
    void fillAndSignIn(const model::MailAddress &address, const QString &password);

    /// One service of the address that was asked for last; others are late and ignored.
    void showService(const model::MailAddress &address, const model::ServicePlan &plan);
    void showPlan(const model::MailAddress &address, const base::Result<model::AccountPlan> &plan);
    /// The account is stored; links come up. Continue opens the window.
    void showSignedIn();
    void showLink(model::Service service, const model::LinkState &state);
    void showError(const base::Error &error, widgets::Doing doing);

    [[nodiscard]] ServiceLine &line(model::Service service);

Q_SIGNALS:
    void discoveryWanted(const isthmus::model::MailAddress &address);
    void signInRequested(const isthmus::accounts::SignIn &signIn);
    void registerRequested(const isthmus::accounts::SignIn &signIn);
    void passwordRetried(const QString &password);
    void layoutChosen(isthmus::widgets::WindowLayout layout);
    void continued();
    void cancelled();

private:
    /// Entering -> (Working) -> SignedIn; an error leads back to Entering.
    enum class Stage : std::uint8_t { Entering, Working, SignedIn };
    enum class Wish : std::uint8_t { None, SignIn, Register };

    void build();
    QWidget *buildEntry();
    QWidget *buildServices();
    QWidget *buildChoices();
    QWidget *buildButtons();
    void addressEdited();
    void startDiscovery();
    void wish(Wish wish);
    void proceed();
    void refresh();
    void refreshLinks();
    [[nodiscard]] bool isRefused() const;

    base::Clock m_clock;
    Stage m_stage = Stage::Entering;
    Wish m_wish = Wish::None; ///< waits for discovery to end
    QTimer m_pause;           ///< between the last key and the look-up
    std::optional<model::MailAddress> m_asked;
    bool m_planComplete = false;
    QLabel *m_title = nullptr;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_password = nullptr;
    std::array<ServiceLine *, 3> m_lines{};
    QCheckBox *m_connectChat = nullptr;
    QCheckBox *m_fetchMail = nullptr;
    widgets::LayoutBox *m_layout = nullptr;
    QLabel *m_secrets = nullptr;
    widgets::FaultLabel *m_error = nullptr;
    QPushButton *m_signIn = nullptr;
    QPushButton *m_continue = nullptr;
    QPushButton *m_register = nullptr;
    QPushButton *m_cancel = nullptr;
};

}
