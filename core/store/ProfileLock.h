#pragma once

#include "core/base/Result.h"

#include <QFile>
#include <QString>

#include <memory>

namespace isthmus::store {

/// Keeps a profile for one process, and remembers whether the last one left in order. A lock file of its
/// own beside the database: SQLite's locks vanish when any descriptor of the database file is closed.
/// The kernel frees the lock when the process dies, however it dies.
class ProfileLock
{
public:
    /// Fault::Conflict: another process has it; Fault::Storage: the folder cannot be written.
    [[nodiscard]] static base::Result<std::unique_ptr<ProfileLock>> take(const QString &path);
    /// Frees the profile. Without markClean() before, the next process finds an unclean end.
    ~ProfileLock();

    [[nodiscard]] bool lastEndWasUnclean() const { return m_unclean; }
    /// Everything is on disk and closed.
    void markClean();

private:
    ProfileLock() = default;
    QFile m_file;
    bool m_unclean = false;
};

}
