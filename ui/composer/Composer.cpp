#include "ui/composer/Composer.h"

#include "ui/composer/AttachedFiles.h"
#include "ui/composer/EmojiPicker.h"
#include "ui/composer/MessageEdit.h"
#include "ui/composer/RecipientChips.h"
#include "ui/composer/Recipients.h"
#include "ui/composer/RouteText.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FaultLabel.h"
#include "ui/widgets/Sign.h"
#include "ui/widgets/Words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace isthmus::composer {

using namespace model;
using engine::RoutePreview;
using theme::Glyph;
namespace grid = theme::grid;

namespace {

constexpr int automatic = 0;
constexpr int chat = 1;
constexpr int mail = 2;

/// A hint must not need a second line.
QString shortened(const QString &name)
{
    constexpr int most = 28;
    return name.left(most).trimmed(); // the hint ends with an ellipsis itself
}

}

Composer::Composer(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("composer"));
    build();
    refresh();
}

void Composer::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::wide, grid::unit, grid::wide, grid::wide);
    layout->setSpacing(grid::half);
    layout->addWidget(buildRouteRow());
    layout->addWidget(buildReplyRow());
    m_fields = new MailFields(this);
    layout->addWidget(m_fields);
    m_people = new RecipientChips(this);
    layout->addWidget(m_people);
    m_attached = new AttachedFiles(this);
    layout->addWidget(m_attached);
    connect(m_attached, &AttachedFiles::removed, this, &Composer::removeFile);
    m_error = new widgets::FaultLabel(tr("sending"), this);
    m_error->setObjectName(QStringLiteral("composerError"));
    layout->addWidget(m_error);
    layout->addWidget(buildTextRow());

    connect(m_fields, &MailFields::changed, this, &Composer::noteChange);
    connect(m_text, &QPlainTextEdit::textChanged, this, &Composer::noteChange);
    connect(m_text, &MessageEdit::sendPressed, this, &Composer::send);
    connect(m_text, &MessageEdit::left, this, &Composer::left);
}

QWidget *Composer::buildRouteRow()
{
    auto *row = new QWidget(this);
    m_channel = new QComboBox(row);
    m_channel->setObjectName(QStringLiteral("channel"));
    m_channel->setAccessibleName(tr("Channel"));
    m_channel->setToolTip(tr("How this message goes (Ctrl+E changes it)"));
    m_channel->addItem(tr("Automatic"));
    m_channel->addItem(theme::icon(Glyph::Chat), tr("Chat"));
    m_channel->addItem(theme::icon(Glyph::Mail), tr("E-mail"));
    connect(m_channel, &QComboBox::activated, this, &Composer::chooseChannel);
    m_sign = new widgets::Sign(Glyph::Chat, 20, &theme::Theme::text, row);
    m_route = new QLabel(row);
    m_route->setObjectName(QStringLiteral("route"));
    m_route->setTextFormat(Qt::PlainText);
    m_route->setWordWrap(true); // the address is never cut
    m_readers = new QLabel(row);
    m_readers->setObjectName(QStringLiteral("readers"));
    m_readers->setTextFormat(Qt::PlainText);
    m_readers->setWordWrap(true); // nor is who can read it
    theme::setTextRole(*m_readers, theme::TextRole::Small);
    theme::setInk(*m_readers, &theme::Theme::textMuted);

    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_route);
    words->addWidget(m_readers);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_sign);
    layout->addLayout(words, 1);
    layout->addWidget(m_channel);
    return row;
}

QWidget *Composer::buildReplyRow()
{
    m_replyRow = new QWidget(this);
    m_reply = new widgets::ElidedLabel(m_replyRow);
    m_reply->setObjectName(QStringLiteral("replyTo"));
    auto *cancel = new QToolButton(m_replyRow);
    cancel->setObjectName(QStringLiteral("cancelReply"));
    cancel->setIcon(theme::icon(Glyph::Close));
    cancel->setAccessibleName(tr("Do not answer this message"));
    cancel->setToolTip(cancel->accessibleName());
    cancel->setAutoRaise(true);
    cancel->setFocusPolicy(Qt::StrongFocus);
    connect(cancel, &QToolButton::clicked, this, &Composer::cancelReply);
    auto *layout = new QHBoxLayout(m_replyRow);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_reply, 1);
    layout->addWidget(cancel);
    m_replyRow->setVisible(false);
    return m_replyRow;
}

