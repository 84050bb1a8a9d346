#pragma once
// Random REST query strings: select trees, filters of every operator, logic trees, embedded filters, order and
// limit, related order, tests for presence. Mostly of what the caller may name; now and then of what it may not.
#include <string>

#include "access/view.hpp"
#include "oracle/dice.hpp"

namespace bedplate::oracle {

/// `select=…&status=eq.PAID`, percent-encoded.
std::string random_query(const access::AccessView& view, model::EntityId entity, Dice& dice);

std::string percent_encoded(std::string_view text);

}  // namespace bedplate::oracle
