/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/model/relation.h"

enum {
    STATE = ENT_KIND_BIT(ENT_STATE),
    BLOC = ENT_KIND_BIT(ENT_BLOC),
    ORG = ENT_KIND_BIT(ENT_ORGANIZATION),
    PERSON = ENT_KIND_BIT(ENT_PERSON),
    FORUM = ENT_KIND_BIT(ENT_FORUM),
    EVENT = ENT_KIND_BIT(ENT_EVENT),
    TEXT = ENT_KIND_BIT(ENT_INSTRUMENT),
    PROPOSAL = ENT_KIND_BIT(ENT_PROPOSAL),
    TOPIC = ENT_KIND_BIT(ENT_TOPIC),
    ACTOR = STATE | BLOC | ORG | PERSON,
    ANY = ENT_KINDS_ALL
};

/* A legal pair of ends; a type may have several. */
typedef struct ends {
    ent_relation_type type;
    ent_kinds from, to;
} ends;

typedef struct type_facts {
    const char *name, *label;
    bool symmetric, same_kind; /* same_kind: further pairs in `legal`, and any two of one kind */
} type_facts;

static const type_facts types[ENT_N_RELATION_TYPES] = {
    [ENT_ESTABLISHED_BY] = {"established_by", "established by", false, false},
    [ENT_PART_OF] = {"part_of", "part of", false, true},
    [ENT_MEMBER_OF] = {"member_of", "member of", false, false},
    [ENT_REPRESENTS] = {"represents", "represents", false, false},
    [ENT_REPORTS_TO] = {"reports_to", "reports to", false, false},
    [ENT_ADOPTED] = {"adopted", "adopted", false, false},
    [ENT_PROPOSED] = {"proposed", "proposed", false, false},
    [ENT_SUBMITTED_TO] = {"submitted_to", "submitted to", false, false},
    [ENT_COMMITTED_TO] = {"committed_to", "committed to", false, false},
    [ENT_ORGANIZES] = {"organizes", "organizes", false, false},
    [ENT_PARTICIPATES_IN] = {"participates_in", "participates in", false, false},
    [ENT_CHAIRS] = {"chairs", "chairs", false, false},
    [ENT_AFFILIATED_WITH] = {"affiliated_with", "affiliated with", false, false},
    [ENT_FUNDS] = {"funds", "funds", false, false},
    [ENT_PRODUCES] = {"produces", "produces", false, false},
    [ENT_SUMMARIZES] = {"summarizes", "summarizes", false, false},
    [ENT_MAINTAINS] = {"maintains", "maintains", false, false},
    [ENT_SUCCEEDS] = {"succeeds", "succeeds", false, false},
    [ENT_COOPERATES_WITH] = {"cooperates_with", "cooperates with", true, false},
    [ENT_DISCUSSES] = {"discusses", "discusses", false, false},
    [ENT_SUPPORTS] = {"supports", "supports", false, false},
    [ENT_OPPOSES] = {"opposes", "opposes", false, false},
    [ENT_CALLS_FOR] = {"calls_for", "calls for", false, false},
    [ENT_CONTRIBUTES_TO] = {"contributes_to", "contributes to", false, false},
    [ENT_HINDERS] = {"hinders", "hinders", false, false},
    [ENT_COMPLEMENTS] = {"complements", "complements", true, false},
    [ENT_CONTAINS] = {"contains", "contains", false, false},
    [ENT_ADDRESSES] = {"addresses", "addresses", false, false},
    [ENT_MENTIONED_WITH] = {"mentioned_with", "mentioned with", true, false},
};

