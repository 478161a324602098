#pragma once

#include "core/base/Timestamp.h"
#include "core/model/Ids.h"
#include "ui/conversations/ConversationFilter.h"
#include "ui/widgets/PersonChip.h"

#include <QWidget>

class QButtonGroup;
class QLineEdit;
class QListView;
class QMenu;
class QToolButton;

namespace isthmus::widgets {
class EmptyState;
}
namespace isthmus::conversations {

/// The list of people: search, the filters All, Unread, Chats, Mail, a row for each, and what can be done
/// with a person. Keys: arrows choose, Enter opens and goes to the composer, Menu key acts.
class ConversationPane final : public QWidget
{
    Q_OBJECT
public:
    /// \p model gives engine::ConversationRow under RowRole and outlives the pane.
    ConversationPane(QAbstractItemModel *model, base::Clock clock, QWidget *parent = nullptr);

    [[nodiscard]] model::PersonId current() const;
    void setCurrent(model::PersonId person);
    void focusSearch();
    void focusList();
    /// Whether contacts and mails can come now: what an empty list says.
    void setConnected(bool connected);
    /// Puts \p header above the search; it may be taken away by giving it to another parent.
    void setHeader(QWidget *header);

Q_SIGNALS:
    void chosen(isthmus::model::PersonId person);    ///< show this conversation
    void activated(isthmus::model::PersonId person); ///< and go to its composer
    void chatRequested(isthmus::model::PersonId person);
    void mailRequested(isthmus::model::PersonId person);
    void detailsRequested(isthmus::model::PersonId person);
    void muteRequested(isthmus::model::PersonId person, bool muted);
    void blockRequested(isthmus::model::PersonId person, bool blocked);
    void addContactRequested();
    void searchRequested(const QString &words); ///< in all messages

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QWidget *buildSearch();
    QWidget *buildFilters();
    QWidget *buildEverywhere();
    void buildList();
    void openMenu(const QModelIndex &index, QPoint globalPosition);
    void refreshEmptyText();
    void activateRow(const QModelIndex &index);

    ConversationFilter *m_filter;
    base::Clock m_clock;
    QLineEdit *m_search = nullptr;
    QButtonGroup *m_filters = nullptr;
    QToolButton *m_everywhere = nullptr;
    QListView *m_list = nullptr;
    bool m_isConnected = false;
    bool m_isJumping = false; ///< rows come back around the chosen one, which stays
    widgets::EmptyState *m_empty = nullptr;
};

}
