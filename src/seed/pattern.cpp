#include "seed/pattern.hpp"

#include <algorithm>

namespace bedplate::seed {
namespace {

using PatternNode = Pattern::Node;

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kLower = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kUpper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr unsigned kMostRepeats = 1000;  // RE2's own
constexpr int kDeepest = 50;
constexpr std::size_t kLongest = 64 * 1024;  // of a text in bytes: repetitions of repetitions end there

std::vector<std::string> characters(std::string_view letters) {
  std::vector<std::string> set;
  for (const char c : letters) set.emplace_back(1, c);
  return set;
}

/// What is printable and not in `set`.
std::vector<std::string> others(const std::vector<std::string>& set) {
  std::vector<std::string> made;
  for (char c = ' '; c < '\x7f'; ++c)
    if (std::ranges::find(set, std::string(1, c)) == set.end()) made.emplace_back(1, c);
  return made;
}

void append(std::vector<std::string>& to, const std::vector<std::string>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

class Parser {
 public:
  explicit Parser(std::string_view text) : rest_(text) {}

  std::optional<PatternNode> parse() {
    auto root = choice(0);
    if (!root || !rest_.empty()) return std::nullopt;
    return root;
  }

 private:
  bool take(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }
  /// One character with the bytes that follow its first.
  std::string character() {
    std::size_t size = 1;
    while (size < rest_.size() && (static_cast<unsigned char>(rest_[size]) & 0xc0) == 0x80) ++size;
    std::string made(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return made;
  }

  std::optional<PatternNode> choice(int depth) {
    if (depth > kDeepest) return std::nullopt;
    PatternNode made{.kind = PatternNode::Kind::kChoice, .set = {}, .parts = {}};
    do {
      auto branch = sequence(depth);
      if (!branch) return std::nullopt;
      made.parts.push_back(*std::move(branch));
    } while (take("|"));
    return made.parts.size() == 1 ? std::move(made.parts.front()) : std::move(made);
  }

  std::optional<PatternNode> sequence(int depth) {
    PatternNode made;
    while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
      if (take("^") || take("$") || take("\\A") || take("\\z")) continue;
      auto part = atom(depth);
      if (!part || !repeated(*part)) return std::nullopt;
      made.parts.push_back(*std::move(part));
    }
    return made;
  }

  std::optional<PatternNode> atom(int depth) {
    if (take("(")) {
      if (take("?")) {
        if (take("P<") || take("<")) {
          const auto end = rest_.find('>');
          if (end == std::string_view::npos) return std::nullopt;
          rest_.remove_prefix(end + 1);
        } else if (!take(":")) {
          return std::nullopt;  // flags
        }
      }
      auto group = choice(depth + 1);
      if (!group || !take(")")) return std::nullopt;
      // Its own repetition stands outside.
      PatternNode outer;
      outer.parts.push_back(*std::move(group));
      return outer;
    }
    PatternNode made{.kind = PatternNode::Kind::kSet, .set = {}, .parts = {}};
    if (take("[")) {
      if (!brackets(made.set)) return std::nullopt;
    } else if (take(".")) {
      made.set = characters(kLower);
    } else if (take("\\")) {
      if (!escape(made.set)) return std::nullopt;
    } else if (rest_.front() == '*' || rest_.front() == '+' || rest_.front() == '?') {
      return std::nullopt;
    } else {
      made.set.push_back(character());
    }
    if (made.set.empty()) return std::nullopt;
    return made;
  }

  /// Behind a backslash.
  bool escape(std::vector<std::string>& set) {
    if (rest_.empty()) return false;
    const char c = rest_.front();
    if (c == 'p' || c == 'P') return property(set);
    rest_.remove_prefix(1);
    std::vector<std::string> word = characters(kLower);
    append(word, characters(kUpper));
    append(word, characters(kDigits));
    const std::vector<std::string> digits = characters(kDigits);
    switch (c) {
      case 'd':
        return append(set, digits), true;
      case 'D':
        return append(set, others(digits)), true;
      case 'w':
        return append(set, word), true;
      case 'W':
        return append(set, {" ", "-", ".", ","}), true;
      case 's':
        return set.emplace_back(" "), true;
      case 'S':
        return append(set, word), true;
      case 't':
        return set.emplace_back("\t"), true;
      case 'n':
        return set.emplace_back("\n"), true;
      default:
        break;
    }
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return false;
    set.emplace_back(1, c);
    return true;
  }

  bool property(std::vector<std::string>& set) {
    if (take("p{Lu}")) return append(set, characters(kUpper)), true;
    if (take("p{Ll}")) return append(set, characters(kLower)), true;
    if (take("p{L}") || take("pL")) {
      append(set, characters(kLower));
      append(set, characters(kUpper));
      return true;
    }
    if (take("p{N}") || take("p{Nd}") || take("pN")) return append(set, characters(kDigits)), true;
    return false;
  }

  bool named_class(std::vector<std::string>& set) {
    const auto add = [&](std::initializer_list<std::string_view> lists) {
      for (const auto list : lists) append(set, characters(list));
      return true;
    };
    if (take("[:alpha:]")) return add({kLower, kUpper});
    if (take("[:digit:]")) return add({kDigits});
    if (take("[:alnum:]") || take("[:word:]")) return add({kLower, kUpper, kDigits});
    if (take("[:lower:]")) return add({kLower});
    if (take("[:upper:]")) return add({kUpper});
    if (take("[:space:]")) return add({" "});
    if (take("[:xdigit:]")) return add({kDigits, "abcdef"});
    return false;
  }

  /// Behind the opening bracket, up to and with the closing one.
  bool brackets(std::vector<std::string>& set) {
    const bool negated = take("^");
    for (bool first = true; first || !take("]"); first = false) {
      if (rest_.empty()) return false;
      if (rest_.starts_with("[:")) {
        if (!named_class(set)) return false;
        continue;
      }
      std::vector<std::string> low;
      if (take("\\")) {
        if (!escape(low)) return false;
      } else {
        low.push_back(character());
      }
      const bool range = low.size() == 1 && rest_.size() > 1 && rest_[0] == '-' && rest_[1] != ']';
      if (!range) {
        append(set, low);
        continue;
      }
      rest_.remove_prefix(1);
      std::vector<std::string> high;
      if (take("\\")) {
        if (!escape(high)) return false;
      } else {
        high.push_back(character());
      }
      // Of letters beyond ASCII the ends of the range stand for it.
      if (low[0].size() != 1 || high.size() != 1 || high[0].size() != 1) {
        append(set, low);
        continue;
      }
      const auto begin = static_cast<unsigned char>(low[0][0]), end = static_cast<unsigned char>(high[0][0]);
      for (unsigned c = begin; c <= end; ++c) set.emplace_back(1, static_cast<char>(c));
    }
    if (negated) set = others(set);
    return !set.empty();
  }

  bool repeated(PatternNode& node) {
    if (take("*")) {
      node.least = 0;
      node.open = true;
    } else if (take("+")) {
      node.open = true;
    } else if (take("?")) {
      node.least = 0;
    } else if (rest_.starts_with("{") && rest_.size() > 1 && kDigits.contains(rest_[1])) {
      if (!counted(node)) return false;
    } else {
      return true;
    }
    (void)take("?");  // the least of them first: the same texts
    return rest_.empty() || (rest_.front() != '*' && rest_.front() != '+');
  }

  bool counted(PatternNode& node) {
    rest_.remove_prefix(1);
    node.least = number();
    node.most = node.least;
    if (take(",")) {
      if (rest_.starts_with("}"))
        node.open = true;
      else
        node.most = number();
    }
    return take("}") && node.least <= kMostRepeats && node.most <= kMostRepeats && node.least <= node.most;
  }

  unsigned number() {
    unsigned value = 0;
    while (!rest_.empty() && kDigits.contains(rest_.front())) {
      value = std::min(value * 10 + static_cast<unsigned>(rest_.front() - '0'), kMostRepeats + 1);
      rest_.remove_prefix(1);
    }
    return value;
  }

  std::string_view rest_;
};

void write(const PatternNode& node, Dice& dice, unsigned few, std::string& out) {
  const unsigned most = node.open ? node.least + few : node.most;
  const auto times = static_cast<unsigned>(dice.between(node.least, most));
  for (unsigned i = 0; i < times && out.size() < kLongest; ++i) switch (node.kind) {
      case PatternNode::Kind::kSet:
        out += node.set[dice.below(node.set.size())];
        break;
      case PatternNode::Kind::kSequence:
        for (const auto& part : node.parts) write(part, dice, few, out);
        break;
      case PatternNode::Kind::kChoice:
        write(node.parts[dice.below(node.parts.size())], dice, few, out);
        break;
    }
}

}  // namespace

std::optional<Pattern> Pattern::parse(std::string_view pattern) {
  auto root = Parser(pattern).parse();
  if (!root) return std::nullopt;
  return Pattern(*std::move(root));
}

std::string Pattern::make(Dice& dice, unsigned few) const {
  std::string out;
  write(root_, dice, few, out);
  return out;
}

}  // namespace bedplate::seed
