#pragma once
// BatchReferences: what an operation of a batch takes of those before it: `"$c.id"`, the field `id` of the row that the
// operation `c` writes. Once the operation is bound, the cells of its placeholders are told to the engine, which fills
// them in while the batch runs. Inside rest alone; one request.
#include <string_view>
#include <vector>

#include "access/authorize.hpp"
#include "engine/batch.hpp"
#include "rest/prepared.hpp"
#include "rest/references.hpp"

namespace bedplate::rest {

class BatchReferences final : public References {
 public:
  BatchReferences(const access::AccessView& view, Arena& arena) : view_(view), arena_(arena) {}

  /// An operation that those after it may name: the batch's part `part`. INVALID_VALUE where the name is taken or none.
  Result<void> add(std::string_view id, std::size_t part, const Prepared& prepared);
  Result<Value> value(std::string_view text, const Type& type) override;
  /// Those of an operation that was bound since, whose cells become its own to be filled in.
  Result<std::span<const engine::ReferredCell>> take(Prepared& prepared);
  void drop(const Cell& placeholder) override;

 private:
  struct Named {
    std::string_view id;
    std::size_t part = 0;
    model::EntityId entity = 0;
    bool creates = false, one_row = false, nothing = false;
  };
  std::span<const Cell> own(std::span<const Cell> cells, std::vector<engine::ReferredCell>& made);
  void own(operation::Operation& operation, std::vector<engine::ReferredCell>& made);

  const access::AccessView& view_;
  Arena& arena_;
  std::vector<Named> named_;
  struct Open {
    const char* byte = nullptr;  ///< of the placeholder: its place tells it from every other cell
    engine::ReferredCell late;
    bool placed = false;
  };
  std::vector<Open> open_;
};

}  // namespace bedplate::rest
