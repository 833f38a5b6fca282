// Coefficients as people read them in a table, and as programs read them.
//
// Unit    JSON and CSV: twelve significant digits, keys in a fixed order, null and a reason in words where undefined. Text: three
//         decimals, as that language writes numbers.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "corpus/messages/message.h"
#include "engine/measure/coefficient.h"
#include "reports/table.h"

namespace codeboom {

struct NamedCoefficient {
  std::string key;  // for programs: "krippendorff_alpha"
  Message name;     // for people
  Coefficient coefficient;
  std::optional<Message> about = {};  // for people: what it is, in a few words
};

// {"value":0.7434,"observed":..,"expected":..,"parts":"disagreement","standard_error":..,"interval":[..],"interval_kind":
//  "bootstrap_units","n":12,"values":40,"missing":8,"reason":null,"gap":null}: `n` is the number of units; `gap` is the key of the reason,
// the same in every language.
std::string to_json(const Coefficient& coefficient, UserLanguage language);
// "krippendorff_alpha":{..},.. : the members of an object, each on its line.
std::string to_json_members(std::span<const NamedCoefficient> coefficients, UserLanguage language);

// One row each: name, value, interval, observed, expected, units; a dash where undefined.
Table to_table(std::span<const NamedCoefficient> coefficients, UserLanguage language);
// One sentence each, for below that table: what it is, or why it is undefined. Those without `about` have a sentence only in the
// second case.
std::string definitions(std::span<const NamedCoefficient> coefficients, std::size_t width, UserLanguage language);
// coefficient,value,low,high,interval,observed,expected,parts,standard_error,units,values,missing,reason
std::string to_csv(std::span<const NamedCoefficient> coefficients, UserLanguage language);

// "0,743 (0,512 – 0,890)", or the reason why there is none.
std::string in_words(const Coefficient& coefficient, UserLanguage language);
// A number as the JSON above has it: at most twelve significant digits, always with a point.
std::string json_number(double value);

}  // namespace codeboom
