#pragma once
// A batch: several writes in one transaction, in their order, each with its own checks behind its own last statement. A
// later one may use what an earlier one wrote. Plain data of one request; runs through Session::run_batch.
#include "engine/session.hpp"

namespace bedplate::engine {

/// A cell of an operation that is known only once an earlier operation of the batch has run.
struct ReferredCell {
  Cell* cell = nullptr;                    ///< of the operation's rows or values
  Type type;                               ///< what it must be
  std::size_t source = 0;                  ///< an operation before it, which writes one row
  model::FieldId field = model::kNoField;  ///< of that row
  Type source_type;
  /// It is told even where the row was not read back: the key of a row that was inserted.
  bool always = false;
  std::string_view name;  ///< as the client wrote it
};

struct BatchPart {
  enum class Kind : std::uint8_t {
    kCreate,
    kUpsert,  ///< `operation` creates, `merge` updates or finds
    kChange,
    kNested,  ///< `tree`, whose root is `operation`
  };
  Kind kind = Kind::kCreate;
  const operation::Operation* operation = nullptr;
  const operation::Operation* merge = nullptr;
  const operation::NestedWrite* tree = nullptr;
  bool merges = false;
  ReplyForm form;
  WriteLimits limits;  ///< of this operation alone: neither `once` nor `rolls_back`
  std::string* out = nullptr;
  std::span<const ReferredCell> late;

  WriteOutcome outcome;  ///< afterwards
};

/// What Session::run_batch tells of a failure: the operation that failed, if it was one.
struct BatchFailure {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t part = kNone;
};

}  // namespace bedplate::engine
