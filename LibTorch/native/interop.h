// What the parts of this library share: the values that cross the C interface, how they become libtorch's, and errors.
//
// A tensor handle is an owned reference to a TensorImpl (an at::Tensor is nothing but such a pointer), an operator handle
// lives as long as the process. No C++ exception leaves this library: a call returns a Status and keeps the text.

#pragma once

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>
#include <ATen/core/function_schema.h>
#include <ATen/core/ivalue.h>
#include <ATen/core/jit_type.h>

#define ENTRY_POINT extern "C" __attribute__((visibility("default")))

enum Status : int32_t { Ok = 0, Failed = -1, MissingArgument = -2 };

// Repeated in ValueTag.cs.
enum class Tag : int32_t {
  None = 0, Int = 1, Double = 2, Bool = 3, Device = 4, Generator = 5, Tensor = 6,
  Complex = 7, String = 8, TensorList = 9, IntList = 10, DoubleList = 11, BoolList = 12,
  // Of results alone.
  Tuple = 13, List = 14, Unsupported = 15,
};

// Repeated in NativeValue.cs. Lists: data points at `length` elements; device: length is the type, integer the index.
struct Value {
  Tag tag;
  int32_t length;
  union {
    int64_t integer;
    double real;
    void* data;
  };
};

// What a call must know of a parameter, read from the schema once.
struct Parameter {
  c10::TypeKind kind;
  c10::TypeKind element;
  bool optional;
  bool optionalElement;
  bool hasDefault;
  c10::IValue defaultValue;
  Value plainDefault;  // None unless it is a number
  std::string name;
};

extern thread_local std::string lastError;
extern std::atomic<int64_t> liveHandles;

template <typename F>
int32_t guarded(F&& body) noexcept {
  try {
    return body();
  } catch (const c10::Error& e) {
    lastError = e.what_without_backtrace();
  } catch (const std::exception& e) {
    lastError = e.what();
  } catch (...) {
    lastError = "libtorch raised an unknown exception";
  }
  return Failed;
}

inline at::TensorImpl* release(at::Tensor&& tensor) {
  if (!tensor.defined())
    return nullptr;
  liveHandles.fetch_add(1, std::memory_order_relaxed);
  return tensor.unsafeReleaseTensorImpl();
}

inline at::Tensor borrow(void* handle) {
  if (handle == nullptr)
    return {};
  return at::Tensor(c10::intrusive_ptr<at::TensorImpl, c10::UndefinedTensorImpl>::reclaim_copy(
      static_cast<at::TensorImpl*>(handle)));
}

// The tensor that the handle is, without a reference of its own.
inline const at::Tensor& tensorOf(void* const& handle) { return reinterpret_cast<const at::Tensor&>(handle); }

inline std::vector<at::Tensor> borrowAll(void** handles, int32_t length) {
  std::vector<at::Tensor> tensors;
  tensors.reserve(length);
  for (int32_t i = 0; i < length; i++)
    tensors.push_back(borrow(handles[i]));
  return tensors;
}

inline Parameter describe(const c10::Argument& argument) {
  Parameter parameter{argument.type()->kind(), c10::TypeKind::NoneType, false, false, false, {}, {Tag::None, 0, {0}}, argument.name()};
  c10::TypePtr type = argument.type();
  if (auto optional = type->cast<c10::OptionalType>()) {
    parameter.optional = true;
    type = optional->getElementType();
    parameter.kind = type->kind();
  }
  if (auto list = type->cast<c10::ListType>()) {
    c10::TypePtr element = list->getElementType();
    if (auto optional = element->cast<c10::OptionalType>()) {
      parameter.optionalElement = true;
      element = optional->getElementType();
    }
    parameter.element = element->kind();
  }
  if (argument.default_value().has_value()) {
    parameter.hasDefault = true;
    parameter.defaultValue = *argument.default_value();
    if (parameter.defaultValue.isInt())
      parameter.plainDefault = {Tag::Int, 0, {parameter.defaultValue.toInt()}};
    else if (parameter.defaultValue.isBool())
      parameter.plainDefault = {Tag::Bool, 0, {parameter.defaultValue.toBool() ? 1 : 0}};
  }
  return parameter;
}

