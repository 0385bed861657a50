/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/names.h"

#include "core/model/key.h"
#include "importers/extract/gazetteer/lexicon_data.h"
#include "importers/extract/layout/name_pairs.h"
#include "importers/extract/names/wholes.h"

#define N(array) (sizeof(array) / sizeof *(array))

static void state(ent_layout_work *work, ent_relation_type type, uint32_t source, uint32_t target,
                  const ent_mention *at, const char *rule, float confidence)
{
    ent_layout_state(
        work, (ent_statement){type, source, target, at->first, rule, confidence * at->confidence, ENT_STR_EMPTY, true});
}

static bool is_report(const ent_layout_work *work, const ent_mention *m)
{
    ent_str attributes = work->mentions->entities.items[m->entity].attributes;
    return ent_str_eq(ent_attribute_get(attributes, ENT_STR("form")), ENT_STR("report"));
}

/* "Executive Office of the Secretary-General" */
static bool is_office_holder(const ent_layout_work *work, const ent_mention *m)
{
    for (uint32_t t = m->first; t < m->last; t++)
        if (ent_token_in_list(work, t, ENT_LIST(POST)))
            return true;
    return false;
}

/* "Widgetish Space Agency", which is known to be a government's. */
static bool is_governments(const ent_layout_work *work, const ent_name_pair *p)
{
    ent_str attributes = work->mentions->entities.items[p->outer->entity].attributes;
    return p->inner->kind == ENT_STATE && ent_pair_begins_with(work, p) &&
           ent_str_is(ent_attribute_get(attributes, ENT_STR("sector")), "government");
}

/* A ministry is part of its State; a mission or delegation speaks for it, not for the one it is in or was sent to. */
static void state_government(ent_layout_work *work, const ent_name_pair *p)
{
    static const char *const missions[] = {"mission", "embassy", "delegation", "consulate", "permanent"};
    static const char *const at[] = {"in", "to"};
    uint32_t own = p->inner->last + !ent_token_is(work, p->inner->last, "mission"); /* "WU [Training] Mission in Oz" */
    if (p->inner->kind == ENT_BLOC && ent_pair_begins_with(work, p) && ent_token_is(work, own, "mission") &&
        ent_token_is(work, own + 1, "in")) {
        state(work, ENT_PART_OF, p->outer->entity, p->inner->entity, p->outer, "layout.name.part", 0.9f);
        return;
    }
    bool place = p->inner->first > p->outer->first && ent_token_is_any(work, p->inner->first - 1, at, N(at));
    if (ent_pair_has_word(work, p, missions, N(missions)) && place)
        return;
    if (ent_pair_has_word(work, p, missions, N(missions)))
        state(work, ENT_REPRESENTS, p->outer->entity, p->inner->entity, p->outer, "layout.name.represents", 0.95f);
    else if (ent_pair_in_list(work, p, ENT_LIST(GOVERNMENT_HEAD)) || is_governments(work, p))
        state(work, ENT_PART_OF, p->outer->entity, p->inner->entity, p->outer, "layout.name.part", 0.9f);
}

/* "African Union Executive Council": the name begins with that of a union that has bodies, rather than of a class. */
static bool is_of_union(const ent_layout_work *work, const ent_name_pair *p)
{
    static const char *const missions[] = {"mission",   "delegation", "delegations", "office",
                                           "permanent", "member",     "envoy",       "representative"};
    enum { LONGEST = 6 }; /* tokens of a name that nobody knows: a longer one may be a headline */
    const ent_named *whole = &work->mentions->entities.items[p->inner->entity];
    if (p->outer->source == ENT_BY_FORM &&
        (p->outer->last - p->outer->first > LONGEST || p->inner->last >= p->outer->last ||
         work->segments->tokens.items[p->inner->last].flags & ENT_TOKEN_ALL_CAPS))
        return false; /* "Union WA Committee": of the union's WA */
    bool known = p->outer->source == ENT_BY_LEXICON && p->outer->kind == ENT_FORUM && ent_pair_ends_in(work, p);
    return p->inner->kind == ENT_BLOC && p->inner->source != ENT_BY_CLASS && (ent_pair_begins_with(work, p) || known) &&
           !ent_attribute_get(whole->attributes, ENT_STR("class")).len &&
           (known
                ? ent_str_find(whole->name, ENT_STR(" of "), 0) != ENT_STR_NONE ||
                      ent_str_ends(whole->name, ENT_STR("Union"))
                : !ent_str_ends(whole->name, ENT_STR("States")) && !ent_pair_has_word(work, p, missions, N(missions)));
}

