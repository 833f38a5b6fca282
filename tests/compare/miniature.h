// Shared by the tests of comparing coders: two coders, three documents, four codes, small enough to count by hand.
#pragma once

#include "codebook/units.h"
#include "tests/match/fixture.h"

namespace codeboom::compare_test {

using match_test::valid;

enum : std::uint32_t { a = 0, ax = 1, ay = 2, b = 3 };  // places of the codes: a with a.x and a.y below it, and b

inline Codebook four_codes() {
  return valid(parse_codebook("format: codeboom-codebook/1\nid: vier\nversion: \"1\"\ncodes:\n  - id: a\n    name: A\n    codes:\n"
                              "      - {id: a.x, name: X}\n      - {id: a.y, name: Y}\n  - {id: b, name: B}\n", "vier"));
}

inline Document document_of(const std::string& id, const std::string& text) {
  Document document;
  document.metadata.id = id;
  document.text = valid(Text::from_utf8(text));
  document.blocks = {{BlockKind::paragraph, 0, document.text.whole()}};
  return document;
}

// d1 has three sentences, d2 two, d3 one.
inline std::vector<Document> three_documents() {
  return {document_of("d1", "Wij lopen mee. Zij vragen veel. Het gaat goed."), document_of("d2", "De klas praat. Een docent luistert."),
          document_of("d3", "Niemand kwam langs.")};
}

inline Span where(const Document& document, std::string_view quote) {
  const std::size_t at = document.text.utf8().find(quote);
  REQUIRE(at != std::string::npos);
  return {{static_cast<std::uint32_t>(at)}, {static_cast<std::uint32_t>(at + quote.size())}};
}

struct Said {
  std::string document, quote, code;
};

inline CoderWork work_of(const std::string& coder, const std::vector<Said>& said, const std::vector<Document>& documents) {
  CoderWork work{coder, {}, {}, {}, {}, 0};
  for (const Said& one : said) {
    for (const Document& document : documents) {
      if (document.metadata.id != one.document) continue;
      Coding coding;
      coding.document = one.document;
      coding.span = where(document, one.quote);
      coding.code = one.code;
      coding.coder = coder;
      coding.quote = one.quote;
      work.codings.push_back(std::move(coding));
    }
  }
  return work;
}

// Anna and Bert on d1 and d2; only Anna coded d3.
inline std::vector<CoderWork> annas_and_berts(const std::vector<Document>& documents) {
  return {work_of("anna", {{"d1", "Wij lopen mee.", "a.x"}, {"d1", "Zij vragen veel. Het gaat goed.", "a.y"}, {"d2", "De klas praat.", "b"},
                           {"d3", "Niemand", "b"}}, documents),
          work_of("bert", {{"d1", "Wij lopen mee.", "a.x"}, {"d1", "Zij vragen veel.", "a.y"}, {"d1", "Het gaat goed.", "b"},
                           {"d2", "De klas praat.", "a.x"}}, documents)};
}

}  // namespace codeboom::compare_test
