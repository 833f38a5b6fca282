#include <algorithm>

#include "reports/kinds/kinds.h"
#include "reports/kinds/quotes.h"
#include "reports/kinds/summary_parts.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

Codebook codebook(const std::string& id = "boek") {
  const auto parsed = parse_codebook("format: codeboom-codebook/1\nid: " + id + R"(
title: Wat werkt
version: "1"
codes:
  - id: a
    name: Met elkaar
    statement: Scholen doen het samen
    codes:
      - {id: a.x, name: Bellen, statement: de school belt ouders, question: Bellen jullie ouders?}
      - {id: a.y, name: Schrijven & <lezen>}
  - {id: b, name: Alleen}
)",
                                     "boek.yaml");
  REQUIRE(parsed);
  return *parsed;
}

CodedPlace coding(std::uint32_t document, std::uint32_t code, const std::string& quote, std::uint32_t sentence = 0, Flags flags = 0) {
  CodedPlace one;
  one.document = document;
  one.code = code;
  one.place = {{sentence * 100}, {sentence * 100 + 10}};
  one.block = sentence / 10;
  one.first_sentence = sentence;
  one.end_sentence = sentence + 1;
  one.quote = quote;
  one.flags = flags;
  return one;
}

// Codes: 0 a, 1 a.x, 2 a.y, 3 b.
Material material_of(std::uint32_t documents, std::vector<CodedPlace> codings, bool people = true) {
  Material material;
  material.codebook = codebook();
  material.in_project = documents;
  for (std::uint32_t i = 0; i < documents; ++i) {
    Metadata metadata;
    metadata.id = "d" + std::to_string(i + 1);
    metadata.title = "Voorbeeld " + std::to_string(i + 1);
    metadata.sector = {i % 2 == 0 ? "mbo" : "vmbo"};
    material.documents.push_back({metadata, 20, people, !people});
  }
  if (people) {
    material.people = {"anna"};
    material.by_people = material.each_person = std::move(codings);
  } else {
    material.run = MachineRun{1, "boek 1", "t", "l", "", ""};
    material.by_machine = std::move(codings);
  }
  return material;
}

// Everything that a reader reads, a line a piece.
std::string text_of(const Report& report) {
  std::string text = report.title + "\n";
  for (const ReportElement& element : report.elements) {
    if (const auto* heading = std::get_if<Heading>(&element)) text += "# " + heading->text + "\n";
    if (const auto* prose = std::get_if<Prose>(&element)) text += prose->text + "\n";
    if (const auto* quote = std::get_if<Quote>(&element)) text += "> " + quote->text + " (" + quote->document + ") " + quote->remark + "\n";
    if (const auto* list = std::get_if<List>(&element)) {
      for (const auto& item : list->items) text += "- " + item.text + " | " + item.detail + "\n";
    }
  }
  return text;
}

bool says(const Report& report, const std::string& piece) { return text_of(report).find(piece) != std::string::npos; }

std::vector<std::string> row(const Report& report, std::string_view key, std::size_t place) {
  const ReportTable* table = find_table(report, key);
  REQUIRE(table != nullptr);
  REQUIRE(place < table->rows.size());
  std::vector<std::string> cells;
  for (const Cell& cell : table->rows[place].cells) cells.push_back(cell.text);
  return cells;
}

// Of every report: rows as wide as the table, keys and anchors unique, no heading level skipped.
void check_shape(const Report& report) {
  std::set<std::string> keys, anchors;
  int level = 1;
  for (const ReportElement& element : report.elements) {
    if (const auto* table = std::get_if<ReportTable>(&element)) {
      CHECK(keys.insert(table->key).second);
      for (const auto& one : table->rows) CHECK(one.cells.size() == table->columns.size());
    }
    if (const auto* heading = std::get_if<Heading>(&element)) {
      CAPTURE(heading->text);
      CHECK(heading->level <= level + 1);
      level = heading->level;
      if (!heading->anchor.empty()) CHECK(anchors.insert(heading->anchor).second);
    }
    if (const auto* chart = std::get_if<ReportChart>(&element)) CHECK(find_table(report, chart->table) != nullptr);
  }
  CHECK_FALSE(report.title.empty());
  CHECK(text_of(report).find("{") == std::string::npos);  // an argument that a sentence names and did not get
}

