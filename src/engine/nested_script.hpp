#pragma once
// NestedScript: the steps of a nested write one after the other in one transaction, each by the script of its own kind;
// then all their checks, then the root's rows are read back. Rows and keys are made before, on the loop; late cells are
// filled as the steps run. May run more than once; on an embedded store on the writer's thread. Views its inputs.
#include <deque>
#include <map>
#include <memory>
#include <string>

#include "engine/nested_part.hpp"

namespace bedplate::engine {

class NestedScript final : public store::WriteScript {
 public:
  /// `inputs` are the root's.
  NestedScript(const operation::NestedWrite& tree, std::span<const NestedTemplates> found, const WriteInputs& inputs,
               Arena& arena);

  /// Makes the rows that may be inserted, but for what is late of them; everything lives in the arena.
  Result<void> prepare(Uuid7& uuids);
  Task<Result<void>> run(store::Transaction& transaction) override;

  // After it ran, of the root:
  std::size_t rows() const { return root().done(); }
  std::size_t inserted() const { return root().inserted(); }
  std::span<const Cell> inserted_key() const { return root().inserted_key(); }
  std::int64_t version(std::size_t row) const { return root().version(row); }
  Cell value(std::size_t row, model::FieldId field) const { return root().value(row, field); }
  rows::Recording& recording() { return parts_[tree_.root].recording(); }
  /// Bytes kept of rows that were changed, of all steps.
  std::size_t held() const;
  /// What a store found at the commit, in the model's words.
  Error at_commit(Error error) const;

 private:
  const NestedPart& root() const { return parts_[tree_.root]; }
  Result<void> fill(NestedPart& part);
  Task<Result<void>> write(store::Transaction& transaction, NestedPart& part);
  /// A row of the operation is written once.
  Result<void> enter(const NestedPart& part);
  Error told(Error error, const NestedPart& part) const;

  const operation::NestedWrite& tree_;
  const model::Model& model_;
  Arena& arena_;
  std::deque<NestedPart> parts_;
  Arena running_{4096};  // of one run
  struct Written {
    std::string name;
    bool gone = false;
  };
  std::map<std::string, Written> written_;  // by entity and key
  std::vector<bool> left_;                  // the root's rows that stay as they are; empty: none
  bool finished_ = false;                   // what fails now is the commit
};

}  // namespace bedplate::engine
