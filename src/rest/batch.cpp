// POST /api/$batch: several writes in one transaction, all or none.
#include "api/reasons.hpp"
#include "http/request_head.hpp"
#include "json/writer.hpp"
#include "rest/api.hpp"
#include "rest/batch_references.hpp"
#include "rest/body.hpp"
#include "rest/etag.hpp"
#include "rest/problem.hpp"
#include "rest/route.hpp"

namespace bedplate::rest {
namespace {

using http::HeaderName;
using http::Method;

constexpr std::array kHeaders{HeaderName::kPrefer, HeaderName::kIfMatch, HeaderName::kIfNoneMatch, HeaderName::kAccept};

/// One operation, as a request and the reply to it.
struct Operation {
  std::string_view id;
  http::Request request;
  http::Reply reply;
  const json::Node* body = nullptr;
  Prepared prepared;
  operation::NestedWrite tree;                     ///< of a nested one
  std::size_t part = engine::BatchFailure::kNone;  // of the engine's batch; none: it writes nothing
};

std::unexpected<Error> wrong(std::string message, std::string hint) {
  return failure(Error(Reason::kInvalidJson, std::move(message)).with_hint(std::move(hint)));
}

Result<std::string_view> text_of(const json::Node& node, std::string_view name) {
  if (node.is_string()) return node.text;
  return wrong(std::string(name) + " is " + std::string(json::kind_name(node.kind)) + ", and it is a string",
               "as in {\"method\": \"POST\", \"path\": \"/orders\", \"body\": {…}}");
}

Result<void> set_headers(const json::Node& headers, http::Request& request) {
  if (!headers.is_object()) return wrong("headers are an object", "as in {\"Prefer\": \"return=minimal\"}");
  for (const auto& each : headers.children) {
    BP_TRY(const auto value, text_of(each, each.key));
    const auto known = http::header_name(each.key);
    if (std::ranges::find(kHeaders, known) == kHeaders.end())
      return wrong("an operation has no header '" + std::string(each.key) + "'",
                   "it may have Prefer, If-Match, If-None-Match and Accept; the others are the batch's");
    if (http::RequestHead::add_field(each.key, value, http::Request::kMaxHeaders, request))
      return wrong("the header '" + std::string(each.key) + "' is sent twice, or holds a control character", "");
  }
  return {};
}

/// Its path is below /api, as a request's is.
Result<void> set_target(std::string_view path, Operation& operation, Arena& arena) {
  using http::syntax::kTarget;
  if (!path.starts_with('/') || http::syntax::span_of(path, kTarget) != path.size())
    return wrong("'" + std::string(path) + "' is no path of an operation",
                 "it is what follows /api, percent-encoded: /orders?status=eq.paid");
  http::RequestHead::set_target(arena.copy("/api" + std::string(path)), operation.request);
  return {};
}

Result<void> read_operation(const json::Node& node, Operation& operation, Arena& arena) {
  if (!node.is_object()) return wrong("an operation is an object", "with method, path and, mostly, body");
  http::RequestHead::begin(operation.request);
  bool has_path = false, has_method = false;
  for (const auto& each : node.children) {
    if (each.key == "id") {
      BP_TRY(operation.id, text_of(each, "id"));
    } else if (each.key == "method") {
      BP_TRY(const auto method, text_of(each, "method"));
      http::RequestHead::set_method(method, operation.request);
      has_method = true;
    } else if (each.key == "path") {
      BP_TRY(const auto path, text_of(each, "path"));
      BP_TRY_VOID(set_target(path, operation, arena));
      has_path = true;
    } else if (each.key == "body") {
      operation.body = &each;
    } else if (each.key == "headers") {
      BP_TRY_VOID(set_headers(each, operation.request));
    } else {
      return wrong("an operation has no member '" + std::string(each.key) + "'",
                   "it has id, method, path, headers and body");
    }
  }
  if (!has_path || !has_method) return wrong("an operation has a method and a path", "and an id, headers and a body");
  return {};
}

Result<std::span<const json::Node>> read_operations(const json::Node& body, std::size_t most) {
  const auto* operations = body.find("operations");
  if (!body.is_object() || operations == nullptr || !operations->is_array() || body.children.size() != 1)
    return wrong("the body of a batch is an object with operations, an array, and nothing else",
                 "as in {\"operations\": [{\"method\": \"POST\", \"path\": \"/orders\", \"body\": {…}}]}");
  if (operations->children.empty()) return wrong("the batch has no operations", "send one at least");
  if (operations->children.size() > most)
    return failure(
        Error(Reason::kLimitExceeded, "the batch has more operations than limits.batch, " + std::to_string(most))
            .with_hint("send several rows in one operation, or several batches"));
  return std::span<const json::Node>(operations->children);
}

/// Headers that say something of one operation's outcome.
void write_headers(const http::Reply& reply, json::Writer& writer) {
  std::string_view rest = reply.headers();
  bool any = false;
  while (!rest.empty()) {
    const auto end = std::min(rest.find("\r\n"), rest.size());
    const auto line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 2, rest.size()));
    const auto colon = line.find(": ");
    if (colon == std::string_view::npos) continue;
    if (!std::exchange(any, true)) {
      writer.key("headers");
      writer.begin_object();
    }
    writer.member(line.substr(0, colon), line.substr(colon + 2));
  }
  if (any) writer.end_object();
}

