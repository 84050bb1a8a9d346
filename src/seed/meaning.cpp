#include "seed/meaning.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace bedplate::seed {
namespace {

using enum Meaning;

struct Word {
  std::string_view word;  // of a name in lower case without its word borders, or its last word
  Meaning meaning;
};

constexpr Word kTexts[]{{"firstname", kGivenName},
                        {"givenname", kGivenName},
                        {"forename", kGivenName},
                        {"lastname", kFamilyName},
                        {"surname", kFamilyName},
                        {"familyname", kFamilyName},
                        {"fullname", kFullName},
                        {"displayname", kFullName},
                        {"author", kFullName},
                        {"composer", kFullName},
                        {"artist", kFullName},
                        {"contact", kFullName},
                        {"login", kLogin},
                        {"username", kLogin},
                        {"nickname", kLogin},
                        {"handle", kLogin},
                        {"holder", kLogin},
                        {"email", kEmail},
                        {"mail", kEmail},
                        {"phone", kPhone},
                        {"telephone", kPhone},
                        {"mobile", kPhone},
                        {"fax", kPhone},
                        {"street", kStreet},
                        {"address", kStreet},
                        {"city", kCity},
                        {"town", kCity},
                        {"region", kRegion},
                        {"state", kRegion},
                        {"province", kRegion},
                        {"county", kRegion},
                        {"postalcode", kPostalCode},
                        {"postcode", kPostalCode},
                        {"zip", kPostalCode},
                        {"zipcode", kPostalCode},
                        {"country", kCountry},
                        {"countrycode", kCountryCode},
                        {"timezone", kTimeZone},
                        {"currency", kCurrency},
                        {"language", kLanguage},
                        {"locale", kLanguage},
                        {"company", kCompany},
                        {"organisation", kCompany},
                        {"organization", kCompany},
                        {"employer", kCompany},
                        {"manufacturer", kCompany},
                        {"brand", kCompany},
                        {"supplier", kCompany},
                        {"vendor", kCompany},
                        {"job", kJob},
                        {"jobtitle", kJob},
                        {"profession", kJob},
                        {"product", kProduct},
                        {"label", kProduct},
                        {"category", kCategory},
                        {"genre", kCategory},
                        {"topic", kCategory},
                        {"department", kCategory},
                        {"title", kHeadline},
                        {"subject", kHeadline},
                        {"headline", kHeadline},
                        {"heading", kHeadline},
                        {"summary", kSentence},
                        {"note", kSentence},
                        {"notes", kSentence},
                        {"remark", kSentence},
                        {"remarks", kSentence},
                        {"comment", kSentence},
                        {"text", kSentence},
                        {"message", kSentence},
                        {"reason", kSentence},
                        {"caption", kSentence},
                        {"review", kSentence},
                        {"description", kParagraph},
                        {"body", kParagraph},
                        {"content", kParagraph},
                        {"bio", kParagraph},
                        {"about", kParagraph},
                        {"tag", kTag},
                        {"tags", kTag},
                        {"keywords", kTag},
                        {"labels", kTag},
                        {"colour", kColour},
                        {"color", kColour},
                        {"sku", kCode},
                        {"code", kCode},
                        {"reference", kCode},
                        {"number", kCode},
                        {"serial", kCode},
                        {"barcode", kCode},
                        {"key", kCode},
                        {"slug", kSlug},
                        {"path", kSlug},
                        {"url", kUrl},
                        {"website", kUrl},
                        {"homepage", kUrl},
                        {"link", kUrl},
                        {"image", kPicture},
                        {"picture", kPicture},
                        {"photo", kPicture},
                        {"avatar", kPicture},
                        {"host", kHost},
                        {"hostname", kHost},
                        {"domain", kHost},
                        {"ip", kIpv4},
                        {"ipaddress", kIpv4},
                        {"isbn", kIsbn},
                        {"password", kSecret},
                        {"pin", kSecret},
                        {"secret", kSecret},
                        {"token", kSecret},
                        {"hash", kSecret}};

constexpr Word kNumbers[]{{"price", kPrice},
                          {"fee", kPrice},
                          {"rate", kPrice},
                          {"fare", kPrice},
                          {"saleprice", kReduced},
                          {"discountprice", kReduced},
                          {"rebate", kReduced},
                          {"cost", kCost},
                          {"total", kTotal},
                          {"amount", kTotal},
                          {"balance", kTotal},
                          {"sum", kTotal},
                          {"subtotal", kTotal},
                          {"salary", kTotal},
                          {"revenue", kTotal},
                          {"budget", kTotal},
                          {"quantity", kQuantity},
                          {"count", kQuantity},
                          {"qty", kQuantity},
                          {"copies", kQuantity},
                          {"seats", kQuantity},
                          {"room", kStock},
                          {"stock", kStock},
                          {"inventory", kStock},
                          {"views", kStock},
                          {"stars", kStars},
                          {"rating", kStars},
                          {"score", kStars},
                          {"age", kAge},
                          {"year", kYear},
                          {"percent", kPercent},
                          {"percentage", kPercent},
                          {"discount", kPercent},
                          {"progress", kPercent},
                          {"latitude", kLatitude},
                          {"lat", kLatitude},
                          {"longitude", kLongitude},
                          {"lng", kLongitude},
                          {"lon", kLongitude},
                          {"position", kPosition},
                          {"line", kPosition},
                          {"rank", kPosition},
                          {"sort", kPosition},
                          {"index", kPosition},
                          {"sequence", kPosition},
                          {"weight", kWeight},
                          {"grams", kWeight},
                          {"days", kDays},
                          {"hours", kHours},
                          {"urgency", kStars},
                          {"priority", kStars},
                          {"level", kStars},
                          {"milliseconds", kLength},
                          {"bytes", kLength},
                          {"size", kLength},
                          {"length", kLength}};

constexpr Word kTimes[]{{"updated", kUpdated},
                        {"modified", kUpdated},
                        {"changed", kUpdated},
                        {"edited", kUpdated},
                        {"seen", kUpdated},
                        {"updatedat", kUpdated},
                        {"modifiedat", kUpdated},
                        {"changedat", kUpdated},
                        {"editedat", kUpdated},
                        {"birthday", kBirth},
                        {"birthdate", kBirth},
                        {"birth", kBirth},
                        {"born", kBirth},
                        {"dateofbirth", kBirth},
                        {"start", kStart},
                        {"starts", kStart},
                        {"startsat", kStart},
                        {"startdate", kStart},
                        {"begin", kStart},
                        {"from", kStart},
                        {"since", kCreated},
                        {"end", kEnd},
                        {"ends", kEnd},
                        {"endsat", kEnd},
                        {"enddate", kEnd},
                        {"to", kEnd},
                        {"until", kDue},
                        {"due", kDue},
                        {"dueat", kDue},
                        {"duedate", kDue},
                        {"expires", kDue},
                        {"expiresat", kDue},
                        {"deadline", kDue},
                        {"validuntil", kDue},
                        {"created", kCreated},
                        {"createdat", kCreated},
                        {"added", kCreated},
                        {"addedat", kCreated},
                        {"placedat", kCreated},
                        {"filedat", kCreated},
                        {"orderedat", kCreated},
                        {"hiredate", kCreated},
                        {"registeredat", kCreated}};

constexpr Word kFlags[]{{"active", kMostly},   {"enabled", kMostly},   {"published", kMostly}, {"public", kMostly},
                        {"verified", kMostly}, {"available", kMostly}, {"confirmed", kMostly}, {"hidden", kRarely},
                        {"banned", kRarely},   {"blocked", kRarely},   {"archived", kRarely},  {"deleted", kRarely},
                        {"locked", kRarely},   {"disabled", kRarely},  {"large", kRarely},     {"private", kRarely},
                        {"urgent", kRarely}};

constexpr std::string_view kPeople[]{"user",    "customer", "person",  "people",     "member", "employee", "author",
                                     "contact", "student",  "teacher", "patient",    "guest",  "artist",   "driver",
                                     "agent",   "account",  "profile", "subscriber", "player"};
constexpr std::string_view kCompanies[]{"company", "firm",   "organisation", "organization", "client", "supplier",
                                        "vendor",  "tenant", "publisher",    "brand",        "team",   "shop",
                                        "store",   "agency", "partner",      "workspace"};
constexpr std::string_view kShortLists[]{"category", "genre", "tag",       "topic",   "department", "type",  "kind",
                                         "group",    "queue", "mediatype", "country", "unit",       "color", "colour"};
constexpr std::string_view kPlaces[]{"city", "town", "place", "location", "branch", "house"};

/// `placedAt` → placed, at.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  bool begins = true;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter && (begins || upper)) words.emplace_back();
    if (letter) words.back() += upper ? static_cast<char>(c - 'A' + 'a') : c;
    begins = !letter;
  }
  return words;
}

