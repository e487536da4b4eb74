/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample. */

void
save (KliStore *store)
{
  kli_store_edit_async (store, "contact-rename", 1, rename_cb, NULL);
  kli_contact_rename (store, 1, "kli_store_edit (x)");
}
