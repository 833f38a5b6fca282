#include "reports/hits_in_context.h"

#include <algorithm>
#include <boost/json.hpp>

#include "corpus/delimited.h"
#include "reports/table.h"

namespace codeboom {
namespace {

constexpr std::size_t widest_match = 30;  // a longer one does not push the others aside
constexpr std::size_t least_context = 10;

void keep_end(std::string& text, std::size_t width) {
  while (display_width(text) > width) {
    std::size_t next = 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
    text.erase(0, next);
  }
}

void keep_begin(std::string& text, std::size_t width) {
  while (display_width(text) > width) {
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();
    if (!text.empty()) text.pop_back();
  }
}

}  // namespace

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) line += c == '\n' || c == '\t' ? ' ' : c;
  return line;
}

HitInContext in_context(const Document& document, const Tokens& tokens, const Match& match, std::size_t words) {
  const Span span{match.spans.front().begin, match.spans.back().end};
  const Sentence& sentence = tokens.sentences[match.sentence];
  const Span block = document.blocks[sentence.block].span;
  std::uint32_t first = sentence.first_token, last = sentence.first_token;
  while (tokens.tokens[first].span.begin < span.begin) ++first;
  last = first;
  while (last + 1 < tokens.tokens.size() && tokens.tokens[last + 1].span.begin < span.end) ++last;
  for (std::size_t i = 0; i < words && first > 0 && tokens.tokens[first - 1].span.begin >= block.begin; ++i) --first;
  for (std::size_t i = 0; i < words && last + 1 < tokens.tokens.size() && tokens.tokens[last + 1].span.end <= block.end; ++i) {
    ++last;
  }
  return {document.metadata.id, document.text.to_code_points(span),
          on_one_line(document.text[{tokens.tokens[first].span.begin, span.begin}]), on_one_line(document.text[span]),
          on_one_line(document.text[{span.end, tokens.tokens[last].span.end}])};
}

std::string to_text(const std::vector<HitInContext>& hits, std::size_t width) {
  std::size_t ids = 0, matches = 0;
  for (const HitInContext& hit : hits) {
    ids = std::max(ids, display_width(hit.document));
    matches = std::max(matches, display_width(hit.match));
  }
  const std::size_t fixed = ids + 6 + std::min(matches, widest_match);
  const std::size_t side = width > fixed + 2 * least_context ? (width - fixed) / 2 : least_context;
  std::string text;
  for (const HitInContext& hit : hits) {
    std::string before = hit.before, after = hit.after;
    keep_end(before, side);
    keep_begin(after, side);
    text += hit.document + std::string(ids - display_width(hit.document) + 2, ' ') +
            std::string(side - display_width(before), ' ') + before + "[" + hit.match + "]" + after + "\n";
  }
  return text;
}

std::string csv_row(const HitInContext& hit) {
  return csv_cell(hit.document) + "," + std::to_string(hit.points.begin.value) + "," + std::to_string(hit.points.end.value) +
         "," + csv_cell(hit.before) + "," + csv_cell(hit.match) + "," + csv_cell(hit.after) + "\n";
}

std::string to_json(const HitInContext& hit) {
  const auto quoted = [](const std::string& text) { return boost::json::serialize(boost::json::string(text)); };
  return "{\"document\":" + quoted(hit.document) + ",\"start\":" + std::to_string(hit.points.begin.value) +
         ",\"end\":" + std::to_string(hit.points.end.value) + ",\"before\":" + quoted(hit.before) +
         ",\"match\":" + quoted(hit.match) + ",\"after\":" + quoted(hit.after) + "}";
}

}  // namespace codeboom
