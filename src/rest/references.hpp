#pragma once
// References: values that name another operation's row instead of being said, as those of a batch do (`"$c.id"`). Where
// one is due a placeholder stands in. Inside rest alone; one request.
#include <string_view>

#include "base/cell.hpp"
#include "base/result.hpp"
#include "base/type.hpp"

namespace bedplate::rest {

class References {
 public:
  static bool is_one(std::string_view text) { return text.starts_with('$'); }
  struct Value {
    bool literal = false;
    std::string_view text;  ///< of a literal
    Cell placeholder;
  };
  /// What `text`, which is_one, stands for where a value of `type` is due: a placeholder, or of `$$…` the text behind
  /// the first `$`. INVALID_VALUE where it names nothing that may stand there.
  virtual Result<Value> value(std::string_view text, const Type& type) = 0;
  /// A placeholder is not used: the same one stands elsewhere. Two are equal that name the same.
  virtual void drop(const Cell& placeholder) = 0;

 protected:
  ~References() = default;
};

}  // namespace bedplate::rest
