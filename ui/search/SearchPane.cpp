#include "ui/search/SearchPane.h"

#include "ui/search/SearchDelegate.h"
#include "ui/search/SearchModel.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/ListView.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace isthmus::search {

using model::Channel;
namespace grid = theme::grid;

namespace {

constexpr int typingPause = 120; ///< ms without a key before a search begins

}

SearchPane::SearchPane(base::Clock clock, QWidget *parent)
    : QWidget(parent), m_clock(std::move(clock)), m_model(new SearchModel(m_clock, this))
{
    setObjectName(QStringLiteral("searchPane"));
    theme::setPaper(*this, &theme::Theme::surface);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &SearchPane::ask);
    connect(m_model, &SearchModel::moreWanted, this, &SearchPane::askForMore);

    m_coverage = new QLabel(this);
    m_coverage->setObjectName(QStringLiteral("searchCoverage"));
    m_coverage->setWordWrap(true);
    theme::setTextRole(*m_coverage, theme::TextRole::Small);
    theme::setInk(*m_coverage, &theme::Theme::textMuted);
    m_open = new QPushButton(tr("Show in conversation"), this);
    m_open->setObjectName(QStringLiteral("openFound"));
    m_open->setAutoDefault(false);
    connect(m_open, &QPushButton::clicked, this, &SearchPane::open);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(grid::wide, grid::half, grid::wide, grid::unit);
    foot->addWidget(m_coverage, 1);
    foot->addWidget(m_open);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, grid::unit, 0, 0);
    layout->setSpacing(grid::half);
    layout->addWidget(buildWords());
    layout->addWidget(buildChannels());
    buildList();
    layout->addWidget(m_list, 1);
    layout->addLayout(foot);
    ask();
}

QWidget *SearchPane::buildWords()
{
    auto *row = new QWidget(this);
    m_words = new QLineEdit(row);
    m_words->setObjectName(QStringLiteral("searchEverything"));
    m_words->setAccessibleName(tr("Search all messages"));
    m_words->setPlaceholderText(tr("Words or their beginnings"));
    m_words->setClearButtonEnabled(true);
    m_words->addAction(theme::icon(theme::Glyph::Search), QLineEdit::LeadingPosition);
    m_words->installEventFilter(this);
    connect(m_words, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    auto *close = new QToolButton(row);
    close->setObjectName(QStringLiteral("closeSearch"));
    close->setIcon(theme::icon(theme::Glyph::Close));
    close->setAccessibleName(tr("Close search"));
    close->setToolTip(tr("Close search (Escape)"));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    connect(close, &QToolButton::clicked, this, &SearchPane::left);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(grid::wide, 0, grid::unit, 0);
    layout->setSpacing(grid::half);
    layout->addWidget(m_words, 1);
    layout->addWidget(close);
    return row;
}

QWidget *SearchPane::buildChannels()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(grid::wide, 0, grid::wide, 0);
    layout->setSpacing(grid::half);
    m_channels = new QButtonGroup(this);
    const std::pair<QString, QString> entries[] = {{QStringLiteral("foundAll"), tr("Everything")},
                                                   {QStringLiteral("foundChats"), tr("Only chats")},
                                                   {QStringLiteral("foundMail"), tr("Only e-mails")}};
    int id = 0;
    for (const auto &[name, text] : entries) {
        auto *button = new QToolButton(row);
        button->setObjectName(name);
        button->setText(text);
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        m_channels->addButton(button, id++);
        layout->addWidget(button);
    }
    layout->addStretch(1);
    m_channels->button(0)->setChecked(true);
    connect(m_channels, &QButtonGroup::idClicked, this, &SearchPane::ask);
    return row;
}

