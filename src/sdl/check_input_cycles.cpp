#include <unordered_map>

#include "sdl/checks.hpp"

namespace bedplate::sdl {

namespace {

enum class State : std::uint8_t { kOpen, kDone };

/// The fields of an input object that must hold another one: `x: T!`, not a list, no default.
std::vector<const InputValue*> links(const SchemaIndex& index, std::string_view name) {
  std::vector<const InputValue*> found;
  for (const TypeDefinition* part : index.parts(name)) {
    for (const InputValue& field : part->input_fields) {
      if (!field.type->non_null || field.type->is_list()) continue;
      const TypeDefinition* type = index.type(field.type->name.text);
      if (type != nullptr && type->kind == TypeKind::kInputObject) found.push_back(&field);
    }
  }
  return found;
}

struct Frame {
  std::string_view type;
  std::vector<const InputValue*> links;
  std::size_t next = 0;
};

void report(const std::vector<Frame>& path, std::string_view type, Findings& findings) {
  std::size_t first = path.size() - 1;
  while (path[first].type != type) --first;
  std::string names;
  for (std::size_t i = first; i < path.size(); ++i) {
    if (!names.empty()) names += '.';
    names += path[i].links[path[i].next - 1]->name.text;
  }
  const InputValue& start = *path[first].links[path[first].next - 1];
  findings.add(start.name,
               "Cannot reference Input Object " + quote(type) +
                   " within itself through a series of non-null fields: " + quote(names) + ".",
               "Make one of these fields nullable.");
}

}  // namespace

void check_input_cycles(const SchemaIndex& index, Findings& findings) {
  std::unordered_map<std::string_view, State> states;
  for (const TypeDefinition* root : index.document().types) {
    if (root->kind != TypeKind::kInputObject || states.contains(root->name.text)) continue;
    std::vector<Frame> path;
    path.push_back({root->name.text, links(index, root->name.text)});
    states[root->name.text] = State::kOpen;
    while (!path.empty()) {
      Frame& frame = path.back();
      if (frame.next == frame.links.size()) {
        states[frame.type] = State::kDone;
        path.pop_back();
        continue;
      }
      const std::string_view next = frame.links[frame.next++]->type->name.text;
      const auto [state, fresh] = states.try_emplace(next, State::kOpen);
      if (fresh) {
        path.push_back({next, links(index, next)});
      } else if (state->second == State::kOpen) {
        report(path, next, findings);
      }
    }
  }
}

}  // namespace bedplate::sdl
