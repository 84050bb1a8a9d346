#include "differential/filters.hpp"

#include "base/scalar.hpp"

namespace bedplate::differential {

using expr::Node;
using expr::Op;
using test::RulesWorld;

namespace {

constexpr Type kBoolean{.scalar = Scalar::kBoolean};
constexpr Type kString{.scalar = Scalar::kString};

constexpr std::string_view kTextFields[] = {"note", "site", "wish", "status"};
constexpr std::string_view kFields[] = {"id",   "status", "wish", "note", "count", "total", "price", "rate", "weight",
                                        "paid", "placed", "due",  "took", "at",    "local", "token", "site"};

/// Casts to and from what has one form on every store. Float → text and JSON → text have several.
constexpr Type kTargets[] = {
    kString,
    {.scalar = Scalar::kInt},
    {.scalar = Scalar::kBigInt},
    {.scalar = Scalar::kFloat},
    {.scalar = Scalar::kDecimal, .precision = 38, .scale = 10},
    {.scalar = Scalar::kDecimal, .precision = 10, .scale = 2},
    {.scalar = Scalar::kDecimal, .precision = 18, .scale = 0},
    kBoolean,
    {.scalar = Scalar::kDate},
    {.scalar = Scalar::kTime},
    {.scalar = Scalar::kLocalDateTime},
    {.scalar = Scalar::kDateTime},
    {.scalar = Scalar::kDuration},
    {.scalar = Scalar::kUuid},
};

constexpr std::string_view kTexts[] = {"",
                                       "0",
                                       "-0",
                                       "7",
                                       "-7",
                                       "+7",
                                       "007",
                                       " 7",
                                       "7 ",
                                       "2147483647",
                                       "2147483648",
                                       "-2147483648",
                                       "9223372036854775807",
                                       "9223372036854775808",
                                       "99999999999999999999999999999999999999999",
                                       "1.5",
                                       "1.500",
                                       "+1.5",
                                       ".5",
                                       "5.",
                                       "-.5",
                                       ".",
                                       "1.005",
                                       "12345678.91",
                                       "123456789.12",
                                       "1e3",
                                       "1E-3",
                                       "1e400",
                                       "1e-400",
                                       "4.9e-324",
                                       "1.7976931348623157e308",
                                       "1.8e308",
                                       "0x10",
                                       "NaN",
                                       "inf",
                                       "Infinity",
                                       "-infinity",
                                       "true",
                                       "false",
                                       "TRUE",
                                       "t",
                                       "yes",
                                       "1",
                                       "2024-02-29",
                                       "2023-02-29",
                                       "1900-02-29",
                                       "2000-02-29",
                                       "2024-04-31",
                                       "0000-01-01",
                                       "0001-01-01",
                                       "9999-12-31",
                                       "10000-01-01",
                                       "2024-1-1",
                                       "today",
                                       "now",
                                       "epoch",
                                       "12:30",
                                       "12:30:00",
                                       "12:30:00.5",
                                       "12:30:00.1234567",
                                       "24:00:00",
                                       "23:59:60",
                                       "12:60",
                                       "2024-02-29T12:00:00",
                                       "2024-02-29 12:00:00.25",
                                       "2024-02-29t12:00:00",
                                       "2024-02-29T12:00:60",
                                       "2024-02-29T12:00",
                                       "2024-02-29T12:00:00Z",
                                       "2024-02-29T12:00:00z",
                                       "2024-02-29T12:00:00.123456+05:30",
                                       "2024-02-29T12:00:00-23:59",
                                       "2024-02-29T12:00:00+24:00",
                                       "2024-02-29T12:00:00+0100",
                                       "2016-12-31T23:59:60Z",
                                       "2017-01-01T00:59:60+01:00",
                                       "2016-12-31T23:59:60.5Z",
                                       "2016-12-31T22:59:60Z",
                                       "0001-01-01T00:00:00Z",
                                       "0001-01-01T00:00:00+00:01",
                                       "9999-12-31T23:59:59.999999Z",
                                       "9999-12-31T23:59:59.999999-00:01",
                                       "PT1H",
                                       "-PT1H30M",
                                       "P1DT2H3M4.5S",
                                       "PT0.000001S",
                                       "P",
                                       "PT",
                                       "P1DT",
                                       "P1Y",
                                       "P1W",
                                       "PT1.5H",
                                       "PT1M1H",
                                       "P106751991DT4H54.775807S",
                                       "P106751992D",
                                       "pt1h",
                                       "1 hour",
                                       "0190b5c2-7d1e-7a00-8000-000000000001",
                                       "0190B5C2-7D1E-7A00-8000-00000000000A",
                                       "0190b5c27d1e7a008000000000000001",
                                       "{0190b5c2-7d1e-7a00-8000-000000000001}",
                                       "Käse",
                                       "日本"};

constexpr std::string_view kPatterns[] = {"",     "%",     "_",    "a%",    "%a",       "%ä%",    "K_se", "kä%",
                                          "%SS%", "%ß%",   "a\\%", "%\\%%", "%\\_%",    "\\",     "a\\",  "%\\",
                                          "\\\\", "%\\\\", "__",   "日_",   "%STRASSE", "straße", "%İ%",  "p%d",
                                          "P%D",  "%ſ%",   "'%",   "%\"%",  "😀%",      "%ﬁ%",    "\\a%", "\\\\%"};

constexpr std::string_view kJson[] = {R"({"a":1})",
                                      R"({"a":{"b":[1,2.50,"x",null,true]}})",
                                      R"({"a":"text \" ü \\ é 😀"})",
                                      R"([[1],[2,3],{"a":12345678901234567890.123}])",
                                      R"({"a":null})",
                                      R"({"a b":1,"'":2,"":3})",
                                      R"("text")",
                                      "7",
                                      "null"};
