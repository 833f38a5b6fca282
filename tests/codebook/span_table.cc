#include "codebook/span_table.h"

#include "message_keys/spans.h"
#include "tests/catch.h"

using namespace codeboom;

TEST_CASE("a table of passages is read with or without a header, in any order of columns, with any separator") {
  const char* tables[] = {
      "b,x,0,5\na,y,5,9\na,x,1,3\n",
      "coder;code;begin;einde\nb;x;0;5\na;y;5;9\na;x;1;3\n",
      "End\tNr\tAnnotator\tLabel\tStart\r\n5\t1\tb\tx\t0\r\n9\t2\ta\ty\t5\r\n3\t3\ta\tx\t1\r\n",
      " b , x , 0 , 5 \n\n,,,\na,\"y\",5,9\na,x,1,3",
  };
  for (const char* text : tables) {
    CAPTURE(text);
    const auto table = read_span_table(text, "t.csv", 10);
    REQUIRE(table);
    CHECK(table->coders == std::vector<std::string>{"a", "b"});
    CHECK(table->codes == std::vector<std::string>{"x", "y"});
    CHECK(table->continuum.length == 10);
    CHECK(table->continuum.coders[0] == std::vector<LabelledSpan>{{5, 9, 1}, {1, 3, 0}});
    CHECK(table->continuum.coders[1] == std::vector<LabelledSpan>{{0, 5, 0}});
  }
}

TEST_CASE("a row with a coder alone is a coder who marked nothing") {
  const auto table = read_span_table("a,x,0,5\nb,,,\n", "t.csv", 10);
  REQUIRE(table);
  CHECK(table->coders.size() == 2);
  CHECK(table->continuum.coders[1].empty());
}

TEST_CASE("what is wrong in a table of passages is said in one sentence, with its line") {
  struct {
    const char* text;
    MessageKey key;
    int line;
  } wrong[] = {
      {"", msg::spans_no_rows, 0},
      {"coder,code,begin,einde\n", msg::spans_no_rows, 0},
      {"a,,,\nb,,,\n", msg::spans_no_rows, 0},
      {"a,x,0,5\na,y,6,7\n", msg::spans_one_coder, 0},
      {"wie,wat,begin,einde\na,x,0,5\n", msg::spans_header, 1},
      {"coder,code,begin,lengte\na,x,0,5\n", msg::spans_header, 1},
      {"a,x,0,5\nb,x,3\n", msg::spans_columns, 2},
      {"a,x,0,5\nb,x,3,4,5\n", msg::spans_columns, 2},
      {"a,x,0,5\n\n,x,3,4\n", msg::spans_no_coder, 3},
      {"a,x,0,5\nb,,3,4\n", msg::spans_no_code, 2},
      {"a,x,0,5\nb,x,drie,4\n", msg::spans_not_a_number, 2},
      {"a,x,0,5\nb,x,3,4.5\n", msg::spans_not_a_number, 2},
      {"a,x,0,5\nb,x,3,\n", msg::spans_not_a_number, 2},
      {"a,x,0,5\nb,x,3,99999999999999999999\n", msg::spans_not_a_number, 2},
      {"coder,code,begin,einde\ncoder,code,begin,einde\na,x,0,5\n", msg::spans_second_header, 2},
      {"a,x,0,5\nb,x,0,5\nStart;End;Coder;Code\n", msg::spans_columns, 3},
      {"a,x,0,5\nb,x,0,5\nStart,End,Coder,Code\nb,x,0,5\n", msg::spans_second_header, 3},
      {"a,x,0,5\nb,x,-1,4\n", msg::spans_before_text, 2},
      {"a,x,0,5\nb,x,4,4\n", msg::spans_reversed, 2},
      {"a,x,0,5\nb,x,5,4\n", msg::spans_reversed, 2},
      {"a,x,0,10\nb,x,5,11\n", msg::spans_beyond_text, 2},
      {"a,x,0,5\nb,\"x,3,4\n", msg::spans_open_quote, 2},
  };
  for (const auto& row : wrong) {
    CAPTURE(row.text);
    const auto table = read_span_table(row.text, "t.csv", 10);
    REQUIRE_FALSE(table);
    CHECK(name_of(table.error().message.key) == name_of(row.key));
    CHECK(table.error().kind == ErrorKind::bad_input);
    for (const auto& [name, value] : table.error().message.arguments) {
      if (name == "line") CHECK(std::get<std::int64_t>(value) == row.line);
    }
    for (const UserLanguage language : {UserLanguage::nl, UserLanguage::en}) {
      CHECK(in_words(table.error().message, language).find('{') == std::string::npos);
    }
  }
}
