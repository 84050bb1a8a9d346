#include "oracle/random_model.hpp"

#include <algorithm>
#include <array>

#include "base/scalar.hpp"

namespace bedplate::oracle {
namespace {

constexpr std::array<std::string_view, 4> kTypes{"Alpha", "Beta", "Gamma", "Delta"};
constexpr std::array<std::string_view, 4> kPlurals{"alphas", "betas", "gammas", "deltas"};

struct Relation {
  std::size_t from = 0, to = 0;
  std::string name, list;
  bool many_to_many = false;
};

class ModelMaker {
 public:
  explicit ModelMaker(Dice& dice) : dice_(dice), count_(2 + dice.below(3)) {
    for (std::size_t i = 0; i < count_; ++i) {
      tenant_.push_back(dice_.in(1, 3));
      trash_.push_back(dice_.in(1, 2));
      has_.emplace_back();
      for (auto& each : has_.back()) each = dice_.in(1, 2);
      has_.back()[0] = true;
    }
    for (std::size_t i = 0; i < count_ + 1; ++i) {
      const auto number = std::to_string(i);
      Relation made{
          .from = dice_.below(count_), .to = dice_.below(count_), .name = "ref" + number, .list = "list" + number};
      made.many_to_many = dice_.in(1, 4);
      // One pair of types has one join table.
      for (const auto& other : relations_)
        if (other.many_to_many && std::minmax(other.from, other.to) == std::minmax(made.from, made.to))
          made.many_to_many = false;
      if (made.many_to_many && made.from == made.to) made.many_to_many = false;
      relations_.push_back(made);
    }
  }

  std::string make() {
    std::string text =
        "enum Role @roles { CUSTOMER STAFF @inherits(roles: [CUSTOMER]) ADMIN @inherits(roles: [STAFF]) }\n"
        "enum Color { RED GREEN BLUE }\n";
    for (std::size_t i = 0; i < count_; ++i) text += type(i);
    return text;
  }

 private:
  struct Column {
    std::string_view name, type;
  };
  static constexpr std::array<Column, 18> kColumns{{{"owner", "ID"},
                                                    {"title", "String"},
                                                    {"count", "Int"},
                                                    {"big", "BigInt"},
                                                    {"ratio", "Float"},
                                                    {"price", "Decimal"},
                                                    {"long", "Decimal"},
                                                    {"flag", "Boolean"},
                                                    {"at", "DateTime"},
                                                    {"day", "Date"},
                                                    {"clock", "Time"},
                                                    {"local", "LocalDateTime"},
                                                    {"span", "Duration"},
                                                    {"uid", "UUID"},
                                                    {"color", "Color"},
                                                    {"tags", "[String!]"},
                                                    {"numbers", "[Int!]"},
                                                    {"doc", "JSON"}}};
  bool has(std::size_t type, std::string_view name) const {
    for (std::size_t c = 0; c < kColumns.size(); ++c)
      if (kColumns[c].name == name) return has_[type][c];
    return false;
  }

  /// A condition over fields of type `i` reached by `path`.
  std::string own_condition(std::size_t i, const std::string& path) {
    std::vector<std::string> made{path + "owner == auth.id", path + "owner != null", path + "owner in ['u1', 'u2']"};
    const auto add = [&](std::string_view name, std::string condition) {
      if (has(i, name)) made.push_back(std::move(condition));
    };
    add("flag", path + "flag");
    add("flag", "!" + path + "flag");
    add("count", path + "count > 1");
    add("count", path + "count == auth.claims.level");
    add("count", path + "count + 1 < 4");
    add("color", path + "color < 'BLUE'");
    add("color", path + "color != 'RED'");
    add("title", path + "title.startsWith('a')");
    add("title", path + "title != 'b'");
    add("price", path + "price * 2 >= 2.5");
    add("big", path + "big == auth.claims.level");
    add("at", path + "at < now()");
    add("day", path + "day == null");
    if (trash_[i]) made.push_back(path + "deletedAt == null");
    return dice_.one(made);
  }

