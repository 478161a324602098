#include "core/engine/Conversations.h"
#include "tests/support/LonelyNetwork.h"
#include "tests/ui/CountedReader.h"
#include "tests/ui/ShownWindow.h"
#include "ui/shell/ConversationView.h"
#include "ui/timeline/TimelineView.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QNetworkDatagram>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QUdpSocket>

using namespace isthmus;

namespace {

/// Every name server in the world: writes down what it is asked, and answers nothing.
class NameServer
{
public:
    [[nodiscard]] bool listen() { return m_socket.bind(QHostAddress::Any, 53); }
    [[nodiscard]] QByteArrayList asked()
    {
        while (m_socket.hasPendingDatagrams())
            m_asked.append(m_socket.receiveDatagram().data().mid(12).toPercentEncoding(".-_"));
        return m_asked;
    }

private:
    QUdpSocket m_socket;
    QByteArrayList m_asked;
};

/// The window on a profile whose mails the real reader reads.
struct Desk {
    test::ShownWindow shown{false};
    int open = 0; ///< answers of the reader that are still to come
    quint32 uid = 0;

    Desk()
    {
        shown.window.reset();
        shown.profile.close();
        shown.profile.makeReader = [this] {
            reader::ReaderConfig config;
            config.program = test::buildPath(QStringLiteral("isthmus-reader"));
            return std::make_unique<test::CountedReader>(config, open);
        };
        shown.profile.signIn();
        shown.show();
    }
    [[nodiscard]] timeline::TimelineView &view() const { return *shown.child<timeline::TimelineView>("timeline"); }
    [[nodiscard]] QListView &list() const { return *shown.child<QListView>("conversations"); }

