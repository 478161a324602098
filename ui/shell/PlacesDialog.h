#pragma once

#include <QDialog>
#include <QStringList>

namespace isthmus::shell {

/// Where this program keeps what it keeps.
struct Places {
    QString profile;      ///< the folder
    QString settingsPath; ///< of the window
    QString socketPath;   ///< where later starts hand over; empty: there is none
    QStringList accounts; ///< whose passwords are kept
    bool hasKeyring = true;
};

/// The page of /usr/share/doc/isthmus/where-things-are.md for this very profile: where things are, and how to remove them.
/// Opened, never executed.
class PlacesDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit PlacesDialog(const Places &places, QWidget *parent = nullptr);

private:
    [[nodiscard]] static QString words(const Places &places);
};

}
