#pragma once

#include "core/engine/Conversations.h"
#include "core/engine/Timeline.h"
#include "tests/engine/Fixture.h"

namespace isthmus::test {

/// A mail from dave@work.example to alice.
[[nodiscard]] inline QByteArray daves(const QByteArray &id, const QByteArray &more = {},
                                      const QByteArray &text = "Are you free?\n")
{
    return "From: Dave <dave@work.example>\nTo: alice@chat.example\nSubject: Lunch\n"
           "Date: Sat, 21 Nov 2026 09:00:00 +0000\nMessage-ID: <"
           + id + ">\n" + more + "\n" + text;
}

inline void arrive(Profile &profile, std::vector<model::Arrival> arrivals)
{
    const auto before = profile.mail->storedBatches.size();
    profile.mail->arrive(std::move(arrivals));
    QTRY_COMPARE(profile.mail->storedBatches.size(), before + 1);
}
/// The person with that mailbox, once mail from there has been read.
[[nodiscard]] inline model::PersonId person(Profile &profile, const char *address)
{
    const model::Address mailbox = mailAddress(address);
    if (!QTest::qWaitFor([&] { return profile.engine->contacts().personOf(mailbox).has_value(); }, 5000))
        return {};
    return *profile.engine->contacts().personOf(mailbox);
}
/// Reads whatever came before it, since mails are read in order.
inline void settle(Profile &profile)
{
    static quint32 round = 1000;
    const QByteArray name = "marker" + QByteArray::number(++round);
    arrive(profile, {arrivedMail(round, "From: " + name + "@x.example\nDate: Sat, 21 Nov 2026 09:00:00 +0000\n\n.\n")});
    QVERIFY(person(profile, (name + "@x.example").constData()).isValid());
}

}
