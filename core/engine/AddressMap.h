#pragma once

#include "core/base/Result.h"
#include "core/model/Contact.h"

#include <QByteArray>

#include <vector>

namespace isthmus::engine {

/// One address of one person, as the address map is written to and read from a file.
struct AddressMapEntry {
    int person = 0; ///< entries with one number belong together; no more than that
    QString name;
    model::SendVia sendVia = model::SendVia::Automatic;
    model::Address address;
    model::Evidence evidence = model::Evidence::Header;
    base::Timestamp since{};
    bool owns = false; ///< false: only claimed
    bool operator==(const AddressMapEntry &) const = default;
};
using AddressMapEntries = std::vector<AddressMapEntry>;

/// RFC 4180, UTF-8, with a header line. A field that a spreadsheet would take for a formula begins with "'".
[[nodiscard]] QByteArray addressMapToCsv(const AddressMapEntries &entries);
/// An object {"format": "isthmus-address-map", "version": 1, "people": […]} (RFC 8259).
[[nodiscard]] QByteArray addressMapToJson(const AddressMapEntries &entries);

struct ReadAddressMap {
    AddressMapEntries entries;
    int unreadable = 0; ///< lines or objects that are no entry; the others count
};
/// Either form. Fault::Malformed when it is neither, Fault::TooLarge over 16 MiB.
[[nodiscard]] base::Result<ReadAddressMap> readAddressMap(const QByteArray &file);

}
