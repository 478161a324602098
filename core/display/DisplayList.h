#pragma once

#include <QByteArray>
#include <QColor>
#include <QRect>
#include <QString>

#include <cstdint>
#include <variant>
#include <vector>

namespace isthmus::display {

/// A font as it was measured by the layout; the painter asks for exactly this one.
struct Font {
    QString family;
    int pixelSize = 14;
    bool bold = false;
    bool italic = false;
    bool underline = false;
    bool strikeOut = false;
    bool operator==(const Font &) const = default;
};

struct FillOp {
    QRect rect;
    QRgb colour = 0;
    int radius = 0;
    bool operator==(const FillOp &) const = default;
};

/// A rounded border of one width and colour; straight borders are FillOps.
struct StrokeOp {
    QRect rect;
    QRgb colour = 0;
    int width = 1;
    int radius = 0;
    bool operator==(const StrokeOp &) const = default;
};

struct TextOp {
    int x = 0;
    int baseline = 0;
    std::uint32_t font = 0; ///< index into DisplayList::fonts
    QRgb colour = 0;
    QString text;
    bool operator==(const TextOp &) const = default;
};

struct PictureOp {
    QRect rect;
    std::uint32_t picture = 0; ///< index into DisplayList::pictures
    bool operator==(const PictureOp &) const = default;
};

/// Everything up to the matching UnclipOp is cut to the rectangle. Balanced in every valid list.
struct ClipOp {
    QRect rect;
    bool operator==(const ClipOp &) const = default;
};

struct UnclipOp {
    bool operator==(const UnclipOp &) const = default;
};

using Op = std::variant<FillOp, StrokeOp, TextOp, PictureOp, ClipOp, UnclipOp>;

/// A piece of text in reading order, for copying, searching and screen readers.
struct Run {
    QString text;
    QRect rect;
    std::int32_t link = -1;   ///< index into DisplayList::links, or -1
    bool startsBlock = false; ///< a line end belongs before it when copied
    bool operator==(const Run &) const = default;
};

struct Link {
    QString url;           ///< http, https, mailto or xmpp: nothing else is a link
    bool mismatch = false; ///< the visible text names another host (X17)
    bool operator==(const Link &) const = default;
};

/// A decoded picture: RGBA, 8 bits each, not premultiplied; rgba.size() == width * height * 4.
struct Picture {
    int width = 0;
    int height = 0;
    QByteArray rgba;
    bool operator==(const Picture &) const = default;
};

/// A picture that would have to be fetched, and was not.
struct RemotePicture {
    QString url;
    QString host;
    bool operator==(const RemotePicture &) const = default;
};

/// A mail's body laid out once, to be painted many times: what crosses from the cage to the window.
/// Coordinates are pixels at scale 1 from the top left corner.
struct DisplayList {
    int width = 0; ///< may exceed what was asked for: the window scales, then pans
    int height = 0;
    std::vector<Font> fonts;
    std::vector<Op> ops;
    std::vector<Run> runs;
    std::vector<Link> links;
    std::vector<Picture> pictures;
    std::vector<RemotePicture> remotePictures;
    bool operator==(const DisplayList &) const = default;

    /// The runs from index \p first to \p last inclusive as text, with line ends between blocks.
    [[nodiscard]] QString text(int first, int last) const;
    [[nodiscard]] QString text() const { return text(0, static_cast<int>(runs.size()) - 1); }
    /// Index of the run at a point, or of the nearest one before it in reading order; -1 if there is none.
    [[nodiscard]] int runAt(QPoint point) const;
    /// Index of the link at a point, or -1.
    [[nodiscard]] int linkAt(QPoint point) const;
};

}
