#include "sdl/diagnostic.hpp"

#include <algorithm>
#include <tuple>

#include "base/code_point.hpp"

namespace bedplate::sdl {

std::string_view severity_word(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kNote:
      return "note";
  }
  return "error";
}

Diagnostic to_diagnostic(const Error& error, std::string_view code, std::string_view file) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.file = file;
  diagnostic.position = error.position();
  diagnostic.message = error.message();
  diagnostic.hint = error.hint();
  return diagnostic;
}

void sort_diagnostics(std::vector<Diagnostic>& diagnostics) {
  const auto key = [](const Diagnostic& one) {
    return std::tie(one.file, one.position.offset, one.position.line, one.severity, one.code, one.message);
  };
  std::ranges::sort(diagnostics, [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

bool has_errors(std::span<const Diagnostic> diagnostics) {
  return std::ranges::any_of(diagnostics, [](const auto& one) { return one.severity == Severity::kError; });
}

namespace {

constexpr std::size_t kWidest = 160;  ///< bytes of a source line that are shown

class HumanRenderer {
 public:
  HumanRenderer(std::span<const SourceText> sources, Color color) : sources_(sources), color_(color == Color::kOn) {}

  void render(const Diagnostic& one) {
    place(one.file, one.position);
    paint(one.severity == Severity::kError     ? "1;31"
          : one.severity == Severity::kWarning ? "1;33"
                                               : "1;36",
          std::string(severity_word(one.severity)) + ":");
    text_ += ' ';
    paint("1", one.message);
    if (!one.code.empty()) paint("2", " [" + one.code + "]");
    text_ += '\n';
    excerpt(one.file, one.position, one.length);
    if (!one.hint.empty()) {
      paint("1;32", "  hint:");
      text_ += ' ';
      append_visible(one.hint);
      text_ += '\n';
    }
    for (const Related& related : one.related) {
      const std::string& file = related.file.empty() ? one.file : related.file;
      text_ += "  ";
      place(file, related.position);
      paint("1;36", "note:");
      text_ += ' ';
      append_visible(related.message);
      text_ += '\n';
      excerpt(file, related.position, related.length);
    }
  }
  std::string take() && { return std::move(text_); }

 private:
  void paint(std::string_view style, std::string_view text) {
    if (color_) text_ += "\x1b[" + std::string(style) + "m";
    append_visible(text);
    if (color_) text_ += "\x1b[0m";
  }

  void place(std::string_view file, Position at) {
    std::string where(file);
    if (at.line > 0) where += ':' + std::to_string(at.line) + ':' + std::to_string(at.column);
    if (!where.empty()) paint("1", where + ": ");
  }

  void excerpt(std::string_view file, Position at, std::uint32_t length) {
    const auto source = std::ranges::find(sources_, file, &SourceText::file);
    if (source == sources_.end() || at.line == 0 || at.offset > source->text.size()) return;
    const std::string_view text = source->text;
    std::size_t first = text.substr(0, at.offset).find_last_of("\r\n");
    first = first == std::string_view::npos ? 0 : first + 1;
    if (at.offset - first > kWidest / 2) first = aligned(text, at.offset - kWidest / 2);
    const std::size_t last = std::min(text.find_first_of("\r\n", at.offset), text.size());
    const std::size_t end = aligned(text, std::min(last, first + kWidest));
    const std::string number = std::to_string(at.line);
    paint("2", "  " + number + " | ");
    append_visible(text.substr(first, end - first));
    text_ += '\n';
    paint("2", "  " + std::string(number.size(), ' ') + " | ");
    for (std::size_t i = first; i < at.offset; ++i) {
      if (!continues(text, i)) text_ += text[i] == '\t' ? '\t' : ' ';
    }
    std::size_t width = 0;
    for (std::size_t i = at.offset; i < std::min<std::size_t>(end, at.offset + length); ++i)
      width += !continues(text, i);
    paint("1;31", "^" + std::string(width > 1 ? width - 1 : 0, '~'));
    text_ += '\n';
  }

  static bool continues(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
  }
  static std::size_t aligned(std::string_view text, std::size_t at) {
    while (at > 0 && continues(text, at)) --at;
    return at;
  }
  /// A terminal must not obey what a file, or a message that quotes it, contains.
  void append_visible(std::string_view line) {
    for (std::size_t i = 0; i < line.size();) {
      const CodePoint point = decode_utf8(line, i);
      const bool control = (point.value < 0x20 && point.value != '\t') || (point.value >= 0x7f && point.value < 0xa0);
      const bool shown = point.length > 0 && !control;
      const std::uint32_t length = std::max<std::uint32_t>(point.length, 1);
      text_ += shown ? line.substr(i, length) : std::string_view("?");
      i += length;
    }
  }

  std::span<const SourceText> sources_;
  bool color_;
  std::string text_;
};

}  // namespace

std::string render_human(std::span<const Diagnostic> diagnostics, std::span<const SourceText> sources, Color color) {
  HumanRenderer renderer(sources, color);
  for (const Diagnostic& one : diagnostics) renderer.render(one);
  return std::move(renderer).take();
}

}  // namespace bedplate::sdl
