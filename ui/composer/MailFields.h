#pragma once

#include "core/base/Result.h"
#include "core/model/Ids.h"
#include "core/model/MailAddress.h"

#include <QWidget>

#include <utility>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace isthmus::composer {

/// To, Cc and Bcc on demand, and the subject: what a mail has and a chat line has not.
class MailFields final : public QWidget
{
    Q_OBJECT
public:
    explicit MailFields(QWidget *parent = nullptr);

    struct Value {
        QString to;
        QString cc;
        QString bcc;
        QString subject;
        model::AccountId from = {}; ///< chosen by the user; invalid: as the conversation has it
        bool operator==(const Value &) const = default;
    };
    [[nodiscard]] Value value() const;
    void setValue(const Value &value);
    /// The accounts to write from; the choice is shown only where there is one.
    void setAccounts(const std::vector<std::pair<model::AccountId, QString>> &accounts);
    /// The one that is used while the user chooses none.
    void setDefaultAccount(model::AccountId account);
    /// Shown in the empty To field: where the mail goes if nothing is typed.
    void setDefaultRecipient(const QString &address);
    /// What is offered while typing: "Bob Miller <b@work.example>".
    void setSuggestions(const QStringList &recipients);
    void focusFirstEmpty();
    /// The first field whose text is no list of addresses; nullptr if all are well.
    [[nodiscard]] QLineEdit *firstWrong() const;

Q_SIGNALS:
    void changed();

private:
    QLineEdit *addField(const QString &name, const QString &label, int row);
    void setCopiesVisible(bool visible);

    void showFrom();

    QLabel *m_fromCaption;
    QComboBox *m_from;
    model::AccountId m_chosenFrom;
    model::AccountId m_defaultFrom;
    QLineEdit *m_to;
    QLineEdit *m_cc;
    QLineEdit *m_bcc;
    QLineEdit *m_subject;
    QPushButton *m_copies;
};

}
