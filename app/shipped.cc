#include "app/shipped.h"

#include <filesystem>

#include "message_keys/report_texts.h"

namespace codeboom {
namespace {

namespace fs = std::filesystem;

Result<std::string> shipped_path(const std::string& id) {
  const std::string path = (fs::path(program_folder()) / "boeken" / (id + ".yaml")).string();
  std::error_code code;
  if (!fs::exists(path, code)) return fail(ErrorKind::not_found, msg::shipped_missing, {{"file", path}, {"id", id}});
  return path;
}

}  // namespace

std::string program_folder() {
  std::error_code code;
  const auto program = fs::read_symlink("/proc/self/exe", code);
  return code ? std::string() : program.parent_path().string();
}

Result<Codebook> shipped_codebook(const std::string& id) {
  const auto path = shipped_path(id);
  if (!path) return tl::unexpected(path.error());
  return load_codebook(*path);
}

Result<LoadedCrosswalk> chosen_crosswalk(const Options& options) {
  if (const auto given = options.get("crosswalk")) return load_sound_crosswalk(*given);
  const auto path = shipped_path("kruistabel");
  if (!path) return tl::unexpected(path.error());
  return load_sound_crosswalk(*path);
}

}  // namespace codeboom
