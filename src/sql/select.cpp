#include "sql/select.hpp"

#include "sql/arithmetic.hpp"
#include "sql/expression.hpp"

namespace bedplate::sql {
namespace {

using expr::Op;

class Select {
 public:
  Select(const plan::ReadTemplate& plan, Writer& writer, std::uint16_t id)
      : plan_(plan), writer_(writer), id_(id), statement_(plan.statements[id]) {}

  void print() {
    writer_.raw("SELECT ");
    if (statement_.count_only)
      writer_.raw("count(*)");
    else
      columns();
    rest();
  }
  /// As an array of records, a column of the parent (PostgreSQL).
  void print_array() {
    writer_.raw("ARRAY(SELECT ROW(");
    columns();
    writer_.raw(")");
    rest();
    writer_.raw(")");
  }

 private:
  static std::string name(std::uint16_t id, std::uint16_t alias) {
    return "t" + std::to_string(id) + (alias == 0 ? "" : "_" + std::to_string(alias));
  }
  std::string name(std::uint16_t alias) const { return name(id_, alias); }
  RowNames row(std::uint16_t alias) const { return {0, name(alias)}; }
  std::string group_name() const { return "g" + std::to_string(id_); }
  /// What the columns and the order are over.
  RowNames shown(std::uint16_t alias) const {
    return statement_.grouping ? RowNames(expr::kGroupScope, group_name()) : row(alias);
  }
  const model::Entity& entity(std::uint16_t alias) const {
    return writer_.model().entity(statement_.aliases[alias].entity);
  }
  void also() {
    writer_.raw(first_ ? " WHERE " : " AND ");
    first_ = false;
  }
  void rest() {
    if (statement_.grouping)
      groups();
    else
      rows();
    if (statement_.count_only) return;
    order();
    limit();
    if (statement_.lock && !writer_.sqlite()) writer_.raw(" FOR UPDATE OF ").raw(name(0));
  }

  void rows() {
    from();
    joins();
    link();
    where();
  }

  void columns();
  void output(const plan::Bound& column);
  void groups();
  void grouped_values();
  void averages(const std::string& inner);
  void from();
  void joins();
  void link();
  void where();
  void order();
  void limit();

