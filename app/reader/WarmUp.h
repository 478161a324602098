#pragma once

namespace isthmus::readerapp {

/// Has everything loaded that reading will want, while files can still be opened: character sets, the libraries' own
/// tables. Works on our own octets only. Starts no thread.
void warmUpReading();

/// The same for laying out: fonts, picture decoders. Needs the application object.
void warmUpLayout();

}
