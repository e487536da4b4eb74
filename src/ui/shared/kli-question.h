/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked or told in a window over the window. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A message dialog over @parent, named by @heading; neither text is markup. The caller adds the responses and presents
 * it. @parent: (nullable). Returns: (transfer none): belongs to GTK until it is closed */
AdwMessageDialog *kli_question_new (GtkWindow *parent, const char *heading, const char *body);

G_END_DECLS
