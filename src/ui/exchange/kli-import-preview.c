/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One import before it is done. */
#include "ui/exchange/kli-import-preview.h"

#include "core/kli-kinds.h"

/* How long decisions are collected before a plan is made of them. */
#define COLLECT_MS 250

struct _KliImportPreview
{
  GObject parent_instance;

  KliStore *store;
  KliImportFiles *files;
  KliCardPile *cards;        /* NULL until read */
  GCancellable *cancellable; /* of what is on its way; NULL when nothing is */
  guint replan_timeout;

  KliImport *import; /* shown */
  KliImport *next;   /* being planned */
  KliImportCounts counts;
  GHashTable *doubts;    /* record → its reason, char* */
  GHashTable *decisions; /* record → KliImportDecision */
  gboolean company_as_text;
  gboolean restore;
  gboolean is_fresh; /* the cards were read anew: what was decided is about others */
};

enum
{
  STARTED,
  READ,
  PLANNED,
  DECIDED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KliImportPreview, kli_import_preview, G_TYPE_OBJECT)

void
kli_import_preview_stop (KliImportPreview *self)
{
  g_return_if_fail (KLI_IS_IMPORT_PREVIEW (self));

  g_clear_handle_id (&self->replan_timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->next, kli_import_drop);
}

/* --- planning --------------------------------------------------------------------------------------- */

void
kli_import_counts_reckon (KliImportCounts *counts, const KliImport *import)
{
  g_return_if_fail (counts != NULL && import != NULL);

  *counts = (KliImportCounts){ .made = kli_import_count_organisations (import) };
  counts->organisations = counts->made;
  for (guint n = 0; n < kli_import_get_n_cards (import); n++)
    {
      KliImportResult result = kli_import_get_result (import, n);

      counts->results[result]++;
      if (result != KLI_IMPORT_NEW)
        continue;
      if (kli_import_is_organisation (import, n))
        counts->organisations++;
      else
        counts->people++;
    }
}

static void
note_doubts (KliImportPreview *self)
{
  for (guint n = 0; n < kli_import_get_n_cards (self->import); n++)
    if (kli_import_get_result (self->import, n) == KLI_IMPORT_DOUBTFUL)
      g_hash_table_insert (self->doubts, GUINT_TO_POINTER (n), g_strdup (kli_import_get_reason (self->import, n)));
}

static gboolean
is_stopped (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
fail (KliImportPreview *self, const GError *error)
{
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->next, kli_import_drop);
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliImportPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_fresh = self->is_fresh;

  if (!kli_import_plan_finish (KLI_STORE (source), result, &error))
    {
      if (!is_stopped (error))
        fail (self, error);
      return;
    }

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->import, kli_import_drop);
  self->import = g_steal_pointer (&self->next);
  if (is_fresh)
    {
      g_hash_table_remove_all (self->doubts);
      g_hash_table_remove_all (self->decisions);
      self->is_fresh = FALSE;
    }
  kli_import_counts_reckon (&self->counts, self->import);
  note_doubts (self);
  if (is_fresh)
    g_signal_emit (self, signals[READ], 0);
  g_signal_emit (self, signals[PLANNED], 0);
}

static void
plan (KliImportPreview *self)
{
  const KliImportOptions options = { .company_as_text = self->company_as_text, .restore = self->restore };
  GHashTableIter iter;
  gpointer n, decision;

  kli_import_preview_stop (self);
  self->cancellable = g_cancellable_new ();
  self->next = kli_import_new (self->cards, &options);
  g_hash_table_iter_init (&iter, self->decisions);
  while (!self->is_fresh && g_hash_table_iter_next (&iter, &n, &decision))
    kli_import_decide (self->next, GPOINTER_TO_UINT (n), (KliImportDecision)GPOINTER_TO_INT (decision));
  kli_import_plan_async (self->next, self->store, self->cancellable, planned_cb, g_object_ref (self));
}

static gboolean
replan_cb (gpointer user_data)
{
  KliImportPreview *self = user_data;

  self->replan_timeout = 0;
  plan (self);

  return G_SOURCE_REMOVE;
}