LoadedCrosswalk crosswalk() {
  const auto target = parse_codebook(
      "format: codeboom-codebook/1\nid: zeven-elementen\ntitle: Kader\nversion: \"1\"\ncodes:\n  - {id: p, name: Praten}\n  - {id: q, name: Rusten}\n",
      "k");
  REQUIRE(target);
  LoadedCrosswalk loaded;
  loaded.crosswalk.id = "k";
  loaded.crosswalk.version = "1";
  loaded.crosswalk.title = "Kruistabel";
  loaded.crosswalk.from = "boek";
  loaded.crosswalk.targets = {{"zeven-elementen", {{"a", "p", "Samen praten.", 1}}, {{"b", "Alleen is niet samen.", 2}}, 1}};
  loaded.from = codebook();
  loaded.targets = {*target};
  return loaded;
}

LobActivities lob(const Material& activities, const Material& features) { return {activities, features}; }

}  // namespace

TEST_CASE("a crosswalk counts distinct documents over the linked codes, and lists what is hardly shown and lacking") {
  const Material material = material_of(12, {coding(0, 1, "x"), coding(0, 2, "y"), coding(1, 2, "y"), coding(2, 3, "b")});
  const Report report = make_crosswalk_report(material, crosswalk(), {});
  check_shape(report);
  CHECK(row(report, "coverage_zeven_elementen", 0) == std::vector<std::string>{"Praten", "2", "2", "17%"});
  CHECK(row(report, "coverage_zeven_elementen", 1) == std::vector<std::string>{"Rusten", "0", "0", "0%"});
  CHECK(says(report, "- Rusten | geen enkel element is hiermee verbonden"));
  CHECK_FALSE(says(report, "- Praten"));
  CHECK(row(report, "lacks_zeven_elementen", 0) == std::vector<std::string>{"Alleen", "1", "Alleen is niet samen."});
  CHECK(row(report, "links_zeven_elementen", 0) == std::vector<std::string>{"Praten", "Met elkaar", "2", "Samen praten."});
  CHECK(says(report, "Twee van de drie elementen zijn met dit kader verbonden; één element heeft er geen tegenhanger."));
}

TEST_CASE("a crosswalk says which of its codes this version of the codebook lacks") {
  LoadedCrosswalk loaded = crosswalk();
  loaded.crosswalk.targets[0].links.push_back({"weg", "q", "Vroeger.", 3});
  const Report report = make_crosswalk_report(material_of(1, {}), loaded, {});
  CHECK(says(report, "1 element uit de kruistabel staat niet in boek 1 en telt hier niet mee: weg."));
}

TEST_CASE("a summary says what is done, in how many documents, with a quotation for each statement") {
  const Material material = material_of(4, {coding(0, 1, "Elke maand belt de mentor alle ouders thuis op."),
                                            coding(1, 1, "Wij bellen met de ouders van elke leerling."), coding(3, 3, "Hij werkt alleen.")});
  const Report report = make_summary_report({material}, {});
  check_shape(report);
  CHECK(report.title == "Samenvatting van vier praktijkvoorbeelden");
  CHECK(says(report, "Deze samenvatting gaat over vier praktijkvoorbeelden. Twee van de drie elementen uit “Wat werkt” komen erin voor. "
                     "Het vaakst komt “Bellen” voor: in twee van de vier praktijkvoorbeelden."));
  CHECK(says(report, "Scholen doen het samen. Dat blijkt in twee van de vier praktijkvoorbeelden."));
  CHECK(says(report, "De school belt ouders (in twee van de vier praktijkvoorbeelden).\n> Elke maand belt de mentor alle ouders thuis op. (d1)"));
  CHECK(says(report, "“Alleen” komt voor (in één van de vier praktijkvoorbeelden).\n> Hij werkt alleen. (d4)"));
  // Each statement about an element is followed by a quotation.
  for (std::size_t i = 0; i + 1 < report.elements.size(); ++i) {
    const auto* prose = std::get_if<Prose>(&report.elements[i]);
    if (prose != nullptr && prose->text.find("van de vier praktijkvoorbeelden).") != std::string::npos) {
      CHECK(std::holds_alternative<Quote>(report.elements[i + 1]));
    }
  }
}

