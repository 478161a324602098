#pragma once

#include "core/xmpp/Inflow.h"
#include "tests/xmpp/Stanza.h"

#include <QtTest>

/// What the tests of Inflow and of its archive share.
namespace isthmus::test {

using base::Error;
using base::Fault;
using model::ArrivedStanza;
using model::Availability;
using xmpp::Inflow;

inline QByteArray forwarded(const QByteArray &attributes, const QByteArray &body,
                            const QByteArray &stamp = "2026-01-02T03:04:05Z")
{
    return "<forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='" + stamp
           + "'/>"
             "<message xmlns='jabber:client' type='chat' "
           + attributes + "><body>" + body + "</body></message></forwarded>";
}

inline QByteArray archived(const QByteArray &query, const QByteArray &id, const QByteArray &body,
                           const QByteArray &from = {}, const QByteArray &stamp = "2026-01-02T03:04:05Z")
{
    return "<message" + from + "><result xmlns='urn:xmpp:mam:2' queryid='" + query + "' id='" + id + "'>"
           + forwarded("from='you@b.example/x' to='me@a.example'", body, stamp) + "</result></message>";
}

/// \p count: of all in the archive; empty where a server does not count.
inline QByteArray fin(const QByteArray &first, const QByteArray &last, bool complete, const QByteArray &count = {})
{
    return QByteArray("<iq type='result' id='q'><fin xmlns='urn:xmpp:mam:2'") + (complete ? " complete='true'" : "")
           + "><set xmlns='http://jabber.org/protocol/rsm'><first>" + first + "</first><last>" + last + "</last>"
           + (count.isEmpty() ? count : "<count>" + count + "</count>") + "</set></fin></iq>";
}

/// The moment that archived() and forwarded() tell, where nothing else is said.
inline const base::Timestamp stamped = base::fromMsecs(1'767'323'045'000);

/// A message with the server's id, as it comes live.
inline QByteArray liveLine(const QByteArray &id)
{
    return "<message from='you@b.example/x'><body>live</body><stanza-id xmlns='urn:xmpp:sid:0' id='" + id
           + "' by='me@a.example'/></message>";
}

/// An Inflow and what it has handed over.
struct Collected {
    std::vector<std::pair<quint64, model::Batch>> batches;
    QList<std::pair<QString, Availability>> presences;
    int flushes = 0;
    base::Timestamp now = stamped + std::chrono::hours(1); ///< never the same twice, as a session's
    bool isSending = false;
    std::unique_ptr<Inflow> inflow;

    Collected()
    {
        Inflow::Outlet outlet;
        outlet.batch = [this](quint64 number, const model::Batch &batch) { batches.emplace_back(number, batch); };
        outlet.presence = [this](const model::Jid &bare, const model::Presence &said) {
            presences.append({bare.toString(), said.availability});
        };
        outlet.flushSoon = [this] { ++flushes; };
        outlet.clock = [this] { return now += std::chrono::milliseconds(1); };
        outlet.isSending = [this] { return isSending; };
        inflow = std::make_unique<Inflow>(model::AccountId{5}, outlet);
        inflow->onSignedIn(*model::Jid::parse(u"me@a.example/r"), false);
    }
    quint64 message(const QByteArray &xml) { return inflow->onMessage(*tag(xml)); }
    void presence(const QByteArray &xml) { inflow->onPresence(*tag(xml)); }
    void fails(Fault fault) { inflow->onArchiveAnswer(Error{fault, {}}); }
    void answers(const QByteArray &xml) { inflow->onArchiveAnswer(tag(xml)); }
    QByteArray next(const char *id = "q")
    {
        const xmpp::TagPtr request = inflow->nextArchiveRequest(QLatin1String(id));
        return request ? QByteArray::fromStdString(request->xml()) : QByteArray();
    }
    QStringList bodies() const
    {
        QStringList texts;
        for (const auto &[number, batch] : batches) {
            for (const model::Arrival &arrival : batch.arrivals) {
                if (const auto *stanza = std::get_if<ArrivedStanza>(&arrival))
                    texts.append(stanza->message.bodies.front().text);
            }
        }
        return texts;
    }
    /// Of archive results.
    std::vector<base::Timestamp> places() const
    {
        std::vector<base::Timestamp> found;
        for (const auto &[number, batch] : batches) {
            for (const model::Arrival &arrival : batch.arrivals) {
                const auto *stanza = std::get_if<ArrivedStanza>(&arrival);
                if (stanza && stanza->place)
                    found.push_back(*stanza->place);
            }
        }
        return found;
    }
    /// The store has it all.
    void stored()
    {
        for (const auto &[number, batch] : batches)
            inflow->stored(number);
    }
};

}
