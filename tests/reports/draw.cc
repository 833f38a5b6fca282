#include "reports/draw/draw.h"

#include <cmath>

#include "corpus/draw.h"
#include "reports/draw/axis.h"
#include "reports/draw/palette.h"
#include "reports/draw/svg.h"
#include "reports/draw/text_width.h"
#include "tests/catch.h"
#include "tests/reports/golden.h"
#include "tests/reports/sample_report.h"
#include "tests/reports/well_formed.h"

using namespace codeboom;

namespace {

std::vector<Chart> sample_charts() {
  std::vector<Chart> charts;
  for (const ReportElement& element : sample_report().elements) {
    if (const auto* chart = std::get_if<ReportChart>(&element)) charts.push_back(chart->chart);
  }
  return charts;
}

std::string svg(const Chart& chart) { return draw(chart, "g", UserLanguage::nl).svg; }

template <class Kind>
std::string svg(Kind kind) {
  return svg(Chart{"Titel", "Beschrijving", std::move(kind)});
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

bool has(const std::string& text, const std::string& what) { return text.find(what) != std::string::npos; }

std::vector<double> numbers(const std::string& text, const std::string& before) {
  std::vector<double> all;
  for (std::size_t at = text.find(before); at != std::string::npos; at = text.find(before, at + 1))
    all.push_back(std::stod(text.substr(at + before.size())));
  return all;
}

}  // namespace

TEST_CASE("every chart is well-formed, has a name and a description, and is the same twice", "[draw]") {
  for (const Chart& chart : sample_charts()) {
    for (const UserLanguage language : {UserLanguage::nl, UserLanguage::en}) {
      const Drawing drawing = draw(chart, "g1", language);
      INFO(chart.title << "\n" << drawing.svg);
      CHECK(WellFormed(drawing.svg).fault().empty());
      CHECK(drawing.svg == draw(chart, "g1", language).svg);
      CHECK(has(drawing.svg, "role=\"img\" aria-labelledby=\"g1_title g1_desc\""));
      CHECK(has(drawing.svg, "<title id=\"g1_title\">" + chart.title + "</title>"));
      CHECK(has(drawing.svg, "<desc id=\"g1_desc\">" + chart.description + "</desc>"));
      CHECK(drawing.width == 720);
      CHECK(has(drawing.svg, "viewBox=\"0 0 720 " + coordinate(drawing.height) + "\""));
    }
  }
}

TEST_CASE("the checker of these tests sees what is not well-formed", "[draw]") {
  CHECK(WellFormed("<a b=\"1\"><c/>x &amp; y</a>").fault().empty());
  for (const std::string wrong :
       {"<a>", "<a></b>", "<a b=1/>", "<a b=\"1\" b=\"2\"/>", "<a>x & y</a>", "<a b=\"<\"/>",
        "<a id=\"x\"><b id=\"x\"/></a>", "x<a/>", "<a>\x01</a>", "</a>"}) {
    INFO(wrong);
    CHECK_FALSE(WellFormed(wrong).fault().empty());
  }
}

TEST_CASE("labels cannot become markup, and what XML cannot say is left out", "[draw]") {
  const std::string drawn =
      svg(BarChart{{{"<b>&\"'\x01\xEF\xBF\xBF🎓", 1, {}, {}, "", 1}}, AxisUnit::count, "a < b"});
  CHECK(WellFormed(drawn).fault().empty());
  CHECK(has(drawn, "&lt;b&gt;&amp;&quot;&#39; 🎓<"));
  CHECK(has(drawn, ">a &lt; b</text>"));
}

TEST_CASE("a chart without data says so in a sentence", "[draw]") {
  for (const std::string& drawn :
       {svg(BarChart{}), svg(HeatMap{}), svg(CurveChart{}), svg(TreeChart{}), svg(Timeline{}),
        svg(WordCloud{}), svg(CurveChart{{{"leeg", {}, false}}, {}, "", ""}),
        svg(HeatMap{{"rij"}, {}, {{}}, ""})}) {
    CHECK(has(drawn, "Er is niets om te tekenen: hier zijn geen gegevens van."));
    CHECK(WellFormed(drawn).fault().empty());
  }
}

TEST_CASE("colours are far enough apart: 3 to 1 for shapes, 4.5 to 1 for text", "[draw]") {
  CHECK(contrast(black, white) == 21.0);
  CHECK(coordinate(contrast("#777777", white)) == "4.48");  // WebAIM's example of what is just too little
  for (const std::string_view text : {ink, quiet, deep}) CHECK(contrast(text, white) >= 4.5);
  for (const std::string_view one : {rule, shape, second, ink, quiet}) CHECK(contrast(one, white) >= 3);
  CHECK(contrast(ink, shape) >= 3);    // an interval over its bar
  CHECK(contrast(ink, band) >= 4.5);   // the curve over its band
  CHECK(contrast(shape, band) >= 3);   // and the edges of it
  CHECK(contrast(second, band) >= 3);  // another line across it
  for (int i = 0; i <= 1000; ++i) {
    const std::string colour = shade(i / 1000.0);
    CHECK(contrast(text_on(colour), colour) >= 4.5);  // numbers and hatching in a cell
  }
  CHECK(shade(-1) == white);
  CHECK(shade(2) == darkest);
}

TEST_CASE("text is measured as Helvetica's published widths say", "[draw]") {
  CHECK(text_width("", 10) == 0);
  CHECK(text_width("W", 1000) == 944);
  CHECK(text_width("il", 1000) == 444);
  CHECK(text_width("0123456789", 1000) == 5560);
  CHECK(text_width("~", 1000) == 584);
  CHECK(text_width("e\u0301", 1000) == text_width("e", 1000));  // written over it
}

TEST_CASE("a long label is broken at spaces and ends in dots, and says the rest to who points at it",
          "[draw]") {
  const FittedText two = fitted("Loopbaanbegeleiding in de klas en op stage bij een bedrijf", 130, 13, 2);
  CHECK(two.lines.size() == 2);
  for (const std::string& line : two.lines) CHECK(text_width(line, 13) <= 130);
  CHECK(two.lines.back().ends_with("…"));
  CHECK(two.whole == "Loopbaanbegeleiding in de klas en op stage bij een bedrijf");
  CHECK(fitted("Een woordenboekenkast", 80, 12, 1).lines.front() ==
        "Een woorde…");  // room is used within a word
  CHECK(fitted("kort", 130, 13, 2).whole.empty());
  CHECK(fitted("", 130, 13, 2).lines == std::vector<std::string>{""});
  const std::string drawn = svg(BarChart{{{std::string(300, 'a'), 1, {}, {}, "", 1}}, AxisUnit::count, ""});
  CHECK(has(drawn, "<title>" + std::string(300, 'a') + "</title>"));
}

TEST_CASE("no line is wider than its room, whatever the text, unless one character is", "[draw]") {
  Draw draw(7);
  const std::vector<std::string> parts = {" ",       "  ", "W", "Loopbaan", "oriëntatie",       "🎓",
                                          "e\u0301", "-",  "…", "\n",       "woordenboekenkast"};
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (std::uint64_t n = draw.below(12); n > 0; --n) text += parts[draw.below(parts.size())];
    const double width = 20 + static_cast<double>(draw.below(150));
    const std::size_t most = 1 + draw.below(3);
    const FittedText fit = fitted(text, width, 13, most);
    INFO(text << " in " << width);
    CHECK(!fit.lines.empty());
    CHECK(fit.lines.size() <= most);
    for (const std::string& line : fit.lines)
      CHECK(text_width(line, 13) <= width + 13);  // dots behind a single wide character
  }
}

