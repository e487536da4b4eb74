/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is declared about a person, an organisation or a household. */
#include "core/kli-kinds.h"

static const char *const kinds[] = { "person", "organisation", "household", NULL };

static const char *const address_forms[]
    = { "", "bapak", "ibu", "saudara", "saudari", "kakak", "pan", "pani", "panstwo", "none", NULL };

static const KliColumn columns[] = {
  [KLI_CONTACT_KIND] = { "kind", KLI_COLUMN_CHOICE, KLI_COLUMN_EDITABLE, kinds },
  [KLI_CONTACT_NAME] = { "name", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_CONTACT_GIVEN] = { "given", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_CONTACT_ADDITIONAL] = { "additional", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_CONTACT_FAMILY] = { "family", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_CONTACT_PREFIX] = { "prefix", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_CONTACT_SUFFIX] = { "suffix", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_CONTACT_NICKNAME] = { "nickname", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_CONTACT_BIRTHDAY] = { "birthday", KLI_COLUMN_BIRTHDAY, KLI_COLUMN_EDITABLE },
  [KLI_CONTACT_ANNIVERSARY] = { "anniversary", KLI_COLUMN_BIRTHDAY, KLI_COLUMN_EDITABLE },
  [KLI_CONTACT_NOTE] = { "note", KLI_COLUMN_LONG, KLI_COLUMN_EDITABLE },
  [KLI_CONTACT_PHOTO] = { "photo", KLI_COLUMN_TEXT, KLI_COLUMN_CONTENT },
  [KLI_CONTACT_PHOTO_TYPE] = { "photo_type", KLI_COLUMN_TEXT, KLI_COLUMN_PLAIN },
  [KLI_CONTACT_COMPANY] = { "company", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_CONTACT_JOB] = { "job", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_CONTACT_ARCHIVED_AT] = { "archived_at", KLI_COLUMN_INSTANT, KLI_COLUMN_PLAIN },
  [KLI_CONTACT_MANAGER] = { "manager", KLI_COLUMN_ID, KLI_COLUMN_EDITABLE, .links_stem = "contacts-managed" },
  [KLI_CONTACT_CALL_NAME] = { "call_name", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_CONTACT_ADDRESS_FORM] = { "address_form", KLI_COLUMN_CHOICE, KLI_COLUMN_EDITABLE, address_forms },
  [KLI_CONTACT_VOCATIVE] = { "vocative", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_CONTACT_LEGAL_FORM] = { "legal_form", KLI_COLUMN_TEXT, KLI_COLUMN_EDITABLE },
  [KLI_CONTACT_DEPUTY] = { "deputy", KLI_COLUMN_ID, KLI_COLUMN_EDITABLE, .links_stem = "contacts-deputised" },
};

const KliContactColumn kli_staff_roles[KLI_N_STAFF_ROLES] = { KLI_CONTACT_MANAGER, KLI_CONTACT_DEPUTY };

const KliKind kli_contact_kind = {
  .name = "contact",
  .statement_stem = "contact",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};
