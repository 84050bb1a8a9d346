#pragma once
// GraphQL text → tree. Iterative (nested values, types and selections use an explicit stack), linear in the bytes,
// bounded by Limits. Stateless functions, any thread. Errors say what was expected, where, and how to mend it:
// INVALID_QUERY for executable text, INVALID_MODEL for schemas, LIMIT_EXCEEDED for a budget.
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/arena.hpp"
#include "base/result.hpp"
#include "sdl/diagnostic.hpp"
#include "sdl/document.hpp"
#include "sdl/limits.hpp"

namespace bedplate::sdl {

/// Which definitions a document may hold.
enum class Mode : std::uint8_t { kSchema, kExecutable, kBoth };

Result<Document> parse_document(std::string_view source, const Limits& limits, Mode mode);

/// The same into a caller's arena (a request's), which must outlive the tree. The source is copied into it.
Result<Tree> parse_into(Arena& arena, std::string_view source, const Limits& limits, Mode mode);

/// A value alone (`[1, {a: $b}]`) into a caller's arena.
Result<const Value*> parse_value(Arena& arena, std::string_view source, const Limits& limits);

struct ParsedSchema {
  Document document;                    ///< the definitions that could be read
  std::vector<Diagnostic> diagnostics;  ///< every syntax error; empty: the document is whole
};

/// A schema file: after an error goes on at the next definition, so that several are reported at once.
ParsedSchema parse_schema(std::string_view source, std::string_view file, const Limits& limits = Limits::schema());

}  // namespace bedplate::sdl