    void arrive(const QByteArray &raw)
    {
        model::ArrivedMail mail = test::arrivedMail(++uid, {});
        mail.raw = raw;
        shown.profile.now += std::chrono::minutes(1);
        mail.internalDate = shown.profile.now;
        shown.profile.mail->arrive({mail});
    }
    /// The reader has nothing to do for longer than the window waits before it asks.
    [[nodiscard]] bool isQuiet(int msec) const
    {
        QElapsedTimer quiet;
        quiet.start();
        return test::comesTrue(
            [&] {
                if (open > 0)
                    quiet.restart();
                return quiet.elapsed() > msec;
            },
            300'000);
    }
    /// A number that is in the profile's file.
    [[nodiscard]] int stored(const char *query) const
    {
        const QString name = QStringLiteral("count");
        int number = -1;
        {
            QSqlDatabase file = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
            file.setDatabaseName(shown.profile.path());
            file.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
            QSqlQuery asked(file);
            if (file.open() && (asked = QSqlQuery(QLatin1String(query), file)).next())
                number = asked.value(0).toInt();
        }
        QSqlDatabase::removeDatabase(name);
        return number;
    }
    /// Looks at every item of every conversation, from the last one on; returns how many of them were in sight.
    int lookAtAll()
    {
        QSet<qint64> seen;
        const QAbstractItemModel &model = *list().model();
        const auto personAt = [&model](int place) {
            return model.index(place, 0).data(engine::Conversations::RowRole).value<engine::ConversationRow>().person;
        };
        std::vector<model::PersonId> people; // their order may change meanwhile
        for (int place = 0; place < model.rowCount(); ++place)
            people.push_back(personAt(place));
        const auto &conversation = *shown.child<shell::ConversationView>("conversationView");
        for (const model::PersonId person : people) {
            int place = 0;
            while (place < model.rowCount() && personAt(place) != person)
                ++place;
            list().setCurrentIndex(model.index(place, 0));
            if (!test::comesTrue([&] { return conversation.person() == person && view().count() > 0; }, 30'000))
                return -1;
            for (int row = view().count() - 1; row >= 0;) {
                const model::ItemId id = view().item(row).id;
                if (!seen.contains(id.raw)) {
                    view().setCurrentRow(row);
                    if (!isQuiet(70))
                        return -1;
                    (void)shown.window->grab(); // paints what is in sight now
                    for (int item = 0; item < view().count(); ++item) {
                        if (view().rowRect(item).intersects(view().viewport()->rect()))
                            seen.insert(view().item(item).id.raw);
                    }
                }
                row = view().rowOf(id) - 1; // older ones may have come
            }
        }
        return static_cast<int>(seen.size());
    }
};

}

/// Mails in the whole program, from their arrival to their painted cards, in a network in which every packet, wherever it
/// is meant to go, would be counted and every question for a name written down.
class tst_nopackets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theWholeProgramStaysSilentOverEveryCorpus()
    {
        if (test::isLonely())
            return openMails();
        const auto run = test::runLonely("tst_nopackets", test::isLong() ? 3'400'000 : 580'000);
        if (!run)
            QSKIP("this system lets nobody make a network of his own");
        qInfo().noquote() << run->said.mid(run->said.indexOf("mails shown")).left(34).trimmed();
        QVERIFY2(run->passed && run->said.contains("mails shown"),
                 run->said.mid(std::max<qsizetype>(0, run->said.indexOf("FAIL!"))).left(2000).constData());
    }

private:
    /// All files, or some of them from everywhere in the folder. Whatever is no mail is a mail that somebody could send.
    static QStringList sampleOf(const QString &corpus)
    {
        constexpr qsizetype most = 12;
        QStringList files;
        QDirIterator walk(corpus, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext())
            files.append(walk.next());
        files.sort();
        if (test::isLong() || files.size() <= most)
            return files;
        QStringList sample;
        for (qsizetype i = 0; i < most; ++i)
            sample.append(files[i * files.size() / most]);
        return sample;
    }

    void openMails()
    {
        NameServer names;
        QVERIFY(names.listen());
        const qint64 before = test::packetsSent();
        QUdpSocket control;
        control.writeDatagram("............probe.example", QHostAddress(QStringLiteral("192.0.2.1")), 53);
        QTRY_VERIFY2(test::packetsSent() > before && names.asked() == QByteArrayList{"probe.example"},
                     "a packet to anywhere is counted, and a question heard");
        const qint64 quiet = test::packetsSent();
        int mails = 0;
        const auto show = [&](const QString &name, const QByteArrayList &raws) {
            Desk desk;
            for (const QByteArray &raw : raws)
                desk.arrive(raw);
            // A look into the file may fail while it is being written: again then.
            const auto isStored = [&](const char *query, int number, int limit) {
                return test::comesTrue([&] { return desk.stored(query) == number; }, limit);
            };
            const QSet<QByteArray> different(raws.begin(), raws.end());
            QVERIFY(isStored("SELECT count(*) FROM mail WHERE state <> 0", static_cast<int>(different.size()), 600'000));
            QVERIFY(desk.isQuiet(300));
            QTRY_VERIFY(desk.list().model()->rowCount() > 0);
            const int seen = desk.lookAtAll();
            QVERIFY2(isStored("SELECT count(*) FROM item", seen, 5'000),
                     qPrintable(name + QStringLiteral(": not all were in sight, %1").arg(seen)));
            QVERIFY2(seen > 0, qPrintable(name));
            mails += seen;
            const QByteArray asked = names.asked().join(' ');
            QVERIFY2(test::packetsSent() == quiet, qPrintable(name + QStringLiteral(": ") + QString::fromLatin1(asked)));
        };
        show(QStringLiteral("planted"),
             {"From: a@evil.example\r\nContent-Type: text/html\r\n\r\n<img src='http://192.0.2.1/a.png'><img "
              "src='//tracker.example/b.gif'><link rel=stylesheet href='https://192.0.2.1/c.css'><p "
              "style='background:url(http://192.0.2.1/d)'>x<iframe src='http://192.0.2.1/'></iframe><style>@import "
              "'http://192.0.2.1/e.css'</style>",
              "From: b@evil.example\r\nDisposition-Notification-To: b@evil.example\r\nReturn-Receipt-To: b@evil.example\r\n"
              "List-Unsubscribe: <https://192.0.2.1/u>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
              "Autocrypt: addr=b@evil.example; keydata=AAAA\r\nFace: https://192.0.2.1/f\r\n\r\nhttps://tracker.example/x"});
        const QString root = test::corpusPath(QStringLiteral("."));
        const QDir corpora(root);
        const QStringList present =
            root.isEmpty() ? QStringList() : corpora.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QString &name : present) {
            if (name.startsWith(QLatin1String("xep")))
                continue; // stanzas and texts about them
            QByteArrayList raws;
            for (const QString &path : sampleOf(corpora.filePath(name))) {
                QFile file(path);
                QVERIFY(file.open(QFile::ReadOnly));
                raws.append(file.readAll());
            }
            show(name, raws);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(test::CountedReader::layouts > mails / 10);
        qInfo() << "mails shown" << mails << "laid out" << test::CountedReader::layouts;
    }
};

ISTHMUS_TEST(tst_nopackets)
#include "tst_nopackets.moc"
