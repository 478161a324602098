#pragma once

#include "core/base/Timestamp.h"
#include "core/model/Account.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace isthmus::widgets {
class Sign;
class FaultLabel;
}

namespace isthmus::accounts {

/// One of the three lines of the sign-in panel: a sign, what was found and where, one sentence if nothing
/// was or if signing in failed, and fields to set the server by hand. Lines know nothing of each other.
class ServiceLine final : public QWidget
{
    Q_OBJECT
public:
    explicit ServiceLine(model::Service service, QWidget *parent = nullptr);

    void reset(); ///< nothing known, nobody looking
    void showSearching();
    void showFound(const model::ServicePlan &plan);
    void showLink(const model::LinkState &state, base::Timestamp now);
    void setEditable(bool editable);

    /// What to use: the hand-written server if the fields are open and filled, else what was found.
    /// Fault::Malformed, with the wrong field focused, if what was written is none.
    [[nodiscard]] base::Result<model::ServicePlan> plan(const model::MailAddress &address);
    [[nodiscard]] const model::LinkState &link() const { return m_link; }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void edited();

private:
    QWidget *buildFields();
    QLineEdit *addField(QWidget *row, const QString &name, const QString &spoken, const QString &hint, int characters);
    void say(const QString &text);
    void refreshPortHint();
    void writeFound();
    [[nodiscard]] bool isAsFound() const;
    [[nodiscard]] model::Protocol protocol() const;
    [[nodiscard]] QString name() const;

    model::Service m_service;
    model::ServicePlan m_found;
    model::LinkState m_link;
    widgets::Sign *m_sign;
    QLabel *m_title;
    QLabel *m_text;
    QToolButton *m_byHand;
    widgets::FaultLabel *m_fault;
    QComboBox *m_protocol = nullptr;
    QLineEdit *m_host = nullptr;
    QLineEdit *m_port = nullptr;
    QComboBox *m_security = nullptr;
    QWidget *m_fields; ///< holds the four above, which buildFields() sets: hence last
};

}
