#include "ui/widgets/PersonChip.h"

#include "ui/theme/Appearance.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Words.h"

#include <QMenu>
#include <QStyle>

namespace isthmus::widgets {

using theme::Glyph;
namespace grid = theme::grid;

void fillPersonMenu(QMenu &menu, PersonAbilities abilities)
{
    menu.clear();
    const auto add = [&menu](const QString &name, Glyph glyph, const QString &text, bool enabled) {
        QAction *action = menu.addAction(theme::icon(glyph), text);
        action->setObjectName(name);
        action->setEnabled(enabled);
    };
    add(QStringLiteral("chat"), Glyph::Chat, PersonChip::tr("Chat"), abilities.chat);
    add(QStringLiteral("mail"), Glyph::Mail, PersonChip::tr("Send e-mail"), true);
    add(QStringLiteral("details"), Glyph::Info, PersonChip::tr("Details"), true);
    menu.addSeparator();
    if (abilities.muted)
        add(QStringLiteral("unmute"), Glyph::Mute, PersonChip::tr("Unmute"), true);
    else
        add(QStringLiteral("mute"), Glyph::Mute, PersonChip::tr("Mute"), true);
    if (abilities.blocked)
        add(QStringLiteral("unblock"), Glyph::Block, PersonChip::tr("Unblock"), true);
    else
        add(QStringLiteral("block"), Glyph::Block, PersonChip::tr("Block…"), true);
}

PersonAbilities abilitiesOf(const model::Contact &contact)
{
    return {contact.firstChat() != nullptr, contact.muted, contact.blocked};
}

void followPersonMenu(QMenu &menu, QObject *context, PersonChoices choices)
{
    QObject::connect(&menu, &QMenu::triggered, context, [choices = std::move(choices)](const QAction *action) {
        const QString name = action->objectName();
        if (name == QLatin1String("chat"))
            choices.chat();
        else if (name == QLatin1String("mail"))
            choices.mail();
        else if (name.endsWith(QLatin1String("mute")))
            choices.mute(name == QLatin1String("mute"));
        else if (name.endsWith(QLatin1String("block")))
            choices.block(name == QLatin1String("block"));
        else
            choices.details();
    });
}

void openPersonMenu(QWidget *parent, QPoint globalPosition, PersonAbilities abilities, PersonChoices choices)
{
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("personMenu"));
    fillPersonMenu(*menu, abilities);
    followPersonMenu(*menu, parent, std::move(choices));
    menu->popup(globalPosition);
}

PersonChip::PersonChip(QWidget *parent) : QToolButton(parent), m_menu(new QMenu(this))
{
    setPopupMode(QToolButton::InstantPopup);
    setMenu(m_menu);
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(QStringLiteral("personChip"));
    followPersonMenu(*m_menu, this,
                     {[this] { Q_EMIT chatRequested(m_person); }, [this] { Q_EMIT mailRequested(m_person); },
                      [this] { Q_EMIT detailsRequested(m_person); },
                      [this](bool muted) { Q_EMIT muteRequested(m_person, muted); },
                      [this](bool blocked) { Q_EMIT blockRequested(m_person, blocked); }});
}

void PersonChip::setPerson(model::PersonId person, const AvatarFace &face, PersonAbilities abilities)
{
    m_person = person;
    m_face = face;
    fillPersonMenu(*m_menu, abilities);
    m_menu->setTitle(face.name);
    setText(face.name);
    setToolTip(face.address);
    setAccessibleName(face.presence ? tr("Person %1, %2").arg(face.name, Words::presence(*face.presence))
                                    : tr("Person %1").arg(face.name));
    updateGeometry();
    update();
}

int PersonChip::shownWidth() const
{
    const int text = qMin(fontMetrics().horizontalAdvance(m_face.name), fontMetrics().averageCharWidth() * 24);
    return grid::avatarSmall + text + grid::unit * 3;
}

QSize PersonChip::sizeHint() const
{
    return {shownWidth(), qMax(grid::avatarSmall, fontMetrics().height()) + grid::unit};
}

void PersonChip::paintEvent(QPaintEvent *)
{
    const theme::Theme &theme = theme::Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    const QColor paper = underMouse() || isDown() ? theme.selection : theme.bubbleIn;
    painter.setPen(hasFocus() ? QPen(theme.focus, 2) : QPen(theme.bubbleLine, 1));
    painter.setBrush(paper);
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);

    const QRect face(grid::half, (height() - grid::avatarSmall) / 2, grid::avatarSmall, grid::avatarSmall);
    paintAvatar(painter, QStyle::visualRect(layoutDirection(), rect(), face), m_face, paper);
    const QRect room(grid::avatarSmall + grid::unit + 2, 0, width() - grid::avatarSmall - grid::unit * 2, height());
    painter.setPen(theme.text);
    theme::drawLine(painter, QStyle::visualRect(layoutDirection(), rect(), room),
                    QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft),
                    fontMetrics().elidedText(m_face.name, Qt::ElideRight, room.width()));
}

}
