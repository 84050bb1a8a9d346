#include "differential/rules.hpp"

#include <cmath>

#include "differential/filters.hpp"
#include "expr/describe.hpp"
#include "expr/simplify.hpp"
#include "expr/type.hpp"
#include "json/document.hpp"
#include "model/compile.hpp"
#include "sql/constructs.hpp"
#include "sql/ddl.hpp"
#include "support/expression_generator.hpp"
#include "support/store_rig.hpp"

namespace bedplate::differential {

using expr::Node;
using expr::Op;
using test::ExpressionGenerator;
using test::RulesFacts;
using test::RulesRows;
using test::RulesWorld;

namespace {

constexpr std::size_t kColumns = 256;
constexpr int kRowsAnEntity = 17;
constexpr std::int64_t kNow = 1'700'000'000'000'000;

/// How a column asks about its expression.
enum class Question : std::uint8_t { kValue, kIsTrue, kIsFalse };

struct Asked {
  std::string text;
  const Node* node = nullptr;        ///< as typed
  const Node* simplified = nullptr;  ///< as printed
  Question question = Question::kValue;
};

[[noreturn]] void broken(const std::string& why) {
  std::fprintf(stderr, "rules differential: %s\n", why.c_str());
  std::abort();
}

bool sums_floats(const Node& node) {
  bool found = false;
  expr::for_each(node, [&](const Node& one) {
    found = found || ((one.op == Op::kSum || one.op == Op::kAvg) && one.type.scalar == Scalar::kFloat);
  });
  return found;
}

/// Without the white space that jsonb puts between.
std::string compact(Cell json) {
  const auto parsed = json::Document::parse(json.as_bytes());
  std::string out;
  if (parsed) json::append(out, parsed->root());
  return out;
}

bool same(const Node& node, Cell expected, Cell got) {
  if (expected == got) return true;
  if (node.op == Op::kJsonPath && !expected.is_null() && !got.is_null()) {
    const std::string left = compact(expected);
    if (!left.empty()) return left == compact(got);
  }
  if (expected.kind() != CellKind::kReal || got.kind() != CellKind::kReal || !sums_floats(node)) return false;
  // A sum of doubles depends on the order of its rows.
  const double scale = std::max(std::fabs(expected.as_real()), std::fabs(got.as_real()));
  return std::fabs(expected.as_real() - got.as_real()) <= 1e-9 * std::max(scale, 1.0);
}

class Reader final : public rows::Visitor {
 public:
  using Row = std::function<void(std::size_t, const Cell*)>;
  explicit Reader(Row row) : row_(std::move(row)) {}
  Result<void> visit(rows::Source& source) override {
    BP_TRY_VOID(source.open(0));
    for (std::size_t i = 0;; ++i) {
      BP_TRY(const Cell* cells, source.next(0));
      if (!cells) return {};
      row_(i, cells);
    }
  }

 private:
  Row row_;
};

}  // namespace

struct Rules::State {
  explicit State(std::unique_ptr<store::Store> store) : rig(std::move(store)) {
    auto compiled = model::compile(world.sdl(), "rules.graphql");
    if (!compiled.model) broken("the world does not compile: " + compiled.diagnostics.front().message);
    model = std::move(compiled.model);
    check_ids();
    schema = schema::make_schema(*model);
    const auto made = rig.the_store->run_script(sql::create_schema(schema, rig.the_store->dialect()));
    if (!made) broken(made.error().message() + " | " + std::string(made.error().cause()));
  }

  void check_ids() const {
    for (std::size_t e = 0; e < world.entities().size(); ++e)
      for (std::size_t f = 0; f < world.entities()[e].fields.size(); ++f)
        if (model->entities[e].fields[f].name != world.entities()[e].fields[f].name)
          broken("the model numbers its fields otherwise");
  }

  void fill(unsigned seed);
  std::vector<Asked> ask(ExpressionGenerator& generator, Arena& arena);
  static std::vector<Asked> ask(FilterGenerator& generator, const RulesWorld& world);
  sql::Program print(const std::vector<Asked>& asked) const;
  std::vector<Cell> facts_as_slots(sql::Program& program, const RulesFacts& facts) const;
  static std::string described(const Node& node, const std::vector<Cell>& slots);
  void compare(const std::vector<Asked>& asked, const sql::Program& program, std::span<const Cell> values,
               std::span<const Cell> slots, const RulesFacts& facts, unsigned seed, Report& report);

