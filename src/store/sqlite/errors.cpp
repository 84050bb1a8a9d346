#include "store/sqlite/errors.hpp"

#include <cerrno>

#include "store/violation.hpp"

namespace bedplate::store::sqlite {
namespace {

// `UNIQUE constraint failed: customers.email, customers.tenant` or `… failed: index 'by_lower_email'`, or
// `CHECK constraint failed: <name or expression>`: SQLite tells no other way.
Violation violation_in(std::string_view text) {
  Violation violation;
  const auto colon = text.find(": ");
  if (colon == text.npos) return violation;
  auto rest = text.substr(colon + 2);
  if (!text.starts_with("UNIQUE") && !text.starts_with("NOT NULL")) {
    violation.constraint = rest;
    return violation;
  }
  if (rest.starts_with("index '")) {
    violation.constraint = rest.substr(7, rest.size() - 8);
    return violation;
  }
  while (!rest.empty()) {
    const auto comma = rest.find(", ");
    const auto name = rest.substr(0, comma);
    const auto dot = name.find('.');
    violation.table = name.substr(0, dot);
    violation.columns.emplace_back(dot == name.npos ? name : name.substr(dot + 1));
    rest.remove_prefix(comma == rest.npos ? rest.size() : comma + 2);
  }
  return violation;
}

Reason constraint_reason(int code, std::string_view cause) {
  switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return Reason::kUniqueViolation;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return Reason::kForeignKeyViolation;
    case SQLITE_CONSTRAINT_TRIGGER:  // ON DELETE RESTRICT is a trigger of SQLite's own
      return cause.starts_with("FOREIGN KEY") ? Reason::kForeignKeyViolation : Reason::kConstraintViolation;
    case SQLITE_CONSTRAINT_NOTNULL:
      return Reason::kNotNullViolation;
    default:
      return Reason::kConstraintViolation;
  }
}

}  // namespace

Error error_of(sqlite3* database, int code) {
  std::string cause = database ? sqlite3_errmsg(database) : sqlite3_errstr(code);
  const bool full = (code & 0xff) == SQLITE_IOERR && database && sqlite3_system_errno(database) == ENOSPC;
  switch (full ? SQLITE_FULL : code == SQLITE_IOERR_NOMEM ? SQLITE_NOMEM : code & 0xff) {
    case SQLITE_CONSTRAINT:
      return violation_error(constraint_reason(code, cause), violation_in(cause));
    case SQLITE_FULL:
      return Error(Reason::kStorageFull, "The storage is full.").caused_by(std::move(cause));
    case SQLITE_INTERRUPT:
      return Error(Reason::kDeadlineExceeded, "The statement took too long.")
          .with_hint("Ask for fewer rows, or filter and sort by indexed fields.")
          .caused_by(std::move(cause));
    case SQLITE_ERROR:
      if (cause == kOutOfRange) return out_of_range_error();
      // A statement of ours is well formed; what SQLite can refuse of it is how deep it nests and how wide it is.
      if (cause.contains("parser stack overflow") || cause.contains("Expression tree is too large") ||
          cause.contains("too many columns") || cause.contains("tables in a join"))
        return Error(Reason::kLimitExceeded, "The request nests too deep or asks for too much at once.")
            .with_hint("Ask for fewer fields, embeddings and conditions, or in several requests.")
            .caused_by(std::move(cause));
      [[fallthrough]];
    default:
      return Error(Reason::kInternal, "The statement failed.")
          .caused_by(std::string(sqlite3_errstr(code)) + " (" + std::to_string(code) + "): " + cause);
    case SQLITE_TOOBIG:
      return Error(Reason::kLimitExceeded, "A value is too large.").caused_by(std::move(cause));
    case SQLITE_MISMATCH:
      return Error(Reason::kConstraintViolation, "A value does not fit its column.").caused_by(std::move(cause));
    case SQLITE_NOMEM:
      return Error(Reason::kOverloaded, "The server is out of memory.").caused_by(std::move(cause));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_READONLY:
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CANTOPEN:
    case SQLITE_PROTOCOL:
    case SQLITE_PERM:
      return Error(Reason::kUnavailable, "The database is not available.")
          .caused_by(std::string(sqlite3_errstr(code)) + " (" + std::to_string(code) + "): " + cause);
  }
}

bool outcome_unknown(int code) { return (code & 0xff) == SQLITE_IOERR && code != SQLITE_IOERR_NOMEM; }

}  // namespace bedplate::store::sqlite