Meaning find(std::span<const Word> table, std::string_view word) {
  const auto at = std::ranges::find(table, word, &Word::word);
  return at == table.end() ? kUnknown : at->meaning;
}

/// The longest end of the name that the table knows: salePrice is a salePrice before it is a price.
Meaning find_end(std::span<const Word> table, std::span<const std::string> words) {
  for (std::size_t first = 0; first < words.size(); ++first) {
    std::string end;
    for (const auto& word : words.subspan(first)) end += word;
    if (const auto found = find(table, end); found != kUnknown) return found;
  }
  return kUnknown;
}

bool is_one_of(std::span<const std::string_view> list, std::string_view type_name) {
  const auto words = words_of(type_name);
  if (words.empty()) return false;
  std::string whole;
  for (const auto& word : words) whole += word;
  return std::ranges::find(list, words.back()) != list.end() || std::ranges::find(list, whole) != list.end();
}

std::span<const Word> table_of(const Type& type) {
  switch (type.scalar) {
    case Scalar::kInt:
    case Scalar::kBigInt:
    case Scalar::kFloat:
    case Scalar::kDecimal:
      return kNumbers;
    case Scalar::kDateTime:
    case Scalar::kLocalDateTime:
    case Scalar::kDate:
      return kTimes;
    case Scalar::kBoolean:
      return kFlags;
    default:
      return kTexts;
  }
}

