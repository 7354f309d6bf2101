# The sources of a target compiled eight at a time: half the time from nothing, and what it costs when one of them changes
# matters to nobody in a build that is made to check everything. Each of core, sync and gui is compiled as a file of its own
# there too.

# What these warn of is no fault in a file of its own. Linked to last: options come in the order of what is linked.
add_library(rehearse_eight_at_a_time INTERFACE)
target_compile_options(rehearse_eight_at_a_time INTERFACE -Wno-shadow -Wno-subobject-linkage)

function(rehearse_eight_at_a_time target)
  target_link_libraries(${target} PRIVATE rehearse_eight_at_a_time)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  get_target_property(sources ${target} SOURCES)
  get_target_property(folder ${target} SOURCE_DIR)
  list(TRANSFORM sources REPLACE "^([^/].*)$" "${folder}/\\1")
  execute_process(COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_SOURCE_DIR}/tests/together.py 8 ${sources}
                  OUTPUT_VARIABLE groups OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  string(REPLACE "\n" ";" groups "${groups}")
  foreach(group IN LISTS groups)
    string(REPLACE "|" ";" group "${group}")
    list(GET group 0 name)
    cmake_path(RELATIVE_PATH name BASE_DIRECTORY ${CMAKE_SOURCE_DIR})
    string(MAKE_C_IDENTIFIER ${name} name)
    set_source_files_properties(${group} TARGET_DIRECTORY ${target} PROPERTIES UNITY_GROUP ${name})
  endforeach()
endfunction()
