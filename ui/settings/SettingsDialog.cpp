#include "ui/settings/SettingsDialog.h"

#include "ui/theme/Appearance.h"
#include "ui/widgets/ScrollPage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace isthmus::settings {

using theme::SchemeChoice;

SettingsDialog::SettingsDialog(SchemeChoice scheme, const Preferences &preferences,
                               const std::vector<model::Account> &accounts, bool secretsPersist, QWidget *parent)
    : QDialog(parent), m_preferences(preferences)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("settings"));
    setWindowTitle(tr("Settings"));
    auto *page = new QWidget;
    auto *column = m_column = new QVBoxLayout(page);
    column->setSpacing(theme::grid::wide);
    addLook(*column, scheme);
    addNotifications(*column);
    addTray(*column);
    for (const model::Account &account : accounts)
        addAccount(*column, account);
    m_groups = column->count();
    auto *secrets = new QLabel(secretsPersist ? tr("Passwords are kept in the system keyring, nowhere else.")
                                              : tr("This system has no keyring: passwords are kept in memory and "
                                                   "forgotten when Isthmus is closed."),
                               this);
    secrets->setWordWrap(true);
    theme::setInk(*secrets, &theme::Theme::textMuted);
    column->addWidget(secrets);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(new widgets::ScrollPage(page, this)); // on a small screen, or in large letters, it is scrolled
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    buttons->setContentsMargins(theme::grid::wide, theme::grid::unit, theme::grid::wide, theme::grid::wide);
    outer->addWidget(buttons);
}

QSize SettingsDialog::sizeHint() const
{
    const QSize page = m_column->parentWidget()->sizeHint();
    const QSize frame = QDialog::sizeHint();
    constexpr double share = 0.8; // of the screen; the rest is scrolled
    const int most = static_cast<int>(screen()->availableSize().height() * share);
    return {frame.width(), std::min(page.height() + layout()->itemAt(1)->sizeHint().height(), most)};
}

void SettingsDialog::addGroup(QWidget *group)
{
    m_column->insertWidget(m_groups++, group);
}

void SettingsDialog::addLook(QVBoxLayout &column, SchemeChoice scheme)
{
    auto *group = new QGroupBox(tr("Look"), this);
    auto *form = new QFormLayout(group);
    auto *choice = new QComboBox(group);
    choice->setObjectName(QStringLiteral("scheme"));
    choice->setAccessibleName(tr("Colours"));
    choice->addItem(tr("As the desktop"), static_cast<int>(SchemeChoice::System));
    choice->addItem(tr("Light"), static_cast<int>(SchemeChoice::Light));
    choice->addItem(tr("Dark"), static_cast<int>(SchemeChoice::Dark));
    choice->addItem(tr("High contrast"), static_cast<int>(SchemeChoice::HighContrast));
    choice->setCurrentIndex(choice->findData(static_cast<int>(scheme)));
    connect(choice, &QComboBox::currentIndexChanged, this,
            [this, choice] { Q_EMIT schemeChosen(static_cast<SchemeChoice>(choice->currentData().toInt())); });
    form->addRow(tr("&Colours"), choice);
    auto *layout = new widgets::LayoutBox(group);
    layout->setChoice(m_preferences.layout);
    connect(layout, &widgets::LayoutBox::chosen, this, [this](widgets::WindowLayout chosen) {
        m_preferences.layout = chosen;
        Q_EMIT preferencesChosen(m_preferences);
    });
    form->addRow(tr("Layout"), layout);
    column.addWidget(group);
}

