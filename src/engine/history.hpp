#pragma once
// History: what @audit keeps of rows that a script writes: gathered row by row, then added in the same transaction. A
// script's; on its thread.
#include <string>
#include <unordered_set>
#include <vector>

#include "engine/write_inputs.hpp"
#include "store/store.hpp"

namespace bedplate::engine {

/// The key under which a row's history is kept: `[7]`, `["…","…"]`.
std::string history_key(const model::Entity& entity, std::span<const Cell> key);
/// The tenant that it belongs to; empty: to none.
std::string history_tenant(const model::Entity& entity, Cell tenant);

class History {
 public:
  explicit History(const WriteInputs& inputs) : inputs_(inputs) {}

  /// Forgets what was gathered: the script runs anew.
  void begin();
  /// Images by field; of a type without @audit nothing is kept.
  void created(const model::Entity& entity, std::span<const Cell> image);
  void updated(const model::Entity& entity, std::span<const Cell> before, std::span<const Cell> after);
  void deleted(const model::Entity& entity, std::span<const Cell> image);
  /// A row that the operation deletes itself: it is told once.
  void going(const model::Entity& entity, std::span<const Cell> key) { (void)pass(entity, key); }
  /// What goes with a row that is about to be deleted, or loses it. LIMIT_EXCEEDED beyond kMostPassedOn rows.
  Task<Result<void>> pass_on(store::Transaction& transaction, model::EntityId entity, std::span<const Cell> key);
  /// Adds what was gathered since.
  Task<Result<void>> write(store::Transaction& transaction);

  static constexpr std::size_t kMostPassedOn = 10'000;

 private:
  struct Gone {
    model::EntityId entity = 0;
    std::span<const Cell> key;
  };
  void add(const model::Entity& entity, std::span<const Cell> image, std::string_view verb, std::string_view changes);
  /// False: it goes already.
  bool pass(const model::Entity& entity, std::span<const Cell> key);
  Task<Result<void>> follow(store::Transaction& transaction, Gone gone, std::vector<Gone>& open);

  const WriteInputs& inputs_;
  Arena arena_{1024};
  std::vector<std::span<const Cell>> entries_;
  std::unordered_set<std::string> passed_;  // rows that go: entity and key
  std::size_t passed_on_ = 0;               // of them those that the operation does not mean
};

}  // namespace bedplate::engine
