/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties rows that are edited in place to the fields of a record. */
#include "ui/shared/kli-field-bind.h"

#include "core/kli-format.h"
#include "operations/kli-record.h"
#include "store/kli-local-notes.h"
#include "ui/shared/kli-day-button.h"
#include "ui/shared/kli-error.h"
#include "ui/shared/kli-locale.h"
#include "ui/shared/kli-host.h"
#include "ui/shared/kli-run.h"
#include "ui/shared/kli-unsaved-text.h"

#include <glib/gi18n.h>

/* What a row is tied to; kept on the row. */
typedef struct
{
  const KliKind *kind;
  gint64 id;
  char *path;
  const KliFieldCodec *codec; /* nullable */
  GtkWidget *calendar;        /* nullable: of a field for a day */
  char *stored;
  gboolean kept; /* what is typed is kept in the store as well */
} Binding;

static void
binding_free (gpointer data)
{
  Binding *binding = data;

  g_free (binding->path);
  g_free (binding->stored);
  g_free (binding);
}

static Binding *
get_binding (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "kli-binding");
}

/* Returns: whether the row was not tied to anything before. */
static gboolean
tie (GtkWidget *row, const KliKind *kind, gint64 id, const char *path, const KliFieldCodec *codec)
{
  gboolean first = get_binding (row) == NULL;
  Binding *binding = g_new0 (Binding, 1);

  binding->kind = kind;
  binding->id = id;
  binding->path = g_strdup (path);
  binding->codec = codec;
  binding->stored = g_strdup ("");
  g_object_set_data_full (G_OBJECT (row), "kli-binding", binding, binding_free);

  return first;
}

static void
save (GtkWidget *row, const char *value, KliRunFunc saved)
{
  const Binding *binding = get_binding (row);

  kli_run_full (row, kli_set_field (binding->kind, binding->id, binding->path, value), NULL, saved, NULL);
}

/* --- what is being typed ------------------------------------------------------------------------ */

static KliStore *
store_of (GtkWidget *row)
{
  KliHost *host = kli_host_find (row);

  return host != NULL ? kli_host_get_store (host) : NULL;
}

static void
typing_cb (GtkWidget *row, const char *text)
{
  Binding *binding = get_binding (row);
  KliStore *store = store_of (row);

  if (store == NULL)
    return;
  kli_unsaved_keep (store, binding->id, binding->path, text);
  binding->kept = TRUE;
}

static void
settled_cb (GtkWidget *row)
{
  Binding *binding = get_binding (row);
  KliStore *store = store_of (row);

  if (!binding->kept || store == NULL)
    return;
  kli_unsaved_drop (store, binding->id, binding->path);
  binding->kept = FALSE;
}

/* The first time a field is seen, what was being typed in it when the program ended comes back. */
static void
mapped_cb (GtkWidget *row)
{
  Binding *binding = get_binding (row);
  KliStore *store = store_of (row);
  g_autofree char *text = store != NULL ? kli_unsaved_text_take (store, binding->id, binding->path) : NULL;

  if (text == NULL)
    return;
  binding->kept = TRUE;
  kli_editor_row_start (KLI_EDITOR_ROW (row), text);
}

/* --- days --------------------------------------------------------------------------------------- */

static char *
day_to_edit (const char *stored)
{
  return kli_format_day (kli_day_parse (stored), KLI_DAY_STYLE_SHORT, kli_locale_get_language ());
}

static char *
day_to_show (const char *stored)
{
  return kli_format_day (kli_day_parse (stored), KLI_DAY_STYLE_LONG, kli_locale_get_language ());
}

static char *
day_to_store (const char *typed, const char *stored)
{
  KliDay day;

  return kli_format_parse_day (typed, kli_locale_get_language (), &day) ? kli_day_to_string (day) : g_strdup (typed);
}

static char *
birthday_to_show (const char *stored)
{
  return kli_format_birthday (stored, kli_locale_get_language ());
}

static char *
birthday_to_edit (const char *stored)
{
  return kli_day_parse (stored) != KLI_DAY_NONE ? day_to_edit (stored) : birthday_to_show (stored);
}

static char *
birthday_to_store (const char *typed, const char *stored)
{
  g_autofree char *birthday = kli_format_parse_birthday (typed, kli_locale_get_language ());

  return g_strdup (birthday != NULL ? birthday : typed);
}

/* The examples are written as people write days here. */
#define EXAMPLE_DAY "1980-11-22"
#define EXAMPLE_BIRTHDAY "--11-22"

static char *
refuse_day (const char *typed)
{
  g_autofree char *example = day_to_edit (EXAMPLE_DAY);
  KliDay day;

  if (*typed == '\0' || kli_format_parse_day (typed, kli_locale_get_language (), &day))
    return NULL;

  /* Translators: %1$s is what was typed, %2$s a day such as 22/11/1980. */
  return g_strdup_printf (_ ("“%1$s” is not a day such as %2$s."), typed, example);
}

