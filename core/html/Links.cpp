#include "core/html/Links.h"

#include <QSet>
#include <QUrl>

#include <algorithm>

namespace isthmus::html {

namespace {

bool hasScheme(const QString &text, const char *scheme)
{
    return text.startsWith(QLatin1String(scheme), Qt::CaseInsensitive);
}

/// The host of what follows a scheme; lower-case A-label.
QString hostIn(QString authority)
{
    const auto end =
        std::find_if(authority.begin(), authority.end(), [](QChar c) { return QStringView(u"/\\?#").contains(c); });
    authority.truncate(end - authority.begin());
    authority = authority.mid(authority.lastIndexOf(u'@') + 1); // user information; a mail address's local part
    if (const qsizetype port = authority.lastIndexOf(u':'); port > 0)
        authority.truncate(port);
    while (authority.endsWith(u'.'))
        authority.chop(1);
    const QByteArray ace = QUrl::toAce(authority);
    return ace.isEmpty() ? authority.toLower() : QString::fromLatin1(ace).toLower();
}

/// Host of an URL or of text that begins with "www."; empty for other text.
QString urlHost(const QString &text)
{
    for (const char *scheme : {"http://", "https://"}) {
        if (hasScheme(text, scheme))
            return hostIn(text.mid(static_cast<qsizetype>(qstrlen(scheme))));
    }
    if (hasScheme(text, "mailto:"))
        return hostIn(text.mid(7).section(u'?', 0, 0));
    return hasScheme(text, "www.") ? hostIn(text) : QString();
}

/// Host of a single word like "bank.example/login"; empty if it looks like something else, such as a file's name.
QString bareHost(const QString &word)
{
    static const QSet<QString> fileEndings{
        QStringLiteral("pdf"), QStringLiteral("html"), QStringLiteral("htm"), QStringLiteral("txt"),
        QStringLiteral("doc"), QStringLiteral("docx"), QStringLiteral("xls"), QStringLiteral("xlsx"),
        QStringLiteral("ppt"), QStringLiteral("pptx"), QStringLiteral("jpg"), QStringLiteral("jpeg"),
        QStringLiteral("png"), QStringLiteral("gif"),  QStringLiteral("csv"), QStringLiteral("xml"),
        QStringLiteral("ics"), QStringLiteral("eml"),  QStringLiteral("exe"), QStringLiteral("tar"),
        QStringLiteral("gz"),  QStringLiteral("js"),   QStringLiteral("css"), QStringLiteral("cpp"),
        QStringLiteral("php")};
    const QString host = hostIn(word);
    const QStringList labels = host.split(u'.');
    const QString &last = labels.last();
    const bool isName = labels.size() >= 2 && last.size() >= 2 && !fileEndings.contains(last)
                        && std::all_of(labels.begin(), labels.end(),
                                       [](const QString &label) {
                                           return !label.isEmpty() && std::all_of(label.begin(), label.end(), [](QChar c) {
                                               return c.isLetterOrNumber() || c == u'-';
                                           });
                                       })
                        && std::any_of(last.begin(), last.end(), [](QChar c) { return c.isLetter(); });
    return isName ? host : QString();
}

}

QString shownTarget(const QString &href)
{
    QString target;
    for (const QChar c : href) {
        if (!c.isSpace() && c.category() != QChar::Other_Control)
            target += c;
    }
    const bool shown = hasScheme(target, "http://") || hasScheme(target, "https://") || hasScheme(target, "mailto:");
    return shown ? target : QString();
}

bool isSameAsTarget(const QString &text, const QString &target)
{
    return text == target || (hasScheme(target, "mailto:") && text == target.mid(7));
}

bool namesOtherHost(const QString &text, const QString &target)
{
    const QString real = urlHost(target);
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    return std::any_of(words.begin(), words.end(), [&](const QString &word) {
        QString named = urlHost(word);
        if (named.isEmpty() && words.size() == 1)
            named = bareHost(word);
        return !named.isEmpty() && named != real;
    });
}

}