QWidget *Composer::buildTextRow()
{
    auto *row = new QWidget(this);
    m_text = new MessageEdit(row);
    const auto button = [row](const QString &name, Glyph glyph, const QString &words, const QString &hint) {
        auto *made = new QToolButton(row);
        made->setObjectName(name);
        made->setIcon(theme::icon(glyph));
        made->setAccessibleName(words);
        made->setToolTip(hint);
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::StrongFocus);
        made->setIconSize(QSize(1, 1) * theme::signSide(20));
        return made;
    };
    m_emoji = button(QStringLiteral("emoji"), Glyph::Smile, tr("Insert emoji"), tr("Insert emoji (Ctrl+Alt+E)"));
    connect(m_emoji, &QToolButton::clicked, this, &Composer::pickEmoji);
    m_attach = button(QStringLiteral("attach"), Glyph::Attachment, tr("Attach file"), tr("Attach file (Ctrl+Shift+A)"));
    connect(m_attach, &QToolButton::clicked, this, &Composer::attachRequested);
    m_send = new QPushButton(theme::iconOnAccent(Glyph::Send), tr("Send"), row);
    m_send->setObjectName(QStringLiteral("send"));
    theme::makePrimary(*m_send);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);

    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(grid::unit);
    m_buttons->addWidget(m_emoji);
    m_buttons->addWidget(m_attach);
    m_buttons->addWidget(m_send);
    m_textRow = new QBoxLayout(QBoxLayout::LeftToRight, row);
    m_textRow->setContentsMargins(0, 0, 0, 0);
    m_textRow->setSpacing(grid::unit);
    m_textRow->addWidget(m_text, 1);
    m_textRow->addLayout(m_buttons);
    m_textRow->setAlignment(m_buttons, Qt::AlignBottom);
    return row;
}

bool Composer::goesAsMail() const
{
    if (!m_previewIsCurrent || m_preview.outcome == RoutePreview::Outcome::Refused)
        return m_user ? *m_user == Channel::Mail : m_kind == Draft::Kind::Mail;
    return m_preview.outcome == RoutePreview::Outcome::Mail || m_preview.outcome == RoutePreview::Outcome::QueuedMail;
}

/// A chat line that the rules send as mail stays a line: presence may change at any moment, and the form
/// must not jump with it.
bool Composer::isLetter() const
{
    return m_kind == Draft::Kind::Mail || m_user == Channel::Mail || !m_fields->value().subject.isEmpty();
}

void Composer::setRecipient(const Recipient &recipient)
{
    m_recipient = recipient;
    m_previewIsCurrent = false;
    m_text->setPlaceholderText(recipient.name.isEmpty() ? tr("Write a message…")
                                                        : tr("Write to %1…").arg(shortened(recipient.name)));
    m_fields->setDefaultRecipient(recipient.mailbox);
    m_fields->setDefaultAccount(recipient.account);
    refresh();
}

ComposerState Composer::state() const
{
    return {m_kind, m_user, m_fields->value(), m_text->toPlainText(), m_replyTo, m_replyTo ? m_reply->text() : QString(),
            m_files};
}

void Composer::setState(const ComposerState &state)
{
    m_kind = state.kind;
    m_user = state.user;
    m_replyTo = state.replyTo;
    m_reply->setText(state.replyWords);
    m_files = state.files;
    m_fields->setValue(state.fields);
    m_text->setPlainText(state.text);
    m_text->moveCursor(QTextCursor::End);
    m_error->clear();
    noteChange();
}

void Composer::setAccounts(const std::vector<std::pair<AccountId, QString>> &accounts)
{
    m_fields->setAccounts(accounts);
}

void Composer::setSuggestions(const QStringList &recipients)
{
    m_fields->setSuggestions(recipients);
}

base::Result<Draft> Composer::draft() const
{
    Draft draft;
    draft.account = m_recipient.account;
    draft.person = m_recipient.person;
    draft.user = m_user;
    draft.text = m_text->toPlainText();
    draft.replyTo = m_replyTo;
    draft.files = m_files;
    const MailFields::Value fields = m_fields->value();
    if (fields.from.isValid() && isLetter())
        draft.account = fields.from;
    draft.subject = fields.subject.simplified();
    draft.kind = m_kind == Draft::Kind::Mail || !draft.subject.isEmpty() ? Draft::Kind::Mail : Draft::Kind::Chat;
    const std::pair<QString, MailboxList *> lists[] = {
        {fields.to, &draft.to}, {fields.cc, &draft.cc}, {fields.bcc, &draft.bcc}};
    for (const auto &[text, list] : lists) {
        auto parsed = parseRecipients(text);
        if (!parsed)
            return parsed.error();
        *list = std::move(parsed).value();
    }
    return draft;
}

void Composer::setPreview(const RoutePreview &preview)
{
    m_preview = preview;
    m_previewIsCurrent = true;
    refresh();
}

