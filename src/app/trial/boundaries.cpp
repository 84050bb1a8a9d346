#include "app/trial/boundaries.hpp"

#include <re2/re2.h>

#include "base/date_time.hpp"
#include "base/decimal.hpp"
#include "base/scalar.hpp"
#include "json/document.hpp"

namespace bedplate::app {
namespace {

std::string json_text(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

/// 10^digits as digits.
std::string nines(int digits) { return digits == 0 ? "0" : std::string(static_cast<std::size_t>(digits), '9'); }

class Finder {
 public:
  Finder(const model::Model& model, const model::Field& field) : model_(model), field_(field), type_(field.type) {}

  std::vector<Boundary> find() {
    if (type_.nullable)
      fits("null", "null");
    else
      refused("null", "null");
    if (type_.list)
      list();
    else
      scalar();
    return std::move(found_);
  }

 private:
  void fits(std::string name, std::string json) { found_.push_back({std::move(name), std::move(json), true}); }
  void refused(std::string name, std::string json) { found_.push_back({std::move(name), std::move(json), false}); }
  const model::Constraint& constraint() const {
    static const model::Constraint kNone;
    return field_.constraint ? *field_.constraint : kNone;
  }

  void list() {
    refused("a text and no list", "\"no list\"");
    const std::string item = item_json();
    if (item.empty()) return;
    const auto of = [&](std::int64_t count) {
      std::string json = "[";
      for (std::int64_t i = 0; i < count; ++i) json += (i == 0 ? "" : ",") + item;
      return json + "]";
    };
    if (const auto least = constraint().min_items) {
      fits(std::to_string(*least) + " items, its minItems", of(*least));
      if (*least > 0) refused(std::to_string(*least - 1) + " items, below its minItems", of(*least - 1));
    } else {
      fits("no items", "[]");
    }
    if (const auto most = constraint().max_items; most && *most <= 1000) {
      fits(std::to_string(*most) + " items, its maxItems", of(*most));
      refused(std::to_string(*most + 1) + " items, above its maxItems", of(*most + 1));
    }
  }

  /// One that the items' type has; empty: none is known.
  std::string item_json() const {
    switch (type_.scalar) {
      case Scalar::kString:
        return "\"a\"";
      case Scalar::kInt:
      case Scalar::kBigInt:
      case Scalar::kFloat:
      case Scalar::kDecimal:
        return "1";
      case Scalar::kBoolean:
        return "true";
      case Scalar::kEnum:
        return json_text(model_.enums[type_.enumeration].values.front().name);
      default:
        return {};
    }
  }

  void scalar() {
    switch (type_.scalar) {
      case Scalar::kString:
        return text();
      case Scalar::kInt:
        return whole(INT32_MIN, INT32_MAX);
      case Scalar::kBigInt:
        return whole(INT64_MIN, INT64_MAX);
      case Scalar::kDecimal:
        return decimal();
      case Scalar::kFloat:
        return refused("a text and no number", "\"many\"");
      case Scalar::kBoolean:
        fits("false", "false");
        fits("true", "true");
        return refused("a text and no Boolean", "\"perhaps\"");
      case Scalar::kEnum:
        for (const auto& each : model_.enums[type_.enumeration].values) fits(each.name, json_text(each.name));
        return refused("NO_SUCH_VALUE", "\"NO_SUCH_VALUE\"");
      default:
        return moment_or_form();
    }
  }

  void moment_or_form() {
    moments();
    switch (type_.scalar) {
      case Scalar::kDateTime:
        plain("the day after February of a leap year", "2024-02-29T23:59:59.999999Z");
        refused("February 30", "\"2026-02-30T00:00:00Z\"");
        return refused("an instant without its zone", "\"2026-01-31T12:00:00\"");
      case Scalar::kLocalDateTime:
        plain("February 29 of a leap year", "2024-02-29T23:59:59");
        return refused("February 30", "\"2026-02-30T00:00:00\"");
      case Scalar::kDate:
        plain("February 29 of a leap year", "2024-02-29");
        return refused("February 29 of another year", "\"2026-02-29\"");
      case Scalar::kTime:
        plain("the last microsecond of a day", "23:59:59.999999");
        return refused("25 o'clock", "\"25:00:00\"");
      case Scalar::kDuration:
        plain("an hour and a half", "PT1H30M");
        return refused("a word", "\"soon\"");
      case Scalar::kUuid:
        return refused("a text that is none", "\"no-uuid\"");
      case Scalar::kEmail:
        return refused("a text without @", "\"no address\"");
      case Scalar::kUrl:
        return refused("a text that is none", "\"no url\"");
      case Scalar::kBytes:
        return refused("a text that is no base64", "\"no base64!\"");
      default:
        return;
    }
  }

  /// Days and microseconds at the bounds.
  void moments() {
    const bool days = type_.scalar == Scalar::kDate;
    if (!days && type_.scalar != Scalar::kDateTime && type_.scalar != Scalar::kDuration) return;
    const auto text = [&](std::int64_t value) {
      std::string made(kMaxTimeText, ' ');
      if (days)
        made.resize(static_cast<std::size_t>(write_date(made.data(), value) - made.data()));
      else
        append_text(made = {}, type_, Cell::integer(value));
      return made;
    };
    const auto at = [&](const std::optional<std::string>& written, int step, const std::string& name) {
      if (!written) return;
      const auto number = Decimal::parse(*written);
      const auto day = days ? parse_date(*written) : Result<std::int64_t>(0);
      const auto value = days     ? (day ? std::optional(*day) : std::nullopt)
                         : number ? number->to_integer()
                                  : std::nullopt;
      if (!value) return;
      fits(text(*value) + ", its " + name, json_text(text(*value)));
      refused(text(*value + step) + (step < 0 ? ", below its " : ", above its ") + name,
              json_text(text(*value + step)));
    };
    at(constraint().min, -1, "min");
    at(constraint().max, 1, "max");
  }

  /// One that only the type speaks of.
  void plain(std::string name, std::string_view text) {
    if (!field_.constraint) fits(std::move(name), json_text(text));
  }

  void text() {
    const auto& of = constraint();
    refused("a number and no text", "7");
    if (of.regex) return pattern(*of.regex);
    if (!of.format.empty() || of.expr != nullptr) return;
    const std::int64_t least = of.min_length.value_or(0);
    if (of.min_length) {
      fits(std::to_string(least) + " characters, its minLength", letters(least));
      if (least > 0) refused(std::to_string(least - 1) + " characters, below its minLength", letters(least - 1));
    } else if (!field_.unique) {
      fits("the empty text", "\"\"");
    }
    if (!of.max_length || *of.max_length > kLongest) return;
    fits(std::to_string(*of.max_length) + " characters, its maxLength", letters(*of.max_length));
    refused(std::to_string(*of.max_length + 1) + " characters, above its maxLength", letters(*of.max_length + 1));
  }

  void pattern(const re2::RE2& regex) {
    for (const char* each : {"", " ", "?", "a", "7", "~ no ~", "\u00e9\u00e9"})
      if (!re2::RE2::PartialMatch(each, regex))
        return refused("a text that its pattern does not match", json_text(each));
  }

  /// Characters that take two bytes, so that nobody counts bytes.
  static std::string letters(std::int64_t count) {
    std::string text;
    for (std::int64_t i = 0; i < count; ++i) text += "\u00e9";
    return json_text(text);
  }

  void whole(std::int64_t least, std::int64_t most) {
    refused("a text and no number", "\"many\"");
    refused("half a number", "1.5");
    if (!bound(constraint().min, least, -1, "min")) {
      const bool small = least == INT32_MIN;
      fits("the type's least number", std::to_string(least));
      refused("a number below the type's", small ? "-2147483649" : "-9223372036854775809");
    }
    if (bound(constraint().max, most, 1, "max")) return;
    fits("the type's greatest number", std::to_string(most));
    refused("a number above the type's", most == INT32_MAX ? "2147483648" : "9223372036854775808");
    if (most == INT64_MAX && !constraint().max) fits("2^53 + 1", "9007199254740993");
  }

  /// False: there is none.
  bool bound(const std::optional<std::string>& written, std::int64_t end, int step, const std::string& name) {
    if (!written) return false;
    const auto number = Decimal::parse(*written);
    const auto value = number ? number->to_integer() : std::nullopt;
    if (!value) return true;
    fits(std::to_string(*value) + ", its " + name, std::to_string(*value));
    if (*value == end) return true;
    refused(std::to_string(*value + step) + (step < 0 ? ", below its " : ", above its ") + name,
            std::to_string(*value + step));
    return true;
  }

  void decimal() {
    refused("a text and no number", "\"many\"");
    const int whole_digits = type_.precision - type_.scale;
    const std::string fraction = type_.scale == 0 ? "" : "." + nines(type_.scale);
    refused("more digits than its precision", "1" + nines(whole_digits) + fraction);
    refused("more digits than its scale", "0." + std::string(type_.scale, '0') + "1");
    const auto at = [&](const std::optional<std::string>& written, bool below, const std::string& name) {
      if (!written) return false;
      fits(*written + ", its " + name, *written);
      if (const auto past = beside(*written, below))
        refused(*past + (below ? ", below its " : ", above its ") + name, *past);
      return true;
    };
    at(constraint().min, true, "min");
    if (!at(constraint().max, false, "max")) fits("the greatest of its precision", nines(whole_digits) + fraction);
  }

  /// The number before or behind, of as many digits as the scale.
  std::optional<std::string> beside(const std::string& written, bool below) const {
    if (type_.precision > 18) return std::nullopt;
    Arena arena;
    const auto cell = parse_scalar(type_, written, arena);
    if (!cell) return std::nullopt;
    std::string text;
    append_text(text, type_, Cell::integer(cell->as_integer() + (below ? -1 : 1)));
    return text;
  }

  static constexpr std::int64_t kLongest = 20'000;

  const model::Model& model_;
  const model::Field& field_;
  const Type& type_;
  std::vector<Boundary> found_;
};

}  // namespace

std::vector<Boundary> boundaries_of(const model::Model& model, const model::Field& field) {
  if (field.kind == model::FieldKind::kEmbedded) return {};
  return Finder(model, field).find();
}

std::optional<Cell> cell_of(const Type& type, std::string_view json, Arena& arena) {
  if (json == "null") return Cell::null();
  const auto node = json::parse(json, arena);
  if (!node) return std::nullopt;
  if (type.list || type.scalar == Scalar::kJson) return Cell::text(arena.copy(json));
  const auto cell = parse_scalar(type, (*node)->text, arena);
  return cell ? std::optional(*cell) : std::nullopt;
}

}  // namespace bedplate::app
