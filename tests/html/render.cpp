// isthmus-render FILE.html FILE.png [WIDTH] [dark] [text]: lays one HTML body out and saves its picture; prints its text.
#include "core/display/DisplayPainter.h"
#include "core/html/Layout.h"

#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <cstdio>

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() < 3)
        return 2;
    QFile file(arguments[1]);
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    isthmus::html::LayoutRequest request;
    request.width = arguments.size() > 3 ? arguments[3].toInt() : 600;
    request.dark = arguments.contains(QStringLiteral("dark"));
    request.fontFamily = QStringLiteral("Noto Sans");
    request.monospaceFamily = QStringLiteral("DejaVu Sans Mono");
    request.foldQuotes = !arguments.contains(QStringLiteral("unfolded"));
    const auto laid = isthmus::html::layoutHtml(file.readAll(), request);
    if (!laid) {
        std::fprintf(stderr, "%s\n", qPrintable(laid.error().detail));
        return 1;
    }
    const isthmus::display::DisplayList &list = laid->list;
    QImage image(std::max(list.width, request.width) + 24, std::min(list.height, 6'000) + 24, QImage::Format_RGB32);
    image.fill(request.dark ? 0xff202124 : 0xffffffff);
    QPainter painter(&image);
    painter.translate(12, 12);
    isthmus::display::DisplayPainter(list).paint(painter, {0, 0, list.width, list.height});
    painter.end();
    std::printf("%dx%d ops %zu runs %zu links %zu remote %zu folded %d\n", list.width, list.height, list.ops.size(),
                list.runs.size(), list.links.size(), list.remotePictures.size(), laid->foldedLines);
    if (arguments.contains(QStringLiteral("text")))
        std::printf("%s\n", qPrintable(list.text()));
    return image.save(arguments[2]) ? 0 : 1;
}
