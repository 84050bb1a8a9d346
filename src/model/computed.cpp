#include "expr/visit.hpp"
#include "model/arguments.hpp"
#include "model/expressions.hpp"
#include "model/phases.hpp"

namespace bedplate::model {

namespace {

void read_one(Draft& draft, EntityId id, FieldId field_id) {
  const auto* use = find_directive(draft.definition(id, field_id)->directives, "computed");
  Field& field = draft.model.entities[id].fields[field_id];
  if (use == nullptr || field.kind != FieldKind::kComputed || field.computed != nullptr) return;
  const Arguments arguments(use);
  field.computed_as_caller = arguments.word("as") == "CALLER";
  for (std::string_view stray : {"immutable", "writeOnly"})
    if (const auto* other = find_directive(draft.definition(id, field_id)->directives, stray))
      draft.error(place_of(*other), "computed-written", "\"" + field.name + "\" is computed and never written.",
                  "Remove @" + std::string(stray) + ".");
  const auto* text = arguments.find("expr");
  if (text == nullptr || text->kind != sdl::ValueKind::kString) return;
  field.computed = compile_value(draft, *text, {.entity = id, .what = "@computed"}, field.type);
}

struct Ref {
  EntityId entity;
  FieldId field;
};

/// Finds @computed fields that need themselves: depth first over the fields that their expressions read.
class CycleFinder {
 public:
  explicit CycleFinder(Draft& draft) : draft_(draft), states_(draft.model.entities.size()) {
    for (std::size_t id = 0; id < states_.size(); ++id) states_[id].resize(draft.model.entities[id].fields.size());
  }

  void walk(Ref start) {
    if (state(start) != kNew) return;
    open(start);
    while (!path_.empty()) {
      Step& step = path_.back();
      if (step.next == step.reads.size()) {
        state(step.at) = kDone;
        path_.pop_back();
        continue;
      }
      const Ref next = step.reads[step.next++];
      if (state(next) == kNew)
        open(next);
      else if (state(next) == kOpen)
        report(next);
    }
  }

 private:
  enum State : std::uint8_t { kNew, kOpen, kDone };
  struct Step {
    Ref at;
    std::vector<Ref> reads;
    std::size_t next = 0;
  };

  State& state(Ref ref) { return states_[ref.entity][ref.field]; }

  void open(Ref at) {
    state(at) = kOpen;
    Step step{.at = at, .reads = {}};
    const auto add = [&](const expr::Node& node) {
      if (node.op == expr::Op::kField && draft_.model.field(node.entity, node.member).kind == FieldKind::kComputed)
        step.reads.push_back({node.entity, node.member});
    };
    if (const auto* computed = draft_.model.field(at.entity, at.field).computed) expr::for_each(*computed, add);
    path_.push_back(std::move(step));
  }

  void report(Ref at) {
    const auto name = draft_.model.entity(at.entity).name + "." + draft_.model.field(at.entity, at.field).name;
    draft_.error(draft_.place_of_field(at.entity, at.field), "computed-cycle",
                 "The value of \"" + name + "\" depends on itself.", "Break the circle of @computed fields.");
  }

  Draft& draft_;
  std::vector<std::vector<State>> states_;
  std::vector<Step> path_;
};

}  // namespace

void read_computed(Draft& draft) {
  for (std::size_t id = 0; id < draft.definitions.size(); ++id)
    for (std::size_t field = 0; field < draft.definitions[id].size(); ++field)
      if (draft.definitions[id][field] != nullptr)
        read_one(draft, static_cast<EntityId>(id), static_cast<FieldId>(field));
  CycleFinder finder(draft);
  for (std::size_t id = 0; id < draft.model.entities.size(); ++id)
    for (std::size_t field = 0; field < draft.model.entities[id].fields.size(); ++field)
      if (draft.model.entities[id].fields[field].kind == FieldKind::kComputed)
        finder.walk({static_cast<EntityId>(id), static_cast<FieldId>(field)});
}

}  // namespace bedplate::model
