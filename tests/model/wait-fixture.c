/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waiting for lists that are answered in the background. */
#include "wait-fixture.h"

#define PATIENCE_SECONDS 60

static gboolean
too_late_cb (gpointer list)
{
  g_error ("The %s should have been answered within %d seconds", G_OBJECT_TYPE_NAME (list), PATIENCE_SECONDS);

  return G_SOURCE_REMOVE;
}

static gboolean
is_loading (gpointer list)
{
  gboolean loading;

  g_object_get (list, "loading", &loading, NULL);

  return loading;
}

void
wait_fixture_until_loaded (gpointer list)
{
  guint alarm = g_timeout_add_seconds (PATIENCE_SECONDS, too_late_cb, list);

  while (is_loading (list))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (alarm);
}
