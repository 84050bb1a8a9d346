#include "app/front.hpp"

#include "http/message.hpp"
#include "rest/problem.hpp"

namespace bedplate::app {
namespace {

void answer(const http::Request& request, http::ReplyWriter& writer, int status, std::string_view text) {
  http::Reply& reply = writer.reply();
  const bool reads = request.method() == http::Method::kGet || request.method() == http::Method::kHead;
  reply.status = reads ? status : 405;
  reply.content_type = "text/plain; charset=utf-8";
  reply.add_header("Cache-Control", "no-store");
  if (!reads) reply.add_header("Allow", "GET, HEAD");
  reply.body = reads ? text : "use GET\n";
  writer.finish();
}

}  // namespace

void Front::handle(http::Request& request, http::ReplyWriter& writer) {
  const std::string_view path = request.path();
  if (path == "/healthz") return answer(request, writer, 200, "ok\n");
  if (path == "/readyz") {
    const bool ready = ready_.load(std::memory_order_relaxed);
    return answer(request, writer, ready ? 200 : 503, ready ? "ready\n" : "draining\n");
  }
  if (writer.crowded()) {
    rest::write_problem(Error(Reason::kOverloaded, "too many replies wait to be read"), request, writer.reply());
    return writer.finish();
  }
  rest_.handle(request, writer);
}

}  // namespace bedplate::app
