#pragma once

#include "core/base/Error.h"
#include "core/model/Contact.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace isthmus::widgets {
class Avatar;
class FaultLabel;
}

namespace isthmus::contacts {

/// A person's details: name, presence, every address with its evidence, which way messages go, and how to
/// join or split people. Takes a value and emits wishes.
class ContactCard final : public QWidget
{
    Q_OBJECT
public:
    explicit ContactCard(QWidget *parent = nullptr);

    void setContact(const model::Contact &contact);
    [[nodiscard]] model::PersonId person() const { return m_contact.id; }
    void showError(const base::Error &error);

Q_SIGNALS:
    void renamed(const QString &name);
    void sendViaChosen(isthmus::model::SendVia via);
    void confirmRequested(const isthmus::model::Address &address);
    void addRequested(const isthmus::model::Address &address);
    void removeRequested(isthmus::model::LinkId link, const QString &address);
    void mergeRequested(); ///< with somebody who is still to be chosen
    void chatRequested();
    void mailRequested();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildActions();
    QWidget *buildAddresses();
    QWidget *buildSendVia();
    QWidget *buildMerge();
    void refreshAddresses();
    [[nodiscard]] static QString publishedText(const model::Contact &contact);
    void add();

    model::Contact m_contact;
    widgets::Avatar *m_avatar = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_presence = nullptr;
    QToolButton *m_chat = nullptr;
    QVBoxLayout *m_addresses = nullptr;
    QLineEdit *m_newAddress = nullptr;
    QComboBox *m_newKind = nullptr;
    QButtonGroup *m_sendVia = nullptr;
    QLabel *m_published = nullptr;
    widgets::FaultLabel *m_error = nullptr;
};

}
