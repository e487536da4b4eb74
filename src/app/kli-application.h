/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: the command line, one process for each store, what is not about one window. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KLI_TYPE_APPLICATION (kli_application_get_type ())
G_DECLARE_FINAL_TYPE (KliApplication, kli_application, KLI, APPLICATION, AdwApplication)

/* `klientela [--store=FILE] [FILE…]`: FILE is a vCard or CSV file to import. A second start for the same store
 * raises the window of the first one; another store is another process. Returns: (transfer full) */
KliApplication *kli_application_new (void);

G_END_DECLS
