// A tally in the forms that people and programs read it in.
#pragma once

#include <string>

#include "reports/table.h"
#include "reports/tally.h"

namespace codeboom {

// Headings in the user's language, shares as per cent; codes indented by level.
Table to_table(const Tally& tally, const TallyView& view, UserLanguage language);
Table to_table(const CrossedTally& crossed, const TallyView& view, UserLanguage language);

// A code whose machine number may not be trusted is marked ° in tables; CSV and JSON then have "trusted" (true, false, or empty).

// One sentence: whose codings, how many documents, pairs and mentions.
Message headline(const Tally& tally);

// CSV for other programs: code,name,level,parent,n,share,mentions,documents (IDs separated by spaces); English headings,
// shares as fractions. Crossed: a column n_<value> per value.
std::string to_csv(const Tally& tally, const TallyView& view);
std::string to_csv(const CrossedTally& crossed, const TallyView& view);

// {"codes":[{"code","name","level","parent","n","share","documents","mentions"},...],"documents":64,"coded_documents":...,
//  "pairs":...,"mentions":...,"coder":"...","codebook":"..."}; share is null when there are no documents, otherwise a fraction with
// at most four decimals. Crossed: each code has "by":{"vmbo":{"n":..,"of":..},...}.
std::string to_json(const Tally& tally, const TallyView& view);
std::string to_json(const CrossedTally& crossed, const TallyView& view);

// Leaf code x document: how often any element was found in any document.
std::uint64_t pairs(const Tally& tally);

}  // namespace codeboom
