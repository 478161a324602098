#include "core/interworking/Detect.h"

#include "core/interworking/Segmenter.h"
#include "core/interworking/Text.h"

#include <array>

namespace isthmus::interworking {

namespace {

using model::InstantMessage;
using Type = InstantMessage::Type;
using Wrapper = InstantMessage::Wrapper;

/// Extensions whose fallback regions we may leave out, because we show what they stand for.
bool isUnderstood(const QString &forNamespace)
{
    static const std::array known{ns::email, ns::segment, ns::reply, ns::retract, ns::reactions, ns::markers, ns::correct};
    return std::any_of(known.begin(), known.end(), [&](QLatin1String name) { return forNamespace == name; });
}

/// By language: that of the stanza, else without one, else the first (2.7, 2.8).
const model::LangText *chosen(const std::vector<model::LangText> &texts, const QString &lang)
{
    const auto find = [&](const QString &wanted) {
        return std::find_if(texts.begin(), texts.end(), [&](const model::LangText &text) {
            return text.lang.compare(wanted, Qt::CaseInsensitive) == 0;
        });
    };
    auto it = find(lang);
    if (it == texts.end())
        it = find(QString());
    if (it == texts.end())
        it = texts.begin();
    return it == texts.end() ? nullptr : &*it;
}

/// A subject that is not blank once the parts that only stand in for an extension are taken away.
bool hasOwnSubject(const InstantMessage &message)
{
    const model::LangText *subject = chosen(message.subjects, message.lang);
    if (!subject || isBlank(subject->text))
        return false;
    const int length = codePointCount(subject->text);
    for (const model::Fallback &fallback : message.fallbacks) {
        if (!isUnderstood(fallback.forNamespace))
            continue;
        if (fallback.wholeSubject)
            return false;
        for (const model::CodePointRange &range : fallback.subjectRanges) {
            if (range.start <= 0 && range.end >= length)
                return false;
        }
    }
    return true;
}

bool hasBody(const InstantMessage &message)
{
    return std::any_of(message.bodies.begin(), message.bodies.end(),
                       [](const model::LangText &body) { return !isBlank(body.text); });
}

bool isForgedWrapper(const InstantMessage &message, const Ctx &ctx)
{
    if (message.wrapper == Wrapper::None)
        return false;
    if (ctx.own.isNull())
        return true;
    if (message.wrapper != Wrapper::Archive)
        return message.wrapperFrom != ctx.own.bare();
    // An archive result comes from the own account (possibly with no from) or a joined room's archive,
    // and answers a query of ours.
    const bool known =
        message.wrapperFrom.isNull() || message.wrapperFrom == ctx.own.bare() || ctx.isRoom(message.wrapperFrom);
    return !known || !ctx.archiveQueryIds.contains(message.archiveQueryId);
}

bool isFromRoom(const InstantMessage &message, const Ctx &ctx)
{
    return (message.marks.mucUser && !message.marks.invite) || ctx.isRoom(message.from.bare());
}

bool isMailBySubject(const InstantMessage &message, const Ctx &ctx)
{
    const bool normal = message.type == Type::Absent || message.type == Type::Normal;
    if (!normal && message.type != Type::Chat)
        return false;
    switch (ctx.policy.detectBySubject) {
    case Policy::DetectBySubject::Off: return false;
    case Policy::DetectBySubject::NormalOnly:
        if (!normal)
            return false;
        break;
    case Policy::DetectBySubject::All: break;
    }
    return hasOwnSubject(message) && (hasBody(message) || !message.files.empty());
}

bool isControl(const InstantMessage &message)
{
    const bool control = !message.receivedId.isEmpty() || !message.displayedId.isEmpty() || !message.retractId.isEmpty()
                         || !message.reactionsId.isEmpty() || message.marks.chatState
                         || (!message.replaceId.isEmpty() && !hasBody(message));
    // What is fallback for the control element itself is no content, even where it is not marked so.
    const bool content = !isBlank(shownText(message).body) || !message.files.empty();
    return control && (!content || !message.retractId.isEmpty());
}

void setKind(Detection &result, int rule, Kind kind)
{
    result.rule = rule;
    result.kind = kind;
}

/// T3: the type field.
bool byTypeField(const InstantMessage &message, Detection &result)
{
    if (message.emailElements > 1) {
        result.flags << QStringLiteral("malformed");
        setKind(result, 3, Kind::Chat);
        return true;
    }
    if (!message.email)
        return false;
    const QString &type = message.email->type;
    setKind(result, 3,
            type == QLatin1String("email")    ? Kind::Mail
            : type == QLatin1String("notice") ? Kind::Notice
            : type == QLatin1String("nudge")  ? Kind::Nudge
            : type == QLatin1String("report") ? Kind::Report
                                              : Kind::Chat);
    return true;
}

bool isOther(const InstantMessage &message)
{
    if (message.marks.encrypted || message.type == Type::Headline || message.marks.pubsubEvent || message.marks.invite
        || message.marks.dataForm)
        return true;
    return std::any_of(message.bodies.begin(), message.bodies.end(),
                       [](const model::LangText &body) { return body.text.startsWith(QLatin1String("?OTR")); });
}

/// T2 to T8, for the message itself.
void classify(const InstantMessage &message, const Ctx &ctx, Detection &result)
{
    if (message.type == Type::Groupchat) {
        const bool subjectOnly = !message.subjects.empty() && message.bodies.empty();
        setKind(result, 2, subjectOnly ? Kind::RoomSubject : Kind::Chat);
        return;
    }
    if (isFromRoom(message, ctx)) {
        setKind(result, 2, Kind::Chat);
        return;
    }
    if (byTypeField(message, result))
        return;
    if (isOther(message)) {
        setKind(result, 4, Kind::Other);
        return;
    }
    if (message.retractId.isEmpty() && isMailBySubject(message, ctx)) {
        result.bySubject = true;
        setKind(result, 5, Kind::Mail);
        return;
    }
    if (hasOwnSubject(message) && !hasBody(message) && message.files.empty())
        setKind(result, 6, Kind::SubjectChange);
    else if (isControl(message))
        setKind(result, 7, Kind::Control);
}

}

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::Error: return QStringLiteral("Error");
    case Kind::Drop: return QStringLiteral("Drop");
    case Kind::Chat: return QStringLiteral("Chat");
    case Kind::RoomSubject: return QStringLiteral("RoomSubject");
    case Kind::Mail: return QStringLiteral("Mail");
    case Kind::Notice: return QStringLiteral("Notice");
    case Kind::Nudge: return QStringLiteral("Nudge");
    case Kind::Report: return QStringLiteral("Report");
    case Kind::Other: return QStringLiteral("Other");
    case Kind::SubjectChange: return QStringLiteral("SubjectChange");
    case Kind::Control: return QStringLiteral("Control");
    }
    return {};
}

