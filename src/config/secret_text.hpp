#pragma once
// SecretText: a part of the configuration that no message, log or dump may show. It has no formatter and no operator<<
// on purpose; `reveal()` is the one way in. A value.
#include <string>
#include <string_view>
#include <utility>

namespace bedplate::config {

class SecretText {
 public:
  SecretText() = default;
  explicit SecretText(std::string text) : text_(std::move(text)) {}
  std::string_view reveal() const { return text_; }
  bool empty() const { return text_.empty(); }

 private:
  std::string text_;
};

}  // namespace bedplate::config