TEST_CASE("coordinates have two decimals at most and a point in every locale", "[draw]") {
  CHECK(coordinate(0) == "0");
  CHECK(coordinate(-0.001) == "0");
  CHECK(coordinate(1.5) == "1.5");
  CHECK(coordinate(-2.346) == "-2.35");
  CHECK(coordinate(1204) == "1204");
  CHECK(coordinate(0.05) == "0.05");
}

TEST_CASE("an axis has at most seven ticks, of round numbers, that hold the data and nought", "[draw]") {
  CHECK(axis_for(0, 1, AxisUnit::share).ticks ==
        std::vector<double>{0, 0.2, 0.4, 0.6000000000000001, 0.8, 1});
  CHECK(axis_for(0, 3, AxisUnit::count).ticks == std::vector<double>{0, 1, 2, 3});
  CHECK(axis_for(0, 1, AxisUnit::count).ticks == std::vector<double>{0, 1});
  CHECK(axis_for(0, 0, AxisUnit::share).ticks.back() == 1);
  CHECK(axis_for(-0.3, 0.8, AxisUnit::decimal).ticks.front() == -0.4);
  Draw draw(8);
  for (int i = 0; i < 2000; ++i) {
    double high = static_cast<double>(1 + draw.below(1000));
    for (std::uint64_t n = draw.below(8); n > 0; --n) high *= draw.below(2) == 0 ? 10 : 0.1;
    const Axis axis = axis_for(0, high, AxisUnit::decimal);
    INFO(high);
    CHECK(axis.low <= 0);
    CHECK(axis.high >= high * (1 - 1e-9));
    CHECK(axis.ticks.size() >= 3);
    CHECK(axis.ticks.size() <= 8);
    CHECK(axis.high <= high * 1.7);
  }
}