static void state_organization(ent_layout_work *work, const ent_name_pair *p)
{
    if (is_of_union(work, p))
        state(work, ENT_PART_OF, p->outer->entity, p->inner->entity, p->outer, "layout.name.part", 0.85f);
    else if (p->inner->kind == ENT_STATE || p->inner->kind == ENT_BLOC)
        state_government(work, p);
    else if ((p->inner->kind == ENT_ORGANIZATION || p->inner->kind == ENT_FORUM) && !is_office_holder(work, p->inner) &&
             (ent_pair_ends_in(work, p) || ent_pair_begins_with(work, p)))
        state(work, ENT_PART_OF, p->outer->entity, p->inner->entity, p->outer, "layout.name.part", 0.85f);
}

/* "2031 Widget Review Conference", "Fifth Widget Conference": a year or an ordinal before the name of the series. */
static bool is_edition(const ent_layout_work *work, const ent_name_pair *p)
{
    bool edition = p->outer->kind == ENT_EVENT && p->inner->kind == ENT_FORUM && p->inner->last == p->outer->last &&
                   p->inner->first > p->outer->first;
    for (uint32_t t = p->outer->first; t < p->inner->first && edition; t++)
        edition =
            ent_is_digit(ent_token_text(work->segments, t).data[0]) || ent_token_in_list(work, t, ENT_LIST(ORDINAL));
    return edition;
}

/* "Oz-Kansas Summit", "Commission between Oz and Kansas": whose it is. */
static void state_side(ent_layout_work *work, const ent_name_pair *p)
{
    static const char *const texts[] = {"statement", "declaration", "communiqué", "communique"};
    static const char *const treaties[] = {"agreement",  "agreements", "treaty",  "memorandum", "protocol",
                                           "convention", "accord",     "accords", "pact",       "arrangement"};
    static const ent_relation_type types[ENT_N_KINDS] = {
        [ENT_EVENT] = ENT_PARTICIPATES_IN, [ENT_FORUM] = ENT_MEMBER_OF, [ENT_INSTRUMENT] = ENT_COMMITTED_TO};
    bool text = p->outer->kind == ENT_INSTRUMENT, said = text && ent_pair_has_word(work, p, texts, N(texts));
    if (!text || said || ent_pair_has_word(work, p, treaties, N(treaties)))
        state(work, said ? ENT_PRODUCES : types[p->outer->kind], p->inner->entity, p->outer->entity, p->outer,
              "layout.name.side", 0.85f);
}

static void state_meeting(ent_layout_work *work, const ent_name_pair *p)
{
    static const char *const founded[] = {"established", "created"}; /* "Committee established pursuant to …" */
    static const char *const conference[] = {"conference"}; /* "Conference of the Committee on …" is no part of it */
    bool own = p->outer->kind == ENT_FORUM && p->inner->kind == ENT_FORUM &&
               ent_pair_has_word(work, p, conference, N(conference));
    bool body = p->inner->kind == ENT_FORUM || p->inner->kind == ENT_EVENT ||
                (p->inner->kind == ENT_ORGANIZATION && p->outer->kind == ENT_FORUM);
    bool within = ent_pair_ends_in(work, p) || is_edition(work, p) ||
                  (ent_pair_begins_with(work, p) && p->inner->kind != ENT_EVENT);
    if ((body && within && !own) || (p->outer->kind == ENT_FORUM && is_of_union(work, p)))
        state(work, ENT_PART_OF, p->outer->entity, p->inner->entity, p->outer, "layout.name.part", 0.85f);
    if (p->inner->kind == ENT_INSTRUMENT && p->outer->kind == ENT_FORUM &&
        ent_pair_has_word(work, p, founded, N(founded)))
        state(work, ENT_ESTABLISHED_BY, p->outer->entity, p->inner->entity, p->outer, "layout.name.established", 0.9f);
    if (p->inner->kind == ENT_TOPIC)
        state(work, ENT_DISCUSSES, p->outer->entity, p->inner->entity, p->outer, "layout.name.topic", 0.8f);
}

