#include "core/engine/Reach.h"
#include "ui/contacts/AddressRow.h"
#include "ui/contacts/ContactCard.h"

#include "tests/support/TestMain.h"
#include "tests/ui/DemoValues.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace isthmus;
using contacts::ContactCard;

namespace {

template <typename T>
T *byName(QWidget &widget, const char *spoken)
{
    for (T *child : widget.findChildren<T *>()) {
        if (child->accessibleName() == QString::fromUtf8(spoken))
            return child;
    }
    return nullptr;
}

}

class tst_contactcard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyAddressShowsItsEvidence()
    {
        ContactCard card;
        card.setContact(test::demoContact());
        QStringList texts;
        for (const QLabel *label : card.findChildren<QLabel *>())
            texts.append(label->accessibleName());
        QVERIFY(texts.contains(QStringLiteral("chat bob@chat.example, from your contact list, 29 Oct 2026")));
        QVERIFY(texts.contains(QStringLiteral("mail b.miller@work.example, from the contact's vCard, 29 Oct 2026")));
        QVERIFY(texts.contains(QStringLiteral("mail bob@home.example, confirmed by you, 29 Oct 2026")));
    }

    void onlyUnconfirmedAddressesCanBeConfirmed()
    {
        ContactCard card;
        card.setContact(test::demoContact());
        QSignalSpy confirmed(&card, &ContactCard::confirmRequested);
        QVERIFY(!byName<QToolButton>(card, "Confirm mail bob@home.example"));
        auto *confirm = byName<QToolButton>(card, "Confirm mail b.miller@work.example");
        QVERIFY(confirm);
        confirm->click();
        QCOMPARE(confirmed.count(), 1);
        QCOMPARE(engine::addressText(confirmed.first().at(0).value<model::Address>()),
                 QStringLiteral("b.miller@work.example"));
    }

    void splittingNamesTheAddress()
    {
        ContactCard card;
        card.setContact(test::demoContact());
        QSignalSpy removed(&card, &ContactCard::removeRequested);
        byName<QToolButton>(card, "Split off mail bob@home.example")->click();
        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed.first().at(0).value<model::LinkId>(), model::LinkId{3});
    }

    void sendViaIsChosenByKeyboard()
    {
        ContactCard card;
        card.setContact(test::demoContact());
        card.show();
        QSignalSpy chosen(&card, &ContactCard::sendViaChosen);
        auto *automatic = card.findChild<QRadioButton *>(QStringLiteral("sendVia0"));
        QVERIFY(automatic->isChecked());
        auto *offline = card.findChild<QRadioButton *>(QStringLiteral("sendVia1"));
        QCOMPARE(offline->text(), QStringLiteral("Offline → mailbox"));
        QTest::keyClick(offline, Qt::Key_Space);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().at(0).value<model::SendVia>(), model::SendVia::OfflineMail);
    }

    void typedAddressIsReadBeforeItIsAdded()
    {
        ContactCard card;
        card.setContact(test::demoContact());
        card.show();
        QSignalSpy added(&card, &ContactCard::addRequested);
        auto *field = card.findChild<QLineEdit *>(QStringLiteral("newAddress"));
        field->setText(QStringLiteral("bob"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(added.count(), 0);
        field->setText(QStringLiteral("bob@third.example"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(added.count(), 1);
        QVERIFY(std::holds_alternative<model::MailAddress>(added.first().at(0).value<model::Address>()));
    }

    void schemeTellsTheKindOfAddress()
    {
        QVERIFY(
            std::holds_alternative<model::Jid>(contacts::readAddress(QStringLiteral("xmpp:bob@x.example"), true).value()));
        QVERIFY(std::holds_alternative<model::MailAddress>(
            contacts::readAddress(QStringLiteral("mailto:bob@x.example"), false).value()));
        QVERIFY(!contacts::readAddress(QStringLiteral("x.example"), false));
    }
};

ISTHMUS_TEST(tst_contactcard)
#include "tst_contactcard.moc"
