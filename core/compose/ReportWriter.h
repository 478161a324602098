#pragma once

#include "core/compose/PartWriter.h"

#include <optional>

namespace isthmus::compose {

/// The parts of a report after its text, and its type (RFC 6522).
struct WrittenReport {
    QByteArray reportType;
    std::vector<WrittenPart> parts;
};

/// message/delivery-status (RFC 3464, 6533) with text/rfc822-headers, or message/disposition-notification (RFC 8098);
/// nullopt if \p report is none. By hand: VMime puts the original sender into Final-Recipient.
[[nodiscard]] std::optional<WrittenReport> writeReport(const model::OutgoingReport &report);

}
