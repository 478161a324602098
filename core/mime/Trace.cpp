#include "core/mime/Trace.h"

#include "core/mime/Charset.h"
#include "core/mime/Dates.h"

#include <algorithm>
#include <array>
#include <optional>

namespace isthmus::mime {

namespace {

struct Token {
    enum class Kind : quint8 { Word, Comment, Semicolon, Equals };
    Kind kind = Kind::Word;
    QString text;
};

/// Reads "..." or (...) from its opening character; comments nest.
QString enclosed(QStringView text, qsizetype &at)
{
    const bool comment = text[at] == u'(';
    int depth = 1;
    QString result;
    for (++at; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == u'\\' && at + 1 < text.size()) {
            result += text[++at];
            continue;
        }
        if (comment && c == u'(')
            ++depth;
        if (c == (comment ? u')' : u'"') && --depth == 0) {
            ++at;
            break;
        }
        result += c;
    }
    return result;
}

std::vector<Token> tokenise(QStringView text)
{
    std::vector<Token> tokens;
    qsizetype at = 0;
    while (at < text.size()) {
        const QChar c = text[at];
        if (c == u' ' || c == u'\t') {
            ++at;
        } else if (c == u';' || c == u'=') {
            tokens.push_back({c == u';' ? Token::Kind::Semicolon : Token::Kind::Equals, QString(c)});
            ++at;
        } else if (c == u'(') {
            tokens.push_back({Token::Kind::Comment, enclosed(text, at)});
        } else if (c == u'"') {
            tokens.push_back({Token::Kind::Word, enclosed(text, at)});
        } else {
            const qsizetype start = at;
            while (at < text.size() && !QStringView(u" \t;=(\"").contains(text[at]))
                ++at;
            tokens.push_back({Token::Kind::Word, text.mid(start, at - start).toString()});
        }
    }
    return tokens;
}

using TokenIt = std::vector<Token>::const_iterator;

/// "name = value" at \p it, which it then leaves behind; comments may stand anywhere.
std::optional<model::AuthenticationResults::Property> pair(TokenIt &it, TokenIt end, QString &comment)
{
    std::array<const Token *, 3> parts{};
    size_t count = 0;
    for (; it != end && count < parts.size(); ++it) {
        if (it->kind == Token::Kind::Comment)
            comment += (comment.isEmpty() ? QString() : QStringLiteral(" ")) + it->text;
        else
            parts[count++] = &*it;
    }
    const bool valid = count == 3 && parts[0]->kind == Token::Kind::Word && parts[1]->kind == Token::Kind::Equals
                       && parts[2]->kind == Token::Kind::Word;
    if (!valid)
        return std::nullopt;
    return model::AuthenticationResults::Property{parts[0]->text.toLower(), parts[2]->text};
}

/// One resinfo, from after its semicolon to \p end.
std::optional<model::AuthenticationResults::Method> method(TokenIt it, TokenIt end)
{
    model::AuthenticationResults::Method read;
    const auto result = pair(it, end, read.comment);
    if (!result)
        return std::nullopt;
    read.method = result->name.section(u'/', 0, 0); // without method-version
    read.result = result->value.toLower();
    while (it != end) {
        const auto property = pair(it, end, read.comment);
        if (!property)
            break;
        read.properties.push_back(*property);
    }
    return read;
}

QString flat(QByteArrayView field)
{
    return decodeEightBit(unfold(field));
}

}

model::Received readReceived(QByteArrayView field)
{
    const QString text = flat(field);
    model::Received received;
    const std::vector<Token> tokens = tokenise(text);
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens[i].kind == Token::Kind::Semicolon)
            break;
        const bool by =
            tokens[i].kind == Token::Kind::Word && tokens[i].text.compare(QLatin1String("by"), Qt::CaseInsensitive) == 0;
        if (by && tokens[i + 1].kind == Token::Kind::Word) {
            received.byHost = tokens[i + 1].text.toLower();
            break;
        }
    }
    if (const qsizetype semicolon = text.lastIndexOf(u';'); semicolon >= 0)
        received.at = readDate(QStringView(text).mid(semicolon + 1));
    return received;
}

model::AuthenticationResults readAuthenticationResults(QByteArrayView field)
{
    const std::vector<Token> tokens = tokenise(flat(field));
    model::AuthenticationResults results;
    const auto semicolon = [end = tokens.end()](TokenIt from) {
        return std::find_if(from, end, [](const Token &t) { return t.kind == Token::Kind::Semicolon; });
    };
    TokenIt at = tokens.begin();
    while (at != tokens.end() && at->kind == Token::Kind::Comment)
        ++at;
    if (at == tokens.end() || at->kind != Token::Kind::Word)
        return results;
    results.authservId = at->text.toLower();
    for (at = semicolon(at); at != tokens.end();) {
        const TokenIt next = semicolon(std::next(at));
        if (auto read = method(std::next(at), next))
            results.methods.push_back(*std::move(read));
        at = next;
    }
    return results;
}

std::vector<model::TraceField> readTrace(const HeaderBlock &header)
{
    std::vector<model::TraceField> trace;
    for (const Field &field : header.fields) {
        if (field.is("Received"))
            trace.emplace_back(readReceived(field.value));
        else if (field.is("Authentication-Results"))
            trace.emplace_back(readAuthenticationResults(field.value));
    }
    return trace;
}

}
