// The port room is interfaces only; this file gives moc's output and the headers a translation unit.
#include "core/port/Discovery.h"
#include "core/port/MailReader.h"
#include "core/port/SecretStore.h"
#include "core/port/Transport.h"
