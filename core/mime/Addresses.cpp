#include "core/mime/Addresses.h"

#include "core/mime/Charset.h"
#include "core/mime/HeaderBlock.h"
#include "core/mime/HeaderText.h"

#include <algorithm>
#include <iterator>

namespace isthmus::mime {

namespace {

struct Token {
    enum class Kind : quint8 { Atom, Quoted, Comment, Special, Blank };
    Kind kind = Kind::Atom;
    QString text; ///< unquoted
    [[nodiscard]] bool is(char16_t special) const { return kind == Kind::Special && text.front() == special; }
};

using Tokens = std::vector<Token>;

bool isSpecial(QChar c)
{
    return QStringView(u"<>@,;:").contains(c);
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

/// Reads from the opening quote or parenthesis at \p at; leaves \p at after the closing one.
QString enclosed(QStringView text, qsizetype &at)
{
    const QChar open = text[at];
    const QChar close = open == u'(' ? QChar(u')') : open;
    QString result;
    int depth = 1;
    for (++at; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == u'\\' && at + 1 < text.size()) {
            result += text[++at];
            continue;
        }
        if (c == close && --depth == 0) {
            ++at;
            break;
        }
        if (c == open && open == u'(')
            ++depth;
        result += c;
    }
    return result;
}

Tokens tokenise(QStringView text)
{
    Tokens tokens;
    qsizetype at = 0;
    while (at < text.size()) {
        const QChar c = text[at];
        if (const qsizetype wordEnd = encodedWordEnd(text, at); wordEnd > at) {
            // A whole: many mailers write commas and parentheses inside, against RFC 2047 5 (3).
            tokens.push_back({Token::Kind::Atom, text.mid(at, wordEnd - at).toString()});
            at = wordEnd;
        } else if (c == u'"') {
            tokens.push_back({Token::Kind::Quoted, enclosed(text, at)});
        } else if (c == u'(') {
            tokens.push_back({Token::Kind::Comment, enclosed(text, at)});
        } else if (isSpecial(c)) {
            tokens.push_back({Token::Kind::Special, QString(c)});
            ++at;
        } else {
            const bool blank = isBlank(c);
            const qsizetype start = at;
            do {
                ++at;
            } while (at < text.size() && isBlank(text[at]) == blank && !isSpecial(text[at]) && text[at] != u'"'
                     && text[at] != u'(' && !QStringView(text).mid(at).startsWith(u"=?"));
            tokens.push_back({blank ? Token::Kind::Blank : Token::Kind::Atom, text.mid(start, at - start).toString()});
        }
    }
    return tokens;
}

using TokenIt = Tokens::const_iterator;

/// The words of a display name; blanks are kept single, comments left out.
QString phrase(TokenIt from, TokenIt to)
{
    QString name;
    for (; from != to; ++from) {
        if (from->kind == Token::Kind::Comment)
            continue;
        if (from->kind == Token::Kind::Blank)
            name += u' ';
        else
            name += from->text;
    }
    return decodeWords(name).trimmed();
}

/// An addr-spec from tokens, with blanks and comments around '.' and '@' (obs-local-part) left out.
model::MailAddress addrSpec(TokenIt from, TokenIt to)
{
    const auto at = std::find_if(std::make_reverse_iterator(to), std::make_reverse_iterator(from),
                                 [](const Token &t) { return t.is(u'@'); });
    if (at == std::make_reverse_iterator(from))
        return {};
    const TokenIt split = std::prev(at.base());
    const auto joined = [](TokenIt begin, TokenIt end) {
        QString text;
        bool gap = false;
        for (; begin != end; ++begin) {
            if (begin->kind == Token::Kind::Blank || begin->kind == Token::Kind::Comment) {
                gap = !text.isEmpty();
                continue;
            }
            if (gap && !text.endsWith(u'.') && !begin->text.startsWith(u'.'))
                return QString(); // two words are no addr-spec
            text += begin->text;
            gap = false;
        }
        return text;
    };
    auto address = model::MailAddress::fromParts(joined(from, split), joined(std::next(split), to));
    return address ? *std::move(address) : model::MailAddress();
}

/// "name <route:addr>" with whatever follows.
model::Mailbox angleMailbox(TokenIt from, TokenIt open, TokenIt to)
{
    TokenIt close = std::find_if(open, to, [](const Token &t) { return t.is(u'>'); });
    TokenIt start = std::next(open);
    while (start != close && start->kind == Token::Kind::Blank)
        ++start;
    if (start != close && start->is(u'@')) { // obs-route
        const TokenIt colon = std::find_if(start, close, [](const Token &t) { return t.is(u':'); });
        if (colon != close)
            start = std::next(colon);
    }
    model::Mailbox mailbox{phrase(from, open), addrSpec(start, close)};
    if (mailbox.name.isEmpty() && close != to)
        mailbox.name = phrase(std::next(close), to);
    return mailbox;
}

/// "addr (name)", or words in front of a bare address.
model::Mailbox bareMailbox(TokenIt from, TokenIt to)
{
    QString comment;
    for (TokenIt it = from; it != to; ++it) {
        if (it->kind == Token::Kind::Comment)
            comment = it->text;
    }
    model::Mailbox mailbox{{}, addrSpec(from, to)};
    const TokenIt at = std::find_if(from, to, [](const Token &t) { return t.is(u'@'); });
    if (mailbox.address.isNull() && at != to) {
        TokenIt start = at;
        while (start != from && std::prev(start)->kind != Token::Kind::Blank)
            --start;
        const TokenIt end = std::find_if(at, to, [](const Token &t) { return t.kind == Token::Kind::Blank; });
        mailbox = {phrase(from, start), addrSpec(start, end)};
    }
    if (mailbox.name.isEmpty())
        mailbox.name = decodeWords(comment).trimmed();
    return mailbox;
}

}

Mailboxes readMailboxes(QByteArrayView field, qsizetype limit, Groups groups)
{
    const Tokens tokens = tokenise(decodeEightBit(unfold(field)));
    Mailboxes result;
    TokenIt start = tokens.begin();
    TokenIt open = tokens.end(); // of this mailbox, if it has one
    bool inAngle = false;
    bool inGroup = false;
    const auto finish = [&](TokenIt end) {
        if (!inGroup || groups == Groups::Members) {
            model::Mailbox mailbox = open == tokens.end() ? bareMailbox(start, end) : angleMailbox(start, open, end);
            if (!mailbox.address.isNull())
                result.list.push_back(std::move(mailbox));
            else if (std::any_of(start, end, [](const Token &t) { return t.is(u'@'); }))
                result.malformed = true;
        }
        open = tokens.end();
        inAngle = false;
    };
    for (TokenIt it = tokens.begin(); it != tokens.end() && std::ssize(result.list) < limit; ++it) {
        if (it->is(u'<')) {
            if (open == tokens.end())
                open = it;
            inAngle = true;
        } else if (it->is(u'>')) {
            inAngle = false;
        } else if (it->is(u':') && !inAngle) { // the name of a group ends
            inGroup = true;
            start = std::next(it);
            open = tokens.end();
        } else if ((it->is(u',') && !inAngle) || it->is(u';')) {
            finish(it);
            inGroup = inGroup && !it->is(u';');
            start = std::next(it);
        }
    }
    if (std::ssize(result.list) < limit)
        finish(tokens.end());
    return result;
}

std::vector<QString> readMessageIds(QByteArrayView field)
{
    constexpr qsizetype longest = 998; // specification 3.3, type msgid
    const QString text = decodeEightBit(unfold(field));
    std::vector<QString> ids;
    qsizetype open = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'<') {
            open = i;
        } else if (c == u'>' && open >= 0) {
            const QStringView id = QStringView(text).mid(open, i - open + 1);
            if (id.size() > 2 && id.size() <= longest)
                ids.push_back(id.toString());
            open = -1;
        } else if (c.isSpace() || c.category() == QChar::Other_Control) {
            open = -1; // a msg-id holds neither
        }
    }
    return ids;
}

}
