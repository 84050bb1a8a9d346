#include "console/token_request.hpp"

#include <algorithm>

#include "json/document.hpp"

namespace bedplate::console {

Result<identity::DevTokenRequest> parse_token_request(const http::Request& request, const model::Model& model) {
  const auto type = request.header(http::HeaderName::kContentType);
  if (!http::equals_ignoring_case(type.substr(0, type.find(';')), "application/json"))
    return failure(Error(Reason::kUnsupportedMediaType, "a token is asked for in JSON")
                       .with_hint("Content-Type: application/json"));
  BP_TRY(const auto body, json::Document::parse(request.body()));
  identity::DevTokenRequest wanted;
  if (const auto id = body->string("id")) wanted.id = *id;
  if (const auto tenant = body->string("tenant")) wanted.tenant = *tenant;
  if (const auto role = body->string("role"); role && !role->empty()) {
    if (std::ranges::find(model.roles, *role, &model::Role::name) == model.roles.end())
      return failure(Error(Reason::kInvalidValue, "'" + std::string(*role) + "' is no role of the schema"));
    wanted.roles.emplace_back(*role);
  }
  if (wanted.id.empty() && wanted.roles.empty())
    return failure(Error(Reason::kInvalidValue, "a token needs a role or an id"));
  return wanted;
}

}  // namespace bedplate::console
