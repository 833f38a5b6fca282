#include "reports/run_report.h"

#include "reports/html.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

Codebook hostile_codebook() {
  Codebook codebook;
  codebook.id = "p";
  codebook.version = "1";
  codebook.title = "<b>\"Proef\" & 'co'</b>";
  Code code;
  code.id = "a";
  code.name = "Naam <script>alert(1)</script>";
  code.definition = "A & B";
  codebook.codes.push_back(code);
  return codebook;
}

Document document_with(const std::string& text) {
  Document document;
  document.metadata.id = "d<1>";
  document.metadata.title = std::string(300, 'x') + " & “curly” 🎓";
  document.text = *Text::from_utf8(text);
  return document;
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

std::string page_of(const Codebook& codebook, const std::vector<Document>& documents, const Suggestions& suggestions) {
  QuotationPicker quotations(codebook.codes.size(), 3);
  RunReport report;
  std::vector<std::string> ids;
  for (const Document& document : documents) {
    quotations.add(document, suggestions);
    report.documents.push_back(document.metadata);
    ids.push_back(document.metadata.id);
  }
  TallyCounter counter(ids, to_record(codebook).codes);
  for (std::size_t i = 0; i < documents.size() && !suggestions.suggestions.empty(); ++i) {
    counter.add(0u, static_cast<std::uint32_t>(i));
  }
  report.tally = counter.tally();
  report.codebook = &codebook;
  report.quotations = &quotations;
  report.command = "codeboom run <in>";
  return to_html(report, UserLanguage::nl);
}

}  // namespace

TEST_CASE("what stands in documents and codebooks is text in the report, never markup") {
  const Codebook codebook = hostile_codebook();
  Suggestions suggestions;
  suggestions.suggestions.push_back({{{0}, {20}}, 0, 3.0f, 0, 0, 0, 2});
  suggestions.evidence = {{{{4}, {9}}, 0}, {{{7}, {12}}, 0}};
  const std::string html = page_of(codebook, {document_with("Een <i>woord</i> & \"meer\".")}, suggestions);
  CHECK(html.find("<script>") == std::string::npos);
  CHECK(html.find("<i>") == std::string::npos);
  CHECK(html.find("<b>") == std::string::npos);
  CHECK(html.find("d&lt;1&gt;") != std::string::npos);
  CHECK(html.find("Een <mark>&lt;i&gt;woord</mark>&lt;/i&gt; &amp; ") != std::string::npos);  // overlapping evidence is one mark
}

TEST_CASE("every element that the report opens it closes, with and without findings") {
  const Codebook codebook = hostile_codebook();
  Suggestions one;
  one.suggestions.push_back({{{0}, {3}}, 0, 3.0f, 0, 0, 0});
  for (const std::string& html :
       {page_of(codebook, {document_with("Een tekst.")}, one), page_of(codebook, {document_with("Een tekst.")}, {}),
        page_of(codebook, {}, {})}) {
    for (const std::string name : {"table", "tr", "th", "td", "h2", "h3", "p", "div", "blockquote", "dl", "main", "span", "a", "ul"}) {
      INFO(name);
      CHECK(count(html, "<" + name + ">") + count(html, "<" + name + " ") == count(html, "</" + name + ">"));
    }
    CHECK(html.find("http") == std::string::npos);  // self-contained
    CHECK(count(html, "<h1") == 1);
  }
}

TEST_CASE("quotations are the strongest, one a document, earlier documents first among equals") {
  QuotationPicker picker(1, 2);
  const auto add = [&](const std::string& id, float score, std::uint32_t begin) {
    Document document = document_with("abcdefghij");
    document.metadata.id = id;
    Suggestions suggestions;
    suggestions.suggestions.push_back({{{begin}, {begin + 1}}, 0, score, 0, 0, 0});
    picker.add(document, suggestions);
  };
  add("d1", 3, 0);
  add("d1", 5, 1);
  add("d2", 3, 2);
  add("d3", 3, 3);
  add("d4", 4, 4);
  REQUIRE(picker.of(0).size() == 2);
  CHECK(picker.of(0)[0].document == "d1");
  CHECK(picker.of(0)[0].text == "b");
  CHECK(picker.of(0)[1].document == "d4");
}
