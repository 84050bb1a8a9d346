#include "engine/nested_write.hpp"

namespace bedplate::engine {

NestedPrepared::NestedPrepared(const operation::NestedWrite& tree, std::span<const NestedTemplates> found,
                               const WriteInputs& inputs, const Rendering& rendering, Uuid7& uuids, Arena& arena)
    : PreparedWrite(found[tree.root].found, rendering), script_(tree, found, inputs, arena) {
  // None of the rows is there yet.
  const bool creates = tree.root_step().operation.kind == operation::Operation::Kind::kCreate &&
                       found[tree.root].merging == nullptr && tree.left == operation::NestedStep::kNone;
  if (creates && inputs.precondition != nullptr && !inputs.precondition->holds_of_none())
    prepared_ = failure(precondition_failed(*inputs.precondition));
  else
    prepared_ = script_.prepare(uuids);
}

Result<WriteOutcome> NestedPrepared::outcome() {
  const auto rows = static_cast<std::int64_t>(script_.rows());
  WriteOutcome made{.rows = rows, .inserted = static_cast<std::int64_t>(script_.inserted())};
  if (made.inserted > 0) made.key = script_.inserted_key();
  if (rows == 1) made.version = script_.version(0);
  return rendered(made);
}

Result<std::unique_ptr<PreparedWrite>> Session::prepare_nested(const operation::NestedWrite& tree,
                                                               const operation::Principal& principal, std::int64_t now,
                                                               const ReplyForm& form, const WriteLimits& limits,
                                                               Arena& arena, std::string& out) {
  std::vector<NestedTemplates> found;
  for (const auto& step : tree.steps) {
    const auto at = [&](const Error& error) {
      return failure(step.paths.empty() ? Error(error) : at_path(error, step.paths[0]));
    };
    NestedTemplates& of_step = found.emplace_back();
    if (step.links) {
      of_step.links = &templates_.links(step.links->entity, step.links->relation);
      if (step.links->does != operation::Links::Does::kFind) continue;
    }
    auto one = templates_.find(step.operation, principal);
    if (!one) return at(one.error());
    of_step.found = *std::move(one);
    if (step.merge == nullptr) continue;
    auto merging = find_merge(*step.merge, principal);
    if (!merging) return at(merging.error());
    of_step.merging = *std::move(merging);
  }
  Template& top = *found[tree.root].found;
  return std::make_unique<NestedPrepared>(
      tree, found, write_inputs(top, tree.root_step().operation, principal, limits, now),
      Rendering{.program = rendering(top, form), .form = form, .out = out}, uuids_, arena);
}

Task<Result<WriteOutcome>> Session::run_nested(const operation::NestedWrite& tree,
                                               const operation::Principal& principal, const ReplyForm& form,
                                               const WriteLimits& limits, Arena& arena, std::string& out) {
  const std::int64_t now = clock_.now();
  BP_CO_TRY(const auto write, prepare_nested(tree, principal, now, form, limits, arena, out));
  co_return co_await run(*write, principal, now, limits);
}

}  // namespace bedplate::engine
