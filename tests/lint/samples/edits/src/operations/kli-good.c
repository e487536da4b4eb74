/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample. */

void
save (KliStore *store)
{
  kli_store_edit (store, "contact-rename", 1, rename_cb, NULL);
}
