#pragma once
// JsonTexts: where an evaluation has JSON parsed. Who evaluates the same texts again and again (a store's functions,
// one call a filter and row) keeps what was parsed; without one each evaluation parses into its own arena. One thread.
#include <string_view>

#include "json/document.hpp"

namespace bedplate::expr {

class JsonTexts {
 public:
  virtual ~JsonTexts() = default;
  /// The tree, valid until the evaluation ends; null where the text is no JSON.
  virtual const json::Node* parsed(std::string_view text) = 0;
};

}  // namespace bedplate::expr
