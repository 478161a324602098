#pragma once

#include "core/engine/Conversations.h"
#include "tests/engine/Fixture.h"
#include "ui/shell/MainWindow.h"

#include <QFont>
#include <QLocale>

#include <functional>
#include <memory>
#include <vector>

namespace isthmus::test {

class SlowDisk;

/// The program's own window on a profile whose servers the test plays, in one state of one screen.
class Stage
{
public:
    /// What the profile holds: nothing; an account without anybody; people and messages of every kind; an account without
    /// anybody, whose mails the program's own reader reads and lays out.
    enum class Profile : std::uint8_t { New, Alone, Full, Laid };

    explicit Stage(Profile kind);
    ~Stage();
    Q_DISABLE_COPY_MOVE(Stage)

    /// What a person looks at: the menu that is open, else the dialog, else the window.
    [[nodiscard]] QWidget *shown() const;
    template <typename T>
    [[nodiscard]] T *child(const char *name) const
    {
        T *found = window->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no child %s", name);
        return found;
    }
    /// Chooses the person in the list and waits until the messages are there.
    void open(const char *name);
    void openRow(const std::function<bool(const engine::ConversationRow &)> &isWanted);
    /// Makes the message with this subject, or with this text, the current one of the open conversation.
    void choose(const char *words);
    /// By the command of the menu.
    void run(const char *command);
    /// Layout Mail, with folders and what is in the inbox.
    void openInbox();
    void readThread(const char *subject);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier);
    void press(const char *button);
    /// Until the store has answered everything that was asked before: it answers in order.
    void settle();
    void await(const char *what, const std::function<bool()> &isThere);
    /// From now on what is asked for stays under way.
    void stopReading();

    void chat(const char *from, const char *text, std::chrono::minutes ago, const char *subject = nullptr);
    void mail(const QByteArray &head, const QByteArray &text, std::chrono::minutes ago);
    void say(const char *person, const char *text, std::chrono::minutes ago, const char *subject = nullptr);

    test::Profile profile;
    std::unique_ptr<shell::MainWindow> window;

private:
    void fill();
    void waitForItems(const model::Address &address, std::size_t count);

    int m_arrived = 0;
    int m_reading = 0; ///< answers of the real reader that are still to come
    std::unique_ptr<SlowDisk> m_slowDisk;
};

/// A screen in a state, and how to bring it about.
struct Scene {
    const char *name; ///< "screen, state"
    Stage::Profile profile;
    std::function<void(Stage &)> play;
};

[[nodiscard]] const std::vector<Scene> &scenes();
[[nodiscard]] std::unique_ptr<Stage> play(const Scene &scene);
[[nodiscard]] std::unique_ptr<Stage> play(const char *scene);

// Somebody in the full profile, and a file of hers: too long for every place.
inline constexpr char longName[] = "Dr Wilhelmina Featherstonehaugh-Cholmondeley of the Committee for Very Long Names";
inline constexpr char longWord[] = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft.pdf";

/// The application in another language (a code, a .qm file, or empty for English) and with larger letters, until the
/// end of the scope.
struct Manner {
    Manner(const QString &language, int percent);
    ~Manner();
    Q_DISABLE_COPY_MOVE(Manner)

    QFont font;
    QLocale locale;
};

}
