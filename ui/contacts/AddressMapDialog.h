#pragma once

#include "core/model/Contact.h"

#include <QDialog>

#include <vector>

class QLabel;
class QTableWidget;

namespace isthmus::widgets {
class EmptyState;
}

namespace isthmus::contacts {

/// The address map as a table: who has which address, why that is believed, and since when; with the ways out to
/// a file and in again. Opened, never executed.
class AddressMapDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit AddressMapDialog(QWidget *parent = nullptr);

    void setContacts(const std::vector<model::Contact> &contacts);
    /// What an export or import came to.
    void showResult(const QString &sentence);

Q_SIGNALS:
    void exportRequested();
    void importRequested();

private:
    QTableWidget *m_table;
    widgets::EmptyState *m_empty = nullptr;
    QLabel *m_result;
};

}
