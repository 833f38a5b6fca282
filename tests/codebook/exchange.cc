#include "codebook/exchange.h"

#include "message_keys/codebook.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

Document document_of(const std::string& text) {
  Document document;
  document.metadata.id = "vb-1";
  document.text = *Text::from_utf8(text);
  return document;
}

Coding coding_in(const Document& document, std::uint32_t begin, std::uint32_t end) {
  Coding coding;
  coding.document = document.metadata.id;
  coding.span = {{begin}, {end}};
  coding.code = "taal.toon";
  coding.coder = "coder-a";
  coding.quote = document.text[coding.span];
  return coding;
}

MessageKey key_of(const std::string& file) {
  const auto read = read_codings(file, "a");
  REQUIRE_FALSE(read.has_value());
  return read.error().message.key;
}

}  // namespace

TEST_CASE("a coding as a line of JSON has positions in code points and a fixed order") {
  const Document document = document_of("Één “podcast” voor mbo’ers.");
  Coding coding = coding_in(document, 6, 19);
  CHECK(coding.quote == "“podcast”");
  CHECK(to_json_line(coding, document.text) ==
        R"({"document":"vb-1","start":4,"end":13,"code":"taal.toon","coder":"coder-a","quote":"“podcast”"})");
  coding.score = 4;
  coding.evidence = {{{{9}, {16}}, "taal.toon#2"}};
  coding.flags = static_cast<Flags>(Flag::negation);
  coding.codebook = "proef 1";
  coding.program = "1";
  coding.lexicon = "2";
  CHECK(to_json_line(coding, document.text) ==
        R"({"document":"vb-1","start":4,"end":13,"code":"taal.toon","coder":"coder-a","quote":"“podcast”","score":4.0,)"
        R"("evidence":[{"start":5,"end":12,"rule":"taal.toon#2"}],"flags":["negation"],"versions":{"codebook":"proef 1","program":"1","lexicon":"2"}})");
}

TEST_CASE("what is written as JSON Lines or CSV is read back and placed where it was") {
  const Document document = document_of("Eén, “twee”; drie\nvier \"vijf\" zes, 7 – acht.");
  const std::uint32_t size = document.text.whole().end.value;
  std::string lines, csv = csv_header() + "\n";
  std::vector<Coding> codings;
  for (std::uint32_t begin = 0; begin < size; ++begin) {
    for (std::uint32_t end = begin + 1; end <= size; end += 5) {
      const auto boundary = [&](std::uint32_t at) {
        return at == size || (static_cast<unsigned char>(document.text.utf8()[at]) & 0xC0) != 0x80;
      };
      if (!boundary(begin) || !boundary(end)) continue;
      codings.push_back(coding_in(document, begin, end));
      lines += to_json_line(codings.back(), document.text) + "\n";
      csv += to_csv_line(codings.back(), document.text) + "\n";
    }
  }
  REQUIRE(codings.size() > 100);
  for (const std::string& file : {lines, csv}) {
    const auto read = read_codings(file, "a");
    REQUIRE(read.has_value());
    REQUIRE(read->size() == codings.size());
    for (std::size_t i = 0; i < codings.size(); ++i) {
      const auto placed = place((*read)[i], document, "a");
      REQUIRE(placed.has_value());
      CHECK(placed->coding == codings[i]);
      CHECK_FALSE(placed->moved);
    }
  }
}

TEST_CASE("semicolons, tabs, a byte order mark and other columns are all right in CSV") {
  const auto read = read_codings("\xEF\xBB\xBF" "quote;extra;document;code;coder\n\"een; twee\";x;d;c;k\n", "a");
  REQUIRE(read.has_value());
  REQUIRE(read->size() == 1);
  CHECK(read->front().quote == "een; twee");
  CHECK(read->front().line == 2);
  CHECK_FALSE(read->front().start.has_value());
  CHECK(read_codings("document\tcode\tcoder\tstart\tend\nd\tc\tk\t0\t3\n", "a")->front().end == 3u);
  CHECK(read_codings(" \n\n", "a")->empty());
}

TEST_CASE("a file of codings that is wrong is refused with its line and field") {
  CHECK(key_of("{\"document\":1}") == msg::codings_bad_field);
  CHECK(key_of("{\"document\":\"d\",\"code\":\"c\",\"coder\":\"k\"}") == msg::codings_missing_field);
  CHECK(key_of("{\"document\":\"d\",\"code\":\"c\",\"coder\":\"k\",\"start\":1}") == msg::codings_missing_field);
  CHECK(key_of("{\"document\":\"d\",\"code\":\"c\",\"coder\":\"k\",\"start\":-1,\"end\":2}") == msg::codings_bad_field);
  CHECK(key_of("{\"document\":\"d\",\"code\":\"c\",\"coder\":\"k\",\"start\":1.5,\"end\":2}") == msg::codings_bad_field);
  CHECK(key_of("{\"document\":\"d\"") == msg::codings_not_json);
  CHECK(key_of("naam,code\na,b\n") == msg::codings_no_header);
  CHECK(key_of("document,code,coder,quote\na,b,c\n") == msg::codings_too_few_cells);
  CHECK(key_of("document,code,coder,start,end\nd,c,k,1,x\n") == msg::codings_bad_field);
  CHECK(key_of("document,code,coder,quote\n,c,k,q\n") == msg::codings_missing_field);
  CHECK(key_of("document,code,coder,quote\nd,c,k,\"open\n") == msg::codings_unclosed_quote);
}

TEST_CASE("a quote is found where it stands nearest to its old place") {
  const Document document = document_of("kiezen is leren en leren is kiezen");
  ExchangedCoding coding;
  coding.line = 3;
  coding.document = "vb-1";
  coding.code = "c";
  coding.coder = "k";
  coding.quote = "kiezen";
  const auto ambiguous = place(coding, document, "a");
  REQUIRE_FALSE(ambiguous.has_value());
  CHECK(ambiguous.error().message.key == msg::codings_quote_ambiguous);
  coding.start = 20;
  coding.end = 26;
  const auto moved = place(coding, document, "a");
  REQUIRE(moved.has_value());
  CHECK(moved->moved);
  CHECK(moved->coding.span.begin.value == 28);
  coding.quote = "kiest";
  CHECK(place(coding, document, "a").error().message.key == msg::codings_quote_not_found);
  coding.quote.clear();
  coding.start = 30;
  coding.end = 99;
  CHECK(place(coding, document, "a").error().message.key == msg::codings_bad_position);
  coding.start = coding.end = 4;
  CHECK(place(coding, document, "a").error().message.key == msg::codings_empty_span);
}
