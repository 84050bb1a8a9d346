// Layout: every node is its fixed fields, then a count and its parts; texts are length and bytes. Nothing is
// separated by marks that a text could contain, so no two trees share their bytes.
#include "operation/shape.hpp"

namespace bedplate::operation {
namespace {

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void operation(const Operation& operation) {
    put(operation.kind);
    switch (operation.kind) {
      case Operation::Kind::kRead:
        put(operation.read.count);
        put(operation.read.version);
        return query(operation.read.query);
      case Operation::Kind::kCreate:
        slots(operation);
        return create(operation.create);
      case Operation::Kind::kChange:
        slots(operation);
        return change(operation.change);
    }
  }

 private:
  template <class T>
  void put(T value) {
    static_assert(std::is_trivially_copyable_v<T>);
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void text(std::string_view value) {
    put(static_cast<std::uint32_t>(value.size()));
    out_.append(value);
  }
  void slot(const std::optional<std::uint16_t>& value) { put(value ? *value : std::uint16_t{0xffff}); }

  void create(const Create& create) {
    put(create.entity);
    fields(create.fields);
    returning(create.returning);
  }
  void change(const Change& change) {
    put(change.kind);
    put(change.by_key);
    query(change.target);
    put(change.assignments.size());
    for (const Assignment& assignment : change.assignments) {
      put(assignment.field);
      put(assignment.increment);
    }
    returning(change.returning);
  }
  /// Where the slots of a row's cells begin and end; not how many rows there are.
  void slots(const Operation& operation) {
    put(operation.values.size());
    put(operation.rows.empty() ? std::size_t{0} : operation.rows[0].size());
  }
  void fields(std::span<const FieldId> fields) {
    put(fields.size());
    for (const auto field : fields) put(field);
  }
  void returning(const std::optional<Query>& returning) {
    put(returning.has_value());
    if (returning) query(*returning);
  }

  void query(const Query& query) {
    put(query.entity);
    put(static_cast<std::uint32_t>(query.select.size()));
    for (const SelectItem& item : query.select) {
      put(item.kind);
      text(item.name);
      if (item.kind != SelectItem::Kind::kAll && item.kind != SelectItem::Kind::kEmbed) node(item.node);
      if (item.kind != SelectItem::Kind::kEmbed) continue;
      put(item.embed->relation);
      put(item.embed->inner);
      put(item.embed->spread);
      this->query(item.embed->query);
    }
    node(query.where);
    put(static_cast<std::uint32_t>(query.order.size()));
    for (const OrderTerm& term : query.order) {
      node(term.node);
      put(static_cast<std::uint32_t>(term.member.size()));
      for (const auto name : term.member) text(name);
      put(term.descending);
      put(term.nulls_first);
    }
    node(query.after);
    put(query.places);
    put(query.grouped);
    put(query.trash);
    if (query.grouped || !query.aggregates.empty()) grouping(query);
    slot(query.limit_slot);
    slot(query.offset_slot);
  }

  void grouping(const Query& query) {
    put(static_cast<std::uint32_t>(query.aggregates.size()));
    for (const auto& aggregate : query.aggregates) {
      put(aggregate.op);
      node(aggregate.value);
    }
    node(query.having);
  }

  /// A node's fixed part, written at once: this runs for every node of every request.
  struct Fixed {
    std::uint8_t op, flags;
    std::uint8_t scalar, precision, scale, literal;
    std::uint16_t enumeration, entity, member, scope, fact, slot;
    std::uint16_t steps, args;
  };
  static_assert(sizeof(Fixed) == 22);

  void node(const expr::Node* node) {
    if (node == nullptr) return put(std::uint8_t{0xff});  // no Op has this number
    const Type& type = node->type;
    put(Fixed{.op = static_cast<std::uint8_t>(node->op),
              .flags = static_cast<std::uint8_t>(node->old << 3 | node->as_text << 2 | type.list << 1 | type.nullable),
              .scalar = static_cast<std::uint8_t>(type.scalar),
              .precision = type.precision,
              .scale = type.scale,
              .literal = static_cast<std::uint8_t>(node->literal.kind()),
              .enumeration = type.enumeration,
              .entity = node->entity,
              .member = node->member,
              .scope = node->scope,
              .fact = node->fact,
              .slot = node->slot,
              .steps = static_cast<std::uint16_t>(node->path.size()),
              .args = static_cast<std::uint16_t>(node->args.size())});
    if (!node->literal.is_null()) literal(node->literal);
    for (const auto& step : node->path) {
      put(step.index);
      text(step.key);
    }
    for (const auto* arg : node->args) this->node(arg);
  }

  void literal(const Cell& cell) {
    if (cell.kind() == CellKind::kInteger)
      put(cell.as_integer());
    else if (cell.kind() == CellKind::kReal)
      put(cell.as_real());
    else
      text(cell.as_bytes());
  }

  std::string& out_;
};

}  // namespace

void append_shape(std::string& out, const Operation& operation) { Writer(out).operation(operation); }

}  // namespace bedplate::operation
