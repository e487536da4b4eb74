/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Legal forms, by the list of domain 3.2. */
#include "core/kli-legal-form.h"

#include "core/kli-fold.h"
#include "core/kli-name-words.h"
#include "core/kli-text.h"

#include <string.h>

typedef enum
{
  BEHIND,
  BEFORE,
  IN_NAME, /* a word of the name itself, or never written with it */
} Place;

static const struct
{
  const char *form;
  const char *country;
  Place place;
  const char *whole; /* nullable: the same written out, bare */
} forms[] = {
  { "JDG", "PL", IN_NAME, "jednoosobowadzialalnoscgospodarcza" },
  { "s.c.", "PL", BEHIND, "spolkacywilna" },
  { "sp.j.", "PL", BEHIND, "spolkajawna" },
  { "sp.p.", "PL", BEHIND, "spolkapartnerska" },
  { "sp.k.", "PL", BEHIND, "spolkakomandytowa" },
  { "S.K.A.", "PL", BEHIND, "spolkakomandytowoakcyjna" },
  { "sp. z o.o.", "PL", BEHIND, "spolkazograniczonaodpowiedzialnoscia" },
  { "P.S.A.", "PL", BEHIND, "prostaspolkaakcyjna" },
  { "S.A.", "PL", BEHIND, "spolkaakcyjna" },
  { "fundacja", "PL", IN_NAME, NULL },
  { "stowarzyszenie", "PL", IN_NAME, NULL },
  { "spółdzielnia", "PL", IN_NAME, NULL },
  { "perorangan", "ID", IN_NAME, NULL },
  { "UD", "ID", BEFORE, NULL },
  { "CV", "ID", BEFORE, NULL },
  { "Fa.", "ID", BEFORE, "firma" },
  { "PT", "ID", BEFORE, NULL },
  { "PT Perorangan", "ID", BEFORE, NULL },
  { "Koperasi", "ID", BEFORE, NULL },
  { "Yayasan", "ID", BEFORE, NULL },
  { "Perkumpulan", "ID", BEFORE, NULL },
};

/* Folded letters and digits alone. Returns: (transfer full) */
static char *
bare (const char *text)
{
  g_auto (GStrv) words = kli_fold_words (text);

  return g_strjoinv ("", words);
}

/* The short ones, bare, in their order: made once. */
static gpointer
make_known (gpointer unused)
{
  char **known = g_new0 (char *, G_N_ELEMENTS (forms));

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    known[i] = bare (forms[i].form);
  return known;
}

/* Returns: an index of forms, -1 for any other text */
static int
find (const char *form)
{
  static GOnce once = G_ONCE_INIT;
  char *const *known = g_once (&once, make_known, NULL);
  g_autofree char *wanted = bare (form);

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (strcmp (known[i], wanted) == 0 || g_strcmp0 (forms[i].whole, wanted) == 0)
      return (int)i;
  return -1;
}

const char **
kli_legal_form_list (const char *home)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (gboolean foreign = FALSE; foreign <= TRUE; foreign++)
    for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
      if ((g_strcmp0 (forms[i].country, home) != 0) == foreign)
        g_ptr_array_add (list, (gpointer)forms[i].form);
  g_ptr_array_add (list, NULL);
  return (const char **)g_ptr_array_free (g_steal_pointer (&list), FALSE);
}

const char *
kli_legal_form_country (const char *form)
{
  int i = form != NULL ? find (form) : -1;

  return i >= 0 ? forms[i].country : NULL;
}

/* The words from @from up to but without @to, joined. Returns: (transfer full) */
static char *
join (char **words, guint from, guint to)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = from; i < to; i++)
    g_ptr_array_add (chosen, words[i]);
  g_ptr_array_add (chosen, NULL);
  return g_strjoinv (" ", (char **)chosen->pdata);
}

/* How many of the first words are a form that stands there, or is one of the name's own words. */
static guint
count_before (char **words, guint n)
{
  if (n > 2)
    {
      g_autofree char *two = join (words, 0, 2);
      int i = find (two);

      if (i >= 0 && forms[i].place == BEFORE)
        return 2;
    }
  if (n > 1)
    {
      int i = find (words[0]);

      if (i >= 0 && forms[i].place != BEHIND && strcmp (forms[i].form, "JDG") != 0)
        return 1;
    }
  return 0;
}

char *
kli_legal_form_of_name (const char *name)
{
  g_autofree char *line = kli_text_single_line (name);
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  guint n = g_strv_length (words);
  guint before = count_before (words, n);
  guint behind = kli_name_words_trailing_form (words, n);
  char *form;

  if (before == 0 && behind == 0)
    return g_strdup ("");
  form = before > 0 ? join (words, 0, before) : join (words, n - behind, n);
  if (before == 0 && g_str_has_prefix (form, "("))
    g_strdelimit (form, "()", ' ');
  return g_strstrip (form);
}

/* Whether @name begins, or ends, with @form as whole words. */
static gboolean
has_before (const char *name, const char *form)
{
  gsize length = strlen (form);

  return *form != '\0' && g_str_has_prefix (name, form) && name[length] == ' ';
}

static gboolean
has_behind (const char *name, const char *form)
{
  gsize length = strlen (form);
  gsize whole = strlen (name);

  return *form != '\0' && whole > length + 1 && g_str_has_suffix (name, form)
         && strchr (" ,", name[whole - length - 1]) != NULL;
}

/* Returns: (transfer full) */
static char *
without (const char *name, const char *form)
{
  int i = find (form);
  char *rest;

  if (i >= 0 && forms[i].place == IN_NAME)
    return g_strdup (name);
  if (has_before (name, form))
    return g_strdup (name + strlen (form) + 1);
  if (!has_behind (name, form))
    return g_strdup (name);
  rest = g_strndup (name, strlen (name) - strlen (form));
  while (*rest != '\0' && strchr (" ,", rest[strlen (rest) - 1]) != NULL)
    rest[strlen (rest) - 1] = '\0';
  return rest;
}

char *
kli_legal_form_replace (const char *name, const char *from, const char *to)
{
  g_autofree char *line = kli_text_single_line (name);
  g_autofree char *rest = NULL;
  int i;

  g_return_val_if_fail (from != NULL && to != NULL, g_strdup (name));

  rest = without (line, from);
  i = find (to);
  if (*to == '\0' || *rest == '\0' || (i >= 0 && forms[i].place == IN_NAME) || has_before (rest, to)
      || has_behind (rest, to))
    return g_steal_pointer (&rest);
  return i >= 0 && forms[i].place == BEFORE ? g_strconcat (to, " ", rest, NULL) : g_strconcat (rest, " ", to, NULL);
}
