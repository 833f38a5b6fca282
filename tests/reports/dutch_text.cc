#include "reports/kinds/dutch_text.h"

#include "tests/catch.h"

using namespace codeboom;

TEST_CASE("numbers up to twenty are words, beyond that figures") {
  struct Row {
    std::uint64_t n;
    const char *nl, *en;
  };
  const Row rows[] = {{0, "nul", "zero"},          {1, "één", "one"},         {2, "twee", "two"},           {8, "acht", "eight"},
                      {12, "twaalf", "twelve"},    {13, "dertien", "thirteen"}, {14, "veertien", "fourteen"}, {18, "achttien", "eighteen"},
                      {20, "twintig", "twenty"},   {21, "21", "21"},          {999, "999", "999"},          {1234, "1.234", "1,234"}};
  for (const Row& row : rows) {
    CHECK(number_in_words(row.n, UserLanguage::nl) == row.nl);
    CHECK(number_in_words(row.n, UserLanguage::en) == row.en);
  }
}

TEST_CASE("how many of how many is said as people say it") {
  struct Row {
    std::uint64_t n, base;
    const char *nl, *where, *en;
  };
  const Row rows[] = {
      {1, 1, "het enige", "in het enige praktijkvoorbeeld", "the only one"},
      {0, 1, "niet het enige", "niet in het enige praktijkvoorbeeld", "not the only one"},
      {2, 2, "beide", "in beide praktijkvoorbeelden", "both"},
      {1, 2, "één van de twee", "in één van de twee praktijkvoorbeelden", "one of the two"},
      {0, 12, "geen van de twaalf", "in geen van de twaalf praktijkvoorbeelden", "none of the twelve"},
      {8, 12, "acht van de twaalf", "in acht van de twaalf praktijkvoorbeelden", "eight of the twelve"},
      {12, 12, "alle twaalf", "in alle twaalf de praktijkvoorbeelden", "all twelve"},
      {192, 192, "alle 192", "in alle 192 praktijkvoorbeelden", "all 192"},
      {65, 192, "65 van de 192", "in 65 van de 192 praktijkvoorbeelden", "65 of the 192"},
  };
  for (const Row& row : rows) {
    CHECK(out_of(row.n, row.base, UserLanguage::nl) == row.nl);
    CHECK(in_examples(row.n, row.base, UserLanguage::nl) == row.where);
    CHECK(out_of(row.n, row.base, UserLanguage::en) == row.en);
  }
}

TEST_CASE("lists end in en, sentences in one full stop") {
  CHECK(list_in_words({}, UserLanguage::nl).empty());
  CHECK(list_in_words({"mbo"}, UserLanguage::nl) == "mbo");
  CHECK(list_in_words({"vmbo", "mbo"}, UserLanguage::nl) == "vmbo en mbo");
  CHECK(list_in_words({"vmbo", "mbo", "ho"}, UserLanguage::nl) == "vmbo, mbo en ho");
  CHECK(list_in_words({"vmbo", "mbo", "ho"}, UserLanguage::en) == "vmbo, mbo and ho");
  CHECK(as_sentence("de school belt") == "De school belt.");
  CHECK(as_sentence("ijverig werken zij.") == "IJverig werken zij.");
  CHECK(as_sentence("één docent belt? ") == "Eén docent belt?");
  CHECK(as_sentence("élan helpt") == "Élan helpt.");
  CHECK(as_sentence("Al klaar!") == "Al klaar!");
  CHECK(as_sentence("") == "");
  CHECK(with_capital("alle twaalf") == "Alle twaalf");
}

TEST_CASE("text is cut between words, and never within a letter") {
  CHECK(first_words("een twee drie", 3) == "een twee drie");
  CHECK(first_words("een twee, drie", 2) == "een twee …");
  CHECK(first_words("een\n twee\tdrie", 9) == "een twee drie");
  CHECK(first_words("", 5) == "");
  std::string endless;
  for (int i = 0; i < 300; ++i) endless += "é";
  const std::string cut = first_words(endless, 5);
  CHECK(cut.size() < 130);
  CHECK(cut.ends_with("é…"));
  CHECK(words_in("een twee  drie\n") == 3);
}

TEST_CASE("a condition is said in words") {
  CHECK(condition_in_words("", UserLanguage::nl).empty());
  CHECK(condition_in_words("sector=mbo", UserLanguage::nl) == "sector mbo");
  CHECK(condition_in_words("sector=mbo & jaar=2022;2023", UserLanguage::nl) == "sector mbo, jaar 2022 en 2023");
  CHECK(condition_in_words("regio=", UserLanguage::nl) == "regio niet ingevuld");
}
