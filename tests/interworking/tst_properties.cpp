#include "core/base/Sha256.h"
#include "core/interworking/Addressing.h"
#include "core/interworking/Ibb.h"
#include "core/interworking/Text.h"
#include "tests/interworking/Fixture.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace isthmus;
using namespace isthmus::interworking;
using namespace isthmus::test;

namespace {

/// Deterministic: a failure can be repeated by its case number.
class Source
{
public:
    explicit Source(int number) : m_random(static_cast<quint32>(number) * 2654435761u + 1) {}

    int below(int limit) { return static_cast<int>(m_random.bounded(limit)); }
    bool oneIn(int chance) { return below(chance) == 0; }

    QString pick(const QStringList &list) { return list[below(static_cast<int>(list.size()))]; }

    /// Anything: markup, marks, joiners, pictures, controls, bidi, line ends, lone surrogates.
    QString wild(int longest)
    {
        static const QStringList pieces{QStringLiteral("a"),
                                        QStringLiteral("word "),
                                        QStringLiteral("\n"),
                                        QStringLiteral("\r\n"),
                                        QStringLiteral("\r"),
                                        QStringLiteral("From "),
                                        QStringLiteral("."),
                                        QStringLiteral("<b>&amp;"),
                                        QStringLiteral("\u0301"),
                                        QStringLiteral("\u200D"),
                                        QStringLiteral("\U0001F468\u200D\U0001F469"),
                                        QStringLiteral("\uFE0F"),
                                        QStringLiteral("\u202E"),
                                        QStringLiteral("\u2067"),
                                        QString(QChar(0)),
                                        QStringLiteral("\x1B"),
                                        QStringLiteral("\uFFFE"),
                                        QString(QChar(0xD83D)),
                                        QStringLiteral("\u4F60\u597D"),
                                        QStringLiteral("\u0645\u0631"),
                                        QStringLiteral("@"),
                                        QStringLiteral("\""),
                                        QStringLiteral("\\40"),
                                        QStringLiteral("/me "),
                                        QStringLiteral("> quote\n"),
                                        QStringLiteral("\t"),
                                        QStringLiteral("Re: "),
                                        QStringLiteral(";"),
                                        QStringLiteral("="),
                                        QString(300, u'x'),
                                        QString(50, u'\u00E9')};
        QString text;
        for (int i = below(longest + 1); i > 0; --i)
            text += pick(pieces);
        return text;
    }

    /// Text as both worlds carry it unchanged: legal, LF, without empty lines at the ends.
    QString tame(int longest)
    {
        QString text = bodyText(wild(longest));
        while (text.startsWith(u'\n') || text.startsWith(QLatin1String("/me ")))
            text.remove(0, text.startsWith(u'\n') ? 1 : 4);
        while (text.endsWith(u'\n'))
            text.chop(1);
        return text;
    }

