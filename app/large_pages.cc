#include "app/large_pages.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace codeboom {

#if defined(__GLIBC__) && defined(MADV_HUGEPAGE) && !defined(__SANITIZE_ADDRESS__)
void use_large_pages() {
  constexpr std::uintptr_t large_page = 2 * 1024 * 1024;
  constexpr int more = 64 * 1024 * 1024;  // address space, not memory: what is never touched costs nothing
  mallopt(M_TOP_PAD, more);               // the heap grows by this much at once
  mallopt(M_TRIM_THRESHOLD, 2 * more);
  mallopt(M_MMAP_THRESHOLD, more / 4);
  const auto end_of_heap = [] { return reinterpret_cast<std::uintptr_t>(sbrk(0)); };
  const std::uintptr_t before = end_of_heap();
  void* volatile block = std::malloc(1024 * 1024);  // more than the heap holds now
  std::free(block);
  const std::uintptr_t begin = (before + large_page - 1) / large_page * large_page, end = end_of_heap();
  if (end > begin) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}
#else
void use_large_pages() {}
#endif

}  // namespace codeboom
