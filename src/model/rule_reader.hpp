#pragma once
// One @allow or @deny as a Rule: `roles:` and `when:` become one condition. Internal to the room.
#include "model/arguments.hpp"
#include "model/draft.hpp"

namespace bedplate::model {

enum class RuleOn : std::uint8_t { kType, kField, kOperation };

/// `entity` is kNoEntity for an operation. A rule with findings is not returned.
std::optional<Rule> read_rule(Draft& draft, const sdl::Directive& use, EntityId entity, RuleOn on);
inline bool is_rule(const sdl::Directive& use) { return use.name.text == "allow" || use.name.text == "deny"; }

}  // namespace bedplate::model
