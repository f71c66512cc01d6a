// Counts the operators that libtorch runs and the time in each, in whatever process loads this.
#include <ATen/record_function.h>

#include <chrono>
#include <cstdio>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Operator {
  long calls = 0;
  long nanoseconds = 0;  // Without those of the operators that it calls.
};

struct Call {
  long start;
  long inner = 0;
};

std::map<std::string, Operator, std::less<>> operators;
std::mutex guard;
thread_local std::vector<Call> calls;
at::CallbackHandle handle = 0;

long now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::unique_ptr<at::ObserverContext> enter(const at::RecordFunction&) {
  calls.push_back({now()});
  return nullptr;
}

void leave(const at::RecordFunction& function, at::ObserverContext*) {
  if (calls.empty())
    return;
  const Call call = calls.back();
  const long taken = now() - call.start;
  calls.pop_back();
  if (!calls.empty())
    calls.back().inner += taken;
  const std::string_view name = function.name();
  const std::lock_guard<std::mutex> lock(guard);
  auto found = operators.find(name);
  if (found == operators.end())
    found = operators.emplace(std::string(name), Operator{}).first;
  found->second.calls++;
  found->second.nanoseconds += taken - call.inner;
}

}  // namespace

extern "C" {

void operators_start() {
  operators.clear();
  handle = at::addGlobalCallback(at::RecordFunctionCallback(&enter, &leave).scopes({at::RecordScope::FUNCTION, at::RecordScope::BACKWARD_FUNCTION}));
}

void operators_stop() {
  at::removeCallback(handle);
}

// Writes a line for each operator: its name, its calls and its nanoseconds, with tabs between. Gives the length, which is at most size - 1.
long operators_report(char* text, long size) {
  long length = 0;
  text[0] = 0;
  for (const auto& [name, each] : operators) {
    const int written = std::snprintf(text + length, size - length, "%s\t%ld\t%ld\n", name.c_str(), each.calls, each.nanoseconds);
    if (written >= size - length) {
      text[length] = 0;
      break;
    }
    length += written;
  }
  return length;
}
}
