#include <algorithm>
#include <unordered_set>

#include "sdl/checks.hpp"
#include "sdl/print.hpp"

namespace bedplate::sdl {

namespace {

bool same_type(const TypeRef* a, const TypeRef* b) {
  for (; a->is_list() && b->is_list(); a = a->inner, b = b->inner) {
    if (a->non_null != b->non_null) return false;
  }
  return a->is_list() == b->is_list() && a->non_null == b->non_null && a->name.text == b->name.text;
}

class Implementations {
 public:
  Implementations(const SchemaIndex& index, Findings& findings) : index_(index), findings_(findings) {}

  void check(const TypeDefinition& type) {
    std::unordered_set<std::string_view> seen;
    const std::string name(type.name.text);
    for (const TypeDefinition* part : index_.parts(type.name.text)) {
      for (const Name& interface : part->interfaces) {
        const TypeDefinition* known = index_.type(interface.text);
        if (known == nullptr) continue;
        const std::string other(interface.text);
        if (known->kind != TypeKind::kInterface) {
          findings_.add(interface,
                        "Type " + name + " must only implement Interface types, it cannot implement " + other + ".",
                        "Define it with \"interface\", or remove it here.");
        } else if (interface.text == type.name.text) {
          findings_.add(interface,
                        "Type " + name + " cannot implement itself because it would create a circular reference.",
                        "Remove it here.");
        } else if (!seen.insert(interface.text).second) {
          findings_.add(interface, "Type " + name + " can only implement " + other + " once.",
                        "Remove one of the two.");
        } else {
          ancestors(type, interface);
          fields(type, interface);
        }
      }
    }
  }

 private:
  bool implements(std::string_view type, std::string_view interface) const {
    return std::ranges::any_of(index_.parts(type), [&](const TypeDefinition* part) {
      return std::ranges::any_of(part->interfaces, [&](const Name& one) { return one.text == interface; });
    });
  }

  const FieldDefinition* field(std::string_view type, std::string_view name) const {
    for (const TypeDefinition* part : index_.parts(type)) {
      for (const FieldDefinition& one : part->fields) {
        if (one.name.text == name) return &one;
      }
    }
    return nullptr;
  }

  void ancestors(const TypeDefinition& type, const Name& interface) {
    for (const TypeDefinition* part : index_.parts(interface.text)) {
      for (const Name& ancestor : part->interfaces) {
        if (implements(type.name.text, ancestor.text)) continue;
        const std::string first(type.name.text);
        const std::string second(interface.text);
        const std::string third(ancestor.text);
        const bool circle = ancestor.text == type.name.text;
        findings_.add(
            interface,
            circle ? "Type " + first + " cannot implement " + second + " because it would create a circular reference."
                   : "Type " + first + " must implement " + third + " because it is implemented by " + second + ".",
            circle ? "Remove one of the two." : "Write \"implements " + second + " & " + third + "\".");
      }
    }
  }

  /// A field may narrow the interface's type: drop null, or name an implementation or a member.
  bool narrows(const TypeRef* own, const TypeRef* wanted) const {
    for (;;) {
      if (wanted->non_null && !own->non_null) return false;
      if (own->is_list() != wanted->is_list()) return false;
      if (!own->is_list()) break;
      own = own->inner;
      wanted = wanted->inner;
    }
    if (own->name.text == wanted->name.text || implements(own->name.text, wanted->name.text)) return true;
    return std::ranges::any_of(index_.parts(wanted->name.text), [&](const TypeDefinition* part) {
      return std::ranges::any_of(part->members, [&](const Name& one) { return one.text == own->name.text; });
    });
  }

  void fields(const TypeDefinition& type, const Name& interface) {
    for (const TypeDefinition* part : index_.parts(interface.text)) {
      for (const FieldDefinition& wanted : part->fields) {
        const std::string theirs = std::string(interface.text) + "." + std::string(wanted.name.text);
        const std::string ours = std::string(type.name.text) + "." + std::string(wanted.name.text);
        const FieldDefinition* own = field(type.name.text, wanted.name.text);
        if (own == nullptr) {
          findings_.add(
              interface,
              "Interface field " + theirs + " expected but " + std::string(type.name.text) + " does not provide it.",
              "Add \"" + std::string(wanted.name.text) + ": " + print(*wanted.type) + "\".");
          continue;
        }
        if (!narrows(own->type, wanted.type)) {
          findings_.add(own->type->named(),
                        "Interface field " + theirs + " expects type " + print(*wanted.type) + " but " + ours +
                            " is type " + print(*own->type) + ".",
                        "Give it that type, or a narrower one.");
        }
        arguments(theirs, wanted, ours, *own);
      }
    }
  }

  void arguments(const std::string& theirs, const FieldDefinition& wanted, const std::string& ours,
                 const FieldDefinition& own) {
    const auto find = [](const FieldDefinition& field, std::string_view name) -> const InputValue* {
      const auto found =
          std::ranges::find_if(field.arguments, [&](const InputValue& one) { return one.name.text == name; });
      return found == field.arguments.end() ? nullptr : &*found;
    };
    for (const InputValue& argument : wanted.arguments) {
      const std::string place = "(" + std::string(argument.name.text) + ":)";
      const InputValue* mine = find(own, argument.name.text);
      if (mine == nullptr) {
        findings_.add(own.name,
                      "Interface field argument " + theirs + place + " expected but " + ours + " does not provide it.",
                      "Add \"" + std::string(argument.name.text) + ": " + print(*argument.type) + "\".");
      } else if (!same_type(argument.type, mine->type)) {
        findings_.add(mine->type->named(),
                      "Interface field argument " + theirs + place + " expects type " + print(*argument.type) +
                          " but " + ours + place + " is type " + print(*mine->type) + ".",
                      "Arguments have exactly the interface's type.");
      }
    }
    for (const InputValue& argument : own.arguments) {
      const bool required = argument.type->non_null && argument.default_value == nullptr;
      if (!required || find(wanted, argument.name.text) != nullptr) continue;
      findings_.add(argument.name,
                    "Object field " + ours + " includes required argument " + std::string(argument.name.text) +
                        " that is missing from the Interface field " + theirs + ".",
                    "Make it nullable, or give it a default.");
    }
  }

  const SchemaIndex& index_;
  Findings& findings_;
};

}  // namespace

void check_interfaces(const SchemaIndex& index, Findings& findings) {
  Implementations implementations(index, findings);
  for (const TypeDefinition* type : index.document().types) {
    if (!type->extension) implementations.check(*type);
  }
}

}  // namespace bedplate::sdl
