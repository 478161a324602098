#include "ui/accounts/RemoveAccountDialog.h"

#include "ui/theme/Appearance.h"
#include "ui/widgets/ScrollPage.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace isthmus::accounts {

namespace grid = theme::grid;

namespace {
constexpr int textWidth = 480;
}

RemoveAccountDialog::RemoveAccountDialog(AccountToRemove account, QWidget *parent)
    : QDialog(parent), m_account(std::move(account))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("removeAccount"));
    setWindowTitle(tr("Remove account"));
    m_page = new QWidget;
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(grid::wide, grid::wide, grid::wide, grid::wide);
    column->setSpacing(grid::unit);
    const QString &address = m_account.address;
    if (m_account.isSignedIn) {
        QLabel *heading = addText(QStringLiteral("removeAccountHeading"), tr("Remove %1 from Isthmus?").arg(address));
        QFont font = heading->font();
        font.setBold(true);
        heading->setFont(font);
        const QString password = m_account.hasKeyring
                                     ? tr("Its connections are closed, and its password leaves the keyring.")
                                     : tr("Its connections are closed, and its password is forgotten.");
        const QString servers = tr("On the servers nothing changes: e-mails, chat archive and contacts stay there.");
        static_cast<void>(addText(QStringLiteral("removeAccountFacts"), password + u'\n' + servers));
        static_cast<void>(addText(QStringLiteral("removeAccountMessages"), tr("Its messages on this computer:")));
        auto *keep = addChoice(QStringLiteral("keepMessages"), tr("Keep them for reading"),
                               tr("They stay in their conversations and are found by search."));
        keep->setChecked(true);
        m_erase = addChoice(QStringLiteral("eraseMessages"), tr("Remove them, too"),
                            tr("With the people whom only this account knows. What is on the servers comes back if the "
                               "account is added again."));
        auto *choices = new QButtonGroup(this);
        choices->addButton(keep);
        choices->addButton(m_erase);
        connect(m_erase, &QRadioButton::toggled, this, &RemoveAccountDialog::sayWhatIsUnsent);
        m_unsent = addText(QStringLiteral("removeAccountUnsent"), {});
        sayWhatIsUnsent();
    } else {
        static_cast<void>(addText(QStringLiteral("removeAccountHeading"),
                                  tr("Remove the messages of %1 from this computer?").arg(address)));
        static_cast<void>(
            addText(QStringLiteral("removeAccountFacts"),
                    tr("The account was removed before. On the servers nothing changes: what is there comes back if the "
                       "account is added again. What was not sent is lost.")));
    }
    column->addStretch(1);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(new widgets::ScrollPage(m_page, this)); // on a small screen, or in large letters, it is scrolled
    auto *buttons = new QDialogButtonBox(this);
    buttons->setContentsMargins(grid::wide, grid::unit, grid::wide, grid::wide);
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    QPushButton *remove = buttons->addButton(m_account.isSignedIn ? tr("Remove account") : tr("Remove messages"),
                                             QDialogButtonBox::AcceptRole);
    remove->setObjectName(QStringLiteral("removeAccountNow"));
    remove->setAutoDefault(false);
    cancel->setDefault(true); // Enter must not do what cannot be undone
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT decided(!m_erase || m_erase->isChecked());
        accept();
    });
    outer->addWidget(buttons);
    cancel->setFocus();
}

QSize RemoveAccountDialog::sizeHint() const
{
    constexpr double share = 0.8; // of the screen
    const int most = static_cast<int>(screen()->availableSize().height() * share);
    const int width = textWidth + 3 * grid::wide;
    const int height = m_page->layout()->totalHeightForWidth(width) + layout()->itemAt(1)->sizeHint().height();
    return {std::max(width, QDialog::sizeHint().width()), std::min(height, most)};
}

QLabel *RemoveAccountDialog::addText(const QString &name, const QString &text)
{
    auto *label = new QLabel(text, m_page);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    m_page->layout()->addWidget(label);
    return label;
}

QRadioButton *RemoveAccountDialog::addChoice(const QString &name, const QString &text, const QString &hint)
{
    auto *choice = new QRadioButton(text, m_page);
    choice->setObjectName(name);
    choice->setAccessibleDescription(hint);
    m_page->layout()->addWidget(choice);
    QLabel *words = addText(name + QStringLiteral("Hint"), hint);
    words->setIndent(grid::wide * 2);
    theme::setInk(*words, &theme::Theme::textMuted);
    return choice;
}

/// What has not left, and what the present choice makes of it.
void RemoveAccountDialog::sayWhatIsUnsent()
{
    const engine::Accounts::Unsent &unsent = m_account.unsent;
    QStringList parts;
    if (unsent.chats > 0)
        parts.append(tr("%n chat message(s)", nullptr, unsent.chats));
    if (unsent.mails > 0)
        parts.append(tr("%n e-mail(s)", nullptr, unsent.mails));
    QStringList sentences;
    if (!parts.isEmpty()) {
        const QString what = QLocale().createSeparatedList(parts);
        sentences.append(
            m_erase->isChecked()
                ? tr("Not sent yet, and lost with this choice: %1.").arg(what)
                : tr("Not sent yet: %1. They stay where you wrote them and can be sent from another account.").arg(what));
    }
    if (unsent.moves > 0)
        sentences.append(
            tr("%n e-mail(s) that you have archived or deleted stay on the server where they are.", nullptr, unsent.moves));
    m_unsent->setText(sentences.join(u'\n'));
    theme::setInk(*m_unsent, m_erase->isChecked() ? &theme::Theme::danger : &theme::Theme::text);
    m_unsent->setVisible(!sentences.isEmpty());
    if (isVisible()) // room for a longer sentence
        resize(width(), std::max(height(), sizeHint().height()));
}

}
