#include "rest/api.hpp"
#include "rest/etag.hpp"
#include "rest/negotiate.hpp"
#include "rest/page.hpp"
#include "rest/read.hpp"

namespace bedplate::rest {

Task<Result<void>> Api::item(Call& call, const Route& route) {
  Arena& arena = call.request.arena();
  BP_CO_TRY(const MediaType media, negotiate(call.request));
  BP_CO_TRY(const Preferences preferences, parse_preferences(call.request));
  Binding binding = this->binding(call);
  BP_CO_TRY(auto operation, read_by_key(route.entity, route.key, binding));
  if (!call.request.query().empty()) {
    BP_CO_TRY(const QuerySyntax syntax, parse_query(call.request.query(), arena, options_.query));
    BP_CO_TRY_VOID(refuse_cursor(syntax));
    BP_CO_TRY(const BoundQuery bound, bind_query(syntax, route.entity, {}, binding));
    if (bound.query.grouped)
      co_return failure(Error(Reason::kInvalidQuery, "an item is one row: there is nothing to aggregate")
                            .with_hint("aggregate over its collection, with a filter"));
    const auto* by_key = operation.read.query.where;
    operation.read.query = bound.query;
    operation.read.query.where = binding.build().both(by_key, bound.query.where);
  }
  const bool versioned = session_.model().entity(route.entity).version != model::kNoField;
  operation.read.version = versioned;
  operation.values = arena.copy_array<Cell>(std::span<const Cell>(values_));

  const engine::ReplyForm form{
      .options = {.numbers_as_strings = preferences.numbers_as_strings, .strip_nulls = media.strip_nulls},
      .shape = render::JsonVisitor::Shape::kObject,
      .cancel = call.request.left(),
      .caller = &call.caller};
  BP_CO_TRY(const auto outcome, co_await session_.run_read(operation, call.principal, form, call.reply.body));
  if (outcome.rows == 0)
    co_return failure(Reason::kNotFound, "there is no such row in " + session_.model().entity(route.entity).plural);
  call.reply.content_type = media.singular || media.strip_nulls ? media.content_type : call.reply.content_type;
  if (!preferences.applied.empty()) call.reply.add_header("Preference-Applied", preferences.applied);
  if (!versioned) co_return Result<void>{};
  // The version says nothing of rows that are embedded.
  const bool weak = std::ranges::any_of(operation.read.query.select, [](const operation::SelectItem& each) {
    return each.kind == operation::SelectItem::Kind::kEmbed;
  });
  answer_tagged({.version = outcome.version, .weak = weak, .coding = call.tag_suffix()}, call.principal, call.request,
                call.reply);
  co_return Result<void>{};
}

}  // namespace bedplate::rest
