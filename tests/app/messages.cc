#include "corpus/messages/message.h"
#include "message_keys/app.h"
#include "message_keys/corpus.h"
#include "tests/catch.h"

using namespace codeboom;

TEST_CASE("a message is put into words in both languages, with plurals and numbers as that language writes them") {
  const Message search{msg::search_count, {{"hits", std::int64_t{1200}}, {"documents", std::int64_t{1}}}};
  CHECK(in_words(search, UserLanguage::nl) == "1.200 treffers in één document.");
  CHECK(in_words(search, UserLanguage::en) == "1,200 hits in one document.");
}

TEST_CASE("a message inside a message is in the same language") {
  const Message inner{msg::text_invalid_utf8, {{"byte", std::int64_t{12}}}};
  const Message outer{msg::app_error, {{"reason", std::vector<Message>{inner}}}};
  CHECK(in_words(outer, UserLanguage::nl) == "Fout: " + in_words(inner, UserLanguage::nl));
  CHECK(in_words(outer, UserLanguage::en) == "Error: " + in_words(inner, UserLanguage::en));
}

TEST_CASE("text from a user cannot break a message, and an absent argument shows its name") {
  CHECK(in_words({msg::app_error, {{"reason", std::string("{x} '' <b> {0}")}}}, UserLanguage::nl) == "Fout: {x} '' <b> {0}");
  CHECK(in_words({msg::app_error, {}}, UserLanguage::nl) == "Fout: {reason}");
}

TEST_CASE("a key knows its name, whichever catalogue it stands in") {
  CHECK(name_of(msg::search_count) == "search.count");
  CHECK(name_of(msg::app_error) == "app.error");
  CHECK(name_of(msg::text_invalid_utf8) == "text.invalid_utf8");
}