  std::string condition(std::size_t i) {
    std::vector<std::string> made{own_condition(i, ""), own_condition(i, ""), "hasScope('read')", "auth.id != null",
                                  "hasRole(STAFF)"};
    made.back() = "auth.claims.level == 2 || " + own_condition(i, "");
    for (const auto& relation : relations_) {
      const bool here = relation.from == i, there = relation.to == i;
      if (here && !relation.many_to_many) {
        made.push_back(own_condition(relation.to, relation.name + "."));
        made.push_back(own_condition(i, "") + " && " + own_condition(relation.to, relation.name + "."));
      }
      const auto list = [&](const std::string& name, std::size_t target) {
        made.push_back(name + ".exists(x, " + own_condition(target, "x.") + ")");
        made.push_back("!" + name + ".exists(x, " + own_condition(target, "x.") + ")");
        made.push_back(name + ".all(x, " + own_condition(target, "x.") + ")");
        made.push_back("size(" + name + ") > 1");
      };
      if (there && !relation.many_to_many) list(relation.list, relation.from);
      if (here && relation.many_to_many) list(relation.name, relation.to);
      if (there && relation.many_to_many) list(relation.list, relation.from);
    }
    std::string one = dice_.one(made);
    if (dice_.in(1, 5)) one = "(" + one + ") " + std::string(dice_.one({"&&", "||"})) + " (" + dice_.one(made) + ")";
    return one;
  }

  std::string quoted(const std::string& text) { return "\"" + text + "\""; }
  std::string roles() { return std::string("roles: [") + std::string(dice_.one({"STAFF", "CUSTOMER", "ADMIN"})) + "]"; }

  std::string type_rules(std::size_t i) {
    std::string made;
    const std::size_t allows = 1 + dice_.below(3);
    for (std::size_t r = 0; r < allows; ++r) {
      made += "\n  @allow(to: [READ]";
      if (dice_.in(1, 4)) made += ", " + roles();
      if (dice_.in(1, 2)) made += ", when: " + quoted(condition(i));
      if (dice_.in(1, 6)) {
        made += ", fields: [\"owner\"";
        for (std::size_t c = 1; c < kColumns.size(); ++c)
          if (has_[i][c] && dice_.in(1, 2)) made += ", \"" + std::string(kColumns[c].name) + "\"";
        for (const auto& relation : relations_)
          if (relation.from == i && dice_.in(1, 2)) made += ", \"" + relation.name + "\"";
        if (dice_.in(1, 2)) made += ", \"id\"";
        if (trash_[i] && dice_.in(1, 2)) made += ", \"deletedAt\"";
        made += "]";
      }
      made += ")";
    }
    if (dice_.in(1, 4)) made += "\n  @deny(to: [READ], when: " + quoted(condition(i)) + ")";
    return made;
  }

  /// Who may restore and purge.
  std::string trash_rules(std::size_t i) {
    std::string made;
    for (const std::string verb : {"UPDATE", "UPDATE", "PURGE"}) {
      if (dice_.in(1, 3)) continue;
      made += "\n  @allow(to: [" + verb + "]";
      if (dice_.in(1, 4)) made += ", " + roles();
      if (dice_.in(1, 2)) made += ", when: " + quoted(condition(i));
      if (dice_.in(1, 3)) made += std::string(", fields: [\"owner\"") + (dice_.in(1, 2) ? ", \"deletedAt\"]" : "]");
      made += ")";
      if (dice_.in(1, 6)) made += "\n  @deny(to: [" + verb + "], when: " + quoted(condition(i)) + ")";
    }
    return made;
  }

  std::string field_rule(std::size_t i, bool nullable) {
    if (!dice_.in(1, 6)) return {};
    if (!nullable || dice_.in(1, 4)) return " @allow(" + roles() + ")";
    std::string made;
    if (dice_.in(2, 3)) made += " @allow(to: [READ], when: " + quoted(condition(i)) + ")";
    if (dice_.in(1, 2)) made += " @allow(to: [READ], " + roles() + ")";
    if (dice_.in(1, 4)) made += " @deny(to: [READ], when: " + quoted(condition(i)) + ")";
    return made;
  }

