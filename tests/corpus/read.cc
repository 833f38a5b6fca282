#include "corpus/read/read.h"

#include <filesystem>

#include "message_keys/corpus.h"
#include "tests/catch.h"
#include "tests/corpus/blocks.h"
#include "tests/corpus/folder.h"

using namespace codeboom;
using Lines = std::vector<std::string>;

TEST_CASE("a format is known by its extension, in any case") {
  for (const std::string path : {"a.txt", "map.d/a.TXT", "a.md", "a.Markdown", "a.html", "a.b.htm", "-"}) {
    CAPTURE(path);
    CHECK(is_readable_format(path));
  }
  for (const std::string path : {"", "a", "txt", ".txt", "a.docx", "a.txt~", "map.txt/a"}) {
    CAPTURE(path);
    CHECK_FALSE(is_readable_format(path));
  }
}

TEST_CASE("documents are found in byte order, each once, hidden ones left out") {
  const Folder folder;
  for (const std::string name :
       {"b.txt", "a/z.md", "a/B.html", "a/b/c.htm", ".verborgen.txt", ".map/x.txt", "a/beeld.png", "a.txt"}) {
    folder.write(name, "x");
  }
  std::filesystem::create_directory_symlink("..", folder / "a/rond");
  std::filesystem::create_symlink("nergens.txt", folder / "kapot.txt");
  const auto in_folder = [&](const Lines& names) {
    Lines paths;
    for (const auto& name : names) paths.push_back(folder / name);
    return paths;
  };
  CHECK(*find_documents({folder.path}) == in_folder({"a.txt", "a/B.html", "a/b/c.htm", "a/z.md", "b.txt"}));
  CHECK(*find_documents({folder / "b.txt", folder.path, folder / "./b.txt"}) ==
        in_folder({"b.txt", "a.txt", "a/B.html", "a/b/c.htm", "a/z.md"}));
  CHECK(*find_documents({folder / ".verborgen.txt"}) == in_folder({".verborgen.txt"}));
  CHECK(*find_documents({folder / "a/beeld.png"}) == in_folder({"a/beeld.png"}));
}

TEST_CASE("looking for documents where there are none is an error that names the place") {
  const Folder folder;
  const auto missing = find_documents({folder / "weg"});
  REQUIRE_FALSE(missing);
  CHECK(missing.error().kind == ErrorKind::not_found);
  CHECK(missing.error().message == Message{msg::file_missing, {{"file", folder / "weg"}}});
  folder.write("a.docx", "x");
  const auto nothing = find_documents({folder.path});
  REQUIRE_FALSE(nothing);
  CHECK(nothing.error().kind == ErrorKind::not_found);
  CHECK(in_words(nothing.error().message, UserLanguage::nl) ==
        "Onder " + folder.path +
            " is geen document gevonden; gelezen worden .txt, .md, .markdown, .html, .htm.");
}

TEST_CASE("each format is read by its own reader, and the document knows its file") {
  const Folder folder;
  folder.write("een.txt", "Titel\n\n# Kop *x*\n");
  folder.write("twee.MD", "# Kop *x*\n");
  folder.write("dr\xC3\xA9\xC3\xA9.htm", "<h1>Kop <i>x</i></h1>");
  CHECK(test::shown(*read_document(folder / "een.txt")) == Lines{"title: Titel", "heading1: Kop *x*"});
  CHECK(test::shown(*read_document(folder / "twee.MD")) == Lines{"title: Kop x"});
  const auto html = read_document(folder / "dr\xC3\xA9\xC3\xA9.htm");
  REQUIRE(html);
  CHECK(test::shown(*html) == Lines{"title: Kop x"});
  CHECK(html->metadata.id == "dréé");
  CHECK(html->source == folder / "dréé.htm");
}

TEST_CASE("another encoding is read and noted") {
  const Folder folder;
  folder.write("a.txt",
               "Een mbo\x92"
               "er.");
  folder.write("b.md", std::string("\xFE\xFF\0E\0\xE9\0n", 8));
  const auto western = read_document(folder / "a.txt");
  REQUIRE(western);
  CHECK(western->text.utf8() == "Een mbo’er.");
  REQUIRE(western->notes.size() == 1);
  CHECK(in_words(western->notes[0], UserLanguage::nl) ==
        folder / "a.txt" + " is herkend als Windows-1252 en omgezet naar UTF-8.");
  const auto wide = read_document(folder / "b.md");
  REQUIRE(wide);
  CHECK(wide->text.utf8() == "Eén");
  CHECK(wide->notes.size() == 1);
}

TEST_CASE("a page that declares Windows-1252 is read as such where its bytes leave doubt") {
  const Folder folder;
  const std::string bytes =
      "<p>\xC3"
      "baco en na\x95ve";
  folder.write("a.html", "<meta charset=windows-1252>" + bytes);
  folder.write("b.html", bytes);
  CHECK(read_document(folder / "a.html")->text.utf8() == "Ãbaco en na•ve");
  CHECK_FALSE(read_document(folder / "b.html"));
}

TEST_CASE("a file that cannot be read says why and which it is") {
  const Folder folder;
  folder.write("a.docx", "x");
  folder.write("b.txt", std::string("\0\1\2", 3));
  folder.write("c.txt", "12345");
  folder.write("d.txt", "---\njaar: 5\n---\n");
  std::filesystem::create_directory(folder / "e.txt");
  struct Case {
    std::string name;
    MessageKey key;
  };
  const std::vector<Case> cases = {{"a.docx", msg::read_unknown_format}, {"b.txt", msg::encoding_not_text},
                                   {"c.txt", msg::file_too_large},       {"d.txt", msg::file_too_large},
                                   {"e.txt", msg::file_is_folder},       {"f.txt", msg::file_missing}};
  for (const auto& [name, key] : cases) {
    const auto document = read_document(folder / name, 4);
    REQUIRE_FALSE(document);
    CHECK(name_of(document.error().message.key) == name_of(key));
    CHECK(in_words(document.error().message, UserLanguage::en).find(folder / name) == 0);
  }
  CHECK(read_document(folder / "d.txt").error().message.key == msg::metadata_at_line);
}
