#include "app/options.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>

#include "corpus/white_space.h"
#include "message_keys/app.h"

namespace codeboom {
namespace po = boost::program_options;

std::vector<std::string> Options::all(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::vector<std::string>{} : found->second;
}

std::optional<std::string> Options::get(std::string_view name) const {
  const auto found = values_.find(name);
  if (found == values_.end() || found->second.empty()) return std::nullopt;
  return found->second.back();
}

namespace {

po::options_description described(std::span<const OptionSpec> specs) {
  po::options_description description;
  for (const OptionSpec& spec : specs) {
    const std::string name(spec.name);
    if (spec.value.empty()) {
      description.add_options()(name.c_str(), "");
    } else {
      description.add_options()(name.c_str(), po::value<std::vector<std::string>>(), "");
    }
  }
  return description;
}

tl::unexpected<Error> wrong(MessageKey key, const po::error_with_option_name& error) {
  std::string option = error.get_option_name();
  if (option.empty()) option = error.what();
  return fail(ErrorKind::usage, key, {{"option", option}});
}

}  // namespace

Result<Options> parse_options(std::span<const OptionSpec> specs, const std::vector<std::string>& words) {
  Options options;
  const po::options_description description = described(specs);
  try {
    const int style = po::command_line_style::allow_long | po::command_line_style::long_allow_adjacent |
                      po::command_line_style::long_allow_next;
    po::positional_options_description everything_else;
    const auto parsed = po::command_line_parser(words).options(description).style(style).run();
    for (const auto& option : parsed.options) {
      if (option.position_key >= 0 || option.string_key.empty()) {
        options.arguments_.insert(options.arguments_.end(), option.value.begin(), option.value.end());
      } else {
        auto& values = options.values_[option.string_key];
        values.insert(values.end(), option.value.begin(), option.value.end());
      }
    }
    return options;
  } catch (const po::unknown_option& error) {
    return wrong(msg::options_unknown, error);
  } catch (const po::invalid_command_line_syntax& error) {
    const bool extra = error.kind() == po::invalid_command_line_syntax::extra_parameter;
    return wrong(extra ? msg::options_takes_no_value : msg::options_needs_value, error);
  } catch (const po::error_with_option_name& error) {
    return wrong(msg::options_unknown, error);
  } catch (const po::error& error) {
    return fail(ErrorKind::usage, msg::options_unknown, {{"option", std::string(error.what())}});
  }
}

Result<std::string> required(const Options& options, std::string_view name) {
  auto value = options.get(name);
  if (!value || value->empty()) {
    return fail(ErrorKind::usage, msg::options_required, {{"option", "--" + std::string(name)}});
  }
  return *value;
}

Result<std::optional<std::int64_t>> number(const Options& options, std::string_view name, std::int64_t least,
                                           std::int64_t most) {
  const auto text = options.get(name);
  if (!text) return std::nullopt;
  std::int64_t value = 0;
  const char* const end = text->data() + text->size();
  const auto read = std::from_chars(text->data(), end, value);
  if (read.ec != std::errc() || read.ptr != end || value < least || value > most) {
    return fail(ErrorKind::usage, msg::options_bad_number,
                {{"option", "--" + std::string(name)}, {"value", *text}, {"least", least}, {"most", most}});
  }
  return value;
}

Result<std::string> one_of(const Options& options, std::string_view name, std::span<const std::string_view> allowed) {
  const auto value = options.get(name);
  if (!value) return std::string(allowed.front());
  std::string names;
  for (const std::string_view candidate : allowed) {
    if (*value == candidate) return *value;
    names += (names.empty() ? "" : ", ") + std::string(candidate);
  }
  return fail(ErrorKind::usage, msg::options_bad_choice,
              {{"option", "--" + std::string(name)}, {"value", *value}, {"allowed", names}});
}

std::vector<std::string> Options::given() const {
  std::vector<std::string> names;
  for (const auto& [name, values] : values_) names.push_back(name);
  return names;
}

Result<void> only_with(const Options& options, std::string_view way, std::span<const std::string_view> kept) {
  constexpr std::string_view always[] = {"lang", "help"};
  const auto stands_in = [](std::span<const std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  for (const std::string& name : options.given()) {
    if (name == way || stands_in(kept, name) || stands_in(always, name)) continue;
    return fail(ErrorKind::usage, msg::options_not_with, {{"option", name}, {"way", std::string(way)}});
  }
  return {};
}

Result<void> none_without(const Options& options, std::string_view way, std::span<const std::string_view> names) {
  for (const std::string_view name : names) {
    if (!options.has(name)) continue;
    return fail(ErrorKind::usage, msg::options_only_with, {{"option", std::string(name)}, {"way", std::string(way)}});
  }
  return {};
}

std::vector<std::string> separated(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    const std::string_view part = text.substr(begin, end - begin);
    parts.emplace_back(trimmed(part));
    begin = end + 1;
  }
  return parts;
}

}  // namespace codeboom