TEST_CASE("numbers along an axis are written as the language of the report writes them", "[draw]") {
  CHECK(axis_number(0.364, AxisUnit::share, UserLanguage::nl) == "36,4%");
  CHECK(axis_number(0.364, AxisUnit::share, UserLanguage::en) == "36.4%");
  CHECK(axis_number(1204, AxisUnit::count, UserLanguage::nl) == "1.204");
  CHECK(axis_number(1204, AxisUnit::count, UserLanguage::en) == "1,204");
  CHECK(axis_number(2022, AxisUnit::years, UserLanguage::nl) == "2022");
  CHECK(axis_number(0.5, AxisUnit::decimal, UserLanguage::nl) == "0,50");
}

TEST_CASE("a bar is as long as its value, and its interval lies about it", "[draw]") {
  const std::string drawn =
      svg(BarChart{{{"a", 0.5, 0.25, 0.75, "3 van 6", 1}, {"b", 1, {}, {}, "", 1}}, AxisUnit::share, "as"});
  const auto widths = numbers(drawn, "\" width=\"");
  REQUIRE(widths.size() >= 2);
  CHECK(std::abs(widths[widths.size() - 1] - 2 * widths[widths.size() - 2]) < 0.02);
  CHECK(has(drawn, ">50% (3 van 6)</text>"));
  CHECK(count(drawn, "stroke-width=\"1.5\"") == 3);  // the line and its two stops
  const std::string negative =
      svg(BarChart{{{"a", -0.2, {}, {}, "", 1}, {"b", 0.4, {}, {}, "", 1}}, AxisUnit::decimal, "as"});
  CHECK(has(negative, ">-0,20</text>"));
}

TEST_CASE("ninety-four bars make a tall picture in which all have their label", "[draw]") {
  BarChart chart;
  for (int i = 0; i < 94; ++i)
    chart.bars.push_back({"element " + std::to_string(i), i / 94.0, {}, {}, "", 1});
  const Drawing drawing = draw(Chart{"t", "d", chart}, "g", UserLanguage::nl);
  CHECK(drawing.height > 94 * 20);
  for (int i = 0; i < 94; ++i) CHECK(has(drawing.svg, ">element " + std::to_string(i) + "<"));
}

