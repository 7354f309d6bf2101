# The tests of core and sync, with these two compiled once more, under the address and undefined-behaviour
# sanitizers: what `./dev test --all` runs in place of the plain ones, so that each test runs once. The tests' own code
# is compiled once for both; what core and sync leave in headers may come from there, unchecked. `./dev deep` has
# everything checked, also what is left out here: whether each pointer that is followed is null, aligned and of its class.
# That is a third of the time to compile, and where it matters the address sanitizer sees it.
set(SANITIZERS -fsanitize=address,undefined)

# A second library from the files of the first, seen by none but the programs below.
function(rehearse_sanitize library)
  set(sanitized ${library}_sanitized)
  get_target_property(sources ${library} SOURCES)
  get_target_property(folder ${library} SOURCE_DIR)
  list(TRANSFORM sources REPLACE "^([^/].*)$" "${folder}/\\1")
  add_library(${sanitized} STATIC ${sources})
  # Not by linking to what the plain one links to: its plain neighbours would come along.
  target_include_directories(${sanitized} PRIVATE $<TARGET_PROPERTY:${library},INCLUDE_DIRECTORIES>)
  target_include_directories(${sanitized} SYSTEM PRIVATE $<TARGET_PROPERTY:${library},INTERFACE_SYSTEM_INCLUDE_DIRECTORIES>)
  target_compile_definitions(${sanitized} PRIVATE $<TARGET_PROPERTY:${library},COMPILE_DEFINITIONS>
                                                  REHEARSE_VERSION="${PROJECT_VERSION}")
  # GCC's guess of what is uninitialized errs under the sanitizers.
  target_compile_options(${sanitized} PRIVATE $<TARGET_PROPERTY:${library},COMPILE_OPTIONS> -O1 ${SANITIZERS}
                                              -fno-sanitize=null,alignment,object-size,vptr
                                              -fno-sanitize-recover=all -fno-omit-frame-pointer -Wno-maybe-uninitialized)
  target_precompile_headers(${sanitized} PRIVATE ${REHEARSE_PRECOMPILED})

  rehearse_eight_at_a_time(${sanitized})
endfunction()

# A test program from the objects of another. The sanitized libraries stand first, so that nothing is taken from the
# plain ones behind them: those only say which libraries of the system are needed.
function(rehearse_sanitized_tests program)
  set(sanitized ${program}_sanitized)
  add_executable(${sanitized} $<TARGET_OBJECTS:${program}>)
  set_target_properties(${sanitized} PROPERTIES LINKER_LANGUAGE CXX)
  target_link_options(${sanitized} PRIVATE ${SANITIZERS})
  list(TRANSFORM ARGN APPEND _sanitized OUTPUT_VARIABLE libraries)
  target_link_libraries(${sanitized} PRIVATE ${libraries} $<TARGET_PROPERTY:${program},LINK_LIBRARIES>)
  get_target_property(companions ${program} MANUALLY_ADDED_DEPENDENCIES)
  if(companions)
    add_dependencies(${sanitized} ${companions})
  endif()
endfunction()

foreach(library rehearse_core rehearse_sync_protocol rehearse_sync_client rehearse_sync_front rehearse_sync_server)
  rehearse_sanitize(${library})
endforeach()
set(LEAKS "LSAN_OPTIONS=set:suppressions=${CMAKE_CURRENT_SOURCE_DIR}/leaks.supp:print_suppressions=0")
