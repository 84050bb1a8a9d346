#include "seed/text.hpp"

#include "base/utf8.hpp"

namespace bedplate::seed {
namespace {

using enum Meaning;

std::string digits(Dice& dice, std::size_t count) {
  std::string made;
  for (std::size_t i = 0; i < count; ++i) made += static_cast<char>('0' + dice.below(10));
  return made;
}

std::string filled(std::string_view form, Dice& dice) {
  std::string made;
  for (const char c : form) made += c == '#' ? static_cast<char>('0' + dice.below(10)) : c;
  return made;
}

/// In the range that nobody's telephone has: 555 01….
std::string phone(const Persona& persona, Dice& dice) {
  return "+" + std::string(persona.town->dial) + " 555 01" + digits(dice, 2) + " " + digits(dice, 2);
}

std::string paragraph(Dice& dice) {
  std::string made;
  const auto count = dice.between(2, 4);
  for (std::int64_t i = 0; i < count; ++i) {
    const auto sentence = dice.of(words::sentences());
    if (made.contains(sentence)) continue;
    made.append(made.empty() ? "" : " ").append(sentence);
  }
  return made;
}

/// `LAM-00042`
std::string code(const Persona& persona, std::uint64_t index) {
  std::string made;
  for (const char c : words::plain_letters(persona.thing.substr(persona.thing.find(' ') + 1)).substr(0, 3))
    made += static_cast<char>(c - 'a' + 'A');
  std::string number = std::to_string(index + 1);
  if (number.size() < 5) number.insert(0, 5 - number.size(), '0');
  return made + "-" + number;
}

/// With the check digit of ISBN-13.
std::string isbn(Dice& dice) {
  const std::string nine = digits(dice, 9);
  const std::string twelve = "978" + nine;
  int sum = 0;
  for (std::size_t i = 0; i < twelve.size(); ++i) sum += (twelve[i] - '0') * (i % 2 == 0 ? 1 : 3);
  return "978-" + nine.substr(0, 1) + "-" + nine.substr(1, 4) + "-" + nine.substr(5) + "-" +
         std::to_string((10 - sum % 10) % 10);
}

/// Of the blocks that are kept for documentation (RFC 5737, RFC 3849).
std::string address(Meaning meaning, Dice& dice) {
  if (meaning == kIpv4) return "192.0.2." + std::to_string(dice.between(1, 254));
  return "2001:db8::" + std::to_string(dice.between(1, 9999));
}

std::string picture(const Persona& persona) { return "https://example.com/images/" + slug_of(persona.thing) + ".jpg"; }

std::string of_person(Meaning meaning, const Persona& persona, Dice& dice) {
  switch (meaning) {
    case kGivenName:
      return std::string(persona.given);
    case kFamilyName:
      return std::string(persona.family);
    case kLogin:
      return persona.login();
    case kEmail:
      return persona.login() + "@example.com";
    case kPhone:
      return phone(persona, dice);
    case kStreet:
      return std::string(dice.of(words::streets())) + " " + std::to_string(dice.between(1, 180));
    case kJob:
      return std::string(dice.of(words::job_titles()));
    case kCompany:
      return persona.company;
    default:
      return persona.full_name();
  }
}

std::string_view of_place(Meaning meaning, const words::Town& town) {
  switch (meaning) {
    case kRegion:
      return town.region;
    case kCountry:
      return town.country;
    case kCountryCode:
      return town.code;
    case kTimeZone:
      return town.zone;
    case kCurrency:
      return town.currency;
    case kLanguage:
      return town.language;
    default:
      return town.name;
  }
}

std::string of_thing(Meaning meaning, const Persona& persona, std::uint64_t index, Dice& dice) {
  switch (meaning) {
    case kProduct:
      return persona.thing;
    case kCategory:
      return std::string(dice.of(words::categories()));
    case kHeadline:
      return std::string(dice.of(words::headlines()));
    case kSentence:
      return std::string(dice.of(words::sentences()));
    case kParagraph:
      return paragraph(dice);
    case kTag:
      return std::string(dice.of(words::tags()));
    case kColour:
      return std::string(dice.of(words::colours()));
    case kCode:
      return code(persona, index);
    case kSlug:
      return slug_of(persona.thing);
    case kUrl:
      return "https://example.com/" + slug_of(persona.thing);
    case kPicture:
      return picture(persona);
    case kHost:
      return std::string(dice.of(words::plain())) + ".example.com";
    case kIsbn:
      return isbn(dice);
    case kSecret:
      return std::string(dice.of(words::plain())) + "-" + digits(dice, 4);
    default:
      return std::string(dice.of(words::plain())) + " " + std::string(dice.of(words::plain()));
  }
}

}  // namespace

std::string make_text(Meaning meaning, const Persona& persona, std::uint64_t index, Dice& dice) {
  switch (meaning) {
    case kGivenName:
    case kFamilyName:
    case kFullName:
    case kLogin:
    case kEmail:
    case kPhone:
    case kStreet:
    case kJob:
    case kCompany:
      return of_person(meaning, persona, dice);
    case kPostalCode:
      return filled(persona.town->postal, dice);
    case kCity:
    case kRegion:
    case kCountry:
    case kCountryCode:
    case kTimeZone:
    case kCurrency:
    case kLanguage:
      return std::string(of_place(meaning, *persona.town));
    case kIpv4:
    case kIpv6:
      return address(meaning, dice);
    default:
      return of_thing(meaning, persona, index, dice);
  }
}

std::string made_distinct(Meaning meaning, std::string text, std::uint64_t number) {
  const std::string suffix = std::to_string(number);
  if (const auto at = text.find('@'); at != std::string::npos) return text.insert(at, suffix);
  if (meaning == kHost) return text.insert(text.find('.'), suffix);
  const bool close = meaning == kLogin || meaning == kSlug || meaning == kUrl || meaning == kCode ||
                     meaning == kSecret || meaning == kPicture;
  return text + (close ? "-" : " ") + suffix;
}

std::string fitted(std::string text, std::size_t least, std::size_t most) {
  std::size_t have = code_points(text);
  if (have > most) {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < most; ++i) bytes += utf8_length(std::string_view(text).substr(bytes));
    text.resize(bytes);
    while (text.size() > 1 && text.back() == ' ' && code_points(text) > least) text.pop_back();
    have = code_points(text);
  }
  for (std::size_t i = 0; have < least; ++i, ++have) text += static_cast<char>('a' + i % 26);
  return text;
}

std::string slug_of(std::string_view text) {
  std::string made;
  while (!text.empty()) {
    const auto end = text.find(' ');
    const auto word = words::plain_letters(text.substr(0, end));
    if (!word.empty()) made += (made.empty() ? "" : "-") + word;
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return made;
}

}  // namespace bedplate::seed
