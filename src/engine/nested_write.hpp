#pragma once
// NestedPrepared: the PreparedWrite of rows below rows; it is told of as a write of the root's. On its loop.
#include "engine/nested_script.hpp"
#include "engine/prepared_write.hpp"

namespace bedplate::engine {

class NestedPrepared final : public PreparedWrite {
 public:
  NestedPrepared(const operation::NestedWrite& tree, std::span<const NestedTemplates> found, const WriteInputs& inputs,
                 const Rendering& rendering, Uuid7& uuids, Arena& arena);

  store::WriteScript& script() override { return script_; }
  Result<WriteOutcome> outcome() override;
  Error at_commit(Error error) override { return script_.at_commit(std::move(error)); }
  std::size_t rows() const override { return script_.rows(); }
  Cell value(model::FieldId field) const override { return script_.value(0, field); }
  rows::Recording& recording() override { return script_.recording(); }
  std::size_t held() const override { return script_.held(); }

 private:
  NestedScript script_;
};

}  // namespace bedplate::engine
