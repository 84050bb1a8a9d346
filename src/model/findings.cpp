#include "model/findings.hpp"

#include <algorithm>

#include "expr/visit.hpp"
#include "model/arguments.hpp"
#include "model/expressions.hpp"
#include "model/names.hpp"

namespace bedplate::model {

namespace {

bool is_literal_true(const expr::Node* node) { return node != nullptr && expr::is_true(*node); }

/// Some @allow grants READ on every row to every caller, and no @deny takes any away.
bool readable_by_anyone(const Entity& entity) {
  bool granted = false;
  for (const Rule& rule : entity.rules) {
    if (!rule.verbs.has(Verb::kRead)) continue;
    if (!rule.allow) return false;
    granted = granted || (is_literal_true(rule.when) && rule.fields.empty());
  }
  return granted;
}

class Findings {
 public:
  explicit Findings(Draft& draft) : draft_(draft), model_(draft.model) {}

  void run() {
    for (std::size_t id = 0; id < model_.entities.size(); ++id) {
      id_ = static_cast<EntityId>(id);
      entity_ = &model_.entities[id];
      without_rule();
      login_not_unique();
      key_across_tenants();
      personal_data();
      for (std::size_t field = 0; field < entity_->fields.size(); ++field) {
        unbounded_list(static_cast<FieldId>(field));
        unindexed_sort(static_cast<FieldId>(field));
        computed_over_unreadable(static_cast<FieldId>(field));
      }
    }
    without_tenant();
  }

 private:
  Place name_place() const { return place_of(draft_.entity_types[id_]->name); }

  void without_rule() {
    if (std::ranges::any_of(entity_->rules, &Rule::allow)) return;
    draft_.warn(name_place(), "no-rule", "Nobody may do anything with \"" + entity_->name + "\": it has no @allow.",
                "Grant something, such as @allow(to: [READ]), with `roles` or `when` to narrow it.");
  }

  void login_not_unique() {
    const Field* login = entity_->user ? entity_->find(entity_->user_login) : nullptr;
    if (login == nullptr || login->unique || login->in_key) return;
    draft_.warn(draft_.place_of_field(id_, entity_->by_name.at(login->name)), "login-not-unique",
                "Two accounts may have the same login \"" + login->name + "\".", "Mark the field @unique.");
  }

  /// Whoever may write such a key learns by a conflict that another tenant has it. A UUID is nobody's to guess.
  void key_across_tenants() {
    if (entity_->tenant == kNoField) return;
    for (const FieldId part : entity_->key) {
      const Field& field = entity_->fields[part];
      const bool is_uuid =
          field.type.scalar == Scalar::kUuid ||
          (field.type.scalar == Scalar::kId && (field.default_fn == DefaultFn::kUuid7 || field.relation != kNoField));
      if (part == entity_->tenant || field.read_only || field.hidden || is_uuid) return;
    }
    std::string parts = "\"" + entity_->fields[entity_->tenant].name + "\"";
    for (const FieldId part : entity_->key) parts += ", \"" + entity_->fields[part].name + "\"";
    draft_.warn(
        name_place(), "key-across-tenants",
        "The key of \"" + entity_->name +
            "\" is the client's to choose and one for all tenants: a conflict tells that another tenant has it.",
        "Put the tenant into the key, @entity(key: [" + parts + "]), or let the store make it: `id: ID!`.");
  }

  static bool is_personal(const Field& field) {
    static constexpr std::string_view kWords[]{"email",  "e_mail",   "phone",  "mobile",   "fax",   "birth",
                                               "ssn",    "passport", "iban",   "salary",   "tax",   "password",
                                               "postal", "street",   "gender", "religion", "health"};
    if (field.type.scalar == Scalar::kEmail) return true;
    const std::string name = snake_case(field.name);
    return std::ranges::any_of(kWords, [&](std::string_view word) {
      const auto at = name.find(word);
      return at != std::string::npos && (at == 0 || name[at - 1] == '_');
    });
  }

