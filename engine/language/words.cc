#include "engine/language/words.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "engine/language/compounds.h"
#include "engine/language/fold.h"
#include "engine/language/lemmas.h"

namespace codeboom {
namespace {

// Strings written over those of the call before, so that a run over many words hardly allocates.
class Reused {
 public:
  explicit Reused(std::vector<std::string>& strings) : strings_(strings) {}
  ~Reused() { strings_.resize(count_); }
  Reused(const Reused&) = delete;
  Reused& operator=(const Reused&) = delete;

  std::string& next() {
    if (count_ == strings_.size()) strings_.emplace_back();
    std::string& string = strings_[count_++];
    string.clear();
    return string;
  }
  void drop_last() { --count_; }
  std::size_t count() const { return count_; }
  const std::string& operator[](std::size_t index) const { return strings_[index]; }
  void sort_unique() {
    const auto begin = strings_.begin(), end = begin + static_cast<std::ptrdiff_t>(count_);
    std::sort(begin, end);
    count_ = static_cast<std::size_t>(std::unique(begin, end) - begin);
  }

 private:
  std::vector<std::string>& strings_;
  std::size_t count_ = 0;
};

bool is_bracket(char byte) { return byte == '(' || byte == ')' || byte == '[' || byte == ']'; }

void trim_hyphens(std::string& form) {
  const std::size_t begin = form.find_first_not_of('-');
  if (begin == std::string::npos) return form.clear();
  form.erase(form.find_last_not_of('-') + 1);
  form.erase(0, begin);
}

void without_brackets(std::string& form, std::string_view word, bool keep_content) {
  int depth = 0;
  for (const char byte : word) {
    if (byte == '(' || byte == '[') {
      ++depth;
    } else if (byte == ')' || byte == ']') {
      --depth;
    } else if (keep_content || depth <= 0) {
      form.push_back(byte);
    }
  }
  trim_hyphens(form);
}

// "studie-keuze" as it should be spelled, when the lexicon has that and both halves are more than letters
// (e-mail).
void without_hyphen(std::string& form, std::string_view word) {
  const std::size_t hyphen = word.find('-');
  constexpr std::size_t shortest_half = 4;
  if (hyphen < shortest_half || word.rfind('-') != hyphen || word.size() - hyphen <= shortest_half) return;
  form.append(word.substr(0, hyphen)).append(word.substr(hyphen + 1));
  if (find_slot(lexicon(), form) == no_slot) form.clear();
}

// A form is kept when it is new and says something: "[d]e" is no "e".
void keep_if_new(Reused& forms) {
  constexpr std::size_t shortest_form = 2;
  const std::string& last = forms[forms.count() - 1];
  bool keep = last.size() >= shortest_form;
  for (std::size_t i = 0; i + 1 < forms.count(); ++i) keep &= forms[i] != last;
  if (!keep) forms.drop_last();
}

// The folded word itself, then what it stands for.
void add_search_forms(Reused& forms, std::string_view word) {
  fold_into(forms.next(), word);
  const std::string& itself = forms[0];
  if (itself.empty()) return;
  if (std::ranges::any_of(itself, is_bracket)) {
    for (const bool keep_content : {true, false}) {
      std::string& form = forms.next();
      without_brackets(form, forms[0], keep_content);
      keep_if_new(forms);
    }
    return;
  }
  if (itself.find('-') == std::string::npos) return;
  const bool open = itself.front() == '-' || itself.back() == '-';
  std::string& form = forms.next();  // the reference above may not outlive this
  if (open) {
    form = forms[0];
    trim_hyphens(form);
  } else {
    without_hyphen(form, forms[0]);
  }
  keep_if_new(forms);
}

// Where brackets or hyphens stand for other forms, the bare word has no lemma of its own.
std::size_t first_with_lemma(const std::vector<std::string>& forms, std::size_t count) {
  const std::string& itself = forms[0];
  const bool replaced =
      count > 1 && (std::ranges::any_of(itself, is_bracket) || itself.front() == '-' || itself.back() == '-');
  return replaced ? 1 : 0;
}

bool has_capital(std::string_view word) {
  const auto letter = std::ranges::find_if_not(word, is_bracket);
  if (letter == word.end()) return false;
  // Outside ASCII only a few Latin capitals matter here: the second byte of U+00C0 to U+00DE.
  if (*letter == '\xC3' && letter + 1 != word.end()) return static_cast<unsigned char>(*(letter + 1)) < 0x9F;
  return *letter >= 'A' && *letter <= 'Z';
}

void add_lemmas(Reused& lemmas, std::string_view form, bool capital) {
  const LemmaCandidates candidates = find_lemmas(lexicon(), form, capital);
  for (const LemmaCandidate& candidate : candidates.found()) {
    std::string& lemma = lemmas.next();
    lemma.assign(form.substr(candidate.from, candidate.to - candidate.from));
    lemma.append(candidate.slot == no_slot ? candidate.ending : folded_word(lexicon(), candidate.slot));
  }
  if (candidates.count == 0) lemmas.next().assign(form);
}

std::string lower_case(std::string_view text) {
  const bool ascii = std::ranges::all_of(text, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
  if (ascii) return fold(text);  // the same there: nearly all words, and ICU would write each in UTF-16 and back
  std::string lowered;
  const auto size = static_cast<std::int32_t>(text.size());
  icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), size))
      .toLower(icu::Locale::getRoot())
      .toUTF8String(lowered);
  return lowered;
}