static void
replan_soon (KliImportPreview *self)
{
  kli_import_preview_stop (self);
  self->replan_timeout = g_timeout_add (COLLECT_MS, replan_cb, self);
  g_signal_emit (self, signals[STARTED], 0);
}

/* Somebody may be here now who was not when it was planned. While files are read a plan follows anyway. */
static void
store_changed_cb (KliImportPreview *self)
{
  if (self->import != NULL && (self->next != NULL || self->cancellable == NULL))
    replan_soon (self);
}

/* --- reading ---------------------------------------------------------------------------------------- */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliImportPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  KliCardPile *cards = kli_import_files_read_finish (KLI_IMPORT_FILES (source), result, &error);

  if (cards == NULL)
    {
      if (!is_stopped (error))
        fail (self, error);
      return;
    }

  g_clear_pointer (&self->cards, kli_card_pile_unref);
  self->cards = cards;
  self->is_fresh = TRUE;
  plan (self);
}

void
kli_import_preview_read (KliImportPreview *self)
{
  g_return_if_fail (KLI_IS_IMPORT_PREVIEW (self));

  kli_import_preview_stop (self);
  self->cancellable = g_cancellable_new ();
  kli_import_files_read_async (self->files, self->cancellable, read_cb, g_object_ref (self));
  g_signal_emit (self, signals[STARTED], 0);
}

gboolean
kli_import_preview_is_busy (KliImportPreview *self)
{
  g_return_val_if_fail (KLI_IS_IMPORT_PREVIEW (self), FALSE);

  return self->cancellable != NULL || self->replan_timeout != 0;
}

double
kli_import_preview_get_fraction (KliImportPreview *self)
{
  double fraction;

  g_return_val_if_fail (KLI_IS_IMPORT_PREVIEW (self), -1);

  fraction = self->next != NULL ? kli_import_get_fraction (self->next) : kli_import_files_get_fraction (self->files);

  return fraction > 0 ? fraction : -1;
}

/* --- what is shown ---------------------------------------------------------------------------------- */

KliImportFiles *
kli_import_preview_get_files (KliImportPreview *self)
{
  g_return_val_if_fail (KLI_IS_IMPORT_PREVIEW (self), NULL);

  return self->files;
}

KliImport *
kli_import_preview_get_import (KliImportPreview *self)
{
  g_return_val_if_fail (KLI_IS_IMPORT_PREVIEW (self), NULL);

  return self->import;
}

const KliImportCounts *
kli_import_preview_get_counts (KliImportPreview *self)
{
  g_return_val_if_fail (KLI_IS_IMPORT_PREVIEW (self), NULL);

  return &self->counts;
}

gboolean
kli_import_preview_is_doubtful (KliImportPreview *self, guint n)
{
  g_return_val_if_fail (KLI_IS_IMPORT_PREVIEW (self), FALSE);

  return g_hash_table_contains (self->doubts, GUINT_TO_POINTER (n));
}

const char *
kli_import_preview_get_reason (KliImportPreview *self, guint n)
{
  const char *doubt;

  g_return_val_if_fail (KLI_IS_IMPORT_PREVIEW (self), "");

  doubt = g_hash_table_lookup (self->doubts, GUINT_TO_POINTER (n));

  return doubt != NULL ? doubt : kli_import_get_reason (self->import, n);
}

KliImportResult
kli_import_preview_get_result (KliImportPreview *self, guint n)
{
  static const KliImportResult outcomes[] = {
    [KLI_IMPORT_LEAVE] = KLI_IMPORT_DOUBTFUL,
    [KLI_IMPORT_TAKE_AS_NEW] = KLI_IMPORT_NEW,
    [KLI_IMPORT_TAKE_AS_SAME] = KLI_IMPORT_CHANGED,
  };

  g_return_val_if_fail (KLI_IS_IMPORT_PREVIEW (self), KLI_IMPORT_REFUSED);

  if (kli_import_preview_is_doubtful (self, n))
    return outcomes[kli_import_preview_get_decision (self, n)];

  return kli_import_get_result (self->import, n);
}

/* --- decisions -------------------------------------------------------------------------------------- */

