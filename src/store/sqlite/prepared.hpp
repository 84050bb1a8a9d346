#pragma once
// PreparedProgram: a program's statements on one connection, each prepared when it is first run. Owned by the
// connection's cache; refers to no Program after a run, so that a template may go while its statements are kept.
#include <array>
#include <memory>
#include <span>
#include <sqlite3.h>
#include <vector>

#include "base/cell.hpp"
#include "base/result.hpp"
#include "sql/program.hpp"
#include "store/binding.hpp"
#include "store/forms.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/cost.hpp"

namespace bedplate::store::sqlite {

/// Binds a cell as it is; texts and blobs by reference. Returns SQLite's code.
int bind_cell(sqlite3_stmt* statement, int position, Cell cell);

struct PreparedStatement {
  static constexpr std::uint16_t kNoParent = 0xffff;

  StatementHandle handle;
  std::uint16_t parent = kNoParent;
  bool running = false;
  std::vector<Cell> cells;                              // the current row
  std::vector<std::array<char, kFormScratch>> scratch;  // one a column, where any needs it
  std::vector<std::array<char, kFormScratch>> bound;    // one a bind, where any needs it

  void reset() {
    if (!running) return;
    sqlite3_reset(handle.get());
    running = false;
  }
};

class PreparedProgram {
 public:
  explicit PreparedProgram(const sql::Program& program);

  /// The statement, prepared, reset and bound for a run.
  Result<PreparedStatement*> start(Connection& connection, const sql::Program& program, std::uint16_t statement,
                                   const Binding& binding);
  /// The next row's canonical cells in `cells`; false after the last, which also resets it.
  static Result<bool> step(Connection& connection, const sql::Statement& text, PreparedStatement& statement);
  PreparedStatement& at(std::uint16_t statement) { return statements_[statement]; }
  /// Resets what still runs.
  void reset();
  /// What a run costs, for its lane.
  Cost& cost() { return cost_; }
  std::size_t text_bytes() const { return text_bytes_; }

 private:
  Cost cost_;
  std::size_t text_bytes_ = 0;  // of the statements
  std::vector<PreparedStatement> statements_;
};

}  // namespace bedplate::store::sqlite
