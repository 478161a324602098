#pragma once

#include "core/model/Account.h"

#include <QWidget>

#include <map>
#include <utility>

class QPushButton;

namespace isthmus::widgets {
class FaultLabel;
}

namespace isthmus::shell {

/// Above everything else, and only while something is wrong: what happened to a link, and the button that
/// mends it. One trouble at a time, the one that needs the user first.
class TroubleBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TroubleBar(QWidget *parent = nullptr);

    /// New mails wait because they cannot be opened safely just now.
    void setReaderMissing(bool missing);
    /// Nothing is stored: neither what arrives nor what is written.
    void setDiskRefusing(bool refuses);
    void setState(model::AccountId account, model::Service service, const model::LinkState &state);

Q_SIGNALS:
    void passwordWanted(isthmus::model::AccountId account);
    void retryWanted(isthmus::model::AccountId account);

private:
    void refresh();

    std::map<std::pair<model::AccountId, model::Service>, model::LinkState> m_states;
    bool m_readerMissing = false;
    bool m_diskRefuses = false;
    model::AccountId m_shown;
    widgets::FaultLabel *m_fault;
    QPushButton *m_password;
    QPushButton *m_retry;
};

}
