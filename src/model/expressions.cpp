#include "model/expressions.hpp"

#include "expr/env.hpp"
#include "expr/type.hpp"
#include "expr/visit.hpp"
#include "model/relation_names.hpp"
#include "model/string_place.hpp"

namespace bedplate::model {

namespace {

/// The model as expressions see it.
class ModelEnv final : public expr::Env {
 public:
  ModelEnv(Draft& draft, const ExpressionPlace& place) : draft_(draft), place_(place) {}

  std::optional<EntityId> entity() const override {
    return place_.entity == kNoEntity ? std::nullopt : std::optional(place_.entity);
  }
  std::string_view entity_name(EntityId id) const override { return draft_.model.entity(id).name; }

  std::optional<expr::Member> member(EntityId id, std::string_view name) const override {
    const Entity& entity = draft_.model.entity(id);
    const auto at = entity.by_name.find(name);
    if (at == entity.by_name.end()) return std::nullopt;
    return member(id, at->second);
  }

  expr::Member member(EntityId entity, expr::MemberId id) const override {
    const Field& field = draft_.model.field(entity, id);
    expr::Member out{.kind = kind_of(entity, id),
                     .id = id,
                     .name = field.name,
                     .type = field.type,
                     .target = field.target,
                     .foreign_key = {}};
    if (field.kind == FieldKind::kToOne) out.foreign_key = field.foreign_key;
    return out;
  }

  std::vector<std::string_view> member_names(EntityId id) const override {
    std::vector<std::string_view> out;
    for (const Field& field : draft_.model.entity(id).fields) out.push_back(field.name);
    return out;
  }
  std::span<const expr::MemberId> key(EntityId id) const override { return draft_.model.entity(id).key; }

  std::string_view enum_name(std::uint16_t id) const override { return draft_.model.enums[id].name; }
  std::vector<std::string_view> enum_values(std::uint16_t id) const override {
    std::vector<std::string_view> out;
    for (const EnumValue& value : draft_.model.enums[id].values) out.push_back(value.name);
    return out;
  }
  std::vector<std::string_view> roles() const override {
    std::vector<std::string_view> out;
    for (const Role& role : draft_.model.roles) out.push_back(role.name);
    return out;
  }

  expr::FactId fact(const expr::Fact& fact) override { return fact_id(draft_.model, fact); }

  std::string_view why_no_old() const override {
    if (place_.may_read_old) return {};
    if (place_.what == "`check`")
      return "`check` is tested on CREATE too, where there is no old row; say `to: [UPDATE]`";
    if (place_.what == "`when`")
      return "`when` holds on the old and on the new row; what compares them belongs in `check`";
    return "there is no old row here; only the `check` of an UPDATE sees it";
  }

 private:
  expr::Member::Kind kind_of(EntityId entity, expr::MemberId id) const {
    using Member = expr::Member::Kind;
    const Field& field = draft_.model.field(entity, id);
    if (field.kind == FieldKind::kToOne) return Member::kToOne;
    if (field.kind == FieldKind::kToMany) return Member::kToMany;
    const auto* from = draft_.definition(entity, id);
    const bool unbuilt = field.type.scalar == Scalar::kFile || (from != nullptr && is_action(*from));
    return field.kind == FieldKind::kEmbedded || unbuilt ? Member::kUnusable : Member::kScalar;
  }

  Draft& draft_;
  const ExpressionPlace& place_;
};

/// How far a word or an operator reaches from `offset`, for the caret.
std::uint32_t word_length(std::string_view text, std::uint32_t offset) {
  const auto part = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
  std::uint32_t end = offset;
  while (end < text.size() && part(text[end])) ++end;
  return std::max(end - std::min(offset, end), 1u);
}

void report(Draft& draft, const sdl::Value& text, const expr::Findings& findings) {
  for (const Error& each : findings) {
    const std::uint32_t offset = each.position().offset;
    std::string message = each.message();
    if (!each.detail().empty()) message += ": " + each.detail();
    draft.error(place_in_string(draft.tree.source, text, offset, word_length(text.text, offset)), "invalid-expression",
                std::move(message), each.hint());
  }
}

void refuse_auth(Draft& draft, const sdl::Value& text, const ExpressionPlace& place, const expr::Node* root) {
  expr::any_node(*root, [&](const expr::Node& node) {
    if (node.op != expr::Op::kPrincipal && node.op != expr::Op::kHasFact) return false;
    draft.error(place_in_string(draft.tree.source, text, node.position.offset, 4), "auth-in-constraint",
                std::string(place.what) + " holds whoever asks, and cannot read the caller.",
                "Conditions on the caller belong in @allow or @deny.");
    return true;
  });
}

}  // namespace

const expr::Node* compile_value(Draft& draft, const sdl::Value& text, const ExpressionPlace& place,
                                const Type& wanted) {
  ModelEnv env(draft, place);
  const auto made = expr::compile_expression(text.text, env, *draft.model.arena, wanted);
  if (!made) {
    report(draft, text, made.error());
    return nullptr;
  }
  if (!place.may_read_auth) refuse_auth(draft, text, place, *made);
  return *made;
}

const expr::Node* compile_condition(Draft& draft, const sdl::Value& text, const ExpressionPlace& place) {
  const auto* made = compile_value(draft, text, place, expr::kRuleType);
  if (made != nullptr) add_expression_findings(draft, text, made);
  return made;
}

expr::FactId fact_id(Model& model, const expr::Fact& fact) {
  expr::Fact wanted = fact;
  using Fact = expr::Fact::Kind;
  if (fact.kind == Fact::kHasRole || fact.kind == Fact::kHasScope) wanted.type = expr::kRuleType;
  const auto at = std::ranges::find(model.facts, wanted);
  if (at != model.facts.end()) return static_cast<expr::FactId>(at - model.facts.begin());
  wanted.name = model.arena->copy(fact.name);
  model.facts.push_back(wanted);
  return static_cast<expr::FactId>(model.facts.size() - 1);
}

bool reads_row(const expr::Node* root) {
  return root != nullptr && expr::any_node(*root, [](const expr::Node& node) { return node.op == expr::Op::kRow; });
}

}  // namespace bedplate::model
