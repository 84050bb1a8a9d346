#include "oracle/random_query.hpp"

#include "base/scalar.hpp"
#include "oracle/random_model.hpp"

namespace bedplate::oracle {

using model::EntityId;
using model::Field;
using model::FieldKind;

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "-._~(),*:!>={}\"";
  std::string made;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) || kPlain.find(c) != std::string_view::npos) {
      made += c;
      continue;
    }
    made += '%';
    made += kHex[byte >> 4];
    made += kHex[byte & 15];
  }
  return made;
}

namespace {

class QueryMaker {
 public:
  QueryMaker(const access::AccessView& view, Dice& dice) : view_(view), model_(view.model()), dice_(dice) {}

  std::string make(EntityId entity) {
    if (dice_.in(9, 10)) add("select", select(entity, "", 0));
    clauses(entity, "", true);
    for (std::size_t i = 0; i < embeds_.size(); ++i)
      if (dice_.in(1, 2)) clauses(embeds_[i].entity, embeds_[i].path, false);
    return query_;
  }

 private:
  struct Embedded {
    EntityId parent = 0, entity = 0;
    std::string parent_path, path, name;
    bool one = false, tested = false;
  };
  /// What a query that groups its rows selects: names to order by, and which paths are such queries.
  struct Grouped {
    std::string path;
    std::vector<std::string> names, aggregates;
  };

  void add(const std::string& key, const std::string& value) {
    query_ += (query_.empty() ? "" : "&") + percent_encoded(key) + "=" + percent_encoded(value);
  }

  /// A field that may be named; any field one time in sixty.
  const Field* field(EntityId entity, bool ordered) {
    const auto& fields = model_.entity(entity).fields;
    const bool any = dice_.in(1, 60);
    for (int tries = 0; tries < 30; ++tries) {
      const auto f = dice_.below(fields.size());
      const Field& one = fields[f];
      if (one.is_relation()) continue;
      if (!any && !view_.readable(entity, static_cast<model::FieldId>(f))) continue;
      if (ordered && (one.type.list || one.type.scalar == Scalar::kJson)) continue;
      return &one;
    }
    return nullptr;
  }

  std::string field_item(EntityId entity) {
    const Field* one = field(entity, false);
    if (one == nullptr) return "*";
    std::string text = dice_.in(1, 5) ? "as" + std::to_string(dice_.below(9)) + ":" : "";
    text += one->name;
    const bool json = one->type.scalar == Scalar::kJson && !one->type.list;
    if (json && dice_.in(1, 2))
      text += dice_.one({"->a", "->>a", "->b->0", "->0", "->0->>a"});
    else if (dice_.in(1, 8) && !one->type.list)
      text += "::text";
    return text;
  }

  /// `amount.sum()`; sums of Floats depend on the order of their rows.
  std::string aggregate(EntityId entity) {
    const Field* one = dice_.in(1, 4) ? nullptr : field(entity, true);
    if (one == nullptr) return "count()";
    const auto op = expr_op(one->type);
    return one->name + "." + std::string(op) + "()";
  }
  std::string_view expr_op(const Type& type) {
    const bool ordered = type.scalar != Scalar::kBoolean && type.scalar != Scalar::kBytes;
    const bool adds = type.is_numeric() && type.scalar != Scalar::kFloat;
    if (adds && dice_.in(1, 2)) return dice_.one({"sum", "avg"});
    return ordered ? dice_.one({"min", "max", "count"}) : "count";
  }

