#include "ui/shell/JourneyDialog.h"

#include "ui/shell/JourneyText.h"
#include "ui/theme/Appearance.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace isthmus::shell {

namespace {

constexpr int widthCharacters = 92; ///< about 640 pixels with the usual font
constexpr int heightLines = 28;

QListWidget *listOf(const QStringList &lines, const QString &objectName, const QString &spoken, QWidget *parent)
{
    auto *list = new QListWidget(parent);
    list->setObjectName(objectName);
    list->setAccessibleName(spoken);
    list->setWordWrap(true);
    list->setTextElideMode(Qt::ElideNone);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->addItems(lines);
    list->setCurrentRow(0);
    return list;
}

}

JourneyDialog::JourneyDialog(const model::Journey &journey, const QString &person, QWidget *parent) : QDialog(parent)
{
    namespace grid = theme::grid;
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("journeyDialog"));
    setWindowTitle(tr("Where is this message?"));
    const QString answer = JourneyText::answer(journey, person);
    const QStringList stations = JourneyText::stations(journey);
    const QStringList facts = JourneyText::facts(journey);

    auto *verdict = new QLabel(answer, this);
    verdict->setObjectName(QStringLiteral("journeyAnswer"));
    verdict->setTextFormat(Qt::PlainText);
    verdict->setWordWrap(true);
    theme::setTextRole(*verdict, theme::TextRole::Heading);
    auto *way = new QLabel(tr("Its &way"), this);
    auto *wayList = listOf(stations, QStringLiteral("journeyStations"), tr("Its way"), this);
    way->setBuddy(wayList);
    auto *names = new QLabel(tr("For the &logs"), this);
    auto *factList = listOf(facts, QStringLiteral("journeyFacts"), tr("For the logs"), this);
    names->setBuddy(factList);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("Copy all"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyJourney"));
    connect(copy, &QPushButton::clicked, this, [answer, stations, facts] {
        QGuiApplication::clipboard()->setText((QStringList{answer} + stations + facts).join(QLatin1Char('\n')));
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid::wide, grid::wide, grid::wide, grid::wide);
    layout->setSpacing(grid::unit);
    layout->addWidget(verdict);
    layout->addWidget(way);
    layout->addWidget(wayList, 3);
    layout->addWidget(names);
    layout->addWidget(factList, 2);
    layout->addWidget(buttons);
    wayList->setFocus();
    resize(fontMetrics().averageCharWidth() * widthCharacters, fontMetrics().height() * heightLines);
}

}
