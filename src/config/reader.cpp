#include "config/reader.hpp"

#include <array>
#include <charconv>
#include <optional>

#include "base/text_cursor.hpp"

namespace bedplate::config {
namespace {

struct Unit {
  std::string_view name;
  std::uint64_t factor;
};
constexpr std::array<Unit, 7> kSizes = {{{"", 1},
                                         {"B", 1},
                                         {"KiB", 1024},
                                         {"MiB", 1024 * 1024},
                                         {"GiB", 1024 * 1024 * 1024},
                                         {"kB", 1000},
                                         {"MB", 1000 * 1000}}};
constexpr std::array<Unit, 4> kSpans = {{{"ms", 1000}, {"s", 1'000'000}, {"m", 60'000'000}, {"h", 3'600'000'000}}};

/// A whole number and its unit; none for anything else and for overflow.
template <std::size_t N>
std::optional<std::uint64_t> measure(std::string_view text, const std::array<Unit, N>& units) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{}) return std::nullopt;
  std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  if (unit.starts_with(' ')) unit.remove_prefix(1);
  for (const Unit& each : units) {
    std::uint64_t product = 0;
    if (each.name == unit)
      return __builtin_mul_overflow(number, each.factor, &product) ? std::nullopt : std::optional(product);
  }
  return std::nullopt;
}

std::string_view kind_name(Yaml::Kind kind) {
  switch (kind) {
    case Yaml::Kind::kNull:
      return "nothing";
    case Yaml::Kind::kScalar:
      return "a single value";
    case Yaml::Kind::kList:
      return "a list";
    case Yaml::Kind::kMap:
      return "a map";
  }
  return "";
}

}  // namespace

bool Reader::has(std::string_view key) const { return map_ && map_->find(key); }

Yaml* Reader::member(std::string_view key) {
  Yaml* found = map_ ? map_->find(key) : nullptr;
  return found && !found->broken ? found : nullptr;
}

void Reader::refuse(const Yaml& at, std::string message, std::string hint) {
  findings_.push_back({at.origin.empty() ? file_name_ : at.origin, at.origin.empty() ? at.at : Position{},
                       std::move(message), std::move(hint)});
}

void Reader::refuse(std::string message, std::string hint) { refuse(*map_, std::move(message), std::move(hint)); }

std::string Reader::shown(const Yaml& node) { return node.from_outside ? "the value" : quoted(node.text); }

const Yaml* Reader::scalar(std::string_view key) {
  const Yaml* node = member(key);
  if (!node || node->kind == Yaml::Kind::kScalar) return node;
  refuse(*node, name(key) + " takes a single value, this is " + std::string(kind_name(node->kind)),
         "write `" + std::string(key) + ": …`");
  return nullptr;
}

void Reader::text(std::string_view key, std::string& out) {
  const Yaml* node = scalar(key);
  if (!node) return;
  if (node->text.empty()) return refuse(*node, name(key) + " is empty", "give it a value or remove the line");
  out = node->text;
}

void Reader::secret(std::string_view key, SecretText& out) {
  const Yaml* node = scalar(key);
  if (!node) return;
  if (node->text.empty()) return refuse(*node, name(key) + " is empty", "give it a value or remove the line");
  out = SecretText(node->text);
}

void Reader::boolean(std::string_view key, bool& out) {
  const Yaml* node = scalar(key);
  if (!node) return;
  if (node->text != "true" && node->text != "false")
    return refuse(*node, shown(*node) + " is no " + name(key), "write true or false");
  out = node->text == "true";
}

void Reader::count(std::string_view key, std::uint32_t least, std::uint32_t most, std::uint32_t& out) {
  const Yaml* node = scalar(key);
  if (!node) return;
  std::uint32_t number = 0;
  const char* end = node->text.data() + node->text.size();
  const auto [stop, error] = std::from_chars(node->text.data(), end, number);
  if (error != std::errc{} || stop != end || number < least || number > most)
    return refuse(*node, shown(*node) + " is no " + name(key),
                  "write a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  out = number;
}

void Reader::size(std::string_view key, std::uint64_t least, std::uint64_t most, std::uint64_t& out) {
  const Yaml* node = scalar(key);
  if (!node) return;
  const auto bytes = measure(node->text, kSizes);
  if (!bytes || *bytes < least || *bytes > most)
    return refuse(*node, shown(*node) + " is no " + name(key),
                  "write a size such as 512KiB or 1MiB, from " + std::to_string(least) + " to " + std::to_string(most) +
                      " bytes");
  out = *bytes;
}

void Reader::duration(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t& out) {
  const Yaml* node = scalar(key);
  if (!node) return;
  const auto micros = measure(node->text, kSpans);
  if (!micros || *micros < static_cast<std::uint64_t>(least) || *micros > static_cast<std::uint64_t>(most))
    return refuse(*node, shown(*node) + " is no " + name(key),
                  "write a time such as 250ms, 5s or 1m, from " + std::to_string(least / 1000) + "ms to " +
                      std::to_string(most / 1'000'000) + "s");
  out = static_cast<std::int64_t>(*micros);
}

void Reader::words(std::string_view key, std::vector<std::string>& out) {
  const Yaml* node = member(key);
  if (!node) return;
  std::vector<std::string> words;
  if (node->kind == Yaml::Kind::kScalar) {
    words.push_back(node->text);
  } else if (node->kind == Yaml::Kind::kList) {
    for (const Yaml& child : node->children) {
      if (child.kind != Yaml::Kind::kScalar)
        return refuse(child, name(key) + " lists single values, this is " + std::string(kind_name(child.kind)),
                      "write `" + std::string(key) + ": [one, two]`");
      words.push_back(child.text);
    }
  }
  if (words.empty() || std::any_of(words.begin(), words.end(), [](const std::string& w) { return w.empty(); }))
    return refuse(*node, name(key) + " needs at least one value, and none that is empty",
                  "write `" + std::string(key) + ": [one, two]`");
  out = std::move(words);
}

}  // namespace bedplate::config
