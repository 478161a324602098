#include "ui/conversations/ConversationPane.h"
#include "ui/search/SearchPane.h"
#include "ui/shell/ConversationView.h"
#include "ui/shell/MainWindow.h"
#include "ui/timeline/TimelineView.h"
#include "ui/widgets/EmptyState.h"

#include <QStackedWidget>

namespace isthmus::shell {

using namespace model;
using search::SearchPane;

void MainWindow::bindSearch()
{
    connect(m_search, &SearchPane::wanted, this, [this](const engine::SearchWish &wish) {
        m_searching.find(wish).then(
            m_search, [this, wish](const base::Result<engine::SearchPage> &page) { m_search->setAnswer(wish, page); });
    });
    connect(m_search, &SearchPane::left, this, &MainWindow::leaveSearch);
    connect(m_search, &SearchPane::chosen, this, [this](PersonId person, ItemId item) {
        openConversation(person, false);
        m_conversation->showItem(item);
        m_conversation->timeline().setFocus(Qt::OtherFocusReason);
    });
    connect(m_list, &conversations::ConversationPane::searchRequested, this, &MainWindow::showSearch);
}

/// \p words are looked for at once; without, those of last time are selected, to be typed over.
void MainWindow::showSearch(const QString &words)
{
    if (m_middle->currentWidget() != m_search)
        m_beforeSearch = m_middle->currentWidget();
    hideDetails();
    m_middle->setCurrentWidget(m_search);
    if (!words.isEmpty())
        m_search->setWords(words);
    m_search->focusWords();
    setWindowTitle(tr("Search – Isthmus"));
}

void MainWindow::leaveSearch()
{
    m_middle->setCurrentWidget(m_beforeSearch ? m_beforeSearch : m_placeholder);
    if (m_middle->currentWidget() == m_conversation)
        m_conversation->timeline().setFocus(Qt::OtherFocusReason);
    else
        focusSide();
    refreshTitle();
}

}
