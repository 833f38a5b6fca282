// One practice example: its metadata, its text, and the blocks that the text consists of.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text.h"

namespace codeboom {

enum class BlockKind { title, heading, paragraph, bullet, table_row, quote, question, answer };
std::string_view name_of(BlockKind kind);                        // "title", "heading", ... as in the project file
std::optional<BlockKind> block_kind_named(std::string_view name);

// Blocks are in the order of the text, do not overlap, are not empty and never split a sentence.
// What lies between them (blank lines, list markers that the reader dropped) belongs to no block.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  int level = 0;  // heading: 1-6; bullet: depth from 1; otherwise 0
  Span span;
  friend bool operator==(const Block&, const Block&) = default;
};

struct Metadata {
  std::string id;     // unique in a corpus; the file's name without extension when nothing names it
  std::string title;  // the first title or heading, or the id, when nothing names it
  std::vector<std::string> sector;  // any of vmbo, havo/vwo, mbo, ho
  std::vector<std::string> thema;
  std::string regio;
  std::optional<int> jaar;
  std::string soort;
  std::string vorm;
  friend bool operator==(const Metadata&, const Metadata&) = default;
};

struct Document {
  Metadata metadata;
  std::string source;  // the path as the user named it
  Text text;
  std::vector<Block> blocks;
  std::vector<Message> notes;  // what was noticed while reading: another encoding, an unknown field
};

}  // namespace codeboom
