// Work that is spread over processes: what one of them breaks stays its own.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace rehearse::sim {

using Work = std::function<bool()>;

/// Does each piece of work, at most so many at the same moment, and says whether all of them said yes. With
/// one at a time it is done here, for a debugger; else each in a process of its own, and one that dies said
/// no. No thread may be running.
bool do_all(const std::vector<Work>& works, std::size_t at_once);

/// Does it in a copy of this process, which goes on as it was. The same about threads and death.
bool do_in_a_copy(const Work& work);

}  // namespace rehearse::sim
