// What a window of Qt costs: empty, the least there is; with "full", a list of 1,000 rows and a page of rich text beside
// it, as every program of this kind has them.
#include <QApplication>
#include <QListWidget>
#include <QMainWindow>
#include <QSplitter>
#include <QTextBrowser>

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QMainWindow window;
    window.resize(1000, 700);
    if (QApplication::arguments().value(1) == QLatin1String("full")) {
        auto *split = new QSplitter(&window);
        auto *list = new QListWidget(split);
        for (int i = 0; i < 1'000; ++i)
            list->addItem(QStringLiteral("Person %1 \u2013 \u4f60\u597d").arg(i));
        auto *page = new QTextBrowser(split);
        QString text;
        for (int i = 0; i < 50; ++i)
            text += QStringLiteral("<h3>Message %1</h3><p>Some <b>words</b> and \u4e00\u4e9b\u8bdd, as they come.</p>").arg(i);
        page->setHtml(text);
        window.setCentralWidget(split);
    }
    window.show();
    return QApplication::exec();
}
