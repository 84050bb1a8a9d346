#pragma once
// ShownRows: rows of a type as a reply shows them to a caller: each field that the caller may ever read, as its rules
// show it in the row. Borrows the caller; one thread.
#include "app/trial/callers.hpp"
#include "app/trial/reply_rows.hpp"

namespace bedplate::app {

class ShownRows {
 public:
  ShownRows(const model::Model& model, TrialCaller& caller, model::EntityId entity);

  /// Whether the key is among them.
  bool keyed() const { return keyed_; }
  Members members(const Record& row) { return members_of(row, fields_); }
  Members key(const Record& row) { return members_of(row, entity_.key); }

 private:
  Members members_of(const Record& row, std::span<const model::FieldId> fields);

  const model::Entity& entity_;
  TrialCaller& caller_;
  std::vector<model::FieldId> fields_;
  bool keyed_ = false;
};

}  // namespace bedplate::app
