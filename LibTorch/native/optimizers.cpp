// A step of an optimizer in one pass over the memory of a parameter, its gradient and what is remembered of it. Composed of
// libtorch's operators, one of Adam takes twenty. The formulas are PyTorch's.

#include "interop.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

#include <ATen/TensorIterator.h>

// The loops are compiled for each of these instruction sets; the processor decides.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

#define INLINED __attribute__((always_inline))

namespace {

// Repeated in FusedMethod.cs, with the states and coefficients of each.
enum class Method : int32_t {
  SGD = 0, MomentumSGD = 1, NesterovSGD = 2, Adam = 3, AMSGrad = 4, RMSProp = 5, MomentumRMSProp = 6, CenteredRMSProp = 7,
  CenteredMomentumRMSProp = 8, Adagrad = 9, Adadelta = 10, Adamax = 11, NAdam = 12, RAdam = 13, UnrectifiedRAdam = 14, Rprop = 15, ASGD = 16,
};

// Repeated in FusedStep.cs.
enum Outcome : int32_t { NoGradient = 0, Done = 1, NotForThis = 2 };

constexpr int MostStates = 3;
constexpr int MostTensors = MostStates + 2;
constexpr int64_t Chunk = 256;

// Elements from one place on: the parameter, what is remembered of it, its gradient.
template <typename T>
struct Elements {
  T* parameter;
  T* states[MostStates];
  const T* gradient;
  int64_t count;
};

// Calls the update with each element, its gradient, and as many states as it takes.
template <typename T, typename Update>
inline INLINED void each(const Elements<T>& elements, const double* coefficients, Update update) {
  T* __restrict parameter = elements.parameter;
  T* __restrict first = elements.states[0];
  T* __restrict second = elements.states[1];
  T* __restrict third = elements.states[2];
  const T* __restrict gradients = elements.gradient;
  const T sign = static_cast<T>(coefficients[0]);
  const T decay = static_cast<T>(coefficients[1]);
  for (int64_t i = 0; i < elements.count; i++) {
    const T gradient = decay == 0 ? sign * gradients[i] : sign * gradients[i] + decay * parameter[i];
    if constexpr (std::is_invocable_v<Update, T&, T>)
      update(parameter[i], gradient);
    else if constexpr (std::is_invocable_v<Update, T&, T, T&>)
      update(parameter[i], gradient, first[i]);
    else if constexpr (std::is_invocable_v<Update, T&, T, T&, T&>)
      update(parameter[i], gradient, first[i], second[i]);
    else
      update(parameter[i], gradient, first[i], second[i], third[i]);
  }
}

// Not a number is the larger one.
template <typename T>
inline INLINED T larger(T left, T right) {
  return right <= left ? left : right;
}

template <typename T>
inline INLINED void update(Method method, const Elements<T>& elements, const double* coefficients) {
  const T c2 = static_cast<T>(coefficients[2]), c3 = static_cast<T>(coefficients[3]), c4 = static_cast<T>(coefficients[4]);
  const T c5 = static_cast<T>(coefficients[5]), c6 = static_cast<T>(coefficients[6]), c7 = static_cast<T>(coefficients[7]);
  const T c8 = static_cast<T>(coefficients[8]), c9 = static_cast<T>(coefficients[9]);
  switch (method) {
    case Method::SGD: {
      const T rate = c2;
      return each(elements, coefficients, [=](T& p, T g) INLINED { p += rate * g; });
    }
    case Method::MomentumSGD: {
      const T rate = c2, momentum = c3, undamped = c4;
      return each(elements, coefficients, [=](T& p, T g, T& buffer) INLINED {
        buffer = momentum * buffer + undamped * g;
        p += rate * buffer;
      });
    }
    case Method::NesterovSGD: {
      const T rate = c2, momentum = c3, undamped = c4, ahead = c5;
      return each(elements, coefficients, [=](T& p, T g, T& buffer) INLINED {
        buffer = momentum * buffer + undamped * g;
        p += rate * (g + ahead * buffer);
      });
    }
    case Method::Adam: {
      const T rate = c2, beta1 = c3, new1 = c4, beta2 = c5, new2 = c6, root = c7, eps = c8, shrink = c9;
      return each(elements, coefficients, [=](T& p, T g, T& mean, T& square) INLINED {
        mean = beta1 * mean + new1 * g;
        square = beta2 * square + new2 * g * g;
        p = shrink * p + rate * mean / (std::sqrt(square) / root + eps);
      });
    }
    case Method::AMSGrad: {
      const T rate = c2, beta1 = c3, new1 = c4, beta2 = c5, new2 = c6, root = c7, eps = c8, shrink = c9;
      return each(elements, coefficients, [=](T& p, T g, T& mean, T& square, T& largest) INLINED {
        mean = beta1 * mean + new1 * g;
        square = beta2 * square + new2 * g * g;
        largest = larger(largest, square);
        p = shrink * p + rate * mean / (std::sqrt(largest) / root + eps);
      });
    }
    case Method::RMSProp: {
      const T rate = c2, alpha = c3, fresh = c4, eps = c5;
      return each(elements, coefficients, [=](T& p, T g, T& square) INLINED {
        square = alpha * square + fresh * g * g;
        p += rate * g / (std::sqrt(square) + eps);
      });
    }
    case Method::MomentumRMSProp: {
      const T rate = c2, alpha = c3, fresh = c4, eps = c5, momentum = c6;
      return each(elements, coefficients, [=](T& p, T g, T& square, T& buffer) INLINED {
        square = alpha * square + fresh * g * g;
        buffer = momentum * buffer + g / (std::sqrt(square) + eps);
        p += rate * buffer;
      });
    }
    case Method::CenteredRMSProp: {
      const T rate = c2, alpha = c3, fresh = c4, eps = c5;
      return each(elements, coefficients, [=](T& p, T g, T& square, T& mean) INLINED {
        square = alpha * square + fresh * g * g;
        mean = alpha * mean + fresh * g;
        p += rate * g / (std::sqrt(square - mean * mean) + eps);
      });
    }
    case Method::CenteredMomentumRMSProp: {
      const T rate = c2, alpha = c3, fresh = c4, eps = c5, momentum = c6;
      return each(elements, coefficients, [=](T& p, T g, T& square, T& mean, T& buffer) INLINED {
        square = alpha * square + fresh * g * g;
        mean = alpha * mean + fresh * g;
        buffer = momentum * buffer + g / (std::sqrt(square - mean * mean) + eps);
        p += rate * buffer;
      });
    }
    case Method::Adagrad: {
      const T rate = c2, eps = c3;
      return each(elements, coefficients, [=](T& p, T g, T& sum) INLINED {
        sum += g * g;
        p += rate * g / (std::sqrt(sum) + eps);
      });
    }
    case Method::Adadelta: {
      const T rate = c2, rho = c3, fresh = c4, eps = c5;
      return each(elements, coefficients, [=](T& p, T g, T& square, T& moved) INLINED {
        square = rho * square + fresh * g * g;
        const T delta = std::sqrt(moved + eps) / std::sqrt(square + eps) * g;
        moved = rho * moved + fresh * delta * delta;
        p += rate * delta;
      });
    }
    case Method::Adamax: {
      const T rate = c2, beta1 = c3, new1 = c4, beta2 = c5, eps = c6;
      return each(elements, coefficients, [=](T& p, T g, T& mean, T& largest) INLINED {
        mean = beta1 * mean + new1 * g;
        largest = larger(beta2 * largest, std::abs(g) + eps);
        p += rate * mean / largest;
      });
    }
    case Method::NAdam: {
      const T ofGradient = c2, ofMean = c3, beta1 = c4, new1 = c5, beta2 = c6, new2 = c7, correction = c8, eps = c9;
      return each(elements, coefficients, [=](T& p, T g, T& mean, T& square) INLINED {
        mean = beta1 * mean + new1 * g;
        square = beta2 * square + new2 * g * g;
        const T denominator = std::sqrt(square / correction) + eps;
        p = p + ofGradient * g / denominator + ofMean * mean / denominator;
      });
    }
    case Method::RAdam: {
      const T rate = c2, beta1 = c3, new1 = c4, beta2 = c5, new2 = c6, eps = c7;
      return each(elements, coefficients, [=](T& p, T g, T& mean, T& square) INLINED {
        mean = beta1 * mean + new1 * g;
        square = beta2 * square + new2 * g * g;
        p += rate * mean / (std::sqrt(square) + eps);
      });
    }
    case Method::UnrectifiedRAdam: {
      const T rate = c2, beta1 = c3, new1 = c4, beta2 = c5, new2 = c6;
      return each(elements, coefficients, [=](T& p, T g, T& mean, T& square) INLINED {
        mean = beta1 * mean + new1 * g;
        square = beta2 * square + new2 * g * g;
        p += rate * mean;
      });
    }
    case Method::Rprop: {
      const T shrinking = c2, growing = c3, least = c4, most = c5;
      return each(elements, coefficients, [=](T& p, T g, T& previous, T& size) INLINED {
        const T agreement = g * previous;
        const T resized = size * (agreement > 0 ? growing : agreement < 0 ? shrinking : T(1));
        size = resized < least ? least : resized > most ? most : resized;
        // A weight whose gradient turned around waits for the next step.
        previous = agreement < 0 ? T(0) : g;
        p -= size * (previous > 0 ? T(1) : previous < 0 ? T(-1) : T(0));
      });
    }
    case Method::ASGD: {
      const T rate = c2, shrink = c3, fresh = c4;
      return each(elements, coefficients, [=](T& p, T g, T& average) INLINED {
        p = shrink * p + rate * g;
        average += fresh * (p - average);
      });
    }
  }
}

FOR_EACH_PROCESSOR void step(Method method, const Elements<float>& elements, const double* coefficients) {
  update(method, elements, coefficients);
}

FOR_EACH_PROCESSOR void step(Method method, const Elements<double>& elements, const double* coefficients) {
  update(method, elements, coefficients);
}

// Elements that do not lie side by side are brought together first, a few at a time.
template <typename T>
void stepApart(Method method, char* const* data, const int64_t* strides, int tensors, int64_t count, const double* coefficients) {
  T memory[MostTensors][Chunk];
  auto at = [&](int tensor, int64_t i) -> T& { return *reinterpret_cast<T*>(data[tensor] + i * strides[tensor]); };
  for (int64_t from = 0; from < count; from += Chunk) {
    const int64_t size = std::min(Chunk, count - from);
    for (int tensor = 0; tensor < tensors; tensor++)
      for (int64_t i = 0; i < size; i++)
        memory[tensor][i] = at(tensor, from + i);
    step(method, Elements<T>{memory[0], {memory[1], memory[2], memory[3]}, memory[tensors - 1], size}, coefficients);
    for (int tensor = 0; tensor < tensors - 1; tensor++)
      for (int64_t i = 0; i < size; i++)
        at(tensor, from + i) = memory[tensor][i];
  }
}

// Of tensors whose last is the gradient, and the others change.
template <typename T>
void stepAll(Method method, at::TensorIterator& iterator, const double* coefficients) {
  const int tensors = iterator.ntensors();
  iterator.for_each([&](char** first, const int64_t* strides, int64_t count, int64_t rows) {
    const bool dense = std::all_of(strides, strides + tensors, [](int64_t stride) { return stride == sizeof(T); });
    for (int64_t row = 0; row < rows; row++) {
      char* data[MostTensors] = {};
      for (int i = 0; i < tensors; i++)
        data[i] = first[i] + row * strides[tensors + i];
      if (!dense) {
        stepApart<T>(method, data, strides, tensors, count, coefficients);
        continue;
      }
      Elements<T> elements{};
      elements.parameter = reinterpret_cast<T*>(data[0]);
      for (int i = 0; i + 2 < tensors; i++)
        elements.states[i] = reinterpret_cast<T*>(data[i + 1]);
      elements.gradient = reinterpret_cast<const T*>(data[tensors - 1]);
      elements.count = count;
      step(method, elements, coefficients);
    }
  });
}

}  // namespace

