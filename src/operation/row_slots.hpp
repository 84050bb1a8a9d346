#pragma once
// Where the values are that a write's conditions on one row read: after the operation's own values and the row's,
// its key, its image before the write (each stored field in declaration order), the answers to questions that were
// asked of it before the write. One numbering for access, plan and engine.
#include "operation/operation.hpp"

namespace bedplate::operation {

struct RowSlots {
  std::uint16_t key = 0, image = 0, answers = 0;
};

RowSlots row_slots(const model::Entity& entity, const Operation& operation);

}  // namespace bedplate::operation
