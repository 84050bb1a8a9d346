#pragma once
// Api: the REST protocol on one event loop, below /api. The route table is in api.cpp; a request goes parse → bind →
// engine → reply, each a file. Not thread-safe: one per loop; drained before its loop ends.
#include <chrono>
#include <functional>
#include <memory>

#include "api/catalog.hpp"
#include "base/scope.hpp"
#include "engine/session.hpp"
#include "http/handler.hpp"
#include "middleware/callers.hpp"
#include "middleware/compression.hpp"
#include "operation/cursor.hpp"
#include "rest/bind.hpp"
#include "rest/parse_query.hpp"

namespace bedplate::rest {

struct Options {
  std::string base_url;  ///< what Location and Link begin with, without a slash at its end; empty: with the path
  std::size_t body = std::size_t{1} << 20;             ///< bytes of a request's body once it is decoded
  std::size_t batch = 100;                             ///< operations of a batch
  std::uint64_t import_body = std::uint64_t{1} << 30;  ///< the same of an import
  BindLimits rows;
  QueryLimits query;
  std::shared_ptr<const operation::CursorKeys> cursors;                  ///< null: lists have none
  std::chrono::milliseconds stream_deadline = std::chrono::minutes(10);  ///< of a list as lines, to its end
  bool rollbacks = false;                                                ///< a write may ask for its own rollback
  bool explain_denials = false;                                          ///< development: errors name the missing rule
  const middleware::Callers* callers = nullptr;  ///< whose shares are whose; null: all are one's
  /// Told of every fault of ours or the environment's (5xx), whose cause a reply never has: for the log. On the loop.
  std::function<void(const Error&, const http::Request&)> report;
};

/// Who asks; INVALID_TOKEN when a credential was sent and is not good. Called once a request, on the loop.
using Authenticate = std::move_only_function<Result<std::shared_ptr<const operation::Principal>>(http::Request&)>;

struct Body;
struct MediaType;
struct Preferences;
struct Prepared;
class References;
struct Route;
struct WriteRequest;

class Api final : public http::Handler {
 public:
  /// All outlive it.
  Api(engine::Session& session, const api::Catalog& catalog, Authenticate authenticate, const Options& options);

  void handle(http::Request& request, http::ReplyWriter& writer) override;
  /// Imports.
  bool takes_parts(const http::Request& request) const override;
  /// Requests that wait for a store.
  std::size_t in_flight() const { return scope_.running(); }
  auto join() { return scope_.join(); }

 private:
  struct Call {
    http::Request& request;
    http::Reply& reply;
    http::ReplyWriter& writer;
    const operation::Principal& principal;
    const access::AccessView& view;
    const middleware::RequestCaller& caller;
    middleware::AcceptedCoding coding;  ///< of the reply
    Arena* arena;                       ///< the request's, or that of a part of it
    References* references = nullptr;   ///< of an operation of a batch

    /// Of the ETag of the reply as it is now.
    std::string_view tag_suffix() const {
      return middleware::Compression::encodes(coding, reply.body.size()) ? coding_name(coding.coding)
                                                                         : std::string_view{};
    }
  };

  static Task<void> serve(Api* api, http::Request* request, http::ReplyWriter* writer);
  /// `coding` is told as soon as it is known, for errors too.
  Task<Result<void>> answer(http::Request& request, http::ReplyWriter& writer, middleware::AcceptedCoding& coding);
  Task<Result<void>> list(Call& call, const Route& route);
  /// A list as lines.
  Task<Result<void>> lines(Call& call, const operation::Operation& operation, const BoundQuery& bound,
                           const MediaType& media, const Preferences& preferences);
  Task<Result<void>> item(Call& call, const Route& route);
  Task<Result<void>> create(Call& call, const Route& route);
  /// Rows that come in a body of any length, as far as they are right.
  class Import;
  Task<Result<void>> import_rows(Call& call, const Route& route);
  Task<Result<void>> put(Call& call, const Route& route);
  void add_location(Call& call, model::EntityId entity, std::span<const Cell> key);
  /// PATCH and DELETE, of an item or of a collection's rows.
  Task<Result<void>> change(Call& call, const Route& route, operation::Change::Kind kind);

  Result<WriteRequest> write_request(const Call& call) const;
  // A write is prepared, of a request or of an operation of a batch, runs, and completes its reply.
  Result<Prepared> prepare_create(Call& call, const Route& route, const Body& body);
  Result<Prepared> prepare_insert(Call& call, model::EntityId entity, const Body& body, const QuerySyntax& syntax,
                                  WriteRequest write);
  Result<void> prepare_upsert(Call& call, std::span<const model::FieldId> conflict, Prepared& made);
  Result<Prepared> prepare_put(Call& call, const Route& route, const Body& body);
  Result<void> require_change(Call& call, const Route& route, operation::Change::Kind kind);
  Result<Prepared> prepare_change(Call& call, const Route& route, operation::Change::Kind kind, const Body& body);
  Task<Result<void>> perform(Call& call, Prepared& prepared);
  /// The outcome of a write without its reply.
  Task<Result<engine::WriteOutcome>> run(Call& call, const Prepared& prepared);
  static engine::WriteOutcome nothing_written(const Prepared& prepared, std::string& body);
  void complete(Call& call, const Prepared& prepared, const engine::WriteOutcome& outcome);
  /// Writes all or none of several.
  Task<Result<void>> batch(Call& call);
  Result<Prepared> prepare(Call& call, const Route& route, const Body& body);
  Task<Result<void>> explain(Call& call);
  Task<Result<void>> history(Call& call, const Route& route);
  /// A binding of the call's names; the values of the one before are gone.
  Binding binding(const Call& call);
  /// NOT_FOUND for a row that the caller may not read.
  Task<Result<void>> require_row(Call& call, model::EntityId entity, std::span<const Cell> key);
  /// Whether the caller sees, from the parent's row, any row of a sub-collection's relation.
  Task<Result<bool>> any_below(Call& call, const Route& route);
  Task<Result<bool>> any_row(Call& call, Result<operation::Operation> asked);

  engine::Session& session_;
  const api::Catalog& catalog_;
  Authenticate authenticate_;
  const Options options_;
  middleware::Compression compression_;
  std::vector<Cell> values_;  // of the request being parsed; copied to its arena
  Scope scope_;
};

}  // namespace bedplate::rest
