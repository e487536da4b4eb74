/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one entry of the history changed. */
#include "model/kli-history-details.h"

struct _KliHistoryDetails
{
  GObject parent_instance;

  KliStore *store;
  gint64 edit;
  gint64 subject;
  char *verb;
  gint64 owner;
  KliLanguage language;

  GPtrArray *lines; /* KliHistoryLine */
  GPtrArray *pages; /* KliHistoryLines, which own them */
  guint next;
  gboolean loading;
  GError *error; /* nullable */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliHistoryDetails, kli_history_details, G_TYPE_OBJECT)

/* --- reading ---------------------------------------------------------------------------------------------- */

typedef struct
{
  KliHistoryDetails *details; /* owned; its constants only: this is another thread */
  guint from;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->details);
  g_free (request);
}

static gpointer
read_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Request *request = user_data;
  const KliHistoryDetails *self = request->details;
  const KliHistoryEntry entry = { .id = self->edit, .subject = self->subject, .origin_verb = self->verb };

  return kli_history_read_lines (connection, &entry, self->owner, request->from, self->language, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliHistoryDetails) self = user_data;
  KliHistoryLines *page;

  g_clear_error (&self->error);
  page = kli_store_read_finish (KLI_STORE (source), result, &self->error);
  self->loading = FALSE;
  if (page != NULL)
    {
      g_ptr_array_add (self->pages, page);
      for (guint i = 0; i < page->lines->len; i++)
        g_ptr_array_add (self->lines, g_ptr_array_index (page->lines, i));
      self->next = page->next;
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
read_page (KliHistoryDetails *self)
{
  Request *request = g_new (Request, 1);

  request->details = g_object_ref (self);
  request->from = self->next;
  self->loading = TRUE;
  kli_store_read_async (self->store, read_func, request, (GDestroyNotify)request_free,
                        (GDestroyNotify)kli_history_lines_free, NULL, read_cb, g_object_ref (self));
}

/* --- the object ------------------------------------------------------------------------------------------- */

static void
kli_history_details_finalize (GObject *object)
{
  KliHistoryDetails *self = KLI_HISTORY_DETAILS (object);

  g_object_unref (self->store);
  g_free (self->verb);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->pages);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (kli_history_details_parent_class)->finalize (object);
}

static void
kli_history_details_class_init (KliHistoryDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kli_history_details_finalize;

  signals[CHANGED]
      = g_signal_new ("changed", KLI_TYPE_HISTORY_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kli_history_details_init (KliHistoryDetails *self)
{
  self->lines = g_ptr_array_new ();
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)kli_history_lines_free);
}

KliHistoryDetails *
kli_history_details_new (KliStore *store, const KliHistoryEntry *entry, gint64 owner, KliLanguage language)
{
  KliHistoryDetails *self;

  g_return_val_if_fail (KLI_IS_STORE (store) && entry != NULL, NULL);

  self = g_object_new (KLI_TYPE_HISTORY_DETAILS, NULL);
  self->store = g_object_ref (store);
  self->edit = entry->id;
  self->subject = entry->subject;
  self->verb = g_strdup (entry->origin_verb);
  self->owner = owner;
  self->language = language;
  read_page (self);

  return self;
}

const GPtrArray *
kli_history_details_get_lines (KliHistoryDetails *self)
{
  g_return_val_if_fail (KLI_IS_HISTORY_DETAILS (self), NULL);

  return self->lines;
}

gboolean
kli_history_details_is_loading (KliHistoryDetails *self)
{
  g_return_val_if_fail (KLI_IS_HISTORY_DETAILS (self), FALSE);

  return self->loading;
}

gboolean
kli_history_details_has_more (KliHistoryDetails *self)
{
  g_return_val_if_fail (KLI_IS_HISTORY_DETAILS (self), FALSE);

  return self->next != 0;
}

void
kli_history_details_load_more (KliHistoryDetails *self)
{
  g_return_if_fail (KLI_IS_HISTORY_DETAILS (self));

  if (!self->loading && self->next != 0)
    read_page (self);
}

const GError *
kli_history_details_get_error (KliHistoryDetails *self)
{
  g_return_val_if_fail (KLI_IS_HISTORY_DETAILS (self), NULL);

  return self->error;
}
