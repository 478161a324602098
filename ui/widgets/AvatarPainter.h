#pragma once

#include "core/model/Contact.h"
#include "core/model/Presence.h"

#include <QPainter>
#include <QString>

#include <optional>

namespace isthmus::widgets {

/// Whom an avatar stands for. Without presence, none is drawn: a mailbox has none.
struct AvatarFace {
    QString name;
    QString address;
    std::optional<model::Availability> presence;
    bool operator==(const AvatarFace &) const = default;
};

/// The same face wherever this person is shown.
[[nodiscard]] AvatarFace faceOf(const model::Contact &contact);

/// A disc with initials, coloured by the address (XEP-0392), and the presence at its lower edge.
/// \p paper is the colour behind, of which the ring around the presence mark is made.
void paintAvatar(QPainter &painter, const QRectF &square, const AvatarFace &face, const QColor &paper);

/// The mark alone. Its shape tells as much as its colour: full disc online, crescent away, bar do not
/// disturb, ring offline, dotted ring unknown.
void paintPresence(QPainter &painter, const QRectF &square, model::Availability availability, const QColor &paper);

}
