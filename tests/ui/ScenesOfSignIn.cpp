#include "tests/support/TestMain.h"
#include "tests/ui/SceneLists.h"
#include "ui/accounts/SignInPage.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>

namespace isthmus::test {

using namespace model;
using accounts::SignInPage;
using Phase = LinkState::Phase;

namespace {

constexpr Service services[] = {Service::Chat, Service::IncomingMail, Service::OutgoingMail};

ServicePlan found(Service service, Protocol protocol, quint16 port)
{
    Endpoint endpoint;
    endpoint.protocol = protocol;
    endpoint.host = QStringLiteral("server.chat.example");
    endpoint.port = port;
    endpoint.source = PlanSource::Srv;
    return {service, {endpoint}, {}};
}

/// The sign-in page once "alice@chat.example" is typed and its look-up asked for; the test answers it.
SignInPage *lookingUp(Stage &stage)
{
    auto *page = stage.window->findChild<SignInPage *>();
    QObject::disconnect(page, &SignInPage::discoveryWanted, nullptr, nullptr);
    page->findChild<QLineEdit *>(QStringLiteral("password"))->setText(QStringLiteral("secret"));
    auto *address = page->findChild<QLineEdit *>(QStringLiteral("address"));
    address->setText(QStringLiteral("alice@chat.example"));
    QTest::keyClick(address, Qt::Key_Return);
    return page;
}

SignInPage *answerLookUp(Stage &stage, bool outgoingFound)
{
    SignInPage *page = lookingUp(stage);
    AccountPlan plan{found(Service::Chat, Protocol::Xmpp, 5223), found(Service::IncomingMail, Protocol::Imap, 993),
                     found(Service::OutgoingMail, Protocol::Submission, 465)};
    if (!outgoingFound)
        plan.outgoing = {Service::OutgoingMail, {}, base::Error{base::Fault::NotFound, QStringLiteral("no SRV record")}};
    const MailAddress alice = mailAddress("alice@chat.example");
    for (const Service service : services)
        page->showService(alice, plan.of(service));
    page->showPlan(alice, plan);
    return page;
}

/// Signed in, with the links in these states.
void signedIn(Stage &stage, const LinkState &chat, const LinkState &mail)
{
    SignInPage *page = answerLookUp(stage, true);
    QObject::disconnect(page, &SignInPage::signInRequested, nullptr, nullptr);
    stage.press("signInButton");
    page->showSignedIn();
    for (const Service service : services)
        page->showLink(service, service == Service::Chat ? chat : mail);
}

void openFields(Stage &stage)
{
    const auto buttons = stage.window->findChildren<QAbstractButton *>(QStringLiteral("byHand"));
    for (QAbstractButton *button : buttons) {
        if (!button->isChecked())
            button->click();
    }
}

}

std::vector<Scene> signInScenes()
{
    using Kind = Stage::Profile;
    return {
        {"sign-in, empty", Kind::New, [](Stage &) {}},
        {"sign-in, looking up", Kind::New, [](Stage &stage) { lookingUp(stage); }},
        {"sign-in, found", Kind::New, [](Stage &stage) { answerLookUp(stage, true); }},
        {"sign-in, one not found", Kind::New, [](Stage &stage) { answerLookUp(stage, false); }},
        {"sign-in, nothing typed", Kind::New, [](Stage &stage) { stage.press("signInButton"); }},
        {"sign-in, by hand", Kind::New,
         [](Stage &stage) {
             answerLookUp(stage, false);
             openFields(stage);
         }},
        {"sign-in, connecting", Kind::New,
         [](Stage &stage) {
             signedIn(stage, {Phase::Connecting, {}, {}}, {Phase::Online, {}, {}});
         }},
        {"sign-in, password refused", Kind::New,
         [](Stage &stage) {
             signedIn(stage, {Phase::Online, {}, {}}, {Phase::Failed, base::Error{base::Fault::AuthRejected, {}}, {}});
         }},
        {"sign-in, refused", Kind::New,
         [](Stage &stage) {
             answerLookUp(stage, true)
                 ->showError({base::Fault::Storage, QStringLiteral("disk full")}, widgets::Doing::Settings);
         }},
        {"one more account", Kind::Full, [](Stage &stage) { stage.run("addAccount"); }},
    };
}

}
