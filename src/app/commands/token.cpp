#include "app/commands/token.hpp"

#include <array>

#include "app/commands/roles.hpp"
#include "app/dev/dev_key.hpp"
#include "app/project/schema_file.hpp"
#include "identity/dev_key.hpp"
#include "json/writer.hpp"
#include "model/compile.hpp"

namespace bedplate::app {
namespace {

/// Names that a claim may not take over, since an option or the token itself says them.
Result<void> check_claim_name(std::string_view name) {
  static constexpr std::array<std::string_view, 11> kTaken = {"iss", "aud", "sub",   "exp",    "nbf",  "iat",
                                                              "jti", "typ", "roles", "tenant", "scope"};
  if (name.empty())
    return failure(Error(Reason::kInvalidValue, "a claim has no name").with_hint("Write --claim plan=gold."));
  for (const std::string_view taken : kTaken)
    if (name == taken)
      return failure(Error(Reason::kInvalidValue, "the claim '" + std::string(name) + "' cannot be given by --claim")
                         .with_hint("Use --id, --tenant, --role and --scope; the rest is the token's own."));
  return {};
}

Result<std::string> mint(const TokenOptions& options, const World& world) {
  const std::string path = schema_path(options.directory);
  BP_TRY(const std::string source, read_schema(path));
  // A schema at fault is check's business; a misspelt role would make a token that silently may nothing.
  if (const auto compiled = model::compile(source, path); compiled.model)
    BP_TRY_VOID(check_roles(*compiled.model, options.roles));
  BP_TRY(std::string claims, claims_text(options.claims));
  BP_TRY(const auto key, development_key(options.directory, world.random));
  return identity::mint_dev_token(key.reveal(),
                                  {.id = options.id,
                                   .tenant = options.tenant,
                                   .roles = options.roles,
                                   .scopes = options.scopes,
                                   .claims = std::move(claims)},
                                  world.clock.now());
}

}  // namespace

Result<std::string> claims_text(const std::vector<std::string>& claims) {
  std::string text;
  json::Writer out(text);
  out.begin_object();
  for (const std::string& claim : claims) {
    const auto at = claim.find('=');
    const std::string_view name = std::string_view(claim).substr(0, at == std::string::npos ? 0 : at);
    BP_TRY_VOID(check_claim_name(name));
    const std::string_view value = std::string_view(claim).substr(at + 1);
    out.key(name);
    if (valid_json(value))
      out.raw(value);
    else
      out.string(value);
  }
  out.end_object();
  return text;
}

int run_token(const TokenOptions& options, const World& world) {
  const auto token = mint(options, world);
  if (!token) return print_error(world, token.error()), kFailed;
  print(world.out, *token + "\n");
  return kFine;
}

}  // namespace bedplate::app
