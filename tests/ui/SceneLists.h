#pragma once

#include "tests/ui/Scenes.h"

namespace isthmus::test {

// The scenes by subject, in the order of the contact sheet.
[[nodiscard]] std::vector<Scene> signInScenes();
[[nodiscard]] std::vector<Scene> conversationScenes();
[[nodiscard]] std::vector<Scene> mailScenes();
[[nodiscard]] std::vector<Scene> searchScenes();
[[nodiscard]] std::vector<Scene> barScenes();
[[nodiscard]] std::vector<Scene> dialogScenes();

/// The contact card of this person.
void showDetails(Stage &stage, const char *name);

}
