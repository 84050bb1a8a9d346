#include "base/json_text.hpp"

#include <gtest/gtest.h>
#include <random>

#include "base/utf8.hpp"

namespace bedplate {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

// By definition, byte by byte, against which the fast ones are held.
std::string escaped_slowly(std::string_view text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    const std::size_t length = utf8_length(text.substr(i));
    char code[8];
    if (c == '"' || c == '\\') {
      out += '\\';
      out += text[i];
    } else if (c == '\n' || c == '\r' || c == '\t' || c == '\b' || c == '\f') {
      out += c == '\n' ? "\\n" : c == '\r' ? "\\r" : c == '\t' ? "\\t" : c == '\b' ? "\\b" : "\\f";
    } else if (c < 0x20) {
      std::snprintf(code, sizeof code, "\\u%04x", c);
      out += code;
    } else if (length == 0) {
      out += "\xef\xbf\xbd";
    } else {
      out += text.substr(i, length);
    }
    i += length == 0 ? 1 : length;
  }
  return out + '"';
}

TEST(JsonString, EscapesWhatMustBe) {
  EXPECT_EQ(escaped(""), "\"\"");
  EXPECT_EQ(escaped("a\"b\\c\n\r\t\b\f/\x7f"), "\"a\\\"b\\\\c\\n\\r\\t\\b\\f/\x7f\"");
  EXPECT_EQ(escaped(std::string("\0\x1f", 2)), "\"\\u0000\\u001f\"");
  EXPECT_EQ(escaped("a\xc3"), "\"a\xef\xbf\xbd\"");
}

TEST(JsonString, FastEqualsSlow) {
  std::mt19937_64 random(5);
  constexpr std::string_view kPieces[] = {"plain text ", "\"",   "\\",       "\n", "\x01", "ü",
                                          "😀",          "\xff", "\xe2\x82", "x",  "\x7f"};
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (auto n = random() % 12; n > 0; --n) text += kPieces[random() % std::size(kPieces)];
    ASSERT_EQ(escaped(text), escaped_slowly(text));
    ASSERT_TRUE(valid_json(escaped(text)));
  }
}

TEST(ValidJson, AgreesWithTheGrammar) {
  for (const char* text : {"1", " null ", "[]", "{}", "[[],{}]", R"({"a":1,"b":[true,false,{"c":null}]})", "-0.5e+10",
                           R"("\u00e9\n\"")", "[1 , 2]", "{ \"a\" : { } , \"b\" : [ ] }", "0", "-0"})
    EXPECT_TRUE(valid_json(text)) << text;
  for (const char* text :
       {"",      " ",    "[",    "]",  "[1,]", "{,}",       "{\"a\"}",  "{\"a\":}", "{\"a\":1,}", "{1:2}",         "01",
        "1.",    ".5",   "+1",   "1e", "tru",  "nulll",     "'a'",      "\"\n\"",   "\"\\x\"",    "\"\\u12g4\"",   "\"",
        "[1 2]", "[1]]", "{}{}", "-",  "[1}",  "{\"a\":1]", "\"\xff\"", "NaN",      "[1],",       "\xef\xbb\xbf{}"})
    EXPECT_FALSE(valid_json(text)) << text;
}

TEST(ValidJson, Threat073_DepthIsBoundedAndIterative) {
  const std::string deep(100'000, '[');
  EXPECT_FALSE(valid_json(deep));
  EXPECT_TRUE(valid_json(std::string(64, '[') + std::string(64, ']')));
  EXPECT_FALSE(valid_json(std::string(65, '[') + std::string(65, ']')));
  EXPECT_FALSE(valid_json(std::string(600, '[') + std::string(600, ']'), 100'000));
}

TEST(Utf8, KnowsEveryCodePoint) {
  for (std::uint32_t c = 1; c <= 0x110010; ++c) {
    std::string text;
    if (c < 0x80) {
      text = {static_cast<char>(c)};
    } else if (c < 0x800) {
      text = {static_cast<char>(0xc0 | c >> 6), static_cast<char>(0x80 | (c & 63))};
    } else if (c < 0x10000) {
      text = {static_cast<char>(0xe0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 63)),
              static_cast<char>(0x80 | (c & 63))};
    } else {
      text = {static_cast<char>(0xf0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 63)),
              static_cast<char>(0x80 | (c >> 6 & 63)), static_cast<char>(0x80 | (c & 63))};
    }
    const bool good = c <= 0x10ffff && (c < 0xd800 || c > 0xdfff);
    if (valid_utf8(text) != good || (good && code_points(text) != 1)) FAIL() << c;
  }
  for (const char* text : {"\xc0\xaf", "\xc1\xbf", "\xe0\x9f\xbf", "\xf0\x8f\xbf\xbf", "\x80", "\xc3", "\xe2\x82",
                           "\xf0\x9f\x98", "\xf5\x80\x80\x80", "aaaaaaaaaaaa\x80", "\xc3("})
    EXPECT_FALSE(valid_utf8(text));
  EXPECT_EQ(code_points("grüße😀"), 6u);
}

}  // namespace
}  // namespace bedplate
