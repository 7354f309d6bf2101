#include "gui/commands/keyboard.h"

#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>

namespace rehearse {
namespace {

constexpr unsigned char kEscapeByte = 0x1b, kCtrlC = 0x03, kCtrlD = 0x04, kCtrlZ = 0x1a, kDelete = 0x7f;
// A terminal sends the bytes of one key together; longer than this and Escape was pressed alone.
constexpr std::chrono::milliseconds kEscapeWait{50};

int digit_of(unsigned char byte) { return byte >= '0' && byte <= '9' ? byte - '0' : -1; }

/// Bytes that follow the first one of a UTF-8 sequence.
int bytes_to_come(unsigned char first) {
  if (first >= 0xf0) return 3;
  if (first >= 0xe0) return 2;
  return first >= 0xc0 ? 1 : 0;
}

}  // namespace

struct Keyboard::SavedTerminal {
  termios state;
};

Keyboard::Keyboard(int descriptor, Source source) : descriptor_(descriptor), source_(source) {
  termios state;
  if (source != Source::kTerminal || tcgetattr(descriptor, &state) != 0) return;
  saved_ = std::make_unique<SavedTerminal>(SavedTerminal{state});
  // Signals off: Ctrl+Z is undo here, and Ctrl+C leaves through the same door as q.
  state.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG);
  state.c_iflag &= ~static_cast<tcflag_t>(IXON);
  state.c_cc[VMIN] = 1;
  state.c_cc[VTIME] = 0;
  tcsetattr(descriptor, TCSADRAIN, &state);
}

Keyboard::~Keyboard() {
  if (saved_) tcsetattr(descriptor_, TCSADRAIN, &saved_->state);
}

std::optional<unsigned char> Keyboard::read_byte() {
  if (pushed_back_) {
    const auto byte = pushed_back_;
    pushed_back_.reset();
    return byte;
  }
  unsigned char byte;
  while (true) {
    const ssize_t count = read(descriptor_, &byte, 1);
    if (count == 1) return byte;
    if (count < 0 && errno == EINTR) continue;
    return std::nullopt;
  }
}

bool Keyboard::comes_within(std::chrono::milliseconds time) const {
  if (pushed_back_) return true;
  pollfd input{descriptor_, POLLIN, 0};
  return poll(&input, 1, static_cast<int>(time.count())) > 0;
}

bool Keyboard::more_follows() const {
  if (source_ == Source::kPipe) return true;  // read_byte waits, and says so at the end
  return comes_within(kEscapeWait);
}

KeyPress Keyboard::read_escape() {
  if (!more_follows()) return {KeyKind::kEscape, "", -1};
  const auto second = read_byte();
  if (!second) return {KeyKind::kEscape, "", -1};
  if (const int digit = digit_of(*second); digit >= 0) return {KeyKind::kGrade, "", digit};
  if (*second != '[' && *second != 'O') {
    pushed_back_ = second;
    return {KeyKind::kEscape, "", -1};
  }
  // ESC [ parameters letter: the letter says which key, the rest is modifiers.
  while (const auto byte = read_byte()) {
    if (*byte == 'A') return {KeyKind::kUp, "", -1};
    if (*byte == 'B') return {KeyKind::kDown, "", -1};
    if (*byte == 'C') return {KeyKind::kRight, "", -1};
    if (*byte == 'D') return {KeyKind::kLeft, "", -1};
    if (*byte >= '@' && *byte <= '~') return next();
  }
  return {KeyKind::kEnd, "", -1};
}

KeyPress Keyboard::read_character(unsigned char first) {
  std::string text(1, static_cast<char>(first));
  for (int i = bytes_to_come(first); i > 0; --i) {
    const auto byte = read_byte();
    if (!byte) break;
    text += static_cast<char>(*byte);
  }
  return {KeyKind::kCharacter, text, digit_of(first)};
}

/// A pipe may hold lines that end as on Windows: that is one Enter.
void Keyboard::skip_line_feed() {
  pushed_back_ = read_byte();
  if (pushed_back_ == '\n') pushed_back_.reset();
}

KeyPress Keyboard::next() {
  while (true) {
    const auto byte = read_byte();
    if (!byte || *byte == kCtrlC || *byte == kCtrlD) return {KeyKind::kEnd, "", -1};
    if (*byte == '\r' && source_ == Source::kPipe) skip_line_feed();
    if (*byte == '\n' || *byte == '\r') return {KeyKind::kEnter, "", -1};
    if (*byte == kDelete || *byte == '\b') return {KeyKind::kBackspace, "", -1};
    if (*byte == kCtrlZ) return {KeyKind::kUndo, "", -1};
    if (*byte == kEscapeByte) return read_escape();
    if (*byte >= ' ') return read_character(*byte);
  }
}

}  // namespace rehearse
