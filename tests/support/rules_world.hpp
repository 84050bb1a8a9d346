#pragma once
// RulesWorld: a small fixed model with every scalar type, nullable fields, to-one and to-many relations, as an Env,
// Names and EnumRanks, its SDL, and random rows of it as Rows. For tests of rules and of whatever must agree with
// them. One thread; nodes typed with it may outlive neither it nor their arena.
#include <deque>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "base/date_time.hpp"
#include "base/scalar.hpp"
#include "expr/describe.hpp"
#include "expr/env.hpp"
#include "expr/evaluate.hpp"

namespace bedplate::test {

class RulesWorld : public expr::Env, public expr::Names, public expr::EnumRanks {
 public:
  struct Field {
    std::string name;
    expr::Member::Kind kind = expr::Member::Kind::kScalar;
    Type type;
    expr::EntityId target = 0;
    std::vector<expr::MemberId> foreign_key;  ///< of a to-one
    expr::MemberId inverse = 0;               ///< of a to-many: the to-one in the target
  };
  struct Entity {
    std::string name;
    std::vector<Field> fields;
    std::vector<expr::MemberId> key{0};
  };
  struct Enum {
    std::string name;
    std::vector<std::string_view> values;
  };
  static constexpr expr::EntityId kPerson = 0, kOrder = 1, kItem = 2;

  explicit RulesWorld(std::optional<expr::EntityId> at = kOrder) : at_(at) {
    enums_ = {{"Role", {"CUSTOMER", "STAFF", "ADMIN"}}, {"Status", {"PENDING", "PAID", "SHIPPED", "CANCELLED"}}};
    make_person();
    make_order();
    make_item();
  }

  const std::vector<Entity>& entities() const { return entities_; }
  const std::vector<Enum>& enums() const { return enums_; }
  const std::deque<expr::Fact>& facts() const { return facts_; }
  void allow_old(bool allowed) { old_allowed_ = allowed; }
  void in_cpp(bool only) { only_in_cpp_ = only; }

  std::optional<expr::EntityId> entity() const override { return at_; }
  std::string_view entity_name(expr::EntityId id) const override { return entities_[id].name; }
  std::optional<expr::Member> member(expr::EntityId id, std::string_view name) const override {
    const auto& fields = entities_[id].fields;
    for (std::size_t i = 0; i < fields.size(); ++i)
      if (fields[i].name == name) return member(id, static_cast<expr::MemberId>(i));
    return std::nullopt;
  }
  expr::Member member(expr::EntityId id, expr::MemberId at) const override {
    const Field& field = entities_[id].fields[at];
    return {field.kind, at, field.name, field.type, field.target, field.foreign_key};
  }
  std::vector<std::string_view> member_names(expr::EntityId id) const override {
    std::vector<std::string_view> names;
    for (const Field& field : entities_[id].fields) names.push_back(field.name);
    return names;
  }
  std::span<const expr::MemberId> key(expr::EntityId id) const override { return entities_[id].key; }
  std::string_view enum_name(std::uint16_t id) const override { return enums_[id].name; }
  std::vector<std::string_view> enum_values(std::uint16_t id) const override { return enums_[id].values; }
  std::vector<std::string_view> roles() const override { return enums_[0].values; }
  expr::FactId fact(const expr::Fact& fact) override {
    for (std::size_t i = 0; i < facts_.size(); ++i)
      if (facts_[i] == fact) return static_cast<expr::FactId>(i);
    names_.emplace_back(fact.name);
    facts_.push_back({fact.kind, names_.back(), fact.type});
    return static_cast<expr::FactId>(facts_.size() - 1);
  }
  std::string_view why_no_old() const override { return old_allowed_ ? "" : "only check: sees the old row"; }
  bool only_in_cpp() const override { return only_in_cpp_; }

