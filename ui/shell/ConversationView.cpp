#include "ui/shell/ConversationView.h"

#include "core/engine/Accounts.h"
#include "core/engine/Contacts.h"
#include "core/engine/Engine.h"
#include "core/engine/Options.h"
#include "core/engine/Outbox.h"
#include "ui/composer/Recipients.h"
#include "ui/shell/DraftKeeper.h"
#include "ui/shell/UndoBar.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Icons.h"
#include "ui/timeline/TimelineView.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/PersonChip.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace isthmus::shell {

using namespace model;
using theme::Glyph;
using widgets::Words;
namespace grid = theme::grid;

ConversationView::ConversationView(engine::Engine &engine, base::Clock clock, QWidget *parent)
    : QWidget(parent),
      m_engine(engine),
      m_clock(clock),
      m_search(engine),
      m_view(new timeline::TimelineView(clock, this)),
      m_undo(new UndoBar(clock, this)),
      m_composer(new composer::Composer(this)),
      m_drafts(std::make_unique<DraftKeeper>(engine, *m_composer))
{
    setObjectName(QStringLiteral("conversationView"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(buildFind());
    layout->addWidget(m_view, 1);
    layout->addWidget(m_undo);
    layout->addWidget(m_composer);
    bindUndo();

    connect(m_view, &timeline::TimelineView::actionRequested, this, &ConversationView::act);
    connect(m_view, &timeline::TimelineView::linkActivated, this, &ConversationView::openLink);
    connect(m_view, &timeline::TimelineView::bodyWanted, this, &ConversationView::layOut);
    connect(m_view, &timeline::TimelineView::currentChanged, this, &ConversationView::currentItemChanged);
    connect(m_view, &timeline::TimelineView::left, m_composer, &composer::Composer::focusText);
    connect(m_view, &timeline::TimelineView::olderWanted, this, [this] {
        if (m_timeline && !m_timeline->atBeginning())
            m_timeline->loadOlder();
    });
    connect(m_view, &timeline::TimelineView::endSeen, this, [this] {
        if (m_timeline && !m_goingTo.isValid())
            m_timeline->markRead();
    });
    connect(m_composer, &composer::Composer::draftChanged, this, &ConversationView::refreshRoute);
    connect(m_composer, &composer::Composer::sendRequested, this, &ConversationView::send);
    connect(m_composer, &composer::Composer::attachRequested, this, &ConversationView::attachFile);
    connect(m_composer, &composer::Composer::left, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(&engine.outbox(), &engine::Outbox::routesChanged, this, &ConversationView::refreshRoute);
    connect(&engine.contacts(), &engine::Contacts::changed, this, [this](PersonId person) {
        if (person == m_person)
            refreshPerson();
        showSentTo();
    });
    connect(&engine.contacts(), &engine::Contacts::reset, this, &ConversationView::refreshPerson);
    const auto refreshAccounts = [this] {
        std::vector<std::pair<AccountId, QString>> all;
        for (const Account &account : m_engine.accounts().all())
            all.emplace_back(account.id, account.address.toString());
        m_composer->setAccounts(all);
        refreshPerson();
    };
    connect(&engine.accounts(), &engine::Accounts::accountsChanged, this, refreshAccounts);
    connect(&engine.options(), &engine::Options::settingsChanged, this, &ConversationView::refreshPerson);
    refreshAccounts();
    bindRecipients();
    refreshPerson();
}

ConversationView::~ConversationView()
{
    leave();
}

QWidget *ConversationView::buildHeader()
{
    m_header = new QWidget(this);
    m_header->setObjectName(QStringLiteral("conversationHeader"));
    m_chip = new widgets::PersonChip(m_header);
    connect(m_chip, &widgets::PersonChip::chatRequested, this, &ConversationView::writeChat);
    connect(m_chip, &widgets::PersonChip::mailRequested, this, &ConversationView::writeMail);
    connect(m_chip, &widgets::PersonChip::detailsRequested, this, &ConversationView::detailsRequested);
    connect(m_chip, &widgets::PersonChip::muteRequested, this, &ConversationView::muteRequested);
    connect(m_chip, &widgets::PersonChip::blockRequested, this, &ConversationView::blockRequested);
    m_presence = new widgets::ElidedLabel(m_header);
    m_presence->setObjectName(QStringLiteral("presence"));
    theme::setInk(*m_presence, &theme::Theme::textMuted);
    const auto addButton = [this](const QString &name, Glyph glyph, const QString &spoken, const QString &tip) {
        auto *button = new QToolButton(m_header);
        button->setObjectName(name);
        button->setIcon(theme::icon(glyph));
        button->setIconSize(QSize(1, 1) * theme::signSide(20));
        button->setAccessibleName(spoken);
        button->setToolTip(tip);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        return button;
    };
    m_mailButton = addButton(QStringLiteral("headerMail"), Glyph::Mail, tr("Send e-mail"), tr("Send e-mail (Ctrl+Shift+M)"));
    m_detailsButton = addButton(QStringLiteral("headerDetails"), Glyph::Info, tr("Details"), tr("Details (Ctrl+I)"));
    connect(m_mailButton, &QToolButton::clicked, this, &ConversationView::writeMail);
    connect(m_detailsButton, &QToolButton::clicked, this, [this] { Q_EMIT detailsRequested(m_person); });
    auto *layout = new QHBoxLayout(m_header);
    layout->setContentsMargins(grid::wide, grid::unit, grid::wide, grid::unit);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_chip);
    layout->addWidget(m_presence, 1);
    layout->addWidget(m_mailButton);
    layout->addWidget(m_detailsButton);
    return m_header;
}

void ConversationView::open(PersonId person)
{
    m_sentTo.reset();
    if (person == m_person && m_timeline)
        return;
    m_person = person;
    leave();
    refreshHeld();
    m_findRow->hide();
    showTimeline(true);
    m_view->reset({});
    m_view->setEmptyText(tr("Loading…"));
    refreshPerson();
    m_drafts->open(person);
    m_timeline = std::make_unique<engine::Timeline>(m_engine, person);
    follow(*m_timeline);
    refreshHeld();
}

/// What was measured is written now, all at once, and not while somebody scrolls.
void ConversationView::leave()
{
    if (m_timeline)
        m_timeline->keepHeights(m_view->takeMeasuredHeights());
    m_timeline.reset();
    m_goingTo = {};
}

void ConversationView::follow(engine::Timeline &timeline)
{
    const auto show = [this] {
        m_view->setEmptyText(tr("Nothing was said yet. What you write below is the beginning."));
        const auto &items = m_timeline->items();
        m_view->reset(items, m_timeline->heights(0, static_cast<int>(items.size())));
        refreshHeld();
        refreshPerson(); // the account of the last item is the one to write from
    };
    connect(&timeline, &engine::Timeline::loaded, this, show);
    connect(&timeline, &engine::Timeline::itemsReset, this, show);
    connect(&timeline, &engine::Timeline::itemsInserted, this, [this](int first, int count) {
        const auto &items = m_timeline->items();
        m_view->insert(first, {items.begin() + first, items.begin() + first + count}, m_timeline->heights(first, count));
        refreshHeld();
        const Item &last = items.back();
        if (first + count == static_cast<int>(items.size()) && last.direction == Direction::Incoming)
            Q_EMIT news(timeline::spokenText(last, m_view->person()));
    });
    connect(&timeline, &engine::Timeline::itemChanged, this, [this](int index) {
        const Item &item = m_timeline->items()[static_cast<std::size_t>(index)];
        const bool moved = m_view->item(index).delivery.stage != item.delivery.stage;
        m_view->replace(index, item);
        refreshHeld();
        if (moved && item.direction == Direction::Outgoing)
            Q_EMIT news(timeline::spokenText(item, m_view->person()));
    });
    connect(&timeline, &engine::Timeline::itemsRemoved, m_view, &timeline::TimelineView::remove);
    connect(&timeline, &engine::Timeline::itemsRemoved, this, &ConversationView::refreshHeld);
}

/// A new mail has nothing above it, and is written in the whole pane.
void ConversationView::showTimeline(bool shown)
{
    m_view->setVisible(shown);
    m_composer->setFillsHeight(!shown);
}

void ConversationView::openNewMail()
{
    m_sentTo.reset();
    m_person = {};
    leave();
    refreshHeld();
    m_view->reset({});
    showTimeline(false);
    refreshPerson();
    m_drafts->open({});
}

void ConversationView::writeMail()
{
    m_composer->startMail();
}

void ConversationView::writeChat()
{
    composer::ComposerState state = m_composer->state();
    state.kind = Draft::Kind::Chat;
    state.user = Channel::Chat;
    m_composer->setState(state);
    m_composer->focusText();
}

AccountId ConversationView::accountForWriting() const
{
    const auto accounts = m_engine.accounts().all();
    const auto isSignedIn = [&accounts](AccountId id) {
        return std::any_of(accounts.begin(), accounts.end(), [id](const Account &account) { return account.id == id; });
    };
    // That of the last message, unless it has been removed since.
    if (m_timeline && !m_timeline->items().empty() && isSignedIn(m_timeline->items().back().account))
        return m_timeline->items().back().account;
    const AccountId chosen = m_engine.options().settings().defaultAccount;
    if (isSignedIn(chosen))
        return chosen;
    return accounts.empty() ? AccountId{} : accounts.front().id;
}

std::optional<PersonId> ConversationView::heir() const
{
    for (const Address &address : m_addresses) {
        if (const auto owner = m_engine.contacts().personOf(address))
            return owner;
    }
    return {};
}

void ConversationView::refreshPerson()
{
    const auto contact = m_person.isValid() ? m_engine.contacts().contact(m_person) : std::nullopt;
    m_header->setVisible(contact.has_value());
    composer::Recipient recipient;
    recipient.account = accountForWriting();
    recipient.person = m_person;
    if (contact) {
        // Whoever failed the checks of the server is nobody: those mails stand together, without a name of their own.
        const QString name = contact->name.isEmpty() ? tr("Suspicious") : contact->name;
        const AddressLink *chat = contact->firstChat();
        const AddressLink *mail = contact->confirmedMail();
        widgets::AvatarFace face = widgets::faceOf(*contact);
        face.name = name;
        m_chip->setPerson(m_person, face, widgets::abilitiesOf(*contact));
        m_presence->setText(!chat ? tr("mail only")
                            : contact->presence.status.isEmpty()
                                ? Words::presence(contact->presence.availability)
                                : tr("%1: %2", "presence: own words")
                                      .arg(Words::presence(contact->presence.availability), contact->presence.status));
        m_view->setPerson(name, face.address);
        m_addresses.clear();
        for (const AddressLink &link : contact->links)
            m_addresses.push_back(link.address);
        recipient.name = contact->name;
        recipient.hasChat = chat != nullptr;
        recipient.mailbox = mail ? std::get<MailAddress>(mail->address).toString() : QString();
        const auto likely =
            std::find_if(contact->links.begin(), contact->links.end(), [](const AddressLink &l) { return l.isMail(); });
        if (!mail && likely != contact->links.end())
            recipient.likelyMailbox = std::get<MailAddress>(likely->address).toString();
    } else {
        m_view->setPerson({}, {});
    }
    if (m_composer->recipient() != recipient)
        m_composer->setRecipient(recipient);
    refreshRoute();
}

void ConversationView::refreshRoute()
{
    const auto draft = m_composer->draft();
    if (draft)
        m_composer->setPreview(m_engine.outbox().preview(draft.value()));
    refreshRecipients();
}

void ConversationView::send(const Draft &draft)
{
    // The field is free for the next line at once; what was typed comes back if its row cannot be written.
    const PersonId person = m_person;
    const composer::ComposerState typed = m_composer->state();
    m_drafts->sending();
    m_view->scrollToEnd();
    m_engine.outbox()
        .send(draft, engine::Outbox::Source::Composer)
        .then(this, [this, person, draft, typed](const base::Result<ItemId> &result) {
            if (result) {
                sent(person, draft, result);
                return;
            }
            m_drafts->giveBack(person, typed);
            m_composer->showError(result.error());
        });
}

void ConversationView::sent(PersonId person, const Draft &draft, const base::Result<ItemId> &)
{
    m_view->scrollToEnd();
    if (!person.isValid() && !m_person.isValid() && !draft.to.empty()) {
        m_sentTo = Address(draft.to.front().address);
        showSentTo();
    }
}

/// Whom a mail from the empty page went to: somebody new is known a moment after the mail is on its way.
void ConversationView::showSentTo()
{
    const auto found = m_sentTo ? m_engine.contacts().personOf(*m_sentTo) : std::nullopt;
    if (!found)
        return;
    m_sentTo.reset();
    Q_EMIT personFound(*found);
}

}
