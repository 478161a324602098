#pragma once

#include "core/base/Timestamp.h"
#include "core/model/Account.h"

#include <QWidget>

#include <map>

class QLabel;

namespace isthmus::shell {

/// The links of all accounts in words, and the last thing that happened. Screen readers hear of a change
/// because the label's name changes: Qt 6.4 has no announcements.
class StatusLine final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(base::Clock clock, QWidget *parent = nullptr);

    void setAccounts(const std::vector<model::Account> &accounts);
    void setState(model::AccountId account, model::Service service, const model::LinkState &state);
    void announce(const QString &sentence);

private:
    void refresh();

    base::Clock m_clock;
    std::map<model::AccountId, QString> m_accounts;
    std::map<model::AccountId, std::map<model::Service, model::LinkState>> m_states;
    QLabel *m_links;
    QLabel *m_news;
};

}
