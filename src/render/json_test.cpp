#include "render/json.hpp"

#include <gtest/gtest.h>
#include <map>

#include "render/test_rows.hpp"

namespace bedplate::render {
namespace {

using plan::Member;

class Json : public testing::Test {
 protected:
  plan::Object* object(std::uint16_t statement = 0xffff) {
    plan_.objects.push_back(std::make_unique<plan::Object>());
    if (statement != 0xffff) {
      plan_.statements.resize(std::max<std::size_t>(plan_.statements.size(), statement + 1u));
      plan_.rows.resize(plan_.statements.size());
      plan_.rows[statement] = plan_.objects.back().get();
    }
    return plan_.objects.back().get();
  }
  static Member value(std::string_view name, std::uint16_t column, Type type = {}) {
    return {.name = name, .type = type, .column = column};
  }
  std::string render(std::map<std::uint16_t, std::vector<std::vector<Cell>>> rows, const Options& options = {},
                     JsonVisitor::Request request = {}) {
    const Program program = compile(plan_, options);
    std::string out;
    JsonVisitor visitor(program, request, out);
    TestRows source(std::move(rows));
    const auto done = visitor.visit(source);
    last_ = {visitor.rows(), visitor.more(), visitor.total()};
    return done ? out : std::string(reason_word(done.error().reason()));
  }

  struct Last {
    std::int64_t rows = 0;
    bool more = false;
    std::int64_t total = 0;
  };
  plan::ReadTemplate plan_;
  Last last_;
};

const Cell kNull = Cell::null();
Cell text(std::string_view value) { return Cell::text(value); }

TEST_F(Json, WritesRowsOnceInOrder) {
  object(0)->members = {value("name", 0), value("count", 1, {.scalar = Scalar::kInt})};
  EXPECT_EQ(render({{0, {{text("a\"b"), Cell::integer(1)}, {kNull, kNull}}}}),
            R"([{"name":"a\"b","count":1},{"name":null,"count":null}])");
  EXPECT_EQ(render({}), "[]");
}

TEST_F(Json, LeavesNullsOutWhenAsked) {
  auto* inner = object();
  inner->members = {value("x", 1)};
  object(0)->members = {
      value("a", 0), {.kind = Member::Kind::kObject, .name = "one", .presence = 1, .object = inner}, value("b", 2)};
  EXPECT_EQ(render({{0, {{kNull, kNull, text("z")}, {text("y"), text("x"), kNull}, {kNull, kNull, kNull}}}},
                   {.strip_nulls = true}),
            R"([{"b":"z"},{"a":"y","one":{"x":"x"}},{}])");
}

TEST_F(Json, WritesNumbersOfManyDigitsAsTextWhenAsked) {
  object(0)->members = {value("big", 0, {.scalar = Scalar::kBigInt}), value("int", 1, {.scalar = Scalar::kInt}),
                        value("price", 2, {.scalar = Scalar::kDecimal, .precision = 10, .scale = 2})};
  const std::vector<Cell> row{Cell::integer(9007199254740993), Cell::integer(1), Cell::integer(150)};
  EXPECT_EQ(render({{0, {row}}}), R"([{"big":9007199254740993,"int":1,"price":1.50}])");
  EXPECT_EQ(render({{0, {row}}}, {.numbers_as_strings = true}),
            R"([{"big":"9007199254740993","int":1,"price":"1.50"}])");
}

TEST_F(Json, AJoinedRowIsAnObjectOrNull) {
  auto* inner = object();
  inner->members = {value("x", 1)};
  object(0)->members = {{.kind = Member::Kind::kObject, .name = "one", .presence = 1, .object = inner}, value("a", 0)};
  EXPECT_EQ(render({{0, {{text("y"), text("x")}, {text("y"), kNull}}}}),
            R"([{"one":{"x":"x"},"a":"y"},{"one":null,"a":"y"}])");
}

