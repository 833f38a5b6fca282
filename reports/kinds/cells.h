// Sentences of the catalogue and cells of a report's tables.
#pragma once

#include <cstdint>
#include <string>

#include "reports/report.h"

namespace codeboom {

std::string words(MessageKey key, UserLanguage language, MessageArguments arguments = {});

inline Cell text_cell(std::string text) { return {std::move(text), std::nullopt}; }
inline Cell count_cell(std::uint64_t n) { return {std::to_string(n), static_cast<double>(n)}; }
// n of base as a share; empty when there is no base.
Cell share_cell(std::uint64_t n, std::uint64_t base, UserLanguage language);

}  // namespace codeboom
