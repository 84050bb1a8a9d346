#include "upstream/url.hpp"

#include <algorithm>
#include <curl/curl.h>
#include <memory>

namespace bedplate::upstream {
namespace {

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

std::string part(CURLU* url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, which, &text, flags) != CURLUE_OK || text == nullptr) return {};
  std::string copy(text);
  curl_free(text);
  return copy;
}

void lower(std::string& text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
}

}  // namespace

std::optional<Url> parse_url(const std::string& text) {
  const std::unique_ptr<CURLU, FreeUrl> url(curl_url());
  if (!url || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
    return std::nullopt;
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  Url parsed;
  parsed.scheme = part(url.get(), CURLUPART_SCHEME);
  parsed.host = part(url.get(), CURLUPART_HOST);
  parsed.port = part(url.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT);
  parsed.has_user = !part(url.get(), CURLUPART_USER).empty() || !part(url.get(), CURLUPART_PASSWORD).empty();
  parsed.text = part(url.get(), CURLUPART_URL);
  lower(parsed.scheme);
  lower(parsed.host);
  return parsed;
}

}  // namespace bedplate::upstream
