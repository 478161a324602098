#pragma once

#include "core/base/Result.h"
#include "core/model/MailAddress.h"
#include "core/wire/WireConfig.h"
#include "ui/theme/Theme.h"

#include <QStringList>

#include <optional>
#include <variant>

namespace isthmus::desktop {

/// What the command line asks for.
struct Options {
    QString profile; ///< folder; made if it does not exist
    wire::WireConfig wire;
    std::optional<theme::SchemeChoice> scheme;
    QString language;                         ///< as language::speak() takes it; empty: the desktop's
    int scale = 100;                          ///< per cent
    std::optional<model::MailAddress> signIn; ///< password on the first line of standard input
    QStringList links;                        ///< mailto: and xmpp:
};

/// Text for the terminal instead of a window: help, version, or what was wrong.
struct Say {
    QString text;
    int exitCode = 0;
};

using Parsed = std::variant<Options, Say>;

/// \p arguments with the program's name first. Needs a QCoreApplication.
[[nodiscard]] Parsed parseCommandLine(const QStringList &arguments);

}
