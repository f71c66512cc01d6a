// Memory of tensors on the CPU. What one tensor gives back serves the next one, instead of going back to the system, which would
// have to clear it, page by page, before anyone has it again. NEURALDSL_TENSOR_MEMORY=system leaves it to libtorch.
//
// There is one range of addresses, reserved once and used from its beginning. Blocks of it are split, and joined with their
// free neighbours; free ones hang in lists by size, 16 for every doubling ("two-level segregated fit", Masmano et al. 2004).
// What has long been idle goes back to the system.

#include "interop.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>
#include <mutex>

#include <c10/core/Allocator.h>
#include <c10/core/CPUAllocator.h>
#include <c10/util/Exception.h>

namespace {

constexpr size_t Unit = 64;  // of sizes and addresses: what vector instructions want
constexpr size_t HugePage = size_t{2} << 20;
constexpr size_t LargestRange = size_t{1} << 42;
constexpr size_t SmallestRange = size_t{1} << 30;
constexpr int SubclassBits = 4;
constexpr int Subclasses = 1 << SubclassBits;
constexpr int Lists = (42 - SubclassBits) * Subclasses;
constexpr int Words = (Lists + 63) / 64;
constexpr int Tries = 16;
// Memory is idle when it was not needed while this many times the whole heap was asked for, which is several steps of a training.
constexpr size_t Patience = 32;

// Ends 16 bytes before the tensor's bytes, which are aligned to Unit.
struct Block {
  size_t before;  // the size of the block before this one; 0 for the first
  size_t state;   // the size of this one, its header included, and flags
  // Where the tensor's bytes are, while it is free.
  Block* next;
  Block* previous;

  static constexpr size_t Header = 2 * sizeof(size_t);
  static constexpr size_t Free = 1;
  static constexpr size_t Returned = 2;  // free, and the system has its pages

  size_t size() const { return state & ~(Free | Returned); }
  bool free() const { return (state & Free) != 0; }
  bool returned() const { return (state & Returned) != 0; }
  Block* after() { return reinterpret_cast<Block*>(reinterpret_cast<char*>(this) + size()); }
  Block* preceding() { return reinterpret_cast<Block*>(reinterpret_cast<char*>(this) - before); }
  void* bytes() { return reinterpret_cast<char*>(this) + Header; }

