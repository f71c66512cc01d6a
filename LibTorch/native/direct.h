// Operators of the commonest signatures are called as libtorch calls them itself, arguments in registers: no stack, no reference
// counts, no lists on the heap.

#pragma once

#include "interop.h"

#include <type_traits>

#include <ATen/core/dispatch/Dispatcher.h>
#include <c10/core/SymInt.h>
#include <c10/core/SymIntArrayRef.h>
#include <c10/util/OptionalArrayRef.h>

namespace direct {

inline bool is(const Parameter& parameter, c10::TypeKind kind, bool optional = false) {
  return parameter.kind == kind && parameter.optional == optional;
}

inline bool isIntList(const Parameter& parameter, bool optional = false) {
  return is(parameter, c10::TypeKind::ListType, optional) && parameter.element == c10::TypeKind::IntType;
}

// How an argument of a C++ type is read: the parameters that have the type, the values that fit it, the argument that one is.
template <typename T>
struct As;

template <>
struct As<const at::Tensor&> {
  static bool has(const Parameter& parameter) { return is(parameter, c10::TypeKind::TensorType); }
  static bool fits(const Value& value) { return value.tag == Tag::Tensor; }
  // A tensor is nothing but the pointer, which the caller keeps alive.
  static const at::Tensor& of(const Value& value) { return reinterpret_cast<const at::Tensor&>(value.data); }
};

template <>
struct As<at::Tensor&> : As<const at::Tensor&> {
  static at::Tensor& of(const Value& value) { return const_cast<at::Tensor&>(As<const at::Tensor&>::of(value)); }
};

template <>
struct As<const c10::optional<at::Tensor>&> {
  static bool has(const Parameter& parameter) { return is(parameter, c10::TypeKind::TensorType, true); }
  static bool fits(const Value& value) { return value.tag == Tag::Tensor || value.tag == Tag::None; }
  static c10::optional<at::Tensor> of(const Value& value) {
    return value.tag == Tag::None ? c10::optional<at::Tensor>() : c10::optional<at::Tensor>(borrow(value.data));
  }
};

template <>
struct As<const c10::Scalar&> {
  static bool has(const Parameter& parameter) { return is(parameter, c10::TypeKind::NumberType); }
  static bool fits(const Value& value) { return value.tag == Tag::Double || value.tag == Tag::Int || value.tag == Tag::Bool; }
  static c10::Scalar of(const Value& value) {
    return value.tag == Tag::Double ? c10::Scalar(value.real)
        : value.tag == Tag::Int     ? c10::Scalar(value.integer)
                                    : c10::Scalar(value.integer != 0);
  }
};

template <>
struct As<int64_t> {
  static bool has(const Parameter& parameter) { return is(parameter, c10::TypeKind::IntType); }
  static bool fits(const Value& value) { return value.tag == Tag::Int; }
  static int64_t of(const Value& value) { return value.integer; }
};

template <>
struct As<c10::SymInt> : As<int64_t> {
  static c10::SymInt of(const Value& value) { return c10::SymInt(value.integer); }
};

template <>
struct As<c10::optional<at::ScalarType>> {
  static bool has(const Parameter& parameter) { return is(parameter, c10::TypeKind::IntType, true); }
  static bool fits(const Value& value) { return value.tag == Tag::Int || value.tag == Tag::None; }
  static c10::optional<at::ScalarType> of(const Value& value) {
    return value.tag == Tag::None ? c10::optional<at::ScalarType>() : static_cast<at::ScalarType>(value.integer);
  }
};

template <>
struct As<bool> {
  static bool has(const Parameter& parameter) { return is(parameter, c10::TypeKind::BoolType); }
  static bool fits(const Value& value) { return value.tag == Tag::Bool; }
  static bool of(const Value& value) { return value.integer != 0; }
};

template <>
struct As<at::IntArrayRef> {
  static bool has(const Parameter& parameter) { return isIntList(parameter); }
  static bool fits(const Value& value) { return value.tag == Tag::IntList; }
  static at::IntArrayRef of(const Value& value) {
    return {static_cast<const int64_t*>(value.data), static_cast<size_t>(value.length)};
  }
};

template <>
struct As<c10::SymIntArrayRef> : As<at::IntArrayRef> {
  static c10::SymIntArrayRef of(const Value& value) {
    return {static_cast<const c10::SymInt*>(value.data), static_cast<size_t>(value.length)};
  }
};

template <>
struct As<at::OptionalIntArrayRef> {
  static bool has(const Parameter& parameter) { return isIntList(parameter, true); }
  static bool fits(const Value& value) { return value.tag == Tag::IntList || value.tag == Tag::None; }
  static at::OptionalIntArrayRef of(const Value& value) {
    return value.tag == Tag::None ? at::OptionalIntArrayRef() : at::OptionalIntArrayRef(As<at::IntArrayRef>::of(value));
  }
};

// False: the values do not fit, and the stack is for them.
using Call = bool (*)(const void* typed, const Value* values, at::TensorImpl** result);

template <typename F>
struct Signature;

template <typename Result, typename... Arguments>
struct Signature<Result(Arguments...)> {
  static constexpr size_t Count = sizeof...(Arguments);