TEST_CASE(
    "what is higher than a page is drawn in parts: every row once, on one scale, each part with its own ids",
    "[draw]") {
  BarChart bars;
  HeatMap heat{{}, {"k"}, {}, ""};
  TreeChart tree;
  for (int i = 0; i < 94; ++i) {
    const std::string label = "element " + std::to_string(i);
    bars.bars.push_back({label, (i + 1) / 94.0, {}, {}, "", 1});
    heat.rows.push_back(label);
    heat.values.push_back({{0.5, "5", false}});
    tree.nodes.push_back({label, 1 + i % 3, static_cast<std::uint64_t>(i + 1), {}});
  }
  for (const Chart& chart : {Chart{"t", "d", bars}, Chart{"t", "d", heat}, Chart{"t", "d", tree}}) {
    const auto parts = draw_in_parts(chart, "g", UserLanguage::nl, 860);
    REQUIRE(parts.size() >= 3);
    std::string all;
    for (const Drawing& part : parts) {
      CHECK(part.height < 1000);
      CHECK(WellFormed(part.svg).fault().empty());
      all += part.svg;
    }
    CHECK(WellFormed("<p>" + all + "</p>").fault().empty());  // no id twice
    for (int i = 0; i < 94; ++i) CHECK(count(all, ">element " + std::to_string(i) + "<") == 1);
    CHECK(has(parts[1].svg,
              "<title id=\"g_2_title\">t (deel 2 van " + std::to_string(parts.size()) + ")</title>"));
    CHECK(draw_in_parts(chart, "g", UserLanguage::nl, 1e6).front().svg ==
          draw(chart, "g", UserLanguage::nl).svg);
  }
  const auto parts = draw_in_parts(Chart{"t", "d", bars}, "g", UserLanguage::nl, 860);
  for (const Drawing& part : parts) CHECK(has(part.svg, ">100%</text>"));
  CHECK(draw_in_parts(Chart{"t", "d", BarChart{}}, "g", UserLanguage::nl, 1).size() == 1);
  CHECK(draw_in_parts(Chart{"t", "d", bars}, "g", UserLanguage::nl, 1).size() == 94);  // one at least in each
}

TEST_CASE("a cell of too few is hatched, with its number on a plate; one without a value is not drawn",
          "[draw]") {
  HeatMap chart{
      {"r"}, {"a", "b", "c"}, {{{0.5, "5", false}, {0.2, "1", true}, {std::nullopt, "–", false}}}, ""};
  const std::string drawn = svg(chart);
  CHECK(count(drawn, "fill=\"url(#g_hatch_000000)\"") == 2);  // the cell and the legend
  CHECK(count(drawn, "<pattern id=\"g_hatch_000000\"") == 1);
  CHECK(has(drawn, "gearceerd: te weinig om op te bouwen"));
  CHECK(has(drawn, ">–</text>"));
  chart.values[0][1].small = false;
  CHECK_FALSE(has(svg(chart), "pattern"));
  CHECK_FALSE(has(svg(chart), "gearceerd"));
}

TEST_CASE("headings that do not fit above their column stand upright", "[draw]") {
  HeatMap chart{{"r"}, {}, {{}}, ""};
  for (int i = 0; i < 4; ++i) {
    chart.columns.push_back("kort");
    chart.values[0].push_back({0.5, "5", false});
  }
  CHECK_FALSE(has(svg(chart), "rotate(-90)"));
  chart.columns[0] = "beroepsopleidingenmarkt";
  CHECK(count(svg(chart), "rotate(-90)") == 4);
}

