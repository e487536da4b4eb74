/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One card into the store. */
#include "operations/kli-take-card.h"

#include "core/kli-column-words.h"
#include "core/kli-kinds.h"
#include "core/kli-name.h"
#include "core/kli-text.h"
#include "operations/kli-gettext.h"
#include "operations/kli-import-target.h"
#include "operations/kli-record.h"
#include "operations/kli-staff-exchange.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  KliCard *card;
  KliCard *organisation; /* (nullable) */
  gint64 into;
} Taking;

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  kli_card_free (taking->card);
  kli_card_free (taking->organisation);
  g_free (taking);
}

/* --- what is there stays ------------------------------------------------------------------------------ */

/* @note gets a line with what does not stay. */
static void
yield (GString *note, const KliRow *ours, guint column, const char *theirs)
{
  g_string_append_c (note, '\n');
  /* TRANSLATORS: the name of a field and its value, a line of a note */
  g_string_append_printf (note, C_ ("merged value", "%s: %s"), kli_column_title (ours->kind, column), theirs);
}

static gboolean
differs (const char *ours, const char *theirs)
{
  return *ours != '\0' && *theirs != '\0' && !g_str_equal (ours, theirs);
}

static void
yield_column (GString *note, const KliRow *ours, KliRow *theirs, guint column)
{
  const char *value = kli_row_get_text (theirs, column);
  g_autofree char *shown = NULL;

  if (!differs (kli_row_get_text (ours, column), value))
    return;
  /* A name that is written with a title is no other one, and its parts are in it. */
  if (column == KLI_CONTACT_NAME)
    {
      g_autofree char *key = kli_name_match_key (kli_row_get_text (ours, column));
      g_autofree char *other = kli_name_match_key (value);

      if (!g_str_equal (key, other))
        yield (note, ours, column, value);
    }
  else if ((column < KLI_CONTACT_GIVEN || column > KLI_CONTACT_SUFFIX) && kli_column_title (ours->kind, column) != NULL)
    {
      shown = kli_column_value (theirs, column, kli_gettext_get_language ());
      yield (note, ours, column, shown);
    }
  kli_row_set_text (theirs, column, "");
}

/* The parts of a name that stays are its own. */
static void
drop_name_parts (KliRow *theirs)
{
  for (guint column = KLI_CONTACT_GIVEN; column <= KLI_CONTACT_SUFFIX; column++)
    kli_row_set_text (theirs, column, "");
}

static void
yield_links (GString *note, const KliWhole *whole, KliCard *card)
{
  for (guint i = 0; i < card->affiliations->len; i++)
    {
      KliCardAffiliation *link = g_ptr_array_index (card->affiliations, i);
      g_autofree char *key = kli_import_company_key (link->organisation);
      const KliRow *ours;

      for (guint n = 0; (ours = kli_whole_get_part (whole, &kli_affiliation_kind, n)) != NULL; n++)
        {
          const char *name = kli_whole_get_name (whole, kli_row_get_integer (ours, KLI_AFFILIATION_ORGANISATION));
          g_autofree char *other = kli_import_company_key (name);

          if (!g_str_equal (key, other) || !differs (kli_row_get_text (ours, KLI_AFFILIATION_ROLE), link->role))
            continue;
          yield (note, ours, KLI_AFFILIATION_ROLE, link->role);
          g_clear_pointer (&link->role, g_free);
          link->role = g_strdup ("");
        }
    }
}

/* Moves what @whole says otherwise into the note of @card. */
static void
yield_card (const KliWhole *whole, KliCard *card)
{
  const KliRow *ours = kli_whole_get_root (whole);
  g_autoptr (GString) note = g_string_new (kli_row_get_text (card->contact, KLI_CONTACT_NOTE));

  for (guint column = 0; column < ours->kind->n_columns; column++)
    if ((ours->kind->columns[column].flags & KLI_COLUMN_EDITABLE) && kli_row_is_text (ours, column)
        && ours->kind->columns[column].type != KLI_COLUMN_LONG && column != KLI_CONTACT_KIND)
      yield_column (note, ours, card->contact, column);
  drop_name_parts (card->contact);
  yield_links (note, whole, card);
  g_string_erase (note, 0, note->str[0] == '\n');
  kli_row_set_text (card->contact, KLI_CONTACT_NOTE, note->str);
  if (*kli_row_get_text (ours, KLI_CONTACT_PHOTO) != '\0')
    g_clear_pointer (&card->photo, g_bytes_unref);
}