    model::MailAddress mailbox()
    {
        static const QStringList locals{
            QStringLiteral("bob"),         QStringLiteral("Bob.O'Neil"),   QStringLiteral("a b"),
            QStringLiteral("c:\\5commas"), QStringLiteral("x@y"),          QStringLiteral("\\"),
            QStringLiteral("\\20"),        QStringLiteral("\u7528\u6237"), QStringLiteral("<>&\"/"),
            QStringLiteral("tag+x"),       QStringLiteral("\u00FCber")};
        static const QStringList domains{QStringLiteral("example.net"), QStringLiteral("Example.NET"),
                                         QStringLiteral("b\u00FCcher.example"), QStringLiteral("a.b.c.example")};
        const QString local = pick(locals) + (oneIn(2) ? pick(locals) : QString());
        return model::MailAddress::fromParts(local, pick(domains)).valueOr(address(QStringLiteral("bob@example.net")));
    }

private:
    QRandomGenerator m_random;
};

int cases()
{
    return isLong() ? 200000 : 2000;
}

bool isCleanHeader(const QString &value)
{
    return !anyCodePoint(value, [](char32_t c) { return c < 0x20 || c == 0x7F || isBidiControl(c); });
}

bool isLegalXml(const QString &text)
{
    return text.isValidUtf16() && !anyCodePoint(text, [](char32_t c) {
               return (c < 0x20 && c != '\n' && c != '\t') || c == 0xFFFE || c == 0xFFFF;
           });
}

model::Mail wildMail(Source &source)
{
    model::Mail mail = mailFromBob(source.tame(40));
    mail.root = source.oneIn(3) ? mixed({text(source.wild(30)), file(QStringLiteral("2"), source.wild(6), source.wild(3))})
                                : text(source.wild(60));
    mail.subject = source.wild(12);
    mail.messageId = source.oneIn(3) ? source.wild(5) : QStringLiteral("<%1@example.net>").arg(source.below(1000));
    mail.references = {source.wild(4), QStringLiteral("<r%1@example.net>").arg(source.below(9))};
    mail.inReplyTo = source.oneIn(2) ? std::vector<QString>{source.wild(3)} : std::vector<QString>{};
    mail.from = {{source.wild(6), source.mailbox()}};
    mail.to = {{source.wild(4), source.mailbox()}};
    mail.autoSubmitted = source.oneIn(5) ? source.wild(3) : QString();
    mail.isthmusLoop = source.wild(4);
    mail.isthmusNotify = source.wild(4);
    mail.contentLanguage = source.wild(2);
    mail.rawDate = source.wild(3);
    mail.date = source.oneIn(2) ? std::optional(now - std::chrono::seconds(source.below(2000000) - 1000000)) : std::nullopt;
    return mail;
}

model::InstantMessage wildMessage(Source &source)
{
    model::InstantMessage message = messageToBob(source.wild(40));
    message.to = constructedJid(source.mailbox(), QStringLiteral("mail.chat.example")).valueOr(jid(bobJid));
    message.toText = message.to.toString();
    message.id = source.wild(3);
    message.thread = source.oneIn(2) ? source.wild(4) : QString();
    message.lang = source.wild(1);
    if (source.oneIn(2))
        message.subjects = {{source.wild(1), source.wild(8)}};
    message.fallbacks = {{ns::markers, false, false, {{source.below(20) - 5, source.below(60)}}, {}}};
    if (source.oneIn(3)) {
        message.emailElements = 1;
        message.email.emplace();
        message.email->type = QStringLiteral("email");
        message.email->messageId = source.wild(4);
        message.email->notify = QStringList{source.wild(2), QStringLiteral("display")};
        message.email->replyTo = {{source.wild(4), source.mailbox()}};
        message.email->autoSubmitted = source.oneIn(4) ? source.wild(3) : QString();
    }
    message.receiptRequest = source.oneIn(2);
    return message;
}

QStringList stanzaTexts(const model::InstantMessage &stanza)
{
    QStringList texts{stanza.id, stanza.thread, stanza.nick, stanza.replyId};
    for (const std::vector<model::LangText> *list : {&stanza.bodies, &stanza.subjects}) {
        for (const model::LangText &entry : *list)
            texts << entry.text << entry.lang;
    }
    if (stanza.email) {
        texts << stanza.email->messageId << stanza.email->inReplyTo << stanza.email->references << stanza.email->rawDate
              << stanza.email->autoSubmitted << stanza.email->subjectFull << stanza.email->listId;
        for (const model::Attachment &attachment : stanza.email->attachments)
            texts << attachment.name << attachment.mimeType << attachment.contentId;
    }
    return texts;
}

}

/// Specification properties over generated input; the number of cases is printed.
class tst_properties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mailboxesSurviveTheWayThroughAJid();
    void textSurvivesMailToMessageToMail();
    void textSurvivesMessageToMailToMessage();
    void convertingTwiceGivesTheSame();
    void segmentsConcatenateToTheText();
    void reassemblyIgnoresOrderAndDuplicates();
    void outgoingHeadersAreClean();
    void outgoingStanzasAreLegal();
    void sessionsCarryAnyText();
};

void tst_properties::mailboxesSurviveTheWayThroughAJid()
{
    const Ctx ctx = gateway();
    int mapped = 0;
    for (int i = 0; i < cases(); ++i) {
        Source source(i);
        const model::MailAddress mailbox = source.mailbox();
        const auto made = constructedJid(mailbox, ctx.gatewayDomain);
        if (!made)
            continue;
        ++mapped;
        const auto back = jidToMail(*made, ctx);
        QVERIFY2(back && back->key() == mailbox.key(),
                 qPrintable(QStringLiteral("case %1: %2").arg(i).arg(mailbox.toString())));
        QCOMPARE(mailToJid(*back, ctx).value(), *made);
    }
    qInfo("%d cases, %d of them can be JIDs", cases(), mapped);
    QVERIFY(mapped > cases() / 2);
}

