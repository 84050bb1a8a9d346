#include "app/dev/dev_page.hpp"

#include "base/base64.hpp"
#include "console/local_user.hpp"
#include "crypto/hash.hpp"
#include "http/message.hpp"

namespace bedplate::app {
namespace {

constexpr std::string_view kStyle = R"(
:root{color-scheme:light dark;font:16px/1.55 system-ui,sans-serif}
body{max-width:60rem;margin:0 auto;padding:3rem 1.5rem}
h1{font-size:1.5rem;margin:0 0 .25rem}
p{margin:.25rem 0 1.5rem}
.fine{color:light-dark(#137333,#81c995)}
.broken{color:light-dark(#b3261e,#f2b8b5)}
pre{padding:1rem 1.25rem;border-radius:.5rem;overflow:auto;font:14px/1.5 ui-monospace,monospace;
background:light-dark(#f4f4f2,#232321);border-left:.25rem solid light-dark(#b3261e,#f2b8b5)}
ul{columns:14rem;padding-left:1.2rem}
a{color:light-dark(#0b57d0,#a8c7fa)}
)";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string page(const DevStatus::State& state, const model::Model& model) {
  const bool fine = state.faults.empty();
  std::string out = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">";
  out += "<meta http-equiv=\"refresh\" content=\"2\">";
  out += std::string("<title>") + (fine ? "Bedplate" : "✗ Bedplate") + "</title><style>";
  out.append(kStyle).append("</style></head><body><main><h1>");
  if (fine) {
    out += "<span class=\"fine\">✓</span> " + escaped(state.schema) + " is served</h1>";
    out += "<p>Save the file, and this page and the API follow.</p>";
  } else {
    out += "<span class=\"broken\">✗</span> " + escaped(state.schema) + " is not served</h1>";
    out += "<p>The API goes on with the schema that was saved before. Mend this and save:</p>";
    out += "<pre tabindex=\"0\">" + escaped(state.faults) + "</pre>";
  }
  out += "<p><a href=\"/console\">Console</a> · <a href=\"/docs\">Reference</a></p><h2>Resources</h2><ul>";
  for (const auto& entity : model.entities)
    out += "<li><a href=\"/api/" + escaped(entity.plural) + "\">/api/" + escaped(entity.plural) + "</a></li>";
  return out + "</ul></main></body></html>\n";
}

}  // namespace

DevPage::DevPage(const DevStatus& status) : status_(status) {
  const auto hash = crypto::sha256(kStyle);
  policy_ = "default-src 'none'; style-src 'sha256-" +
            base64({reinterpret_cast<const char*>(hash.data()), hash.size()}) +
            "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

bool DevPage::answer(const http::Request& request, http::ReplyWriter& writer, const model::Model& model) const {
  if (request.path() != "/" || request.method() != http::Method::kGet) return false;
  http::Reply& reply = writer.reply();
  if (!console::check_local_user(request)) return false;
  reply.content_type = "text/html; charset=utf-8";
  reply.add_header("Cache-Control", "no-store");
  reply.add_header("X-Content-Type-Options", "nosniff");
  reply.add_header("Content-Security-Policy", policy_);
  reply.body = page(status_.state(), model);
  writer.finish();
  return true;
}

}  // namespace bedplate::app