  std::string relation_fields(std::size_t i) {
    std::string made;
    for (const auto& relation : relations_) {
      if (relation.from == i && relation.many_to_many) {
        made += "  " + relation.name + ": [" + std::string(kTypes[relation.to]) +
                "!]! @relation(manyToMany: true, inverse: \"" + relation.list + "\")" + field_rule(i, true) + "\n";
      } else if (relation.from == i) {
        const bool nullable = dice_.in(2, 3);
        made += "  " + relation.name + ": " + std::string(kTypes[relation.to]) + (nullable ? "" : "!") + " @relation" +
                field_rule(i, nullable) + "\n";
      }
      if (relation.to == i)
        made += "  " + relation.list + ": [" + std::string(kTypes[relation.from]) + "!]! @relation(inverse: \"" +
                relation.name + "\"" + (relation.many_to_many ? ", manyToMany: true)" : ")") + field_rule(i, true) +
                "\n";
    }
    return made;
  }

  /// A list through each pair of to-ones that one type has.
  std::string through_fields(std::size_t i) {
    std::string made;
    for (const auto& near : relations_)
      for (const auto& far : relations_) {
        if (&near == &far || near.from != far.from || near.to != i || near.many_to_many || far.many_to_many) continue;
        made += "  by" + near.name + far.name + ": [" + std::string(kTypes[far.to]) + "!]! @relation(through: \"" +
                std::string(kTypes[near.from]) + "\", field: [\"" + near.name + "\", \"" + far.name + "\"])" +
                field_rule(i, true) + "\n";
        if (dice_.in(1, 2))
          made += "  sizeBy" + near.name + far.name + ": Int @computed(expr: \"size(by" + near.name + far.name +
                  ")\", as: " + std::string(dice_.one({"SYSTEM", "CALLER"})) + ")\n";
      }
    return made;
  }

  std::string computed_fields(std::size_t i) {
    std::string made;
    const std::string_view as = dice_.one({"SYSTEM", "CALLER"});
    const auto add = [&](std::string_view name, std::string_view type, const std::string& expr) {
      if (dice_.in(1, 2))
        made += "  " + std::string(name) + ": " + std::string(type) + " @computed(expr: \"" + expr +
                "\", as: " + std::string(as) + ")" + field_rule(i, true) + "\n";
    };
    if (has(i, "count")) add("twice", "Int", "count * 2");
    add("mine", "Boolean", "owner == auth.id");
    add("staffOnly", "ID", "hasRole('STAFF') ? owner : null");
    for (const auto& relation : relations_) {
      const bool many = relation.many_to_many;
      if (relation.to == i && !many) add("sizeOf" + relation.list, "Int", "size(" + relation.list + ")");
      if (relation.to == i && !many && has(relation.from, "count"))
        add("sumOf" + relation.list, "BigInt", relation.list + ".sum(x, x.count)");
      if (relation.from == i && !many) add("ownerOf" + relation.name, "ID", relation.name + ".owner");
      if (relation.from == i && many)
        add("someOf" + relation.name, "Boolean", relation.name + ".exists(x, x.owner == auth.id)");
    }
    return made;
  }

  std::string type(std::size_t i) {
    static constexpr std::array<std::string_view, 3> kKeys{"ID!", "Int!", "BigInt!"};
    std::string made = "type " + std::string(kTypes[i]) + " @entity(plural: \"" + std::string(kPlurals[i]) + "\")" +
                       (trash_[i] ? " @softDelete" + trash_rules(i) : "") + type_rules(i) + " {\n";
    made += "  id: " + std::string(kKeys[dice_.below(3)]) + "\n";
    if (tenant_[i]) made += "  org: ID! @tenant\n";
    if (trash_[i] && dice_.in(1, 2)) made += "  deletedAt: DateTime" + field_rule(i, true) + "\n";
    for (std::size_t c = 0; c < kColumns.size(); ++c) {
      if (!has_[i][c]) continue;
      const bool nullable = c == 0 || dice_.in(3, 4);
      made += "  " + std::string(kColumns[c].name) + ": " + std::string(kColumns[c].type) + (nullable ? "" : "!");
      if (kColumns[c].name == "price") made += " @decimal(precision: 10, scale: 2)";
      if (kColumns[c].name == "long") made += " @decimal(precision: 30, scale: 6)";
      if (c > 0 && dice_.in(1, 30))
        made += dice_.in(1, 2) ? " @hidden" : " @writeOnly";
      else if (c > 0)
        made += field_rule(i, nullable);
      made += "\n";
    }
    return made + relation_fields(i) + through_fields(i) + computed_fields(i) + "}\n";
  }

