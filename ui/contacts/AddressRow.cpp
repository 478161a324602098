#include "ui/contacts/AddressRow.h"

#include "core/engine/Reach.h"
#include "ui/theme/Appearance.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Sign.h"
#include "ui/widgets/Words.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace isthmus::contacts {

using namespace model;
using engine::addressText;
using theme::Glyph;
using widgets::Words;
namespace grid = theme::grid;

QString evidenceText(const AddressLink &link)
{
    const QString date = QLocale().toString(base::toQDateTime(link.since).toLocalTime().date(), QLocale::ShortFormat);
    return AddressRow::tr("%1, %2", "evidence, since when").arg(Words::evidence(link.evidence), date);
}

base::Result<Address> readAddress(const QString &text, bool asMail)
{
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(QLatin1String("xmpp:"), Qt::CaseInsensitive))
        return readAddress(trimmed.mid(5), false);
    if (trimmed.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive))
        return readAddress(trimmed.mid(7), true);
    if (asMail) {
        auto mail = MailAddress::parse(trimmed);
        return mail ? base::Result<Address>(Address(mail.value())) : base::Result<Address>(mail.error());
    }
    auto jid = Jid::parse(trimmed);
    if (!jid)
        return jid.error();
    if (jid->local().isEmpty())
        return base::Error{base::Fault::Malformed, QStringLiteral("no localpart")};
    return Address(jid->bare());
}

AddressRow::AddressRow(const AddressLink &link, bool removable, QWidget *parent) : QWidget(parent)
{
    const QString address = addressText(link.address);
    const QString kind = link.isMail() ? tr("mail") : tr("chat");
    setObjectName(QStringLiteral("address:") + address);
    auto *sign = new widgets::Sign(link.isMail() ? Glyph::Mail : Glyph::Chat, 18, &theme::Theme::text, this);
    auto *text = new widgets::ElidedLabel(this);
    text->setText(address);
    text->setAccessibleName(tr("%1 %2, %3", "kind, address, evidence").arg(kind, address, evidenceText(link)));
    auto *why = new QLabel(this);
    why->setTextFormat(Qt::PlainText);
    why->setWordWrap(true);
    why->setText(evidenceText(link));
    theme::setTextRole(*why, theme::TextRole::Small);
    theme::setInk(*why, link.isConfirmed() ? &theme::Theme::success : &theme::Theme::textMuted);

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(grid::unit);
    layout->setVerticalSpacing(0);
    layout->addWidget(sign, 0, 0);
    layout->addWidget(text, 0, 1);
    layout->addWidget(why, 1, 1);
    layout->setColumnStretch(1, 1);
    // Below: beside them an address would be cut, and nobody confirms what cannot be read.
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid::unit);
    layout->addLayout(buttons, 2, 1, Qt::AlignLeading);
    const auto addButton = [&](const QString &name, const QString &words, const QString &spoken) {
        auto *button = new QToolButton(this);
        button->setObjectName(name);
        button->setText(words);
        button->setAccessibleName(spoken);
        button->setToolTip(spoken);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAutoRaise(true);
        buttons->addWidget(button);
        return button;
    };
    if (!link.isConfirmed()) {
        const QToolButton *confirm =
            addButton(QStringLiteral("confirm"), tr("Confirm"), tr("Confirm %1 %2", "kind, address").arg(kind, address));
        connect(confirm, &QToolButton::clicked, this, &AddressRow::confirmed);
    }
    if (removable) {
        QToolButton *remove =
            addButton(QStringLiteral("remove"), tr("Split off"), tr("Split off %1 %2", "kind, address").arg(kind, address));
        remove->setIcon(theme::icon(Glyph::SplitPerson));
        connect(remove, &QToolButton::clicked, this, &AddressRow::removed);
    }
}

}
