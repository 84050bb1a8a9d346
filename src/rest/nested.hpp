#pragma once
// Nested writes: the relations in the rows of a body, `{"items": {"create": [{…}]}}`, become steps of an
// operation::NestedWrite. Names and values are bound as those of any body, so that the caller's rules hold of each row
// by itself. Inside rest alone; lives for one request, whose arena holds what it makes.
#include <string>
#include <vector>

#include "operation/condition.hpp"
#include "operation/nested.hpp"
#include "rest/body.hpp"
#include "rest/prepared.hpp"

namespace bedplate::rest {

/// Whether a row of the body nests others. `columns` as BodyOptions has them.
bool nests(const Body& body, model::EntityId entity, const BodyOptions& options, const Binding& binding);

/// Where nested rows have no meaning: `what` is the write.
inline Error not_nested_here(std::string_view what) {
  return Error(Reason::kInvalidValue, std::string(what) + " nests no rows")
      .with_hint("nest them in a POST, a PUT, or a PATCH of rows by their path or their keys");
}

class NestedBinder {
 public:
  explicit NestedBinder(Binding& binding) : binding_(binding) {}

  /// The body without what its rows nest, which is kept for finish(): a to-one relation is its key there. `options` is
  /// told the columns that are left.
  /// `merges`: its rows may be there already.
  Result<Body> take(const Body& body, model::EntityId entity, BodyOptions& options, bool merges = false);
  /// Makes the write, whose own rows are made of the body that take() gave, a nested one.
  Result<void> finish(Prepared& root);

 private:
  enum class Verb : std::uint8_t { kCreate, kConnect, kUpdate, kUpsert, kDelete, kDisconnect, kSet };
  struct Member {
    model::FieldId relation = model::kNoField;
    Verb verb = Verb::kCreate;
    const json::Node* value = nullptr;  ///< a row; of kSet all
    std::string path;
  };
  /// Where a row was put.
  struct Place {
    std::uint16_t step = 0;
    std::uint32_t row = 0;
  };
  /// A field of a row that is a field of another, earlier one.
  struct LateField {
    model::FieldId field = model::kNoField, source = model::kNoField;
    Place from;
    bool given = false;
  };
  struct Row {
    std::vector<json::Node> values;
    std::vector<Member> members;
    std::vector<LateField> late;
    std::string path;
    std::vector<model::FieldId> connected;
    std::uint32_t root = 0;  ///< the root's row that it is nested in, or is
  };
  /// Rows of one kind: below a relation, by one verb.
  struct Rows {
    model::EntityId entity = 0;
    Verb verb = Verb::kCreate;
    const model::Field* relation = nullptr;  ///< that of the row above, of which they are; null: none
    std::vector<Row> rows;
  };

  const model::Entity& of(model::EntityId entity) const { return binding_.model().entity(entity); }
  Result<void> take_member(const json::Node& member, const model::Field& relation, model::EntityId entity, bool creates,
                           Row& row);
  Result<void> take_one(const json::Node& value, const model::Field& relation, model::EntityId entity, bool creates,
                        Row& row);
  Verb upserted(const json::Node& object, const model::Field& relation) const;
  Result<void> take_many(const json::Node& value, const model::Field& relation, model::EntityId entity, bool creates,
                         Row& row);
  Result<void> add_keys(const json::Node* target, const model::Field& relation, model::EntityId entity, Row& row);
  Result<Row> take_row(const json::Node& object, model::EntityId entity, Verb verb, std::string path,
                       std::span<const std::string_view> columns, bool has_columns);

