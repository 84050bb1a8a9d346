#include "store/postgres/errors.hpp"

#include "store/violation.hpp"

namespace bedplate::store::postgres {
namespace {

std::string_view field(const PGresult* result, int code) {
  const char* text = PQresultErrorField(result, code);
  return text ? text : "";
}

// `Key (tenant, email)=(1, a@x) already exists.`: the names stand before `)=(` in every language.
std::vector<std::string> key_columns(std::string_view detail) {
  std::vector<std::string> columns;
  const auto end = detail.find(")=(");
  const auto begin = detail.find('(');
  if (end == detail.npos || begin >= end) return columns;
  auto names = detail.substr(begin + 1, end - begin - 1);
  while (!names.empty()) {
    const auto comma = names.find(", ");
    auto name = names.substr(0, comma);
    if (name.size() > 1 && name.front() == '"') name = name.substr(1, name.size() - 2);
    columns.emplace_back(name);
    names.remove_prefix(comma == names.npos ? names.size() : comma + 2);
  }
  return columns;
}

Error violated(const PGresult* result, Reason reason) {
  Violation violation;
  violation.table = field(result, PG_DIAG_TABLE_NAME);
  violation.constraint = field(result, PG_DIAG_CONSTRAINT_NAME);
  if (reason == Reason::kNotNullViolation)
    violation.columns.emplace_back(field(result, PG_DIAG_COLUMN_NAME));
  else if (reason != Reason::kConstraintViolation)
    violation.columns = key_columns(field(result, PG_DIAG_MESSAGE_DETAIL));
  return violation_error(reason, violation);
}

struct Mapped {
  std::string_view prefix;
  Reason reason;
  std::string_view message;
};
// The first prefix that fits.
constexpr Mapped kStates[] = {
    {"40", Reason::kConflict, "Another operation changed the same rows."},
    {"53100", Reason::kStorageFull, "The storage is full."},
    {"53", Reason::kOverloaded, "The database has no room for more work."},
    {"54", Reason::kLimitExceeded, "The statement is too large."},
    {"57014", Reason::kDeadlineExceeded, "The statement took too long."},
    {"57", Reason::kUnavailable, "The database is not available."},
    {"08", Reason::kUnavailable, "The database is not available."},
    {"58", Reason::kUnavailable, "The database is not available."},
    {"XX", Reason::kUnavailable, "The database is not available."},
    {"25006", Reason::kUnavailable, "The database takes no writes."},
    {"22", Reason::kInvalidValue, "A value does not fit its column or its use."},
};

}  // namespace

Error error_of(const PGresult* result) {
  const auto state = field(result, PG_DIAG_SQLSTATE);
  if (state == "23505") return violated(result, Reason::kUniqueViolation);
  if (state == "23503" || state == "23001") return violated(result, Reason::kForeignKeyViolation);
  if (state == "23502") return violated(result, Reason::kNotNullViolation);
  if (state.starts_with("23")) return violated(result, Reason::kConstraintViolation);
  if (state == "22003") return out_of_range_error();
  if (state == "2200H") return out_of_numbers_error();
  std::string cause(state);
  cause.append(": ").append(field(result, PG_DIAG_MESSAGE_PRIMARY));
  for (const auto& [prefix, reason, message] : kStates)
    if (state.starts_with(prefix)) return Error(reason, std::string(message)).caused_by(std::move(cause));
  if (state.empty()) cause = PQresultErrorMessage(result);
  return Error(Reason::kInternal, "The statement failed.").caused_by(std::move(cause));
}

Error connection_error(PGconn* connection) {
  std::string cause = connection ? PQerrorMessage(connection) : "out of memory";
  while (!cause.empty() && cause.back() == '\n') cause.pop_back();
  return Error(Reason::kUnavailable, "The database is not available.")
      .with_hint("Check database.url and whether the server runs.")
      .caused_by(std::move(cause));
}

}  // namespace bedplate::store::postgres
