#pragma once

#include "core/engine/ContactRequests.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace isthmus::shell {

/// Somebody asks to see when we are online: who, in their exact address, and the two answers. One at a time,
/// and only while there is one.
class RequestBar final : public QWidget
{
    Q_OBJECT
public:
    explicit RequestBar(QWidget *parent = nullptr);
    void setRequests(const std::vector<engine::ContactRequest> &requests);
    [[nodiscard]] QString words() const; ///< what is shown; empty without a request

Q_SIGNALS:
    void accepted(qint64 request);
    void declined(qint64 request);

private:
    qint64 m_shown = 0;
    QLabel *m_words;
    QPushButton *m_accept;
    QPushButton *m_decline;
};

}
