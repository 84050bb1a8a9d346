#pragma once
// Diagnostic: one finding about a text, with its place and how to mend it, and its rendering for people: the source
// line with a caret. render_json.hpp and render_sarif.hpp serve programs. Plain values.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace bedplate::sdl {

enum class Severity : std::uint8_t { kError, kWarning, kNote };

/// "error", "warning" or "note".
std::string_view severity_word(Severity severity);

/// A second place that explains a finding: "first defined here".
struct Related {
  Position position;
  std::uint32_t length = 0;
  std::string message;
  std::string file;  ///< empty: the diagnostic's own
};

struct Diagnostic {
  Severity severity = Severity::kError;
  std::string code;  ///< a stable kebab-case word: `unknown-type`
  std::string file;
  Position position;         ///< line 0: the file as a whole
  std::uint32_t length = 0;  ///< bytes to underline; 0: one character
  std::string message;
  std::string hint;
  std::vector<Related> related;
};

/// The text of a file that diagnostics speak of.
struct SourceText {
  std::string_view file;
  std::string_view text;
};

enum class Color : bool { kOff, kOn };

/// `schema.graphql:3:15: error: … [code]`, then the line, the caret, the hint and the related places.
std::string render_human(std::span<const Diagnostic> diagnostics, std::span<const SourceText> sources,
                         Color color = Color::kOff);

/// The error of a parser or compiler as a finding about `file`.
Diagnostic to_diagnostic(const Error& error, std::string_view code, std::string_view file);

/// By file, then by place; of one place errors first.
void sort_diagnostics(std::vector<Diagnostic>& diagnostics);

bool has_errors(std::span<const Diagnostic> diagnostics);

}  // namespace bedplate::sdl
