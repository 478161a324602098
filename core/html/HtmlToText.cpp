#include "core/html/HtmlToText.h"

#include "core/html/Links.h"
#include "core/html/TagFilter.h"
#include "core/html/TextWriter.h"

#include <QHash>

#include <gumbo.h>

#include <algorithm>
#include <memory>

namespace isthmus::html {

namespace {

QString attribute(const GumboElement &element, const char *name)
{
    const GumboAttribute *found = gumbo_get_attribute(&element.attributes, name);
    return found ? QString::fromUtf8(found->value) : QString();
}

bool hasAttribute(const GumboElement &element, const char *name)
{
    return gumbo_get_attribute(&element.attributes, name) != nullptr;
}

/// True for 0, 0px, 0.0em, 0%.
bool isZero(QStringView value)
{
    qsizetype digits = 0;
    for (; digits < value.size() && (value[digits] == u'0' || value[digits] == u'.'); ++digits) {
    }
    return digits > 0 && value.contains(u'0')
           && std::all_of(value.begin() + digits, value.end(), [](QChar c) { return c.isLetter() || c == u'%'; });
}

/// True if a style attribute hides its element (specification 2.8).
bool hides(const QString &style)
{
    for (const QString &declaration : style.toLower().split(u';')) {
        const QString property = declaration.section(u':', 0, 0).trimmed();
        const QString value = declaration.section(u':', 1).section(u'!', 0, 0).trimmed();
        const bool hidden =
            (property == QLatin1String("display") && value == QLatin1String("none"))
            || (property == QLatin1String("visibility") && value == QLatin1String("hidden"))
            || ((property == QLatin1String("font-size") || property == QLatin1String("opacity")) && isZero(value));
        if (hidden)
            return true;
    }
    return false;
}

bool isDropped(const GumboElement &element)
{
    switch (element.tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_OPTGROUP:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_NOEMBED: return true;
    default: return hasAttribute(element, "hidden") || hides(attribute(element, "style"));
    }
}

enum class Flow : quint8 { Inline, OwnLine, Paragraph };

Flow flowOf(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ADDRESS:
    // Not named by the specification, but blocks all the same:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY: return Flow::OwnLine;
    case GUMBO_TAG_P:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_PRE: return Flow::Paragraph;
    default: return Flow::Inline;
    }
}

/// Walks the tree. Recursive: the filter has bounded the depth.
class Converter
{
public:
    explicit Converter(const HtmlLimits &limits) : m_writer(limits.text), m_depthLeft(limits.depth * 8) {}

    void children(const GumboVector &nodes, bool pre)
    {
        for (unsigned i = 0; i < nodes.length && !m_writer.isFull(); ++i)
            node(*static_cast<const GumboNode *>(nodes.data[i]), pre);
    }

    HtmlText result()
    {
        const bool full = m_writer.isFull();
        return {m_writer.take(), m_mismatch, full || m_tooDeep, m_tooDeep};
    }

private:
    void node(const GumboNode &node, bool pre)
    {
        switch (node.type) {
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_WHITESPACE:
        case GUMBO_NODE_CDATA: {
            const QString words = QString::fromUtf8(node.v.text.text);
            pre ? m_writer.preformatted(words) : m_writer.text(words);
            break;
        }
        case GUMBO_NODE_ELEMENT:
            if (m_depthLeft == 0) {
                m_tooDeep = true;
            } else if (!isDropped(node.v.element)) {
                --m_depthLeft;
                element(node, pre);
                ++m_depthLeft;
            }
            break;
        default: break;
        }
    }

    void element(const GumboNode &node, bool pre)
    {
        const GumboElement &element = node.v.element;
        switch (element.tag) {
        case GUMBO_TAG_BR: m_writer.lineBreak(); return;
        case GUMBO_TAG_HR:
            m_writer.ownLine();
            m_writer.text(QStringLiteral("---"));
            m_writer.ownLine();
            return;
        case GUMBO_TAG_IMG:
            if (const QString alt = attribute(element, "alt"); !alt.trimmed().isEmpty())
                m_writer.text(u'[' + alt.simplified() + u']');
            return;
        case GUMBO_TAG_BLOCKQUOTE:
            m_writer.startQuote();
            children(element.children, pre);
            m_writer.endQuote();
            return;
        case GUMBO_TAG_A: link(element, pre); return;
        default: block(node, pre);
        }
    }

    void block(const GumboNode &node, bool pre)
    {
        const GumboElement &element = node.v.element;
        const Flow flow = flowOf(element.tag);
        separate(flow);
        if (element.tag == GUMBO_TAG_LI)
            m_writer.startItem(marker(node));
        else if (element.tag == GUMBO_TAG_TD || element.tag == GUMBO_TAG_TH)
            m_writer.startCell(isFirstCell(node));
        children(element.children, pre || element.tag == GUMBO_TAG_PRE);
        separate(flow);
    }

    void separate(Flow flow)
    {
        if (flow == Flow::OwnLine)
            m_writer.ownLine();
        else if (flow == Flow::Paragraph)
            m_writer.ownParagraph();
    }

    void link(const GumboElement &element, bool pre)
    {
        const QString target = shownTarget(attribute(element, "href"));
        m_writer.startCapture();
        children(element.children, pre);
        const QString text = m_writer.endCapture();
        if (target.isEmpty() || isSameAsTarget(text, target))
            return;
        m_writer.literal(u'<' + target + u'>');
        m_mismatch = m_mismatch || namesOtherHost(text, target);
    }

    /// "- " or "3. ". Counts in the list itself, once for each item.
    QString marker(const GumboNode &item)
    {
        const GumboNode *list = item.parent;
        if (!list || list->type != GUMBO_NODE_ELEMENT || list->v.element.tag != GUMBO_TAG_OL)
            return QStringLiteral("- ");
        if (m_lists.isEmpty() || !m_lists.contains(list)) {
            bool valid = false;
            const int start = attribute(list->v.element, "start").toInt(&valid);
            m_lists.insert(list, valid ? start : 1);
        }
        return QStringLiteral("%1. ").arg(m_lists[list]++);
    }

    static bool isFirstCell(const GumboNode &cell)
    {
        const GumboNode *row = cell.parent;
        if (!row || row->type != GUMBO_NODE_ELEMENT)
            return true;
        for (unsigned i = 0; i < row->v.element.children.length; ++i) {
            const auto *other = static_cast<const GumboNode *>(row->v.element.children.data[i]);
            if (other->type == GUMBO_NODE_ELEMENT)
                return other == &cell;
        }
        return true;
    }

    TextWriter m_writer;
    qsizetype m_depthLeft;
    bool m_tooDeep = false;
    bool m_mismatch = false;
    QHash<const GumboNode *, int> m_lists; ///< next number of each ordered list
};

}

HtmlText htmlToText(const QString &html, const HtmlLimits &limits)
{
    const FilteredHtml filtered = filterTags(html.toUtf8(), limits);
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    const std::unique_ptr<GumboOutput, void (*)(GumboOutput *)> tree(
        gumbo_parse_with_options(&options, filtered.html.constData(), static_cast<size_t>(filtered.html.size())),
        [](GumboOutput *output) { gumbo_destroy_output(&kGumboDefaultOptions, output); });
    Converter converter(limits);
    converter.children(tree->document->v.document.children, false);
    HtmlText result = converter.result();
    result.exceeded = result.exceeded || filtered.exceeded;
    result.truncated = result.truncated || result.exceeded;
    return result;
}

}