  const plan::ReadTemplate& plan_;
  Writer& writer_;
  std::uint16_t id_;
  const plan::Statement& statement_;
  bool first_ = true;
};

/// A stored field's own column is handed over as it is and decoded by the store.
const model::Field* plain_field(const model::Model& model, const expr::Node& node) {
  if (node.op != Op::kField || node.args[0]->op != Op::kRow) return nullptr;
  return &model.field(node.entity, node.member);
}

void Select::columns() {
  bool first = true;
  if (statement_.columns.empty()) {
    writer_.raw("1");  // an object without members still has its row
    first = false;
  }
  for (const auto& column : statement_.columns) {
    if (!first) writer_.raw(", ");
    first = false;
    output(column);
  }
  if (writer_.sqlite()) return;
  for (const auto child : statement_.children) {
    if (!first) writer_.raw(", ");
    first = false;
    Select(plan_, writer_, child).print_array();
  }
}

/// JSON and lists are grouped as they are written.
bool grouped_as_text(const Writer& writer, const expr::Node& node) { return !writer.sqlite() && is_json(node.type); }

void Select::output(const plan::Bound& column) {
  if (const auto* field = plain_field(writer_.model(), *column.node)) {
    writer_.column(name(column.alias), field->column);
    return;
  }
  print_output(writer_, *column.node, shown(column.alias));
  if (column.node->op == Op::kGroupKey && grouped_as_text(writer_, *column.node)) writer_.raw("::json");
}

/// `k0, …, v0, …`: what the rows have of keys and of what is aggregated.
void Select::grouped_values() {
  const auto& grouping = *statement_.grouping;
  std::size_t printed = 0;
  const auto value = [&](const plan::Bound& bound, char letter, std::size_t number) {
    if (printed++ > 0) writer_.raw(", ");
    const bool text = grouped_as_text(writer_, *bound.node);
    if (text) writer_.raw("(");
    (text ? print_output : print_value)(writer_, *bound.node, row(bound.alias));
    if (text) writer_.raw(")::text");
    writer_.raw(" AS ").raw(std::string(1, letter)).integer(static_cast<std::int64_t>(number));
  };
  for (std::size_t i = 0; i < grouping.keys.size(); ++i) value(grouping.keys[i], 'k', i);
  for (std::size_t i = 0; i < grouping.aggregates.size(); ++i)
    if (grouping.aggregates[i].value.node != nullptr) value(grouping.aggregates[i].value, 'v', i);
  if (printed == 0) writer_.raw("1");
}

// FROM (SELECT keys, aggregates FROM (SELECT … the rows) GROUP BY keys) WHERE having: each value is printed once, and
// what is over a group has a name for it.
void Select::groups() {
  const auto& grouping = *statement_.grouping;
  const std::string rows = "r" + std::to_string(id_), inner = "h" + std::to_string(id_);
  const bool averaged = !writer_.sqlite() && std::ranges::any_of(grouping.aggregates, [](const auto& aggregate) {
    return aggregate.op == Op::kAvg;
  });
  writer_.raw(" FROM (SELECT ");
  if (averaged) {
    averages(inner);
    writer_.raw(" FROM (SELECT ");
  }
  std::size_t printed = 0;
  const auto next = [&] {
    if (printed++ > 0) writer_.raw(", ");
  };
  for (std::size_t i = 0; i < grouping.keys.size(); ++i) {
    next();
    const auto number = std::to_string(i);
    writer_.raw(rows).raw(".k").raw(number).raw(" AS k").raw(number);
  }
  for (std::size_t i = 0; i < grouping.aggregates.size(); ++i) {
    next();
    const auto& aggregate = grouping.aggregates[i];
    const auto number = std::to_string(i);
    const Print value = [&] { writer_.raw(rows).raw(".v").raw(number); };
    print_group_aggregate(writer_, aggregate, value);
    writer_.raw(" AS a").raw(number);
    if (writer_.sqlite() || aggregate.op != Op::kAvg) continue;
    writer_.raw(", count(");
    value();
    writer_.raw(") AS n").raw(number);
  }
  if (printed == 0) writer_.raw("1");
  writer_.raw(" FROM (SELECT ");
  grouped_values();
  this->rows();
  writer_.raw(") AS ").raw(rows);
  for (std::size_t i = 0; i < grouping.keys.size(); ++i)
    writer_.raw(i == 0 ? " GROUP BY " : ", ").raw(rows).raw(".k").integer(static_cast<std::int64_t>(i));
  writer_.raw(") AS ").raw(averaged ? inner : group_name());
  if (averaged) writer_.raw(") AS ").raw(group_name());
  first_ = true;
  if (grouping.having == nullptr) return;
  also();
  print_condition(writer_, *grouping.having, shown(0));
}

/// PostgreSQL's own avg has another scale: ours is made of the sum and the number of values.
void Select::averages(const std::string& inner) {
  const auto& grouping = *statement_.grouping;
  for (std::size_t i = 0; i < grouping.keys.size(); ++i) {
    const auto number = std::to_string(i);
    writer_.raw(inner).raw(".k").raw(number).raw(" AS k").raw(number).raw(", ");
  }
  for (std::size_t i = 0; i < grouping.aggregates.size(); ++i) {
    const auto& aggregate = grouping.aggregates[i];
    const auto number = std::to_string(i);
    const Print sum = [&] { writer_.raw(inner).raw(".a").raw(number); };
    const Print count = [&] { writer_.raw(inner).raw(".n").raw(number); };
    if (i > 0) writer_.raw(", ");
    if (aggregate.op == Op::kAvg)
      print_group_average(writer_, aggregate, sum, count);
    else
      sum();
    writer_.raw(" AS a").raw(number);
  }
}

void Select::from() {
  writer_.raw(" FROM ").identifier(entity(0).table).raw(" AS ").raw(name(0));
  if (!statement_.link) return;
  const auto& link = *statement_.link;
  const auto& relation =
      writer_.model().field(plan_.statements[link.parent].aliases[link.parent_alias].entity, link.relation);
  if (!relation.join) return;
  const std::string joined = "j" + std::to_string(id_);
  writer_.raw(" JOIN ").identifier(relation.join->table).raw(" AS ").raw(joined).raw(" ON ");
  for (std::size_t i = 0; i < entity(0).key.size(); ++i) {
    if (i > 0) writer_.raw(" AND ");
    writer_.column(joined, relation.join->far_columns[i]).raw(" = ");
    writer_.column(name(0), entity(0).fields[entity(0).key[i]].column);
  }
  if (link.through == nullptr) return;
  writer_.raw(" AND ");
  print_condition(writer_, *link.through, {0, joined});
}

void Select::joins() {
  for (std::uint16_t alias = 1; alias < statement_.aliases.size(); ++alias) {
    const auto& joined = statement_.aliases[alias];
    writer_.raw(" LEFT JOIN ").identifier(entity(alias).table).raw(" AS ").raw(name(alias)).raw(" ON ");
    print_to_one_join(writer_, statement_.aliases[joined.parent].entity, joined.relation, name(joined.parent),
                      name(alias));
    if (joined.filter != nullptr) {
      writer_.raw(" AND ");
      print_condition(writer_, *joined.filter, row(alias));
    }
    if (joined.shown != nullptr) {
      writer_.raw(" AND ");
      print_condition(writer_, *joined.shown, row(joined.parent));
    }
  }
}

void Select::link() {
  if (!statement_.link) return;
  const auto& link = *statement_.link;
  const auto& parent = plan_.statements[link.parent];
  const auto& owner = writer_.model().entity(parent.aliases[link.parent_alias].entity);
  const auto& relation = owner.fields[link.relation];
  for (std::size_t i = 0; i < owner.key.size(); ++i) {
    also();
    if (relation.join)
      writer_.column("j" + std::to_string(id_), relation.join->near_columns[i]);
    else
      writer_.column(name(0), entity(0).fields[relation.foreign_key[i]].column);
    writer_.raw(" = ");
    const auto& key = owner.fields[owner.key[i]];
    if (writer_.sqlite())
      writer_.bind({.kind = Bind::Kind::kParent, .index = link.parent_columns[i], .type = key.type, .form = key.form});
    else
      writer_.column(name(link.parent, link.parent_alias), key.column);
  }
  if (!writer_.sqlite() && link.shown != nullptr) {
    also();
    print_condition(writer_, *link.shown, {0, name(link.parent, link.parent_alias)});
  }
}

void Select::where() {
  for (const auto& condition : statement_.where) {
    also();
    print_condition(writer_, *condition.node, row(condition.alias));
  }
}

void Select::order() {
  bool first = true;
  for (const auto& term : statement_.order) {
    writer_.raw(first ? " ORDER BY " : ", ");
    first = false;
    const auto& value = *term.value.node;
    print_sort_key(writer_, value, shown(term.value.alias));
    if (value.op == Op::kGroupKey && grouped_as_text(writer_, value)) writer_.raw(" COLLATE \"C\"");
    if (term.descending) writer_.raw(" DESC");
    // Said only where it matters: SQLite can't walk an index under it.
    if (term.value.node->type.nullable) writer_.raw(term.nulls_first ? " NULLS FIRST" : " NULLS LAST");
  }
}

void Select::limit() {
  const Type integer{.scalar = Scalar::kBigInt};
  if (statement_.limit_slot) {
    writer_.raw(" LIMIT ").bind({.kind = Bind::Kind::kSlot, .index = *statement_.limit_slot, .type = integer});
  } else if (statement_.max_rows > 0) {
    writer_.raw(" LIMIT ").integer(statement_.max_rows + 1);
  } else if (statement_.offset_slot && writer_.sqlite()) {
    writer_.raw(" LIMIT -1");
  }
  if (statement_.offset_slot)
    writer_.raw(" OFFSET ").bind({.kind = Bind::Kind::kSlot, .index = *statement_.offset_slot, .type = integer});
}

Statement described(const plan::Statement& statement, const model::Model& model) {
  Statement made;
  made.children = statement.children;
  if (statement.count_only) {
    made.columns.push_back({.type = {.scalar = Scalar::kBigInt}});
    return made;
  }
  if (statement.columns.empty()) made.columns.push_back({.type = {.scalar = Scalar::kInt}});
  for (const auto& column : statement.columns) {
    const auto* field = plain_field(model, *column.node);
    made.columns.push_back(
        {.type = column.node->type, .form = field != nullptr ? field->form : model::ColumnForm::kCanonical});
  }
  return made;
}

}  // namespace

Program compile_read(const plan::ReadTemplate& plan, const model::Model& model, Dialect dialect, std::uint64_t id) {
  Program program;
  program.id = id;
  program.dialect = dialect;
  program.limit_slot = plan.statements.front().limit_slot;
  program.count = plan.count_statement;
  for (std::uint16_t i = 0; i < plan.statements.size(); ++i) {
    Statement made = described(plan.statements[i], model);
    if (dialect == Dialect::kSqlite || !plan.statements[i].link) {
      Writer writer(dialect, model);
      Select(plan, writer, i).print();
      made.text = writer.take_text();
      made.binds = writer.take_binds();
    }
    program.statements.push_back(std::move(made));
  }
  return program;
}

}  // namespace bedplate::sql
