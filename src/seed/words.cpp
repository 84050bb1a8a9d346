#include "seed/words.hpp"

#include <utility>

namespace bedplate::seed::words {
namespace {

using Words = std::string_view[];

constexpr Words kGiven{"Ada",    "Amara", "Ana",    "Anouk", "Arjun",  "Astrid", "Ayşe",  "Bilal",  "Björn",  "Camila",
                       "Chen",   "Chloé", "Daniel", "Dina",  "Elena",  "Emeka",  "Emma",  "Farah",  "Fatima", "Felix",
                       "Grace",  "Hana",  "Haruto", "Ines",  "Ingrid", "Ivan",   "Jamal", "José",   "Julia",  "Kai",
                       "Karim",  "Keiko", "Lars",   "Leila", "Liam",   "Lucía",  "Lukas", "Łukasz", "Malik",  "Mei",
                       "Miguel", "Mila",  "Minh",   "Nadia", "Ngozi",  "Noah",   "Nora",  "Olga",   "Omar",   "Paulo",
                       "Petra",  "Priya", "Rafael", "Rosa",  "Samir",  "Sofia",  "Søren", "Tariq",  "Thandi", "Tomás",
                       "Wei",    "Yara",  "Yuki",   "Zoë"};
constexpr Words kFamily{"Abebe",   "Adeyemi", "Ahmed",   "Andersen", "Bauer",    "Bianchi",   "Botha",   "Chowdhury",
                        "Costa",   "Demir",   "Diallo",  "Dubois",   "Evans",    "Fernández", "Fischer", "García",
                        "Gómez",   "Haddad",  "Hansen",  "Hoffmann", "Ito",      "Ivanova",   "Jansen",  "Johansson",
                        "Kaya",    "Khan",    "Kim",     "Kowalski", "Kumar",    "Larsen",    "Lee",     "Lefèvre",
                        "Lopez",   "MacLeod", "Martin",  "Mensah",   "Moreau",   "Müller",    "Murphy",  "Nakamura",
                        "Nguyen",  "Novák",   "O'Brien", "Okafor",   "Oliveira", "Patel",     "Pereira", "Petrov",
                        "Popescu", "Rahman",  "Ricci",   "Rossi",    "Sato",     "Schmidt",   "Silva",   "Singh",
                        "Smith",   "Suzuki",  "Tanaka",  "Taylor",   "Virtanen", "Wang",      "Yılmaz",  "Zhang"};
constexpr Town kTowns[]{
    {"Lisbon", "Lisboa", "Portugal", "PT", "351", "####-###", "Europe/Lisbon", "EUR", "pt"},
    {"Porto", "Norte", "Portugal", "PT", "351", "####-###", "Europe/Lisbon", "EUR", "pt"},
    {"Berlin", "Berlin", "Germany", "DE", "49", "1####", "Europe/Berlin", "EUR", "de"},
    {"Leipzig", "Saxony", "Germany", "DE", "49", "04###", "Europe/Berlin", "EUR", "de"},
    {"Lyon", "Auvergne-Rhône-Alpes", "France", "FR", "33", "6900#", "Europe/Paris", "EUR", "fr"},
    {"Nantes", "Pays de la Loire", "France", "FR", "33", "44#00", "Europe/Paris", "EUR", "fr"},
    {"Bologna", "Emilia-Romagna", "Italy", "IT", "39", "401##", "Europe/Rome", "EUR", "it"},
    {"Valencia", "Valencia", "Spain", "ES", "34", "460##", "Europe/Madrid", "EUR", "es"},
    {"Utrecht", "Utrecht", "Netherlands", "NL", "31", "35##", "Europe/Amsterdam", "EUR", "nl"},
    {"Aarhus", "Midtjylland", "Denmark", "DK", "45", "8###", "Europe/Copenhagen", "DKK", "da"},
    {"Gothenburg", "Västra Götaland", "Sweden", "SE", "46", "41# ##", "Europe/Stockholm", "SEK", "sv"},
    {"Tampere", "Pirkanmaa", "Finland", "FI", "358", "33###", "Europe/Helsinki", "EUR", "fi"},
    {"Kraków", "Lesser Poland", "Poland", "PL", "48", "3#-###", "Europe/Warsaw", "PLN", "pl"},
    {"Brno", "South Moravia", "Czechia", "CZ", "420", "6## ##", "Europe/Prague", "CZK", "cs"},
    {"Leeds", "Yorkshire", "United Kingdom", "GB", "44", "LS# #AB", "Europe/London", "GBP", "en"},
    {"Cork", "Munster", "Ireland", "IE", "353", "T12 ####", "Europe/Dublin", "EUR", "en"},
    {"Izmir", "Aegean", "Türkiye", "TR", "90", "35###", "Europe/Istanbul", "TRY", "tr"},
    {"Nairobi", "Nairobi", "Kenya", "KE", "254", "00###", "Africa/Nairobi", "KES", "en"},
    {"Lagos", "Lagos", "Nigeria", "NG", "234", "10####", "Africa/Lagos", "NGN", "en"},
    {"Accra", "Greater Accra", "Ghana", "GH", "233", "GA###", "Africa/Accra", "GHS", "en"},
    {"Cape Town", "Western Cape", "South Africa", "ZA", "27", "8###", "Africa/Johannesburg", "ZAR", "en"},
    {"Pune", "Maharashtra", "India", "IN", "91", "4110##", "Asia/Kolkata", "INR", "en"},
    {"Dhaka", "Dhaka", "Bangladesh", "BD", "880", "12##", "Asia/Dhaka", "BDT", "bn"},
    {"Osaka", "Kansai", "Japan", "JP", "81", "53#-####", "Asia/Tokyo", "JPY", "ja"},
    {"Busan", "Yeongnam", "South Korea", "KR", "82", "48###", "Asia/Seoul", "KRW", "ko"},
    {"Hanoi", "Red River Delta", "Vietnam", "VN", "84", "10####", "Asia/Ho_Chi_Minh", "VND", "vi"},
    {"Melbourne", "Victoria", "Australia", "AU", "61", "30##", "Australia/Melbourne", "AUD", "en"},
    {"Wellington", "Wellington", "New Zealand", "NZ", "64", "60##", "Pacific/Auckland", "NZD", "en"},
    {"Montréal", "Québec", "Canada", "CA", "1", "H2X #A#", "America/Toronto", "CAD", "fr"},
    {"Portland", "Oregon", "United States", "US", "1", "972##", "America/Los_Angeles", "USD", "en"},
    {"Chicago", "Illinois", "United States", "US", "1", "606##", "America/Chicago", "USD", "en"},
    {"Guadalajara", "Jalisco", "Mexico", "MX", "52", "44###", "America/Mexico_City", "MXN", "es"},
    {"Bogotá", "Cundinamarca", "Colombia", "CO", "57", "11####", "America/Bogota", "COP", "es"},
    {"Curitiba", "Paraná", "Brazil", "BR", "55", "80###-###", "America/Sao_Paulo", "BRL", "pt"},
    {"Valparaíso", "Valparaíso", "Chile", "CL", "56", "234####", "America/Santiago", "CLP", "es"}};
constexpr Words kStreets{"Mill Lane",      "Station Road",  "Garden Street", "Harbour View",    "Rua das Flores",
                         "Lindenallee",    "Rue du Marché", "Via Garibaldi", "Calle Mayor",     "Kerkstraat",
                         "Storgatan",      "Ulica Długa",   "High Street",   "Market Square",   "Orchard Close",
                         "Riverside Walk", "Old Town Road", "Hill Crescent", "Chestnut Avenue", "North Quay"};
constexpr Words kCompanyWords{"Northwind", "Bluebird", "Cedar",   "Harbour", "Juniper", "Lantern",
                              "Meridian",  "Oakfield", "Pebble",  "Quarry",  "Redwood", "Saffron",
                              "Tidal",     "Upland",   "Verdant", "Willow",  "Amber",   "Copper",
                              "Falcon",    "Granite",  "Horizon", "Indigo",  "Marble",  "Summit"};
constexpr Words kCompanyForms{"Ltd", "GmbH", "Inc.", "S.A.", "AB", "Co.", "& Sons", "Group", "Studio", "Works"};
constexpr Words kJobs{"Accountant",        "Architect",    "Buyer",
                      "Carpenter",         "Chef",         "Consultant",
                      "Customer Support",  "Data Analyst", "Designer",
                      "Developer",         "Electrician",  "Engineer",
                      "Head of Sales",     "Librarian",    "Logistics Planner",
                      "Marketing Manager", "Nurse",        "Office Manager",
                      "Product Manager",   "Project Lead", "Researcher",
                      "Teacher",           "Technician",   "Translator"};
constexpr Words kQualities{"Oak",      "Linen",   "Copper",  "Quiet",  "Compact",  "Classic", "Nordic", "Handmade",
                           "Folding",  "Woollen", "Ceramic", "Travel", "Everyday", "Sturdy",  "Bright", "Bamboo",
                           "Granite",  "Cotton",  "Pocket",  "Garden", "Studio",   "Winter",  "Amber",  "Velvet",
                           "Recycled", "Light",   "Double",  "Tall",   "Round",    "Striped", "Smooth", "Northern"};
constexpr Words kThings{"Lamp",     "Chair",   "Notebook", "Teapot",  "Backpack", "Blanket", "Kettle", "Mug",
                        "Desk",     "Shelf",   "Umbrella", "Clock",   "Basket",   "Scarf",   "Bowl",   "Bottle",
                        "Keyboard", "Speaker", "Headset",  "Bicycle", "Tent",     "Pan",     "Knife",  "Pillow",
                        "Mirror",   "Rug",     "Vase",     "Wallet",  "Jacket",   "Gloves",  "Puzzle", "Easel",
                        "Tripod",   "Lantern", "Planter",  "Stool",   "Toolbox",  "Apron",   "Candle", "Frame"};
constexpr Words kCategories{"Kitchen", "Garden",   "Books",  "Music",   "Outdoor",    "Travel",  "Office",  "Lighting",
                            "Toys",    "Clothing", "Sports", "Health",  "Art",        "Tools",   "Bedroom", "Bathroom",
                            "Audio",   "Cycling",  "Pets",   "Food",    "Stationery", "Gifts",   "Storage", "Games",
                            "Crafts",  "Film",     "Jazz",   "History", "Science",    "Fiction", "Baking",  "Camping"};
constexpr Words kColours{"amber", "black", "blue",   "coral", "green",  "grey", "indigo", "ivory",
                         "navy",  "olive", "orange", "red",   "silver", "teal", "violet", "white"};
constexpr Words kTags{"new",      "sale",    "organic", "gift",   "limited", "handmade", "vegan",     "bestseller",
                      "seasonal", "classic", "outdoor", "indoor", "fragile", "urgent",   "recurring", "archive"};
constexpr Words kHeadlines{"Cannot sign in after the update",
                           "Invoice shows the wrong address",
                           "Plan the summer campaign",
                           "Replace the broken screen",
                           "A walk through the old harbour",
                           "How we cut our build time in half",
                           "Question about delivery times",
                           "Prepare the quarterly report",
                           "Export stops after the first page",
                           "Welcome pack for new colleagues",
                           "Five recipes for a cold evening",
                           "Move the archive to the new building",
                           "Translate the help pages",
                           "Lost password on the mobile app",
                           "Notes from the spring workshop",
                           "Order arrived with a missing part",
                           "Check the fire alarms",
                           "What we learned from a thousand letters",
                           "Update the price list",
                           "Meeting room is double booked",
                           "Paint the reading corner",
                           "Light for small kitchens",
                           "Collect feedback from the pilot",
                           "Repair the garden gate"};
constexpr Words kSentences{"Arrived on time and well packed.",
                           "Please call before delivery.",
                           "The colour is a little darker than in the picture.",
                           "Works as described, and the instructions are clear.",
                           "We agreed to look at this again next week.",
                           "Made of solid material that should last for years.",
                           "Easy to clean and small enough for any shelf.",
                           "The first version had a few rough edges.",
                           "Ask for the green folder at the front desk.",
                           "A good choice for small rooms and long evenings.",
                           "Nothing to add for now.",
                           "The second attempt went much better than the first.",
                           "Comes with two spare parts and a cloth bag.",
                           "Prefers to be contacted by e-mail.",
                           "Found a workaround, but a proper fix is still needed.",
                           "Simple, quiet and surprisingly light.",
                           "Everyone on the team has seen the draft.",
                           "It took a day longer than we had hoped.",
                           "Suitable for indoor and outdoor use.",
                           "The numbers match those of last year.",
                           "Would happily buy it again.",
                           "Handle with care and keep it dry.",
                           "A regular since the shop opened.",
                           "Thank you for the quick reply."};
constexpr Words kPlain{"acorn", "bramble", "cobalt", "drift",  "ember",  "fern",   "gable", "hazel",  "inlet", "jasper",
                       "kelp",  "lilac",   "maple",  "nutmeg", "onyx",   "pine",   "quill", "reed",   "sage",  "thyme",
                       "umber", "vale",    "wren",   "yarrow", "zephyr", "anchor", "birch", "clover", "dune",  "elm"};

/// Letters of the names above that ASCII lacks.
constexpr std::pair<std::string_view, char> kFolded[]{
    {"á", 'a'}, {"à", 'a'}, {"ä", 'a'}, {"ç", 'c'}, {"é", 'e'}, {"è", 'e'}, {"ë", 'e'}, {"í", 'i'}, {"ı", 'i'},
    {"ł", 'l'}, {"Ł", 'l'}, {"ñ", 'n'}, {"ó", 'o'}, {"ö", 'o'}, {"ø", 'o'}, {"ş", 's'}, {"ú", 'u'}, {"ü", 'u'}};

}  // namespace

std::span<const std::string_view> given_names() { return kGiven; }
std::span<const std::string_view> family_names() { return kFamily; }
std::span<const Town> towns() { return kTowns; }
std::span<const std::string_view> streets() { return kStreets; }
std::span<const std::string_view> company_words() { return kCompanyWords; }
std::span<const std::string_view> company_forms() { return kCompanyForms; }
std::span<const std::string_view> job_titles() { return kJobs; }
std::span<const std::string_view> qualities() { return kQualities; }
std::span<const std::string_view> things() { return kThings; }
std::span<const std::string_view> categories() { return kCategories; }
std::span<const std::string_view> colours() { return kColours; }
std::span<const std::string_view> tags() { return kTags; }
std::span<const std::string_view> headlines() { return kHeadlines; }
std::span<const std::string_view> sentences() { return kSentences; }
std::span<const std::string_view> plain() { return kPlain; }

std::string plain_letters(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const char c = text.front();
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
    std::size_t length = 1;
    for (const auto& [letter, folded] : kFolded)
      if (text.starts_with(letter)) {
        out += folded;
        length = letter.size();
      }
    text.remove_prefix(length);
  }
  return out;
}

}  // namespace bedplate::seed::words
