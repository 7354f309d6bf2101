#include "sync/server/routes/text_fields.h"

#include <nlohmann/json.hpp>

namespace rehearse::sync {
namespace {

using Json = nlohmann::json;

class TextFieldReader : public nlohmann::json_sax<Json> {
 public:
  TextFields fields;

  bool start_object(std::size_t) override { return !std::exchange(is_open_, true); }
  bool end_object() override { return true; }
  bool key(std::string& name) override {
    name_ = name;
    return fields.find(name) == fields.end();
  }
  bool string(std::string& value) override {
    return is_open_ && fields.emplace(name_, std::move(value)).second;
  }

  bool null() override { return false; }
  bool boolean(bool) override { return false; }
  bool number_integer(std::int64_t) override { return false; }
  bool number_unsigned(std::uint64_t) override { return false; }
  bool number_float(double, const std::string&) override { return false; }
  bool binary(Json::binary_t&) override { return false; }
  bool start_array(std::size_t) override { return false; }
  bool end_array() override { return false; }
  bool parse_error(std::size_t, const std::string&, const Json::exception&) override { return false; }

 private:
  bool is_open_ = false;
  std::string name_;
};

}  // namespace

std::optional<TextFields> read_text_fields(std::string_view body) {
  TextFieldReader reader;
  if (!Json::sax_parse(body.begin(), body.end(), &reader)) return std::nullopt;
  return std::move(reader.fields);
}

}  // namespace rehearse::sync
