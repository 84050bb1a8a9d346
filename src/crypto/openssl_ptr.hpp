#pragma once
// Owning pointers to OpenSSL's objects, freed by their own functions. Includes nothing of OpenSSL itself.
#include <memory>

struct evp_pkey_st;

namespace bedplate::crypto {

/// `std::unique_ptr<BIGNUM, FreeBy<BN_clear_free>>`, where OpenSSL's headers are at hand.
template <auto Free>
struct FreeBy {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};

struct FreePkey {
  void operator()(evp_pkey_st* key) const;
};
/// An EVP_PKEY.
using PkeyPtr = std::unique_ptr<evp_pkey_st, FreePkey>;

}  // namespace bedplate::crypto
