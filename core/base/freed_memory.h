// What the program has freed goes back to the system, also where its allocator would keep it for later.
#pragma once

namespace rehearse {

/// Large blocks from now on: at once, when they are freed. To be called before other threads begin.
void return_large_blocks_when_freed();

/// What was freed between blocks in use. Takes some milliseconds: for when nothing happens.
void return_freed_memory();

}  // namespace rehearse
