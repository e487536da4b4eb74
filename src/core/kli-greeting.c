/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a letter begins. The words are those of the letter: they are not translated. */
#include "core/kli-greeting.h"

#include "core/kli-fold.h"
#include "core/kli-kinds.h"
#include "core/kli-legal-form.h"
#include "core/kli-name.h"
#include "core/kli-vocative.h"

#include <string.h>

#define NAMELESS "Szanowni Państwo,"

/* Folded, without full stops. */
static const struct
{
  const char *title;
  const char *form;
} titles[] = {
  { "bapak", "bapak" },     { "bpk", "bapak" }, { "pak", "bapak" },   { "tn", "bapak" },        { "ibu", "ibu" },
  { "bu", "ibu" },          { "ny", "ibu" },    { "sdr", "saudara" }, { "saudara", "saudara" }, { "sdri", "saudari" },
  { "saudari", "saudari" }, { "kak", "kakak" }, { "kakak", "kakak" }, { "pan", "pan" },         { "pani", "pani" },
};

/* The functions of domain 3.1, by the title that tells them; the first that is found counts. */
static const struct
{
  const char *title; /* folded, with a blank at both ends and without full stops */
  const char *masculine;
  const char *feminine;
} functions[] = {
  { " adw ", "Mecenasie", "Mecenas" }, { " r pr ", "Mecenasie", "Mecenas" }, { " prof ", "Profesorze", "Profesor" },
  { " dr ", "Doktorze", "Doktor" },    { " lek ", "Doktorze", "Doktor" },
};

/* How each form stands in a letter. @opening: %s is the name, as @takes says. */
static const struct
{
  const char *form;
  const char *opening;
  gboolean takes_call_name;
} indonesian[] = {
  { "bapak", "Yth. Bapak %s,", FALSE },     { "ibu", "Yth. Ibu %s,", FALSE },  { "saudara", "Yth. Saudara %s,", FALSE },
  { "saudari", "Yth. Saudari %s,", FALSE }, { "kakak", "Halo Kak %s,", TRUE },
};

static const char *
get (const KliRow *contact, guint column)
{
  return kli_row_get_text (contact, column);
}

static gboolean
is_of_kind (const KliRow *contact, const char *kind)
{
  return g_str_equal (get (contact, KLI_CONTACT_KIND), kind);
}

static gboolean
is_person (const KliRow *contact)
{
  return is_of_kind (contact, "person");
}

/* The words of the title before the name, with a blank around each. Returns: (transfer full) */
static char *
fold_title (const KliRow *contact)
{
  g_auto (GStrv) words = kli_fold_words (get (contact, KLI_CONTACT_PREFIX));
  g_autofree char *joined = g_strjoinv (" ", words);

  return g_strconcat (" ", joined, " ", NULL);
}

const char *
kli_greeting_form (const KliRow *contact)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (contact != NULL && contact->kind == &kli_contact_kind, "");

  if (*get (contact, KLI_CONTACT_ADDRESS_FORM) != '\0' || !is_person (contact))
    return get (contact, KLI_CONTACT_ADDRESS_FORM);
  title = fold_title (contact);
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *word = g_strconcat (" ", titles[i].title, " ", NULL);

      if (strstr (title, word) != NULL)
        return titles[i].form;
    }
  return "";
}

/* Returns: (transfer full): what is said after Pak, Bu, Pan: the call name, else the first of the given names */
static char *
call_name (const KliRow *contact)
{
  const char *call = get (contact, KLI_CONTACT_CALL_NAME);
  const char *given = get (contact, KLI_CONTACT_GIVEN);

  return *call != '\0' ? g_strdup (call) : g_strndup (given, strcspn (given, " "));
}

/* Returns: (transfer full): the whole name without titles and degrees */
static char *
bare_name (const KliRow *contact)
{
  g_autofree char *name = kli_name_full (NULL, get (contact, KLI_CONTACT_GIVEN), get (contact, KLI_CONTACT_ADDITIONAL),
                                         get (contact, KLI_CONTACT_FAMILY), NULL);

  return g_strdup (*name != '\0' ? name : get (contact, KLI_CONTACT_NAME));
}

char *
kli_greeting_suggest_vocative (const KliRow *contact)
{
  const char *form = kli_greeting_form (contact);
  gboolean feminine = g_str_equal (form, "pani");
  g_autofree char *title = NULL;
  g_autofree char *call = NULL;

  if (!is_person (contact) || (!feminine && !g_str_equal (form, "pan")))
    return g_strdup ("");
  title = fold_title (contact);
  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    if (strstr (title, functions[i].title) != NULL)
      return g_strdup (feminine ? functions[i].feminine : functions[i].masculine);
  call = call_name (contact);
  return kli_vocative_suggest (call, feminine);
}

