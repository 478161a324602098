#include "ui/composer/EmojiPicker.h"

#include "ui/theme/Appearance.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace isthmus::composer {

namespace grid = theme::grid;

namespace {

constexpr int columns = 8;
constexpr int rows = 6;
constexpr int NameRole = Qt::UserRole + 1;

struct Emoji {
    const char *sign; ///< UTF-8
    const char *name;
};

/// Those that are used most; the others are in the desktop's own tool for signs.
constexpr Emoji emojis[] = {
    {"😀", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "laughing face")},
    {"😂", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "tears of joy")},
    {"🙂", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "smile")},
    {"😉", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "wink")},
    {"😊", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "happy smile")},
    {"😍", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "in love")},
    {"😘", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "kiss")},
    {"😎", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "sunglasses")},
    {"🤔", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "thinking")},
    {"😐", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "neutral face")},
    {"🙄", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "rolling eyes")},
    {"😏", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "smirk")},
    {"😴", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "asleep")},
    {"😢", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "sad, a tear")},
    {"😭", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "crying")},
    {"😡", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "angry")},
    {"😱", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "frightened")},
    {"🥳", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "party face")},
    {"🤗", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "hug")},
    {"🤷", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "shrug")},
    {"🙈", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "monkey that sees nothing")},
    {"👍", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "thumbs up")},
    {"👎", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "thumbs down")},
    {"👌", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "all right")},
    {"👋", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "waving hand")},
    {"👏", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "applause")},
    {"🙏", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "folded hands")},
    {"💪", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "strong arm")},
    {"🤝", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "handshake")},
    {"🤞", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "crossed fingers")},
    {"👀", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "eyes")},
    {"💡", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "idea")},
    {"❤️", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "red heart")},
    {"💔", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "broken heart")},
    {"🔥", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "fire")},
    {"⭐", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "star")},
    {"🎉", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "celebration")},
    {"🎂", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "birthday cake")},
    {"🌹", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "rose")},
    {"☀️", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "sun")},
    {"☕", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "coffee")},
    {"🍕", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "pizza")},
    {"🍺", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "beer")},
    {"🚗", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "car")},
    {"🚆", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "train")},
    {"✈️", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "aeroplane")},
    {"✅", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "done")},
    {"❌", QT_TRANSLATE_NOOP("isthmus::composer::EmojiPicker", "no")},
};
static_assert(std::size(emojis) == columns * rows);

int cell(const QFontMetrics &metrics)
{
    return metrics.height() + 2 * grid::unit;
}

/// One sign in the middle of its cell.
class EmojiDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return QSize(1, 1) * cell(option.fontMetrics);
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const theme::Theme &theme = theme::Theme::of(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(option.state & QStyle::State_HasFocus ? QPen(theme.focus, 2) : QPen(Qt::NoPen));
            painter->setBrush(theme.selection);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), grid::half, grid::half);
        }
        painter->setPen(theme.text);
        painter->setFont(option.font);
        painter->drawText(option.rect, Qt::AlignCenter, index.data().toString());
        painter->restore();
    }
};

}

EmojiPicker::EmojiPicker(QWidget *parent)
    : QFrame(parent, Qt::Popup),
      m_words(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_all(new QStandardItemModel(this)),
      m_found(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("emojiPicker"));
    setAccessibleName(tr("Insert emoji"));
    setFrameShape(QFrame::StyledPanel);
    m_words->setObjectName(QStringLiteral("emojiWords"));
    m_words->setAccessibleName(tr("Search emoji"));
    m_words->setPlaceholderText(tr("Search emoji"));
    m_words->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("emojis"));
    m_list->setAccessibleName(tr("Emoji"));
    m_list->setViewMode(QListView::IconMode);
    m_list->setMovement(QListView::Static);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // all have their place
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setItemDelegate(new EmojiDelegate(m_list));
    for (const Emoji &emoji : emojis) {
        auto *item = new QStandardItem(QString::fromUtf8(emoji.sign));
        const QString name = tr(emoji.name);
        item->setData(name, NameRole);
        item->setData(name, Qt::AccessibleTextRole);
        item->setToolTip(name);
        m_all->appendRow(item);
    }
    m_found->setSourceModel(m_all);
    m_found->setFilterRole(NameRole);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_found);
    QFont large = m_list->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setFamilies({QStringLiteral("Noto Color Emoji"), large.family()}); // other fonts have some of them, in black
    m_list->setFont(large);
    const int side = cell(QFontMetrics(large));
    m_list->setFixedSize(columns * side + grid::half, rows * side + grid::half);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::unit, grid::unit, grid::unit, grid::unit);
    layout->setSpacing(grid::half);
    layout->addWidget(m_words);
    layout->addWidget(m_list);

    connect(m_words, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_found->setFilterFixedString(words.trimmed());
        m_list->setCurrentIndex(m_found->index(0, 0));
    });
    connect(m_list, &QListView::clicked, this, &EmojiPicker::choose);
    connect(m_list, &QListView::activated, this, &EmojiPicker::choose);
}

void EmojiPicker::openAt(const QWidget &button)
{
    m_words->clear();
    m_list->setCurrentIndex(m_found->index(0, 0));
    adjustSize();
    const QRect anchor(button.mapToGlobal(QPoint()), button.size());
    const QRect room = button.screen()->availableGeometry();
    QPoint corner(layoutDirection() == Qt::RightToLeft ? anchor.left() : anchor.right() - width() + 1,
                  anchor.top() - height());
    if (corner.y() < room.top())
        corner.setY(anchor.bottom() + 1);
    corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width() + 1)));
    corner.setY(std::clamp(corner.y(), room.top(), std::max(room.top(), room.bottom() - height() + 1)));
    move(corner);
    show();
    m_words->setFocus(Qt::PopupFocusReason);
}

/// The search keeps the keyboard; arrows and Enter are the list's.
bool EmojiPicker::eventFilter(QObject *object, QEvent *event)
{
    if (object != m_words || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(object, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(); return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (!m_words->text().isEmpty())
            break;
        [[fallthrough]];
    case Qt::Key_Up:
    case Qt::Key_Down: QCoreApplication::sendEvent(m_list, event); return true;
    default: break;
    }
    return QFrame::eventFilter(object, event);
}

void EmojiPicker::choose()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const QString emoji = index.data().toString();
    close();
    Q_EMIT chosen(emoji);
}

}
