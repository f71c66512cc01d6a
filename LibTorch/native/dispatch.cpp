// libtorch's dispatcher through a C interface: operators are looked up by name and called with tagged arguments, so that one
// entry point serves all of them, autograd and every device included. The rest is what the dispatcher does not offer: tensor
// properties, backward, generators, threads.

#include "direct.h"
#include "interop.h"

#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <memory>
#include <unordered_set>

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/api/include/torch/cuda.h>
#include <torch/csrc/api/include/torch/version.h>
#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/variable.h>

thread_local std::string lastError;
std::atomic<int64_t> liveHandles{0};
thread_local std::vector<c10::IValue> spareStack;

namespace {

struct Operator {
  c10::OperatorHandle handle;
  std::vector<Parameter> parameters;
  direct::Found direct;
  // Of mul.Scalar, say, mul.Tensor.
  std::unique_ptr<Operator> withTensor;
};

std::unique_ptr<Operator> find(const char* name, const char* overload) {
  auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
  if (!handle.has_value())
    return nullptr;
  auto op = std::make_unique<Operator>(Operator{*handle, {}, {}, nullptr});
  for (const auto& argument : handle->schema().arguments())
    op->parameters.push_back(describe(argument));
  op->direct = direct::find(*handle, op->parameters);
  static const std::unordered_set<std::string> wrapping{
      "aten::add", "aten::add_", "aten::sub", "aten::sub_", "aten::mul", "aten::mul_", "aten::div", "aten::div_"};
  if (std::strcmp(overload, "Scalar") == 0 && wrapping.count(name) != 0)
    op->withTensor = find(name, "Tensor");
  return op;
}

// Of a number libtorch makes a tensor, of type double, and of that one of the other operand's type: most of what it takes to add
// a number to a small tensor. Here the second of them is kept for the next time.
at::TensorImpl* wrapped(const Value& value, at::ScalarType type) {
  struct Number {
    int64_t bits;
    Tag tag;
    at::ScalarType type;
    at::Tensor tensor;
  };
  thread_local std::array<Number, 64> numbers;
  Number& number = numbers[(static_cast<uint64_t>(value.integer) * 0x9E3779B97F4A7C15u) >> 58];
  if (!number.tensor.defined() || number.bits != value.integer || number.tag != value.tag || number.type != type) {
    const double real = value.tag == Tag::Double ? value.real : static_cast<double>(value.integer);
    c10::InferenceMode plain(false);
    at::Tensor tensor = at::empty({}, at::TensorOptions(type));
    if (type == at::kFloat)
      *tensor.data_ptr<float>() = value.tag == Tag::Double ? static_cast<float>(real) : static_cast<float>(value.integer);
    else
      *tensor.data_ptr<double>() = real;
    tensor.unsafeGetTensorImpl()->set_wrapped_number(true);
    number = {value.integer, value.tag, type, std::move(tensor)};
  }
  return number.tensor.unsafeGetTensorImpl();
}

// Whether the number can be the second operand of the tensor as one of its type, with the same result.
bool wraps(const Value& self, const Value& number) {
  if (self.tag != Tag::Tensor || (number.tag != Tag::Double && number.tag != Tag::Int))
    return false;
  const auto* tensor = static_cast<const at::TensorImpl*>(self.data);
  if (!tensor->device().is_cpu() || tensor->layout() != at::kStrided)
    return false;
  const auto type = c10::typeMetaToScalarType(tensor->dtype());
  return type == at::kDouble || (type == at::kFloat && (number.tag == Tag::Int || !(std::abs(number.real) > std::numeric_limits<float>::max())));
}

// False: the arguments are not those of the direct call.
bool callDirectly(const Operator& called, const Value* arguments, int32_t count, Value* results, int32_t capacity) {
  const Operator* op = &called;
  Value values[direct::MostArguments];
  const size_t parameters = op->parameters.size();
  for (size_t i = 0; i < parameters; i++)
    values[i] = i < static_cast<size_t>(count) && arguments[i].tag != Tag::None ? arguments[i] : op->parameters[i].plainDefault;
  if (op->withTensor != nullptr && wraps(values[0], values[1])) {
    values[1].data = wrapped(values[1], c10::typeMetaToScalarType(static_cast<at::TensorImpl*>(values[0].data)->dtype()));
    values[1].tag = Tag::Tensor;
    op = op->withTensor.get();
  }
  at::TensorImpl* result = nullptr;
  if (!op->direct.call(op->direct.typed, values, capacity > 0 ? &result : nullptr))
    return false;
  if (capacity > 0) {
    results[0].tag = Tag::Tensor;
    results[0].data = result;
  }
  return true;
}

int32_t callBoxed(const Operator& op, const Value* arguments, int32_t count, Value* results, int32_t capacity) {
  Stack stack;
  stack.values.reserve(op.parameters.size());
  for (size_t i = 0; i < op.parameters.size(); i++) {
    const Parameter& parameter = op.parameters[i];
    const bool given = i < static_cast<size_t>(count);
    if (given && arguments[i].tag != Tag::None)
      stack.values.push_back(convert(arguments[i], parameter));
    else if (given && parameter.optional)
      stack.values.emplace_back();
    else if (parameter.hasDefault)
      stack.values.push_back(parameter.defaultValue);
    else if (parameter.optional)
      stack.values.emplace_back();
    else {
      lastError = parameter.name;
      return MissingArgument;
    }
  }
  op.handle.callBoxed(&stack.values);
  const int32_t returned = std::min<int32_t>(static_cast<int32_t>(stack.values.size()), capacity);
  for (int32_t i = 0; i < returned; i++)
    results[i] = result(std::move(stack.values[i]));
  return returned;
}

at::TensorImpl* impl(void* handle) { return static_cast<at::TensorImpl*>(handle); }

}  // namespace

