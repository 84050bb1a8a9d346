#pragma once
// What a page of development asks a token for: `{"role": "STAFF", "id": "7", "tenant": "acme"}`, each of them may be
// missing.
#include "base/result.hpp"
#include "http/request.hpp"
#include "identity/dev_key.hpp"
#include "model/model.hpp"

namespace bedplate::console {

/// The body of a POST in JSON, which no form of another page can send. Errors: kUnsupportedMediaType, kInvalidJson,
/// kInvalidValue (a role that the model does not have).
Result<identity::DevTokenRequest> parse_token_request(const http::Request& request, const model::Model& model);

}  // namespace bedplate::console
