#pragma once
// Rows: the made-up rows of a plan, one after the other. Each is a function of the seed, its type's name and its number
// (and of how many were refused in its place), so that a row that others refer to is made again where it is asked for,
// and none is kept. Pure; one thread. The model outlives it.
#include <string>
#include <vector>

#include "base/arena.hpp"
#include "base/result.hpp"
#include "seed/image.hpp"
#include "seed/plan.hpp"
#include "seed/table.hpp"
#include "seed/value.hpp"

namespace bedplate::seed {

struct Settings {
  std::uint64_t seed = 42;
  std::int64_t now = 0;  ///< µs since 1970: nothing was created or changed later
};

class Rows final : public expr::Rows {
 public:
  /// `present`: by step of the plan; none: all tables are empty.
  Rows(const model::Model& model, Plan plan, const Settings& settings, std::vector<Present> present = {});

  const Plan& plan() const { return plan_; }
  /// The next row of a step, all of whose earlier steps are done. None: there are as many as planned, or no further one
  /// was found that is unlike the others (an error where the number was asked for). Its cells live in `arena`.
  Result<std::optional<Image>> next(std::size_t step, Arena& arena);
  std::uint64_t made(std::size_t step) const { return tables_[step]->made(); }

  /// The links of a many-to-many relation with a table of its own, for one row of the near side: far rows.
  std::vector<std::uint64_t> links(std::size_t near, std::uint64_t row, std::size_t far,
                                   std::string_view relation) const;
  /// The cells of a row's key, and its tenant (null: none); they live in `arena`.
  std::span<const Cell> key_of(std::size_t step, std::uint64_t row, Arena& arena) const;
  Cell tenant_of(std::size_t step, std::uint64_t row, Arena& arena) const;

  /// What was not held to, a sentence each.
  std::vector<std::string> remarks() const;

  // How expressions read rows; a Row is an Image.
  Cell field(expr::Row row, const expr::Node& field) const override;
  expr::Row hop(expr::Row row, const expr::Node& hop) const override;
  void related(expr::Row, const expr::Node&, std::vector<expr::Row>&) const override {}

 private:
  Image draw(const Table& table, std::uint64_t index, unsigned attempt, Arena& arena) const;
  Image again(std::size_t step, std::uint64_t index, Arena& arena) const;
  std::uint64_t start(const Table& table, std::uint64_t index, unsigned attempt) const;
  std::int64_t choose(const Table& table, const Reference& reference, std::uint64_t index, unsigned attempt,
                      Dice& dice) const;
  void refer(const Table& table, Image& image, unsigned attempt, std::uint64_t number, Arena& arena) const;
  Cell own_value(const Table& table, model::FieldId field, const RowContext& row, std::uint64_t number,
                 Arena& arena) const;
  Cell account(const Table& table, const model::Field& field, Dice& dice, Arena& arena) const;
  Cell tenant_value(const Table& table, std::uint64_t index, Arena& arena) const;
  void copy(const Table& table, Image& image, Arena& arena) const;
  bool copy_reference(const model::Field& field, const expr::Node& value, Image& image) const;
  const Image* row_of(const expr::Node& node, const Image& image) const;
  Cell evaluate(const expr::Node& node, const Image& image, Arena& arena) const;
  bool holds(const expr::Node& node, const Image& image) const;
  std::string find_broken(const Table& table, const Image& image) const;
  bool is_allowed(const Table& table, const Image& image) const;
  Error exhausted(const Table& table, const std::string& why) const;
  std::span<const Cell> key_cells(const Table& table, std::uint64_t index, Arena& arena) const;

  const model::Model& model_;
  Plan plan_;
  const Settings settings_;
  const Ranks ranks_;
  std::optional<std::size_t> root_;  // the step of tenants
  std::vector<std::unique_ptr<Table>> tables_;
  mutable Arena scratch_{64 * 1024};  // of rows that others read; forgotten with every new row
};

}  // namespace bedplate::seed
