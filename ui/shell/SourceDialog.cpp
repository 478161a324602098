#include "ui/shell/SourceDialog.h"

#include "ui/widgets/Words.h"

#include <QAbstractTextDocumentLayout>
#include <QDialogButtonBox>
#include <QElapsedTimer>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStringDecoder>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace isthmus::shell {

namespace {

/// What a text field takes in at once without keeping the window waiting; the rest is in the saved file.
constexpr qsizetype octetsShown = 32 * 1024;
/// RFC 5322 2.1.1; a line of megabytes would be laid out as a whole.
constexpr qsizetype longestLine = 998;
constexpr qsizetype longestTitle = 100;
/// Of one portion, a line more at most.
constexpr std::chrono::milliseconds portionTime{10};

QString readable(const QByteArray &source)
{
    qsizetype end = std::min(source.size(), octetsShown);
    const auto isInsideCharacter = [&source](qsizetype at) {
        return (static_cast<unsigned char>(source[at]) & 0xC0U) == 0x80U;
    };
    while (end < source.size() && end > octetsShown - 4 && isInsideCharacter(end))
        --end;
    const QByteArray octets = source.left(end);
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString decoded = utf8.decode(octets);
    return utf8.hasError() ? QString::fromLatin1(octets) : decoded;
}

/// Nothing is drawn for it, or a box that says nothing, and to find that out every font is asked: 2 to 8 µs a letter each
/// time, which for 32 KiB of them was a tenth of a second at every painting. In the fonts of all is this: \x00, \u{E123}.
QString escapeOf(char32_t letter)
{
    return letter <= 0xFF ? QStringLiteral("\\x%1").arg(static_cast<uint>(letter), 2, 16, QLatin1Char('0'))
                          : QStringLiteral("\\u{%1}").arg(QString::number(static_cast<uint>(letter), 16).toUpper());
}

bool hasNoSign(char32_t letter)
{
    switch (QChar::category(letter)) {
    case QChar::Other_Control: return letter != u'\t';
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
    case QChar::Other_Surrogate: return true;
    default: return false;
    }
}

/// Lines that no mail may have are broken, so that each is cheap. CRLF and LF end a line, and so does a single CR, which
/// the text field would show as an end, too.
QStringList linesOf(const QString &text)
{
    QStringList lines{QString()};
    const QList<uint> letters = text.toUcs4();
    for (qsizetype i = 0; i < letters.size(); ++i) {
        const char32_t letter = letters[i];
        if (letter == u'\r' && i + 1 < letters.size() && letters[i + 1] == u'\n')
            continue;
        if (letter == u'\n' || letter == u'\r') {
            lines.append(QString());
            continue;
        }
        if (lines.last().size() >= longestLine)
            lines.append(QString());
        if (hasNoSign(letter))
            lines.last() += escapeOf(letter);
        else
            lines.last() += QChar::fromUcs4(letter);
    }
    return lines;
}

}

SourceDialog::SourceDialog(const QString &title, const QByteArray &source, QWidget *parent)
    : QDialog(parent), m_text(new QPlainTextEdit(this)), m_lines(linesOf(readable(source)))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("sourceDialog"));
    setWindowTitle(tr("Source of “%1”").arg(title.size() > longestTitle ? title.left(longestTitle) + u'…' : title));
    m_text->setObjectName(QStringLiteral("source"));
    m_text->setAccessibleName(tr("Source"));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setUndoRedoEnabled(false);
    m_more.setInterval(0);
    connect(&m_more, &QTimer::timeout, this, &SourceDialog::addPortion);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    if (source.size() > octetsShown) {
        auto *note = new QLabel(
            tr("The first %1 of %2. Save the message as .eml to see all of it.")
                .arg(widgets::Words::bytes(octetsShown), widgets::Words::bytes(static_cast<quint64>(source.size()))),
            this);
        note->setObjectName(QStringLiteral("sourceNote"));
        note->setWordWrap(true);
        layout->addWidget(note);
    }
    layout->addWidget(buttons);
    resize(760, 560);
}

void SourceDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!isWhole())
        addPortion(); // a usual mail is shown at once
}

void SourceDialog::addPortion()
{
    QElapsedTimer spent;
    spent.start();
    QTextDocument &document = *m_text->document();
    QTextCursor end(&document); // not the reader's own
    end.movePosition(QTextCursor::End);
    while (!isWhole() && spent.elapsed() < portionTime.count()) {
        if (m_next > 0)
            end.insertBlock();
        end.insertText(m_lines[m_next++]);
        // Else its glyphs would be looked for again at every painting. Laid out here, it is in this portion's time.
        const QTextBlock block = end.block();
        block.layout()->setCacheEnabled(true);
        (void)document.documentLayout()->blockBoundingRect(block);
    }
    if (isWhole())
        m_more.stop();
    else
        m_more.start();
}

}
