#include "middleware/authenticate.hpp"

#include <gtest/gtest.h>

namespace bedplate::middleware {
namespace {

TEST(ChallengeTest, SaysWhatRfc6750Says) {
  EXPECT_EQ(challenge(Error(Reason::kUnauthenticated, "x")), "Bearer realm=\"bedplate\"");
  EXPECT_EQ(challenge(Error(Reason::kInvalidToken, "The token has expired.")),
            "Bearer realm=\"bedplate\", error=\"invalid_token\", error_description=\"The token has expired.\"");
  EXPECT_EQ(challenge(Error(Reason::kForbidden, "x")), "");
  EXPECT_EQ(challenge(Error(Reason::kInvalidToken, "a\"b\\c\r\n\x80")),
            "Bearer realm=\"bedplate\", error=\"invalid_token\", error_description=\"abc\"");
}

TEST(ChallengeTest, IsAddedOnlyWhereThereIsOne) {
  http::Reply reply;
  add_challenge(reply, Error(Reason::kNotFound, "x"));
  EXPECT_EQ(reply.headers(), "");
  add_challenge(reply, Error(Reason::kUnauthenticated, "x"));
  EXPECT_EQ(reply.headers(), "WWW-Authenticate: Bearer realm=\"bedplate\"\r\n");
}

}  // namespace
}  // namespace bedplate::middleware