void tst_properties::textSurvivesMailToMessageToMail()
{
    const Ctx ctx = gateway();
    for (int i = 0; i < cases(); ++i) {
        Source source(i);
        const QString original = source.tame(12);
        const toim::Result shown = mailToIm(mailFromBob(original), ctx);
        const auto &convert = std::get<toim::Convert>(shown);
        if (convert.mode != toim::Mode::Pager || original.isEmpty())
            continue;
        model::InstantMessage answer = messageToBob(convert.stanza().bodies.front().text);
        const tomail::Result mail = imToMail(answer, ctx);
        QVERIFY(as<tomail::Convert>(mail));
        QVERIFY2(as<tomail::Convert>(mail)->mail.text == original, qPrintable(QString::number(i)));
    }
    qInfo("%d cases", cases());
}

void tst_properties::textSurvivesMessageToMailToMessage()
{
    const Ctx ctx = gateway();
    for (int i = 0; i < cases(); ++i) {
        Source source(i);
        const QString original = source.tame(12);
        if (original.isEmpty())
            continue;
        const tomail::Result sent = imToMail(messageToBob(original), ctx);
        QVERIFY(as<tomail::Convert>(sent));
        model::Mail mail = mailFromBob(as<tomail::Convert>(sent)->mail.text);
        const toim::Result back = mailToIm(mail, ctx);
        QVERIFY2(std::get<toim::Convert>(back).text == original, qPrintable(QString::number(i)));
    }
    qInfo("%d cases", cases());
}

void tst_properties::convertingTwiceGivesTheSame()
{
    const Ctx ctx = gateway();
    for (int i = 0; i < cases(); ++i) {
        Source source(i);
        const model::Mail mail = wildMail(source);
        const toim::Result one = mailToIm(mail, ctx);
        const toim::Result two = mailToIm(mail, ctx);
        QCOMPARE(one.index(), two.index());
        if (const auto *convert = as<toim::Convert>(one))
            QVERIFY(convert->stanzas == as<toim::Convert>(two)->stanzas);
        const model::InstantMessage message = wildMessage(source);
        const tomail::Result three = imToMail(message, ctx);
        const tomail::Result four = imToMail(message, ctx);
        QCOMPARE(three.index(), four.index());
        if (const auto *convert = as<tomail::Convert>(three))
            QVERIFY(convert->mail == as<tomail::Convert>(four)->mail);
    }
    qInfo("%d cases", cases());
}

void tst_properties::segmentsConcatenateToTheText()
{
    for (int i = 0; i < cases(); ++i) {
        Source source(i);
        const QByteArray utf8 = source.tame(80).toUtf8();
        const int pagerMax = pagerMaxLowest + source.below(2000);
        int expected = 0;
        for (const ByteRange &range : cutPositions(utf8, pagerMax)) {
            QCOMPARE(range.start, expected);
            QVERIFY(range.end > range.start && range.end - range.start <= segmentMax(pagerMax));
            const QByteArray payload = utf8.mid(range.start, range.end - range.start);
            QCOMPARE(QString::fromUtf8(payload).toUtf8(), payload); // no code point is split
            expected = range.end;
        }
        QCOMPARE(expected, static_cast<int>(utf8.size()));
    }
    qInfo("%d cases", cases());
}

