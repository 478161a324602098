#include "tests/ui/DemoValues.h"

namespace isthmus::test {

using namespace model;
using namespace std::chrono_literals;

namespace {

Item plain(std::int64_t id, base::Timestamp at, Direction direction, const QString &text)
{
    Item item;
    item.id = {id};
    item.account = {1};
    item.address = demoJid("bob@chat.example");
    item.direction = direction;
    item.at = at;
    item.text = text;
    return item;
}

Item own(std::int64_t id, base::Timestamp at, const QString &text, DeliveryStage stage)
{
    Item item = plain(id, at, Direction::Outgoing, text);
    item.delivery.stage = stage;
    return item;
}

Item minutes(std::int64_t id, base::Timestamp at)
{
    Item card = plain(
        id, at, Direction::Incoming,
        QStringLiteral(
            "Hello Alice, hello Carol,\n\nhere are the minutes of Tuesday's meeting. The three points that need you:\n\n"
            "1. The budget goes to the board on Friday: https://work.example/budget?year=2026\n"
            "2. Carol looks after the venue.\n3. We meet again next Tuesday at ten.\n\nBest wishes\nBob\n\n"
            "On Monday Alice wrote:\n> Will you send the minutes around?\n> I have to leave early.\n>\n> Alice"));
    card.address = demoMailbox("b.miller@work.example");
    card.channel = Channel::Mail;
    card.kind = ItemKind::MailCard;
    card.subject = QStringLiteral("Minutes of Tuesday");
    card.from = {QStringLiteral("Bob Miller"), demoMailbox("b.miller@work.example")};
    card.to = {{QStringLiteral("Alice"), demoMailbox("alice@chat.example")},
               {QStringLiteral("Carol"), demoMailbox("carol@chat.example")}};
    card.authenticity = Authenticity::Pass;
    card.mail = {1};
    Attachment file;
    file.part = QStringLiteral("2");
    file.name = QStringLiteral("minutes.pdf");
    file.mimeType = QStringLiteral("application/pdf");
    file.bytes = 84'210;
    card.attachments = {file};
    return card;
}

engine::ConversationRow row(std::int64_t person, const char *name, const char *address, Availability availability)
{
    engine::ConversationRow r;
    r.person = {person};
    r.name = QString::fromUtf8(name);
    r.address = QString::fromUtf8(address);
    r.presence.availability = availability;
    r.hasChat = availability != Availability::Unknown;
    r.hasMail = true;
    return r;
}

void said(engine::ConversationRow &r, Channel channel, const char *line, base::Timestamp at, int unread = 0)
{
    r.lastChannel = channel;
    r.lastLine = QString::fromUtf8(line);
    r.lastAt = at;
    r.unread = unread;
}

}

base::Timestamp demoNow()
{
    return base::Timestamp(std::chrono::sys_days(std::chrono::year(2026) / 11 / 19) + 10h + 10min);
}

base::Clock demoClock()
{
    return [] { return demoNow(); };
}

Jid demoJid(const char *text)
{
    return Jid::parse(QString::fromUtf8(text)).value();
}

MailAddress demoMailbox(const char *text)
{
    return MailAddress::parse(QString::fromUtf8(text)).value();
}

std::vector<Item> demoItems()
{
    const base::Timestamp today = demoNow();
    std::vector<Item> items;
    items.push_back(plain(1, today - 26h, Direction::Incoming, QStringLiteral("Hi! Are you coming on Tuesday?")));
    items.push_back(own(2, today - 25h, QStringLiteral("Yes, I will be there, but I have to leave at eleven."),
                        DeliveryStage::Displayed));
    Item titled = plain(3, today - 24h - 30min, Direction::Incoming, QStringLiteral("Room 4, second floor."));
    titled.kind = ItemKind::TitledBubble;
    titled.subject = QStringLiteral("Where we meet");
    items.push_back(titled);
    items.push_back(minutes(4, today - 40min));
    Item answer = own(5, today - 30min, QStringLiteral("Thanks! Reading now."), DeliveryStage::Delivered);
    answer.replyQuote = QStringLiteral("Minutes of Tuesday");
    items.push_back(answer);
    items.push_back(plain(6, today - 20min, Direction::Incoming, QStringLiteral("Great 👍")));
    items.push_back(plain(
        7, today - 19min, Direction::Incoming,
        QStringLiteral(
            "One more thing: could you look at point 3 before noon? I would like to send the invitation today, and the "
            "room has to be booked.")));
    Item mail =
        own(8, today - 10min, QStringLiteral("Point 3 is fine. Please book the room.\n\nAlice"), DeliveryStage::Sent);
    mail.channel = Channel::Mail;
    mail.kind = ItemKind::MailCard;
    mail.subject = QStringLiteral("Re: Minutes of Tuesday");
    mail.from = {QStringLiteral("Alice"), demoMailbox("alice@chat.example")};
    mail.to = {{QStringLiteral("Bob Miller"), demoMailbox("b.miller@work.example")}};
    mail.mail = {2};
    items.push_back(mail);
    Item failed = own(9, today - 4min, QStringLiteral("Did it arrive?"), DeliveryStage::Failed);
    failed.delivery.error = base::Error{base::Fault::Rejected, QStringLiteral("service-unavailable")};
    failed.delivery.serverText = QStringLiteral("mailbox full");
    items.push_back(failed);
    items.push_back(own(10, today - 1min, QStringLiteral("I will call you at noon."), DeliveryStage::Queued));
    return items;
}

std::vector<engine::ConversationRow> demoRows()
{
    const base::Timestamp now = demoNow();
    std::vector<engine::ConversationRow> rows;
    rows.push_back(row(1, "Bob Miller", "bob@chat.example", Availability::Online));
    said(rows.back(), Channel::Mail, "Minutes of Tuesday", now - 8min, 2);
    rows.push_back(row(2, "Carol Jensen", "carol@chat.example", Availability::Away));
    said(rows.back(), Channel::Chat, "see you", now - 90min);
    rows.back().lastDirection = Direction::Outgoing;
    rows.push_back(row(3, "Money & Sons", "receipts@shop.example", Availability::Unknown));
    said(rows.back(), Channel::Mail, "Your receipt for order 4711", now - 25h);
    rows.push_back(row(4, "Dave", "dave@elsewhere.example", Availability::Unknown));
    said(rows.back(), Channel::Mail, "Re: The old photos from the attic, and what to do with all of them", now - 75h);
    rows.push_back(row(5, "王小明", "ming@chat.example", Availability::DoNotDisturb));
    said(rows.back(), Channel::Chat, "明天见", now - 50h, 12);
    rows.push_back(row(6, "Erik", "erik@chat.example", Availability::Offline));
    said(rows.back(), Channel::Chat, "Did it arrive?", now - 400h);
    rows.back().failed = true;
    rows.push_back(row(7, "Fatima Al-Zahra with a name that is longer than the list is wide", "fatima@chat.example",
                       Availability::ExtendedAway));
    return rows;
}

std::unique_ptr<QStandardItemModel> demoModel(const std::vector<engine::ConversationRow> &rows)
{
    auto model = std::make_unique<QStandardItemModel>();
    for (const engine::ConversationRow &r : rows) {
        auto *item = new QStandardItem(r.name);
        item->setData(QVariant::fromValue(r), engine::Conversations::RowRole);
        item->setData(QVariant::fromValue(r.person.raw), engine::Conversations::PersonRole);
        model->appendRow(item);
    }
    return model;
}

Contact demoContact()
{
    Contact bob;
    bob.id = {1};
    bob.name = QStringLiteral("Bob Miller");
    bob.subscription = Subscription::Both;
    bob.presence = {Availability::Online, QStringLiteral("in the office")};
    const base::Timestamp since = demoNow() - 500h;
    bob.links = {{{1}, demoJid("bob@chat.example"), Evidence::Roster, since},
                 {{2}, demoMailbox("b.miller@work.example"), Evidence::VCard, since},
                 {{3}, demoMailbox("bob@home.example"), Evidence::Confirmed, since}};
    return bob;
}

}
