// Published data with the coefficients that belong to them: vectors/NAME.json, one file per publication (README.md).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/measure/coefficient.h"
#include "engine/measure/ratings.h"

namespace codeboom::test {

struct DataSet {
  std::string name, source;
  Ratings ratings;
  std::vector<std::string> labels;  // their names, in order
  std::vector<double> numbers;      // what they stand for; empty when one is no number
  std::map<std::string, double> expected, printed;  // at full precision; as printed, where a publication does
};

std::vector<DataSet> read_vectors(const std::string& publication);
DataSet data_set(const std::string& publication, const std::string& name);

// A key of `expected`: a coefficient as the program names it, then :METRIC or :WEIGHTS, then [LABEL] against all others, then .PART:
// "krippendorff_alpha:ordinal", "cohen_kappa[a]", "gwet_ac1.standard_error".
Coefficient coefficient(const DataSet& data, const std::string& key);
Statistic measured(const DataSet& data, const std::string& key);

// Every figure of the publication: full precision within 1e-8, printed ones within a unit of their last decimal.
void check_vectors(const std::string& publication);

}  // namespace codeboom::test
