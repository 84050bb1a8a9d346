// Values, types and strings. A string that was written as a block stays one when it can be read back the same.
#include <vector>

#include "sdl/printer.hpp"

namespace bedplate::sdl {

void Printer::type(const TypeRef& type) {
  std::string marks;
  const TypeRef* at = &type;
  for (; at->is_list(); at = at->inner) {
    text_ += '[';
    marks += at->non_null ? "!]" : "]";
  }
  text_ += at->name.text;
  if (at->non_null) text_ += '!';
  text_.append(marks.rbegin(), marks.rend());
}

void Printer::value(const Value& value) {
  struct Open {
    const Value* value;
    std::size_t next;
  };
  std::vector<Open> open;
  const auto begin = [&](const Value& one) {
    if (one.kind == ValueKind::kList || one.kind == ValueKind::kObject) {
      text_ += one.kind == ValueKind::kList ? '[' : '{';
      open.push_back({&one, 0});
    } else {
      scalar(one);
    }
  };
  begin(value);
  while (!open.empty()) {
    auto& [container, next] = open.back();
    const bool list = container->kind == ValueKind::kList;
    if (next == (list ? container->items.size() : container->fields.size())) {
      text_ += list ? ']' : '}';
      open.pop_back();
      continue;
    }
    if (next > 0) text_ += ", ";
    const std::size_t index = next++;
    if (list) {
      begin(container->items[index]);
    } else {
      const ObjectField& field = container->fields[index];
      text_ += field.name.text;
      text_ += ": ";
      begin(field.value);
    }
  }
}

void Printer::scalar(const Value& value) {
  switch (value.kind) {
    case ValueKind::kNull:
      text_ += "null";
      return;
    case ValueKind::kBool:
      text_ += value.boolean ? "true" : "false";
      return;
    case ValueKind::kVariable:
      text_ += '$';
      break;
    case ValueKind::kString:
      if (!value.block || !block(value.text)) quoted(value.text);
      return;
    default:
      break;
  }
  text_ += value.text;
}

void Printer::quoted(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kSpecial = "\"\\\b\f\n\r\t";
  constexpr std::string_view kLetters = "\"\\bfnrt";
  text_ += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const std::size_t special = kSpecial.find(c);
    if (special != std::string_view::npos) {
      text_ += '\\';
      text_ += kLetters[special];
    } else if (byte < 0x20 || byte == 0x7f) {
      text_ += "\\u00";
      text_ += kHex[byte >> 4];
      text_ += kHex[byte & 15];
    } else {
      text_ += c;
    }
  }
  text_ += '"';
}

namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (;;) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t") == std::string_view::npos; }

/// Some line from `first` on begins at the margin, or all of them are blank.
bool touches_margin(const std::vector<std::string_view>& lines, std::size_t first) {
  bool all_blank = true;
  for (std::size_t i = first; i < lines.size(); ++i) {
    if (is_blank(lines[i])) continue;
    all_blank = false;
    if (lines[i].front() != ' ' && lines[i].front() != '\t') return true;
  }
  return all_blank;
}

}  // namespace

// Returns false, having written nothing, when reading the block back would change the text.
bool Printer::block(std::string_view text) {
  if (text.empty()) {
    text_ += R"("""""")";
    return true;
  }
  const auto lines = lines_of(text);
  if (text.find('\r') != std::string_view::npos || is_blank(lines.front()) || is_blank(lines.back())) return false;
  const bool own_line = touches_margin(lines, 0);
  if (!own_line && !touches_margin(lines, 1)) return false;
  text_ += R"(""")";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 || own_line) {
      text_ += '\n';
      if (!lines[i].empty()) line();
    }
    std::string_view rest = lines[i];
    for (std::size_t at = rest.find(R"(""")"); at != std::string_view::npos; at = rest.find(R"(""")")) {
      text_ += rest.substr(0, at);
      text_ += R"(\""")";
      rest.remove_prefix(at + 3);
    }
    text_ += rest;
  }
  text_ += '\n';
  line();
  text_ += R"(""")";
  return true;
}

}  // namespace bedplate::sdl