void write_result(const Operation& operation, json::Writer& writer) {
  writer.begin_object();
  if (!operation.id.empty()) writer.member("id", operation.id);
  writer.key("status");
  writer.integer(operation.reply.status);
  write_headers(operation.reply, writer);
  if (!operation.reply.content_type.empty() && !operation.reply.body.empty()) {
    writer.key("body");
    writer.raw(operation.reply.body);
  }
  writer.end_object();
}

engine::BatchPart part_of(Operation& operation, std::span<const engine::ReferredCell> late) {
  const Prepared& prepared = operation.prepared;
  using Kind = engine::BatchPart::Kind;
  const bool nested = prepared.kind == Prepared::Kind::kNested;
  if (nested) operation.tree = prepared.nested();
  return {.kind = nested                                     ? Kind::kNested
                  : prepared.kind == Prepared::Kind::kChange ? Kind::kChange
                  : prepared.kind == Prepared::Kind::kUpsert ? Kind::kUpsert
                                                             : Kind::kCreate,
          .operation = &prepared.operation,
          .merge = &prepared.merge,
          .tree = nested ? &operation.tree : nullptr,
          .merges = prepared.merges,
          .form = prepared.write.form(),
          .limits = prepared.write.limits(),
          .out = &operation.reply.body,
          .late = late,
          .outcome = {}};
}

}  // namespace

/// The operation that a request of its own would be.
Result<Prepared> Api::prepare(Call& call, const Route& route, const Body& body) {
  const auto refused = [&](std::string message, std::string hint) {
    return failure(Error(Reason::kMethodNotAllowed, std::move(message)).with_hint(std::move(hint)));
  };
  using Kind = Route::Kind;
  if (route.kind == Kind::kBatch) return refused("a batch holds no other", "send its operations in this one");
  if (route.kind == Kind::kSubCollection || route.kind == Kind::kHistory || route.kind == Kind::kTrash)
    return refused("a sub-collection is read alone", "name the rows' own collection");
  const bool one = route.kind == Kind::kItem;
  const bool done = is_of_item(route.kind) && !one;
  if (done && call.request.method() != Method::kPost) return refused("what is done with a row is sent by POST", "");
  switch (call.request.method()) {
    case Method::kPost:
      if (route.kind == Kind::kRestore) return prepare_change(call, route, operation::Change::Kind::kRestore, body);
      if (route.kind == Kind::kPurge) return prepare_change(call, route, operation::Change::Kind::kPurge, body);
      if (one) return refused("POST is not allowed on one row", "POST to its collection, PATCH or PUT the row");
      return prepare_create(call, route, body);
    case Method::kPut:
      return prepare_put(call, route, body);
    case Method::kPatch:
      return prepare_change(call, route, operation::Change::Kind::kUpdate, body);
    case Method::kDelete:
      return prepare_change(call, route, operation::Change::Kind::kDelete, body);
    default:
      return refused("a batch writes: '" + std::string(call.request.method_text()) + "' is no operation of it",
                     "send POST, PUT, PATCH or DELETE, and read before the batch, behind it, or by its results");
  }
}

namespace {

/// What a batch asks of the headers of its own.
Result<WriteRequest> parse_batch_write(const http::Request& request, const operation::Caller& caller, bool rollbacks) {
  BP_TRY(auto write, parse_write(request, caller, rollbacks));
  const auto& asked = write.preferences;
  if (request.has(HeaderName::kIfMatch) || request.has(HeaderName::kIfNoneMatch))
    return failure(Error(Reason::kPreconditionFailed, "a batch as a whole has no version")
                       .with_hint("send If-Match with the operation that it is about"));
  if (asked.returning != Preferences::Return::kNone || asked.resolution != Preferences::Resolution::kNone ||
      asked.max_affected >= 0 || asked.missing_default || asked.count != operation::Count::kNone ||
      asked.partial_import)
    return failure(Error(Reason::kInvalidPreference, "these preferences are an operation's, not the batch's")
                       .with_hint("send them with it: {\"headers\": {\"Prefer\": \"return=minimal\"}}"));
  if (!request.query().empty())
    return failure(Error(Reason::kUnknownParameter, "a batch has no parameters").with_hint("its operations have"));
  return write;
}

}  // namespace