  /// Their steps and those of all that they nest; where each row was put.
  Result<std::vector<Place>> add(Rows rows, std::uint32_t depth);
  Result<void> require(const Rows& rows) const;
  /// Rows with the same members become one step; `at` are their numbers in `rows`.
  Result<void> add_step(Rows& rows, std::span<const std::size_t> at, std::uint32_t depth, std::vector<Place>& places);
  Result<operation::NestedStep> make_step(const Rows& rows, std::span<Row* const> mine);
  operation::NestedStep with_late(operation::NestedStep step, std::span<Row* const> rows,
                                  std::span<const model::FieldId> cells) const;
  /// What rows refer to and what refers to them; `rows` stand in the step in that order.
  Result<void> add_above(model::EntityId entity, std::span<Row* const> rows, std::uint32_t depth);
  Result<void> add_below(model::EntityId entity, std::span<Row* const> rows, std::uint16_t step, std::uint32_t depth);
  /// Those that `rows` nest by a relation and a verb.
  static constexpr std::uint16_t kAbove = 0xffff;  // of a step that is not there yet
  Result<Rows> rows_of(model::EntityId entity, const model::Field& relation, Verb verb, std::span<Row* const> rows,
                       std::uint16_t step);
  void place_below(const model::Field& relation, model::EntityId parent, Place above, const Rows& rows, Row& row);
  Result<std::uint16_t> push(const operation::NestedStep& step);
  operation::NestedStep with_merge(operation::NestedStep step, const operation::Operation& merge,
                                   std::span<Row* const> rows) const;
  /// Finds the root's rows that are left as they are.
  Result<void> push_left(Prepared& made);
  /// `step` also merges into rows that are there.
  operation::NestedStep with_merge(operation::NestedStep step, const Rows& rows, std::span<Row* const> mine);
  Result<void> count(std::size_t rows);

  // Rows that are to be all that a list has (nested_lists.cpp):
  struct Step {
    std::uint16_t number = 0;
    std::uint32_t depth = 0;
  };
  Result<void> add_set(model::EntityId entity, const model::Field& relation, std::span<Row* const> rows, Step above);
  // Links of a many-to-many relation, which are rows of the entity between (nested_links.cpp):
  struct Between {
    model::EntityId entity = 0;
    const model::Field* near = nullptr;  ///< leads to the row that has the list
    const model::Field* far = nullptr;   ///< leads to the list's rows
  };
  Between between(model::EntityId entity, const model::Field& relation) const;
  Result<void> add_links(model::EntityId entity, const model::Field& relation, std::span<Row* const> rows, Step above);
  Result<void> connect_links(const Between& link, std::vector<Row> links, bool new_rows);
  Result<void> disconnect_links(const Between& link, std::vector<Row> links);
  Result<void> set_links(model::EntityId entity, const Between& link, const model::Field& relation,
                         std::span<Row* const> rows, Step above);
  Result<void> require_links(const Between& link, Verb verb, const std::string& path) const;
  Result<Row> link_row(const Between& link, model::EntityId entity, const json::Node* target, Place above,
                       const std::string& path) const;
  // Links that are no rows of an entity (nested_joins.cpp):
  Result<void> add_joins(model::EntityId entity, const model::Field& relation, std::span<Row* const> rows, Step above);
  Result<void> require_joins(model::EntityId entity, const model::Field& relation, std::uint16_t step,
                             const std::string& path) const;
  struct Join {
    model::EntityId entity = 0;
    const model::Field* relation = nullptr;
    Step above;
  };
  /// A row that links `far`'s row, by its key or, where it is only being inserted, its place.
  struct Linked {
    std::string path;
    std::uint32_t near = 0;     ///< of the rows of the step above
    std::span<const Cell> key;  ///< empty: it is late
    Place place;
    std::uint32_t root = 0;  ///< as Row has it
  };
  Result<std::vector<Linked>> named_joins(const Join& join, std::span<Row* const> rows, Verb verb);
  Result<void> push_joins(const Join& join, std::span<const Linked> links, bool removes);
  Result<void> set_joins(const Join& join, std::span<Row* const> rows);
  operation::NestedStep join_step(const Join& join, std::span<const Linked> links) const;
  /// Finds rows of `entity` whose `fields` are the late ones of `rows`, or have the cells given.
  Result<std::uint16_t> push_find(model::EntityId entity, std::span<const model::FieldId> fields,
                                  std::span<Row* const> rows, std::span<const std::span<const Cell>> cells);
  void make_absent(operation::NestedStep& step, std::uint16_t present, std::span<const std::uint32_t> under,
                   std::span<const model::FieldId> compared) const;
  Result<void> require_different(std::span<Row* const> links) const;
  /// What is done with those found by `present` that `named` has not.
  Result<void> push_surplus(model::EntityId entity, std::span<const model::FieldId> cleared, std::uint16_t present,
                            std::uint16_t named, const std::string& path);

  Binding& binding_;
  model::EntityId entity_ = 0;  // the root's
  std::vector<Row> root_;
  std::vector<operation::NestedStep> steps_;
  std::size_t count_ = 0;  // of nested rows
};

}  // namespace bedplate::rest