// The beginning of a compound as the dictionary would write it; what stands before a hyphen keeps its
// capitals (LOB-).
std::string written_beginning(std::string_view word, std::string_view form, const LemmaCandidate& candidate) {
  const std::string_view folded = form.substr(candidate.from, candidate.to - candidate.from);
  if (fold(word) != form) return std::string(folded);
  const std::size_t from = written_length(word, candidate.from), to = written_length(word, candidate.to);
  const std::string_view written = word.substr(from, to - from);
  return written.find('-') == std::string_view::npos && candidate.slot != no_slot ? lower_case(written)
                                                                                  : std::string(written);
}

std::string written_lemma(std::string_view word, std::string_view form, const LemmaCandidate& candidate) {
  std::string lemma;
  if (candidate.to > candidate.from) lemma = written_beginning(word, form, candidate);
  lemma.append(candidate.slot == no_slot ? candidate.ending : written_word(lexicon(), candidate.slot));
  return lemma;
}

// The noun a part of a compound is a form of, or else whatever it is a form of.
std::uint32_t lemma_of_part(std::uint32_t slot) {
  for (const WordClass word_class :
       {WordClass::noun, WordClass::adjective, WordClass::verb, WordClass::other}) {
    if (const auto reading = reading_of(lexicon(), slot, word_class)) return reading->lemma;
  }
  return slot;
}

// The parts of a word without hyphens; the word's lemma alone when it is no compound.
std::vector<std::string> parts_of(std::string_view form) {
  std::string_view lemma = form;
  const std::uint32_t slot = find_slot(lexicon(), form);
  Compound compound;
  if (slot == no_slot) {
    compound = divide(lexicon(), lemma);
  } else {
    const std::uint32_t base = lemma_of_part(slot);
    const std::string written = lower_case(written_word(lexicon(), base));
    const std::uint64_t bits = lexicon().slots[base];
    const auto noun = reading_of(lexicon(), base, WordClass::noun),
               adjective = reading_of(lexicon(), base, WordClass::adjective);
    if (slot_field::whole.get(bits) != 0 || (!noun && !adjective)) return {written};
    lemma = folded_word(lexicon(), base);
    compound = divide(lexicon(), lemma);
    if (compound.count == 0) return {written};
  }
  std::vector<std::string> parts;
  for (const CompoundPart& part : compound.all()) {
    parts.push_back(lower_case(written_word(lexicon(), lemma_of_part(part.slot))));
  }
  if (parts.empty()) parts.emplace_back(lemma);
  return parts;
}

}  // namespace

void analyse_into(WordForms& forms, std::string_view word) {
  const bool capital = has_capital(word);
  {
    Reused search_forms(forms.search_forms);
    add_search_forms(search_forms, word);
  }
  Reused lemmas(forms.lemmas);
  const std::size_t count = forms.search_forms.size();
  for (std::size_t i = first_with_lemma(forms.search_forms, count); i < count; ++i) {
    add_lemmas(lemmas, forms.search_forms[i], capital);
  }
  if (lemmas.count() > 1) lemmas.sort_unique();
}

WordForms analyse(std::string_view word) {
  WordForms forms;
  analyse_into(forms, word);
  return forms;
}

std::vector<std::string> lemmas_of(std::string_view word) {
  WordForms forms;
  analyse_into(forms, word);
  std::vector<std::string> lemmas;
  const std::size_t count = forms.search_forms.size();
  for (std::size_t i = first_with_lemma(forms.search_forms, count); i < count; ++i) {
    const std::string& form = forms.search_forms[i];
    const LemmaCandidates candidates = find_lemmas(lexicon(), form, has_capital(word));
    for (const LemmaCandidate& candidate : candidates.found())
      lemmas.push_back(written_lemma(word, form, candidate));
    if (candidates.count == 0) lemmas.push_back(i == 0 && !form.empty() ? std::string(word) : form);
  }
  std::ranges::sort(lemmas);
  const auto rest = std::ranges::unique(lemmas);
  lemmas.erase(rest.begin(), rest.end());
  return lemmas;
}

std::vector<std::string> compound_parts(std::string_view word) {
  std::string form = fold(word);
  trim_hyphens(form);
  std::vector<std::string> parts;
  constexpr std::size_t shortest_segment = 2;
  for (std::size_t begin = 0; begin <= form.size();) {
    const std::size_t end = std::min(form.find('-', begin), form.size());
    const std::string_view segment = std::string_view(form).substr(begin, end - begin);
    if (segment.size() < shortest_segment || segment.size() > longest_entry) return {};
    if (segment.find_first_of("0123456789()[].@/") != std::string_view::npos) return {};
    for (std::string& part : parts_of(segment)) parts.push_back(std::move(part));
    begin = end + 1;
  }
  if (parts.size() < 2) parts.clear();
  return parts;
}

std::optional<SeparableVerb> separable_verb(std::string_view lemma) {
  const std::string folded = fold(lemma);
  const std::uint32_t slot = find_slot(lexicon(), folded);
  const std::size_t length = slot == no_slot ? 0 : particle_length(lexicon(), slot);
  if (length == 0) return std::nullopt;
  return SeparableVerb{folded.substr(0, length), folded.substr(length)};
}

std::string_view lexicon_version() { return lexicon().header->version.data(); }

}  // namespace codeboom