TEST_CASE("lines of a curve differ in pattern, not in colour only, and levels have their name", "[draw]") {
  const std::string drawn = svg(sample_charts()[3]);
  CHECK(count(drawn, "<polygon") == 1);                                  // the band
  CHECK(count(drawn, "stroke-dasharray=\"2 3\" stroke-linejoin") == 1);  // the dashed line
  CHECK(has(drawn, ">78 codes gezien</text>"));
  CHECK(has(drawn, ">90,6 geschat (Chao2)</text>"));
  CHECK(WellFormed(svg(CurveChart{{{"punt", {{1, 1, {}, {}}}, false}}, {{1, "a"}, {1, "b"}}, "x", "y"}))
            .fault()
            .empty());
}

TEST_CASE("the tree has a dot for every code, open where nothing was found", "[draw]") {
  const std::string drawn = svg(sample_charts()[4]);
  CHECK(count(drawn, "<circle") == 6);
  CHECK(count(drawn, "fill=\"#ffffff\" stroke") == 1);
  CHECK(has(drawn, ">12 (36,4%)</text>"));
  CHECK(has(drawn, ">4</text>"));
}

TEST_CASE("a timeline has every year with its count, also those without any", "[draw]") {
  const std::string drawn = svg(sample_charts()[5]);
  for (const char* year : {"2019", "2020", "2021", "2022", "2023", "2024"})
    CHECK(has(drawn, ">" + std::string(year) + "</text>"));
  CHECK(count(drawn, "<rect") == 5);
  Timeline long_one;
  for (int year = 1950; year <= 2024; ++year) long_one.years.push_back({year, 1});
  CHECK(has(svg(long_one), ">2024</text>"));
  CHECK_FALSE(has(svg(long_one), ">2023</text>"));  // no room
  CHECK(count(svg(long_one), "rotate(-90)") ==
        75);  // numbers that do not fit over their column stand upright
}

TEST_CASE("a cloud of very many words has the most frequent ones, and says how many it leaves out",
          "[draw]") {
  WordCloud cloud;
  for (int i = 0; i < 1200; ++i)
    cloud.words.push_back({"w" + std::to_string(i), static_cast<std::uint64_t>(1300 - i)});
  const std::string drawn = svg(cloud);
  CHECK(count(drawn, "<tspan dx") == 150);
  CHECK(has(drawn, "De 150 die het vaakst voorkomen; 1.050 andere zijn weggelaten."));
  CHECK_FALSE(has(svg(WordCloud{{{"w", 1}}}), "weggelaten"));
}

TEST_CASE("words of a cloud do not overlap and stay in the picture", "[draw]") {
  WordCloud cloud;
  for (std::uint64_t i = 0; i < 80; ++i)
    cloud.words.push_back({"woord" + std::string(i % 17, 'm') + std::to_string(i), 400 / (i + 1) + 1});
  const std::string drawn = svg(cloud);
  CHECK(WellFormed(drawn).fault().empty());
  struct Box {
    double x, y, width, height;
  };
  std::vector<Box> boxes;
  std::size_t at = 0;
  while ((at = drawn.find("<text x=\"", at + 1)) != std::string::npos) {
    const std::string one = drawn.substr(at, drawn.find("</text>", at) - at);
    if (!has(one, "<tspan dx")) continue;
    const auto size = numbers(one, "font-size=\"");
    const double own = size.size() > 1 ? size[0] : text_size;
    const std::size_t begin = one.find('>') + 1;
    const std::string word = one.substr(begin, one.find('<', begin) - begin);
    boxes.push_back(
        {numbers(one, "x=\"")[0], numbers(one, "y=\"")[0] - own * 0.75, text_width(word, own) + 8, own});
  }
  REQUIRE(boxes.size() == 80);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    CHECK(boxes[i].x >= 0);
    CHECK(boxes[i].x + boxes[i].width <= 720);
    CHECK(boxes[i].y >= 0);
    for (std::size_t j = 0; j < i; ++j) {
      const Box &a = boxes[i], &b = boxes[j];
      INFO(i << " and " << j);
      CHECK_FALSE(
          (a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height));
    }
  }
}
