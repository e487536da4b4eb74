/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The properties of a vCard that say where somebody works, and whether the card is a person or an
 * organisation: ORG, TITLE, ROLE, KIND. */
#include "exchange/kli-vcard-builder.h"

#include "core/kli-kinds.h"
#include "exchange/kli-card-text.h"
#include "exchange/kli-vcard-value.h"

gboolean
kli_vcard_take_organisation (KliVCardBuilder *self, const KliVCardProperty *property)
{
  g_auto (GStrv) parts = kli_vcard_split (property->value, ';');
  g_autofree char *all = g_strjoinv ("", parts);

  if (*all == '\0')
    return TRUE;
  if (*parts[0] == '\0')
    return FALSE;
  g_ptr_array_add (self->organisations, (gpointer)property);

  return TRUE;
}

gboolean
kli_vcard_take_title (KliVCardBuilder *self, const KliVCardProperty *property)
{
  if (*property->value != '\0')
    g_ptr_array_add (self->titles, (gpointer)property);

  return TRUE;
}

gboolean
kli_vcard_take_role (KliVCardBuilder *self, const KliVCardProperty *property)
{
  if (*property->value != '\0')
    g_ptr_array_add (self->roles, (gpointer)property);

  return TRUE;
}

gboolean
kli_vcard_take_kind (KliVCardBuilder *self, const KliVCardProperty *property)
{
  g_autofree char *line = kli_card_one_line (property->value);
  g_autofree char *kind = g_ascii_strdown (line, -1);
  gboolean is_person = g_str_equal (kind, "individual");
  gboolean is_organisation = g_str_equal (kind, "org") || g_str_equal (kind, "organization")
                             || g_str_equal (kind, "organisation") || g_str_equal (kind, "company");

  self->is_person |= is_person;
  self->is_organisation |= !is_person && *kind != '\0'; /* groups and places are more like one than like a person */

  return is_person || is_organisation || *kind == '\0';
}

gboolean
kli_vcard_take_own_kind (KliVCardBuilder *self, const KliVCardProperty *property)
{
  if (g_ascii_strcasecmp (property->value, "household") != 0)
    return FALSE;

  self->is_household = TRUE;

  return TRUE;
}

/* How Apple says KIND in 3.0. */
gboolean
kli_vcard_take_shown_as (KliVCardBuilder *self, const KliVCardProperty *property)
{
  if (g_ascii_strcasecmp (property->value, "COMPANY") != 0)
    return FALSE;

  self->is_organisation = TRUE;

  return TRUE;
}

static const char *
get_name (KliVCardBuilder *self)
{
  return kli_row_get_text (self->card->contact, KLI_CONTACT_NAME);
}

static char *
unescaped_line (const KliVCardProperty *property)
{
  g_autofree char *text = kli_vcard_unescape (property->value);

  return kli_card_one_line (text);
}

/* The first of @properties that has the group of @organisation and has not been taken yet. */
static KliVCardProperty **
find_in_group (GPtrArray *properties, const char *group)
{
  for (guint i = 0; i < properties->len; i++)
    {
      KliVCardProperty **property = (KliVCardProperty **)&properties->pdata[i];

      if (*property != NULL && g_ascii_strcasecmp ((*property)->group, group) == 0)
        return property;
    }

  return NULL;
}

/* The TITLE of the organisation with @group: of the same group, else of none, the first that nobody
 * else has. A card without any TITLE may have a ROLE in its place. */
static char *
steal_role (KliVCardBuilder *self, const char *group)
{
  GPtrArray *all = self->titles->len > 0 ? self->titles : self->roles;
  KliVCardProperty **from = find_in_group (all, group);
  char *role;

  if (from == NULL)
    from = find_in_group (all, "");
  if (from == NULL)
    return g_strdup ("");

  role = unescaped_line (*from);
  *from = NULL;

  return role;
}

