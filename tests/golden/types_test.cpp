// Every scalar from the wire to the disk and back, on both stores: inserted by POST, returned, read by key, filtered
// by eq, lt and in, ordered; and what lies on the disk.
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "golden/store_node.hpp"

namespace bedplate::golden {
namespace {

constexpr std::string_view kTypes = R"SDL(
enum Size { LARGE MEDIUM SMALL }
type Address @embedded { street: String! zip: Int since: Date sizes: [Size!] owner: Name }
type Name @embedded { first: String! last: String }
type Thing @entity @allow {
  id: ID!
  rank: Int!
  string: String
  int: Int
  bigInt: BigInt
  float: Float
  money: Decimal @decimal(precision: 10, scale: 2)
  plain: Decimal
  wide: Decimal @decimal(precision: 38, scale: 10)
  boolean: Boolean
  dateTime: DateTime
  localDateTime: LocalDateTime
  date: Date
  time: Time
  duration: Duration
  uuid: UUID
  json: JSON
  bytes: Bytes
  email: Email
  url: URL
  size: Size
  ints: [Int!]
  strings: [String!]
  moneys: [Decimal!] @decimal(precision: 10, scale: 2)
  moments: [DateTime!]
  uuids: [UUID!]
  sizes: [Size!]
  address: Address
  addresses: [Address!]
}
)SDL";

constexpr sql::Dialect kBoth[] = {sql::Dialect::kSqlite, sql::Dialect::kPostgres};
std::string_view name(sql::Dialect dialect) { return dialect == sql::Dialect::kSqlite ? "SQLite" : "PostgreSQL"; }

std::string escaped(std::string_view text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte))
      out += c;
    else
      out.append({'%', kHex[byte >> 4], kHex[byte & 15]});
  }
  return out;
}

Answer post(StoreNode& node, const std::string& path, const std::string& body) {
  return node.answer("POST /api/" + path + "\nContent-Type: application/json\nPrefer: return=representation\n\n" + body,
                     node.principal({}));
}
Answer get(StoreNode& node, const std::string& target) { return node.answer("GET /api/" + target, node.principal({})); }

/// A value of a field, least first among those of the field.
struct Value {
  std::string sent;    ///< JSON
  std::string served;  ///< JSON
  std::string disk;    ///< SQLite: `type value`
};
struct Field {
  std::string name;
  std::vector<Value> values;
  bool ordered = true;  ///< lt and order are asked for too
};

