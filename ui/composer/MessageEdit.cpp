#include "ui/composer/MessageEdit.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QtMath>

#include <algorithm>

namespace isthmus::composer {

namespace {
constexpr int mostLines = 12;
constexpr qreal textMargin = 6;
}

MessageEdit::MessageEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("messageText"));
    setAccessibleName(tr("Message text"));
    setTabChangesFocus(true);
    document()->setDocumentMargin(textMargin);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    connect(document(), &QTextDocument::contentsChanged, this, [this] { updateGeometry(); });
}

void MessageEdit::setLeastLines(int lines)
{
    m_leastLines = lines;
    updateGeometry();
}

void MessageEdit::setFillsHeight(bool fills)
{
    setSizePolicy(QSizePolicy::Expanding, fills ? QSizePolicy::Expanding : QSizePolicy::Fixed);
}

int MessageEdit::heightOf(int lines) const
{
    const QMargins margins = contentsMargins();
    return lines * fontMetrics().lineSpacing() + qRound(2 * document()->documentMargin()) + 2 * frameWidth() + margins.top()
           + margins.bottom();
}

QSize MessageEdit::sizeHint() const
{
    // A QPlainTextEdit's document counts its height in lines.
    const int lines = qCeil(document()->size().height());
    return {fontMetrics().averageCharWidth() * 40, heightOf(std::clamp(lines, m_leastLines, mostLines))};
}

QSize MessageEdit::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, heightOf(m_leastLines)};
}

void MessageEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (enter && (modifiers == Qt::ControlModifier || (modifiers == Qt::NoModifier && m_enterSends))) {
        Q_EMIT sendPressed();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void MessageEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

bool MessageEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void MessageEdit::insertFromMimeData(const QMimeData *source)
{
    insertPlainText(source->text());
}

}
