#include "store/sqlite/streams.hpp"

#include "store/sqlite/row_source.hpp"

namespace bedplate::store::sqlite {

class SqliteStream final : public RowStream {
 public:
  SqliteStream(Streams& of, std::unique_ptr<StreamPlace> place, const Execution& execution,
               std::unique_ptr<Connection> connection)
      : of_(of),
        place_(std::move(place)),
        execution_(execution),
        connection_(std::move(connection)),
        prepared_(execution.program),
        source_(*connection_, prepared_, execution.program,
                Binding{execution.values, execution.principal, execution.now}) {}
  ~SqliteStream() override {
    prepared_.reset();
    if (connection_->in_transaction() && !connection_->execute("COMMIT")) return;
    if (of_.spare_.size() < Streams::kKept) of_.spare_.push_back(std::move(connection_));
  }

  Task<Result<bool>> advance(rows::SliceVisitor& visitor) override {
    if (execution_.cancel.requested()) co_return failure(Reason::kCancelled, "The caller went away.");
    bool more = false;
    if (!of_.lane_) {
      BP_CO_TRY_VOID(slice(visitor, nullptr, more));
      if (more) BP_CO_TRY_VOID(place_->go_on());
      co_return more;
    }
    const auto read = std::make_shared<HeavyRead>(
        [this, &visitor, &more](const std::atomic<bool>& stop) { return slice(visitor, &stop, more); },
        number_of(execution_.caller), of_.loop_);
    HeavyLane::Stop stop(*of_.lane_, read);
    stop.listen(execution_.cancel);
    co_await of_.lane_->run(read);
    if (!read->outcome) co_return std::unexpected(std::move(read->outcome).error());
    if (more) BP_CO_TRY_VOID(place_->go_on());
    co_return more;
  }

 private:
  Result<void> slice(rows::SliceVisitor& visitor, const std::atomic<bool>* stop, bool& more) {
    connection_->restart_budget({.time = of_.options_.read_budget.count(), .stop = stop});
    if (!begun_) BP_TRY_VOID(begin());
    BP_TRY(more, visitor.slice(source_));
    return {};
  }
  Result<void> begin() {
    BP_TRY_VOID(connection_->execute("BEGIN"));
    begun_ = true;
    if (const auto count = execution_.program.count) {
      BP_TRY_VOID(source_.open(*count));
      BP_TRY(const Cell* counted, source_.next(*count));
      BP_ASSERT(counted != nullptr);
      total_ = counted[0].as_integer();
    }
    return source_.open(0);
  }

  Streams& of_;
  const std::unique_ptr<StreamPlace> place_;
  const Execution execution_;
  std::unique_ptr<Connection> connection_;
  PreparedProgram prepared_;
  RowSource source_;
  bool begun_ = false;
};

Result<std::unique_ptr<RowStream>> Streams::open(const Execution& execution) {
  BP_TRY(auto place, StreamPlace::begin(places_, number_of(execution.caller)));
  std::unique_ptr<Connection> connection;
  if (spare_.empty()) {
    BP_TRY(connection, Connection::open(options_, Connection::Role::kReader));
  } else {
    connection = std::move(spare_.back());
    spare_.pop_back();
  }
  return std::make_unique<SqliteStream>(*this, std::move(place), execution, std::move(connection));
}

}  // namespace bedplate::store::sqlite
