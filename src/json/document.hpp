#pragma once
// A JSON text as a tree, for request bodies and tokens. A Node is trivially destructible and lives in the arena
// it was parsed into; immutable, so any thread may read it. `Document` is a tree that owns its arena.
// Members keep their order; numbers keep their digits.
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/arena.hpp"
#include "base/result.hpp"
#include "json/reader.hpp"

namespace bedplate::json {

enum class Kind : std::uint8_t { kNull, kBoolean, kNumber, kString, kArray, kObject };

/// `a string`, `an object`, …: for messages.
std::string_view kind_name(Kind kind);

class Node {
 public:
  Kind kind = Kind::kNull;
  /// The member's name when the parent is an object.
  std::string_view key;
  /// kString: the value, unescaped. kNumber: the literal. kBoolean: `true` or `false`. Else empty.
  std::string_view text;
  /// Members or elements.
  std::span<const Node> children;

  bool is_null() const { return kind == Kind::kNull; }
  bool is_string() const { return kind == Kind::kString; }
  bool is_number() const { return kind == Kind::kNumber; }
  bool is_boolean() const { return kind == Kind::kBoolean; }
  bool is_array() const { return kind == Kind::kArray; }
  bool is_object() const { return kind == Kind::kObject; }
  /// kBoolean alone.
  bool as_boolean() const { return text == "true"; }
  /// The member of that name, or null. Linear: to match many names walk the members once instead.
  const Node* find(std::string_view name) const;
  /// The text of the string member of that name; none when it is absent or no string.
  std::optional<std::string_view> string(std::string_view name) const;
};

/// The tree of `text`, in `arena`, of which everything is a copy: `text` may go. Errors as of `read`.
Result<const Node*> parse(std::string_view text, Arena& arena, const Limits& limits = {});

/// JSON text of a node, without white space.
void append(std::string& out, const Node& node);

/// A tree with its memory. Move-only; empty (null) until parsed.
class Document {
 public:
  Document() = default;
  static Result<Document> parse(std::string_view text, const Limits& limits = {});
  const Node& root() const { return *root_; }
  const Node* operator->() const { return root_; }

 private:
  static const Node kNothing;
  std::unique_ptr<Arena> arena_;
  const Node* root_ = &kNothing;
};

}  // namespace bedplate::json
