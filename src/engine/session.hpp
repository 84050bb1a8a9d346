#pragma once
// Session: the engine on one event loop. Whatever the protocol, an operation runs through run_read or one of the
// writes: template (rules inside) → execution → rows → reply. Not thread-safe; one per loop; ends before its loop.
#include <functional>
#include <memory>
#include <string>

#include "base/cancel.hpp"
#include "base/clock.hpp"
#include "base/task.hpp"
#include "base/uuid7.hpp"
#include "engine/once.hpp"
#include "engine/precondition.hpp"
#include "engine/row_stream.hpp"
#include "engine/templates.hpp"
#include "operation/caller.hpp"
#include "operation/nested.hpp"
#include "render/json.hpp"
#include "store/store.hpp"

namespace bedplate::engine {

/// How the rows of a read are to be written.
struct ReplyForm {
  render::Options options;
  render::JsonVisitor::Shape shape = render::JsonVisitor::Shape::kList;
  std::int64_t max_rows = 0;  ///< of the root list; 0: as many as the operation asks for
  bool body = true;
  std::int64_t page = 0;                      ///< the row whose place the outcome tells, beside the first one's
  bool backwards = false;                     ///< the operation's order is the reverse of the reply's
  CancelToken cancel;                         ///< the caller went away
  const operation::Caller* caller = nullptr;  ///< whose share of a queue it takes; null: nobody's
};

struct ReadOutcome {
  std::int64_t rows = 0;
  bool more = false;                    ///< the list was cut at max_rows
  std::int64_t total = -1;              ///< with a count asked for
  std::int64_t version = 0;             ///< of the first row, if it was asked for
  std::string first_place, page_place;  ///< of rows as they came (operation/cursor.hpp), where the operation asks
};

/// What a write keeps to, else it is rolled back.
struct WriteLimits {
  std::int64_t max_affected = -1;              ///< more rows are TOO_MANY_AFFECTED; negative: as many as there are
  bool exactly_one = false;                    ///< another number of rows is NOT_SINGULAR
  bool rolls_back = false;                     ///< it is tried out: its outcome is told, and nothing of it stays
  const Precondition* precondition = nullptr;  ///< else PRECONDITION_FAILED; null: none
  /// Its effect is at most one; where `once->kept` is set afterwards, the outcome is none. Null: it has no key.
  Once* once = nullptr;
  const operation::Caller* caller = nullptr;  ///< whose share of the queue it takes; null: nobody's
};

struct WriteOutcome {
  std::int64_t rows = 0;      ///< written
  std::int64_t inserted = 0;  ///< of them new
  std::int64_t version = 0;   ///< of the only row, as it is now; 0: there are others, or it has none
  bool readable = false;      ///< a representation was asked for and the caller may read some row
  /// Of a create: the first new row's key, canonical cells in the order of the entity's key; in the request's arena.
  std::span<const Cell> key;
};

/// What @audit kept of one write of a row.
struct HistoryEntry {
  std::int64_t id = 0;  ///< ascending
  std::int64_t at = 0;  ///< µs since 1970
  std::optional<std::string> principal;
  std::string verb;
  std::string changes;  ///< JSON: by field its value, or of an UPDATE {old, new}
};

/// Which entries: the newest `limit` with a number below `before`.
struct HistoryPart {
  std::int64_t before = 0;
  std::int64_t limit = 0;
  bool former_rows = false;  ///< also of rows that had the key before the one that has it now
};

struct HistoryPage {
  std::vector<HistoryEntry> entries;
  bool more = false;  ///< there are older ones
};

struct BatchPart;
struct BatchFailure;
struct WriteInputs;
class PreparedWrite;

class Session {
 public:
  Session(const model::Model& model, std::unique_ptr<store::Session> store, sql::Dialect dialect,
          const Options& options, const Clock& clock, Random& random);

  const model::Model& model() const { return model_; }
  /// What the principal may see: for parsers, which name fields through it.
  std::shared_ptr<const access::AccessView> view(const operation::Principal& principal) {
    return templates_.view(principal.facts());
  }