void tst_properties::reassemblyIgnoresOrderAndDuplicates()
{
    Ctx ctx = gateway();
    int texts = 0;
    for (int i = 0; i < cases(); ++i) {
        Source source(i);
        ctx.policy.pagerMax = pagerMaxLowest + source.below(200);
        const QString original = source.tame(30);
        const toim::Result shown = mailToIm(mailFromBob(original), ctx);
        std::vector<model::InstantMessage> stanzas = std::get<toim::Convert>(shown).stanzas;
        if (std::get<toim::Convert>(shown).mode != toim::Mode::Segments)
            continue;
        ++texts;
        for (std::size_t n = stanzas.size(); n > 0; --n)
            stanzas.push_back(stanzas[static_cast<std::size_t>(source.below(static_cast<int>(stanzas.size())))]);
        for (std::size_t n = stanzas.size() - 1; n > 0; --n)
            std::swap(stanzas[n], stanzas[static_cast<std::size_t>(source.below(static_cast<int>(n) + 1))]);
        Reassembler reassembler;
        int complete = 0;
        for (const model::InstantMessage &stanza : stanzas) {
            const Reassembler::Outcome outcome = reassembler.add(stanza, now);
            QVERIFY(!as<Reassembler::Failed>(outcome));
            if (const auto *done = as<Reassembler::Complete>(outcome)) {
                ++complete;
                QCOMPARE(done->message.bodies.front().text, original);
            }
        }
        QCOMPARE(complete, 1);
        QCOMPARE(reassembler.heldBytes(), 0);
    }
    qInfo("%d cases, %d texts of several segments", cases(), texts);
}

void tst_properties::outgoingHeadersAreClean()
{
    const Ctx ctx = gateway();
    int mails = 0;
    for (int i = 0; i < cases(); ++i) {
        Source source(i);
        const tomail::Result result = imToMail(wildMessage(source), ctx);
        const auto *convert = as<tomail::Convert>(result);
        if (!convert)
            continue;
        ++mails;
        const model::OutgoingMail &mail = convert->mail;
        QStringList values{mail.subject,         mail.messageId, mail.inReplyTo,
                           mail.contentLanguage, mail.from.name, mail.boundary};
        for (const model::OutgoingField &field : mail.fields)
            values << field.value;
        for (const model::Mailbox &mailbox : mail.replyTo)
            values << mailbox.name << mailbox.address.toString();
        for (const QString &reference : mail.references)
            values << reference;
        for (const QString &value : values)
            QVERIFY2(isCleanHeader(value), qPrintable(QStringLiteral("case %1: %2").arg(i).arg(value)));
        QVERIFY(mail.references.size() <= referencesMax);
        QVERIFY(!mail.text.contains(u'\r') && mail.text.isValidUtf16());
    }
    qInfo("%d cases, %d mails", cases(), mails);
    QVERIFY(mails > cases() / 2);
}

void tst_properties::outgoingStanzasAreLegal()
{
    for (int i = 0; i < cases(); ++i) {
        Source source(i);
        const Ctx ctx = source.oneIn(2) ? gateway() : client();
        const toim::Result result = mailToIm(wildMail(source), ctx);
        const auto *convert = as<toim::Convert>(result);
        QVERIFY(convert || ctx.role == Role::Gateway);
        if (!convert)
            continue;
        for (const model::InstantMessage &stanza : convert->stanzas) {
            for (const QString &text : stanzaTexts(stanza))
                QVERIFY2(isLegalXml(text), qPrintable(QString::number(i)));
            if (!stanza.subjects.empty())
                QVERIFY(isCleanHeader(stanza.subjects.front().text));
            if (stanza.email && !stanza.email->from.empty())
                QVERIFY(isCleanHeader(stanza.email->from.front().name));
        }
    }
    qInfo("%d cases", cases());
}

void tst_properties::sessionsCarryAnyText()
{
    const model::Jid peer = jid(QStringLiteral("bob@friend.example/pc"));
    for (int i = 0; i < cases(); ++i) {
        Source source(i);
        const QString original = source.tame(60);
        const QByteArray utf8 = original.toUtf8();
        ibb::Receiver receiver;
        model::InstantMessage announcement = messageToBob();
        announcement.from = peer;
        announcement.email.emplace();
        announcement.email->large = {QStringLiteral("s"), static_cast<std::uint64_t>(utf8.size()), base::sha256(utf8),
                                     QStringLiteral("ibb")};
        QVERIFY(receiver.announced(announcement, true, now));
        ibb::Sender sender(QStringLiteral("s"), utf8, now);
        std::optional<QString> text;
        while (const std::optional<ibb::Request> request = sender.next(now)) {
            const ibb::Receiver::Answer answer = receiver.on(peer, *request, now);
            QVERIFY(!answer.error && !answer.message);
            text = answer.text;
            sender.onResult(now);
        }
        QCOMPARE(sender.end(), ibb::Sender::End::Done);
        QVERIFY(text && *text == original);
    }
    qInfo("%d cases", cases());
}

ISTHMUS_TEST(tst_properties)
#include "tst_properties.moc"
