/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every reader does to the texts and the identity of a card. */
#include "exchange/kli-card-text.h"

#include <string.h>

#include "core/kli-fold.h"
#include "core/kli-kinds.h"

char *
kli_card_one_line (const char *text)
{
  char *line;

  g_return_val_if_fail (text != NULL, NULL);

  while (*text != '\0' && (g_ascii_isspace (*text) || g_ascii_iscntrl (*text)))
    text++;
  line = g_strdup (text);
  for (char *p = line; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';

  return g_strchomp (line);
}

char *
kli_card_several_lines (const char *text)
{
  GString *lines;

  g_return_val_if_fail (text != NULL, NULL);

  lines = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\r')
      {
        if (p[1] != '\n')
          g_string_append_c (lines, '\n');
      }
    else
      g_string_append_c (lines, g_ascii_iscntrl (*p) && *p != '\n' && *p != '\t' ? ' ' : *p);

  return g_strstrip (g_string_free (lines, FALSE));
}

void
kli_card_append_lines (KliRow *row, guint column, const char *text)
{
  const char *present = kli_row_get_text (row, column);
  g_autofree char *lines = kli_card_several_lines (text);
  g_autofree char *joined = NULL;

  if (*lines == '\0')
    return;

  joined = *present != '\0' ? g_strconcat (present, "\n", lines, NULL) : g_steal_pointer (&lines);
  kli_row_set_text (row, column, joined);
}

static char *
name_from_parts (const KliRow *contact)
{
  static const guint parts[] = { KLI_CONTACT_PREFIX, KLI_CONTACT_GIVEN, KLI_CONTACT_ADDITIONAL, KLI_CONTACT_FAMILY };
  GString *name = g_string_new (NULL);
  const char *suffix = kli_row_get_text (contact, KLI_CONTACT_SUFFIX);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *part = kli_row_get_text (contact, parts[i]);

      if (*part == '\0')
        continue;
      if (name->len > 0)
        g_string_append_c (name, ' ');
      g_string_append (name, part);
    }
  if (name->len > 0 && *suffix != '\0')
    g_string_append_printf (name, ", %s", suffix);

  return g_string_free (name, FALSE);
}

static const char *
find_point (const KliCard *card, const char *kind)
{
  for (guint i = 0; i < card->points->len; i++)
    {
      const KliRow *point = g_ptr_array_index (card->points, i);

      if (g_str_equal (kli_row_get_text (point, KLI_CONTACT_POINT_KIND), kind))
        return kli_row_get_text (point, KLI_CONTACT_POINT_VALUE);
    }

  return "";
}

static const char *
organisation_name (const KliCard *card)
{
  const KliCardAffiliation *first = card->affiliations->len > 0 ? g_ptr_array_index (card->affiliations, 0) : NULL;

  return first != NULL ? first->organisation : "";
}

char *
kli_card_make_name (const KliCard *card)
{
  g_autofree char *parts = NULL;
  const KliRow *address;

  g_return_val_if_fail (card != NULL, NULL);

  address = card->addresses->len > 0 ? g_ptr_array_index (card->addresses, 0) : NULL;
  parts = name_from_parts (card->contact);
  {
    const char *const sources[] = {
      parts,
      kli_row_get_text (card->contact, KLI_CONTACT_NICKNAME),
      organisation_name (card),
      kli_row_get_text (card->contact, KLI_CONTACT_COMPANY),
      find_point (card, "mail"),
      find_point (card, "phone"),
      find_point (card, "chat"),
      find_point (card, "url"),
      address != NULL ? kli_row_get_text (address, KLI_ADDRESS_STREET) : "",
      address != NULL ? kli_row_get_text (address, KLI_ADDRESS_CITY) : "",
    };

    for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
      if (*sources[i] != '\0')
        {
          g_autofree char *first_line = g_strndup (sources[i], strcspn (sources[i], "\n"));

          return kli_card_one_line (first_line);
        }
  }

  return g_strdup ("");
}

