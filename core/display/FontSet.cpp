#include "core/display/FontSet.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace isthmus::display {

bool useSharedFonts()
{
    const QDir folder = QFileInfo(QFile::symLinkTarget(QStringLiteral("/proc/self/exe"))).dir();
    // Build folder, its tests, bin, libexec/isthmus.
    for (const QString &up : {QStringLiteral("share"), QStringLiteral("../share"), QStringLiteral("../../share")}) {
        const QString file = folder.absoluteFilePath(up + QStringLiteral("/isthmus/fonts.conf"));
        if (QFileInfo::exists(file))
            return qputenv("FONTCONFIG_FILE", QFile::encodeName(QDir::cleanPath(file)));
    }
    return false;
}

}
