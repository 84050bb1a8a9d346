// `fat & (rat | cat) & !'big dog' & sup:*`, by operator precedence: ! before <-> before & before |.
#include "search/steps.hpp"

namespace bedplate::search {
namespace {

bool ends_word(char c) { return c == ' ' || (c >= '\t' && c <= '\r') || std::string_view("&|!()<>:'").contains(c); }

class Operators {
 public:
  Operators(std::string_view text, Analyser& analyser, Steps& steps)
      : text_(text), analyser_(analyser), steps_(steps) {}

  Result<void> parse() {
    bool wanted = true;  // an operand comes next
    for (skip_spaces(); at_ < text_.size() && !steps_.too_many(); skip_spaces()) {
      BP_TRY(wanted, wanted ? operand() : after_operand());
      if (waiting_.size() > kDeepestQuery)
        return failure(Error(Reason::kLimitExceeded,
                             "a search is at most " + std::to_string(kDeepestQuery) + " parentheses and negations deep")
                           .with_hint("write it flatter"));
    }
    if (steps_.too_many()) return {};
    if (wanted && (at_ > 0 || !waiting_.empty()) && !is_blank()) return failure(wrong("expected a word at the end"));
    if (wanted) return {};
    reduce('|');
    if (!waiting_.empty()) return failure(wrong("a '(' is not closed"));
    return {};
  }

 private:
  bool is_blank() const { return text_.find_first_not_of(" \t\n\v\f\r") == std::string_view::npos; }
  void skip_spaces() {
    while (at_ < text_.size() && (text_[at_] == ' ' || (text_[at_] >= '\t' && text_[at_] <= '\r'))) ++at_;
  }
  bool take(char c) {
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  Error wrong(std::string what) const {
    return Error(Reason::kInvalidValue, "the search is not valid at offset " + std::to_string(at_) + ": " + what)
        .with_hint("fts takes words joined by & | ! and <->; for words as people write them use plfts or wfts");
  }

  /// Whether an operand is still wanted.
  Result<bool> operand() {
    if (take('!')) {
      // Two of them are none.
      if (!waiting_.empty() && waiting_.back() == '!')
        waiting_.pop_back();
      else
        waiting_.push_back('!');
      return true;
    }
    if (take('(')) {
      waiting_.push_back('(');
      return true;
    }
    BP_TRY_VOID(phrase());
    negate();
    return false;
  }

  Result<bool> after_operand() {
    const char c = text_[at_];
    if (c == '&' || c == '|') {
      ++at_;
      reduce(c);
      waiting_.push_back(c);
      return true;
    }
    if (!take(')')) return failure(wrong("expected an operator"));
    reduce('|');
    if (waiting_.empty()) return failure(wrong("a ')' too much"));
    waiting_.pop_back();
    if (at_ < text_.size()) {
      skip_spaces();
      if (at_ < text_.size() && text_[at_] == '<') return failure(wrong("'<->' stands between words alone"));
    }
    negate();
    return false;
  }

  void negate() {
    if (waiting_.empty() || waiting_.back() != '!') return;
    waiting_.pop_back();
    steps_.negate();
  }

  /// What binds as `c` does or tighter is done.
  void reduce(char c) {
    while (!waiting_.empty() && (waiting_.back() == '&' || (waiting_.back() == '|' && c == '|'))) {
      steps_.join(waiting_.back() == '&' ? Step::Kind::kAnd : Step::Kind::kOr);
      waiting_.pop_back();
    }
  }

  /// Words with `<->` between.
  Result<void> phrase() {
    std::string tokens = " ";
    bool prefix = false;
    do {
      if (prefix) return failure(wrong("a prefix stands at the end of a phrase alone"));
      skip_spaces();
      BP_TRY(const std::string word, this->word());
      tokens += std::string_view(analyser_.tokens(word)).substr(1);
      BP_TRY(prefix, marks());
      skip_spaces();
      if (at_ < text_.size() && text_[at_] == '<' && !text_.substr(at_).starts_with("<->"))
        return failure(wrong("of distances only <-> is known"));
    } while (follows());
    if (prefix && tokens.size() > 1) tokens.pop_back();
    steps_.match(tokens);
    return {};
  }
  bool follows() {
    if (!text_.substr(at_).starts_with("<->")) return false;
    at_ += 3;
    return true;
  }

  Result<std::string> word() {
    std::string made;
    if (take('\'')) {
      for (; at_ < text_.size(); ++at_) {
        if (text_[at_] == '\'') {
          ++at_;
          if (at_ == text_.size() || text_[at_] != '\'') return made;  // else it is doubled
        } else if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
          ++at_;
        }
        made += text_[at_];
      }
      return failure(wrong("a quote is not closed"));
    }
    while (at_ < text_.size() && !ends_word(text_[at_])) made += text_[at_++];
    if (made.empty()) return failure(wrong("expected a word"));
    return made;
  }

  /// `:*`; whether it was there.
  Result<bool> marks() {
    if (!take(':')) return false;
    if (!take('*')) return failure(wrong("words have no weights here; ':*' makes one a prefix"));
    return true;
  }

  std::string_view text_;
  Analyser& analyser_;
  Steps& steps_;
  std::size_t at_ = 0;
  std::string waiting_;  // operators and parentheses that are not done
};

}  // namespace

Result<void> parse_operators(std::string_view text, Analyser& analyser, Steps& steps) {
  return Operators(text, analyser, steps).parse();
}

}  // namespace bedplate::search
