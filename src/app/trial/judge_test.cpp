#include "app/trial/judge.hpp"

#include <gtest/gtest.h>

#include "model/compile.hpp"

namespace bedplate::app {
namespace {

constexpr std::string_view kSchema = R"SDL(
enum State { OPEN DONE }
type Note @entity
  @allow(to: [READ], when: "shared || author == auth.id")
  @allow(to: [UPDATE], when: "author == auth.id && state == 'OPEN'", fields: ["text", "state"])
  @allow(to: [UPDATE], when: "state == 'DONE'", check: "text != old.text")
  @allow(to: [CREATE, DELETE], when: "author == auth.id")
  @deny(to: [DELETE], when: "weight > 5") {
  id: Int!
  author: String!
  text: String!
  state: State!
  shared: Boolean!
  weight: Int
  secret: String @allow(to: [READ], when: "author == auth.id")
}
)SDL";

class JudgeTest : public testing::Test {
 protected:
  JudgeTest() {
    data.rows.resize(1);
    data.spare.resize(1);
  }

  Record& add(std::int64_t id, std::string_view author, std::string_view state, bool shared, Cell weight) {
    return data.rows[0].emplace_back(Record{0,
                                            {Cell::integer(id), Cell::text(author), Cell::text("hello"),
                                             Cell::text(state), Cell::boolean(shared), weight, Cell::text("x")}});
  }
  std::vector<Cell> with(const Record& row, model::FieldId field, Cell value) {
    auto cells = row.cells;
    cells[field] = value;
    return cells;
  }
  Verdict update(Record& row, model::FieldId field, Cell value) {
    const model::FieldId given[] = {field};
    return judge.update(row, with(row, field, value), given);
  }

  static constexpr model::FieldId kText = 2, kState = 3, kShared = 4, kSecret = 6;
  const std::unique_ptr<model::Model> model = model::compile(kSchema, "schema.graphql").model;
  TrialData data;
  const std::shared_ptr<const operation::Principal> ada = operation::Principals(*model).make(
      {.authenticated = true, .id = "ada", .tenant = {}, .credential = {}, .roles = {}, .scopes = {}, .claims = {}});
  Judge judge{*model, data, *ada, 0};
};

using Kind = Verdict::Kind;

TEST_F(JudgeTest, RowsAndFieldsAreReadByTheirRules) {
  EXPECT_TRUE(judge.readable(add(1, "ada", "OPEN", false, Cell::null())));
  EXPECT_FALSE(judge.readable(add(2, "bob", "OPEN", false, Cell::null())));
  const Record& shared = add(3, "bob", "OPEN", true, Cell::null());
  EXPECT_TRUE(judge.readable(shared));
  EXPECT_TRUE(judge.value(shared, kSecret).is_null());
  EXPECT_EQ(judge.value(data.rows[0][0], kSecret).as_bytes(), "x");
}

TEST_F(JudgeTest, OneAllowCoversAChangeWhole) {
  Record& own = add(1, "ada", "OPEN", false, Cell::null());
  EXPECT_EQ(update(own, kText, Cell::text("bye")).kind, Kind::kGranted);
  // The first holds before and the second afterwards; parts of two never mix.
  const auto mixed = update(own, kState, Cell::text("DONE"));
  EXPECT_EQ(mixed.kind, Kind::kRefused);
  EXPECT_EQ(update(own, kShared, Cell::boolean(true)).kind, Kind::kRefused);
  EXPECT_EQ(own.cells[kState].as_bytes(), "OPEN") << "the data are as they were";

  Record& done = add(2, "ada", "DONE", false, Cell::null());
  EXPECT_EQ(update(done, kText, Cell::text("bye")).kind, Kind::kGranted);
  const auto same = update(done, kShared, Cell::boolean(true));
  EXPECT_EQ(same.kind, Kind::kRefused);
  EXPECT_EQ(same.why, "a check");
}

TEST_F(JudgeTest, ADenyThatIsUnknownDenies) {
  EXPECT_EQ(judge.remove(add(1, "ada", "OPEN", false, Cell::integer(1))).kind, Kind::kGranted);
  EXPECT_EQ(judge.remove(add(2, "ada", "OPEN", false, Cell::integer(6))).why, "a @deny, of the row before");
  EXPECT_EQ(judge.remove(add(3, "ada", "OPEN", false, Cell::null())).why,
            "a @deny, of the row before, which is UNKNOWN");
  EXPECT_EQ(judge.remove(add(4, "bob", "OPEN", false, Cell::integer(1))).kind, Kind::kNotFound);
  EXPECT_EQ(judge.remove(add(5, "bob", "OPEN", true, Cell::integer(1))).kind, Kind::kRefused);
}

TEST_F(JudgeTest, ANewRowIsJudgedAmongTheOthersAndLeavesNoTrace) {
  const model::FieldId given[] = {1, kText};
  Record row = add(1, "ada", "OPEN", false, Cell::null());
  row.cells[0] = Cell::integer(9);
  EXPECT_EQ(judge.create(row, given).kind, Kind::kGranted);
  row.cells[1] = Cell::text("bob");
  EXPECT_EQ(judge.create(row, given).kind, Kind::kRefused);
  row.cells[1] = Cell::null();
  EXPECT_EQ(judge.create(row, given).kind, Kind::kUnclear) << "a required field has no value";
  EXPECT_EQ(data.rows[0].size(), 1U);
}

}  // namespace
}  // namespace bedplate::app
