/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of one thing that was done many times. */
#include "bench-series.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

gboolean
bench_is_of_processor (void)
{
  return g_getenv ("KLI_BENCH_PROCESSOR") != NULL;
}

static gint64
read_clock (clockid_t clock)
{
  struct timespec moment;

  clock_gettime (bench_is_of_processor () ? clock : CLOCK_MONOTONIC, &moment);

  return (gint64)moment.tv_sec * 1000000000 + moment.tv_nsec;
}

static gint64
now (void)
{
  return read_clock (CLOCK_PROCESS_CPUTIME_ID);
}

gint64
bench_now_of_thread (void)
{
  return read_clock (CLOCK_THREAD_CPUTIME_ID);
}

BenchSeries *
bench_series_new (const char *name)
{
  BenchSeries *series = g_new0 (BenchSeries, 1);

  series->name = g_strdup (name);
  series->times = g_array_new (FALSE, FALSE, sizeof (double));

  return series;
}

void
bench_series_free (BenchSeries *series)
{
  g_free (series->name);
  g_array_unref (series->times);
  g_free (series);
}

void
bench_series_begin (BenchSeries *series)
{
  series->began = now ();
}

void
bench_series_end (BenchSeries *series)
{
  bench_series_add (series, (double)(now () - series->began) / 1e6);
}

void
bench_series_add (BenchSeries *series, double milliseconds)
{
  g_array_append_val (series->times, milliseconds);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a, second = *(const double *)b;

  return first < second ? -1 : first > second;
}

static double
percentile (const GArray *sorted, double share)
{
  guint place = (guint)(share * (double)(sorted->len - 1) + 0.5);

  return g_array_index (sorted, double, place);
}

double
bench_series_median (BenchSeries *series)
{
  g_array_sort (series->times, compare_times);

  return percentile (series->times, 0.5);
}

void
bench_series_print (BenchSeries *series)
{
  GArray *times = series->times;

  if (times->len == 0)
    return;
  g_array_sort (times, compare_times);
  printf ("%s\t%u\t%.4f\t%.4f\t%.4f\n", series->name, times->len, percentile (times, 0.5), percentile (times, 0.99),
          percentile (times, 1));
}

void
bench_print_value (const char *name, double value)
{
  printf ("%s\t1\t%.4f\t%.4f\t%.4f\n", name, value, value, value);
}

double
bench_private_memory (void)
{
  g_autofree char *text = NULL;
  const char *line;

  /* What is mapped from files is not counted: the system takes it back when it wants to. */
  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return 0;
  line = strstr (text, "RssAnon:");

  return line != NULL ? g_ascii_strtod (line + strlen ("RssAnon:"), NULL) / 1024 : 0;
}
