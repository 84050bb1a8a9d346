#include "rest/cursor.hpp"

#include <string>

namespace bedplate::rest {
namespace {

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
         c == ' ' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

bool Cursor::take(char c) {
  if (peek() != c || at_end()) return false;
  ++at_;
  return true;
}

bool Cursor::take(std::string_view word) {
  if (!rest().starts_with(word)) return false;
  at_ += word.size();
  return true;
}

Result<void> Cursor::expect(char c) {
  if (take(c)) return {};
  return failure(wrong(std::string("expected '") + c + "'"));
}

Error Cursor::wrong(std::string message) const {
  const std::string found = at_end() ? "the end" : "'" + std::string(1, text_[at_]) + "'";
  return Error(Reason::kInvalidQuery, "'" + std::string(parameter_) + "' cannot be read: " + message + ", found " +
                                          found + " at column " + std::to_string(at_ + 1))
      .with_detail(std::string(text_));
}

Result<std::string_view> Cursor::quoted() {
  ++at_;
  const std::size_t begin = at_;
  const std::size_t end = text_.find_first_of("\"\\", at_);
  if (end == std::string_view::npos) return failure(wrong("a quoted text is not closed"));
  if (text_[end] == '"') {
    at_ = end + 1;
    return text_.substr(begin, end - begin);
  }
  char* const out = static_cast<char*>(arena_.allocate(text_.size() - begin, 1));
  std::size_t size = 0;
  while (!at_end()) {
    char c = text_[at_++];
    if (c == '"') return std::string_view(out, size);
    if (c == '\\' && !at_end()) c = text_[at_++];
    out[size++] = c;
  }
  return failure(wrong("a quoted text is not closed"));
}

Result<std::string_view> Cursor::name(std::string_view what) {
  if (peek() == '"') return quoted();
  const std::size_t begin = at_;
  while (!at_end() && (is_name(text_[at_]) || (text_[at_] == '-' && peek(1) != '>'))) ++at_;
  std::string_view found = text_.substr(begin, at_ - begin);
  while (!found.empty() && found.front() == ' ') found.remove_prefix(1);
  while (!found.empty() && found.back() == ' ') found.remove_suffix(1);
  if (found.empty()) return failure(wrong("expected " + std::string(what)));
  return found;
}

Result<std::string_view> Cursor::value(std::string_view stops) {
  if (peek() == '"') return quoted();
  const std::size_t begin = at_;
  std::size_t depth = 0;
  for (; !at_end(); ++at_) {
    const char c = text_[at_];
    if (depth == 0 && stops.find(c) != std::string_view::npos) break;
    if (c == '(' || c == '{' || c == '[') ++depth;
    if ((c == ')' || c == '}' || c == ']') && depth > 0) --depth;
  }
  return text_.substr(begin, at_ - begin);
}

}  // namespace bedplate::rest
