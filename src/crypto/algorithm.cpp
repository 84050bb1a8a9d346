#include "crypto/algorithm.hpp"

#include <array>

namespace bedplate::crypto {
namespace {

struct Row {
  Algorithm algorithm;
  std::string_view name;
  KeyType type;
  unsigned hash;
};

constexpr std::array<Row, 13> kRows{{
    {Algorithm::kHs256, "HS256", KeyType::kOctets, 32},
    {Algorithm::kHs384, "HS384", KeyType::kOctets, 48},
    {Algorithm::kHs512, "HS512", KeyType::kOctets, 64},
    {Algorithm::kRs256, "RS256", KeyType::kRsa, 32},
    {Algorithm::kRs384, "RS384", KeyType::kRsa, 48},
    {Algorithm::kRs512, "RS512", KeyType::kRsa, 64},
    {Algorithm::kPs256, "PS256", KeyType::kRsa, 32},
    {Algorithm::kPs384, "PS384", KeyType::kRsa, 48},
    {Algorithm::kPs512, "PS512", KeyType::kRsa, 64},
    {Algorithm::kEs256, "ES256", KeyType::kEcP256, 32},
    {Algorithm::kEs384, "ES384", KeyType::kEcP384, 48},
    {Algorithm::kEs512, "ES512", KeyType::kEcP521, 64},
    {Algorithm::kEdDsa, "EdDSA", KeyType::kEd25519, 0},
}};

constexpr bool rows_are_in_order() {
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    if (kRows[i].algorithm != static_cast<Algorithm>(i)) return false;
  }
  return true;
}
static_assert(rows_are_in_order());

const Row& row_of(Algorithm algorithm) { return kRows[static_cast<std::size_t>(algorithm)]; }

}  // namespace

std::string_view algorithm_name(Algorithm algorithm) { return row_of(algorithm).name; }

std::optional<Algorithm> algorithm_by_name(std::string_view name) {
  for (const Row& row : kRows) {
    if (row.name == name) return row.algorithm;
  }
  return std::nullopt;
}

KeyType key_type_of(Algorithm algorithm) { return row_of(algorithm).type; }
unsigned hash_size(Algorithm algorithm) { return row_of(algorithm).hash; }
bool is_pss(Algorithm algorithm) { return algorithm >= Algorithm::kPs256 && algorithm <= Algorithm::kPs512; }

}  // namespace bedplate::crypto
