/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of record there are, and the index of each of their columns. The order of an enum is
 * the order of the columns in the table, in its .sql files and in the kind's declaration. */
#pragma once

#include "core/kli-kind.h"

G_BEGIN_DECLS

/* A person, an organisation (domain M02), or the people of a household together. */
typedef enum
{
  KLI_CONTACT_KIND, /* person, organisation, household */
  KLI_CONTACT_NAME, /* as written and shown, titles included */
  KLI_CONTACT_GIVEN,
  KLI_CONTACT_ADDITIONAL,
  KLI_CONTACT_FAMILY,
  KLI_CONTACT_PREFIX,
  KLI_CONTACT_SUFFIX,
  KLI_CONTACT_NICKNAME,
  KLI_CONTACT_BIRTHDAY,
  KLI_CONTACT_ANNIVERSARY,
  KLI_CONTACT_NOTE,
  KLI_CONTACT_PHOTO,      /* SHA-256 of the picture in the content store, in hex */
  KLI_CONTACT_PHOTO_TYPE, /* media type of the picture */
  KLI_CONTACT_COMPANY,    /* the company as mere text, when the import kept it so */
  KLI_CONTACT_JOB,        /* the role beside it */
  KLI_CONTACT_ARCHIVED_AT,
  KLI_CONTACT_MANAGER,      /* the account manager, a staff member (domain M60) */
  KLI_CONTACT_CALL_NAME,    /* what is said after Pak, Bu, Pan, Pani (domain 3.1) */
  KLI_CONTACT_ADDRESS_FORM, /* bapak, ibu … pani, none; "" when nobody knows (domain 3.1) */
  KLI_CONTACT_VOCATIVE,     /* of the Polish greeting, where the proposed one is wrong */
  KLI_CONTACT_LEGAL_FORM,   /* of an organisation (domain 3.2); the name has it, too */
  KLI_CONTACT_DEPUTY,       /* the staff member who stands in for the account manager */
} KliContactColumn;

/* What somebody on the staff can be for a contact, the one who is asked first first. Each of the columns is named as
 * its fact, its condition and its field are. */
#define KLI_N_STAFF_ROLES 2
extern const KliContactColumn kli_staff_roles[KLI_N_STAFF_ROLES];

/* A person at an organisation, in a role. */
typedef enum
{
  KLI_AFFILIATION_PERSON,
  KLI_AFFILIATION_ORGANISATION,
  KLI_AFFILIATION_ROLE,
  KLI_AFFILIATION_DEPARTMENT,
  KLI_AFFILIATION_FROM_ON,
  KLI_AFFILIATION_TO_ON,
  KLI_AFFILIATION_MAIN,       /* the person is the main contact of the organisation */
  KLI_AFFILIATION_MAIN_PLACE, /* the organisation is the main one of the person */
} KliAffiliationColumn;

/* Two contacts that are related: @contact is the @kind of @other (core/kli-relation.h). */
typedef enum
{
  KLI_RELATION_CONTACT,
  KLI_RELATION_OTHER,
  KLI_RELATION_KIND,
  KLI_RELATION_WORD,      /* of another kind: what @contact is to @other, in own words */
  KLI_RELATION_BACK_WORD, /* and the other way round */
  KLI_RELATION_FROM_ON,
  KLI_RELATION_TO_ON,
} KliRelationColumn;

/* A phone number, mail address, web page or chat name of a contact. */
typedef enum
{
  KLI_CONTACT_POINT_CONTACT,
  KLI_CONTACT_POINT_KIND,   /* phone, mail, url, chat */
  KLI_CONTACT_POINT_VALUE,  /* as typed */
  KLI_CONTACT_POINT_NORMAL, /* E.164, lower-cased mail …; what is compared and searched */
  KLI_CONTACT_POINT_LABEL,  /* work, home, cell … or the person's own word */
  KLI_CONTACT_POINT_PREFERRED,
  KLI_CONTACT_POINT_POSITION,
} KliContactPointColumn;

typedef enum
{
  KLI_ADDRESS_CONTACT,
  KLI_ADDRESS_STREET, /* may have several lines */
  KLI_ADDRESS_CITY,   /* with its kind in Indonesia: Kota Bandung, Kab. Bandung; the post town in Poland */
  KLI_ADDRESS_POSTCODE,
  KLI_ADDRESS_REGION,
  KLI_ADDRESS_COUNTRY,
  KLI_ADDRESS_LABEL,
  KLI_ADDRESS_PREFERRED,
  KLI_ADDRESS_POSITION,
  KLI_ADDRESS_HOUSE,    /* its number, with that of the flat: 7/3 */
  KLI_ADDRESS_RT,       /* the neighbourhood unit within the RW, in three digits */
  KLI_ADDRESS_RW,       /* the community unit */
  KLI_ADDRESS_VILLAGE,  /* kelurahan or desa; in Poland the village where the post town is another */
  KLI_ADDRESS_DISTRICT, /* kecamatan */
} KliAddressColumn;