TEST_F(Json, AnAbsentSpreadRowIsNullWhateverItsColumnsCalculate) {
  auto* inner = object();
  inner->members = {value("x", 1),
                    value("count", 2, {.scalar = Scalar::kInt}),
                    {.kind = Member::Kind::kList, .name = "list", .statement = 1}};
  object(0)->members = {value("a", 0), {.kind = Member::Kind::kSpread, .name = "one", .presence = 1, .object = inner}};
  object(1)->members = {value("y", 0)};
  EXPECT_EQ(render({{0, {{text("p"), text("q"), Cell::integer(0)}, {text("p"), kNull, Cell::integer(0)}}},
                    {1, {{text("r")}}}}),
            R"([{"a":"p","x":"q","count":0,"list":[{"y":"r"}]},{"a":"p","x":null,"count":null,"list":null}])");
  EXPECT_EQ(render({{0, {{text("p"), kNull, Cell::integer(0)}}}}, {.strip_nulls = true}), R"([{"a":"p"}])");
}

TEST_F(Json, AnEmbeddedListOverItsCapIsAnErrorNeverCut) {
  object(0)->members = {{.kind = Member::Kind::kList, .name = "list", .statement = 1}};
  object(1)->members = {value("y", 0)};
  plan_.statements[1].max_rows = 2;
  EXPECT_EQ(render({{0, {{kNull}}}, {1, {{text("1")}, {text("2")}}}}), R"([{"list":[{"y":"1"},{"y":"2"}]}])");
  EXPECT_EQ(render({{0, {{kNull}}}, {1, {{text("1")}, {text("2")}, {text("3")}}}}), "LIMIT_EXCEEDED");
}

TEST_F(Json, TheTopLevelIsCutAndSaysSo) {
  object(0)->members = {value("a", 0)};
  EXPECT_EQ(render({{0, {{text("1")}, {text("2")}, {text("3")}}}}, {}, {.max_rows = 2}), R"([{"a":"1"},{"a":"2"}])");
  EXPECT_TRUE(last_.more);
  EXPECT_EQ(last_.rows, 2);
  EXPECT_EQ(render({{0, {{text("1")}, {text("2")}}}}, {}, {.max_rows = 2}), R"([{"a":"1"},{"a":"2"}])");
  EXPECT_FALSE(last_.more);
}

TEST_F(Json, OneObjectCountsEveryRow) {
  object(0)->members = {value("a", 0)};
  EXPECT_EQ(render({{0, {{text("1")}, {text("2")}}}}, {}, {.shape = JsonVisitor::Shape::kObject}), R"({"a":"1"})");
  EXPECT_EQ(last_.rows, 2);
  EXPECT_EQ(render({}, {}, {.shape = JsonVisitor::Shape::kObject}), "");
}

TEST_F(Json, WithoutABodyRowsAreCounted) {
  object(0)->members = {value("a", 0)};
  EXPECT_EQ(render({{0, {{text("1")}, {text("2")}}}}, {}, {.body = false}), "");
  EXPECT_EQ(last_.rows, 2);
}

TEST_F(Json, TheCountIsOfItsOwnStatement) {
  object(0)->members = {value("a", 0)};
  EXPECT_EQ(render({{0, {{text("1")}}}, {7, {{Cell::integer(42)}}}}, {}, {.count_statement = 7}), R"([{"a":"1"}])");
  EXPECT_EQ(last_.total, 42);
}

TEST_F(Json, AReplyOverItsBytesStopsAtTheRowThatIsTooMuch) {
  object(0)->members = {value("a", 0)};
  EXPECT_EQ(render({{0, {{text("1")}, {text("2")}}}}, {}, {.max_bytes = 100}), R"([{"a":"1"},{"a":"2"}])");
  EXPECT_EQ(render({{0, {{text("1")}, {text("2")}, {text("3")}}}}, {}, {.max_bytes = 20}), "LIMIT_EXCEEDED");
  EXPECT_EQ(render({{0, {{text(std::string(200, 'x'))}}}}, {}, {.max_bytes = 100}), "LIMIT_EXCEEDED");
}

TEST_F(Json, EachVisitStartsOver) {
  object(0)->members = {value("a", 0)};
  const Program program = compile(plan_, {});
  std::string out = "before ";
  JsonVisitor visitor(program, {.max_rows = 1}, out);
  TestRows first({{0, {{text("1")}, {text("2")}}}}), again({{0, {{text("3")}}}});
  ASSERT_TRUE(visitor.visit(first));
  ASSERT_TRUE(visitor.visit(again));
  EXPECT_EQ(out, R"(before [{"a":"3"}])");
  EXPECT_EQ(visitor.rows(), 1);
  EXPECT_FALSE(visitor.more());
}

}  // namespace
}  // namespace bedplate::render
