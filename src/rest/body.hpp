#pragma once
// The rows of a body: JSON in one object, an array or lines of them, CSV or a form, as fields that the caller may write
// and their cells. Inside rest alone; everything made lives in the request's arena.
#include <span>

#include "http/request.hpp"
#include "json/document.hpp"
#include "operation/operation.hpp"
#include "rest/bind.hpp"

namespace bedplate::rest {

struct Body {
  bool array = false;  ///< of objects; else one
  bool text = false;   ///< values are texts of whatever type their field has: CSV, forms
  std::span<const json::Node> objects;
};

/// The same of JSON that is read already. INVALID_JSON.
Result<Body> body_of(const json::Node& body);
/// JSON, a form, and for POST alone CSV or NDJSON. UNSUPPORTED_MEDIA_TYPE, INVALID_JSON, MALFORMED_REQUEST.
Result<Body> parse_body(const http::Request& request, Arena& arena);

struct BodyOptions {
  model::Verb verb = model::Verb::kCreate;
  /// `columns=`: only these members count, and all of them; empty: those of the first object, which all must have.
  std::span<const std::string_view> columns;
  bool has_columns = false;
  bool missing_default = false;  ///< a missing one has its default instead of null
  bool keys_first = false;       ///< each object holds its key, whose cells come first
  /// Fields that may be given although they may not be written: they say which row is meant.
  std::span<const model::FieldId> locators;
  /// Where each object stands in the body, for errors; empty: at its top.
  std::span<const std::string_view> paths;
};

struct GivenRows {
  std::span<const operation::Assignment> fields;
  std::span<const std::span<const Cell>> rows;   ///< [key…] then a cell for each of `fields`
  std::span<const std::span<const bool>> given;  ///< by row and field; empty: all are
};

/// The relation that a member names, if the caller may name it (a to-one that it may set, a list that it may see); else
/// null.
const model::Field* nameable_relation(std::string_view name, model::EntityId entity, model::Verb verb,
                                      const Binding& binding);

/// A member's value; in a batch it may be another operation's.
Result<Cell> body_cell(const json::Node& value, const model::Field& field, Binding& binding);

/// Wrong values of all rows are reported together, `[row].field` each where there are several. Errors: UNKNOWN_FIELD,
/// INVALID_VALUE, INVALID_JSON (keys that don't match).
Result<GivenRows> parse_rows(const Body& body, model::EntityId entity, const BodyOptions& options, Binding& binding);

}  // namespace bedplate::rest
