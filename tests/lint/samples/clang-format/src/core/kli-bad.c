/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample. */

void
bad (void) {
      step(1);
}
