#include "core/html/Sanitizer.h"

#include "core/html/CssFilter.h"

#include <gumbo.h>

#include <QHash>
#include <QSet>
#include <QUrl>

#include <memory>

namespace isthmus::html {

namespace {

constexpr qsizetype maxInput = 16 << 20;
constexpr qsizetype maxOutput = 4 << 20;
constexpr int maxNodes = 100'000;  // 7.3
constexpr int maxDepth = 100;      // deeper elements are unwrapped; the engine's cost grows with depth
constexpr int maxTableDepth = 8;   // deeper tables become blocks: nested tables cost exponentially
constexpr int cheapTableDepth = 4; // deeper tables of one cell become blocks
constexpr int maxQuoteDepth = 6;

/// What becomes of an element.
enum class Fate : std::uint8_t { Unwrap, Keep, Drop };

Fate fateOf(GumboTag tag)
{
    switch (tag) {
    // clang-format off
    case GUMBO_TAG_A: case GUMBO_TAG_ABBR: case GUMBO_TAG_ADDRESS: case GUMBO_TAG_ARTICLE: case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_B: case GUMBO_TAG_BIG: case GUMBO_TAG_BLOCKQUOTE: case GUMBO_TAG_BR: case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER: case GUMBO_TAG_CITE: case GUMBO_TAG_CODE: case GUMBO_TAG_DD: case GUMBO_TAG_DEL:
    case GUMBO_TAG_DIV: case GUMBO_TAG_DL: case GUMBO_TAG_DT: case GUMBO_TAG_EM: case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE: case GUMBO_TAG_FONT: case GUMBO_TAG_FOOTER: case GUMBO_TAG_H1: case GUMBO_TAG_H2:
    case GUMBO_TAG_H3: case GUMBO_TAG_H4: case GUMBO_TAG_H5: case GUMBO_TAG_H6: case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HR: case GUMBO_TAG_I: case GUMBO_TAG_IMG: case GUMBO_TAG_INS: case GUMBO_TAG_KBD:
    case GUMBO_TAG_LI: case GUMBO_TAG_MAIN: case GUMBO_TAG_OL: case GUMBO_TAG_P: case GUMBO_TAG_PRE:
    case GUMBO_TAG_Q: case GUMBO_TAG_S: case GUMBO_TAG_SAMP: case GUMBO_TAG_SECTION: case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN: case GUMBO_TAG_STRIKE: case GUMBO_TAG_STRONG: case GUMBO_TAG_SUB: case GUMBO_TAG_SUP:
    case GUMBO_TAG_TABLE: case GUMBO_TAG_TBODY: case GUMBO_TAG_TD: case GUMBO_TAG_TFOOT: case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD: case GUMBO_TAG_TR: case GUMBO_TAG_TT: case GUMBO_TAG_U: case GUMBO_TAG_UL: case GUMBO_TAG_VAR:
        return Fate::Keep;
    case GUMBO_TAG_SCRIPT: case GUMBO_TAG_STYLE: case GUMBO_TAG_HEAD: case GUMBO_TAG_TITLE: case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NOSCRIPT: case GUMBO_TAG_SVG: case GUMBO_TAG_MATH: case GUMBO_TAG_OBJECT: case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_EMBED: case GUMBO_TAG_APPLET: case GUMBO_TAG_INPUT: case GUMBO_TAG_BUTTON: case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA: case GUMBO_TAG_AUDIO: case GUMBO_TAG_VIDEO: case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_LINK: case GUMBO_TAG_META: case GUMBO_TAG_BASE: case GUMBO_TAG_COL: case GUMBO_TAG_COLGROUP:
    case GUMBO_TAG_FRAMESET: case GUMBO_TAG_FRAME: case GUMBO_TAG_DATALIST: case GUMBO_TAG_OPTION:
        // clang-format on
        return Fate::Drop;
    default: return Fate::Unwrap;
    }
}

bool isVoid(GumboTag tag)
{
    return tag == GUMBO_TAG_BR || tag == GUMBO_TAG_HR || tag == GUMBO_TAG_IMG;
}

QString attribute(const GumboElement &element, const char *name)
{
    const GumboAttribute *found = gumbo_get_attribute(&element.attributes, name);
    return found ? QString::fromUtf8(found->value) : QString();
}

QString escaped(const QString &text)
{
    return text.toHtmlEscaped(); // also quotes
}

/// "120", "120px" or "50%" as a CSS length; empty for anything else.
QString htmlLength(const QString &value)
{
    static constexpr int cap = 4'000;
    QString digits = value.trimmed();
    const bool percent = digits.endsWith(u'%');
    if (percent)
        digits.chop(1);
    else if (digits.endsWith(QLatin1String("px"), Qt::CaseInsensitive))
        digits.chop(2);
    bool ok = false;
    const int number = static_cast<int>(digits.toDouble(&ok));
    if (!ok || number < 0)
        return {};
    return percent ? QString::number(std::min(number, 100)) + u'%'
                   : QString::number(std::min(number, cap)) + QStringLiteral("px");
}

QString htmlColour(const QString &value)
{
    const QString colour = value.trimmed();
    const bool plain = !colour.isEmpty() && colour.size() <= 30 && std::all_of(colour.begin(), colour.end(), [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'#');
    });
    return plain ? colour : QString();
}

QString hostOf(const QString &url)
{
    return QUrl(url.startsWith(QLatin1String("//")) ? QStringLiteral("https:") + url : url).host();
}

class Writer
{
public:
    explicit Writer(const SanitizeOptions &options) : m_options(options) {}

