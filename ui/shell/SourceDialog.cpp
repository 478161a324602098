#include "ui/shell/SourceDialog.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QStringDecoder>
#include <QVBoxLayout>

namespace isthmus::shell {

namespace {

QString readable(const QByteArray &source)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8.decode(source);
    return utf8.hasError() ? QString::fromLatin1(source) : text;
}

}

SourceDialog::SourceDialog(const QString &title, const QByteArray &source, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("sourceDialog"));
    setWindowTitle(tr("Source of “%1”").arg(title));
    auto *text = new QPlainTextEdit(this);
    text->setObjectName(QStringLiteral("source"));
    text->setAccessibleName(tr("Source"));
    text->setReadOnly(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setPlainText(readable(source));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addWidget(buttons);
    resize(760, 560);
}

}