/* "resolution sponsored by the Inner", "paper by the Inner", "Inner-drafted resolution". */
static bool is_sponsor(const ent_layout_work *work, const ent_name_pair *p)
{
    const ent_mention *inner = p->inner;
    bool sponsor = inner->first == p->outer->first && inner->last < p->outer->last &&
                   work->segments->tokens.items[inner->last].flags & ENT_TOKEN_HYPHEN &&
                   ent_token_cues(work, inner->last, ENT_CUE(AUTHORING));
    for (uint32_t t = p->outer->first; t < inner->first && !sponsor; t++)
        sponsor = ent_token_is(work, t, "by");
    return sponsor;
}

/* "US draft resolution": whose it is. */
static bool is_whose(const ent_layout_work *work, const ent_name_pair *p)
{
    static const char *const texts[] = {"resolution", "draft", "text", "proposal", "paper", "treaty"};
    const ent_mention *outer = p->outer, *inner = p->inner;
    return outer->flags & ENT_MENTION_DESCRIBED && inner->kind == ENT_STATE && inner->first == outer->first &&
           ent_pair_begins_with(work, p) && ent_token_is_any(work, outer->last - 1, texts, N(texts));
}

/* "agreement between the Inner and another". */
static bool is_party(const ent_layout_work *work, const ent_name_pair *p)
{
    bool party = p->outer->flags & ENT_MENTION_DESCRIBED && (p->inner->kind == ENT_STATE || p->inner->kind == ENT_BLOC);
    for (uint32_t t = p->outer->first; t < p->inner->first && party; t++)
        if (ent_token_is(work, t, "between"))
            return true;
    return false;
}

static void state_instrument(ent_layout_work *work, const ent_name_pair *p)
{
    static const char *const reports[] = {"report", "summary", "proceedings"}, *const resolutions[] = {"resolution",
                                                                                                       "resolutions",
                                                                                                       "decision"};
    static const char *const drafts[] = {"draft"};
    static const char *const assessed[] = {"assessment"};
    static const char *const outcomes[] = {"document", "declaration", "communiqué", "communique", "outcome"};
    const ent_mention *outer = p->outer, *inner = p->inner;
    bool actor = inner->kind == ENT_STATE || inner->kind == ENT_BLOC || inner->kind == ENT_ORGANIZATION;
    bool meeting = inner->kind == ENT_FORUM || inner->kind == ENT_EVENT;
    bool about =
        ent_pair_has_word(work, p, reports, N(reports)) || ent_pair_has_word(work, p, resolutions, N(resolutions));
    bool sponsored =
        outer->flags & ENT_MENTION_DESCRIBED && (ent_pair_has_cue(work, p, ENT_CUE(AUTHORING)) || is_sponsor(work, p));
    if (sponsored && actor && is_sponsor(work, p))
        state(work, ENT_PROPOSED, inner->entity, outer->entity, outer, "layout.name.sponsored", 0.9f);
    else if (is_whose(work, p))
        state(work, ENT_PROPOSED, inner->entity, outer->entity, outer, "layout.name.whose", 0.88f);
    else if (is_party(work, p))
        state(work, ENT_COMMITTED_TO, inner->entity, outer->entity, outer, "layout.name.party", 0.8f);
    else if (inner->kind == ENT_INSTRUMENT && ent_pair_ends_in(work, p) && !about)
        state(work, ENT_PART_OF, outer->entity, inner->entity, outer, "layout.name.part", 0.85f);
    else if ((inner->kind == ENT_FORUM && ent_pair_is_set_up(work, p)) || ent_pair_is_founding(work, p))
        state(work, ENT_ESTABLISHED_BY, inner->entity, outer->entity, outer, "layout.name.established", 0.85f);
    else if (inner->kind == ENT_FORUM && inner->source == ENT_BY_SYMBOL)
        state(work, ENT_ADOPTED, inner->entity, outer->entity, outer, "layout.name.symbol", 0.9f);
    else if (inner->kind == ENT_FORUM && !sponsored && ent_pair_begins_with(work, p) &&
             !ent_pair_has_word(work, p, drafts, 1) && ent_pair_has_word(work, p, resolutions, N(resolutions)))
        state(work, ENT_ADOPTED, inner->entity, outer->entity, outer, "layout.name.adopted", 0.9f);
    else if (meeting && (ent_pair_ends_in(work, p) || ent_pair_ends_on_its(work, p)) &&
             ent_pair_has_word(work, p, reports, N(reports))) {
        state(work, ENT_PRODUCES, inner->entity, outer->entity, outer, "layout.name.report", 0.85f);
        bool committee = inner->kind == ENT_FORUM && ent_token_in_list(work, inner->first, ENT_LIST(ORDINAL));
        /* an assessment is of its subject, the Second Committee's report on one item of its agenda */
        if (!committee && !ent_pair_has_word(work, p, assessed, N(assessed)))
            state(work, ENT_SUMMARIZES, outer->entity, inner->entity, outer, "layout.name.report", 0.85f);
    } else if (meeting && ent_pair_ends_in(work, p) && ent_pair_has_word(work, p, outcomes, N(outcomes))) {
        state(work, ENT_PRODUCES, inner->entity, outer->entity, outer, "layout.name.outcome", 0.8f);
    } else if (inner->kind == ENT_FORUM && ent_pair_follows_of(work, p) && is_report(work, outer)) {
        state(work, ENT_PRODUCES, inner->entity, outer->entity, outer, "layout.name.report", 0.85f);
    } else if (inner->kind == ENT_TOPIC) {
        bool what = (inner->last < outer->last && ent_token_in_list(work, inner->last, ENT_LIST(LINK))) ||
                    ent_token_in_list(work, inner->last - 1, ENT_LIST(DESCRIBED_MODIFIER));
        if (!what) /* "legally binding instrument on …": what it is, not what it is about */
            state(work, ENT_ADDRESSES, outer->entity, inner->entity, outer, "layout.name.topic", 0.75f);
    } else if (inner->kind == ENT_PROPOSAL)
        state(work, ENT_CONTAINS, outer->entity, inner->entity, outer, "layout.name.contains", 0.8f);
}

