#pragma once

#include "core/base/Task.h"
#include "core/model/Draft.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace isthmus::engine {

class Engine;

/// Where a draft would go if it were sent now, for the line above the composer (specification 5).
struct RoutePreview {
    enum class Outcome : std::uint8_t { Chat, Mail, QueuedChat, QueuedMail, Refused };
    enum class Reason : std::uint8_t {
        UserChoice,
        Preference,
        NoOtherAddress,
        Online,
        Offline,
        DoNotDisturb,
        PresenceUnknown,
        KindMail,
        NoAddress,
        NoJid,
        NoMail,
        PreferenceConflict,
        NoAccount, ///< none is signed in
    };
    Outcome outcome = Outcome::Refused;
    Reason reason = Reason::NoAddress;
    QString rule;    ///< "R14"
    QString address; ///< exact address it goes to
    bool canFallBack = false;
    /// Chat is end-to-end readable by both servers, mail by every server on the way: never more is claimed.
    bool otherRouteAllowed = false; ///< the user may choose the other channel
    bool operator==(const RoutePreview &) const = default;
};

/// How long texts go by chat (specification 4).
struct LongTexts {
    static constexpr int pagerMaxLowest = 256; ///< bytes
    static constexpr int pagerMaxHighest = 16384;
    int pagerMax = 1300;    ///< bytes of UTF-8: up to here one message
    int segmentsAtMost = 8; ///< of one text; longer ones become a link. 0: as many as there may be
    bool inBand = false;    ///< in a session of their own, where the other side announces that it can
    bool operator==(const LongTexts &) const = default;
};

/// The one way out: a row first, a network call later. Thread: the window's; rows are written on the store's.
class Outbox final : public QObject
{
    Q_OBJECT
public:
    explicit Outbox(Engine &engine);
    ~Outbox() override;

    [[nodiscard]] RoutePreview preview(const model::Draft &draft) const;
    /// Whether what was written in the composer is now on its way, or something else (an answer from a
    /// notification), which leaves what stands in the composer alone.
    enum class Source : std::uint8_t { Elsewhere, Composer };
    /// Routes, converts and queues; finished when the row is on disk. The timeline shows it at once. What
    /// comes from the composer is no longer a draft in the same transaction.
    [[nodiscard]] base::Task<model::ItemId> send(model::Draft draft, Source source = Source::Elsewhere);
    /// Failed or queued items only.
    [[nodiscard]] base::Task<base::Done> retry(model::ItemId item);
    [[nodiscard]] base::Task<base::Done> resendVia(model::ItemId item, model::Channel channel);
    [[nodiscard]] base::Task<base::Done> cancel(model::ItemId item);
    /// As cancel(), and gives back what was written, to be written on: undo send.
    [[nodiscard]] base::Task<model::Draft> takeBack(model::ItemId item);
    /// How long a mail waits after Send before it leaves; its item says Held so long.
    [[nodiscard]] std::chrono::milliseconds hold() const;
    /// Ends the hold (undo window) of an item now.
    [[nodiscard]] base::Task<base::Done> sendNow(model::ItemId item);

    /// The clock is another than it was.
    void lookAgain();
    /// For what is sent from now on. What is under way already stays as it is.
    void setLongTexts(const LongTexts &settings);

Q_SIGNALS:
    /// Something that preview() depends on has changed: presence, a link, a preference, an address.
    void routesChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}
