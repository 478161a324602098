// isthmus-sheet SHEET.png FOLDER: the pictures of a folder in one, each with its name. The name of a file is
// "screen, state; look.png": a row for each screen and state, a column for each look.
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QMap>
#include <QPainter>
#include <QTextStream>

#include <algorithm>

namespace {

constexpr int cellWidth = 360;
constexpr int cellHeight = 240;
constexpr int space = 12;
constexpr int label = 22;

const QStringList order = {QStringLiteral("light"),         QStringLiteral("dark"),          QStringLiteral("high contrast"),
                           QStringLiteral("right to left"), QStringLiteral("letters 200 %"), QStringLiteral("200 %"),
                           QStringLiteral("300 %")};

void paintCell(QPainter &painter, const QRect &cell, const QString &file, const QString &words)
{
    painter.drawText(QRect(cell.topLeft(), QSize(cell.width(), label)), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(words, Qt::ElideMiddle, cell.width()));
    const QImage picture(file);
    const QSize room = cell.size() - QSize(0, label);
    const bool fits = picture.width() <= room.width() && picture.height() <= room.height();
    const QImage small = fits ? picture : picture.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    const QPoint place = cell.topLeft() + QPoint(0, label);
    painter.drawImage(place, small);
    painter.drawRect(QRect(place, small.size()).adjusted(-1, -1, 0, 0));
}

}

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    if (argc != 3)
        return 2;
    const QDir folder(QString::fromLocal8Bit(argv[2]));
    QMap<QString, QMap<int, QString>> rows; // screen and state -> place of the look -> file
    int columns = 0;
    for (const QString &file : folder.entryList({QStringLiteral("*.png")}, QDir::Files)) {
        const QString look = file.section(QStringLiteral("; "), -1).chopped(4);
        const int column = std::max(0, static_cast<int>(order.indexOf(look)));
        rows[file.section(QStringLiteral("; "), 0, 0)].insert(column, file);
        columns = std::max(columns, column + 1);
    }
    if (rows.isEmpty()) {
        QTextStream(stderr) << "isthmus-sheet: no pictures in " << folder.path() << "\n";
        return 1;
    }
    // Two halves beside each other: a sheet is looked at on a wide screen.
    const int lines = (static_cast<int>(rows.size()) + 1) / 2;
    const int half = columns * (cellWidth + space) + 2 * space;
    QImage sheet(2 * half, space + lines * (cellHeight + label + space), QImage::Format_RGB32);
    sheet.fill(Qt::white);
    QPainter painter(&sheet);
    painter.setPen(Qt::black);
    int line = 0;
    for (auto row = rows.cbegin(); row != rows.cend(); ++row, ++line) {
        const int left = space + (line < lines ? 0 : half);
        const int top = space + line % lines * (cellHeight + label + space);
        for (auto look = row->cbegin(); look != row->cend(); ++look) {
            const QRect cell(left + look.key() * (cellWidth + space), top, cellWidth, cellHeight + label);
            paintCell(painter, cell, folder.filePath(look.value()), look.value().chopped(4));
        }
    }
    painter.end();
    if (!sheet.save(QString::fromLocal8Bit(argv[1])))
        return 1;
    QTextStream(stdout) << argv[1] << ": " << rows.size() << " states\n";
    return 0;
}
