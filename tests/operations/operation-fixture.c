/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of operations share. */
#include "operation-fixture.h"

#include "../store/store-fixture.h"

#include <stdarg.h>

void
fixture_set_up_bare (Fixture *fixture, gconstpointer data)
{
  fixture->folder = store_fixture_make_folder ();
  fixture->store = store_fixture_open (fixture->folder, "klientela.db");
  kli_store_set_today (fixture->store, FIXTURE_TODAY);
  kli_store_settle (fixture->store);
}

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture_set_up_bare (fixture, data);
  fixture_run (fixture, kli_set_business ("Modrzew i Szpak", "PL", "PLN"));
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  kli_store_close (fixture->store);
  g_clear_object (&fixture->store);
  store_fixture_remove (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

gint64
fixture_run (Fixture *fixture, KliOperation *operation)
{
  g_autoptr (GError) error = NULL;
  gint64 edit = kli_operation_run (operation, fixture->store, &error);

  g_assert_no_error (error);
  kli_operation_free (operation);

  return edit;
}

gint64
fixture_run_long (KliLongEdit *edit)
{
  g_autoptr (KliLongEdit) owned = edit;
  g_autoptr (GError) error = NULL;
  gint64 entry = kli_long_edit_run (edit, &error);

  g_assert_no_error (error);

  return entry;
}

void
fixture_refuse (Fixture *fixture, KliOperation *operation, KliOperationError code)
{
  g_autoptr (GError) error = NULL;
  gint64 edit = kli_operation_run (operation, fixture->store, &error);

  g_assert_error (error, KLI_OPERATION_ERROR, (gint)code);
  g_assert_cmpint (edit, ==, -1);
  g_assert_true (g_str_has_suffix (error->message, "."));
  kli_operation_free (operation);
}

GPtrArray *
fixture_assign (const char *first, ...)
{
  GPtrArray *assignments = kli_assignments_new ();
  va_list texts;

  va_start (texts, first);
  for (const char *text = first; text != NULL; text = va_arg (texts, const char *))
    {
      g_autoptr (GError) error = NULL;
      KliAssignment *assignment = kli_assignment_parse (text, &error);

      g_assert_no_error (error);
      g_ptr_array_add (assignments, assignment);
    }
  va_end (texts);

  return assignments;
}

static GPtrArray *
parse (const char *line)
{
  g_auto (GStrv) texts = g_strsplit (line, " ; ", -1);
  g_autoptr (GError) error = NULL;
  GPtrArray *assignments = kli_assignments_parse ((const char *const *)texts, &error);

  g_assert_no_error (error);

  return assignments;
}

gint64
fixture_new (Fixture *fixture, const KliKind *kind, const char *line)
{
  KliOperation *operation = kli_create_record (kind, parse (line));
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (kli_operation_run (operation, fixture->store, &error) <= 0)
    g_error ("“%s” was not made: %s", line, error != NULL ? error->message : "there is nothing in it");
  id = kli_operation_get_subject (operation);
  g_assert_cmpint (id, >, 0);
  kli_operation_free (operation);

  return id;
}

gint64
fixture_set (Fixture *fixture, const KliKind *kind, gint64 id, const char *line)
{
  return fixture_run (fixture, kli_set_record (kind, id, parse (line)));
}

void
fixture_refuse_set (Fixture *fixture, const KliKind *kind, gint64 id, const char *line, KliOperationError code)
{
  fixture_refuse (fixture, kli_set_record (kind, id, parse (line)), code);
}

typedef struct
{
  const KliKind *kind;
  gint64 id;
} Place;

static gpointer
read_func (KliConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const Place *place = user_data;

  return kli_whole_read (connection, place->kind, place->id, error);
}

KliWhole *
fixture_read (Fixture *fixture, const KliKind *kind, gint64 id)
{
  Place place = { kind, id };
  g_autoptr (GError) error = NULL;
  KliWhole *whole = kli_store_read (fixture->store, read_func, &place, &error);

  g_assert_no_error (error);

  return whole;
}

void
fixture_assert_text (Fixture *fixture, const KliKind *kind, gint64 id, guint column, const char *expected)
{
  g_autoptr (KliWhole) whole = fixture_read (fixture, kind, id);

  g_assert_cmpstr (kli_row_get_text (kli_whole_get_root (whole), column), ==, expected);
}

void
fixture_assert_parts (
    Fixture *fixture, const KliKind *root, gint64 id, const KliKind *kind, guint column, const char *expected)
{
  g_autoptr (KliWhole) whole = fixture_read (fixture, root, id);
  g_autoptr (GString) joined = g_string_new (NULL);
  const KliRow *part;

  for (guint n = 0; (part = kli_whole_get_part (whole, kind, n)) != NULL; n++)
    g_string_append_printf (joined, "%s%s", n > 0 ? "|" : "", kli_row_get_text (part, column));
  g_assert_cmpstr (joined->str, ==, expected);
}

guint
fixture_count_contacts (Fixture *fixture)
{
  g_autoptr (KliQuery) query = kli_query_new (KLI_QUERY_CONTACTS, "", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KliAnswer) answer = kli_store_answer (fixture->store, query, &error);

  g_assert_no_error (error);

  return kli_answer_get_n_items (answer);
}
