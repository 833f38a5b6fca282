#include "codebook/crosswalk.h"

#include <filesystem>

#include "codebook/yaml_reader.h"
#include "corpus/text_file.h"
#include "message_keys/codebook.h"
#include "message_keys/crosswalk.h"

namespace codeboom {
namespace {

constexpr std::string_view format_name = "codeboom-crosswalk/1";

class CrosswalkReader {
 public:
  explicit CrosswalkReader(const std::string& source) : yaml_(source) {}

  Result<Crosswalk> read(const YamlNode& root) {
    if (!root.is_map() || root["format"].text() != format_name) {
      return yaml_.wrong(msg::crosswalk_not_a_crosswalk, root.is_map() && root["format"] ? root["format"] : root, "format");
    }
    if (auto known = yaml_.known_keys(root, {"format", "id", "title", "version", "language", "from", "targets"}); !known) {
      return tl::unexpected(known.error());
    }
    if (auto read = texts(root, {{"id", &crosswalk_.id}, {"title", &crosswalk_.title}, {"version", &crosswalk_.version}, {"from", &crosswalk_.from}});
        !read) {
      return tl::unexpected(read.error());
    }
    if (auto read = yaml_.read_text(root, "language", crosswalk_.language); !read) return tl::unexpected(read.error());
    const auto target = [this](const YamlNode& node) { return read_target(node); };
    if (auto read = each(root, "targets", target); !read) return tl::unexpected(read.error());
    if (crosswalk_.targets.empty()) return yaml_.wrong(msg::codebook_missing_key, root, "targets");
    return std::move(crosswalk_);
  }

 private:
  using Wanted = std::initializer_list<std::pair<const char*, std::string*>>;

  // Each of these must be there.
  Result<void> texts(const YamlNode& map, Wanted wanted) const {
    for (const auto& [key, target] : wanted) {
      if (auto read = yaml_.read_text(map, key, *target); !read) return read;
      if (target->empty()) return yaml_.wrong(msg::codebook_missing_key, map, key);
    }
    return {};
  }

  // Every item of a list of maps; a list that is not there is empty.
  template <class Read>
  Result<void> each(const YamlNode& map, const char* key, const Read& read) const {
    const YamlNode list = map[key];
    if (!list || list.is_null()) return {};
    if (!list.is_list()) return yaml_.wrong(msg::codebook_expected_list, list, key);
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!list.item(i).is_map()) return yaml_.wrong(msg::codebook_expected_map, list.item(i), key);
      if (auto done = read(list.item(i)); !done) return done;
    }
    return {};
  }

  Result<void> read_target(const YamlNode& node) {
    CrosswalkTarget target;
    target.line = node.line();
    if (auto known = yaml_.known_keys(node, {"codebook", "links", "without"}); !known) return known;
    if (auto read = texts(node, {{"codebook", &target.codebook}}); !read) return read;
    const auto link = [&](const YamlNode& item) -> Result<void> {
      CrosswalkLink one;
      one.line = item.line();
      if (auto known = yaml_.known_keys(item, {"from", "to", "reason"}); !known) return known;
      auto read = texts(item, {{"from", &one.from}, {"to", &one.to}, {"reason", &one.reason}});
      target.links.push_back(std::move(one));
      return read;
    };
    if (auto read = each(node, "links", link); !read) return read;
    const auto gap = [&](const YamlNode& item) -> Result<void> {
      CrosswalkGap one;
      one.line = item.line();
      if (auto known = yaml_.known_keys(item, {"code", "reason"}); !known) return known;
      auto read = texts(item, {{"code", &one.code}, {"reason", &one.reason}});
      target.without.push_back(std::move(one));
      return read;
    };
    if (auto read = each(node, "without", gap); !read) return read;
    crosswalk_.targets.push_back(std::move(target));
    return {};
  }

  YamlReader yaml_;
  Crosswalk crosswalk_;
};

}  // namespace

Result<Crosswalk> parse_crosswalk(std::string_view yaml, const std::string& source) {
  const auto tree = YamlTree::parse(yaml, source);
  if (!tree) return tl::unexpected(tree.error());
  return CrosswalkReader(source).read(tree->root());
}

bool is_crosswalk(std::string_view yaml) {
  const auto tree = YamlTree::parse(yaml, "");
  return tree && tree->root().is_map() && tree->root()["format"].text() == format_name;
}

Result<LoadedCrosswalk> load_crosswalk(const std::string& path) {
  const auto yaml = read_text_file(path);
  if (!yaml) return tl::unexpected(yaml.error());
  auto crosswalk = parse_crosswalk(*yaml, path);
  if (!crosswalk) return tl::unexpected(crosswalk.error());
  const auto beside = [&](const std::string& id) {
    return load_codebook(std::filesystem::path(path).replace_filename(id + ".yaml").string());
  };
  LoadedCrosswalk loaded{std::move(*crosswalk), {}, {}, path};
  auto from = beside(loaded.crosswalk.from);
  if (!from) return tl::unexpected(from.error());
  loaded.from = std::move(*from);
  for (const CrosswalkTarget& target : loaded.crosswalk.targets) {
    auto codebook = beside(target.codebook);
    if (!codebook) return tl::unexpected(codebook.error());
    loaded.targets.push_back(std::move(*codebook));
  }
  return loaded;
}

}  // namespace codeboom
