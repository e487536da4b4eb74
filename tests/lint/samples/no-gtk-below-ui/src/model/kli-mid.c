/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample. */
#include <gio/gio.h>
#include <gtk/gtk.h>
#include <sqlite3.h>
