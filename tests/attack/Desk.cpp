#include "tests/attack/Desk.h"

#include "core/engine/Accounts.h"
#include "core/engine/Contacts.h"
#include "core/engine/MailMoves.h"
#include "core/engine/Outbox.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonArray>

namespace isthmus::test {

using base::Error;
using base::Fault;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

QString phaseName(const model::LinkState &state)
{
    switch (state.phase) {
    case model::LinkState::Phase::Off: return u"off"_s;
    case model::LinkState::Phase::Connecting: return u"connecting"_s;
    case model::LinkState::Phase::Online: return u"online"_s;
    case model::LinkState::Phase::Waiting: return u"waiting"_s;
    case model::LinkState::Phase::Failed: return u"failed"_s;
    }
    return {};
}

QString stageName(model::DeliveryStage stage)
{
    switch (stage) {
    case model::DeliveryStage::None: return u"none"_s;
    case model::DeliveryStage::Held: return u"held"_s;
    case model::DeliveryStage::Queued: return u"queued"_s;
    case model::DeliveryStage::Sending: return u"sending"_s;
    case model::DeliveryStage::Sent: return u"sent"_s;
    case model::DeliveryStage::Delivered: return u"delivered"_s;
    case model::DeliveryStage::Displayed: return u"displayed"_s;
    case model::DeliveryStage::Failed: return u"failed"_s;
    }
    return {};
}

/// What a user would recognise a message by: its subject, or its first line.
QJsonObject line(const model::Item &item)
{
    return {{u"text"_s, item.subject.isEmpty() ? item.text.section(u'\n', 0, 0) : item.subject},
            {u"own"_s, item.direction == model::Direction::Outgoing},
            {u"mail"_s, item.channel == model::Channel::Mail},
            {u"stage"_s, stageName(item.delivery.stage)},
            {u"error"_s, item.delivery.error ? item.delivery.error->detail : QString()},
            {u"ids"_s, QString(QString::number(item.id.raw) + u' ' + item.stanzaId + item.messageId)},
            {u"at"_s, qint64(base::toMsecs(item.at))}};
}

}

template <typename T>
Result<T> Desk::wait(const base::Task<T> &task)
{
    std::optional<Result<T>> found;
    QEventLoop loop;
    task.then(&loop, [&](Result<T> result) {
        found = std::move(result);
        loop.quit();
    });
    if (!found)
        loop.exec();
    return std::move(*found);
}

Result<QJsonObject> Desk::perform(const QJsonObject &request)
{
    const QString what = request.value("do"_L1).toString();
    if (what == "sign-in"_L1)
        return signIn(request);
    if (what == "send"_L1)
        return send(request);
    if (what == "shown"_L1)
        return shown(request);
    if (what == "throw-away"_L1)
        return throwAway(request);
    if (what == "state"_L1)
        return state();
    if (what == "check"_L1) {
        m_engine.accounts().checkMail();
        return QJsonObject();
    }
    return Error{Fault::Unsupported, u"no such command: "_s + what};
}

Result<QJsonObject> Desk::signIn(const QJsonObject &request)
{
    const auto address = model::MailAddress::parse(request.value("address"_L1).toString());
    if (!address)
        return address.error();
    auto plan = wait(m_engine.accounts().discover(*address));
    if (!plan)
        return plan.error();
    const bool chat = request.value("chat"_L1).toBool(true);
    const bool mail = request.value("mail"_L1).toBool(true);
    if (!chat)
        plan->chat = {model::Service::Chat, {}, {}};
    if (!mail) {
        plan->incoming = {model::Service::IncomingMail, {}, {}};
        plan->outgoing = {model::Service::OutgoingMail, {}, {}};
    }
    const auto account =
        wait(m_engine.accounts().signIn(*address, request.value("password"_L1).toString(), *plan, chat, mail));
    if (!account)
        return account.error();
    return QJsonObject();
}

Result<QJsonObject> Desk::send(const QJsonObject &request)
{
    const QString to = request.value("to"_L1).toString();
    const QString subject = request.value("subject"_L1).toString();
    model::Draft draft;
    draft.text = request.value("text"_L1).toString();
    if (subject.isEmpty()) {
        const auto jid = model::Jid::parse(to);
        if (!jid)
            return jid.error();
        const auto person = wait(m_engine.contacts().findOrAdd(*jid, {}));
        if (!person)
            return person.error();
        draft.person = *person;
        while (!m_engine.contacts().contact(*person)) // the list of people follows the store
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        draft.user = model::Channel::Chat;
    } else {
        const auto address = model::MailAddress::parse(to);
        if (!address)
            return address.error();
        draft.kind = model::Draft::Kind::Mail;
        draft.subject = subject;
        draft.to = {{QString(), *address}};
    }
    const auto item = wait(m_engine.outbox().send(draft));
    if (!item)
        return item.error();
    return QJsonObject();
}

engine::Timeline *Desk::timelineOf(const model::Address &address)
{
    const auto person = m_engine.contacts().personOf(address);
    if (!person)
        return nullptr;
    auto &timeline = m_timelines[*person];
    if (!timeline) {
        timeline = std::make_unique<engine::Timeline>(m_engine, *person);
        QEventLoop loop;
        QObject::connect(timeline.get(), &engine::Timeline::loaded, &loop, &QEventLoop::quit);
        loop.exec();
    }
    while (!timeline->atBeginning()) {
        timeline->loadOlder();
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return timeline.get();
}

std::vector<engine::Timeline *> Desk::timelinesWith(const QString &address)
{
    std::vector<engine::Timeline *> found;
    const auto add = [&](engine::Timeline *timeline) {
        if (timeline && (found.empty() || found.front() != timeline))
            found.push_back(timeline);
    };
    if (const auto jid = model::Jid::parse(address); jid)
        add(timelineOf(*jid));
    if (const auto mail = model::MailAddress::parse(address); mail)
        add(timelineOf(*mail));
    return found;
}

Result<QJsonObject> Desk::shown(const QJsonObject &request)
{
    QJsonArray items;
    for (const engine::Timeline *timeline : timelinesWith(request.value("with"_L1).toString())) {
        for (const model::Item &item : timeline->items())
            items.append(line(item));
    }
    return QJsonObject{{u"items"_s, items}};
}

/// Every mail that came in and begins with these words, which is shown no more once that is answered.
Result<QJsonObject> Desk::throwAway(const QJsonObject &request)
{
    std::vector<model::ItemId> found;
    for (const engine::Timeline *timeline : timelinesWith(request.value("with"_L1).toString())) {
        for (const model::Item &item : timeline->items()) {
            if (item.mail.isValid() && item.subject.startsWith(request.value("subject"_L1).toString()))
                found.push_back(item.id);
        }
    }
    for (const model::ItemId item : found) {
        if (const auto done = wait(m_engine.mailMoves().move(item, engine::MailMoves::Target::Trash)); !done)
            return done.error();
    }
    return QJsonObject();
}

QJsonObject Desk::state()
{
    QJsonObject states;
    for (const model::Account &account : m_engine.accounts().all()) {
        using model::Service;
        for (const auto &[name, service] : {std::pair(u"chat"_s, Service::Chat),
                                            {u"incoming"_s, Service::IncomingMail},
                                            {u"outgoing"_s, Service::OutgoingMail}})
            states.insert(name, phaseName(m_engine.accounts().state(account.id, service)));
    }
    return states;
}

}
