#include "core/reader/WishCodec.h"

#include "core/reader/Packer.h"

namespace isthmus::reader {

namespace {

constexpr std::uint32_t maxName = 200; // octets of a font family
constexpr std::uint32_t maxHead = 1024;

}

QByteArray packWish(const port::LayoutWish &wish)
{
    Packer fields;
    fields.u32(static_cast<std::uint32_t>(wish.width));
    fields.u32(static_cast<std::uint32_t>(wish.fontPixelSize));
    fields.string(wish.fontFamily.left(maxName / 4));
    fields.string(wish.monospaceFamily.left(maxName / 4));
    fields.flag(wish.dark);
    fields.u32(wish.text);
    fields.u32(wish.link);
    fields.flag(wish.foldQuotes);
    Packer head;
    head.bytes(fields.packed());
    return head.packed();
}

std::optional<port::LayoutWish> unpackWish(QByteArray &contents)
{
    Unpacker size(contents);
    const std::uint32_t length = size.u32(maxHead);
    if (!size.ok() || length > static_cast<std::uint64_t>(contents.size()) - sizeof length)
        return std::nullopt;
    const QByteArray head = contents.sliced(sizeof length, length);
    contents = contents.sliced(static_cast<qsizetype>(sizeof length + length));
    Unpacker in(head);
    port::LayoutWish wish;
    wish.width = static_cast<int>(in.u32(10'000));
    wish.fontPixelSize = static_cast<int>(in.u32(200));
    wish.fontFamily = in.string(maxName);
    wish.monospaceFamily = in.string(maxName);
    wish.dark = in.flag();
    wish.text = in.u32();
    wish.link = in.u32();
    wish.foldQuotes = in.flag();
    return in.finish() ? std::nullopt : std::optional(wish);
}

}
