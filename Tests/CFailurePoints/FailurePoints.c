// Stands between a program and the C library, so that tests can end it at any of its calls that change files.
#define _GNU_SOURCE
#include "FailurePoints.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

static long point, count;
static int failure, is_on;

void failure_points_start(long at, int kind) {
  point = at;
  failure = kind;
  count = 0;
  is_on = 1;
}

long failure_points_count(void) { return count; }

// Whether this call fails with an error; where it is to end the process, it does not return.
static int fails(void) {
  if (!is_on || ++count != point) return 0;
  if (failure <= 0) kill(getpid(), SIGKILL);
  errno = failure;
  return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *bytes, size_t size) {
  if (is_on && failure == FAILURE_KILL_HALF && count + 1 == point) REAL(write)(file, bytes, size / 2);
  return fails() ? -1 : REAL(write)(file, bytes, size);
}

int open(const char *path, int flags, ...) {
  mode_t mode = 0;
  if (flags & O_CREAT) {
    va_list list;
    va_start(list, flags);
    mode = va_arg(list, mode_t);
    va_end(list);
  }
  return fails() ? -1 : REAL(open)(path, flags, mode);
}

off_t lseek(int file, off_t offset, int from) { return fails() ? -1 : REAL(lseek)(file, offset, from); }
int fsync(int file) { return fails() ? -1 : REAL(fsync)(file); }
int close(int file) { return fails() ? -1 : REAL(close)(file); }
int rename(const char *from, const char *to) { return fails() ? -1 : REAL(rename)(from, to); }
int unlink(const char *path) { return fails() ? -1 : REAL(unlink)(path); }
int mkdir(const char *path, mode_t mode) { return fails() ? -1 : REAL(mkdir)(path, mode); }