/* What is being digested: texts one behind the other, each with a NUL behind it. */
typedef struct
{
  GString *text;
  GArray *starts; /* gsize: where each begins */
} Digest;

static void
begin_text (Digest *digest, const char *what)
{
  g_array_append_val (digest->starts, digest->text->len);
  g_string_append (digest->text, what);
}

static void
append_part (Digest *digest, const char *text)
{
  g_string_append_c (digest->text, '\x1f');
  g_string_append (digest->text, text);
}

static void
end_text (Digest *digest)
{
  g_string_append_c (digest->text, '\0');
}

/* Everything a row says, except whose it is and where it stands. */
static void
add_row (Digest *digest, const KliRow *row)
{
  begin_text (digest, row->kind->name);
  for (guint i = 0; i < row->kind->n_columns; i++)
    {
      const KliColumn *column = &row->kind->columns[i];
      gboolean is_text = kli_row_is_text (row, i);

      if ((column->flags & KLI_COLUMN_OWNER)
          || (is_text ? *kli_row_get_text (row, i) == '\0' : kli_row_get_integer (row, i) == 0)
          || g_str_equal (column->name, "position"))
        continue;
      append_part (digest, column->name);
      if (is_text)
        append_part (digest, kli_row_get_text (row, i));
      else
        g_string_append_printf (digest->text, "\x1f%" G_GINT64_FORMAT, kli_row_get_integer (row, i));
    }
  end_text (digest);
}

static void
add_rows (Digest *digest, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    add_row (digest, g_ptr_array_index (rows, i));
}

static void
add_card (Digest *digest, const KliCard *card)
{
  add_row (digest, card->contact);
  add_rows (digest, card->points);
  add_rows (digest, card->addresses);
  add_rows (digest, card->identifiers);
  add_rows (digest, card->extras);
  for (guint i = 0; i < card->affiliations->len; i++)
    {
      const KliCardAffiliation *at = g_ptr_array_index (card->affiliations, i);

      begin_text (digest, "at");
      append_part (digest, at->organisation);
      append_part (digest, at->department);
      append_part (digest, at->role);
      end_text (digest);
    }
  for (guint i = 0; i < card->tags->len; i++)
    {
      begin_text (digest, "tag");
      append_part (digest, g_ptr_array_index (card->tags, i));
      end_text (digest);
    }
}

static int
compare_starts (gconstpointer a, gconstpointer b, gpointer text)
{
  return strcmp ((const char *)text + *(const gsize *)a, (const char *)text + *(const gsize *)b);
}

void
kli_card_seal (KliCard *card)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  Digest digest;

  g_return_if_fail (card != NULL);

  digest.text = g_string_sized_new (1024);
  digest.starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  add_card (&digest, card);
  g_array_sort_with_data (digest.starts, compare_starts, digest.text->str);
  for (guint i = 0; i < digest.starts->len; i++)
    {
      const char *text = digest.text->str + g_array_index (digest.starts, gsize, i);

      g_checksum_update (checksum, (const guchar *)text, strlen (text) + 1);
    }
  if (card->photo != NULL)
    g_checksum_update (checksum, g_bytes_get_data (card->photo, NULL), g_bytes_get_size (card->photo));
  g_string_free (digest.text, TRUE);
  g_array_unref (digest.starts);

  g_free (card->digest);
  card->digest = g_strdup (g_checksum_get_string (checksum));
  if (*card->key == '\0')
    {
      g_free (card->key);
      card->key = g_strconcat (KLI_CARD_KEY_DIGEST, card->digest, NULL);
    }
}

const char *
kli_card_find_address_form (const char *text)
{
  const char *const *forms = kli_contact_kind.columns[KLI_CONTACT_ADDRESS_FORM].choices;
  g_autofree char *folded = kli_fold (text);

  for (guint i = 0; forms[i] != NULL; i++)
    if (*forms[i] != '\0' && g_str_equal (forms[i], folded))
      return forms[i];

  return NULL;
}
