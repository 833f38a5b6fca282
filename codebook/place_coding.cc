#include "codebook/exchange.h"

#include "message_keys/codebook.h"

namespace codeboom {
namespace {

MessageArguments at(const ExchangedCoding& coding, const std::string& source) {
  return {{"file", source}, {"line", std::int64_t{coding.line}}, {"document", coding.document}, {"quote", coding.quote}};
}

tl::unexpected<Error> bad_position(const ExchangedCoding& coding, const std::string& source, const Error& error) {
  MessageArguments arguments = at(coding, source);
  arguments.emplace_back("reason", std::vector<Message>{error.message});
  return fail(ErrorKind::bad_input, msg::codings_bad_position, std::move(arguments));
}

Coding coding_at(const ExchangedCoding& from, const Document& document, Span span) {
  Coding coding;
  coding.document = document.metadata.id;
  coding.span = span;
  coding.code = from.code;
  coding.coder = from.coder;
  coding.quote = document.text[span];
  coding.score = from.score;
  return coding;
}

struct Found {
  std::size_t count = 0, first = 0;
  std::optional<std::size_t> nearest;  // to the position that the file gives
};

Found find_quote(std::string_view text, std::string_view quote, const ExchangedCoding& coding, const Text& positions) {
  Found found;
  std::optional<std::size_t> wanted;
  if (coding.start) {
    if (const auto byte = positions.to_bytes(CodePointOffset{*coding.start})) wanted = byte->value;
  }
  if (quote.empty()) return found;
  for (std::size_t at = text.find(quote); at != std::string_view::npos; at = text.find(quote, at + 1)) {
    if (found.count++ == 0) found.first = at;
    const auto distance = [&](std::size_t place) { return place > *wanted ? place - *wanted : *wanted - place; };
    if (wanted && (!found.nearest || distance(at) < distance(*found.nearest))) found.nearest = at;
  }
  return found;
}

}  // namespace

Result<Placed> place(const ExchangedCoding& coding, const Document& document, const std::string& source) {
  if (coding.start) {
    const auto span = document.text.to_bytes({{*coding.start}, {*coding.end}});
    if (!span && coding.quote.empty()) return bad_position(coding, source, span.error());
    if (span && (coding.quote.empty() || document.text[*span] == coding.quote)) {
      if (span->begin == span->end) return fail(ErrorKind::bad_input, msg::codings_empty_span, at(coding, source));
      return Placed{coding_at(coding, document, *span), false};
    }
  }
  const auto quote = Text::from_utf8(coding.quote);  // composed as the stored text is
  if (!quote) return bad_position(coding, source, quote.error());
  const auto found = find_quote(document.text.utf8(), quote->utf8(), coding, document.text);
  if (found.count == 0) return fail(ErrorKind::bad_input, msg::codings_quote_not_found, at(coding, source));
  if (found.count > 1 && !found.nearest) return fail(ErrorKind::bad_input, msg::codings_quote_ambiguous, at(coding, source));
  const auto begin = static_cast<std::uint32_t>(found.nearest.value_or(found.first));
  const Span span{{begin}, {begin + static_cast<std::uint32_t>(quote->utf8().size())}};
  return Placed{coding_at(coding, document, span), coding.start.has_value()};
}

}  // namespace codeboom
