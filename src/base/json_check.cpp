#include <bitset>

#include "base/json_text.hpp"
#include "base/utf8.hpp"

namespace bedplate {
namespace {

constexpr int kMostDepth = 512;

class JsonCheck {
 public:
  JsonCheck(std::string_view text, int max_depth)
      : at_(text.data()),
        end_(text.data() + text.size()),
        max_depth_(max_depth < kMostDepth ? max_depth : kMostDepth) {}

  bool one_value() {
    do {
      if (!value()) return false;
      // What follows a value, closing all that ends here; false: the document is done.
      while (depth_ > 0 && !opened_) {
        space();
        if (take(',')) {
          if (in_object() && !key()) return false;
          break;
        }
        if (!take(in_object() ? '}' : ']')) return false;
        --depth_;
      }
    } while (depth_ > 0);
    space();
    return at_ == end_;
  }

 private:
  bool in_object() const { return objects_[static_cast<std::size_t>(depth_ - 1)]; }
  bool take(char c) {
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }
  void space() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
  }
  bool word(std::string_view text) {
    if (!std::string_view(at_, end_).starts_with(text)) return false;
    at_ += text.size();
    return true;
  }
  bool digits() {
    const char* start = at_;
    while (at_ != end_ && *at_ >= '0' && *at_ <= '9') ++at_;
    return at_ != start;
  }
  bool number() {
    take('-');
    if (!take('0') && !digits()) return false;
    if (take('.') && !digits()) return false;
    if (!take('e') && !take('E')) return true;
    if (!take('-')) take('+');
    return digits();
  }
  bool escape() {
    if (at_ == end_) return false;
    const char c = *at_++;
    if (c != 'u') return std::string_view("\"\\/bfnrt").contains(c);
    for (int i = 0; i < 4; ++i, ++at_) {
      if (at_ == end_) return false;
      const char h = static_cast<char>(*at_ | 0x20);
      if (!((*at_ >= '0' && *at_ <= '9') || (h >= 'a' && h <= 'f'))) return false;
    }
    return true;
  }
  bool string() {
    if (!take('"')) return false;
    while (at_ != end_) {
      const char c = *at_++;
      if (c == '"') return true;
      if (static_cast<unsigned char>(c) < 0x20 || (c == '\\' && !escape())) return false;
    }
    return false;
  }
  bool key() {
    space();
    if (!string()) return false;
    space();
    return take(':');
  }
  bool open(bool object) {
    ++at_;
    if (depth_ == max_depth_) return false;
    objects_[static_cast<std::size_t>(depth_++)] = object;
    space();
    opened_ = true;
    if (take(object ? '}' : ']')) {
      --depth_;
      opened_ = false;
      return true;
    }
    return !object || key();
  }
  // A scalar, an empty container, or the opening of one (then `opened_`).
  bool value() {
    opened_ = false;
    space();
    if (at_ == end_) return false;
    switch (*at_) {
      case '{':
        return open(true);
      case '[':
        return open(false);
      case '"':
        return string();
      case 't':
        return word("true");
      case 'f':
        return word("false");
      case 'n':
        return word("null");
      default:
        return number();
    }
  }

  const char* at_;
  const char* end_;
  int max_depth_;
  int depth_ = 0;
  bool opened_ = false;
  std::bitset<kMostDepth> objects_;
};

}  // namespace

bool valid_json(std::string_view text, int max_depth) {
  return JsonCheck(text, max_depth).one_value() && valid_utf8(text);
}

}  // namespace bedplate
