#pragma once

struct Label {
  int length;
};
