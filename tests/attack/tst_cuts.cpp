#include "tests/attack/Device.h"
#include "tests/support/Foreign.h"
#include "tests/support/TestMain.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <array>

using namespace isthmus;
using namespace isthmus::test;
using namespace Qt::StringLiterals;

namespace {

/// The messages of a program's archive, as its server has put them, each by its id once.
QStringList archiveOf(ForeignXmpp &program)
{
    QStringList texts;
    QSet<QString> ids;
    const QJsonArray messages = program.perform(u"archive_pages"_s, {{u"messages"_s, true}})[u"messages"_s].toArray();
    for (const QJsonValue &message : messages) {
        const QString text = message[u"body"_s].toString();
        const QString id = message[u"stanza"_s].toString();
        if (!text.isEmpty() && !ids.contains(id))
            texts.append(text);
        ids.insert(id);
    }
    return texts;
}

/// Two devices of one account, each on a network of its own, and somebody with another program.
class Company
{
public:
    Company(Servers &servers, bool chat, bool mail)
        : m_servers(servers),
          m_mail(mail),
          mine(servers.createAccount(u"two"_s)),
          other(servers.createAccount(u"peer"_s)),
          firstRoute(servers),
          secondRoute(servers),
          first(servers, mine, m_first.path(), firstRoute.dns()),
          second(servers, mine, m_second.path(), secondRoute.dns())
    {
        first.setServices(chat, mail);
        second.setServices(chat, mail);
        servers.befriend(mine, other);
    }
    /// Whether both are there.
    bool begin(const QString &service)
    {
        return first.begin() && second.begin()
               && QTest::qWaitFor([&] { return first.isOnline(service) && second.isOnline(service); }, 30'000);
    }
    void cut(QRandomGenerator &random)
    {
        const auto which = random.bounded(3);
        if (which != 1)
            firstRoute.fault(u"all"_s, u"cut"_s);
        if (which != 0)
            secondRoute.fault(u"all"_s, u"cut"_s);
    }
    static bool isComplete(Device &device, const QString &with, qsizetype count)
    {
        const std::vector<Shown> shown = device.shown(with);
        return static_cast<qsizetype>(shown.size()) >= count
               && std::all_of(shown.begin(), shown.end(), [](const Shown &item) {
                      return !item.own || item.stage == "sent"_L1 || item.stage == "delivered"_L1
                             || item.stage == "displayed"_L1;
                  });
    }
    /// Each of \p expected once on both devices, in one order, now and after a restart.
    void reckon(const QStringList &expected, bool sameOrder)
    {
        QElapsedTimer looked;
        const auto complete = [&] {
            // Folders that nobody watches, Sent among them, are looked at every ten minutes, or when the user asks.
            if (m_mail && (!looked.isValid() || looked.elapsed() > 2'000)) {
                first.ask(u"check"_s);
                second.ask(u"check"_s);
                looked.start();
            }
            return isComplete(first, other.address, expected.size()) && isComplete(second, other.address, expected.size());
        };
        const bool settled = QTest::qWaitFor(complete, 60'000);
        for (const bool afterRestart : {false, true}) {
            if (afterRestart) {
                QVERIFY(first.quit() >= 0 && second.quit() >= 0);
                QCOMPARE(first.integrity(), u"ok"_s);
                QCOMPARE(second.integrity(), u"ok"_s);
                QVERIFY(first.begin() && second.begin());
            }
            const QStringList one = textsOf(first.shown(other.address));
            const QStringList two = textsOf(second.shown(other.address));
            for (const QStringList &there : {one, two}) {
                const QString wrong = lostOrDoubled(there, expected);
                QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
            }
            QVERIFY2(settled, "something of ours still waits");
            if (sameOrder)
                compareOrder();
        }
    }

    /// The messages of the account's archive, as its server has put them, each by its id once.
    [[nodiscard]] QStringList archived()
    {
        ForeignXmpp third(m_servers, mine);
        third.online();
        return archiveOf(third);
    }

private:
    /// Both show what was said in the archive's order, as soon as they have read it.
    void compareOrder()
    {
        const QStringList order = archived();
        for (Device *device : {&first, &second}) {
            QTRY_VERIFY2_WITH_TIMEOUT(textsOf(device->shown(other.address)) == order,
                                      qPrintable(firstDifference(textsOf(device->shown(other.address)), order)), 15'000);
        }
    }
    static QString firstDifference(const QStringList &shown, const QStringList &order)
    {
        const auto place = std::mismatch(shown.begin(), shown.end(), order.begin(), order.end());
        if (place.first == shown.end() || place.second == order.end())
            return u"one ends before the other"_s;
        return u"at %1: shown %2, in the archive %3"_s.arg(std::distance(shown.begin(), place.first))
            .arg(*place.first, *place.second);
    }

    Servers &m_servers;
    QTemporaryDir m_first;
    QTemporaryDir m_second;
    const bool m_mail;

public:
    ServerAccount mine;
    ServerAccount other;
    Route firstRoute;
    Route secondRoute;
    Device first;
    Device second;
};

/// The lines of an account that came to the other program, each by its id once, in their order.
QStringList linesAt(const ForeignXmpp &chat, int *repeated = nullptr)
{
    QStringList found;
    QSet<QString> ids;
    for (const QJsonObject &event : chat.events()) {
        const QString body = event.value(u"body"_s).toString();
        const QString id = event.value(u"stanza"_s).toString();
        if (body.isEmpty() || event.contains(u"carbon"_s))
            continue;
        if (ids.contains(id) && repeated)
            ++*repeated;
        if (!ids.contains(id))
            found.append(body);
        ids.insert(id);
    }
    return found;
}

/// Mails in an order, each with its date in milliseconds since 1970.
class Letters
{
public:
    void add(const QString &id, const QString &subject, qint64 date) { m_letters.push_back({id, subject, date}); }
    /// The first of each Message-ID.
    [[nodiscard]] Letters eachOnce() const
    {
        QSet<QString> ids;
        return those([&](const Letter &letter) {
            const bool isNew = !ids.contains(letter.id);
            ids.insert(letter.id);
            return isNew;
        });
    }
    [[nodiscard]] Letters among(const QStringList &subjects) const
    {
        const QSet<QString> wanted(subjects.begin(), subjects.end());
        return those([&](const Letter &letter) { return wanted.contains(letter.subject); });
    }
    [[nodiscard]] Letters inOrderOf(const QStringList &subjects) const
    {
        Letters ordered;
        for (const QString &subject : subjects) {
            const Letters found = among({subject});
            ordered.m_letters.insert(ordered.m_letters.end(), found.m_letters.begin(), found.m_letters.end());
        }
        return ordered;
    }
    [[nodiscard]] Letters operator+(const Letters &others) const
    {
        Letters all = *this;
        all.m_letters.insert(all.m_letters.end(), others.m_letters.begin(), others.m_letters.end());
        return all;
    }
    /// Any order, but always the same.
    [[nodiscard]] Letters bySubject() const
    {
        Letters sorted = *this;
        std::sort(sorted.m_letters.begin(), sorted.m_letters.end(),
                  [](const Letter &a, const Letter &b) { return a.subject < b.subject; });
        return sorted;
    }
    /// As programs show them; what has one date keeps its order.
    [[nodiscard]] Letters byDate() const
    {
        Letters sorted = *this;
        std::stable_sort(sorted.m_letters.begin(), sorted.m_letters.end(),
                         [](const Letter &a, const Letter &b) { return a.date < b.date; });
        return sorted;
    }
    [[nodiscard]] QStringList subjects() const
    {
        QStringList all;
        for (const Letter &letter : m_letters)
            all.append(letter.subject);
        return all;
    }
    /// With their dates, to be compared and read.
    [[nodiscard]] QStringList lines() const
    {
        QStringList all;
        for (const Letter &letter : m_letters)
            all.append(letter.subject + u" of "_s + QDateTime::fromMSecsSinceEpoch(letter.date).toString(Qt::ISODateWithMs));
        return all;
    }

private:
    struct Letter {
        QString id;
        QString subject;
        qint64 date;
    };
    template <typename Is>
    [[nodiscard]] Letters those(Is is) const
    {
        Letters kept;
        std::copy_if(m_letters.begin(), m_letters.end(), std::back_inserter(kept.m_letters), is);
        return kept;
    }
    std::vector<Letter> m_letters;
};

/// What a folder holds, in its order, once there are \p count.
Letters lettersOf(ForeignMail &place, const QString &folder, qsizetype count)
{
    Letters found;
    for (const QJsonValue &mail :
         place.perform(u"wait"_s, {{u"folder"_s, folder}, {u"count"_s, int(count)}})[u"mails"_s].toArray()) {
        const QJsonObject fields = mail[u"fields"_s].toObject();
        found.add(fields.value(u"message-id"_s).toString(), fields.value(u"subject"_s).toString(),
                  QDateTime::fromString(fields.value(u"date"_s).toString(), Qt::RFC2822Date).toMSecsSinceEpoch());
    }
    return found;
}

Letters shownOn(Device &device, const QString &with)
{
    Letters found;
    for (const Shown &shown : device.shown(with))
        found.add({}, shown.text, shown.at);
    return found;
}

/// Those of \p texts that are among \p wanted, in the order of \p texts.
QStringList only(QStringList texts, const QStringList &wanted)
{
    const QSet<QString> kept(wanted.begin(), wanted.end());
    texts.removeIf([&](const QString &text) { return !kept.contains(text); });
    return texts;
}

}

/// The network is cut, or the server killed, at seeded moments while two devices of one account and another
/// program talk: everything is shown once, on all of them.
class tst_cuts : public QObject
{
    Q_OBJECT
private:
    Servers *m_servers = nullptr;

private Q_SLOTS:
    void initTestCase()
    {
        m_servers = &Servers::shared();
        QVERIFY2(m_servers->problem().isEmpty(), qPrintable(m_servers->problem()));
    }
    void chatOnTwoDevicesThroughCuts()
    {
        QRandomGenerator random(seedOfThisRun());
        const int messages = isLong() ? 1'000 : 200;
        const int cuts = isLong() ? 100 : 20;
        Company company(*m_servers, true, false);
        ForeignXmpp chat(*m_servers, company.other);
        chat.online();
        QVERIFY(company.begin(u"chat"_s));
        QStringList expected;
        std::array<QStringList, 3> said; // on the first device, on the second, by the other side
        for (int i = 0, done = 0; i < messages; ++i) {
            const QString text = QStringLiteral("line %1").arg(i);
            const quint32 who = random.bounded(3u);
            if (who == 2)
                chat.send(company.mine.address, text);
            else
                QVERIFY((who == 0 ? company.first : company.second).sendChat(company.other.address, text));
            said.at(who).append(text);
            expected.append(text);
            if (done * messages < cuts * (i + 1) && random.bounded(2) == 0) {
                ++done;
                company.cut(random);
            }
        }
        company.reckon(expected, true);
        int repeated = 0;
        const QStringList ours = only(expected, said[0] + said[1]);
        QTRY_COMPARE_WITH_TIMEOUT(linesAt(chat).size(), ours.size(), 15'000);
        const QStringList there = linesAt(chat, &repeated);
        QCOMPARE(lostOrDoubled(there, ours), QString());
        // As each device has said it, and the two among each other as the archive of ours has put them.
        QCOMPARE(only(there, said[0]), said[0]);
        QCOMPARE(only(there, said[1]), said[1]);
        QCOMPARE(there, only(company.archived(), ours));
        qInfo("%d lines came to the other program a second time, with the id of the first", repeated);
    }
    void chatOnTwoDevicesWhileTheServerIsKilled()
    {
        QRandomGenerator random(seedOfThisRun());
        Servers own;
        QVERIFY2(own.problem().isEmpty(), qPrintable(own.problem()));
        Company company(own, true, false);
        ForeignXmpp chat(own, company.other);
        chat.online();
        QVERIFY(company.begin(u"chat"_s));
        QStringList expected;
        std::array<QStringList, 3> said; // as above
        const int rounds = isLong() ? 10 : 3;
        for (int round = 0; round < rounds; ++round) {
            for (int i = 0; i < (isLong() ? 100 : 30); ++i) {
                const QString text = QStringLiteral("line %1").arg(expected.size());
                const quint32 who = random.bounded(3u);
                if (who == 2)
                    chat.send(company.mine.address, text);
                else
                    QVERIFY((who == 0 ? company.first : company.second).sendChat(company.other.address, text));
                said.at(who).append(text);
                expected.append(text);
            }
            // The other program keeps nothing: what it has said must have reached the server. Ours may be under way.
            QVERIFY(!chat.get({}, u"<ping xmlns='urn:xmpp:ping'/>"_s).isEmpty());
            own.server(u"prosody"_s, u"kill"_s);
            for (int i = 0; i < 3; ++i) {
                const QString text = QStringLiteral("line %1").arg(expected.size());
                QVERIFY(company.first.sendChat(company.other.address, text));
                said[0].append(text);
                expected.append(text);
            }
            own.server(u"prosody"_s, u"start"_s);
            chat.online();
        }
        company.reckon(expected, true);
        // What had been written to the other program's socket died with the server; its archive has it.
        const QStringList there = archiveOf(chat);
        QCOMPARE(lostOrDoubled(there, expected), QString());
        QCOMPARE(only(there, said[0]), said[0]);
        QCOMPARE(only(there, said[1]), said[1]);
        QCOMPARE(there, company.archived());
    }
    void mailOnTwoDevicesThroughCuts()
    {
        QRandomGenerator random(seedOfThisRun());
        const int mails = isLong() ? 300 : 40;
        const int cuts = isLong() ? 100 : 10;
        Company company(*m_servers, false, true);
        ForeignMail sender(*m_servers, company.other);
        ForeignMail mailbox(*m_servers, company.mine);
        QVERIFY(company.begin(u"incoming"_s));
        QStringList expected;
        std::array<QStringList, 2> said; // on the first device, on the second
        for (int i = 0, done = 0; i < mails; ++i) {
            const QString subject = QStringLiteral("mail-%1").arg(i);
            expected.append(subject);
            if (random.bounded(2) == 0) {
                // Some are older than what came before them, some of the same second.
                const QString second = QStringLiteral("%1").arg(random.bounded(60), 2, 10, QLatin1Char('0'));
                mailbox.deliver(QStringLiteral("From: %1\r\nTo: %2\r\nSubject: %3\r\nMessage-ID: <%3@in.isthmus.test>\r\n"
                                               "Date: Sat, 21 Nov 2026 09:00:%4 +0000\r\n\r\n%5\r\n")
                                    .arg(company.other.address, company.mine.address, subject, second,
                                         QString(random.bounded(20'000), u'x'))
                                    .toUtf8());
            } else {
                const quint32 who = random.bounded(2u);
                QVERIFY((who == 0 ? company.first : company.second).sendMail(company.other.address, subject));
                said.at(who).append(subject);
            }
            if (done * mails < cuts * (i + 1) && random.bounded(2) == 0) {
                ++done;
                QTest::qWait(int(random.bounded(300))); // the moment, not a wait for anything
                company.cut(random);
            }
        }
        company.reckon(expected, false);
        // A mail whose answer was cut off may be sent again; it is the same one to every program, by its Message-ID.
        const QStringList ours = said[0] + said[1];
        const Letters there = lettersOf(sender, u"INBOX"_s, ours.size()).eachOnce();
        QCOMPARE(lostOrDoubled(there.subjects(), ours), QString());
        const Letters sent = lettersOf(mailbox, u"Sent"_s, ours.size());
        QCOMPARE(lostOrDoubled(sent.subjects(), ours), QString());

        // The order of mail is that of its dates, to every program, and those follow the order of writing. Dates have whole
        // seconds: within one, only the device that wrote several knows which was first, and shows it.
        for (const QStringList &written : said) {
            const Letters theirs = there.inOrderOf(written);
            QCOMPARE(theirs.lines(), theirs.byDate().lines());
        }
        const Letters inbox = lettersOf(mailbox, u"INBOX"_s, expected.size() - ours.size());
        QTemporaryDir profile;
        Device third(*m_servers, company.mine, profile.path()); // has seen nothing of all this
        third.setServices(false, true);
        QVERIFY(third.begin());
        QTRY_VERIFY_WITH_TIMEOUT(Company::isComplete(third, company.other.address, expected.size()), 30'000);
        const std::array devices{&company.first, &company.second, &third};
        for (std::size_t device = 0; device < devices.size(); ++device) {
            const Letters shown = shownOn(*devices.at(device), company.other.address);
            QCOMPARE(lostOrDoubled(shown.subjects(), expected), QString());
            QCOMPARE(shown.lines(), shown.byDate().lines());
            QCOMPARE(shown.bySubject().byDate().lines(), (inbox + sent).bySubject().byDate().lines());
            if (device < said.size())
                QCOMPARE(shown.among(said.at(device)).subjects(), said.at(device));
        }
    }
};

ISTHMUS_TEST(tst_cuts)
#include "tst_cuts.moc"
