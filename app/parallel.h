// Work on many inputs by several threads, with the results used in the order of the inputs.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace codeboom {

// next(): the next input, or nothing at the end; use(output): false stops. Both run on the calling thread.
// work(input, worker): runs on worker threads, worker counting from 0 to threads - 1.
// At most four inputs per thread are on their way at any time, so memory does not grow with their number.
template <class Input, class Output>
void in_order(unsigned threads, const std::function<std::optional<Input>()>& next,
              const std::function<Output(Input, unsigned)>& work, const std::function<bool(Output)>& use) {
  if (threads <= 1) {
    while (auto input = next()) {
      if (!use(work(std::move(*input), 0))) return;
    }
    return;
  }
  struct Task {
    std::optional<Input> input;
    std::optional<Output> output;
  };
  std::mutex mutex;
  std::condition_variable task_added, task_done;
  std::deque<std::shared_ptr<Task>> waiting;  // for a worker
  bool closed = false;
  std::vector<std::jthread> workers;
  for (unsigned worker = 0; worker < threads; ++worker) {
    workers.emplace_back([&, worker] {
      for (;;) {
        std::unique_lock lock(mutex);
        task_added.wait(lock, [&] { return closed || !waiting.empty(); });
        if (waiting.empty()) return;
        const std::shared_ptr<Task> task = waiting.front();
        waiting.pop_front();
        lock.unlock();
        Output output = work(std::move(*task->input), worker);
        lock.lock();
        task->output = std::move(output);
        task_done.notify_all();
      }
    });
  }
  std::deque<std::shared_ptr<Task>> on_their_way;  // in the order of the inputs
  bool more = true, wanted = true;
  while (wanted) {
    while (more && on_their_way.size() < 4 * std::size_t{threads}) {
      auto input = next();
      if (!input) {
        more = false;
        break;
      }
      on_their_way.push_back(std::make_shared<Task>(Task{std::move(input), std::nullopt}));
      const std::lock_guard lock(mutex);
      waiting.push_back(on_their_way.back());
      task_added.notify_one();
    }
    if (on_their_way.empty()) break;
    {
      std::unique_lock lock(mutex);
      task_done.wait(lock, [&] { return on_their_way.front()->output.has_value(); });
    }
    wanted = use(std::move(*on_their_way.front()->output));
    on_their_way.pop_front();
  }
  const std::lock_guard lock(mutex);
  closed = true;
  waiting.clear();
  task_added.notify_all();
}

}  // namespace codeboom