  /// Keys, aggregates, to-one embeddings; every name is another.
  std::string group_items(EntityId entity, const std::string& path, int depth, Grouped& grouped, bool aggregates,
                          const std::string& order_prefix) {
    std::string text;
    const auto item = [&](const std::string& one) { text += (text.empty() ? "" : ",") + one; };
    const auto named = [&](const std::string& one, bool is_aggregate) {
      const std::string name = "g" + std::to_string(next_++);
      item(name + ":" + one);
      if (is_aggregate) grouped.aggregates.push_back(name);
      return name;
    };
    for (std::size_t i = dice_.below(3); i > 0; --i) {
      const Field* one = field(entity, false);
      if (one == nullptr) continue;
      const bool json = one->type.scalar == Scalar::kJson && !one->type.list;
      const auto name = named(one->name + (json && dice_.in(1, 2) ? "->>a" : ""), false);
      if (!one->type.list && !json)
        grouped.names.push_back(order_prefix.empty() ? name : order_prefix + "(" + name + ")");
    }
    if (aggregates)
      for (std::size_t i = dice_.below(3); i > 0; --i) {
        const auto name = named(aggregate(entity), true);
        if (order_prefix.empty()) grouped.names.push_back(name);
      }
    const auto& fields = model_.entity(entity).fields;
    for (std::size_t f = 0; f < fields.size(); ++f) {
      const Field& relation = fields[f];
      if (view_.field_shown(entity, static_cast<model::FieldId>(f)) == nullptr) continue;
      if (depth >= 2 || relation.kind != FieldKind::kToOne || !dice_.in(1, 3)) continue;
      if (view_.denied(relation.target, model::Verb::kRead)) continue;
      const bool spread = dice_.in(1, 2) && order_prefix.empty();
      const std::string name = spread ? relation.name : "e" + std::to_string(next_++);
      for (const auto& other : embeds_)
        if (other.parent_path == path && other.name == name) return text;
      const std::string below = path + name + ".";
      Grouped inner;
      const auto items = group_items(relation.target, below, depth + 1, spread ? grouped : inner, aggregates && spread,
                                     spread ? "" : name);
      if (items.empty()) continue;
      if (!spread && path == grouped.path)
        for (const auto& one : inner.names) grouped.names.push_back(one);
      embeds_.push_back(
          {.parent = entity, .entity = relation.target, .parent_path = path, .path = below, .name = name, .one = true});
      item((spread ? "..." : name + ":") + relation.name + (dice_.in(1, 5) ? "!inner(" : "(") + items + ")");
    }
    return text;
  }

  std::string group_select(EntityId entity, const std::string& path) {
    Grouped grouped{.path = path};
    auto text = group_items(entity, path, 0, grouped, true, "");
    if (grouped.aggregates.empty()) text += (text.empty() ? "" : ",") + std::string("n:count()");
    if (grouped.aggregates.empty()) grouped.aggregates.emplace_back("n");
    grouped_.push_back(grouped);
    return text;
  }

  const Grouped* grouped(const std::string& path) const {
    for (const auto& one : grouped_)
      if (one.path == path) return &one;
    return nullptr;
  }

  void group_clauses(EntityId entity, const std::string& path, const Grouped& grouped) {
    if (dice_.in(1, 3)) {
      const std::string test = dice_.in(1, 2) ? "not.is.null" : "is.null";
      const Field* one = field(entity, true);
      if (dice_.in(1, 3))
        add(path + "having", "count().gt." + std::to_string(dice_.below(3)));
      else if (one != nullptr && dice_.in(1, 2))
        add(path + "having",
            "or(" + one->name + "." + std::string(expr_op(one->type)) + "()." + test + ",count().eq.2)");
    }
    if (grouped.names.empty() || dice_.in(1, 2)) return;
    std::string order;
    for (std::size_t i = 1 + dice_.below(2); i > 0; --i)
      order += (order.empty() ? "" : ",") + dice_.one(grouped.names) + std::string(dice_.one({"", ".asc", ".desc"})) +
               std::string(dice_.one({"", "", ".nullsfirst", ".nullslast"}));
    add(path + "order", order);
  }

