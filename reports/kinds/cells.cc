#include "reports/kinds/cells.h"

#include "message_keys/reports.h"

namespace codeboom {

std::string words(MessageKey key, UserLanguage language, MessageArguments arguments) {
  return in_words({key, std::move(arguments)}, language);
}

Cell share_cell(std::uint64_t n, std::uint64_t base, UserLanguage language) {
  if (base == 0) return {};
  const double share = static_cast<double>(n) / static_cast<double>(base);
  return {in_words({msg::tally_per_cent, {{"share", share}}}, language), share};
}

}  // namespace codeboom
