#include "reports/kinds/quotes.h"

#include <algorithm>
#include <tuple>

#include "corpus/joined.h"
#include "message_keys/report_texts.h"
#include "reports/kinds/dutch_text.h"

namespace codeboom {
namespace {

constexpr std::size_t fewest_words = 6, most_words_preferred = 30, ideal_words = 16;
constexpr double sure_chance = 0.9, likely_chance = 0.5;
constexpr Flag not_done_flags[] = {Flag::negation, Flag::question, Flag::wish, Flag::problem};

std::string_view text_of(const CodedPlace& coding) { return coding.sentences.empty() ? coding.quote : coding.sentences; }

bool is_whole_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('!') || text.ends_with(".”") || text.ends_with(".'") || text.ends_with(".\"");
}

int doubt(const std::optional<double>& chance) {
  if (!chance) return 1;
  return *chance >= sure_chance ? 0 : *chance >= likely_chance ? 1 : 2;
}

std::size_t distance(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

std::string remark_of(const CodedPlace& coding, Basis basis, UserLanguage language) {
  std::vector<std::string> parts;
  const auto add = [&](MessageKey key) { parts.push_back(in_words({key, {}}, language)); };
  if (basis == Basis::machine) add(msg::quote_by_machine);
  if (has(coding.flags, Flag::negation)) add(msg::quote_negation);
  if (has(coding.flags, Flag::question)) add(msg::quote_question);
  if (has(coding.flags, Flag::wish)) add(msg::quote_wish);
  if (has(coding.flags, Flag::problem)) add(msg::quote_problem);
  return joined(parts, "; ");
}

// Text of which white space became single spaces, and where a part of it went.
struct OneLine {
  std::string text;
  std::size_t begin = 0, end = 0;
};
OneLine on_one_line(std::string_view text, std::size_t begin, std::size_t end) {
  OneLine line;
  bool space = false;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i == end) line.end = line.text.size();
    if (i == text.size()) break;
    const char c = text[i];
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (blank) {
      space = true;
    } else {
      if (space && !line.text.empty()) line.text += ' ';
      space = false;
    }
    if (i == begin) line.begin = line.text.size();
    if (!blank) line.text += c;
  }
  return line;
}

}  // namespace

bool is_done(const CodedPlace& coding) {
  return std::none_of(std::begin(not_done_flags), std::end(not_done_flags), [&](Flag flag) { return has(coding.flags, flag); });
}

Quote excerpt(const CodedPlace& coding, std::size_t most_words) {
  Quote quote;
  const std::string_view all = text_of(coding);
  const std::size_t at = coding.sentences.empty() ? 0 : all.find(coding.quote);
  if (at != std::string_view::npos && words_in(all) <= most_words) {
    const OneLine line = on_one_line(all, at, at + coding.quote.size());
    quote.text = first_words(line.text, most_words);  // shortens endless words only
    if (quote.text == line.text && line.end > line.begin && line.end - line.begin < line.text.size()) {
      quote.marks.emplace_back(line.begin, line.end);
    }
    return quote;
  }
  const bool begins_within = at != std::string_view::npos && at > 0;
  const bool ends_within = at != std::string_view::npos && at + coding.quote.size() < all.size();
  quote.text = first_words(coding.quote, most_words);
  if (begins_within) quote.text = "… " + quote.text;
  if (ends_within && !quote.text.ends_with("…") && !is_whole_sentence(quote.text)) quote.text += " …";
  return quote;
}

QuotePicker::QuotePicker(const Material& material, Basis basis, UserLanguage language, std::size_t most_words)
    : material_(material), basis_(basis), language_(language), most_words_(most_words), by_code_(material.codebook.codes.size()) {
  const auto& codings = codings_of(material, basis);
  for (std::uint32_t i = 0; i < codings.size(); ++i) by_code_[codings[i].code].push_back(i);
}

std::optional<Quote> QuotePicker::pick(std::uint32_t code, Passages passages, const std::vector<std::uint32_t>* within) {
  const auto& codings = codings_of(material_, basis_);
  const auto rank = [&](const CodedPlace& one) {
    const std::string_view text = text_of(one);
    const std::size_t length = words_in(text);
    const auto quoted = quoted_.find(one.document);
    return std::tuple(last_ == one.document, length < fewest_words || length > most_words_preferred, !is_whole_sentence(text),
                      has(one.flags, Flag::goal), doubt(one.chance), quoted == quoted_.end() ? 0u : quoted->second,
                      distance(length, ideal_words) / 4, one.document, one.place);
  };
  const CodedPlace* best = nullptr;
  for (std::uint32_t own = code; own < by_code_.size() && is_within(material_.codebook, own, code); ++own) {
    for (const std::uint32_t place : by_code_[own]) {
      const CodedPlace& one = codings[place];
      if (passages != Passages::any && is_done(one) != (passages == Passages::done)) continue;
      if (within != nullptr && !std::binary_search(within->begin(), within->end(), one.document)) continue;
      if (used_.contains(text_of(one))) continue;
      if (best == nullptr || rank(one) < rank(*best)) best = &one;
    }
  }
  if (best == nullptr) return std::nullopt;
  used_.emplace(text_of(*best));
  ++quoted_[best->document];
  last_ = best->document;
  return quote_of(*best);
}

Quote QuotePicker::quote_of(const CodedPlace& coding) const {
  Quote quote = excerpt(coding, most_words_);
  const Metadata& metadata = material_.documents[coding.document].metadata;
  quote.document = metadata.id;
  quote.title = metadata.title == metadata.id ? std::string() : first_words(metadata.title, 20);
  quote.place = coding.place;
  if (basis_ == Basis::people) quote.coder = coder_of(material_, coding);
  quote.remark = remark_of(coding, basis_, language_);
  return quote;
}

std::string place_in_words(const Material& material, const CodedPlace& coding) {
  return material.documents[coding.document].metadata.id + ", " + std::to_string(coding.place.begin.value) + "–" +
         std::to_string(coding.place.end.value);
}

}  // namespace codeboom
