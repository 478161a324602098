#pragma once

#include "core/display/DisplayList.h"
#include "core/model/Item.h"

#include <QString>

#include <optional>
#include <vector>

class QPagedPaintDevice;

namespace isthmus::shell {

/// Pixels of 96 to the inch that a page of \p device has for text, from left to right: the width to lay a body out for.
[[nodiscard]] int printWidth(const QPagedPaintDevice &device);

/// Prints one message: who, to whom, when, its subject, the names of its files, and its text; as its sender laid it
/// out where there is a \p body. Pages end between lines. \p person is the other side's name. False if the device
/// does not take it (a file that cannot be written). Thread: the window's.
[[nodiscard]] bool printItem(QPagedPaintDevice &device, const model::Item &item, const QString &person,
                             const std::optional<display::DisplayList> &body);
/// Prints messages one after the other, as text, oldest first.
[[nodiscard]] bool printConversation(QPagedPaintDevice &device, const std::vector<model::Item> &items,
                                     const QString &person);

}
