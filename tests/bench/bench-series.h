/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of one thing that was done many times, and how they are told to bench.py. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *name;
  GArray *times; /* double: milliseconds */
  gint64 began;  /* nanoseconds */
} BenchSeries;

BenchSeries *bench_series_new (const char *name);
void bench_series_free (BenchSeries *series);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchSeries, bench_series_free)

void bench_series_begin (BenchSeries *series);
void bench_series_end (BenchSeries *series);
void bench_series_add (BenchSeries *series, double milliseconds);

/* Whether the time on the processor is measured: on a machine that others use, too, it says more than the clock on the
 * wall. */
gboolean bench_is_of_processor (void);
/* The time of the calling thread, in nanoseconds. */
gint64 bench_now_of_thread (void);

/* The middle one; sorts them. */
double bench_series_median (BenchSeries *series);
/* One line: name, number of times, median, 99th percentile, maximum, with tabs between. */
void bench_series_print (BenchSeries *series);

/* One line: name, 1, the value three times. */
void bench_print_value (const char *name, double value);

/* Private memory of this process, in MB. */
double bench_private_memory (void);

G_END_DECLS
