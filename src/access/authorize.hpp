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

/// A create as allowed: what must hold of each new row, in the order of cheapest first.
struct AllowedCreate {
  operation::Create create;
  /// Over the new row (scope 0): the tenant is the caller's and one @allow covers it whole.
  const expr::Node* covered = nullptr;
};

struct Allowed {
  operation::Operation::Kind kind = operation::Operation::Kind::kRead;
  operation::Read read;
  AllowedCreate create;
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
