# Every source file is compiled: a test that no CMakeLists.txt names would never run and nobody would notice.
#   cmake -D ROOT=… -D BUILD=… -P sources.cmake
# The fuzz targets need clang, and are compiled in a build folder of their own.
cmake_minimum_required(VERSION 3.25)

# Of what is compiled with others only the file that includes them is among the commands.
file(READ ${BUILD}/compile_commands.json commands)
file(GLOB_RECURSE together ${BUILD}/unity_*.cxx)
foreach(file IN LISTS together)
  file(READ ${file} includes)
  string(APPEND commands "${includes}")
endforeach()
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
