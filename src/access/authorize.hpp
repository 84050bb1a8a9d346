#pragma once
// authorize(): an operation as asked becomes an operation as allowed. The result holds the rules: rows filtered,
// fields masked, `*` spelled out, @computed inlined. Only authorize() makes an Authorized, and plan takes nothing
// else. Runs once per shape and facts; what it makes lives in the arena given (the template's).
#include "access/view.hpp"

namespace bedplate::access {

template <class T>
struct AuthorizedMaker;

template <class T>
class Authorized {
 public:
  const T& operator*() const { return value_; }
  const T* operator->() const { return &value_; }

 private:
  explicit Authorized(T value) : value_(std::move(value)) {}
  friend struct AuthorizedMaker<T>;
  T value_;
};

/// A relation whose key a write gives: the row it leads to must be one that the caller may read, else it is like none.
struct Link {
  FieldId relation = model::kNoField;
  const expr::Node* readable = nullptr;  ///< over the new row
  bool by_key_alone = false;             ///< every row there is may be read: the foreign key itself says it
};

/// A @constraint(expr:) of the row or of one of its fields, as the system sees it.
struct AskedConstraint {
  const model::Constraint* constraint = nullptr;
  const expr::Node* holds = nullptr;  ///< over the new row
};

/// A create as allowed: what must hold of each new row.
struct AllowedCreate {
  operation::Create create;
  /// Over the new row (scope 0): the tenant is the caller's and one @allow covers it whole.
  const expr::Node* covered = nullptr;
  std::span<const Link> links;
  std::span<const AskedConstraint> constraints;
};

/// An update or a delete as allowed. By a filter, `where` means only rows that may be read and changed.
struct AllowedChange {
  operation::Change change;
  // By key, over the row before; null: it holds of every row.
  const expr::Node* readable = nullptr;
  const expr::Node* permitted = nullptr;
  /// Over the row before: `covered` reads the answers by slot (operation/row_slots.hpp).
  std::span<const expr::Node* const> before;
  /// Of an update, over the new row and the old one: one @allow covers the change whole.
  const expr::Node* covered = nullptr;
  std::span<const Link> links;
  std::span<const AskedConstraint> constraints;  ///< of an update and of what leaves the trash
};

struct Allowed {
  operation::Operation::Kind kind = operation::Operation::Kind::kRead;
  operation::Read read;
  AllowedCreate create;
  AllowedChange change;
  std::uint16_t next_scope = 1;  ///< the first variable that none of its expressions has
};

struct AuthorizeOptions {
  bool authenticated = false;  ///< refusals are 401 for the anonymous, 403 for the known
  bool explain = false;        ///< refusals name the missing rule (development only)
};

/// UNAUTHENTICATED or FORBIDDEN where no rule could grant `verb` on any row of `entity`, whatever else was asked of it;
/// NOT_SERVED_YET where an unbuilt directive governs it. Whoever binds a client's names asks it before them.
Result<void> require(const AccessView& view, EntityId entity, Verb verb, const AuthorizeOptions& options);

Result<Authorized<Allowed>> authorize(const operation::Operation& operation, const AccessView& view, Arena& arena,
                                      const AuthorizeOptions& options);

}  // namespace bedplate::access
