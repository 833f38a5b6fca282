#include "corpus/merge.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "corpus/merge_codings.h"
#include "corpus/merge_documents.h"
#include "corpus/merge_event.h"
#include "message_keys/team.h"

namespace codeboom {
namespace {

std::string name_of(const CodebookVersion& codebook) { return codebook.id + " " + codebook.version; }

// The side that has it first, and the record: what is not there yet is added in the order of the keys.
template <class Record>
using Found = std::map<std::string, std::pair<std::size_t, const Record*>>;

Result<std::vector<CodebookVersion>> new_codebooks(const std::vector<MergeSide>& sides) {
  Found<CodebookVersion> found;
  std::vector<CodebookVersion> added;
  for (std::size_t side = 0; side < sides.size(); ++side) {
    for (const CodebookVersion& codebook : sides[side].content.codebooks) {
      const auto [known, is_new] = found.try_emplace(name_of(codebook), side, &codebook);
      const auto& [first_side, first] = known->second;
      if (is_new || *first == codebook) continue;
      return fail(ErrorKind::conflict, msg::merge_codebook_differs,
                  {{"codebook", name_of(codebook)},
                   {"first", sides[first_side].name},
                   {"second", sides[side].name},
                   {"difference",
                    std::vector<Message>{in_words_of(first_differing_line(first->yaml, codebook.yaml))}}});
    }
  }
  for (const auto& [name, where] : found) {
    if (where.first != 0) added.push_back(*where.second);
  }
  return added;
}

// The machine joins only with what it left in people's tables: its runs stay behind.
bool did_something(const Coder& coder, const ProjectContent& content) {
  const auto by_coder = [&](const auto& dated) { return dated.record.coder == coder.name; };
  return std::any_of(content.codings.begin(), content.codings.end(),
                     [&](const Coding& coding) { return coding.coder == coder.name; }) ||
         std::any_of(content.decisions.begin(), content.decisions.end(), by_coder) ||
         std::any_of(content.memos.begin(), content.memos.end(), by_coder);
}

Result<std::vector<Coder>> new_coders(const std::vector<MergeSide>& sides) {
  Found<Coder> found;
  std::vector<Coder> added;
  for (std::size_t side = 0; side < sides.size(); ++side) {
    for (const Coder& coder : sides[side].content.coders) {
      if (side != 0 && coder.kind == CoderKind::machine && !did_something(coder, sides[side].content))
        continue;
      const auto [known, is_new] = found.try_emplace(coder.name, side, &coder);
      if (is_new || known->second.second->kind == coder.kind) continue;
      return fail(
          ErrorKind::conflict, msg::merge_coder_differs,
          {{"coder", coder.name}, {"first", sides[known->second.first].name}, {"second", sides[side].name}});
    }
  }
  for (const auto& [name, where] : found) {
    if (where.first != 0) added.push_back(*where.second);
  }
  return added;
}

auto order_of(const Dated<Decision>& decision) {
  const Decision& said = decision.record;
  return std::tie(decision.at, said.document, said.span, said.code, said.coder, said.verdict, said.reason,
                  said.consensus);
}
auto order_of(const Dated<Memo>& memo) {
  const Memo& said = memo.record;
  return std::tie(memo.at, said.document, said.span, said.code, said.coder, said.text);
}

// What this project lacks of what others have, each as often as it stands in the one that has it most.
template <class Record, class Member>
std::vector<Dated<Record>> lacking(const std::vector<MergeSide>& sides, Member member) {
  const auto before = [](const Dated<Record>& a, const Dated<Record>& b) {
    return order_of(a) < order_of(b);
  };
  std::map<Dated<Record>, std::size_t, decltype(before)> most(before), here(before);
  for (const Dated<Record>& record : sides.front().content.*member) ++here[record];
  for (std::size_t side = 1; side < sides.size(); ++side) {
    std::map<Dated<Record>, std::size_t, decltype(before)> there(before);
    for (const Dated<Record>& record : sides[side].content.*member) ++there[record];
    for (const auto& [record, times] : there) most[record] = std::max(most[record], times);
  }
  std::vector<Dated<Record>> result;
  for (const auto& [record, times] : most) {
    const auto known = here.find(record);
    for (std::size_t i = known == here.end() ? 0 : known->second; i < times; ++i) result.push_back(record);
  }
  return result;
}

// From here on all sides call documents as the result does.
void rename_documents(std::vector<MergeSide>& sides, const MergedDocuments& documents) {
  for (std::size_t side = 1; side < sides.size(); ++side) {
    const auto& ids = documents.ids[side];
    ProjectContent& content = sides[side].content;
    for (Coding& coding : content.codings) coding.document = ids.at(coding.document);
    for (auto& decision : content.decisions) decision.record.document = ids.at(decision.record.document);
    for (auto& memo : content.memos) {
      if (!memo.record.document.empty()) memo.record.document = ids.at(memo.record.document);
    }
  }
}

// People who judged the same suggestion differently in different files.
void tell_differing_verdicts(const std::vector<MergeSide>& sides, std::vector<Message>& differences) {
  using Key = std::tuple<std::string, Span, std::string, std::string>;
  const auto key_of = [](const Decision& said) {
    return Key{said.document, said.span, said.code, said.consensus};
  };
  std::map<Key, std::pair<std::size_t, const Decision*>> first;
  std::set<Key> told;
  std::set<std::tuple<Key, Verdict>> here;
  for (const auto& [said, at] : sides.front().content.decisions)
    here.emplace(key_of(said), said.verdict);
  for (std::size_t side = 0; side < sides.size(); ++side) {
    for (const auto& [said, at] : sides[side].content.decisions) {
      const Key key = key_of(said);
      const auto [known, is_new] = first.try_emplace(key, side, &said);
      const auto& [first_side, first_said] = known->second;
      if (is_new || first_side == side || first_said->verdict == said.verdict ||
          here.contains({key, said.verdict}))
        continue;
      if (!told.insert(key).second) continue;
      differences.push_back({msg::merge_verdicts_differ,
                             {{"document", said.document},
                              {"code", said.code},
                              {"coder", first_said->coder},
                              {"verdict", std::string(codeboom::name_of(first_said->verdict))},
                              {"file", sides[first_side].name},
                              {"other_coder", said.coder},
                              {"other_verdict", std::string(codeboom::name_of(said.verdict))},
                              {"other_file", sides[side].name}}});
    }
  }
}

void tell_left_behind(const std::vector<MergeSide>& sides, std::vector<Message>& left_behind) {
  for (std::size_t side = 1; side < sides.size(); ++side) {
    const ProjectContent& content = sides[side].content;
    if (content.machine_runs + content.models > 0) {
      left_behind.push_back(
          {msg::merge_left_machine,
           {{"file", sides[side].name}, {"runs", content.machine_runs}, {"models", content.models}}});
    }
    if (content.samples > 0) {
      left_behind.push_back(
          {msg::merge_left_samples, {{"file", sides[side].name}, {"samples", content.samples}}});
    }
  }
}

template <class Values>
std::int64_t size_of(const Values& values) {
  return static_cast<std::int64_t>(values.size());
}

// Everything that is to be written, before anything is.
struct Plan {
  MergedDocuments documents;
  std::vector<CodebookVersion> codebooks;
  std::vector<Coder> coders;
  MergedCodings codings;
  std::vector<Dated<Decision>> decisions;
  std::vector<Dated<Memo>> memos;
};

Result<Plan> plan_of(std::vector<MergeSide>& sides, SameTitle same_title) {
  auto documents = recognise_documents(sides, same_title);
  if (!documents) return tl::unexpected(documents.error());
  auto codebooks = new_codebooks(sides);
  if (!codebooks) return tl::unexpected(codebooks.error());
  auto coders = new_coders(sides);
  if (!coders) return tl::unexpected(coders.error());
  rename_documents(sides, *documents);
  return Plan{std::move(*documents),
              std::move(*codebooks),
              std::move(*coders),
              merge_codings(sides),
              lacking<Decision>(sides, &ProjectContent::decisions),
              lacking<Memo>(sides, &ProjectContent::memos)};
}

MergeReport report_of(const Plan& plan, const std::vector<MergeSide>& sides) {
  const ProjectContent& here = sides.front().content;
  const auto grown = [](std::int64_t before, std::int64_t added) {
    return BeforeAfter{before, before + added};
  };
  MergeReport report;
  report.documents = grown(size_of(here.documents), size_of(plan.documents.added));
  report.codebooks = grown(size_of(here.codebooks), size_of(plan.codebooks));
  report.coders = grown(size_of(here.coders), size_of(plan.coders));
  report.codings = grown(size_of(here.codings), size_of(plan.codings.added));
  report.decisions = grown(size_of(here.decisions), size_of(plan.decisions));
  report.memos = grown(size_of(here.memos), size_of(plan.memos));
  report.per_code = plan.codings.per_code;
  report.origins_changed = size_of(plan.codings.changed_origins);
  report.recognised = plan.documents.recognised;
  report.differences = plan.codings.differences;
  tell_differing_verdicts(sides, report.differences);
  report.differences.insert(report.differences.end(), plan.documents.differences.begin(),
                            plan.documents.differences.end());
  tell_left_behind(sides, report.left_behind);
  return report;
}

// Returns the codings whose origin changed, as they were.
Result<std::vector<Coding>> write(Project& project, const Plan& plan, const std::vector<MergeSide>& sides) {
  for (const CodebookVersion& codebook : plan.codebooks) {
    if (auto added = project.add_codebook(codebook, CodebookPlace::first); !added)
      return tl::unexpected(added.error());
  }
  for (const Coder& coder : plan.coders) {
    if (auto added = project.add_coder(coder); !added) return tl::unexpected(added.error());
  }
  for (const auto& [side, id] : plan.documents.added) {
    const auto document = sides[side].project->document(id);
    if (!document) return tl::unexpected(document.error());
    if (auto added = project.add_document(*document); !added) return tl::unexpected(added.error());
  }
  for (const Coding& coding : plan.codings.added) {
    if (auto added = project.add_coding(coding); !added) return tl::unexpected(added.error());
  }
  std::vector<Coding> had_origins;
  for (const Coding& coding : plan.codings.changed_origins) {
    auto had = project.change_origin(coding);
    if (!had) return tl::unexpected(had.error());
    had_origins.push_back(std::move(*had));
  }
  for (const auto& [decision, at] : plan.decisions) {
    if (auto added = project.add_decision(decision, at); !added) return tl::unexpected(added.error());
  }
  for (const auto& [memo, at] : plan.memos) {
    if (auto added = project.add_memo(memo, at); !added) return tl::unexpected(added.error());
  }
  return had_origins;
}

}  // namespace

Result<MergeReport> merge(Project& project, std::string_view name, std::span<const OtherProject> others,
                          SameTitle same_title, std::string_view at) {
  std::vector<MergeSide> sides{{std::string(name), &project, {}}};
  std::vector<std::string> files;
  for (const OtherProject& other : others) sides.push_back({other.name, other.project, {}});
  std::stable_sort(sides.begin() + 1, sides.end(),
                   [](const MergeSide& a, const MergeSide& b) { return a.name < b.name; });
  for (MergeSide& side : sides) {
    auto content = side.project->content();
    if (!content) return tl::unexpected(content.error());
    side.content = std::move(*content);
    if (&side != &sides.front()) files.push_back(side.name);
  }
  const auto plan = plan_of(sides, same_title);
  if (!plan) return tl::unexpected(plan.error());
  const auto filled_to = project.filled_to();
  if (!filled_to) return tl::unexpected(filled_to.error());
  auto had_origins = write(project, *plan, sides);
  if (!had_origins) return tl::unexpected(had_origins.error());
  MergeReport report = report_of(*plan, sides);
  if (!report.changed()) return report;
  const Event event{std::string(at), "", std::string(merge_act),
                    to_json(MergeUndo{*filled_to, std::move(*had_origins)}), to_json(report, files)};
  if (auto recorded = project.record(event); !recorded) return tl::unexpected(recorded.error());
  return report;
}

namespace {

// The last merge that was not undone, when nothing else was done since.
Result<const Event*> event_to_undo(const std::vector<Event>& events) {
  std::size_t undone = 0;
  for (auto event = events.rbegin(); event != events.rend(); ++event) {
    if (event->what == undo_merge_act) {
      ++undone;
    } else if (event->what != merge_act) {
      const bool ever =
          std::any_of(event, events.rend(), [](const Event& each) { return each.what == merge_act; });
      if (!ever) break;
      return fail(ErrorKind::conflict, msg::merge_worked_on, {{"what", event->what}, {"at", event->at}});
    } else if (undone == 0) {
      return &*event;
    } else {
      --undone;
    }
  }
  return fail(ErrorKind::not_found, msg::merge_nothing_to_undo);
}

}  // namespace

Result<std::vector<std::string>> undo_merge(Project& project, std::string_view at) {
  const auto events = project.events();
  if (!events) return tl::unexpected(events.error());
  const auto event = event_to_undo(*events);
  if (!event) return tl::unexpected(event.error());
  const auto undo = read_merge_undo((*event)->before);
  if (!undo) return fail(ErrorKind::bad_input, msg::merge_event_damaged, {{"at", (*event)->at}});
  if (auto emptied = project.empty_to(undo->filled_to); !emptied) return tl::unexpected(emptied.error());
  for (const Coding& coding : undo->had_origins) {
    if (auto changed = project.change_origin(coding); !changed) return tl::unexpected(changed.error());
  }
  const Event done{std::string(at), "", std::string(undo_merge_act), (*event)->after, ""};
  if (auto recorded = project.record(done); !recorded) return tl::unexpected(recorded.error());
  return files_of((*event)->after);
}

}  // namespace codeboom
