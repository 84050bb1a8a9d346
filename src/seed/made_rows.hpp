#pragma once
// The rows that a schema makes, as JSON texts by field, for tests of this room.
#include <gtest/gtest.h>
#include <map>

#include "base/scalar.hpp"
#include "model/compile.hpp"
#include "seed/rows.hpp"

namespace bedplate::seed {

struct MadeRows {
  using Row = std::map<std::string, std::string>;

  explicit MadeRows(std::string_view source, Wanted wanted = {.total = 300, .named = {}}, std::uint64_t seed = 42,
                    std::vector<Present> present = {}) {
    auto compiled = model::compile(source, "schema.graphql");
    for (const auto& each : compiled.diagnostics)
      if (each.severity == sdl::Severity::kError) ADD_FAILURE() << each.message;
    model = std::move(compiled.model);
    auto plan = make_plan(*model, wanted);
    if (!plan) {
      error = plan.error().message();
      return;
    }
    Rows rows(*model, *std::move(plan), {seed, 1'767'225'600'000'000}, std::move(present));
    for (std::size_t step = 0; step < rows.plan().steps.size() && error.empty(); ++step) fill(rows, step);
    remarks = rows.remarks();
  }

  const std::vector<Row>& of(const std::string& plural) { return tables[plural]; }
  /// The numbers of one field; none where it is null.
  std::vector<std::optional<double>> numbers(const std::string& plural, const std::string& field) {
    std::vector<std::optional<double>> made;
    for (const Row& row : of(plural)) {
      const std::string& text = row.at(field);
      made.push_back(text == "null" ? std::nullopt : std::optional(std::strtod(text.c_str(), nullptr)));
    }
    return made;
  }
  std::size_t distinct(const std::string& plural, std::initializer_list<const char*> fields) {
    std::map<std::string, int> seen;
    for (const Row& row : of(plural)) {
      std::string all;
      for (const char* field : fields) all += row.at(field) + "|";
      ++seen[all];
    }
    return seen.size();
  }
  const Row* find(const std::string& plural, const std::string& key, const std::string& value) {
    for (const Row& row : of(plural))
      if (row.at(key) == value) return &row;
    return nullptr;
  }

  std::unique_ptr<model::Model> model;
  std::map<std::string, std::vector<Row>> tables;
  std::vector<std::string> remarks, order;
  std::string error;

 private:
  void fill(Rows& rows, std::size_t step) {
    const auto& entity = model->entity(rows.plan().steps[step].entity);
    order.push_back(entity.name);
    auto& table = tables[entity.plural];
    for (;;) {
      Arena arena;
      auto image = rows.next(step, arena);
      if (!image) {
        error = image.error().message();
        return;
      }
      if (!*image) return;
      Row row;
      for (std::size_t f = 0; f < entity.fields.size(); ++f) {
        if (!entity.fields[f].is_column()) continue;
        std::string& text = row[entity.fields[f].name];
        if ((*image)->cells[f].is_null())
          text = "null";
        else
          append_json(text, entity.fields[f].type, (*image)->cells[f]);
      }
      table.push_back(std::move(row));
    }
  }
};

}  // namespace bedplate::seed
