#include "corpus/read/html_metadata.h"

#include <algorithm>
#include <array>
#include <string>

#include "corpus/metadata.h"
#include "corpus/read/html.h"
#include "corpus/read/html_tree.h"
#include "corpus/white_space.h"
#include "message_keys/corpus.h"

namespace codeboom {
namespace {

struct NamedValue {
  std::string name, value;
};

// In the order in which they are believed.
struct Head {
  std::vector<NamedValue> plain, dublin_core, codeboom;
  std::string title, open_graph_title, language;
};

std::string in_lower_case(std::string_view name) {
  std::string lower(trimmed(name));
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// Words below a node, with single spaces between them.
std::string words_below(const GumboNode* root) {
  std::string words;
  const auto collect = [&](const GumboNode* node) {
    const bool is_text = node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE;
    if (is_text) {
      for (std::string_view rest = node->v.text.text; !rest.empty();) {
        const bool space = rest.find_first_of(" \t\n\r\f") == 0;
        if (!space) words += rest.front();
        if (space && !words.empty() && words.back() != ' ') words += ' ';
        rest.remove_prefix(1);
      }
    }
    return !is_text;
  };
  walk_tree(root, collect, [](const GumboNode*) {});
  return std::string(trimmed(words));
}

void take_meta(Head& head, const GumboNode* meta) {
  const std::string_view given =
      has_attribute(meta, "name") ? attribute(meta, "name") : attribute(meta, "property");
  const std::string name = in_lower_case(given);
  const std::string value(attribute(meta, "content"));
  struct Source {
    std::string_view prefix;
    std::vector<NamedValue>& values;
  };
  const std::array<Source, 5> sources = {{{"codeboom:", head.codeboom},
                                          {"dcterms.", head.dublin_core},
                                          {"dcterms:", head.dublin_core},
                                          {"dc.", head.dublin_core},
                                          {"dc:", head.dublin_core}}};
  for (const auto& [prefix, values] : sources) {
    if (!name.starts_with(prefix)) continue;
    values.push_back({name.substr(prefix.size()), value});
    return;
  }
  if (name == "og:title") head.open_graph_title = trimmed(value);
  head.plain.push_back({name, value});
}

Head head_of(const GumboNode* root) {
  Head head;
  const auto collect = [&](const GumboNode* node) {
    const GumboTag tag = tag_of(node);
    if (tag == GUMBO_TAG_SVG || tag == GUMBO_TAG_TEMPLATE) return false;
    if (tag == GUMBO_TAG_HTML) head.language = in_lower_case(attribute(node, "lang"));
    if (tag == GUMBO_TAG_META) take_meta(head, node);
    if (tag == GUMBO_TAG_TITLE && head.title.empty()) head.title = words_below(node);
    return true;
  };
  walk_tree(root, collect, [](const GumboNode*) {});
  return head;
}

// Dublin Core has names of its own for the year and the region.
NamedValue in_our_words(const NamedValue& given) {
  if (given.name == "date" || given.name == "issued" || given.name == "created")
    return {"jaar", given.value.substr(0, 4)};
  if (given.name == "spatial" || given.name == "coverage") return {"regio", given.value};
  return given;
}

Message fault_of(const Document& document, const NamedValue& field, const Error& error) {
  return {msg::metadata_in_file,
          {{"file", document.source}, {"field", field.name}, {"fault", std::vector<Message>{error.message}}}};
}

void take_if_possible(Document& document, const NamedValue& field) {
  const auto taken = set_field(document.metadata, field.name, field.value);
  if (!taken) document.notes.push_back(fault_of(document, field, taken.error()));
}

std::string title_of(const Head& head, const Document& document) {
  if (!head.title.empty()) return head.title;
  const auto is_main_heading = [](const Block& block) {
    return block.kind == BlockKind::title || (block.kind == BlockKind::heading && block.level == 1);
  };
  const auto found = std::find_if(document.blocks.begin(), document.blocks.end(), is_main_heading);
  return found == document.blocks.end() ? head.open_graph_title : std::string(document.text[found->span]);
}

}  // namespace

Result<void> take_html_metadata(Document& document, const GumboNode* root) {
  const Head head = head_of(root);
  set_field(document.metadata, "title", title_of(head, document));
  for (const NamedValue& field : head.plain) take_if_possible(document, field);
  for (const NamedValue& field : head.dublin_core) take_if_possible(document, in_our_words(field));
  for (const NamedValue& field : head.codeboom) {
    const auto taken = set_field(document.metadata, field.name, field.value);
    if (!taken) return tl::unexpected(Error{taken.error().kind, fault_of(document, field, taken.error())});
    if (!*taken) {
      document.notes.push_back({msg::metadata_unknown_html_field,
                                {{"file", document.source}, {"field", "codeboom:" + field.name}}});
    }
  }
  if (!head.language.empty() && head.language != "nl" && !head.language.starts_with("nl-")) {
    document.notes.push_back(
        {msg::read_other_language, {{"file", document.source}, {"language", head.language}}});
  }
  return {};
}

std::string declared_charset(std::string_view bytes) {
  const std::string beginning = in_lower_case(bytes.substr(0, 1024));
  const std::size_t found = beginning.find("charset=");
  if (found == std::string::npos) return {};
  std::string_view value = std::string_view(beginning).substr(found + 8);
  while (!value.empty() && (value.front() == '"' || value.front() == '\'' || value.front() == ' '))
    value.remove_prefix(1);
  return std::string(value.substr(0, value.find_first_of("\"'/>; \t\n")));
}

std::string decoded_reference(std::string_view reference) {
  std::string html = "x";  // white space before any text would be dropped
  html += reference;
  const auto tree = parse_html(html, {});
  std::string words;
  const auto take = [&](const GumboNode* node) {
    if (node->type == GUMBO_NODE_TEXT) words += node->v.text.text;
    return true;
  };
  if (tree) walk_tree(tree->document, take, [](const GumboNode*) {});
  return words.empty() ? std::string(reference) : words.substr(1);
}

}  // namespace codeboom
