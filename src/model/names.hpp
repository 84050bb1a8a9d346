#pragma once
// How the names of the model become names elsewhere: plurals, camelCase resources, snake_case tables and columns.
// Pure functions over ASCII names.
#include <span>
#include <string>
#include <string_view>

namespace bedplate::model {

/// `OrderItem` → `order_item`, `createdAt` → `created_at`, `HTTPRoute` → `http_route`.
std::string snake_case(std::string_view name);
/// `OrderItem` → `orderItem`.
std::string camel_case(std::string_view name);
/// `id` → `Id`.
std::string capitalized(std::string_view name);
/// Consonant + y → ies; s, x, z, ch, sh → es; else s. The case of the rest is kept.
std::string plural_of(std::string_view singular);
/// GraphQL's Name: letters, digits and underscores, not a digit first.
bool is_name(std::string_view text);

/// `a, b and c`.
std::string listed(std::span<const std::string> words);

}  // namespace bedplate::model
