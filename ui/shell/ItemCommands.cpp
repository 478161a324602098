#include "core/engine/Accounts.h"
#include "core/engine/Engine.h"
#include "core/engine/Files.h"
#include "core/engine/MailMoves.h"
#include "core/engine/Outbox.h"
#include "ui/composer/Recipients.h"
#include "ui/shell/ConversationView.h"
#include "ui/shell/JourneyDialog.h"
#include "ui/shell/SourceDialog.h"
#include "ui/timeline/TimelineView.h"
#include "ui/widgets/Prompter.h"
#include "ui/widgets/Words.h"

#include <QDesktopServices>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

namespace isthmus::shell {

using namespace model;
using timeline::ItemAction;

namespace {

constexpr qint64 fileLimit = 25LL << 20; ///< most mail servers refuse more

QString answerSubject(const QString &subject)
{
    static const QRegularExpression prefix(QStringLiteral("^\\s*re\\s*:"), QRegularExpression::CaseInsensitiveOption);
    if (subject.isEmpty() || prefix.match(subject).hasMatch())
        return subject;
    return QStringLiteral("Re: ") + subject;
}

QString fileNameFor(const Item &item)
{
    QString name = item.subject.isEmpty() ? QStringLiteral("mail") : item.subject.left(80);
    static const QRegularExpression unsafe(QStringLiteral("[/\\\\:\\x00-\\x1f]"));
    return name.replace(unsafe, QStringLiteral("_")) + QStringLiteral(".eml");
}

}

void ConversationView::actOnCurrent(ItemAction action)
{
    m_view->trigger(m_view->currentRow(), action);
}

void ConversationView::act(ItemId id, ItemAction action, const QString &part)
{
    const int row = m_view->rowOf(id);
    if (row < 0)
        return;
    const Item item = m_view->item(row);
    switch (action) {
    case ItemAction::Reply:
    case ItemAction::ReplyAsChat:
    case ItemAction::ReplyAsMail: reply(item, action); break;
    case ItemAction::ReplyAll: replyToAll(item); break;
    case ItemAction::Forward: forward(item); break;
    case ItemAction::Retry: report(m_engine.outbox().retry(id)); break;
    case ItemAction::OtherChannel:
        report(m_engine.outbox().resendVia(id, item.channel == Channel::Mail ? Channel::Chat : Channel::Mail));
        break;
    case ItemAction::SendNow: report(m_engine.outbox().sendNow(id)); break;
    case ItemAction::Cancel: takeBack(id); break;
    case ItemAction::OpenAttachment: saveAttachment(item, part); break;
    case ItemAction::ShowSource: showSource(item); break;
    case ItemAction::ShowJourney: showJourney(item); break;
    case ItemAction::SaveMail: saveMail(item); break;
    case ItemAction::Archive: moveMail(id, engine::MailMoves::Target::Archive); break;
    case ItemAction::Trash: moveMail(id, engine::MailMoves::Target::Trash); break;
    case ItemAction::Remove: removeItem(item); break;
    case ItemAction::AcceptFile: acceptFile(id); break;
    case ItemAction::DeclineFile: report(m_engine.files().decline(id)); break;
    case ItemAction::ToggleFold:
    case ItemAction::Copy: break; // done by the view
    }
}

void ConversationView::layOut(ItemId id, const engine::LayoutWish &wish)
{
    if (!m_timeline)
        return;
    m_timeline->layout(id, wish).then(
        m_timeline.get(), [this, id, wish](const base::Result<QByteArray> &laidOut) { m_view->setBody(id, wish, laidOut); });
}

void ConversationView::openLink(const QUrl &url, bool isMisleading)
{
    if (!isMisleading) {
        QDesktopServices::openUrl(url);
        return;
    }
    const widgets::Question question{
        tr("Misleading link"),
        tr("The text of this link names another address. It leads to: %1").arg(timeline::targetText(url)),
        tr("Open it only if you know that address."), tr("Open anyway"), true};
    widgets::Prompter::ask(this, question).then(this, [url](const base::Result<base::Done> &yes) {
        if (yes)
            QDesktopServices::openUrl(url);
    });
}

void ConversationView::report(const base::Task<base::Done> &task)
{
    task.then(this, [this](const base::Result<base::Done> &result) {
        if (!result)
            m_composer->showError(result.error());
    });
}

/// Plain "Reply" answers on the channel it came by and leaves the route to the rules; the other two are
/// the user's explicit choice. A mail's answer goes to whom the mail names, seen in the To field.
void ConversationView::reply(const Item &item, ItemAction action)
{
    const bool mail = action == ItemAction::ReplyAsMail || (action == ItemAction::Reply && item.channel == Channel::Mail);
    composer::ComposerState state = m_composer->state();
    state.kind = mail ? Draft::Kind::Mail : Draft::Kind::Chat;
    state.user = action == ItemAction::ReplyAsChat   ? std::optional(Channel::Chat)
                 : action == ItemAction::ReplyAsMail ? std::optional(Channel::Mail)
                                                     : std::nullopt;
    state.replyTo = item.id;
    const QString firstLine = item.text.section(u'\n', 0, 0).left(120);
    state.replyWords = tr("Answer to: %1").arg(item.subject.isEmpty() ? firstLine : item.subject);
    state.fields = {};
    if (mail) {
        state.fields.subject = answerSubject(item.subject);
        if (item.channel == Channel::Mail && item.direction == Direction::Incoming && !item.from.address.isNull())
            state.fields.to = composer::recipientsText({item.from});
        else if (item.channel == Channel::Mail && item.direction == Direction::Outgoing)
            state.fields.to = composer::recipientsText(item.to);
    }
    m_composer->setState(state);
    m_composer->focusText();
}

/// To the sender, and as copy to everybody else whom it went to; an own mail's answer goes to the same as the mail.
void ConversationView::replyToAll(const Item &item)
{
    reply(item, ItemAction::ReplyAsMail);
    composer::ComposerState state = m_composer->state();
    state.user = std::nullopt;
    state.fields.cc = composer::recipientsText(item.direction == Direction::Outgoing ? item.cc : othersOf(item));
    m_composer->setState(state);
    m_composer->focusText();
}

/// Everybody whom a mail that came went to, but for the user and its sender.
MailboxList ConversationView::othersOf(const Item &item) const
{
    MailboxList others = item.to;
    others.insert(others.end(), item.cc.begin(), item.cc.end());
    const auto accounts = m_engine.accounts().all();
    const auto isLeftOut = [&](const Mailbox &mailbox) {
        return mailbox.address == item.from.address
               || std::any_of(accounts.begin(), accounts.end(),
                              [&](const Account &account) { return account.address == mailbox.address; });
    };
    others.erase(std::remove_if(others.begin(), others.end(), isLeftOut), others.end());
    return others;
}

/// As mail programs write it: who wrote to whom, when, about what; then the text.
QString ConversationView::forwardedText(const Item &item)
{
    QStringList lines{QString(),
                      QString(),
                      tr("---------- Forwarded e-mail ----------"),
                      tr("From: %1").arg(timeline::fromText(item)),
                      tr("Date: %1").arg(widgets::Words::dateAndTime(item.at)),
                      tr("Subject: %1").arg(item.subject),
                      tr("To: %1").arg(timeline::mailboxesText(item.to))};
    if (!item.cc.empty())
        lines.append(tr("Cc: %1").arg(timeline::mailboxesText(item.cc)));
    for (const Attachment &file : item.attachments) {
        if (!file.blocked.isEmpty()) // it cannot be opened here, and so not be passed on
            lines.append(tr("Not attached: %1").arg(file.name));
    }
    lines += {QString(), item.text};
    return lines.join(u'\n');
}

/// A new mail with its head, its text and its files. The layout of an HTML mail stays behind; its text is complete.
void ConversationView::forward(const Item &item)
{
    composer::ComposerState state;
    state.kind = Draft::Kind::Mail;
    state.fields.subject = QStringLiteral("Fwd: ") + item.subject;
    state.text = forwardedText(item);
    addFiles(item, state, 0);
}

/// One file after the other is read in the cage; the mail begins when it is complete.
void ConversationView::addFiles(const Item &item, const composer::ComposerState &state, std::size_t next)
{
    if (next == item.attachments.size()) {
        Q_EMIT newMailRequested(state);
        return;
    }
    const Attachment &file = item.attachments[next];
    if (!file.blocked.isEmpty()) // it is not offered here either
        return addFiles(item, state, next + 1);
    m_timeline->attachment(item.id, file.part)
        .then(m_timeline.get(), [this, item, state, next](const base::Result<QByteArray> &content) {
            if (!content) {
                m_composer->showError(content.error());
                return;
            }
            const Attachment &read = item.attachments[next];
            composer::ComposerState withFile = state;
            withFile.files.push_back({QFileInfo(read.name).fileName(), read.mimeType, content.value()});
            addFiles(item, withFile, next + 1);
        });
}

void ConversationView::showSource(const Item &item)
{
    m_timeline->source(item.id).then(this, [this, item](const base::Result<QByteArray> &source) {
        if (!source) {
            m_composer->showError(source.error());
            return;
        }
        const QString title = item.subject.isEmpty() ? item.text.section(u'\n', 0, 0).left(60) : item.subject;
        (new SourceDialog(title, source.value(), this))->open();
    });
}

void ConversationView::showJourney(const Item &item)
{
    m_timeline->journey(item.id).then(this, [this](const base::Result<Journey> &journey) {
        if (journey)
            (new JourneyDialog(journey.value(), m_view->person(), this))->open();
        else
            m_composer->showError(journey.error());
    });
}

/// On the server, after a moment in which it can be taken back (MoveBar).
void ConversationView::moveMail(ItemId mail, engine::MailMoves::Target target)
{
    m_engine.mailMoves().move(mail, target).then(this, [this](const base::Result<base::Done> &moved) {
        if (moved)
            return;
        switch (moved.error().fault) {
        case base::Fault::Unsupported:
            m_composer->showWords(tr("This mailbox is fetched by POP3, which has no folders. “Remove from here” takes the "
                                     "e-mail out of Isthmus."));
            break;
        case base::Fault::NotFound:
            m_composer->showWords(tr("This e-mail does not lie in the inbox or another folder of the server that it could "
                                     "be moved from."));
            break;
        case base::Fault::Conflict: m_composer->showWords(tr("This e-mail is being sent or moved already.")); break;
        case base::Fault::AccountRemoved:
            m_composer->showWords(
                tr("The account of this e-mail has been removed from Isthmus. On the server it stays where "
                   "it is."));
            break;
        default: m_composer->showError(moved.error());
        }
    });
}

void ConversationView::removeItem(const Item &item)
{
    const widgets::Question question{
        tr("Remove an e-mail"),
        tr("“%1” is taken out of Isthmus.").arg(item.subject.isEmpty() ? tr("(no subject)") : item.subject),
        tr("It stays on the server."), tr("Remove"), true};
    widgets::Prompter::ask(this, question).then(this, [this, id = item.id](const base::Result<base::Done> &yes) {
        if (yes && m_timeline)
            report(m_timeline->remove(id));
    });
}

void ConversationView::saveMail(const Item &item)
{
    saveAs(tr("Save e-mail"), fileNameFor(item), m_timeline->source(item.id));
}

/// What the item does not say itself.
void ConversationView::acceptFile(ItemId id)
{
    m_engine.files().accept(id).then(this, [this](const base::Result<base::Done> &accepted) {
        const base::Fault fault = accepted ? base::Fault::NotFound : accepted.error().fault;
        if (fault == base::Fault::TryLater)
            m_composer->showWords(tr("Another file is being received. You can accept this one when that is done."));
        else if (fault == base::Fault::Storage)
            m_composer->showWords(tr("There is not enough room on the disk for this file."));
        else if (fault != base::Fault::NotFound && fault != base::Fault::Conflict)
            m_composer->showWords(tr("This file can be accepted when the connection is back."));
    });
}

void ConversationView::saveAttachment(const Item &item, const QString &part)
{
    for (const Attachment &file : item.attachments) {
        if (file.part == part) {
            saveAs(tr("Save attachment"), QFileInfo(file.name).fileName(), m_timeline->attachment(item.id, part));
            return;
        }
    }
}

void ConversationView::saveAs(const QString &title, const QString &name, base::Task<QByteArray> content)
{
    content.then(this, [this, title, name](const base::Result<QByteArray> &bytes) {
        if (!bytes) {
            m_composer->showError(bytes.error());
            return;
        }
        auto *dialog = new QFileDialog(this, title);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setObjectName(QStringLiteral("saveDialog"));
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->selectFile(name);
        connect(dialog, &QFileDialog::fileSelected, this, [this, data = bytes.value()](const QString &path) {
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(data) != data.size() || !file.commit())
                m_composer->showError({base::Fault::Storage, file.errorString()});
            else
                Q_EMIT news(tr("Saved as %1").arg(path));
        });
        dialog->open();
    });
}

void ConversationView::attachFile()
{
    auto *dialog = new QFileDialog(this, tr("Attach file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("attachDialog"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            m_composer->showError({base::Fault::Storage, file.errorString()});
            return;
        }
        if (file.size() > fileLimit) {
            m_composer->showError({base::Fault::TooLarge, QStringLiteral("over 25 MiB")});
            return;
        }
        const QByteArray bytes = file.readAll();
        m_composer->addFile(
            {QFileInfo(path).fileName(), QMimeDatabase().mimeTypeForFileNameAndData(path, bytes).name(), bytes, path});
    });
    dialog->open();
}

}
