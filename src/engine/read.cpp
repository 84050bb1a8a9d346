#include "engine/session.hpp"
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
      idempotency_(sql::compile_idempotency(model, dialect, templates_.program_id())) {}

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

}  // namespace bedplate::engine
