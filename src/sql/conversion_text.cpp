// Text read as another type on PostgreSQL: a pattern first says whether it has the form that base/scalar.hpp takes, so
// that the cast behind it can't fail. The text is named by a subquery: nothing is folded before its pattern was asked.
#include "base/date_time.hpp"
#include "sql/conversion.hpp"

namespace bedplate::sql {

using expr::Node;

namespace {

/// A day that there is, years 0001 to 9999.
#define BP_DAY                                                                                                 \
  "(?!0000)(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)" \
  "|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:(?:[02468][048]|[13579][26])00|[0-9]{2}(?:0[48]|[2468][048]|[13579][26]))-02-29)"
#define BP_HOUR "(?:[01][0-9]|2[0-3])"
#define BP_FRACTION "(?:\\.[0-9]{1,6})?"

constexpr std::string_view kDay = "^" BP_DAY "$";
constexpr std::string_view kLocal = "^" BP_DAY "[Tt ]" BP_HOUR ":[0-5][0-9]:[0-5][0-9]" BP_FRACTION "$";
constexpr std::string_view kInstant =
    "^" BP_DAY "[Tt ]" BP_HOUR ":[0-5][0-9]:(?:[0-5][0-9]|60)" BP_FRACTION "(?:[Zz]|[+-]" BP_HOUR ":[0-5][0-9])$";
constexpr std::string_view kTime = "^" BP_HOUR ":[0-5][0-9](?::[0-5][0-9]" BP_FRACTION ")?$";
constexpr std::string_view kWhole = "^-?[0-9]+$";
constexpr std::string_view kFloat = "^-?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?$";
constexpr std::string_view kDecimal = "^[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?$";
constexpr std::string_view kUuid = "^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$";
constexpr std::string_view kSpan =
    "^-?P(?=[0-9T])(?:[0-9]{1,18}D)?"
    "(?:T(?=[0-9])(?:[0-9]{1,18}H)?(?:[0-9]{1,18}M)?(?:[0-9]{1,18}" BP_FRACTION "S)?)?$";

#undef BP_DAY
#undef BP_HOUR
#undef BP_FRACTION

class Read {
 public:
  Read(Writer& writer, const Print& text, const Type& to) : writer_(writer), text_(text), to_(to) {}
  void print();

 private:
  /// `CASE WHEN text ~ 'pattern' THEN …`; what follows ends it. Longer texts are beyond a numeric.
  void where(std::string_view pattern) {
    writer_.raw("CASE WHEN char_length(");
    text_();
    writer_.raw(") < 1000 AND ");
    text_();
    writer_.raw(" ~ '").raw(pattern).raw("' THEN ");
  }
  void plain(std::string_view pattern) {
    where(pattern);
    text_();
    writer_.raw("::").raw(postgres_type(to_)).raw(" END");
  }
  /// The text as numeric where it has the form, and what `body` makes of that.
  void number(std::string_view pattern, const std::function<void(const Print&)>& body) {
    const Print values[] = {[&] {
      where(pattern);
      text_();
      writer_.raw("::numeric END");
    }};
    print_named(writer_, values, [&](std::span<const Print> names) { body(names[0]); });
  }
  void boolean();
  void local();
  void instant();
  void span();

