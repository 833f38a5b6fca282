#include <map>

#include "codebook/crosswalk.h"
#include "message_keys/crosswalk.h"

namespace codeboom {
namespace {

// One target of a crosswalk against its two codebooks.
class TargetCheck {
 public:
  TargetCheck(const LoadedCrosswalk& loaded, std::size_t place, std::vector<Message>& faults)
      : source_(loaded.source), from_(loaded.from), to_(loaded.targets[place]), target_(loaded.crosswalk.targets[place]), faults_(faults) {}

  void run() {
    for (const CrosswalkLink& link : target_.links) {
      const auto from = known(from_, link.from, link.line);
      const auto to = known(to_, link.to, link.line);
      if (!from || !to) continue;
      for (const std::uint32_t leaf : leaves_within(*from)) {
        if (const auto [at, added] = links_.emplace(std::pair(leaf, *to), link.line); !added) {
          fault(msg::crosswalk_double, link.line, from_.codes[leaf].id, {{"to", link.to}, {"first", std::int64_t{at->second}}});
        }
        linked_.emplace(leaf, link.line);
      }
    }
    for (const CrosswalkGap& gap : target_.without) {
      const auto code = known(from_, gap.code, gap.line);
      if (!code) continue;
      for (const std::uint32_t leaf : leaves_within(*code)) check_gap(leaf, gap.line);
    }
    for (std::uint32_t code = 0; code < from_.codes.size(); ++code) {
      if (is_leaf(from_, code) && !linked_.contains(code) && !gaps_.contains(code)) {
        fault(msg::crosswalk_incomplete, target_.line, from_.codes[code].id, {});
      }
    }
  }

 private:
  std::vector<std::uint32_t> leaves_within(std::uint32_t top) const {
    std::vector<std::uint32_t> leaves;
    for (std::uint32_t code = top; code < from_.codes.size() && is_within(from_, code, top); ++code) {
      if (is_leaf(from_, code)) leaves.push_back(code);
    }
    return leaves;
  }

  std::optional<std::uint32_t> known(const Codebook& codebook, const std::string& id, int line) {
    const auto code = find_code(codebook, id);
    if (!code) fault(msg::crosswalk_unknown_code, line, id, {{"codebook", codebook.id_and_version()}});
    return code;
  }

  void check_gap(std::uint32_t leaf, int line) {
    if (const auto linked = linked_.find(leaf); linked != linked_.end()) {
      fault(msg::crosswalk_linked_and_without, line, from_.codes[leaf].id, {{"first", std::int64_t{linked->second}}});
    }
    if (const auto [at, added] = gaps_.emplace(leaf, line); !added) {
      fault(msg::crosswalk_double_gap, line, from_.codes[leaf].id, {{"first", std::int64_t{at->second}}});
    }
  }

  void fault(MessageKey key, int line, const std::string& code, MessageArguments more) {
    more.emplace_back("file", source_);
    more.emplace_back("line", std::int64_t{line});
    more.emplace_back("code", code);
    more.emplace_back("target", target_.codebook);
    faults_.push_back({key, std::move(more)});
  }

  const std::string& source_;
  const Codebook& from_;
  const Codebook& to_;
  const CrosswalkTarget& target_;
  std::vector<Message>& faults_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> links_;  // leaf and target code: the line that said it
  std::map<std::uint32_t, int> linked_, gaps_;
};

}  // namespace

std::vector<Message> crosswalk_faults(const LoadedCrosswalk& loaded) {
  std::vector<Message> faults;
  for (std::size_t place = 0; place < loaded.crosswalk.targets.size(); ++place) TargetCheck(loaded, place, faults).run();
  return faults;
}

Result<LoadedCrosswalk> load_sound_crosswalk(const std::string& path) {
  auto loaded = load_crosswalk(path);
  if (!loaded) return loaded;
  const auto faults = crosswalk_faults(*loaded);
  if (!faults.empty()) return tl::unexpected(Error{ErrorKind::bad_input, faults.front()});
  return loaded;
}

}  // namespace codeboom
