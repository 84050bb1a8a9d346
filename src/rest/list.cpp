#include <limits>

#include "expr/visit.hpp"
#include "rest/api.hpp"
#include "rest/etag.hpp"
#include "rest/negotiate.hpp"
#include "rest/page.hpp"
#include "rest/range.hpp"
#include "rest/read.hpp"

namespace bedplate::rest {
namespace {

constexpr std::int64_t kNoLimit = std::numeric_limits<std::int64_t>::max() - 1;

Result<void> reply_list(const BoundQuery& bound, const engine::ReadOutcome& outcome, http::Reply& reply) {
  BP_TRY_VOID(require_rows_from(bound.offset, outcome.total));
  reply.add_header("Content-Range", content_range(bound.offset, outcome.rows, outcome.total));
  reply.status = outcome.more || outcome.rows < outcome.total ? 206 : 200;
  return {};
}

Result<void> reply_singular(const engine::ReadOutcome& outcome, http::Reply& reply) {
  if (outcome.rows != 1)
    return failure(Error(Reason::kNotSingular, "Cannot coerce the result to a single JSON object")
                       .with_detail("The result contains " + std::to_string(outcome.rows) + " rows"));
  reply.add_header("Content-Range", "0-0/" + (outcome.total < 0 ? std::string("*") : std::to_string(outcome.total)));
  return {};
}

}  // namespace

Task<Result<void>> Api::list(Call& call, const Route& route) {
  Arena& arena = call.request.arena();
  BP_CO_TRY(const MediaType media, negotiate(call.request, true));
  BP_CO_TRY(const Preferences preferences, parse_preferences(call.request));
  BP_CO_TRY(const RowRange range, parse_range(call.request));
  BP_CO_TRY(const QuerySyntax syntax, parse_query(call.request.query(), arena, options_.query));
  bool empty = false;
  if (route.kind == Route::Kind::kSubCollection) {
    BP_CO_TRY_VOID(co_await require_row(call, route.parent, route.key));
    // Where a rule of the relation depends on the parent's row, it may show nothing of what is there.
    if (!expr::is_true(*call.view.field_shown(route.parent, route.relation))) {
      BP_CO_TRY(const bool any, co_await any_below(call, route));
      empty = !any;
    }
  }

  const bool body = call.request.method() != http::Method::kHead;
  Binding binding = this->binding(call);
  // Lines are as many as there are: nothing gathers them.
  const bool lines = media.lines && body;
  if (lines) binding.limits.rows = kNoLimit;
  BP_CO_TRY(BoundQuery bound, bind_query(syntax, route.entity, range, binding));
  Page page;
  if (lines) {
    BP_CO_TRY_VOID(bind_lines(syntax, call.request, call.principal, range, options_.cursors.get(), bound, binding));
  } else {
    BP_CO_TRY(page, bind_page(syntax, call.request, call.principal, range, options_.cursors.get(), bound, binding));
  }
  operation::Operation operation;
  operation.read.query = bound.query;
  operation.read.query.trash = route.kind == Route::Kind::kTrash;
  operation.read.count = preferences.count;
  if (route.kind == Route::Kind::kSubCollection) {
    BP_CO_TRY(const auto* of_parent, by_parent(route, binding));
    operation.read.query.where = binding.build().both(of_parent, operation.read.query.where);
    if (empty) operation.read.query.where = binding.build().boolean(false);
  }
  operation.values = arena.copy_array<Cell>(std::span<const Cell>(values_));
  if (lines) co_return co_await this->lines(call, operation, bound, media, preferences);

  const bool versioned = session_.model().entity(route.entity).version != model::kNoField;
  const engine::ReplyForm form{
      .options = {.numbers_as_strings = preferences.numbers_as_strings, .strip_nulls = media.strip_nulls},
      .shape = media.singular ? render::JsonVisitor::Shape::kObject : render::JsonVisitor::Shape::kList,
      .max_rows = bound.max_rows,
      .body = body || (versioned && !media.lines),  // the tag of HEAD is GET's, of what GET would send
      .page = page.rows,
      .backwards = page.backwards,
      .cancel = call.request.left(),
      .caller = &call.caller};
  BP_CO_TRY(const auto outcome, co_await session_.run_read(operation, call.principal, form, call.reply.body));
  if (media.singular) {
    BP_CO_TRY_VOID(reply_singular(outcome, call.reply));
  } else {
    BP_CO_TRY_VOID(reply_list(bound, outcome, call.reply));
    BP_CO_TRY_VOID(
        add_links(page, call.request, options_.base_url, bound, outcome, options_.cursors.get(), call.reply));
  }
  call.reply.content_type = media.content_type;
  if (!preferences.applied.empty()) call.reply.add_header("Preference-Applied", preferences.applied);
  if (versioned && form.body) answer_tagged({.weak = true}, call.principal, call.request, call.reply);
  co_return Result<void>{};
}

Task<Result<void>> Api::require_row(Call& call, model::EntityId entity, std::span<const Cell> key) {
  Binding binding = this->binding(call);
  BP_CO_TRY(const bool found, co_await any_row(call, read_by_key(entity, key, binding)));
  if (!found) co_return failure(Reason::kNotFound, "there is no such row in " + session_.model().entity(entity).plural);
  co_return Result<void>{};
}

Task<Result<bool>> Api::any_below(Call& call, const Route& route) {
  Binding binding = this->binding(call);
  auto operation = read_by_key(route.parent, route.key, binding);
  if (operation) {
    expr::Builder build = binding.build();
    const auto* exists = build.over(expr::Op::kExists, {.scalar = Scalar::kBoolean}, binding.row(route.parent),
                                    route.relation, route.entity, 1, nullptr, nullptr);
    operation->read.query.where = build.both(operation->read.query.where, exists);
  }
  co_return co_await any_row(call, std::move(operation));
}

Task<Result<bool>> Api::any_row(Call& call, Result<operation::Operation> asked) {
  if (!asked) co_return std::unexpected(std::move(asked).error());
  asked->values = call.request.arena().copy_array<Cell>(std::span<const Cell>(values_));
  std::string nothing;
  const engine::ReplyForm form{.body = false, .cancel = call.request.left(), .caller = &call.caller};
  BP_CO_TRY(const auto outcome, co_await session_.run_read(*asked, call.principal, form, nothing));
  co_return outcome.rows > 0;
}

}  // namespace bedplate::rest
