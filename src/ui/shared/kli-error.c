/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes of the store as sentences, from one table. */
#include "ui/shared/kli-error.h"

#include "store/kli-store-error.h"

#include <glib/gi18n.h>

static const struct
{
  KliStoreError code;
  gboolean grave;
  const char *sentence;
} sentences[] = {
  { KLI_STORE_ERROR_FULL, TRUE,
    N_ ("There is no space left on the disk. The last change was not saved; everything before it is safe.") },
  { KLI_STORE_ERROR_IO, TRUE,
    N_ ("The disk could not be read or written. The last change was not saved; save a copy to another disk soon.") },
  { KLI_STORE_ERROR_READ_ONLY, TRUE, N_ ("The file with your data can only be read, so nothing can be changed.") },
  { KLI_STORE_ERROR_DAMAGED, TRUE, N_ ("The file with your data is damaged in one place.") },
  { KLI_STORE_ERROR_CONFLICT, FALSE, N_ ("Something in this record was changed since.") },
  { KLI_STORE_ERROR_NOT_FOUND, FALSE, N_ ("This record is no longer there.") },
  { KLI_STORE_ERROR_MISSING, FALSE, N_ ("There is no such file.") },
  { KLI_STORE_ERROR_LOST, FALSE, N_ ("The file with your data is gone or empty.") },
  { KLI_STORE_ERROR_NOT_A_STORE, FALSE, N_ ("This file is not a Klientela store.") },
  { KLI_STORE_ERROR_NEWER, FALSE, N_ ("This file was made by a newer version of Klientela.") },
  { KLI_STORE_ERROR_LOCKED, FALSE, N_ ("Another program is using this file.") },
  { KLI_STORE_ERROR_UNSAFE_PLACE, FALSE,
    N_ ("This file lies in a place where changes cannot be kept safely, such as a network or cloud folder.") },
  { KLI_STORE_ERROR_CLOSED, FALSE, N_ ("The file with your data has been closed.") },
};

static int
find_sentence (const GError *error)
{
  if (error->domain != KLI_STORE_ERROR)
    return -1;

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if ((int)sentences[i].code == error->code)
      return (int)i;

  return -1;
}

char *
kli_error_sentence (const GError *error)
{
  int found;

  g_return_val_if_fail (error != NULL, NULL);

  found = find_sentence (error);

  return g_strdup (found >= 0 ? _ (sentences[found].sentence) : error->message);
}

gboolean
kli_error_is_grave (const GError *error)
{
  int found;

  g_return_val_if_fail (error != NULL, FALSE);

  found = find_sentence (error);

  return found >= 0 && sentences[found].grave;
}
