#include "store/sqlite/text_functions.hpp"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/date_time.hpp"
#include "base/decimal.hpp"

namespace bedplate::store::sqlite {
namespace {

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

Cell mapped(Cell argument, std::string& scratch, bool upper) {
  if (argument.kind() != CellKind::kText) return Cell::null();
  const auto text = argument.as_bytes();
  scratch.clear();
  if (is_ascii(text)) {
    for (const char c : text) {
      const bool changes = upper ? c >= 'a' && c <= 'z' : c >= 'A' && c <= 'Z';
      scratch += changes ? static_cast<char>(c ^ 0x20) : c;
    }
    return Cell::text(scratch);
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&scratch, static_cast<std::int32_t>(text.size()));
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (upper)
    icu::CaseMap::utf8ToUpper("", 0, piece, sink, nullptr, status);
  else
    icu::CaseMap::utf8ToLower("", 0, piece, sink, nullptr, status);
  return U_SUCCESS(status) ? Cell::text(scratch) : Cell::null();
}

Cell lower(std::span<const Cell> arguments, std::string& scratch) { return mapped(arguments[0], scratch, false); }
Cell upper(std::span<const Cell> arguments, std::string& scratch) { return mapped(arguments[0], scratch, true); }

// Code points of a text one by one; a malformed byte is U+FFFD.
class CodePoints {
 public:
  CodePoints(std::string_view text, bool fold) : text_(text), fold_(fold) {}
  bool at_end() const { return at_ >= static_cast<std::int32_t>(text_.size()); }
  UChar32 next() {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text_.data(), at_, static_cast<std::int32_t>(text_.size()), c);
    return fold_ ? u_foldCase(c, U_FOLD_CASE_DEFAULT) : c;
  }

 private:
  std::string_view text_;
  std::int32_t at_ = 0;
  bool fold_;
};

// Greedy with one place to return to, the latest %: no other can do better.
bool like_matches(CodePoints text, CodePoints pattern) {
  CodePoints retry_text = text, retry_pattern = pattern;
  bool may_retry = false;
  for (;;) {
    bool fits = false;
    if (pattern.at_end()) {
      if (text.at_end()) return true;
    } else {
      UChar32 wanted = pattern.next();
      if (wanted == '%') {
        if (pattern.at_end()) return true;
        retry_text = text;
        retry_pattern = pattern;
        may_retry = true;
        continue;
      }
      const bool any = wanted == '_';
      if (wanted == '\\' && !pattern.at_end()) wanted = pattern.next();
      if (!text.at_end()) {
        const UChar32 found = text.next();
        fits = any || found == wanted;
      } else {
        return false;  // the pattern needs more text than is left, after any %
      }
    }
    if (fits) continue;
    if (!may_retry || retry_text.at_end()) return false;
    retry_text.next();
    text = retry_text;
    pattern = retry_pattern;
  }
}

Cell like(std::span<const Cell> arguments, std::string&) {
  if (arguments[0].kind() != CellKind::kText || arguments[1].kind() != CellKind::kText) return Cell::null();
  const bool fold = arguments[2].kind() == CellKind::kInteger && arguments[2].as_integer() != 0;
  return Cell::boolean(
      like_matches(CodePoints(arguments[0].as_bytes(), fold), CodePoints(arguments[1].as_bytes(), fold)));
}

Cell from_spaced(std::span<const Cell> arguments, std::string&) {
  if (arguments[0].kind() != CellKind::kText) return Cell::null();
  const auto micros = parse_sql_date_time(arguments[0].as_bytes());
  return micros ? Cell::integer(*micros) : Cell::null();
}

Cell from_real(std::span<const Cell> arguments, std::string&) {
  if (arguments[1].kind() != CellKind::kInteger) return Cell::null();
  const std::int64_t scale = arguments[1].as_integer();
  if (scale < 0 || scale > 18) return Cell::null();
  const int digits = static_cast<int>(scale);
  std::optional<Decimal> number;
  if (arguments[0].kind() == CellKind::kReal) number = Decimal::from_double(arguments[0].as_real(), digits);
  if (arguments[0].kind() == CellKind::kInteger) number = Decimal::from_integer(arguments[0].as_integer());
  if (arguments[0].kind() == CellKind::kText) number = Decimal::parse(arguments[0].as_bytes());
  if (number) number = number->rescale_half_even(digits);
  const auto scaled = number ? number->to_scaled(digits) : std::nullopt;
  return scaled ? Cell::integer(*scaled) : Cell::null();
}

int compare_decimals(std::string_view a, std::string_view b) {
  const auto x = Decimal::parse(a), y = Decimal::parse(b);
  if (x && y) return *x < *y ? -1 : *x > *y ? 1 : 0;
  if (x || y) return x ? -1 : 1;
  return a.compare(b);
}

constexpr sql::Function kFunctions[] = {
    {"bp_lower", 1, lower},         {"bp_upper", 1, upper}, {"bp_like", 3, like}, {"bp_from_spaced", 1, from_spaced},
    {"bp_from_real", 2, from_real},
};
constexpr sql::Collation kCollations[] = {{"bp_decimal", compare_decimals}};

}  // namespace

std::span<const sql::Function> text_functions() { return kFunctions; }
std::span<const sql::Collation> text_collations() { return kCollations; }

}  // namespace bedplate::store::sqlite
