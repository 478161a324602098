#include "ui/timeline/TimelineView.h"

#include <QMenu>

#include <algorithm>

namespace isthmus::timeline {

using namespace model;

namespace {

constexpr std::size_t fewLinks = 4; ///< more would bury the rest of the menu

}

std::vector<Offer> TimelineView::offers(int row)
{
    std::vector<Offer> all;
    for (const ItemAction action : actionsFor(item(row), isFoldable(row))) {
        if (action != ItemAction::OpenAttachment) {
            all.push_back({actionText(action, item(row)), action, {}, {}});
            continue;
        }
        for (const Attachment &file : item(row).attachments) {
            if (file.blocked.isEmpty())
                all.push_back({tr("Save %1…").arg(file.name), action, file.part, {}});
        }
    }
    std::vector<ItemLayout::Link> offered; // a link that stands twice is offered once
    for (const ItemLayout::LinkPlace &place : layoutOf(row).links()) {
        if (std::find(offered.begin(), offered.end(), place.link) != offered.end())
            continue;
        offered.push_back(place.link);
        all.push_back({tr("Open %1", "where a link leads").arg(targetText(place.link.url)), std::nullopt, {}, place.link});
    }
    return all;
}

void TimelineView::take(int row, const Offer &offer)
{
    if (offer.action)
        trigger(row, *offer.action, offer.part);
    else
        Q_EMIT linkActivated(offer.link.url, offer.link.isMisleading);
}

QMenu *TimelineView::menuFor(int row, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setObjectName(QStringLiteral("itemMenu"));
    const std::vector<Offer> all = offers(row);
    const auto links =
        static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const Offer &offer) { return !offer.action; }));
    QMenu *linkMenu = links > fewLinks ? new QMenu(tr("Links"), menu) : menu;
    for (const Offer &offer : all) {
        QMenu *place = offer.action ? menu : linkMenu;
        // An ampersand of a name is none of a shortcut.
        QAction *entry = place->addAction(QString(offer.words).replace(u'&', QLatin1String("&&")));
        connect(entry, &QAction::triggered, this, [this, id = item(row).id, offer] { take(rowOf(id), offer); });
    }
    if (linkMenu != menu)
        menu->addMenu(linkMenu);
    return menu;
}

}
