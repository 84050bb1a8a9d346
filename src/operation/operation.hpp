#pragma once
// Operation: what a request asks, in no protocol's terms. A parser (rest, graphql, grpc) builds it in the request's
// arena; values that a client gave are never in the tree but in `values`, referred to by slot, so that the tree's
// shape (shape.hpp) is the same for every request of its kind. Plain data; lives as long as the arena.
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/cell.hpp"
#include "base/type.hpp"
#include "expr/tree.hpp"
#include "model/model.hpp"

namespace bedplate::access {
class AccessView;
}

namespace bedplate::operation {

using model::EntityId;
using model::FieldId;

/// A field that the principal may read (in every row, or in some). Made by access::AccessView alone, so that no
/// clause can name a field that its caller may not see.
class ReadableField {
 public:
  EntityId entity() const { return entity_; }
  FieldId field() const { return field_; }
  /// The node for the field of the row `row`, for filters; allocated in `arena`.
  const expr::Node* node(const expr::Node* row, const model::Model& model, Arena& arena) const;

 private:
  friend class ::bedplate::access::AccessView;
  ReadableField(EntityId entity, FieldId field) : entity_(entity), field_(field) {}
  EntityId entity_;
  FieldId field_;
};

/// The same for writing.
class WritableField {
 public:
  EntityId entity() const { return entity_; }
  FieldId field() const { return field_; }

 private:
  friend class ::bedplate::access::AccessView;
  WritableField(EntityId entity, FieldId field) : entity_(entity), field_(field) {}
  EntityId entity_;
  FieldId field_;
};

struct Embed;

/// A value of a group of rows: sum, min, max, avg of a value, or a count.
struct Aggregate {
  expr::Op op = expr::Op::kCount;
  Type type;
  const expr::Node* value = nullptr;  ///< over scope 0; nulls don't count. Null: the rows themselves (kCount)
};

struct SelectItem {
  enum class Kind : std::uint8_t {
    kAll,        ///< every readable, not hidden field, in declaration order
    kValue,      ///< `node`
    kEmbed,      ///< `embed`
    kAggregate,  ///< `node`, over kAggregate leaves: `slot` is an index into the query's aggregates
    /// `node`, with all that it reads as the system sees it. For explanations of rules alone: no client's words lead to
    /// one.
    kVerdict,
  };
  Kind kind = Kind::kValue;
  std::string_view name;             ///< the key in the reply
  const expr::Node* node = nullptr;  ///< kValue, over scope 0; made from ReadableField
  const Embed* embed = nullptr;
};

struct OrderTerm {
  const expr::Node* node = nullptr;  ///< over scope 0, hops for related order; null: `member`
  /// Of a query that groups its rows: the member of the reply that it goes by, through to-one embeddings.
  std::span<const std::string_view> member;
  bool descending = false;
  bool nulls_first = false;  ///< default: nulls last ascending, first descending
};

/// What is common to a top-level list and an embedded one.
struct Query {
  EntityId entity = 0;
  std::span<const SelectItem> select;
  const expr::Node* where = nullptr;  ///< Boolean over scope 0; null: all
  std::span<const OrderTerm> order;
  /// Boolean over scope 0: the rows behind a place in the order. Those before it are counted and not read. Null: all.
  const expr::Node* after = nullptr;
  bool places = false;  ///< of a top-level list whose order ends with the key: rows tell their place in it
  /// A row of the reply is a group of rows that have the same values of all selected members but the aggregates (one
  /// group, also of no rows, where nothing else is selected). Embeddings are to-one then; those that are spread may
  /// have aggregates too, over the target's row, of the same groups.
  bool grouped = false;
  bool trash = false;  ///< of a top-level list: the rows in the trash of a @softDelete entity, in the place of the live
  std::span<const Aggregate> aggregates;
  const expr::Node* having = nullptr;       ///< over kAggregate leaves, Boolean; null: every group
  std::optional<std::uint16_t> limit_slot;  ///< slot of an integer
  std::optional<std::uint16_t> offset_slot;
};

struct Embed {
  FieldId relation = model::kNoField;  ///< in the parent's entity
  bool inner = false;                  ///< parents without a match are left out
  bool spread = false;                 ///< its members go into the parent object
  /// Over the parent's row: where it is not TRUE the relation shows nothing. Set by authorize() alone.
  const expr::Node* shown = nullptr;
  /// Over the row of the entity between (of a many-to-many by `through`): where it is not TRUE there is no link. Null:
  /// none. Set by authorize() alone.
  const expr::Node* through = nullptr;
  Query query;
};

enum class Count : std::uint8_t { kNone, kExact };

struct Read {
  Query query;
  Count count = Count::kNone;
  bool version = false;  ///< the version of the first row as well; of a @versioned entity alone
};

/// Inserts of one entity. The rows share their columns: the n-th of `fields` is the n-th cell of each row.
struct Create {
  EntityId entity = 0;
  std::span<const FieldId> fields;
  std::optional<Query> returning;  ///< none: return=minimal
};

struct Assignment {
  FieldId field = model::kNoField;
  bool increment = false;  ///< the cell is added to what is there
};

/// An update or a delete of the rows that a filter or a key means. To delete from a @softDelete entity is to put into
/// the trash.
struct Change {
  enum class Kind : std::uint8_t {
    kUpdate,
    kDelete,
    kFind,     ///< changes nothing, and so needs READ alone
    kRestore,  ///< a row of the trash is live again, with what went there along with it; by key
    kPurge,    ///< a row of the trash is deleted for good; by key
  };
  Kind kind = Kind::kUpdate;
  /// `where` names one row by its whole key: NOT_FOUND where it is none that the caller reads.
  bool by_key = false;
  Query target;  ///< where, order, limit; nothing is selected
  /// The last cells of each row, in this order; `where` may read those before them.
  std::span<const Assignment> assignments;
  std::optional<Query> returning;  ///< none: return=minimal
};

/// `kind` says which member counts. A `switch` over it has no default, so that the compiler names each place that a new
/// kind must fill in.
struct Operation {
  enum class Kind : std::uint8_t { kRead, kCreate, kChange };
  Kind kind = Kind::kRead;
  Read read;
  Create create;
  Change change;
  std::span<const Cell> values;  ///< by slot, canonical by the type of their use
  /// Of a write: the cells of each row, whose slots follow those of `values`. All have the same number of cells.
  std::span<const std::span<const Cell>> rows;
  /// If not empty: by row, of a Create by field, whether the row gives the field, else it has its default; of an Update
  /// by assignment, whether the row gives it, else what is there stays.
  std::span<const std::span<const bool>> given;
};

}  // namespace bedplate::operation
