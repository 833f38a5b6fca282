#include "app/options.h"

#include "message_keys/app.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

const std::vector<OptionSpec> specs{{"out", "FILE", msg::option_help}, {"leaves", "", msg::option_help}, {"level", "N", msg::option_help}};

MessageKey key_of(const std::vector<std::string>& words) {
  const auto options = parse_options(specs, words);
  REQUIRE_FALSE(options.has_value());
  CHECK(options.error().kind == ErrorKind::usage);
  return options.error().message.key;
}

}  // namespace

TEST_CASE("options may stand anywhere, with a space or an equals sign; a lone hyphen is an argument") {
  const auto options = parse_options(specs, {"een", "--out", "x", "-", "--leaves", "--level=2", "twee"});
  REQUIRE(options.has_value());
  CHECK(options->arguments() == std::vector<std::string>{"een", "-", "twee"});
  CHECK(options->get("out") == "x");
  CHECK(options->has("leaves"));
  CHECK(options->get("level") == "2");
  CHECK_FALSE(options->get("nothing").has_value());
}

TEST_CASE("the last value of an option counts") {
  CHECK(parse_options(specs, {"--out", "a", "--out", "b"})->get("out") == "b");
}

TEST_CASE("an option that does not exist, lacks its value or has one too many is named") {
  CHECK(key_of({"--uit", "x"}) == msg::options_unknown);
  CHECK(key_of({"--ou", "x"}) == msg::options_unknown);  // no guessing from the first letters
  CHECK(key_of({"--out"}) == msg::options_needs_value);
  CHECK(key_of({"--leaves=ja"}) == msg::options_takes_no_value);
}

TEST_CASE("numbers and choices are checked against what is allowed") {
  const auto level = [](const std::string& value) { return number(*parse_options(specs, {"--level", value}), "level", 1, 20); };
  CHECK(**level("20") == 20);
  for (const char* value : {"0", "21", "twee", "2x", "", "99999999999999999999"}) {
    INFO(value);
    CHECK_FALSE(level(value).has_value());
  }
  CHECK_FALSE(number(*parse_options(specs, {}), "level", 1, 20)->has_value());
  constexpr std::string_view allowed[] = {"text", "csv"};
  CHECK(*one_of(*parse_options(specs, {}), "out", allowed) == "text");
  CHECK(*one_of(*parse_options(specs, {"--out", "csv"}), "out", allowed) == "csv");
  CHECK_FALSE(one_of(*parse_options(specs, {"--out", "xml"}), "out", allowed).has_value());
}
