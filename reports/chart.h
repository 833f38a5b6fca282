// What a chart shows, before it is drawn. Colour is never the only cue: numbers, patterns or words stand beside it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace codeboom {

// How the numbers along an axis are written.
enum class AxisUnit { count, share, years, decimal };

// A bar a row, with an interval where there is one.
struct BarChart {
  struct Bar {
    std::string label;
    double value = 0;
    std::optional<double> low, high;
    std::string note;  // beside the number: "12 van 33"; may be empty
    int level = 1;     // in a tree, 1 at the top
  };
  std::vector<Bar> bars;
  AxisUnit unit = AxisUnit::share;
  std::string axis;  // what is counted, with its unit
};

// A field of cells, darker for more, each with its number. Also for pairs of codes.
struct HeatMap {
  std::vector<std::string> rows, columns;
  struct Value {
    std::optional<double> value;  // 0 to 1 decides how dark; none: nothing to show
    std::string text;             // what stands in the cell
    bool small = false;           // based on too few to rely on: hatched
  };
  std::vector<std::vector<Value>> values;  // by row, then column
  std::string axis;
};

// Lines over a common horizontal axis, the first one with a band.
struct CurveChart {
  struct Point {
    double x = 0, y = 0;
    std::optional<double> low, high;
  };
  struct Line {
    std::string label;
    std::vector<Point> points;  // x ascending
    bool dashed = false;
  };
  std::vector<Line> lines;
  struct Mark {
    double y = 0;
    std::string label;
  };
  std::vector<Mark> levels;  // horizontal lines with a name
  std::string x_axis, y_axis;
};

// The code tree, a count beside each name.
struct TreeChart {
  struct Node {
    std::string label;
    int level = 1;  // 1 at the top; depth first
    std::uint64_t count = 0;
    std::optional<double> share;
  };
  std::vector<Node> nodes;
  std::string axis;
};

// A column per year, years without any included.
struct Timeline {
  struct Year {
    int year = 0;
    std::uint64_t count = 0;
  };
  std::vector<Year> years;  // ascending
  std::string axis;
};

// Words, larger for more; each with its count.
struct WordCloud {
  struct Word {
    std::string text;
    std::uint64_t count = 0;
  };
  std::vector<Word> words;  // most frequent first
};

struct Chart {
  std::string title;
  std::string description;  // what it shows, in a sentence or two, for who cannot see it
  std::variant<BarChart, HeatMap, CurveChart, TreeChart, Timeline, WordCloud> drawing;
};

}  // namespace codeboom
