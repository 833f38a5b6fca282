#include "codebook/documents_seen.h"

#include <algorithm>

namespace codeboom {
namespace {

// Of what a person was to code according to a sample: all up to the last document with codings. What comes after is still to do.
void add_assigned(const std::vector<RecordedSample>& samples, const std::string& coder, std::set<std::string>& seen) {
  const std::set<std::string> coded = seen;
  for (const RecordedSample& recorded : samples) {
    for (std::size_t i = 0; i < recorded.request.coders.size(); ++i) {
      if (recorded.request.coders[i] != coder) continue;
      const auto& list = recorded.sample.assigned[i];
      const auto last = std::find_if(list.rbegin(), list.rend(), [&](const std::string& id) { return coded.contains(id); });
      seen.insert(list.begin(), last.base());
    }
  }
}

}  // namespace

Result<std::set<std::string>> documents_seen(const Project& project, const Coder& coder) {
  std::set<std::string> seen;
  if (coder.kind == CoderKind::machine) {
    const auto run = project.latest_run();
    if (!run) return tl::unexpected(run.error());
    if (!*run) return seen;
    const auto in_run = project.documents_of(**run);
    if (!in_run) return tl::unexpected(in_run.error());
    return std::set<std::string>(in_run->begin(), in_run->end());
  }
  const auto codings = project.codings(coder.name);
  if (!codings) return tl::unexpected(codings.error());
  for (const Coding& coding : *codings) seen.insert(coding.document);
  const auto memos = project.memos();
  if (!memos) return tl::unexpected(memos.error());
  for (const Memo& memo : *memos) {
    if (memo.coder == coder.name && !memo.document.empty()) seen.insert(memo.document);
  }
  const auto samples = project.samples();
  if (!samples) return tl::unexpected(samples.error());
  add_assigned(*samples, coder.name, seen);
  return seen;
}

}  // namespace codeboom
