#include "codebook/ratings_table.h"

#include "message_keys/ratings.h"
#include "tests/catch.h"

using namespace codeboom;

namespace {

RatingsTable read(std::string_view text, const RatingsTableOptions& options = {}) {
  const auto table = read_ratings_table(text, "oordelen.csv", options);
  INFO(text);
  if (!table) FAIL(in_words(table.error().message, UserLanguage::nl));
  return *table;
}

Error wrong(std::string_view text, const RatingsTableOptions& options = {}) {
  const auto table = read_ratings_table(text, "oordelen.csv", options);
  INFO(text);
  REQUIRE_FALSE(table.has_value());
  return table.error();
}

RatingsTableOptions metric(Metric::Kind kind) {
  RatingsTableOptions options;
  options.metric = kind;
  return options;
}

std::int64_t place(const Error& error, std::string_view name) {
  for (const auto& [argument, value] : error.message.arguments) {
    if (argument == name) return std::get<std::int64_t>(value);
  }
  return -1;
}

}  // namespace

TEST_CASE("one table in ten spellings is the same judgements") {
  const Ratings expected{2, 3, {0, 0, 1, 2, no_label, 1, 2, 2}};
  const char* const spellings[] = {
      "1,1\n2,3\n,2\n3,3\n",                                       // bare
      "A,B\n1,1\n2,3\n,2\n3,3\n",                                  // with a header
      "A;B\n1;1\n2;3\n;2\n3;3",                                    // semicolons, no last line end
      "A\tB\r\n1\t1\r\n2\t3\r\n\t2\r\n3\t3\r\n",                   // tabs, CRLF
      "\xEF\xBB\xBF" "A,B\n1,1\n2,3\n,2\n3,3\n",                   // byte order mark
      "unit,A,B\n7,1,1\n8,2,3\n9,,2\n10,3,3\n",                    // units by number, as the header says
      "doc-a;1;1\ndoc-b;2;3\ndoc-c;;2\ndoc-d;3;3\n",               // units by name, no header
      "\"A\",\"B\"\n\"1\",\"1\"\n\"2\",\"3\"\n\"\",\"2\"\n3,3\n",  // quoted
      "A,B\n1.0,1\n2.0,3\nNA,2\n3.0,3\n",                          // as data frames write a column with missing values
      "A,B,,\n 1 , 1,,\n2,3,,\n.,2,,\n3,3,,\n,,,\n"};              // white space, empty columns and rows
  for (const char* const spelling : spellings) {
    INFO(spelling);
    const RatingsTable table = read(spelling);
    CHECK(table.ratings == expected);
    CHECK(table.labels == std::vector<std::string>{"1", "2", "3"});
    CHECK(table.numbers == std::vector<double>{1, 2, 3});
  }
}

TEST_CASE("a header and a column of unit names are recognised by what they say, and can be declared") {
  CHECK(read("A,B\nja,ja\nnee,ja\n").header);
  CHECK_FALSE(read("ja,ja\nnee,ja\n").header);           // the same word twice
  CHECK_FALSE(read("ja,nee\nnee,ja\nja,ja\n").header);   // words that occur below
  CHECK_FALSE(read("1,2\n2,2\n").header);
  CHECK(read("id,1,2\nx,1,2\ny,2,2\n").unit_column);     // coders with numbers for names
  CHECK(read("id,1,2\nx,1,2\ny,2,2\n").coders == std::vector<std::string>{"1", "2"});
  CHECK(read(",Anna,Bo\na,x,y\nb,y,y\n").unit_column);   // an empty corner
  CHECK_FALSE(read(",2,1\n1,2,1\n2,2,2\n").header);      // the first coder left out the first unit
  CHECK_FALSE(read("A,B,C\n1,2,2\n2,2,2\n3,3,3\n").unit_column);
  CHECK(read("document,A,B\nd1,1,2\nd1,2,2\nd2,2,1\n").unit_column);  // several units of one document
  CHECK_FALSE(read("Interviewer 1,Interviewer 2\n1,2\n2,2\n").unit_column);
  RatingsTableOptions declared;
  declared.header = true;
  CHECK(read("1,2\n1,2\n2,2\n", declared).ratings.units() == 2);
  declared.header = false;
  declared.unit_column = true;
  CHECK(read("1,1,2\n2,2,2\n", declared).ratings.coders == 2);
}

TEST_CASE("a first unit that two coders left out is no second header") {
  CHECK(read("A,B,C\nNA,NA,1\n1,2,1\n2,2,2\n").ratings.units() == 3);
  CHECK(read("A,B,C\n.,.,1\n1,2,1\n2,2,2\n").missing.front().cells == 2);
}

TEST_CASE("a comma is decimal where the separator is another one") {
  const RatingsTable table = read("1,5;2,5\n2,5;2,5\n3;1,50\n", metric(Metric::Kind::interval));
  CHECK(table.separator == ';');
  CHECK(table.numbers == std::vector<double>{1.5, 2.5, 3});
  CHECK(table.ratings.cells == std::vector<Label>{0, 1, 1, 1, 2, 0});
}

TEST_CASE("codes that look like numbers stay apart when nominal, and numbers are equal by value otherwise") {
  CHECK(read("1.1,1.10\n1.1,1.1\n").ratings.labels == 2);
  CHECK(read("1.1,1.10\n1.1,1.2\n", metric(Metric::Kind::interval)).ratings.labels == 2);
  CHECK(read("2,10\n10,2\n").labels == std::vector<std::string>{"2", "10"});
}

