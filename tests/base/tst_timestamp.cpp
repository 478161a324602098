#include "core/base/Timestamp.h"

#include "tests/support/TestMain.h"

using namespace isthmus::base;

class tst_timestamp : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void xmppDateTime_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc");
        QTest::newRow("whole seconds") << "2026-11-21T10:15:00Z"
                                       << "2026-11-21T10:15:00Z";
        QTest::newRow("fraction is cut") << "2026-11-21T10:15:00.123Z"
                                         << "2026-11-21T10:15:00Z";
        QTest::newRow("offset becomes UTC") << "2026-11-21T18:15:00+08:00"
                                            << "2026-11-21T10:15:00Z";
        QTest::newRow("date alone is none") << "2026-11-21"
                                            << "";
        QTest::newRow("no zone is none") << "2026-11-21T10:15:00"
                                         << "";
        QTest::newRow("words are none") << "yesterday"
                                        << "";
    }
    void xmppDateTime()
    {
        QFETCH(QString, text);
        QFETCH(QString, utc);
        const auto parsed = fromXmppDateTime(text);
        QCOMPARE(parsed ? toXmppDateTime(*parsed) : QString(), utc);
    }
};

ISTHMUS_TEST(tst_timestamp)
#include "tst_timestamp.moc"
