/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of many subjects: list after list, each read in the order of the subjects. */
#include "store/kli-derive-parts.h"

#include "core/kli-relation.h"
#include "store/kli-owner-scan.h"

#include <string.h>

struct _KliDerivePile
{
  KliDeriveParts *parts;             /* of each subject */
  GArray *items[KLI_DERIVE_N_LISTS]; /* of all of them; NULL: not asked for */
  GStringChunk *texts;
};

/* --- one part ----------------------------------------------------------------------------------------------- */

/* Before the column stand the owner, and whether the part is left out. */
static const char *
keep_text (KliDerivePile *pile, KliStatement *statement, int column)
{
  return g_string_chunk_insert (pile->texts, kli_statement_get_text (statement, column));
}

static void
add_address (KliDerivePile *pile, GArray *items, KliStatement *statement)
{
  KliDeriveAddress address = {
    .city = keep_text (pile, statement, 2),
    .region = keep_text (pile, statement, 3),
    .country = keep_text (pile, statement, 4),
    .preferred = kli_statement_get_integer (statement, 5),
    .position = kli_statement_get_integer (statement, 6),
  };

  g_array_append_val (items, address);
}

static void
add_point (KliDerivePile *pile, GArray *items, KliStatement *statement)
{
  KliDerivePoint point = {
    .kind = keep_text (pile, statement, 2),
    .value = keep_text (pile, statement, 3),
    .normal = keep_text (pile, statement, 4),
  };

  g_array_append_val (items, point);
}

static void
add_number (KliDerivePile *pile, GArray *items, KliStatement *statement)
{
  KliDeriveNumber number = { .kind = keep_text (pile, statement, 2), .value = keep_text (pile, statement, 3) };

  g_array_append_val (items, number);
}

static void
add_membership (KliDerivePile *pile, GArray *items, KliStatement *statement)
{
  KliDeriveMembership membership = {
    .name = keep_text (pile, statement, 2),
    .ended = kli_statement_get_integer (statement, 3) != 0,
    .main = kli_statement_get_integer (statement, 4),
  };

  g_array_append_val (items, membership);
}

static void
add_relation (KliDerivePile *pile, GArray *items, KliStatement *statement)
{
  KliDeriveRelation relation = {
    .end = kli_relation_end_of (kli_statement_get_text (statement, 2), kli_statement_get_integer (statement, 3) != 0),
    .name = keep_text (pile, statement, 4),
    .ended = kli_statement_get_integer (statement, 5) != 0,
  };

  g_array_append_val (items, relation);
}

static void
add_id (KliDerivePile *pile, GArray *items, KliStatement *statement)
{
  gint64 id = kli_statement_get_integer (statement, 2);

  g_array_append_val (items, id);
}

static void
add_text (KliDerivePile *pile, GArray *items, KliStatement *statement)
{
  const char *text = keep_text (pile, statement, 2);

  g_array_append_val (items, text);
}

static const struct
{
  const KliKind *owner;
  const char *statement; /* for a KliOwnerScan; its second column tells whether the part is left out */
  guint size;
  void (*add) (KliDerivePile *pile, GArray *items, KliStatement *statement);
} sources[KLI_DERIVE_N_LISTS] = {
  [KLI_DERIVE_ADDRESSES] = { &kli_contact_kind, "derive-addresses", sizeof (KliDeriveAddress), add_address },
  [KLI_DERIVE_POINTS] = { &kli_contact_kind, "derive-points", sizeof (KliDerivePoint), add_point },
  [KLI_DERIVE_MEMBERSHIPS] = { &kli_contact_kind, "derive-memberships", sizeof (KliDeriveMembership), add_membership },
  [KLI_DERIVE_TAGS] = { &kli_contact_kind, "derive-tags", sizeof (gint64), add_id },
  [KLI_DERIVE_IDENTIFIERS] = { &kli_contact_kind, "derive-identifiers", sizeof (const char *), add_text },
  [KLI_DERIVE_NUMBERS] = { &kli_contact_kind, "derive-official-numbers", sizeof (KliDeriveNumber), add_number },
  [KLI_DERIVE_HOUSEHOLDS] = { &kli_contact_kind, "derive-households", sizeof (const char *), add_text },
  [KLI_DERIVE_PARTIES] = { &kli_contract_kind, "derive-parties", sizeof (const char *), add_text },
  [KLI_DERIVE_RELATIONS] = { &kli_contact_kind, "derive-relations", sizeof (KliDeriveRelation), add_relation },
  [KLI_DERIVE_TOUCHES] = { &kli_contact_kind, "derive-touches", sizeof (const char *), add_text },
};

/* --- all of them -------------------------------------------------------------------------------------------- */

static gboolean
read_of (KliDerivePile *pile, KliDeriveList list, KliOwnerScan *scan, gint64 owner, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  while (kli_owner_scan_next (scan, owner, &local_error))
    if (kli_statement_get_integer (scan->statement, 1) == 0)
      sources[list].add (pile, pile->items[list], scan->statement);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* Lets each subject know where its own begin, now that they stay where they are. */
static void
point_at_items (KliDerivePile *pile, KliDeriveList list, guint n_subjects)
{
  const char *next = pile->items[list]->data;

  for (guint i = 0; i < n_subjects; i++)
    {
      pile->parts[i].lists[list].items = next;
      next += pile->parts[i].lists[list].n * sources[list].size;
    }
}

static gboolean
read_list (KliDerivePile *pile,
           KliDeriveList list,
           KliConnection *connection,
           const KliDeriveSubject *subjects,
           guint n_subjects,
           GError **error)
{
  g_auto (KliOwnerScan) scan = { 0 };

  pile->items[list] = g_array_new (FALSE, FALSE, sources[list].size);
  if (!kli_owner_scan_init (&scan, kli_connection_lend (connection, sources[list].statement, error),
                            subjects[n_subjects - 1].id))
    return FALSE;
  for (guint i = 0; i < n_subjects; i++)
    {
      guint n_before = pile->items[list]->len;

      if (subjects[i].row->kind == sources[list].owner && !read_of (pile, list, &scan, subjects[i].id, error))
        return FALSE;
      pile->parts[i].lists[list].n = pile->items[list]->len - n_before;
    }
  point_at_items (pile, list, n_subjects);

  return TRUE;
}

KliDerivePile *
kli_derive_pile_read (
    KliConnection *connection, KliDeriveSubject *subjects, guint n_subjects, guint needs, GError **error)
{
  g_autoptr (KliDerivePile) pile = g_new0 (KliDerivePile, 1);

  pile->texts = g_string_chunk_new (1024);
  pile->parts = g_new0 (KliDeriveParts, n_subjects);
  for (guint i = 0; i < n_subjects; i++)
    subjects[i].parts = &pile->parts[i];
  for (KliDeriveList list = 0; list < KLI_DERIVE_N_LISTS && n_subjects > 0; list++)
    if ((needs & 1u << list) && !read_list (pile, list, connection, subjects, n_subjects, error))
      return NULL;

  return g_steal_pointer (&pile);
}

void
kli_derive_pile_free (KliDerivePile *pile)
{
  if (pile == NULL)
    return;

  for (guint i = 0; i < KLI_DERIVE_N_LISTS; i++)
    g_clear_pointer (&pile->items[i], g_array_unref);
  g_string_chunk_free (pile->texts);
  g_free (pile->parts);
  g_free (pile);
}

gconstpointer
kli_derive_list (const KliDeriveSubject *subject, KliDeriveList list, guint *n)
{
  *n = subject->parts->lists[list].n;

  return subject->parts->lists[list].items;
}
