#include "app/language/Language.h"

#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace isthmus::language {

namespace {

const QString folder = QStringLiteral(":/i18n");
const QString stem = QStringLiteral("isthmus_");
const QString ending = QStringLiteral(".qm");

/// The first of the desktop's languages that is here, in its script: Singapore reads zh_CN, Taiwan does not. English
/// last and always: without it "1 line(s)" would be shown as it stands in the source.
QString desktopsLanguage()
{
    for (const QString &name : QLocale().uiLanguages()) {
        const QLocale wanted(name);
        for (const QString &code : codes()) {
            const QLocale offered(code);
            if (offered.language() == wanted.language() && offered.script() == wanted.script())
                return code;
        }
    }
    return QStringLiteral("en");
}

bool load(QTranslator &words, const QString &wanted)
{
    if (!codes().contains(wanted) && isKnown(wanted))
        return words.load(QFileInfo(wanted).absoluteFilePath());
    return words.load(stem + (isKnown(wanted) ? wanted : desktopsLanguage()), folder);
}

/// The desktop's own locale stays where it fits, with its country's dates; the "C" locale of scripts always does.
void followLocale(const QString &wanted, const QString &language)
{
    const QLocale spoken(language);
    if (!wanted.isEmpty() && QLocale().language() != spoken.language())
        QLocale::setDefault(spoken);
}

}

QStringList codes()
{
    QStringList codes;
    for (const QString &file : QDir(folder).entryList({stem + u'*' + ending}, QDir::Files, QDir::Name))
        codes.append(file.mid(stem.size()).chopped(ending.size()));
    return codes;
}

bool isKnown(const QString &wanted)
{
    return codes().contains(wanted) || (wanted.endsWith(ending) && QFileInfo(wanted).isFile());
}

void speak(QCoreApplication &application, const QString &wanted)
{
    auto *words = new QTranslator(&application);
    if (!load(*words, wanted))
        return;
    followLocale(wanted, words->language());
    // Below ours, so that ours win; absent when Qt's translations are not installed.
    auto *dialogs = new QTranslator(&application);
    if (dialogs->load(QStringLiteral("qtbase_") + words->language(), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(dialogs);
    QCoreApplication::installTranslator(words);
}

}