template <typename T>
c10::IValue listOf(const Value& value) {
  c10::List<T> list;
  list.reserve(value.length);
  const T* elements = static_cast<const T*>(value.data);
  for (int32_t i = 0; i < value.length; i++)
    list.push_back(elements[i]);
  return list;
}

inline c10::IValue tensorList(const Value& value, const Parameter& parameter) {
  void** handles = static_cast<void**>(value.data);
  if (parameter.optionalElement) {
    c10::impl::GenericList list(c10::OptionalType::create(c10::TensorType::get()));
    list.reserve(value.length);
    for (int32_t i = 0; i < value.length; i++)
      list.push_back(handles[i] == nullptr ? c10::IValue() : c10::IValue(borrow(handles[i])));
    return list;
  }
  c10::List<at::Tensor> list;
  list.reserve(value.length);
  for (int32_t i = 0; i < value.length; i++)
    list.push_back(borrow(handles[i]));
  return list;
}

inline c10::IValue scalarList(const Value& value) {
  c10::impl::GenericList list(c10::NumberType::get());
  const double* elements = static_cast<const double*>(value.data);
  for (int32_t i = 0; i < value.length; i++)
    list.push_back(c10::IValue(elements[i]));
  return list;
}

// Numbers take the type that the schema asks for: callers need not know whether an operator wants float or int.
inline c10::IValue convert(const Value& value, const Parameter& parameter) {
  switch (value.tag) {
    case Tag::Int:
      if (parameter.kind == c10::TypeKind::FloatType)
        return static_cast<double>(value.integer);
      if (parameter.kind == c10::TypeKind::BoolType)
        return value.integer != 0;
      return value.integer;
    case Tag::Double:
      return value.real;
    case Tag::Bool:
      return value.integer != 0;
    case Tag::Complex: {
      const double* parts = static_cast<const double*>(value.data);
      return c10::complex<double>(parts[0], parts[1]);
    }
    case Tag::String:
      return std::string(static_cast<const char*>(value.data), value.length);
    case Tag::Device:
      return c10::Device(static_cast<c10::DeviceType>(value.length), static_cast<c10::DeviceIndex>(value.integer));
    case Tag::Generator:
      return *static_cast<at::Generator*>(value.data);
    case Tag::Tensor:
      return borrow(value.data);
    case Tag::TensorList:
      return tensorList(value, parameter);
    case Tag::IntList:
      return listOf<int64_t>(value);
    case Tag::DoubleList:
      return parameter.element == c10::TypeKind::NumberType ? scalarList(value) : listOf<double>(value);
    case Tag::BoolList:
      return listOf<bool>(value);
    default:
      return {};
  }
}

// The caller owns a list's memory and gives it back through td_free.
inline Value handles(const c10::List<at::Tensor>& tensors) {
  Value value{Tag::TensorList, static_cast<int32_t>(tensors.size()), {0}};
  auto** memory = static_cast<at::TensorImpl**>(std::malloc(sizeof(void*) * (tensors.size() + 1)));
  for (size_t i = 0; i < tensors.size(); i++)
    memory[i] = release(at::Tensor(tensors.get(i)));
  value.data = memory;
  return value;
}

inline Value result(c10::IValue&& value) {
  if (value.isTensor()) {
    Value tensor{Tag::Tensor, 0, {0}};
    tensor.data = release(std::move(value).toTensor());
    return tensor;
  }
  if (value.isTensorList())
    return handles(value.toTensorList());
  if (value.isBool())
    return Value{Tag::Bool, 0, {value.toBool() ? 1 : 0}};
  if (value.isInt())
    return Value{Tag::Int, 0, {value.toInt()}};
  if (value.isDouble()) {
    Value real{Tag::Double, 0, {0}};
    real.real = value.toDouble();
    return real;
  }
  return Value{Tag::None, 0, {0}};
}

// The stack of a call, reused by the thread's next one; a call inside a call finds it taken and gets its own.
extern thread_local std::vector<c10::IValue> spareStack;

class Stack {
 public:
  Stack() : values(std::move(spareStack)) { values.clear(); }
  ~Stack() {
    values.clear();
    spareStack = std::move(values);
  }
  std::vector<c10::IValue> values;
};
