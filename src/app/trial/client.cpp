#include "app/trial/client.hpp"

#include <curl/curl.h>

#include "base/text.hpp"

namespace bedplate::app {
namespace {

constexpr long kTimeout = 10;  // seconds

/// Within single quotes of a shell.
std::string shell_word(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'')
      out += "'\\''";
    else
      out += c;
  }
  return out + "'";
}

std::size_t take_body(char* bytes, std::size_t, std::size_t count, void* answer) {
  static_cast<Answer*>(answer)->body.append(bytes, count);
  return count;
}

std::size_t take_header(char* bytes, std::size_t, std::size_t count, void* into) {
  auto& answer = *static_cast<Answer*>(into);
  std::string_view line(bytes, count);
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return count;
  std::string name(line.substr(0, colon));
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  std::string_view value = line.substr(colon + 1);
  while (value.starts_with(' ')) value.remove_prefix(1);
  answer.headers.emplace_back(std::move(name), value);
  return count;
}

}  // namespace

struct TrialClient::Handle {
  CURL* easy = curl_easy_init();
  ~Handle() { curl_easy_cleanup(easy); }
  Handle() = default;
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
};

std::string_view Answer::header(std::string_view name) const {
  for (const auto& [each, value] : headers)
    if (each == name) return value;
  return {};
}

TrialClient::TrialClient(std::string origin) : origin_(std::move(origin)), handle_(std::make_unique<Handle>()) {}
TrialClient::~TrialClient() = default;

Result<Answer> TrialClient::send(const Ask& ask) {
  CURL* easy = handle_->easy;
  curl_easy_reset(easy);
  Answer answer;
  const std::string url = origin_ + ask.path;
  curl_slist* headers = nullptr;
  for (const auto& each : ask.headers) headers = curl_slist_append(headers, each.c_str());
  if (!ask.body.empty()) headers = curl_slist_append(headers, "Content-Type: application/json");
  headers = curl_slist_append(headers, "Expect:");
  curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
  curl_easy_setopt(easy, CURLOPT_PATH_AS_IS, 1L);
  curl_easy_setopt(easy, CURLOPT_PROXY, "");
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_TIMEOUT, kTimeout);
  curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, ask.method.c_str());
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
  if (!ask.body.empty()) {
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, ask.body.c_str());
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, static_cast<long>(ask.body.size()));
  }
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, &answer);
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, &answer);
  const CURLcode code = curl_easy_perform(easy);
  curl_slist_free_all(headers);
  if (code != CURLE_OK)
    return failure(Error(Reason::kUnavailable, std::string("no answer: ") + curl_easy_strerror(code)));
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  answer.status = static_cast<int>(status);
  return answer;
}

std::string TrialClient::curl_line(const Ask& ask) const {
  std::string line = "curl -sS -i -X " + ask.method + " " + shell_word(origin_ + ask.path);
  for (const auto& each : ask.headers) line += " -H " + shell_word(each);
  if (!ask.body.empty()) line += " -H 'Content-Type: application/json' -d " + shell_word(ask.body);
  return line;
}

}  // namespace bedplate::app
