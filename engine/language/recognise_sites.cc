#include <algorithm>
#include <array>

#include "engine/language/characters.h"
#include "engine/language/recognise.h"

namespace codeboom {
namespace {

bool is_alphanumeric(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte; }

bool starts_with_folded(std::string_view text, std::string_view beginning) {
  return text.size() >= beginning.size() &&
         std::ranges::equal(text.substr(0, beginning.size()), beginning, {}, lower, {});
}

bool ends_site(std::string_view text, std::size_t at) {
  const Character character = character_at(text, at);
  switch (character.kind) {
    case CharacterClass::space:
    case CharacterClass::newline:
    case CharacterClass::quote:
      return true;
    case CharacterClass::apostrophe:
      return true;
    default:
      return character.code == '<' || character.code == '>' || character.code == '|';
  }
}

// Leaves out what closes the sentence or the bracket around it.
std::size_t without_final_punctuation(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view site = text.substr(begin, end - begin);
  auto open = std::ranges::count(site, '('), closed = std::ranges::count(site, ')');
  while (end > begin) {
    const char last = text[end - 1];
    if (last == ')' && closed > open) {
      --closed;
    } else if (std::string_view(".,;:!?]*").find(last) == std::string_view::npos) {
      break;
    }
    --end;
  }
  return end;
}

std::size_t rest_of_site(std::string_view text, std::size_t begin, std::size_t from) {
  std::size_t end = from;
  while (end < text.size() && !ends_site(text, end)) end += character_at(text, end).length;
  return without_final_punctuation(text, begin, end);
}

// Letters, digits, hyphens and single full stops: the name of a host.
std::size_t host_end(std::string_view text, std::size_t begin) {
  constexpr std::size_t longest_host = 100;
  std::size_t end = begin;
  while (end < text.size() && end - begin < longest_host) {
    const bool stop = text[end] == '.' && end + 1 < text.size() && is_alphanumeric(text[end + 1]);
    if (!is_alphanumeric(text[end]) && text[end] != '-' && !stop) break;
    ++end;
  }
  while (end > begin && text[end - 1] == '-') --end;
  return end;
}

bool has_known_domain(std::string_view host) {
  static constexpr std::array domains = {"nl",  "com", "org", "net", "eu",     "be",    "info",
                                         "edu", "gov", "io",  "app", "school", "online"};
  const std::size_t stop = host.rfind('.');
  if (stop == std::string_view::npos || stop == 0) return false;
  const std::string_view last = host.substr(stop + 1);
  return std::ranges::any_of(domains, [&](std::string_view domain) {
    return last.size() == domain.size() && starts_with_folded(last, domain);
  });
}

bool is_local_part(char byte) {
  return is_alphanumeric(byte) || std::string_view("._%+-").find(byte) != std::string_view::npos;
}

}  // namespace

std::size_t url_end(std::string_view text, std::size_t begin) {
  const std::string_view rest = text.substr(begin);
  for (const std::string_view beginning : {"http://", "https://", "www."}) {
    if (!starts_with_folded(rest, beginning)) continue;
    const std::size_t end = rest_of_site(text, begin, begin + beginning.size());
    if (end > begin + beginning.size()) return end;
  }
  return 0;
}

std::size_t site_end(std::string_view text, std::size_t begin) {
  const std::size_t end = host_end(text, begin);
  if (!has_known_domain(text.substr(begin, end - begin))) return 0;
  if (end < text.size() && text[end] == '/') return rest_of_site(text, begin, end);
  const bool word_goes_on = end < text.size() && is_word_part(character_at(text, end).kind);
  return word_goes_on ? 0 : end;
}

std::size_t email_end(std::string_view text, std::size_t begin, std::size_t at_sign) {
  constexpr std::size_t longest_local_part = 64;
  if (at_sign - begin > longest_local_part || at_sign == begin) return 0;
  if (!std::ranges::all_of(text.substr(begin, at_sign - begin), is_local_part)) return 0;
  const std::size_t end = host_end(text, at_sign + 1);
  const std::string_view host = text.substr(at_sign + 1, end - at_sign - 1);
  return host.find('.') == std::string_view::npos ? 0 : end;
}

std::size_t reference_end(std::string_view text, std::size_t begin) {
  const std::string_view rest = text.substr(begin);
  if (!starts_with_folded(rest, "id#")) return 0;
  const auto is_digit_at = [&](std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
  };
  std::size_t end = begin + 3;
  if (end < text.size() && text[end] == ' ') ++end;
  if (!is_digit_at(end)) return 0;
  while (is_digit_at(end)) ++end;
  return end;
}

}  // namespace codeboom
