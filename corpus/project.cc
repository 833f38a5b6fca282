#include "corpus/project.h"

#include <SQLiteCpp/Backup.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>
#include <utility>

#include "corpus/project_database.h"
#include "corpus/project_schema.h"
#include "message_keys/corpus.h"

namespace codeboom {
namespace {

namespace fs = std::filesystem;

std::int64_t setting(Connection& connection, const char* pragma) {
  Rows value = connection.rows(pragma);
  value.next();
  return value.number(0);
}

constexpr std::uintmax_t smallest_database = 512;  // bytes, one page

// What can be seen without SQLite, which would take an empty or very short file for an empty database.
Result<void> check_is_file(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) {
    if (status.type() == fs::file_type::not_found) {
      return fail(ErrorKind::not_found, msg::project_not_found, {{"file", path}});
    }
    return fail(ErrorKind::unavailable, msg::project_refused, {{"file", path}, {"reason", error.message()}});
  }
  const auto refuse = [&](MessageKey why) { return fail(ErrorKind::bad_input, why, {{"file", path}}); };
  if (!fs::is_regular_file(status)) return refuse(msg::project_not_a_file);
  const std::uintmax_t size = fs::file_size(path, error);
  if (size == 0) return refuse(msg::project_empty);
  if (size < smallest_database) return refuse(msg::project_not_a_project);
  return {};
}

Result<void> check_is_ours(Connection& connection) {
  const std::string& path = connection.path();
  if (setting(connection, "PRAGMA application_id") != project_application_id) {
    return fail(ErrorKind::bad_input, msg::project_other_application, {{"file", path}});
  }
  const auto known = static_cast<std::int64_t>(project_migrations().size());
  const std::int64_t version = setting(connection, "PRAGMA user_version");
  if (version > known) {
    return fail(ErrorKind::bad_input, msg::project_newer,
                {{"file", path}, {"version", version}, {"known", known}});
  }
  if (version < 1) return connection.damaged("user_version " + std::to_string(version));
  return {};
}

// The new file gets its name when it is complete, and only if nothing else has that name by then.
Result<void> give_name(const std::string& unnamed, const std::string& path) {
  std::error_code error, ignored;
  fs::create_hard_link(unnamed, path, error);
  if (error && error != std::errc::file_exists && !fs::exists(fs::symlink_status(path, ignored))) {
    fs::rename(unnamed, path, error);  // a file system without hard links
  }
  fs::remove(unnamed, ignored);
  if (error == std::errc::file_exists)
    return fail(ErrorKind::conflict, msg::project_exists, {{"file", path}});
  if (error) {
    return fail(ErrorKind::unavailable, msg::project_refused, {{"file", path}, {"reason", error.message()}});
  }
  return {};
}

}  // namespace

Project::Project(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Project::Project(Project&&) noexcept = default;
Project& Project::operator=(Project&&) noexcept = default;
Project::~Project() = default;

Result<Project> Project::create(const std::string& path) {
  std::error_code error;
  if (fs::exists(fs::symlink_status(path, error))) {
    return fail(ErrorKind::conflict, msg::project_exists, {{"file", path}});
  }
  const std::string unnamed = path + ".new-" + std::to_string(::getpid());
  fs::remove(unnamed, error);
  try {
    Connection connection(unnamed, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(connection.database(), project_migrations());
  } catch (const SQLite::Exception& exception) {
    fs::remove(unnamed, error);
    return tl::unexpected(error_of(exception, path));
  }
  const auto named = give_name(unnamed, path);
  if (!named) return tl::unexpected(named.error());
  return open(path);
}

Result<Project> Project::open(const std::string& path) {
  const auto is_file = check_is_file(path);
  if (!is_file) return tl::unexpected(is_file.error());
  try {
    auto database = std::make_unique<Database>(path, SQLite::OPEN_READWRITE);
    Connection& connection = database->connection;
    const auto is_ours = check_is_ours(connection);
    if (!is_ours) return tl::unexpected(is_ours.error());
    migrate(connection.database(), project_migrations());
    return Project(std::move(database));
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(error_of(exception, path));
  }
}

Result<Project> Project::open_read_only(const std::string& path) {
  const auto is_file = check_is_file(path);
  if (!is_file) return tl::unexpected(is_file.error());
  try {
    auto database = std::make_unique<Database>(path, SQLite::OPEN_READONLY);
    const auto is_ours = check_is_ours(database->connection);
    if (!is_ours) return tl::unexpected(is_ours.error());
    const auto known = static_cast<std::int64_t>(project_migrations().size());
    if (setting(database->connection, "PRAGMA user_version") < known) {
      auto copy = std::make_unique<Database>(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_MEMORY);
      SQLite::Backup backup(copy->connection.database(), database->connection.database());
      backup.executeStep();
      migrate(copy->connection.database(), project_migrations());
      return Project(std::move(copy));
    }
    return Project(std::move(database));
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(error_of(exception, path));
  }
}

Result<Project::Transaction> Project::begin() {
  Connection& connection = database_->connection;
  return connection.reading([&]() -> Result<Transaction> {
    connection.begin();
    return Transaction(*this);
  });
}

Project::Transaction::Transaction(Project& project) : project_(&project) {}

Project::Transaction::Transaction(Transaction&& other) noexcept
    : project_(std::exchange(other.project_, nullptr)) {}

Project::Transaction::~Transaction() {
  if (project_ != nullptr) project_->database_->connection.rollback();
}

Result<void> Project::Transaction::commit() {
  assert(project_ != nullptr && "a transaction is committed once");
  Connection& connection = project_->database_->connection;
  if (connection.is_undone()) return tl::unexpected(connection.error_of_undone());
  return connection.reading([&]() -> Result<void> {
    connection.commit();
    project_ = nullptr;
    return {};
  });
}

}  // namespace codeboom
