// How many documents to code twice, for what is expected and for values around it, as people and programs
// read it.
#pragma once

#include <string>
#include <vector>

#include "corpus/messages/message.h"
#include "engine/measure/agreement_size.h"
#include "reports/table.h"

namespace codeboom {

struct PlannedSize {
  ExpectedAgreement expected;
  double width = 0;
};

// Shape   documents needed for the same width: a row per kappa, a column per prevalence, both around those
// expected.
Table table_around(const PlannedSize& plan, UserLanguage language);
// A row per width: half as wide, as wide, half as wide again and twice as wide.
Table table_of_widths(const PlannedSize& plan, UserLanguage language);

// What was asked, the answer and how it was computed, a sentence each.
std::vector<Message> sentences(const PlannedSize& plan);

std::string to_csv(const PlannedSize& plan);  // kappa,prevalence,width,coders,documents,documents_for_percent:
                                              // the expected, then around it
std::string to_json(
    const PlannedSize& plan);  // the same with "agreement", "variance", "formula" and "around"

}  // namespace codeboom
