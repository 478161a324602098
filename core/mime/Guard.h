#pragma once

#include "core/base/Result.h"
#include "core/mime/HeaderBlock.h"
#include "core/mime/Limits.h"

#include <QByteArrayView>

namespace isthmus::mime {

/// Counts what a mail costs before any decoder or library sees it (X18, X53). One guard reads one mail; all checks are
/// linear in the octets.
class Guard
{
public:
    explicit Guard(const Limits &limits) : m_limits(limits) {}

    [[nodiscard]] const Limits &limits() const { return m_limits; }

    /// Line lengths of what is read of a mail of \p size octets.
    void checkRaw(QByteArrayView raw, qsizetype size);
    /// Drops the fields beyond the limits and cuts those that are too long.
    void admitHeader(HeaderBlock &header);
    /// False: the part must not be opened.
    [[nodiscard]] bool mayNest(int depth);
    [[nodiscard]] bool mayAddLeaf();

    [[nodiscard]] bool exceeded() const { return !m_detail.isEmpty(); }
    /// Fault::TooLarge when a limit was exceeded and the limits say to refuse.
    [[nodiscard]] base::Result<base::Done> verdict() const;

private:
    void note(const char *what);

    Limits m_limits;
    int m_leaves = 0;
    QString m_detail; ///< the first limit that was exceeded
};

}
