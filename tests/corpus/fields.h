// Metadata of which a test names only the first fields.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/document.h"

namespace codeboom::test {

inline Metadata fields(std::string id = {}, std::string title = {}, std::vector<std::string> sector = {},
                       std::vector<std::string> thema = {}, std::string regio = {},
                       std::optional<int> jaar = {}, std::string soort = {}, std::string vorm = {}) {
  return {std::move(id), std::move(title), std::move(sector), std::move(thema), std::move(regio),
          jaar,          std::move(soort), std::move(vorm)};
}

}  // namespace codeboom::test
