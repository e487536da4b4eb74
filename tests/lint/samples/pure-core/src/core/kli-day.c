/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample. */

/* time (NULL) in a comment is fine, and so is overtime (x). */
gint64
now (void)
{
  return g_get_real_time ();
}

int
overtime (int hours)
{
  return g_open_count (hours) + overtime (time (NULL));
}

void
keep (const char *text)
{
  g_file_set_contents ("x", text, -1, NULL);
}
