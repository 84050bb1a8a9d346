#include "engine/batch.hpp"

#include "base/scalar.hpp"
#include "engine/prepared_write.hpp"

namespace bedplate::engine {

namespace {

// Bytes of all operations together.
constexpr std::size_t kMostReadBack = std::size_t{64} << 20;

class BatchScript final : public store::WriteScript {
 public:
  BatchScript(std::span<const BatchPart> parts, std::span<const std::unique_ptr<PreparedWrite>> writes,
              std::size_t most_held, BatchFailure& failed)
      : parts_(parts), writes_(writes), most_held_(most_held), failed_(failed) {}

  Task<Result<void>> run(store::Transaction& transaction) override {
    arena_.reset();
    std::size_t read_back = 0, held = 0;
    for (failed_.part = 0; failed_.part < parts_.size(); ++failed_.part) {
      BP_CO_TRY_VOID(fill());
      auto& write = *writes_[failed_.part];
      BP_CO_TRY_VOID(co_await write.script().run(transaction));
      BP_CO_TRY_VOID(transaction.settle());
      read_back += write.recording().held();
      if (read_back > kMostReadBack)
        co_return failure(Error(Reason::kLimitExceeded, "the operations of the batch return too much together")
                              .with_hint("send Prefer: return=minimal with those whose rows are not needed"));
      held += write.held();
      if (held > most_held_)
        co_return failure(Error(Reason::kLimitExceeded, "the operations of the batch change too many rows together")
                              .with_hint("narrow their filters, or send them in several batches"));
    }
    failed_.part = BatchFailure::kNone;
    co_return Result<void>{};
  }

 private:
  /// What the next operation needs of those before it.
  Result<void> fill() {
    for (const ReferredCell& late : parts_[failed_.part].late) {
      BP_TRY(*late.cell, value_of(late));
    }
    return {};
  }

  Result<Cell> value_of(const ReferredCell& late) {
    auto& source = *writes_[late.source];
    const auto wrong = [&](std::string_view what) {
      return failure(Error(Reason::kInvalidValue, std::string(late.name) + " " + std::string(what)));
    };
    if (source.rows() != 1) return wrong("refers to an operation that wrote no row, or several");
    if (!late.always && source.recording().empty()) return wrong("refers to a row that is not returned");
    const Cell value = source.value(late.field);
    if (value.is_null()) return value;
    std::string text;
    append_text(text, late.source_type, value);
    auto cell = parse_scalar(late.type, arena_.copy(text), arena_);
    if (!cell) return wrong("is no " + std::string(scalar_name(late.type.scalar)));
    return cell;
  }

  std::span<const BatchPart> parts_;
  std::span<const std::unique_ptr<PreparedWrite>> writes_;
  const std::size_t most_held_;
  BatchFailure& failed_;
  Arena arena_{1024};
};

}  // namespace

Task<Result<WriteOutcome>> Session::run_batch(std::span<BatchPart> parts, const operation::Principal& principal,
                                              const WriteLimits& limits, Arena& arena, BatchFailure& failed) {
  const std::int64_t now = clock_.now();
  std::vector<std::unique_ptr<PreparedWrite>> writes;
  Result<void> prepared;
  for (failed.part = 0; failed.part < parts.size(); ++failed.part) {
    BP_CO_TRY(auto made, prepare(parts[failed.part], principal, now, arena));
    if (!made->prepared()) prepared = failure(Error(made->prepared().error()));
    if (!prepared) break;
    writes.push_back(std::move(made));
  }
  if (prepared) failed.part = BatchFailure::kNone;
  BatchScript script(parts, writes, options_.held_bytes, failed);
  const auto finish = [&]() -> Result<WriteOutcome> {
    WriteOutcome all;
    for (failed.part = 0; failed.part < parts.size(); ++failed.part) {
      BP_TRY(parts[failed.part].outcome, writes[failed.part]->outcome());
      all.rows += parts[failed.part].outcome.rows;
    }
    failed.part = BatchFailure::kNone;
    return all;
  };
  auto outcome = co_await write(script, prepared, principal, now, limits, finish);
  if (outcome || failed.part != BatchFailure::kNone) co_return outcome;
  // What the commit found is some operation's; where two write such rows it is not known which.
  Error told(outcome.error());
  for (std::size_t part = 0; part < writes.size(); ++part) {
    Error named = writes[part]->at_commit(Error(outcome.error()));
    if (named.fields().empty()) continue;
    const bool first = told.fields().empty();
    told = std::move(named);
    failed.part = first ? part : BatchFailure::kNone;
    if (!first) break;
  }
  co_return failure(std::move(told));
}

Result<std::unique_ptr<PreparedWrite>> Session::prepare(const BatchPart& part, const operation::Principal& principal,
                                                        std::int64_t now, Arena& arena) {
  if (part.kind == BatchPart::Kind::kNested)
    return prepare_nested(*part.tree, principal, now, part.form, part.limits, arena, *part.out);
  BP_TRY(auto found, templates_.find(*part.operation, principal));
  WriteInputs inputs = write_inputs(*found, *part.operation, principal, part.limits, now);
  inputs.late = !part.late.empty();
  Rendering rendering{.program = this->rendering(*found, part.form), .form = part.form, .out = *part.out};
  switch (part.kind) {
    case BatchPart::Kind::kChange:
      return std::make_unique<ChangeWrite>(inputs, std::move(found), rendering);
    case BatchPart::Kind::kCreate:
    case BatchPart::Kind::kNested:
      break;
    case BatchPart::Kind::kUpsert: {
      BP_TRY(auto merging, find_merge(*part.merge, principal));
      if (!merging) break;
      const WriteInputs of_merge = merge_inputs(*merging, *part.merge, inputs);
      return std::make_unique<UpsertWrite>(inputs, of_merge, part.merges, std::move(found), std::move(merging),
                                           rendering, uuids_, arena);
    }
  }
  return std::make_unique<CreateWrite>(inputs, std::move(found), rendering, uuids_, arena);
}

}  // namespace bedplate::engine
