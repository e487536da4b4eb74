/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample. */

void
good (void)
{
  step (1);
}
