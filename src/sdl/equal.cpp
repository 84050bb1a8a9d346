#include "sdl/equal.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace bedplate::sdl {

namespace {

bool same(const Name& a, const Name& b) { return a.text == b.text; }
bool same(const EnumValue& a, const EnumValue& b);
bool same(const InputValue& a, const InputValue& b);
bool same(const FieldDefinition& a, const FieldDefinition& b);
bool same(const VariableDefinition& a, const VariableDefinition& b);
bool same(const Directive& a, const Directive& b);
bool same(const Argument& a, const Argument& b) { return same(a.name, b.name) && equal(a.value, b.value); }
bool same(const OperationType& a, const OperationType& b) { return a.operation == b.operation && same(a.type, b.type); }

template <class T>
bool all(std::span<const T> a, std::span<const T> b) {
  return std::ranges::equal(a, b, [](const T& x, const T& y) { return same(x, y); });
}

bool same(const Value* a, const Value* b) {
  return (a == nullptr) == (b == nullptr) && (a == nullptr || equal(*a, *b));
}

bool same(const Directive& a, const Directive& b) { return same(a.name, b.name) && all(a.arguments, b.arguments); }

bool same(const EnumValue& a, const EnumValue& b) {
  return same(a.description, b.description) && same(a.name, b.name) && all(a.directives, b.directives);
}

bool same(const InputValue& a, const InputValue& b) {
  return same(a.description, b.description) && same(a.name, b.name) && equal(*a.type, *b.type) &&
         same(a.default_value, b.default_value) && all(a.directives, b.directives);
}

bool same(const VariableDefinition& a, const VariableDefinition& b) {
  return same(a.description, b.description) && same(a.name, b.name) && equal(*a.type, *b.type) &&
         same(a.default_value, b.default_value) && all(a.directives, b.directives);
}

bool same(const FieldDefinition& a, const FieldDefinition& b) {
  return same(a.description, b.description) && same(a.name, b.name) && all(a.arguments, b.arguments) &&
         equal(*a.type, *b.type) && all(a.directives, b.directives);
}

bool same_selections(std::span<const Selection> a, std::span<const Selection> b) {
  std::vector<std::pair<std::span<const Selection>, std::span<const Selection>>> open{{a, b}};
  while (!open.empty()) {
    const auto [left, right] = open.back();
    open.pop_back();
    if (left.size() != right.size()) return false;
    for (std::size_t i = 0; i < left.size(); ++i) {
      const Selection& x = left[i];
      const Selection& y = right[i];
      if (x.kind != y.kind || !same(x.alias, y.alias) || !same(x.name, y.name) || !same(x.on, y.on)) return false;
      if (!all(x.arguments, y.arguments) || !all(x.directives, y.directives)) return false;
      open.emplace_back(x.selections, y.selections);
    }
  }
  return true;
}

bool same(const SchemaDefinition& a, const SchemaDefinition& b) {
  return a.extension == b.extension && same(a.description, b.description) && all(a.directives, b.directives) &&
         all(a.operations, b.operations);
}

bool same(const TypeDefinition& a, const TypeDefinition& b) {
  return a.kind == b.kind && a.extension == b.extension && same(a.description, b.description) && same(a.name, b.name) &&
         all(a.interfaces, b.interfaces) && all(a.directives, b.directives) && all(a.fields, b.fields) &&
         all(a.input_fields, b.input_fields) && all(a.members, b.members) && all(a.values, b.values);
}

bool same(const DirectiveDefinition& a, const DirectiveDefinition& b) {
  return same(a.description, b.description) && same(a.name, b.name) && all(a.arguments, b.arguments) &&
         a.repeatable == b.repeatable && all(a.locations, b.locations);
}

bool same(const OperationDefinition& a, const OperationDefinition& b) {
  return a.operation == b.operation && same(a.description, b.description) && same(a.name, b.name) &&
         all(a.variables, b.variables) && all(a.directives, b.directives) &&
         same_selections(a.selections, b.selections);
}

bool same(const FragmentDefinition& a, const FragmentDefinition& b) {
  return same(a.description, b.description) && same(a.name, b.name) && same(a.on, b.on) &&
         all(a.directives, b.directives) && same_selections(a.selections, b.selections);
}

}  // namespace

bool equal(const TypeRef& a, const TypeRef& b) {
  const TypeRef* x = &a;
  const TypeRef* y = &b;
  for (; x->is_list() && y->is_list(); x = x->inner, y = y->inner) {
    if (x->non_null != y->non_null) return false;
  }
  return x->is_list() == y->is_list() && x->non_null == y->non_null && same(x->name, y->name);
}

bool equal(const Value& a, const Value& b) {
  std::vector<std::pair<const Value*, const Value*>> open{{&a, &b}};
  while (!open.empty()) {
    const auto [x, y] = open.back();
    open.pop_back();
    if (x->kind != y->kind || x->text != y->text || x->boolean != y->boolean) return false;
    if (x->items.size() != y->items.size() || x->fields.size() != y->fields.size()) return false;
    for (std::size_t i = 0; i < x->items.size(); ++i) open.emplace_back(&x->items[i], &y->items[i]);
    for (std::size_t i = 0; i < x->fields.size(); ++i) {
      if (!same(x->fields[i].name, y->fields[i].name)) return false;
      open.emplace_back(&x->fields[i].value, &y->fields[i].value);
    }
  }
  return true;
}

bool equal(const Tree& a, const Tree& b) {
  return std::ranges::equal(a.definitions, b.definitions, [](const Definition& x, const Definition& y) {
    if (x.index() != y.index()) return false;
    return std::visit([&](const auto* left) { return same(*left, *std::get<std::remove_cv_t<decltype(left)>>(y)); }, x);
  });
}

}  // namespace bedplate::sdl
