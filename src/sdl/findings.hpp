#pragma once
// Collects what the rules find in one file. One thread.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sdl/ast.hpp"
#include "sdl/diagnostic.hpp"

namespace bedplate::sdl {

/// The bytes of the source that a finding points at.
struct Span {
  Position at;
  std::uint32_t length = 0;
  Span(Position position, std::size_t bytes = 0) : at(position), length(static_cast<std::uint32_t>(bytes)) {}
  Span(const Name& name) : Span(name.at, name.text.size()) {}
  Span(const Directive& directive) : Span(directive.at, directive.name.text.size() + 1) {}
  Span(const Value& value) : Span(value.at, value.length) {}
};

class Findings {
 public:
  explicit Findings(std::string_view file) : file_(file) {}
  /// The rule that speaks from now on.
  void speak_as(std::string_view code) { code_ = code; }
  /// An error; `hint` says how to mend it.
  Diagnostic& add(Span where, std::string message, std::string hint) {
    Diagnostic& one = diagnostics_.emplace_back();
    one.code = code_;
    one.file = file_;
    one.position = where.at;
    one.length = where.length;
    one.message = std::move(message);
    one.hint = std::move(hint);
    return one;
  }
  /// An error at a second place because of a first one.
  void add_pair(Span first, std::string_view why, Span second, std::string message, std::string hint) {
    add(second, std::move(message), std::move(hint)).related.push_back({first.at, first.length, std::string(why), {}});
  }
  std::vector<Diagnostic> take() && { return std::move(diagnostics_); }

 private:
  std::string_view file_;
  std::string_view code_;
  std::vector<Diagnostic> diagnostics_;
};

/// `"text"`.
inline std::string quote(std::string_view text) { return '"' + std::string(text) + '"'; }

}  // namespace bedplate::sdl
