#include <algorithm>
#include <string>
#include <unordered_map>

#include "sdl/directive_sites.hpp"
#include "sdl/print.hpp"
#include "sdl/rules.hpp"
#include "sdl/suggest.hpp"

namespace bedplate::sdl {

namespace {

std::string at_name(std::string_view name) { return quote("@" + std::string(name)); }

template <class F>
void for_each_use(const SchemaIndex& index, F visit) {
  for_each_site(index.document(), [&](const DirectiveSite& site) {
    for (const Directive& use : site.directives) visit(site, use);
  });
}

std::string places(const DirectiveDefinition& definition) {
  std::string text;
  for (const Name& location : definition.locations) {
    if (!text.empty()) text += ", ";
    text += location.text;
  }
  return text;
}

}  // namespace

void known_directives(const SchemaIndex& index, Findings& findings) {
  for_each_use(index, [&](const DirectiveSite& site, const Directive& use) {
    const DirectiveDefinition* definition = index.directive(use.name.text);
    if (definition == nullptr) {
      findings.add(use, "Unknown directive " + at_name(use.name.text) + ".", "Define it, or correct the name.");
      return;
    }
    const bool fits = std::ranges::any_of(definition->locations,
                                          [&](const Name& location) { return location.text == site.location; });
    if (fits) return;
    findings.add(use, "Directive " + at_name(use.name.text) + " may not be used on " + std::string(site.location) + ".",
                 "It stands on " + places(*definition) + ".");
  });
}

void unique_directives_per_location(const SchemaIndex& index, Findings& findings) {
  using Uses = std::unordered_map<std::string_view, const Directive*>;
  Uses schema_uses;
  std::unordered_map<std::string_view, Uses> type_uses;
  for_each_site(index.document(), [&](const DirectiveSite& site) {
    Uses here;
    Uses& seen = site.schema != nullptr ? schema_uses : site.type != nullptr ? type_uses[site.type->name.text] : here;
    for (const Directive& use : site.directives) {
      const DirectiveDefinition* definition = index.directive(use.name.text);
      if (definition == nullptr || definition->repeatable) continue;
      const auto [first, fresh] = seen.try_emplace(use.name.text, &use);
      if (fresh) continue;
      findings.add_pair(*first->second, "first used here", use,
                        "The directive " + at_name(use.name.text) + " can only be used once at this location.",
                        "Remove one of the two.");
    }
  });
}

void known_argument_names_on_directives(const SchemaIndex& index, Findings& findings) {
  for_each_use(index, [&](const DirectiveSite&, const Directive& use) {
    const DirectiveDefinition* definition = index.directive(use.name.text);
    if (definition == nullptr) return;
    std::vector<std::string_view> known;
    for (const InputValue& argument : definition->arguments) known.push_back(argument.name.text);
    for (const Argument& argument : use.arguments) {
      if (std::ranges::find(known, argument.name.text) != known.end()) continue;
      std::string hint = known.empty() ? "It takes no arguments." : "It takes";
      for (const std::string_view& one : known) hint += (&one == known.data() ? " " : ", ") + std::string(one);
      if (!known.empty()) hint += ".";
      findings.add(argument.name,
                   "Unknown argument " + quote(argument.name.text) + " on directive " + at_name(use.name.text) + "." +
                       did_you_mean(argument.name.text, known),
                   std::move(hint));
    }
  });
}

void provided_required_arguments_on_directives(const SchemaIndex& index, Findings& findings) {
  for_each_use(index, [&](const DirectiveSite&, const Directive& use) {
    const DirectiveDefinition* definition = index.directive(use.name.text);
    if (definition == nullptr) return;
    for (const InputValue& wanted : definition->arguments) {
      const bool required = wanted.type->non_null && wanted.default_value == nullptr;
      const bool given = std::ranges::any_of(
          use.arguments, [&](const Argument& argument) { return argument.name.text == wanted.name.text; });
      if (!required || given) continue;
      findings.add(use,
                   "Directive " + at_name(use.name.text) + " argument " + quote(wanted.name.text) + " of type " +
                       quote(print(*wanted.type)) + " is required, but it was not provided.",
                   "Write @" + std::string(use.name.text) + "(" + std::string(wanted.name.text) + ": …).");
    }
  });
}

void unique_argument_names(const SchemaIndex& index, Findings& findings) {
  for_each_use(index, [&](const DirectiveSite&, const Directive& use) {
    std::unordered_map<std::string_view, Name> seen;
    for (const Argument& argument : use.arguments) {
      const auto [first, fresh] = seen.try_emplace(argument.name.text, argument.name);
      if (fresh) continue;
      findings.add_pair(first->second, "first given here", argument.name,
                        "There can be only one argument named " + quote(argument.name.text) + ".",
                        "Remove one of the two.");
    }
  });
}

namespace {

/// Every object within a value, without recursion.
void check_objects(const Value& root, Findings& findings) {
  std::vector<const Value*> open{&root};
  while (!open.empty()) {
    const Value& value = *open.back();
    open.pop_back();
    for (const Value& item : value.items) open.push_back(&item);
    std::unordered_map<std::string_view, Name> seen;
    for (const ObjectField& field : value.fields) {
      open.push_back(&field.value);
      const auto [first, fresh] = seen.try_emplace(field.name.text, field.name);
      if (fresh) continue;
      findings.add_pair(first->second, "first given here", field.name,
                        "There can be only one input field named " + quote(field.name.text) + ".",
                        "Remove one of the two.");
    }
  }
}

}  // namespace

void unique_input_field_names(const SchemaIndex& index, Findings& findings) {
  for_each_use(index, [&](const DirectiveSite&, const Directive& use) {
    for (const Argument& argument : use.arguments) check_objects(argument.value, findings);
  });
  const auto defaults = [&](std::span<const InputValue> inputs) {
    for (const InputValue& input : inputs) {
      if (input.default_value != nullptr) check_objects(*input.default_value, findings);
    }
  };
  for (const TypeDefinition* type : index.document().types) {
    defaults(type->input_fields);
    for (const FieldDefinition& field : type->fields) defaults(field.arguments);
  }
  for (const DirectiveDefinition* directive : index.document().directives) defaults(directive->arguments);
}

}  // namespace bedplate::sdl
