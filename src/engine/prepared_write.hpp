#pragma once
// PreparedWrite: one operation's write, made ready on its loop: its template, its script, and what is told of it once
// that has run. What Session::run_* does of one write, a batch does of several in one transaction. Views the operation,
// its principal and `out`, which outlive it; its script runs where the store runs it, everything else on the loop.
#include <memory>

#include "engine/change_script.hpp"
#include "engine/create_script.hpp"
#include "engine/session.hpp"
#include "engine/upsert_script.hpp"

namespace bedplate::engine {

/// Where a write's representation goes.
struct Rendering {
  const render::Program* program = nullptr;  ///< null: it has none
  ReplyForm form;
  std::string& out;
  std::size_t begun = out.size();  ///< what stands in `out` before it
};

class PreparedWrite {
 public:
  PreparedWrite(const PreparedWrite&) = delete;
  PreparedWrite& operator=(const PreparedWrite&) = delete;
  virtual ~PreparedWrite() = default;

  virtual store::WriteScript& script() = 0;
  /// What went wrong before it could run.
  const Result<void>& prepared() const { return prepared_; }
  /// Of the script's last run; writes the rows that it read back.
  virtual Result<WriteOutcome> outcome() = 0;
  /// What a store found at the commit (a deferred reference), in the model's words.
  virtual Error at_commit(Error error) = 0;
  /// After the script ran: rows written, what is stored of the first one, and the rows read back.
  virtual std::size_t rows() const = 0;
  virtual Cell value(model::FieldId field) const = 0;
  virtual rows::Recording& recording() = 0;
  /// Bytes that the script keeps of the rows it wrote, until the write is gone.
  virtual std::size_t held() const { return 0; }

 protected:
  PreparedWrite(std::shared_ptr<Template> found, const Rendering& rendering)
      : found_(std::move(found)), rendering_(rendering) {}
  /// `outcome` with the rows that were read back written out.
  Result<WriteOutcome> rendered(WriteOutcome outcome);

  const std::shared_ptr<Template> found_;
  const Rendering rendering_;
  Result<void> prepared_;
};

class CreateWrite final : public PreparedWrite {
 public:
  CreateWrite(const WriteInputs& inputs, std::shared_ptr<Template> found, const Rendering& rendering, Uuid7& uuids,
              Arena& arena)
      : PreparedWrite(std::move(found), rendering), script_(inputs) {
    // None of the rows is there yet.
    if (inputs.precondition != nullptr && !inputs.precondition->holds_of_none())
      prepared_ = failure(precondition_failed(*inputs.precondition));
    else
      prepared_ = script_.prepare(uuids, arena);
  }
  store::WriteScript& script() override { return script_; }
  Result<WriteOutcome> outcome() override;
  Error at_commit(Error error) override { return script_.at_commit(std::move(error)); }
  std::size_t rows() const override { return script_.rows(); }
  Cell value(model::FieldId field) const override { return script_.value(0, field); }
  rows::Recording& recording() override { return script_.recording(); }

 private:
  CreateScript script_;
};

class UpsertWrite final : public PreparedWrite {
 public:
  UpsertWrite(const WriteInputs& create, const WriteInputs& merge, bool merges, std::shared_ptr<Template> creating,
              std::shared_ptr<Template> merging, const Rendering& rendering, Uuid7& uuids, Arena& arena)
      : PreparedWrite(std::move(creating), rendering), merging_(std::move(merging)), script_(create, merge, merges) {
    prepared_ = script_.prepare(uuids, arena);
  }
  store::WriteScript& script() override { return script_; }
  Result<WriteOutcome> outcome() override;
  Error at_commit(Error error) override { return script_.at_commit(std::move(error)); }
  std::size_t rows() const override { return script_.rows(); }
  Cell value(model::FieldId field) const override { return script_.value(0, field); }
  rows::Recording& recording() override { return script_.recording(); }
  std::size_t held() const override { return script_.held(); }

 private:
  const std::shared_ptr<Template> merging_;
  UpsertScript script_;
};

class ChangeWrite final : public PreparedWrite {
 public:
  ChangeWrite(const WriteInputs& inputs, std::shared_ptr<Template> found, const Rendering& rendering)
      : PreparedWrite(std::move(found), rendering), script_(inputs) {}
  store::WriteScript& script() override { return script_; }
  Result<WriteOutcome> outcome() override;
  Error at_commit(Error error) override { return script_.at_commit(std::move(error)); }
  std::size_t rows() const override { return script_.rows(); }
  Cell value(model::FieldId field) const override { return script_.value(0, field); }
  rows::Recording& recording() override { return script_.recording(); }
  std::size_t held() const override { return script_.held(); }

 private:
  ChangeScript script_;
};

}  // namespace bedplate::engine
