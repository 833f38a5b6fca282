// A concordance in the forms that people and programs read it in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reports/concordance.h"
#include "reports/looser_forms.h"
#include "reports/table.h"

namespace codeboom {

// A rule on a row, headings in the user's language. What people said is shown only when they said something.
Table to_table(const Concordance& concordance, UserLanguage language);

// How many rules, and how many without hits; nothing when there is one rule.
std::optional<Message> total(const Concordance& concordance);

// What the table's columns of people's work hold; empty without them.
std::vector<Message> legend(const Concordance& concordance);

// The rule, its counts, and its hits in context.
std::string to_text(const RuleCount& count, std::size_t width, UserLanguage language);

// rule,code,text,sentences,documents; with people's codings own_code,other_code,no_code; with their decisions accepted,rejected.
std::string counts_to_csv(const Concordance& concordance, const Codebook& codebook);
// rule,document,start,end,before,match,after: the hits that were kept.
std::string hits_to_csv(const Concordance& concordance);

// A line: {"rule","code","text","sentences","documents","own_code",...,"hits":[...],"looser":[...]}; rule is null when it was typed,
// code when none was named; people's numbers and looser forms stand in it only when there are any.
std::string to_json_line(const RuleCount& count, const Concordance& whole, const Codebook& codebook,
                         const std::vector<LooserForm>& looser);

// What looser forms add, most first.
std::string to_text(const std::vector<LooserForm>& forms, std::size_t width, UserLanguage language);
// form,sentences,documents,example_1,example_2
std::string to_csv(const std::vector<LooserForm>& forms);

}  // namespace codeboom
