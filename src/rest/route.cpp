#include "rest/route.hpp"

#include <array>

#include "base/scalar.hpp"
#include "rest/parse_query.hpp"
#include "rest/references.hpp"

namespace bedplate::rest {
namespace {

Error not_found(const model::Entity& entity) {
  return Error(Reason::kNotFound, "there is no such row in " + entity.plural);
}

Result<Cell> key_cell(std::string_view text, const Type& type, const model::Entity& entity, Arena& arena,
                      References* references) {
  if (references != nullptr && References::is_one(text)) {
    BP_TRY(const auto value, references->value(text, type));
    if (!value.literal) return value.placeholder;
    text = value.text;
  }
  const auto cell = parse_scalar(type, text, arena);
  if (!cell) return failure(not_found(entity));
  return *cell;
}

Result<std::span<const Cell>> parse_key(std::string_view segment, const model::Entity& entity, Arena& arena,
                                        References* references) {
  auto key = arena.make_array<Cell>(entity.key.size());
  for (std::size_t i = 0; i < key.size(); ++i) {
    const std::size_t end = i + 1 < key.size() ? segment.find(',') : segment.size();
    if (end == std::string_view::npos) return failure(not_found(entity));
    BP_TRY(const auto text, decode_component(segment.substr(0, end), false, arena));
    const Type& type = entity.fields[entity.key[i]].type;
    BP_TRY(key[i], key_cell(text, type, entity, arena, references));
    segment.remove_prefix(std::min(end + 1, segment.size()));
  }
  return std::span<const Cell>(key);
}

bool unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

}  // namespace

Result<Route> parse_route(std::string_view path, const api::Catalog& catalog, const api::Names& names, Arena& arena,
                          References* references) {
  if (path.starts_with('/')) path.remove_prefix(1);
  if (path.ends_with('/')) path.remove_suffix(1);
  std::array<std::string_view, 3> segments;
  std::size_t count = 0;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (count == segments.size()) return failure(Reason::kUnknownResource, "the path has too many parts");
    segments[count++] = path.substr(begin, end - begin);
    begin = end + 1;
  }
  Route route;
  BP_TRY(const auto name, decode_component(segments[0], false, arena));
  // Names that no entity can have; what stands there comes later.
  if (name == "rpc") return failure(Error(Reason::kNotServedYet, "/api/rpc is not served yet"));
  if (name == "$batch" && count == 1) {
    route.kind = Route::Kind::kBatch;
    return route;
  }
  BP_TRY(route.entity, catalog.resource(name, &names));
  if (count == 1) return route;

  const auto& entity = catalog.model().entity(route.entity);
  if (!names.readable(route.entity)) {
    route.kind = Route::Kind::kItem;
    // Who may not read may not do these either, and is told so by them.
    if (count == 3 && entity.soft_delete() && segments[2] == "$restore") route.kind = Route::Kind::kRestore;
    if (count == 3 && entity.soft_delete() && segments[2] == "$purge") route.kind = Route::Kind::kPurge;
    return route;
  }
  const auto trash = [&](Route::Kind kind) -> Result<Route> {
    route.kind = kind;
    if (entity.soft_delete()) return route;
    return failure(Error(Reason::kUnknownResource, entity.plural + " have no trash")
                       .with_hint("@softDelete on the type gives them one"));
  };
  if (segments[1] == "$trash" && count == 2) return trash(Route::Kind::kTrash);
  BP_TRY(route.key, parse_key(segments[1], entity, arena, references));
  if (count == 2) {
    route.kind = Route::Kind::kItem;
    return route;
  }
  BP_TRY(const auto sub, decode_component(segments[2], false, arena));
  if (sub == "$restore") return trash(Route::Kind::kRestore);
  if (sub == "$purge") return trash(Route::Kind::kPurge);
  if (sub == "$history") {
    route.kind = Route::Kind::kHistory;
    return route;
  }
  BP_TRY(route.relation, catalog.relation(route.entity, sub, {}, names));
  route.kind = Route::Kind::kSubCollection;
  route.parent = route.entity;
  const auto& relation = entity.fields[route.relation];
  if (relation.kind != model::FieldKind::kToMany)
    return failure(Error(Reason::kUnknownResource, "'" + std::string(sub) + "' is one row, not a collection")
                       .with_hint("embed it: ?select=*," + std::string(sub) + "(*)"));
  route.entity = relation.target;
  return route;
}

void append_item_path(std::string& out, const model::Model& model, model::EntityId entity, std::span<const Cell> key) {
  const auto& of = model.entity(entity);
  out += '/';
  out += of.plural;
  for (std::size_t i = 0; i < key.size(); ++i) {
    out += i == 0 ? '/' : ',';
    std::string text;
    append_text(text, of.fields[of.key[i]].type, key[i]);
    for (const char c : text) {
      constexpr std::string_view kDigits = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(c);
      if (unreserved(c)) {
        out += c;
      } else {
        out += '%';
        out += kDigits[byte >> 4];
        out += kDigits[byte & 15];
      }
    }
  }
}

}  // namespace bedplate::rest