  Writer& writer_;
  const Print& text_;
  const Type& to_;
};

void Read::boolean() {
  writer_.raw("CASE ");
  text_();
  writer_.raw(" WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END");
}

void Read::local() {
  writer_.raw("(left(");
  text_();
  writer_.raw(", 10) || ' ' || substring(");
  text_();
  writer_.raw(", '^.{11}([0-9:.]+)'))::timestamp");
}

// PostgreSQL takes no fraction of a 60th second: it is read as the one before, and one added.
void Read::instant() {
  const Print values[] = {[&] {
    where(kInstant);
    writer_.raw("(left(");
    text_();
    writer_.raw(", 10) || ' ' || replace(substring(");
    text_();
    writer_.raw(", '^.{11}([0-9:.]+)'), ':60', ':59'))::timestamp + CASE substring(");
    text_();
    writer_.raw(", 18, 2) WHEN '60' THEN interval '1 second' ELSE interval '0' END - CASE WHEN right(");
    text_();
    writer_.raw(", 1) IN ('Z', 'z') THEN interval '0' ELSE right(");
    text_();
    writer_.raw(", 6)::interval END END");
  }};
  print_named(writer_, values, [&](std::span<const Print> names) {
    // A leap second is 23:59:60 UTC, the start of a day once it is read.
    writer_.raw("CASE WHEN ");
    names[0]();
    writer_.raw(" BETWEEN '0001-01-01 00:00:00' AND '9999-12-31 23:59:59.999999' AND (substring(");
    text_();
    writer_.raw(", 18, 2) <> '60' OR ");
    names[0]();
    writer_.raw("::time < '00:00:01') THEN ");
    names[0]();
    writer_.raw(" AT TIME ZONE 'UTC' END");
  });
}

void Read::span() {
  struct Unit {
    std::string_view letter;
    std::string_view micros;
  };
  const Print values[] = {[&] {
    where(kSpan);
    writer_.raw("CASE WHEN ");
    text_();
    writer_.raw(" ~ '^-' THEN -1 ELSE 1 END * (");
    bool first = true;
    for (const Unit unit :
         {Unit{"D", "86400000000"}, Unit{"H", "3600000000"}, Unit{"M", "60000000"}, Unit{"S", "1000000"}}) {
      if (!first) writer_.raw(" + ");
      first = false;
      writer_.raw("coalesce(substring(");
      text_();
      writer_.raw(", '([0-9.]+)").raw(unit.letter).raw("'), '0')::numeric * ").raw(unit.micros);
    }
    writer_.raw(") END");
  }};
  print_named(writer_, values, [&](std::span<const Print> names) { print_interval(writer_, names[0]); });
}

void Read::print() {
  switch (to_.scalar) {
    case Scalar::kInt:
      return number(kWhole,
                    [&](const Print& n) { print_in_range(writer_, true, n, "-2147483648", "2147483647", "integer"); });
    case Scalar::kBigInt:
      return number(kWhole,
                    [&](const Print& n) { print_in_range(writer_, true, n, kMinBigInt, kMaxBigInt, "bigint"); });
    case Scalar::kFloat:
      return number(kFloat, [&](const Print& n) { print_double(writer_, n); });
    case Scalar::kDecimal:
      return number(kDecimal, [&](const Print& n) {
        writer_.raw("CASE WHEN ");
        n();
        writer_.raw(" = round(");
        n();
        writer_.raw(", ").integer(to_.scale).raw(") THEN ");
        print_fitting(writer_, n, to_);
        writer_.raw(" END");
      });
    case Scalar::kBoolean:
      return boolean();
    case Scalar::kDate:
      return plain(kDay);
    case Scalar::kTime:
      return plain(kTime);
    case Scalar::kUuid:
      return plain(kUuid);
    case Scalar::kDuration:
      return span();
    case Scalar::kDateTime:
      return instant();
    case Scalar::kLocalDateTime:
      where(kLocal);
      local();
      writer_.raw(" END");
      return;
    case Scalar::kBytes:
      where("^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$");
      writer_.raw("decode(");
      text_();
      writer_.raw(", 'base64') END");
      return;
    case Scalar::kId:
    case Scalar::kString:
    case Scalar::kFile:
    case Scalar::kEmail:
    case Scalar::kUrl:
    case Scalar::kEnum:
      return text_();
    default:
      // JSON: whether a text is some can't be asked before PostgreSQL 16; no rule makes JSON of text.
      writer_.raw("NULL::").raw(postgres_type(to_));
  }
}

}  // namespace

void print_read(Writer& writer, const Print& text, const Type& to) { Read(writer, text, to).print(); }

void print_read(Writer& writer, const Node& node, const RowNames& rows) {
  const Print values[] = {[&] { print_as_text(writer, *node.args[0], rows); }};
  print_named(writer, values, [&](std::span<const Print> names) { Read(writer, names[0], node.type).print(); });
}

}  // namespace bedplate::sql
