// What the build left ready beside the program is what the program will use: where it does not fit, starting is slow and nothing else tells.
#include "codebook/ready.h"

#include <filesystem>

#include "app/command.h"
#include "app/machine_source.h"
#include "app/shipped.h"
#include "corpus/files.h"
#include "tests/catch.h"

using namespace codeboom;

TEST_CASE("every shipped codebook stands ready beside the program") {
  std::size_t books = 0;
  for (const auto& file : std::filesystem::directory_iterator(program_folder() + "/boeken")) {
    if (file.path().extension() != ".yaml" || file.path().stem() == "kruistabel") continue;
    INFO(file.path());
    const auto yaml = read_file(file.path().string());
    const auto bytes = read_file(ready_path(file.path().string(), program_folder() + "/models"));
    REQUIRE(yaml.has_value());
    REQUIRE(bytes.has_value());
    const auto ready = read_ready(*bytes, *yaml, program_version);
    REQUIRE(ready.has_value());
    CHECK(ready->codebook.yaml == *yaml);
    ++books;
  }
  CHECK(books == 9);
}
