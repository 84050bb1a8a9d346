#include "support/local_exchange.hpp"

#include <gtest/gtest.h>

namespace bedplate::http {
namespace {

class Echo final : public Handler {
 public:
  void handle(Request& request, ReplyWriter& writer) override {
    writer.loop().post([&] {
      writer.reply().body.append(request.query()).append("|").append(request.header("prefer")).append("|");
      writer.reply().body.append(request.body());
      writer.finish();
    });
  }
};

TEST(LocalExchange, HandsTextToAHandlerWithoutSockets) {
  const auto loop = std::move(net::Loop::create()).value();
  Echo echo;
  test::LocalExchange exchange(*loop, "POST /a?b=c\nPrefer: x\n\n{\"a\":\n1}");
  ASSERT_TRUE(exchange.run(echo));
  EXPECT_EQ(exchange.reply().body, "b=c|x|{\"a\":\n1}");
}

}  // namespace
}  // namespace bedplate::http
