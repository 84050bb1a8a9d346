#pragma once
// Violations: errors of constraints in one shape for every store. Which columns were violated is private (it is in
// Error::cause and so in the log); who knows the model's names may tell the client's own fields from it.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace bedplate::store {

/// A violated constraint. `columns` in the constraint's order, empty where the store does not tell.
struct Violation {
  std::string table;
  std::vector<std::string> columns;
  std::string constraint;  ///< its name, or the text of a CHECK without one
};

/// An Error of that reason (kUniqueViolation, kForeignKeyViolation, kNotNullViolation, kConstraintViolation) with a
/// message for clients that names nothing, and the violation as its cause.
Error violation_error(Reason reason, const Violation& violation);
/// The violation that such an Error carries; empty for any other.
Violation violation_of(const Error& error);
/// A sum or another number of a reply is beyond its type's range.
Error out_of_range_error();
/// A key that the store numbers has no next number in its type.
Error out_of_numbers_error();
/// A write whose statements took too long together.
Error write_too_long_error();
/// What a failed `expect` of a step says to a client.
Error refusal(Reason reason, std::size_t step);
/// The step of a refusal(); none for other errors.
std::optional<std::size_t> refused_step(const Error& error);

}  // namespace bedplate::store
