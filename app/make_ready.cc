// make_ready FOLDER CODEBOOK.yaml...: reads and compiles the codebooks that come with the program, into FOLDER. Part of the build.
#include <iostream>
#include <string>
#include <vector>

#include "app/command.h"
#include "app/machine_source.h"
#include "codebook/ready.h"
#include "corpus/files.h"

namespace codeboom {
namespace {

Result<void> make_ready(const std::string& path, const std::string& folder) {
  const auto file = read_file(path);
  if (!file) return tl::unexpected(file.error());
  auto codebook = read_codebook(*file, path);
  if (!codebook) return tl::unexpected(codebook.error());
  auto rules = compile_rules(*codebook);
  if (!rules) return tl::unexpected(rules.error());
  return write_file(ready_path(path, folder), ready_bytes({std::move(*codebook), std::move(*rules)}, *file, program_version));
}

}  // namespace
}  // namespace codeboom

int main(int count, char** arguments) {
  const std::vector<std::string> given(arguments + 1, arguments + count);
  for (std::size_t i = 1; i < given.size(); ++i) {
    if (const auto made = codeboom::make_ready(given[i], given[0]); !made) {
      std::cerr << codeboom::in_words(made.error().message, codeboom::UserLanguage::nl) << '\n';
      return 1;
    }
  }
}
