#include "store/sqlite/functions.hpp"

#include <gtest/gtest.h>

#include "store/sqlite/sqlite_store.hpp"
#include "support/temp_dir.hpp"

namespace bedplate::store {
namespace {

Cell doubled(std::span<const Cell> arguments, sql::Call& call) {
  call.scratch = std::string(arguments[0].as_bytes()) + std::string(arguments[0].as_bytes());
  return Cell::text(call.scratch);
}
void step_sum(void* state, std::span<const Cell> arguments) {
  *static_cast<std::int64_t*>(state) += arguments[0].as_integer();
}
std::optional<Cell> finish_sum(const void* state, std::string&) {
  return state ? Cell::integer(*static_cast<const std::int64_t*>(state)) : Cell::null();
}
constexpr sql::Function kDoubled[] = {{"bp_doubled", 1, doubled}};
constexpr sql::Aggregate kSum[] = {{"bp_test_sum", 1, sizeof(std::int64_t), step_sum, finish_sum}};

class SqliteFunctions : public testing::Test {
 protected:
  std::string ask(std::string expression) {
    const auto rows = store_->query_system("SELECT " + expression, {});
    if (!rows) return "error " + rows.error().cause();
    std::string out;
    for (const auto& row : *rows) out += (out.empty() ? "" : " ") + row[0];
    return out;
  }

  testing_support::TempDir dir_;
  std::unique_ptr<Store> store_ =
      std::move(open_sqlite({.path = dir_ / "f.db", .functions = kDoubled, .aggregates = kSum})).value();
};

TEST_F(SqliteFunctions, OfTextKnowUnicode) {
  EXPECT_EQ(ask("bp_lower('ÄRGER Σ')"), "ärger σ");
  EXPECT_EQ(ask("bp_upper('straße')"), "STRASSE");
  EXPECT_EQ(ask("bp_lower(NULL) IS NULL"), "1");
  EXPECT_EQ(ask("bp_like('Träume', 'tr_um%', 1)"), "1");
  EXPECT_EQ(ask("bp_like('Träume', 'tr_um%', 0)"), "0");
  EXPECT_EQ(ask("bp_like('50%', '50\\%', 0)"), "1");
  EXPECT_EQ(ask("bp_like('505', '50\\%', 0)"), "0");
  EXPECT_EQ(ask("bp_like(NULL, 'a', 0) IS NULL"), "1");
}

TEST_F(SqliteFunctions, Threat077_RegexIsLinearAndABadPatternIsUnknown) {
  EXPECT_EQ(ask("bp_regex('abc', '^A.C$', 1)"), "1");
  EXPECT_EQ(ask("bp_regex('abc', '^A.C$', 0)"), "0");
  EXPECT_EQ(ask("bp_regex('abc', '(', 0) IS NULL"), "1");
  EXPECT_EQ(ask("bp_regex('a' || char(10) || 'c', '^a.c$', 0)"), "1") << "as PostgreSQL reads it";
  EXPECT_EQ(ask("bp_regex(hex(zeroblob(20000)), '(0+)+$1', 0)"), "0");
  EXPECT_EQ(ask("sum(bp_regex(v, p, i)) FROM (SELECT 'a' v, 'a' p, 0 i UNION ALL SELECT 'A', 'a', 1 UNION ALL "
                "SELECT 'A', 'b', 1)"),
            "2");
}

TEST_F(SqliteFunctions, OfFormsGiveCanonicalValues) {
  EXPECT_EQ(ask("bp_from_spaced('2021-01-01 00:00:00')"), "1609459200000000");
  EXPECT_EQ(ask("bp_from_spaced('x') IS NULL"), "1");
  EXPECT_EQ(ask("bp_from_real(0.99, 2)"), "99");
  EXPECT_EQ(ask("bp_from_real(5, 2)"), "500");
  EXPECT_EQ(ask("bp_from_real(1e300, 2) IS NULL"), "1");
}

TEST_F(SqliteFunctions, DecimalTextSortsByNumber) {
  EXPECT_EQ(ask("v FROM (SELECT '10.00' v UNION ALL SELECT '9.5' UNION ALL SELECT '-3' UNION ALL SELECT '-20') "
                "ORDER BY v COLLATE bp_decimal"),
            "-20 -3 9.5 10.00");
  EXPECT_EQ(ask("'1.50' = '1.5' COLLATE bp_decimal"), "1");
}

TEST_F(SqliteFunctions, AreExtendedByTables) {
  EXPECT_EQ(ask("bp_doubled('ab')"), "abab");
  EXPECT_EQ(ask("bp_test_sum(v) FROM (SELECT 2 v UNION ALL SELECT 5)"), "7");
  EXPECT_EQ(ask("bp_test_sum(v) IS NULL FROM (SELECT 2 v) WHERE v > 2"), "1");
}

TEST_F(SqliteFunctions, ServeSchemasToo) {
  const std::string script[] = {"CREATE TABLE t(a TEXT COLLATE bp_decimal UNIQUE, b TEXT CHECK (bp_like(b, 'x%', 0)))",
                                "CREATE INDEX lower_b ON t(bp_lower(b))", "INSERT INTO t VALUES ('1.0', 'xa')"};
  const auto made = store_->run_script(script);
  ASSERT_TRUE(made) << made.error().cause();
  const std::string again[] = {"INSERT INTO t VALUES ('1.00', 'xa')"};
  EXPECT_EQ(store_->run_script(again).error().reason(), Reason::kUniqueViolation);
  const std::string wrong[] = {"INSERT INTO t VALUES ('2', 'ya')"};
  EXPECT_EQ(store_->run_script(wrong).error().reason(), Reason::kConstraintViolation);
}

}  // namespace
}  // namespace bedplate::store
