/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the kill test and the power-cut test share. Every person's name holds a number that grows with
 * each edit of it, so that the ledger can tell an older state from a newer one. */
#include "crash-fixture.h"

#include "store/kli-backup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --- the process that dies --- */

typedef struct
{
  gint64 id; /* 0: a new one */
  guint64 number;
} Step;

static gboolean
make_step (KliEdit *edit, gpointer user_data, GError **error)
{
  Step *step = user_data;
  g_autofree char *name = g_strdup_printf ("Person %" G_GUINT64_FORMAT, step->number);
  g_autoptr (KliRow) point = kli_row_new (&kli_contact_point_kind);
  g_autoptr (KliRow) person
      = step->id == 0 ? kli_row_new (&kli_contact_kind)
                      : kli_connection_load (kli_edit_get_connection (edit), &kli_contact_kind, step->id, error);

  if (person == NULL)
    return FALSE;

  kli_row_set_text (person, KLI_CONTACT_NAME, name);
  if (step->id == 0 ? !kli_edit_insert (edit, person, error) : !kli_edit_update (edit, person, error))
    return FALSE;

  step->id = person->id;
  kli_row_set_integer (point, KLI_CONTACT_POINT_CONTACT, person->id);
  kli_row_set_text (point, KLI_CONTACT_POINT_VALUE, name);

  return kli_edit_insert (edit, point, error);
}

void
crash_fixture_edit (const char *path, guint32 seed, void (*tune) (KliStore *store))
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (KliStore) store = kli_store_open (path, KLI_STORE_OPEN_EXISTING, 0, NULL);
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (store == NULL)
    _exit (3);
  if (tune != NULL)
    tune (store);

  for (guint64 number = (guint64)g_get_real_time ();; number++)
    {
      guint i = people->len > 0 ? (guint)g_rand_int_range (rand, 0, (gint32)people->len * 2) : 0;
      Step step = { i < people->len ? g_array_index (people, gint64, i) : 0, number };
      char line[64];
      int size;

      if (kli_store_edit (store, "contact-set", step.id, make_step, &step, NULL) <= 0)
        _exit (4);
      size = g_snprintf (line, sizeof line, "%" G_GINT64_FORMAT " %" G_GUINT64_FORMAT "\n", step.id, number);
      if (write (STDOUT_FILENO, line, (gsize)size) != size)
        _exit (5);
      if (i >= people->len)
        g_array_append_val (people, step.id);
    }
}

/* --- the proof --- */

struct _CrashLedger
{
  GHashTable *numbers; /* gint64 id → guint64: the newest acknowledged */
  guint n_acknowledged;
};

CrashLedger *
crash_ledger_new (void)
{
  CrashLedger *ledger = g_new0 (CrashLedger, 1);

  ledger->numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  return ledger;
}

void
crash_ledger_free (CrashLedger *ledger)
{
  g_hash_table_unref (ledger->numbers);
  g_free (ledger);
}

void
crash_ledger_read (CrashLedger *ledger, const char *text)
{
  const char *end;

  for (; (end = strchr (text, '\n')) != NULL; text = end + 1)
    {
      gint64 id;
      guint64 number;

      if (sscanf (text, "%" G_GINT64_FORMAT " %" G_GUINT64_FORMAT, &id, &number) != 2)
        g_error ("not an acknowledgement: %s", text);
      g_hash_table_replace (ledger->numbers, g_memdup2 (&id, sizeof id), g_memdup2 (&number, sizeof number));
      ledger->n_acknowledged++;
    }
}

guint
crash_ledger_get_n_acknowledged (CrashLedger *ledger)
{
  return ledger->n_acknowledged;
}

static gpointer
count_lost (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  CrashLedger *ledger = user_data;
  guint lost = 0;
  GHashTableIter iter;
  gpointer id, number;

  g_hash_table_iter_init (&iter, ledger->numbers);
  while (g_hash_table_iter_next (&iter, &id, &number))
    {
      g_autoptr (KliRow) row = kli_connection_load (connection, &kli_contact_kind, *(gint64 *)id, NULL);

      /* One edit may have been committed and not acknowledged: then it is newer. */
      if (row == NULL
          || g_ascii_strtoull (kli_row_get_text (row, KLI_CONTACT_NAME) + strlen ("Person "), NULL, 10)
                 < *(guint64 *)number)
        lost++;
    }

  return GUINT_TO_POINTER (lost);
}

CrashVerdict
crash_ledger_compare (CrashLedger *ledger, const char *path)
{
  CrashVerdict verdict = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (KliStore) store = kli_store_open (path, KLI_STORE_OPEN_EXISTING, 0, &error);
  g_autoptr (GPtrArray) checks = NULL;

  if (store == NULL)
    {
      g_test_message ("%s", error->message);
      return (CrashVerdict){ 0, 1 };
    }

  verdict.lost = GPOINTER_TO_UINT (kli_store_read (store, count_lost, ledger, NULL));
  checks = kli_store_check (store, NULL);
  for (guint i = 0; checks != NULL && i < checks->len; i++)
    {
      const KliCheck *check = g_ptr_array_index (checks, i);

      if (!check->holds)
        {
          g_test_message ("%s: %s", check->name, check->detail);
          verdict.damaged++;
        }
    }
  if (checks == NULL)
    verdict.damaged++;

  return verdict;
}
