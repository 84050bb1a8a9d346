#pragma once
// Render program: the layout of a template's cells as a flat list of steps, with every key escaped beforehand, so
// that a row is written in one pass. One for each way of writing (numbers as strings, nulls left out). Immutable,
// shared by threads.
#include <cstdint>
#include <string>
#include <vector>

#include "base/type.hpp"
#include "plan/template.hpp"

namespace bedplate::render {

struct Options {
  bool numbers_as_strings = false;  ///< BigInt and Decimal (Prefer: numbers=string)
  bool strip_nulls = false;         ///< members that are null are left out
  friend bool operator==(const Options&, const Options&) = default;
};

struct Step {
  enum class Kind : std::uint8_t {
    kValue,  ///< key, then the cell of `column`; null where that of `presence` is
    kBegin,  ///< key, then `{`; or `null` and on to step `skip` where the cell of `column` is null
    kEnd,    ///< `}`
    kList,   ///< key, then the rows of `statement` in brackets; `null` where `column` is null
  };
  static constexpr std::uint16_t kAlways = 0xffff;
  Kind kind = Kind::kValue;
  Type type;
  std::uint16_t column = kAlways;
  std::uint16_t presence = kAlways;  ///< of a spread row: what it would calculate of nothing is not shown
  std::uint16_t statement = 0;
  std::uint32_t skip = 0;
  std::string key;  ///< `"name":`, after a comma unless it is its object's first
};

struct Program {
  Options options;
  std::vector<std::vector<Step>> rows;  ///< by statement: what each of its rows does between `{` and `}`
  std::vector<std::string> columns;     ///< names of a root row's members, in their order
  std::vector<std::int64_t> max_rows;   ///< by statement: a longer list is an error; 0: no cap
};

Program compile(const plan::ReadTemplate& plan, const Options& options);

}  // namespace bedplate::render