// ---- operators ----

ENTRY_POINT const char* td_last_error() { return lastError.c_str(); }

ENTRY_POINT const char* td_version() { return TORCH_VERSION; }

// Null: this libtorch has no such operator.
ENTRY_POINT void* td_find_operator(const char* name, const char* overload) {
  void* found = nullptr;
  guarded([&] {
    found = find(name, overload).release();
    return Ok;
  });
  return found;
}

// Calls an operator; arguments that are not given, or None where None is not allowed, take the schema's default.
// The number of results, at most `capacity`, or a negative Status. Results beyond `capacity` are dropped.
ENTRY_POINT int32_t td_call(void* handle, const Value* arguments, int32_t count, Value* results, int32_t capacity) {
  return guarded([&]() -> int32_t {
    const Operator* op = static_cast<Operator*>(handle);
    TORCH_CHECK(static_cast<size_t>(count) <= op->parameters.size(), toString(op->handle.operator_name()), " takes ",
                op->parameters.size(), " arguments, not ", count);
    if (op->direct.call != nullptr && callDirectly(*op, arguments, count, results, capacity))
      return capacity > 0 ? 1 : 0;
    return callBoxed(*op, arguments, count, results, capacity);
  });
}

ENTRY_POINT void td_free(void* memory) { std::free(memory); }

// ---- tensors ----

ENTRY_POINT void td_release(void* tensor) {
  if (tensor == nullptr)
    return;
  liveHandles.fetch_sub(1, std::memory_order_relaxed);
  guarded([&] {
    c10::intrusive_ptr<at::TensorImpl, c10::UndefinedTensorImpl>::reclaim(impl(tensor));
    return Ok;
  });
}

ENTRY_POINT void* td_retain(void* tensor) { return release(borrow(tensor)); }

ENTRY_POINT int64_t td_live_handles() { return liveHandles.load(std::memory_order_relaxed); }

ENTRY_POINT int32_t td_dim(void* tensor) { return static_cast<int32_t>(impl(tensor)->dim()); }

ENTRY_POINT int64_t td_numel(void* tensor) { return impl(tensor)->numel(); }

ENTRY_POINT int32_t td_dtype(void* tensor) { return static_cast<int32_t>(c10::typeMetaToScalarType(impl(tensor)->dtype())); }

ENTRY_POINT int32_t td_element_size(void* tensor) { return static_cast<int32_t>(impl(tensor)->dtype().itemsize()); }

// The type in the low 16 bits, the index above them.
ENTRY_POINT int32_t td_device(void* tensor) {
  const auto device = impl(tensor)->device();
  return static_cast<int32_t>(device.type()) | (static_cast<int32_t>(device.index()) << 16);
}

ENTRY_POINT void td_sizes(void* tensor, int64_t* sizes) {
  const auto from = impl(tensor)->sizes();
  std::memcpy(sizes, from.data(), from.size() * sizeof(int64_t));
}

