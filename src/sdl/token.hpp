#pragma once
// What the lexer hands to the parser: a token, or the reason why there is none. Plain values.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace bedplate::sdl {

enum class TokenKind : std::uint8_t {
  kFailed,  ///< nothing follows; the failure says why
  kEnd,
  kBang,
  kDollar,
  kAmp,
  kParenL,
  kParenR,
  kSpread,
  kColon,
  kEquals,
  kAt,
  kBracketL,
  kBracketR,
  kBraceL,
  kPipe,
  kBraceR,
  kName,
  kInt,
  kFloat,
  kString,
  kBlockString,
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  Position at;
  std::uint32_t length = 0;  ///< bytes in the source
  std::string_view text;     ///< name, digits, or a string's content
};

/// Why a text could not be read.
struct SyntaxFailure {
  Reason reason = Reason::kInvalidQuery;
  Position at;
  std::uint32_t length = 0;
  std::string message;
  std::string hint;
};

/// `"}"`, `Name`, `<EOF>`: how messages call a kind.
std::string_view describe(TokenKind kind);
/// `Name "foo"`: how messages call a token. Long texts are cut.
std::string describe(const Token& token);

}  // namespace bedplate::sdl
