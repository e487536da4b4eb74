/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A KliCard in the making: shared by the files that map a vCard's properties, and by no one else. */
#pragma once

#include "core/kli-card.h"
#include "exchange/kli-vcard-reader.h"

G_BEGIN_DECLS

/* The kinds of parts of which one can be preferred. */
typedef enum
{
  KLI_VCARD_PHONE,
  KLI_VCARD_MAIL,
  KLI_VCARD_PAGE,
  KLI_VCARD_CHAT,
  KLI_VCARD_ADDRESS,
  KLI_VCARD_N_PARTS,
} KliVCardPart;

typedef struct
{
  KliCard *card;
  const KliVCard *vcard;
  GHashTable *labels; /* group to the X-ABLabel it carries; only groups of parts below; borrowed texts */
  KliRow *preferred[KLI_VCARD_N_PARTS]; /* the part with the lowest rank so far, borrowed */
  guint rank[KLI_VCARD_N_PARTS];
  GPtrArray *organisations; /* borrowed KliVCardProperty, in the order of the card */
  GPtrArray *titles;
  GPtrArray *roles;
  gboolean has_name_parts;
  gboolean is_organisation; /* the card says so */
  gboolean is_person;       /* the card says so */
  gboolean is_household;    /* the card says so */
} KliVCardBuilder;

/* Each takes one property. Returns: FALSE to have it kept as an extra. */
typedef gboolean (*KliVCardHandler) (KliVCardBuilder *builder, const KliVCardProperty *property);

gboolean kli_vcard_take_phone (KliVCardBuilder *builder, const KliVCardProperty *property);
gboolean kli_vcard_take_mail (KliVCardBuilder *builder, const KliVCardProperty *property);
gboolean kli_vcard_take_page (KliVCardBuilder *builder, const KliVCardProperty *property);
gboolean kli_vcard_take_chat (KliVCardBuilder *builder, const KliVCardProperty *property);
gboolean kli_vcard_take_profile (KliVCardBuilder *builder, const KliVCardProperty *property);
gboolean kli_vcard_take_address (KliVCardBuilder *builder, const KliVCardProperty *property);

gboolean kli_vcard_take_identifier (KliVCardBuilder *builder, const KliVCardProperty *property);

gboolean kli_vcard_take_organisation (KliVCardBuilder *builder, const KliVCardProperty *property);
gboolean kli_vcard_take_title (KliVCardBuilder *builder, const KliVCardProperty *property);
gboolean kli_vcard_take_role (KliVCardBuilder *builder, const KliVCardProperty *property);
gboolean kli_vcard_take_kind (KliVCardBuilder *builder, const KliVCardProperty *property);
gboolean kli_vcard_take_own_kind (KliVCardBuilder *builder, const KliVCardProperty *property);
gboolean kli_vcard_take_shown_as (KliVCardBuilder *builder, const KliVCardProperty *property);

gboolean kli_vcard_take_related (KliVCardBuilder *builder, const KliVCardProperty *property);

/* Keeps a property word for word. */
void kli_vcard_keep_extra (KliVCardBuilder *builder, const KliVCardProperty *property);

/* Decides person or organisation, and makes the affiliations, when all have been taken. */
void kli_vcard_finish_affiliations (KliVCardBuilder *builder);

/* Marks the preferred part of each kind, when all have been taken. */
void kli_vcard_finish_parts (KliVCardBuilder *builder);

G_END_DECLS
