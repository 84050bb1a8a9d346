#pragma once
// run_steps: the statements of one write, on the writer's connection inside its transaction. It begins and ends no
// transaction and leaves no statement running.
#include "rows/recording.hpp"
#include "store/program_cache.hpp"
#include "store/sqlite/prepared.hpp"
#include "store/store.hpp"

namespace bedplate::store::sqlite {

/// `returning` (may be null) takes a copy of the rows that the execution's returning program reads at the end.
/// `session` numbers the one that the programs come from.
Result<Written> run_steps(Connection& connection, ProgramCache<PreparedProgram>& programs, std::uint64_t session,
                          const WriteExecution& execution, rows::Recording* returning);

}  // namespace bedplate::store::sqlite
