#pragma once

#include "core/store/Connection.h"

#include <QString>

#include <span>

namespace isthmus::store {

/// One step of the schema: statements that bring a database of version `version - 1` or older to
/// `version`. Steps are never changed once a release has carried them; a change is a new step.
struct SchemaStep {
    int version = 0;
    std::span<const char *const> statements;
};

[[nodiscard]] std::span<const SchemaStep> schemaSteps();

/// Brings the database to the last step, all steps in one transaction. Before an existing database is
/// touched, a copy of it is made at \p backupPath (whole or not at all). Throws Abort: Fault::Storage with
/// a reason; Fault::Unsupported when the database is newer than the last step, and left as it is.
void migrate(Connection &connection, std::span<const SchemaStep> steps, const QString &backupPath);

}
