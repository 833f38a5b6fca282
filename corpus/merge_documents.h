// Private to merge*.cc: which documents of several files are the same, and which are refused.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/merge.h"

namespace codeboom {

// A project with all that people put into it; the first of a list is the one that the others join.
struct MergeSide {
  std::string name;
  const Project* project = nullptr;
  ProjectContent content;
};

struct MergedDocuments {
  std::vector<std::map<std::string, std::string>> ids;  // per side: its id -> the id in the result
  struct New {
    std::size_t side = 0;  // the one whose id, metadata and blocks it gets
    std::string id;
  };
  std::vector<New> added;  // by id
  std::vector<Message> recognised, differences;
};

// Errors: as merge() says.
Result<MergedDocuments> recognise_documents(const std::vector<MergeSide>& sides, SameTitle same_title);

// The first line that two texts do not share, from 1, and what stands there; empty at the end of a text.
struct DifferingLine {
  std::int64_t number = 0;
  std::string first, second;
  bool first_ended = false, second_ended = false;
  friend bool operator==(const DifferingLine&, const DifferingLine&) = default;
};
DifferingLine first_differing_line(std::string_view first, std::string_view second);

// "line 3: 'a' here, 'b' there" in words.
Message in_words_of(const DifferingLine& line);

}  // namespace codeboom
