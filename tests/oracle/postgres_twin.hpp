#pragma once
// PostgresTwin: a world's rows in a PostgreSQL database of their own and the engine's session on it, so that what is
// asked of the world's node can be asked of the other store too. Its tables refer to each other as they like, as a
// Node's do. One thread; what cannot be set up aborts with a message. The model outlives it.
#include "oracle/data.hpp"
#include "support/node.hpp"

namespace bedplate::oracle {

class PostgresTwin {
 public:
  PostgresTwin(const model::Model& model, const Data& data);

  Result<engine::ReadOutcome> read(const operation::Operation& operation, const operation::Principal& who,
                                   const engine::ReplyForm& form, std::string& body);

 private:
  std::vector<std::string> tables() const;
  void fill(const Data& data);
  template <class T>
  T run(Task<T> task);

  const model::Model& model_;
  testing_support::StandingClock clock_;
  testing_support::RepeatingRandom random_;
  const engine::Options options_;
  std::unique_ptr<net::Loop> loop_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<engine::Session> session_;
};

}  // namespace bedplate::oracle
