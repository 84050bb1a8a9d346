// A write that is ready: it runs, and its reply is completed.
#include "rest/api.hpp"
#include "rest/prepared.hpp"

namespace bedplate::rest {

Result<WriteRequest> Api::write_request(const Call& call) const {
  BP_TRY(auto write, parse_write(call.request, call.caller, options_.rollbacks));
  // An operation of a batch returns its rows unless it says otherwise.
  auto& returning = write.preferences.returning;
  if (call.references != nullptr && returning == Preferences::Return::kNone)
    returning = Preferences::Return::kRepresentation;
  return write;
}

Task<Result<void>> Api::perform(Call& call, Prepared& prepared) {
  WriteRequest& write = prepared.write;
  const auto& resource = session_.model().entity(prepared.entity).plural;
  BP_CO_TRY(auto keyed, keyed_reply(call.request, call.reply, call.principal, resource));
  const auto complete = [&](const engine::WriteOutcome& outcome) { this->complete(call, prepared, outcome); };
  if (keyed) write.use(*keyed, complete);
  BP_CO_TRY(const auto outcome, co_await run(call, prepared));
  finish_write(write, complete, outcome, *call.arena);
  co_return Result<void>{};
}

Task<Result<engine::WriteOutcome>> Api::run(Call& call, const Prepared& prepared) {
  const auto& [kind, method, entity, operation, merge, steps, root, left, merges, stays, write] = prepared;
  std::string& body = call.reply.body;
  switch (kind) {
    case Prepared::Kind::kNothing:
      break;
    case Prepared::Kind::kCreate:
      co_return co_await session_.run_create(operation, call.principal, write.form(), write.limits(), *call.arena,
                                             body);
    case Prepared::Kind::kUpsert:
      co_return co_await session_.run_upsert(operation, merge, merges, call.principal, write.form(), write.limits(),
                                             *call.arena, body);
    case Prepared::Kind::kNested: {
      const auto tree = prepared.nested();
      co_return co_await session_.run_nested(tree, call.principal, write.form(), write.limits(), *call.arena, body);
    }
    case Prepared::Kind::kChange: {
      BP_CO_TRY(auto outcome,
                co_await session_.run_change(operation, call.principal, write.form(), write.limits(), body));
      if (stays) outcome.rows = 0;
      co_return outcome;
    }
  }
  co_return nothing_written(prepared, body);
}

engine::WriteOutcome Api::nothing_written(const Prepared& prepared, std::string& body) {
  engine::WriteOutcome outcome;
  if (prepared.method == Prepared::Method::kPost && (!prepared.write.representation() || prepared.write.media.singular))
    return outcome;
  body = "[]";
  outcome.readable = true;
  return outcome;
}

void Api::complete(Call& call, const Prepared& prepared, const engine::WriteOutcome& outcome) {
  const WriteRequest& write = prepared.write;
  http::Reply& reply = call.reply;
  const bool posts = prepared.method == Prepared::Method::kPost;
  auto told = outcome;
  if (prepared.stays && !told.readable && write.representation() && !write.one && !write.media.singular) {
    reply.body = "[]";
    told.readable = true;
  }
  if (posts && outcome.rows == 1 && outcome.inserted == 1) add_location(call, prepared.entity, outcome.key);
  if (posts && write.preferences.count == operation::Count::kExact)
    reply.add_header("Content-Range", written_range(write, outcome.rows, false));
  reply_written(write, told, call.principal, reply);
  const int without_content = reply.content_type.empty() ? 204 : 200;
  switch (prepared.method) {
    case Prepared::Method::kPost: {
      const bool merged = write.preferences.resolution == Preferences::Resolution::kMergeDuplicates;
      reply.status = merged && outcome.inserted == 0 ? 200 : 201;
      return;
    }
    case Prepared::Method::kPut:
      reply.status = outcome.inserted > 0 ? 201 : without_content;
      if (outcome.inserted > 0) add_location(call, prepared.entity, outcome.key);
      return;
    case Prepared::Method::kPatch:
    case Prepared::Method::kDelete:
      reply.status = without_content;
      if (!write.one)
        reply.add_header("Content-Range",
                         written_range(write, outcome.rows, prepared.method == Prepared::Method::kPatch));
      return;
  }
}

}  // namespace bedplate::rest
