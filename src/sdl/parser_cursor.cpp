// The parser's cursor: one token, its budgets, failures, and where to go on after one.
#include <algorithm>
#include <utility>

#include "sdl/keywords.hpp"
#include "sdl/parser_state.hpp"

namespace bedplate::sdl {

Parser::Parser(Arena& arena, std::string_view source, const Limits& limits, Mode mode)
    : arena_(arena), source_(source), limits_(limits), mode_(mode), lexer_(arena, source) {
  advance();
}

void Parser::fail(SyntaxFailure failure) {
  if (failed()) return;
  failure_ = std::move(failure);
  if (failure_.reason == Reason::kInvalidQuery && mode_ == Mode::kSchema) failure_.reason = Reason::kInvalidModel;
  token_.kind = TokenKind::kFailed;
}

void Parser::advance() {
  if (failed()) return;
  last_end_ = token_.at.offset + token_.length;
  last_line_ = token_.at.line;
  Token token = lexer_.next();
  if (token.kind == TokenKind::kFailed) {
    SyntaxFailure failure = std::move(lexer_.failure());
    token_.at = failure.at;
    fail(std::move(failure));
    return;
  }
  token_ = token;
  spend(tokens_, limits_.tokens, "tokens");
  if (recovering_) remember_restart();
}

Token Parser::take() {
  const Token token = token_;
  advance();
  return token;
}

bool Parser::skip(TokenKind kind) {
  if (!at(kind)) return false;
  advance();
  return true;
}

bool Parser::skip_keyword(std::string_view word) {
  if (!at_keyword(word)) return false;
  advance();
  return true;
}

Token Parser::expect(TokenKind kind) {
  if (at(kind)) return take();
  if (!failed()) {
    std::string hint;
    if (at(TokenKind::kEnd) && kind == TokenKind::kBraceR) hint = "A \"}\" is missing.";
    fail({Reason::kInvalidQuery, token_.at, token_.length,
          "Expected " + std::string(describe(kind)) + ", found " + describe(token_) + ".", std::move(hint)});
  }
  return {};
}

void Parser::expect_keyword(std::string_view word) {
  if (skip_keyword(word) || failed()) return;
  fail({Reason::kInvalidQuery, token_.at, token_.length,
        "Expected \"" + std::string(word) + "\", found " + describe(token_) + ".",
        "Write \"" + std::string(word) + "\" here."});
}

Name Parser::expect_name() {
  if (!failed() && !at(TokenKind::kName)) {
    std::string hint = "A name begins with a letter or _ and goes on with letters, digits and _.";
    if (at(TokenKind::kBraceR) || at(TokenKind::kParenR)) hint = "Empty braces and parentheses are left out.";
    if (at(TokenKind::kEnd)) hint = "The text ends too early: is a \"}\" or \")\" missing?";
    fail({Reason::kInvalidQuery, token_.at, token_.length, "Expected Name, found " + describe(token_) + ".",
          std::move(hint)});
  }
  const Token token = take();
  return failed() && token.kind != TokenKind::kName ? Name{} : Name{token.text, token.at};
}

void Parser::unexpected(std::string hint) {
  if (failed()) return;
  fail({Reason::kInvalidQuery, token_.at, token_.length, "Unexpected " + describe(token_) + ".", std::move(hint)});
}

void Parser::spend(std::uint64_t& used, std::uint64_t budget, std::string_view what) {
  if (used < budget) {
    ++used;
    return;
  }
  fail({Reason::kLimitExceeded, token_.at, token_.length,
        "The document has more than " + std::to_string(budget) + " " + std::string(what) + ".",
        "Split it into smaller documents, or raise the limit."});
}

void Parser::check_depth(std::size_t depth, std::string_view what) {
  if (depth <= limits_.depth) return;
  fail({Reason::kLimitExceeded, token_.at, token_.length,
        "The " + std::string(what) + " is nested more than " + std::to_string(limits_.depth) + " levels deep.",
        "Nest less deeply, or raise the limit."});
}

// A word that begins a definition, first in its line and no deeper than the present definition's beginning.
void Parser::remember_restart() {
  const bool begins_line = token_.at.line != last_line_;
  const bool outer = token_.at.column <= std::max<std::uint32_t>(definition_at_.column, 1);
  if (!begins_line || !outer || token_.at.offset <= definition_at_.offset) return;
  const bool word = at(TokenKind::kName) && std::ranges::find(kDefinitionWords, token_.text) != kDefinitionWords.end();
  if (!word && !at(TokenKind::kString) && !at(TokenKind::kBlockString)) return;
  restart_ = lexer_.mark();
  has_restart_ = true;
}

bool Parser::recover(std::vector<SyntaxFailure>& failures) {
  if (has_restart_ && failure_.hint.empty() && failure_.reason != Reason::kLimitExceeded) {
    failure_.hint = "Is a \"}\" missing before line " + std::to_string(restart_.line) + "?";
  }
  failures.push_back(failure_);
  if (failure_.reason == Reason::kLimitExceeded || failures.size() >= limits_.diagnostics) return false;
  while (!has_restart_) {
    const Token token = lexer_.next();
    if (token.kind == TokenKind::kEnd) return false;
    if (token.kind == TokenKind::kFailed) {
      lexer_.skip_line();
      last_line_ = 0;
      continue;
    }
    last_line_ = token_.at.line;
    token_ = token;
    remember_restart();
  }
  lexer_.rewind(restart_);
  has_restart_ = false;
  for (auto* open : {&open_values_, &open_selections_}) open->clear();
  values_.clear();
  selections_.clear();
  brackets_.clear();
  token_ = {TokenKind::kEnd, {}, 0, {}};
  definition_at_ = {1, 1u << 30, static_cast<std::uint32_t>(restart_.offset)};
  advance();
  has_restart_ = false;
  return !failed() || recover(failures);
}

}  // namespace bedplate::sdl
