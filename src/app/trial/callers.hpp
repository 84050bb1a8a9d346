#pragma once
// TrialCaller: somebody who asks in a run of `bedplate test`: nobody in particular, somebody known, each role of the
// model, whoever has a scope or claim that some rule names. Of the accounts and tenants that the rows have, those are
// taken for whom the most rules grant something.
#include <deque>
#include <memory>
#include <string>

#include "access/view.hpp"
#include "app/trial/judge.hpp"
#include "identity/dev_key.hpp"

namespace bedplate::app {

struct TrialCaller {
  std::string name;  ///< `anonymous`, `known`, `known 2`, `STAFF`, `scope catalogue:read`, `claim department`
  identity::DevTokenRequest who;
  std::shared_ptr<const operation::Principal> principal;
  std::unique_ptr<access::AccessView> view;
  std::unique_ptr<Judge> judge;
  std::string authorization;  ///< the header line; empty: anonymous

  bool anonymous() const { return !principal->authenticated(); }
  /// What a refusal answers.
  int refused() const { return anonymous() ? 401 : 403; }
};

/// Without their headers yet. They keep their addresses; `model` and `data` outlive them.
std::deque<TrialCaller> choose_callers(const model::Model& model, TrialData& data, std::int64_t now);

}  // namespace bedplate::app
