#include "rest/problem.hpp"

#include "api/reasons.hpp"
#include "middleware/authenticate.hpp"

namespace bedplate::rest {
namespace {

void text_or_null(json::Writer& writer, std::string_view key, std::string_view text) {
  writer.key(key);
  if (text.empty())
    writer.null();
  else
    writer.string(text);
}

}  // namespace

void write_problem(const Error& error, const http::Request& request, http::Reply& reply) {
  const api::ReasonEntry& entry = api::reason_entry(error.reason());
  reply.reset();
  reply.status = entry.http;
  reply.content_type = "application/problem+json; charset=utf-8";
  middleware::add_challenge(reply, error);
  if (entry.retryable) reply.add_header("Retry-After", "1");

  json::Writer writer(reply.body);
  const std::string word(reason_word(error.reason()));
  writer.begin_object();
  writer.key("type");
  writer.string("urn:bedplate:error:" + word);
  writer.key("title");
  writer.string(entry.title);
  writer.key("status");
  writer.integer(entry.http);
  writer.key("detail");
  writer.string(error.message());
  writer.key("instance");
  writer.string(request.path());
  if (!request.id().empty()) {
    writer.key("requestId");
    writer.string(request.id());
  }
  writer.key("reason");
  writer.string(word);
  writer.key("code");
  writer.string(api::postgrest_code(error.reason()));
  writer.key("message");
  writer.string(error.message());
  text_or_null(writer, "details", error.detail());
  text_or_null(writer, "hint", error.hint());
  write_field_errors(error, writer);
  if (error.operation()) {
    writer.key("operation");
    writer.integer(*error.operation());
  }
  writer.end_object();
}

void write_field_errors(const Error& error, json::Writer& writer) {
  if (error.fields().empty()) return;
  writer.key("errors");
  writer.begin_array();
  for (const auto& field : error.fields()) {
    writer.begin_object();
    writer.key("path");
    writer.string(field.path);
    writer.key("reason");
    writer.string(reason_word(field.reason));
    writer.key("message");
    writer.string(field.message);
    writer.end_object();
  }
  writer.end_array();
}

}  // namespace bedplate::rest
