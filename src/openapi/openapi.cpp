#include "openapi/openapi.hpp"

#include <array>

#include "base/hash.hpp"
#include "openapi/granted.hpp"
#include "openapi/operations.hpp"

namespace bedplate::openapi {
namespace {

using model::Entity;
using model::Model;
using model::Verb;

/// Another one for another schema.
std::string version_of(const Model& model) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  std::uint64_t number = hash(HashSeed{}, model.source);
  for (int i = 0; i < 16; ++i, number >>= 4) text += kDigits[number & 15];
  return text;
}

void write_info(const Model& model, json::Writer& out) {
  out.key("info");
  out.begin_object();
  out.member("title", "Bedplate API");
  out.member("version", version_of(model));
  out.member("description",
             "The REST API of a schema. What it holds for each caller is up to the schema's rules: this document has "
             "all that somebody may do.");
  // What linters ask of everyone and a schema does not say: SPDX's word for a license that nobody has told.
  out.key("contact");
  out.raw(R"({"name":"Whoever runs this server"})");
  out.key("license");
  out.raw(R"({"name":"Not stated","identifier":"NOASSERTION"})");
  out.end_object();
}

bool is_described(const Entity& entity) { return is_granted(entity, Verb::kRead) || is_granted(entity, Verb::kCreate); }

void write_tags(const Model& model, json::Writer& out) {
  out.key("tags");
  out.begin_array();
  for (const Entity& entity : model.entities) {
    if (!is_described(entity)) continue;
    out.begin_object();
    out.member("name", entity.plural);
    out.member("description", entity.description.empty() ? "Rows of " + entity.name + "." : entity.description);
    out.end_object();
  }
  out.raw(R"({"name":"$api","description":"What belongs to no resource alone."})");
  out.end_array();
}

}  // namespace

std::string describe(const Model& model, std::string_view base_url) {
  while (base_url.ends_with('/')) base_url.remove_suffix(1);
  Components components;
  return json_object([&](json::Writer& out) {
    out.member("openapi", "3.1.0");
    out.member("jsonSchemaDialect", "https://json-schema.org/draft/2020-12/schema");
    write_info(model, out);
    out.key("servers");
    out.begin_array();
    out.begin_object();
    out.member("url", std::string(base_url) + "/api");
    out.end_object();
    out.end_array();
    out.key("security");
    out.raw(R"([{},{"bearer":[]},{"apiKey":[]}])");
    write_tags(model, out);
    out.key("paths");
    out.begin_object();
    Operations operations(model, components, out);
    for (const Entity& entity : model.entities) operations.write_resource(entity);
    operations.write_shared();
    out.end_object();
    out.key("components");
    out.begin_object();
    components.write(out);
    out.key("securitySchemes");
    out.raw(R"({"bearer":{"type":"http","scheme":"bearer","description":"A JWT, or an API key bp_…"},)"
            R"("apiKey":{"type":"apiKey","in":"header","name":"apikey","description":"An API key bp_…"}})");
    out.end_object();
  });
}

}  // namespace bedplate::openapi
