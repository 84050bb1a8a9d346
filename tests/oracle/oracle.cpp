#include "oracle/oracle.hpp"

#include <algorithm>

#include "base/scalar.hpp"
#include "expr/builder.hpp"
#include "expr/compare.hpp"
#include "expr/simplify.hpp"

namespace bedplate::oracle {

using expr::Node;
using expr::Op;
using model::FieldKind;
using model::Verb;
using operation::Query;

Oracle::Oracle(const model::Model& model, const Data& data, const operation::Principal& principal,
               const access::AccessView& view, std::int64_t now)
    : model_(model),
      data_(data),
      principal_(principal),
      view_(view),
      facts_(principal),
      ranks_(model),
      now_(now),
      system_(*this, false),
      caller_(*this, true) {}

// Rules.

bool Oracle::in_tenant(const Record& record) const {
  const auto& entity = model_.entity(record.entity);
  if (entity.tenant == model::kNoField) return true;
  std::string text;
  append_text(text, entity.fields[entity.tenant].type, record.cells[entity.tenant]);
  return !principal_.identity().tenant.empty() && text == principal_.identity().tenant;
}

bool Oracle::granted(const std::vector<model::Rule>& rules, Verb verb, const Record& record, bool unless_narrowed,
                     std::optional<FieldId> field) {
  bool narrowed = false, allowed = false;
  for (const auto& rule : rules) {
    if (!rule.verbs.has(verb)) continue;
    const Cell holds = evaluate(*rule.when, record, system_);
    if (!rule.allow && (holds.is_null() || holds.as_integer() != 0)) return false;
    if (!rule.allow) continue;
    narrowed = true;
    if (field && !rule.fields.empty() && std::ranges::find(rule.fields, *field) == rule.fields.end()) continue;
    allowed = allowed || (!holds.is_null() && holds.as_integer() != 0);
  }
  return allowed || (unless_narrowed && !narrowed);
}

bool Oracle::readable(const Record& record) {
  const auto known = readable_.find(&record);
  if (known != readable_.end()) return known->second;
  const bool may =
      in_tenant(record) && granted(model_.entity(record.entity).rules, Verb::kRead, record, false, std::nullopt);
  readable_.emplace(&record, may);
  return may;
}

bool Oracle::live(const Record& record) const {
  const auto& entity = model_.entity(record.entity);
  return !entity.soft_delete() || record.cells[entity.deleted_at].is_null();
}

// To restore is to write deletedAt.
bool Oracle::in_trash(const Record& record) {
  if (live(record) || !readable(record)) return false;
  const auto& entity = model_.entity(record.entity);
  return granted(entity.rules, Verb::kPurge, record, false, std::nullopt) ||
         (granted(entity.rules, Verb::kUpdate, record, false, entity.deleted_at) &&
          granted(entity.fields[entity.deleted_at].rules, Verb::kUpdate, record, true, std::nullopt));
}

bool Oracle::shown(const Record& record, FieldId id) {
  const auto& entity = model_.entity(record.entity);
  const auto& field = entity.fields[id];
  if (field.hidden || field.write_only) return false;
  return granted(entity.rules, Verb::kRead, record, false, id) &&
         granted(field.rules, Verb::kRead, record, true, std::nullopt);
}

// Rows.

Cell Oracle::evaluate(const Node& node, const Record& record, const Eyes& eyes) {
  return expr::evaluate(
      node, {.rows = &eyes, .row = &record, .slots = slots_, .facts = &facts_, .enums = &ranks_, .now = now_}, arena_);
}

Cell Oracle::Eyes::field(expr::Row row, const Node& node) const {
  const auto& record = *static_cast<const Record*>(row);
  const auto& field = oracle.model_.field(record.entity, node.member);
  if (is_caller && !oracle.shown(record, node.member)) return Cell::null();
  if (field.kind != FieldKind::kComputed) return record.cells[node.member];
  return oracle.evaluate(*field.computed, record, is_caller && field.computed_as_caller ? *this : oracle.system_);
}

Oracle::Records Oracle::targets(const Record& record, FieldId id, const Eyes& eyes) {
  const auto& owner = model_.entity(record.entity);
  const auto& field = owner.fields[id];
  const auto& target = model_.entity(field.target);
  const auto matches = [](Cell a, Cell b) { return !a.is_null() && a == b; };
  Records made;
  for (const Record& far : data_.rows[field.target]) {
    if (field.kind == FieldKind::kToOne) {
      bool all = true;
      for (std::size_t i = 0; i < target.key.size(); ++i)
        all = all && matches(record.cells[field.foreign_key[i]], far.cells[target.key[i]]);
      if (all) made.push_back(&far);
    } else if (!field.join) {
      bool all = true;
      for (std::size_t i = 0; i < owner.key.size(); ++i)
        all = all && matches(record.cells[owner.key[i]], far.cells[field.foreign_key[i]]);
      if (all) made.push_back(&far);
    } else if (field.join->through == model::kNoEntity) {
      const auto table = data_.links.find(field.join->table);
      if (table == data_.links.end()) continue;
      for (const auto& pair : table->second) {
        bool all = true;
        for (std::size_t i = 0; i < owner.key.size(); ++i)
          all = all && matches(pair.at(field.join->near_columns[i]), record.cells[owner.key[i]]);
        for (std::size_t i = 0; i < target.key.size(); ++i)
          all = all && matches(pair.at(field.join->far_columns[i]), far.cells[target.key[i]]);
        if (all) made.push_back(&far);
      }
    } else {
      const auto& between = model_.entity(field.join->through);
      const auto cell = [&](const Record& link, const std::string& column) {
        const auto at = std::ranges::find_if(
            between.fields, [&](const model::Field& one) { return one.is_column() && one.column == column; });
        return link.cells[static_cast<std::size_t>(at - between.fields.begin())];
      };
      for (const Record& link : data_.rows[field.join->through]) {
        bool all = true;
        for (std::size_t i = 0; i < owner.key.size(); ++i)
          all = all && matches(cell(link, field.join->near_columns[i]), record.cells[owner.key[i]]);
        for (std::size_t i = 0; i < target.key.size(); ++i)
          all = all && matches(cell(link, field.join->far_columns[i]), far.cells[target.key[i]]);
        if (all && eyes.sees(link, true)) made.push_back(&far);
      }
    }
  }
  return made;
}

expr::Row Oracle::Eyes::hop(expr::Row row, const Node& node) const {
  const auto& record = *static_cast<const Record*>(row);
  if (is_caller && !oracle.shown(record, node.member)) return nullptr;
  const auto found = oracle.targets(record, node.member, *this);
  // What is required is there for the caller, too, be it in the trash.
  const bool live_alone = is_caller && oracle.model_.field(record.entity, node.member).type.nullable;
  return found.empty() || !sees(*found[0], live_alone) ? nullptr : found[0];
}

void Oracle::Eyes::related(expr::Row row, const Node& node, std::vector<expr::Row>& out) const {
  const auto& record = *static_cast<const Record*>(row);
  if (is_caller && !oracle.shown(record, node.member)) return;
  for (const Record* far : oracle.targets(record, node.member, *this))
    if (sees(*far, true)) out.push_back(far);
}

bool Oracle::Eyes::sees(const Record& far, bool live_alone) const {
  return (!live_alone || oracle.live(far)) && (is_caller ? oracle.readable(far) : oracle.in_tenant(far));
}

// Queries.

Oracle::Records Oracle::embedded(const Record& record, const operation::Embed& embed) {
  if (!shown(record, embed.relation)) return {};
  const auto& relation = model_.field(record.entity, embed.relation);
  const bool required = relation.kind == FieldKind::kToOne && !relation.type.nullable;
  return select(embed.query, targets(record, embed.relation, caller_), required);
}

Oracle::Records Oracle::select(const Query& query, Records from, bool with_trash) {
  std::erase_if(from, [&](const Record* record) {
    if (!readable(*record) || !(query.trash ? in_trash(*record) : with_trash || live(*record))) return true;
    if (query.where != nullptr) {
      const Cell holds = evaluate(*query.where, *record, caller_);
      if (holds.is_null() || holds.as_integer() == 0) return true;
    }
    return std::ranges::any_of(query.select, [&](const SelectItem& item) {
      return item.kind == SelectItem::Kind::kEmbed && item.embed->inner && embedded(*record, *item.embed).empty();
    });
  });
  if (query.grouped) return from;
  sort(query, from);
  cut(query, from);
  return from;
}

template <class T>
void Oracle::cut(const Query& query, std::vector<T>& made) const {
  const auto number = [&](const std::optional<std::uint16_t>& slot, std::size_t otherwise) {
    return slot ? static_cast<std::size_t>(slots_[*slot].as_integer()) : otherwise;
  };
  made.erase(made.begin(),
             made.begin() + static_cast<std::ptrdiff_t>(std::min(number(query.offset_slot, 0), made.size())));
  made.resize(std::min(number(query.limit_slot, made.size()), made.size()));
}

std::vector<std::string> Oracle::replies(const Query& query, const Records& from) {
  std::vector<std::string> made;
  if (query.grouped) {
    auto grouped = groups(query, from);
    cut(query, grouped);
    for (const Records& group : grouped) {
      made.emplace_back("{");
      group_members(query, group, made.back());
    }
  } else {
    for (const Record* record : from) {
      made.emplace_back("{");
      members(query, record, made.back());
    }
  }
  for (auto& row : made) row += '}';
  return made;
}

void Oracle::sort(const Query& query, Records& records) {
  std::map<const Record*, std::vector<Cell>> keys;
  for (const Record* record : records) {
    auto& key = keys[record];
    if (!key.empty()) continue;
    for (const auto& term : query.order) key.push_back(evaluate(*term.node, *record, caller_));
    for (const FieldId id : model_.entity(query.entity).key) key.push_back(record->cells[id]);
  }
  std::ranges::sort(records, [&](const Record* a, const Record* b) { return before(query, *a, *b, keys); });
}

bool Oracle::before(const Query& query, const Record& a, const Record& b,
                    const std::map<const Record*, std::vector<Cell>>& keys) const {
  const auto& left = keys.at(&a);
  const auto& right = keys.at(&b);
  const auto& entity = model_.entity(query.entity);
  for (std::size_t i = 0; i < left.size(); ++i) {
    const bool own = i >= query.order.size();
    const Type type = own ? entity.fields[entity.key[i - query.order.size()]].type : query.order[i].node->type;
    const bool descending = !own && query.order[i].descending;
    const bool nulls_first = !own && query.order[i].nulls_first;
    if (left[i].is_null() != right[i].is_null()) return left[i].is_null() == nulls_first;
    if (left[i].is_null()) continue;
    const int order = expr::order(type, left[i], type, right[i], &ranks_).value_or(0);
    if (order != 0) return descending ? order > 0 : order < 0;
  }
  return false;
}

// Refusals: a type of which no row could ever be read.

std::optional<Reason> Oracle::refusal(EntityId entity) const {
  if (!view_.denied(entity, Verb::kRead)) return std::nullopt;
  return principal_.authenticated() ? Reason::kForbidden : Reason::kUnauthenticated;
}

std::optional<Reason> Oracle::refusal(const Node* node) const {
  if (node == nullptr) return std::nullopt;
  if (node->op == Op::kHop || (node->op >= Op::kExists && node->op <= Op::kAvg))
    if (const auto reason = refusal(node->entity)) return reason;
  for (const Node* arg : node->args)
    if (const auto reason = refusal(arg)) return reason;
  return std::nullopt;
}

bool Oracle::possible(const std::vector<model::Rule>& rules, Verb verb, bool unless_narrowed,
                      std::optional<FieldId> field) const {
  Arena arena;
  const auto never = [&](const Node* condition) {
    const Node* rest =
        expr::simplify_condition(condition, [&](expr::FactId fact) { return view_.facts().test(fact); }, arena);
    return rest->op == Op::kLiteral && (rest->literal.is_null() || rest->literal.as_integer() == 0);
  };
  bool narrowed = false, allowed = false;
  for (const auto& rule : rules) {
    if (!rule.verbs.has(verb)) continue;
    narrowed = narrowed || rule.allow;
    if (!rule.allow && never(expr::Builder(arena).negated(rule.when))) return false;
    allowed = allowed || (rule.allow && !never(rule.when) && (!field || access::names(rule, *field)));
  }
  return allowed || (unless_narrowed && !narrowed);
}

bool Oracle::trash_is_denied(EntityId id) const {
  const auto& entity = model_.entity(id);
  const bool restores = possible(entity.rules, Verb::kUpdate, false, entity.deleted_at) &&
                        possible(entity.fields[entity.deleted_at].rules, Verb::kUpdate, true, std::nullopt);
  return !restores && !possible(entity.rules, Verb::kPurge, false, std::nullopt);
}

std::optional<Reason> Oracle::refusal(const Query& query) const {
  if (const auto reason = refusal(query.entity)) return reason;
  if (query.trash && trash_is_denied(query.entity))
    return principal_.authenticated() ? Reason::kForbidden : Reason::kUnauthenticated;
  for (const SelectItem& item : query.select) {
    const auto reason = item.kind == SelectItem::Kind::kEmbed   ? refusal(item.embed->query)
                        : item.kind == SelectItem::Kind::kValue ? refusal(item.node)
                                                                : std::nullopt;
    if (reason) return reason;
  }
  if (const auto reason = refusal(query.where)) return reason;
  for (const auto& term : query.order)
    if (const auto reason = refusal(term.node)) return reason;
  for (const auto& aggregate : query.aggregates)
    if (const auto reason = refusal(aggregate.value)) return reason;
  return std::nullopt;
}

// JSON.

void Oracle::value(const Type& type, Cell cell, std::string& out) const {
  if (options_.numbers_as_strings)
    append_json_exact(out, type, cell);
  else
    append_json(out, type, cell);
}

void Oracle::member(std::string_view name, bool null, const std::function<void()>& write, std::string& out) {
  if (null && options_.strip_nulls) return;
  if (out.back() != '{') out += ',';
  append_json_string(out, name);
  out += ':';
  if (null)
    out += "null";
  else
    write();
}

void Oracle::members(const Query& query, const Record* record, std::string& out) {
  const auto object = [&](const Query& inner, const Record& of) {
    out += '{';
    members(inner, &of, out);
    out += '}';
  };
  for (const SelectItem& item : query.select) {
    if (item.kind == SelectItem::Kind::kAll) {
      const auto& entity = model_.entity(query.entity);
      for (std::size_t f = 0; f < entity.fields.size(); ++f) {
        const auto id = static_cast<FieldId>(f);
        const auto& field = entity.fields[f];
        if (field.is_relation() || field.is_unbuilt() || !view_.readable(query.entity, id)) continue;
        const Node reads{.op = Op::kField, .type = field.type, .entity = query.entity, .member = id};
        const Cell cell = record == nullptr ? Cell::null() : caller_.field(record, reads);
        member(field.name, cell.is_null(), [&] { value(field.type, cell, out); }, out);
      }
    } else if (item.kind == SelectItem::Kind::kValue) {
      const Cell cell = record == nullptr ? Cell::null() : evaluate(*item.node, *record, caller_);
      member(item.name, cell.is_null(), [&] { value(item.node->type, cell, out); }, out);
    } else {
      const auto& embed = *item.embed;
      const Records found = record == nullptr ? Records{} : embedded(*record, embed);
      const bool one = model_.field(query.entity, embed.relation).kind == FieldKind::kToOne;
      if (embed.spread) {
        members(embed.query, found.empty() ? nullptr : found[0], out);
      } else if (one) {
        member(item.name, found.empty(), [&] { object(embed.query, *found[0]); }, out);
      } else {
        const auto list = [&] {
          out += '[';
          const auto rows = replies(embed.query, found);
          for (std::size_t i = 0; i < rows.size(); ++i) out += (i > 0 ? "," : "") + rows[i];
          out += ']';
        };
        member(item.name, record == nullptr, list, out);
      }
    }
  }
}

/// The rows that it shows by its relations to one.
void Oracle::follow(const Record& record, std::vector<const Record*>& seen) {
  const auto& fields = model_.entity(record.entity).fields;
  for (std::size_t f = 0; f < fields.size(); ++f) {
    if (fields[f].kind != FieldKind::kToOne) continue;
    const Node hop{.op = Op::kHop, .entity = fields[f].target, .member = static_cast<FieldId>(f)};
    const auto* far = static_cast<const Record*>(caller_.hop(&record, hop));
    if (far != nullptr && std::ranges::find(seen, far) == seen.end()) seen.push_back(far);
  }
}

std::string Oracle::everything_seen() {
  arena_.reset();
  readable_.clear();
  std::string out;
  const auto name = [&](const Record& record) {
    for (const FieldId id : model_.entity(record.entity).key) {
      append_json(out, model_.field(record.entity, id).type, record.cells[id]);
      out += ' ';
    }
  };
  Records seen;
  for (const auto& rows : data_.rows)
    for (const Record& record : rows)
      if (in_trash(record) || (live(record) && readable(record))) seen.push_back(&record);
  for (std::size_t at = 0; at < seen.size(); ++at) follow(*seen[at], seen);
  // In an order that does not tell by which way a row was found.
  for (const auto& rows : data_.rows)
    for (const Record& record : rows) {
      if (std::ranges::find(seen, &record) == seen.end()) continue;
      name(record);
      out += live(record) ? "live" : in_trash(record) ? "in the trash" : "behind others";
      const auto& fields = model_.entity(record.entity).fields;
      for (std::size_t f = 0; f < fields.size(); ++f) {
        const auto id = static_cast<FieldId>(f);
        out += ';';
        if (!shown(record, id)) continue;
        const Node reads{.op = Op::kField, .type = fields[f].type, .entity = record.entity, .member = id};
        const bool required = fields[f].kind == FieldKind::kToOne && !fields[f].type.nullable;
        if (!fields[f].is_relation())
          append_json(out, fields[f].type, caller_.field(&record, reads));
        else
          for (const Record* far : targets(record, id, caller_))
            if (caller_.sees(*far, !required)) name(*far);
      }
      out += '\n';
    }
  return out;
}

Reply Oracle::answer(const operation::Operation& operation, const Form& form) {
  arena_.reset();
  slots_ = operation.values;
  options_ = form.options;
  beyond_ = false;
  Reply reply;
  const Query& query = operation.read.query;
  reply.refused = refusal(query);
  if (reply.refused) return reply;
  Records all;
  for (const Record& record : data_.rows[query.entity]) all.push_back(&record);
  Query unlimited = query;
  unlimited.limit_slot.reset();
  unlimited.offset_slot.reset();
  reply.total = operation.read.count == operation::Count::kNone
                    ? -1
                    : static_cast<std::int64_t>(replies(unlimited, select(unlimited, all)).size());
  auto found = replies(query, select(query, all));
  if (form.max_rows > 0 && found.size() > static_cast<std::size_t>(form.max_rows)) {
    reply.more = true;
    found.resize(static_cast<std::size_t>(form.max_rows));
  }
  reply.rows = static_cast<std::int64_t>(found.size());
  reply.body = "[";
  for (std::size_t i = 0; i < found.size(); ++i) reply.body += (i > 0 ? "," : "") + found[i];
  reply.body += ']';
  if (beyond_) reply.refused = Reason::kOutOfRange;
  slots_ = {};
  return reply;
}

}  // namespace bedplate::oracle
