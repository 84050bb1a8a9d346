#include "crypto/hash.hpp"

#include <gtest/gtest.h>
#include <sstream>

#include "crypto/random_bytes.hpp"
#include "crypto/secret.hpp"
#include "crypto/test_random.hpp"

namespace bedplate::crypto {
namespace {

TEST(Hash, Sha256OfFips180) {
  EXPECT_EQ(to_hex(as_bytes(sha256("abc"))), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(to_hex(as_bytes(sha256(""))), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Hash, HmacOfRfc4231) {
  EXPECT_EQ(to_hex(as_bytes(hmac_sha256("Jefe", "what do ya want for nothing?"))),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(to_hex(as_bytes(hmac_sha256("", ""))), "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

TEST(Hash, EqualInConstantTime) {
  EXPECT_TRUE(equal_in_constant_time("", ""));
  EXPECT_TRUE(equal_in_constant_time("abc", "abc"));
  EXPECT_FALSE(equal_in_constant_time("abc", "abd"));
  EXPECT_FALSE(equal_in_constant_time("abc", "abcd"));
}

template <class T>
concept Printable = requires(std::ostream& out, const T& value) { out << value; };

TEST(Secret, Threat079_SecretsCannotBePrintedCopiedOrCompared) {
  static_assert(!Printable<SecretBytes> && !Printable<Secret<int>>);
  static_assert(!std::copyable<SecretBytes> && !std::copyable<Secret<int>>);
  static_assert(!std::equality_comparable<SecretBytes>);
}

TEST(Secret, TakingWipesTheSource) {
  std::string source(64, 's');
  const char* memory = source.data();
  SecretBytes secret = SecretBytes::take(std::move(source));
  EXPECT_EQ(std::string_view(memory, 64).find('s'), std::string_view::npos);
  EXPECT_EQ(secret.reveal(), std::string(64, 's'));
  const SecretBytes moved = std::move(secret);
  EXPECT_EQ(moved.size(), 64u);
  EXPECT_TRUE(secret.empty());  // NOLINT(bugprone-use-after-move): the promise under test
}

TEST(RandomBytes, ComeFromTheInjectedSource) {
  CountingRandom a;
  CountingRandom b;
  EXPECT_EQ(random_bytes(a, 33), random_bytes(b, 33));
  EXPECT_NE(random_bytes(a, 33), random_bytes(a, 33));
}

}  // namespace
}  // namespace bedplate::crypto
