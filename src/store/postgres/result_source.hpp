#pragma once
// ResultSource: the rows of a program out of PostgreSQL's binary results. The root's are rows of a result, or those
// received one by one; a child's are the elements of an array of records (src/backend/utils/adt/arrayfuncs.c
// array_send, rowtypes.c record_send) that stands after its parent's own columns, decoded as they are asked for. Views
// the results.
#include <vector>

#include "rows/source.hpp"
#include "sql/program.hpp"
#include "store/postgres/binary.hpp"
#include "store/postgres/handles.hpp"
#include "store/postgres/received_rows.hpp"

namespace bedplate::store::postgres {

class ResultSource final : public rows::Source {
 public:
  /// `count` (may be null) is the result of the program's count statement. The root's rows are those of `root`, or
  /// `received`, if given; then `root` tells their types alone.
  ResultSource(const sql::Program& program, const PGresult* root, const PGresult* count,
               const ReceivedRows* received = nullptr);

  /// Goes on with the rows of another result of the root.
  void go_on(const PGresult* root) {
    levels_[0].result = root;
    levels_[0].row = 0;
  }

  Result<void> open(std::uint16_t statement) override;
  Result<const Cell*> next(std::uint16_t statement) override;

 private:
  static constexpr std::uint16_t kNoParent = 0xffff;
  struct Level {
    std::uint16_t parent = kNoParent;
    std::uint16_t ordinal = 0;               // among the parent's children
    const PGresult* result = nullptr;        // a root's
    const ReceivedRows* received = nullptr;  // its rows, where the result has none
    int row = 0;                             // a root's next row
    Reader elements{{}};                     // a child's rows still to come
    std::int32_t left = 0;                   // and how many
    std::vector<Cell> cells;                 // the current row
    std::vector<std::string> scratch;        // where a cell had to be rewritten
    std::vector<std::string_view> lists;     // the current row's arrays, one a child; empty: none
  };

  Result<bool> next_of_result(const sql::Statement& statement, Level& level);
  Result<bool> next_received(const sql::Statement& statement, Level& level);
  Result<bool> next_of_array(const sql::Statement& statement, Level& level);
  Result<void> set_field(const sql::Statement& statement, Level& level, std::size_t at, std::uint32_t oid, bool null,
                         std::string_view bytes);

  const sql::Program& program_;
  std::vector<Level> levels_;
};

}  // namespace bedplate::store::postgres
