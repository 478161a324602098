#include "core/display/DisplayCodec.h"
#include "core/display/DisplayPainter.h"
#include "core/reader/ReaderPool.h"

#include "tests/support/LonelyNetwork.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QUdpSocket>

using namespace isthmus;

/// Opens mails in a network in which every packet, wherever it is meant to go, would be counted: read, laid out
/// and painted, as the window does it.
class tst_nopackets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void openingAnyMailMakesNoConnectionAndNoRequest()
    {
        if (test::isLonely())
            return openMails();
        const auto run = test::runLonely("tst_nopackets", 280'000);
        if (!run)
            QSKIP("this system lets nobody make a network of his own");
        qInfo().noquote() << run->said.mid(run->said.indexOf("mails opened")).left(40).trimmed();
        QVERIFY2(run->passed && run->said.contains("mails opened"), run->said.constData());
    }

private:
    void openMails()
    {
        QUdpSocket control;
        const qint64 before = test::packetsSent();
        QVERIFY(before >= 0);
        control.writeDatagram("x", QHostAddress(QStringLiteral("192.0.2.1")), 53);
        QTRY_VERIFY2(test::packetsSent() > before, "a packet to anywhere is counted");
        const qint64 quiet = test::packetsSent();
        int mails = 0;
        reader::ReaderConfig config;
        config.program = test::buildPath(QStringLiteral("isthmus-reader"));
        reader::ReaderPool pool(config);
        open(pool, "Content-Type: text/html\r\n\r\n<img src='http://192.0.2.1/a.png'><img src='//tracker.example/b.gif'>"
                   "<link rel=stylesheet href='https://192.0.2.1/c.css'><p style='background:url(http://192.0.2.1/d)'>x"
                   "<iframe src='http://192.0.2.1/'></iframe><style>@import 'http://192.0.2.1/e.css'</style>");
        const QString root = test::corpusPath(QStringLiteral("."));
        const QDir corpora(root);
        const QStringList present =
            root.isEmpty() ? QStringList() : corpora.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QString &name : present) {
            if (name.startsWith(QLatin1String("xep")))
                continue; // stanzas and texts about them
            QDirIterator walk(corpora.filePath(name), QDir::Files, QDirIterator::Subdirectories);
            for (int taken = 0; walk.hasNext() && (taken < 20 || test::isLong()); ++taken, ++mails) {
                QFile file(walk.next());
                QVERIFY(file.open(QFile::ReadOnly));
                open(pool, file.readAll());
            }
        }
        QCOMPARE(test::packetsSent(), quiet);
        qInfo() << "mails opened" << mails + 1;
    }
    void open(reader::ReaderPool &pool, const QByteArray &raw)
    {
        bool isRead = false;
        std::optional<base::Result<QByteArray>> list;
        pool.read(raw).then(this, [&](const auto &) { isRead = true; });
        pool.layout(raw, {}).then(this, [&](const auto &made) { list = made; });
        QTRY_VERIFY_WITH_TIMEOUT(isRead && list, 60'000);
        const auto decoded = list->ok() ? display::decode(**list) : base::Result<display::DisplayList>(list->error());
        if (!decoded.ok())
            return;
        QImage card(600, 800, QImage::Format_RGB32);
        QPainter painter(&card);
        display::DisplayPainter(*decoded).paint(painter, card.rect());
    }
};

ISTHMUS_TEST(tst_nopackets)
#include "tst_nopackets.moc"