  RulesWorld world;
  std::unique_ptr<model::Model> model;
  schema::Schema schema;
  testing_support::StoreRig rig;
  std::unique_ptr<RulesRows> rows;
  int batches = 0;
};

void Rules::State::fill(unsigned seed) {
  rows = std::make_unique<RulesRows>(world, seed, kRowsAnEntity);
  const auto dialect = rig.the_store->dialect();
  std::vector<std::string> clear;
  // A row that another of its table refers to isn't deleted before it.
  for (const auto& table : schema.tables)
    for (const auto& key : table.foreign_keys)
      if (key.target == table.name)
        clear.push_back("UPDATE " + sql::quoted_name(table.name) + " SET " + sql::quoted_name(key.columns[0]) +
                        " = NULL");
  for (auto table = schema.tables.rbegin(); table != schema.tables.rend(); ++table)
    clear.push_back("DELETE FROM " + sql::quoted_name(table->name));
  if (const auto done = rig.the_store->run_script(clear); !done) broken(std::string(done.error().cause()));
  std::vector<sql::Statement> statements;
  for (const auto& entity : model->entities) {
    sql::Writer writer(dialect, *model);
    writer.raw("INSERT INTO ").identifier(entity.table).raw(" (");
    std::vector<std::uint16_t> stored;
    for (std::uint16_t f = 0; f < entity.fields.size(); ++f)
      if (entity.fields[f].is_column()) stored.push_back(f);
    for (std::size_t i = 0; i < stored.size(); ++i)
      writer.raw(i > 0 ? ", " : "").identifier(entity.fields[stored[i]].column);
    writer.raw(") VALUES (");
    for (std::size_t i = 0; i < stored.size(); ++i)
      writer.raw(i > 0 ? ", " : "")
          .bind({.kind = sql::Bind::Kind::kSlot, .index = stored[i], .type = entity.fields[stored[i]].type});
    writer.raw(")");
    sql::Statement statement;
    statement.text = writer.take_text();
    statement.binds = writer.take_binds();
    statements.push_back(std::move(statement));
  }
  const auto program = testing_support::program(dialect, std::move(statements));
  std::vector<testing_support::Step> steps;
  for (const auto& record : rows->records()) steps.push_back({.statement = record.entity, .values = record.cells});
  const auto done = rig.write_steps(program, steps);
  if (!done)
    broken(done.error().message() + " | " + std::string(reason_word(done.error().reason())) + " | " +
           done.error().cause());
}

std::vector<Asked> Rules::State::ask(ExpressionGenerator& generator, Arena& arena) {
  std::vector<Asked> asked;
  std::size_t turn = 0;
  while (asked.size() + 3 <= kColumns) {
    Asked one;
    Type expected = expr::kRuleType;
    const Scalar scalar = ExpressionGenerator::kScalars[turn++ % ExpressionGenerator::kScalars.size()];
    const bool condition = scalar == Scalar::kBoolean;
    if (condition) {
      one.text = generator.condition();
      const auto node = expr::compile_expression(one.text, world, arena, expected);
      if (!node) continue;
      one.node = *node;
    } else {
      one.text = generator.value(scalar);
      // The type it has by itself: anything can be tested for null.
      const auto node = expr::compile_expression("(" + one.text + ") == null", world, arena, expected);
      if (!node || (*node)->op != Op::kIsNull) continue;
      one.node = (*node)->args[0];
    }
    generator.count(*one.node);
    asked.push_back(one);
    if (!condition) continue;
    one.question = Question::kIsTrue;
    asked.push_back(one);
    one.question = Question::kIsFalse;
    asked.push_back(one);
  }
  return asked;
}

std::vector<Asked> Rules::State::ask(FilterGenerator& generator, const RulesWorld&) {
  std::vector<Asked> asked;
  while (asked.size() + 3 <= kColumns) {
    Asked one;
    one.node = generator.next();
    asked.push_back(one);
    // Of every fourth condition the shorter printers too.
    if (one.node->type.scalar != Scalar::kBoolean || one.node->op == Op::kCast || asked.size() % 4 != 0) continue;
    one.question = Question::kIsTrue;
    asked.push_back(one);
    one.question = Question::kIsFalse;
    asked.push_back(one);
  }
  return asked;
}

sql::Program Rules::State::print(const std::vector<Asked>& asked) const {
  sql::Statement statement;
  sql::Writer writer(rig.the_store->dialect(), *model);
  const sql::RowNames names(0, "t0");
  writer.raw("SELECT ");
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (i > 0) writer.raw(",\n");
    const Node& node = *asked[i].simplified;
    if (asked[i].question == Question::kValue) {
      print_value(writer, node, names);
      statement.columns.push_back({.type = node.type});
    } else {
      writer.raw("CASE WHEN ");
      (asked[i].question == Question::kIsTrue ? sql::print_condition : sql::print_refuted)(writer, node, names);
      writer.raw(" THEN 1 ELSE 0 END");
      statement.columns.push_back({.type = {.scalar = Scalar::kInt}});
    }
    writer.raw(" AS c").integer(static_cast<std::int64_t>(i + 1));
  }
  const auto& entity = model->entity(RulesWorld::kOrder);
  writer.raw("\nFROM ").identifier(entity.table).raw(" AS t0 ORDER BY ").column("t0", entity.fields[0].column);
  statement.text = writer.take_text();
  statement.binds = writer.take_binds();
  return testing_support::program(rig.the_store->dialect(), {std::move(statement)});
}

