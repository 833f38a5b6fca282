#include "corpus/files.h"

#include <sys/stat.h>

#include <filesystem>

#include "corpus/quick_hash.h"
#include "message_keys/corpus.h"
#include "tests/catch.h"
#include "tests/corpus/folder.h"

using namespace codeboom;
namespace fs = std::filesystem;

TEST_CASE("what is written is what is read, and only the file itself is left") {
  const Folder folder;
  for (const std::string& bytes : {std::string(), std::string("a\0b\r\n", 5), std::string(3'000'000, 'x')}) {
    REQUIRE(write_file(folder / "uit.txt", bytes));
    const auto back = read_file(folder / "uit.txt");
    REQUIRE(back);
    CHECK((*back == bytes));
  }
  CHECK(folder.names() == std::vector<std::string>{"uit.txt"});
}

TEST_CASE("without finish nothing is written and what was there stays") {
  const Folder folder;
  REQUIRE(write_file(folder / "uit.txt", "oud"));
  {
    auto file = OutputFile::create(folder / "uit.txt");
    REQUIRE(file);
    file->write(std::string(1'000'000, 'x'));
    CHECK(*read_file(folder / "uit.txt") == "oud");
    OutputFile moved = std::move(*file);
    moved.write("y");
  }
  CHECK(*read_file(folder / "uit.txt") == "oud");
  CHECK(folder.names() == std::vector<std::string>{"uit.txt"});
}

TEST_CASE("a written file has the permissions of any new file") {
  const Folder folder;
  const mode_t before = ::umask(027);
  REQUIRE(write_file(folder / "uit.txt", "x"));
  ::umask(before);
  struct stat status = {};
  REQUIRE(::stat((folder / "uit.txt").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0640);
}

TEST_CASE("writing through a link keeps the link and replaces its target") {
  const Folder folder;
  folder.write("doel.txt", "oud");
  fs::create_symlink("doel.txt", folder / "link.txt");
  REQUIRE(write_file(folder / "link.txt", "nieuw"));
  CHECK(fs::is_symlink(folder / "link.txt"));
  CHECK(*read_file(folder / "doel.txt") == "nieuw");
}

TEST_CASE("a device is written to and not replaced") {
  REQUIRE(write_file("/dev/null", "x"));
  CHECK(fs::is_character_file("/dev/null"));
  const auto full = write_file("/dev/full", "x");
  REQUIRE_FALSE(full);
  CHECK(full.error().kind == ErrorKind::unavailable);
  CHECK(in_words(full.error().message, UserLanguage::nl) ==
        "/dev/full kan niet worden geschreven: de schijf is vol.");
}

TEST_CASE("what cannot be read is said in one sentence that names it") {
  const Folder folder;
  folder.write("groot.txt", "12345");
  fs::create_symlink("rond", folder / "rond");
  REQUIRE(::mkfifo((folder / "pijp").c_str(), 0600) == 0);
  struct Case {
    std::string name;
    ErrorKind kind;
    MessageKey key;
  };
  const std::vector<Case> cases = {
      {"is er niet.txt", ErrorKind::not_found, msg::file_missing},
      {"groot.txt/in een bestand", ErrorKind::not_found, msg::file_missing},
      {"", ErrorKind::bad_input, msg::file_is_folder},
      {"pijp", ErrorKind::bad_input, msg::file_not_regular},
      {"rond", ErrorKind::unavailable, msg::file_cannot_read},
      {"groot.txt", ErrorKind::bad_input, msg::file_too_large},
  };
  for (const auto& [name, kind, key] : cases) {
    CAPTURE(name);
    const auto read = read_file(folder / name, 4);
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == kind);
    CHECK(name_of(read.error().message.key) == name_of(key));
    CHECK(in_words(read.error().message, UserLanguage::nl).find(folder / name) == 0);
  }
  CHECK(*read_file(folder / "groot.txt", 5) == "12345");
}

TEST_CASE("a file over the limit is refused with its size and the limit, before it is read") {
  const Folder folder;
  folder.write("groot.txt", "");
  fs::resize_file(folder / "groot.txt", default_size_limit + 1);  // takes no room on the disk
  const auto read = read_file(folder / "groot.txt");
  REQUIRE_FALSE(read);
  const std::string words = in_words(read.error().message, UserLanguage::nl);
  CHECK(words.find("67.108.865 bytes") != std::string::npos);
  CHECK(words.find("67.108.864") != std::string::npos);
}

TEST_CASE("a file that grows beyond the limit while it is read is refused too") {
  // The size that the system gives for it is 0.
  const auto read = read_file("/proc/self/maps", 10);
  REQUIRE_FALSE(read);
  CHECK(read.error().kind == ErrorKind::bad_input);
  CHECK(read_file("/proc/self/maps")->size() > 10);
}

TEST_CASE("what cannot be written is said in one sentence that names it") {
  const Folder folder;
  const auto no_folder = write_file(folder / "geen/map/uit.txt", "x");
  REQUIRE_FALSE(no_folder);
  CHECK(no_folder.error().kind == ErrorKind::not_found);
  CHECK(no_folder.error().message.key == msg::file_folder_missing);
  const auto is_folder = write_file(folder / "", "x");
  REQUIRE_FALSE(is_folder);
  CHECK(is_folder.error().message.key == msg::file_is_folder);
  CHECK(folder.names().empty());
}

TEST_CASE("a file read in blocks is the file, and refused where it is refused whole") {
  const Folder folder;
  std::string bytes;
  for (int i = 0; bytes.size() < 1'000'000; ++i) bytes += std::to_string(i) + "\n";  // more than a block, and not a whole number of them
  REQUIRE(write_file(folder / "lang.txt", bytes).has_value());
  REQUIRE(write_file(folder / "leeg.txt", "").has_value());
  std::string back;
  int blocks = 0;
  const auto add = [&](std::string_view block) { back += block, ++blocks; };
  REQUIRE(for_each_block(folder / "lang.txt", default_size_limit, add).has_value());
  CHECK(back == bytes);
  CHECK(blocks > 1);
  blocks = 0;
  REQUIRE(for_each_block(folder / "leeg.txt", default_size_limit, add).has_value());
  CHECK(blocks == 0);
  for (const std::string& wrong : {folder / "weg.txt", folder / "", folder / "lang.txt", std::string("/proc/self/maps")}) {
    const auto in_blocks = for_each_block(wrong, 10, add), whole = read_file(wrong, 10).map([](const std::string&) {});
    REQUIRE_FALSE(in_blocks.has_value());
    REQUIRE_FALSE(whole.has_value());
    CHECK(in_blocks.error().message.key == whole.error().message.key);
  }
  CHECK(blocks == 0);
}

TEST_CASE("the quick hash of a file is that of its bytes; of nothing it is the published one") {
  const Folder folder;
  CHECK(quick_hash("") == "11072670137173121240 6918025063187695999");  // 99aa06d3014798d8 6001c324468d497f, xxHash's own test
  CHECK(quick_hash("a") != quick_hash("b"));
  for (const std::string& bytes : {std::string(), std::string("kort"), std::string(3'000'000, 'x') + "y"}) {
    REQUIRE(write_file(folder / "bestand.txt", bytes));
    const auto hash = quick_hash_of_file(folder / "bestand.txt");
    REQUIRE(hash.has_value());
    CHECK(*hash == quick_hash(bytes));
  }
  const auto gone = quick_hash_of_file(folder / "weg.txt");
  REQUIRE_FALSE(gone.has_value());
  CHECK(gone.error().kind == ErrorKind::not_found);
}
