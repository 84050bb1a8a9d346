#pragma once
// Meaning: what a field is about, as far as its name, its description and its type tell: the only guess in seeding, and
// never more than a guess: whatever a meaning makes is fitted to the field's type and constraints afterwards.
#include <cstdint>
#include <string_view>

#include "base/type.hpp"

namespace bedplate::seed {

enum class Meaning : std::uint8_t {
  kUnknown,
  // Texts.
  kGivenName,
  kFamilyName,
  kFullName,
  kLogin,
  kEmail,
  kPhone,
  kStreet,
  kCity,
  kRegion,
  kPostalCode,
  kCountry,
  kCountryCode,
  kTimeZone,
  kCurrency,
  kLanguage,
  kCompany,
  kJob,
  kProduct,
  kCategory,
  kHeadline,
  kSentence,
  kParagraph,
  kTag,
  kColour,
  kCode,
  kSlug,
  kUrl,
  kPicture,
  kHost,
  kIpv4,
  kIpv6,
  kIsbn,
  kSecret,
  // Numbers.
  kPrice,
  kReduced,
  kCost,
  kTotal,
  kQuantity,
  kStock,
  kStars,
  kAge,
  kYear,
  kPercent,
  kLatitude,
  kLongitude,
  kPosition,
  kWeight,
  kDays,
  kHours,
  kLength,
  // Times.
  kCreated,
  kUpdated,
  kBirth,
  kStart,
  kEnd,
  kDue,
  // Booleans.
  kMostly,
  kRarely,
};

/// `owner`: the type's name, which tells what a plain `name` is. `person`: its rows are people's accounts.
Meaning meaning_of(std::string_view name, std::string_view description, const Type& type, std::string_view owner,
                   bool person);

/// Whether a type of this name is a short list that others refer to: categories, genres, countries.
bool is_short_list(std::string_view type_name);

}  // namespace bedplate::seed
