#pragma once
// The schemas of a resource's rows: as replies show them and as bodies give them, rows below rows among them. Each
// yields a reference into the document's components.
#include "model/model.hpp"
#include "openapi/components.hpp"

namespace bedplate::openapi {

enum class Body : std::uint8_t {
  kNested,  ///< a new row below another: what leads there is not given
  kNew,     ///< a new row, with what it must have
  kChange,  ///< what a change gives
  kKeyed,   ///< the same with the row's key
  kKey,     ///< the key alone
};

class Rows {
 public:
  Rows(const model::Model& model, Components& components) : model_(model), components_(components) {}

  std::string shown(const model::Entity& entity);
  std::string given(const model::Entity& entity, Body body);

 private:
  void write_shown(const model::Entity& entity, json::Writer& out);
  void write_given(const model::Entity& entity, Body body, json::Writer& out);
  void write_changed(const model::Field& field, json::Writer& out);
  /// What a body may do with rows below: `create`, `connect` and so on.
  std::string below(const model::Entity& entity, const model::Field& relation, bool is_new);
  void write_verbs(const model::Entity& target, const model::Field& relation, bool is_new, json::Writer& out);
  void write_required(const model::Entity& entity, json::Writer& out);

  const model::Model& model_;
  Components& components_;
};

}  // namespace bedplate::openapi