Meaning name_of(std::string_view owner, bool person) {
  if (person || is_one_of(kPeople, owner)) return kFullName;
  if (is_one_of(kCompanies, owner)) return kCompany;
  if (is_one_of(kPlaces, owner)) return kCity;
  if (is_one_of(kShortLists, owner)) return kCategory;
  return kProduct;
}

/// Words of a description that say what a field is about; the others are any sentence's.
bool tells(std::string_view word) {
  constexpr std::string_view kCommon[]{"about",  "added", "begin", "count", "created", "index", "length", "level",
                                       "number", "since", "start", "state", "total",   "until", "content"};
  return word.size() >= 5 && std::ranges::find(kCommon, word) == std::end(kCommon);
}

}  // namespace

Meaning meaning_of(std::string_view name, std::string_view description, const Type& type, std::string_view owner,
                   bool person) {
  if (type.scalar == Scalar::kEmail) return kEmail;
  auto words = words_of(name);
  const auto table = table_of(type);
  if (type.scalar == Scalar::kUrl) return find_end(table, words) == kPicture ? kPicture : kUrl;
  // `title` of an employee is no headline.
  if (words.size() == 1 && words[0] == "title" && (person || is_one_of(kPeople, owner))) return kJob;
  if (!words.empty() && words.back() == "name" && type.is_text()) {
    const auto exact = find_end(table, words);
    if (exact != kUnknown) return exact;
    words.pop_back();
    const auto of = words.empty() ? kUnknown : find_end(table, words);
    return of != kUnknown ? of
                          : name_of(words.empty() ? owner : std::string_view(words.back()), words.empty() && person);
  }
  if (table.data() == kTimes && words.size() > 1 && words.back() == "at")
    if (const auto found = find_end(table, std::span(words).first(words.size() - 1)); found != kUnknown) return found;
  if (const auto found = find_end(table, words); found != kUnknown) return found;
  for (const auto& word : words_of(description))
    if (tells(word))
      if (const auto found = find(table, word); found != kUnknown) return found;
  return type.scalar == Scalar::kId ? kCode : kUnknown;
}

bool is_short_list(std::string_view type_name) { return is_one_of(kShortLists, type_name); }

}  // namespace bedplate::seed
