#pragma once
// OnceScript: a write's script that runs once for its key, with the reply kept in the same transaction; where the key
// was used before, it only looks the reply up. May run more than once like every script. Views its inputs.
#include <functional>

#include "engine/once.hpp"
#include "store/store.hpp"

namespace bedplate::engine {

class OnceScript final : public store::WriteScript {
 public:
  static constexpr std::int64_t kKeptFor = std::int64_t{24} * 3600 * 1'000'000;  ///< µs
  static constexpr std::size_t kMostBody = std::size_t{1} << 20;                 ///< of a kept reply

  struct Inputs {
    store::WriteScript& inner;
    const Result<void>& prepared;  ///< what went wrong before `inner` could run: told if the key is new
    const sql::Program& program;   ///< sql/idempotency.hpp
    Once& once;
    std::function<Result<WriteOutcome>()> finish;  ///< after `inner` ran
    std::int64_t now = 0;
    bool sweep = false;  ///< some replies that are too old are forgotten as well
  };
  explicit OnceScript(Inputs inputs) : inputs_(std::move(inputs)) {}

  Task<Result<void>> run(store::Transaction& transaction) override;

 private:
  Task<Result<bool>> claim(store::Transaction& transaction);
  Task<Result<void>> find(store::Transaction& transaction);
  Task<Result<void>> keep(store::Transaction& transaction, const KeptReply& reply);
  Cell scope() const { return Cell::blob(crypto::as_bytes(inputs_.once.scope)); }

  const Inputs inputs_;
};

}  // namespace bedplate::engine
