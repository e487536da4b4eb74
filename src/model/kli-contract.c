/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a contract adds to a record: what is reckoned from its acts and dates. */
#include "model/kli-contract.h"

#include "core/kli-contract-facts.h"
#include "model/kli-live-business.h"

struct _KliContract
{
  KliRecord parent_instance;

  KliContractFacts *facts; /* NULL until ready */
  char *country;           /* whose free days they were reckoned with; NULL until ready */
  KliLive *business;       /* borrowed: lives as long as the store */

  KliContractState state;
  KliDay since;
  KliDay changes_on;
};

typedef enum
{
  PROP_STATE = 1,
} KliContractProp;

static GParamSpec *props[PROP_STATE + 1];

G_DEFINE_FINAL_TYPE (KliContract, kli_contract, KLI_TYPE_RECORD)

static void
kli_contract_changed (KliRecord *record)
{
  KliContract *self = KLI_CONTRACT (record);
  KliContractState before = self->state;

  g_clear_pointer (&self->facts, kli_contract_facts_free);
  g_free (self->country);
  self->country = g_strdup (kli_contract_get_country (self));
  self->facts = kli_contract_facts_from_whole (kli_record_get_whole (record), self->country);
  self->state
      = kli_contract_state (kli_contract_facts_get_terms (self->facts),
                            kli_store_get_today (kli_record_get_store (record)), &self->since, &self->changes_on);
  if (self->state != before)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

/* Free days are those of the country. */
static void
business_changed_cb (KliContract *self)
{
  const char *country = kli_contract_get_country (self);

  if (g_strcmp0 (country, self->country) == 0 || !kli_record_is_ready (KLI_RECORD (self)))
    return;

  kli_contract_changed (KLI_RECORD (self));
  g_signal_emit_by_name (self, "reloaded");
}

static void
kli_contract_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_STATE)
    g_value_set_string (value, kli_contract_state_id (KLI_CONTRACT (object)->state));
  else
    G_OBJECT_CLASS (kli_contract_parent_class)->get_property (object, prop_id, value, pspec);
}

static void
kli_contract_constructed (GObject *object)
{
  KliContract *self = KLI_CONTRACT (object);

  G_OBJECT_CLASS (kli_contract_parent_class)->constructed (object);

  self->business = kli_live_business_of (kli_record_get_store (KLI_RECORD (self)));
  g_signal_connect_object (self->business, "changed", G_CALLBACK (business_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
kli_contract_finalize (GObject *object)
{
  KliContract *self = KLI_CONTRACT (object);

  g_clear_pointer (&self->facts, kli_contract_facts_free);
  g_free (self->country);
  G_OBJECT_CLASS (kli_contract_parent_class)->finalize (object);
}

static void
kli_contract_class_init (KliContractClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = kli_contract_constructed;
  object_class->get_property = kli_contract_get_property;
  object_class->finalize = kli_contract_finalize;
  KLI_RECORD_CLASS (klass)->changed = kli_contract_changed;

  kli_record_class_set_kind (KLI_RECORD_CLASS (klass), &kli_contract_kind);
  props[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, NULL,
                                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
kli_contract_init (KliContract *self)
{
  self->since = KLI_DAY_NONE;
  self->changes_on = KLI_DAY_NONE;
}

KliContract *
kli_contract_new (KliStore *store, gint64 id)
{
  g_return_val_if_fail (KLI_IS_STORE (store), NULL);

  return g_object_new (KLI_TYPE_CONTRACT, "store", store, "id", id, NULL);
}

KliContractState
kli_contract_get_state (KliContract *self)
{
  g_return_val_if_fail (KLI_IS_CONTRACT (self), KLI_CONTRACT_STATE_DRAFT);

  return self->state;
}

KliDay
kli_contract_get_since (KliContract *self)
{
  g_return_val_if_fail (KLI_IS_CONTRACT (self), KLI_DAY_NONE);

  return self->since;
}

KliDay
kli_contract_get_changes_on (KliContract *self)
{
  g_return_val_if_fail (KLI_IS_CONTRACT (self), KLI_DAY_NONE);

  return self->changes_on;
}

KliContractDates
kli_contract_get_dates (KliContract *self)
{
  static const KliContractTerms nothing;
  const KliContractTerms *terms = kli_contract_get_terms (self);

  return kli_contract_dates (terms != NULL ? terms : &nothing,
                             kli_store_get_today (kli_record_get_store (KLI_RECORD (self))));
}

const KliContractTerms *
kli_contract_get_terms (KliContract *self)
{
  g_return_val_if_fail (KLI_IS_CONTRACT (self), NULL);

  return self->facts != NULL ? kli_contract_facts_get_terms (self->facts) : NULL;
}

const char *
kli_contract_get_country (KliContract *self)
{
  const KliBusiness *business;

  g_return_val_if_fail (KLI_IS_CONTRACT (self), "");

  business = kli_live_business_get (self->business);

  return business != NULL ? business->country : "";
}
