#include "rest/parse_query.hpp"

#include <gtest/gtest.h>
#include <string>

namespace bedplate::rest {
namespace {

/// The tree as text, so that a case is one line.
std::string show(const FieldRef& field) {
  std::string text(field.name);
  for (const auto& step : field.path) {
    text += step.index != -1 ? "[" + std::to_string(step.index < 0 ? step.index + 1 : step.index) + "]"
                             : "." + std::string(step.key);
  }
  if (field.as_text) text += "!text";
  if (!field.cast.empty()) text += "::" + std::string(field.cast);
  return text;
}

std::string show(std::span<const SelectNode> nodes) {
  std::string text;
  for (const auto& node : nodes) {
    if (!text.empty()) text += " ";
    if (!node.alias.empty()) text += std::string(node.alias) + "=";
    switch (node.kind) {
      case SelectNode::Kind::kAll:
        text += "*";
        break;
      case SelectNode::Kind::kField:
        text += show(node.field);
        break;
      case SelectNode::Kind::kAggregate:
        text += std::string(node.aggregate) + "<" + show(node.field) + ">";
        break;
      case SelectNode::Kind::kEmbed:
        text += std::string(node.spread ? "..." : "") + std::string(node.relation);
        if (!node.hint.empty()) text += "!" + std::string(node.hint);
        if (node.join == JoinHint::kInner) text += "!inner";
        text += "{" + show(node.select) + "}";
        break;
    }
  }
  return text;
}

std::string show(const Test& test) {
  std::string text(test.negated ? "not " : "");
  text += test.op;
  if (test.quantifier != Test::Quantifier::kNone) text += test.quantifier == Test::Quantifier::kAny ? " any" : " all";
  for (const auto value : test.values) text += " [" + std::string(value) + "]";
  if (test.values.empty()) text += " [" + std::string(test.value) + "]";
  return text;
}

std::string show(const FilterNode& filter) {
  if (filter.kind == FilterNode::Kind::kTest) return show(filter.field) + " " + show(filter.test);
  std::string text = filter.negated ? "not " : "";
  text += filter.kind == FilterNode::Kind::kAnd ? "and(" : "or(";
  for (std::size_t i = 0; i < filter.children.size(); ++i) text += (i == 0 ? "" : "; ") + show(filter.children[i]);
  return text + ")";
}

class Query : public testing::Test {
 protected:
  std::string select(std::string_view text) {
    const auto query = arena_.copy("select=" + std::string(text));
    const auto parsed = parse_query(query, arena_, {.depth = 3});
    return parsed ? show(parsed->select) : std::string(reason_word(parsed.error().reason()));
  }
  std::string filter(std::string_view query) {
    const auto parsed = parse_query(query, arena_, {});
    if (!parsed) return std::string(reason_word(parsed.error().reason()));
    std::string text;
    for (const auto& placed : parsed->filters) {
      if (!text.empty()) text += " & ";
      for (const auto name : placed.embed_path) text += std::string(name) + "/";
      text += show(placed.filter);
    }
    return text;
  }
  Arena arena_;
};

TEST_F(Query, ReadsSelect) {
  EXPECT_EQ(select("id,name"), "id name");
  EXPECT_EQ(select("*"), "*");
  EXPECT_EQ(select("fullName:full_name,birth:birth_date::text"), "fullName=full_name birth=birth_date::text");
  EXPECT_EQ(select("id,customer(name,country(*)),items!inner(quantity)"),
            "id customer{name country{*}} items!inner{quantity}");
  EXPECT_EQ(select("buyer:customers!billing(id)"), "buyer=customers!billing{id}");
  EXPECT_EQ(select("...customer(name)"), "...customer{name}");
  EXPECT_EQ(select("data->a->0->>b,first:data->list->-1"), "data.a[0].b!text first=data.list[-1]");
  EXPECT_EQ(select("%22weird,name%22,a%20b"), "weird,name a b");
  EXPECT_EQ(select("amount.sum(),n:count()"), "sum<amount> n=count<>");
  EXPECT_EQ(select("items()"), "items{}");
}

TEST_F(Query, RefusesBrokenSelects) {
  for (const auto* text : {"id,", "(", "id)", "a(b", "a(b))", "*x", "...a", "a:*", "a->", "a->b(c)", "a::", "%22open"})
    EXPECT_EQ(select(text), "INVALID_QUERY") << text;
  EXPECT_EQ(select("a(b(c(d(e))))"), "LIMIT_EXCEEDED");
}

TEST_F(Query, ReadsFilters) {
  EXPECT_EQ(filter("status=eq.PAID&total=gte.5.50"), "status eq [PAID] & total gte [5.50]");
  EXPECT_EQ(filter("name=not.like.*smith*"), "name not like [*smith*]");
  EXPECT_EQ(filter("id=in.(1,2,%22a,b%22)"), "id in [1] [2] [a,b]");
  EXPECT_EQ(filter("name=like(any).{a*,b*}"), "name like any [a*] [b*]");
  EXPECT_EQ(filter("items.product.name=eq.x"), "items/product/name eq [x]");
  EXPECT_EQ(filter("data->>a=eq.1"), "data.a!text eq [1]");
  EXPECT_EQ(filter("%22order%22=eq.1"), "order eq [1]");
  EXPECT_EQ(filter("note=eq.a.b(c),d"), "note eq [a.b(c),d]");
  EXPECT_EQ(filter("name=eq.%C3%BC+x"), "name eq [\xC3\xBC x]");
}

TEST_F(Query, ReadsLogicTrees) {
  EXPECT_EQ(filter("or=(a.eq.1,b.not.lt.3)"), "or(a eq [1]; b not lt [3])");
  EXPECT_EQ(filter("not.and=(a.eq.1,or(b.is.null,c.in.(1,2)))"), "not and(a eq [1]; or(b is [null]; c in [1] [2]))");
  EXPECT_EQ(filter("items.or=(a.eq.%22x,y%22,not.and(b.gt.1,c.lt.2))"),
            "items/or(a eq [x,y]; not and(b gt [1]; c lt [2]))");
  std::string deep = "or=";
  for (int i = 0; i < 40; ++i) deep += i == 0 ? "(" : "and(";
  EXPECT_EQ(filter(deep + "a.eq.1" + std::string(40, ')')), "LIMIT_EXCEEDED");
}

TEST_F(Query, RefusesBrokenFilters) {
  for (const auto* text : {"a=5", "a=eqq.5", "a=eq", "a=in.1", "a=in.(1", "or=a.eq.1", "or=()", "or=(a)", "a.=eq.1",
                           "a=not.", "limit=x", "limit=-1", "offset=1.5", "a=in(any).(1)"})
    EXPECT_EQ(filter(text), "INVALID_QUERY") << text;
  EXPECT_EQ(filter("a=eq.%zz"), "MALFORMED_REQUEST");
  EXPECT_EQ(filter("a=eq.%"), "MALFORMED_REQUEST");
}

TEST_F(Query, Threat072_RefusesBadUtf8AndNul) {
  EXPECT_EQ(filter("a=eq.%00"), "MALFORMED_REQUEST");
  EXPECT_EQ(filter("a=eq.%C3%28"), "MALFORMED_REQUEST");
  EXPECT_EQ(filter("%ff=eq.1"), "MALFORMED_REQUEST");
}

TEST_F(Query, SuggestsOperators) {
  const auto parsed = parse_query("a=equals.5", arena_, {});
  ASSERT_FALSE(parsed);
  EXPECT_NE(parsed.error().message().find("expected an operator"), std::string::npos);
  EXPECT_FALSE(parsed.error().hint().empty());
}

TEST_F(Query, ReadsOrders) {
  const auto parsed = parse_query(
      "order=a.desc.nullslast,b,c.nullsfirst,customer(name).asc&items.order=q.desc&items.limit=3", arena_, {});
  ASSERT_TRUE(parsed);
  ASSERT_EQ(parsed->orders.size(), 2u);
  const auto terms = parsed->orders[0].terms;
  ASSERT_EQ(terms.size(), 4u);
  EXPECT_TRUE(terms[0].descending);
  EXPECT_EQ(terms[0].nulls, OrderNode::Nulls::kLast);
  EXPECT_EQ(terms[2].nulls, OrderNode::Nulls::kFirst);
  EXPECT_EQ(terms[3].relation, "customer");
  EXPECT_EQ(parsed->orders[1].embed_path[0], "items");
  EXPECT_EQ(parsed->limits[0].value, 3);
  EXPECT_EQ(filter("order=a.up"), "INVALID_QUERY");
}

TEST_F(Query, Threat068_SqlInAnOrderIsNoField) {
  const auto parsed = parse_query("order=id;drop%20table%20x", arena_, {});
  EXPECT_FALSE(parsed);
}

TEST_F(Query, BoundsTheNumberOfParameters) {
  std::string query;
  for (int i = 0; i < 300; ++i) query += "a=eq.1&";
  EXPECT_EQ(filter(query), "LIMIT_EXCEEDED");
}

}  // namespace
}  // namespace bedplate::rest
