#include "core/interworking/FileName.h"

#include "core/interworking/Text.h"

#include <QHash>
#include <QSet>

namespace isthmus::interworking {

namespace {

constexpr qsizetype maxNameOctets = 128;

bool isReservedOnDos(const QString &name)
{
    const QString stem = name.section(u'.', 0, 0).trimmed().toUpper();
    static const QSet<QString> devices{QStringLiteral("CON"), QStringLiteral("PRN"), QStringLiteral("AUX"),
                                       QStringLiteral("NUL")};
    if (devices.contains(stem))
        return true;
    return stem.size() == 4 && (stem.startsWith(QLatin1String("COM")) || stem.startsWith(QLatin1String("LPT")))
           && stem[3] >= u'1' && stem[3] <= u'9';
}

/// Where the last extension starts (at its dot); the end when there is none.
qsizetype extensionAt(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 ? dot : name.size();
}

/// The longest front of \p text with at most \p octets of UTF-8, whole code points only.
QString frontOctets(const QString &text, qsizetype octets)
{
    QByteArray utf8 = text.toUtf8();
    if (utf8.size() <= octets)
        return text;
    while (octets > 0 && (static_cast<uchar>(utf8[octets]) & 0xC0) == 0x80)
        --octets;
    return QString::fromUtf8(utf8.left(octets));
}

QString capped(const QString &name)
{
    if (name.toUtf8().size() <= maxNameOctets)
        return name;
    const QString extension = name.mid(extensionAt(name));
    const qsizetype extensionOctets = extension.toUtf8().size();
    if (extensionOctets >= maxNameOctets)
        return frontOctets(name, maxNameOctets);
    return frontOctets(name.left(extensionAt(name)), maxNameOctets - extensionOctets) + extension;
}

}

QString cleanFileName(QStringView name)
{
    QString clean = withoutControls(name).normalized(QString::NormalizationForm_C);
    const qsizetype slash = std::max(clean.lastIndexOf(u'/'), clean.lastIndexOf(u'\\'));
    clean = clean.mid(slash + 1);
    const auto isEdge = [](QChar c) { return c == u'.' || c.isSpace(); };
    while (!clean.isEmpty() && isEdge(clean.front()))
        clean.remove(0, 1);
    while (!clean.isEmpty() && isEdge(clean.back()))
        clean.chop(1);
    for (QChar &c : clean) {
        if (QStringView(u"<>:\"|?*").contains(c))
            c = u'_';
    }
    if (isReservedOnDos(clean))
        clean.prepend(u'_');
    return capped(clean);
}

QString extensionFor(const QString &mimeType)
{
    static const QHash<QString, QString> extensions{
        {QStringLiteral("text/plain"), QStringLiteral("txt")},
        {QStringLiteral("text/html"), QStringLiteral("html")},
        {QStringLiteral("text/calendar"), QStringLiteral("ics")},
        {QStringLiteral("image/jpeg"), QStringLiteral("jpg")},
        {QStringLiteral("image/png"), QStringLiteral("png")},
        {QStringLiteral("image/gif"), QStringLiteral("gif")},
        {QStringLiteral("application/pdf"), QStringLiteral("pdf")},
        {QStringLiteral("application/zip"), QStringLiteral("zip")},
        {QStringLiteral("message/rfc822"), QStringLiteral("eml")},
    };
    return extensions.value(mimeType, QStringLiteral("bin"));
}

void nameAttachments(model::Attachments &attachments)
{
    QSet<QString> taken;
    int number = 0;
    for (model::Attachment &attachment : attachments) {
        ++number;
        QString name = cleanFileName(attachment.name);
        if (name.isEmpty())
            name = QStringLiteral("attachment-%1.%2").arg(number).arg(extensionFor(attachment.mimeType));
        const qsizetype dot = extensionAt(name);
        const QString stem = name.left(dot);
        const QString extension = name.mid(dot);
        for (int copy = 2; taken.contains(name); ++copy)
            name = stem + QStringLiteral(" (%1)").arg(copy) + extension;
        taken.insert(name);
        attachment.name = name;
    }
}

bool isBlockedType(const QString &mimeType, const QString &name)
{
    static const QSet<QString> types{QStringLiteral("application/x-msdownload"),
                                     QStringLiteral("application/x-msdos-program"),
                                     QStringLiteral("application/x-ms-shortcut"),
                                     QStringLiteral("application/x-executable"),
                                     QStringLiteral("application/x-sharedlib"),
                                     QStringLiteral("application/x-sh"),
                                     QStringLiteral("application/x-bat"),
                                     QStringLiteral("application/hta"),
                                     QStringLiteral("application/java-archive"),
                                     QStringLiteral("application/x-desktop"),
                                     QStringLiteral("application/vnd.microsoft.portable-executable"),
                                     QStringLiteral("application/x-msi")};
    static const QSet<QString> extensions{
        QStringLiteral("exe"),      QStringLiteral("com"), QStringLiteral("scr"), QStringLiteral("pif"),
        QStringLiteral("bat"),      QStringLiteral("cmd"), QStringLiteral("msi"), QStringLiteral("js"),
        QStringLiteral("jse"),      QStringLiteral("vbs"), QStringLiteral("vbe"), QStringLiteral("wsf"),
        QStringLiteral("wsh"),      QStringLiteral("ps1"), QStringLiteral("jar"), QStringLiteral("lnk"),
        QStringLiteral("hta"),      QStringLiteral("cpl"), QStringLiteral("reg"), QStringLiteral("desktop"),
        QStringLiteral("appimage"), QStringLiteral("sh"),  QStringLiteral("run"), QStringLiteral("dll")};
    return types.contains(mimeType) || extensions.contains(name.section(u'.', -1).toLower());
}

QString safeType(const QString &mimeType)
{
    static const QSet<QString> safe{
        QStringLiteral("text/plain"),
        QStringLiteral("text/csv"),
        QStringLiteral("text/calendar"),
        QStringLiteral("text/vcard"),
        QStringLiteral("text/markdown"),
        QStringLiteral("image/png"),
        QStringLiteral("image/jpeg"),
        QStringLiteral("image/gif"),
        QStringLiteral("image/webp"),
        QStringLiteral("image/avif"),
        QStringLiteral("image/heic"),
        QStringLiteral("image/bmp"),
        QStringLiteral("image/tiff"),
        QStringLiteral("audio/mpeg"),
        QStringLiteral("audio/mp4"),
        QStringLiteral("audio/ogg"),
        QStringLiteral("audio/opus"),
        QStringLiteral("audio/wav"),
        QStringLiteral("audio/x-wav"),
        QStringLiteral("audio/aac"),
        QStringLiteral("audio/flac"),
        QStringLiteral("audio/webm"),
        QStringLiteral("video/mp4"),
        QStringLiteral("video/mpeg"),
        QStringLiteral("video/ogg"),
        QStringLiteral("video/webm"),
        QStringLiteral("video/quicktime"),
        QStringLiteral("video/3gpp"),
        QStringLiteral("application/pdf"),
        QStringLiteral("application/zip"),
        QStringLiteral("application/gzip"),
        QStringLiteral("application/json"),
        QStringLiteral("application/epub+zip"),
        QStringLiteral("application/vnd.oasis.opendocument.text"),
        QStringLiteral("application/vnd.oasis.opendocument.spreadsheet"),
        QStringLiteral("application/vnd.oasis.opendocument.presentation"),
        QStringLiteral("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        QStringLiteral("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        QStringLiteral("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        QStringLiteral("application/msword"),
        QStringLiteral("application/vnd.ms-excel"),
        QStringLiteral("application/vnd.ms-powerpoint"),
        QStringLiteral("application/rtf"),
        QStringLiteral("application/pgp-encrypted"),
        QStringLiteral("application/pgp-keys"),
        QStringLiteral("application/octet-stream")};
    const QString type = mimeType.section(u';', 0, 0).trimmed().toLower();
    return safe.contains(type) ? type : QStringLiteral("application/octet-stream");
}

}
