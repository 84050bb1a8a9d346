#include "render/lines.hpp"

#include <gtest/gtest.h>
#include <map>

#include "render/test_rows.hpp"

namespace bedplate::render {
namespace {

using plan::Member;

/// A text, a to-one row and a list below each row.
class Lines : public testing::Test {
 protected:
  Lines() {
    for (int i = 0; i < 3; ++i) plan_.objects.push_back(std::make_unique<plan::Object>());
    plan_.statements.resize(2);
    plan_.rows = {plan_.objects[0].get(), plan_.objects[1].get()};
    plan_.objects[2]->members = {{.name = "x", .column = 2}};
    plan_.objects[1]->members = {{.name = "y", .column = 0}};
    plan_.objects[0]->members = {
        {.name = "na,me", .column = 0},
        {.kind = Member::Kind::kObject, .name = "one", .presence = 1, .object = plan_.objects[2].get()},
        {.kind = Member::Kind::kList, .name = "many", .statement = 1}};
  }
  std::string write(std::vector<std::vector<Cell>> roots, LineWriter::Request request = {}) {
    const Program program = compile(plan_, {});
    std::string out;
    LineWriter writer(program, request, out);
    TestRows source({{0, std::move(roots)}, {1, {{Cell::text("p")}}}});
    std::string all;
    slices_ = 0;
    for (bool more = true; more; ++slices_) {
      writer.begin_slice();
      const auto slice = writer.slice(source);
      if (!slice) return std::string(reason_word(slice.error().reason()));
      more = *slice;
      all += std::exchange(out, {});
    }
    return all;
  }
  plan::ReadTemplate plan_;
  int slices_ = 0;
};

const Cell kNull = Cell::null();
Cell text(std::string_view value) { return Cell::text(value); }

TEST_F(Lines, CsvQuotesWhatWouldReadOtherwiseAndEmbedsJson) {
  EXPECT_EQ(write({{text("plain"), text("k"), text("v")}, {kNull, kNull, kNull}}, {.form = LineForm::kCsv}),
            "\"na,me\",one,many\n"
            "plain,\"{\"\"x\"\":\"\"v\"\"}\",\"[{\"\"y\"\":\"\"p\"\"}]\"\n"
            ",,\"[{\"\"y\"\":\"\"p\"\"}]\"");
  const std::string many = ",,\"[{\"\"y\"\":\"\"p\"\"}]\"";
  for (const auto& [given, shown] : std::map<std::string, std::string>{{"", "\"\""},
                                                                       {"a\"b", "\"a\"\"b\""},
                                                                       {"a,b", "\"a,b\""},
                                                                       {"a\nb", "\"a\nb\""},
                                                                       {"a\rb", "\"a\rb\""},
                                                                       {" a", "\" a\""},
                                                                       {"NULL", "\"NULL\""},
                                                                       {"=1+1", "=1+1"}})
    EXPECT_EQ(write({{text(given), kNull, kNull}}, {.form = LineForm::kCsv}), "\"na,me\",one,many\n" + shown + many);
  EXPECT_EQ(write({}, {.form = LineForm::kCsv}), "\"na,me\",one,many");
}

TEST_F(Lines, NdjsonHasALineForEachRow) {
  EXPECT_EQ(write({{text("a\nb"), kNull, kNull}, {text("c"), kNull, kNull}}),
            "{\"na,me\":\"a\\nb\",\"one\":null,\"many\":[{\"y\":\"p\"}]}\n"
            "{\"na,me\":\"c\",\"one\":null,\"many\":[{\"y\":\"p\"}]}\n");
  EXPECT_EQ(write({}), "");
}

TEST_F(Lines, SlicesJoinToTheSameWhole) {
  std::vector<std::vector<Cell>> rows(50, {text("row"), kNull, kNull});
  for (const auto form : {LineForm::kCsv, LineForm::kNdjson}) {
    const auto whole = write(rows, {.form = form});
    EXPECT_EQ(slices_, 1);
    EXPECT_EQ(write(rows, {.form = form, .slice = 100}), whole);
    EXPECT_GT(slices_, 10);
  }
}

TEST_F(Lines, ASliceIsBoundedAndSoIsARow) {
  std::vector<std::vector<Cell>> rows(50, {text("row"), kNull, kNull});
  EXPECT_EQ(write(rows, {.slice = 100, .max_bytes = 200}).size(), 50 * 46u);
  EXPECT_EQ(write({{text(std::string(300, 'x')), kNull, kNull}}, {.slice = 100, .max_bytes = 200}), "LIMIT_EXCEEDED");
}

}  // namespace
}  // namespace bedplate::render