// Coefficients begin with what the gradient is multiplied by, and how much of the parameter is added to it. An Outcome, or Failed.
ENTRY_POINT int32_t td_step(int32_t method, void* parameter, void** states, int32_t count, const double* coefficients) {
  return guarded([&]() -> int32_t {
    const at::Tensor& self = tensorOf(parameter);
    const at::Tensor& gradient = self.grad();
    if (!gradient.defined())
      return NoGradient;
    const auto type = self.scalar_type();
    auto fits = [&](const at::Tensor& other) {
      return other.device().is_cpu() && other.layout() == at::kStrided && other.scalar_type() == type && other.sizes() == self.sizes();
    };
    if ((type != at::kFloat && type != at::kDouble) || !fits(self) || !fits(gradient))
      return NotForThis;
    at::TensorIteratorConfig config;
    config.set_check_mem_overlap(false).resize_outputs(false).add_output(self);
    for (int32_t i = 0; i < count; i++) {
      if (!fits(tensorOf(states[i])))
        return NotForThis;
      config.add_output(tensorOf(states[i]));
    }
    at::TensorIterator iterator = config.add_input(gradient).build();
    if (type == at::kFloat)
      stepAll<float>(static_cast<Method>(method), iterator, coefficients);
    else
      stepAll<double>(static_cast<Method>(method), iterator, coefficients);
    if (!self.is_inference())
      self.unsafeGetTensorImpl()->bump_version();
    return Done;
  });
}
