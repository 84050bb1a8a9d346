#include "model/rule_reader.hpp"

#include "expr/builder.hpp"
#include "model/expressions.hpp"
#include "model/field_lists.hpp"
#include "sdl/suggest.hpp"

namespace bedplate::model {

namespace {

using expr::Node;
using expr::Op;

class RuleReader {
 public:
  RuleReader(Draft& draft, const sdl::Directive& use, EntityId entity, RuleOn on)
      : draft_(draft), use_(use), arguments_(&use), entity_(entity), on_(on), build_(*draft.model.arena) {}

  std::optional<Rule> read() {
    const std::size_t before = draft_.findings.size();
    rule_.allow = use_.name.text == "allow";
    rule_.position = use_.at;
    rule_.text = written(use_, draft_.tree.source);
    refuse_misplaced();
    read_verbs();
    const Node* roles = read_roles();
    rule_.when = build_.both(roles, read_when());
    if (rule_.when == nullptr) rule_.when = build_.boolean(true, use_.at);
    read_check();
    read_limits();
    for (std::size_t i = before; i < draft_.findings.size(); ++i)
      if (draft_.findings[i].severity == sdl::Severity::kError) return std::nullopt;
    return std::move(rule_);
  }

 private:
  void refuse(Place place, std::string code, std::string message, std::string hint) {
    draft_.error(place, std::move(code), std::move(message), std::move(hint));
  }
  void refuse_argument(std::string_view name, std::string why, std::string hint) {
    if (const auto* value = arguments_.find(name))
      refuse(place_of(*value), "rule-argument", "`" + std::string(name) + "` " + why + ".", std::move(hint));
  }

  void refuse_misplaced() {
    if (on_ == RuleOn::kOperation) {
      refuse_argument("to", "is for types and fields: an operation has one implicit verb", "Leave it out.");
      refuse_argument("check", "compares old with new values, and an operation has no row", "Use `when`.");
    }
    if (on_ != RuleOn::kType) refuse_argument("fields", "limits an @allow on a type", "Leave it out.");
  }

  void read_verbs() {
    if (on_ == RuleOn::kOperation) return;
    for (const auto* word : arguments_.list("to", sdl::ValueKind::kEnum)) {
      const auto verb = verb_by_name(word->text);
      if (!verb) continue;  // sdl reports it
      if (on_ == RuleOn::kField && (*verb == Verb::kDelete || *verb == Verb::kPurge))
        refuse(place_of(*word), "field-verb", std::string(word->text) + " concerns the whole row, not a field.",
               "A field rule narrows READ, CREATE and UPDATE.");
      rule_.verbs.add(*verb);
    }
    if (const auto* to = arguments_.find("to"); to != nullptr && rule_.verbs.empty() && to->items.empty())
      refuse(place_of(*to), "no-verb", "`to` names no verb.", "Name one, or leave `to` out.");
    if (arguments_.has("to")) return;
    rule_.verbs = on_ == RuleOn::kField ? Verbs{Verb::kRead, Verb::kCreate, Verb::kUpdate}
                                        : Verbs{Verb::kRead, Verb::kCreate, Verb::kUpdate, Verb::kDelete};
  }

  /// Has one of the roles; null when `roles` is not given.
  const Node* read_roles() {
    const auto* given = arguments_.find("roles");
    if (given == nullptr) return nullptr;
    std::vector<const Node*> tests;
    for (const auto* word : arguments_.list("roles", sdl::ValueKind::kEnum)) {
      const auto at = draft_.model.role_by_name.find(word->text);
      if (at == draft_.model.role_by_name.end()) {
        refuse_role(*word);
        continue;
      }
      const auto fact = fact_id(
          draft_.model, {.kind = expr::Fact::Kind::kHasRole, .name = draft_.model.roles[at->second].name, .type = {}});
      tests.push_back(build_.has_fact(fact, use_.at));
    }
    if (tests.empty() && given->kind == sdl::ValueKind::kList && given->items.empty())
      refuse(place_of(*given), "no-role", "`roles` names no role.", "Name one, or leave `roles` out for everyone.");
    return tests.empty() ? nullptr : build_.joined(Op::kOr, tests);
  }

  void refuse_role(const sdl::Value& word) {
    std::vector<std::string_view> names;
    for (const Role& role : draft_.model.roles) names.push_back(role.name);
    refuse(place_of(word), "unknown-role", "There is no role \"" + std::string(word.text) + "\".",
           names.empty() ? "Declare the roles: enum Role @roles { … }."
                         : "Roles are the values of the @roles enum." + sdl::did_you_mean(word.text, names));
  }

  const Node* read_when() {
    const auto* text = arguments_.find("when");
    if (text == nullptr || text->kind != sdl::ValueKind::kString) return nullptr;
    return compile_condition(draft_, *text, {.entity = entity_, .what = "`when`"});
  }

  void read_check() {
    const auto* text = arguments_.find("check");
    if (text == nullptr || text->kind != sdl::ValueKind::kString || !rule_.allow || on_ == RuleOn::kOperation) return;
    if (!rule_.verbs.has(Verb::kCreate) && !rule_.verbs.has(Verb::kUpdate))
      return refuse(place_of(*text), "unused-check",
                    "`check` is tested on CREATE and UPDATE, and this rule grants neither.",
                    "Use `when`, or add UPDATE to `to`.");
    const bool may_read_old = !rule_.verbs.has(Verb::kCreate);
    rule_.check =
        compile_condition(draft_, *text, {.entity = entity_, .may_read_old = may_read_old, .what = "`check`"});
  }

  void read_limits() {
    if (on_ != RuleOn::kType || !rule_.allow) return;
    const auto fields = read_fields(draft_, entity_, arguments_, "fields", false);
    if (!fields) return;
    const Entity& entity = draft_.model.entity(entity_);
    const auto add = [&](FieldId field) {
      if (std::ranges::find(rule_.fields, field) == rule_.fields.end()) rule_.fields.push_back(field);
    };
    for (FieldId id : *fields) {
      add(id);
      for (FieldId scalar :
           entity.fields[id].kind == FieldKind::kToOne ? entity.fields[id].foreign_key : std::vector<FieldId>{})
        add(scalar);
      if (entity.fields[id].relation != kNoField) add(entity.fields[id].relation);
    }
    if (const auto* given = arguments_.find("fields"); given != nullptr && rule_.fields.empty())
      refuse(place_of(*given), "no-field", "`fields` names no field.", "Name one, or leave `fields` out for all.");
  }

  Draft& draft_;
  const sdl::Directive& use_;
  Arguments arguments_;
  EntityId entity_;
  RuleOn on_;
  expr::Builder build_;
  Rule rule_;
};

}  // namespace

std::optional<Rule> read_rule(Draft& draft, const sdl::Directive& use, EntityId entity, RuleOn on) {
  return RuleReader(draft, use, entity, on).read();
}

}  // namespace bedplate::model
