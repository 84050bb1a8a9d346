#include "store/sqlite/regex_function.hpp"

#include <re2/re2.h>

#include "store/sqlite/functions.hpp"

namespace bedplate::store::sqlite {
namespace {

constexpr std::int64_t kMaxProgramBytes = 1 << 20;  // of one compiled pattern: repetition counts multiply

struct Compiled {
  RE2 expression;
  bool ignore_case;
};

RE2::Options options_for(bool ignore_case) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(!ignore_case);
  options.set_dot_nl(true);  // as PostgreSQL
  options.set_max_mem(kMaxProgramBytes);
  return options;
}

}  // namespace

void call_regex(sqlite3_context* context, int, sqlite3_value** values) {
  const Cell text = cell_of(values[0]), pattern = cell_of(values[1]);
  if (text.kind() != CellKind::kText || pattern.kind() != CellKind::kText) return sqlite3_result_null(context);
  auto& budget = *static_cast<Budget*>(sqlite3_user_data(context));
  if (budget.spend(text.as_bytes().size() + pattern.as_bytes().size()))
    return sqlite3_result_error_code(context, SQLITE_INTERRUPT);
  const bool ignore_case = sqlite3_value_int(values[2]) != 0;
  auto* compiled = static_cast<Compiled*>(sqlite3_get_auxdata(context, 1));
  std::unique_ptr<Compiled> fresh;
  if (!compiled || compiled->ignore_case != ignore_case) {
    const auto bytes = pattern.as_bytes();
    fresh.reset(new Compiled{RE2(re2::StringPiece(bytes.data(), bytes.size()), options_for(ignore_case)), ignore_case});
    compiled = fresh.get();
  }
  if (compiled->expression.ok()) {
    const auto bytes = text.as_bytes();
    sqlite3_result_int(context, RE2::PartialMatch(re2::StringPiece(bytes.data(), bytes.size()), compiled->expression));
  } else {
    sqlite3_result_null(context);
  }
  // Last: SQLite frees it at once where the pattern is not constant.
  if (fresh) sqlite3_set_auxdata(context, 1, fresh.release(), [](void* kept) { delete static_cast<Compiled*>(kept); });
}

}  // namespace bedplate::store::sqlite
