#include <string>
#include <unordered_map>

#include "sdl/rules.hpp"

namespace bedplate::sdl {

namespace {

using Names = std::unordered_map<std::string_view, Name>;
constexpr std::string_view kFirst = "first defined here";
constexpr std::string_view kRename = "Rename or remove one of the two.";

/// Every later one of equal names is paired with the first.
template <class Range, class Message>
void find_twins(const Range& range, Findings& findings, Message message) {
  Names seen;
  for (const auto& one : range) {
    const auto [first, fresh] = seen.try_emplace(one.name.text, one.name);
    if (!fresh) {
      findings.add_pair(first->second, kFirst, one.name, message(one.name.text), std::string(kRename));
    }
  }
}

/// The names of fields or values, per type, over a definition and its extensions.
class MemberNames {
 public:
  MemberNames(const SchemaIndex& index, Findings& findings, std::string_view what)
      : index_(index), findings_(findings), what_(what) {}

  template <class Range, class InBase>
  void check(const TypeDefinition& type, const Range& members, InBase in_base) {
    Names& names = seen_[type.name.text];
    const TypeDefinition* base = index_.base_type(type.name.text);
    for (const auto& one : members) {
      const std::string title =
          std::string(what_) + " " + quote(std::string(type.name.text) + "." + std::string(one.name.text));
      if (base != nullptr && in_base(*base, one.name.text)) {
        findings_.add(one.name,
                      title + " already exists in the schema. It cannot also be defined in this type extension.",
                      "Remove it here, or give it another name.");
        continue;
      }
      const auto [first, fresh] = names.try_emplace(one.name.text, one.name);
      if (!fresh) {
        findings_.add_pair(first->second, kFirst, one.name, title + " can only be defined once.", std::string(kRename));
      }
    }
  }

 private:
  const SchemaIndex& index_;
  Findings& findings_;
  std::string_view what_;
  std::unordered_map<std::string_view, Names> seen_;
};

template <class Range>
bool contains(const Range& range, std::string_view name) {
  for (const auto& one : range) {
    if (one.name.text == name) return true;
  }
  return false;
}

}  // namespace

void unique_type_names(const SchemaIndex& index, Findings& findings) {
  Names seen;
  for (const TypeDefinition* type : index.document().types) {
    if (type->extension) continue;
    if (index.base_type(type->name.text) != nullptr) {
      findings.add(type->name,
                   "Type " + quote(type->name.text) +
                       " already exists in the schema. It cannot also be defined in this type definition.",
                   "Write \"extend\" before it, or give it another name.");
      continue;
    }
    const auto [first, fresh] = seen.try_emplace(type->name.text, type->name);
    if (!fresh) {
      findings.add_pair(first->second, kFirst, type->name,
                        "There can be only one type named " + quote(type->name.text) + ".", std::string(kRename));
    }
  }
}

void unique_enum_value_names(const SchemaIndex& index, Findings& findings) {
  MemberNames names(index, findings, "Enum value");
  for (const TypeDefinition* type : index.document().types) {
    if (type->kind != TypeKind::kEnum) continue;
    names.check(*type, type->values,
                [](const TypeDefinition& base, std::string_view name) { return contains(base.values, name); });
  }
}

void unique_field_definition_names(const SchemaIndex& index, Findings& findings) {
  MemberNames names(index, findings, "Field");
  const auto in_base = [](const TypeDefinition& base, std::string_view name) {
    return contains(base.fields, name) || contains(base.input_fields, name);
  };
  for (const TypeDefinition* type : index.document().types) {
    names.check(*type, type->fields, in_base);
    names.check(*type, type->input_fields, in_base);
  }
}

void unique_argument_definition_names(const SchemaIndex& index, Findings& findings) {
  const auto check = [&](const std::string& owner, std::span<const InputValue> arguments) {
    find_twins(arguments, findings, [&](std::string_view name) {
      return "Argument " + quote(owner + "(" + std::string(name) + ":)") + " can only be defined once.";
    });
  };
  for (const Definition& definition : index.document().definitions) {
    if (const auto* const* directive = std::get_if<const DirectiveDefinition*>(&definition)) {
      check("@" + std::string((*directive)->name.text), (*directive)->arguments);
    } else if (const auto* const* type = std::get_if<const TypeDefinition*>(&definition)) {
      for (const FieldDefinition& field : (*type)->fields) {
        if (field.arguments.size() < 2) continue;
        check(std::string((*type)->name.text) + "." + std::string(field.name.text), field.arguments);
      }
    }
  }
}

void unique_directive_names(const SchemaIndex& index, Findings& findings) {
  Names seen;
  for (const DirectiveDefinition* directive : index.document().directives) {
    const std::string name = quote("@" + std::string(directive->name.text));
    if (index.base_directive(directive->name.text) != nullptr) {
      findings.add(directive->name, "Directive " + name + " already exists in the schema. It cannot be redefined.",
                   "Remove it, or give it another name.");
      continue;
    }
    const auto [first, fresh] = seen.try_emplace(directive->name.text, directive->name);
    if (!fresh) {
      findings.add_pair(first->second, kFirst, directive->name, "There can be only one directive named " + name + ".",
                        std::string(kRename));
    }
  }
}

}  // namespace bedplate::sdl
