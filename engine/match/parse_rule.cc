#include <algorithm>

#include "engine/language/characters.h"
#include "engine/match/rule.h"
#include "engine/match/rule_word.h"
#include "message_keys/engine.h"

namespace codeboom {
namespace {

enum class Sign {
  term, set, bar, gap, same_sentence, within, same_clause, paragraph, bang, bang_clause, doer, strength, open, close, end
};

struct Lexeme {
  Sign sign = Sign::end;
  std::string_view text;  // as written
  std::size_t offset = 0;
  Term term;       // Sign::term
  int number = 0;  // Sign::gap, within, strength
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_sign(char c) { return std::string_view("|&!@^()=").find(c) != std::string_view::npos; }

CharacterClass class_at(std::string_view text, std::size_t at) {
  return at < text.size() ? character_at(text, at).kind : CharacterClass::space;
}

bool is_space(CharacterClass kind) { return kind == CharacterClass::space || kind == CharacterClass::newline; }

bool is_glued(CharacterClass kind) {
  return is_word_part(kind) || kind == CharacterClass::hyphen || kind == CharacterClass::apostrophe;
}

std::size_t code_point_count(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

// Reads a rule piece by piece; each error names the piece it stands at.
class Parser {
 public:
  explicit Parser(std::string_view rule) : rule_(rule) {}

  Result<Rule> rule() {
    if (auto first = advance(); !first) return tl::unexpected(first.error());
    if (next_.sign == Sign::end) return fail(ErrorKind::bad_input, msg::rule_empty);
    Rule rule;
    if (auto clause = this->clause(rule); !clause) return tl::unexpected(clause.error());
    if (auto tail = this->tail(rule); !tail) return tl::unexpected(tail.error());
    return rule;
  }

  Result<Choice> single_choice() {
    if (auto first = advance(); !first) return tl::unexpected(first.error());
    if (next_.sign == Sign::end) return fail(ErrorKind::bad_input, msg::rule_empty);
    auto choice = this->choice(Inside::clause);
    if (choice && next_.sign != Sign::end) return wrong(msg::rule_not_one_choice);
    return choice;
  }

 private:
  enum class Inside { clause, bracket };

  tl::unexpected<Error> wrong(MessageKey key, const Lexeme& at) const {
    return fail(ErrorKind::bad_input, key,
                {{"rule", std::string(rule_)},
                 {"piece", std::string(at.text)},
                 {"column", static_cast<std::int64_t>(code_point_count(rule_.substr(0, at.offset)) + 1)}});
  }
  tl::unexpected<Error> wrong(MessageKey key) const { return wrong(key, next_); }

  Result<void> clause(Rule& rule) {
    for (;;) {
      auto operand = sequence(Inside::clause);
      if (!operand) return tl::unexpected(operand.error());
      rule.operands.push_back(std::move(*operand));
      switch (next_.sign) {
        case Sign::same_sentence: rule.joiners.push_back({Joiner::Kind::sentence, 0}); break;
        case Sign::within: rule.joiners.push_back({Joiner::Kind::within, next_.number}); break;
        case Sign::same_clause: rule.joiners.push_back({Joiner::Kind::clause, 0}); break;
        case Sign::paragraph: rule.joiners.push_back({Joiner::Kind::paragraph, 0}); break;
        default: return {};
      }
      if (auto moved = advance(); !moved) return moved;
    }
  }

  Result<void> tail(Rule& rule) {
    bool has_strength = false;
    while (next_.sign != Sign::end) {
      if (next_.sign == Sign::strength) {
        if (has_strength) return wrong(msg::rule_two_strengths);
        has_strength = true;
        rule.strength = next_.number;
        if (auto moved = advance(); !moved) return moved;
      } else if (next_.sign == Sign::bang || next_.sign == Sign::bang_clause) {
        auto exclusion = this->exclusion();
        if (!exclusion) return tl::unexpected(exclusion.error());
        rule.exclusions.push_back(std::move(*exclusion));
      } else if (next_.sign == Sign::close) {
        return wrong(msg::rule_stray_bracket);
      } else {
        return wrong(msg::rule_after_end);
      }
    }
    return {};
  }

  Result<Exclusion> exclusion() {
    Exclusion exclusion;
    const bool in_clause = next_.sign == Sign::bang_clause;
    if (in_clause) exclusion.where.kind = Joiner::Kind::clause;
    if (auto moved = advance(); !moved) return tl::unexpected(moved.error());
    if (!in_clause && next_.sign == Sign::within) {
      exclusion.where = {Joiner::Kind::within, next_.number};
      if (auto moved = advance(); !moved) return tl::unexpected(moved.error());
    }
    auto choice = this->choice(Inside::clause);
    if (!choice) return tl::unexpected(choice.error());
    exclusion.choice = std::move(*choice);
    return exclusion;
  }

  bool starts_atom() const {
    return next_.sign == Sign::term || next_.sign == Sign::set || next_.sign == Sign::open || next_.sign == Sign::doer;
  }

  Result<Sequence> sequence(Inside inside) {
    Sequence sequence;
    int gap = 0;
    do {
      auto choice = this->choice(inside);
      if (!choice) return tl::unexpected(choice.error());
      sequence.steps.push_back({gap, std::move(*choice)});
      gap = 0;
      if (next_.sign == Sign::gap) {
        gap = next_.number;
        if (auto moved = advance(); !moved) return tl::unexpected(moved.error());
        if (!starts_atom()) return expected_term(inside);
      }
    } while (starts_atom());
    return sequence;
  }

  tl::unexpected<Error> expected_term(Inside inside) const {
    if (next_.sign == Sign::end) return wrong(msg::rule_expected_term_at_end, previous_);
    const bool stray = next_.sign == Sign::close && inside == Inside::clause;
    return wrong(stray ? msg::rule_stray_bracket : msg::rule_expected_term);
  }

  Result<Choice> choice(Inside inside) {
    Choice choice;
    for (;;) {
      auto atom = this->atom(inside);
      if (!atom) return tl::unexpected(atom.error());
      choice.push_back(std::move(*atom));
      if (next_.sign != Sign::bar) return choice;
      if (auto moved = advance(); !moved) return tl::unexpected(moved.error());
    }
  }

  Result<Atom> atom(Inside inside) {
    if (next_.sign == Sign::doer) {
      if (auto moved = advance(); !moved) return tl::unexpected(moved.error());
      auto who = atom(inside);
      if (who) who->as_doer = true;
      return who;
    }
    if (next_.sign == Sign::open && inside == Inside::bracket) return wrong(msg::rule_nested_bracket);
    if (next_.sign == Sign::open) return phrase();
    Atom atom;
    if (next_.sign == Sign::term) {
      atom.term = std::move(next_.term);
    } else if (next_.sign == Sign::set) {
      atom.kind = Atom::Kind::set;
      atom.set = std::string(next_.text.substr(1));
    } else {
      return expected_term(inside);
    }
    if (auto moved = advance(); !moved) return tl::unexpected(moved.error());
    return atom;
  }

  Result<Atom> phrase() {
    const Lexeme open = next_;
    if (auto moved = advance(); !moved) return tl::unexpected(moved.error());
    auto inner = sequence(Inside::bracket);
    if (!inner) return tl::unexpected(inner.error());
    if (next_.sign == Sign::end) {
      Lexeme rest = open;
      rest.text = rule_.substr(open.offset);
      return wrong(msg::rule_unclosed_bracket, rest);
    }
    if (next_.sign != Sign::close) return wrong(msg::rule_sign_in_bracket);
    if (auto moved = advance(); !moved) return tl::unexpected(moved.error());
    Atom atom;
    atom.kind = Atom::Kind::phrase;
    atom.phrase.push_back(std::move(*inner));
    return atom;
  }

  // Lexical part ---------------------------------------------------------------------------------------------

  Result<void> advance() {
    previous_ = std::move(next_);
    while (position_ < rule_.size() && is_space(class_at(rule_, position_))) {
      position_ += character_at(rule_, position_).length;
    }
    next_ = Lexeme{};
    next_.offset = position_;
    if (position_ == rule_.size()) return {};
    switch (rule_[position_]) {
      case '|': return sign(Sign::bar, 1);
      case '(': return glued_bracket_end(position_, position_) == position_ ? sign(Sign::open, 1) : term();
      case ')': return sign(Sign::close, 1);
      case '!': return rule_.substr(position_).starts_with("!,") ? sign(Sign::bang_clause, 2) : sign(Sign::bang, 1);
      case '>': return before_atom() ? sign(Sign::doer, 1) : term();
      case '&': return ampersand();
      case '^': return strength();
      case '@': return set_name();
      case '/': return regular_expression();
      default: break;
    }
    if (rule_.substr(position_).starts_with("..")) return gap();
    return term();
  }

  Result<void> sign(Sign sign, std::size_t length) {
    next_.sign = sign;
    next_.text = rule_.substr(position_, length);
    position_ += length;
    return {};
  }

  // The number from 1 to 99 that stands at `from`; its length is 0 when there is none.
  struct Number {
    int value = 0;
    std::size_t length = 0;
  };
  Number number_at(std::size_t from) const {
    Number number;
    while (from + number.length < rule_.size() && is_digit(rule_[from + number.length])) {
      number.value = std::min(number.value * 10 + (rule_[from + number.length] - '0'), 1000);
      ++number.length;
    }
    return number;
  }

  Result<void> numbered(Sign sign, std::size_t sign_length) {
    const Number number = number_at(position_ + sign_length);
    next_.text = rule_.substr(position_, sign_length + number.length);
    if (number.length == 0 || number.value < 1 || number.value > 99) return wrong(msg::rule_expected_number);
    next_.sign = sign;
    next_.number = number.value;
    position_ += sign_length + number.length;
    return {};
  }

  Result<void> ampersand() {
    if (rule_.substr(position_).starts_with("&&")) return sign(Sign::paragraph, 2);
    if (rule_.substr(position_).starts_with("&,")) return sign(Sign::same_clause, 2);
    const std::size_t digits = number_at(position_ + 1).length;
    const std::size_t after = position_ + 1 + digits;
    if (digits == 0 || !ends_word(after)) return sign(Sign::same_sentence, 1);
    return numbered(Sign::within, 1);
  }

  // Does a term, set or phrase follow at once? A ">" that stands apart is a word, as before.
  bool before_atom() const {
    const std::size_t next = position_ + 1;
    if (next >= rule_.size() || is_space(class_at(rule_, next)) || rule_.substr(next).starts_with("..")) return false;
    return std::string_view("|&!^)>").find(rule_[next]) == std::string_view::npos;
  }

  Result<void> gap() { return numbered(Sign::gap, 2); }

  bool ends_word(std::size_t at) const {
    return at >= rule_.size() || is_sign(rule_[at]) || is_space(class_at(rule_, at));
  }

  std::size_t word_end(std::size_t from) const {
    while (!ends_word(from)) from += character_at(rule_, from).length;
    return from;
  }

  // As word_end, but a gap may follow without a space ("zelf..3 kiezen") and glued brackets belong to the word.
  std::size_t term_end(std::size_t from) const {
    for (std::size_t at = from;;) {
      if (rule_.substr(at).starts_with("..")) return at;
      const std::size_t after_bracket = glued_bracket_end(at, from);
      if (after_bracket != at) {
        at = after_bracket;
      } else if (ends_word(at)) {
        return at;
      } else {
        at += character_at(rule_, at).length;
      }
    }
  }

  // "(studie)keuze", "leerling(en)": where the bracket ends that opens at `at` in a word that begins at `word`;
  // `at` itself when none opens there, or when it is a phrase.
  std::size_t glued_bracket_end(std::size_t at, std::size_t word) const {
    if (at >= rule_.size() || rule_[at] != '(') return at;
    std::size_t end = at + 1;
    while (is_glued(class_at(rule_, end))) end += character_at(rule_, end).length;
    if (end == at + 1 || end >= rule_.size() || rule_[end] != ')') return at;
    return at > word || is_glued(class_at(rule_, end + 1)) ? end + 1 : at;
  }

  Result<void> strength() {
    next_.text = rule_.substr(position_, word_end(position_ + 1) - position_);
    if (next_.text.size() != 2 || next_.text[1] < '1' || next_.text[1] > '3') return wrong(msg::rule_bad_strength);
    next_.number = next_.text[1] - '0';
    return sign(Sign::strength, 2);
  }

  std::size_t set_end(std::size_t from) const { return std::min(word_end(from), rule_.find("..", from)); }

  Result<void> set_name() {
    next_.text = rule_.substr(position_, set_end(position_ + 1) - position_);
    const std::string_view name = next_.text.substr(1);
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-' || c == '_'; };
    if (name.empty()) return wrong(msg::rule_bad_set_name);
    for (const char c : name) {
      if (!allowed(c)) return wrong(msg::rule_bad_set_name);
    }
    return sign(Sign::set, next_.text.size());
  }

  Result<void> regular_expression() {
    std::size_t end = position_ + 1;
    while (end < rule_.size() && rule_[end] != '/') end += rule_[end] == '\\' ? 2 : 1;
    next_.text = rule_.substr(position_);
    if (end >= rule_.size() || end == position_ + 1) return wrong(msg::rule_unclosed_regex);
    next_.term = {Term::Kind::regex, std::string(rule_.substr(position_ + 1, end - position_ - 1))};
    return sign(Sign::term, end - position_ + 1);
  }

  Result<void> term() {
    const bool exact = rule_[position_] == '=';
    const std::size_t end = term_end(position_ + (exact ? 1 : 0));
    next_.text = rule_.substr(position_, end - position_);
    std::string_view word = next_.text.substr(exact ? 1 : 0);
    const bool open_start = word.starts_with('*');
    if (open_start) word.remove_prefix(1);
    const bool open_end = word.ends_with('*');
    if (open_end) word.remove_suffix(1);
    if (word.empty() && !open_start) return wrong(msg::rule_expected_term);
    if (word.find('*') != std::string_view::npos) return wrong(msg::rule_wildcard_inside);
    if (exact && (open_start || open_end)) return wrong(msg::rule_wildcard_exact);
    if ((open_start || open_end) && letter_count(word) < 3) return wrong(msg::rule_wildcard_short);
    if (!can_be_word(word)) return wrong(msg::rule_not_in_word);
    next_.term = {exact                     ? Term::Kind::exact
                  : open_start && open_end ? Term::Kind::contains
                  : open_start             ? Term::Kind::ends
                  : open_end               ? Term::Kind::begins
                                           : Term::Kind::lemma,
                  std::string(word)};
    return sign(Sign::term, next_.text.size());
  }

  std::string_view rule_;
  std::size_t position_ = 0;
  Lexeme previous_, next_;
};

}  // namespace

Result<Rule> parse_rule(std::string_view text) { return Parser(text).rule(); }

Result<Choice> parse_choice(std::string_view text) { return Parser(text).single_choice(); }

}  // namespace codeboom