static void
keep_left_over (KliVCardBuilder *self, GPtrArray *properties)
{
  for (guint i = 0; i < properties->len; i++)
    if (g_ptr_array_index (properties, i) != NULL)
      kli_vcard_keep_extra (self, g_ptr_array_index (properties, i));
}

static void
add_affiliation (KliVCardBuilder *self, const KliVCardProperty *property, const char *role)
{
  g_auto (GStrv) parts = kli_vcard_split (property->value, ';');
  g_autofree char *organisation = kli_card_one_line (parts[0]);
  g_autoptr (GString) department = g_string_new (NULL);

  for (guint i = 1; parts[i] != NULL; i++)
    {
      g_autofree char *unit = kli_card_one_line (parts[i]);

      if (*unit != '\0')
        g_string_append_printf (department, "%s%s", department->len > 0 ? ", " : "", unit);
    }
  kli_card_add_affiliation (self->card, organisation, department->str, role);
}

static char *
first_organisation (KliVCardBuilder *self)
{
  const KliVCardProperty *first = g_ptr_array_index (self->organisations, 0);
  g_auto (GStrv) parts = kli_vcard_split (first->value, ';');

  return kli_card_one_line (parts[0]);
}

/* A TITLE that belongs to no organisation, when there is one in a group of its own or no
 * organisation at all. */
static char *
steal_job (KliVCardBuilder *self)
{
  if (self->organisations->len == 0)
    return steal_role (self, "");

  for (guint i = 0; i < self->titles->len; i++)
    {
      const KliVCardProperty *title = g_ptr_array_index (self->titles, i);

      if (title != NULL && *title->group != '\0')
        return steal_role (self, title->group);
    }

  return g_strdup ("");
}

static void
finish_person (KliVCardBuilder *self)
{
  g_autofree char *job = NULL;

  if (self->is_household)
    kli_row_set_text (self->card->contact, KLI_CONTACT_KIND, "household");

  for (guint i = 0; i < self->organisations->len; i++)
    {
      const KliVCardProperty *organisation = g_ptr_array_index (self->organisations, i);
      g_autofree char *role = steal_role (self, organisation->group);

      add_affiliation (self, organisation, role);
    }
  job = steal_job (self);
  kli_row_set_text (self->card->contact, KLI_CONTACT_JOB, job);
}

/* An organisation does not work at itself; other ORG lines of it are kept as they are. */
static void
finish_organisation (KliVCardBuilder *self)
{
  g_autofree char *job = steal_role (self, "");

  kli_row_set_text (self->card->contact, KLI_CONTACT_KIND, "organisation");
  if (*get_name (self) == '\0' && self->organisations->len > 0)
    {
      g_autofree char *name = first_organisation (self);

      kli_row_set_text (self->card->contact, KLI_CONTACT_NAME, name);
    }
  for (guint i = 0; i < self->organisations->len; i++)
    {
      const KliVCardProperty *property = g_ptr_array_index (self->organisations, i);
      g_auto (GStrv) parts = kli_vcard_split (property->value, ';');
      g_autofree char *units = g_strjoinv ("", parts + 1);
      g_autofree char *name = kli_card_one_line (parts[0]);

      if (*units != '\0' || !g_str_equal (name, get_name (self)))
        kli_vcard_keep_extra (self, property);
    }
  kli_row_set_text (self->card->contact, KLI_CONTACT_JOB, job);
}

/* Without a KIND, a card with an organisation and no other name is that organisation. */
static gboolean
looks_like_organisation (KliVCardBuilder *self)
{
  g_autofree char *name = NULL;

  if (self->is_organisation || self->is_person || self->is_household)
    return self->is_organisation && !self->is_household;
  if (self->organisations->len == 0 || self->has_name_parts)
    return FALSE;

  name = first_organisation (self);

  return *get_name (self) == '\0' || g_str_equal (get_name (self), name);
}

void
kli_vcard_finish_affiliations (KliVCardBuilder *self)
{
  if (looks_like_organisation (self))
    finish_organisation (self);
  else
    finish_person (self);
  keep_left_over (self, self->titles);
  keep_left_over (self, self->roles);
}