Detection detect(const InstantMessage &message, const Ctx &ctx)
{
    Detection result;
    if (isForgedWrapper(message, ctx)) {
        setKind(result, 1, Kind::Drop);
        return result;
    }
    result.copy = message.wrapper != Wrapper::None;
    if (message.type == Type::Error) {
        setKind(result, 0, Kind::Error);
        return result;
    }
    classify(message, ctx, result);

    const bool own = !ctx.own.isNull() && message.from.bare() == ctx.own.bare();
    result.trusted = own || ctx.isTrustedGateway(message.from.domain());
    if (message.email && !result.trusted) {
        const model::EmailElement &email = *message.email;
        if (!email.from.empty() || email.sender || email.date || !email.auth.isEmpty())
            result.flags << QStringLiteral("untrusted-email-element");
    }
    result.flags.sort();
    return result;
}

InstantMessage withTrustedEmail(InstantMessage message, const Detection &detection)
{
    if (!message.email || detection.trusted)
        return message;
    model::EmailElement &email = *message.email;
    email.from.clear();
    email.sender.reset();
    email.date.reset();
    email.rawDate.clear();
    email.dateSource.clear();
    email.auth.clear();
    return message;
}

ShownText shownText(const InstantMessage &message)
{
    ShownText shown;
    if (const model::LangText *subject = chosen(message.subjects, message.lang))
        shown.subject = oneLine(subject->text);
    const model::LangText *body = chosen(message.bodies, message.lang);
    if (!body)
        return shown;
    shown.lang = body->lang;
    shown.body = bodyText(body->text);
    // Regions count from the start of the whole text: the last ones go first.
    std::vector<model::CodePointRange> regions;
    for (const model::Fallback &fallback : message.fallbacks) {
        if (!isUnderstood(fallback.forNamespace))
            continue;
        if (fallback.wholeBody) {
            shown.body.clear();
            return shown;
        }
        regions.insert(regions.end(), fallback.bodyRanges.begin(), fallback.bodyRanges.end());
    }
    std::sort(regions.begin(), regions.end(), [](const auto &a, const auto &b) { return a.start > b.start; });
    int taken = codePointCount(shown.body);
    for (const model::CodePointRange &region : regions) {
        const int end = std::min(region.end, taken);
        if (region.start < 0 || region.start >= end)
            continue;
        shown.body = withoutCodePoints(shown.body, region.start, end);
        taken = region.start;
    }
    return shown;
}

}
