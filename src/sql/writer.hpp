#pragma once
// Writer: the text of one statement while it is written. Identifiers go through identifier(), values through bind();
// there is no way to put a client's bytes into the text. Short-lived; one thread.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "expr/tree.hpp"
#include "model/model.hpp"
#include "sql/program.hpp"

namespace bedplate::sql {

/// The SQL name of the row that each scope of an expression stands for. Small; copied when a scope is added.
class RowNames {
 public:
  RowNames() = default;
  RowNames(std::uint16_t scope, std::string name) { names_.emplace_back(scope, std::move(name)); }
  RowNames with(std::uint16_t scope, std::string name) const {
    BP_ASSERT(!has(scope));  // one number for two rows would let one stand for the other
    RowNames made = *this;
    made.names_.emplace_back(scope, std::move(name));
    return made;
  }
  const std::string& of(std::uint16_t scope) const;
  bool has(std::uint16_t scope) const {
    return std::any_of(names_.begin(), names_.end(), [&](const auto& name) { return name.first == scope; });
  }

 private:
  std::vector<std::pair<std::uint16_t, std::string>> names_;
};

class Writer {
 public:
  Writer(Dialect dialect, const model::Model& model) : dialect_(dialect), model_(model) {}

  Dialect dialect() const { return dialect_; }
  bool sqlite() const { return dialect_ == Dialect::kSqlite; }
  const model::Model& model() const { return model_; }

  /// SQL of our own: keywords, punctuation, function names.
  Writer& raw(std::string_view text) {
    text_ += text;
    return *this;
  }
  Writer& integer(std::int64_t value);
  /// A quoted identifier.
  Writer& identifier(std::string_view name);
  /// `"alias"."column"`.
  Writer& column(std::string_view alias, std::string_view name);
  /// A placeholder for the value; equal binds share one.
  Writer& bind(const Bind& bind);
  /// A row name that nothing else in the statement has.
  std::string fresh_name();

  std::string take_text() { return std::move(text_); }
  std::vector<Bind> take_binds() { return std::move(binds_); }

 private:
  Dialect dialect_;
  const model::Model& model_;
  std::string text_;
  std::vector<Bind> binds_;
  int names_ = 0;
};

}  // namespace bedplate::sql
