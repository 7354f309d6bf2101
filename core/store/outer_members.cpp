#include "core/store/outer_members.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

namespace rehearse {
namespace {

using Json = nlohmann::json;

class OuterMembers : public nlohmann::json_sax<Json> {
 public:
  OuterMembers(int deepest, std::initializer_list<std::string_view> names)
      : deepest_(deepest), names_(names) {}

  Json take() { return std::move(members_); }
  bool is_object() const { return is_object_; }

  bool null() override { return keep(nullptr); }
  bool boolean(bool value) override { return keep(value); }
  bool number_integer(number_integer_t value) override { return keep(value); }
  bool number_unsigned(number_unsigned_t value) override { return keep(value); }
  bool number_float(number_float_t value, const string_t&) override { return keep(value); }
  bool string(string_t& value) override { return keep(std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override {
    if (open_ == 0) is_object_ = true;
    return begin(Json::object());
  }
  bool end_object() override { return end(); }
  bool start_array(std::size_t) override { return begin(Json::array()); }
  bool end_array() override { return end(); }
  bool key(string_t& name) override {
    if (open_ == 1) name_ = std::find(names_.begin(), names_.end(), name) != names_.end() ? name : string_t();
    return open_ <= deepest_;
  }
  bool parse_error(std::size_t, const std::string&, const Json::exception&) override { return false; }

 private:
  template <class Value>
  bool keep(Value&& value) {
    if (open_ == 1 && is_object_ && !name_.empty()) members_[name_] = std::forward<Value>(value);
    return open_ <= deepest_;
  }
  bool begin(Json empty) {
    const bool is_shallow = open_ == 0 ? open_ <= deepest_ : keep(std::move(empty));
    ++open_;
    return is_shallow;
  }
  bool end() {
    --open_;
    return true;
  }

  const int deepest_;
  const std::initializer_list<std::string_view> names_;
  Json members_ = Json::object();
  std::string name_;  // of the outer member that is read; empty: not a wanted one
  int open_ = 0;      // objects and lists
  bool is_object_ = false;
};

}  // namespace

std::optional<Json> outer_members(std::string_view line, int deepest,
                                  std::initializer_list<std::string_view> names) {
  OuterMembers members(deepest, names);
  if (!Json::sax_parse(line, &members) || !members.is_object()) return std::nullopt;
  return members.take();
}

}  // namespace rehearse
