#pragma once
// Principal: who asks. Closed: made only by Principals (from verified claims, an API key, or as anonymous), never
// null, never by default. It answers every Fact of its model once, when it is made; immutable and shared after.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.hpp"
#include "base/cell.hpp"
#include "base/result.hpp"
#include "model/model.hpp"

namespace bedplate::operation {

/// The bits of a principal's facts: all that a Template may depend on, part of every cache key.
class Facts {
 public:
  Facts() = default;
  explicit Facts(std::size_t count) : words_((count + 63) / 64 + 1) {}
  bool test(std::size_t bit) const { return (words_[bit / 64] >> (bit % 64)) & 1u; }
  void set(std::size_t bit) { words_[bit / 64] |= std::uint64_t{1} << (bit % 64); }
  std::string_view bytes() const {
    return {reinterpret_cast<const char*>(words_.data()), words_.size() * sizeof(std::uint64_t)};
  }
  friend bool operator==(const Facts&, const Facts&) = default;

 private:
  std::vector<std::uint64_t> words_;
};

/// What authentication learned, before a model gives it meaning.
struct Identity {
  bool authenticated = false;
  std::string id;                  ///< auth.id; empty: none
  std::string tenant;              ///< auth.tenant; empty: none
  std::string credential;          ///< of one without an id: which credential it is (an API key's id)
  std::vector<std::string> roles;  ///< names as claimed; unknown ones are ignored
  std::vector<std::string> scopes;
  /// Scalar claims by dotted path, as JSON text (`"x"`, `7`, `true`).
  std::vector<std::pair<std::string, std::string>> claims;
  bool id_is_number = false, tenant_is_number = false;  ///< claimed as a JSON number: no text to a rule
  bool by_api_key = false;                              ///< presented as a key of ours, not as a token
};

class Principal {
 public:
  Principal(const Principal&) = delete;
  Principal& operator=(const Principal&) = delete;

  bool authenticated() const { return identity_.authenticated; }
  const Identity& identity() const { return identity_; }
  const Facts& facts() const { return facts_; }
  /// The value of a value-kind fact, null where its bit is not set.
  Cell value(expr::FactId fact) const { return values_[fact]; }

 private:
  friend class Principals;
  Principal() = default;

  Identity identity_;
  Facts facts_;
  std::vector<Cell> values_;
  std::vector<bool> roles_;
  Arena arena_{512};
};

/// Makes principals for one model.
class Principals {
 public:
  explicit Principals(const model::Model& model) : model_(model) {}
  std::shared_ptr<const Principal> anonymous() const;
  std::shared_ptr<const Principal> make(Identity identity) const;

 private:
  const model::Model& model_;
};

}  // namespace bedplate::operation
