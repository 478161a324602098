#include "tests/support/TestMain.h"
#include "tests/ui/SceneLists.h"
#include "ui/timeline/TimelineView.h"

#include <QListView>

namespace isthmus::test {

using namespace model;
using namespace std::chrono_literals;

namespace {

/// A newsletter as shops send it: a ground of its own, a table, a link, and pictures that would tell who has read it.
QByteArray newsletter(int paragraphs)
{
    QByteArray html =
        "<html><body style='margin:0;background:#f4efe6;font-family:sans-serif'>"
        "<table width='100%' cellpadding='16'><tr><td style='background:#7a1f3d;color:#ffffff'>"
        "<h1 style='margin:0'>Spring at Money &amp; Sons</h1></td></tr><tr><td>"
        "<img src='https://pictures.shop.example/spring.jpg' width='300' height='60' alt='A garden in spring'>"
        "<img src='https://count.track.example/1.gif' width='1' height='1' alt=''>"
        "<p>Dear Alice,</p><p>the new <b>garden chairs</b> are here, and until Sunday they cost a <i>third</i> less. "
        "<a href='https://shop.example/chairs'>See all chairs</a></p>"
        "<table border='1' cellspacing='0' cellpadding='6'><tr><th align='left'>Chair</th><th>Was</th><th>Is</th></tr>"
        "<tr><td>Lawn</td><td align='right'>60.00</td><td align='right'>40.00</td></tr>"
        "<tr><td>Terrace, with arms</td><td align='right'>90.00</td><td align='right'>60.00</td></tr></table>"
        "<ul><li>Delivered within a week</li><li>Taken back for a month</li></ul>";
    for (int i = 0; i < paragraphs; ++i)
        html += "<p>More about chair " + QByteArray::number(i + 1)
                + ": it is made of oak, stands firmly, and can stay outside all the year round.</p>";
    return html + "<p>Best wishes<br>Money &amp; Sons</p></td></tr></table></body></html>";
}

void openNewsletter(Stage &stage, int paragraphs)
{
    stage.mail("From: Money & Sons <receipts@shop.example>\nTo: alice@chat.example\nSubject: Spring offers\n",
               "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n"
               "Spring at Money & Sons: the new garden chairs are here.\n\n--b\n"
               "Content-Type: text/html; charset=utf-8\n\n"
                   + newsletter(paragraphs) + "\n--b--\n",
               20min);
    stage.open("Money & Sons");
    auto *view = stage.child<timeline::TimelineView>("timeline");
    stage.await("the newsletter does not come", [view] { return view->count() == 1; });
    view->setCurrentRow(0);
    stage.await("the newsletter is not laid out", [view] { return !view->linksOf(0).empty(); });
    stage.settle();
}

/// The one that is not the program's to name, and empty.
void openVenue(Stage &stage)
{
    auto *folders = stage.child<QListView>("folders");
    for (int row = 0; row < folders->model()->rowCount(); ++row) {
        if (folders->model()->index(row, 0).data().toString().contains(QStringLiteral("venue"))) {
            folders->setCurrentIndex(folders->model()->index(row, 0));
            stage.settle();
            return;
        }
    }
    qFatal("the folder is not there");
}

std::vector<Scene> laidOutMails()
{
    using Kind = Stage::Profile;
    return {
        {"e-mail, as its sender laid it out", Kind::Laid, [](Stage &stage) { openNewsletter(stage, 0); }},
        {"e-mail, folded", Kind::Laid, [](Stage &stage) { openNewsletter(stage, 40); }},
    };
}

}

std::vector<Scene> mailScenes()
{
    using Kind = Stage::Profile;
    std::vector<Scene> all = {
        {"mail, nothing yet", Kind::Alone, [](Stage &stage) { stage.run("layoutMail"); }},
        {"mail, folder without e-mails", Kind::Full,
         [](Stage &stage) {
             stage.openInbox();
             openVenue(stage);
             const auto *empty = stage.child<QWidget>("noThreads");
             stage.await("the folder is not empty", [empty] { return empty->isVisible(); });
             stage.settle();
         }},
        {"mail, loading", Kind::Full,
         [](Stage &stage) {
             stage.openInbox();
             stage.stopReading();
             openVenue(stage);
         }},
        {"mail, offline", Kind::Alone,
         [](Stage &stage) {
             stage.run("layoutMail");
             stage.profile.mail->goDown({Service::IncomingMail, Service::OutgoingMail});
         }},
        {"mail, threads", Kind::Full, [](Stage &stage) { stage.openInbox(); }},
        {"mail, read", Kind::Full,
         [](Stage &stage) {
             stage.openInbox();
             stage.readThread("Minutes of Tuesday");
         }},
        {"mail, people", Kind::Full,
         [](Stage &stage) {
             stage.openInbox();
             stage.key(Qt::Key_K);
         }},
    };
    const auto laid = laidOutMails();
    all.insert(all.end(), laid.begin(), laid.end());
    return all;
}

}
