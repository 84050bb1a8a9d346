#pragma once
// Containment of JSON values as PostgreSQL's `@>` defines it: an object holds another whose members it has, each
// containing the other's; a list another whose every element one of its own contains; and at the top a list holds a
// scalar that is one of its elements. Pure; as deep as the parser lets values be.
#include "base/interrupt.hpp"
#include "json/document.hpp"

namespace bedplate::expr {

/// `interrupt` may end it early, with any result.
bool json_contains(const json::Node& outer, const json::Node& inner, Interrupt* interrupt = nullptr);

}  // namespace bedplate::expr