void SearchPane::buildList()
{
    m_list = new widgets::ListView(this);
    m_list->setObjectName(QStringLiteral("found"));
    m_list->setAccessibleName(tr("Messages found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SearchDelegate(m_clock, m_list));
    m_list->setUniformItemSizes(true);
    m_list->viewport()->setBackgroundRole(QPalette::Base);
    m_list->installEventFilter(this);
    theme::setPaper(*m_list->viewport(), &theme::Theme::surface);
    connect(m_list, &QListView::activated, this, &SearchPane::open);
    connect(m_list, &QListView::clicked, this, &SearchPane::open);
    const auto refreshOpen = [this] { m_open->setEnabled(m_list->currentIndex().isValid()); };
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, refreshOpen);
    connect(m_model, &QAbstractItemModel::modelReset, this, refreshOpen);
    // Assistive technology selects without making current.
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const auto rows = m_list->selectionModel()->selectedIndexes();
        if (!rows.isEmpty() && m_list->currentIndex() != rows.first())
            m_list->selectionModel()->setCurrentIndex(rows.first(), QItemSelectionModel::NoUpdate);
    });
    m_empty = new QLabel(m_list);
    m_empty->setObjectName(QStringLiteral("nothingFound"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(grid::wide);
    theme::setInk(*m_empty, &theme::Theme::textMuted);
    auto *over = new QVBoxLayout(m_list->viewport());
    over->addWidget(m_empty);
}

void SearchPane::say(const QString &text)
{
    m_empty->setText(text);
    m_empty->setVisible(!text.isEmpty());
}

void SearchPane::focusWords()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void SearchPane::setWords(const QString &words)
{
    m_words->setText(words);
    m_typing.stop();
    ask();
}

void SearchPane::ask()
{
    engine::SearchWish wish;
    wish.words = m_words->text().trimmed();
    if (wish.words.isEmpty()) {
        m_model->clear();
        m_coverage->clear();
        say(tr("Type words to search the chats and e-mails of everybody, and the names of files."));
        return;
    }
    if (m_channels->checkedId() > 0)
        wish.channel = m_channels->checkedId() == 1 ? Channel::Chat : Channel::Mail;
    if (m_model->rowCount() == 0)
        say(tr("Searching…"));
    Q_EMIT wanted(wish);
}

void SearchPane::askForMore()
{
    engine::SearchWish wish;
    wish.words = m_words->text().trimmed();
    if (m_model->rowCount() == 0 || wish.words.isEmpty() || m_typing.isActive())
        return;
    if (m_channels->checkedId() > 0)
        wish.channel = m_channels->checkedId() == 1 ? Channel::Chat : Channel::Mail;
    const engine::SearchHit &last = m_model->hit(m_model->rowCount() - 1);
    wish.before = {last.at, last.item};
    Q_EMIT wanted(wish);
}

void SearchPane::setAnswer(const engine::SearchWish &wish, const base::Result<engine::SearchPage> &answer)
{
    if (wish.words != m_words->text().trimmed())
        return; // typed on since: another answer follows
    if (!answer) {
        if (answer.error().fault != base::Fault::Cancelled) {
            m_model->clear();
            say(tr("The messages on this computer could not be searched. Nothing was changed; try again."));
        }
        return;
    }
    m_model->add(*answer, !wish.before);
    say(m_model->rowCount() == 0 ? tr("No message matches.") : QString());
    const QLocale locale;
    m_coverage->setText(
        answer->searched >= answer->stored
            ? tr("Newest first. All %n messages on this computer were searched.", nullptr, static_cast<int>(answer->stored))
            : tr("Newest first. %1 of %2 messages on this computer were searched; the rest is still being read, or could not be.")
                  .arg(locale.toString(static_cast<qlonglong>(answer->searched)),
                       locale.toString(static_cast<qlonglong>(answer->stored))));
}

void SearchPane::open()
{
    const QModelIndex index = m_list->currentIndex();
    if (index.isValid())
        Q_EMIT chosen(m_model->hit(index.row()).person, m_model->hit(index.row()).item);
}

bool SearchPane::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(object, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape) {
        Q_EMIT left();
        return true;
    }
    if (object == m_words && m_model->rowCount() > 0
        && (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter)) {
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_model->index(0, 0));
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(object, event);
}

}
