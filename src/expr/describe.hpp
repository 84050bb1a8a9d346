#pragma once
// A typed tree back as the text of a rule, for explanations and tests. What the language can say comes out so that
// it types to the same tree again; variables are x1, x2, …; what only clients can say is shown as a function.
#include <string>
#include <string_view>

#include "expr/tree.hpp"

namespace bedplate::expr {

/// What ids are called.
class Names {
 public:
  virtual ~Names() = default;
  virtual std::string_view member_name(EntityId entity, MemberId member) const = 0;
  virtual Fact fact_of(FactId fact) const = 0;
};

/// Control characters are escaped.
std::string describe(const Node& node, const Names& names);

/// A text literal in single quotes.
std::string quote_text(std::string_view text);

}  // namespace bedplate::expr
