/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that was being typed when the program ended. Read once for each store that is opened. */
#include "ui/shared/kli-unsaved-text.h"

#include "store/kli-local-notes.h"

static GPtrArray *
texts_of (KliStore *store)
{
  GPtrArray *texts = g_object_get_data (G_OBJECT (store), "kli-unsaved-texts");
  g_autoptr (GError) error = NULL;

  if (texts != NULL)
    return texts;

  texts = kli_unsaved_list (store, &error);
  if (texts == NULL)
    {
      g_info ("What was being typed could not be read: %s", error->message);
      texts = g_ptr_array_new ();
    }
  g_object_set_data_full (G_OBJECT (store), "kli-unsaved-texts", texts, (GDestroyNotify)g_ptr_array_unref);

  return texts;
}

char *
kli_unsaved_text_take (KliStore *store, gint64 owner, const char *field)
{
  GPtrArray *texts;

  g_return_val_if_fail (KLI_IS_STORE (store), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  texts = texts_of (store);
  for (guint i = 0; i < texts->len; i++)
    {
      const KliUnsaved *unsaved = g_ptr_array_index (texts, i);
      char *text;

      if (unsaved->owner != owner || !g_str_equal (unsaved->field, field))
        continue;
      text = g_strdup (unsaved->text);
      g_ptr_array_remove_index (texts, i);

      return text;
    }

  return NULL;
}
