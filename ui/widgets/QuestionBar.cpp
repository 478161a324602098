#include "ui/widgets/QuestionBar.h"

#include "ui/theme/Appearance.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace isthmus::widgets {

namespace grid = theme::grid;

QuestionBar::QuestionBar(QWidget *parent)
    : QWidget(parent), m_sentence(new QLabel(this)), m_yes(new QPushButton(this)), m_no(new QPushButton(this))
{
    setObjectName(QStringLiteral("questions"));
    m_sentence->setObjectName(QStringLiteral("questionSentence"));
    m_sentence->setAccessibleName(tr("Question"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_yes->setObjectName(QStringLiteral("questionYes"));
    m_no->setObjectName(QStringLiteral("questionNo"));
    connect(m_yes, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_no, &QPushButton::clicked, this, [this] { answer(false); });
    auto *layout = new QHBoxLayout(this);
    layout->setSpacing(grid::unit);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_yes);
    layout->addWidget(m_no);
    refresh();
}

void QuestionBar::ask(const Asked &question)
{
    const auto same =
        std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Asked &asked) { return asked.key == question.key; });
    if (same == m_waiting.end())
        m_waiting.push_back(question);
    else
        *same = question;
    refresh();
}

void QuestionBar::withdraw(const QString &key)
{
    m_waiting.erase(std::remove_if(m_waiting.begin(), m_waiting.end(), [&](const Asked &asked) { return asked.key == key; }),
                    m_waiting.end());
    refresh();
}

QString QuestionBar::sentence() const
{
    return m_sentence->text();
}

void QuestionBar::answer(bool yes)
{
    if (m_waiting.empty())
        return;
    const QString key = m_waiting.front().key;
    m_waiting.pop_front();
    refresh();
    Q_EMIT answered(key, yes);
}

void QuestionBar::refresh()
{
    const bool asks = !m_waiting.empty();
    const int margin = asks ? grid::unit : 0;
    layout()->setContentsMargins(grid::wide, margin, grid::wide, margin);
    const Asked shown = asks ? m_waiting.front() : Asked{};
    m_sentence->setText(shown.sentence);
    m_sentence->setMaximumHeight(asks ? QWIDGETSIZE_MAX : 0); // there for assistive technology, and no gap for the eye
    for (const auto &[button, words] : {std::pair(m_yes, shown.yes), std::pair(m_no, shown.no)}) {
        button->setText(QString(words).replace(QLatin1Char('&'), QLatin1String("&&"))); // a name is no mnemonic
        button->setAccessibleName(tr("%1, answer to: %2", "words of a button, question").arg(words, shown.sentence));
        button->setVisible(asks);
    }
}

}
