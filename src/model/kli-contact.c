/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a contact adds to a record: the line under its name. */
#include "model/kli-contact.h"

#include "core/kli-affiliation.h"
#include "core/kli-kinds.h"

/* Between the role and the organisation. */
#define SEPARATOR " \302\267 "

struct _KliContact
{
  KliRecord parent_instance;

  char *summary; /* never NULL */
};

typedef enum
{
  PROP_ORGANISATION = 1,
  PROP_SUMMARY,
} KliContactProp;

static GParamSpec *props[PROP_SUMMARY + 1];

G_DEFINE_FINAL_TYPE (KliContact, kli_contact, KLI_TYPE_RECORD)

/* "role · organisation" with what there is of the two. Returns: (transfer full) */
static char *
reckon_summary (KliContact *self)
{
  KliWhole *whole = kli_record_get_whole (KLI_RECORD (self));
  const char *first, *second;

  if (whole == NULL)
    return g_strdup ("");
  kli_affiliation_summarise (whole, kli_store_get_today (kli_record_get_store (KLI_RECORD (self))), &first, &second);

  return g_strconcat (first, *first != '\0' && *second != '\0' ? SEPARATOR : "", second, NULL);
}

static void
kli_contact_changed (KliRecord *record)
{
  KliContact *self = KLI_CONTACT (record);
  g_autofree char *summary = reckon_summary (self);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ORGANISATION]);
  if (g_str_equal (summary, self->summary))
    return;

  g_free (self->summary);
  self->summary = g_steal_pointer (&summary);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUMMARY]);
}

static void
kli_contact_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KliContact *self = KLI_CONTACT (object);

  if (prop_id == PROP_ORGANISATION)
    g_value_set_boolean (value, kli_contact_is_organisation (self));
  else if (prop_id == PROP_SUMMARY)
    g_value_set_string (value, self->summary);
  else
    G_OBJECT_CLASS (kli_contact_parent_class)->get_property (object, prop_id, value, pspec);
}

static void
kli_contact_finalize (GObject *object)
{
  g_free (KLI_CONTACT (object)->summary);
  G_OBJECT_CLASS (kli_contact_parent_class)->finalize (object);
}

static void
kli_contact_class_init (KliContactClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags told = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = kli_contact_get_property;
  object_class->finalize = kli_contact_finalize;
  KLI_RECORD_CLASS (klass)->changed = kli_contact_changed;

  kli_record_class_set_kind (KLI_RECORD_CLASS (klass), &kli_contact_kind);
  props[PROP_ORGANISATION] = g_param_spec_boolean ("organisation", NULL, NULL, FALSE, told);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, "", told);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
kli_contact_init (KliContact *self)
{
  self->summary = g_strdup ("");
}

KliContact *
kli_contact_new (KliStore *store, gint64 id)
{
  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  return g_object_new (KLI_TYPE_CONTACT, "store", store, "id", id, NULL);
}

const char *
kli_contact_get_name (KliContact *self)
{
  g_return_val_if_fail (KLI_IS_CONTACT (self), "");

  return kli_record_get_text (KLI_RECORD (self), KLI_CONTACT_NAME);
}

gboolean
kli_contact_is_organisation (KliContact *self)
{
  g_return_val_if_fail (KLI_IS_CONTACT (self), FALSE);

  return g_str_equal (kli_record_get_text (KLI_RECORD (self), KLI_CONTACT_KIND), "organisation");
}

const char *
kli_contact_get_summary (KliContact *self)
{
  g_return_val_if_fail (KLI_IS_CONTACT (self), "");

  return self->summary;
}

const KliRow *
kli_contact_get_point (KliContact *self, const char *kind)
{
  KliWhole *whole;
  const KliRow *first = NULL;

  g_return_val_if_fail (KLI_IS_CONTACT (self), NULL);

  whole = kli_record_get_whole (KLI_RECORD (self));
  for (guint n = 0; whole != NULL && n < kli_whole_count_parts (whole, &kli_contact_point_kind); n++)
    {
      const KliRow *row = kli_whole_get_part (whole, &kli_contact_point_kind, n);

      if (g_strcmp0 (kli_row_get_text (row, KLI_CONTACT_POINT_KIND), kind) != 0)
        continue;
      if (kli_row_get_integer (row, KLI_CONTACT_POINT_PREFERRED) != 0)
        return row;
      if (first == NULL)
        first = row;
    }

  return first;
}
