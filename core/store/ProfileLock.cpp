#include "core/store/ProfileLock.h"

#include <cerrno>
#include <cstring>
#include <sys/file.h>

namespace isthmus::store {

base::Result<std::unique_ptr<ProfileLock>> ProfileLock::take(const QString &path)
{
    std::unique_ptr<ProfileLock> lock(new ProfileLock);
    lock->m_file.setFileName(path);
    const bool existed = lock->m_file.exists();
    if (!lock->m_file.open(QIODevice::ReadWrite)) {
        return base::Error{base::Fault::Storage,
                           QStringLiteral("the profile's folder cannot be written: ") + lock->m_file.errorString()};
    }
    if (::flock(lock->m_file.handle(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) {
            return base::Error{base::Fault::Conflict, QStringLiteral("another Isthmus is running with this profile")};
        }
        return base::Error{base::Fault::Storage,
                           QStringLiteral("the profile cannot be locked: ") + QString::fromLocal8Bit(strerror(errno))};
    }
    // An ordered end writes a word into the file. To take that word away needs no space on a full disk; and
    // where the word could not be written, the next start checks once too often, never once too seldom.
    lock->m_unclean = existed && lock->m_file.size() == 0;
    lock->m_file.resize(0);
    return lock;
}

ProfileLock::~ProfileLock() = default;

void ProfileLock::markClean()
{
    m_file.write("clean\n");
    m_file.flush();
}

}
