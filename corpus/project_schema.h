// Private to project*.cc: the tables of the project file, as the steps that made them. FORMAT.md describes
// them.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace codeboom {

inline constexpr std::int64_t project_application_id = 0x6364626D;  // "cdbm" in the header of the file

// One migration is the SQL that brings a file from user_version n to n + 1, where n is its place in the list:
// the first makes the tables in an empty file. A migration that was ever in a user's hands is never changed,
// only followed.
using Migrations = std::span<const char* const>;
Migrations project_migrations();

// Runs what the file has not had yet, all of it or nothing. Safe when another program migrates the same file
// meanwhile. Requires: no transaction is open; user_version is at most the number of migrations. Errors:
// throws SQLite::Exception, also when a migration leaves a reference to nothing.
void migrate(SQLite::Database& database, Migrations migrations);

// What stands in the file besides rows, e.g. "table document", with the SQL that made it; sorted by name.
// Without what SQLite keeps for itself.
struct SchemaEntry {
  std::string name, sql;
  friend bool operator==(const SchemaEntry&, const SchemaEntry&) = default;
};
// Errors: throws SQLite::Exception.
std::vector<SchemaEntry> schema_of(const SQLite::Database& database);

}  // namespace codeboom
