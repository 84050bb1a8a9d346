#include "sdl/render_json.hpp"

#include <algorithm>

#include "sdl/json_text.hpp"

namespace bedplate::sdl {

namespace {

void append_place(std::string& to, std::string_view file, Position at, std::uint32_t length) {
  append_json_member(to, "file", file);
  if (at.line == 0) return;
  append_json_member(to, "line", at.line);
  append_json_member(to, "column", at.column);
  append_json_member(to, "offset", at.offset);
  append_json_member(to, "length", length);
}

void append_diagnostic(std::string& to, const Diagnostic& one) {
  to += '{';
  append_json_member(to, "severity", severity_word(one.severity));
  append_json_member(to, "code", one.code);
  append_place(to, one.file, one.position, one.length);
  append_json_member(to, "message", one.message);
  if (!one.hint.empty()) append_json_member(to, "hint", one.hint);
  if (!one.related.empty()) {
    append_json_key(to, "related");
    for (const Related& related : one.related) {
      to += &related == one.related.data() ? "[{" : ",{";
      append_place(to, related.file.empty() ? one.file : related.file, related.position, related.length);
      append_json_member(to, "message", related.message);
      to += '}';
    }
    to += ']';
  }
  to += '}';
}

}  // namespace

std::string render_json(std::span<const Diagnostic> diagnostics) {
  const auto count = [&](Severity severity) {
    return static_cast<std::uint64_t>(std::ranges::count(diagnostics, severity, &Diagnostic::severity));
  };
  std::string text = "{";
  append_json_member(text, "errors", count(Severity::kError));
  append_json_member(text, "warnings", count(Severity::kWarning));
  append_json_key(text, "diagnostics");
  text += '[';
  for (const Diagnostic& one : diagnostics) {
    if (&one != diagnostics.data()) text += ',';
    append_diagnostic(text, one);
  }
  return text + "]}\n";
}

}  // namespace bedplate::sdl