/// The rig's principal knows nothing: facts go in as values of the operation.
std::vector<Cell> Rules::State::facts_as_slots(sql::Program& program, const RulesFacts& facts) const {
  std::vector<Cell> slots;
  for (expr::FactId id = 0; id < world.facts().size(); ++id) slots.push_back(facts.value(id));
  for (auto& bind : program.statements[0].binds)
    if (bind.kind == sql::Bind::Kind::kFact) bind.kind = sql::Bind::Kind::kSlot;
  return slots;
}

std::string Rules::State::described(const Node& node, const std::vector<Cell>& slots) {
  std::string out = "op " + std::to_string(static_cast<int>(node.op)) + (node.as_text ? " as text" : "") + " to " +
                    std::string(scalar_name(node.type.scalar)) + " of";
  for (const Node* arg : node.args) {
    out += " (" + std::string(scalar_name(arg->type.scalar));
    if (arg->op == Op::kField) out += " field " + std::to_string(arg->member);
    if (arg->op == Op::kSlot) out += " slot " + testing_support::text_of(slots[arg->slot]);
    if (arg->op == Op::kLiteral) out += " " + testing_support::text_of(arg->literal);
    out += ")";
  }
  for (const auto& step : node.path)
    out += step.index != -1 ? " -> " + std::to_string(step.index < 0 ? step.index + 1 : step.index)
                            : " -> '" + std::string(step.key) + "'";
  return out;
}

void Rules::State::compare(const std::vector<Asked>& asked, const sql::Program& program, std::span<const Cell> values,
                           std::span<const Cell> slots, const RulesFacts& facts, unsigned seed, Report& report) {
  const auto orders = rows->of(RulesWorld::kOrder);
  Arena arena;
  Reader reader([&](std::size_t row, const Cell* cells) {
    for (std::size_t i = 0; i < asked.size(); ++i) {
      const expr::Inputs inputs{.rows = rows.get(),
                                .row = orders[row],
                                .old_row = nullptr,
                                .slots = slots,
                                .facts = &facts,
                                .enums = &world,
                                .now = kNow};
      Cell expected = expr::evaluate(*asked[i].node, inputs, arena);
      const bool truth = expected.kind() == CellKind::kInteger && expected.as_integer() != 0;
      if (asked[i].question == Question::kIsTrue) expected = Cell::integer(truth ? 1 : 0);
      if (asked[i].question == Question::kIsFalse) expected = Cell::integer(!truth && !expected.is_null() ? 1 : 0);
      ++report.cells;
      if (same(*asked[i].node, expected, cells[i]) || ++report.differences > 10) continue;
      report.first += "\n" + asked[i].text + "\n  seed " + std::to_string(seed) + ", row " +
                      std::to_string(orders[row]->cells[0].as_integer()) + ", question " +
                      std::to_string(static_cast<int>(asked[i].question)) + ": C++ " +
                      testing_support::text_of(expected) + ", store " + testing_support::text_of(cells[i]);
    }
  });
  const auto read = rig.run(rig.session->read({program, values, *rig.anonymous, kNow}, reader));
  report.expressions += asked.size();
  if (read) return;
  ++report.differences;
  report.first += "\nseed " + std::to_string(seed) + ": " + read.error().message() + " | " + read.error().cause();
}

