#ifndef FAILURE_POINTS_H
#define FAILURE_POINTS_H

/// What happens at a failure point beside the errors of `errno.h`.
enum { FAILURE_KILL = 0, FAILURE_KILL_HALF = -1 };

/// Counts calls that change files from now on, and fails the one of that number: the process is killed before it,
/// is killed after half of what was to be written, or the call gives an error. With point 0 nothing fails.
void failure_points_start(long point, int failure);

/// The calls so far.
long failure_points_count(void);

#endif
