#include "ui/shell/PlacesDialog.h"

#include "ui/theme/Appearance.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QPlainTextEdit>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace isthmus::shell {

namespace {

constexpr QSize roomy(640, 560);

QString entry(const QString &what, const QString &where)
{
    return what + QStringLiteral("\n    ") + where;
}

}

PlacesDialog::PlacesDialog(const Places &places, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("places"));
    setWindowTitle(tr("Where things are"));
    // A field, so that a path can be copied, and be read letter by letter.
    auto *text = new QPlainTextEdit(words(places), this);
    text->setObjectName(QStringLiteral("placesText"));
    text->setAccessibleName(tr("Where things are, and how to remove them"));
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(text, 1);
    column->addWidget(buttons);
    resize(roomy);
}

QString PlacesDialog::words(const Places &places)
{
    const auto native = [](const QString &path) { return QDir::toNativeSeparators(path); };
    const QString dialogs =
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/QtProject.conf");
    QStringList parts{
        entry(tr("Messages, e-mails, files, contacts, drafts and settings"), native(places.profile)),
        entry(tr("Size and place of the window, colours, notifications"), native(places.settingsPath)),
        entry(tr("Passwords"),
              !places.hasKeyring ? tr("in memory, until Isthmus is closed")
              : places.accounts.empty()
                  ? tr("in the system keyring, under “isthmus”: none now")
                  : tr("in the system keyring, under “isthmus”: %1").arg(places.accounts.join(QStringLiteral(", "))))};
    if (!places.socketPath.isEmpty())
        parts.append(entry(tr("The way in for a second start, while Isthmus runs"), native(places.socketPath)));
    parts.append(entry(tr("Folders last used in file dialogs, together with other programs made with Qt"), native(dialogs)));
    parts.append(tr("Nothing of Isthmus starts by itself, and it keeps nothing elsewhere."));
    parts.append(
        tr("To remove one account: Isthmus > Remove account… takes its password out of the keyring and, if you wish, "
           "its messages from this computer."));
    parts.append(tr("To remove everything: remove each account so, quit, delete the folder %1, and remove the program "
                    "(sudo apt remove isthmus).")
                     .arg(native(places.profile)));
    parts.append(tr("On the servers nothing is removed by that."));
    return parts.join(QStringLiteral("\n\n"));
}

}