  std::string_view member_name(expr::EntityId id, expr::MemberId at) const override {
    return entities_[id].fields[at].name;
  }
  expr::Fact fact_of(expr::FactId id) const override { return facts_[id]; }
  int rank(std::uint16_t id, std::string_view value) const override {
    for (std::size_t i = 0; i < enums_[id].values.size(); ++i)
      if (enums_[id].values[i] == value) return static_cast<int>(i);
    return -1;
  }

  /// The model in SDL, every entity open to all. A to-one's scalar is not said: it follows from the relation.
  std::string sdl() const {
    std::string out;
    for (std::size_t i = 0; i < enums_.size(); ++i) {
      out += "enum " + enums_[i].name + (i == 0 ? " @roles {" : " {");
      for (const auto value : enums_[i].values) out += " " + std::string(value);
      out += " }\n";
    }
    for (const Entity& entity : entities_) {
      out += "\ntype " + entity.name + " @entity @allow {\n";
      for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        const bool scalar_of_relation = i > 0 && entity.fields[i - 1].kind == expr::Member::Kind::kToOne &&
                                        entity.fields[i].name == entity.fields[i - 1].name + "Id";
        if (!scalar_of_relation) out += sdl_field(entity, static_cast<expr::MemberId>(i));
      }
      out += "}\n";
    }
    return out;
  }

 private:
  static Type of(Scalar scalar, bool nullable) { return Type{.scalar = scalar, .list = false, .nullable = nullable}; }
  static Type decimal(int precision, int scale, bool nullable) {
    Type type = of(Scalar::kDecimal, nullable);
    type.precision = static_cast<std::uint8_t>(precision);
    type.scale = static_cast<std::uint8_t>(scale);
    return type;
  }
  static Type status(bool nullable) {
    Type type = of(Scalar::kEnum, nullable);
    type.enumeration = 1;
    return type;
  }
  static Type list(Scalar scalar) { return Type{.scalar = scalar, .list = true, .nullable = true}; }