/* An official number of a contact (domain 4). */
typedef enum
{
  KLI_IDENTIFIER_CONTACT,
  KLI_IDENTIFIER_KIND,   /* one of kli_identifier_kinds */
  KLI_IDENTIFIER_VALUE,  /* without separators */
  KLI_IDENTIFIER_NORMAL, /* what is compared and searched: kli_identifier_normal () */
  KLI_IDENTIFIER_LABEL,  /* the bank, what another number is; of a natural person's: what it is needed for */
  KLI_IDENTIFIER_POSITION,
} KliIdentifierColumn;

typedef enum
{
  KLI_TAG_NAME,
  KLI_TAG_COLOUR, /* one of the words of its declaration, "" for none */
} KliTagColumn;

typedef enum
{
  KLI_CONTACT_TAG_CONTACT,
  KLI_CONTACT_TAG_TAG,
} KliContactTagColumn;

/* What a foreign card said and we have no field for, word for word, to be written back. */
typedef enum
{
  KLI_CONTACT_EXTRA_CONTACT,
  KLI_CONTACT_EXTRA_GROUPING, /* item1 of item1.X-ABLABEL */
  KLI_CONTACT_EXTRA_NAME,
  KLI_CONTACT_EXTRA_PARAMS,
  KLI_CONTACT_EXTRA_VALUE,
  KLI_CONTACT_EXTRA_POSITION,
} KliContactExtraColumn;

/* Where a contact was read from, so that reading the same file twice finds it again. */
typedef enum
{
  KLI_CONTACT_SOURCE_CONTACT,
  KLI_CONTACT_SOURCE_SOURCE, /* vcard, or csv: and a digest of the header */
  KLI_CONTACT_SOURCE_KEY,    /* UID, own-id column, or a digest of the content */
  KLI_CONTACT_SOURCE_DIGEST, /* of the record as it was last read */
} KliContactSourceColumn;

/* A card that was merged into another one and may be taken out again. */
typedef enum
{
  KLI_CONTACT_MERGE_CONTACT, /* the one that stayed */
  KLI_CONTACT_MERGE_MERGED,  /* the one that went: marked as deleted, and hidden from the trash */
} KliContactMergeColumn;

/* A person who lives in a household: a contact, too, whose name stands on the letter to all of them and whose address
 * is theirs. */
typedef enum
{
  KLI_HOUSEHOLD_MEMBER_CONTACT,
  KLI_HOUSEHOLD_MEMBER_HOUSEHOLD,
} KliHouseholdMemberColumn;

/* Two contacts that are alike and yet two, so that nobody asks again. */
typedef enum
{
  KLI_CONTACT_DISTINCTION_CONTACT,
  KLI_CONTACT_DISTINCTION_OTHER,
} KliContactDistinctionColumn;

/* What was agreed with whom. Its state is reckoned from its acts, never stored. */
typedef enum
{
  KLI_CONTRACT_KIND, /* domain 5.1 */
  KLI_CONTRACT_NUMBER,
  KLI_CONTRACT_TITLE,
  KLI_CONTRACT_START_ON,
  KLI_CONTRACT_END_ON,         /* "" for an indefinite term */
  KLI_CONTRACT_RENEWAL,        /* none, by_agreement, automatic_fixed, automatic_indefinite */
  KLI_CONTRACT_RENEWAL_MONTHS, /* of one further period */
  KLI_CONTRACT_NOTICE_COUNT,
  KLI_CONTRACT_NOTICE_UNIT, /* none, days, months */
  KLI_CONTRACT_NOTICE_RULE, /* plain, month_end */
  KLI_CONTRACT_VALUE_MINOR,
  KLI_CONTRACT_CURRENCY, /* ISO 4217, "" when no value is recorded */
  KLI_CONTRACT_PER,      /* total, month, quarter, year, session */
  KLI_CONTRACT_NOTE,
} KliContractColumn;

/* One side of a contract. */
typedef enum
{
  KLI_CONTRACT_PARTY_CONTRACT,
  KLI_CONTRACT_PARTY_CONTACT, /* 0: this business itself */
  KLI_CONTRACT_PARTY_ROLE,
  KLI_CONTRACT_PARTY_POSITION,
} KliContractPartyColumn;

/* A dated act of a person on a contract (domain 5.5). */
typedef enum
{
  KLI_CONTRACT_ACT_CONTRACT,
  KLI_CONTRACT_ACT_KIND,
  KLI_CONTRACT_ACT_ON_DAY,
  KLI_CONTRACT_ACT_ENDS_ON,   /* the day a notice takes effect */
  KLI_CONTRACT_ACT_PARTY,     /* who signed, a contract_party; 0: everybody */
  KLI_CONTRACT_ACT_SUCCESSOR, /* the contract that follows */
  KLI_CONTRACT_ACT_NOTE,
} KliContractActColumn;

