#include "app/trial/callers.hpp"

#include <algorithm>
#include <set>

#include "base/scalar.hpp"
#include "expr/visit.hpp"

namespace bedplate::app {
namespace {

using expr::Fact;
using expr::Op;

constexpr std::size_t kIds = 8, kTenants = 3, kKnown = 3;

std::string text_of(const Type& type, Cell cell) {
  std::string text;
  append_text(text, type, cell);
  return text;
}

void add(std::vector<std::string>& texts, const model::Field& field, Cell cell, std::size_t most) {
  if (cell.is_null() || texts.size() >= most) return;
  auto text = text_of(field.type, cell);
  if (std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
}

/// Every `when` and `check` of the model.
template <class Visit>
void each_condition(const model::Model& model, const Visit& visit) {
  const auto all = [&](const std::vector<model::Rule>& rules) {
    for (const auto& rule : rules) {
      if (rule.when != nullptr) visit(*rule.when);
      if (rule.check != nullptr) visit(*rule.check);
    }
  };
  for (const auto& entity : model.entities) {
    all(entity.rules);
    for (const auto& field : entity.fields) all(field.rules);
  }
}

/// `{"a": {"b": value}}` of `a.b`.
std::string claim_json(std::string_view path, std::string_view value) {
  const auto dot = path.find('.');
  std::string text = "{";
  append_json_string(text, path.substr(0, dot));
  text += ":" + (dot == std::string_view::npos ? std::string(value) : claim_json(path.substr(dot + 1), value));
  return text + "}";
}

struct Claim {
  std::string path, value;  ///< as JSON
};

class Chooser {
 public:
  Chooser(const model::Model& model, TrialData& data, std::int64_t now) : model_(model), data_(data), now_(now) {}

  std::deque<TrialCaller> choose() {
    find_ids();
    find_tenants();
    take("anonymous", {}, {});
    choose_known();
    for (const auto& role : model_.roles) take(role.name, best({.roles = {role.name}}, {}), {});
    for (const auto& fact : model_.facts)
      if (fact.kind == Fact::Kind::kHasScope)
        take("scope " + std::string(fact.name), best({.scopes = {std::string(fact.name)}}, {}), {});
    for (std::size_t i = 0; i < model_.facts.size(); ++i)
      if (model_.facts[i].kind == Fact::Kind::kClaim)
        if (const auto claim = claim_of(static_cast<expr::FactId>(i)))
          take("claim " + claim->path, best({}, *claim), *claim);
    return std::move(callers_);
  }

 private:
  using Who = identity::DevTokenRequest;

  void find_ids() {
    for (std::size_t id = 0; id < model_.entities.size(); ++id) {
      const auto& entity = model_.entities[id];
      for (const Record& row : data_.rows[id]) {
        if (entity.user) add(ids_, entity.fields[entity.key[0]], row.cells[entity.key[0]], kIds);
        for (std::size_t f = 0; f < entity.fields.size(); ++f)
          if (entity.fields[f].default_fn == model::DefaultFn::kAuthId) add(ids_, entity.fields[f], row.cells[f], kIds);
      }
    }
    if (ids_.empty()) ids_.emplace_back("somebody");
  }

  void find_tenants() {
    for (std::size_t id = 0; id < model_.entities.size(); ++id) {
      const auto& entity = model_.entities[id];
      for (const Record& row : data_.rows[id]) {
        if (entity.tenant_root) add(tenants_, entity.fields[entity.key[0]], row.cells[entity.key[0]], kTenants);
        if (entity.tenant != model::kNoField)
          add(tenants_, entity.fields[entity.tenant], row.cells[entity.tenant], kTenants);
      }
    }
    if (tenants_.empty()) tenants_.emplace_back();
  }

  /// Some who hold no role: as many as find rules of their own, and two in any case.
  void choose_known() {
    for (std::size_t i = 0; i < kKnown; ++i) {
      const std::size_t before = covered_.size();
      Who who = best({}, {});
      if (i >= 2 && covered_.size() == before) return;
      if (i > 0 && ids_.size() == i) return;
      // The same one again would tell nothing.
      const auto is_taken = [&](const std::string& id) {
        return std::ranges::any_of(callers_, [&](const TrialCaller& each) { return each.who.id == id; });
      };
      if (is_taken(who.id)) who.id = *std::ranges::find_if_not(ids_, is_taken);
      take(i == 0 ? "known" : "known " + std::to_string(i + 1), who, {});
    }
  }

  /// Of all accounts and tenants those with which `who` finds the most rules that nobody found before.
  Who best(const Who& who, const Claim& claim) {
    Who chosen = who;
    std::set<std::string> most;
    std::size_t fresh = 0;
    for (const auto& tenant : tenants_)
      for (const auto& id : ids_) {
        Who one = who;
        one.id = id;
        one.tenant = tenant;
        auto found = rules_for(*principal_of(one, claim));
        std::set<std::string> unseen;
        std::ranges::set_difference(found, covered_, std::inserter(unseen, unseen.end()));
        // What is found again counts less, but counts.
        const std::size_t worth = unseen.size() * 100 + found.size() + 1;
        if (worth > fresh) fresh = worth, most = std::move(found), chosen = std::move(one);
      }
    covered_.merge(most);
    return chosen;
  }

  /// The @allows that grant something on some row.
  std::set<std::string> rules_for(const operation::Principal& principal) {
    Judge judge(model_, data_, principal, now_);
    std::set<std::string> found;
    for (std::size_t id = 0; id < model_.entities.size(); ++id) {
      const auto& rules = model_.entities[id].rules;
      for (std::size_t r = 0; r < rules.size(); ++r)
        if (rules[r].allow && std::ranges::any_of(data_.rows[id], [&](const Record& row) {
              return judge.in_tenant(row) && judge.holds(*rules[r].when, row);
            }))
          found.insert(std::to_string(id) + "." + std::to_string(r));
    }
    return found;
  }

  /// A value with which some rule compares it; of a Boolean true.
  std::optional<Claim> claim_of(expr::FactId id) const {
    const auto& fact = model_.facts[id];
    std::string value = fact.type.scalar == Scalar::kBoolean ? "true" : "";
    const auto reads = [&](const expr::Node& node) { return node.op == Op::kPrincipal && node.fact == id; };
    each_condition(model_, [&](const expr::Node& condition) {
      expr::for_each(condition, [&](const expr::Node& node) {
        if (std::ranges::none_of(node.args, [&](const expr::Node* arg) { return arg != nullptr && reads(*arg); }))
          return;
        for (const expr::Node* arg : node.args)
          if (arg != nullptr && value.empty()) value = compared_with(*arg);
      });
    });
    if (value.empty()) return std::nullopt;
    return Claim{std::string(fact.name), std::move(value)};
  }

  /// As JSON: a literal, or what some row has in the field.
  std::string compared_with(const expr::Node& node) const {
    std::string value;
    if (node.op == Op::kLiteral && !node.literal.is_null()) append_json(value, node.type, node.literal);
    if (node.op != Op::kField) return value;
    for (const Record& row : data_.rows[node.entity])
      if (value.empty() && !row.cells[node.member].is_null()) append_json(value, node.type, row.cells[node.member]);
    return value;
  }

  std::shared_ptr<const operation::Principal> principal_of(const Who& who, const Claim& claim) const {
    operation::Identity identity{.authenticated = true,
                                 .id = who.id,
                                 .tenant = who.tenant,
                                 .roles = who.roles,
                                 .scopes = who.scopes,
                                 .claims = {}};
    if (!claim.path.empty()) identity.claims.emplace_back(claim.path, claim.value);
    return operation::Principals(model_).make(std::move(identity));
  }

  void take(std::string name, Who who, const Claim& claim) {
    auto& caller = callers_.emplace_back();
    caller.principal = callers_.size() == 1 ? operation::Principals(model_).anonymous() : principal_of(who, claim);
    caller.name = std::move(name);
    if (!claim.path.empty()) who.claims = claim_json(claim.path, claim.value);
    caller.who = std::move(who);
    caller.view = std::make_unique<access::AccessView>(model_, caller.principal->facts());
    caller.judge = std::make_unique<Judge>(model_, data_, *caller.principal, now_);
  }

  const model::Model& model_;
  TrialData& data_;
  const std::int64_t now_;
  std::vector<std::string> ids_, tenants_;
  std::set<std::string> covered_;
  std::deque<TrialCaller> callers_;
};

}  // namespace

std::deque<TrialCaller> choose_callers(const model::Model& model, TrialData& data, std::int64_t now) {
  return Chooser(model, data, now).choose();
}

}  // namespace bedplate::app
