#include "store/violation.hpp"

namespace bedplate::store {
namespace {

// The cause reads `violation <table>|<column>,<column>|<constraint>`.
constexpr std::string_view kMark = "violation ";
constexpr std::string_view kStep = "step ";

std::string_view message(Reason reason) {
  switch (reason) {
    case Reason::kUniqueViolation:
      return "Another row has these values already.";
    case Reason::kForeignKeyViolation:
      return "The row refers to one that does not exist, or is referred to by others.";
    case Reason::kNotNullViolation:
      return "A required value is missing.";
    default:
      return "A value breaks a constraint.";
  }
}

}  // namespace

Error violation_error(Reason reason, const Violation& violation) {
  std::string cause(kMark);
  cause.append(violation.table).append("|");
  for (std::size_t i = 0; i < violation.columns.size(); ++i) cause.append(i ? "," : "").append(violation.columns[i]);
  cause.append("|").append(violation.constraint);
  return Error(reason, std::string(message(reason))).caused_by(std::move(cause));
}

Violation violation_of(const Error& error) {
  Violation violation;
  std::string_view rest = error.cause();
  if (!rest.starts_with(kMark)) return violation;
  rest.remove_prefix(kMark.size());
  const auto table_end = rest.find('|');
  const auto columns_end = rest.find('|', table_end + 1);
  if (table_end == rest.npos || columns_end == rest.npos) return violation;
  violation.table = rest.substr(0, table_end);
  violation.constraint = rest.substr(columns_end + 1);
  auto columns = rest.substr(table_end + 1, columns_end - table_end - 1);
  while (!columns.empty()) {
    const auto comma = columns.find(',');
    violation.columns.emplace_back(columns.substr(0, comma));
    columns.remove_prefix(comma == columns.npos ? columns.size() : comma + 1);
  }
  return violation;
}

Error refusal(Reason reason, std::size_t step) {
  const auto text = [reason]() -> std::string_view {
    switch (reason) {
      case Reason::kNotFound:
        return "There is no such row.";
      case Reason::kForbidden:
        return "No rule allows this.";
      case Reason::kConflict:
        return "The row was changed by another.";
      default:
        return "A check of the rules failed.";
    }
  };
  return Error(reason, std::string(text())).caused_by(std::string(kStep) + std::to_string(step));
}

Error out_of_range_error() {
  return Error(Reason::kOutOfRange, "A number is beyond the range of its type.")
      .with_hint("Cast what is added up to a wider type, as in amount::numeric.sum().");
}

Error out_of_numbers_error() {
  return Error(Reason::kOutOfRange, "The next number of the key is beyond the range of its type.")
      .with_hint("Give the row a key of its own, or make the key a BigInt.");
}

Error write_too_long_error() {
  return Error(Reason::kDeadlineExceeded, "The write took too long.").with_hint("Write fewer rows at a time.");
}

std::optional<std::size_t> refused_step(const Error& error) {
  std::string_view rest = error.cause();
  if (!rest.starts_with(kStep)) return std::nullopt;
  rest.remove_prefix(kStep.size());
  std::size_t step = 0;
  const auto [end, wrong] = std::from_chars(rest.data(), rest.data() + rest.size(), step);
  return wrong == std::errc() ? std::optional(step) : std::nullopt;
}

}  // namespace bedplate::store