  std::string select(EntityId entity, const std::string& path, int depth) {
    const bool many = path.empty() || !is_one(path);
    if (many && dice_.in(1, 5)) return group_select(entity, path);
    std::string text;
    const auto item = [&](const std::string& one) { text += (text.empty() ? "" : ",") + one; };
    if (dice_.in(1, 3)) item("*");
    for (std::size_t i = dice_.below(4); i > 0; --i) item(field_item(entity));
    if (depth < 3)
      for (std::size_t i = dice_.below(depth == 0 ? 4 : 2); i > 0; --i) {
        const auto one = embed(entity, path, depth);
        if (!one.empty()) item(one);
      }
    if (text.empty()) item(field_item(entity));
    return text;
  }

  std::string embed(EntityId entity, const std::string& path, int depth) {
    std::vector<const Field*> relations;
    for (const Field& one : model_.entity(entity).fields) {
      if (!one.is_relation()) continue;
      const bool refused = view_.denied(one.target, model::Verb::kRead);
      if (!refused || dice_.in(1, 40)) relations.push_back(&one);
    }
    if (relations.empty()) return {};
    const Field& relation = *dice_.one(relations);
    const bool one = relation.kind == FieldKind::kToOne;
    const std::string alias = dice_.in(1, 3) ? "e" + std::to_string(next_++) : "";
    const std::string name = alias.empty() ? relation.name : alias;
    for (const auto& other : embeds_)
      if (other.parent_path == path && other.name == name) return {};
    const bool spread = one && alias.empty() && dice_.in(1, 5);
    const bool inner = dice_.in(1, 4);
    const std::string below = path + name + ".";
    embeds_.push_back({.parent = entity,
                       .entity = relation.target,
                       .parent_path = path,
                       .path = below,
                       .name = name,
                       .one = one,
                       .tested = inner});
    std::string text = spread ? "..." : alias.empty() ? "" : alias + ":";
    text += relation.name + (inner ? "!inner" : "") + "(";
    return text + select(relation.target, below, depth + 1) + ")";
  }

  std::string value(const Field& one) {
    Type type = one.type;
    type.nullable = false;
    Arena arena;
    std::string text;
    append_text(text, type, random_cell(type, model_, dice_, arena));
    return text;
  }

  static std::string in_quotes(std::string_view text) {
    std::string made = "\"";
    for (const char c : text) {
      if (c == '"' || c == '\\') made += '\\';
      made += c;
    }
    return made + "\"";
  }

  /// `eq.5`; inside a logic tree values are quoted.
  std::string test(const Field& one, bool in_tree) {
    const auto plain = [&](const std::string& text) { return in_tree ? in_quotes(text) : text; };
    const std::string negation = dice_.in(1, 4) ? "not." : "";
    const Type& type = one.type;
    const bool json = type.scalar == Scalar::kJson && !type.list;
    if (dice_.in(1, 6)) {
      if (type.scalar == Scalar::kBoolean)
        return negation + "is." + std::string(dice_.one({"null", "not_null", "true", "false", "unknown"}));
      return negation + "is." + std::string(dice_.one({"null", "not_null"}));
    }
    if (type.list || json) {
      const auto op = std::string(dice_.one({"cs", "cd", "ov"}));
      if (json) return negation + (op == "ov" ? "cs" : op) + "." + plain(value(one));
      return negation + op + "." + plain(value(one));
    }
    if ((type.is_text() && type.scalar != Scalar::kUuid) && dice_.in(1, 3)) {
      const auto op = dice_.one({"like", "ilike", "match", "imatch"});
      const auto pattern = op.ends_with("match") ? dice_.one({"^a", "b$", "a.*b", "[xy]", "Ä"})
                                                 : dice_.one({"a*", "*b", "%", "a_", "*A*", "Ä", "a\\%*"});
      return negation + std::string(op) + "." + plain(std::string(pattern));
    }
    if (dice_.in(1, 5)) {
      std::string list;
      for (std::size_t i = 1 + dice_.below(3); i > 0; --i) list += (list.empty() ? "" : ",") + in_quotes(value(one));
      return negation + "in.(" + list + ")";
    }
    const auto op = std::string(dice_.one({"eq", "neq", "gt", "gte", "lt", "lte", "isdistinct"}));
    if (dice_.in(1, 8)) {
      std::string list;
      for (std::size_t i = 1 + dice_.below(3); i > 0; --i) list += (list.empty() ? "" : ",") + in_quotes(value(one));
      return negation + op + "(" + std::string(dice_.one({"any", "all"})) + ").{" + list + "}";
    }
    return negation + op + "." + plain(value(one));
  }

