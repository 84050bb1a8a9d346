#pragma once
// Env: through which the typing of an expression learns what names mean. Implemented by the model compiler (and by
// tests). Not thread-safe: fact() registers. What its views point to outlives the call of type_expression().
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/type.hpp"
#include "expr/tree.hpp"

namespace bedplate::expr {

/// A field or relation of an entity, as an expression sees it.
struct Member {
  enum class Kind : std::uint8_t {
    kScalar,    ///< stored or computed; `type`
    kToOne,     ///< `target`, `foreign_key`
    kToMany,    ///< `target`
    kUnusable,  ///< there, but not in expressions (an embedded object)
  };
  Kind kind = Kind::kScalar;
  MemberId id = 0;
  std::string_view name;
  Type type;
  EntityId target = 0;
  /// Of a to-one: its scalars in the same entity, in the order of the target's key.
  std::span<const MemberId> foreign_key;
};

class Env {
 public:
  virtual ~Env() = default;

  /// The entity of the row at hand; none where an expression has no row (operations).
  virtual std::optional<EntityId> entity() const = 0;
  virtual std::string_view entity_name(EntityId entity) const = 0;
  virtual std::optional<Member> member(EntityId entity, std::string_view name) const = 0;
  virtual Member member(EntityId entity, MemberId id) const = 0;
  /// Names to suggest.
  virtual std::vector<std::string_view> member_names(EntityId entity) const = 0;
  /// Scalars that are the entity's key, in order.
  virtual std::span<const MemberId> key(EntityId entity) const = 0;

  virtual std::string_view enum_name(std::uint16_t enumeration) const = 0;
  /// In declaration order.
  virtual std::vector<std::string_view> enum_values(std::uint16_t enumeration) const = 0;
  virtual std::vector<std::string_view> roles() const = 0;

  /// The number of a fact, a new one where it was not asked for yet. `fact.name` is only good for this call. Equal
  /// facts (type included; always nullable, list false but for kRoles and kScopes) get equal numbers.
  virtual FactId fact(const Fact& fact) = 0;

  /// Why `old.…` may not be used here; empty: it may.
  virtual std::string_view why_no_old() const { return "there is no old row here; only `check:` sees it"; }
  /// Whether the expression is only ever evaluated in C++, so that matches() may be used.
  virtual bool only_in_cpp() const { return false; }
};

}  // namespace bedplate::expr
