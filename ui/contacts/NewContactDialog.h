#pragma once

#include "core/model/Contact.h"

#include <QDialog>

class QComboBox;
class QLineEdit;

namespace isthmus::widgets {
class FaultLabel;
}

namespace isthmus::contacts {

/// Name, kind and address of a new contact. Opened, never executed.
class NewContactDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit NewContactDialog(QWidget *parent = nullptr);

Q_SIGNALS:
    void entered(const isthmus::model::Address &address, const QString &name);

private:
    void tryAccept();

    QLineEdit *m_address;
    QLineEdit *m_name;
    QComboBox *m_kind;
    widgets::FaultLabel *m_error;
};

}
