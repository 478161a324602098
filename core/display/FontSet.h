#pragma once

namespace isthmus::display {

/// Restricts this program to the fonts of resources/fonts/fonts.conf, which the window and isthmus-reader share:
/// what the reader measures, the window must paint. Call it first thing in main(), before the application
/// object. False: the list lies neither beside the program nor where it is installed, and the system's
/// fonts stay.
bool useSharedFonts();

}
