#include "corpus/text_file.h"

#include "corpus/encoding.h"
#include "corpus/files.h"

namespace codeboom {

Result<std::string> read_text_file(const std::string& path, const std::string& source) {
  const auto bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  auto decoded = decode(*bytes, source);
  if (!decoded) return tl::unexpected(decoded.error());
  return std::move(decoded->utf8);
}

}  // namespace codeboom
