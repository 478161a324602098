#include "ui/contacts/ContactCard.h"

#include "core/engine/Reach.h"
#include "ui/contacts/AddressRow.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/FaultLabel.h"
#include "ui/widgets/ScrollPage.h"
#include "ui/widgets/Words.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace isthmus::contacts {

using namespace model;
using engine::addressText;
using theme::Glyph;
using widgets::Words;
namespace grid = theme::grid;

namespace {

constexpr SendVia ways[] = {SendVia::Automatic, SendVia::OfflineMail, SendVia::DndMail,
                            SendVia::BothMail,  SendVia::MailOnly,    SendVia::ChatOnly};

QLabel *caption(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    theme::setTextRole(*label, theme::TextRole::Title);
    return label;
}

}

/// What "Automatic" follows: the contact's own wish (specification 5).
QString ContactCard::publishedText(const Contact &contact)
{
    if (!contact.published)
        return {};
    if (contact.published->mode == QLatin1String("mail-only"))
        return tr("Wishes to be reached by e-mail only.");
    if (contact.published->mode == QLatin1String("chat-only"))
        return tr("Wishes to be reached by chat only.");
    const bool offline = contact.published->offline == QLatin1String("mailbox");
    const bool busy = contact.published->busy == QLatin1String("mailbox");
    if (offline && busy)
        return tr("Wishes e-mail while offline or not to be disturbed.");
    return offline ? tr("Wishes e-mail while offline.") : busy ? tr("Wishes e-mail while not to be disturbed.") : QString();
}

ContactCard::ContactCard(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("contactCard"));
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(grid::wide, grid::wide, grid::wide, grid::wide);
    column->setSpacing(grid::wide);
    column->addWidget(buildHead());
    column->addWidget(buildActions());
    m_error = new widgets::FaultLabel(tr("contact"), page);
    m_error->setObjectName(QStringLiteral("contactError"));
    column->addWidget(m_error);
    column->addWidget(buildAddresses());
    column->addWidget(buildSendVia());
    column->addWidget(buildMerge());
    column->addStretch(1);
    auto *scroll = new widgets::ScrollPage(page, this);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
}

QWidget *ContactCard::buildHead()
{
    auto *head = new QWidget(this);
    m_avatar = new widgets::Avatar(grid::avatarLarge, head);
    m_name = new QLineEdit(head);
    m_name->setObjectName(QStringLiteral("contactName"));
    m_name->setAccessibleName(tr("Contact name"));
    theme::setTextRole(*m_name, theme::TextRole::Title);
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        const QString name = m_name->text().trimmed();
        if (!name.isEmpty() && name != m_contact.name)
            Q_EMIT renamed(name);
    });
    m_presence = new QLabel(head);
    m_presence->setObjectName(QStringLiteral("contactPresence"));
    m_presence->setTextFormat(Qt::PlainText);
    m_presence->setWordWrap(true);
    theme::setInk(*m_presence, &theme::Theme::textMuted);
    auto *close = new QToolButton(head);
    close->setObjectName(QStringLiteral("closeDetails"));
    close->setIcon(theme::icon(Glyph::Close));
    close->setAccessibleName(tr("Close details"));
    close->setToolTip(tr("Close details (Escape)"));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    connect(close, &QToolButton::clicked, this, &ContactCard::closed);
    auto *layout = new QGridLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(grid::unit);
    layout->addWidget(m_avatar, 0, 0, 2, 1, Qt::AlignTop);
    layout->addWidget(m_name, 0, 1);
    layout->addWidget(close, 0, 2, Qt::AlignTop);
    layout->addWidget(m_presence, 1, 1, 1, 2);
    return head;
}

QWidget *ContactCard::buildActions()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    const auto addButton = [&](const QString &name, Glyph glyph, const QString &text, const QString &spoken) {
        auto *button = new QToolButton(row);
        button->setObjectName(name);
        button->setIcon(theme::icon(glyph));
        button->setText(text);
        button->setAccessibleName(spoken);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        layout->addWidget(button);
        return button;
    };
    m_chat = addButton(QStringLiteral("cardChat"), Glyph::Chat, tr("Chat"), tr("Chat with this contact"));
    const QToolButton *mail =
        addButton(QStringLiteral("cardMail"), Glyph::Mail, tr("Send e-mail"), tr("Send e-mail to this contact"));
    layout->addStretch(1);
    connect(m_chat, &QToolButton::clicked, this, &ContactCard::chatRequested);
    connect(mail, &QToolButton::clicked, this, &ContactCard::mailRequested);
    return row;
}