  static bool matches(const c10::FunctionSchema& schema, const std::vector<Parameter>& parameters) {
    return parameters.size() == Count && schema.returns().size() == 1 && schema.returns()[0].type()->kind() == c10::TypeKind::TensorType &&
        schema.is_mutable() == std::is_same_v<Result, at::Tensor&> && matches(parameters, std::index_sequence_for<Arguments...>());
  }

  // Null: libtorch's function has another type, such as one of another version.
  static const void* find(const c10::OperatorHandle& handle) {
    try {
      return new c10::TypedOperatorHandle<Result(Arguments...)>(handle.typed<Result(Arguments...)>());
    } catch (const std::exception&) {
      return nullptr;
    }
  }

  static bool call(const void* typed, const Value* values, at::TensorImpl** result) {
    return call(typed, values, result, std::index_sequence_for<Arguments...>());
  }

 private:
  template <size_t... I>
  static bool matches(const std::vector<Parameter>& parameters, std::index_sequence<I...>) {
    return (As<Arguments>::has(parameters[I]) && ...);
  }

  template <size_t... I>
  static bool call(const void* typed, const Value* values, at::TensorImpl** result, std::index_sequence<I...>) {
    if (!(As<Arguments>::fits(values[I]) && ...))
      return false;
    decltype(auto) returned =
        static_cast<const c10::TypedOperatorHandle<Result(Arguments...)>*>(typed)->call(As<Arguments>::of(values[I])...);
    if (result != nullptr)
      *result = release(at::Tensor(std::forward<decltype(returned)>(returned)));
    return true;
  }
};

// What a signature allows, or null functions.
struct Found {
  Call call = nullptr;
  const void* typed = nullptr;
};

template <typename... Signatures>
Found findAmong(const c10::OperatorHandle& handle, const std::vector<Parameter>& parameters) {
  Found found;
  auto attempt = [&](auto signature) {
    using S = decltype(signature);
    if (found.call == nullptr && S::matches(handle.schema(), parameters) && (found.typed = S::find(handle)) != nullptr)
      found.call = &S::call;
  };
  (attempt(Signatures()), ...);
  return found;
}

constexpr size_t MostArguments = 5;

inline Found find(const c10::OperatorHandle& handle, const std::vector<Parameter>& parameters) {
  using T = const at::Tensor&;
  using Self = at::Tensor&;
  using S = const c10::Scalar&;
  using I = int64_t;
  using Type = c10::optional<at::ScalarType>;
  // Symbolic integers first: where libtorch has them, it takes plain ones too, but not directly.
  return findAmong<
      Signature<at::Tensor(T)>, Signature<at::Tensor(T, T)>, Signature<at::Tensor(T, T, T)>,
      Signature<at::Tensor(T, S)>, Signature<at::Tensor(T, S, S)>, Signature<at::Tensor(T, T, S)>,
      Signature<at::Tensor(T, T, T, S)>, Signature<at::Tensor(T, T, T, S, S)>,
      Signature<at::Tensor(T, I)>, Signature<at::Tensor(T, I, c10::SymInt)>, Signature<at::Tensor(T, I, I)>,
      Signature<at::Tensor(T, I, c10::SymInt, c10::SymInt)>, Signature<at::Tensor(T, I, I, I)>,
      Signature<at::Tensor(T, c10::SymIntArrayRef)>, Signature<at::Tensor(T, at::IntArrayRef)>,
      Signature<at::Tensor(T, T, const c10::optional<at::Tensor>&)>, Signature<at::Tensor(T, Type)>, Signature<at::Tensor(T, I, Type)>,
      Signature<at::Tensor(T, at::OptionalIntArrayRef, bool, Type)>,
      Signature<Self(Self)>, Signature<Self(Self, T)>, Signature<Self(Self, T, T)>,
      Signature<Self(Self, S)>, Signature<Self(Self, S, S)>, Signature<Self(Self, T, S)>,
      Signature<Self(Self, T, T, S)>, Signature<Self(Self, T, T, S, S)>, Signature<Self(Self, T, bool)>>(handle, parameters);
}

}  // namespace direct
