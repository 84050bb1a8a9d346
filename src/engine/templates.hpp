#pragma once
// Templates: operations made ready, found again by their whole shape and the principal's facts. The only source of
// a Template, so that none is run for facts it was not authorized for. One per event loop, no locks; a Template in
// use outlives its eviction.
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "access/authorize.hpp"
#include "engine/options.hpp"
#include "operation/operation.hpp"
#include "operation/principal.hpp"
#include "plan/change.hpp"
#include "plan/create.hpp"
#include "render/program.hpp"
#include "sql/program.hpp"
#include "sql/referrers.hpp"
#include "sql/trash_walk.hpp"

namespace bedplate::engine {

struct Template {
  Arena arena{2048};  ///< holds every node and constant of what follows
  operation::Operation::Kind kind = operation::Operation::Kind::kRead;
  plan::ReadTemplate read;  ///< of a write: how a row is read back
  plan::CreateTemplate create;
  plan::ChangeTemplate change;
  sql::Program reading;                            ///< of `read`
  sql::Program creating;                           ///< of `create`
  sql::Program finding, confirming, changing;      ///< of `change`; confirming: where a lock may be waited for
  sql::Referrers referrers;                        ///< of a delete: what it passes on to and has to be heard of
  sql::TrashWalk walk;                             ///< of `change` that puts rows into the trash or brings them back
  std::shared_ptr<const access::AccessView> view;  ///< with `walk`: of which names the caller may be told
  sql::Program explaining;                         ///< of `create` and `change`: why a constraint is broken
  /// One for each way of writing that was asked for.
  std::vector<std::unique_ptr<const render::Program>> renderings;

  const render::Program& rendering(const render::Options& options);
  /// Memory it holds, about; the same for as long as it lives.
  std::size_t bytes() const;
};

class Templates {
 public:
  Templates(const model::Model& model, sql::Dialect dialect, const Options& options)
      : model_(model), dialect_(dialect), options_(options) {}

  /// What these facts may see; stays valid until the next call that makes a new one, and as long as it is held.
  std::shared_ptr<const access::AccessView> view(const operation::Facts& facts);
  /// Finds or makes the template; errors are authorization's.
  Result<std::shared_ptr<Template>> find(const operation::Operation& operation, const operation::Principal& principal);
  /// The statements that link rows; no rules are in them. Lives as long as the templates.
  const sql::Program& links(model::EntityId entity, model::FieldId relation);
  /// A number for a program beside the templates'.
  std::uint64_t program_id() { return next_program_++; }

 private:
  Result<std::shared_ptr<Template>> make(const operation::Operation& operation, const operation::Principal& principal);
  void keep(std::string key, const std::shared_ptr<Template>& made);

  const model::Model& model_;
  sql::Dialect dialect_;
  const Options options_;
  std::string key_;  // the key looked for; kept for its capacity
  std::unordered_map<std::string, std::shared_ptr<Template>> templates_;
  std::unordered_map<std::string, std::shared_ptr<const access::AccessView>> views_;
  std::map<std::pair<model::EntityId, model::FieldId>, std::unique_ptr<const sql::Program>> links_;
  std::size_t kept_bytes_ = 0;
  std::uint64_t next_program_ = 1;
};

}  // namespace bedplate::engine