/* A file kept with a record; its bytes are in the content store under their hash. */
typedef enum
{
  KLI_DOCUMENT_OWNER,
  KLI_DOCUMENT_NAME,
  KLI_DOCUMENT_MEDIA_TYPE,
  KLI_DOCUMENT_HASH,
  KLI_DOCUMENT_SIZE,
  KLI_DOCUMENT_ADDED_ON,
} KliDocumentColumn;

/* A setting of the business, such as its name: kept in the store, undone like any edit. */
typedef enum
{
  KLI_SETTING_KEY,
  KLI_SETTING_VALUE,
} KliSettingColumn;

/* What happened between the business and a contact (domain 1, M31 and M73). */
typedef enum
{
  KLI_ACTIVITY_CONTACT,
  KLI_ACTIVITY_CHANNEL,   /* one of kli_activity_channels */
  KLI_ACTIVITY_DIRECTION, /* "out": the business began it; "in"; "" where neither did */
  KLI_ACTIVITY_ON_DAY,
  KLI_ACTIVITY_AT_TIME, /* "09:40" by the clock of whoever wrote it down; "" when nobody remembers */
  KLI_ACTIVITY_SUBJECT,
  KLI_ACTIVITY_NOTE,
  KLI_ACTIVITY_STAFF, /* who of the business, 0 for nobody in particular */
} KliActivityColumn;

/* The key of the setting that is "1" when numbers of natural persons may be kept (domain 4). */
#define KLI_SETTING_PERSONAL_NUMBERS "personal_numbers"

/* Somebody who works in the business. */
typedef enum
{
  KLI_STAFF_MEMBER_NAME,
  KLI_STAFF_MEMBER_MAIL,
  KLI_STAFF_MEMBER_ACTIVE, /* whether contacts may be given to them */
} KliStaffMemberColumn;

/* A saved query (domain M52). */
typedef enum
{
  KLI_SEGMENT_NAME,
  KLI_SEGMENT_QUERY,    /* as kli_query_print () writes it */
  KLI_SEGMENT_POSITION, /* in the sidebar */
} KliSegmentColumn;

/* A field that a business defined for its contacts. */
typedef enum
{
  KLI_OWN_FIELD_NAME,
  KLI_OWN_FIELD_TYPE,     /* one of kli_own_types */
  KLI_OWN_FIELD_APPLIES,  /* everyone, person, organisation */
  KLI_OWN_FIELD_UNIT,     /* of numbers, as people write it; of money: ISO 4217, "" for that of the business */
  KLI_OWN_FIELD_POSITION, /* among the others */
  KLI_OWN_FIELD_RETIRED,  /* nobody gets a value of it any more; those there are stay */
} KliOwnFieldColumn;

/* What can be chosen in such a field. */
typedef enum
{
  KLI_OWN_CHOICE_FIELD,
  KLI_OWN_CHOICE_NAME,
  KLI_OWN_CHOICE_POSITION,
  KLI_OWN_CHOICE_RETIRED, /* nobody chooses it any more; where it was chosen it stays */
} KliOwnChoiceColumn;

/* What such a field says of a contact; kli-own-value.h tells which columns a type uses. */
typedef enum
{
  KLI_OWN_VALUE_CONTACT,
  KLI_OWN_VALUE_FIELD,
  KLI_OWN_VALUE_TYPE,     /* that of the field when it was recorded: a value reads as what it was meant to be */
  KLI_OWN_VALUE_TEXT,     /* text, link; YYYY-MM-DD of a date */
  KLI_OWN_VALUE_NORMAL,   /* what is compared and sorted: folded, or the day */
  KLI_OWN_VALUE_NUMBER,   /* millionths of a number, hundredths of money, 0 or 1 of yes or no */
  KLI_OWN_VALUE_CURRENCY, /* ISO 4217 */
  KLI_OWN_VALUE_CHOICE,
  KLI_OWN_VALUE_PERSON, /* another contact */
} KliOwnValueColumn;

extern const KliKind kli_contact_kind;
extern const KliKind kli_affiliation_kind;
extern const KliKind kli_relation_kind;
extern const KliKind kli_contact_point_kind;
extern const KliKind kli_address_kind;
extern const KliKind kli_identifier_kind;
extern const KliKind kli_activity_kind;
extern const KliKind kli_tag_kind;
extern const KliKind kli_contact_tag_kind;
extern const KliKind kli_contact_extra_kind;
extern const KliKind kli_contact_source_kind;
extern const KliKind kli_contact_merge_kind;
extern const KliKind kli_household_member_kind;
extern const KliKind kli_contact_distinction_kind;
extern const KliKind kli_contract_kind;
extern const KliKind kli_contract_party_kind;
extern const KliKind kli_contract_act_kind;
extern const KliKind kli_document_kind;
extern const KliKind kli_setting_kind;
extern const KliKind kli_staff_member_kind;
extern const KliKind kli_segment_kind;
extern const KliKind kli_own_field_kind;
extern const KliKind kli_own_choice_kind;
extern const KliKind kli_own_value_kind;

G_END_DECLS
