#pragma once
// The shape of an operation: every byte that decides its statements and its reply, and none of its values. Two
// operations of equal shape differ in `values` alone, so one Template serves both; shapes are compared whole.
#include <string>

#include "operation/operation.hpp"

namespace bedplate::operation {

/// Appends the shape's bytes. Linear in the tree; the tree's depth is bounded by the parsers.
void append_shape(std::string& out, const Operation& operation);

}  // namespace bedplate::operation
