#pragma once

#include "core/xmpp/FileSessions.h"
#include "tests/support/TestMain.h"
#include "tests/xmpp/Dialogue.h"

namespace isthmus::test {

inline const QByteArray bob = "bob@b.example/pc";

inline QByteArray sha256Of(const QByteArray &data)
{
    return "<hash xmlns='urn:xmpp:hashes:2' algo='sha-256'>"
           + QCryptographicHash::hash(data, QCryptographicHash::Sha256).toBase64() + "</hash>";
}

inline QByteArray fileOf(const QByteArray &data, const QByteArray &name = "plan.pdf")
{
    return "<name>" + name + "</name><media-type>application/pdf</media-type><size>" + QByteArray::number(data.size())
           + "</size>";
}

inline const QByteArray inBandTransport =
    "<transport xmlns='urn:xmpp:jingle:transports:ibb:1' block-size='4096' sid='stream'/>";
inline const QByteArray socksTransport = "<transport xmlns='urn:xmpp:jingle:transports:s5b:1' mode='tcp' sid='socks'/>";

/// One of our clients that is signed in, and what others' programs send to it. A contact is whoever is at b.example.
class FileDialogue
{
public:
    FileDialogue()
    {
        dialogue.signInPlainly();
        dialogue.onRequest = [this](const gloox::Tag &tag) { return files.onRequest(tag); };
    }

    /// Sends an <iq type='set'/> and gives what was written then.
    QByteArray says(const QByteArray &payload, const QByteArray &from = bob)
    {
        dialogue.take();
        dialogue.says("<iq type='set' id='q" + QByteArray::number(++m_id) + "' from='" + from + "'>" + payload + "</iq>");
        return dialogue.take();
    }
    QByteArray jingle(const char *action, const QByteArray &inside, const QByteArray &from = bob, const char *sid = "jingle")
    {
        return says("<jingle xmlns='urn:xmpp:jingle:1' action='" + QByteArray(action) + "' sid='" + sid + "'>" + inside
                        + "</jingle>",
                    from);
    }
    QByteArray initiate(const QByteArray &file, const QByteArray &transport = inBandTransport, const QByteArray &from = bob,
                        const char *sid = "jingle")
    {
        return jingle("session-initiate",
                      "<content creator='initiator' name='a-file' senders='initiator'><description xmlns="
                      "'urn:xmpp:jingle:apps:file-transfer:5'><file>"
                          + file + "</file></description>" + transport + "</content>",
                      from, sid);
    }
    QByteArray streamInitiation(const QByteArray &file, const QByteArray &method = "http://jabber.org/protocol/ibb")
    {
        return says(
            "<si xmlns='http://jabber.org/protocol/si' id='stream' mime-type='application/pdf' profile="
            "'http://jabber.org/protocol/si/profile/file-transfer'><file xmlns='http://jabber.org/protocol/si/profile/file-transfer' "
            + file
            + "/><feature xmlns='http://jabber.org/protocol/feature-neg'><x xmlns='jabber:x:data' type='form'><field "
              "var='stream-method' type='list-single'><option><value>"
            + method + "</value></option></field></x></feature></si>");
    }
    QByteArray open(const QByteArray &from = bob, const char *block = "4096", const char *sid = "stream")
    {
        return says("<open xmlns='http://jabber.org/protocol/ibb' sid='" + QByteArray(sid) + "' block-size='" + block
                        + "' stanza='iq'/>",
                    from);
    }
    QByteArray block(int seq, const QByteArray &base64, const QByteArray &from = bob, const char *sid = "stream")
    {
        return says("<data xmlns='http://jabber.org/protocol/ibb' sid='" + QByteArray(sid) + "' seq='"
                        + QByteArray::number(seq) + "'>" + base64 + "</data>",
                    from);
    }
    QByteArray close(const char *sid = "stream")
    {
        return says("<close xmlns='http://jabber.org/protocol/ibb' sid='" + QByteArray(sid) + "'/>");
    }
    void sendAll(const QByteArray &data, const char *sid = "stream")
    {
        QVERIFY(open(bob, "4096", sid).contains("type='result'"));
        for (int n = 0; n * 4096 < data.size(); ++n)
            QVERIFY(block(n, data.mid(n * 4096, 4096).toBase64(), bob, sid).contains("type='result'"));
    }
    /// The user's yes to the newest offer; what was written then.
    QByteArray accept()
    {
        dialogue.take();
        const auto done = files.answer({all<model::FileOffered>().back().offer, true});
        accepted = done.ok();
        return dialogue.take();
    }

    template <typename T>
    [[nodiscard]] std::vector<T> all() const
    {
        std::vector<T> found;
        for (const model::Arrival &arrival : arrivals) {
            if (const T *one = std::get_if<T>(&arrival))
                found.push_back(*one);
        }
        return found;
    }
    [[nodiscard]] std::optional<model::FileStage> ended() const
    {
        const auto ends = all<model::FileEnded>();
        return ends.size() == 1 && all<model::FileReceived>().empty() ? std::optional(ends.front().stage) : std::nullopt;
    }
    [[nodiscard]] QByteArray received() const
    {
        const auto came = all<model::FileReceived>();
        return came.size() == 1 && all<model::FileEnded>().empty() ? came.front().data : QByteArray();
    }

    Dialogue dialogue;
    std::vector<model::Arrival> arrivals;
    bool accepted = false;
    xmpp::FileSessions files{
        {[this] { return std::shared_ptr<xmpp::GlooxClient>(std::shared_ptr<void>(), dialogue.client.get()); },
         [](const model::Jid &bare) { return bare.domain() == u"b.example"; },
         [this](model::Arrival arrival) { arrivals.push_back(std::move(arrival)); }, [this] { return dialogue.now; }}};

private:
    int m_id = 0;
};

}