TEST_CASE("a statement that has no passage left to show is not made") {
  const std::string both = "De mentor belt de ouders en schrijft met hen.";
  const Material material = material_of(2, {coding(0, 1, both), coding(0, 2, both), coding(1, 3, "Hij werkt daar alleen.")});
  const Report report = make_summary_report({material}, {});
  CHECK(says(report, "De school belt ouders"));
  CHECK_FALSE(says(report, "“Schrijven & <lezen>” komt voor"));
  CHECK(row(report, "elements", 1)[0] == "Schrijven & <lezen>");
}

TEST_CASE("what is only wished for is not said to be done") {
  const Material material = material_of(3, {coding(0, 1, "We zouden graag de ouders thuis willen bellen.", 0, static_cast<Flags>(Flag::wish)),
                                            coding(1, 2, "Leerlingen schrijven elkaar elke week een brief."),
                                            coding(2, 2, "Wij schrijven elkaar niet.", 0, static_cast<Flags>(Flag::negation))});
  const Report report = make_summary_report({material}, {});
  check_shape(report);
  CHECK_FALSE(says(report, "De school belt ouders"));
  CHECK(says(report, "“Bellen” staat in één van de drie praktijkvoorbeelden, en daar alleen als wens, vraag of gemis.\n"
                     "> We zouden graag de ouders thuis willen bellen. (d1) een wens"));
  CHECK(says(report, "(in één van de drie praktijkvoorbeelden). In één ander staat het alleen als wens, vraag of gemis."));
}

TEST_CASE("suggestions of the machine are marked as such in every quotation") {
  const Material material = material_of(2, {coding(0, 1, "De mentor belt alle ouders op.")}, false);
  for (const Report& report : {make_summary_report({material}, {}), make_checklist_report(material, nullptr, nullptr, {}), make_goals_report(material, {})}) {
    check_shape(report);
    CHECK(says(report, "voorstel van de machine"));
    CHECK(says(report, "geen mens heeft ze nog beoordeeld"));
  }
}

TEST_CASE("a summary by sector compares each sector with the others, and says when there are too few documents") {
  std::vector<CodedPlace> codings;
  for (std::uint32_t i = 0; i < 40; i += 2) codings.push_back(coding(i, 3, "In het mbo werkt men alleen aan zijn opdracht, nummer " + std::to_string(i) + "."));
  const Material many = material_of(40, codings), few = material_of(4, {codings[0]});
  ReportRequest request;
  request.by = {MetadataField::sector};
  const Report report = make_summary_report({many}, request);
  check_shape(report);
  CHECK(says(report, "# Sector vmbo"));
  CHECK(says(report, "# Sector mbo"));
  CHECK(says(report, "“Alleen” komt hier vaker voor dan elders: hier alle twintig, elders geen van de twintig."));
  CHECK(says(report, "“Alleen” komt hier minder vaak voor dan elders: hier geen van de twintig, elders alle twintig."));
  CHECK(says(make_summary_report({few}, request), "Er is niet genoeg om te vergelijken: hier twee gecodeerde praktijkvoorbeelden, daarbuiten twee."));
}