  /// Appends the rows to `out`. `operation`, `principal`, `out` outlive the task.
  Task<Result<ReadOutcome>> run_read(const operation::Operation& operation, const operation::Principal& principal,
                                     const ReplyForm& form, std::string& out);
  /// The same rows a line each, however many, a slice at a time: begun by the stream's first next().
  Result<std::unique_ptr<RowStream>> stream(const operation::Operation& operation,
                                            const operation::Principal& principal, const StreamForm& form,
                                            std::string& out);
  /// Writes the operation's rows, all or none, and appends their representation to `out` if one was asked for; `arena`
  /// is the request's.
  Task<Result<WriteOutcome>> run_create(const operation::Operation& operation, const operation::Principal& principal,
                                        const ReplyForm& form, const WriteLimits& limits, Arena& arena,
                                        std::string& out);
  /// The same of rows that may be there: `merge` is the update, by key, of the one that is there in the place of each
  /// (`rows` alike); with `merges` false such rows are left out. Of the outcome `inserted` says how many are new.
  Task<Result<WriteOutcome>> run_upsert(const operation::Operation& create, const operation::Operation& merge,
                                        bool merges, const operation::Principal& principal, const ReplyForm& form,
                                        const WriteLimits& limits, Arena& arena, std::string& out);
  /// Rows with rows that they are related to, all or none; the outcome is the root's.
  Task<Result<WriteOutcome>> run_nested(const operation::NestedWrite& tree, const operation::Principal& principal,
                                        const ReplyForm& form, const WriteLimits& limits, Arena& arena,
                                        std::string& out);
  /// Updates or deletes the rows that are meant.
  Task<Result<WriteOutcome>> run_change(const operation::Operation& operation, const operation::Principal& principal,
                                        const ReplyForm& form, const WriteLimits& limits, std::string& out);
  /// Entries of the history of an @audit type's row: its key and tenant as engine/history.hpp writes them. Whether the
  /// caller may have them is the protocol's to ask before.
  Task<Result<HistoryPage>> run_history(const model::Entity& entity, const std::string& tenant, const std::string& key,
                                        const HistoryPart& part, const operation::Principal& principal,
                                        const ReplyForm& form);
  /// Runs the parts in their order in one transaction, all or nothing, and fills in what became of each
  /// (engine/batch.hpp). `limits` are the whole's; the outcome says how many rows were written in all. A failure is
  /// that of part `failed`.
  Task<Result<WriteOutcome>> run_batch(std::span<BatchPart> parts, const operation::Principal& principal,
                                       const WriteLimits& limits, Arena& arena, BatchFailure& failed);

 private:
  /// How the rows that a write read back are written; null: not at all. Found on the loop: a Template is not shared
  /// with a store's thread but for what is in it already.
  static const render::Program* rendering(Template& found, const ReplyForm& form) {
    return found.read.statements.empty() ? nullptr : &found.rendering(form.options);
  }
  WriteInputs write_inputs(const Template& found, const operation::Operation& operation,
                           const operation::Principal& principal, const WriteLimits& limits, std::int64_t now);
  WriteInputs merge_inputs(const Template& found, const operation::Operation& merge, const WriteInputs& create) const;
  /// Null: no rule lets the caller change any row.
  Result<std::shared_ptr<Template>> find_merge(const operation::Operation& merge,
                                               const operation::Principal& principal);
  Result<std::unique_ptr<PreparedWrite>> prepare_nested(const operation::NestedWrite& tree,
                                                        const operation::Principal& principal, std::int64_t now,
                                                        const ReplyForm& form, const WriteLimits& limits, Arena& arena,
                                                        std::string& out);
  Result<std::unique_ptr<PreparedWrite>> prepare(const BatchPart& part, const operation::Principal& principal,
                                                 std::int64_t now, Arena& arena);
  Task<Result<WriteOutcome>> run(PreparedWrite& write, const operation::Principal& principal, std::int64_t now,
                                 const WriteLimits& limits);
  /// Runs the script, `prepared` before, and then `finish`; with a key (`limits.once`), the latter inside of the
  /// transaction. Errors of the script and of the commit are as the store tells them.
  Task<Result<WriteOutcome>> write(store::WriteScript& script, const Result<void>& prepared,
                                   const operation::Principal& principal, std::int64_t now, const WriteLimits& limits,
                                   std::function<Result<WriteOutcome>()> finish);

  const model::Model& model_;
  std::unique_ptr<store::Session> store_;
  const Options options_;
  const Clock& clock_;
  Uuid7 uuids_;
  Templates templates_;
  const sql::Program idempotency_, history_, history_list_;
  const bool has_trash_;     // the model
  std::uint32_t keyed_ = 0;  // writes with a key so far
};

}  // namespace bedplate::engine