ENTRY_POINT void td_strides(void* tensor, int64_t* strides) {
  const auto from = impl(tensor)->strides();
  std::memcpy(strides, from.data(), from.size() * sizeof(int64_t));
}

ENTRY_POINT int64_t td_size(void* tensor, int32_t dimension) { return impl(tensor)->sizes()[dimension]; }

ENTRY_POINT int64_t td_storage_offset(void* tensor) { return impl(tensor)->storage_offset(); }

ENTRY_POINT int32_t td_is_contiguous(void* tensor) { return impl(tensor)->is_contiguous() ? 1 : 0; }

ENTRY_POINT int32_t td_is_sparse(void* tensor) { return impl(tensor)->is_sparse() ? 1 : 0; }

ENTRY_POINT int32_t td_data(void* tensor, void** data) {
  return guarded([&] {
    *data = tensorOf(tensor).data_ptr();
    return Ok;
  });
}

// ---- autograd ----

ENTRY_POINT int32_t td_requires_grad(void* tensor) { return impl(tensor)->requires_grad() ? 1 : 0; }

ENTRY_POINT int32_t td_set_requires_grad(void* tensor, int32_t value) {
  return guarded([&] {
    tensorOf(tensor).set_requires_grad(value != 0);
    return Ok;
  });
}

ENTRY_POINT int32_t td_is_leaf(void* tensor) { return tensorOf(tensor).is_leaf() ? 1 : 0; }

ENTRY_POINT int32_t td_retain_grad(void* tensor) {
  return guarded([&] {
    tensorOf(tensor).retain_grad();
    return Ok;
  });
}

ENTRY_POINT int32_t td_grad(void* tensor, void** grad) {
  return guarded([&] {
    const at::Tensor& self = tensorOf(tensor);
    // Asking a tensor that keeps no gradient makes libtorch print a warning; there is none to find.
    *grad = self.is_leaf() || self.retains_grad() ? release(at::Tensor(self.grad())) : nullptr;
    return Ok;
  });
}

ENTRY_POINT int32_t td_set_grad(void* tensor, void* grad) {
  return guarded([&] {
    tensorOf(tensor).mutable_grad() = borrow(grad);
    return Ok;
  });
}

ENTRY_POINT int32_t td_forget_grad(void* tensor, int32_t take) {
  return guarded([&] {
    at::Tensor& gradient = tensorOf(tensor).mutable_grad();
    if (!gradient.defined())
      return Ok;
    if (take != 0) {
      gradient = at::Tensor();
    } else {
      at::NoGradGuard plain;
      if (gradient.grad_fn() != nullptr)
        gradient.detach_();
      gradient.zero_();
    }
    return Ok;
  });
}

ENTRY_POINT int32_t td_backward(void** tensors, int32_t count, void** gradients, int32_t gradientCount, int32_t retainGraph,
                                int32_t createGraph, void** inputs, int32_t inputCount) {
  return guarded([&] {
    torch::autograd::backward(borrowAll(tensors, count), borrowAll(gradients, gradientCount), retainGraph != 0, createGraph != 0,
                              borrowAll(inputs, inputCount));
    return Ok;
  });
}

// Writes inputCount handles, null where an input is not part of the graph.
ENTRY_POINT int32_t td_gradients(void** outputs, int32_t count, void** gradients, int32_t gradientCount, void** inputs,
                                 int32_t inputCount, int32_t retainGraph, int32_t createGraph, int32_t allowUnused, void** results) {
  return guarded([&] {
    auto found = torch::autograd::grad(borrowAll(outputs, count), borrowAll(inputs, inputCount), borrowAll(gradients, gradientCount),
                                       retainGraph != 0, createGraph != 0, allowUnused != 0);
    for (size_t i = 0; i < found.size(); i++)
      results[i] = release(std::move(found[i]));
    return Ok;
  });
}

ENTRY_POINT int32_t td_grad_enabled() { return at::GradMode::is_enabled() ? 1 : 0; }

ENTRY_POINT void td_set_grad_enabled(int32_t enabled) { at::GradMode::set_enabled(enabled != 0); }

ENTRY_POINT int32_t td_inference_mode() { return c10::InferenceMode::is_enabled() ? 1 : 0; }

// Guards must be left in the order in which they were entered, on the same thread.
ENTRY_POINT void* td_enter_inference_mode(int32_t enabled) { return new c10::InferenceMode(enabled != 0); }

