#include "core/store/Schema.h"

#include "core/base/Checkpoint.h"
#include "core/base/Log.h"
#include "core/store/SqlFault.h"

#include <QFile>

namespace isthmus::store {

namespace {

void backUp(Connection &connection, const QString &path)
{
    // VACUUM INTO wants an absent file; a half-written copy of an earlier attempt is no copy.
    const QString unfinished = path + QStringLiteral(".unfinished");
    QFile::remove(unfinished);
    QString quoted = unfinished;
    quoted.replace(QLatin1Char('\''), QLatin1String("''"));
    connection.runOnce(QStringLiteral("VACUUM INTO '%1'").arg(quoted));
    base::checkpoint("schema.copied");
    QFile::remove(path);
    if (!QFile::rename(unfinished, path)) {
        throw Abort{
            {base::Fault::Storage, QStringLiteral("no copy of the database could be made before its schema changes")}};
    }
}

}

void migrate(Connection &connection, std::span<const SchemaStep> wanted, const QString &backupPath)
{
    const int newest = wanted.empty() ? 0 : wanted.back().version;
    const int present = connection.pragma(QStringLiteral("PRAGMA user_version")).toInt();
    if (present > newest) {
        throw Abort{{base::Fault::Unsupported,
                     QStringLiteral("the profile was written by a newer version of Isthmus (schema %1, this one knows %2)")
                         .arg(present)
                         .arg(newest)}};
    }
    if (present == newest)
        return;
    if (present > 0)
        backUp(connection, backupPath);
    base::checkpoint("schema.begin");
    Transaction transaction(connection);
    for (const SchemaStep &step : wanted) {
        if (step.version <= present)
            continue;
        for (const char *statement : step.statements) {
            connection.runOnce(QString::fromUtf8(statement));
            base::checkpoint("schema.statement");
        }
        qCDebug(base::logStore) << "schema step" << step.version;
    }
    connection.runOnce(QStringLiteral("PRAGMA user_version = %1").arg(newest));
    base::checkpoint("schema.commit");
    transaction.commit();
    base::checkpoint("schema.committed");
}

}
