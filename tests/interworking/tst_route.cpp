#include "core/interworking/Route.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QHash>

using namespace isthmus;
using namespace isthmus::interworking;
using model::Channel;
using model::SendVia;

namespace {

RouteInput inputOf(const QStringList &row)
{
    static const QHash<QString, Reach> reach{{QStringLiteral("online"), Reach::Online},
                                             {QStringLiteral("dnd"), Reach::DoNotDisturb},
                                             {QStringLiteral("offline"), Reach::Offline},
                                             {QStringLiteral("unknown"), Reach::Unknown}};
    static const QHash<QString, SendVia> preference{
        {QStringLiteral("auto"), SendVia::Automatic},     {QStringLiteral("offline-mail"), SendVia::OfflineMail},
        {QStringLiteral("dnd-mail"), SendVia::DndMail},   {QStringLiteral("both-mail"), SendVia::BothMail},
        {QStringLiteral("mail-only"), SendVia::MailOnly}, {QStringLiteral("chat-only"), SendVia::ChatOnly}};
    RouteInput in;
    in.kind = row[0] == u"mail" ? model::Draft::Kind::Mail : model::Draft::Kind::Chat;
    in.hasJid = row[1] == u"yes";
    in.hasMail = row[2] == u"yes";
    in.presence = reach.value(row[3]);
    in.preference = preference.value(row[4]);
    if (row[5] != u"none")
        in.user = row[5] == u"im" ? Channel::Chat : Channel::Mail;
    in.xmppUp = row[6] == u"up";
    in.smtpUp = row[7] == u"up";
    return in;
}

QString wayName(const Route &route)
{
    switch (route.way) {
    case Route::Way::Im: return QStringLiteral("IM");
    case Route::Way::Mail: return QStringLiteral("MAIL");
    case Route::Way::QueueIm: return QStringLiteral("QUEUE-IM");
    case Route::Way::QueueMail: return QStringLiteral("QUEUE-MAIL");
    case Route::Way::Refuse: break;
    }
    switch (route.refusal) {
    case Route::Refusal::NoAddress: return QStringLiteral("REFUSE:no-address");
    case Route::Refusal::NoJid: return QStringLiteral("REFUSE:no-jid");
    case Route::Refusal::NoMail: return QStringLiteral("REFUSE:no-mail");
    case Route::Refusal::PreferenceConflict: return QStringLiteral("REFUSE:pref-conflict");
    case Route::Refusal::None: break;
    }
    return QStringLiteral("REFUSE without a reason");
}

}

class tst_route : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRowOfTheTable();
    void onlyUnreachableFallsBack();
    void publishedPreferenceYieldsToLocal();
    void publishedMailboxIsNeverUsedUnconfirmed();
};

void tst_route::everyRowOfTheTable()
{
    QFile file(test::sourcePath(QStringLiteral("tests/data/routing.csv")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    file.readLine();
    int rows = 0;
    while (!file.atEnd()) {
        const QStringList row = QString::fromUtf8(file.readLine().trimmed()).split(u',');
        QCOMPARE(row.size(), 11);
        const Route result = route(inputOf(row));
        const QString fallback = !result.fallback                    ? QStringLiteral("-")
                                 : *result.fallback == Channel::Chat ? QStringLiteral("IM")
                                                                     : QStringLiteral("MAIL");
        const QString got = QStringLiteral("R%1,%2,%3").arg(result.rule).arg(wayName(result), fallback);
        QVERIFY2(got == row.mid(8).join(u','), qPrintable(row.join(u',') + QStringLiteral(" gave ") + got));
        ++rows;
    }
    QCOMPARE(rows, 2304);
}

void tst_route::onlyUnreachableFallsBack()
{
    QVERIFY(mayFallBack(QStringLiteral("service-unavailable")));
    QVERIFY(!mayFallBack(QStringLiteral("forbidden")));
    QVERIFY(!mayFallBack(QStringLiteral("policy-violation")));
    QVERIFY(mayFallBack(550, QStringLiteral("5.1.1")));
    QVERIFY(!mayFallBack(450, QStringLiteral("4.2.1")));
    QVERIFY(!mayFallBack(554, QStringLiteral("5.7.1")));
}

void tst_route::publishedPreferenceYieldsToLocal()
{
    PublishedPreference peer;
    peer.offline = QStringLiteral("mailbox");
    QCOMPARE(effectivePreference(SendVia::Automatic, peer), SendVia::OfflineMail);
    QCOMPARE(effectivePreference(SendVia::ChatOnly, peer), SendVia::ChatOnly);
    peer.busy = QStringLiteral("mailbox");
    QCOMPARE(effectivePreference(SendVia::Automatic, peer), SendVia::BothMail);
    peer.mode = QStringLiteral("mail-only");
    QCOMPARE(effectivePreference(SendVia::Automatic, peer), SendVia::MailOnly);
    peer.mode = QStringLiteral("whatever");
    QCOMPARE(effectivePreference(SendVia::Automatic, peer), SendVia::BothMail);
}

void tst_route::publishedMailboxIsNeverUsedUnconfirmed()
{
    PublishedPreference peer;
    peer.mail = model::MailAddress::parse(u"b@example.net").value();
    model::Contact contact;
    contact.links.push_back({{}, peer.mail, model::Evidence::Published, {}});
    QVERIFY(!mayUsePublishedMail(peer, contact));
    contact.links.front().evidence = model::Evidence::Confirmed;
    QVERIFY(mayUsePublishedMail(peer, contact));
}

ISTHMUS_TEST(tst_route)
#include "tst_route.moc"
