#include <unordered_set>

#include "sdl/checks.hpp"
#include "sdl/print.hpp"
#include "sdl/printer.hpp"

namespace bedplate::sdl {

namespace {

bool is_input(const SchemaIndex& index, const Name& name, bool unknown) {
  const TypeDefinition* type = index.type(name.text);
  if (type == nullptr) return unknown;
  return type->kind == TypeKind::kScalar || type->kind == TypeKind::kEnum || type->kind == TypeKind::kInputObject;
}

class Shapes {
 public:
  Shapes(const SchemaIndex& index, Findings& findings) : index_(index), findings_(findings) {}

  void type(const TypeDefinition& type) {
    const std::string name(type.name.text);
    for (const FieldDefinition& field : type.fields) {
      const std::string title = name + "." + std::string(field.name.text);
      output(title, *field.type);
      inputs(title + "(", ":)", field.arguments);
    }
    inputs(name + ".", "", type.input_fields);
    if (!type.extension) not_empty(type);
  }

  void inputs(const std::string& before, const std::string& after, std::span<const InputValue> inputs) {
    for (const InputValue& input : inputs) {
      if (is_input(index_, input.type->named(), true)) continue;
      findings_.add(input.type->named(),
                    "The type of " + before + std::string(input.name.text) + after +
                        " must be Input Type but got: " + print(*input.type) + ".",
                    "Scalars, enums and input objects are input types.");
    }
  }

  void members(const TypeDefinition& type) {
    std::unordered_set<std::string_view>& seen = members_[type.name.text];
    const std::string name(type.name.text);
    for (const Name& member : type.members) {
      const TypeDefinition* known = index_.type(member.text);
      if (!seen.insert(member.text).second) {
        findings_.add(member, "Union type " + name + " can only include type " + std::string(member.text) + " once.",
                      "Remove one of the two.");
      } else if (known != nullptr && known->kind != TypeKind::kObject) {
        findings_.add(member,
                      "Union type " + name + " can only include Object types, it cannot include " +
                          std::string(member.text) + ".",
                      "Only types defined with \"type\" are members.");
      }
    }
  }

  void root(const OperationType& root) {
    const TypeDefinition* type = index_.type(root.type.text);
    if (type == nullptr || type->kind == TypeKind::kObject) return;
    std::string word(operation_word(root.operation));
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
    findings_.add(root.type,
                  word + " root type must be Object type" +
                      (root.operation == OperationKind::kQuery ? "" : " if provided") + ", it cannot be " +
                      std::string(root.type.text) + ".",
                  "Define it with \"type\".");
  }

 private:
  void output(const std::string& title, const TypeRef& type) {
    const TypeDefinition* known = index_.type(type.named().text);
    if (known == nullptr || known->kind != TypeKind::kInputObject) return;
    findings_.add(type.named(), "The type of " + title + " must be Output Type but got: " + print(type) + ".",
                  "Input objects are for arguments only: define a type.");
  }

  void not_empty(const TypeDefinition& type) {
    for (const TypeDefinition* part : index_.parts(type.name.text)) {
      if (!part->fields.empty() || !part->input_fields.empty() || !part->members.empty() || !part->values.empty()) {
        return;
      }
    }
    const std::string name(type.name.text);
    std::string message;
    switch (type.kind) {
      case TypeKind::kScalar:
        return;
      case TypeKind::kObject:
      case TypeKind::kInterface:
        message = "Type " + name + " must define one or more fields.";
        break;
      case TypeKind::kUnion:
        message = "Union type " + name + " must define one or more member types.";
        break;
      case TypeKind::kEnum:
        message = "Enum type " + name + " must define one or more values.";
        break;
      case TypeKind::kInputObject:
        message = "Input Object type " + name + " must define one or more fields.";
        break;
    }
    findings_.add(type.name, std::move(message), "Add one, or remove the definition.");
  }

  const SchemaIndex& index_;
  Findings& findings_;
  std::unordered_map<std::string_view, std::unordered_set<std::string_view>> members_;
};

}  // namespace

void check_shapes(const SchemaIndex& index, Findings& findings) {
  Shapes shapes(index, findings);
  for (const TypeDefinition* type : index.document().types) {
    shapes.type(*type);
    shapes.members(*type);
  }
  for (const SchemaDefinition* schema : index.document().schemas) {
    for (const OperationType& root : schema->operations) shapes.root(root);
  }
  for (const DirectiveDefinition* directive : index.document().directives) {
    shapes.inputs("@" + std::string(directive->name.text) + "(", ":)", directive->arguments);
  }
}

void check_names(const SchemaIndex& index, Findings& findings) {
  const auto check = [&](const Name& name) {
    if (!name.text.starts_with("__")) return;
    findings.add(
        name, "Name " + quote(name.text) + " must not begin with \"__\", which is reserved by GraphQL introspection.",
        "Choose a name with at most one leading underscore.");
  };
  const auto inputs = [&](std::span<const InputValue> values) {
    for (const InputValue& value : values) check(value.name);
  };
  for (const TypeDefinition* type : index.document().types) {
    if (!type->extension) check(type->name);
    for (const FieldDefinition& field : type->fields) {
      check(field.name);
      inputs(field.arguments);
    }
    inputs(type->input_fields);
    for (const EnumValue& value : type->values) check(value.name);
  }
  for (const DirectiveDefinition* directive : index.document().directives) {
    check(directive->name);
    inputs(directive->arguments);
  }
}

}  // namespace bedplate::sdl
