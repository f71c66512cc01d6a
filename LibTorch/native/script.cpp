// TorchScript through the C interface: a text of functions is compiled once, and each of them is called like an operator.

#include "interop.h"

#include <memory>
#include <unordered_map>

#include <torch/csrc/api/include/torch/jit.h>
#include <torch/csrc/jit/api/function_impl.h>
#include <torch/csrc/jit/runtime/graph_executor.h>
#include <torch/csrc/jit/runtime/interpreter.h>

namespace {

using Unit = std::shared_ptr<torch::jit::CompilationUnit>;

// The code is interpreted as it was written. libtorch's own executor would first watch a call or two, to specialize the code
// for the tensors that it saw, and would then compare the tensors of each call with those; the operators compute the same.
struct Function {
  explicit Function(torch::jit::Function& found) : schema(found.getSchema()), code(codeOf(found), found.name()) {
    for (const auto& argument : schema.arguments())
      parameters.push_back(describe(argument));
  }

  static std::shared_ptr<torch::jit::Graph> codeOf(torch::jit::Function& function) {
    function.ensure_defined();
    auto graph = torch::jit::toGraphFunction(function).optimized_graph()->copy();
    torch::jit::runRequiredPasses(graph);
    return graph;
  }

  const c10::FunctionSchema& schema;
  torch::jit::Code code;
  std::vector<Parameter> parameters;
};

// Functions live as long as their unit.
struct Script {
  Unit unit;
  std::vector<std::unique_ptr<Function>> functions;
};

// Whether the value certainly is what the parameter takes; of anything else libtorch decides, and says what is wrong.
bool fits(const c10::IValue& value, const Parameter& parameter) {
  switch (parameter.kind) {
    case c10::TypeKind::TensorType:
      return value.isTensor() || (parameter.optional && value.isNone());
    case c10::TypeKind::IntType:
      return value.isInt();
    case c10::TypeKind::FloatType:
      return value.isDouble();
    case c10::TypeKind::BoolType:
      return value.isBool();
    default:
      return false;
  }
}

// Memory of `count` values, which the caller gives back through td_free.
Value* allocate(size_t count) { return static_cast<Value*>(std::malloc(sizeof(Value) * (count + 1))); }

Value scriptResult(const c10::IValue& value);

template <typename Elements>
Value sequence(Tag tag, const Elements& elements) {
  Value found{tag, static_cast<int32_t>(elements.size()), {0}};
  Value* memory = allocate(elements.size());
  for (size_t i = 0; i < elements.size(); i++)
    memory[i] = scriptResult(elements[i]);
  found.data = memory;
  return found;
}

Value scriptResult(const c10::IValue& value) {
  if (value.isTuple())
    return sequence(Tag::Tuple, value.toTuple()->elements());
  if (value.isTensor() || value.isTensorList() || value.isBool() || value.isInt() || value.isDouble())
    return result(c10::IValue(value));
  if (value.isList())
    return sequence(Tag::List, value.toListRef());
  if (value.isComplexDouble()) {
    const auto number = value.toComplexDouble();
    Value complex{Tag::Complex, 2, {0}};
    complex.data = allocate(0);
    static_cast<double*>(complex.data)[0] = number.real();
    static_cast<double*>(complex.data)[1] = number.imag();
    return complex;
  }
  return Value{value.isNone() ? Tag::None : Tag::Unsupported, 0, {0}};
}

}  // namespace

ENTRY_POINT int32_t td_compile(const char* source, void** script) {
  return guarded([&] {
    *script = new Script{torch::jit::compile(source), {}};
    return Ok;
  });
}

ENTRY_POINT void td_free_script(void* script) {
  guarded([&] {
    delete static_cast<Script*>(script);
    return Ok;
  });
}

// Not for several threads at once on one script.
ENTRY_POINT int32_t td_find_function(void* script, const char* name, void** function) {
  return guarded([&] {
    auto& self = *static_cast<Script*>(script);
    self.functions.push_back(std::make_unique<Function>(self.unit->get_function(c10::QualifiedName(name))));
    *function = self.functions.back().get();
    return Ok;
  });
}

ENTRY_POINT int32_t td_invoke(void* function, const Value* arguments, int32_t count, Value* returned) {
  return guarded([&]() -> int32_t {
    const Function& self = *static_cast<Function*>(function);
    const auto given = static_cast<size_t>(count);
    static const Parameter unknown{c10::TypeKind::AnyType, c10::TypeKind::AnyType, false, false, false, {}, {Tag::None, 0, {0}}, {}};
    Stack stack;
    bool checked = given == self.parameters.size();
    for (size_t i = 0; i < given; i++) {
      const Parameter& parameter = i < self.parameters.size() ? self.parameters[i] : unknown;
      // Unlike an operator's, a script's parameter takes its own type alone.
      stack.values.push_back(convert(arguments[i], unknown));
      checked = checked && fits(stack.values.back(), parameter);
    }
    if (!checked)
      self.schema.checkAndNormalizeInputs(stack.values, std::unordered_map<std::string, c10::IValue>());
    torch::jit::InterpreterState(self.code).run(stack.values);
    *returned = scriptResult(stack.values.front());
    return Ok;
  });
}
