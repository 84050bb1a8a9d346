#include "model/compile.hpp"

#include "base/assert.hpp"
#include "model/directives.hpp"
#include "model/findings.hpp"
#include "model/phases.hpp"
#include "model/prelude.hpp"
#include "sdl/parser.hpp"
#include "sdl/suggest.hpp"
#include "sdl/validate.hpp"

namespace bedplate::model {

namespace {

void append(std::vector<sdl::Diagnostic>& to, std::vector<sdl::Diagnostic> from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// sdl says what graphql-js says, which for directives knows no "did you mean".
void improve_hints(std::vector<sdl::Diagnostic>& diagnostics) {
  static constexpr std::string_view kStart = "Unknown directive \"@";
  std::vector<std::string_view> names;
  for (const auto& info : directive_table()) names.push_back(info.name);
  for (auto& each : diagnostics) {
    if (!each.message.starts_with(kStart)) continue;
    const auto end = each.message.find('"', kStart.size());
    const auto near =
        sdl::suggestions(std::string_view(each.message).substr(kStart.size(), end - kStart.size()), names);
    if (!near.empty()) each.hint = "Did you mean @" + std::string(near.front()) + "?";
  }
}

void run_phases(Draft& draft) {
  add_enums(draft);
  add_roles(draft);
  add_entities(draft);
  add_embedded(draft);
  find_keys(draft);
  add_fields(draft);
  read_columns(draft);
  link_relations(draft);
  mark_identity(draft);
  read_defaults(draft);
  set_row_defaults(draft);
  read_indexes(draft);
  read_constraints(draft);
  read_computed(draft);
  read_rules(draft);
  add_callables(draft);
  mark_not_served(draft);
}

}  // namespace

Compiled compile(std::string_view source, std::string_view file_name) {
  Compiled out;
  auto parsed = sdl::parse_schema(source, file_name);
  out.diagnostics = std::move(parsed.diagnostics);
  if (!out.diagnostics.empty()) return out;  // what could not be read would be missed everywhere
  const sdl::Tree& tree = *parsed.document;
  const auto prelude = sdl::parse_schema(prelude_for(tree), "bedplate.graphql");
  BP_ASSERT(prelude.diagnostics.empty());
  append(out.diagnostics, sdl::validate_sdl(tree, file_name, &*prelude.document));
  append(out.diagnostics, sdl::check_types(tree, file_name, &*prelude.document));
  improve_hints(out.diagnostics);

  auto model = std::make_unique<Model>();
  model->arena = std::make_unique<Arena>();
  model->source = source;
  Draft draft(tree, *prelude.document, file_name, *model, out.diagnostics);
  run_phases(draft);
  if (!sdl::has_errors(out.diagnostics)) {
    add_design_findings(draft);
    out.model = std::move(model);
  }
  sdl::sort_diagnostics(out.diagnostics);
  return out;
}

}  // namespace bedplate::model