QWidget *ContactCard::buildAddresses()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(caption(tr("Addresses"), box));
    m_addresses = new QVBoxLayout;
    m_addresses->setSpacing(grid::unit);
    layout->addLayout(m_addresses);

    m_newKind = new QComboBox(box);
    m_newKind->setObjectName(QStringLiteral("newAddressKind"));
    m_newKind->setAccessibleName(tr("Kind of the new address"));
    m_newKind->addItem(theme::icon(Glyph::Mail), tr("mail"));
    m_newKind->addItem(theme::icon(Glyph::Chat), tr("chat"));
    m_newAddress = new QLineEdit(box);
    m_newAddress->setObjectName(QStringLiteral("newAddress"));
    m_newAddress->setAccessibleName(tr("New address"));
    m_newAddress->setPlaceholderText(tr("Another address"));
    connect(m_newAddress, &QLineEdit::returnPressed, this, &ContactCard::add);
    auto *addButton = new QPushButton(tr("Add"), box);
    addButton->setObjectName(QStringLiteral("addAddress"));
    addButton->setAccessibleName(tr("Add this address"));
    connect(addButton, &QPushButton::clicked, this, &ContactCard::add);
    auto *row = new QHBoxLayout;
    row->setSpacing(grid::half);
    row->addWidget(m_newKind, 1);
    row->addWidget(addButton);
    layout->addWidget(m_newAddress); // the whole width: addresses are long
    layout->addLayout(row);
    return box;
}

QWidget *ContactCard::buildSendVia()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::half);
    layout->addWidget(caption(tr("Send via"), box));
    m_published = new QLabel(box);
    m_published->setObjectName(QStringLiteral("publishedPreference"));
    m_published->setTextFormat(Qt::PlainText);
    m_published->setWordWrap(true);
    theme::setInk(*m_published, &theme::Theme::textMuted);
    layout->addWidget(m_published);
    m_sendVia = new QButtonGroup(this);
    for (const SendVia via : ways) {
        auto *button = new QRadioButton(Words::sendVia(via), box);
        button->setObjectName(QStringLiteral("sendVia%1").arg(static_cast<int>(via)));
        m_sendVia->addButton(button, static_cast<int>(via));
        layout->addWidget(button);
    }
    // Not idClicked: assistive technology chooses without clicking.
    connect(m_sendVia, &QButtonGroup::idToggled, this, [this](int via, bool chosen) {
        if (chosen && static_cast<SendVia>(via) != m_contact.sendVia)
            Q_EMIT sendViaChosen(static_cast<SendVia>(via));
    });
    return box;
}

QWidget *ContactCard::buildMerge()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *merge = new QPushButton(tr("Join with another person…"), box);
    merge->setObjectName(QStringLiteral("merge"));
    connect(merge, &QPushButton::clicked, this, &ContactCard::mergeRequested);
    layout->addWidget(merge, 0, Qt::AlignLeft);
    return box;
}

void ContactCard::setContact(const Contact &contact)
{
    const bool other = contact.id != m_contact.id;
    const bool sameLinks = !other && contact.links == m_contact.links;
    m_contact = contact;
    const AddressLink *chat = contact.firstChat();
    m_avatar->setFace(widgets::faceOf(contact));
    if (other || !m_name->hasFocus())
        m_name->setText(contact.name);
    if (!m_name->hasFocus())
        m_name->setCursorPosition(0); // of a long name, the beginning is seen
    const QString presence = chat ? Words::presence(contact.presence.availability) : tr("mail only");
    m_presence->setText(contact.presence.status.isEmpty()
                            ? presence
                            : tr("%1: %2", "presence: own words").arg(presence, contact.presence.status));
    m_chat->setEnabled(chat != nullptr);
    m_sendVia->button(static_cast<int>(contact.sendVia))->setChecked(true);
    m_published->setText(publishedText(contact));
    m_published->setVisible(!m_published->text().isEmpty());
    if (other) {
        m_newAddress->clear();
        m_error->clear();
    }
    if (!sameLinks)
        refreshAddresses();
}

void ContactCard::refreshAddresses()
{
    while (QLayoutItem *item = m_addresses->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // the row whose button brought us here may be among them
        delete item;
    }
    for (const AddressLink &link : m_contact.links) {
        auto *row = new AddressRow(link, m_contact.links.size() > 1, this);
        m_addresses->addWidget(row);
        connect(row, &AddressRow::confirmed, this, [this, address = link.address] { Q_EMIT confirmRequested(address); });
        connect(row, &AddressRow::removed, this,
                [this, id = link.id, text = addressText(link.address)] { Q_EMIT removeRequested(id, text); });
    }
}

void ContactCard::add()
{
    const auto address = readAddress(m_newAddress->text(), m_newKind->currentIndex() == 0);
    if (!address) {
        m_error->showSentence(tr("This is no complete address. Nothing was changed."));
        m_newAddress->setFocus();
        return;
    }
    m_error->clear();
    m_newAddress->clear();
    Q_EMIT addRequested(address.value());
}

void ContactCard::showError(const base::Error &error)
{
    m_error->showFault(error, widgets::Doing::Contacts);
}

void ContactCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

}
