#include "rest/api.hpp"

#include "api/reasons.hpp"
#include "rest/negotiate.hpp"
#include "rest/problem.hpp"
#include "rest/route.hpp"

namespace bedplate::rest {

using http::Method;

namespace {

/// Of every reply to a read, of an error too: it is its caller's own, and never given again without asking whether it
/// still holds (RFC 9111 section 5.2.2).
constexpr std::string_view kCaching = "Cache-Control: private, no-cache\r\nVary: Accept, Accept-Encoding\r\n";

std::string_view allowed_of(Route::Kind kind) {
  switch (kind) {
    case Route::Kind::kCollection:
      return "OPTIONS,GET,HEAD,POST,PUT,PATCH,DELETE";
    case Route::Kind::kItem:
      return "OPTIONS,GET,HEAD,PUT,PATCH,DELETE";
    case Route::Kind::kSubCollection:
    case Route::Kind::kHistory:
    case Route::Kind::kTrash:
      return "OPTIONS,GET,HEAD";
    case Route::Kind::kRestore:
    case Route::Kind::kPurge:
    case Route::Kind::kBatch:
      break;
  }
  return "OPTIONS,POST";
}

}  // namespace

Api::Api(engine::Session& session, const api::Catalog& catalog, Authenticate authenticate, const Options& options)
    : session_(session), catalog_(catalog), authenticate_(std::move(authenticate)), options_(options) {}

void Api::handle(http::Request& request, http::ReplyWriter& writer) {
  scope_.spawn(&Api::serve, this, &request, &writer);
}

Task<void> Api::serve(Api* api, http::Request* request, http::ReplyWriter* writer) {
  // The one place where what a library throws becomes a reply: only memory running out should.
  bool out_of_memory = false;
  middleware::AcceptedCoding coding;
  if (request->method() == Method::kGet || request->method() == Method::kHead)
    writer->reply().add_standing_lines(kCaching);
  try {
    auto answered = co_await api->answer(*request, *writer, coding);
    if (!answered) {
      const bool fault = api::reason_entry(answered.error().reason()).http >= 500;
      if (fault && api->options_.report) api->options_.report(answered.error(), *request);
      if (writer->begun()) co_return writer->abort();
      write_problem(answered.error(), *request, writer->reply());
    }
    if (!writer->begun()) api->compression_.encode(coding, writer->reply());
  } catch (const std::bad_alloc&) {
    out_of_memory = true;
  }
  if (out_of_memory && writer->begun()) co_return writer->abort();
  if (out_of_memory) write_problem(Error(Reason::kUnavailable, "memory ran out"), *request, writer->reply());
  writer->finish();
}

Binding Api::binding(const Call& call) {
  values_.clear();
  return {.catalog = catalog_,
          .view = call.view,
          .arena = *call.arena,
          .values = values_,
          .limits = options_.rows,
          .refusal = {.authenticated = call.principal.authenticated(), .explain = options_.explain_denials},
          .references = call.references};
}

std::string_view below_api(std::string_view path) {
  constexpr std::string_view kBase = "/api";
  if (!path.starts_with(kBase)) return {};
  path.remove_prefix(kBase.size());
  return path.starts_with('/') ? path : std::string_view{};
}

bool Api::takes_parts(const http::Request& request) const {
  return prefers_partial_import(request) && !below_api(request.path()).empty();
}

Task<Result<void>> Api::answer(http::Request& request, http::ReplyWriter& writer, middleware::AcceptedCoding& coding) {
  http::Reply& reply = writer.reply();
  BP_CO_TRY(const auto principal, authenticate_(request));
  BP_CO_TRY(coding, compression_.accepted(request));
  BP_CO_TRY_VOID(compression_.decode(options_.body, request, reply));
  const auto path = below_api(request.path());
  if (path.empty())
    co_return failure(
        Error(Reason::kUnknownResource, "there is nothing at this path").with_hint("resources are below /api/"));
  const auto view = session_.view(*principal);
  const middleware::RequestCaller caller(options_.callers, request, *principal);
  Call call{request, reply, writer, *principal, *view, caller, coding, &request.arena()};
  if (path == "/$access" && request.method() == Method::kGet) co_return co_await explain(call);
  BP_CO_TRY(const Route route, parse_route(path, catalog_, CallerNames(*view), request.arena()));

  using Kind = Route::Kind;
  using Change = operation::Change::Kind;
  const bool one = route.kind == Kind::kItem;
  const bool writes = one || route.kind == Kind::kCollection;
  const std::string_view allowed = allowed_of(route.kind);
  switch (request.method()) {
    case Method::kGet:
    case Method::kHead:
      if (one) co_return co_await item(call, route);
      if (route.kind == Kind::kHistory) co_return co_await history(call, route);
      if (is_of_item(route.kind) || route.kind == Kind::kBatch) break;
      co_return co_await list(call, route);
    case Method::kPost:
      if (route.kind == Kind::kCollection) co_return co_await create(call, route);
      if (route.kind == Kind::kBatch) co_return co_await batch(call);
      if (route.kind == Kind::kRestore) co_return co_await change(call, route, Change::kRestore);
      if (route.kind == Kind::kPurge) co_return co_await change(call, route, Change::kPurge);
      break;
    case Method::kPatch:
      if (writes) co_return co_await change(call, route, Change::kUpdate);
      break;
    case Method::kDelete:
      if (writes) co_return co_await change(call, route, Change::kDelete);
      break;
    case Method::kPut:
      if (writes) co_return co_await put(call, route);
      break;
    case Method::kOptions:
      reply.status = 200;
      reply.content_type = {};
      reply.add_header("Allow", allowed);
      co_return Result<void>{};
    case Method::kOther:
      break;
  }
  write_problem(Error(Reason::kMethodNotAllowed, std::string(request.method_text()) + " is not allowed here"), request,
                reply);
  reply.add_header("Allow", allowed);
  co_return Result<void>{};
}

}  // namespace bedplate::rest
