#include "engine/language/words.h"

#include <algorithm>

#include "tests/catch.h"
#include "tests/language/table.h"

namespace codeboom::tests {
namespace {

bool holds_one_of(const std::vector<std::string>& lemmas, const std::string& alternatives) {
  for (const std::string& lemma : split(alternatives, "|")) {
    if (std::find(lemmas.begin(), lemmas.end(), lemma) != lemmas.end()) return true;
  }
  return false;
}

std::string joined(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
  return line;
}

}  // namespace

TEST_CASE("every form of the tables has its lemma, and few others") {
  for (const char* table : {"lemmas.tsv", "inflected_forms.tsv", "more_inflected_forms.tsv"}) {
    std::size_t forms = 0, lemmas = 0;
    for (const auto& row : rows_of(table)) {
      for (const std::string& form : split(row[1], " ")) {
        const std::vector<std::string> found = lemmas_of(form);
        INFO(form << " -> " << joined(found) << ", not " << row[0]);
        CHECK(holds_one_of(found, row[0]));
        ++forms;
        lemmas += found.size();
      }
    }
    CAPTURE(table, forms, lemmas);
    CHECK(static_cast<double>(lemmas) < 1.15 * static_cast<double>(forms));
  }
}

TEST_CASE("a word with a capital has the lemmas of the same word without") {
  for (const auto& row : rows_of("inflected_forms.tsv")) {
    for (std::string form : split(row[1], " ")) {
      // First names end in -tje too: what the lexicon does not know keeps it when it has a capital.
      if (form[0] < 'a' || form[0] > 'z' || form.ends_with("tje")) continue;
      const std::vector<std::string> lower = analyse(form).lemmas;
      form[0] = static_cast<char>(form[0] - 'a' + 'A');
      const std::vector<std::string> capital = analyse(form).lemmas;
      CAPTURE(form);
      CHECK(std::includes(capital.begin(), capital.end(), lower.begin(), lower.end()));
    }
  }
}

TEST_CASE("lemmas are folded and sorted, and the same in every call") {
  WordForms reused;
  for (const auto& row : rows_of("more_inflected_forms.tsv")) {
    for (const std::string& form : split(row[1], " ")) {
      analyse_into(reused, form);
      CAPTURE(form);
      CHECK(std::is_sorted(reused.lemmas.begin(), reused.lemmas.end()));
      for (const std::string& lemma : reused.lemmas) CHECK(fold(lemma) == lemma);
      const WordForms fresh = analyse(form);
      CHECK(reused.lemmas == fresh.lemmas);
      CHECK(reused.search_forms == fresh.search_forms);
    }
  }
}

TEST_CASE("each kind of word has the lemmas that a dictionary gives it") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"leren", "leer leren"},
      {"begeleid", "begeleiden"},
      {"beleid", "beleid"},
      {"begeleiding", "begeleiding"},
      {"jongeren", "jongere"},
      {"gegevens", "gegevens"},
      {"LOB-gesprekken", "LOB-gesprek"},
      {"mbo'ers", "mbo'er"},
      {"mbo’ers", "mbo'er"},
      {"Daphne's", "Daphne"},
      {"Wiersema", "Wiersema"},
      {"Amsterdam", "Amsterdam"},
      {"Loopbaangesprekken", "loopbaangesprek"},
      {"kwaliteitenreflectieopdrachten", "kwaliteitenreflectieopdracht"},
      {"meegevlogd", "meevloggen"},
      {"(studie)keuzes", "keuze studiekeuze"},
      {"samen\u00ADwerking", "samenwerking"},
      {"lln.", "leerling"},
  };
  for (const auto& [word, lemmas] : cases) {
    CAPTURE(word);
    CHECK(joined(lemmas_of(word)) == lemmas);
  }
}

TEST_CASE("folding drops case, accents and soft hyphens") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Oriëntatie", "orientatie"},  {"ÉÉN", "een"},     {"samen\u00ADwerking", "samenwerking"},
      {"mbo’er", "mbo'er"},          {"\u0133s", "ijs"}, {"\u0132S", "ijs"},
      {"e\u0301e\u0301n", "een"},    {"Škoda", "skoda"}, {"straße", "strasse"},
      {"non\u2011stop", "non-stop"}, {"", ""},           {"ΑΘΗΝΑ", "αθηνα"},
  };
  for (const auto& [word, folded] : cases) {
    CHECK(fold(word) == folded);
    CHECK(fold(fold(word)) == folded);
  }
}

TEST_CASE("search forms are the word, then what its brackets and hyphens stand for") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"keuze", "keuze"},
      {"(Studie)keuze", "(studie)keuze studiekeuze keuze"},
      {"leerling(groep)en", "leerling(groep)en leerlinggroepen leerlingen"},
      {"(LOB-)praktijken", "(lob-)praktijken lob-praktijken praktijken"},
      {"vmbo-", "vmbo- vmbo"},
      {"-(studie)begeleiding", "-(studie)begeleiding studiebegeleiding begeleiding"},
      {"loopbaan-oriëntatie", "loopbaan-orientatie loopbaanorientatie"},
      {"e-mail", "e-mail"},
      {"[D]e", "[d]e de"},
  };
  for (const auto& [word, forms] : cases) CHECK(joined(analyse(word).search_forms) == forms);
}

TEST_CASE("compounds have the parts of the tables") {
  for (const char* table : {"compounds.tsv", "more_compounds.tsv"}) {
    for (const auto& row : rows_of(table)) {
      const std::string parts = joined(compound_parts(row[0]));
      CAPTURE(row[0]);
      CHECK((parts.empty() ? "-" : parts) == row[1]);
    }
  }
}

TEST_CASE("separable verbs are those whose participle or prefix proves it") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"samenwerken", "samen werken"},
      {"meedenken", "mee denken"},
      {"deelnemen", "deel nemen"},
      {"voorbereiden", "voor bereiden"},
      {"aanbevelen", "aan bevelen"},
      {"uitdagen", "uit dagen"},
      {"begeleiden", ""},
      {"onderzoeken", ""},
      {"overtuigen", ""},
      {"inspireren", ""},
      {"ontwikkelen", ""},
      {"betrekken", ""},
      {"ondernemen", ""},
      {"samenwerking", ""},
      {"werken", ""},
  };
  for (const auto& [infinitive, expected] : cases) {
    const auto verb = separable_verb(infinitive);
    CAPTURE(infinitive);
    CHECK((verb ? verb->particle + " " + verb->verb : "") == expected);
  }
}

TEST_CASE("the lexicon names its version") { CHECK(lexicon_version().substr(0, 3) == "nl-"); }

}  // namespace codeboom::tests
