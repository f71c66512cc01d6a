// TorchScript through the C interface: a text of functions is compiled once, and each of them is called like an operator.

#include "interop.h"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <vector>

#include <ATen/core/dispatch/Dispatcher.h>
#include <torch/csrc/api/include/torch/jit.h>
#include <torch/csrc/jit/api/function_impl.h>
#include <torch/csrc/jit/ir/constants.h>
#include <torch/csrc/jit/ir/ir.h>
#include <torch/csrc/jit/runtime/operator.h>
#include <torch/csrc/jit/runtime/graph_executor.h>
#include <torch/csrc/jit/runtime/interpreter.h>

namespace {

using torch::jit::Graph;
using torch::jit::Node;
using Unit = std::shared_ptr<torch::jit::CompilationUnit>;

// Memory of `count` values, which the caller gives back through td_free.
Value* allocate(size_t count) { return static_cast<Value*>(std::malloc(sizeof(Value) * (count + 1))); }

Value scriptResult(c10::IValue&& value);

template <typename Elements>
Value sequence(Tag tag, const Elements& elements) {
  Value found{tag, static_cast<int32_t>(elements.size()), {0}};
  Value* memory = allocate(elements.size());
  for (size_t i = 0; i < elements.size(); i++)
    memory[i] = scriptResult(c10::IValue(elements[i]));
  found.data = memory;
  return found;
}

Value scriptResult(c10::IValue&& value) {
  if (value.isTuple())
    return sequence(Tag::Tuple, value.toTuple()->elements());
  if (value.isTensor() || value.isTensorList() || value.isBool() || value.isInt() || value.isDouble())
    return result(std::move(value));
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

// A function that is operators one after the other, as is one that only gives a name to an operator. They are called on one
// stack: below are the function's arguments, then what each operator returned, at the top the arguments of the next one.
class Sequence {
 public:
  // False: there is more to it.
  static bool read(Graph& graph, Sequence& sequence) {
    std::unordered_map<const torch::jit::Value*, size_t> places;
    for (const auto* input : graph.inputs())
      places.emplace(input, places.size());
    const Node* last = graph.outputs().size() == 1 ? graph.outputs()[0]->node() : nullptr;
    for (Node* node : graph.nodes()) {
      if (node->kind() == c10::prim::Constant || node->kind() == c10::prim::ListConstruct || (node == last && node->kind() == c10::prim::TupleConstruct))
        continue;
      if (node->maybeOperator() == nullptr || !node->getOperator().isC10Op() || !node->blocks().empty())
        return false;
      auto handle = c10::Dispatcher::singleton().findSchema(c10::OperatorName(node->schema().name(), node->schema().overload_name()));
      if (!handle.has_value())
        return false;
      Step step{*handle, {}};
      if (!readAll(node->inputs(), places, step.arguments))
        return false;
      sequence.steps.push_back(std::move(step));
      for (const auto* output : node->outputs())
        places.emplace(output, places.size());
    }
    sequence.isTuple = last != nullptr && last->kind() == c10::prim::TupleConstruct;
    if (sequence.isTuple)
      return readAll(last->inputs(), places, sequence.results);
    return last != nullptr && readAll(graph.outputs(), places, sequence.results);
  }

  Value run(std::vector<c10::IValue>& stack) const {
    for (const Step& step : steps) {
      for (const Source& argument : step.arguments)
        stack.push_back(argument.from(stack));
      step.handle.callBoxed(&stack);
    }
    if (!isTuple)
      return scriptResult(results[0].from(stack));
    Value tuple{Tag::Tuple, static_cast<int32_t>(results.size()), {0}};
    Value* memory = allocate(results.size());
    for (size_t i = 0; i < results.size(); i++)
      memory[i] = scriptResult(results[i].from(stack));
    tuple.data = memory;
    return tuple;
  }

 private:
  // Where an argument comes from: from a place on the stack, from the code, or it is a list of such.
  struct Source {
    int64_t place = -1;
    c10::IValue constant;
    c10::TypeKind element = c10::TypeKind::NoneType;
    std::vector<Source> elements;

    bool isConstant() const { return place < 0 && element == c10::TypeKind::NoneType; }

    c10::IValue from(const std::vector<c10::IValue>& stack) const {
      if (place >= 0)
        return stack[place];
      switch (element) {
        case c10::TypeKind::IntType:
          return listOf<int64_t>(stack, [](const c10::IValue& value) { return value.toInt(); });
        case c10::TypeKind::FloatType:
          return listOf<double>(stack, [](const c10::IValue& value) { return value.toDouble(); });
        case c10::TypeKind::BoolType:
          return listOf<bool>(stack, [](const c10::IValue& value) { return value.toBool(); });
        case c10::TypeKind::TensorType:
          return listOf<at::Tensor>(stack, [](const c10::IValue& value) { return value.toTensor(); });
        default:
          return constant;
      }
    }

    template <typename T, typename Convert>
    c10::IValue listOf(const std::vector<c10::IValue>& stack, Convert convert) const {
      c10::List<T> list;
      list.reserve(elements.size());
      for (const Source& source : elements)
        list.push_back(convert(source.from(stack)));
      return list;
    }
  };

  struct Step {
    c10::OperatorHandle handle;
    std::vector<Source> arguments;
  };

  using Places = std::unordered_map<const torch::jit::Value*, size_t>;

  template <typename Values>
  static bool readAll(const Values& values, const Places& places, std::vector<Source>& sources) {
    for (const auto* value : values) {
      Source source;
      if (!read(value, places, source))
        return false;
      sources.push_back(std::move(source));
    }
    return true;
  }

  static bool read(const torch::jit::Value* value, const Places& places, Source& source) {
    const auto found = places.find(value);
    if (found != places.end()) {
      source.place = static_cast<int64_t>(found->second);
      return true;
    }
    if (auto constant = torch::jit::toIValue(value)) {
      source.constant = *constant;
      return true;
    }
    if (value->node()->kind() != c10::prim::ListConstruct)
      return false;
    source.element = value->type()->expectRef<c10::ListType>().getElementType()->kind();
    switch (source.element) {
      case c10::TypeKind::IntType:
      case c10::TypeKind::FloatType:
      case c10::TypeKind::BoolType:
      case c10::TypeKind::TensorType:
        break;
      default:
        return false;
    }
    if (!readAll(value->node()->inputs(), places, source.elements))
      return false;
    // Operators of the dispatcher do not change a list.
    if (std::all_of(source.elements.begin(), source.elements.end(), [](const Source& element) { return element.isConstant(); })) {
      source.constant = source.from({});
      source.element = c10::TypeKind::NoneType;
    }
    return true;
  }

  std::vector<Step> steps;
  std::vector<Source> results;
  bool isTuple = false;
};

// The code is run as it was written. libtorch's own executor would first watch a call or two, to specialize the code for the
// tensors that it saw, and would then compare the tensors of each call with those; the operators compute the same.
struct Function {
  explicit Function(torch::jit::Function& found) : schema(found.getSchema()) {
    found.ensure_defined();
    auto graph = torch::jit::toGraphFunction(found).optimized_graph()->copy();
    torch::jit::runRequiredPasses(graph);
    isSequence = Sequence::read(*graph, sequence);
    if (!isSequence)
      code = torch::jit::Code(graph, found.name());
    for (const auto& argument : schema.arguments())
      parameters.push_back(describe(argument));
  }

  Value run(std::vector<c10::IValue>& stack) const {
    if (isSequence)
      return sequence.run(stack);
    torch::jit::InterpreterState(code).run(stack);
    return scriptResult(std::move(stack.front()));
  }

  const c10::FunctionSchema& schema;
  std::vector<Parameter> parameters;

 private:
  bool isSequence;
  Sequence sequence;
  torch::jit::Code code;
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
    *returned = self.run(stack.values);
    return Ok;
  });
}