  Dice& dice_;
  std::size_t count_;
  std::vector<bool> tenant_, trash_;
  std::vector<std::array<bool, kColumns.size()>> has_;
  std::vector<Relation> relations_;
};

}  // namespace

std::string random_sdl(Dice& dice) { return ModelMaker(dice).make(); }

Cell random_cell(const Type& type, const model::Model& model, Dice& dice, Arena& arena) {
  if (type.nullable && dice.in(1, 4)) return Cell::null();
  const auto integer = [&](std::vector<std::int64_t> from) { return Cell::integer(dice.one(from)); };
  if (type.list)
    return Cell::text(type.scalar == Scalar::kInt ? dice.one({"[]", "[1,2]", "[0]", "[-1,7,7]"})
                                                  : dice.one({"[]", R"(["a"])", R"(["b","a"])", R"(["ä","x y"])"}));
  switch (type.scalar) {
    case Scalar::kInt:
      return integer({0, 1, 2, 3, -1, 2147483647});
    case Scalar::kBigInt:
      return integer({0, 1, 2, -7, 9223372036854775807, 9007199254740993});
    case Scalar::kFloat:
      return Cell::real(dice.one(std::vector<double>{0, 1.5, -2.25, 1e15}));
    case Scalar::kDecimal:
      return *decimal_cell(type, *Decimal::parse(dice.one({"0", "1.25", "-3.5", "99999999.99", "1.3"})), arena);
    case Scalar::kBoolean:
      return Cell::boolean(dice.in(1, 2));
    case Scalar::kDateTime:
      return integer({0, 1'700'000'000'000'000, 1'900'000'000'000'000, -1});
    case Scalar::kDuration:
      return integer({0, 3'600'000'000, -90'000'000});
    case Scalar::kDate:
      return Cell::text(dice.one({"2024-02-29", "1999-12-31", "2030-01-01"}));
    case Scalar::kTime:
      return Cell::text(dice.one({"00:00:00.000000", "23:59:59.999999", "12:30:00.000000"}));
    case Scalar::kLocalDateTime:
      return Cell::text(dice.one({"2024-02-29T12:00:00.000000", "1999-12-31T23:59:59.999999"}));
    case Scalar::kUuid:
      return Cell::text(dice.one({"0190b5c2-7d1e-7a00-8000-000000000001", "ffffffff-ffff-4fff-bfff-ffffffffffff"}));
    case Scalar::kEnum:
      return Cell::text(dice.one(model.enums[type.enumeration].values).name);
    case Scalar::kId:
      return Cell::text(dice.one({"u1", "u2", "u3"}));
    case Scalar::kJson:
      return Cell::text(dice.one({R"({"a":1,"b":["x"]})", "[]", "7", R"({"a":"u1"})", R"([{"a":null},true])"}));
    default:
      return Cell::text(dice.one({"", "a", "b", "ab", "Ab", "ä", "a%_\\b", "x,y(z)", "O'Neil \"q\""}));
  }
}

namespace {

constexpr std::array<std::string_view, 2> kTenants{"t1", "t2"};

Cell key_cell(const Type& type, std::size_t i, Arena& arena) {
  if (type.scalar == Scalar::kId) return Cell::text(arena.copy("k" + std::to_string(i * 7 % 11)));
  return Cell::integer(static_cast<std::int64_t>(i * 7 % 11) + 1);
}

std::vector<const Record*> fitting_targets(const Data& data, const model::Model& model, const Record& record,
                                           const model::Field& relation) {
  const auto& entity = model.entity(record.entity);
  const auto& target = model.entity(relation.target);
  const bool both = entity.tenant != model::kNoField && target.tenant != model::kNoField;
  std::vector<const Record*> fitting;
  for (const Record& far : data.rows[relation.target])
    if (!both || record.cells[entity.tenant] == far.cells[target.tenant]) fitting.push_back(&far);
  return fitting;
}

/// A row whose required relation could lead nowhere cannot be.
void drop_impossible(Data& data, const model::Model& model) {
  const auto impossible = [&](const Record& record) {
    return std::ranges::any_of(model.entity(record.entity).fields, [&](const model::Field& field) {
      return field.kind == model::FieldKind::kToOne && !field.type.nullable &&
             fitting_targets(data, model, record, field).empty();
    });
  };
  for (bool again = true; again;) {
    again = false;
    for (auto& rows : data.rows)
      for (std::size_t i = 0; i < rows.size(); ++i)
        if (impossible(rows[i])) {
          rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(i--));
          again = true;
        }
  }
}

void link_randomly(Data& data, const model::Model& model, const model::Entity& entity, Record& record, Dice& dice) {
  for (const auto& field : entity.fields) {
    if (field.kind != model::FieldKind::kToOne) continue;
    const auto fitting = fitting_targets(data, model, record, field);
    const auto& target = model.entity(field.target);
    const bool none = fitting.empty() || (field.type.nullable && dice.in(1, 4));
    const Record* far = none ? nullptr : dice.one(fitting);
    for (std::size_t k = 0; k < target.key.size(); ++k)
      record.cells[field.foreign_key[k]] = far == nullptr ? Cell::null() : far->cells[target.key[k]];
  }
}

void put_into_trash(Record& record, const model::Model& model, Dice& dice, Arena& arena) {
  const auto& entity = model.entity(record.entity);
  for (const auto field : {entity.deleted_at, entity.deletion}) {
    Type type = entity.fields[field].type;
    type.nullable = false;
    record.cells[field] = random_cell(type, model, dice, arena);
  }
}

}  // namespace

void fill_randomly(Data& data, const model::Model& model, Dice& dice) {
  data.rows.resize(model.entities.size());
  for (std::size_t id = 0; id < model.entities.size(); ++id) {
    const auto& entity = model.entities[id];
    const std::size_t count = dice.in(1, 12) ? 0 : 3 + dice.below(8);
    for (std::size_t i = 0; i < count; ++i) {
      Record record{.entity = static_cast<EntityId>(id), .cells = std::vector<Cell>(entity.fields.size())};
      for (std::size_t f = 0; f < entity.fields.size(); ++f) {
        const auto& field = entity.fields[f];
        if (!field.is_column() || field.relation != model::kNoField) continue;
        if (f == entity.deleted_at || f == entity.deletion) continue;
        record.cells[f] = field.in_key   ? key_cell(field.type, i, data.arena)
                          : field.tenant ? Cell::text(kTenants[dice.below(2)])
                                         : random_cell(field.type, model, dice, data.arena);
      }
      if (entity.soft_delete() && dice.in(1, 3)) put_into_trash(record, model, dice, data.arena);
      data.rows[id].push_back(std::move(record));
    }
  }
  drop_impossible(data, model);
  for (std::size_t id = 0; id < model.entities.size(); ++id)
    for (Record& record : data.rows[id]) link_randomly(data, model, model.entities[id], record, dice);
  for (std::size_t id = 0; id < model.entities.size(); ++id)
    for (const auto& field : model.entities[id].fields) {
      if (!field.join || field.join->through != model::kNoEntity || data.links.contains(field.join->table)) continue;
      auto& pairs = data.links[field.join->table];
      const auto& near = model.entities[id];
      const auto& far = model.entity(field.target);
      for (const Record& a : data.rows[id])
        for (const Record& b : data.rows[field.target]) {
          const bool both = near.tenant != model::kNoField && far.tenant != model::kNoField;
          if (!dice.in(1, 3) || (both && !(a.cells[near.tenant] == b.cells[far.tenant]))) continue;
          auto& pair = pairs.emplace_back();
          for (std::size_t k = 0; k < near.key.size(); ++k) pair[field.join->near_columns[k]] = a.cells[near.key[k]];
          for (std::size_t k = 0; k < far.key.size(); ++k) pair[field.join->far_columns[k]] = b.cells[far.key[k]];
          if (!field.join->tenant_column.empty()) pair[field.join->tenant_column] = a.cells[near.tenant];
        }
    }
}

operation::Identity random_identity(Dice& dice) {
  operation::Identity made;
  if (dice.in(1, 6)) return made;
  made.authenticated = true;
  if (dice.in(5, 6)) made.id = dice.one({"u1", "u2", "u3"});
  if (dice.in(3, 4)) made.tenant = kTenants[dice.below(2)];
  if (dice.in(1, 2)) made.roles.emplace_back(dice.one({"CUSTOMER", "STAFF", "ADMIN"}));
  if (dice.in(1, 2)) made.scopes.emplace_back("read");
  if (dice.in(1, 2)) made.claims.emplace_back("level", dice.one({"1", "2", "\"2\"", "\"x\"", "true", "2.0"}));
  return made;
}

}  // namespace bedplate::oracle