    SanitizedHtml run(const GumboNode *document)
    {
        collectSheets(document);
        walk(document);
        for (const QString &url : std::as_const(m_findings.remotePictures))
            addRemote(url);
        m_result.hasDarkRules = m_findings.hasDarkRules;
        return std::move(m_result);
    }

private:
    /// An element on the way down whose end is still to be written.
    struct Frame {
        const GumboNode *node = nullptr;
        unsigned int child = 0;
        QString close;
        int tables = 0; ///< enclosing tables that are kept
        int quotes = 0;
        QString cellPadding;
        bool dissolving = false; ///< inside a table that is written as blocks
    };

    [[nodiscard]] CssContext css(bool replaced) const { return {m_options.dark, replaced, m_options.dropWidths}; }

    void collectSheets(const GumboNode *root)
    {
        std::vector<const GumboNode *> pending{root};
        int nodes = 0;
        while (!pending.empty() && ++nodes < maxNodes) {
            const GumboNode *node = pending.back();
            pending.pop_back();
            if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_DOCUMENT)
                continue;
            const GumboVector &children =
                node->type == GUMBO_NODE_DOCUMENT ? node->v.document.children : node->v.element.children;
            if (node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == GUMBO_TAG_STYLE) {
                for (unsigned int i = 0; i < children.length; ++i) {
                    const auto *text = static_cast<const GumboNode *>(children.data[i]);
                    m_result.styleSheet += filterStyleSheet(QString::fromUtf8(text->v.text.text), css(false), m_findings);
                }
                continue;
            }
            for (unsigned int i = children.length; i > 0; --i)
                pending.push_back(static_cast<const GumboNode *>(children.data[i - 1]));
        }
    }