  static Block* of(void* bytes) { return reinterpret_cast<Block*>(static_cast<char*>(bytes) - Header); }
};

class Heap {
 public:
  // False: the system has no range of addresses for it.
  bool reserve() {
    for (capacity = LargestRange; capacity >= SmallestRange; capacity /= 4) {
      void* range = mmap(nullptr, capacity, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
      if (range == MAP_FAILED)
        continue;
      start = reinterpret_cast<char*>((reinterpret_cast<uintptr_t>(range) + HugePage - 1) & ~(HugePage - 1));
      capacity -= HugePage;
      if (!open(start, HugePage))
        return false;
      // Its bytes are aligned, and so are those of all blocks after it.
      auto* first = reinterpret_cast<Block*>(start + Unit - Block::Header);
      end = reinterpret_cast<Block*>(start + HugePage - Block::Header);
      first->before = 0;
      first->state = HugePage - Unit;
      end->state = 0;
      link(first);
      return true;
    }
    return false;
  }

  // Null: the system has no more.
  void* allocate(size_t bytes) {
    if (bytes > LargestRange)
      return nullptr;
    const size_t size = (bytes + Block::Header + Unit - 1) & ~(Unit - 1);
    std::lock_guard<std::mutex> lock(mutex);
    Block* block = find(size);
    if (block == nullptr && (block = grow(size)) == nullptr)
      return nullptr;
    unlink(block);
    const bool returned = block->returned();
    const size_t rest = block->size() - size;
    block->state = block->size();
    if (rest != 0) {
      block->state = size;
      Block* remainder = block->after();
      remainder->before = size;
      remainder->state = rest;
      link(remainder, returned);
    }
    asked += size;
    idle = std::min(idle, unused);
    return block->bytes();
  }

  void deallocate(void* bytes) {
    std::lock_guard<std::mutex> lock(mutex);
    Block* block = Block::of(bytes);
    Block* after = block->after();
    if (after->free()) {
      unlink(after);
      block->state += after->size();
    }
    if (block->before != 0 && block->preceding()->free()) {
      Block* preceding = block->preceding();
      unlink(preceding);
      preceding->state = preceding->size() + block->size();
      block = preceding;
    }
    link(block);
    if (asked >= Patience * static_cast<size_t>(reinterpret_cast<char*>(end) - start)) {
      giveBack(idle);
      asked = 0;
      idle = unused;
    }
  }

 private:
  static int floorLog2(size_t value) { return 63 - __builtin_clzll(value); }

  // The class of a size; blocks of a class are at least as large as its first size.
  static int classOf(size_t size) {
    const size_t units = size / Unit;
    if (units < Subclasses)
      return static_cast<int>(units);
    const int log = floorLog2(units);
    return (log - SubclassBits + 1) * Subclasses + static_cast<int>((units >> (log - SubclassBits)) & (Subclasses - 1));
  }

  Block* find(size_t size) {
    const int own = classOf(size);
    // Trainings ask for the same sizes again and again: a block of the very size is in its own class, among smaller ones.
    Block* best = nullptr;
    int tries = Tries;
    for (Block* block = lists[own]; block != nullptr && tries-- > 0; block = block->next) {
      if (block->size() >= size && (best == nullptr || block->size() < best->size()))
        best = block;
    }
    if (best != nullptr)
      return best;
    int index = own + 1;
    int word = index / 64;
    uint64_t bits = filled[word] & (~uint64_t{0} << (index % 64));
    while (bits == 0) {
      if (++word == Words)
        return nullptr;
      bits = filled[word];
    }
    return lists[word * 64 + __builtin_ctzll(bits)];
  }

  void link(Block* block, bool returned = false) {
    block->state |= returned ? Block::Free | Block::Returned : Block::Free;
    block->after()->before = block->size();
    const int index = classOf(block->size());
    block->previous = nullptr;
    block->next = lists[index];
    if (block->next != nullptr)
      block->next->previous = block;
    lists[index] = block;
    filled[index / 64] |= uint64_t{1} << (index % 64);
    unused += returned ? 0 : block->size();
  }

  void unlink(Block* block) {
    const int index = classOf(block->size());
    if (block->previous != nullptr)
      block->previous->next = block->next;
    else
      lists[index] = block->next;
    if (block->next != nullptr)
      block->next->previous = block->previous;
    if (lists[index] == nullptr)
      filled[index / 64] &= ~(uint64_t{1} << (index % 64));
    unused -= block->returned() ? 0 : block->size();
  }

  // Opens more of the range. The block at its end is never free, so that after() of the others finds one.
  Block* grow(size_t size) {
    const size_t known = end->before != 0 && end->preceding()->free() ? end->before : 0;
    const size_t more = (size - known + HugePage - 1) & ~(HugePage - 1);
    char* edge = reinterpret_cast<char*>(end) + Block::Header;
    if (static_cast<size_t>(edge - start) + more > capacity || !open(edge, more))
      return nullptr;
    Block* block = end;
    end = reinterpret_cast<Block*>(reinterpret_cast<char*>(end) + more);
    end->state = 0;
    block->state = more;
    if (known != 0) {
      Block* preceding = block->preceding();
      unlink(preceding);
      preceding->state = known + more;
      block = preceding;
    }
    link(block);
    return block;
  }

  static bool open(char* edge, size_t bytes) {
    if (mprotect(edge, bytes, PROT_READ | PROT_WRITE) != 0)
      return false;
    madvise(edge, bytes, MADV_HUGEPAGE);
    return true;
  }

  // The largest blocks first; whole huge pages, which keeps what is small.
  void giveBack(size_t bytes) {
    size_t done = 0;
    for (int index = Lists - 1; index >= classOf(2 * HugePage) && done < bytes; index--) {
      for (Block* block = lists[index]; block != nullptr && done < bytes; block = block->next) {
        if (block->returned())
          continue;
        const auto from = (reinterpret_cast<uintptr_t>(block + 1) + HugePage - 1) & ~(HugePage - 1);
        const auto to = reinterpret_cast<uintptr_t>(block->after()) & ~(HugePage - 1);
        madvise(reinterpret_cast<void*>(from), to - from, MADV_DONTNEED);
        block->state |= Block::Returned;
        unused -= block->size();
        done += block->size();
      }
    }
  }

  std::mutex mutex;
  char* start = nullptr;
  Block* end = nullptr;
  size_t capacity = 0;
  size_t unused = 0;  // in free blocks whose pages the system may not have
  size_t asked = 0;
  size_t idle = 0;  // the least that was unused while `asked` was counted
  Block* lists[Lists] = {};
  uint64_t filled[Words] = {};
};

// As long as the process: tensors may be released until its very end.
Heap* heap;

// libtorch has changed what is const, and what is abstract; what one of them lacks is an ordinary function.
struct HeapAllocator final : c10::Allocator {
  c10::DataPtr allocate(size_t bytes) const { return make(bytes); }
  c10::DataPtr allocate(size_t bytes) { return make(bytes); }
  c10::DeleterFnPtr raw_deleter() const override { return &release; }
  void copy_data(void* to, const void* from, std::size_t count) const { std::memcpy(to, from, count); }

 private:
  static c10::DataPtr make(size_t bytes) {
    void* data = nullptr;
    if (bytes != 0) {
      data = heap->allocate(bytes);
      TORCH_CHECK(data != nullptr, "not enough memory: you tried to allocate ", bytes, " bytes");
    }
    return {data, data, &release, c10::Device(c10::DeviceType::CPU)};
  }

  static void release(void* data) {
    if (data != nullptr)
      heap->deallocate(data);
  }
};

// When the library is loaded, before it makes a tensor.
__attribute__((constructor)) void install() {
  const char* chosen = std::getenv("NEURALDSL_TENSOR_MEMORY");
  if (chosen != nullptr && std::strcmp(chosen, "system") == 0)
    return;
  heap = new Heap;
  if (heap->reserve())
    c10::SetCPUAllocator(new HeapAllocator);
}

}  // namespace
