// The input method's server ends under an open window: ibus or fcitx5 is restarted, updated, or fails.
#pragma once

namespace rehearse {

/// From then on keys give what they are without an input method. libX11 frees its input context when the
/// server goes, and GLFW 3.3 would go on using it: the next key would be the end of the program. (GLFW 3.4
/// gives the context up by itself and does not come through here.) Called where GLFW is set up, so that it is
/// linked.
void outlive_input_method();

}  // namespace rehearse
