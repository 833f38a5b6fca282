// The generated catalogues: one entry per MessageKey.
#pragma once

namespace codeboom {

struct CatalogueEntry {
  const char* key;
  const char* nl;  // ICU MessageFormat patterns
  const char* en;
};
extern const CatalogueEntry* const catalogues[];

}  // namespace codeboom
