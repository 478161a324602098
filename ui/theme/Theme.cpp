#include "ui/theme/Theme.h"

#include <cmath>

namespace isthmus::theme {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

Theme light()
{
    Theme t;
    t.scheme = Scheme::Light;
    t.surface = rgb(0xffffff);
    t.surfaceAlt = rgb(0xf3f5f8);
    t.card = rgb(0xfcfdfe);
    t.bubbleIn = rgb(0xeceff4);
    t.bubbleOut = rgb(0xdbeafd);
    t.bubbleLine = Qt::transparent;
    t.text = rgb(0x17202b);
    t.textMuted = rgb(0x4d5a68);
    t.line = rgb(0xd3d9e1);
    t.accent = rgb(0x1a5fb8);
    t.accentText = rgb(0xffffff);
    t.selection = rgb(0xc9def9);
    t.link = rgb(0x0b4fb0);
    t.danger = rgb(0xa8201a);
    t.success = rgb(0x17633a);
    t.warning = rgb(0x7a4700);
    t.focus = rgb(0x1a5fb8);
    return t;
}

Theme dark()
{
    Theme t;
    t.scheme = Scheme::Dark;
    t.surface = rgb(0x12171d);
    t.surfaceAlt = rgb(0x191f27);
    t.card = rgb(0x171d24);
    t.bubbleIn = rgb(0x242c36);
    t.bubbleOut = rgb(0x1d3a5c);
    t.bubbleLine = Qt::transparent;
    t.text = rgb(0xe7ecf2);
    t.textMuted = rgb(0xa9b4c0);
    t.line = rgb(0x333d49);
    t.accent = rgb(0x84b6ff);
    t.accentText = rgb(0x0a1829);
    t.selection = rgb(0x284468);
    t.link = rgb(0x9cc5ff);
    t.danger = rgb(0xffa79e);
    t.success = rgb(0x86dba8);
    t.warning = rgb(0xf4c57a);
    t.focus = rgb(0x84b6ff);
    return t;
}

Theme highContrast()
{
    Theme t;
    t.scheme = Scheme::HighContrast;
    t.surface = rgb(0x000000);
    t.surfaceAlt = rgb(0x000000);
    t.card = rgb(0x000000);
    t.bubbleIn = rgb(0x000000);
    t.bubbleOut = rgb(0x00264d);
    t.bubbleLine = rgb(0xffffff);
    t.text = rgb(0xffffff);
    t.textMuted = rgb(0xf0f0f0);
    t.line = rgb(0xffffff);
    t.accent = rgb(0xffe14d);
    t.accentText = rgb(0x000000);
    t.selection = rgb(0x00509e);
    t.link = rgb(0x9fd3ff);
    t.danger = rgb(0xffb3ab);
    t.success = rgb(0x9bf0bd);
    t.warning = rgb(0xffd796);
    t.focus = rgb(0xffe14d);
    return t;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

QColor mixed(const QColor &a, const QColor &b)
{
    return QColor((a.red() + b.red()) / 2, (a.green() + b.green()) / 2, (a.blue() + b.blue()) / 2);
}

void setForAllGroups(QPalette &palette, QPalette::ColorRole role, const QColor &colour)
{
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
        palette.setColor(group, role, colour);
}

}

const Theme &Theme::get(Scheme scheme)
{
    static const Theme themes[] = {light(), dark(), highContrast()};
    return themes[static_cast<int>(scheme)];
}

const Theme &Theme::of(const QPalette &palette)
{
    // AlternateBase and ToolTipBase are set by palette() alone and tell the three apart, also for
    // a widget whose Window or Base was set to something of its own.
    const QColor mark = palette.color(QPalette::Active, QPalette::AlternateBase);
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark, Scheme::HighContrast}) {
        if (get(scheme).surfaceAlt == mark)
            return get(scheme);
    }
    return get(palette.color(QPalette::Base).lightnessF() < 0.5F ? Scheme::Dark : Scheme::Light);
}

QPalette Theme::palette() const
{
    QPalette p;
    setForAllGroups(p, QPalette::Window, surfaceAlt);
    setForAllGroups(p, QPalette::Base, surface);
    setForAllGroups(p, QPalette::AlternateBase, surfaceAlt);
    setForAllGroups(p, QPalette::Button, scheme == Scheme::Dark ? bubbleIn : surfaceAlt);
    setForAllGroups(p, QPalette::ToolTipBase, card);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText}) {
        setForAllGroups(p, role, text);
        p.setColor(QPalette::Disabled, role, textMuted);
    }
    setForAllGroups(p, QPalette::PlaceholderText, textMuted);
    setForAllGroups(p, QPalette::Highlight, selection);
    setForAllGroups(p, QPalette::HighlightedText, text);
    setForAllGroups(p, QPalette::Link, link);
    setForAllGroups(p, QPalette::LinkVisited, link);
    // Fusion draws frames and bevels from these five.
    setForAllGroups(p, QPalette::Light, mixed(surface, bubbleIn));
    setForAllGroups(p, QPalette::Midlight, mixed(line, surface));
    setForAllGroups(p, QPalette::Mid, line);
    setForAllGroups(p, QPalette::Dark, line);
    setForAllGroups(p, QPalette::Shadow, scheme == Scheme::Light ? textMuted : rgb(0x000000));
    return p;
}

std::vector<TextPair> textPairs(const Theme &t)
{
    std::vector<TextPair> pairs;
    const std::pair<const char *, QColor> inks[] = {{"text", t.text},       {"textMuted", t.textMuted},
                                                    {"link", t.link},       {"danger", t.danger},
                                                    {"success", t.success}, {"warning", t.warning}};
    const QColor papers[] = {t.surface, t.surfaceAlt, t.card, t.bubbleIn, t.bubbleOut};
    for (const auto &[name, ink] : inks) {
        for (const QColor &paper : papers)
            pairs.push_back({name, ink, paper});
    }
    pairs.push_back({"text on selection", t.text, t.selection});
    pairs.push_back({"muted text on selection", t.textMuted, t.selection});
    pairs.push_back({"text on accent", t.accentText, t.accent});
    pairs.push_back({"accent as text", t.accent, t.surface});
    pairs.push_back({"accent as text in a list", t.accent, t.surfaceAlt});
    return pairs;
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a) + 0.05;
    const double two = luminance(b) + 0.05;
    return one > two ? one / two : two / one;
}

}
