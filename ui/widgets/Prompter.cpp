#include "ui/widgets/Prompter.h"

#include <QEvent>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>

namespace isthmus::widgets {

namespace {
constexpr int choiceCharacters = 64; ///< about 470 pixels with the usual font

/// Its sign has the colour of the theme, which may change below it.
class QuestionBox final : public QMessageBox
{
public:
    using QMessageBox::QMessageBox;

protected:
    void changeEvent(QEvent *event) override
    {
        QMessageBox::changeEvent(event);
        if (event->type() == QEvent::PaletteChange)
            setIcon(icon());
    }
};

}

base::Task<base::Done> Prompter::ask(QWidget *parent, const Question &question)
{
    auto *box = new QuestionBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("question"));
    box->setWindowTitle(question.title);
    box->setTextFormat(Qt::PlainText);
    box->setText(question.text);
    box->setInformativeText(question.consequence);
    box->setIcon(question.dangerous ? QMessageBox::Warning : QMessageBox::Question);
    QPushButton *proceed = box->addButton(question.proceed, QMessageBox::AcceptRole);
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    // Enter must not do what cannot be undone.
    box->setDefaultButton(question.dangerous ? cancel : proceed);
    box->setEscapeButton(cancel);

    const base::Promise<base::Done> promise;
    QObject::connect(box, &QDialog::finished, box, [box, proceed, promise] {
        if (box->clickedButton() == proceed)
            promise.finish(base::Done{});
        else
            promise.finish(base::Error{base::Fault::Cancelled, {}});
    });
    box->open();
    return promise.task();
}

base::Task<QString> Prompter::askText(QWidget *parent, const TextQuestion &question)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("textQuestion"));
    dialog->setWindowTitle(question.title);
    dialog->setLabelText(question.label);
    dialog->setTextEchoMode(question.secret ? QLineEdit::Password : QLineEdit::Normal);
    dialog->setTextValue(question.initial);
    dialog->setOkButtonText(question.proceed);

    const base::Promise<QString> promise;
    QObject::connect(dialog, &QInputDialog::textValueSelected, dialog,
                     [promise](const QString &text) { promise.finish(text); });
    QObject::connect(dialog, &QDialog::rejected, dialog, [promise] {
        promise.finish(base::Error{base::Fault::Cancelled, {}});
    });
    dialog->open();
    return promise.task();
}

base::Task<int> Prompter::choose(QWidget *parent, const ChoiceQuestion &question)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("choiceQuestion"));
    dialog->setWindowTitle(question.title);
    dialog->setLabelText(question.label);
    dialog->setOption(QInputDialog::UseListViewForComboBoxItems);
    dialog->setComboBoxItems(question.choices);
    dialog->setFixedWidth(dialog->fontMetrics().averageCharWidth() * choiceCharacters);
    dialog->findChild<QLabel *>()->setWordWrap(true);
    auto *list = dialog->findChild<QListView *>();
    list->setAccessibleName(question.title);
    list->setTextElideMode(Qt::ElideMiddle);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    dialog->setOkButtonText(question.proceed);

    const base::Promise<int> promise;
    QObject::connect(dialog, &QInputDialog::textValueSelected, dialog,
                     [promise, choices = question.choices](const QString &text) {
                         promise.finish(static_cast<int>(choices.indexOf(text)));
                     });
    QObject::connect(dialog, &QDialog::rejected, dialog, [promise] {
        promise.finish(base::Error{base::Fault::Cancelled, {}});
    });
    dialog->open();
    return promise.task();
}

}
