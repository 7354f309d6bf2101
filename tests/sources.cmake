# Every source file is compiled: a test that no CMakeLists.txt names would never run and nobody would notice.
#   cmake -D ROOT=… -D COMMANDS=…/compile_commands.json -P sources.cmake
# The fuzz targets need clang, and are compiled in a build folder of their own.
cmake_minimum_required(VERSION 3.25)

file(READ ${COMMANDS} commands)
file(GLOB_RECURSE sources RELATIVE ${ROOT} ${ROOT}/core/*.cpp ${ROOT}/gui/*.cpp ${ROOT}/sync/*.cpp ${ROOT}/tests/*.cpp)
list(FILTER sources EXCLUDE REGEX "^tests/(data|fuzz)/")
set(left_out)
foreach(source IN LISTS sources)
  string(FIND "${commands}" "/${source}\"" place)
  if(place EQUAL -1)
    list(APPEND left_out ${source})
  endif()
endforeach()
list(LENGTH sources count)
if(count LESS 100)
  message(FATAL_ERROR "Only ${count} source files were found in ${ROOT}")
endif()
if(left_out)
  list(JOIN left_out "\n  " names)
  message(FATAL_ERROR "No CMakeLists.txt names these files:\n  ${names}")
endif()