TEST_CASE("a number is digits with a sign, a point and an exponent; not inf, nan or what no square can hold") {
  CHECK(number_in("-1.5e3", ',') == -1500.0);
  CHECK(number_in("+2", ',') == 2.0);
  CHECK(number_in("1,5", ';') == 1.5);
  for (const char* const word : {"", "inf", "nan", "1e300", "1e999", "1.2.3", "0x10", "--1", "1 000", "1,5", "e"}) {
    INFO(word);
    CHECK_FALSE(number_in(word, ',').has_value());
  }
}

TEST_CASE("what counts as missing can be chosen") {
  CHECK(read("NA,b\nb,b\n.,b\n").missing.size() == 2);
  RatingsTableOptions options;
  options.missing = {"99"};
  const RatingsTable table = read("NA,b\nb,99\nb,b\n", options);
  CHECK(table.labels == std::vector<std::string>{"NA", "b"});
  CHECK(table.ratings.cells[3] == no_label);
}

TEST_CASE("categories can be declared by number or by name, in their order") {
  RatingsTableOptions options;
  options.number_of_categories = 5;
  CHECK(read("a,b\nb,b\n", options).ratings.labels == 5);
  options = metric(Metric::Kind::ordinal);
  options.categories = {"laag", "midden", "hoog"};
  const RatingsTable table = read("hoog,laag\nlaag,laag\n", options);
  CHECK(table.labels == options.categories);
  CHECK(table.ratings.cells == std::vector<Label>{2, 0, 0, 0});
  CHECK(table.declared_labels == 3);
  CHECK(table.used_labels == 2);
}

TEST_CASE("values that differ only in capitals or spaces are noted, not merged") {
  const RatingsTable table = read("A,B\nJa,ja\nnee,nee\n");
  CHECK(table.labels.size() == 3);
  REQUIRE(table.notes.size() == 1);
  CHECK(table.notes[0].key == msg::ratings_looks_alike);
}

TEST_CASE("a table that cannot be read says where and what to do") {
  const auto numbers = metric(Metric::Kind::interval), order = metric(Metric::Kind::ordinal), ratio = metric(Metric::Kind::ratio);
  RatingsTableOptions two, names, twice, words = numbers;
  two.number_of_categories = 2;
  names.categories = {"1", "2"};
  twice.categories = {"1", "1"};
  words.categories = {"laag", "hoog"};
  struct Row {
    const char* text;
    RatingsTableOptions options;
    MessageKey key;
    std::int64_t line, column;  // -1: none
  };
  const Row rows[] = {{"", {}, msg::ratings_empty, -1, -1},
                      {"\n ,\n", {}, msg::ratings_empty, -1, -1},
                      {"A,B\n", {}, msg::ratings_only_header, 1, -1},
                      {"id,1,2\n", {}, msg::ratings_only_header, 1, -1},
                      {"1,2\n", {}, msg::ratings_one_unit, 1, -1},
                      {"1\n2\n", {}, msg::ratings_one_coder, -1, -1},
                      {"unit,A\n1,2\n2,2\n", {}, msg::ratings_one_coder, -1, -1},
                      {"A,B\n1,2\n", {}, msg::ratings_one_unit, 2, -1},
                      {"A,B\n1,2\n1\n", {}, msg::ratings_cells, 3, -1},
                      {"A,B\n1,2\n\n1,2,3\n", {}, msg::ratings_cells, 4, -1},
                      {"A,B\n1,\"2\n2,2\n", {}, msg::ratings_unclosed_quote, 2, -1},
                      {"A,B\nx,y\n1,2\n2,2\n", {}, msg::ratings_two_headers, 2, 1},
                      {"A,B\n1,2\nA,B\n2,2\n", {}, msg::ratings_repeated_header, 3, -1},
                      {"A,A\n1,2\n2,2\n", {}, msg::ratings_repeated_coder, 1, 2},
                      {"NA,.\n-,NA\n", {}, msg::ratings_nothing_judged, -1, -1},
                      {"A,B\n1,2\n1,zes\n2,2\n", numbers, msg::ratings_not_a_number, 3, 2},
                      {"id,A,B\n7,1,2\n8,1,zes\n9,2,2\n", numbers, msg::ratings_not_a_number, 3, 3},
                      {"A,B\n1,2\n-1,1\n", ratio, msg::ratings_negative, 3, 1},
                      {"laag,hoog\nhoog,hoog\n", order, msg::ratings_order_unknown, -1, -1},
                      {"1,2\n3,3\n", two, msg::ratings_too_few_categories, -1, -1},
                      {"1,2\n3,2\n", names, msg::ratings_not_a_category, 2, 1},
                      {"1,1\n1,1\n", twice, msg::ratings_repeated_category, -1, -1},
                      {"1,1\n1,1\n", words, msg::ratings_category_not_a_number, -1, -1}};
  for (const Row& row : rows) {
    const Error error = wrong(row.text, row.options);
    INFO(row.text << ": " << in_words(error.message, UserLanguage::nl));
    CHECK(error.message.key == row.key);
    CHECK(place(error, "line") == row.line);
    CHECK(place(error, "column") == row.column);
    CHECK(in_words(error.message, UserLanguage::nl).find('{') == std::string::npos);
  }
}
