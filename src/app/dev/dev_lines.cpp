#include "app/dev/dev_lines.hpp"

#include "access/view.hpp"
#include "app/dev/sample_row.hpp"
#include "operation/principal.hpp"

namespace bedplate::app {
namespace {

using model::Verb;

struct Caller {
  std::string options;  ///< of `bedplate token`
  std::shared_ptr<const operation::Principal> principal;
};

bool always(const expr::Node* condition) {
  return condition && condition->op == expr::Op::kLiteral && condition->literal == Cell::boolean(true);
}

class Lines {
 public:
  Lines(const model::Model& model, const DevPlace& place) : model_(model), place_(place), principals_(model) {
    anonymous_ = principals_.anonymous();
  }

  std::string write() {
    list();
    create();
    tokens();
    return std::move(text_);
  }

 private:
  void say(std::string_view what, const std::string& command) {
    text_.append("# ").append(what).append("\n").append(command).append("\n");
  }
  std::string url(const model::Entity& entity) const { return place_.base + "/" + entity.plural; }
  std::string token(const std::string& options) const {
    return place_.program + " token " + place_.directory + options;
  }
  std::string bearer(const std::string& options) const {
    return " \\\n  -H \"Authorization: Bearer $(" + token(options) + ")\"";
  }

  /// What anybody may read; else what somebody may.
  void list() {
    const access::AccessView view(model_, anonymous_->facts());
    const model::Entity* readable = nullptr;
    for (std::size_t i = 0; i < model_.entities.size(); ++i) {
      const auto* rows = view.rows(static_cast<model::EntityId>(i), Verb::kRead);
      if (rows && (!readable || always(rows))) readable = &model_.entities[i];
      if (always(rows)) break;
    }
    if (readable) return say("list", "curl '" + url(*readable) + "?limit=3'");
    for (const Caller& caller : callers()) {
      const access::AccessView known(model_, caller.principal->facts());
      for (std::size_t i = 0; i < model_.entities.size(); ++i)
        if (!known.denied(static_cast<model::EntityId>(i), Verb::kRead))
          return say("list", "curl '" + url(model_.entities[i]) + "?limit=3'" + bearer(caller.options));
    }
  }

  /// An insert that some caller may do and a stranger may not, and the stranger's refusal.
  void create() {
    for (const Caller& caller : callers()) {
      const access::AccessView view(model_, caller.principal->facts());
      for (std::size_t i = 0; i < model_.entities.size(); ++i) {
        const auto id = static_cast<model::EntityId>(i);
        if (view.denied(id, Verb::kCreate) || model_.entities[i].unbuilt(Verb::kCreate)) continue;
        const auto body = sample_row(model_, id);
        if (body.empty()) continue;
        const std::string insert =
            "curl " + url(model_.entities[i]) +
            " -H 'Content-Type: application/json' -H 'Prefer: return=representation' \\\n  -d '" + body + "'";
        say("create" + (caller.options.empty() ? std::string() : ", with a token"),
            caller.options.empty() ? insert : insert + bearer(caller.options));
        if (access::AccessView(model_, anonymous_->facts()).denied(id, Verb::kCreate))
          say("refused: the same as nobody in particular; the reply names the rule that is missing", insert);
        return;
      }
    }
    denied_read();
  }

  void denied_read() {
    const access::AccessView view(model_, anonymous_->facts());
    for (std::size_t i = 0; i < model_.entities.size(); ++i)
      if (view.denied(static_cast<model::EntityId>(i), Verb::kCreate))
        return say("refused; the reply names the rule that is missing",
                   "curl " + url(model_.entities[i]) + " -H 'Content-Type: application/json' -d '{}'");
  }

  void tokens() {
    if (model_.roles.empty()) return say("a token", token(" --id ada"));
    for (const auto& role : model_.roles) say("a token for " + role.name, token(" --role " + role.name + " --id ada"));
  }

  /// A known user, then one of each role, the weakest first as enums mostly have it.
  std::vector<Caller> callers() const {
    std::vector<Caller> out;
    operation::Identity known{.authenticated = true, .id = "ada"};
    out.push_back({" --id ada", principals_.make(known)});
    for (const auto& role : model_.roles) {
      known.roles = {role.name};
      out.push_back({" --role " + role.name + " --id ada", principals_.make(known)});
    }
    return out;
  }

  const model::Model& model_;
  const DevPlace& place_;
  operation::Principals principals_;
  std::shared_ptr<const operation::Principal> anonymous_;
  std::string text_;
};

}  // namespace

std::string development_lines(const model::Model& model, const DevPlace& place) { return Lines(model, place).write(); }

}  // namespace bedplate::app
