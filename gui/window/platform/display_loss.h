// The display goes away under an open window: its server ends, or the connection breaks.
#pragma once

namespace rehearse {

/// From now on that is the end of the program with two lines, one in each language, instead of Xlib's own
/// exit(), which would run destructors under the threads that are still at work. Nothing is to be rescued:
/// all that was acknowledged is on disk. Once GLFW has loaded Xlib; elsewhere it does nothing.
void end_in_words_without_display();

}  // namespace rehearse
