#pragma once
// RowSource: the rows of one run of a program on a connection, inside a transaction that its maker holds. Child
// statements are stepped below their parent's current row. On the stack of one run; resets everything at its end.
#include "rows/source.hpp"
#include "store/sqlite/prepared.hpp"

namespace bedplate::store::sqlite {

class RowSource final : public rows::Source {
 public:
  RowSource(Connection& connection, PreparedProgram& prepared, const sql::Program& program, Binding binding)
      : connection_(connection), prepared_(prepared), program_(program), binding_(binding) {}
  ~RowSource() override { prepared_.reset(); }

  Result<void> open(std::uint16_t statement) override {
    BP_TRY_VOID(prepared_.start(connection_, program_, statement, binding_));
    return {};
  }
  Result<const Cell*> next(std::uint16_t statement) override {
    PreparedStatement& at = prepared_.at(statement);
    if (!at.running) return nullptr;
    BP_TRY(const bool row, PreparedProgram::step(connection_, program_.statements[statement], at));
    return row ? at.cells.data() : nullptr;
  }

 private:
  Connection& connection_;
  PreparedProgram& prepared_;
  const sql::Program& program_;
  Binding binding_;
};

/// The program as prepared on this connection, from `cache` or new in it. Sessions number their programs each from
/// one: a connection that several of them share tells them apart by `session`.
template <class Cache>
PreparedProgram& prepared_in(Cache& cache, const sql::Program& program, std::uint64_t session = 0) {
  BP_ASSERT(program.id >> 40 == 0);
  const std::uint64_t key = session << 40 | program.id;
  if (PreparedProgram* found = cache.find(key)) return *found;
  auto made = std::make_unique<PreparedProgram>(program);
  PreparedProgram& result = *made;
  cache.insert(key, std::move(made));
  return result;
}

}  // namespace bedplate::store::sqlite