constexpr std::string_view kKeys[] = {"a", "b", "a b", "'", "", "0", "a.b"};

}  // namespace

const Node* FilterGenerator::field(std::string_view name) {
  const auto member = *world_.member(RulesWorld::kOrder, name);
  return build_.field(build_.row(RulesWorld::kOrder, 0, false, {}), member.id, member.type, {});
}

const Node* FilterGenerator::text_field() { return field(kTextFields[pick(std::size(kTextFields))]); }
const Node* FilterGenerator::text(std::string_view value) { return build_.literal(kString, Cell::text(value), {}); }

const Node* FilterGenerator::slot(Cell cell, Type type) {
  Node node;
  node.op = Op::kSlot;
  node.type = type;
  node.slot = static_cast<std::uint16_t>(slots_.size());
  slots_.push_back(cell);
  return arena_.make<Node>(node);
}

const Node* FilterGenerator::pattern() {
  const Op op = pick(2) == 0 ? Op::kLike : Op::kILike;
  const std::string_view pattern = kPatterns[pick(std::size(kPatterns))];
  const Node* value = pick(3) == 0 ? text(kTexts[pick(std::size(kTexts))]) : text_field();
  return build_.make(op, kBoolean, {value, pick(2) == 0 ? text(pattern) : slot(Cell::text(pattern), kString)});
}

const Node* FilterGenerator::in_list() {
  const Node* value = field(kFields[pick(std::size(kFields))]);
  std::string array = "[";
  const std::size_t count = pick(4);
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) array += ',';
    append_json(array, value->type, rows_.random_cell(value->type));
  }
  array += ']';
  Type list = value->type;
  list.list = true;
  return build_.make(Op::kInSlot, kBoolean, {value, slot(Cell::text(arena_.copy(array)), list)});
}

const Node* FilterGenerator::lists() {
  static constexpr std::string_view kTags[] = {"[]",        R"(["a"])",     R"(["Käse"])", R"(["y","x","x"])",
                                               R"([null])", R"(["a",null])"};
  static constexpr std::string_view kScores[] = {"[]", "[7]", "[2,1]", "[null]", "[-1,0]", "[0,null]"};
  const bool tags = pick(2) == 0;
  const Node* value = field(tags ? "tags" : "scores");
  const std::string_view other = tags ? kTags[pick(std::size(kTags))] : kScores[pick(std::size(kScores))];
  constexpr Op kOps[] = {Op::kListContains, Op::kListContainedBy, Op::kListOverlaps};
  return build_.make(kOps[pick(3)], kBoolean, {value, slot(Cell::text(other), value->type)});
}

const Node* FilterGenerator::path() {
  std::vector<expr::PathStep> steps;
  for (std::size_t left = 1 + pick(3); left > 0; --left) {
    // From the end too: -2 is the last.
    if (const auto at = static_cast<std::int32_t>(pick(24)); at < 8)
      steps.push_back({.key = {}, .index = at < 4 ? at : 2 - at});
    else
      steps.push_back({.key = kKeys[pick(std::size(kKeys))], .index = -1});
  }
  const Type json{.scalar = Scalar::kJson};
  const Node* value = pick(3) == 0 ? field("data") : slot(Cell::text(kJson[pick(std::size(kJson))]), json);
  const bool as_text = pick(2) == 0;
  Node node = *build_.make(Op::kJsonPath, as_text ? kString : json, {value});
  node.as_text = as_text;
  node.path = arena_.copy_array(std::span<const expr::PathStep>(steps));
  return arena_.make<Node>(node);
}

const Node* FilterGenerator::cast() {
  const Type& to = kTargets[pick(std::size(kTargets))];
  const Node* value = nullptr;
  if (pick(3) == 0)
    value = field(kFields[pick(std::size(kFields))]);
  else if (pick(2) == 0)
    value = text(kTexts[pick(std::size(kTexts))]);
  else
    value = slot(Cell::text(kTexts[pick(std::size(kTexts))]), kString);
  if (value->type.scalar == Scalar::kFloat && to.scalar == Scalar::kString) value = field("rate");
  return build_.make(Op::kCast, to, {value});
}

const Node* FilterGenerator::next() {
  switch (turn_++ % 8) {
    case 0:
      return pattern();
    case 1:
      return in_list();
    case 2:
    case 3:
      return lists();
    case 4:
      return path();
    case 5:
      return as_text(cast()->args[0]);
    default:
      return cast();
  }
}

const Node* FilterGenerator::as_text(const Node* value) {
  return build_.make(Op::kToText, kString, {value->type.scalar == Scalar::kFloat ? field("rate") : value});
}

}  // namespace bedplate::differential