KliImportDecision
kli_import_preview_get_decision (KliImportPreview *self, guint n)
{
  g_return_val_if_fail (KLI_IS_IMPORT_PREVIEW (self), KLI_IMPORT_LEAVE);

  return (KliImportDecision)GPOINTER_TO_INT (g_hash_table_lookup (self->decisions, GUINT_TO_POINTER (n)));
}

void
kli_import_preview_decide (KliImportPreview *self, guint n, KliImportDecision decision)
{
  g_return_if_fail (KLI_IS_IMPORT_PREVIEW (self));

  if (kli_import_preview_get_decision (self, n) == decision)
    return;

  g_hash_table_insert (self->decisions, GUINT_TO_POINTER (n), GINT_TO_POINTER (decision));
  g_signal_emit (self, signals[DECIDED], 0);
  replan_soon (self);
}

void
kli_import_preview_decide_all (KliImportPreview *self, KliImportDecision decision)
{
  GHashTableIter iter;
  gpointer n;

  g_return_if_fail (KLI_IS_IMPORT_PREVIEW (self));

  g_hash_table_iter_init (&iter, self->doubts);
  while (g_hash_table_iter_next (&iter, &n, NULL))
    g_hash_table_insert (self->decisions, n, GINT_TO_POINTER (decision));
  g_signal_emit (self, signals[DECIDED], 0);
  replan_soon (self);
}

gboolean
kli_import_preview_get_company_as_text (KliImportPreview *self)
{
  g_return_val_if_fail (KLI_IS_IMPORT_PREVIEW (self), FALSE);

  return self->company_as_text;
}

void
kli_import_preview_set_company_as_text (KliImportPreview *self, gboolean as_text)
{
  g_return_if_fail (KLI_IS_IMPORT_PREVIEW (self));

  if (self->company_as_text == as_text)
    return;

  self->company_as_text = as_text;
  if (self->cards != NULL)
    replan_soon (self);
}

gboolean
kli_import_preview_get_restore (KliImportPreview *self)
{
  g_return_val_if_fail (KLI_IS_IMPORT_PREVIEW (self), FALSE);

  return self->restore;
}

void
kli_import_preview_set_restore (KliImportPreview *self, gboolean restore)
{
  g_return_if_fail (KLI_IS_IMPORT_PREVIEW (self));

  if (self->restore == restore)
    return;

  self->restore = restore;
  if (self->cards != NULL)
    replan_soon (self);
}

/* --- life ------------------------------------------------------------------------------------------- */

static void
kli_import_preview_dispose (GObject *object)
{
  KliImportPreview *self = KLI_IMPORT_PREVIEW (object);

  kli_import_preview_stop (self);
  g_clear_pointer (&self->cards, kli_card_pile_unref); /* before what holds them too */
  g_clear_pointer (&self->import, kli_import_drop);
  g_clear_object (&self->files);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (kli_import_preview_parent_class)->dispose (object);
}

static void
kli_import_preview_finalize (GObject *object)
{
  KliImportPreview *self = KLI_IMPORT_PREVIEW (object);

  g_hash_table_unref (self->doubts);
  g_hash_table_unref (self->decisions);
  G_OBJECT_CLASS (kli_import_preview_parent_class)->finalize (object);
}

static void
kli_import_preview_class_init (KliImportPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = kli_import_preview_dispose;
  object_class->finalize = kli_import_preview_finalize;

  signals[STARTED] = g_signal_new ("started", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[READ] = g_signal_new ("read", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PLANNED] = g_signal_new ("planned", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DECIDED] = g_signal_new ("decided", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
kli_import_preview_init (KliImportPreview *self)
{
  self->doubts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->decisions = g_hash_table_new (NULL, NULL);
}

KliImportPreview *
kli_import_preview_new (KliStore *store, KliImportFiles *files)
{
  KliImportPreview *self = g_object_new (KLI_TYPE_IMPORT_PREVIEW, NULL);

  g_return_val_if_fail (KLI_IS_STORE (store), self);
  g_return_val_if_fail (KLI_IS_IMPORT_FILES (files), self);

  self->store = g_object_ref (store);
  self->files = g_object_ref (files);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}
