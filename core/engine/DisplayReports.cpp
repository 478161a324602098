#include "core/engine/DisplayReports.h"

#include "core/compose/MailWriter.h"
#include "core/engine/Bridge.h"
#include "core/engine/EnginePrivate.h"
#include "core/interworking/ImToMail.h"
#include "core/store/DisplayReportTable.h"
#include "core/store/ItemTable.h"
#include "core/store/MessageMapTable.h"
#include "core/store/PersonTable.h"

namespace isthmus::engine {

using model::Consent;
using store::DisplayReportTable;
using State = DisplayReportTable::State;

struct DisplayReports::Private {
    Engine::Private &engine;
    std::vector<Question> questions{};
    QSet<qint64> sending{}; ///< items whose report is on its way
};

namespace {

/// The row that ties a received mail to its message, if its sender asks for a report.
std::optional<store::MessageLink> requestOf(store::Connection &connection, const model::Item &item)
{
    for (store::MessageLink &link : store::MessageMapTable(connection).byMessageId(item.account, item.messageId)) {
        if (link.item == item.id && link.inbound && !link.dnt.isEmpty())
            return std::move(link);
    }
    return std::nullopt;
}

State firstState(Consent person, const model::Settings &settings, const model::Item &item, bool elsewhere)
{
    const Consent consent = person == Consent::Ask ? settings.displayReports : person;
    if (consent == Consent::Never)
        return State::Refused;
    if (consent == Consent::Ask || elsewhere)
        return State::Asking;
    // Consent for everybody is no consent for somebody who may be anybody (specification 7.2, second row).
    const bool named = person == Consent::Always;
    return named || item.authenticity == model::Authenticity::Pass ? State::Due : State::Asking;
}

/// The report on the wire: decided by interworking, which is told that the user agrees.
base::Result<model::SendMail> reportMail(store::Connection &connection, const model::Account &account,
                                         const store::ItemRow &row, base::Timestamp now)
{
    const auto link = requestOf(connection, row.item);
    if (!link)
        return base::Error{base::Fault::NotFound, QStringLiteral("no report was asked for")};
    interworking::Ctx ctx = contextFor(account, now);
    interworking::MapRow map = mapRow(*link, account);
    map.consent = true;
    ctx.messageMap.push_back(std::move(map));
    model::InstantMessage marker;
    marker.type = model::InstantMessage::Type::Chat;
    marker.from = account.jid.bare();
    marker.to = link->remote;
    marker.displayedId = link->stanzaId;
    const auto result = interworking::imToMail(marker, ctx);
    const auto *report = std::get_if<interworking::tomail::Report>(&result);
    if (!report)
        return base::Error{base::Fault::Unsupported, QStringLiteral("no report follows from this mail")};
    auto bytes = compose::composeMail(report->mail);
    if (!bytes)
        return bytes.error();
    return model::SendMail{std::move(bytes).value(), report->mail.envelopeFrom, report->mail.recipients,
                           report->mail.dsnNotify, report->mail.envelopeId};
}

}

DisplayReports::DisplayReports(Engine &engine) : d(std::make_unique<Private>(Private{*engine.d}))
{
    connect(&d->engine.events, &Events::changed, this, [this](const Changes &changes) {
        if (!changes.reports)
            return;
        readQuestions();
        for (const model::Account &account : d->engine.accountList)
            sendDue(account.id);
    });
    connect(d->engine.links.get(), &Links::stateChanged, this,
            [this](model::AccountId account, model::Service service, const model::LinkState &state) {
                if (service == model::Service::OutgoingMail && state.phase == model::LinkState::Phase::Online)
                    sendDue(account);
            });
    readQuestions();
}

DisplayReports::~DisplayReports() = default;

const std::vector<DisplayReports::Question> &DisplayReports::questions() const
{
    return d->questions;
}

void DisplayReports::noteDisplayed(store::Connection &connection, Changes &changes, const store::ItemRow &row,
                                   const model::Settings &settings)
{
    const model::Item &item = row.item;
    const bool mail = item.channel == model::Channel::Mail && item.direction == model::Direction::Incoming;
    if (!mail || item.authenticity == model::Authenticity::Fail || row.home == store::PersonTable::suspiciousHome())
        return;
    const auto link = requestOf(connection, item);
    const auto to = link ? model::MailAddress::parse(link->dnt) : base::Error{base::Fault::NotFound, {}};
    const auto person = store::PersonTable(connection).ownerOf(row.home);
    if (!to || !person)
        return;
    DisplayReportTable table(connection);
    const bool elsewhere = to->key() != item.from.address.key();
    table.add(
        {item.account, item.id, row.home, *to, firstState(table.consent(*person), settings, item, elsewhere), elsewhere});
    changes.reports = true;
}

base::Task<base::Done> DisplayReports::answer(model::ItemId item, bool yes)
{
    return d->engine.write([item, yes](store::Connection &connection, Changes &changes) -> base::Result<base::Done> {
        DisplayReportTable table(connection);
        store::PersonTable people(connection);
        const auto row = table.one(item);
        if (!row || row->state != State::Asking)
            return base::Error{base::Fault::NotFound, QStringLiteral("nobody asks for this report")};
        changes.reports = true;
        const State state = yes ? State::Due : State::Refused;
        table.setState(item, state);
        const auto person = people.ownerOf(row->home);
        const auto contact = person && !row->elsewhere ? people.one(*person) : std::nullopt;
        if (!contact)
            return base::Done{};
        table.setConsent(*person, yes ? Consent::Always : Consent::Never);
        for (const DisplayReportTable::Row &other : table.asking(contact->homes)) {
            if (!other.elsewhere)
                table.setState(other.item, state);
        }
        return base::Done{};
    });
}

void DisplayReports::readQuestions()
{
    d->engine.database
        ->read([](store::Connection &connection) -> base::Result<std::vector<Question>> {
            std::vector<Question> questions;
            store::PersonTable people(connection);
            for (const DisplayReportTable::Row &row : DisplayReportTable(connection).asking()) {
                const auto item = store::ItemTable(connection).one(row.item);
                const auto owner = people.ownerOf(row.home);
                const auto person = owner ? people.one(*owner) : std::nullopt;
                if (item && person)
                    questions.push_back({row.item, *owner, person->contact.name, item->item.subject, row.to, row.elsewhere});
            }
            return questions;
        })
        .then(this, [this](base::Result<std::vector<Question>> questions) {
            if (!questions)
                return;
            d->questions = std::move(*questions);
            Q_EMIT questionsChanged();
        });
}

void DisplayReports::sendDue(model::AccountId id)
{
    const model::Account *account = d->engine.account(id);
    if (!account || !d->engine.links->isOnline(id, model::Service::OutgoingMail))
        return;
    using Due = std::vector<std::pair<model::ItemId, base::Result<model::SendMail>>>;
    d->engine.database
        ->read([account = *account, now = d->engine.parts.clock()](store::Connection &connection) -> base::Result<Due> {
            Due due;
            for (const DisplayReportTable::Row &row : DisplayReportTable(connection).due(account.id)) {
                if (const auto item = store::ItemTable(connection).one(row.item))
                    due.emplace_back(row.item, reportMail(connection, account, *item, now));
            }
            return due;
        })
        .then(this, [this, id](const base::Result<Due> &due) {
            if (!due)
                return;
            for (const auto &[item, mail] : *due) {
                if (d->sending.contains(item.raw))
                    continue;
                d->sending.insert(item.raw);
                auto task =
                    mail ? d->engine.links->perform(id, *mail) : base::Task<model::CommandResult>::ready(mail.error());
                task.then(this,
                          [this, item = item](const base::Result<model::CommandResult> &result) { sent(item, result); });
            }
        });
}

void DisplayReports::sent(model::ItemId item, const base::Result<model::CommandResult> &result)
{
    using base::Fault;
    const bool refused = !result
                         && (result.error().fault == Fault::Rejected || result.error().fault == Fault::Unsupported
                             || result.error().fault == Fault::NotFound || result.error().fault == Fault::Malformed);
    if (!result && !refused) {
        d->sending.remove(item.raw); // again with the next link
        return;
    }
    // A server that takes no null reverse-path: no report, and no error to the user (2.12).
    d->engine
        .write([item, state = result ? State::Done : State::Refused](store::Connection &connection,
                                                                     Changes &) -> base::Result<base::Done> {
            DisplayReportTable(connection).setState(item, state);
            return base::Done{};
        })
        .then(this, [this, item](const base::Result<base::Done> &) { d->sending.remove(item.raw); });
}

}
