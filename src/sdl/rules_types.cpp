#include "sdl/builtin.hpp"
#include "sdl/rules.hpp"
#include "sdl/suggest.hpp"

namespace bedplate::sdl {

namespace {

class TypeNames {
 public:
  TypeNames(const SchemaIndex& index, Findings& findings) : index_(index), findings_(findings) {
    for (const std::string_view name :
         {"String", "Int", "Float", "Boolean", "ID", "__Schema", "__Directive", "__DirectiveLocation", "__Type",
          "__Field", "__InputValue", "__EnumValue", "__TypeKind"}) {
      options_.push_back(name);
    }
    options_.insert(options_.end(), index.type_names().begin(), index.type_names().end());
  }

  void check(const Name& name) {
    if (name.empty() || is_builtin_scalar(name.text) || is_introspection_type(name.text)) return;
    if (index_.type(name.text) != nullptr) return;
    findings_.add(name, "Unknown type " + quote(name.text) + "." + did_you_mean(name.text, options_),
                  "Define it, or correct the name.");
  }
  void check(std::span<const InputValue> inputs) {
    for (const InputValue& input : inputs) check(input.type->named());
  }
  void check(const TypeDefinition& type) {
    for (const Name& name : type.interfaces) check(name);
    for (const FieldDefinition& field : type.fields) {
      check(field.arguments);
      check(field.type->named());
    }
    for (const Name& name : type.members) check(name);
    check(type.input_fields);
  }

 private:
  const SchemaIndex& index_;
  Findings& findings_;
  std::vector<std::string_view> options_;
};

std::string_view kind_words(TypeKind kind) {
  switch (kind) {
    case TypeKind::kScalar:
      return "scalar";
    case TypeKind::kObject:
      return "object";
    case TypeKind::kInterface:
      return "interface";
    case TypeKind::kUnion:
      return "union";
    case TypeKind::kEnum:
      return "enum";
    case TypeKind::kInputObject:
      return "input object";
  }
  return "object";
}

}  // namespace

void known_type_names(const SchemaIndex& index, Findings& findings) {
  TypeNames names(index, findings);
  for (const Definition& definition : index.document().definitions) {
    if (const auto* const* type = std::get_if<const TypeDefinition*>(&definition)) {
      names.check(**type);
    } else if (const auto* const* directive = std::get_if<const DirectiveDefinition*>(&definition)) {
      names.check((*directive)->arguments);
    } else if (const auto* const* schema = std::get_if<const SchemaDefinition*>(&definition)) {
      for (const OperationType& type_of : (*schema)->operations) names.check(type_of.type);
    }
  }
}

void possible_type_extensions(const SchemaIndex& index, Findings& findings) {
  for (const TypeDefinition* type : index.document().types) {
    if (!type->extension) continue;
    const TypeDefinition* defined = index.defined_type(type->name.text);
    const TypeDefinition* known = defined != nullptr ? defined : index.base_type(type->name.text);
    if (known == nullptr) {
      findings.add(type->name,
                   "Cannot extend type " + quote(type->name.text) + " because it is not defined." +
                       did_you_mean(type->name.text, index.type_names()),
                   "Define it, or correct the name.");
    } else if (known->kind != type->kind) {
      std::string message =
          "Cannot extend non-" + std::string(kind_words(type->kind)) + " type " + quote(type->name.text) + ".";
      std::string hint = "It is a type of the kind " + std::string(kind_words(known->kind)) + ".";
      if (defined != nullptr) {
        findings.add_pair(Span(defined->at), "defined here", Span(type->at, 6), std::move(message), std::move(hint));
      } else {
        findings.add(Span(type->at, 6), std::move(message), std::move(hint));
      }
    }
  }
}

}  // namespace bedplate::sdl