void SettingsDialog::addNotifications(QVBoxLayout &column)
{
    auto *group = new QGroupBox(tr("Notifications"), this);
    auto *layout = new QVBoxLayout(group);
    const auto addBox = [&](const QString &name, const QString &text, bool isOn) {
        auto *box = new QCheckBox(text, group);
        box->setObjectName(name);
        box->setChecked(isOn);
        layout->addWidget(box);
        return box;
    };
    auto *shown = addBox(QStringLiteral("notify"), tr("Tell of new messages"), m_preferences.notify);
    auto *detail = new QComboBox(group);
    detail->setObjectName(QStringLiteral("notifyDetail"));
    detail->setAccessibleName(tr("What a notification tells"));
    detail->setToolTip(tr("Notifications may be read on a locked screen"));
    detail->addItem(tr("Who wrote, and the first words"), static_cast<int>(NoticeDetail::Words));
    detail->addItem(tr("Who wrote"), static_cast<int>(NoticeDetail::Sender));
    detail->addItem(tr("Only how many there are"), static_cast<int>(NoticeDetail::Count));
    detail->setCurrentIndex(detail->findData(static_cast<int>(m_preferences.noticeDetail)));
    layout->addWidget(detail);
    auto *quiet =
        addBox(QStringLiteral("quietHours"), tr("Be quiet every day between these times"), m_preferences.quietHours);
    auto *hours = new QHBoxLayout;
    const auto addTime = [&](const QString &name, const QString &spoken, QTime time) {
        auto *edit = new QTimeEdit(time, group);
        edit->setObjectName(name);
        edit->setAccessibleName(spoken);
        // Nobody is quiet to the second, which the C locale's short format has.
        edit->setDisplayFormat(QLocale().timeFormat(QLocale::ShortFormat).remove(QStringLiteral(":ss")));
        hours->addWidget(edit);
        return edit;
    };
    auto *from = addTime(QStringLiteral("quietFrom"), tr("Quiet from"), m_preferences.quietFrom);
    auto *to = addTime(QStringLiteral("quietTo"), tr("Quiet until"), m_preferences.quietTo);
    hours->addStretch(1);
    layout->addLayout(hours);
    const auto enable = [shown, detail, quiet, from, to] {
        detail->setEnabled(shown->isChecked());
        quiet->setEnabled(shown->isChecked());
        from->setEnabled(shown->isChecked() && quiet->isChecked());
        to->setEnabled(shown->isChecked() && quiet->isChecked());
    };
    const auto take = [this, enable, shown, detail, quiet, from, to] {
        enable();
        m_preferences.notify = shown->isChecked();
        m_preferences.noticeDetail = static_cast<NoticeDetail>(detail->currentData().toInt());
        m_preferences.quietHours = quiet->isChecked();
        m_preferences.quietFrom = from->time();
        m_preferences.quietTo = to->time();
        Q_EMIT preferencesChosen(m_preferences);
    };
    for (const QCheckBox *box : {shown, quiet})
        connect(box, &QCheckBox::toggled, this, take);
    connect(detail, &QComboBox::currentIndexChanged, this, take);
    for (const QTimeEdit *edit : {from, to})
        connect(edit, &QTimeEdit::timeChanged, this, take);
    enable();
    column.addWidget(group);
}

void SettingsDialog::addTray(QVBoxLayout &column)
{
    auto *group = new QGroupBox(tr("When the window is closed"), this);
    auto *layout = new QVBoxLayout(group);
    auto *icon = new QCheckBox(tr("Show an icon with the count of unread messages"), group);
    icon->setObjectName(QStringLiteral("tray"));
    icon->setChecked(m_preferences.tray);
    auto *stay = new QCheckBox(tr("Stay connected in that icon when the window is closed"), group);
    stay->setObjectName(QStringLiteral("closeToTray"));
    stay->setChecked(m_preferences.closeToTray);
    stay->setEnabled(m_preferences.tray);
    for (QCheckBox *box : {icon, stay}) {
        layout->addWidget(box);
        connect(box, &QCheckBox::toggled, this, [this, icon, stay] {
            stay->setEnabled(icon->isChecked());
            m_preferences.tray = icon->isChecked();
            m_preferences.closeToTray = stay->isChecked();
            Q_EMIT preferencesChosen(m_preferences);
        });
    }
    column.addWidget(group);
}

