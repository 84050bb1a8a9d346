#include <algorithm>

#include "engine/session.hpp"
#include "sql/history.hpp"
#include "sql/idempotency.hpp"

namespace bedplate::engine {

Session::Session(const model::Model& model, std::unique_ptr<store::Session> store, sql::Dialect dialect,
                 const Options& options, const Clock& clock, Random& random)
    : model_(model),
      store_(std::move(store)),
      options_(options),
      clock_(clock),
      uuids_(clock, random),
      templates_(model, dialect, options_),
      idempotency_(sql::compile_idempotency(model, dialect, templates_.program_id())),
      history_(sql::compile_history_append(model, dialect, templates_.program_id())),
      history_list_(sql::compile_history_list(model, dialect, templates_.program_id())),
      has_trash_(std::ranges::any_of(model.entities, &model::Entity::soft_delete)) {}

Task<Result<ReadOutcome>> Session::run_read(const operation::Operation& operation,
                                            const operation::Principal& principal, const ReplyForm& form,
                                            std::string& out) {
  BP_CO_TRY(const auto found, templates_.find(operation, principal));
  const store::Execution execution{.program = found->reading,
                                   .values = operation.values,
                                   .principal = principal,
                                   .now = clock_.now(),
                                   .cancel = form.cancel,
                                   .caller = form.caller};
  render::JsonVisitor visitor(found->rendering(form.options),
                              {.shape = form.shape,
                               .max_rows = form.max_rows,
                               .count_statement = found->reading.count,
                               .version = found->read.version,
                               .body = form.body,
                               .max_bytes = options_.reply_bytes,
                               .places = found->read.places,
                               .page = form.page,
                               .backwards = form.backwards},
                              out);
  BP_CO_TRY_VOID(co_await store_->read(execution, visitor));
  co_return ReadOutcome{.rows = visitor.rows(),
                        .more = visitor.more(),
                        .total = visitor.total(),
                        .version = visitor.version(),
                        .first_place = visitor.first_place(),
                        .page_place = visitor.page_place()};
}

namespace {

constexpr std::size_t kMostHistory = std::size_t{16} << 20;  // bytes of a page

class HistoryReader final : public rows::Visitor {
 public:
  HistoryReader(std::int64_t limit, HistoryPage& out) : limit_(static_cast<std::size_t>(limit)), out_(out) {}
  Result<void> visit(rows::Source& source) override {
    out_ = {};
    std::size_t bytes = 0;
    BP_TRY_VOID(source.open(0));
    while (true) {
      BP_TRY(const Cell* row, source.next(0));
      if (row == nullptr) return {};
      out_.more = out_.entries.size() == limit_ || bytes > kMostHistory;
      if (out_.more) return {};
      bytes += row[4].as_bytes().size();
      out_.entries.push_back(
          {.id = row[0].as_integer(),
           .at = row[1].as_integer(),
           .principal = row[2].is_null() ? std::nullopt : std::optional(std::string(row[2].as_bytes())),
           .verb = std::string(row[3].as_bytes()),
           .changes = std::string(row[4].as_bytes())});
    }
  }

 private:
  const std::size_t limit_;
  HistoryPage& out_;
};

}  // namespace

Task<Result<HistoryPage>> Session::run_history(const model::Entity& entity, const std::string& tenant,
                                               const std::string& key, const HistoryPart& part,
                                               const operation::Principal& principal, const ReplyForm& form) {
  const std::int64_t limit = part.limit;
  const Cell slots[] = {Cell::text(entity.name),    Cell::text(tenant),       Cell::text(key),
                        Cell::integer(part.before), Cell::integer(limit + 1), Cell::integer(part.former_rows ? 1 : 0)};
  HistoryPage page;
  HistoryReader reader(limit, page);
  const store::Execution execution{.program = history_list_,
                                   .values = slots,
                                   .principal = principal,
                                   .now = clock_.now(),
                                   .cancel = form.cancel,
                                   .caller = form.caller};
  BP_CO_TRY_VOID(co_await store_->read(execution, reader));
  co_return page;
}

}  // namespace bedplate::engine
