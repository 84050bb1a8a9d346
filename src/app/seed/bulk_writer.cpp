#include "app/seed/bulk_writer.hpp"

namespace bedplate::app {
namespace {

constexpr std::size_t kRows = 4000;  // of a transaction
constexpr std::size_t kBytes = std::size_t{16} << 20;

}  // namespace

struct BulkWriter::Transaction {
  Transaction(const engine::BulkInsert& insert, std::span<const std::span<const Cell>> rows,
              const operation::Principal& principal, store::Session& session)
      : script(insert, rows), execution{.script = script, .principal = principal}, task(session.write(execution)) {}

  engine::BulkScript script;
  store::WriteExecution execution;
  Task<Result<void>> task;
};

BulkWriter::BulkWriter(const model::Model& model, std::unique_ptr<net::Loop> loop,
                       std::unique_ptr<store::Session> session)
    : loop_(std::move(loop)), session_(std::move(session)), principal_(operation::Principals(model).anonymous()) {
  for (auto& arena : arenas_) arena = std::make_unique<Arena>(std::size_t{1} << 20);
}

BulkWriter::~BulkWriter() { drain(); }

Result<std::unique_ptr<BulkWriter>> BulkWriter::open(store::Store& store, const model::Model& model) {
  BP_TRY(auto loop, net::Loop::create());
  BP_TRY(auto session, store.open_session(*loop));
  return std::unique_ptr<BulkWriter>(new BulkWriter(model, std::move(loop), std::move(session)));
}

Result<void> BulkWriter::add(const engine::BulkInsert& insert, std::span<const Cell> row) {
  if (insert_ != &insert) BP_TRY_VOID(finish());
  insert_ = &insert;
  rows_[filling_].push_back(row);
  if (rows_[filling_].size() < kRows && arena().footprint() < kBytes) return {};
  return flush();
}

Result<void> BulkWriter::flush() {
  BP_TRY_VOID(wait());
  if (rows_[filling_].empty()) return {};
  running_ = std::make_unique<Transaction>(*insert_, rows_[filling_], *principal_, *session_);
  loop_->post([this] { running_->task.start(); });
  loop_->run_turn(std::chrono::seconds(0));
  filling_ = 1 - filling_;
  rows_[filling_].clear();
  arenas_[filling_]->reset();
  return {};
}

void BulkWriter::drain() {
  while (running_ && !running_->task.done()) loop_->run_turn(std::chrono::seconds(1));
}

Result<void> BulkWriter::wait() {
  if (!running_) return {};
  drain();
  auto outcome = std::move(running_->task).take();
  running_.reset();
  return outcome;
}

Result<void> BulkWriter::finish() {
  BP_TRY_VOID(flush());
  return wait();
}

}  // namespace bedplate::app