  void scalar(Entity& entity, std::string name, Type type) {
    entity.fields.push_back({.name = std::move(name), .type = type, .foreign_key = {}});
  }
  void to_one(Entity& entity, std::string name, expr::EntityId target, Type key) {
    const auto own = static_cast<expr::MemberId>(entity.fields.size() + 1);
    entity.fields.push_back({.name = name, .kind = expr::Member::Kind::kToOne, .target = target, .foreign_key = {own}});
    scalar(entity, name + "Id", key);
  }
  void to_many(Entity& entity, std::string name, expr::EntityId target, std::string_view inverse) {
    pending_.push_back({entity.name, name, std::string(inverse)});
    entity.fields.push_back(
        {.name = std::move(name), .kind = expr::Member::Kind::kToMany, .target = target, .foreign_key = {}});
  }
  void make_person() {
    Entity person{.name = "Person", .fields = {}};
    scalar(person, "id", of(Scalar::kId, false));
    scalar(person, "name", of(Scalar::kString, false));
    scalar(person, "nick", of(Scalar::kString, true));
    scalar(person, "age", of(Scalar::kInt, true));
    scalar(person, "email", of(Scalar::kEmail, true));
    scalar(person, "born", of(Scalar::kDate, true));
    scalar(person, "vip", of(Scalar::kBoolean, true));
    to_one(person, "boss", kPerson, of(Scalar::kId, true));
    to_many(person, "reports", kPerson, "boss");
    to_many(person, "orders", kOrder, "owner");
    entities_.push_back(std::move(person));
  }
  void make_order() {
    Entity order{.name = "Order", .fields = {}};
    scalar(order, "id", of(Scalar::kInt, false));
    to_one(order, "owner", kPerson, of(Scalar::kId, false));
    to_one(order, "parent", kOrder, of(Scalar::kInt, true));
    scalar(order, "status", status(false));
    scalar(order, "wish", status(true));
    scalar(order, "note", of(Scalar::kString, true));
    scalar(order, "count", of(Scalar::kInt, false));
    scalar(order, "total", of(Scalar::kBigInt, true));
    scalar(order, "price", decimal(10, 2, false));
    scalar(order, "rate", decimal(30, 6, true));
    scalar(order, "weight", of(Scalar::kFloat, true));
    scalar(order, "paid", of(Scalar::kBoolean, true));
    scalar(order, "placed", of(Scalar::kDateTime, false));
    scalar(order, "due", of(Scalar::kDateTime, true));
    scalar(order, "took", of(Scalar::kDuration, true));
    scalar(order, "at", of(Scalar::kTime, true));
    scalar(order, "local", of(Scalar::kLocalDateTime, true));
    scalar(order, "token", of(Scalar::kUuid, true));
    scalar(order, "site", of(Scalar::kUrl, true));
    scalar(order, "data", of(Scalar::kJson, true));
    scalar(order, "raw", of(Scalar::kBytes, true));
    scalar(order, "tags", list(Scalar::kString));
    scalar(order, "scores", list(Scalar::kInt));
    to_many(order, "items", kItem, "order");
    to_many(order, "children", kOrder, "parent");
    entities_.push_back(std::move(order));
  }
  void make_item() {
    Entity item{.name = "Item", .fields = {}};
    scalar(item, "id", of(Scalar::kBigInt, false));
    to_one(item, "order", kOrder, of(Scalar::kInt, false));
    to_one(item, "whole", kItem, of(Scalar::kBigInt, true));
    scalar(item, "label", of(Scalar::kString, true));
    scalar(item, "quantity", of(Scalar::kInt, false));
    scalar(item, "stock", of(Scalar::kBigInt, true));
    scalar(item, "price", decimal(10, 2, true));
    scalar(item, "weight", of(Scalar::kFloat, true));
    scalar(item, "kind", status(true));
    scalar(item, "ok", of(Scalar::kBoolean, true));
    scalar(item, "made", of(Scalar::kDateTime, true));
    scalar(item, "took", of(Scalar::kDuration, true));
    to_many(item, "parts", kItem, "whole");
    entities_.push_back(std::move(item));
    for (const auto& [in, name, inverse] : pending_)
      for (Entity& entity : entities_)
        for (Field& field : entity.fields)
          if (entity.name == in && field.name == name) field.inverse = member(field.target, inverse)->id;
  }
  std::string sdl_field(const Entity& entity, expr::MemberId at) const {
    const Field& field = entity.fields[at];
    std::string out = "  " + field.name + ": ";
    if (field.kind == expr::Member::Kind::kToMany)
      return out + "[" + entities_[field.target].name + "!]! @relation(inverse: \"" +
             entities_[field.target].fields[field.inverse].name + "\")\n";
    if (field.kind == expr::Member::Kind::kToOne) {
      const bool nullable = entity.fields[field.foreign_key[0]].type.nullable;
      return out + entities_[field.target].name + (nullable ? "" : "!") + " @relation\n";
    }
    const bool is_enum = field.type.scalar == Scalar::kEnum;
    const std::string name =
        is_enum ? enums_[field.type.enumeration].name : std::string(scalar_name(field.type.scalar));
    out += field.type.list ? "[" + name + "!]" : name;
    if (!field.type.nullable) out += "!";
    if (field.type.scalar == Scalar::kDecimal)
      out += " @decimal(precision: " + std::to_string(field.type.precision) +
             ", scale: " + std::to_string(field.type.scale) + ")";
    return out + "\n";
  }

  struct Pending {
    std::string entity, name, inverse;
  };
  std::optional<expr::EntityId> at_;
  std::vector<Entity> entities_;
  std::vector<Enum> enums_;
  std::vector<Pending> pending_;
  std::deque<expr::Fact> facts_;
  std::deque<std::string> names_;
  bool old_allowed_ = false;
  bool only_in_cpp_ = false;
};

/// Rows of a RulesWorld: cells by member, relations followed by key. A row is a `const RulesRows::Record*`.
class RulesRows : public expr::Rows {
 public:
  struct Record {
    expr::EntityId entity = 0;
    std::vector<Cell> cells;  ///< by member; null for relations
  };
  RulesRows(const RulesWorld& world, unsigned seed, int per_entity = 12) : world_(world), random_(seed) {
    for (expr::EntityId id = 0; id < world.entities().size(); ++id)
      for (int i = 0; i < per_entity; ++i) add(id, i, per_entity);
  }

