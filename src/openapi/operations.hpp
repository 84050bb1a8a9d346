#pragma once
// The operations below each path of a resource. Writes path items into the document's `paths`.
#include "openapi/problems.hpp"
#include "openapi/rows.hpp"

namespace bedplate::openapi {

class Operations {
 public:
  Operations(const model::Model& model, Components& components, json::Writer& out)
      : model_(model), components_(components), rows_(model, components), out_(out) {}

  /// Every path of the resource that answers somebody.
  void write_resource(const model::Entity& entity);
  /// `/$batch` and `/$access`.
  void write_shared();

 private:
  /// What an operation is, but for its form.
  struct Head {
    std::string id, summary, description;
    std::string_view tag;
    std::vector<std::string> parameters;  ///< references
    std::string body;                     ///< a requestBody, empty: none
  };
  /// A reply that is no problem: status and the response's JSON.
  using Reply = std::pair<std::string_view, std::string>;

  void operation(std::string_view method, const Head& head, const std::vector<Reply>& replies, Kind kind);
  void path(const std::string& path, const Members& operations);
  std::vector<std::string> parameters(std::initializer_list<std::string_view> names) const;
  void add_filters(const model::Entity& entity, std::vector<std::string>& to) const;

  void collection(const model::Entity& entity);
  void item(const model::Entity& entity);
  void sub_collections(const model::Entity& entity);
  void trash(const model::Entity& entity);
  void history(const model::Entity& entity);
  void list(const model::Entity& entity, const std::string& id, const std::string& what, std::string key);
  void create(const model::Entity& entity);
  void change_rows(const model::Entity& entity);
  void change_row(const model::Entity& entity);

  /// Replies of reads and of writes, with their header fields.
  std::string rows_reply(const model::Entity& entity, std::string_view description, bool list);
  std::string written_reply(const model::Entity& entity, std::string_view description, bool list);
  void headers(json::Writer& out, std::initializer_list<std::string_view> names) const;
  std::string row_body(const model::Entity& entity, Body body, bool many);

  const model::Model& model_;
  Components& components_;
  Rows rows_;
  json::Writer& out_;
};

}  // namespace bedplate::openapi
