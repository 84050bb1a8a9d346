#include "search/analyser.hpp"

#include <algorithm>
#include <array>
#include <libstemmer.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include "base/assert.hpp"
#include "base/text.hpp"

namespace bedplate::search {
namespace {

// Those of libstemmer 2.2; a later library's others would be a schema that an earlier one refuses.
constexpr std::array<std::string_view, 30> kLanguages{
    "arabic",     "armenian", "basque",    "catalan", "danish",     "dutch",      "english", "finnish",
    "french",     "german",   "greek",     "hindi",   "hungarian",  "indonesian", "irish",   "italian",
    "lithuanian", "nepali",   "norwegian", "porter",  "portuguese", "romanian",   "russian", "serbian",
    "simple",     "spanish",  "swedish",   "tamil",   "turkish",    "yiddish"};

bool is_mark(UChar32 c) {
  const auto type = u_charType(c);
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_ENCLOSING_MARK;
}

/// Written without spaces between words.
bool is_spaceless(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  switch (uscript_getScript(c, &error)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

bool is_latin(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript(c, &error) == USCRIPT_LATIN;
}

std::string normalized(const icu::Normalizer2* form, std::string_view text, UErrorCode& error) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  form->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, error);
  return out;
}

std::string folded(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const auto* form = icu::Normalizer2::getNFKCCasefoldInstance(error);
  std::string out = U_SUCCESS(error) ? normalized(form, text, error) : std::string();
  BP_ASSERT(U_SUCCESS(error));
  return out;
}

/// Of Latin letters alone: of other scripts' letters they make other letters.
std::string without_diacritics(std::string_view token) {
  UErrorCode error = U_ZERO_ERROR;
  const auto* apart = icu::Normalizer2::getNFDInstance(error);
  const auto* together = icu::Normalizer2::getNFCInstance(error);
  BP_ASSERT(U_SUCCESS(error));
  const std::string parts = normalized(apart, token, error);
  std::string kept;
  bool latin = false;
  const auto size = static_cast<std::int32_t>(parts.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(parts.data(), at, size, c);
    const bool diacritic = c >= 0x300 && c <= 0x36f;
    if (diacritic && latin) continue;
    if (!diacritic) latin = is_latin(c);
    kept.append(parts, static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
  }
  std::string out = normalized(together, kept, error);
  BP_ASSERT(U_SUCCESS(error));
  return out;
}

std::string_view beginning(std::string_view text) {
  if (text.size() <= kLongestText) return text;
  std::size_t end = kLongestText;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end);
}

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

std::span<const std::string_view> languages() { return kLanguages; }

bool is_language(std::string_view name) { return std::ranges::binary_search(kLanguages, name); }

void Analyser::CloseStemmer::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Analyser::Analyser(std::string_view language) {
  BP_ASSERT(is_language(language));
  if (language == kSimple) return;
  stemmer_.reset(sb_stemmer_new(std::string(language).c_str(), "UTF_8"));
  BP_ASSERT(stemmer_ != nullptr);
}

Analyser::~Analyser() = default;

std::string Analyser::tokens(std::string_view text) {
  text = beginning(text);
  token_.clear();
  out_.assign(1, ' ');
  out_.reserve(text.size() + 2);
  is_ascii(text) ? split_ascii(text) : split(folded(text));
  return std::move(out_);
}

// What split() would do, without ICU.
void Analyser::split_ascii(std::string_view text) {
  for (const char c : text) {
    const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    if (!is_word(low))
      end_token(true);
    else if (token_.size() < kLongestToken)
      token_ += low;
  }
  end_token(true);
}

void Analyser::split(std::string_view text) {
  bool alone = false;  // the token is a character of a spaceless script with its marks
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(text.data(), at, size, c);
    const bool mark = c >= 0 && is_mark(c);
    const bool word = c >= 0 && (mark ? !token_.empty() : u_isalnum(c) != 0);
    const bool spaceless = word && !mark && is_spaceless(c);
    if (!word || (!mark && (alone || spaceless))) end_token(!alone);
    if (!word) continue;
    if (!mark) alone = spaceless;
    const auto bytes = text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
    if (token_.size() + bytes.size() <= kLongestToken) token_.append(bytes);
  }
  end_token(!alone);
}

void Analyser::end_token(bool stemmed) {
  if (token_.empty()) return;
  if (out_.size() > kLongestTokens) return token_.clear();
  if (stemmed && stemmer_ != nullptr) {
    const auto* stem = sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(token_.data()),
                                       static_cast<int>(token_.size()));
    BP_ASSERT(stem != nullptr);  // no memory
    const int size = sb_stemmer_length(stemmer_.get());
    if (size > 0) token_.assign(reinterpret_cast<const char*>(stem), static_cast<std::size_t>(size));
  }
  out_.append(is_ascii(token_) ? token_ : without_diacritics(token_)).append(1, ' ');
  token_.clear();
}

}  // namespace bedplate::search
