#include "model/arguments.hpp"

#include <charconv>

namespace bedplate::model {

const sdl::Value* Arguments::find(std::string_view name) const {
  if (use_ == nullptr) return nullptr;
  for (const auto& argument : use_->arguments)
    if (argument.name.text == name) return argument.value.kind == sdl::ValueKind::kNull ? nullptr : &argument.value;
  return nullptr;
}

std::optional<std::string_view> Arguments::text(std::string_view name) const {
  const auto* value = find(name);
  if (value == nullptr || value->kind != sdl::ValueKind::kString) return std::nullopt;
  return value->text;
}

std::optional<std::string_view> Arguments::word(std::string_view name) const {
  const auto* value = find(name);
  if (value == nullptr || value->kind != sdl::ValueKind::kEnum) return std::nullopt;
  return value->text;
}

std::optional<std::int64_t> Arguments::integer(std::string_view name) const {
  const auto* value = find(name);
  if (value == nullptr || value->kind != sdl::ValueKind::kInt) return std::nullopt;
  std::int64_t number = 0;
  const auto end = value->text.data() + value->text.size();
  const auto [stop, code] = std::from_chars(value->text.data(), end, number);
  if (code != std::errc{} || stop != end) return std::nullopt;
  return number;
}

bool Arguments::flag(std::string_view name) const {
  const auto* value = find(name);
  return value != nullptr && value->kind == sdl::ValueKind::kBool && value->boolean;
}

std::vector<const sdl::Value*> Arguments::list(std::string_view name, sdl::ValueKind kind) const {
  std::vector<const sdl::Value*> out;
  const auto* value = find(name);
  if (value == nullptr) return out;
  if (value->kind == kind) out.push_back(value);
  if (value->kind == sdl::ValueKind::kList)
    for (const auto& item : value->items)
      if (item.kind == kind) out.push_back(&item);
  return out;
}

std::string_view written(const sdl::Directive& use, std::string_view source) {
  const std::size_t from = use.at.offset;
  if (use.arguments.empty()) return source.substr(from, use.name.text.size() + 1);
  const auto& last = use.arguments.back().value;
  const std::size_t close = source.find(')', last.at.offset + last.length);
  return source.substr(from, close == std::string_view::npos ? close : close + 1 - from);
}

}  // namespace bedplate::model
