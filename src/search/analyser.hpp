#pragma once
// Analyser: what full-text search sees of a text, the same on every store: its words as tokens, in their order. Case
// and width are folded (NFKC_Casefold), words are runs of letters, digits and their marks, stemmed by the language,
// then without the diacritics of Latin letters. No word is a stop word. Scripts that write no spaces give a token a
// character, so that what is looked for is found inside of longer words too. Short-lived; one thread.
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace bedplate::search {

/// Raised with every change of what tokens() returns, ICU's and the stemmers' own included: it is part of the names of
/// the columns that keep tokens.
inline constexpr std::string_view kAnalyserVersion = "1";
/// The language that stems nothing.
inline constexpr std::string_view kSimple = "simple";
/// Of a text, in bytes; what is behind it is not found.
inline constexpr std::size_t kLongestText = std::size_t{256} << 10;
/// Of the tokens of a text, in bytes: folding can make a text longer.
inline constexpr std::size_t kLongestTokens = std::size_t{512} << 10;
/// Of a token, in bytes; longer ones are cut, in texts and in queries alike.
inline constexpr std::size_t kLongestToken = 64;

/// `simple` and those that a stemmer is there for, in alphabetical order.
std::span<const std::string_view> languages();
bool is_language(std::string_view name);

class Analyser {
 public:
  /// `language`: one of languages().
  explicit Analyser(std::string_view language);
  ~Analyser();
  Analyser(const Analyser&) = delete;
  Analyser& operator=(const Analyser&) = delete;

  /// ` the quick fox `: each token with a space before and behind it, so that a run of tokens is a substring. A text
  /// without words is one space.
  std::string tokens(std::string_view text);

 private:
  void split_ascii(std::string_view text);
  void split(std::string_view text);
  void end_token(bool stemmed);

  struct CloseStemmer {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, CloseStemmer> stemmer_;  // null: simple
  std::string token_, out_;
};

}  // namespace bedplate::search
