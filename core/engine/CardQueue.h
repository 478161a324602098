#pragma once

#include "core/engine/Links.h"

#include <QObject>
#include <QSet>

#include <deque>

namespace isthmus::engine {

/// Asks for the vCards of contacts that show us their presence, once in a run of the program, one after
/// the other: they may name mailboxes, which the user may then confirm. Thread: the window's.
class CardQueue final : public QObject
{
    Q_OBJECT
public:
    explicit CardQueue(Links &links);

private:
    struct Wish {
        model::AccountId account;
        model::Jid jid;
    };
    void note(model::AccountId account, const model::RosterEntry &entry);
    void askNext();

    Links &m_links;
    QSet<QString> m_asked;
    std::deque<Wish> m_wishes;
    bool m_asking = false;
};

}
