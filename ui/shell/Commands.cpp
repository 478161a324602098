#include "ui/shell/Commands.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QRegularExpression>
#include <QWidget>

#include <algorithm>

namespace isthmus::shell {

namespace {

/// A title without the mark of its mnemonic key.
QString plain(QString title)
{
    return title.remove(QLatin1Char('&'));
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    return text.toCaseFolded().split(between, Qt::SkipEmptyParts);
}

bool beginsOne(const QString &word, const QStringList &words)
{
    return std::any_of(words.begin(), words.end(), [&word](const QString &other) { return other.startsWith(word); });
}

/// Chinese has no blanks: there a word may begin anywhere.
bool isInside(const QString &word, const QString &text)
{
    return QChar::script(word.front().unicode()) == QChar::Script_Han && text.contains(word);
}

QString initials(const QStringList &words)
{
    QString letters;
    for (const QString &word : words)
        letters += word.front();
    return letters;
}

}

QString Command::text() const
{
    return plain(action->text()).remove(QStringLiteral("…"));
}

QAction *Commands::add(QMenu *menu, const QString &name, const QString &text, const QKeySequence &keys,
                       std::function<void()> work)
{
    Q_ASSERT(!action(name));
    QAction *made = menu->addAction(text);
    made->setObjectName(name);
    made->setShortcut(keys);
    connect(made, &QAction::triggered, this, std::move(work));
    m_all.push_back({made, plain(menu->title())});
    return made;
}

QAction *Commands::action(const QString &name) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(),
                                    [&name](const Command &command) { return command.action->objectName() == name; });
    return found == m_all.end() ? nullptr : found->action;
}

void Commands::comeBeforeFields(QWidget *window)
{
    m_window = window;
    qApp->installEventFilter(this);
}

bool Commands::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(object, event);
    const auto *widget = qobject_cast<const QWidget *>(object);
    if (!widget || widget->window() != m_window)
        return QObject::eventFilter(object, event);
    const QKeySequence pressed(static_cast<const QKeyEvent *>(event)->keyCombination());
    const bool isOurs = std::any_of(m_all.begin(), m_all.end(), [&pressed](const Command &command) {
        return command.action->isEnabled() && command.action->shortcut() == pressed;
    });
    if (!isOurs)
        return QObject::eventFilter(object, event);
    event->ignore(); // nobody wants to have it instead
    return true;
}

int fit(const QString &words, const QString &text, const QString &group)
{
    const QStringList typed = wordsOf(words);
    if (typed.isEmpty())
        return 0;
    const QStringList own = wordsOf(text);
    const QStringList all = own + wordsOf(group);
    const QString folded = text.toCaseFolded();
    if (folded == words.trimmed().toCaseFolded())
        return 0;
    if (folded.startsWith(typed.join(QLatin1Char(' '))))
        return 1;
    if (std::all_of(typed.begin(), typed.end(),
                    [&](const QString &word) { return beginsOne(word, own) || isInside(word, folded); }))
        return 2;
    if (typed.size() == 1 && typed.front().size() > 1 && initials(own).startsWith(typed.front()))
        return 3;
    if (std::all_of(typed.begin(), typed.end(), [&](const QString &word) { return beginsOne(word, all); }))
        return 4;
    return -1;
}

}