  const std::deque<Record>& records() const { return records_; }
  std::vector<const Record*> of(expr::EntityId id) const {
    std::vector<const Record*> found;
    for (const Record& record : records_)
      if (record.entity == id) found.push_back(&record);
    return found;
  }
  /// A random value of a type, edges more often than not; null now and then if it may be.
  Cell random_cell(const Type& type) {
    if (type.nullable && pick(4) == 0) return Cell::null();
    if (type.list)
      return Cell::text(type.scalar == Scalar::kInt ? one({"[]", "[1,2]", "[0]", "[-1,7,7]"})
                                                    : one({"[]", R"(["a"])", R"(["Käse","a"])", R"(["x","y"])"}));
    switch (type.scalar) {
      case Scalar::kInt:
        return Cell::integer(number({0, 1, -1, 2, 3, 7, 100, INT32_MAX, INT32_MIN, INT32_MAX - 1}));
      case Scalar::kBigInt:
        return Cell::integer(number({0, 1, -1, 2, 5, 1000, INT64_MAX, INT64_MIN, INT64_MAX - 1, INT64_MIN + 1}));
      case Scalar::kFloat:
        return Cell::real(std::vector<double>{0, 1, -1, 0.5, 2.25, -1024.75, 1e15, -3}[pick(8)]);
      case Scalar::kDecimal:
        return decimal(type);
      case Scalar::kBoolean:
        return Cell::boolean(pick(2) == 0);
      case Scalar::kDateTime:
        return Cell::integer(
            number({0, 1, -1, 1'700'000'000'000'000, kMinDateTime, kMaxDateTime, 1'700'000'000'000'001}));
      case Scalar::kDuration:
        return Cell::integer(number({0, 1, -1, 3'600'000'000, -86'400'000'000, INT64_MAX / 2, 90'000'000}));
      case Scalar::kEnum:
        return Cell::text(one({"PENDING", "PAID", "SHIPPED", "CANCELLED"}));
      case Scalar::kDate:
        return Cell::text(one({"2024-02-29", "0001-01-01", "9999-12-31", "1999-12-31"}));
      case Scalar::kTime:
        return Cell::text(one({"00:00:00.000000", "23:59:59.999999", "12:30:00.000000"}));
      case Scalar::kLocalDateTime:
        return Cell::text(one({"2024-02-29T12:00:00.000000", "1999-12-31T23:59:59.999999"}));
      case Scalar::kUuid:
        return Cell::text(one({"0190b5c2-7d1e-7a00-8000-000000000001", "ffffffff-ffff-4fff-bfff-ffffffffffff"}));
      case Scalar::kEmail:
        return Cell::text(one({"a@example.com", "Zoë@example.org", "b@example.com"}));
      case Scalar::kUrl:
        return Cell::text(one({"https://example.com/", "https://example.com/ä"}));
      case Scalar::kJson:
        return Cell::text(one({R"({"a":1})", "[]", "7"}));
      case Scalar::kBytes:
        return Cell::blob(one({"", "ab", "\x01\x02"}));
      default:
        return Cell::text(one({"", "a", "A", "Käse", "KÄSE", "straße", "STRASSE", "2024-05-17T10:00:00Z", "PT1H",
                               "z%_\\", "ab", "日本", "😀x", "O'Neil \"q\""}));
    }
  }

