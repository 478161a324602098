#include "core/stanza/XmlGate.h"

#include "tests/support/TestMain.h"

#include <gloox/tag.h>

using namespace isthmus;
using base::Fault;
using base::Result;
using stanza::XmlGate;

namespace {

const QByteArray header = "<?xml version='1.0'?><stream:stream xmlns='jabber:client' "
                          "xmlns:stream='http://etherx.jabber.org/streams' id='s1' version='1.0'>";

struct Outcome {
    QStringList elements; ///< as gloox writes them
    int opened = 0;
    int closed = 0;
    std::optional<Fault> fault;
    QStringList refused = {}; ///< names
    bool operator==(const Outcome &) const = default;
};

char *toString(const Outcome &outcome)
{
    const QString text = QStringLiteral("%1 opened, %2 closed, fault %3: %4")
                             .arg(outcome.opened)
                             .arg(outcome.closed)
                             .arg(outcome.fault ? base::faultName(*outcome.fault) : QStringLiteral("none"),
                                  outcome.elements.join(QLatin1Char('\n')));
    return qstrdup(text.toUtf8().constData());
}

/// Feeds \p pieces one by one.
Outcome run(const QList<QByteArray> &pieces, const XmlGate::Limits &limits = {})
{
    XmlGate gate(limits);
    Outcome outcome;
    for (const QByteArray &piece : pieces) {
        const Result<base::Done> step = gate.feed(piece, [&](const XmlGate::Event &event) {
            if (std::holds_alternative<XmlGate::StreamOpened>(event))
                ++outcome.opened;
            else if (std::holds_alternative<XmlGate::StreamClosed>(event))
                ++outcome.closed;
            else if (const auto *refused = std::get_if<XmlGate::Refused>(&event))
                outcome.refused.append(QString::fromStdString(refused->name));
            else
                outcome.elements.append(QString::fromStdString(std::get<XmlGate::Element>(event).tag->xml()));
        });
        if (!step) {
            outcome.fault = step.error().fault;
            break;
        }
    }
    return outcome;
}

Outcome run(const QByteArray &bytes)
{
    return run(QList<QByteArray>{bytes});
}

QList<QByteArray> octets(const QByteArray &bytes)
{
    QList<QByteArray> pieces;
    for (const char c : bytes)
        pieces.append(QByteArray(1, c));
    return pieces;
}

}