Task<Result<void>> Api::batch(Call& call) {
  Arena& arena = *call.arena;
  BP_CO_TRY(WriteRequest write, parse_batch_write(call.request, call.caller, options_.rollbacks));
  BP_CO_TRY(const Body body, parse_body(call.request, arena));
  if (body.array || body.text || body.objects.size() != 1) co_return wrong("the body of a batch is an object", "");
  BP_CO_TRY(const auto nodes, read_operations(body.objects[0], options_.batch));
  BP_CO_TRY(auto keyed, keyed_reply(call.request, call.reply, call.principal, "$batch"));

  const auto failed = [&](Error error, std::size_t number) {
    return failure(std::move(error).of_operation(static_cast<std::uint32_t>(number)));
  };
  std::vector<std::unique_ptr<Operation>> operations;
  std::vector<engine::BatchPart> parts;
  std::vector<std::size_t> numbers;  // of the operations, by part
  BatchReferences references(call.view, arena);
  const auto add = [&](const json::Node& node) -> Result<void> {
    auto& operation = *operations.emplace_back(std::make_unique<Operation>());
    BP_TRY_VOID(read_operation(node, operation, arena));
    Call of{operation.request, operation.reply, call.writer, call.principal, call.view, call.caller, {}, &arena,
            &references};
    BP_TRY(const Route route,
           parse_route(below_api(operation.request.path()), catalog_, CallerNames(call.view), arena, &references));
    BP_TRY(const Body its, operation.body != nullptr ? body_of(*operation.body) : Result<Body>(Body{}));
    BP_TRY(operation.prepared, prepare(of, route, its));
    if (operation.prepared.write.preferences.rollback || operation.prepared.write.preferences.partial_import)
      return failure(Error(Reason::kInvalidPreference, "tx=rollback and import=partial are of a whole request")
                         .with_hint("send tx=rollback with the batch"));
    BP_TRY(const auto late, references.take(operation.prepared));
    if (!operation.id.empty()) BP_TRY_VOID(references.add(operation.id, parts.size(), operation.prepared));
    if (operation.prepared.kind == Prepared::Kind::kNothing) return {};
    operation.part = parts.size();
    numbers.push_back(operations.size() - 1);
    parts.push_back(part_of(operation, late));
    return {};
  };
  for (const auto& node : nodes)
    if (auto added = add(node); !added) co_return failed(std::move(added).error(), operations.size() - 1);

  const auto complete = [&](const engine::WriteOutcome&) {
    std::string out;
    json::Writer writer(out);
    writer.begin_object();
    writer.key("results");
    writer.begin_array();
    for (const auto& operation : operations) {
      auto& reply = operation->reply;
      std::string rows = std::move(reply.body);
      reply.reset();  // it may have been completed before, and in vain
      reply.body = std::move(rows);
      Call of{operation->request, reply, call.writer, call.principal, call.view, call.caller, {}, &arena};
      engine::WriteOutcome outcome = operation->part == engine::BatchFailure::kNone
                                         ? nothing_written(operation->prepared, reply.body)
                                         : parts[operation->part].outcome;
      if (operation->prepared.stays) outcome.rows = 0;
      this->complete(of, operation->prepared, outcome);
      write_result(*operation, writer);
    }
    writer.end_array();
    writer.end_object();
    call.reply.body = std::move(out);
    call.reply.status = 200;
    if (!write.preferences.applied.empty()) call.reply.add_header("Preference-Applied", write.preferences.applied);
  };
  if (keyed) write.use(*keyed, complete);
  engine::BatchFailure failure_of;
  auto outcome = co_await session_.run_batch(parts, call.principal, write.limits(), arena, failure_of);
  if (!outcome && failure_of.part < numbers.size())
    co_return failed(std::move(outcome).error(), numbers[failure_of.part]);
  if (!outcome) co_return failure(std::move(outcome).error());
  finish_write(write, complete, *outcome, arena);
  co_return Result<void>{};
}

}  // namespace bedplate::rest
