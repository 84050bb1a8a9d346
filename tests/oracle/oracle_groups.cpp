// Groups of rows, by definition: a group is what has the same values, an aggregate is made of its rows one by one.
#include <algorithm>
#include <cmath>

#include "base/scalar.hpp"
#include "expr/arithmetic.hpp"
#include "expr/compare.hpp"
#include "expr/wide_sum.hpp"
#include "oracle/oracle.hpp"

namespace bedplate::oracle {

using expr::Op;
using model::FieldKind;
using operation::Query;

int Oracle::compare(const Value& a, const Value& b) const {
  if (a.cell.is_null() || b.cell.is_null()) return a.cell.is_null() - b.cell.is_null();
  const bool as_written = a.type.list || a.type.scalar == Scalar::kJson || a.type.scalar == Scalar::kBytes;
  if (as_written) return a.cell.as_bytes().compare(b.cell.as_bytes());
  return expr::order(a.type, a.cell, b.type, b.cell, &ranks_).value_or(0);
}

Oracle::Records Oracle::spread(const Records& group, const operation::Embed& embed) {
  Records made;
  for (const Record* record : group) {
    const Records found = record == nullptr ? Records{} : embedded(*record, embed);
    made.push_back(found.empty() ? nullptr : found[0]);
  }
  return made;
}

void Oracle::key_of(const Query& query, const Record* record, Key& key) {
  for (const SelectItem& item : query.select) {
    if (item.kind == SelectItem::Kind::kAll) {
      const auto& fields = model_.entity(query.entity).fields;
      for (std::size_t f = 0; f < fields.size(); ++f) {
        const auto id = static_cast<FieldId>(f);
        if (fields[f].is_relation() || fields[f].is_unbuilt() || !view_.readable(query.entity, id)) continue;
        const expr::Node reads{.op = Op::kField, .type = fields[f].type, .entity = query.entity, .member = id};
        key.push_back({fields[f].type, record == nullptr ? Cell::null() : caller_.field(record, reads)});
      }
    } else if (item.kind == SelectItem::Kind::kValue) {
      key.push_back({item.node->type, record == nullptr ? Cell::null() : evaluate(*item.node, *record, caller_)});
    } else if (item.kind == SelectItem::Kind::kEmbed) {
      const Record* far = spread({record}, *item.embed)[0];
      const Type boolean{.scalar = Scalar::kBoolean};
      if (!item.embed->spread) key.push_back({boolean, far == nullptr ? Cell::null() : Cell::boolean(true)});
      key_of(item.embed->query, far, key);
    }
  }
}

Cell Oracle::aggregate(const operation::Aggregate& aggregate, const Records& group) {
  std::vector<Cell> cells;
  for (const Record* record : group) {
    if (record == nullptr) continue;
    const Cell cell = aggregate.value == nullptr ? Cell::boolean(true) : evaluate(*aggregate.value, *record, caller_);
    if (!cell.is_null()) cells.push_back(cell);
  }
  if (aggregate.op == Op::kCount) return Cell::integer(static_cast<std::int64_t>(cells.size()));
  if (cells.empty()) return Cell::null();
  const Type& of = aggregate.value->type;
  if (aggregate.op == Op::kMin || aggregate.op == Op::kMax)
    return *std::ranges::max_element(cells, [&](Cell a, Cell b) {
      const int order = compare({of, a}, {of, b});
      return aggregate.op == Op::kMax ? order < 0 : order > 0;
    });
  const bool average = aggregate.op == Op::kAvg;
  if (of.scalar == Scalar::kFloat) {
    double sum = 0;
    for (const Cell cell : cells) sum += cell.as_real();
    if (average) sum /= static_cast<double>(cells.size());
    beyond_ = beyond_ || !std::isfinite(sum);
    return Cell::real(sum);
  }
  if (of.scalar == Scalar::kDuration) {
    Int128 sum = 0;
    for (const Cell cell : cells) sum += cell.as_integer();
    beyond_ = beyond_ || sum != static_cast<std::int64_t>(sum);
    return Cell::integer(static_cast<std::int64_t>(sum));
  }
  const int scale = of.scalar == Scalar::kDecimal ? of.scale : 0;
  expr::WideSum sum;
  for (const Cell cell : cells) sum.add(cell_decimal(of, cell)->rescale_exact(scale)->coefficient());
  const auto number = average ? sum.average(scale, aggregate.type.scale) : sum.sum(scale);
  const Cell made = number ? expr::number_cell(aggregate.type, *number, arena_) : Cell::null();
  beyond_ = beyond_ || made.is_null();
  return made;
}

Cell Oracle::evaluate_over(const expr::Node& node, const Query& query, const Records& group) {
  std::vector<Cell> cells;
  for (const auto& one : query.aggregates) cells.push_back(aggregate(one, group));
  return expr::evaluate(node, {.slots = slots_, .aggregates = cells, .facts = &facts_, .enums = &ranks_, .now = now_},
                        arena_);
}

Oracle::Value Oracle::value_of(const Query& query, const SelectItem& item, const Record* record, const Records& group) {
  if (item.kind == SelectItem::Kind::kAggregate) return {item.node->type, evaluate_over(*item.node, query, group)};
  return {item.node->type, record == nullptr ? Cell::null() : evaluate(*item.node, *record, caller_)};
}

std::optional<Oracle::Value> Oracle::member_value(const Query& query, std::span<const std::string_view> path,
                                                  const Records& group) {
  const Record* first = group.empty() ? nullptr : group[0];
  for (const SelectItem& item : query.select) {
    if (item.kind == SelectItem::Kind::kAll) {
      const auto field = path.size() == 1
                             ? view_.readable(query.entity, path[0])
                             : Result<operation::ReadableField>(std::unexpected(Error(Reason::kUnknownField, "")));
      if (!field) continue;
      const Type type = model_.field(query.entity, field->field()).type;
      const expr::Node reads{.op = Op::kField, .type = type, .entity = query.entity, .member = field->field()};
      return Value{type, first == nullptr ? Cell::null() : caller_.field(first, reads)};
    }
    if (item.kind != SelectItem::Kind::kEmbed) {
      if (item.name == path[0] && path.size() == 1) return value_of(query, item, first, group);
      continue;
    }
    if (!item.embed->spread && (item.name != path[0] || path.size() == 1)) continue;
    const auto rest = item.embed->spread ? path : path.subspan(1);
    if (auto found = member_value(item.embed->query, rest, spread(group, *item.embed))) return found;
  }
  return std::nullopt;
}

std::vector<Oracle::Records> Oracle::groups(const Query& query, const Records& records) {
  std::vector<std::pair<Key, Records>> made;
  const auto same = [&](const Key& a, const Key& b) {
    for (std::size_t i = 0; i < a.size(); ++i)
      if (compare(a[i], b[i]) != 0) return false;
    return true;
  };
  for (const Record* record : records) {
    Key key;
    key_of(query, record, key);
    const auto at = std::ranges::find_if(made, [&](const auto& group) { return same(group.first, key); });
    if (at == made.end())
      made.push_back({std::move(key), {record}});
    else
      at->second.push_back(record);
  }
  Key none;
  key_of(query, nullptr, none);
  if (made.empty() && none.empty()) made.emplace_back();
  if (query.having != nullptr)
    std::erase_if(made, [&](const auto& group) {
      const Cell holds = evaluate_over(*query.having, query, group.second);
      return holds.is_null() || holds.as_integer() == 0;
    });
  std::ranges::sort(made, [&](const auto& a, const auto& b) {
    for (const auto& term : query.order) {
      const Value left = *member_value(query, term.member, a.second);
      const Value right = *member_value(query, term.member, b.second);
      if (left.cell.is_null() != right.cell.is_null()) return left.cell.is_null() == term.nulls_first;
      const int order = compare(left, right);
      if (order != 0) return term.descending ? order > 0 : order < 0;
    }
    for (std::size_t i = 0; i < a.first.size(); ++i)
      if (const int order = compare(a.first[i], b.first[i]); order != 0) return order < 0;
    return false;
  });
  std::vector<Records> sorted;
  for (auto& group : made) sorted.push_back(std::move(group.second));
  return sorted;
}

void Oracle::group_members(const Query& query, const Records& group, std::string& out) {
  const Record* first = group.empty() ? nullptr : group[0];
  for (const SelectItem& item : query.select) {
    if (item.kind == SelectItem::Kind::kEmbed) {
      const Records far = spread(group, *item.embed);
      if (item.embed->spread) {
        group_members(item.embed->query, far, out);
        continue;
      }
      const bool null = far.empty() || far[0] == nullptr;
      const auto object = [&] {
        out += '{';
        group_members(item.embed->query, far, out);
        out += '}';
      };
      member(item.name, null, object, out);
    } else if (item.kind == SelectItem::Kind::kAll) {
      Query all = query;
      all.select = std::span(&item, 1);
      members(all, first, out);
    } else {
      const Value found = value_of(query, item, first, group);
      member(item.name, found.cell.is_null(), [&] { value(found.type, found.cell, out); }, out);
    }
  }
}

}  // namespace bedplate::oracle