  /// An embedding of that path to be tested for presence.
  Embedded* child(const std::string& path) {
    std::vector<Embedded*> found;
    for (auto& embed : embeds_)
      if (embed.parent_path == path) found.push_back(&embed);
    return found.empty() ? nullptr : dice_.one(found);
  }

  std::string logic(EntityId entity, const std::string& path, int depth) {
    std::string text = "(";
    for (std::size_t i = 1 + dice_.below(3); i > 0; --i) {
      if (text.size() > 1) text += ",";
      Embedded* embed = dice_.in(1, 4) ? child(path) : nullptr;
      const Field* one = field(entity, false);
      if (embed != nullptr) {
        embed->tested = true;
        text += embed->name + (dice_.in(1, 2) ? ".is.null" : ".not.is.null");
      } else if (depth < 2 && dice_.in(1, 4)) {
        text += std::string(dice_.one({"or", "and", "not.or", "not.and"})) + logic(entity, path, depth + 1);
      } else if (one != nullptr) {
        text += one->name + "." + test(*one, true);
      } else {
        text += "id.not.is.null";
      }
    }
    return text + ")";
  }

  std::string order(EntityId entity, const std::string& path) {
    std::string text;
    for (std::size_t i = 1 + dice_.below(2); i > 0; --i) {
      Embedded* embed = dice_.in(1, 3) ? child(path) : nullptr;
      const bool related = embed != nullptr && embed->one;
      const Field* one = field(related ? embed->entity : entity, true);
      if (one == nullptr) continue;
      if (!text.empty()) text += ",";
      text += related ? embed->name + "(" + one->name + ")" : one->name;
      text += dice_.one({"", ".asc", ".desc"});
      text += dice_.one({"", "", ".nullsfirst", ".nullslast"});
    }
    return text;
  }

  void clauses(EntityId entity, const std::string& path, bool top) {
    for (std::size_t i = dice_.below(3); i > 0; --i)
      if (const Field* one = field(entity, false)) add(path + one->name, test(*one, false));
    if (dice_.in(1, 4)) add(path + std::string(dice_.one({"or", "and", "not.or", "not.and"})), logic(entity, path, 0));
    if (dice_.in(1, 4))
      if (Embedded* embed = child(path)) {
        embed->tested = true;
        add(path + embed->name, dice_.in(1, 2) ? "is.null" : "not.is.null");
      }
    const Grouped* groups = grouped(path);
    if (groups != nullptr)
      group_clauses(entity, path, *groups);
    else if (dice_.in(1, 2))
      if (const auto text = order(entity, path); !text.empty()) add(path + "order", text);
    const bool one = !top && is_one(path);
    if (one || is_tested(path)) return;
    if (dice_.in(1, 4)) add(path + "limit", std::to_string(dice_.below(5)));
    if (dice_.in(1, 6)) add(path + "offset", std::to_string(dice_.below(4)));
  }

  bool is_one(const std::string& path) const {
    for (const auto& embed : embeds_)
      if (embed.path == path) return embed.one;
    return false;
  }
  /// Whether a match is there is asked of all rows, whatever the embedding's limit shows of them.
  bool is_tested(const std::string& path) const {
    for (const auto& embed : embeds_)
      if (embed.path == path) return embed.tested;
    return false;
  }

  const access::AccessView& view_;
  const model::Model& model_;
  Dice& dice_;
  std::string query_;
  std::vector<Embedded> embeds_;
  std::vector<Grouped> grouped_;
  int next_ = 0;
};

}  // namespace

std::string random_query(const access::AccessView& view, EntityId entity, Dice& dice) {
  return QueryMaker(view, dice).make(entity);
}

}  // namespace bedplate::oracle
