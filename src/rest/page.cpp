#include "rest/page.hpp"

#include <algorithm>
#include <array>

#include "expr/visit.hpp"
#include "rest/parse_query.hpp"

namespace bedplate::rest {

using expr::Node;
using expr::Op;
using operation::OrderTerm;

namespace {

/// Of a place: what does not fit into a URL beside the rest of it.
constexpr std::size_t kLongestPlace = 3000;

struct Pair {
  std::string_view raw, key, value;
};

/// The parameters as they were sent; what cannot be decoded was refused before.
std::vector<Pair> pairs_of(const http::Request& request, Arena& arena) {
  std::vector<Pair> made;
  auto query = request.query();
  while (!query.empty()) {
    const auto raw = query.substr(0, std::min(query.find('&'), query.size()));
    query.remove_prefix(std::min(raw.size() + 1, query.size()));
    if (raw.empty()) continue;
    const std::size_t equals = std::min(raw.find('='), raw.size());
    const auto key = decode_component(raw.substr(0, equals), true, arena);
    const auto value = decode_component(raw.substr(std::min(equals + 1, raw.size())), true, arena);
    if (key && value) made.push_back({raw, *key, *value});
  }
  return made;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

std::string context_of(const http::Request& request, const operation::Principal& principal, Arena& arena) {
  std::string made;
  const auto& who = principal.identity();
  operation::append_context(made, request.path());
  operation::append_context(made, who.authenticated ? "known" : "anonymous");
  operation::append_context(made, who.tenant);
  operation::append_context(made, who.id);
  auto pairs = pairs_of(request, arena);
  std::ranges::sort(pairs, {}, [](const Pair& pair) { return std::pair(pair.key, pair.raw.data()); });
  for (const Pair& pair : pairs) {
    if (is_one_of(pair.key, {"select", "limit", "offset", "after", "before", "columns"})) continue;
    operation::append_context(made, pair.key);
    operation::append_context(made, pair.value);
  }
  return made;
}

/// Every row can be told from every other by what the caller sees of it.
bool has_places(const operation::Query& query, const Binding& binding) {
  if (query.grouped) return false;
  const auto& entity = binding.model().entity(query.entity);
  for (const auto key : entity.key) {
    const Node* shown = binding.view.field_shown(query.entity, key);
    if (shown == nullptr || !expr::is_true(*shown)) return false;
  }
  return std::ranges::none_of(query.order, [](const OrderTerm& term) {
    return term.node->type.list || term.node->type.scalar == Scalar::kJson;
  });
}

/// The order asked for, then what of the key it lacks; from the other end if `backwards`.
std::span<const OrderTerm> total_order(const operation::Query& query, bool backwards, const Binding& binding) {
  std::vector<OrderTerm> terms(query.order.begin(), query.order.end());
  for (const auto key : binding.model().entity(query.entity).key) {
    if (std::ranges::any_of(terms, [&](const OrderTerm& term) { return expr::is_field(*term.node, key); })) continue;
    const Type type = binding.model().field(query.entity, key).type;
    terms.push_back({.node = binding.build().field(binding.row(query.entity), key, type)});
  }
  if (backwards)
    for (auto& term : terms) {
      term.descending = !term.descending;
      term.nulls_first = !term.nulls_first;
    }
  return binding.arena.copy_array<OrderTerm>(std::span<const OrderTerm>(terms));
}

class Behind {
 public:
  explicit Behind(Binding& binding) : binding_(binding), build_(binding.build()) {}

  /// The rows behind a place: behind in the first term, or the same in it and behind in the next, and so on.
  const Node* condition(std::span<const OrderTerm> terms, std::span<const Cell> place) {
    std::vector<const Node*> ways, same;
    const Node* bound = nullptr;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      const Node* value = terms[i].node;
      const Node* cursor = place[i].is_null() ? nullptr : binding_.value(place[i], value->type);
      const Node* is_null = build_.condition(Op::kIsNull, {value});
      if (const Node* behind = this->behind(terms[i], cursor, is_null)) {
        auto way = same;
        way.push_back(behind);
        ways.push_back(build_.joined(Op::kAnd, way));
      }
      // What an index of the first term can use.
      if (i == 0 && cursor != nullptr && (terms[i].nulls_first || !value->type.nullable))
        bound = build_.condition(terms[i].descending ? Op::kLe : Op::kGe, {value, cursor});
      same.push_back(cursor == nullptr ? is_null : build_.condition(Op::kEq, {value, cursor}));
    }
    return build_.both(bound, build_.joined(Op::kOr, ways));
  }

 private:
  /// Null: nothing is. `cursor` null: the place is among the nulls.
  const Node* behind(const OrderTerm& term, const Node* cursor, const Node* is_null) {
    if (cursor == nullptr) return term.nulls_first ? build_.negated(is_null) : nullptr;
    const Node* further = build_.condition(term.descending ? Op::kLt : Op::kGt, {term.node, cursor});
    if (term.nulls_first || !term.node->type.nullable) return further;
    return build_.joined(Op::kOr, std::array{further, is_null});
  }

  Binding& binding_;
  expr::Builder build_;
};

Error not_a_cursor(std::string_view parameter) {
  return Error(Reason::kInvalidCursor, "'" + std::string(parameter) + "' is no cursor of this list")
      .with_hint("take it from the Link of this list, with the same filter, order and caller; " +
                 std::string(parameter) + "= alone begins anew");
}

/// The same request from another place.
std::string link_to(const http::Request& request, std::string_view base_url, std::string_view parameter,
                    std::string_view value, std::string_view relation) {
  Arena arena(1024);
  std::string link = "<";
  link += base_url;
  link += request.path();
  link += '?';
  for (const Pair& pair : pairs_of(request, arena)) {
    if (is_one_of(pair.key, {"offset", "after", "before"})) continue;
    link += pair.raw;
    link += '&';
  }
  return link.append(parameter).append("=").append(value).append(">; rel=\"").append(relation).append("\"");
}

}  // namespace

Result<Page> bind_page(const QuerySyntax& syntax, const http::Request& request, const operation::Principal& principal,
                       const RowRange& range, const operation::CursorKeys* keys, BoundQuery& bound, Binding& binding) {
  Page page;
  operation::Query& query = bound.query;
  if (bound.max_rows > 0)
    page.rows = bound.max_rows;
  else if (range.limit < 0 && query.limit_slot)
    page.rows = binding.values[*query.limit_slot].as_integer();
  const bool asked = syntax.after || syntax.before;
  if (syntax.after && syntax.before)
    return failure(Error(Reason::kInvalidQuery, "'after' and 'before' don't go together"));
  if (asked && bound.offset > 0)
    return failure(Error(Reason::kInvalidQuery, "a cursor and an offset don't go together")
                       .with_hint("leave 'offset' and 'Range' out: the cursor says where the page begins"));
  if (keys == nullptr || !has_places(query, binding)) {
    if (!asked) return page;
    return failure(Error(Reason::kInvalidQuery, "this list has no cursors")
                       .with_hint("groups, an order by lists or JSON, and types whose key is not readable have none; "
                                  "use limit and offset"));
  }
  if (page.rows == 0 && !asked) return page;
  page.keyed = true;
  page.backwards = syntax.before.has_value();
  page.context = context_of(request, principal, binding.arena);
  query.order = total_order(query, page.backwards, binding);
  query.places = true;
  const auto text = syntax.after ? *syntax.after : syntax.before.value_or("");
  if (text.empty()) return page;
  page.resumed = true;
  const auto place = keys->open(page.context, text);
  std::vector<Type> types;
  for (const auto& term : query.order) types.push_back(term.node->type);
  const auto cells = place ? operation::parse_place(*place, types, binding.arena) : std::nullopt;
  if (!cells) return failure(not_a_cursor(page.backwards ? "before" : "after"));
  query.after = Behind(binding).condition(query.order, *cells);
  return page;
}

Result<void> bind_lines(const QuerySyntax& syntax, const http::Request& request, const operation::Principal& principal,
                        const RowRange& range, const operation::CursorKeys* keys, BoundQuery& bound, Binding& binding) {
  if (syntax.before)
    return failure(Error(Reason::kInvalidQuery, "lines are read forwards, 'before' reads backwards")
                       .with_hint("use 'after', or order by the opposite"));
  if (!syntax.after) return {};
  BP_TRY_VOID(bind_page(syntax, request, principal, range, keys, bound, binding));
  bound.query.places = false;  // nobody asks where a line stands
  return {};
}

Result<void> add_links(const Page& page, const http::Request& request, std::string_view base_url,
                       const BoundQuery& bound, const engine::ReadOutcome& outcome, const operation::CursorKeys* keys,
                       http::Reply& reply) {
  // Of a list with a limit of its own nobody looked further.
  const bool ended = bound.max_rows > 0 ? !outcome.more : page.rows == 0 || outcome.rows < page.rows;
  const bool too_long = std::max(outcome.first_place.size(), outcome.page_place.size()) > kLongestPlace;
  if (!page.keyed || (too_long && !page.resumed && !page.backwards)) {
    if (outcome.more)
      reply.add_header("Link",
                       link_to(request, base_url, "offset", std::to_string(bound.offset + outcome.rows), "next"));
    return {};
  }
  if (too_long)
    return failure(Error(Reason::kLimitExceeded, "what this list is ordered by is too long for a cursor")
                       .with_hint("order by shorter values, or use limit and offset"));
  const auto neighbour = [&](std::string_view parameter, const std::string& place) {
    return link_to(request, base_url, parameter, keys->seal(page.context, place),
                   parameter == "after" ? "next" : "prev");
  };
  std::string links;
  if (!ended) links = neighbour(page.backwards ? "before" : "after", outcome.page_place);
  if (page.resumed && outcome.rows > 0)
    links += (links.empty() ? "" : ", ") + neighbour(page.backwards ? "after" : "before", outcome.first_place);
  if (!links.empty()) reply.add_header("Link", links);
  return {};
}

Result<void> refuse_cursor(const QuerySyntax& syntax) {
  if (!syntax.after && !syntax.before) return {};
  return failure(Error(Reason::kInvalidQuery, "'after' and 'before' are of lists that are read"));
}

}  // namespace bedplate::rest
