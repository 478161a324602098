#include "ui/shell/CommandPalette.h"

#include "ui/theme/Appearance.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/ListView.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace isthmus::shell {

namespace grid = theme::grid;

namespace {

enum Role { KeysRole = Qt::UserRole + 1, GroupRole, NameRole };

constexpr int rowsShown = 12; ///< whole ones

int rowHeight(const QFontMetrics &metrics)
{
    return metrics.height() + grid::wide;
}

/// Text on one side, keys on the other.
class CommandDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int keys = option.fontMetrics.horizontalAdvance(index.data(KeysRole).toString());
        const int text = option.fontMetrics.horizontalAdvance(index.data().toString());
        return {text + keys + 6 * grid::unit, rowHeight(option.fontMetrics)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const theme::Theme &theme = theme::Theme::of(option.palette);
        const bool enabled = index.flags() & Qt::ItemIsEnabled;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        widgets::paintRow(*painter, option, theme.surface);
        const QRect room = option.rect.adjusted(grid::wide, 0, -grid::wide, 0);
        painter->setFont(option.font);
        painter->setPen(theme.textMuted);
        const QString keys = index.data(KeysRole).toString();
        theme::drawLine(*painter, room, QStyle::visualAlignment(option.direction, Qt::AlignRight), keys);
        const int taken = keys.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(keys) + grid::wide;
        const QRect left = QStyle::visualRect(option.direction, room, room.adjusted(0, 0, -taken, 0));
        painter->setPen(enabled ? theme.text : theme.textMuted);
        theme::drawLine(*painter, left, QStyle::visualAlignment(option.direction, Qt::AlignLeft),
                        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, left.width()));
        painter->restore();
    }
};

QString keysOf(const QAction &action)
{
    return action.shortcut().toString(QKeySequence::NativeText);
}

QListView *listIn(QDialog &dialog, const QString &name, const QString &spoken, QAbstractItemModel *model)
{
    auto *list = new widgets::ListView(&dialog);
    list->setObjectName(name);
    list->setAccessibleName(spoken);
    list->setModel(model);
    list->setItemDelegate(new CommandDelegate(list));
    list->setUniformItemSizes(true);
    list->setContextMenuPolicy(Qt::DefaultContextMenu);
    theme::setPaper(*list->viewport(), &theme::Theme::surface);
    list->setMinimumHeight(rowHeight(list->fontMetrics()) * rowsShown);
    return list;
}

}

CommandPalette::CommandPalette(const Commands &commands, QWidget *parent)
    : QDialog(parent),
      m_commands(commands),
      m_words(new QLineEdit(this)),
      m_model(new QStandardItemModel(this)),
      m_nothing(new QLabel(tr("No command has such words."), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("palette"));
    setWindowTitle(tr("Commands"));
    m_words->setObjectName(QStringLiteral("commandWords"));
    m_words->setAccessibleName(tr("Command to look for"));
    m_words->setPlaceholderText(tr("Beginnings of words"));
    m_words->addAction(theme::icon(theme::Glyph::Search), QLineEdit::LeadingPosition);
    m_words->installEventFilter(this);
    m_list = listIn(*this, QStringLiteral("commands"), tr("Commands found"), m_model);
    m_list->setFocusPolicy(Qt::TabFocus);
    m_nothing->setAlignment(Qt::AlignCenter);
    theme::setInk(*m_nothing, &theme::Theme::textMuted);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_words);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list, 1);
    setMinimumWidth(std::max(480, fontMetrics().averageCharWidth() * 60));
    connect(m_words, &QLineEdit::textChanged, this, &CommandPalette::refresh);
    connect(m_words, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListView::activated, this, &CommandPalette::run);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    refresh();
    m_words->setFocus();
}

void CommandPalette::refresh()
{
    struct Row {
        int rank;
        const Command *command;
    };
    std::vector<Row> rows;
    for (const Command &command : m_commands.all()) {
        const int rank = fit(m_words->text(), command.text(), command.group);
        if (rank < 0)
            continue;
        // What is typed in full is first, also when it is of no use now.
        const bool last = !command.action->isEnabled() && (rank > 0 || m_words->text().trimmed().isEmpty());
        rows.push_back({rank + (last ? 10 : 0), &command});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.rank < b.rank; });
    m_model->clear();
    for (const Row &row : rows) {
        const QString keys = keysOf(*row.command->action);
        const QString text = tr("%1: %2", "menu: command").arg(row.command->group, row.command->text());
        auto *item = new QStandardItem(text);
        item->setData(keys, KeysRole);
        item->setData(row.command->action->objectName(), NameRole);
        item->setEnabled(row.command->action->isEnabled());
        QStringList spoken{text, keys, item->isEnabled() ? QString() : tr("not available now")};
        spoken.removeAll(QString());
        item->setData(spoken.join(QStringLiteral(", ")), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    m_nothing->setVisible(rows.empty());
    m_list->setVisible(!rows.empty());
    m_list->setCurrentIndex(m_model->index(0, 0));
}

void CommandPalette::run()
{
    const QModelIndex index = m_list->currentIndex();
    QAction *action = index.isValid() ? m_commands.action(index.data(NameRole).toString()) : nullptr;
    if (!action || !action->isEnabled())
        return;
    close();
    // When the focus is back where the command expects it.
    QTimer::singleShot(0, action, &QAction::trigger);
}

bool CommandPalette::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_words && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down       ? 1
                         : key == Qt::Key_Up       ? -1
                         : key == Qt::Key_PageDown ? 8
                         : key == Qt::Key_PageUp   ? -8
                                                   : 0;
        if (step != 0 && m_model->rowCount() > 0) {
            const int row = std::clamp(m_list->currentIndex().row() + step, 0, m_model->rowCount() - 1);
            m_list->setCurrentIndex(m_model->index(row, 0));
            return true;
        }
    }
    return QDialog::eventFilter(object, event);
}

KeysDialog::KeysDialog(const Commands &commands, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("keysDialog"));
    setWindowTitle(tr("Keys"));
    auto *model = new QStandardItemModel(this);
    const auto add = [model](const QString &text, const QString &keys) {
        auto *item = new QStandardItem(text);
        item->setData(keys, KeysRole);
        item->setData(tr("%1: %2", "key: what it does").arg(keys, text), Qt::AccessibleTextRole);
        model->appendRow(item);
    };
    for (const Command &command : commands.all()) {
        if (!command.action->shortcut().isEmpty())
            add(command.text(), keysOf(*command.action));
    }
    const auto key = [](Qt::Key code) { return QKeySequence(code).toString(QKeySequence::NativeText); };
    add(tr("From message to message, from person to person"), key(Qt::Key_Up) + QLatin1Char(' ') + key(Qt::Key_Down));
    add(tr("Open what is chosen; send a chat message"), key(Qt::Key_Return));
    add(tr("What can be done with what is chosen"), key(Qt::Key_Menu));
    add(tr("Leave, close, go back"), key(Qt::Key_Escape));
    auto *list = listIn(*this, QStringLiteral("keys"), tr("Keys and what they do"), model);
    list->setCurrentIndex(model->index(0, 0));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(list, 1);
    layout->addWidget(buttons);
    setMinimumWidth(std::max(480, fontMetrics().averageCharWidth() * 60));
    list->setFocus();
}

}
