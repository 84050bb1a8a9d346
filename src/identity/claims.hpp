#pragma once
// From a verified token's claims to an Identity: what auth.* will say. Pure.
#include "config/config.hpp"
#include "crypto/jwt.hpp"
#include "operation/principal.hpp"

namespace bedplate::identity {

/// A claim that is missing, null or of the wrong type counts as absent. id and tenant: a string or an integer; roles:
/// an array of strings, or a string parted by blanks or commas; scopes: a string parted by blanks (RFC 8693 section
/// 4.2), or an array. Every scalar claim is kept by its dotted path; a path that occurs twice counts as absent.
operation::Identity identity_of(const crypto::Claims& claims, const config::ClaimNames& names);

}  // namespace bedplate::identity
