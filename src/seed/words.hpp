#pragma once
// The words that made-up rows are written with: names from many places, towns with what belongs to them, things,
// phrases. All of it is invented or common property; no list is anybody's register. Adding a word changes what every
// seed makes, so that lists stay as they are.
#include <span>
#include <string>
#include <string_view>

namespace bedplate::seed::words {

struct Town {
  std::string_view name, region, country, code;  ///< `code`: ISO 3166-1 alpha-2
  std::string_view dial;                         ///< country calling code
  std::string_view postal;                       ///< `#` stands for a digit
  std::string_view zone, currency, language;
};

std::span<const std::string_view> given_names();
std::span<const std::string_view> family_names();
std::span<const Town> towns();
std::span<const std::string_view> streets();
std::span<const std::string_view> company_words();
std::span<const std::string_view> company_forms();
std::span<const std::string_view> job_titles();
std::span<const std::string_view> qualities();   ///< `Oak`, `Quiet`: before a thing
std::span<const std::string_view> things();      ///< `Lamp`
std::span<const std::string_view> categories();  ///< `Kitchen`
std::span<const std::string_view> colours();
std::span<const std::string_view> tags();
std::span<const std::string_view> headlines();  ///< of tickets, tasks, articles
std::span<const std::string_view> sentences();
std::span<const std::string_view> plain();  ///< lower case, of a few letters

/// In ASCII and lower case, for addresses and logins: `Łukasz` → `lukasz`; what is no letter or digit is left out.
std::string plain_letters(std::string_view text);

}  // namespace bedplate::seed::words