/* --- the edit ----------------------------------------------------------------------------------------- */

typedef struct
{
  KliEdit *edit;
  KliBusiness *business;
  KliOwnFields *fields;
  GPtrArray *staff;
  KliImportLinks *links;
} Tools;

/* Returns: the id, 0 with @error set. */
static gint64
write_card (const Tools *tools, KliCard *card, gint64 into, GError **error)
{
  KliImportManner manner = { .business = tools->business, .fields = tools->fields, .staff = tools->staff };
  g_autoptr (KliWhole) whole = NULL;
  g_autoptr (KliImportTarget) target = NULL;

  if (into != 0)
    {
      whole = kli_read_record (kli_edit_get_connection (tools->edit), &kli_contact_kind, into, FALSE, error);
      if (whole == NULL)
        return 0;
      yield_card (whole, card);
    }
  target = whole != NULL ? kli_import_target_new_from_whole (whole, kli_edit_get_connection (tools->edit))
                         : kli_import_target_new ();
  kli_import_target_merge (target, card, &manner, FALSE);

  return kli_import_target_write (target, tools->edit, tools->business, tools->links, error);
}

/* Found or made by its name, which is how @card names it, too. */
static gboolean
write_organisation (const Tools *tools, KliCard *organisation, GError **error)
{
  const char *name = kli_row_get_text (organisation->contact, KLI_CONTACT_NAME);
  gint64 id = kli_import_links_find_organisation (tools->links, tools->edit, name, error);

  return id > 0 && write_card (tools, organisation, id, error) != 0;
}

static gboolean
take_func (KliEdit *edit, gpointer user_data, GError **error)
{
  const Taking *taking = kli_operation_get_data (user_data);
  g_autoptr (KliBusiness) business = kli_business_read (kli_edit_get_connection (edit), error);
  g_autoptr (KliOwnFields) fields = kli_own_fields_read (kli_edit_get_connection (edit), error);
  g_autoptr (GPtrArray) staff = fields != NULL ? kli_staff_exchange_read (kli_edit_get_connection (edit), error) : NULL;
  g_autoptr (KliImportLinks) links = kli_import_links_new (NULL, NULL);
  Tools tools = { edit, business, fields, staff, links };
  gint64 id;

  if (business == NULL || staff == NULL
      || (taking->organisation != NULL && !write_organisation (&tools, taking->organisation, error)))
    return FALSE;
  id = write_card (&tools, taking->card, taking->into, error);
  if (id != 0 && !kli_related_people_settle (kli_import_links_get_people (links), TRUE, edit, error))
    return FALSE;
  if (id != 0)
    kli_operation_set_subject (user_data, edit, id);

  return id != 0;
}

KliOperation *
kli_take_card (KliCard *card, KliCard *organisation, gint64 into)
{
  g_autofree char *name = NULL;
  Taking *taking;

  g_return_val_if_fail (card != NULL, NULL);

  name = kli_text_single_line (kli_row_get_text (card->contact, KLI_CONTACT_NAME));
  kli_row_set_text (card->contact, KLI_CONTACT_NAME, name);

  taking = g_new0 (Taking, 1);
  taking->card = card;
  taking->organisation = organisation;
  taking->into = into;

  return kli_operation_new (into != 0 ? "contact-set" : "contact-new", into, take_func, taking, taking_free);
}

/* --- looking for it ----------------------------------------------------------------------------------- */

static void
take_parts (KliWhole *whole, const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    kli_whole_take_part (whole, kli_row_copy (g_ptr_array_index (rows, i)));
}

KliWhole *
kli_card_to_whole (const KliCard *card)
{
  KliWhole *whole;

  g_return_val_if_fail (card != NULL, NULL);

  whole = kli_whole_new (kli_row_copy (card->contact));
  take_parts (whole, card->points);
  take_parts (whole, card->addresses);
  take_parts (whole, card->identifiers);

  return whole;
}
