#pragma once
// SAX reader of RFC 8259 text: events in the order of the text, numbers as they were written. Pure and stateless;
// any thread. A string view given to a handler is good for that callback alone, unless it points into the text
// itself (`Handler` implementations that keep one copy it). Refused beyond the grammar: two equal keys in one
// object, bytes that aren't UTF-8, lone surrogates, NUL in strings, and whatever exceeds the limits.
#include <cstddef>
#include <string_view>

#include "base/result.hpp"

namespace bedplate::json {

/// Budgets of one parse. Time is linear in the bytes (times the logarithm of an object's keys, which are
/// compared by sorting: there is no hash to flood).
struct Limits {
  std::size_t bytes = 16u << 20;
  std::size_t depth = 64;         ///< objects and arrays inside each other
  std::size_t keys = 1u << 20;    ///< members of all objects together
  std::size_t values = 2u << 20;  ///< scalars, objects and arrays together
};

/// What the reader tells. Any failure ends the parse and is returned as it is; one without a position gets the
/// reader's.
class Handler {
 public:
  virtual ~Handler() = default;
  virtual Result<> begin_object() = 0;
  virtual Result<> end_object(std::size_t members) = 0;
  virtual Result<> begin_array() = 0;
  virtual Result<> end_array(std::size_t elements) = 0;
  virtual Result<> key(std::string_view name) = 0;
  virtual Result<> string(std::string_view value) = 0;
  /// The literal as written: `-0`, `1.50`, `1e400`, any number of digits.
  virtual Result<> number(std::string_view literal) = 0;
  virtual Result<> boolean(bool value) = 0;
  virtual Result<> null() = 0;
};

/// Reads one whole JSON text (white space around it allowed, nothing else). Errors: kInvalidJson with the
/// position and a hint; kPayloadTooLarge above `limits.bytes`; kLimitExceeded for the other limits.
Result<> read(std::string_view text, Handler& handler, const Limits& limits = {});

}  // namespace bedplate::json
