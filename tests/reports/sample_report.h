// One report with everything that a report can hold, for the tests of every format: each kind of element,
// cell and chart, and text that tries to be markup in each of them.
//
// Source  invented; the words of the quotes too.
#pragma once

#include "reports/report.h"

namespace codeboom {

inline Report sample_report() {
  const auto count = [](const std::string& text, double number) { return Cell{text, number}; };
  const auto text = [](const std::string& words) { return Cell{words, std::nullopt}; };

  ReportTable findings;
  findings.key = "elements_by_sector";
  findings.caption = "In hoeveel van de 33 documenten een element staat, per sector";
  findings.columns = {{"element", "Element", ColumnKind::text},
                      {"documents", "Documenten", ColumnKind::count},
                      {"share", "Aandeel", ColumnKind::share},
                      {"lift", "Lift", ColumnKind::decimal},
                      {"remark", "Opmerking", ColumnKind::text}};
  findings.rows = {
      {{text("1 Voorwaarden"), {}, {}, {}, {}}, 1, RowKind::section},
      {{text("1.1 Tijd & ruimte"), count("12", 12), count("36,4 %", 12.0 / 33), count("1,250", 1.25),
        text("=SOM(A1)")},
       2,
       RowKind::plain},
      {{text("1.1.1 Uren in het rooster"), count("3", 3), count("9,1 %", 3.0 / 33), count("0,800", 0.8),
        text("")},
       3,
       RowKind::plain},
      {{text("1.2 <b>Draagvlak</b> in het team; \"samen\""),
        count("1.204", 1204),
        count("0,0 %", 0),
        {},
        text("–5 | kleiner dan 5 🎓")},
       2,
       RowKind::plain},
      {{text("Totaal"), count("1.219", 1219), {}, {}, text("één regel\nen nog een")}, 1, RowKind::total}};
  findings.note = "Een document telt één keer; bij minder dan 5 documenten staat geen aandeel.";

  ReportTable empty;
  empty.key = "nothing";
  empty.caption = "Wat niemand codeerde";
  empty.columns = {{"code", "Code", ColumnKind::text}, {"documents", "Documenten", ColumnKind::count}};

  const std::string long_label =
      "1.2 Draagvlak in het team: docenten, mentoren, decanen en stagebegeleiders zien loopbaanbegeleiding "
      "als "
      "een taak van allemaal en spreken daar elk jaar opnieuw over met de leiding, met ouders en met "
      "bedrijven in "
      "de buurt, zodat niemand hoeft te raden wie wat doet, wanneer dat gebeurt en waar het is opgeschreven. "
      "Eind.";
  BarChart bars;
  bars.unit = AxisUnit::share;
  bars.axis = "aandeel van 33 documenten, met interval van 95 %";
  bars.bars = {{"1 Voorwaarden", 0.55, 0.36, 0.72, "18 van 33", 1},
               {"1.1 Tijd & ruimte", 12.0 / 33, 0.21, 0.54, "12 van 33", 2},
               {long_label, 0.0, 0.0, 0.1, "0 van 33", 2},
               {"2 <Uitvoering>", 1.0, 0.89, 1.0, "33 van 33", 1}};

  HeatMap heat;
  heat.rows = {"1 Voorwaarden", "1.1 Tijd & ruimte", long_label};
  heat.columns = {"vmbo", "havo/vwo", "middelbaar beroepsonderwijs", "<onbekend>"};
  heat.values = {{{0.9, "9", false}, {0.5, "5", false}, {0.33, "1", true}, {std::nullopt, "", false}},
                 {{0.0, "0", false}, {0.25, "2", true}, {1.0, "12", false}, {std::nullopt, "–", false}},
                 {{0.6, "6", false}, {0.75, "3", true}, {0.1, "1", true}, {0.0, "0", true}}};
  heat.axis = "aandeel van de documenten in de sector; gearceerd: minder dan 5 documenten";

  CurveChart curve;
  CurveChart::Line seen{"codes gezien", {}, false}, straight{"lijn zonder verzadiging", {}, true};
  for (int i = 0; i <= 64; i += 4) {
    const double x = i, y = 78.0 * x / (x + 12);
    seen.points.push_back({x, y, y * 0.9, y * 1.08});
    straight.points.push_back({x, 78.0 * x / 64, std::nullopt, std::nullopt});
  }
  curve.lines = {seen, straight};
  curve.levels = {{78, "78 codes gezien"}, {90.6, "90,6 geschat (Chao2)"}};
  curve.x_axis = "documenten";
  curve.y_axis = "verschillende codes";

  TreeChart tree;
  tree.axis = "documenten waarin een subdoel staat, van 33";
  tree.nodes = {{"A Zelfbeeld", 1, 20, 20.0 / 33},       {"A1 Kwaliteiten", 2, 12, 12.0 / 33},
                {"A1.1 Wat kan ik?", 3, 5, 5.0 / 33},    {"A2 Motieven", 2, 0, 0.0},
                {"B " + long_label, 1, 4, std::nullopt}, {"B1 <Netwerk> & co", 2, 4, 4.0 / 33}};

  Timeline years{{{2019, 3}, {2020, 0}, {2021, 7}, {2022, 12}, {2023, 9}, {2024, 1}},
                 "documenten per jaar van publicatie"};

  WordCloud words{{{"stage", 24},
                   {"loopbaangesprek", 18},
                   {"bedrijfsbezoek", 12},
                   {"gastles", 9},
                   {"portfolio", 9},
                   {"Q&A <live>", 5},
                   {"beroepenmarkt", 4},
                   {"meeloopdag", 3},
                   {"mentorles", 2},
                   {"ouderavond", 2},
                   {"snuffelstage", 1},
                   {"🎓-feest", 1}}};

  Quote quote;
  quote.text = "Onze leerlingen spreken \"iedere\" week met hun mentor <b>over</b> later & nu 🎓.";
  quote.marks = {{quote.text.find("spreken"), quote.text.find("spreken") + 7},
                 {quote.text.find("mentor"), quote.text.find(" later")}};
  quote.document = "d<7>";
  quote.title = "Praten over later & nu";
  quote.place = CodePointSpan{{120}, {199}};
  quote.coder = "Anna";
  quote.remark = "een wens, nog geen gewoonte";

  Report report;
  report.kind = "sample";
  report.title = "Voorbeeldverslag: <elementen> & “bewijs”";
  report.elements = {
      Prose{"In 18 van de 33 documenten staat een voorwaarde. De naam <script>alert(1)</script> is tekst.",
            Tone::lead},
      Prose{"Drie documenten zijn door één codeur gelezen; lees de kleine getallen met zorg.", Tone::note},
      Heading{2, "Elementen per sector", "elementen"},
      Prose{"Geteld zijn documenten, niet zinnen: * een * document _telt_ één keer [zie noot](#) `niet` "
            "waar.\n\nTweede alinea.",
            Tone::plain},
      ReportChart{{"Aandeel per element",
                   "Achttien van de 33 documenten hebben een voorwaarde; alle 33 een uitvoering.", bars},
                  findings.key},
      findings,
      Heading{3, "Wat er niet is", ""},
      empty,
      ReportChart{{"Niets om te tekenen", "Een lege grafiek.", BarChart{{}, AxisUnit::count, "documenten"}},
                  empty.key},
      Heading{2, "Element en sector", "element-sector"},
      ReportChart{{"Element × sector", "Hoe donkerder, hoe meer documenten van die sector.", heat},
                  findings.key},
      Heading{2, "Verzadiging", ""},
      ReportChart{{"Codes per document", "De kromme vlakt af na 40 documenten.", curve}, findings.key},
      Heading{2, "Doelen", "doelen"},
      ReportChart{{"Doelenboom", "Twaalf documenten noemen kwaliteiten.", tree}, findings.key},
      Heading{2, "Jaren", "jaren"},
      ReportChart{{"Documenten per jaar", "De meeste zijn van 2022.", years}, findings.key},
      Heading{2, "Vormen", "vormen"},
      ReportChart{{"Vormen", "Stage komt het meest voor.", words}, findings.key},
      Heading{2, "Citaten", "citaten"},
      quote,
      Quote{"Zomaar een zin.", {}, "d2", "", std::nullopt, "", ""},
      Heading{2, "Om na te gaan", "lijst"},
      List{ListStyle::tick_boxes,
           {{"Is er tijd in het rooster?", "“Elke week een uur” (d2)"}, {"Weten <ouders> ervan?", ""}}},
      List{ListStyle::numbers, {{"Eerst dit.", ""}, {"1. Dan dat.", "met een toelichting"}}},
      List{ListStyle::bullets, {{"- een streepje", ""}}},
      Prose{"Intervallen zijn van Wilson, 95 %.", Tone::small}};
  report.made_with = {{"Gegevens", "voorbeeld.codeboom", false},
                      {"Codeboek", "succes & <co> (succes 1)", false},
                      {"Opdracht die dit opnieuw maakt",
                       "codeboom report voorbeeld.codeboom --kind all --where 'sector=mbo'", true}};
  return report;
}

}  // namespace codeboom
