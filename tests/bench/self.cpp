#include "tests/bench/self.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <stdexcept>

namespace rehearse::bench {

std::string output_of_self(const std::vector<std::string>& arguments) {
  std::string command = "exec /proc/" + std::to_string(getpid()) + "/exe";
  for (const std::string& argument : arguments) command += ' ' + argument;
  std::FILE* output = popen(command.c_str(), "r");
  if (!output) throw std::runtime_error("cannot run: " + command);
  std::string text;
  std::array<char, 4096> part{};
  for (std::size_t count = 0; (count = std::fread(part.data(), 1, part.size(), output)) > 0;)
    text.append(part.data(), count);
  if (pclose(output) != 0) throw std::runtime_error("did not end well: " + command);
  return text;
}

}  // namespace rehearse::bench
