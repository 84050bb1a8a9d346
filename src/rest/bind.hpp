#pragma once
// bind_query(): the syntax of a request gets its meaning. Names become fields through the caller's AccessView,
// values become Cells of their field's type in slots. What comes out is an operation::Query.
#include <vector>

#include "access/authorize.hpp"
#include "api/catalog.hpp"
#include "expr/builder.hpp"
#include "operation/operation.hpp"
#include "rest/syntax.hpp"

namespace bedplate::rest {

class References;

struct BindLimits {
  std::int64_t rows = 1000;       ///< of the top-level list
  std::int64_t embedded = 10000;  ///< of an embedded one
  std::uint32_t nested = 1000;    ///< of all that one write nests below its own
  std::uint32_t depth = 12;       ///< of rows below rows of a write
};

/// The names of one caller.
class CallerNames final : public api::Names {
 public:
  explicit CallerNames(const access::AccessView& view) : view_(view) {}
  bool readable(model::EntityId entity) const override { return !view_.denied(entity, model::Verb::kRead); }
  bool usable(model::EntityId entity) const override {
    return readable(entity) || !view_.denied(entity, model::Verb::kCreate);
  }
  bool shown(model::EntityId entity, model::FieldId member) const override {
    return view_.field_shown(entity, member) != nullptr;
  }

 private:
  const access::AccessView& view_;
};

/// What is common to the parts of one request's binding. `values` grows as slots are given out.
struct Binding {
  const api::Catalog& catalog;
  const access::AccessView& view;
  Arena& arena;
  std::vector<Cell>& values;
  BindLimits limits;
  access::AuthorizeOptions refusal{};  ///< how a type that the caller may not read is refused
  References* references = nullptr;    ///< of an operation of a batch: values may be theirs

  /// Before any name of `entity` is looked at: who may read none of it learns none of its names.
  Result<void> require_readable(model::EntityId entity) const {
    return access::require(view, entity, model::Verb::kRead, refusal);
  }
  const model::Model& model() const { return view.model(); }
  std::uint16_t slot(Cell value) {
    values.push_back(value);
    return static_cast<std::uint16_t>(values.size() - 1);
  }
  expr::Builder build() const { return expr::Builder(arena); }
  const expr::Node* row(model::EntityId entity) const { return build().row(entity, 0, false); }
  /// A value of the request as a slot.
  const expr::Node* value(Cell cell, const Type& type);
};

struct BoundQuery {
  operation::Query query;
  /// Rows to write at the most; 0: as many as come. The query asks for one more, so that a cut is noticed.
  std::int64_t max_rows = 0;
  std::int64_t offset = 0;
  std::int64_t limit = -1;  ///< as asked for; negative: none
};

/// A Range header's rows.
struct RowRange {
  std::int64_t offset = 0;
  std::int64_t limit = -1;  ///< negative: none
};

/// The whole of a collection's query.
Result<BoundQuery> bind_query(const QuerySyntax& syntax, model::EntityId entity, const RowRange& range,
                              Binding& binding);

/// A field or a path into it, over `row`. For select, filters, order.
Result<const expr::Node*> bind_field(const FieldRef& field, model::EntityId entity, const expr::Node* row,
                                     Binding& binding);
/// `::text`: the type that a cast names.
Result<const expr::Node*> bind_cast(std::string_view cast, const expr::Node* value, Binding& binding);
/// Which relation an embedding or a related order means; one the caller may not see is unknown.
Result<model::FieldId> bind_relation(model::EntityId entity, std::string_view name, std::string_view hint,
                                     Binding& binding);
/// What a filter may name besides fields: the embeddings of the same request, tested for presence.
class EmbedTests {
 public:
  virtual ~EmbedTests() = default;
  /// Null when `filter` is no test of an embedding.
  virtual const expr::Node* presence(const FilterNode& filter) = 0;
};

/// One filter or logic tree as a Boolean over the row.
Result<const expr::Node*> bind_filter(const FilterNode& filter, model::EntityId entity, EmbedTests& embeds,
                                      Binding& binding);
/// A test of the full-text family: `value` must be a field with @search.
Result<const expr::Node*> bind_search(const Test& test, const expr::Node* value, std::string_view name,
                                      Binding& binding);
/// One test of a value already bound.
Result<const expr::Node*> bind_test(const Test& test, const expr::Node* value, std::string_view name, Binding& binding);

}  // namespace bedplate::rest