  Cell field(expr::Row row, const expr::Node& node) const override {
    return static_cast<const Record*>(row)->cells[node.member];
  }
  expr::Row hop(expr::Row row, const expr::Node& node) const override {
    const auto* from = static_cast<const Record*>(row);
    const auto& field = world_.entities()[from->entity].fields[node.member];
    const Cell key = from->cells[field.foreign_key[0]];
    for (const Record& record : records_)
      if (record.entity == field.target && !key.is_null() && record.cells[0] == key) return &record;
    return nullptr;
  }
  void related(expr::Row row, const expr::Node& node, std::vector<expr::Row>& out) const override {
    const auto* from = static_cast<const Record*>(row);
    const auto& field = world_.entities()[from->entity].fields[node.member];
    const auto owning = world_.entities()[field.target].fields[field.inverse].foreign_key[0];
    for (const Record& record : records_)
      if (record.entity == field.target && record.cells[owning] == from->cells[0]) out.push_back(&record);
  }

 private:
  std::size_t pick(std::size_t below) { return random_() % below; }
  std::int64_t number(std::vector<std::int64_t> from) { return from[pick(from.size())]; }
  std::string_view one(std::vector<std::string_view> from) { return from[pick(from.size())]; }
  Cell decimal(const Type& type) {
    static constexpr std::string_view kShort[] = {"0",     "1",           "-1",           "0.01", "-0.01",
                                                  "12.50", "99999999.99", "-99999999.99", "2.5"};
    static constexpr std::string_view kLong[] = {"999999999999999999999999.999999", "-999999999999999999999999.999999",
                                                 "0.000001", "1000000000000000000.5", "0.333333"};
    const bool wide = type.precision > 18 && pick(2) == 0;
    const auto text = wide ? kLong[pick(std::size(kLong))] : kShort[pick(std::size(kShort))];
    auto cell = decimal_cell(type, *Decimal::parse(text), arena_);
    return cell ? *cell : decimal_cell(type, Decimal(), arena_).value();
  }
  Cell key(expr::EntityId id, int i) {
    if (world_.entities()[id].fields[0].type.scalar != Scalar::kId) return Cell::integer(i + 1);
    return Cell::text(arena_.copy("p" + std::to_string(i + 1)));
  }
  void add(expr::EntityId id, int i, int per_entity) {
    Record record{.entity = id, .cells = {}};
    const auto& fields = world_.entities()[id].fields;
    for (std::size_t f = 0; f < fields.size(); ++f) {
      const bool owns = f > 0 && fields[f - 1].kind == expr::Member::Kind::kToOne;
      if (f == 0)
        record.cells.push_back(key(id, i));
      else if (fields[f].kind != expr::Member::Kind::kScalar)
        record.cells.push_back(Cell::null());
      else if (owns)
        record.cells.push_back(
            fields[f].type.nullable && pick(3) == 0
                ? Cell::null()
                : key(fields[f - 1].target, static_cast<int>(pick(static_cast<std::size_t>(per_entity)))));
      else
        record.cells.push_back(random_cell(fields[f].type));
    }
    records_.push_back(std::move(record));
  }

  const RulesWorld& world_;
  std::minstd_rand random_;
  Arena arena_;
  std::deque<Record> records_;
};

/// Random answers to every fact of a world: a value of its type where it holds.
class RulesFacts : public expr::FactValues {
 public:
  RulesFacts(const RulesWorld& world, RulesRows& rows, unsigned seed) {
    std::minstd_rand random(seed);
    for (const expr::Fact& fact : world.facts()) {
      Type type = fact.type;
      type.nullable = random() % 3 == 0;
      const bool test = fact.kind == expr::Fact::Kind::kHasRole || fact.kind == expr::Fact::Kind::kHasScope;
      Cell value = rows.random_cell(type);
      if (type.scalar == Scalar::kId && !value.is_null()) value = rows.of(RulesWorld::kPerson)[random() % 4]->cells[0];
      values_.push_back(test ? Cell::boolean(random() % 2 == 0) : value);
      holds_.push_back(test ? values_.back().as_integer() != 0 : !value.is_null());
    }
  }
  bool holds(expr::FactId fact) const override { return holds_[fact]; }
  Cell value(expr::FactId fact) const override { return values_[fact]; }

 private:
  std::vector<Cell> values_;
  std::vector<bool> holds_;
};

}  // namespace bedplate::test
