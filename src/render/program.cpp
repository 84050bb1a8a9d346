#include "render/program.hpp"

#include "base/scalar.hpp"

namespace bedplate::render {
namespace {

using plan::Member;
using plan::Object;

class Compiler {
 public:
  Compiler(const Options& options, std::vector<Step>& steps) : options_(options), steps_(steps) {}

  void members(const Object& object, std::uint16_t presence) {
    for (const Member& member : object.members) this->member(member, presence);
  }

 private:
  std::string key(std::string_view name) {
    // Which member comes first is known beforehand unless some may be left out.
    std::string text = first_ || options_.strip_nulls ? "" : ",";
    first_ = false;
    append_json_string(text, name);
    text += ':';
    return text;
  }

  void member(const Member& member, std::uint16_t presence) {
    Step step;
    switch (member.kind) {
      case Member::Kind::kSpread:
        static_assert(Member::kNoPresence == Step::kAlways);
        return members(*member.object, member.presence);
      case Member::Kind::kValue:
        step.key = key(member.name);
        step.type = member.type;
        step.column = member.column;
        step.presence = presence;
        steps_.push_back(std::move(step));
        return;
      case Member::Kind::kList:
        step.kind = Step::Kind::kList;
        step.key = key(member.name);
        step.statement = member.statement;
        step.column = presence;
        steps_.push_back(std::move(step));
        return;
      case Member::Kind::kObject: {
        step.kind = Step::Kind::kBegin;
        step.key = key(member.name);
        step.column = member.presence;
        const std::size_t begin = steps_.size();
        steps_.push_back(std::move(step));
        first_ = true;
        members(*member.object, Step::kAlways);
        first_ = false;
        steps_.push_back({.kind = Step::Kind::kEnd});
        steps_[begin].skip = static_cast<std::uint32_t>(steps_.size());
        return;
      }
    }
  }

  const Options& options_;
  std::vector<Step>& steps_;
  bool first_ = true;
};

// A spread row's members stand among those of the row itself. Recursion is bounded by the depth of a request.
void name_columns(const Object& object, std::vector<std::string>& names) {
  for (const Member& member : object.members) {
    if (member.kind == Member::Kind::kSpread)
      name_columns(*member.object, names);
    else
      names.emplace_back(member.name);
  }
}

}  // namespace

Program compile(const plan::ReadTemplate& plan, const Options& options) {
  Program program;
  program.options = options;
  program.rows.resize(plan.statements.size());
  for (std::size_t i = 0; i < plan.statements.size(); ++i) {
    program.max_rows.push_back(plan.statements[i].max_rows);
    if (plan.rows[i] == nullptr) continue;
    if (i == 0) name_columns(*plan.rows[i], program.columns);
    Compiler(options, program.rows[i]).members(*plan.rows[i], Step::kAlways);
  }
  return program;
}

}  // namespace bedplate::render