    void walk(const GumboNode *document)
    {
        std::vector<Frame> stack;
        stack.push_back({document, 0, {}, 0, 0, {}, false});
        while (!stack.empty()) {
            Frame &frame = stack.back();
            const GumboVector &children =
                frame.node->type == GUMBO_NODE_DOCUMENT ? frame.node->v.document.children : frame.node->v.element.children;
            if (frame.child >= children.length || m_result.truncated) {
                m_result.body += frame.close;
                stack.pop_back();
                continue;
            }
            const auto *child = static_cast<const GumboNode *>(children.data[frame.child++]);
            if (++m_nodes > maxNodes || m_result.body.size() > maxOutput) {
                m_result.truncated = true;
                continue;
            }
            if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE || child->type == GUMBO_NODE_CDATA)
                m_result.body += escaped(QString::fromUtf8(child->v.text.text));
            else if (child->type == GUMBO_NODE_ELEMENT)
                enter(child, stack);
        }
    }

    void enter(const GumboNode *node, std::vector<Frame> &stack)
    {
        const GumboElement &element = node->v.element;
        Frame inner = stack.back();
        inner.node = node;
        inner.child = 0;
        inner.close.clear();
        Fate fate = element.tag_namespace == GUMBO_NAMESPACE_HTML ? fateOf(element.tag) : Fate::Drop;
        if (fate == Fate::Drop)
            return;
        if (element.tag == GUMBO_TAG_BODY || element.tag == GUMBO_TAG_HTML)
            noteBody(element);
        if (fate == Fate::Keep && static_cast<int>(stack.size()) > maxDepth)
            fate = Fate::Unwrap;
        if (fate == Fate::Keep && element.tag == GUMBO_TAG_BLOCKQUOTE) {
            if (m_options.foldQuotes && inner.quotes == 0 && isTrailing(node)) {
                fold(node);
                return;
            }
            if (++inner.quotes > maxQuoteDepth)
                fate = Fate::Unwrap;
        }
        if (fate == Fate::Keep)
            open(element, inner);
        stack.push_back(std::move(inner));
    }

    void noteBody(const GumboElement &element)
    {
        if (attribute(element, "dir").compare(QLatin1String("rtl"), Qt::CaseInsensitive) == 0)
            m_result.rightToLeft = true;
        if (element.tag == GUMBO_TAG_BODY)
            m_result.bodyStyle = style(element, {});
    }

    /// Nothing but white space follows the node up to the end of the document.
    static bool isTrailing(const GumboNode *node)
    {
        while (node->parent && node->parent->type == GUMBO_NODE_ELEMENT) {
            const GumboVector &siblings = node->parent->v.element.children;
            for (unsigned int i = static_cast<unsigned int>(node->index_within_parent) + 1; i < siblings.length; ++i) {
                const auto *sibling = static_cast<const GumboNode *>(siblings.data[i]);
                if (sibling->type == GUMBO_NODE_TEXT)
                    return false;
                if (sibling->type == GUMBO_NODE_ELEMENT && sibling->v.element.tag != GUMBO_TAG_BR
                    && sibling->v.element.children.length > 0)
                    return false;
            }
            node = node->parent;
        }
        return true;
    }

    void fold(const GumboNode *quote)
    {
        int lines = 1;
        std::vector<const GumboNode *> pending{quote};
        while (!pending.empty() && ++m_nodes < maxNodes) {
            const GumboNode *node = pending.back();
            pending.pop_back();
            if (node->type != GUMBO_NODE_ELEMENT)
                continue;
            const GumboTag tag = node->v.element.tag;
            if (tag == GUMBO_TAG_BR || tag == GUMBO_TAG_P || tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_TR
                || tag == GUMBO_TAG_LI)
                ++lines;
            for (unsigned int i = 0; i < node->v.element.children.length; ++i)
                pending.push_back(static_cast<const GumboNode *>(node->v.element.children.data[i]));
        }
        m_result.foldedLines += lines;
    }

    static bool hasOneCell(const GumboElement &table)
    {
        int cells = 0;
        std::vector<const GumboNode *> pending;
        const auto push = [&](const GumboVector &children) {
            for (unsigned int i = 0; i < children.length; ++i)
                pending.push_back(static_cast<const GumboNode *>(children.data[i]));
        };
        push(table.children);
        while (!pending.empty() && cells < 2) {
            const GumboNode *node = pending.back();
            pending.pop_back();
            if (node->type != GUMBO_NODE_ELEMENT)
                continue;
            const GumboTag tag = node->v.element.tag;
            if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH)
                ++cells;
            else
                push(node->v.element.children);
        }
        return cells < 2;
    }

    void open(const GumboElement &element, Frame &frame)
    {
        QString name = QString::fromLatin1(gumbo_normalized_tagname(element.tag));
        if (element.tag == GUMBO_TAG_TABLE) {
            frame.dissolving = frame.tables >= maxTableDepth || (frame.tables >= cheapTableDepth && hasOneCell(element));
            if (!frame.dissolving)
                ++frame.tables;
            frame.cellPadding = htmlLength(attribute(element, "cellpadding"));
        }
        const bool tablePart = element.tag == GUMBO_TAG_TABLE || element.tag == GUMBO_TAG_TR || element.tag == GUMBO_TAG_TD
                               || element.tag == GUMBO_TAG_TH || element.tag == GUMBO_TAG_TBODY
                               || element.tag == GUMBO_TAG_THEAD || element.tag == GUMBO_TAG_TFOOT
                               || element.tag == GUMBO_TAG_CAPTION;
        if (tablePart && frame.dissolving)
            name = QStringLiteral("div");
        if (element.tag == GUMBO_TAG_IMG && !openPicture(element))
            return;
        if (element.tag != GUMBO_TAG_IMG)
            m_result.body += u'<' + name;
        commonAttributes(element, frame);
        if (element.tag == GUMBO_TAG_A)
            linkAttribute(element);
        if (!frame.dissolving)
            tableAttributes(element);
        m_result.body += u'>';
        if (!isVoid(element.tag))
            frame.close = QStringLiteral("</") + name + u'>';
    }

    void commonAttributes(const GumboElement &element, const Frame &frame)
    {
        put("class", nameList(attribute(element, "class")));
        put("id", nameList(attribute(element, "id")));
        const QString direction = attribute(element, "dir").toLower();
        if (direction == QLatin1String("rtl") || direction == QLatin1String("ltr"))
            put("dir", direction);
        const QString align = attribute(element, "align").toLower();
        if (align == QLatin1String("left") || align == QLatin1String("right") || align == QLatin1String("center"))
            put("align", align);
        put("style", style(element, frame.cellPadding));
    }

    void tableAttributes(const GumboElement &element)
    {
        for (const char *span : {"colspan", "rowspan"}) {
            const int count = attribute(element, span).toInt();
            if (count > 1)
                put(span, QString::number(std::min(count, 50)));
        }
        if (element.tag == GUMBO_TAG_TABLE) {
            const QString spacing = htmlLength(attribute(element, "cellspacing"));
            if (!spacing.isEmpty() && !spacing.endsWith(u'%'))
                put("cellspacing", spacing.chopped(2));
            if (attribute(element, "border").toInt() > 0)
                put("border", QStringLiteral("1"));
        }
        if (element.tag == GUMBO_TAG_OL) {
            if (const int start = attribute(element, "start").toInt(); start > 0)
                put("start", QString::number(std::min(start, 1'000'000)));
        }
    }

    /// Presentational attributes as declarations, then the sender's own style, which wins.
    QString style(const GumboElement &element, const QString &cellPadding)
    {
        QString text;
        const auto add = [&](const char *property, const QString &value) {
            if (!value.isEmpty())
                text += QLatin1String(property) + u':' + value + u';';
        };
        const bool picture = element.tag == GUMBO_TAG_IMG;
        const bool cell = element.tag == GUMBO_TAG_TD || element.tag == GUMBO_TAG_TH;
        add("background-color", htmlColour(attribute(element, "bgcolor")));
        if (cell || picture || element.tag == GUMBO_TAG_TABLE || element.tag == GUMBO_TAG_HR)
            add("width", width(element));
        if (picture)
            add("height", htmlLength(attribute(element, "height")));
        if (cell) {
            const QString height = htmlLength(attribute(element, "height"));
            add("min-height", height.endsWith(u'%') ? QString() : height);
            add("padding", cellPadding);
            add("vertical-align", htmlColour(attribute(element, "valign")).toLower());
        }
        if (element.tag == GUMBO_TAG_FONT)
            text += fontStyle(element);
        if (element.tag == GUMBO_TAG_BODY)
            add("color", htmlColour(attribute(element, "text")));
        return text + filterDeclarations(attribute(element, "style"), css(picture), m_findings);
    }

    QString width(const GumboElement &element) const
    {
        const QString length = htmlLength(attribute(element, "width"));
        return m_options.dropWidths && !length.endsWith(u'%') ? QString() : length;
    }

    /// <font>, which people still quote, as declarations.
    QString fontStyle(const GumboElement &element)
    {
        QString text;
        if (const QString colour = htmlColour(attribute(element, "color")); !colour.isEmpty())
            text += QStringLiteral("color:%1;").arg(colour);
        if (const QString face = attribute(element, "face"); !face.isEmpty() && face.size() < 200)
            text += QStringLiteral("font-family:%1;").arg(face);
        static constexpr int pixels[] = {0, 10, 13, 16, 18, 24, 32, 48};
        const QString size = attribute(element, "size").trimmed();
        int step = size.toInt();
        if (size.startsWith(u'+') || size.startsWith(u'-'))
            step += 3;
        if (step >= 1)
            text += QStringLiteral("font-size:%1px;").arg(pixels[std::min(step, 7)]);
        return filterDeclarations(text, css(false), m_findings);
    }

    void linkAttribute(const GumboElement &element)
    {
        const QUrl url(attribute(element, "href").trimmed());
        const QString scheme = url.scheme().toLower();
        if (scheme != QLatin1String("http") && scheme != QLatin1String("https") && scheme != QLatin1String("mailto")
            && scheme != QLatin1String("xmpp"))
            return;
        const QString target = url.toString(QUrl::FullyEncoded);
        // An address that is none (a host of impossible characters) has a scheme and no text.
        if (!url.isValid() || target.isEmpty() || target.size() > 4'000 || m_result.links.size() >= 9'999)
            return;
        put("href", QString::number(m_result.links.size()));
        m_result.links.push_back({target, false});
    }

    /// False if there is nothing to show. The text that stands for a picture is kept either way.
    bool openPicture(const GumboElement &element)
    {
        const QString source = attribute(element, "src").trimmed();
        const QString alternative = attribute(element, "alt").simplified();
        const bool local = source.startsWith(QLatin1String("cid:"), Qt::CaseInsensitive)
                           || source.startsWith(QLatin1String("data:image/"), Qt::CaseInsensitive);
        if (local && m_result.pictures.size() < 500) {
            m_result.body += QStringLiteral("<img src=\"%1\"").arg(m_result.pictures.size());
            m_result.pictures.append(source);
            if (!alternative.isEmpty())
                put("alt", alternative.left(500)); // not drawn: it names a link that is nothing but a picture
            return true;
        }
        addRemote(source);
        if (!alternative.isEmpty())
            m_result.body += QStringLiteral("<span class=\"isthmus-alt\">%1</span>").arg(escaped(alternative.left(500)));
        return false;
    }

    void addRemote(const QString &url)
    {
        const QString host = hostOf(url);
        if (host.isEmpty() || url.size() > 4'000 || m_result.remotePictures.size() >= 2'000 || m_remoteSeen.contains(url))
            return;
        m_remoteSeen.insert(url);
        m_result.remotePictures.push_back({url, host});
    }

    static QString nameList(const QString &names)
    {
        QStringList kept;
        for (const QString &name : names.split(u' ', Qt::SkipEmptyParts)) {
            const bool plain = name.size() <= 100 && std::all_of(name.begin(), name.end(), [](QChar c) {
                                   return c.isLetterOrNumber() || c == u'-' || c == u'_';
                               });
            if (plain && !name.startsWith(QLatin1String("isthmus-")) && kept.size() < 20)
                kept.append(name);
        }
        return kept.join(u' ');
    }

    void put(const char *name, const QString &value)
    {
        if (!value.isEmpty())
            m_result.body += u' ' + QLatin1String(name) + QStringLiteral("=\"") + escaped(value) + u'"';
    }

    const SanitizeOptions &m_options;
    SanitizedHtml m_result;
    CssFindings m_findings;
    QSet<QString> m_remoteSeen;
    int m_nodes = 0;
};

struct OutputDeleter {
    void operator()(GumboOutput *output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};

}

base::Result<SanitizedHtml> sanitize(const QByteArray &utf8, const SanitizeOptions &options)
{
    if (utf8.size() > maxInput)
        return base::Error{base::Fault::TooLarge, QStringLiteral("HTML over 16 MiB")};
    GumboOptions gumbo = kGumboDefaultOptions;
    gumbo.max_errors = 0;
    const std::unique_ptr<GumboOutput, OutputDeleter> output(
        gumbo_parse_with_options(&gumbo, utf8.constData(), static_cast<size_t>(utf8.size())));
    return Writer(options).run(output->document);
}

}