static char *
polish_line (const KliRow *contact, gboolean feminine)
{
  const char *opening = feminine ? "Szanowna Pani" : "Szanowny Panie";
  g_autofree char *proposed = kli_greeting_suggest_vocative (contact);
  const char *recorded = get (contact, KLI_CONTACT_VOCATIVE);
  const char *vocative = *recorded != '\0' ? recorded : proposed;

  return g_strconcat (opening, *vocative != '\0' ? " " : "", vocative, ",", NULL);
}

static char *
organisation_line (const KliRow *contact, const char *home)
{
  const char *form = get (contact, KLI_CONTACT_ADDRESS_FORM);
  const char *of_form = kli_legal_form_country (get (contact, KLI_CONTACT_LEGAL_FORM));
  const char *country = of_form != NULL ? of_form : home;

  if (g_str_equal (form, "panstwo") || g_strcmp0 (country, "PL") == 0)
    return g_strdup (NAMELESS);
  if (g_strcmp0 (country, "ID") == 0)
    return g_strdup_printf ("Yth. Pimpinan %s,", get (contact, KLI_CONTACT_NAME));
  return g_strdup ("");
}

/* All who live there at once. */
static char *
household_line (const KliRow *household, const char *home)
{
  if (g_str_equal (get (household, KLI_CONTACT_ADDRESS_FORM), "panstwo") || g_strcmp0 (home, "PL") == 0)
    return g_strdup (NAMELESS);
  if (g_strcmp0 (home, "ID") == 0)
    return g_strdup_printf ("Yth. %s,", get (household, KLI_CONTACT_NAME));

  return g_strdup ("");
}

/* Of somebody who is addressed without a form on purpose. */
static char *
plain_line (const KliRow *contact, const char *home)
{
  g_autofree char *name = bare_name (contact);

  if (g_strcmp0 (home, "ID") == 0)
    return g_strdup_printf ("Yth. %s,", name);
  return g_strdup (g_strcmp0 (home, "PL") == 0 ? NAMELESS : "");
}

char *
kli_greeting_line (const KliRow *contact, const char *home)
{
  const char *form;

  g_return_val_if_fail (contact != NULL && contact->kind == &kli_contact_kind, g_strdup (""));

  if (is_of_kind (contact, "organisation"))
    return organisation_line (contact, home);
  if (is_of_kind (contact, "household"))
    return household_line (contact, home);
  form = kli_greeting_form (contact);
  if (g_str_equal (form, "pan") || g_str_equal (form, "pani"))
    return polish_line (contact, g_str_equal (form, "pani"));
  if (g_str_equal (form, "panstwo"))
    return g_strdup (NAMELESS);
  for (gsize i = 0; i < G_N_ELEMENTS (indonesian); i++)
    if (g_str_equal (form, indonesian[i].form))
      {
        g_autofree char *call = call_name (contact);
        g_autofree char *name = indonesian[i].takes_call_name && *call != '\0' ? g_strdup (call) : bare_name (contact);
        g_auto (GStrv) halves = g_strsplit (indonesian[i].opening, "%s", 2);

        return g_strconcat (halves[0], name, halves[1], NULL);
      }
  return g_str_equal (form, "none") ? plain_line (contact, home) : g_strdup ("");
}

static const char *
greeting_of_country (const char *e164, const char *home)
{
  static const struct
  {
    const char *prefix;
    const char *country;
    const char *greeting;
  } greetings[] = { { "+48", "PL", "Dzień dobry," }, { "+62", "ID", "Halo," } };
  gboolean has_number = e164 != NULL && *e164 == '+';

  for (gsize i = 0; i < G_N_ELEMENTS (greetings); i++)
    if (has_number ? g_str_has_prefix (e164, greetings[i].prefix) : g_strcmp0 (home, greetings[i].country) == 0)
      return greetings[i].greeting;

  return "Hello,";
}

const char *
kli_greeting_nameless (const KliRow *contact, const char *e164, const char *home)
{
  static const struct
  {
    const char *form;
    const char *greeting;
  } forms[] = {
    { "pan", "Szanowny Panie," },   { "pani", "Szanowna Pani," }, { "panstwo", NAMELESS },
    { "bapak", "Yth. Bapak," },     { "ibu", "Yth. Ibu," },       { "saudara", "Yth. Saudara," },
    { "saudari", "Yth. Saudari," }, { "kakak", "Halo Kak," },
  };
  const char *form;

  g_return_val_if_fail (contact != NULL && contact->kind == &kli_contact_kind, "");

  form = kli_greeting_form (contact);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].form, form))
      return forms[i].greeting;

  return greeting_of_country (e164, home);
}
