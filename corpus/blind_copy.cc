#include "corpus/blind_copy.h"

#include <filesystem>
#include <set>

namespace codeboom {
namespace {

Result<void> copy_work(const Project& project, const BlindCopy& copy, Project& into) {
  const auto content = project.content();
  if (!content) return tl::unexpected(content.error());
  const std::set<std::string> wanted(copy.documents.begin(), copy.documents.end());
  for (const CodebookVersion& codebook : content->codebooks) {
    if (auto added = into.add_codebook(codebook); !added) return tl::unexpected(added.error());
  }
  if (auto added = into.add_coder({copy.coder, CoderKind::person}); !added)
    return tl::unexpected(added.error());
  for (const Coding& coding : content->codings) {
    if (coding.coder != copy.coder || !wanted.contains(coding.document)) continue;
    if (auto added = into.add_coding(coding); !added) return tl::unexpected(added.error());
  }
  for (const auto& [memo, at] : content->memos) {
    if (memo.coder != copy.coder || !(memo.document.empty() || wanted.contains(memo.document))) continue;
    if (auto added = into.add_memo(memo, at); !added) return tl::unexpected(added.error());
  }
  return {};
}

Result<void> fill(const Project& project, const BlindCopy& copy, Project& into) {
  auto transaction = into.begin();
  if (!transaction) return tl::unexpected(transaction.error());
  for (const std::string& id : copy.documents) {
    auto document = project.document(id);
    if (!document) return tl::unexpected(document.error());
    if (auto added = into.add_document(*document); !added) return tl::unexpected(added.error());
  }
  if (auto copied = copy_work(project, copy, into); !copied) return copied;
  const std::string after = "{\"sample\":" + std::to_string(copy.sample) +
                            ",\"documents\":" + std::to_string(copy.documents.size()) + "}";
  if (auto recorded = into.record({"", "", "sample", "", after}); !recorded) return recorded;
  return transaction->commit();
}

}  // namespace

Result<void> write_blind_copy(const Project& project, const BlindCopy& copy, const std::string& path) {
  auto into = Project::create(path);
  if (!into) return tl::unexpected(into.error());
  auto filled = fill(project, copy, *into);
  if (filled) return filled;
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
  return filled;
}

}  // namespace codeboom
