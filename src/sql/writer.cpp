#include "sql/writer.hpp"

#include "sql/expression.hpp"

namespace bedplate::sql {

const std::string& RowNames::of(std::uint16_t scope) const {
  for (auto at = names_.rbegin(); at != names_.rend(); ++at)
    if (at->first == scope) return at->second;
  BP_ASSERT(!"an expression names a row that its statement does not have");
}

Writer& Writer::integer(std::int64_t value) {
  text_ += std::to_string(value);
  return *this;
}

Writer& Writer::identifier(std::string_view name) {
  text_ += '"';
  for (const char c : name) {
    if (c == '"') text_ += '"';
    text_ += c;
  }
  text_ += '"';
  return *this;
}

Writer& Writer::column(std::string_view alias, std::string_view name) { return raw(alias).raw(".").identifier(name); }

Writer& Writer::bind(const Bind& bind) {
  std::size_t at = 0;
  while (at < binds_.size() &&
         !(binds_[at].kind == bind.kind && binds_[at].index == bind.index && binds_[at].type == bind.type &&
           binds_[at].form == bind.form && binds_[at].constant == bind.constant))
    ++at;
  if (at == binds_.size()) binds_.push_back(bind);
  text_ += sqlite() ? '?' : '$';
  text_ += std::to_string(at + 1);
  if (!sqlite()) raw("::").raw(postgres_type(bind.type));
  return *this;
}

std::string Writer::fresh_name() { return "x" + std::to_string(++names_); }

}  // namespace bedplate::sql
