// Spans of coders for tests: from tables with their source, at random, and compared the slow way.
#pragma once

#include <string>
#include <vector>

#include "engine/measure/bootstrap.h"
#include "engine/measure/continuum.h"

namespace codeboom::test {

struct NamedSpans {
  Continuum continuum;
  std::vector<std::string> labels;  // their names, in the order of the labels
  std::uint32_t label(const std::string& name) const;
};

// spans/FILE.csv, the rows of one table, in a text of this length. Begins and ends are multiplied by `times`.
NamedSpans read_spans(const std::string& file, const std::string& table, std::int64_t length, std::int64_t times = 1);

// Spans that do not overlap for one coder, of up to `longest`; some coders may mark nothing.
Continuum random_partition(Draw& draw, std::size_t coders, std::int64_t length, std::uint32_t labels, std::int64_t longest);
// Spans anywhere.
Continuum random_spans(Draw& draw, std::size_t coders, std::int64_t length, std::uint32_t labels, std::size_t most);

}  // namespace codeboom::test
