#include "app/commands/manual.hpp"

#include <charconv>
#include <cstdio>
#include <ranges>

#include "base/code_point.hpp"
#include "base/date_time.hpp"

namespace bedplate::app {
namespace {

constexpr std::string_view kClosing = R"ROFF(.SH EXIT STATUS
.TP
.B 0
Fine, also with warnings.
.TP
.B 1
Failed, or errors found.
.TP
.B 2
Wrong usage.
.SH ENVIRONMENT
.TP
.B NO_COLOR
Turns colours off.
.TP
.BI BEDPLATE_ KEY
Overrides a key of
.IR bedplate.yaml ,
written in capitals with an underscore for each dot; options override both.
.SH FILES
.TP
.I schema.graphql
The model and its rules.
.TP
.I bedplate.yaml
The configuration, where there is one.
.TP
.I data/app.db
The database, unless the configuration says otherwise.
)ROFF";

/// The escape of a character that roff would read as its own or print as another; empty: it stands for itself.
std::string_view escape_of(char32_t point) {
  switch (point) {
    case '\\':
      return "\\e";
    case '-':
      return "\\-";
    case '\'':
      return "\\(aq";
    case '`':
      return "\\(ga";
    case '^':
      return "\\(ha";
    case '~':
      return "\\(ti";
    default:
      return "";
  }
}

/// A line of text. What is not ASCII goes by its code point, so that the page reads alike under every locale.
std::string roff(std::string_view text) {
  std::string out = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode_utf8(text, at);
    if (point.value >= 0x80) {
      char escape[16];
      std::snprintf(escape, sizeof escape, "\\[u%04X]", static_cast<unsigned>(point.value));
      out += escape;
    } else if (const auto escape = escape_of(point.value); !escape.empty()) {
      out += escape;
    } else {
      out += text[at];
    }
    at += std::max<std::size_t>(point.length, 1);
  }
  return out;
}

std::string usage(const CommandEntry& entry) {
  std::string text = ".B " + roff(joined(entry.words).insert(0, entry.words.empty() ? "bedplate" : "bedplate ")) + "\n";
  if (!entry.options.empty()) text += ".RI [ OPTIONS ]\n";
  for (const auto& each : entry.positionals)
    text += (each.required ? ".I " + roff(each.names.front()) : ".RI [ " + roff(each.names.front()) + " ]") + "\n";
  return text;
}

void write_argument(std::string& out, const Argument& argument) {
  out += ".TP\n";
  if (argument.names.front().starts_with('-')) {
    out += "\\fB" + roff(joined(argument.names, ", ")) + "\\fR";
    if (!argument.value.empty()) out += " \\fI" + roff(argument.value) + "\\fR";
  } else {
    out += "\\fI" + roff(argument.names.front()) + "\\fR";
  }
  out += "\n" + roff(argument.what) + (argument.what.ends_with('.') ? "\n" : ".\n");
}

/// Lines that begin with two spaces are examples; the line `Examples:` above them, too.
void write_footer(std::string& out, std::string_view footer) {
  bool example = false, paragraph = true;
  for (const auto part : std::views::split(footer, '\n')) {
    const std::string_view line(part);
    const bool indented = line.starts_with("  ");
    if (example && !indented) out += ".EE\n";
    if (indented && !example) out += ".PP\n.EX\n";
    example = indented;
    if (indented) {
      out += roff(line.substr(2)) + "\n";
    } else if (!line.empty() && line != "Examples:") {
      out += (paragraph ? ".PP\n" : "") + roff(line) + "\n";
      paragraph = false;
      continue;
    }
    paragraph = true;
  }
  if (example) out += ".EE\n";
}

}  // namespace

std::string manual_page(const CommandTable& table, std::string_view version, std::string_view date) {
  const auto& program = table.front();
  std::string out = ".TH BEDPLATE 1 \"" + std::string(date) + "\" \"bedplate " + std::string(version) +
                    "\" \"User Commands\"\n.SH NAME\nbedplate \\- one schema file becomes a production backend\n" +
                    ".SH SYNOPSIS\n";
  for (const auto& entry : table)
    if (commands_below(table, entry).empty()) out += usage(entry) + ".br\n";
  out += ".B bedplate\n.RB [ \\-\\-version | \\-\\-help ]\n.SH DESCRIPTION\n" + roff(program.what) + "\n";
  write_footer(out, program.footer);
  out += ".SH COMMANDS\n";
  for (const auto& entry : table) {
    if (!commands_below(table, entry).empty()) continue;
    out += ".SS " + roff("bedplate " + joined(entry.words)) + "\n" + roff(entry.what) + ".\n";
    for (const auto& each : entry.positionals) write_argument(out, each);
    for (const auto& each : entry.options) write_argument(out, each);
    write_footer(out, entry.footer);
  }
  return out.append(kClosing);
}

int run_manual(const ManualOptions& options, const World& world) {
  std::int64_t seconds = world.clock.now() / kMicrosPerSecond;
  if (const auto fixed = world.environment.find("SOURCE_DATE_EPOCH"); fixed != world.environment.end())
    std::from_chars(fixed->second.data(), fixed->second.data() + fixed->second.size(), seconds);
  char date[kMaxTimeText];
  const char* end = write_date(date, seconds / (kMicrosPerDay / kMicrosPerSecond));
  print(world.out, manual_page(options.commands(), BEDPLATE_VERSION, {date, end}));
  return kFine;
}

}  // namespace bedplate::app
