#include "app/conditions.h"

#include <algorithm>
#include <map>
#include <set>

#include "corpus/joined.h"
#include "message_keys/app.h"
#include "message_keys/team.h"

namespace codeboom {

bool Condition::holds(const Metadata& metadata) const {
  const auto own = values_of(metadata, field);
  if (own.empty()) return std::find(values.begin(), values.end(), "") != values.end();
  return std::any_of(own.begin(), own.end(), [&](const std::string& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
  });
}

Result<std::vector<Condition>> conditions_in(const Options& options) {
  std::vector<Condition> conditions;
  for (const std::string& text : options.all("where")) {
    const std::size_t sign = text.find('=');
    if (sign == std::string::npos)
      return fail(ErrorKind::usage, msg::sample_bad_condition, {{"value", text}});
    const auto field = field_named("--where", separated(std::string_view(text).substr(0, sign), '=').front());
    if (!field) return tl::unexpected(field.error());
    conditions.push_back({*field, separated(std::string_view(text).substr(sign + 1), ';')});
  }
  return conditions;
}

bool hold(const std::vector<Condition>& conditions, const Metadata& metadata) {
  return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& one) { return one.holds(metadata); });
}

std::string condition_text(const Options& options) { return joined(options.all("where"), " & "); }

tl::unexpected<Error> no_match(const std::vector<Metadata>& documents,
                               const std::vector<Condition>& conditions, const Options& options) {
  std::map<std::string, std::set<std::string>> present;
  for (const Condition& condition : conditions) {
    auto& values = present[std::string(name_of(condition.field))];
    for (const Metadata& metadata : documents) {
      for (const std::string& value : values_of(metadata, condition.field)) values.insert(value);
    }
  }
  std::string text;
  for (const auto& [field, values] : present) {
    text += (text.empty() ? "" : "; ") + field + ": " +
            (values.empty() ? "-" : joined(values, ", "));
  }
  return fail(ErrorKind::not_found, msg::sample_no_match,
              {{"condition", condition_text(options)}, {"present", text}});
}

Result<MetadataField> field_named(std::string_view option, const std::string& name) {
  if (const auto field = metadata_field_named(name)) return *field;
  return fail(ErrorKind::usage, msg::options_bad_choice,
              {{"option", std::string(option)},
               {"value", name},
               {"allowed", std::string("sector, thema, regio, jaar, soort, vorm")}});
}

}  // namespace codeboom
