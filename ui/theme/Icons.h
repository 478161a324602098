#pragma once

#include <QColor>
#include <QIcon>
#include <QPainter>

#include <cstdint>

namespace isthmus::theme {

/// The project's own family: 24 x 24, strokes of two, round ends; resources/icons.
enum class Glyph : std::uint8_t {
    Add,
    Alert,
    Archive,
    Attachment,
    Back,
    Block,
    Chat,
    Check,
    CheckDouble,
    ChevronDown,
    Clock,
    Close,
    Compose,
    Contacts,
    Copy,
    Edit,
    Failed,
    File,
    Filter,
    Forward,
    Info,
    Link,
    Lock,
    Mail,
    Menu,
    More,
    Mute,
    Offline,
    Person,
    Reply,
    ReplyMail,
    Retry,
    Save,
    Search,
    Send,
    Settings,
    ShieldCheck,
    Smile,
    Source,
    SplitPerson,
    Trash,
    Unlock,
    Warning,
};

/// Paints the glyph in one colour into the square \p rect (logical pixels).
void paintGlyph(QPainter &painter, const QRectF &rect, Glyph glyph, const QColor &colour);

/// An icon that takes its colour from the application's palette each time it is painted, and so follows
/// a change of theme; disabled in muted text, selected or on in accent.
[[nodiscard]] QIcon icon(Glyph glyph);
/// For a button filled with the accent colour.
[[nodiscard]] QIcon iconOnAccent(Glyph glyph);
/// The program's own mark, in its own colours.
[[nodiscard]] QIcon applicationIcon();

}
