#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "sdl/builtin.hpp"
#include "sdl/checks.hpp"
#include "sdl/directive_sites.hpp"
#include "sdl/print.hpp"
#include "sdl/suggest.hpp"

namespace bedplate::sdl {

namespace {

constexpr std::size_t kShown = 80;

std::string shown(const Value& value) {
  std::string text = value.kind == ValueKind::kList ? "[…]" : value.kind == ValueKind::kObject ? "{…}" : print(value);
  if (text.size() > kShown) {
    std::size_t end = kShown;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    text = text.substr(0, end) + "…";
  }
  return text;
}

bool is_int32(std::string_view digits) {
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size();
}

class ValueCheck {
 public:
  ValueCheck(const SchemaIndex& index, Findings& findings) : index_(index), findings_(findings) {}

  void run(const Value& value, const TypeRef& type) {
    open_.push_back({&value, &type});
    while (!open_.empty()) {
      const auto [one, wanted] = open_.back();
      open_.pop_back();
      if (one->kind == ValueKind::kVariable) continue;
      if (one->kind == ValueKind::kNull) {
        if (wanted->non_null) wrong(*one, "Expected value of type " + quote(print(*wanted)) + ", found null.");
      } else if (!wanted->is_list()) {
        named(*one, *wanted);
      } else if (one->kind == ValueKind::kList) {
        for (std::size_t i = one->items.size(); i > 0; --i) open_.push_back({&one->items[i - 1], wanted->inner});
      } else {
        // A single value stands for a list of one.
        const TypeRef* item = wanted;
        while (item->is_list()) item = item->inner;
        open_.push_back({one, item});
      }
    }
  }

 private:
  void wrong(const Value& value, std::string message, std::string hint = "Write a value of that type.") {
    findings_.add(value, std::move(message), std::move(hint));
  }

  void named(const Value& value, const TypeRef& wanted) {
    const TypeDefinition* type = index_.type(wanted.name.text);
    if (type == nullptr) return;
    switch (type->kind) {
      case TypeKind::kScalar:
        scalar(value, wanted);
        return;
      case TypeKind::kEnum:
        enum_value(value, *type);
        return;
      case TypeKind::kInputObject:
        object(value, wanted, *type);
        return;
      default:
        return;
    }
  }

  void scalar(const Value& value, const TypeRef& wanted) {
    const std::string_view name = wanted.name.text;
    if (!is_builtin_scalar(name)) return;
    const bool is_int = value.kind == ValueKind::kInt;
    const bool is_string = value.kind == ValueKind::kString;
    if (name == "Int" && is_int && !is_int32(value.text)) {
      return wrong(value, "Int cannot represent non 32-bit signed integer value: " + shown(value),
                   "Take a smaller number.");
    }
    if (name == "Int" && !is_int) return wrong(value, "Int cannot represent non-integer value: " + shown(value));
    if (name == "Float" && !is_int && value.kind != ValueKind::kFloat) {
      return wrong(value, "Float cannot represent non numeric value: " + shown(value));
    }
    if (name == "Boolean" && value.kind != ValueKind::kBool) {
      return wrong(value, "Boolean cannot represent a non boolean value: " + shown(value), "Write true or false.");
    }
    if (name == "String" && !is_string) {
      return wrong(value, "String cannot represent a non string value: " + shown(value), "Put it in double quotes.");
    }
    if (name == "ID" && !is_string && !is_int) {
      return wrong(value, "ID cannot represent a non-string and non-integer value: " + shown(value),
                   "Put it in double quotes.");
    }
  }

  void enum_value(const Value& value, const TypeDefinition& type) {
    std::vector<std::string_view> names;
    for (const TypeDefinition* part : index_.parts(type.name.text)) {
      for (const EnumValue& one : part->values) names.push_back(one.name.text);
    }
    std::string hint = "The values are";
    for (const std::string_view& name : names) hint += (&name == names.data() ? " " : ", ") + std::string(name);
    if (value.kind != ValueKind::kEnum) {
      wrong(value, "Enum " + quote(type.name.text) + " cannot represent non-enum value: " + shown(value) + ".",
            hint + ", without quotes.");
    } else if (std::ranges::find(names, value.text) == names.end()) {
      wrong(value,
            "Value " + quote(value.text) + " does not exist in " + quote(type.name.text) + " enum." +
                did_you_mean(value.text, names),
            hint + ".");
    }
  }

  void object(const Value& value, const TypeRef& wanted, const TypeDefinition& type) {
    if (value.kind != ValueKind::kObject) {
      return wrong(value, "Expected value of type " + quote(print(wanted)) + ", found " + shown(value) + ".",
                   "Write an object: {name: value}.");
    }
    std::unordered_map<std::string_view, const InputValue*> known;
    std::vector<std::string_view> names;
    for (const TypeDefinition* part : index_.parts(type.name.text)) {
      for (const InputValue& field : part->input_fields) {
        known[field.name.text] = &field;
        names.push_back(field.name.text);
        const bool required = field.type->non_null && field.default_value == nullptr;
        const bool given =
            std::ranges::any_of(value.fields, [&](const ObjectField& one) { return one.name.text == field.name.text; });
        if (required && !given) {
          wrong(value,
                "Field " + quote(std::string(type.name.text) + "." + std::string(field.name.text)) +
                    " of required type " + quote(print(*field.type)) + " was not provided.",
                "Add " + std::string(field.name.text) + ".");
        }
      }
    }
    for (const ObjectField& field : value.fields) {
      const auto found = known.find(field.name.text);
      if (found != known.end()) {
        open_.push_back({&field.value, found->second->type});
        continue;
      }
      findings_.add(field.name,
                    "Field " + quote(field.name.text) + " is not defined by type " + quote(type.name.text) + "." +
                        did_you_mean(field.name.text, names),
                    "Remove it, or correct its name.");
    }
  }

  struct Open {
    const Value* value;
    const TypeRef* type;
  };
  const SchemaIndex& index_;
  Findings& findings_;
  std::vector<Open> open_;
};

}  // namespace

void check_value(const SchemaIndex& index, const Value& value, const TypeRef& type, Findings& findings) {
  ValueCheck(index, findings).run(value, type);
}

void check_values(const SchemaIndex& index, Findings& findings) {
  for_each_site(index.document(), [&](const DirectiveSite& site) {
    for (const Directive& use : site.directives) {
      const DirectiveDefinition* definition = index.directive(use.name.text);
      if (definition == nullptr) continue;
      for (const Argument& argument : use.arguments) {
        const auto wanted = std::ranges::find_if(
            definition->arguments, [&](const InputValue& one) { return one.name.text == argument.name.text; });
        if (wanted != definition->arguments.end()) check_value(index, argument.value, *wanted->type, findings);
      }
    }
  });
  const auto defaults = [&](std::span<const InputValue> inputs) {
    for (const InputValue& input : inputs) {
      if (input.default_value != nullptr) check_value(index, *input.default_value, *input.type, findings);
    }
  };
  for (const TypeDefinition* type : index.document().types) {
    defaults(type->input_fields);
    for (const FieldDefinition& field : type->fields) defaults(field.arguments);
  }
  for (const DirectiveDefinition* directive : index.document().directives) defaults(directive->arguments);
}

}  // namespace bedplate::sdl