static void state_pair(ent_layout_work *work, const ent_name_pair *p)
{
    if (p->inner->flags & ENT_MENTION_SIDE) {
        state_side(work, p);
        return;
    }
    switch (p->outer->kind) {
    case ENT_ORGANIZATION:
        state_organization(work, p);
        break;
    case ENT_FORUM:
    case ENT_EVENT:
        state_meeting(work, p);
        break;
    case ENT_INSTRUMENT:
        state_instrument(work, p);
        break;
    case ENT_PROPOSAL:
        if (p->inner->kind == ENT_TOPIC)
            state(work, ENT_ADDRESSES, p->outer->entity, p->inner->entity, p->outer, "layout.name.topic", 0.75f);
        break;
    default:
        break;
    }
}

/* "its fifth session", "Article II": parts whose whole the words do not hold. */
static void state_part(ent_layout_work *work, const ent_mention *m)
{
    bool part = m->kind == ENT_EVENT || m->kind == ENT_INSTRUMENT || m->kind == ENT_FORUM;
    uint32_t whole = part ? ent_whole_of_part(work->arena, work->mentions, m->entity) : ENT_UNRESOLVED;
    if (m->kind == ENT_FORUM && whole != ENT_UNRESOLVED && work->mentions->entities.items[whole].kind == ENT_EVENT)
        whole = ent_whole_of_part(work->arena, work->mentions, whole); /* a group of a session is of its forum */
    if (whole != ENT_UNRESOLVED && whole != m->entity)
        state(work, ENT_PART_OF, m->entity, whole, m, "layout.part", 0.9f);
}

/* "the Office and its Regional Centre": the second is part of the first. */
static void state_its(ent_layout_work *work, uint32_t i)
{
    static const char *const links[] = {"and", "with", "including"};
    ent_kinds kinds = ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_EVENT);
    const ent_mention *whole = ent_mention_at(work, i);
    uint32_t behind = whole->last;
    bool its = ent_mention_is(whole, kinds) && behind + 2 < work->segments->tokens.n &&
               ent_token_is(work, behind + 1, "its") && ent_token_is_any(work, behind, links, N(links));
    uint32_t next = its ? ent_mention_over(work, behind + 2) : ENT_NO_MENTION;
    if (next == ENT_NO_MENTION)
        return;
    const ent_mention *part = ent_mention_at(work, next);
    if (part->first == behind + 2 && part->kind == whole->kind && part->entity != ENT_UNRESOLVED)
        state(work, ENT_PART_OF, part->entity, whole->entity, part, "layout.name.its", 0.9f);
}

