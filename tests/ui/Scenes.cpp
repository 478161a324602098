#include "tests/ui/Scenes.h"

#include "app/language/Language.h"
#include "tests/support/TestMain.h"
#include "tests/ui/SceneLists.h"

#include <QApplication>
#include <QTranslator>

#include <algorithm>

namespace isthmus::test {

const std::vector<Scene> &scenes()
{
    static const std::vector<Scene> all = [] {
        std::vector<Scene> joined;
        for (const auto &list :
             {signInScenes(), conversationScenes(), mailScenes(), searchScenes(), barScenes(), dialogScenes()})
            joined.insert(joined.end(), list.begin(), list.end());
        return joined;
    }();
    return all;
}

std::unique_ptr<Stage> play(const Scene &scene)
{
    auto stage = std::make_unique<Stage>(scene.profile);
    scene.play(*stage);
    stage->settle();
    return stage;
}

std::unique_ptr<Stage> play(const char *scene)
{
    const auto found =
        std::find_if(scenes().begin(), scenes().end(), [&](const Scene &one) { return qstrcmp(one.name, scene) == 0; });
    if (found == scenes().end())
        qFatal("no scene %s", scene);
    return play(*found);
}

Manner::Manner(const QString &language, int percent) : font(QApplication::font())
{
    if (!language.isEmpty())
        language::speak(*qApp, language);
    QFont larger = font;
    larger.setPointSizeF(font.pointSizeF() * percent / 100);
    QApplication::setFont(larger);
}

Manner::~Manner()
{
    QApplication::setFont(font);
    qDeleteAll(qApp->findChildren<QTranslator *>());
    QLocale::setDefault(locale);
}

}