static const ends legal[] = {
    {ENT_ESTABLISHED_BY, FORUM | ORG | EVENT, TEXT | FORUM | ACTOR},
    {ENT_ESTABLISHED_BY, BLOC, TEXT | FORUM | ACTOR}, /* a regional organization */
    {ENT_PART_OF, EVENT, FORUM | EVENT},
    {ENT_PART_OF, ORG, FORUM | STATE | BLOC},
    {ENT_PART_OF, FORUM, ORG | BLOC},
    {ENT_MEMBER_OF, STATE | ORG | BLOC, BLOC | FORUM | ORG},
    {ENT_REPRESENTS, ORG | PERSON, STATE | BLOC | ORG},
    {ENT_REPORTS_TO, FORUM, FORUM},
    {ENT_ADOPTED, FORUM, TEXT},
    {ENT_PROPOSED, ACTOR, TEXT | PROPOSAL},
    {ENT_SUBMITTED_TO, TEXT | PROPOSAL, FORUM | EVENT},
    {ENT_COMMITTED_TO, STATE | BLOC, TEXT | PROPOSAL},
    {ENT_ORGANIZES, ACTOR, EVENT | FORUM},
    {ENT_PARTICIPATES_IN, ACTOR, FORUM | EVENT},
    {ENT_PARTICIPATES_IN, STATE | ORG | BLOC, ORG | BLOC}, /* its observers */
    {ENT_CHAIRS, PERSON | STATE, FORUM | EVENT},
    {ENT_AFFILIATED_WITH, PERSON, ORG | STATE | BLOC | FORUM},
    {ENT_FUNDS, ACTOR, EVENT | ORG | PROPOSAL | TEXT},
    {ENT_PRODUCES, ACTOR | FORUM | EVENT, TEXT},
    {ENT_SUMMARIZES, TEXT, EVENT | FORUM},
    {ENT_MAINTAINS, ORG, TEXT},
    {ENT_SUCCEEDS, FORUM | ORG | BLOC, FORUM | ORG | BLOC},
    {ENT_SUCCEEDS, TEXT, TEXT},
    {ENT_SUCCEEDS, EVENT, EVENT},
    {ENT_COOPERATES_WITH, ACTOR, ACTOR},
    {ENT_DISCUSSES, FORUM | EVENT, TOPIC | TEXT | PROPOSAL | FORUM | ORG | EVENT},
    {ENT_SUPPORTS, ACTOR | FORUM | EVENT, TEXT | PROPOSAL | TOPIC | FORUM | EVENT},
    {ENT_OPPOSES, ACTOR | FORUM | EVENT, TEXT | PROPOSAL | TOPIC | FORUM | EVENT},
    {ENT_CALLS_FOR, TEXT | ACTOR | FORUM | EVENT, PROPOSAL | TEXT | TOPIC},
    {ENT_CONTRIBUTES_TO, ANY, TEXT | PROPOSAL | TOPIC | FORUM | ORG},
    {ENT_HINDERS, ANY, TEXT | PROPOSAL | TOPIC | FORUM},
    {ENT_COMPLEMENTS, ANY, ANY},
    {ENT_CONTAINS, TEXT, TOPIC | PROPOSAL},
    {ENT_ADDRESSES, TEXT | PROPOSAL | ORG | FORUM, TOPIC},
    {ENT_MENTIONED_WITH, ANY, ANY},
};

const char *ent_relation_name(ent_relation_type type)
{
    return types[type].name;
}

const char *ent_relation_label(ent_relation_type type)
{
    return types[type].label;
}

bool ent_relation_find(ent_str name, ent_relation_type *out)
{
    for (int type = 0; type < ENT_N_RELATION_TYPES; type++)
        if (ent_str_is_nocase(name, types[type].name)) {
            *out = (ent_relation_type)type;
            return true;
        }
    return false;
}

bool ent_relation_is_symmetric(ent_relation_type type)
{
    return types[type].symmetric;
}

bool ent_relation_is_structural(ent_relation_type type)
{
    return type <= ENT_COOPERATES_WITH;
}

bool ent_relation_allows(ent_relation_type type, ent_kind from, ent_kind to)
{
    if (types[type].same_kind && from == to)
        return true;
    for (size_t i = 0; i < sizeof legal / sizeof legal[0]; i++)
        if (legal[i].type == type && ent_kinds_has(legal[i].from, from) && ent_kinds_has(legal[i].to, to))
            return true;
    return false;
}

ent_status ent_relation_types_parse(ent_str text, ent_relation_types *out, ent_error *err)
{
    ent_relation_types structural = ENT_RELATION_BIT(ENT_DISCUSSES) - 1;
    ent_str rest = text, word;
    *out = 0;
    while (ent_str_split(&rest, ENT_STR(","), &word)) {
        ent_relation_type type;
        word = ent_str_trim(word);
        if (ent_str_eq_nocase(word, ENT_STR("structural")))
            *out |= structural;
        else if (ent_str_eq_nocase(word, ENT_STR("positions")))
            *out |= ENT_RELATIONS_STATED & ~structural;
        else if (ent_relation_find(word, &type))
            *out |= ENT_RELATION_BIT(type);
        else
            return ent_fail(err, ENT_USAGE, "type", "there is no relation type '" ENT_STR_FMT "'", ENT_STR_ARG(word));
    }
    return ENT_OK;
}
