#pragma once

#include "core/mime/Structure.h"
#include "core/model/Mail.h"

namespace isthmus::mime {

/// What a multipart/report (RFC 6522) says, put into \p mail: delivery status (RFC 3464, 6533), disposition
/// (RFC 8098), the Message-ID of the returned headers. \p root must be one.
void readReport(const Part &root, model::Mail &mail);

/// SUMMARY of the first event of an iCalendar text (RFC 5545 3.8.1.12), unescaped.
[[nodiscard]] QString calendarSummary(const QString &calendar);

}
