#pragma once

namespace isthmus::readerapp {

/// Has everything loaded that a job will want, while files can still be opened: fonts, picture decoders,
/// character sets, the libraries' own tables. Works on our own octets only. Starts no thread.
/// Needs the application object.
void warmUp();

}
