#pragma once
// WrittenColumn: a column that a statement writes, and where its value comes from. One kind for inserts and updates, so
// that what is kept by the program itself (a default, a version) is one more source.
#include <cstdint>

#include "model/model.hpp"

namespace bedplate::plan {

struct WrittenColumn {
  enum class Source : std::uint8_t {
    kCell,       ///< the row's `cell`
    kIncrement,  ///< of an update: `cell` added to what is there
    kDefault,    ///< of an insert: the field's default
    kRaise,      ///< of an update: one more than what is there (the row's version)
    kNow,        ///< the operation's instant (a row goes into the trash)
    kDeletion,   ///< which deletion puts it there
    kCleared,    ///< null (it comes back)
    kTokens,     ///< the tokens of the text that is written beside it (Field::searched), which stands before it
  };
  model::FieldId field = model::kNoField;
  Source source = Source::kCell;
  std::uint16_t cell = 0;  ///< of the cells that the row assigns
};

}  // namespace bedplate::plan
