#include "sdl/parser.hpp"

#include <limits>
#include <memory>
#include <utility>

#include "sdl/parser_state.hpp"

namespace bedplate::sdl {

namespace {

template <class T>
std::span<const T* const> only(Arena& arena, std::span<const Definition> definitions) {
  std::vector<const T*> found;
  for (const Definition& definition : definitions) {
    if (const auto* one = std::get_if<const T*>(&definition)) found.push_back(*one);
  }
  return arena.copy_array(std::span<const T* const>(found));
}

Error to_error(const SyntaxFailure& failure, Mode mode) {
  const bool prefixed = mode == Mode::kExecutable && failure.reason != Reason::kLimitExceeded;
  return Error(failure.reason, (prefixed ? "Syntax Error: " : "") + failure.message)
      .with_hint(failure.hint)
      .at(failure.at);
}

std::optional<SyntaxFailure> too_large(std::string_view source, const Limits& limits) {
  constexpr std::uint64_t kAddressable = std::numeric_limits<std::uint32_t>::max() - 16;
  if (source.size() <= limits.bytes && source.size() <= kAddressable) return std::nullopt;
  return SyntaxFailure{Reason::kLimitExceeded,
                       {1, 1, 0},
                       0,
                       "The document has more than " + std::to_string(limits.bytes) + " bytes.",
                       "Split it into smaller documents, or raise the limit."};
}

Diagnostic as_diagnostic(SyntaxFailure failure, std::string_view file) {
  Diagnostic diagnostic;
  diagnostic.code = failure.reason == Reason::kLimitExceeded ? "limit-exceeded" : "syntax-error";
  diagnostic.file = file;
  diagnostic.position = failure.at;
  diagnostic.length = failure.length;
  diagnostic.message = std::move(failure.message);
  diagnostic.hint = std::move(failure.hint);
  return diagnostic;
}

}  // namespace

Tree Parser::finish_tree() {
  Tree tree;
  tree.source = source_;
  tree.definitions = arena_.copy_array(std::span<const Definition>(definitions_));
  tree.schemas = only<SchemaDefinition>(arena_, tree.definitions);
  tree.types = only<TypeDefinition>(arena_, tree.definitions);
  tree.directives = only<DirectiveDefinition>(arena_, tree.definitions);
  tree.operations = only<OperationDefinition>(arena_, tree.definitions);
  tree.fragments = only<FragmentDefinition>(arena_, tree.definitions);
  return tree;
}

Tree Parser::document() {
  if (at(TokenKind::kEnd)) unexpected("The document is empty: write a definition.");
  while (!failed() && !at(TokenKind::kEnd)) {
    const auto one = definition();
    if (one && !failed()) definitions_.push_back(*one);
  }
  return finish_tree();
}

Tree Parser::document_with_recovery(std::vector<SyntaxFailure>& failures) {
  recovering_ = true;
  if (at(TokenKind::kEnd)) unexpected("The document is empty: write a definition.");
  while (!at(TokenKind::kEnd)) {
    definition_at_ = token_.at;
    has_restart_ = false;
    if (!failed()) {
      const auto one = definition();
      if (one && !failed()) definitions_.push_back(*one);
    }
    if (failed() && !recover(failures)) break;
  }
  return finish_tree();
}

const Value* Parser::lone_value() {
  const auto* result = arena_.make<Value>(value(false));
  if (!at(TokenKind::kEnd)) unexpected("A single value is expected.");
  return result;
}

Result<Tree> parse_into(Arena& arena, std::string_view source, const Limits& limits, Mode mode) {
  if (const auto failure_found = too_large(source, limits)) return failure(to_error(*failure_found, mode));
  Parser parser(arena, arena.copy(source), limits, mode);
  const Tree tree = parser.document();
  if (parser.failed()) return failure(to_error(parser.failure(), mode));
  return tree;
}

Result<Document> parse_document(std::string_view source, const Limits& limits, Mode mode) {
  auto arena = std::make_unique<Arena>();
  BP_TRY(const Tree tree, parse_into(*arena, source, limits, mode));
  return Document(std::move(arena), tree);
}

Result<const Value*> parse_value(Arena& arena, std::string_view source, const Limits& limits) {
  if (const auto failure_found = too_large(source, limits)) return failure(to_error(*failure_found, Mode::kBoth));
  Parser parser(arena, arena.copy(source), limits, Mode::kBoth);
  const Value* value = parser.lone_value();
  if (parser.failed()) return failure(to_error(parser.failure(), Mode::kBoth));
  return value;
}

ParsedSchema parse_schema(std::string_view source, std::string_view file, const Limits& limits) {
  auto arena = std::make_unique<Arena>();
  if (auto failure_found = too_large(source, limits)) {
    return {Document(std::move(arena), Tree{}), {as_diagnostic(*std::move(failure_found), file)}};
  }
  Parser parser(*arena, arena->copy(source), limits, Mode::kSchema);
  std::vector<SyntaxFailure> failures;
  const Tree tree = parser.document_with_recovery(failures);
  std::vector<Diagnostic> diagnostics;
  for (SyntaxFailure& one : failures) diagnostics.push_back(as_diagnostic(std::move(one), file));
  return {Document(std::move(arena), tree), std::move(diagnostics)};
}

}  // namespace bedplate::sdl
