// The grammar of engine/match/rule.h, line by line.
#include <string>
#include <vector>

#include "tests/match/fixture.h"

namespace codeboom::match_test {
namespace {

// The parsed rule with everything named, written apart from print_rule so that the two cannot agree by
// mistake.
std::string shown(const Choice& choice);

std::string shown(const Sequence& sequence) {
  std::string text;
  for (std::size_t i = 0; i < sequence.steps.size(); ++i) {
    const int gap = sequence.steps[i].gap;
    if (i > 0) text += gap == 0 ? " + " : " +" + std::to_string(gap) + " ";
    text += shown(sequence.steps[i].choice);
  }
  return text;
}

std::string shown(const Atom& atom) {
  static constexpr const char* kinds[] = {"lemma", "exact", "begins", "ends", "contains", "regex"};
  if (atom.as_doer) {
    Atom anywhere = atom;
    anywhere.as_doer = false;
    return "doer{" + shown(anywhere) + "}";
  }
  if (atom.kind == Atom::Kind::set) return "set{" + atom.set + "}";
  if (atom.kind == Atom::Kind::phrase) return "phrase{" + shown(atom.phrase.at(0)) + "}";
  return kinds[static_cast<int>(atom.term.kind)] + ("{" + atom.term.text + "}");
}

std::string shown(const Choice& choice) {
  std::string text;
  for (const Atom& atom : choice) text += (text.empty() ? "" : " or ") + shown(atom);
  return text;
}

std::string shown(const Rule& rule) {
  std::string text = shown(rule.operands.at(0));
  for (std::size_t i = 0; i < rule.joiners.size(); ++i) {
    const Joiner& joiner = rule.joiners[i];
    text += joiner.kind == Joiner::Kind::sentence    ? " AND "
            : joiner.kind == Joiner::Kind::paragraph ? " PARAGRAPH "
            : joiner.kind == Joiner::Kind::clause    ? " CLAUSE "
                                                     : " WITHIN" + std::to_string(joiner.words) + " ";
    text += shown(rule.operands.at(i + 1));
  }
  for (const Exclusion& exclusion : rule.exclusions) {
    const bool in_clause = exclusion.where.kind == Joiner::Kind::clause;
    const bool within = exclusion.where.kind == Joiner::Kind::within;
    text += " NOT" + (within ? std::to_string(exclusion.where.words) : in_clause ? "CLAUSE" : "") + " " +
            shown(exclusion.choice);
  }
  return text + " ^" + std::to_string(rule.strength);
}

struct Parsed {
  const char* rule;
  const char* meaning;
};

void check_all(const std::vector<Parsed>& rows) {
  for (const Parsed& row : rows) {
    CAPTURE(row.rule);
    const auto rule = parse_rule(row.rule);
    CHECK((rule ? shown(*rule) : in_words(rule.error().message, UserLanguage::en)) == row.meaning);
  }
}

}  // namespace

TEST_CASE("a term is a lemma, an exact form, a part of a word or a regular expression") {
  check_all({
      {"docent", "lemma{docent} ^2"},
      {"Loopbaanoriëntatie", "lemma{Loopbaanoriëntatie} ^2"},
      {"=PTA", "exact{PTA} ^2"},
      {"loopbaan*", "begins{loopbaan} ^2"},
      {"*gesprek", "ends{gesprek} ^2"},
      {"*keuze*", "contains{keuze} ^2"},
      {"*één", "ends{één} ^2"},
      {"/(leer|werk)plek(ken)?/", "regex{(leer|werk)plek(ken)?} ^2"},
      {"/a b & c|d/", "regex{a b & c|d} ^2"},
      {"/en\\/of/", "regex{en\\/of} ^2"},
  });
}

TEST_CASE("a word keeps hyphens, apostrophes, full stops and the brackets glued to it") {
  check_all({
      {"mbo'er", "lemma{mbo'er} ^2"},
      {"mbo’er", "lemma{mbo’er} ^2"},
      {"'s", "lemma{'s} ^2"},
      {"één-op-één-gesprek", "lemma{één-op-één-gesprek} ^2"},
      {"lob-*", "begins{lob-} ^2"},
      {"d.m.v.", "lemma{d.m.v.} ^2"},
      {"bijv.", "lemma{bijv.} ^2"},
      {"en/of", "lemma{en/of} ^2"},
      {"21e", "lemma{21e} ^2"},
      {"1.500", "lemma{1.500} ^2"},
      {"10,5", "lemma{10,5} ^2"},
      {"1:1", "lemma{1:1} ^2"},
      {"60%", "lemma{60%} ^2"},
      {"(studie)keuze", "lemma{(studie)keuze} ^2"},
      {"=(studie)keuze", "exact{(studie)keuze} ^2"},
      {"vorm(geving)", "lemma{vorm(geving)} ^2"},
      {"leerling(groep)en", "lemma{leerling(groep)en} ^2"},
      {"(lob-)praktijk kiezen", "lemma{(lob-)praktijk} + lemma{kiezen} ^2"},
      {"(studie)keuze|(open dag)", "lemma{(studie)keuze} or phrase{lemma{open} + lemma{dag}} ^2"},
      {"((studie)keuze maken)", "phrase{lemma{(studie)keuze} + lemma{maken}} ^2"},
      {"(studie) keuze", "phrase{lemma{studie}} + lemma{keuze} ^2"},
  });
}

TEST_CASE("a choice is alternatives, sets and phrases") {
  check_all({
      {"docent|mentor", "lemma{docent} or lemma{mentor} ^2"},
      {"docent | mentor|  decaan", "lemma{docent} or lemma{mentor} or lemma{decaan} ^2"},
      {"@docent", "set{docent} ^2"},
      {"@vo_2-nieuw", "set{vo_2-nieuw} ^2"},
      {"@docent|=PTA|*gesprek", "set{docent} or exact{PTA} or ends{gesprek} ^2"},
      {"(rol spelen)", "phrase{lemma{rol} + lemma{spelen}} ^2"},
      {"(rol ..2 spelen|@doen)|taak", "phrase{lemma{rol} +2 lemma{spelen} or set{doen}} or lemma{taak} ^2"},
      {"( rol )", "phrase{lemma{rol}} ^2"},
      {"taak|(open dag)", "lemma{taak} or phrase{lemma{open} + lemma{dag}} ^2"},
  });
}

TEST_CASE("a term, set or phrase with > before it is the doer; a > that stands apart is a word") {
  check_all({
      {">docent", "doer{lemma{docent}} ^2"},
      {">*gesprek|>=PTA", "doer{ends{gesprek}} or doer{exact{PTA}} ^2"},
      {">@docent helpen", "doer{set{docent}} + lemma{helpen} ^2"},
      {"a|>b ..2 >c", "lemma{a} or doer{lemma{b}} +2 doer{lemma{c}} ^2"},
      {">(de docent)", "doer{phrase{lemma{de} + lemma{docent}}} ^2"},
      {"(>docent helpen)", "phrase{doer{lemma{docent}} + lemma{helpen}} ^2"},
      {">(studie)keuze", "doer{lemma{(studie)keuze}} ^2"},
      {"a !>b", "lemma{a} NOT doer{lemma{b}} ^2"},
      {"> docent", "lemma{>} + lemma{docent} ^2"},
      {"docent >", "lemma{docent} + lemma{>} ^2"},
      {"a>b", "lemma{a>b} ^2"},
  });
}

TEST_CASE("a sequence is adjacent or leaves a gap of 1 to 99 words") {
  check_all({
      {"kort tekst", "lemma{kort} + lemma{tekst} ^2"},
      {"kort\t\n tekst", "lemma{kort} + lemma{tekst} ^2"},
      {"kort\u00A0tekst", "lemma{kort} + lemma{tekst} ^2"},
      {"zelf ..3 kiezen", "lemma{zelf} +3 lemma{kiezen} ^2"},
      {"zelf..3 kiezen", "lemma{zelf} +3 lemma{kiezen} ^2"},
      {"zelf ..3kiezen", "lemma{zelf} +3 lemma{kiezen} ^2"},
      {"@jongere..3 kiezen", "set{jongere} +3 lemma{kiezen} ^2"},
      {"loopbaan*..1 (open dag)", "begins{loopbaan} +1 phrase{lemma{open} + lemma{dag}} ^2"},
      {"=PTA..99 af", "exact{PTA} +99 lemma{af} ^2"},
      {"een ..1 twee drie ..2 vier", "lemma{een} +1 lemma{twee} + lemma{drie} +2 lemma{vier} ^2"},
      {"kort|lang tekst", "lemma{kort} or lemma{lang} + lemma{tekst} ^2"},
  });
}

TEST_CASE("operands are joined in a sentence, within words or in a paragraph") {
  check_all({
      {"a & b", "lemma{a} AND lemma{b} ^2"},
      {"a&b", "lemma{a} AND lemma{b} ^2"},
      {"a &5 b", "lemma{a} WITHIN5 lemma{b} ^2"},
      {"a&5 b", "lemma{a} WITHIN5 lemma{b} ^2"},
      {"a &5(b c)", "lemma{a} WITHIN5 phrase{lemma{b} + lemma{c}} ^2"},
      {"a &99 b", "lemma{a} WITHIN99 lemma{b} ^2"},
      {"a && b", "lemma{a} PARAGRAPH lemma{b} ^2"},
      {"a &, b", "lemma{a} CLAUSE lemma{b} ^2"},
      {"a&,b c &, d", "lemma{a} CLAUSE lemma{b} + lemma{c} CLAUSE lemma{d} ^2"},
      {"a &,5", "lemma{a} CLAUSE lemma{5} ^2"},
      {"a&&b", "lemma{a} PARAGRAPH lemma{b} ^2"},
      {"a & 5 b", "lemma{a} AND lemma{5} + lemma{b} ^2"},
      {"a &21e eeuw", "lemma{a} AND lemma{21e} + lemma{eeuw} ^2"},
      {"a b|c & d ..2 e &3 f && g",
       "lemma{a} + lemma{b} or lemma{c} AND lemma{d} +2 lemma{e} WITHIN3 lemma{f} PARAGRAPH lemma{g} ^2"},
  });
}

TEST_CASE("exclusions and one strength end a rule, in any order") {
  check_all({
      {"rol !spelen", "lemma{rol} NOT lemma{spelen} ^2"},
      {"rol!spelen", "lemma{rol} NOT lemma{spelen} ^2"},
      {"rol ! spelen|@doen", "lemma{rol} NOT lemma{spelen} or set{doen} ^2"},
      {"rol !&5 spelen", "lemma{rol} NOT5 lemma{spelen} ^2"},
      {"rol !(een rol) !&2 @doen", "lemma{rol} NOT phrase{lemma{een} + lemma{rol}} NOT2 set{doen} ^2"},
      {"rol !, spelen", "lemma{rol} NOTCLAUSE lemma{spelen} ^2"},
      {"rol!,spelen|@doen !doen", "lemma{rol} NOTCLAUSE lemma{spelen} or set{doen} NOT lemma{doen} ^2"},
      {"rol ^1", "lemma{rol} ^1"},
      {"rol^2", "lemma{rol} ^2"},
      {"rol ^3", "lemma{rol} ^3"},
      {"rol !spelen ^3", "lemma{rol} NOT lemma{spelen} ^3"},
      {"rol ^3 !spelen !doen", "lemma{rol} NOT lemma{spelen} NOT lemma{doen} ^3"},
      {"a & b !c ^1", "lemma{a} AND lemma{b} NOT lemma{c} ^1"},
  });
}

TEST_CASE("a choice alone is what a set, requires and suppressed_by hold") {
  CHECK(shown(choice_of("docent|mentor")) == "lemma{docent} or lemma{mentor}");
  CHECK(shown(choice_of(" @ouder ")) == "set{ouder}");
  CHECK(shown(choice_of("(rol ..1 spelen)")) == "phrase{lemma{rol} +1 lemma{spelen}}");
  CHECK(shown(choice_of("(studie)keuze")) == "lemma{(studie)keuze}");
}

}  // namespace codeboom::match_test
