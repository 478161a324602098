#pragma once

#include "core/engine/Timeline.h"
#include "tests/engine/Fixture.h"

namespace isthmus::test {

/// A line from bob, as it comes live.
[[nodiscard]] inline model::InstantMessage line(const char *id, const char *text,
                                                const char *from = "bob@chat.example/phone")
{
    model::InstantMessage message;
    message.type = model::InstantMessage::Type::Chat;
    message.from = jid(from);
    message.to = jid("alice@chat.example");
    message.id = QString::fromUtf8(id);
    message.bodies = {{QString(), QString::fromUtf8(text)}};
    return message;
}

[[nodiscard]] inline model::InstantMessage withServerId(model::InstantMessage message, const char *archiveId)
{
    message.stanzaIds = {{QString::fromUtf8(archiveId), jid("alice@chat.example")}};
    return message;
}

[[nodiscard]] inline model::InstantMessage fromArchive(model::InstantMessage message, const char *archiveId,
                                                       base::Timestamp at)
{
    message.wrapper = model::InstantMessage::Wrapper::Archive;
    message.wrapperFrom = jid("alice@chat.example");
    message.archiveId = QString::fromUtf8(archiveId);
    message.archiveQueryId = QStringLiteral("q1");
    message.forwardedAt = at;
    return message;
}

/// alice with bob in her roster, and his timeline open.
struct ChatScene {
    Profile profile;
    std::unique_ptr<engine::Timeline> timeline;
    ChatScene()
    {
        profile.signIn();
        timeline = std::make_unique<engine::Timeline>(*profile.engine, profile.bob());
    }
    void arrive(const model::InstantMessage &message, bool live = true)
    {
        arrive(model::ArrivedStanza{message, live, profile.now});
    }
    void arrive(const model::ArrivedStanza &stanza)
    {
        const auto before = profile.chat->storedBatches.size();
        profile.chat->arrive({stanza});
        QTRY_COMPARE(profile.chat->storedBatches.size(), before + 1);
    }
    [[nodiscard]] QStringList texts() const
    {
        QStringList found;
        for (const model::Item &item : timeline->items())
            found.append(item.text);
        return found;
    }
    /// Everything that has arrived is read.
    void settle()
    {
        static int round = 0;
        const QByteArray id = "settle-" + QByteArray::number(++round);
        arrive(line(id.constData(), id.constData(), "marker@chat.example/x"));
        QTRY_VERIFY(profile.engine->contacts().personOf(jid("marker@chat.example")));
        const model::PersonId marker = *profile.engine->contacts().personOf(jid("marker@chat.example"));
        engine::Timeline other(*profile.engine, marker);
        QTRY_VERIFY(!other.items().empty() && other.items().back().text == QString::fromUtf8(id));
    }
    model::ItemId say(const char *text)
    {
        model::Draft draft;
        draft.person = timeline->person();
        draft.text = QString::fromUtf8(text);
        return wait(profile.engine->outbox().send(draft)).valueOr({});
    }
    [[nodiscard]] QString sentId() const { return profile.chat->all<model::SendStanza>().front().message.id; }
};

}
