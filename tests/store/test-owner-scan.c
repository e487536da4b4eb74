/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the parts of many owners in one go gives what asking for each owner gives: whether the owners stand side by
 * side or far apart, have many parts, none, or only deleted ones. */
#include "core/kli-kinds.h"
#include "store/kli-connection-private.h"
#include "store/kli-migration.h"
#include "store/kli-owner-scan.h"

#define N_OWNERS 300

static void
insert_point (KliConnection *connection, gint64 owner, gboolean deleted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliRow) point = kli_row_new (&kli_contact_point_kind);
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "contact-point-insert", &error);
  static gint64 last_id = 0;

  g_assert_no_error (error);
  point->id = ++last_id;
  point->deleted_at = deleted;
  kli_row_set_integer (point, KLI_CONTACT_POINT_CONTACT, owner);
  kli_row_set_text (point, KLI_CONTACT_POINT_KIND, "phone");
  kli_statement_bind_row (statement, point);
  g_assert_true (kli_statement_run (statement, &error));
  g_assert_no_error (error);
}

/* Most owners have a few points, in any order; some have none, and some have many. */
static KliConnection *
open_points (void)
{
  g_autoptr (GError) error = NULL;
  KliConnection *connection = kli_connection_open (":memory:", KLI_CONNECTION_COPY, &error);

  g_assert_no_error (error);
  kli_migration_run (connection, kli_migration_newest (), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2 * N_OWNERS; i++)
    insert_point (connection, g_test_rand_int_range (1, N_OWNERS), g_test_rand_int_range (0, 4) == 0);
  for (guint i = 0; i < 100; i++)
    insert_point (connection, 100 + i % 2, i % 3 == 0);

  return connection;
}

/* How many points of @owner are live. */
static guint
count_asked (KliConnection *connection, gint64 owner)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KliStatement) statement = kli_connection_lend (connection, "contact-points", &error);
  guint n = 0;

  kli_statement_bind_integer (statement, 1, owner);
  while (kli_statement_step (statement, &error))
    n++;
  g_assert_no_error (error);

  return n;
}

static guint
count_scanned (KliOwnerScan *scan, gint64 owner)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  while (kli_owner_scan_next (scan, owner, &error))
    {
      g_assert_cmpint (kli_statement_get_integer (scan->statement, 0), ==, owner);
      n += kli_statement_get_integer (scan->statement, 1) == 0;
    }
  g_assert_no_error (error);

  return n;
}

/* @stride: about how far the owners that are asked for are apart. */
static void
assert_same (KliConnection *connection, gint32 stride)
{
  g_autoptr (GError) error = NULL;
  g_auto (KliOwnerScan) scan = { 0 };

  kli_owner_scan_init (&scan, kli_connection_lend (connection, "derive-points", &error), N_OWNERS);
  g_assert_no_error (error);
  for (gint64 owner = g_test_rand_int_range (1, stride + 1); owner <= N_OWNERS;
       owner += g_test_rand_int_range (1, stride + 1))
    {
      guint n = count_scanned (&scan, owner);

      g_assert_cmpuint (n, ==, count_asked (connection, owner));
      g_assert_cmpuint (count_scanned (&scan, owner), ==, 0);
    }
}

static void
test_against_asking (void)
{
  g_autoptr (KliConnection) connection = open_points ();

  for (gint32 stride = 1; stride < N_OWNERS; stride = stride * 2 + 1)
    for (guint i = 0; i < 10; i++)
      assert_same (connection, stride);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/owner-scan/against-asking", test_against_asking);

  return g_test_run ();
}
