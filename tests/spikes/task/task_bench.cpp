// How much a request costs when written over plain callbacks, over Task, and over Asio's awaitables. Each way does
// the same: a request passes through `depth` layers, waits once for the outside at the bottom (a queue that the main
// loop runs), and its result comes up through the layers; at the bottom a realistic amount of work is done: escaping
// a reply of 2 KB and hashing it. Prints ns a request with the work and without. Not part of the build:
//
//   clang++-19 -std=c++23 -O2 -Isrc -include src/pch.hpp tests/spikes/task/task_bench.cpp -o task_bench
//       src/base/{frame_cache,error,assert,hash,json_string,utf8}.cpp
//   and for Asio: -DWITH_ASIO -DBOOST_ASIO_HAS_CO_AWAIT=1 -DBOOST_ASIO_HAS_STD_COROUTINE=1 -pthread
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "base/completion.hpp"
#include "base/hash.hpp"
#include "base/json_text.hpp"
#include "base/task.hpp"
#ifdef WITH_ASIO
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#endif

using namespace bedplate;

namespace {

const std::string kText(100, 'x');
std::uint64_t sink = 0;

Result<int> work(bool real) {
  if (real) {
    std::string reply;
    for (int i = 0; i < 20; ++i) append_json_string(reply, kText);
    sink += hash({1, 2}, reply);
  }
  return 1;
}

// The thread's own time, and the least of many rounds: a busy machine must not decide.
double cpu_time() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

template <class Run>
void measure(const char* name, int depth, Run run) {
  for (const bool real : {false, true}) {
    constexpr int kRequests = 10'000;
    double least = 1e9;
    for (int round = 0; round < 40; ++round) {
      const double start = cpu_time();
      run(kRequests, depth, real);
      least = std::min(least, (cpu_time() - start) / kRequests);
    }
    std::printf("%-10s depth %d  %s %7.0f ns\n", name, depth, real ? "with work" : "bare     ", least);
  }
}

// ---- callbacks: each layer keeps its continuation; the outside is a queue of functions
using Done = std::move_only_function<void(Result<int>)>;
std::vector<std::move_only_function<void()>> posted;

void callback_layer(int depth, bool real, Done done) {
  if (depth == 0) {
    posted.push_back([real, done = std::move(done)]() mutable { done(work(real)); });
    return;
  }
  callback_layer(depth - 1, real, [done = std::move(done)](Result<int> result) mutable {
    if (!result) return done(std::move(result));
    done(*result + 1);
  });
}
void run_callbacks(int requests, int depth, bool real) {
  for (int i = 0; i < requests; ++i) {
    callback_layer(depth, real, [](Result<int> result) { sink += static_cast<std::uint64_t>(*result); });
    auto now = std::move(posted.back());
    posted.pop_back();
    now();
  }
}

// ---- Task
std::vector<Completion<int>> waiting;

Task<Result<int>> task_layer(int depth, bool real) {
  if (depth == 0) {
    BP_CO_TRY_VOID(co_await leaf<int>({}, [](Completion<int> done) { waiting.push_back(std::move(done)); }));
    co_return work(real);
  }
  BP_CO_TRY(const int below, co_await task_layer(depth - 1, real));
  co_return below + 1;
}
void run_tasks(int requests, int depth, bool real) {
  for (int i = 0; i < requests; ++i) {
    auto task = task_layer(depth, real);
    task.start();
    auto done = std::move(waiting.back());
    waiting.pop_back();
    done(1);
    sink += static_cast<std::uint64_t>(*std::move(task).take());
  }
}

#ifdef WITH_ASIO
namespace asio = boost::asio;
using Context = asio::io_context;
using Executor = Context::executor_type;

asio::awaitable<Result<int>, Executor> asio_layer(int depth, bool real) {
  if (depth == 0) {
    co_await asio::post(asio::use_awaitable_t<Executor>{});
    co_return work(real);
  }
  BP_CO_TRY(const int below, co_await asio_layer(depth - 1, real));
  co_return below + 1;
}
void run_asio(int requests, int depth, bool real) {
  Context context(1);
  const auto all = [&]() -> asio::awaitable<void, Executor> {
    for (int i = 0; i < requests; ++i) sink += static_cast<std::uint64_t>(*co_await asio_layer(depth, real));
  };
  asio::co_spawn(context.get_executor(), all(), asio::detached);
  context.run();
}
#endif

}  // namespace

int main() {
  for (const int depth : {0, 4, 8}) {
    measure("callbacks", depth, run_callbacks);
    measure("Task", depth, run_tasks);
#ifdef WITH_ASIO
    measure("Asio", depth, run_asio);
#endif
  }
  return sink == 42;
}
