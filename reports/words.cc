#include "reports/words.h"

#include "corpus/joined.h"
#include "message_keys/rendering.h"

namespace codeboom {

std::string in_words(MessageKey key, UserLanguage language, MessageArguments arguments) {
  return in_words(Message{key, std::move(arguments)}, language);
}

std::string source_in_words(const Quote& quote, UserLanguage language) {
  std::vector<std::string> parts;
  parts.push_back(quote.title.empty() ? in_words(msg::page_document, language, {{"id", quote.document}})
                                      : in_words(msg::page_titled_document, language,
                                                 {{"id", quote.document}, {"title", quote.title}}));
  if (quote.place) {
    parts.push_back(in_words(msg::page_place, language,
                             {{"begin", static_cast<std::int64_t>(quote.place->begin.value)},
                              {"end", static_cast<std::int64_t>(quote.place->end.value)}}));
  }
  if (!quote.coder.empty()) parts.push_back(in_words(msg::page_coder, language, {{"coder", quote.coder}}));
  return joined(parts, ", ");
}

std::vector<std::string_view> lines(std::string_view text) {
  std::vector<std::string_view> all;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    all.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return all;
}

std::vector<std::string_view> paragraphs(std::string_view text) {
  std::vector<std::string_view> all;
  const char* begin = nullptr;
  for (const std::string_view line : lines(text)) {
    const bool empty = line.find_first_not_of(" \t") == std::string_view::npos;
    if (empty) {
      begin = nullptr;
    } else if (begin == nullptr) {
      begin = line.data();
      all.push_back(line);
    } else {
      all.back() = std::string_view(begin, static_cast<std::size_t>(line.data() + line.size() - begin));
    }
  }
  return all;
}

std::string in_one_line(std::string_view text) {
  std::string line;
  bool space = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      space = !line.empty();
      continue;
    }
    if (space) line += ' ';
    space = false;
    line += c;
  }
  return line;
}

}  // namespace codeboom
