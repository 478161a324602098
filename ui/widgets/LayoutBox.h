#pragma once

#include <QComboBox>

#include <optional>

namespace isthmus::widgets {

/// How the window is laid out: by people, or by folders as in a mail program. Both show the same store.
enum class WindowLayout : std::uint8_t { Conversations, Mail };

/// "im", "mail"; nullopt for anything else.
[[nodiscard]] std::optional<WindowLayout> layoutFromName(const QString &name);
[[nodiscard]] QString layoutName(WindowLayout layout);
/// The words of menus and settings: "Conversations", "Mail".
[[nodiscard]] QString layoutText(WindowLayout layout);

/// The choice of a layout, the same at sign-in and in the settings.
class LayoutBox final : public QComboBox
{
    Q_OBJECT
public:
    explicit LayoutBox(QWidget *parent = nullptr);

    /// Without a signal.
    void setChoice(WindowLayout layout);

Q_SIGNALS:
    void chosen(isthmus::widgets::WindowLayout layout);
};

}
