#pragma once
// StoreRig: a loop with a store's session on it, hand-written programs, and rows as text, for tests of the stores.
#include <atomic>
#include <gtest/gtest.h>

#include "net/loop.hpp"
#include "operation/principal.hpp"
#include "store/store.hpp"
#include "support/steps.hpp"

namespace bedplate::testing_support {

inline Type of(Scalar scalar) { return Type{.scalar = scalar}; }
inline Type decimal(std::uint8_t precision, std::uint8_t scale) {
  return Type{.scalar = Scalar::kDecimal, .precision = precision, .scale = scale};
}
inline sql::Column column(Type type, model::ColumnForm form = model::ColumnForm::kCanonical) { return {type, form}; }
inline sql::Column column(Scalar scalar) { return {of(scalar), model::ColumnForm::kCanonical}; }
inline sql::Bind slot(std::uint16_t index, Type type, model::ColumnForm form = model::ColumnForm::kCanonical) {
  return {sql::Bind::Kind::kSlot, index, type, form, {}};
}
inline sql::Bind parent(std::uint16_t index, Scalar scalar = Scalar::kInt) {
  return {sql::Bind::Kind::kParent, index, of(scalar), model::ColumnForm::kCanonical, {}};
}
inline sql::Program program(sql::Dialect dialect, std::vector<sql::Statement> statements) {
  static std::atomic<std::uint64_t> ids{1'000'000};
  sql::Program made;
  made.id = ++ids;
  made.dialect = dialect;
  made.statements = std::move(statements);
  return made;
}

inline std::string text_of(Cell cell) {
  switch (cell.kind()) {
    case CellKind::kNull:
      return "null";
    case CellKind::kInteger:
      return std::to_string(cell.as_integer());
    case CellKind::kReal: {
      char text[40];
      return {text, std::to_chars(text, text + sizeof text, cell.as_real()).ptr};
    }
    case CellKind::kText:
      return "'" + std::string(cell.as_bytes()) + "'";
    case CellKind::kBlob:
      return "b'" + std::string(cell.as_bytes()) + "'";
  }
  return "?";
}

/// Every row of a program: `(1,'AC/DC',[(4,'Let There Be Rock',[])])`. The one renderer of these tests.
class Dump : public rows::Visitor {
 public:
  explicit Dump(const sql::Program& of_program) : program_(of_program) {}
  std::string text;

  Result<void> visit(rows::Source& source) override {
    text.clear();
    BP_TRY_VOID(list(source, 0));
    if (program_.count) {
      text += " of ";
      BP_TRY_VOID(list(source, *program_.count));
    }
    return {};
  }

 protected:
  Result<void> row(rows::Source& source, std::uint16_t statement, const Cell* cells) {
    const auto& shape = program_.statements[statement];
    text += '(';
    for (std::size_t i = 0; i < shape.columns.size(); ++i) text += (i ? "," : "") + text_of(cells[i]);
    for (const auto child : shape.children) {
      text += ',';
      BP_TRY_VOID(list(source, child));
    }
    text += ')';
    return {};
  }
  Result<void> list(rows::Source& source, std::uint16_t statement) {
    text += '[';
    BP_TRY_VOID(source.open(statement));
    for (bool first = true;; first = false) {
      BP_TRY(const Cell* cells, source.next(statement));
      if (!cells) break;
      if (!first) text += ',';
      BP_TRY_VOID(row(source, statement, cells));
    }
    text += ']';
    return {};
  }

  const sql::Program& program_;
};

/// The same of a stream, so many rows a slice.
class SliceDump final : public Dump, public rows::SliceVisitor {
 public:
  SliceDump(const sql::Program& of_program, int at_once) : Dump(of_program), at_once_(at_once) {}
  Result<bool> slice(rows::Source& source) override {
    for (int i = 0; i < at_once_; ++i) {
      BP_TRY(const Cell* cells, source.next(0));
      if (!cells) return false;
      text += text.empty() ? "[" : ",";
      BP_TRY_VOID(row(source, 0, cells));
    }
    return true;
  }

 private:
  const int at_once_;
};

struct StoreRig {
  explicit StoreRig(std::unique_ptr<store::Store> opened)
      : loop(std::move(net::Loop::create()).value()),
        the_store(std::move(opened)),
        session(std::move(the_store->open_session(*loop)).value()),
        anonymous(operation::Principals(model).anonymous()) {}

  /// Runs the task on the loop, in as many turns as it takes.
  template <class T>
  T run(Task<T> task) {
    bool started = false;
    loop->post([&] {
      started = true;
      task.start();
    });
    for (int turn = 0; !started || !task.done(); ++turn) {
      if (turn > 2000) {
        ADD_FAILURE() << "the task does not end";
        std::abort();
      }
      loop->run_turn(std::chrono::milliseconds(10));
    }
    return std::move(task).take();
  }

  /// The rows as text, or `error WORD`.
  std::string read(const sql::Program& of, std::initializer_list<Cell> values = {}) {
    Dump dump(of);
    auto result = run(session->read({of, {values.begin(), values.size()}, *anonymous, 0}, dump));
    return result ? dump.text : "error " + std::string(reason_word(result.error().reason()));
  }
  /// The same at once, inside a turn.
  std::string read_in_turn(const sql::Program& of, std::initializer_list<Cell> values = {}) {
    Dump dump(of);
    auto result = run_ready(session->read({of, {values.begin(), values.size()}, *anonymous, 0}, dump));
    return result ? dump.text : "error " + std::string(reason_word(result.error().reason()));
  }
  /// The same as read() by a stream, `at_once` rows a slice.
  std::string stream(const sql::Program& of, std::initializer_list<Cell> values, int at_once = 7) {
    SliceDump dump(of, at_once);
    auto opened = session->stream({of, {values.begin(), values.size()}, *anonymous, 0});
    if (!opened) return "error " + std::string(reason_word(opened.error().reason()));
    while (true) {
      auto more = run((*opened)->advance(dump));
      if (!more) return "error " + std::string(reason_word(more.error().reason()));
      if (!*more) break;
    }
    if (dump.text.empty()) dump.text = "[";
    dump.text += ']';
    if (of.count) dump.text += " of [(" + std::to_string((*opened)->total()) + ")]";
    return dump.text;
  }
  /// One step; the number of rows that it changed.
  Result<std::uint64_t> write(const sql::Program& of, std::initializer_list<Cell> values) {
    const Step steps[] = {{.statement = 0, .values = {values.begin(), values.size()}}};
    return write_steps(of, steps);
  }
  Result<std::uint64_t> write_steps(const sql::Program& of, std::span<const Step> steps) {
    Steps script(of, steps);
    auto written = write(script);
    if (!written) return std::unexpected(std::move(written).error());
    return script.changed;
  }
  Result<void> write(store::WriteScript& script) { return run(session->write({script, *anonymous, 0})); }

  std::unique_ptr<net::Loop> loop;
  std::unique_ptr<store::Store> the_store;
  std::unique_ptr<store::Session> session;
  model::Model model;
  std::shared_ptr<const operation::Principal> anonymous;
};

inline std::string word(const Error& error) { return std::string(reason_word(error.reason())); }

}  // namespace bedplate::testing_support
