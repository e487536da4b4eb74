/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a contract adds to a record: what is reckoned from its acts and dates. */
#include "model/kli-contract.h"

#include "core/kli-contract-facts.h"
#include "operations/kli-business.h"

struct _KliContract
{
  KliRecord parent_instance;

  KliContractFacts *facts; /* NULL until ready */
  char *country;           /* never NULL */
  GCancellable *cancellable;

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
  self->facts = kli_contract_facts_from_whole (kli_record_get_whole (record), self->country);
  self->state
      = kli_contract_state (kli_contract_facts_get_terms (self->facts),
                            kli_store_get_today (kli_record_get_store (record)), &self->since, &self->changes_on);
  if (self->state != before)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

static void
business_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KliContract) self = user_data;
  g_autoptr (KliBusiness) business = kli_store_read_finish (KLI_STORE (source), result, NULL);

  if (business == NULL || g_cancellable_is_cancelled (self->cancellable)
      || g_str_equal (business->country, self->country))
    return;

  g_free (self->country);
  self->country = g_strdup (business->country);
  if (kli_record_is_ready (KLI_RECORD (self)))
    {
      kli_contract_changed (KLI_RECORD (self));
      g_signal_emit_by_name (self, "reloaded");
    }
}

static void
read_business (KliContract *self)
{
  kli_store_read_async (kli_record_get_store (KLI_RECORD (self)), kli_business_read_func, NULL, NULL,
                        (GDestroyNotify)kli_business_free, self->cancellable, business_cb, g_object_ref (self));
}

static void
store_changed_cb (KliContract *self, KliChanges *changes)
{
  if (kli_changes_concern_kind (changes, &kli_setting_kind))
    read_business (self);
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

  g_signal_connect_object (kli_record_get_store (KLI_RECORD (self)), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  read_business (self);
}

static void
kli_contract_dispose (GObject *object)
{
  g_cancellable_cancel (KLI_CONTRACT (object)->cancellable);
  G_OBJECT_CLASS (kli_contract_parent_class)->dispose (object);
}

static void
kli_contract_finalize (GObject *object)
{
  KliContract *self = KLI_CONTRACT (object);

  g_clear_pointer (&self->facts, kli_contract_facts_free);
  g_free (self->country);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (kli_contract_parent_class)->finalize (object);
}

static void
kli_contract_class_init (KliContractClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = kli_contract_constructed;
  object_class->get_property = kli_contract_get_property;
  object_class->dispose = kli_contract_dispose;
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
  self->country = g_strdup ("");
  self->cancellable = g_cancellable_new ();
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
  g_return_val_if_fail (KLI_IS_CONTRACT (self), "");

  return self->country;
}