QString Composer::routeSentence() const
{
    return m_route->text();
}

/// Brings everything that depends on kind, choice and preview up to date. The line changes here, and
/// Send with it, never before it.
void Composer::refresh()
{
    const RouteText words = m_previewIsCurrent ? routeText(m_preview, m_recipient.name) : RouteText{};
    // Nobody has done anything wrong by not having typed an address yet.
    const bool isUnaddressed = m_preview.reason == RoutePreview::Reason::NoAddress && !m_recipient.person.isValid();
    const bool isRefused = m_previewIsCurrent && !words.canSend && !isUnaddressed;
    if (m_previewIsCurrent) {
        m_route->setText(words.sentence);
        m_readers->setText(isUnaddressed ? tr("It will stand in the conversation with whom you write to.") : words.readers);
    }
    const auto ink = isRefused ? &theme::Theme::danger : &theme::Theme::text;
    theme::setInk(*m_route, ink);
    const Glyph glyph = isRefused ? Glyph::Alert : goesAsMail() ? Glyph::Mail : Glyph::Chat;
    m_sign->set(glyph, ink);
    m_channel->setCurrentIndex(!m_user ? automatic : *m_user == Channel::Chat ? chat : mail);
    m_fields->setVisible(isLetter());
    m_text->setEnterSends(!isLetter());
    m_text->setLeastLines(m_kind == Draft::Kind::Mail ? 6 : 1);
    m_replyRow->setVisible(m_replyTo.has_value());
    m_attached->setFiles(m_files);
    const bool hasContent = !m_text->toPlainText().trimmed().isEmpty() || !m_files.empty();
    m_send->setEnabled(words.canSend && hasContent);
}

void Composer::noteChange()
{
    m_error->clear();
    Q_EMIT draftChanged();
    refresh();
}

void Composer::chooseChannel(int index)
{
    m_user = index == automatic ? std::nullopt : std::optional(index == chat ? Channel::Chat : Channel::Mail);
    if (index == chat && m_fields->value().subject.isEmpty())
        m_kind = Draft::Kind::Chat;
    noteChange();
}

void Composer::switchChannel()
{
    chooseChannel(goesAsMail() ? chat : mail);
}

void Composer::pickEmoji()
{
    if (!m_picker) {
        m_picker = new EmojiPicker(this);
        connect(m_picker, &EmojiPicker::chosen, this, [this](const QString &emoji) {
            m_text->insertPlainText(emoji);
            m_text->setFocus();
        });
    }
    m_picker->openAt(*m_emoji);
}

void Composer::startMail(const QString &subject)
{
    m_kind = Draft::Kind::Mail;
    m_user = std::nullopt;
    MailFields::Value value = m_fields->value();
    if (!subject.isEmpty())
        value.subject = subject;
    if (value.to.isEmpty() && m_recipient.mailbox.isEmpty())
        value.to = m_recipient.likelyMailbox;
    m_fields->setValue(value);
    noteChange();
    m_fields->setVisible(true);
    m_fields->focusFirstEmpty();
}

void Composer::cancelReply()
{
    m_replyTo = std::nullopt;
    m_reply->clear();
    m_user = std::nullopt;
    if (m_fields->value().subject.isEmpty())
        m_kind = Draft::Kind::Chat;
    noteChange();
    m_text->setFocus();
}

void Composer::addFile(const OutgoingFile &file)
{
    m_files.push_back(file);
    noteChange();
}

/// The keyboard goes on to the next file, or to the text after the last.
void Composer::removeFile(int index)
{
    m_files.erase(m_files.begin() + index);
    noteChange();
    if (!m_attached->focusFile(index))
        m_text->setFocus(Qt::OtherFocusReason);
}

void Composer::showError(const base::Error &error)
{
    m_error->showFault(error, widgets::Doing::Sending);
}

void Composer::showWords(const QString &sentence)
{
    m_error->showSentence(sentence);
}

void Composer::setFillsHeight(bool fills)
{
    m_text->setFillsHeight(fills);
    m_textRow->setDirection(fills ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_textRow->setAlignment(m_buttons, fills ? Qt::AlignRight : Qt::AlignBottom);
}

void Composer::focusText()
{
    m_text->setFocus();
}

void Composer::send()
{
    if (QLineEdit *wrong = m_fields->isVisible() ? m_fields->firstWrong() : nullptr) {
        m_error->showSentence(tr("“%1” is no list of e-mail addresses. Nothing was sent.").arg(wrong->text()));
        wrong->setFocus();
        return;
    }
    if (!m_send->isEnabled())
        return;
    const auto ready = draft();
    if (ready)
        Q_EMIT sendRequested(ready.value());
}

}
