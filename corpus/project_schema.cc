#include "corpus/project_schema.h"

#include <sqlite3.h>

#include <array>

namespace codeboom {
namespace {

// Texts, codebook versions and events are written once; the triggers hold for every program that opens the
// file.
constexpr const char* first_version = R"sql(
PRAGMA application_id = 0x6364626D;

CREATE TABLE document (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  regio TEXT NOT NULL,
  jaar INTEGER,
  soort TEXT NOT NULL,
  vorm TEXT NOT NULL,
  source TEXT NOT NULL,
  blocks BLOB NOT NULL
) STRICT;

CREATE TABLE document_value (
  document INTEGER NOT NULL REFERENCES document (number) ON DELETE CASCADE,
  field TEXT NOT NULL CHECK (field IN ('sector', 'thema')),
  position INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (document, field, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_text (
  document INTEGER PRIMARY KEY REFERENCES document (number) ON DELETE CASCADE,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TRIGGER document_keeps_its_id BEFORE UPDATE OF number, id ON document
BEGIN SELECT RAISE(ABORT, 'a document keeps its id'); END;

CREATE TRIGGER document_text_never_changes BEFORE UPDATE ON document_text
BEGIN SELECT RAISE(ABORT, 'a stored text never changes'); END;

CREATE TRIGGER document_text_goes_with_its_document BEFORE DELETE ON document_text
WHEN EXISTS (SELECT 1 FROM document WHERE number = OLD.document)
BEGIN SELECT RAISE(ABORT, 'a text goes only with its document'); END;

CREATE TABLE codebook (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  title TEXT NOT NULL,
  yaml TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX codebook_id_and_version ON codebook (id || ' ' || version);

CREATE TABLE code (
  codebook INTEGER NOT NULL REFERENCES codebook (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  parent TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (codebook, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule (
  codebook INTEGER NOT NULL REFERENCES codebook (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (codebook, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER codebook_never_changes BEFORE UPDATE ON codebook
BEGIN SELECT RAISE(ABORT, 'a codebook version never changes'); END;

CREATE TRIGGER code_never_changes BEFORE UPDATE ON code
BEGIN SELECT RAISE(ABORT, 'a codebook version never changes'); END;

CREATE TRIGGER rule_never_changes BEFORE UPDATE ON rule
BEGIN SELECT RAISE(ABORT, 'a codebook version never changes'); END;

CREATE TABLE coder (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'machine'))
) STRICT;

CREATE TABLE coding (
  number INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (number),
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  coder INTEGER NOT NULL REFERENCES coder (number),
  code TEXT NOT NULL,
  quote TEXT NOT NULL,
  score REAL,
  flags INTEGER NOT NULL,
  codebook TEXT NOT NULL,
  CHECK (0 <= begin_byte AND begin_byte <= end_byte),
  UNIQUE (document, begin_byte, end_byte, coder, code)
) STRICT;

CREATE TABLE coding_evidence (
  coding INTEGER NOT NULL REFERENCES coding (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (coding, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE machine_run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  codebook INTEGER NOT NULL REFERENCES codebook (number),
  program TEXT NOT NULL,
  lexicon TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE suggestions (
  run INTEGER NOT NULL REFERENCES machine_run (id) ON DELETE CASCADE,
  document INTEGER NOT NULL REFERENCES document (number),
  packed BLOB NOT NULL,
  PRIMARY KEY (run, document)
) STRICT;

CREATE TABLE decision (
  number INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (number),
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  code TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'rejected', 'changed')),
  coder INTEGER NOT NULL REFERENCES coder (number),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  CHECK (0 <= begin_byte AND begin_byte <= end_byte)
) STRICT;

CREATE TABLE memo (
  number INTEGER PRIMARY KEY,
  coder INTEGER NOT NULL REFERENCES coder (number),
  document INTEGER REFERENCES document (number),
  code TEXT NOT NULL,
  begin_byte INTEGER,
  end_byte INTEGER,
  text TEXT NOT NULL,
  at TEXT NOT NULL,
  CHECK ((begin_byte IS NULL) = (end_byte IS NULL)),
  CHECK (begin_byte IS NULL OR (document IS NOT NULL AND 0 <= begin_byte AND begin_byte <= end_byte))
) STRICT;

CREATE TABLE event (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL
) STRICT;

CREATE TRIGGER event_never_changes BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'an event never changes'); END;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;

CREATE TRIGGER event_is_never_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'an event never changes'); END;
)sql";

// What the machine learned, and what its suggestions owe to it.
constexpr const char* second_version = R"sql(
CREATE TABLE model (
  number INTEGER PRIMARY KEY,
  codebook INTEGER NOT NULL REFERENCES codebook (number),
  fingerprint TEXT NOT NULL,
  at TEXT NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (codebook, fingerprint)
) STRICT;

ALTER TABLE machine_run ADD COLUMN model TEXT NOT NULL DEFAULT '';
ALTER TABLE coding ADD COLUMN chance REAL;
ALTER TABLE coding_evidence ADD COLUMN weight REAL NOT NULL DEFAULT 0;
)sql";

// Samples that were drawn, and who was to code what: written once.
constexpr const char* third_version = R"sql(
CREATE TABLE draw (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  seed INTEGER NOT NULL,
  size INTEGER NOT NULL,
  overlap INTEGER NOT NULL,
  stratified_by TEXT NOT NULL,
  condition TEXT NOT NULL,
  left_out INTEGER NOT NULL
) STRICT;

CREATE TABLE draw_stratum (
  draw INTEGER NOT NULL REFERENCES draw (number),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  documents INTEGER NOT NULL,
  PRIMARY KEY (draw, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE draw_coder (
  draw INTEGER NOT NULL REFERENCES draw (number),
  position INTEGER NOT NULL CHECK (position >= 0),
  name TEXT NOT NULL,
  PRIMARY KEY (draw, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE drawn (
  draw INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document (number),
  stratum INTEGER NOT NULL,
  PRIMARY KEY (draw, document),
  FOREIGN KEY (draw, stratum) REFERENCES draw_stratum (draw, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE assigned (
  draw INTEGER NOT NULL,
  coder INTEGER NOT NULL,
  position INTEGER NOT NULL,
  document INTEGER NOT NULL,
  PRIMARY KEY (draw, coder, position),
  FOREIGN KEY (draw, coder) REFERENCES draw_coder (draw, position),
  FOREIGN KEY (draw, document) REFERENCES drawn (draw, document)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER draw_never_changes BEFORE UPDATE ON draw
BEGIN SELECT RAISE(ABORT, 'a sample never changes'); END;

CREATE TRIGGER draw_is_never_deleted BEFORE DELETE ON draw
BEGIN SELECT RAISE(ABORT, 'a sample never changes'); END;

CREATE TRIGGER drawn_never_changes BEFORE UPDATE ON drawn
BEGIN SELECT RAISE(ABORT, 'a sample never changes'); END;

CREATE TRIGGER drawn_is_never_deleted BEFORE DELETE ON drawn
BEGIN SELECT RAISE(ABORT, 'a sample never changes'); END;

CREATE TRIGGER assigned_never_changes BEFORE UPDATE ON assigned
BEGIN SELECT RAISE(ABORT, 'a sample never changes'); END;

CREATE TRIGGER assigned_is_never_deleted BEFORE DELETE ON assigned
BEGIN SELECT RAISE(ABORT, 'a sample never changes'); END;
)sql";

// Coders who stand for what others agreed on, and for whom something was decided.
constexpr const char* fourth_version = R"sql(
CREATE TABLE renewed_coder (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'machine', 'consensus'))
) STRICT;

INSERT INTO renewed_coder SELECT number, name, kind FROM coder;
DROP TABLE coder;
ALTER TABLE renewed_coder RENAME TO coder;

ALTER TABLE decision ADD COLUMN consensus INTEGER REFERENCES coder (number);
)sql";

constexpr std::array migrations = {first_version, second_version, third_version, fourth_version};

std::int64_t user_version(const SQLite::Database& database) {
  SQLite::Statement statement(database, "PRAGMA user_version");
  statement.executeStep();
  return statement.getColumn(0).getInt64();
}

void run_migrations(SQLite::Database& database, Migrations list) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  const auto done = static_cast<std::size_t>(user_version(database));  // again: now nobody else can change it
  if (done >= list.size()) return;
  for (const char* const migration : list.subspan(done)) database.exec(migration);
  SQLite::Statement dangling(database, "PRAGMA foreign_key_check");
  if (dangling.executeStep()) {
    throw SQLite::Exception("a migration leaves a reference to nothing", SQLITE_CONSTRAINT);
  }
  database.exec("PRAGMA user_version = " + std::to_string(list.size()));
  transaction.commit();
}

}  // namespace

Migrations project_migrations() { return migrations; }

void migrate(SQLite::Database& database, Migrations list) {
  if (user_version(database) >= static_cast<std::int64_t>(list.size())) return;
  // A migration may rebuild a table that others refer to; SQLite ignores this setting inside a transaction.
  database.exec("PRAGMA foreign_keys = OFF");
  run_migrations(database, list);
  database.exec("PRAGMA foreign_keys = ON");
}

std::vector<SchemaEntry> schema_of(const SQLite::Database& database) {
  std::vector<SchemaEntry> entries;
  SQLite::Statement statement(
      database,
      "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*' ORDER BY 1");
  while (statement.executeStep()) {
    entries.push_back({statement.getColumn(0).getString(), statement.getColumn(1).getString()});
  }
  return entries;
}

}  // namespace codeboom
