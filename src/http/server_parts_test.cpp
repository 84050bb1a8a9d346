// Replies and bodies in parts.
#include <gtest/gtest.h>
#include <thread>

#include "support/http_client.hpp"
#include "support/running_server.hpp"

namespace bedplate::http {
namespace {

using std::chrono::milliseconds;
using test::HttpClient;
using test::RunningServer;
using test::soon;

TEST(Server, AReplyInPartsIsChunkedAndTheConnectionGoesOn) {
  RunningServer running;
  HttpClient client(running.port(), 4096);
  ASSERT_TRUE(client.send("GET /parts?40 HTTP/1.1\r\nHost: h\r\n\r\nGET /next HTTP/1.1\r\nHost: h\r\n\r\n"));
  const auto reply = client.read();
  EXPECT_EQ(reply.header("transfer-encoding"), "chunked");
  EXPECT_EQ(reply.header("content-length"), "");
  ASSERT_EQ(reply.body.size(), 40u * 64 * 1024);
  for (std::size_t i = 0; i < reply.body.size(); i += 1024)
    ASSERT_EQ(reply.body[i], static_cast<char>('a' + i / (64 * 1024) % 26)) << i;
  EXPECT_EQ(client.read().body, "GET /next ");
  EXPECT_EQ(client.get("/parts?0").status, 200);
  // HTTP/1.0 knows no chunks: the end of the connection is the end.
  HttpClient old(running.port());
  ASSERT_TRUE(old.send("GET /parts?2 HTTP/1.0\r\n\r\n"));
  const auto first = old.read();
  EXPECT_EQ(first.header("connection"), "close");
  EXPECT_EQ(first.header("transfer-encoding"), "");
  EXPECT_EQ(old.rest().size(), 2u * 64 * 1024);
}

TEST(Server, Threat142_PartsWaitForTheirReader) {
  ServerOptions options;
  options.write_deadline = milliseconds(600);
  RunningServer running(options);
  HttpClient client(running.port(), 4096);
  ASSERT_TRUE(client.send("GET /parts?4000 HTTP/1.1\r\nHost: h\r\n\r\n"));
  ASSERT_TRUE(soon([&] { return running.server().unsent().held() > 0; }));
  std::this_thread::sleep_for(milliseconds(100));
  // What the kernel took, and one part more.
  EXPECT_LT(running.routes.sent_parts, 200);
  EXPECT_LE(running.server().unsent().held(), 256u * 1024);
  EXPECT_EQ(HttpClient(running.port()).get("/others").status, 200);
  // Nobody reads: the deadline of a part ends it.
  EXPECT_TRUE(soon([&] { return running.routes.was_gone.load(); }));
  EXPECT_EQ(running.server().unsent().held(), 0u);
  // One that reads slowly has a deadline for each part, not for all.
  HttpClient slow(running.port(), 4096);
  ASSERT_TRUE(slow.send("GET /parts?300 HTTP/1.1\r\nHost: h\r\n\r\n"));
  for (int i = 0; i < 12; ++i) {
    std::this_thread::sleep_for(milliseconds(100));
    slow.receive_at_most(1024 * 1024);
  }
  EXPECT_EQ(slow.read().body.size(), 300u * 64 * 1024);
}

TEST(Server, ABodyInPartsIsOfAnySizeAndTheConnectionGoesOn) {
  RunningServer running;
  HttpClient client(running.port());
  const std::string megabytes(3'000'000, 'u');
  ASSERT_TRUE(client.send("POST /upload HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\n" + megabytes +
                          "GET /next HTTP/1.1\r\nHost: h\r\n\r\n"));
  EXPECT_EQ(client.read().body, "3000000 in parts");
  EXPECT_EQ(client.read().body, "GET /next ");
  std::string chunked = "POST /upload HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (int i = 0; i < 30; ++i) chunked += "186a0\r\n" + megabytes.substr(0, 100'000) + "\r\n";
  ASSERT_TRUE(client.send(chunked + "0\r\n\r\nPOST /upload HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc"));
  EXPECT_EQ(client.read().body, "3000000 in parts");
  EXPECT_EQ(client.read().body, "3 in parts");
  ASSERT_TRUE(client.send("POST /next HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\n"));
  EXPECT_EQ(client.read().status, 413);
}

TEST(Server, ABodyInPartsComesNoFasterThanItIsTaken) {
  RunningServer running;
  running.routes.hold_uploads = true;
  HttpClient client(running.port());
  std::thread sender([&] {
    (void)client.send("POST /upload HTTP/1.1\r\nHost: h\r\nContent-Length: 40000000\r\n\r\n" +
                      std::string(40'000'000, 'u'));
  });
  std::this_thread::sleep_for(milliseconds(200));
  EXPECT_EQ(running.routes.uploaded, 0u);
  EXPECT_EQ(HttpClient(running.port()).get("/others").status, 200);
  running.routes.hold_uploads = false;
  sender.join();
  EXPECT_EQ(client.read().body, "40000000 in parts");
}

TEST(Server, ABodyInPartsThatEndsEarlyOrIsNotWanted) {
  RunningServer running;
  {
    HttpClient client(running.port());
    ASSERT_TRUE(client.send("POST /upload HTTP/1.1\r\nHost: h\r\nContent-Length: 30\r\n\r\nhalf"));
    ASSERT_TRUE(soon([&] { return running.routes.uploaded == 4; }));
  }
  EXPECT_TRUE(soon([&] { return running.routes.was_lost.load(); }));
  HttpClient malformed(running.port());
  ASSERT_TRUE(
      malformed.send("POST /upload HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\nXX\r\n"));
  EXPECT_EQ(malformed.read().header("connection"), "close");
  EXPECT_TRUE(running.routes.was_broken);
  // Answered before it was heard out: nothing can follow on that connection.
  HttpClient refused(running.port());
  ASSERT_TRUE(refused.send("POST /no-upload HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\nbegin"));
  const auto reply = refused.read();
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.header("connection"), "close");
  // One that sends nothing more has its deadline.
  ServerOptions options;
  options.body_deadline = milliseconds(100);
  RunningServer impatient(options);
  HttpClient silent(impatient.port());
  ASSERT_TRUE(silent.send("POST /upload HTTP/1.1\r\nHost: h\r\nContent-Length: 30\r\n\r\nhalf"));
  EXPECT_TRUE(soon([&] { return impatient.routes.was_lost.load(); }));
}

TEST(Server, Threat090_WhatOnlyFramesABodyInPartsKeepsNoUploadAlive) {
  ServerOptions options;
  options.body_deadline = milliseconds(200);
  RunningServer impatient(options);
  HttpClient dripping(impatient.port());
  ASSERT_TRUE(dripping.send("POST /upload HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n1;"));
  // The beginning of a chunk, a byte each 20 ms: ten times the deadline.
  const auto began = std::chrono::steady_clock::now();
  while (!impatient.routes.was_lost && std::chrono::steady_clock::now() - began < std::chrono::seconds(2)) {
    (void)dripping.send("x");
    std::this_thread::sleep_for(milliseconds(20));
  }
  EXPECT_TRUE(impatient.routes.was_lost);
}

TEST(Server, AReplyThatIsGivenUpHasNoEnd) {
  RunningServer running;
  HttpClient client(running.port());
  ASSERT_TRUE(client.send("GET /cut?2 HTTP/1.1\r\nHost: h\r\n\r\n"));
  EXPECT_EQ(client.read().status, 0);  // no last chunk
  EXPECT_TRUE(client.was_reset());
  HttpClient old(running.port());
  ASSERT_TRUE(old.send("GET /cut?2 HTTP/1.0\r\n\r\n"));
  (void)old.read();
  (void)old.rest();
  EXPECT_TRUE(old.was_reset());
  EXPECT_EQ(HttpClient(running.port()).get("/fine").status, 200);
}

}  // namespace
}  // namespace bedplate::http
