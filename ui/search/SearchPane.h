#pragma once

#include "core/base/Result.h"
#include "core/base/Timestamp.h"
#include "core/engine/Search.h"

#include <QTimer>
#include <QWidget>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace isthmus::search {

class SearchModel;

/// Search over everything stored: words, a choice of channel, the messages found, newest first, and how much
/// was looked through. It asks with wanted() shortly after the last key; setAnswer() is to follow.
/// Keys: Down goes to what was found, Enter opens it in its conversation, Escape leaves. Thread: the window's.
class SearchPane final : public QWidget
{
    Q_OBJECT
public:
    explicit SearchPane(base::Clock clock, QWidget *parent = nullptr);

    /// Puts the cursor into the words, which stay from last time.
    void focusWords();
    void setWords(const QString &words);
    /// The answer to the wish of wanted(); Fault::Cancelled changes nothing, for a newer one is under way.
    void setAnswer(const engine::SearchWish &wish, const base::Result<engine::SearchPage> &answer);

Q_SIGNALS:
    void wanted(const isthmus::engine::SearchWish &wish);
    void chosen(isthmus::model::PersonId person, isthmus::model::ItemId item);
    void left();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QWidget *buildWords();
    QWidget *buildChannels();
    void buildList();
    void ask();
    void askForMore();
    void open();
    void say(const QString &text);

    base::Clock m_clock;
    SearchModel *m_model;
    QTimer m_typing;
    QLineEdit *m_words = nullptr;
    QButtonGroup *m_channels = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_coverage = nullptr;
    QPushButton *m_open = nullptr;
};

}
