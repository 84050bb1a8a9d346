#include "sql/select.hpp"

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
  const model::Entity& entity(std::uint16_t alias) const {
    return writer_.model().entity(statement_.aliases[alias].entity);
  }
  void also() {
    writer_.raw(first_ ? " WHERE " : " AND ");
    first_ = false;
  }
  void rest() {
    from();
    joins();
    link();
    where();
    if (statement_.count_only) return;
    order();
    limit();
    if (statement_.lock && !writer_.sqlite()) writer_.raw(" FOR UPDATE OF ").raw(name(0));
  }

  void columns();
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
    if (const auto* field = plain_field(writer_.model(), *column.node))
      writer_.column(name(column.alias), field->column);
    else
      print_output(writer_, *column.node, row(column.alias));
  }
  if (writer_.sqlite()) return;
  for (const auto child : statement_.children) {
    if (!first) writer_.raw(", ");
    first = false;
    Select(plan_, writer_, child).print_array();
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
    print_sort_key(writer_, *term.value.node, row(term.value.alias));
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
  if (statement.count_only) made.columns.push_back({.type = {.scalar = Scalar::kBigInt}});
  if (!statement.count_only && statement.columns.empty()) made.columns.push_back({.type = {.scalar = Scalar::kInt}});
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