ENTRY_POINT void td_leave_inference_mode(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

// Whether backward looks for what went wrong: 1 if it names the function, 2 more if it also looks for NaN.
ENTRY_POINT int32_t td_anomaly_mode() {
  using torch::autograd::AnomalyMode;
  return (AnomalyMode::is_enabled() ? 1 : 0) | (AnomalyMode::should_check_nan() ? 2 : 0);
}

ENTRY_POINT int32_t td_set_anomaly_mode(int32_t enabled, int32_t checkNan) {
  return guarded([&] {
    torch::autograd::AnomalyMode::set_enabled(enabled != 0, checkNan != 0);
    return Ok;
  });
}

// ---- random state ----

ENTRY_POINT int32_t td_default_generator(int32_t deviceType, int32_t deviceIndex, void** generator) {
  return guarded([&] {
    const c10::Device device(static_cast<c10::DeviceType>(deviceType), static_cast<c10::DeviceIndex>(deviceIndex));
    *generator = new at::Generator(at::globalContext().defaultGenerator(device));
    return Ok;
  });
}

ENTRY_POINT int32_t td_new_generator(uint64_t seed, void** generator) {
  return guarded([&] {
    *generator = new at::Generator(at::detail::createCPUGenerator(seed));
    return Ok;
  });
}

ENTRY_POINT void td_free_generator(void* generator) { delete static_cast<at::Generator*>(generator); }

ENTRY_POINT int32_t td_generator_seed(void* generator, uint64_t* seed) {
  return guarded([&] {
    auto& self = *static_cast<at::Generator*>(generator);
    std::lock_guard<std::mutex> lock(self.mutex());
    *seed = self.seed();
    return Ok;
  });
}

ENTRY_POINT int32_t td_generator_initial_seed(void* generator, uint64_t* seed) {
  return guarded([&] {
    *seed = static_cast<at::Generator*>(generator)->current_seed();
    return Ok;
  });
}

ENTRY_POINT int32_t td_generator_set_seed(void* generator, uint64_t seed) {
  return guarded([&] {
    auto& self = *static_cast<at::Generator*>(generator);
    std::lock_guard<std::mutex> lock(self.mutex());
    self.set_current_seed(seed);
    return Ok;
  });
}

ENTRY_POINT int32_t td_generator_state(void* generator, void** state) {
  return guarded([&] {
    auto& self = *static_cast<at::Generator*>(generator);
    std::lock_guard<std::mutex> lock(self.mutex());
    *state = release(self.get_state());
    return Ok;
  });
}

ENTRY_POINT int32_t td_generator_set_state(void* generator, void* state) {
  return guarded([&] {
    auto& self = *static_cast<at::Generator*>(generator);
    std::lock_guard<std::mutex> lock(self.mutex());
    self.set_state(borrow(state));
    return Ok;
  });
}

ENTRY_POINT int32_t td_manual_seed(uint64_t seed) {
  return guarded([&] {
    at::manual_seed(seed);
    return Ok;
  });
}

// ---- threads and devices ----

ENTRY_POINT int32_t td_num_threads() { return at::get_num_threads(); }

ENTRY_POINT int32_t td_set_num_threads(int32_t count) {
  return guarded([&] {
    at::set_num_threads(count);
    return Ok;
  });
}

ENTRY_POINT int32_t td_num_interop_threads() { return static_cast<int32_t>(at::get_num_interop_threads()); }

ENTRY_POINT int32_t td_set_num_interop_threads(int32_t count) {
  return guarded([&] {
    at::set_num_interop_threads(count);
    return Ok;
  });
}

ENTRY_POINT int32_t td_cuda_device_count() {
  int32_t count = 0;
  guarded([&] {
    count = static_cast<int32_t>(torch::cuda::device_count());
    return Ok;
  });
  return count;
}

ENTRY_POINT int32_t td_cudnn_is_available() {
  int32_t available = 0;
  guarded([&] {
    available = torch::cuda::cudnn_is_available() ? 1 : 0;
    return Ok;
  });
  return available;
}

ENTRY_POINT int32_t td_cuda_manual_seed(uint64_t seed, int32_t all) {
  return guarded([&] {
    if (all != 0)
      torch::cuda::manual_seed_all(seed);
    else
      torch::cuda::manual_seed(seed);
    return Ok;
  });
}

ENTRY_POINT int32_t td_cuda_synchronize(int32_t index) {
  return guarded([&] {
    torch::cuda::synchronize(index);
    return Ok;
  });
}
