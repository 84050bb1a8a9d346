#include "sdl/render_sarif.hpp"

#include <set>

#include "sdl/json_text.hpp"

namespace bedplate::sdl {

namespace {

/// A path as a relative URI reference (RFC 3986): what is not unreserved or `/` is percent-encoded.
std::string uri(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "-._~/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  std::string text;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (kPlain.find(c) != std::string_view::npos) {
      text += c;
    } else {
      text += '%';
      text += kHex[byte >> 4];
      text += kHex[byte & 15];
    }
  }
  return text;
}

void append_message(std::string& to, std::string_view text) {
  append_json_key(to, "message");
  to += '{';
  append_json_member(to, "text", text);
  to += '}';
}

void append_location(std::string& to, std::string_view file, Position at, std::uint32_t length) {
  append_json_key(to, "physicalLocation");
  to += '{';
  append_json_key(to, "artifactLocation");
  to += '{';
  append_json_member(to, "uri", uri(file));
  to += '}';
  if (at.line > 0) {
    append_json_key(to, "region");
    to += '{';
    append_json_member(to, "startLine", at.line);
    append_json_member(to, "startColumn", at.column);
    append_json_member(to, "byteOffset", at.offset);
    append_json_member(to, "byteLength", length);
    to += '}';
  }
  to += '}';
}

void append_result(std::string& to, const Diagnostic& one) {
  to += '{';
  append_json_member(to, "ruleId", one.code);
  append_json_member(to, "level", severity_word(one.severity));
  append_message(to, one.hint.empty() ? one.message : one.message + " " + one.hint);
  append_json_key(to, "locations");
  to += "[{";
  append_location(to, one.file, one.position, one.length);
  to += "}]";
  if (!one.related.empty()) {
    append_json_key(to, "relatedLocations");
    for (const Related& related : one.related) {
      to += &related == one.related.data() ? "[{" : ",{";
      append_location(to, related.file.empty() ? one.file : related.file, related.position, related.length);
      append_message(to, related.message);
      to += '}';
    }
    to += ']';
  }
  to += '}';
}

void append_tool(std::string& to, std::span<const Diagnostic> diagnostics, std::string_view tool,
                 std::string_view version) {
  append_json_key(to, "tool");
  to += R"({"driver":{)";
  append_json_member(to, "name", tool);
  append_json_member(to, "version", version);
  append_json_key(to, "rules");
  std::set<std::string_view> codes;
  for (const Diagnostic& one : diagnostics) codes.insert(one.code);
  char before = '[';
  for (const std::string_view code : codes) {
    to += before;
    to += '{';
    append_json_member(to, "id", code);
    to += '}';
    before = ',';
  }
  to += codes.empty() ? "[]}}" : "]}}";
}

}  // namespace

std::string render_sarif(std::span<const Diagnostic> diagnostics, std::string_view tool, std::string_view version) {
  std::string text = R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{)";
  append_tool(text, diagnostics, tool, version);
  append_json_member(text, "columnKind", "unicodeCodePoints");
  append_json_key(text, "results");
  text += '[';
  for (const Diagnostic& one : diagnostics) {
    if (&one != diagnostics.data()) text += ',';
    append_result(text, one);
  }
  return text + "]}]}\n";
}

}  // namespace bedplate::sdl