void SettingsDialog::offerLongTexts(const engine::LongTexts &present)
{
    engine::LongTexts link;
    engine::LongTexts parts;
    parts.segmentsAtMost = 0;
    engine::LongTexts session;
    session.inBand = true;
    auto *group = new QGroupBox(tr("Chat"), this);
    auto *form = new QFormLayout(group);
    auto *atMost = new QSpinBox(group);
    atMost->setObjectName(QStringLiteral("oneMessageAtMost"));
    atMost->setAccessibleName(tr("Longest text in one message"));
    atMost->setToolTip(tr("A letter of the Latin alphabet takes one byte, a Chinese sign three"));
    atMost->setRange(engine::LongTexts::pagerMaxLowest, engine::LongTexts::pagerMaxHighest);
    atMost->setSingleStep(100);
    atMost->setKeyboardTracking(false); // a number that is half typed is no choice yet
    atMost->setSuffix(tr(" bytes"));
    atMost->setValue(present.pagerMax);
    form->addRow(tr("Longest &text in one message"), atMost);
    auto *choice = new QComboBox(group);
    choice->setObjectName(QStringLiteral("longTexts"));
    choice->setAccessibleName(tr("Long messages"));
    choice->setToolTip(tr("How chat messages travel that are too long for a few parts"));
    const std::array ways{link, parts, session};
    choice->addItems({tr("With a link to the whole text"), tr("In parts"), tr("Directly to the other program, if it can")});
    choice->setCurrentIndex(present.inBand ? 2 : present.segmentsAtMost == 0 ? 1 : 0);
    const auto choose = [this, ways, choice, atMost] {
        engine::LongTexts way = ways.at(static_cast<std::size_t>(std::max(0, choice->currentIndex())));
        way.pagerMax = atMost->value();
        Q_EMIT longTextsChosen(way);
    };
    connect(choice, &QComboBox::currentIndexChanged, this, choose);
    connect(atMost, &QSpinBox::valueChanged, this, choose);
    form->addRow(tr("&Long messages"), choice);
    addGroup(group);
}

void SettingsDialog::addAccount(QVBoxLayout &column, const model::Account &account)
{
    const QString address = account.address.toString();
    auto *group = new QGroupBox(address, this);
    auto *layout = new QVBoxLayout(group);
    auto *chat = new QCheckBox(tr("Connect chat at start"), group);
    chat->setAccessibleName(tr("Connect chat of %1 at start").arg(address));
    chat->setObjectName(QStringLiteral("connectChat:") + address);
    chat->setChecked(account.connectChat);
    auto *mail = new QCheckBox(tr("Fetch mail at start"), group);
    mail->setAccessibleName(tr("Fetch mail of %1 at start").arg(address));
    mail->setObjectName(QStringLiteral("fetchMail:") + address);
    mail->setChecked(account.fetchMail);
    for (const QCheckBox *box : {chat, mail}) {
        connect(box, &QCheckBox::toggled, this, [this, id = account.id, chat, mail] {
            Q_EMIT startOptionsChosen(id, chat->isChecked(), mail->isChecked());
        });
    }
    layout->addWidget(chat);
    layout->addWidget(mail);
    auto *password = new QPushButton(tr("Change password…"), group);
    password->setObjectName(QStringLiteral("password:") + address);
    password->setAccessibleName(tr("Change the stored password of %1").arg(address));
    password->setAutoDefault(false);
    connect(password, &QPushButton::clicked, this, [this, id = account.id] { Q_EMIT passwordChangeRequested(id); });
    auto *remove = new QPushButton(tr("Remove account…"), group);
    remove->setObjectName(QStringLiteral("remove:") + address);
    remove->setAccessibleName(tr("Remove the account %1").arg(address));
    remove->setAutoDefault(false);
    connect(remove, &QPushButton::clicked, this, [this, id = account.id] {
        accept();
        Q_EMIT removalRequested(id);
    });
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(password);
    buttons->addWidget(remove);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    column.addWidget(group);
}

}