static char *
refuse_birthday (const char *typed)
{
  g_autofree char *example = day_to_edit (EXAMPLE_DAY);
  g_autofree char *without_year = birthday_to_edit (EXAMPLE_BIRTHDAY);
  g_autofree char *birthday = kli_format_parse_birthday (typed, kli_locale_get_language ());

  if (birthday != NULL)
    return NULL;

  /* Translators: %1$s is what was typed, %2$s a day such as 22/11/1980, %3$s one such as 22 November. */
  return g_strdup_printf (_ ("“%1$s” is not a day such as %2$s, or %3$s without the year."), typed, example,
                          without_year);
}

const KliFieldCodec *
kli_field_codec_for (KliColumnType type)
{
  static const KliFieldCodec day = { day_to_edit, day_to_show, day_to_store, refuse_day, TRUE };
  static const KliFieldCodec birthday
      = { birthday_to_edit, birthday_to_show, birthday_to_store, refuse_birthday, TRUE };

  if (type == KLI_COLUMN_DAY)
    return &day;
  if (type == KLI_COLUMN_BIRTHDAY)
    return &birthday;

  return NULL;
}

/* --- editor rows -------------------------------------------------------------------------------- */

static gboolean
saved_cb (GtkWidget *widget, gint64 edit, gint64 subject, const GError *error, gpointer user_data)
{
  g_autofree char *sentence = error != NULL ? kli_error_sentence (error) : NULL;

  kli_editor_row_saved (KLI_EDITOR_ROW (widget), sentence);

  /* A full disk is more than a wrong value: let that be told loudly as well. */
  return error == NULL || !kli_error_is_grave (error);
}

static void
save_cb (KliEditorRow *row, const char *text)
{
  const Binding *binding = get_binding (GTK_WIDGET (row));
  const KliFieldCodec *codec = binding->codec;
  g_autofree char *problem = codec != NULL && codec->refuse != NULL ? codec->refuse (text) : NULL;
  g_autofree char *value
      = codec != NULL && codec->to_store != NULL ? codec->to_store (text, binding->stored) : g_strdup (text);

  if (problem != NULL)
    kli_editor_row_saved (row, problem);
  else
    save (GTK_WIDGET (row), value, saved_cb);
}

static void
day_chosen_cb (KliFieldRow *row, int day)
{
  g_autofree char *text = kli_format_day (day, KLI_DAY_STYLE_SHORT, kli_locale_get_language ());

  kli_field_row_enter (row, text);
}

static void
add_calendar (KliFieldRow *row)
{
  Binding *binding = get_binding (GTK_WIDGET (row));

  binding->calendar = kli_day_button_new ();
  g_signal_connect_object (binding->calendar, "chosen", G_CALLBACK (day_chosen_cb), row, G_CONNECT_SWAPPED);
  kli_field_row_add_suffix (row, binding->calendar);
}

void
kli_editor_row_bind (KliEditorRow *row, const KliKind *kind, gint64 id, const char *path, const KliFieldCodec *codec)
{
  g_return_if_fail (KLI_IS_EDITOR_ROW (row));

  if (!tie (GTK_WIDGET (row), kind, id, path, codec))
    return;
  if (codec != NULL && codec->is_day && KLI_IS_FIELD_ROW (row))
    add_calendar (KLI_FIELD_ROW (row));
  g_signal_connect (row, "save", G_CALLBACK (save_cb), NULL);
  g_signal_connect (row, "typing", G_CALLBACK (typing_cb), NULL);
  g_signal_connect (row, "settled", G_CALLBACK (settled_cb), NULL);
  g_signal_connect (row, "map", G_CALLBACK (mapped_cb), NULL);
}

void
kli_field_row_show (KliFieldRow *row, const char *stored)
{
  Binding *binding = get_binding (GTK_WIDGET (row));
  const KliFieldCodec *codec = binding->codec;
  g_autofree char *edited = codec != NULL && codec->to_edit != NULL ? codec->to_edit (stored) : g_strdup (stored);
  g_autofree char *shown = codec != NULL && codec->to_show != NULL ? codec->to_show (stored) : NULL;

  g_free (binding->stored);
  binding->stored = g_strdup (stored);
  if (binding->calendar != NULL)
    kli_day_button_set_day (KLI_DAY_BUTTON (binding->calendar), kli_day_parse (stored));
  kli_field_row_set_value (row, edited, shown);
}

/* --- choice rows -------------------------------------------------------------------------------- */

static void
save_choice_cb (KliChoiceRow *row, const char *choice)
{
  save (GTK_WIDGET (row), choice, NULL);
}

void
kli_choice_row_bind (KliChoiceRow *row, const KliKind *kind, gint64 id, const char *path)
{
  g_return_if_fail (KLI_IS_CHOICE_ROW (row));

  if (tie (GTK_WIDGET (row), kind, id, path, NULL))
    g_signal_connect (row, "chosen", G_CALLBACK (save_choice_cb), NULL);
}
