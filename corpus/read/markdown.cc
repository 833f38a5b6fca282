#include <md4c.h>

#include <algorithm>
#include <map>
#include <optional>

#include "corpus/metadata.h"
#include "corpus/read/assemble.h"
#include "corpus/read/html.h"
#include "corpus/read/read.h"
#include "message_keys/corpus.h"

namespace codeboom {
namespace {

struct Reading {
  const std::string& source;
  ReadableText readable = {};
  std::string html = {};  // of the raw HTML block that is open
  bool in_html_block = false;
  int list_depth = 0;
  int cells = 0;                                       // of the table row that is open
  std::map<std::string, std::string> references = {};  // "&eacute;" -> "é", each decoded once
  std::size_t calls_left = 0;
  std::optional<Error> error = {};
};

Reading& reading(void* state) { return *static_cast<Reading*>(state); }

// A few bytes of a table can stand for thousands of empty cells; the parser stops when a callback returns 1.
int go_on(Reading& state) {
  if (state.calls_left > 0) --state.calls_left;
  if (state.calls_left == 0 && !state.error) {
    state.error = Error{ErrorKind::bad_input, {msg::read_too_complex, {{"file", state.source}}}};
  }
  return state.error ? 1 : 0;
}

int enter_block(MD_BLOCKTYPE type, void* detail, void* given) {
  Reading& state = reading(given);
  ReadableText& readable = state.readable;
  switch (type) {
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      end_block(readable);
      ++state.list_depth;
      break;
    case MD_BLOCK_LI:
      open_element(readable, BlockKind::bullet, state.list_depth);
      break;
    case MD_BLOCK_QUOTE:
      open_element(readable, BlockKind::quote, 0);
      break;
    case MD_BLOCK_H:
      open_element(readable, BlockKind::heading,
                   static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
      break;
    case MD_BLOCK_TR:
      open_element(readable, BlockKind::table_row, 0);
      state.cells = 0;
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      if (state.cells++ > 0) readable.words += '\t';
      break;
    case MD_BLOCK_HTML:
      state.in_html_block = true;
      break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HR:
    case MD_BLOCK_CODE:
    case MD_BLOCK_P:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
      break;
  }
  return go_on(state);
}

void leave_html(Reading& state) {
  if (auto added = add_html(state.readable, state.html, state.source); !added) state.error = added.error();
  state.html.clear();
  state.in_html_block = false;
}

int leave_block(MD_BLOCKTYPE type, void*, void* given) {
  Reading& state = reading(given);
  switch (type) {
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      --state.list_depth;
      break;
    case MD_BLOCK_LI:
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_H:
    case MD_BLOCK_TR:
      close_element(state.readable);
      break;
    case MD_BLOCK_HTML:
      leave_html(state);
      break;
    case MD_BLOCK_P:
    case MD_BLOCK_CODE:
      end_block(state.readable);
      break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HR:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      break;
  }
  return go_on(state);
}

// Emphasis, links and code inside a line leave their words, and nothing else.
int pass_span(MD_SPANTYPE, void*, void* given) { return go_on(reading(given)); }

const std::string& decoded(Reading& state, const std::string& reference) {
  auto [found, is_new] = state.references.try_emplace(reference);
  if (is_new) found->second = decoded_reference(reference);
  return found->second;
}

int take_text(MD_TEXTTYPE type, const MD_CHAR* begin, MD_SIZE size, void* given) {
  Reading& state = reading(given);
  std::string& words = state.readable.words;
  const std::string_view text(begin, size);
  switch (type) {
    case MD_TEXT_NORMAL:
    case MD_TEXT_CODE:
    case MD_TEXT_LATEXMATH:
      words += text;
      break;
    case MD_TEXT_NULLCHAR:
      words += ' ';
      break;
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
      words += '\n';
      break;
    case MD_TEXT_ENTITY:
      words += decoded(state, std::string(text));
      break;
    case MD_TEXT_HTML:
      // Inside a line it comes tag by tag, among the words.
      if (state.in_html_block) state.html += text;
      if (!state.in_html_block && text.starts_with("<br")) words += '\n';
      break;
  }
  return go_on(state);
}

}  // namespace

Result<Document> read_markdown(std::string_view utf8, const std::string& source) {
  auto front_matter = read_front_matter(utf8, source);
  if (!front_matter) return tl::unexpected(front_matter.error());
  const auto text = text_of(utf8.substr(front_matter->end_byte), source);
  if (!text) return tl::unexpected(text.error());

  Reading state{source};
  state.calls_left = 1000 + 16 * text->utf8().size();
  MD_PARSER parser = {};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
  parser.enter_block = enter_block;
  parser.leave_block = leave_block;
  parser.enter_span = pass_span;
  parser.leave_span = pass_span;
  parser.text = take_text;
  const int outcome =
      md_parse(text->utf8().data(), static_cast<MD_SIZE>(text->utf8().size()), &parser, &state);
  if (state.error) return tl::unexpected(*state.error);
  if (outcome != 0) return fail(ErrorKind::bad_input, msg::read_too_complex, {{"file", source}});

  auto document = assemble(std::move(state.readable), source);
  if (!document) return document;
  document->metadata = std::move(front_matter->metadata);
  document->notes = std::move(front_matter->notes);
  name_document(*document);
  return document;
}

}  // namespace codeboom
