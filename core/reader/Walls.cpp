#include "core/reader/Walls.h"

#include <QStringList>

#include <array>

namespace isthmus::reader {

namespace {

struct Wall {
    bool Walls::*member;
    const char *name;
};

constexpr std::array<Wall, 6> all{{{&Walls::filter, "system call filter"},
                                   {&Walls::noNewPrivileges, "no new privileges"},
                                   {&Walls::networkNamespace, "own network"},
                                   {&Walls::landlock, "Landlock"},
                                   {&Walls::ordinaryUser, "ordinary user"},
                                   {&Walls::noCapabilities, "no capabilities"}}};

}

std::uint32_t Walls::encode() const
{
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < all.size(); ++i)
        bits |= (this->*all[i].member ? 1U : 0U) << i;
    return bits;
}

Walls Walls::decode(std::uint32_t bits)
{
    Walls walls;
    for (std::size_t i = 0; i < all.size(); ++i)
        walls.*all[i].member = (bits >> i & 1U) != 0;
    return walls;
}

QString Walls::inWords() const
{
    QStringList standing;
    QStringList missing;
    for (const Wall &wall : all)
        (this->*wall.member ? standing : missing) += QString::fromLatin1(wall.name);
    return missing.isEmpty() ? standing.join(QStringLiteral(", "))
                             : QStringLiteral("%1; without: %2")
                                   .arg(standing.join(QStringLiteral(", ")), missing.join(QStringLiteral(", ")));
}

}
