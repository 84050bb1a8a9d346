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
    if (operation.kind == Operation::Kind::kRead) {
      put(operation.read.by_key);
      put(operation.read.count);
      query(operation.read.query);
      return;
    }
    const Create& create = operation.create;
    put(create.entity);
    put(create.rows);
    put(create.fields.size());
    for (const auto field : create.fields) put(field);
    for (const auto slot : create.slots) put(slot);
    put(create.returning.has_value());
    if (create.returning) query(*create.returning);
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

  void query(const Query& query) {
    put(query.entity);
    put(static_cast<std::uint32_t>(query.select.size()));
    for (const SelectItem& item : query.select) {
      put(item.kind);
      text(item.name);
      if (item.kind == SelectItem::Kind::kValue) node(item.node);
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
      put(term.descending);
      put(term.nulls_first);
    }
    slot(query.limit_slot);
    slot(query.offset_slot);
  }

  void node(const expr::Node* node) {
    put(node != nullptr);
    if (node == nullptr) return;
    put(node->op);
    put(static_cast<std::uint8_t>(node->old << 1 | node->as_text));
    put(node->type.scalar);
    put(static_cast<std::uint8_t>(node->type.list << 1 | node->type.nullable));
    put(node->type.precision);
    put(node->type.scale);
    put(node->type.enumeration);
    put(node->entity);
    put(node->member);
    put(node->scope);
    put(node->fact);
    put(node->slot);
    put(node->literal.kind());
    if (node->literal.kind() == CellKind::kInteger) put(node->literal.as_integer());
    if (node->literal.kind() == CellKind::kReal) put(node->literal.as_real());
    if (node->literal.kind() == CellKind::kText || node->literal.kind() == CellKind::kBlob)
      text(node->literal.as_bytes());
    put(static_cast<std::uint32_t>(node->path.size()));
    for (const auto& step : node->path) {
      put(step.index);
      text(step.key);
    }
    put(static_cast<std::uint32_t>(node->args.size()));
    for (const auto* arg : node->args) this->node(arg);
  }

  std::string& out_;
};

}  // namespace

void append_shape(std::string& out, const Operation& operation) { Writer(out).operation(operation); }

}  // namespace bedplate::operation
