// The generated catalogue: one entry per MessageKey, in the order of the keys.
#pragma once

namespace codeboom {

struct CatalogueEntry {
  const char* key;
  const char* nl;  // ICU MessageFormat patterns
  const char* en;
};
extern const CatalogueEntry catalogue_entries[];
extern const unsigned catalogue_size;

}  // namespace codeboom
