#include <gumbo.h>

#include <set>

#include "reports/html.h"
#include "reports/write/write.h"
#include "tests/catch.h"
#include "tests/reports/golden.h"
#include "tests/reports/sample_report.h"

using namespace codeboom;

namespace {

// A page as a browser reads it.
class Page {
 public:
  explicit Page(std::string html)
      : html_(std::move(html)),
        output_(gumbo_parse_with_options(&kGumboDefaultOptions, html_.data(), html_.size())) {
    read(output_->root);
  }
  ~Page() { gumbo_destroy_output(&kGumboDefaultOptions, output_); }
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  unsigned int errors() const { return output_->errors.length; }

  std::vector<std::string> ids, links, elements,
      labels;  // in order; labels: every id that aria-labelledby names
  std::vector<unsigned int> headings;
  std::string text;

 private:
  void read(const GumboNode* node) {
    if (node->type == GUMBO_NODE_TEXT) text += node->v.text.text;
    if (node->type != GUMBO_NODE_ELEMENT) return;
    const GumboElement& element = node->v.element;
    const std::string name = gumbo_normalized_tagname(element.tag);
    elements.push_back(name);
    if (name == "style") return;
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
      headings.push_back(static_cast<unsigned int>(name[1] - '0'));
    if (const char* id = value(element, "id")) ids.emplace_back(id);
    if (const char* link = value(element, "href")) links.emplace_back(link);
    if (const char* named = value(element, "aria-labelledby")) {
      std::istringstream all(named);
      for (std::string id; all >> id;) labels.push_back(id);
    }
    for (unsigned int i = 0; i < element.children.length; ++i)
      read(static_cast<const GumboNode*>(element.children.data[i]));
  }

  static const char* value(const GumboElement& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found == nullptr ? nullptr : found->value;
  }

  std::string html_;
  GumboOutput* output_;
};

std::size_t count(const std::vector<std::string>& all, const std::string& one) {
  return static_cast<std::size_t>(std::count(all.begin(), all.end(), one));
}

std::string body(const std::string& html) {
  const std::size_t begin = html.find("<main"), end = html.find("</body>");
  return html.substr(begin, end - begin);
}

Report with(std::vector<ReportElement> elements) {
  Report report;
  report.title = "Verslag";
  report.elements = std::move(elements);
  return report;
}

}  // namespace

TEST_CASE("the sample report as HTML is as it was looked at", "[write]") {
  const std::string html = to_html(sample_report());
  check_golden(body(html), "sample.html");
  CHECK(html == to_html(sample_report()));
}

TEST_CASE("a browser finds no error in a report, every link has a target and every name its words",
          "[write]") {
  Report english = sample_report();
  english.language = UserLanguage::en;
  for (const Report& report : {sample_report(), english, Report{}}) {
    const std::string html = to_html(report);
    const Page page(html);
    CHECK(page.errors() == 0);
    const std::set<std::string> ids(page.ids.begin(), page.ids.end());
    CHECK(ids.size() == page.ids.size());
    for (const std::string& link : page.links) {
      INFO(link);
      CHECK(ids.contains(link.substr(1)));
      CHECK(link[0] == '#');  // nothing from elsewhere
    }
    for (const std::string& label : page.labels) CHECK(ids.contains(label));
    CHECK(count(page.elements, "script") == 0);
    CHECK(count(page.elements, "h1") == 1);
    for (std::size_t i = 1; i < page.headings.size(); ++i)
      CHECK(page.headings[i] <= page.headings[i - 1] + 1);
  }
}

TEST_CASE("text from outside is text in a page, wherever it stands", "[write]") {
  const Page page(to_html(sample_report()));
  for (const std::string words :
       {"Voorbeeldverslag: <elementen> & “bewijs”", "De naam <script>alert(1)</script> is tekst",
        "1.2 <b>Draagvlak</b> in het team; \"samen\"", "mentor <b>over</b>",
        "document d<7>, “Praten over later & nu”, positie 120–199, gecodeerd door Anna",
        "Weten <ouders> ervan?", "2 <Uitvoering>", "Q&A <live>", "B1 <Netwerk> & co",
        "succes & <co> (succes 1)", "--where 'sector=mbo'", "–5 | kleiner dan 5 🎓"}) {
    INFO(words);
    CHECK(page.text.find(words) != std::string::npos);
  }
  CHECK(count(page.elements, "b") == 0);
  CHECK(count(page.elements, "mark") == 2);
}

TEST_CASE("a table says which cells are headings, and where a group of rows begins", "[write]") {
  const std::string html = to_html(with({*find_table(sample_report(), "elements_by_sector")}));
  CHECK(html.find("<caption id=\"tabel_elements_by_sector_titel\">In hoeveel") != std::string::npos);
  CHECK(html.find("<th scope=\"col\">Element</th><th scope=\"col\" class=\"n\">Documenten</th>") !=
        std::string::npos);
  CHECK(html.find("<tr class=\"section\"><th scope=\"rowgroup\" colspan=\"5\">1 Voorwaarden</th></tr>") !=
        std::string::npos);
  CHECK(
      html.find("<tr class=\"l3\"><th scope=\"row\">1.1.1 Uren in het rooster</th><td class=\"n\">3</td>") !=
      std::string::npos);
  CHECK(html.find("<tr class=\"total\"><th scope=\"row\">Totaal</th>") != std::string::npos);
  CHECK(html.find("één regel<br>\nen nog een") != std::string::npos);
}

TEST_CASE("a table without rows says so instead of standing there empty", "[write]") {
  const std::string html = to_html(with({*find_table(sample_report(), "nothing")}));
  CHECK(html.find("<td colspan=\"2\">Geen rijen: hier is niets te tellen.</td>") != std::string::npos);
}

TEST_CASE("contents stand above a report with more than five main headings, and not above a short one",
          "[write]") {
  std::vector<ReportElement> five(5, Heading{2, "Kop", ""});
  CHECK(to_html(with(five)).find("<nav") == std::string::npos);
  five.push_back(Heading{2, "De <zesde>", "zes"});
  const std::string html = to_html(with(five));
  CHECK(html.find("<a href=\"#kop_1\">Kop</a>") != std::string::npos);
  CHECK(html.find("<a href=\"#zes\">De &lt;zesde&gt;</a>") != std::string::npos);
  CHECK(html.find("<h2 id=\"zes\">De &lt;zesde&gt;</h2>") != std::string::npos);
}

TEST_CASE("a remark and a note are told apart from text by more than colour", "[write]") {
  const std::string html = to_html(sample_report());
  CHECK(html.find("<strong class=\"remark\">een wens, nog geen gewoonte</strong>") != std::string::npos);
  CHECK(html.find("<p class=\"note\">Drie documenten") != std::string::npos);
  CHECK(to_html(with({Prose{"Een.\n\nTwee.", Tone::note}}))
            .find("<div class=\"note\">\n<p>Een.</p>\n<p>Twee.</p>\n</div>") != std::string::npos);
}

TEST_CASE("a title of three hundred characters makes a page as any other", "[write]") {
  Report report = with({});
  report.title = std::string(299, 'x') + "<";
  const Page page(to_html(report));
  CHECK(page.errors() == 0);
  CHECK(page.text.find(report.title) != std::string::npos);
}
