#include "upstream/fetch.hpp"

#include <arpa/inet.h>
#include <cstring>
#include <curl/curl.h>
#include <memory>
#include <optional>

#include "upstream/egress.hpp"
#include "upstream/url.hpp"

namespace bedplate::upstream {
namespace {

constexpr std::size_t kMaxHeadBytes = 64 * 1024;  // of all replies of one hop, interim ones too

struct FreeEasy {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};

struct Hop {
  bool allow_private = false;
  bool refused = false;  // an address was
  std::size_t max_bytes = 0;
  std::size_t head_bytes = 0;
  std::string body;
  long status = 0;
  std::string location;  // absolute
  std::chrono::microseconds took{0};
};

std::optional<net::Address> address_of(const curl_sockaddr& from) {
  net::Address address;
  if (from.family == AF_INET) {
    sockaddr_in in;
    std::memcpy(&in, &from.addr, sizeof in);
    address.ip[10] = address.ip[11] = 0xff;
    std::memcpy(address.ip.data() + 12, &in.sin_addr, 4);
    return address;
  }
  if (from.family != AF_INET6) return std::nullopt;
  sockaddr_in6 in;
  std::memcpy(&in, &from.addr, std::min<std::size_t>(sizeof in, from.addrlen));
  address.v4 = false;
  std::memcpy(address.ip.data(), &in.sin6_addr, 16);
  return address;
}

// Called with the very address that connect() will get: no name is resolved after the check.
curl_socket_t open_socket(void* data, curlsocktype purpose, curl_sockaddr* to) {
  Hop& hop = *static_cast<Hop*>(data);
  const auto address = address_of(*to);
  if (purpose != CURLSOCKTYPE_IPCXN || !address || !may_connect(*address, hop.allow_private)) {
    hop.refused = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

std::size_t take_body(char* bytes, std::size_t, std::size_t size, void* data) {
  Hop& hop = *static_cast<Hop*>(data);
  if (hop.body.size() + size > hop.max_bytes) return 0;
  hop.body.append(bytes, size);
  return size;
}

std::size_t count_head(char*, std::size_t, std::size_t size, void* data) {
  Hop& hop = *static_cast<Hop*>(data);
  hop.head_bytes += size;
  return hop.head_bytes > kMaxHeadBytes ? 0 : size;
}

void set_options(CURL* easy, const Url& url, const FetchRequest& request, Hop& hop, std::chrono::milliseconds left) {
  curl_easy_setopt(easy, CURLOPT_URL, url.text.c_str());
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, url.scheme.c_str());
  curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(easy, CURLOPT_PROXY, "");  // also none from the environment
  curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
  curl_easy_setopt(easy, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);  // a resolver that hangs isn't waited for
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(left.count()));
  curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(request.max_bytes));
  curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  curl_easy_setopt(easy, CURLOPT_USERAGENT, "bedplate");
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, &hop);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, &hop);
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, count_head);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, &hop);
  if (!request.certificate_file.empty()) {
    curl_easy_setopt(easy, CURLOPT_CAINFO, request.certificate_file.c_str());
    curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);
  }
}

std::unexpected<Error> refused(std::string cause) {
  return failure(Error(Reason::kEgressRefused, "The configured address may not be called.")
                     .with_detail(std::move(cause))
                     .with_hint("Loopback and private hosts are called only where `allow_private: true` stands beside "
                                "them, link-local ones (metadata services) never."));
}

Result<> check(const Url& url, const Url& first, bool allow_private) {
  if (url.has_user) return refused("It holds a user name.");
  if (url.scheme == "https" || (url.scheme == "http" && allow_private && url.same_origin_host(first))) return {};
  return refused(url.scheme == "http" ? "It is plain http." : "It is neither http nor https.");
}

std::string problem(CURLcode code, const Hop& hop) {
  if (code == CURLE_WRITE_ERROR && hop.head_bytes > kMaxHeadBytes) return "Its head is too long.";
  if (code == CURLE_FILESIZE_EXCEEDED || code == CURLE_WRITE_ERROR) return "Its body is too long.";
  if (code == CURLE_OPERATION_TIMEDOUT) return "It took too long.";
  return std::string(curl_easy_strerror(code)) + ".";
}

Result<> run(const Url& url, const FetchRequest& request, Hop& hop, std::chrono::milliseconds left) {
  const std::unique_ptr<CURL, FreeEasy> easy(curl_easy_init());
  if (!easy) return failure(Reason::kUnavailable, "no memory for a call");
  set_options(easy.get(), url, request, hop, left);
  const CURLcode code = curl_easy_perform(easy.get());
  if (hop.refused && code != CURLE_OK) return refused("Its address is loopback, private, link-local or reserved.");
  if (code != CURLE_OK)
    return failure(Error(Reason::kUpstreamFailed, "The configured address gave no answer.")
                       .with_detail(problem(code, hop))
                       .with_hint("Fetch it with curl from the same machine."));
  curl_off_t took = 0;
  char* location = nullptr;
  curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &hop.status);
  curl_easy_getinfo(easy.get(), CURLINFO_TOTAL_TIME_T, &took);
  curl_easy_getinfo(easy.get(), CURLINFO_REDIRECT_URL, &location);
  hop.took = std::chrono::microseconds(took);
  if (location) hop.location = location;
  return {};
}

}  // namespace

Result<std::string> fetch(const FetchRequest& request) {
  const auto first = parse_url(request.url);
  if (!first || request.url.find('\0') != std::string::npos)
    return failure(Error(Reason::kInvalidConfiguration, "This is no absolute URL.").with_hint("Write https://…"));
  auto url = *first;
  std::chrono::microseconds left = request.deadline;
  for (int redirects = 0;; ++redirects) {
    BP_TRY_VOID(check(url, *first, request.allow_private));
    Hop hop;
    hop.allow_private = request.allow_private && url.same_origin_host(*first);
    hop.max_bytes = request.max_bytes;
    BP_TRY_VOID(
        run(url, request, hop,
            std::max(std::chrono::milliseconds(1), std::chrono::duration_cast<std::chrono::milliseconds>(left))));
    if (hop.status == 200) return std::move(hop.body);
    const auto next = hop.location.empty() ? std::nullopt : parse_url(hop.location);
    left -= hop.took;
    if (hop.status / 100 != 3 || !next || redirects >= request.max_redirects || left.count() <= 0)
      return failure(Error(Reason::kUpstreamFailed, "The configured address gave no usable answer.")
                         .with_detail("Its status is " + std::to_string(hop.status) + "."));
    url = *next;
  }
}

}  // namespace bedplate::upstream
