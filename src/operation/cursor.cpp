#include "operation/cursor.hpp"

#include <cstring>

#include "base/assert.hpp"
#include "base/base64.hpp"
#include "base/cell_kind.hpp"
#include "crypto/hash.hpp"

namespace bedplate::operation {
namespace {

constexpr char kVersion = 1;
constexpr std::size_t kMacSize = 16;

std::string mac(const crypto::SecretBytes& key, std::string_view context, std::string_view sealed) {
  std::string data;
  append_context(data, context);
  data += sealed;
  const auto digest = crypto::hmac_sha256(key.reveal(), data);
  return std::string(crypto::as_bytes(digest).substr(0, kMacSize));
}

bool fits(const Type& type, Cell cell) { return cell.is_null() || cell.kind() == cell_kind(type); }

/// Takes `size` bytes off the front.
std::optional<std::string_view> take(std::string_view& from, std::size_t size) {
  if (from.size() < size) return std::nullopt;
  const auto taken = from.substr(0, size);
  from.remove_prefix(size);
  return taken;
}

template <class T>
std::optional<T> take_number(std::string_view& from) {
  const auto bytes = take(from, sizeof(T));
  if (!bytes) return std::nullopt;
  T number;
  std::memcpy(&number, bytes->data(), sizeof number);
  return number;
}

std::optional<Cell> take_cell(std::string_view& from, Arena& arena) {
  const auto kind = take_number<std::uint8_t>(from);
  if (!kind) return std::nullopt;
  switch (static_cast<CellKind>(*kind)) {
    case CellKind::kNull:
      return Cell::null();
    case CellKind::kInteger:
      if (const auto number = take_number<std::int64_t>(from)) return Cell::integer(*number);
      return std::nullopt;
    case CellKind::kReal:
      if (const auto number = take_number<double>(from)) return Cell::real(*number);
      return std::nullopt;
    case CellKind::kText:
    case CellKind::kBlob: {
      const auto size = take_number<std::uint32_t>(from);
      const auto bytes = size ? take(from, *size) : std::nullopt;
      if (!bytes) return std::nullopt;
      const auto kept = arena.copy(*bytes);
      return static_cast<CellKind>(*kind) == CellKind::kText ? Cell::text(kept) : Cell::blob(kept);
    }
  }
  return std::nullopt;
}

template <class T>
void put(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

CursorKeys::CursorKeys(std::vector<crypto::SecretBytes> keys) : keys_(std::move(keys)) { BP_ASSERT(!keys_.empty()); }

std::string CursorKeys::seal(std::string_view context, std::string_view place) const {
  std::string sealed(1, kVersion);
  sealed += place;
  sealed += mac(keys_.front(), context, sealed);
  return base64url(sealed);
}

std::optional<std::string> CursorKeys::open(std::string_view context, std::string_view text) const {
  auto sealed = decode_base64url(text);
  if (!sealed || sealed->size() < 1 + kMacSize || sealed->front() != kVersion) return std::nullopt;
  const std::string given = sealed->substr(sealed->size() - kMacSize);
  sealed->resize(sealed->size() - kMacSize);
  for (const auto& key : keys_)
    if (crypto::equal_in_constant_time(mac(key, context, *sealed), given)) return sealed->substr(1);
  return std::nullopt;
}

void append_place(std::string& place, Cell cell) {
  put(place, static_cast<std::uint8_t>(cell.kind()));
  switch (cell.kind()) {
    case CellKind::kNull:
      return;
    case CellKind::kInteger:
      return put(place, cell.as_integer());
    case CellKind::kReal:
      return put(place, cell.as_real());
    case CellKind::kText:
    case CellKind::kBlob:
      put(place, static_cast<std::uint32_t>(cell.as_bytes().size()));
      place += cell.as_bytes();
  }
}

std::optional<std::span<const Cell>> parse_place(std::string_view place, std::span<const Type> types, Arena& arena) {
  auto cells = arena.make_array<Cell>(types.size());
  for (std::size_t i = 0; i < types.size(); ++i) {
    const auto cell = take_cell(place, arena);
    if (!cell || !fits(types[i], *cell)) return std::nullopt;
    cells[i] = *cell;
  }
  if (!place.empty()) return std::nullopt;
  return cells;
}

void append_context(std::string& context, std::string_view part) {
  put(context, static_cast<std::uint64_t>(part.size()));
  context += part;
}

}  // namespace bedplate::operation
