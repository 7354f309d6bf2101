#include "sync/server/front/request_head.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace rehearse::sync {
namespace {

constexpr char kTlsRecord = 0x16;  // RFC 8446, 5.1: what a handshake begins with
constexpr std::size_t kLongestMethod = 16;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }
bool is_hex(char c) { return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'f'); }

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), to_lower);
  return result;
}

// RFC 9110, 5.6.2.
bool is_token_character(char c) {
  return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

// RFC 9110, 5.5: printable, blank, or not ASCII.
bool is_value_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return c == '\t' || (byte >= 0x20 && byte != 0x7F);
}

bool is_plain_target(std::string_view target) {
  if (target.empty() || target.front() != '/') return false;
  for (std::size_t i = 0; i < target.size(); ++i) {
    const char c = target[i];
    if (c <= ' ' || c > '~' || c == '#') return false;
    if (c != '%') continue;
    if (i + 2 >= target.size() || !is_hex(target[i + 1]) || !is_hex(target[i + 2])) return false;
    if (target[i + 1] == '0' && target[i + 2] == '0') return false;
  }
  return true;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

std::size_t RequestHeadReader::read(std::string_view bytes) {
  std::size_t taken = 0;
  if (size_ == 0 && !bytes.empty() && bytes.front() == kTlsRecord) refuse(Refusal::kTlsOnPlainPort);
  while (state_ == State::kNeedsMore && taken < bytes.size()) {
    const std::string_view rest = bytes.substr(taken, limits_->head_bytes - size_);
    const auto line_feed = rest.find('\n');
    const std::size_t length = line_feed == std::string_view::npos ? rest.size() : line_feed + 1;
    taken += length;
    size_ += length;
    if (line_feed == std::string_view::npos) {
      begun_line_ += rest;
    } else if (begun_line_.empty()) {
      read_line(rest.substr(0, length));
    } else {
      begun_line_ += rest.substr(0, length);
      read_line(std::exchange(begun_line_, {}));
    }
    if (state_ == State::kNeedsMore && size_ == limits_->head_bytes) refuse(Refusal::kHeadTooLarge);
  }
  return taken;
}

RequestHead RequestHeadReader::take() {
  RequestHead head = std::move(head_);
  *this = RequestHeadReader(*limits_);
  return head;
}

// `line` ends with its line feed.
void RequestHeadReader::read_line(std::string_view line) {
  const bool is_first = head_.method.empty();
  if (line.size() < 2 || line[line.size() - 2] != '\r')
    return refuse(is_first ? Refusal::kRequestLine : Refusal::kHeaderLine);
  line.remove_suffix(2);
  if (is_first) return read_request_line(line);
  if (line.empty()) return finish();
  read_header(line);
}

void RequestHeadReader::read_request_line(std::string_view line) {
  const auto first_blank = line.find(' ');
  const auto last_blank = line.rfind(' ');
  if (first_blank == std::string_view::npos || first_blank == 0 || first_blank > kLongestMethod)
    return refuse(Refusal::kRequestLine);
  const std::string_view method = line.substr(0, first_blank);
  if (!std::all_of(method.begin(), method.end(), is_upper)) return refuse(Refusal::kRequestLine);
  if (first_blank == last_blank) return refuse(Refusal::kVersion);  // HTTP/0.9 is a method and a path
  const std::string_view version = line.substr(last_blank + 1);
  const std::string_view target = line.substr(first_blank + 1, last_blank - first_blank - 1);
  if (version.substr(0, 5) != "HTTP/") return refuse(Refusal::kRequestLine);
  if (version != "HTTP/1.1") return refuse(Refusal::kVersion);
  if (target.size() > limits_->target_bytes) return refuse(Refusal::kTargetTooLong);
  if (!is_plain_target(target)) return refuse(Refusal::kTarget);
  head_.method = method;
  head_.target = target;
}

void RequestHeadReader::read_header(std::string_view line) {
  if (head_.headers.size() == limits_->headers) return refuse(Refusal::kHeadTooLarge);
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return refuse(Refusal::kHeaderLine);
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = trimmed(line.substr(colon + 1));
  if (!std::all_of(name.begin(), name.end(), is_token_character) ||
      !std::all_of(value.begin(), value.end(), is_value_character))
    return refuse(Refusal::kHeaderLine);
  head_.headers.push_back({lowered(name), std::string(value)});
  read_known_header(head_.headers.back().name, value);
}

void RequestHeadReader::read_known_header(std::string_view name, std::string_view value) {
  constexpr std::string_view kSingle[] = {"authorization", "content-length", "content-type", "host"};
  if (std::find(std::begin(kSingle), std::end(kSingle), name) != std::end(kSingle)) {
    const auto same_name = [&](const Header& header) { return header.name == name; };
    if (std::count_if(head_.headers.begin(), head_.headers.end(), same_name) > 1)
      return refuse(name == "content-length" ? Refusal::kContentLength : Refusal::kRepeatedHeader);
  }
  if (name == "host") head_.has_host = true;
  if (name == "content-length") read_content_length(value);
  if (name == "connection") read_connection(value);
  if (name == "transfer-encoding") refuse(Refusal::kTransferEncoding);
  if (name == "content-encoding") refuse(Refusal::kContentEncoding);
  if (name == "range") refuse(Refusal::kRange);
  if (name == "expect") {
    head_.expects_continue = lowered(value) == "100-continue";
    if (!head_.expects_continue) refuse(Refusal::kExpectation);
  }
}

void RequestHeadReader::read_content_length(std::string_view value) {
  const bool is_number = !value.empty() && std::all_of(value.begin(), value.end(), is_digit);
  if (!is_number) return refuse(Refusal::kContentLength);
  const auto read = std::from_chars(value.data(), value.data() + value.size(), head_.content_length);
  if (read.ec != std::errc()) return refuse(Refusal::kBodyTooLarge);
  head_.has_content_length = true;
}

void RequestHeadReader::read_connection(std::string_view value) {
  while (!value.empty()) {
    const auto comma = std::min(value.find(','), value.size());
    if (lowered(trimmed(value.substr(0, comma))) == "close") head_.keeps_connection = false;
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
}

void RequestHeadReader::finish() {
  const bool needs_length = head_.method == "POST" || head_.method == "PUT" || head_.method == "PATCH";
  if (!head_.has_host) return refuse(Refusal::kHost);
  if (needs_length && !head_.has_content_length) return refuse(Refusal::kLengthMissing);
  if (head_.content_length > limits_->body_bytes) return refuse(Refusal::kBodyTooLarge);
  state_ = State::kComplete;
}

void RequestHeadReader::refuse(Refusal refusal) {
  if (state_ == State::kRefused) return;
  state_ = State::kRefused;
  refusal_ = refusal;
}

}  // namespace rehearse::sync