TEST_CASE("a difference that chance could make is not mentioned") {
  SummaryPart part;
  part.documents.resize(20);
  part.elsewhere_documents = 20;
  part.all = {13, 20, 4};
  part.elsewhere = {8, 4, 20};  // 25 points is within three standard errors; 80 is not
  const auto [more, less] = differences(part, {0, 1, 2});
  CHECK(more == std::vector<std::uint32_t>{1});
  CHECK(less == std::vector<std::uint32_t>{2});
}

TEST_CASE("a summary of one document names what it tells and where") {
  const Material material = material_of(2, {coding(0, 1, "De mentor belt alle ouders op."), coding(0, 1, "En nog een keer belt hij.", 3)});
  const Report report = make_summary_report({material, nullptr, 0u}, {});
  check_shape(report);
  CHECK(report.title == "Samenvatting van “Voorbeeld 1”");
  CHECK(says(report, "In dit praktijkvoorbeeld is één van de drie elementen uit “Wat werkt” gevonden, in twee passages."));
  CHECK(says(report, "De school belt ouders."));
  CHECK(row(report, "elements", 0) == std::vector<std::string>{"Bellen", "2", "d1, 0–10"});
}

TEST_CASE("a quotation is a whole sentence of a fitting length, and no text or document comes twice in a row") {
  std::vector<CodedPlace> codings{coding(0, 1, "kort"), coding(0, 1, "Dit is een mooie hele zin van negen woorden."),
                                  coding(0, 2, "Deze zin over schrijven is ook heel goed bruikbaar."),
                                  coding(1, 2, "Een andere zin over schrijven staat in document twee.")};
  const Material material = material_of(2, codings);
  QuotePicker picker(material, Basis::people, UserLanguage::nl, 30);
  const auto first = picker.pick(1, Passages::done), second = picker.pick(2, Passages::done), third = picker.pick(2, Passages::done);
  REQUIRE((first && second && third));
  CHECK(first->text == codings[1].quote);
  CHECK(second->document == "d2");
  CHECK(third->document == "d1");
  CHECK_FALSE(picker.pick(2, Passages::done));
}

TEST_CASE("what is quoted of a long or short passage") {
  CodedPlace one = coding(0, 1, "belt de ouders");
  one.sentences = "De mentor belt de ouders\nelke maand.";
  const Quote whole = excerpt(one, 30);
  CHECK(whole.text == "De mentor belt de ouders elke maand.");
  REQUIRE(whole.marks.size() == 1);
  CHECK(whole.text.substr(whole.marks[0].first, whole.marks[0].second - whole.marks[0].first) == "belt de ouders");
  CHECK(excerpt(one, 4).text == "… belt de ouders …");
  one.sentences.clear();
  CHECK(excerpt(one, 2).text == "belt de …");
}

TEST_CASE("a checklist asks, gives examples with their source, and stands beside effective LOB") {
  const Material material = material_of(3, {coding(0, 1, "De mentor belt alle ouders op."), coding(1, 2, "Schrijf een brief naar elkaar, elke week."),
                                            coding(2, 2, "Wij schrijven verhalen met alle leerlingen samen.")});
  const LoadedCrosswalk loaded = crosswalk();
  const Report report = make_checklist_report(material, &loaded, nullptr, {});
  check_shape(report);
  CHECK(says(report, "- Bellen jullie ouders? | Past bij: Praten. Gevonden in één van de drie praktijkvoorbeelden. Voorbeeld: “De mentor belt alle "
                     "ouders op.” (d1, Voorbeeld 1)."));
  const std::string text = text_of(report);
  CHECK(text.find("- Komt “Schrijven & <lezen>” bij jullie voor?") < text.find("- Bellen jullie ouders?"));  // found more often
  CHECK(row(report, "elements", 1) == std::vector<std::string>{"Bellen", "1", "33%", "Praten"});
}

