#include "upstream/egress.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>

namespace bedplate::upstream {
namespace {

net::Address at(const std::string& text) {
  net::Address address;
  if (text.find(':') == std::string::npos) {
    address.ip[10] = address.ip[11] = 0xff;
    EXPECT_EQ(inet_pton(AF_INET, text.c_str(), address.ip.data() + 12), 1) << text;
  } else {
    address.v4 = false;
    EXPECT_EQ(inet_pton(AF_INET6, text.c_str(), address.ip.data()), 1) << text;
  }
  return address;
}

TEST(EgressTest, Threat099_ForbiddenAlways) {
  for (const char* text : {"0.0.0.0",
                           "0.1.2.3",
                           "169.254.169.254",
                           "169.254.0.1",
                           "100.100.100.200",
                           "168.63.129.16",
                           "192.0.0.192",
                           "192.0.2.1",
                           "198.18.0.1",
                           "198.19.255.255",
                           "198.51.100.1",
                           "203.0.113.9",
                           "224.0.0.1",
                           "239.1.1.1",
                           "240.0.0.1",
                           "255.255.255.255",
                           "::",
                           "::ffff:169.254.169.254",
                           "::ffff:a9fe:a9fe",
                           "::ffff:0:0",
                           "::127.0.0.1",
                           "::169.254.169.254",
                           "64:ff9b::a9fe:a9fe",
                           "64:ff9b:1::7f00:1",
                           "2002:a9fe:a9fe::1",
                           "2001::1",
                           "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                           "2001:db8::1",
                           "3fff::1",
                           "fe80::1",
                           "fe80::5efe:127.0.0.1",
                           "2a00::5efe:169.254.169.254",
                           "fec0::1",
                           "fd00:ec2::254",
                           "ff02::1",
                           "100::1",
                           "5f00::1"}) {
    EXPECT_EQ(reach_of(at(text)), Reach::kForbidden) << text;
    EXPECT_FALSE(may_connect(at(text), false)) << text;
  }
}

TEST(EgressTest, Threat099_PrivateOnlyWhereConfigured) {
  for (const char* text : {"127.0.0.1",        "127.255.255.254",     "10.0.0.1",
                           "172.16.0.1",       "172.31.255.255",      "192.168.0.1",
                           "100.64.0.1",       "100.127.255.255",     "::1",
                           "::ffff:127.0.0.1", "::ffff:7f00:1",       "::ffff:10.0.0.1",
                           "64:ff9b::7f00:1",  "64:ff9b::10.1.2.3",   "2002:7f00:1::1",
                           "2002:c0a8:1::1",   "2a00::5efe:10.0.0.1", "2a00::200:5efe:10.0.0.1",
                           "fc00::1",          "fd12:3456::1"}) {
    EXPECT_EQ(reach_of(at(text)), Reach::kPrivate) << text;
    EXPECT_FALSE(may_connect(at(text), false)) << text;
    EXPECT_TRUE(may_connect(at(text), true)) << text;
  }
}

TEST(EgressTest, ThePublicInternetIsReachable) {
  for (const char* text :
       {"1.1.1.1",         "8.8.8.8",           "9.255.255.255",    "11.0.0.0",        "100.63.255.255",
        "100.128.0.0",     "126.255.255.255",   "128.0.0.0",        "172.15.255.255",  "172.32.0.0",
        "192.167.255.255", "198.17.255.255",    "198.20.0.0",       "223.255.255.255", "2606:4700::1111",
        "2a00:1450::1",    "2002:0808:0808::1", "64:ff9b::8.8.8.8", "::ffff:8.8.8.8",  "2001:200::1"}) {
    EXPECT_EQ(reach_of(at(text)), Reach::kPublic) << text;
    EXPECT_TRUE(may_connect(at(text), false)) << text;
  }
}

}  // namespace
}  // namespace bedplate::upstream
