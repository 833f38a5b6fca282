// Which documents a command is about: --where, and fields of their metadata as option values.
#pragma once

#include <string>
#include <vector>

#include "app/options.h"
#include "reports/tally.h"

namespace codeboom {

// --where VELD=WAARDE[;WAARDE]: one of the values; none at all when nothing stands after the sign.
struct Condition {
  MetadataField field;
  std::vector<std::string> values;
  bool holds(const Metadata& metadata) const;
};

// All that were given; a document must meet each. Errors: usage.
Result<std::vector<Condition>> conditions_in(const Options& options);
bool hold(const std::vector<Condition>& conditions, const Metadata& metadata);

// The conditions as the user put them.
std::string condition_text(const Options& options);

// No document meets the conditions: which values the fields have says why.
tl::unexpected<Error> no_match(const std::vector<Metadata>& documents, const std::vector<Condition>& conditions, const Options& options);

// Errors: usage, naming the option and the fields there are.
Result<MetadataField> field_named(std::string_view option, const std::string& name);

}  // namespace codeboom