Rules::Rules(std::unique_ptr<store::Store> store) : state_(std::make_unique<State>(std::move(store))) {}
Rules::~Rules() = default;

void Rules::run(unsigned seed, Report& report) {
  State& state = *state_;
  if (state.batches++ % 4 == 0) state.fill(seed);
  ExpressionGenerator generator(state.world, seed);
  Arena arena;
  auto asked = state.ask(generator, arena);
  const RulesFacts facts(state.world, *state.rows, seed);
  for (auto& one : asked)
    one.simplified = expr::simplify(one.node, [&](expr::FactId fact) { return facts.holds(fact); }, arena);
  auto program = state.print(asked);
  const auto slots = state.facts_as_slots(program, facts);
  state.compare(asked, program, slots, {}, facts, seed, report);
  for (std::size_t i = 0; i < generator.seen().size(); ++i) report.operators[i] += generator.seen()[i];
}

void Rules::run_filters(unsigned seed, Report& report) {
  State& state = *state_;
  if (state.batches++ % 4 == 0) state.fill(seed);
  Arena arena;
  FilterGenerator generator(state.world, *state.rows, arena, seed);
  auto asked = State::ask(generator, state.world);
  for (auto& one : asked) {
    one.simplified = one.node;
    one.text = State::described(*one.node, generator.slots());
    if (one.question == Question::kValue) ++report.operators[static_cast<std::size_t>(one.node->op)];
  }
  const RulesFacts facts(state.world, *state.rows, seed);
  const auto program = state.print(asked);
  state.compare(asked, program, generator.slots(), generator.slots(), facts, seed, report);
}

std::string coverage(const Report& report, std::uint64_t least, std::string& rare) {
  static constexpr std::array<const char*, 50> kNames{"literal",
                                                      "slot",
                                                      "principal",
                                                      "hasFact",
                                                      "now",
                                                      "field",
                                                      "row",
                                                      "hop",
                                                      "not",
                                                      "and",
                                                      "or",
                                                      "?:",
                                                      "==",
                                                      "!=",
                                                      "<",
                                                      "<=",
                                                      ">",
                                                      ">=",
                                                      "in",
                                                      "inSlot",
                                                      "isNull",
                                                      "isDistinct",
                                                      "+",
                                                      "-",
                                                      "*",
                                                      "/",
                                                      "%",
                                                      "negate",
                                                      "startsWith",
                                                      "endsWith",
                                                      "contains",
                                                      "lower",
                                                      "upper",
                                                      "size",
                                                      "matches",
                                                      "like",
                                                      "ilike",
                                                      "regex",
                                                      "iregex",
                                                      "listContains",
                                                      "listContainedBy",
                                                      "listOverlaps",
                                                      "jsonPath",
                                                      "widen",
                                                      "double",
                                                      "timestamp",
                                                      "duration",
                                                      "toText",
                                                      "cast",
                                                      "exists"};
  static constexpr std::array<const char*, 6> kMore{"all", "count", "sum", "min", "max", "avg"};
  // Slots are counted with the operators they belong to; patterns are values' alone (matches) or the database's own.
  static constexpr std::string_view kNotCompared = " slot matches regex iregex ";
  std::string out;
  for (std::size_t i = 0; i < kNames.size() + kMore.size(); ++i) {
    const std::string name = i < kNames.size() ? kNames[i] : kMore[i - kNames.size()];
    out += name + " " + std::to_string(report.operators[i]) + "  ";
    if (report.operators[i] < least && !kNotCompared.contains(" " + name + " ")) rare += " " + name;
  }
  return out;
}

}  // namespace bedplate::differential
