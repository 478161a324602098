#pragma once

#include "core/display/DisplayList.h"
#include "core/html/Layout.h"
#include "core/html/Sanitizer.h"

#include <QFont>
#include <QFontMetrics>
#include <QHash>

// The library's headers shadow names and leave virtual destructors out.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor"
#pragma GCC diagnostic ignored "-Woverloaded-virtual"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wextra"
#include <litehtml/litehtml.h>
#pragma GCC diagnostic pop

#include <vector>

namespace isthmus::html {

/// The layout engine's container: measures with Qt's fonts, records instead of painting, fetches nothing.
class Recorder final : public litehtml::document_container
{
public:
    /// \p longestWord: letters of a word that is not cut.
    Recorder(const LayoutRequest &request, const SanitizedHtml &source, int longestWord);
    virtual ~Recorder() = default;

    [[nodiscard]] display::DisplayList take() { return std::move(m_list); }
    [[nodiscard]] bool overflowed() const { return m_overflowed; }

    litehtml::uint_ptr create_font(const char *faceName, int size, int weight, litehtml::font_style italic,
                                   unsigned int decoration, litehtml::font_metrics *fm) override;
    void delete_font(litehtml::uint_ptr) override {}
    int text_width(const char *text, litehtml::uint_ptr font) override;
    void draw_text(litehtml::uint_ptr, const char *text, litehtml::uint_ptr font, litehtml::web_color color,
                   const litehtml::position &pos) override;
    int pt_to_px(int pt) const override { return pt * 96 / 72; }
    int get_default_font_size() const override { return m_request.fontPixelSize; }
    const char *get_default_font_name() const override { return m_defaultFamily.constData(); }
    void draw_list_marker(litehtml::uint_ptr, const litehtml::list_marker &marker) override;
    void load_image(const char *, const char *, bool) override {}
    void get_image_size(const char *src, const char *, litehtml::size &size) override;
    void draw_background(litehtml::uint_ptr, const litehtml::background_paint &bg) override;
    void draw_borders(litehtml::uint_ptr, const litehtml::borders &borders, const litehtml::position &pos, bool) override;
    void set_caption(const char *) override {}
    void set_base_url(const char *) override {}
    void link(const std::shared_ptr<litehtml::document> &, const litehtml::element::ptr &) override {}
    void on_anchor_click(const char *, const litehtml::element::ptr &) override {}
    void set_cursor(const char *) override {}
    void transform_text(litehtml::tstring &text, litehtml::text_transform tt) override;
    void import_css(litehtml::tstring &text, const litehtml::tstring &, litehtml::tstring &) override { text.clear(); }
    void set_clip(const litehtml::position &pos, const litehtml::border_radiuses &, bool, bool) override;
    void del_clip() override;
    void get_client_rect(litehtml::position &client) const override;
    litehtml::element::ptr create_element(const char *, const litehtml::string_map &,
                                          const std::shared_ptr<litehtml::document> &) override
    {
        return nullptr;
    }
    void get_media_features(litehtml::media_features &media) const override;
    void get_language(litehtml::tstring &language, litehtml::tstring &) const override { language = "en"; }
    void split_text(const char *text, const std::function<void(const char *)> &onWord,
                    const std::function<void(const char *)> &onSpace) override;

private:
    struct MeasuredFont {
        QFont font;
        QFontMetrics metrics;
    };
    [[nodiscard]] QString resolveFamily(const QString &list) const;
    int pictureIndex(const char *src);
    void record(display::Op op);

    const LayoutRequest &m_request;
    const SanitizedHtml &m_source;
    const int m_longestWord;
    QByteArray m_defaultFamily;
    display::DisplayList m_list;
    std::vector<MeasuredFont> m_fonts;
    QHash<int, int> m_pictures; ///< index of the source → index of the list, -1 if it cannot be shown
    std::uint64_t m_pictureBytes = 0;
    int m_clips = 0;
    bool m_overflowed = false;
};

/// A picture from its file's bytes, PNG, JPEG or GIF by content, no larger than the card needs; width 0 if it
/// is none or its sides are absurd. Starts no thread (Qt's own conversions would, for large pictures).
[[nodiscard]] display::Picture decodePicture(const QByteArray &bytes, int maxWidth);

}