const std::vector<Field>& fields() {
  static const std::vector<Field> all = {
      {"string",
       {{R"("")", R"("")", "text "},
        {R"("O'Neil \"q\" \\ \n\u0001")", R"("O'Neil \"q\" \\ \n\u0001")", "text O'Neil \"q\" \\ \n\x01"},
        {R"("Straße")", R"("Straße")", "text Straße"},
        {R"("日本\uD83D\uDE00")", R"("日本😀")", "text 日本😀"}}},
      {"int",
       {{"-2147483648", "-2147483648", "integer -2147483648"},
        {"-1", "-1", "integer -1"},
        {R"("0")", "0", "integer 0"},
        {"2147483647", "2147483647", "integer 2147483647"}}},
      {"bigInt",
       {{"-9223372036854775808", "-9223372036854775808", "integer -9223372036854775808"},
        {R"("9007199254740993")", "9007199254740993", "integer 9007199254740993"},
        {"9223372036854775806", "9223372036854775806", "integer 9223372036854775806"},
        {"9223372036854775807", "9223372036854775807", "integer 9223372036854775807"}}},
      {"float",
       {{"-1.7976931348623157e308", "-1.7976931348623157e+308", "real -1.79769313486232e+308"},
        {"5e-324", "5e-324", "real 4.94065645841247e-324"},
        {"0.1", "0.1", "real 0.1"},
        {"0.30000000000000004", "0.30000000000000004", "real 0.3"},
        {"3", "3", "real 3.0"}}},
      {"money",
       {{"-99999999.99", "-99999999.99", "integer -9999999999"},
        {"-0.01", "-0.01", "integer -1"},
        {R"("1.5")", "1.50", "integer 150"},
        {"99999999.99", "99999999.99", "integer 9999999999"}}},
      {"plain",
       {{"-99999999999999.9999", "-99999999999999.9999", "integer -999999999999999999"},
        {"0.0001", "0.0001", "integer 1"},
        {"99999999999999.9999", "99999999999999.9999", "integer 999999999999999999"}}},
      {"wide",
       {{"-9999999999999999999999999999.9999999999", "-9999999999999999999999999999.9999999999",
         "text -9999999999999999999999999999.9999999999"},
        {"-2", "-2.0000000000", "text -2.0000000000"},
        {"10.5", "10.5000000000", "text 10.5000000000"},
        {"9999999999999999999999999999.9999999999", "9999999999999999999999999999.9999999999",
         "text 9999999999999999999999999999.9999999999"}}},
      {"boolean", {{"false", "false", "integer 0"}, {"true", "true", "integer 1"}}},
      {"dateTime",
       {{R"("0001-01-01T00:00:00Z")", R"("0001-01-01T00:00:00Z")", "integer -62135596800000000"},
        {R"("2026-01-02T03:04:05.000006+02:00")", R"("2026-01-02T01:04:05.000006Z")", "integer 1767315845000006"},
        {R"("2026-01-02T01:04:05.1Z")", R"("2026-01-02T01:04:05.1Z")", "integer 1767315845100000"},
        {R"("9999-12-31T23:59:59.999999Z")", R"("9999-12-31T23:59:59.999999Z")", "integer 253402300799999999"}}},
      {"localDateTime",
       {{R"("2025-12-31T23:59:59.5")", R"("2025-12-31T23:59:59.5")", "text 2025-12-31T23:59:59.500000"},
        {R"("2026-01-01T00:00:00")", R"("2026-01-01T00:00:00")", "text 2026-01-01T00:00:00.000000"}}},
      {"date",
       {{R"("0001-01-01")", R"("0001-01-01")", "text 0001-01-01"},
        {R"("2024-02-29")", R"("2024-02-29")", "text 2024-02-29"},
        {R"("9999-12-31")", R"("9999-12-31")", "text 9999-12-31"}}},
      {"time",
       {{R"("00:00:00")", R"("00:00:00")", "text 00:00:00.000000"},
        {R"("12:30")", R"("12:30:00")", "text 12:30:00.000000"},
        {R"("23:59:59.999999")", R"("23:59:59.999999")", "text 23:59:59.999999"}}},
      {"duration",
       {{R"("-PT1.5S")", R"("-PT1.5S")", "integer -1500000"},
        {R"("PT0S")", R"("PT0S")", "integer 0"},
        {R"("P1DT1H")", R"("PT25H")", "integer 90000000000"}}},
      {"uuid",
       {{R"("0190F5C0-7B1E-7C4A-9D2E-3F1A5B6C7D8E")", R"("0190f5c0-7b1e-7c4a-9d2e-3f1a5b6c7d8e")",
         "text 0190f5c0-7b1e-7c4a-9d2e-3f1a5b6c7d8e"},
        {R"("ffffffff-ffff-4fff-bfff-ffffffffffff")", R"("ffffffff-ffff-4fff-bfff-ffffffffffff")",
         "text ffffffff-ffff-4fff-bfff-ffffffffffff"}}},
      {"json",
       {{R"({"b": 1.50, "a": [1e400, 12345678901234567890.10, null]})",
         R"({"b":1.50,"a":[1e400,12345678901234567890.10,null]})",
         R"(text {"b":1.50,"a":[1e400,12345678901234567890.10,null]})"},
        {R"("x")", R"("x")", R"(text "x")"},
        {"[]", "[]", "text []"}},
       false},
      {"bytes",
       {{R"("YQ==")", R"("YQ==")", "blob a"},
        {R"("YWI=")", R"("YWI=")", "blob ab"},
        {R"("_-8")", R"("/+8=")", "blob \xff\xef"}}},
      {"email",
       {{R"("ada@example.org")", R"("ada@example.org")", "text ada@example.org"},
        {R"("jürgen@example.org")", R"("jürgen@example.org")", "text jürgen@example.org"}}},
      {"url", {{R"("https://example.org/ä?b=c")", R"("https://example.org/ä?b=c")", "text https://example.org/ä?b=c"}}},
      {"size",
       {{R"("LARGE")", R"("LARGE")", "text LARGE"},
        {R"("MEDIUM")", R"("MEDIUM")", "text MEDIUM"},
        {R"("SMALL")", R"("SMALL")", "text SMALL"}}},
      {"ints",
       {{"[]", "[]", "text []"}, {R"([2, "1", -2147483648])", "[2,1,-2147483648]", "text [2,1,-2147483648]"}},
       false},
      {"strings", {{R"(["ä", "\"", ""])", R"(["ä","\"",""])", R"(text ["ä","\"",""])"}}, false},
      {"moneys", {{R"([1, "2.5"])", "[1.00,2.50]", "text [1.00,2.50]"}}, false},
      {"moments",
       {{R"(["2026-01-01T00:00:00+01:00"])", R"(["2025-12-31T23:00:00Z"])", R"(text ["2025-12-31T23:00:00Z"])"}},
       false},
      {"uuids",
       {{R"(["FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF"])", R"(["ffffffff-ffff-4fff-bfff-ffffffffffff"])",
         R"(text ["ffffffff-ffff-4fff-bfff-ffffffffffff"])"}},
       false},
      {"sizes", {{R"(["SMALL", "LARGE"])", R"(["SMALL","LARGE"])", R"(text ["SMALL","LARGE"])"}}, false},
      {"address",
       {{R"({"zip": "53111", "street": "Elm", "owner": {"first": "Ada"}, "sizes": ["SMALL"]})",
         R"({"street":"Elm","zip":53111,"sizes":["SMALL"],"owner":{"first":"Ada"}})",
         R"(text {"street":"Elm","zip":53111,"sizes":["SMALL"],"owner":{"first":"Ada"}})"}},
       false},
      {"addresses",
       {{"[]", "[]", "text []"},
        {R"([{"street": "Elm", "since": "2024-02-29"}])", R"([{"street":"Elm","since":"2024-02-29"}])",
         R"(text [{"street":"Elm","since":"2024-02-29"}])"}},
       false}};
  return all;
}

std::string unquoted(const std::string& json) {
  const auto document = testing_support::must(json::Document::parse(json), json);
  return std::string(document->text);
}

/// Values inserted, served, read again and found on the disk.
void goes_through(StoreNode& node, const Field& field, bool sqlite) {
  for (std::size_t i = 0; i < field.values.size(); ++i) {
    const auto& value = field.values[i];
    const auto made = post(node, "things?select=id," + field.name,
                           "{\"rank\": " + std::to_string(i) + ", \"" + field.name + "\": " + value.sent + "}");
    ASSERT_EQ(made.status, 201) << field.name << " " << value.sent << " " << made.body;
    const auto id = made.body.substr(8, 36);
    const std::string row = "{\"id\":\"" + id + "\",\"" + field.name + "\":" + value.served + "}";
    EXPECT_EQ(made.body, "[" + row + "]") << value.sent;
    EXPECT_EQ(get(node, "things/" + id + "?select=id," + field.name).body, row) << value.sent;
    if (!sqlite) continue;
    std::string column;
    for (const char c : field.name)
      column.append(std::isupper(static_cast<unsigned char>(c)) ? "_" : "")
          .append({static_cast<char>(std::tolower(c))});
    const auto disk =
        node.query("SELECT typeof(" + column + ") || ' ', " + column + " FROM things WHERE id = '" + id + "'");
    EXPECT_EQ(disk.at(0).at(0) + disk.at(0).at(1), value.disk);
  }
}

std::string ranks(StoreNode& node, const std::string& query) {
  const auto answer = get(node, "things?select=rank&" + query);
  if (answer.status != 200) return answer.body;
  std::string out;
  for (const char c : answer.body)
    if (std::isdigit(static_cast<unsigned char>(c))) out += c;
  return out;
}

/// Each value is found by eq and in, what is before it by lt, all in their order.
void is_found(StoreNode& node, const Field& field) {
  std::string all, backwards;
  for (std::size_t i = 0; i < field.values.size(); ++i) {
    const std::string rank = std::to_string(i);
    const std::string text = escaped(unquoted(field.values[i].sent));
    const std::string only = field.name + "=not.is.null&";
    EXPECT_EQ(ranks(node, only + field.name + "=eq." + text), rank) << field.name;
    EXPECT_EQ(ranks(node, only + field.name + "=lt." + text + "&order=rank"), all) << field.name << " lt " << text;
    const std::string quoted = escaped("(\"" + [&] {
      std::string inside;
      for (const char c : unquoted(field.values[i].sent)) inside.append(c == '"' || c == '\\' ? "\\" : "").append({c});
      return inside;
    }() + "\")");
    EXPECT_EQ(ranks(node, only + field.name + "=in." + quoted), rank) << field.name;
    all += rank;
    backwards = rank + backwards;
  }
  EXPECT_EQ(ranks(node, field.name + "=not.is.null&order=" + field.name), all) << field.name;
  EXPECT_EQ(ranks(node, field.name + "=not.is.null&order=" + field.name + ".desc"), backwards) << field.name;
}

TEST(Types, GoFromTheWireToTheDiskAndBack) {
  for (const auto dialect : kBoth) {
    SCOPED_TRACE(name(dialect));
    StoreNode node(kTypes, dialect);
    for (const auto& field : fields()) {
      goes_through(node, field, dialect == sql::Dialect::kSqlite);
      if (field.ordered) is_found(node, field);
    }
  }
}

TEST(Types, NullsAreNull) {
  std::string nulls = "{\"rank\": 1", served = "[{\"rank\":1";
  std::string select = "rank";
  for (const auto& field : fields()) {
    nulls += ", \"" + field.name + "\": null";
    served += ",\"" + field.name + "\":null";
    select += "," + field.name;
  }
  for (const auto dialect : kBoth) {
    SCOPED_TRACE(name(dialect));
    StoreNode node(kTypes, dialect);
    EXPECT_EQ(post(node, "things?select=" + select, nulls + "}").body, served + "}]");
    EXPECT_EQ(post(node, "things?select=" + select, "{\"rank\": 1}").body, served + "}]");
    for (const auto& field : fields()) EXPECT_EQ(ranks(node, field.name + "=is.null"), "11") << field.name;
  }
}

TEST(Types, IdsAreMadeOrGiven) {
  for (const auto dialect : kBoth) {
    SCOPED_TRACE(name(dialect));
    StoreNode node(kTypes, dialect);
    const auto made = post(node, "things?select=id", R"({"rank": 1})");
    EXPECT_EQ(made.body.substr(8 + 14, 1), "7") << made.body;
    EXPECT_EQ(post(node, "things?select=id", R"({"rank": 2, "id": "Ä 'x'"})").body, R"([{"id":"Ä 'x'"}])");
    EXPECT_EQ(get(node, "things/%C3%84%20'x'?select=rank").body, R"({"rank":2})");
    EXPECT_EQ(post(node, "things?select=id", R"({"rank": 3, "id": "0190F5C0-7B1E-7C4A-9D2E-3F1A5B6C7D8E"})").body,
              R"([{"id":"0190f5c0-7b1e-7c4a-9d2e-3f1a5b6c7d8e"}])");
    EXPECT_EQ(get(node, "things/0190F5C0-7B1E-7C4A-9D2E-3F1A5B6C7D8E?select=rank").body, R"({"rank":3})");
  }
}

TEST(Types, RefuseWhatIsNotTheirs) {
  const std::vector<std::pair<std::string, std::vector<std::string>>> wrong = {
      {"string", {"1", "true", "[]", "{}"}},
      {"int", {"2147483648", "-2147483649", "1.5", "1.0", "1e3", "\"\"", "true"}},
      {"bigInt", {"9223372036854775808", "-9223372036854775809", "\"x\""}},
      {"float", {"1e400", "\"NaN\"", "\"Infinity\"", "true"}},
      {"money", {"1.005", "100000000", "\"1,5\"", "\"\""}},
      {"plain", {"0.00001", "100000000000000"}},
      {"wide", {"0.00000000001", "10000000000000000000000000000"}},
      {"boolean", {"1", "\"true\"", "0"}},
      {"dateTime", {"\"2026-01-01\"", "\"2026-01-01T00:00:00\"", "\"2026-01-01T00:00:00.0000001Z\"", "1"}},
      {"localDateTime", {"\"2026-01-01T00:00:00Z\"", "\"2026-02-30T00:00:00\""}},
      {"date", {"\"2026-02-29\"", "\"2026-1-1\"", "\"10000-01-01\""}},
      {"time", {"\"24:00:01\"", "\"12:60\"", "\"12:00:00.0000001\""}},
      {"duration", {"\"P1M\"", "\"P1Y\"", "\"1h\"", "60"}},
      {"uuid", {"\"0190f5c07b1e7c4a9d2e3f1a5b6c7d8e\"", "\"x\""}},
      {"bytes", {"\"a\"", "\"****\""}},
      {"email", {"\"ada\"", "\"a@b@c\""}},
      {"url", {"\"example.org\"", "\"javascript:alert(1)\""}},
      {"size", {"\"large\"", "\"HUGE\"", "1"}},
      {"ints", {"1", "[1.5]", "[null]", "[[1]]", "{}"}},
      {"strings", {"[1]"}},
      {"moneys", {"[1.005]"}},
      {"moments", {"[\"2026-01-01\"]"}},
      {"sizes", {"[\"HUGE\"]", "\"SMALL\""}},
      {"address",
       {"{}", "[]", R"({"street": null})", R"({"street": "x", "more": 1})", R"({"street": "x", "zip": "y"})",
        R"({"street": "x", "owner": {}})", R"({"street": "x", "sizes": ["HUGE"]})"}},
      {"addresses", {R"({"street": "x"})", R"([{"street": 1}])", "[null]"}}};
  for (const auto dialect : kBoth) {
    SCOPED_TRACE(name(dialect));
    StoreNode node(kTypes, dialect);
    for (const auto& [field, values] : wrong)
      for (const auto& value : values) {
        const auto answer = post(node, "things", "{\"rank\": 1, \"" + field + "\": " + value + "}");
        EXPECT_EQ(answer.status, 400) << field << " " << value;
        EXPECT_TRUE(answer.body.contains("\"errors\":[{\"path\":\"" + field)) << field << " " << value << answer.body;
      }
    EXPECT_EQ(get(node, "things").body, "[]");
  }
}

TEST(Types, EachIsInTheReference) {
  std::ifstream in(std::string(BP_TEST_DATA) + "/../../docs/reference/types.md", std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  for (int scalar = 0; scalar < static_cast<int>(Scalar::kEnum); ++scalar) {
    const auto named = scalar_name(static_cast<Scalar>(scalar));
    EXPECT_TRUE(text.str().contains("| `" + std::string(named) + "` |")) << named;
  }
  for (const char* row : {"| an enum |", "| `[T!]` |", "| an `@embedded` type |"})
    EXPECT_TRUE(text.str().contains(row)) << row;
}

}  // namespace
}  // namespace bedplate::golden