  void personal_data() {
    if (!readable_by_anyone(*entity_)) return;
    std::vector<std::string> open;
    for (const Field& field : entity_->fields) {
      const bool ruled = std::ranges::any_of(field.rules, [](const Rule& rule) { return rule.verbs.has(Verb::kRead); });
      if (!field.is_relation() && field.relation == kNoField && !field.hidden && !field.write_only && !ruled &&
          is_personal(field))
        open.push_back("\"" + field.name + "\"");
    }
    if (open.empty()) return;
    draft_.warn(name_place(), "personal-data",
                "Anyone may read personal data of \"" + entity_->name + "\": " + listed(open) + ".",
                "Narrow the type's READ, or put an @allow on these fields.");
  }

  void unbounded_list(FieldId id) {
    const Field& field = entity_->fields[id];
    if (!field.is_column() || !field.type.list || field.read_only) return;
    if (field.constraint && field.constraint->max_items) return;
    if (field.kind == FieldKind::kEmbedded) return;
    draft_.warn(draft_.place_of_field(id_, id), "unbounded-list",
                "The list \"" + field.name + "\" has no upper bound and is kept in the row.",
                "Add @constraint(maxItems: …), or make it an entity with a relation.");
  }

  /// The time of creation is what lists are sorted by.
  void unindexed_sort(FieldId id) {
    const Field& field = entity_->fields[id];
    if (field.default_fn != DefaultFn::kNow || field.hidden || field.kind != FieldKind::kStored) return;
    const auto holds = [&](const Index& index) { return std::ranges::find(index.fields, id) != index.fields.end(); };
    if (std::ranges::any_of(entity_->indexes, holds)) return;
    draft_.warn(draft_.place_of_field(id_, id), "unindexed-sort",
                "Lists are usually sorted by \"" + field.name + "\", and no index holds it.",
                "Add @index to the field, or @index(fields: [\"…\", \"" + field.name + "\"]) to the type.");
  }

  void computed_over_unreadable(FieldId id) {
    const Field& field = entity_->fields[id];
    const auto* from = draft_.definition(id_, id);
    if (field.kind != FieldKind::kComputed || from == nullptr) return;
    const auto* use = find_directive(from->directives, "computed");
    if (use == nullptr || Arguments(use).has("as")) return;
    std::vector<std::string> unreadable;
    if (field.computed == nullptr) return;
    expr::for_each(*field.computed, [&](const expr::Node& node) {
      if (!expr::is_relation(node.op) || readable_by_anyone(model_.entity(node.entity))) return;
      const std::string name = "\"" + model_.entity(node.entity).name + "\"";
      if (std::ranges::find(unreadable, name) == unreadable.end()) unreadable.push_back(name);
    });
    if (unreadable.empty()) return;
    draft_.warn(place_of(*use), "computed-over-unreadable",
                "\"" + field.name + "\" is computed over all rows of " + listed(unreadable) +
                    ", also those that its caller may not read.",
                "Write `as: SYSTEM` if that is meant, or `as: CALLER` to count only what the caller may read.");
  }

  /// Types whose every to-one leads to a tenant's row belong to the tenant too, in all but name.
  void without_tenant() {
    std::vector<bool> belongs(model_.entities.size());
    for (std::size_t id = 0; id < belongs.size(); ++id) belongs[id] = model_.entities[id].tenant != kNoField;
    for (bool grown = true; grown;) {
      grown = false;
      for (std::size_t id = 0; id < belongs.size(); ++id) {
        const Entity& entity = model_.entities[id];
        if (belongs[id] || entity.tenant_root || entity.user || !only_tenants(entity, belongs)) continue;
        belongs[id] = grown = true;
        draft_.warn(
            place_of(draft_.entity_types[id]->name), "tenant-missing",
            "\"" + entity.name + "\" is reached through rows of tenants only and has no @tenant.",
            "Add the tenant, such as `tenantId: ID! @tenant`, so that its rows cannot be read or linked across.");
      }
    }
  }

  bool only_tenants(const Entity& entity, const std::vector<bool>& belongs) const {
    bool any = false;
    for (const Field& field : entity.fields) {
      if (field.kind != FieldKind::kToOne || &model_.entity(field.target) == &entity) continue;
      if (!belongs[field.target]) return false;
      any = true;
    }
    return any;
  }

  Draft& draft_;
  const Model& model_;
  EntityId id_ = 0;
  const Entity* entity_ = nullptr;
};

}  // namespace

void add_design_findings(Draft& draft) { Findings(draft).run(); }

}  // namespace bedplate::model
