/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Foreign text made ready to be shown. */
#include "ui/shared/kli-text.h"

#define ELLIPSIS "\342\200\246"
#define FIRST_STRONG_ISOLATE 0x2068
#define POP_DIRECTIONAL_ISOLATE 0x2069

/* Characters that steer the direction of what follows them: a field must not turn its neighbours. */
static gboolean
is_direction_mark (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_right_to_left (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff)
         || (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff);
}

static gboolean
is_break_or_control (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029;
}

/* Runs of breaks, controls and spaces around them become one space. */
static void
append_character (GString *line, gunichar c)
{
  if (is_break_or_control (c))
    c = ' ';
  if (c == ' ' && (line->len == 0 || line->str[line->len - 1] == ' '))
    return;

  g_string_append_unichar (line, c);
}

char *
kli_text_to_line (const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean turns = FALSE;
  guint n = 0;

  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char_validated (p, -1);

      /* The store holds valid UTF-8 only; a broken text from elsewhere is cut where it breaks. */
      if (c == (gunichar) -1 || c == (gunichar) -2)
        break;
      if (n++ == KLI_TEXT_MAX)
        {
          g_string_append (line, ELLIPSIS);
          break;
        }
      turns = turns || is_direction_mark (c) || is_right_to_left (c);
      append_character (line, c);
    }
  if (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  if (turns)
    {
      g_string_prepend_unichar (line, FIRST_STRONG_ISOLATE);
      g_string_append_unichar (line, POP_DIRECTIONAL_ISOLATE);
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

char *
kli_text_to_markup (const char *text)
{
  g_autofree char *line = kli_text_to_line (text);

  return g_markup_escape_text (line, -1);
}

void
kli_label_set_line (GtkLabel *label, const char *text)
{
  g_autofree char *line = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));

  line = kli_text_to_line (text);
  gtk_label_set_use_markup (label, FALSE);
  gtk_label_set_use_underline (label, FALSE);
  gtk_label_set_text (label, line);
}

static gboolean
query_tooltip_cb (GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer user_data)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return TRUE;
}

void
kli_label_add_tooltip (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