/* Whether a name is one of a government's: "Space Agency", "National Institute for Widgets"; not of a university. */
static bool is_governmental(const ent_layout_work *work, const ent_mention *m)
{
    static const char *const heads[] = {"agency", "authority", "service", "administration", "directorate"};
    static const char *const national[] = {"national", "state", "federal", "government"};
    ent_str sector = ent_attribute_get(work->mentions->entities.items[m->entity].attributes, ENT_STR("sector"));
    if (sector.len)
        return ent_str_eq(sector, ENT_STR("government"));
    for (uint32_t t = m->first; t < m->last; t++)
        if (ent_token_is_any(work, t, heads, N(heads)) || ent_token_is_any(work, t, national, N(national)))
            return true;
    return false;
}

/* "Chile's Ministry of Widgets": a body of the State that has it. */
static void state_owned(ent_layout_work *work, uint32_t i)
{
    const ent_mention *whole = ent_mention_at(work, i);
    uint32_t behind = whole->last + 1;
    bool owns = whole->kind == ENT_STATE && behind < work->segments->tokens.n &&
                (ent_token_is(work, behind - 1, "'s") || ent_token_is(work, behind - 1, "’s") ||
                 ent_token_is(work, behind - 1, "'"));
    uint32_t next = owns ? ent_mention_over(work, behind) : ENT_NO_MENTION;
    const ent_mention *part = next != ENT_NO_MENTION ? ent_mention_at(work, next) : NULL;
    if (part && part->first == behind && part->kind == ENT_ORGANIZATION && part->entity != ENT_UNRESOLVED &&
        is_governmental(work, part))
        state(work, ENT_PART_OF, part->entity, whole->entity, part, "layout.name.owned", 0.9f);
}

/* The innermost body that holds mention j within the meeting i: "session of the Subcommittee of the Committee" names
 * the Subcommittee's whole, not the session's; within a text, the meeting: "report of the session of the Committee". */
static uint32_t holder_of(const ent_layout_work *work, uint32_t i, uint32_t j)
{
    const ent_mention *items = work->mentions->items.items;
    ent_kind kind = items[i].kind == ENT_INSTRUMENT ? ENT_EVENT : ENT_FORUM;
    bool holds = items[i].kind == ENT_EVENT || (items[i].kind == ENT_INSTRUMENT && items[j].kind == ENT_FORUM);
    uint32_t holder = i;
    for (uint32_t k = i + 1; k < j && holds; k++)
        if (items[k].kind == kind && items[k].entity != ENT_UNRESOLVED && items[k].first <= items[j].first &&
            items[k].last >= items[j].last && items[k].entity != items[j].entity)
            holder = k;
    return holder;
}

void ent_layout_names(ent_layout_work *work)
{
    const ent_mention *items = work->mentions->items.items;
    for (uint32_t i = 0; i < work->mentions->items.n; i++) {
        if (items[i].entity == ENT_UNRESOLVED || (items[i].flags & ENT_MENTION_NESTED))
            continue;
        bool holds_whole = false;
        for (uint32_t j = i + 1; j < work->mentions->items.n && items[j].first < items[i].last; j++) {
            if (items[j].entity == ENT_UNRESOLVED || items[j].last > items[i].last)
                continue;
            state_pair(work, &(ent_name_pair){&items[holder_of(work, i, j)], &items[j]});
            bool alone = j + 1 == work->mentions->items.n || items[j + 1].first >= items[j].last;
            if (items[j].kind == ENT_EVENT && alone)
                state_part(work, &items[j]);
            holds_whole = holds_whole || items[j].kind != ENT_TOPIC;
        }
        if (!holds_whole)
            state_part(work, &items[i]);
        state_its(work, i);
        state_owned(work, i);
    }
}
