#include "app/project/world.hpp"

namespace bedplate::app {
namespace {

/// Control characters out (an error may quote what a file or database holds), each further line indented.
std::string tame(std::string_view text, std::string_view indent) {
  std::string out;
  for (const char c : text)
    if (c == '\n')
      out.append("\n").append(indent);
    else
      out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
  return out;
}

}  // namespace

void print(std::FILE* file, std::string_view text) { (void)std::fwrite(text.data(), 1, text.size(), file); }

std::string error_text(const Error& error, std::string_view subject, bool color) {
  std::string text = color ? "\x1b[1;31merror:\x1b[0m " : "error: ";
  if (!subject.empty()) text += tame(subject, "  ") + ": ";
  text += tame(error.message(), "  ") + "\n";
  if (error.position().line > 0)
    text += "  at line " + std::to_string(error.position().line) + ", column " +
            std::to_string(error.position().column) + "\n";
  if (!error.detail().empty()) text += "  " + tame(error.detail(), "  ") + "\n";
  if (!error.cause().empty()) text += "  cause: " + tame(error.cause(), "  ") + "\n";
  if (!error.hint().empty()) text += "  hint: " + tame(error.hint(), "  ") + "\n";
  return text;
}

void print_error(const World& world, const Error& error, std::string_view subject) {
  print(world.err, error_text(error, subject, world.color_err));
}

}  // namespace bedplate::app