class tst_xmlgate : public QObject
{
    Q_OBJECT
private:
    /// Whole, octet by octet, and in two pieces cut at every place: always the same outcome.
    void everyWay(const QByteArray &bytes, const Outcome &expected)
    {
        QCOMPARE(run(bytes), expected);
        QCOMPARE(run(octets(bytes)), expected);
        for (qsizetype cut = 1; cut < bytes.size(); ++cut)
            QCOMPARE(run(QList<QByteArray>{bytes.left(cut), bytes.mid(cut)}), expected);
    }

private Q_SLOTS:
    void legalStanzas_data()
    {
        QTest::addColumn<QByteArray>("stanza");
        QTest::addColumn<QString>("canonical");
        const auto row = [](const char *name, const char *stanza, const QString &canonical) {
            QTest::newRow(name) << QByteArray(stanza) << canonical;
        };
        row("plain", "<message><body>hi</body></message>",
            QStringLiteral("<message xmlns='jabber:client'><body>hi</body></message>"));
        row("white space between stanzas", " \n<r xmlns='urn:xmpp:sm:3'/>\n ", QStringLiteral("<r xmlns='urn:xmpp:sm:3'/>"));
        row("character reference beyond U+FFFF", "<message><body>&#x1F600;</body></message>",
            QStringLiteral("<message xmlns='jabber:client'><body>\U0001F600</body></message>"));
        row("quote in an attribute", "<message id='say \"hi\"'/>",
            QStringLiteral("<message xmlns='jabber:client' id='say &quot;hi&quot;'/>"));
        row("apostrophe in an attribute", "<message id=\"it's\"/>",
            QStringLiteral("<message xmlns='jabber:client' id='it&apos;s'/>"));
        row("greater-than in attribute and text", "<message id='a>b'><body>c > d</body></message>",
            QStringLiteral("<message xmlns='jabber:client' id='a&gt;b'><body>c &gt; d</body></message>"));
        row("CDATA", "<message><body><![CDATA[<a&b>]]></body></message>",
            QStringLiteral("<message xmlns='jabber:client'><body>&lt;a&amp;b&gt;</body></message>"));
        row("emoji", "<message><body>\xF0\x9F\x98\x80</body></message>",
            QStringLiteral("<message xmlns='jabber:client'><body>\U0001F600</body></message>"));
        row("prefixes", "<p:message xmlns:p='jabber:client' xmlns:e='urn:e'><p:body>x</p:body><e:y><e:z/></e:y></p:message>",
            QStringLiteral("<message xmlns='jabber:client'><body>x</body><y xmlns='urn:e'><z/></y></message>"));
        row("body of another namespace", "<message><body xmlns='urn:evil'>x</body></message>",
            QStringLiteral("<message xmlns='jabber:client'><body xmlns='urn:evil'>x</body></message>"));
        row("body of no namespace", "<message><body xmlns=''>x</body></message>",
            QStringLiteral("<message xmlns='jabber:client'><body xmlns='urn:isthmus:no-namespace'>x</body></message>"));
        row("language", "<message xml:lang='de' xmlns:a='urn:a' a:to='x'/>",
            QStringLiteral("<message xmlns='jabber:client' xml:lang='de'/>"));
        row("stream features", "<stream:features><sm xmlns='urn:xmpp:sm:3'/></stream:features>",
            QStringLiteral("<features xmlns='http://etherx.jabber.org/streams'><sm xmlns='urn:xmpp:sm:3'/></features>"));
    }
    void legalStanzas()
    {
        QFETCH(const QByteArray, stanza);
        QFETCH(const QString, canonical);
        everyWay(header + stanza, {{canonical}, 1, 0, std::nullopt});
    }
    void illegalStreamsEnd_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
        row("not a stream", "<html>");
        row("stream of another namespace", "<stream:stream xmlns:stream='urn:evil'>");
        row("HTTP", "HTTP/1.1 400 Bad Request\r\n\r\n<html>");
        row("document type", "<!DOCTYPE a [<!ENTITY b 'c'>]>" + header);
        row("document type behind the header", header + "<!DOCTYPE a><message/>");
        row("declared encoding", "<?xml version='1.0' encoding='ISO-8859-1'?>" + header.mid(21));
        row("comment", header + "<!-- c --><message/>");
        row("comment inside", header + "<message><!-- c --></message>");
        row("processing instruction", header + "<?php x?><message/>");
        row("unknown entity", header + "<message><body>&evil;</body></message>");
        row("mismatched end", header + "<message><body></message>");
        row("duplicate attribute", header + "<message to='a' to='b'/>");
        row("undeclared prefix", header + "<x:message/>");
        row("text between stanzas", header + "hello<message/>");
        row("NUL", header + QByteArray("<message><body>\0</body></message>", 32));
        row("control character", header + "<message><body>\x01</body></message>");
        row("control character by reference", header + "<message><body>&#1;</body></message>");
        row("surrogate by reference", header + "<message><body>&#xD800;</body></message>");
        row("octet FF", header + "<message><body>\xff</body></message>");
        row("overlong", header + "<message><body>\xc0\xaf</body></message>");
        row("surrogate in UTF-8", header + "<message><body>\xed\xa0\x80</body></message>");
        row("beyond U+10FFFF", header + "<message><body>\xf4\x90\x80\x80</body></message>");
        row("character cut off", header + "<message><body>\xf0\x9f</body></message>");
        row("UTF-16", QByteArray("\xff\xfe<\0?\0", 6));
    }
    void illegalStreamsEnd()
    {
        QFETCH(const QByteArray, bytes);
        for (const QList<QByteArray> &pieces : {QList<QByteArray>{bytes}, octets(bytes)}) {
            const Outcome outcome = run(pieces);
            QCOMPARE(outcome.fault, std::optional(Fault::ProtocolBroken));
            QCOMPARE(outcome.elements, QStringList());
        }
    }
    void endOfTheStreamIsSeen()
    {
        everyWay(header + "<a/></stream:stream>", {{QStringLiteral("<a xmlns='jabber:client'/>")}, 1, 1, std::nullopt});
    }
    void nothingIsTakenBehindTheEnd()
    {
        QCOMPARE(run(header + "</stream:stream><message/>"), (Outcome{{}, 1, 1, std::nullopt}));
    }
    void halfAnElementIsNotGivenOut()
    {
        QCOMPARE(run(header + "<message><body>hi</body></messag"), (Outcome{{}, 1, 0, std::nullopt}));
    }
    void tooDeepIsRefusedAndTheStreamGoesOn()
    {
        for (const int depth : {64, 65, 30'000}) {
            const QByteArray bytes =
                header + QByteArray("<a>").repeated(depth) + QByteArray("</a>").repeated(depth) + "<b/>";
            const Outcome outcome = run(bytes);
            QCOMPARE(outcome.fault, std::nullopt);
            QCOMPARE(outcome.refused, depth > 64 ? QStringList{QStringLiteral("a")} : QStringList());
            QCOMPARE(outcome.elements.last(), QStringLiteral("<b xmlns='jabber:client'/>"));
            QCOMPARE(outcome.elements.size(), depth > 64 ? 1 : 2);
        }
    }
    void tooManyPiecesAreRefusedAndTheStreamGoesOn()
    {
        QByteArray attributes;
        for (int i = 0; i < 25'000; ++i)
            attributes += " a" + QByteArray::number(i) + "=''";
        for (const QByteArray &stanza : {"<m>" + QByteArray("<x/>").repeated(25'000) + "</m>", "<m" + attributes + "/>"}) {
            const Outcome outcome = run(header + stanza + "<b>text</b>");
            QCOMPARE(outcome.refused, QStringList{QStringLiteral("m")});
            QCOMPARE(outcome.elements, QStringList{QStringLiteral("<b xmlns='jabber:client'>text</b>")});
        }
    }
    void sizeIsLimited_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("filling");
        QTest::newRow("text") << QByteArray("<message><body>") << QByteArray("x");
        QTest::newRow("attribute") << QByteArray("<message id='") << QByteArray("x");
        QTest::newRow("name") << QByteArray("<m") << QByteArray("m");
        QTest::newRow("children") << QByteArray("<message>") << QByteArray("<a></a>");
        QTest::newRow("white space in a tag") << QByteArray("<message ") << QByteArray(" ");
        QTest::newRow("before the stream") << QByteArray() << QByteArray(" ");
    }
    void sizeIsLimited()
    {
        QFETCH(const QByteArray, start);
        QFETCH(const QByteArray, filling);
        XmlGate gate;
        const XmlGate::Sink nothing = [](const XmlGate::Event &) {};
        QVERIFY(start.isEmpty() || gate.feed(header + start, nothing).ok());
        const QByteArray segment = filling.repeated(1400 / filling.size());
        std::optional<Fault> fault;
        qsizetype fed = 0;
        QElapsedTimer timer;
        timer.start();
        while (!fault && fed < 3'000'000) {
            if (const auto step = gate.feed(segment, nothing); !step)
                fault = step.error().fault;
            fed += segment.size();
        }
        QVERIFY(fault == Fault::TooLarge || fault == Fault::ProtocolBroken); // Qt limits names itself
        QVERIFY2(fed < 1'200'000, qPrintable(QString::number(fed)));
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }
    void signsOfLifeAreNotCounted()
    {
        XmlGate gate;
        const XmlGate::Sink nothing = [](const XmlGate::Event &) {};
        QVERIFY(gate.feed(header, nothing).ok());
        for (int i = 0; i < 3000; ++i)
            QVERIFY(gate.feed(QByteArray(1000, ' '), nothing).ok());
    }
    void largeStanzaBelowTheLimitPasses()
    {
        const QByteArray body(900'000, 'x');
        const Outcome outcome = run(header + "<message><body>" + body + "</body></message>");
        QCOMPARE(outcome.fault, std::nullopt);
        QVERIFY(outcome.elements.first().size() > 900'000);
    }
    void streamStartsAnewAfterRestart()
    {
        XmlGate gate;
        int opened = 0;
        QStringList names;
        const XmlGate::Sink sink = [&](const XmlGate::Event &event) {
            if (std::holds_alternative<XmlGate::StreamOpened>(event))
                ++opened;
            if (const auto *element = std::get_if<XmlGate::Element>(&event)) {
                names.append(QString::fromStdString(element->tag->name()));
                if (element->tag->name() == "success")
                    gate.restart();
            }
        };
        QVERIFY(gate.feed(header + "<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/> \n", sink).ok());
        QVERIFY(gate.feed(header + "<stream:features/>", sink).ok());
        QCOMPARE(opened, 2);
        QCOMPARE(names, (QStringList{QStringLiteral("success"), QStringLiteral("features")}));
    }
    void octetsBehindARestartAreRefused()
    {
        XmlGate gate;
        QStringList names;
        const XmlGate::Sink sink = [&](const XmlGate::Event &event) {
            if (const auto *element = std::get_if<XmlGate::Element>(&event)) {
                names.append(QString::fromStdString(element->tag->name()));
                gate.restart();
            }
        };
        QVERIFY(!gate.feed(header + "<success/><message><body>injected</body></message>", sink).ok());
        QCOMPARE(names, QStringList{QStringLiteral("success")});
    }
    void nothingPassesAfterAFault()
    {
        XmlGate gate;
        int events = 0;
        const XmlGate::Sink sink = [&](const XmlGate::Event &) { ++events; };
        QVERIFY(!gate.feed(header + "<!-- -->", sink).ok());
        QVERIFY(!gate.feed("<message/>", sink).ok());
        QCOMPARE(events, 1);
    }
};

ISTHMUS_TEST(tst_xmlgate)
#include "tst_xmlgate.moc"
