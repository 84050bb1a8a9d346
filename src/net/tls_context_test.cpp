#include "net/tls_context.hpp"

#include <gtest/gtest.h>

#include "support/certificate.hpp"

namespace bedplate::net {
namespace {

std::string fault(std::string_view certificate, std::string_view key) {
  const auto made = TlsContext::make(certificate, key);
  if (made) return "fine";
  EXPECT_FALSE(made.error().error.hint().empty());
  return (made.error().part == TlsContext::Part::kKey ? "key: " : "certificate: ") + made.error().error.message();
}

TEST(TlsContext, SaysWhichOfTheTwoTextsIsAtFault) {
  const auto one = test::make_certificate();
  const auto other = test::make_certificate();
  EXPECT_EQ(fault(one.certificate, one.key), "fine");
  EXPECT_EQ(fault(one.certificate + other.certificate, one.key), "fine");  // a chain
  EXPECT_EQ(fault(one.certificate, other.key), "key: the private key does not belong to the certificate");
  EXPECT_EQ(fault(one.certificate, ""), "key: this is no private key in PEM");
  EXPECT_EQ(fault(one.certificate, one.certificate), "key: this is no private key in PEM");
  EXPECT_EQ(fault("", one.key), "certificate: this is no certificate in PEM");
  EXPECT_EQ(fault(one.key, one.key), "certificate: this is no certificate in PEM");
  auto damaged = other.certificate;
  damaged.replace(100, 20, 20, '!');
  EXPECT_EQ(fault(one.certificate + damaged, one.key), "certificate: a certificate of the chain is damaged");
}

}  // namespace
}  // namespace bedplate::net
