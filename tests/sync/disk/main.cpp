// Every file of SQLite in this program lies on a fake disk.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include "tests/sim/fake_disk.h"

int main(int argc, char** argv) {
  rehearse::sim::use_fake_disks();
  return doctest::Context(argc, argv).run();
}
