#include "app/node/front.hpp"

#include "http/message.hpp"
#include "rest/problem.hpp"

namespace bedplate::app {

void answer_text(const http::Request& request, http::ReplyWriter& writer, int status, std::string_view text) {
  http::Reply& reply = writer.reply();
  const bool reads = request.method() == http::Method::kGet || request.method() == http::Method::kHead;
  reply.status = reads ? status : 405;
  reply.content_type = "text/plain; charset=utf-8";
  reply.add_header("Cache-Control", "no-store");
  if (!reads) reply.add_header("Allow", "GET, HEAD");
  reply.body = reads ? text : "use GET\n";
  writer.finish();
}

bool answer_health(const http::Request& request, http::ReplyWriter& writer, const std::atomic<bool>& ready) {
  const std::string_view path = request.path();
  if (path == "/healthz") {
    answer_text(request, writer, 200, "ok\n");
  } else if (path == "/readyz") {
    const bool welcome = ready.load(std::memory_order_relaxed);
    answer_text(request, writer, welcome ? 200 : 503, welcome ? "ready\n" : "draining\n");
  } else {
    return false;
  }
  return true;
}

http::Claim Front::claim(const http::Request& request) {
  const std::string_view path = request.path();
  if (path == "/healthz" || path == "/readyz") return {.urgent = true};
  return {.caller = caller_of_(request)};
}

void Front::handle(http::Request& request, http::ReplyWriter& writer) { observe(request, writer, &Front::route); }
void Front::refuse(http::Request& request, http::ReplyWriter& writer) { observe(request, writer, &Front::turn_away); }

void Front::observe(http::Request& request, http::ReplyWriter& writer,
                    void (Front::*answer)(http::Request&, http::ReplyWriter&)) {
  http::ReplyWriter& observed = ways_.watch.begin(request, writer);
  try {
    (this->*answer)(request, observed);
  } catch (...) {
    ways_.watch.forget(observed);  // the server answers
    throw;
  }
}

void Front::turn_away(http::Request& request, http::ReplyWriter& writer) {
  ways_.cors.grant(request, writer.reply());
  rest::write_problem(Error(Reason::kOverloaded, "Too many requests are waiting.").with_hint("Try again shortly."),
                      request, writer.reply());
  writer.finish();
}

void Front::route(http::Request& request, http::ReplyWriter& writer) {
  if (answer_health(request, writer, ways_.ready)) return;
  if (ways_.dev_page && ways_.dev_page->answer(request, writer, ways_.model)) return;
  if (ways_.metrics && request.path() == "/metrics") return ways_.metrics->handle(request, writer);
  if (ways_.console.serves(request.path())) return ways_.console.handle(request, writer);
  if (ways_.cors.preflight(request, writer.reply())) return writer.finish();
  ways_.cors.grant(request, writer.reply());
  if (writer.crowded()) {
    rest::write_problem(Error(Reason::kOverloaded, "too many replies wait to be read"), request, writer.reply());
    return writer.finish();
  }
  ways_.rest.handle(request, writer);
}

}  // namespace bedplate::app
