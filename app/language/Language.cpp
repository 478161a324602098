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

/// English last and always: without it "1 line(s)" would be shown as it stands in the source.
bool loadDesktops(QTranslator &words)
{
    return words.load(QLocale(), QStringLiteral("isthmus"), QStringLiteral("_"), folder)
        || words.load(stem + QStringLiteral("en"), folder);
}

bool load(QTranslator &words, const QString &wanted)
{
    if (codes().contains(wanted))
        return words.load(stem + wanted, folder);
    return isKnown(wanted) ? words.load(QFileInfo(wanted).absoluteFilePath()) : loadDesktops(words);
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
