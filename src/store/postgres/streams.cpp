#include "store/postgres/streams.hpp"

#include <algorithm>

#include "store/postgres/codec.hpp"
#include "store/postgres/errors.hpp"
#include "store/postgres/result_source.hpp"

namespace bedplate::store::postgres {
namespace {

constexpr const char* kCursor = "bp_stream";
constexpr std::size_t kBatchBytes = 256 * 1024;  // aimed at
constexpr std::size_t kFirstBatch = 64;          // rows
constexpr std::size_t kMostRows = 10'000;

}  // namespace

class PostgresStream final : public RowStream {
 public:
  PostgresStream(Streams& of, std::unique_ptr<StreamPlace> place, const Execution& execution,
                 std::unique_ptr<Connection> connection)
      : of_(of), place_(std::move(place)), execution_(execution), connection_(std::move(connection)) {}
  ~PostgresStream() override {
    if (begun_ && connection_->usable()) {
      // Nobody waits for it: whoever has the connection next queues behind.
      if (!connection_->run_text("ROLLBACK")) return;
      (void)connection_->sync();
    }
    if (connection_->usable() && of_.spare_.size() < Streams::kKept) of_.spare_.push_back(std::move(connection_));
  }

  Task<Result<bool>> advance(rows::SliceVisitor& visitor) override {
    if (!begun_) BP_CO_TRY_VOID(co_await begin());
    while (true) {
      if (execution_.cancel.requested()) co_return failure(Reason::kCancelled, "The caller went away.");
      BP_CO_TRY(const bool more, visitor.slice(*source_));
      if (more) {
        BP_CO_TRY_VOID(place_->go_on());
        co_return true;
      }
      if (last_) co_return false;
      BP_CO_TRY_VOID(co_await fetch());
    }
  }

 private:
  Task<Result<void>> begin() {
    if (!connection_->usable()) BP_CO_TRY_VOID(co_await connection_->connect());
    const sql::Program& program = execution_.program;
    const Binding binding{execution_.values, execution_.principal, execution_.now};
    // One snapshot for count and rows; a cursor alone has that in any case.
    BP_CO_TRY_VOID(connection_->run_text("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
    begun_ = true;
    auto sent = connection_->declare(kCursor, program, 0, binding);
    if (sent && program.count) sent = connection_->run(program, *program.count, binding);
    if (sent) sent = ask();
    const auto exchange = co_await connection_->sync();
    if (!sent) co_return sent;
    if (exchange->error) co_return failure(Error(*exchange->error));
    if (program.count) {
      ResultSource counted(program, nullptr, exchange->results[2].get());
      BP_CO_TRY_VOID(counted.open(*program.count));
      BP_CO_TRY(const Cell* cells, counted.next(*program.count));
      BP_ASSERT(cells != nullptr);
      total_ = cells[0].as_integer();
    }
    take(std::move(exchange->results.back()));
    source_.emplace(program, batch_.get(), nullptr);
    co_return source_->open(0);
  }

  Result<void> ask() {
    const std::string text = "FETCH FORWARD " + std::to_string(rows_) + " FROM " + kCursor;
    return connection_->run_text(text.c_str());
  }

  Task<Result<void>> fetch() {
    BP_CO_TRY_VOID(ask());
    const auto exchange = co_await connection_->sync();
    if (exchange->error) co_return failure(Error(*exchange->error));
    take(std::move(exchange->results.back()));
    source_->go_on(batch_.get());
    co_return Result<void>{};
  }

  /// The next batch has as many rows as this one says will be of the size aimed at.
  void take(ResultHandle result) {
    batch_ = std::move(result);
    const auto rows = static_cast<std::size_t>(PQntuples(batch_.get()));
    last_ = rows < rows_;
    const std::size_t bytes = std::max<std::size_t>(PQresultMemorySize(batch_.get()), 1);
    rows_ = std::clamp<std::size_t>(rows * kBatchBytes / bytes, 1, std::min(kMostRows, rows_ * 8));
  }

  Streams& of_;
  const std::unique_ptr<StreamPlace> place_;
  const Execution execution_;
  std::unique_ptr<Connection> connection_;
  ResultHandle batch_;
  std::optional<ResultSource> source_;
  std::size_t rows_ = kFirstBatch;  // of the next batch
  bool begun_ = false;
  bool last_ = false;
};

Result<std::unique_ptr<RowStream>> Streams::open(const Execution& execution) {
  BP_TRY(auto place, StreamPlace::begin(places_, number_of(execution.caller)));
  std::unique_ptr<Connection> connection;
  if (spare_.empty()) {
    connection = std::make_unique<Connection>(options_, loop_);
  } else {
    connection = std::move(spare_.back());
    spare_.pop_back();
  }
  return std::make_unique<PostgresStream>(*this, std::move(place), execution, std::move(connection));
}

}  // namespace bedplate::store::postgres
