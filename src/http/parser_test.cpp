#include "http/parser.hpp"

#include <gtest/gtest.h>

#include "http/chunked.hpp"

namespace bedplate::http {
namespace {

struct Parsed {
  std::optional<Refusal> refusal;
  bool complete = false;
  std::string text;
  Request request;
  Framing framing;
};

// Fed byte by byte, as a parser must not care how bytes arrive.
std::unique_ptr<Parsed> parse(std::string text, Limits limits = {}) {
  auto parsed = std::make_unique<Parsed>();
  parsed->text = std::move(text);
  RequestParser parser(limits);
  std::size_t size = 0;
  for (std::size_t n = 1; n <= parsed->text.size() && size == 0; ++n) {
    parsed->refusal = parser.find_head(std::string_view(parsed->text).substr(0, n), size);
    if (parsed->refusal) return parsed;
  }
  parsed->complete = size != 0;
  if (size != 0)
    parsed->refusal =
        parser.parse_head(std::string_view(parsed->text).substr(0, size), parsed->request, parsed->framing);
  return parsed;
}

std::unique_ptr<Parsed> parse_with(const std::string& fields) {
  return parse("GET / HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n");
}

int status_of(const std::unique_ptr<Parsed>& parsed) {
  return parsed->refusal ? parsed->refusal->status : parsed->complete ? 200 : 0;
}

TEST(RequestParser, ReadsARequest) {
  const auto parsed = parse(
      "PATCH /api/orders?select=id,total&x HTTP/1.1\r\nHost: shop.example:8080\r\nX-Mine:  a b \t\r\n"
      "content-LENGTH: 12\r\nAccept: a\r\naccept: b\r\n\r\n");
  ASSERT_EQ(status_of(parsed), 200);
  auto& request = parsed->request;
  EXPECT_EQ(request.method(), Method::kPatch);
  EXPECT_EQ(request.target(), "/api/orders?select=id,total&x");
  EXPECT_EQ(request.path(), "/api/orders");
  EXPECT_EQ(request.query(), "select=id,total&x");
  EXPECT_EQ(request.authority(), "shop.example:8080");
  EXPECT_EQ(request.header("x-mine"), "a b");
  EXPECT_EQ(request.header(HeaderName::kAccept), "a");
  EXPECT_EQ(request.headers().size(), 5u);
  EXPECT_FALSE(request.has(HeaderName::kAuthorization));
  EXPECT_EQ(parsed->framing.length, 12u);
  EXPECT_TRUE(parsed->framing.keep_alive);
}

TEST(RequestParser, ReadsTheFormsOfATarget) {
  EXPECT_EQ(parse("GET http://Other:81/a?b HTTP/1.1\r\nHost: other:81\r\n\r\n")->request.authority(), "Other:81");
  EXPECT_EQ(parse("GET http://h/a?b HTTP/1.1\r\nHost: h\r\n\r\n")->request.target(), "/a?b");
  EXPECT_EQ(parse("GET http://h HTTP/1.1\r\nHost: h\r\n\r\n")->request.path(), "/");
  // RFC 9112 section 3.2.2: the Host field must repeat the authority.
  EXPECT_EQ(status_of(parse("GET http://other/ HTTP/1.1\r\nHost: h\r\n\r\n")), 400);
  EXPECT_EQ(status_of(parse("GET http://h:80/ HTTP/1.1\r\nHost: h\r\n\r\n")), 400);
  EXPECT_EQ(status_of(parse("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n")), 200);
  for (const char* target :
       {"*", "a", "ftp://h/", "http://", "http:///x", "http://u@h/", "http://h?x", "//\x7f", "/#f"})
    EXPECT_EQ(status_of(parse("GET " + std::string(target) + " HTTP/1.1\r\nHost: h\r\n\r\n")), 400) << target;
}

TEST(RequestParser, KnowsWhenAConnectionLives) {
  EXPECT_FALSE(parse_with("Connection: foo, Close\r\n")->framing.keep_alive);
  EXPECT_TRUE(parse_with("Connection: closed\r\n")->framing.keep_alive);
  EXPECT_FALSE(parse("GET / HTTP/1.0\r\n\r\n")->framing.keep_alive);
  EXPECT_TRUE(parse("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n")->framing.keep_alive);
}

TEST(RequestParser, AllowsOneEmptyLineBefore) {
  EXPECT_EQ(status_of(parse("\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n")), 200);
  EXPECT_EQ(status_of(parse("\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n")), 400);
}

TEST(RequestParser, KeepsItsLimits) {
  EXPECT_EQ(status_of(parse("GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n")), 414);
  EXPECT_EQ(status_of(parse("GET /" + std::string(20000, 'a'))), 414);
  EXPECT_EQ(status_of(parse_with("X: " + std::string(17000, 'a') + "\r\n")), 431);
  EXPECT_EQ(status_of(parse("GET / HTTP/1.1\r\nX: " + std::string(17000, 'a'))), 431);
  std::string many;
  for (int i = 0; i < 100; ++i) many += "X: y\r\n";
  EXPECT_EQ(status_of(parse_with(many)), 431);
  EXPECT_TRUE(parse_with("Content-Length: 1048577\r\n")->framing.too_large);
  EXPECT_FALSE(parse_with("Content-Length: 1048576\r\n")->framing.too_large);
  EXPECT_EQ(status_of(parse_with("Content-Length: 99999999999999999999999\r\n")), 413);
  EXPECT_EQ(status_of(parse_with("Content-Length: 1048576\r\n")), 200);
}

TEST(RequestParser, Threat087_RefusesWhatTwoParsersReadDifferently) {
  for (const char* fields : {"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                             "Content-Length: 5\r\nContent-Length: 5\r\n",
                             "Content-Length: 5\r\nContent-Length: 6\r\n",
                             "Content-Length: 5, 5\r\n",
                             "Content-Length: +5\r\n",
                             "Content-Length: -5\r\n",
                             "Content-Length: 0x5\r\n",
                             "Content-Length: 5 5\r\n",
                             "Content-Length:\r\n",
                             "Transfer-Encoding: xchunked\r\n",
                             "Transfer-Encoding: chunked, chunked\r\n",
                             "Transfer-Encoding: gzip, chunked\r\n",
                             "Transfer-Encoding: identity\r\n",
                             "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                             "Transfer-Encoding: \x0b"
                             "chunked\r\n",
                             "Transfer-Encoding : chunked\r\n",
                             " Transfer-Encoding: chunked\r\n",
                             "X: a\r\n b\r\n",
                             "X: a\r\n\tb\r\n",
                             "X : a\r\n",
                             "X\t: a\r\n",
                             ": a\r\n",
                             "X\r\n",
                             "X: a\nY: b\r\n",
                             "X: a\rY: b\r\n",
                             "X: a\r\r\n",
                             "X: \x01\r\n",
                             "X: 0123456789\x7f\r\n",
                             "X\x80: a\r\n",
                             "Host: h\r\n",
                             "Host: other\r\n",
                             "Authorization: a\r\nAuthorization: b\r\n"})
    EXPECT_EQ(status_of(parse_with(fields)), 400) << fields;
  EXPECT_EQ(status_of(parse_with(std::string("X: a\0b\r\n", 8))), 400);
  EXPECT_EQ(status_of(parse_with("X: \t\x80\xff ok\tok\r\n")), 200);
}

TEST(RequestParser, Threat087_RefusesMalformedRequestLines) {
  for (const char* text :
       {"GET / HTTP/1.1\nHost: h\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a,b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n",
        "GET  / HTTP/1.1\r\nHost: h\r\n\r\n", "GET /  HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET / HTTP/1.1 \r\nHost: h\r\n\r\n", " GET / HTTP/1.1\r\nHost: h\r\n\r\n", "GET /\r\nHost: h\r\n\r\n",
        "GET / http/1.1\r\nHost: h\r\n\r\n", "GET / HTTP/1.\r\nHost: h\r\n\r\n", "GET / HTTP/11.1\r\nHost: h\r\n\r\n",
        "GET /\xc3\xa4 HTTP/1.1\r\nHost: h\r\n\r\n", "G(T / HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET / HTTP/1.1\rHost: h\r\n\r\n", "\nGET / HTTP/1.1\r\nHost: h\r\n\r\n",
        "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", "CONNECT h:80 HTTP/1.1\r\nHost: h\r\n\r\n"})
    EXPECT_EQ(status_of(parse(text)), 400) << text;
  EXPECT_EQ(status_of(parse("PRI * HTTP/2.0\r\n\r\n")), 505);
  EXPECT_EQ(status_of(parse_with("Expect: 200-ok\r\n")), 417);
}

struct Body {
  std::optional<Refusal> refusal;
  bool done = false;
  std::string body;
  std::size_t used = 0;
};
Body decode(std::string_view text, std::size_t step, std::size_t limit = 1000) {
  ChunkedDecoder decoder(limit);
  Body result;
  while (result.used < text.size() && !decoder.done() && !result.refusal) {
    std::size_t used = 0;
    result.refusal = decoder.feed(text.substr(result.used, step), result.body, used);
    result.used += used;
  }
  result.done = decoder.done();
  return result;
}

TEST(ChunkedDecoder, JoinsChunksHoweverTheyArrive) {
  constexpr std::string_view kText = "5;a=\"b\"\r\nhello\r\n00b\r\n, my world!\r\n0\r\nX: y\r\nZ:\r\n\r\nGET";
  for (std::size_t step = 1; step < kText.size(); ++step) {
    const auto result = decode(kText, step);
    EXPECT_TRUE(result.done);
    EXPECT_EQ(result.body, "hello, my world!");
    EXPECT_EQ(result.used, kText.size() - 3);
  }
}

TEST(ChunkedDecoder, Threat087_RefusesWhatIsNotStrict) {
  for (const char* text : {"5\nhello\r\n0\r\n\r\n", "5\r\nhello\n0\r\n\r\n", " 5\r\nhello", "5 \r\nhello", "\r\nhello",
                           "+5\r\nhello", "0x5\r\nhello", "5\r\nhelloo\r\n", "g\r\n", ";\r\n", "5;\n\r\nhello",
                           "0\r\n X: y\r\n\r\n", "0\r\n\nX", "0000000000000005\r\nhello", "0\r\nX\x01: y\r\n\r\n"})
    EXPECT_TRUE(decode(text, 1).refusal) << text;
  EXPECT_EQ(decode("3e9\r\n", 1).refusal->status, 413);
  EXPECT_EQ(decode("fffffffffffffff\r\n", 1).refusal->status, 413);
  EXPECT_EQ(decode("1f4\r\n" + std::string(500, 'a') + "\r\n1f5\r\n", 7).refusal->status, 413);
  EXPECT_TRUE(decode("1;" + std::string(5000, 'a') + "\r\n", 7).refusal);
  EXPECT_TRUE(decode("0\r\nX: " + std::string(5000, 'a') + "\r\n\r\n", 7).refusal);
}

}  // namespace
}  // namespace bedplate::http
