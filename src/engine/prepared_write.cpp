#include "engine/prepared_write.hpp"

namespace bedplate::engine {

Result<WriteOutcome> PreparedWrite::rendered(WriteOutcome outcome) {
  rendering_.out.resize(rendering_.begun);  // of a script that ran before, and in vain
  if (rendering_.program == nullptr) return outcome;
  render::JsonVisitor visitor(*rendering_.program, {.shape = rendering_.form.shape, .body = rendering_.form.body},
                              rendering_.out);
  BP_TRY_VOID(visitor.visit(recording()));
  outcome.readable = visitor.rows() > 0 || outcome.rows == 0;
  return outcome;
}

Result<WriteOutcome> CreateWrite::outcome() {
  const auto rows = static_cast<std::int64_t>(script_.rows());
  WriteOutcome made{.rows = rows, .inserted = rows};
  if (rows > 0) made.key = script_.key(0);
  if (rows == 1) made.version = script_.version(0);
  return rendered(made);
}

Result<WriteOutcome> UpsertWrite::outcome() {
  WriteOutcome made{.rows = static_cast<std::int64_t>(script_.rows()),
                    .inserted = static_cast<std::int64_t>(script_.inserted())};
  if (script_.inserted() > 0) made.key = script_.inserted_key(0);
  if (script_.rows() == 1) made.version = script_.version(0);
  return rendered(made);
}

Result<WriteOutcome> ChangeWrite::outcome() {
  WriteOutcome made{.rows = static_cast<std::int64_t>(script_.rows())};
  if (script_.rows() == 1) made.version = script_.version(0);
  return rendered(made);
}

}  // namespace bedplate::engine
