#include "core/engine/Contacts.h"
#include "ui/contacts/AddressMapDialog.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/FaultText.h"

#include <QFile>
#include <QFileDialog>
#include <QSaveFile>

namespace isthmus::shell {

using contacts::AddressMapDialog;

namespace {

QFileDialog *fileDialog(QWidget *parent, const QString &title, const QString &name)
{
    auto *files = new QFileDialog(parent, title);
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setObjectName(name);
    return files;
}

}

void MainWindow::showAddressMap()
{
    auto *dialog = new AddressMapDialog(this);
    dialog->setContacts(m_engine.contacts().all());
    connect(&m_engine.contacts(), &engine::Contacts::changed, dialog,
            [this, dialog] { dialog->setContacts(m_engine.contacts().all()); });
    connect(dialog, &AddressMapDialog::exportRequested, this, [this, dialog] { exportAddressMap(dialog); });
    connect(dialog, &AddressMapDialog::importRequested, this, [this, dialog] { importAddressMap(dialog); });
    dialog->open();
}

/// The ending chosen says the form.
void MainWindow::exportAddressMap(AddressMapDialog *dialog)
{
    QFileDialog *files = fileDialog(dialog, tr("Export the address map"), QStringLiteral("exportDialog"));
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setNameFilters({tr("Table (*.csv)"), tr("JSON (*.json)")});
    files->selectFile(QStringLiteral("address-map.csv"));
    connect(files, &QFileDialog::fileSelected, dialog, [this, dialog](const QString &path) {
        const bool json = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
        const QByteArray map =
            m_engine.contacts().exportMap(json ? engine::Contacts::MapFormat::Json : engine::Contacts::MapFormat::Csv);
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(map) != map.size() || !file.commit())
            dialog->showResult(widgets::faultText(base::Fault::Storage, widgets::Doing::Contacts).sentence());
        else
            dialog->showResult(tr("Saved as %1").arg(path));
    });
    files->open();
}

void MainWindow::importAddressMap(AddressMapDialog *dialog)
{
    QFileDialog *files = fileDialog(dialog, tr("Import an address map"), QStringLiteral("importDialog"));
    files->setFileMode(QFileDialog::ExistingFile);
    files->setNameFilters({tr("Address maps (*.csv *.json)")});
    connect(files, &QFileDialog::fileSelected, dialog, [this, dialog](const QString &path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            dialog->showResult(widgets::faultText(base::Fault::Storage, widgets::Doing::Contacts).sentence());
            return;
        }
        constexpr qint64 most = (16 << 20) + 1;
        m_engine.contacts()
            .importMap(file.read(most))
            .then(dialog, [dialog](const base::Result<engine::Contacts::MapImport> &done) {
                if (!done) {
                    dialog->showResult(done.error().fault == base::Fault::Storage
                                           ? widgets::faultText(base::Fault::Storage, widgets::Doing::Contacts).sentence()
                                           : tr("This file is no address map. Nothing was changed."));
                    return;
                }
                QString sentence = tr("%n new address(es).", nullptr, done->addresses);
                if (done->conflicts > 0)
                    sentence += QLatin1Char(' ')
                                + tr("%n belong(s) to somebody else here and stayed there.", nullptr, done->conflicts);
                if (done->unreadable > 0)
                    sentence += QLatin1Char(' ') + tr("%n line(s) could not be read.", nullptr, done->unreadable);
                dialog->showResult(sentence);
            });
    });
    files->open();
}

}
