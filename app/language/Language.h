#pragma once

#include <QCoreApplication>
#include <QStringList>

namespace isthmus::language {

/// The languages that the program brings: "de", "en", "zh_CN", …
[[nodiscard]] QStringList codes();

/// Whether speak() can do something with \p wanted: one of codes(), or a file of translations (.qm).
[[nodiscard]] bool isKnown(const QString &wanted);

/// Makes \p application speak \p wanted, one of codes() or the path of a .qm file; with an empty one, or one that is not
/// known, the first of the desktop's languages that there is, else English. The words of Qt's own dialogs and the
/// form of dates and numbers follow. Call once per application, before its first text; thread: the main one.
void speak(QCoreApplication &application, const QString &wanted = {});

}
