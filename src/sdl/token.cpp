#include "sdl/token.hpp"

namespace bedplate::sdl {

std::string_view describe(TokenKind kind) {
  switch (kind) {
    case TokenKind::kFailed:
      return "<error>";
    case TokenKind::kEnd:
      return "<EOF>";
    case TokenKind::kBang:
      return "\"!\"";
    case TokenKind::kDollar:
      return "\"$\"";
    case TokenKind::kAmp:
      return "\"&\"";
    case TokenKind::kParenL:
      return "\"(\"";
    case TokenKind::kParenR:
      return "\")\"";
    case TokenKind::kSpread:
      return "\"...\"";
    case TokenKind::kColon:
      return "\":\"";
    case TokenKind::kEquals:
      return "\"=\"";
    case TokenKind::kAt:
      return "\"@\"";
    case TokenKind::kBracketL:
      return "\"[\"";
    case TokenKind::kBracketR:
      return "\"]\"";
    case TokenKind::kBraceL:
      return "\"{\"";
    case TokenKind::kPipe:
      return "\"|\"";
    case TokenKind::kBraceR:
      return "\"}\"";
    case TokenKind::kName:
      return "Name";
    case TokenKind::kInt:
      return "Int";
    case TokenKind::kFloat:
      return "Float";
    case TokenKind::kString:
      return "String";
    case TokenKind::kBlockString:
      return "BlockString";
  }
  return "<error>";
}

std::string describe(const Token& token) {
  std::string text(describe(token.kind));
  if (token.kind < TokenKind::kName) return text;
  constexpr std::size_t kShown = 60;
  std::size_t end = token.text.size();
  if (end > kShown) {
    end = kShown;
    while (end > 0 && (static_cast<unsigned char>(token.text[end]) & 0xc0) == 0x80) --end;
  }
  text += " \"";
  text += token.text.substr(0, end);
  text += end < token.text.size() ? "…\"" : "\"";
  return text;
}

}  // namespace bedplate::sdl
