#include <stddef.h>
#include <stdint.h>

/// Runs the fuzzer with the program's arguments (LLVM, "libFuzzer", using it as a library).
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*test)(const uint8_t *, size_t));