TEST_CASE("a feature belongs to an activity in its paragraph or in the sentence after it, once per document") {
  const Material activities = material_of(2, {coding(0, 1, "x", 3), coding(0, 1, "x", 9), coding(1, 1, "x", 9)});
  // d1: same paragraph (sentences 0 to 9 are one), twice; d2: the sentence after, in the next paragraph, and one too far.
  const Material features = material_of(2, {coding(0, 3, "f", 4), coding(0, 3, "f", 5), coding(1, 2, "f", 11), coding(1, 3, "f", 10)});
  const auto together = activities_with_features(lob(activities, features));
  CHECK(together[1][3] == 2);
  CHECK(together[1][2] == 0);
  CHECK(together[2][3] == 0);
  const LobActivities both = lob(activities, features);
  const Report report = make_checklist_report(activities, nullptr, &both, {});
  check_shape(report);
  CHECK(row(report, "lob_activities", 1) == std::vector<std::string>{"Bellen", "2", "", "", "2"});
}

TEST_CASE("goals are a tree with distinct documents") {
  const Material material = material_of(4, {coding(0, 1, "x"), coding(0, 2, "y"), coding(1, 1, "z")});
  const Report report = make_goals_report(material, {});
  check_shape(report);
  CHECK(row(report, "goals", 0) == std::vector<std::string>{"Met elkaar", "2", "50%", "3"});
  CHECK(row(report, "goals", 1) == std::vector<std::string>{"Bellen", "2", "50%", "2"});
  CHECK(says(report, "Twee van de drie doelen worden nagestreefd in ten minste één van de vier praktijkvoorbeelden."));
}

TEST_CASE("intake says per document what is there, where, and what to ask") {
  const Material material = material_of(2, {coding(0, 1, "De mentor belt alle ouders op.", 2), coding(1, 3, "Alleen.")}, false);
  const Report report = make_intake_report(material, IntakePart::documents, {});
  check_shape(report);
  CHECK(row(report, "completeness", 0) == std::vector<std::string>{"d1", "1", "0", "1", "33%"});
  CHECK(row(report, "completeness", 2) == std::vector<std::string>{"Documenten met dit onderwerp", "1", "1", "", ""});
  CHECK(row(report, "document_1", 0) == std::vector<std::string>{"Bellen", "“De mentor belt alle ouders op.”", "d1, 200–210"});
  CHECK(says(report, "Dit praktijkvoorbeeld geeft één van de drie onderdelen van de informatie."));
  CHECK(says(report, "- Wat kunnen jullie vertellen over “Alleen”? | "));
  const Report guide = make_intake_report(material, IntakePart::guide, {});
  check_shape(guide);
  CHECK(says(guide, "- Bellen jullie ouders? | "));
}

TEST_CASE("without documents, with one, or without codings every kind is a sensible page") {
  const LoadedCrosswalk loaded = crosswalk();
  for (const bool people : {true, false}) {
    for (const std::uint32_t documents : {0u, 1u}) {
      for (const UserLanguage language : {UserLanguage::nl, UserLanguage::en}) {
        CAPTURE(people, documents);
        Material material = material_of(documents, {}, people);
        if (documents == 1) {
          std::string title;
          for (int i = 0; i < 60; ++i) title += "<Lang> & 🎓 ";
          material.documents[0].metadata.title = title;
        }
        ReportRequest request;
        request.language = language;
        const LobActivities both = lob(material, material);
        check_shape(make_summary_report({material}, request));
        check_shape(make_checklist_report(material, &loaded, &both, request));
        check_shape(make_crosswalk_report(material, loaded, request));
        check_shape(make_goals_report(material, request));
        check_shape(make_intake_report(material, IntakePart::guide, request));
        check_shape(make_intake_report(material, IntakePart::documents, request));
        request.by = {MetadataField::sector};
        check_shape(make_summary_report({material}, request));
      }
    }
  }
}
