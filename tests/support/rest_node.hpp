#pragma once
// RestNode: a Node with REST on it, without sockets. answer() runs a whole request through the protocol; bind() stops
// after the binder and hands out the operation, so that a test may answer it in another way.
#include "api/catalog.hpp"
#include "rest/api.hpp"
#include "support/local_exchange.hpp"
#include "support/node.hpp"

namespace bedplate::testing_support {

struct Answer {
  int status = 0;
  std::string headers, body;
  std::uint64_t opened = 0;  ///< statements
  friend bool operator==(const Answer&, const Answer&) = default;
};

/// An operation bound from a query string; everything it points to is its own.
struct Bound {
  std::unique_ptr<Arena> arena = std::make_unique<Arena>();
  std::vector<Cell> values;
  operation::Operation operation;
  rest::BoundQuery query;
};

using PrincipalPtr = std::shared_ptr<const operation::Principal>;

class RestNode : public Node {
 public:
  explicit RestNode(std::string_view sdl, const std::vector<std::string>& rows = {},
                    const engine::Options& options = {}, const rest::Options& rest_options = {})
      : Node(sdl, rows, options),
        rest_options_(rest_options),
        catalog_(model()),
        anonymous_(principal({})),
        api_(session(), catalog_, [this](http::Request&) { return Result<PrincipalPtr>(asks_); }, rest_options_) {}

  PrincipalPtr anonymous() const { return anonymous_; }
  const api::Catalog& catalog() const { return catalog_; }

  /// `text`: a request as LocalExchange takes it (`GET /api/orders?limit=1`, then header lines).
  Answer answer(std::string_view text, const PrincipalPtr& who) {
    asks_ = who;
    const std::uint64_t before = opened();
    test::LocalExchange exchange(loop(), text);
    if (!exchange.run(api_)) return {.status = -1, .headers = {}, .body = std::string(text)};
    return {.status = exchange.reply().status,
            .headers = exchange.reply().headers(),
            .body = exchange.reply().body,
            .opened = opened() - before};
  }
  Answer get(std::string_view target, const PrincipalPtr& who) { return answer("GET " + std::string(target), who); }

  Result<std::unique_ptr<Bound>> bind(std::string_view resource, std::string_view query,
                                      const operation::Principal& who,
                                      operation::Count count = operation::Count::kNone) {
    auto made = std::make_unique<Bound>();
    const auto view = session().view(who);
    BP_TRY(const auto entity, catalog_.resource(resource));
    BP_TRY(const auto syntax, rest::parse_query(made->arena->copy(query), *made->arena, rest_options_.query));
    rest::Binding binding{.catalog = catalog_,
                          .view = *view,
                          .arena = *made->arena,
                          .values = made->values,
                          .limits = rest_options_.rows};
    BP_TRY(made->query, rest::bind_query(syntax, entity, {}, binding));
    made->operation.read.query = made->query.query;
    made->operation.read.count = count;
    made->operation.values = made->values;
    return made;
  }

 private:
  const rest::Options rest_options_;
  const api::Catalog catalog_;
  const PrincipalPtr anonymous_;
  PrincipalPtr asks_;
  rest::Api api_;
};

}  // namespace bedplate::testing_support
