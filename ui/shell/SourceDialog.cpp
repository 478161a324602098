#include "ui/shell/SourceDialog.h"

#include "ui/widgets/Words.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStringDecoder>
#include <QVBoxLayout>

#include <algorithm>

namespace isthmus::shell {

namespace {

/// What a text field takes in at once without keeping the window waiting; the rest is in the saved file.
constexpr qsizetype octetsShown = 32 * 1024;
/// RFC 5322 2.1.1 allows 998; a line of megabytes would be laid out as a whole.
constexpr qsizetype longestLine = 2000;
constexpr qsizetype longestTitle = 100;
constexpr char16_t controlPictures = 0x2400;

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

/// Lines that no mail may have are broken, so that each is cheap; control characters get a sign that is seen.
QString brokenIntoLines(const QString &text)
{
    QString result;
    result.reserve(text.size() + text.size() / longestLine + 1);
    qsizetype length = 0;
    for (const QChar letter : text) {
        length = letter == u'\n' ? 0 : length + 1;
        if (length > longestLine && !letter.isLowSurrogate()) {
            result += u'\n';
            length = 1;
        }
        const bool isControl = letter < u' ' && letter != u'\n' && letter != u'\r' && letter != u'\t';
        result += isControl ? QChar(controlPictures + letter.unicode()) : letter;
    }
    return result;
}

}

SourceDialog::SourceDialog(const QString &title, const QByteArray &source, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("sourceDialog"));
    setWindowTitle(tr("Source of “%1”").arg(title.size() > longestTitle ? title.left(longestTitle) + u'…' : title));
    auto *text = new QPlainTextEdit(this);
    text->setObjectName(QStringLiteral("source"));
    text->setAccessibleName(tr("Source"));
    text->setReadOnly(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setPlainText(brokenIntoLines(readable(source)));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text);
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

}
