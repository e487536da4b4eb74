/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waiting for lists that are answered in the background. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Lets answers in until the property "loading" of @list is FALSE; fails the test when that takes a minute. */
void wait_fixture_until_loaded (gpointer list);

G_END_DECLS
