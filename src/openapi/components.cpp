#include "openapi/components.hpp"

namespace bedplate::openapi {

std::string json_object(const Members& members) {
  std::string text;
  json::Writer out(text);
  out.begin_object();
  members(out);
  out.end_object();
  return text;
}

std::string Components::refer(const std::string& kind, const std::string& name,
                              const std::function<std::string()>& make) {
  const auto [at, is_new] = made_[kind].try_emplace(name);
  if (is_new) at->second = make();  // nodes of a map stay where they are while `make` adds others
  return json_object([&](json::Writer& out) { out.member("$ref", "#/components/" + kind + "/" + name); });
}

void Components::write(json::Writer& out) const {
  for (const auto& [kind, all] : made_) {
    out.key(kind);
    out.begin_object();
    for (const auto& [name, text] : all) {
      out.key(name);
      out.raw(text);
    }
    out.end_object();
  }
}

}  // namespace bedplate::openapi
