#pragma once

#include "core/engine/Outbox.h"
#include "core/model/Draft.h"
#include "ui/composer/MailFields.h"

#include <QWidget>

#include <optional>

class QBoxLayout;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace isthmus::widgets {
class FaultLabel;
class Sign;
}

namespace isthmus::composer {

class AttachedFiles;
class EmojiPicker;
class MessageEdit;
class RecipientChips;

/// With whom the composer speaks.
struct Recipient {
    model::AccountId account;
    model::PersonId person; ///< invalid: a mail to typed addresses only
    QString name;
    bool hasChat = false;
    QString mailbox;            ///< confirmed one; empty without
    QString likelyMailbox = {}; ///< best one that nobody confirmed: a new mail proposes it, for all to see, in "To"
    bool operator==(const Recipient &) const = default;
};

/// Everything that was typed and chosen; kept by whoever switches conversations.
struct ComposerState {
    model::Draft::Kind kind = model::Draft::Kind::Chat;
    std::optional<model::Channel> user;
    MailFields::Value fields;
    QString text;
    std::optional<model::ItemId> replyTo;
    QString replyWords;
    std::vector<model::OutgoingFile> files;
    bool operator==(const ComposerState &) const = default;
    [[nodiscard]] bool isEmpty() const { return *this == ComposerState{}; }
};

/// The line above, the fields of a mail where it is one, the text, and Send. It never decides a route: it
/// says draftChanged(), is told a preview and shows it, and Send is possible only after that. Switching the
/// channel keeps every word.
class Composer final : public QWidget
{
    Q_OBJECT
public:
    explicit Composer(QWidget *parent = nullptr);

    void setRecipient(const Recipient &recipient);
    [[nodiscard]] const Recipient &recipient() const { return m_recipient; }
    [[nodiscard]] ComposerState state() const;
    void setState(const ComposerState &state);
    void setSuggestions(const QStringList &recipients);
    /// What a mail can be from.
    void setAccounts(const std::vector<std::pair<model::AccountId, QString>> &accounts);
    /// Below the fields: those of the recipients who are in the contacts.
    [[nodiscard]] RecipientChips &recipientChips() { return *m_people; }

    /// Fault::Malformed when a field of addresses holds something else.
    [[nodiscard]] base::Result<model::Draft> draft() const;
    void setPreview(const engine::RoutePreview &preview);
    [[nodiscard]] QString routeSentence() const;

    void startMail(const QString &subject = {});
    void addFile(const model::OutgoingFile &file);
    void showError(const base::Error &error);
    /// A sentence in the place of errors.
    void showWords(const QString &sentence);
    void focusText();
    /// The text takes all the height there is: nothing stands above it.
    void setFillsHeight(bool fills);

public Q_SLOTS:
    /// The other channel for this message, if there is one.
    void switchChannel();
    /// Opens the signs to choose from; what is chosen stands where the text is written.
    void pickEmoji();
    void send();

Q_SIGNALS:
    void draftChanged();
    void sendRequested(const isthmus::model::Draft &draft);
    void attachRequested();
    void left();

private:
    void build();
    QWidget *buildRouteRow();
    QWidget *buildReplyRow();
    QWidget *buildTextRow();
    void refresh();
    void chooseChannel(int index);
    void noteChange();
    void cancelReply();
    void removeFile(int index);
    [[nodiscard]] bool goesAsMail() const;
    [[nodiscard]] bool isLetter() const;

    Recipient m_recipient;
    model::Draft::Kind m_kind = model::Draft::Kind::Chat;
    std::optional<model::Channel> m_user;
    std::optional<model::ItemId> m_replyTo;
    std::vector<model::OutgoingFile> m_files;
    engine::RoutePreview m_preview;
    bool m_previewIsCurrent = false;

    widgets::Sign *m_sign = nullptr;
    QLabel *m_route = nullptr;
    QLabel *m_readers = nullptr;
    QComboBox *m_channel = nullptr;
    QWidget *m_replyRow = nullptr;
    QLabel *m_reply = nullptr;
    MailFields *m_fields = nullptr;
    RecipientChips *m_people = nullptr;
    widgets::FaultLabel *m_error = nullptr;
    AttachedFiles *m_attached = nullptr;
    QBoxLayout *m_textRow = nullptr;
    QHBoxLayout *m_buttons = nullptr;
    MessageEdit *m_text = nullptr;
    QToolButton *m_emoji = nullptr;
    EmojiPicker *m_picker = nullptr; ///< made when it is first wanted
    QToolButton *m_attach = nullptr;
    QPushButton *m_send = nullptr;
};

}
