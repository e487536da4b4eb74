/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relations in vCards. */
#include "exchange/kli-vcard-related.h"

#include "core/kli-card.h"
#include "core/kli-related.h"
#include "exchange/kli-card-text.h"
#include "exchange/kli-vcard-builder.h"
#include "exchange/kli-vcard-value.h"

#define END "X-KLIENTELA-AS"

/* Our ends for which RFC 6350 has a word. */
static const struct
{
  const char *end;
  const char *type;
} types[] = {
  { "child", "child" },     { "guardian", "agent" },  { "parent", "parent" },
  { "sibling", "sibling" }, { "signatory", "agent" }, { "spouse", "spouse" },
};

static const struct
{
  const char *name;
  gsize offset;
} params[] = {
  { END, G_STRUCT_OFFSET (KliRelated, end) },
  { "X-KLIENTELA-FROM", G_STRUCT_OFFSET (KliRelated, from_on) },
  { "X-KLIENTELA-TO", G_STRUCT_OFFSET (KliRelated, to_on) },
  { "X-KLIENTELA-WORD", G_STRUCT_OFFSET (KliRelated, word) },
  { "X-KLIENTELA-BACK-WORD", G_STRUCT_OFFSET (KliRelated, back_word) },
  { "X-KLIENTELA-UID", G_STRUCT_OFFSET (KliRelated, uid) },
};

gboolean
kli_vcard_append_related (GString *out, const KliRow *extra)
{
  g_autoptr (KliRelated) related = kli_related_parse (extra);

  if (related == NULL || related->is_household)
    return FALSE;
  g_string_append (out, "RELATED");
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].end, related->end))
      kli_vcard_append_param (out, "TYPE", types[i].type);
  kli_vcard_append_param (out, "VALUE", "text");
  for (guint i = 0; i < G_N_ELEMENTS (params); i++)
    {
      const char *text = G_STRUCT_MEMBER (char *, related, params[i].offset);

      if (*text != '\0')
        kli_vcard_append_param (out, params[i].name, text);
    }
  g_string_append_c (out, ':');
  kli_vcard_append_escaped (out, related->name);

  return TRUE;
}

/* What another program says of others stays as it is: it may mean anybody. */
gboolean
kli_vcard_take_related (KliVCardBuilder *self, const KliVCardProperty *property)
{
  g_autoptr (KliRelated) related = kli_related_new ();
  g_autofree char *value = kli_vcard_unescape (property->value);
  g_autofree char *text = NULL;
  KliRow *extra;

  if (kli_vcard_property_get_param (property, END) == NULL)
    return FALSE;
  g_free (related->name);
  related->name = kli_card_one_line (value);
  for (guint i = 0; i < G_N_ELEMENTS (params); i++)
    {
      const char *said = kli_vcard_property_get_param (property, params[i].name);
      char **member = G_STRUCT_MEMBER_P (related, params[i].offset);

      g_free (*member);
      *member = kli_card_one_line (said != NULL ? said : "");
    }
  text = kli_related_to_text (related);
  extra = kli_card_add_extra (self->card, KLI_CARD_EXTRA_COLUMN, kli_related_column (related), "", text);
  g_clear_pointer (&related, kli_related_free);
  related = kli_related_parse (extra);
  if (related == NULL)
    g_ptr_array_remove_index (self->card->extras, self->card->extras->len - 1);

  return related != NULL;
}
