/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that takes SLOW_DISK_MS milliseconds, for a program started with this in LD_PRELOAD: so what a person does
 * before an edit is acknowledged is done in time, on any machine. */
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void
sleep_as_told (void)
{
  const char *said = getenv ("SLOW_DISK_MS");
  int ms = said != NULL ? atoi (said) : 0;
  struct timespec delay = { ms / 1000, ms % 1000 * 1000000L };

  nanosleep (&delay, NULL);
}

static int
wait_and_call (const char *name, int fd)
{
  int (*function) (int);

  *(void **)&function = dlsym (RTLD_NEXT, name);
  /* Whatever it starts is as quick as ever. */
  if (strcmp (program_invocation_short_name, "klientela") == 0)
    sleep_as_told ();

  return function (fd);
}

int
fsync (int fd)
{
  return wait_and_call ("fsync", fd);
}

int
fdatasync (int fd)
{
  return wait_and_call ("fdatasync", fd);
}
