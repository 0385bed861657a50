/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "A, B and C": the mentions of a row that stand in one coordination. */
#include "importers/extract/rules/coordination.h"

/* Which kinds may stand in one coordination: those that act, those that meet, those that are said. */
static ent_kinds family(ent_kinds kinds)
{
    ent_kinds text = ENT_KIND_BIT(ENT_INSTRUMENT) | ENT_KIND_BIT(ENT_PROPOSAL) | ENT_KIND_BIT(ENT_TOPIC);
    ent_kinds meeting = ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_EVENT) | ENT_KIND_BIT(ENT_ORGANIZATION);
    ent_kinds all = 0;
    if (kinds & text)
        all |= text;
    if (kinds & ENT_KINDS_ACTOR)
        all |= ENT_KINDS_ACTOR;
    if (kinds & meeting)
        all |= meeting;
    return all;
}

typedef struct separator {
    size_t next; /* the item of the next mention, SIZE_MAX: none */
    bool comma, conjunction;
    bool bare_and;  /* "and" without a comma: no "plus" */
    bool semicolon; /* which counts as a comma, too */
} separator;

enum { LONGEST_ASIDE = 12 };

/* "(including …": an aside that says something of the mention before it. */
static bool names_parts(const ent_building *b, size_t item)
{
    return ent_str_eq(ent_token_text(b->row->segments, b->row->items.items[item].first), ENT_STR("including"));
}

/* The item behind "( … )" where one begins at `at`, else `at`. */
static size_t behind_aside(const ent_building *b, size_t at)
{
    const ent_row *row = b->row;
    if (at + 1 >= row->items.n || !ent_building_reads(b, row->items.items[at].first, '(') || names_parts(b, at + 1))
        return at;
    for (size_t i = at + 1; i < row->items.n && i <= at + LONGEST_ASIDE; i++)
        if (ent_building_reads(b, row->items.items[i].first, ')'))
            return i + 1;
    return at;
}

/* "12" of "Chile and 12 African States". */
static bool counts_next(const ent_building *b, size_t at)
{
    const ent_row *row = b->row;
    return at + 1 < row->items.n && ent_item_is_mention(&row->items.items[at + 1]) &&
           row->segments->tokens.items[row->items.items[at].first].kind == ENT_TOKEN_NUMBER &&
           ent_row_member(row, &row->items.items[at + 1])->count > 0;
}

/* "Ambassador", "Mr.": goes before a person's name. */
static bool is_title(const ent_building *b, size_t at)
{
    const ent_item *item = &b->row->items.items[at];
    bool stop = at > 0 && ent_building_reads(b, item->first, '.') &&
                ent_building_has(b, b->rules->cues.title, b->row->items.items[at - 1].word);
    return stop || ent_building_has(b, b->rules->cues.title, item->word);
}

/* "(Chile) and Ambassador Jane Roe": a person's brackets hold the post and stay seen, unless the next person follows
 * them. */
static bool person_follows(const ent_building *b, size_t at)
{
    const ent_row *row = b->row;
    bool joined = false;
    for (; at < row->items.n && !ent_item_is_mention(&row->items.items[at]); at++) {
        bool joins = ent_building_reads(b, row->items.items[at].first, ',') ||
                     ent_building_has(b, b->rules->cues.conjunction, row->items.items[at].word);
        if (!joins && !is_title(b, at))
            return false;
        joined |= joins;
    }
    return joined && at < row->items.n && row->items.items[at].kinds & ENT_KIND_BIT(ENT_PERSON);
}

/* "and the Government of Chile": the words of that phrase. */
static bool is_government(const ent_building *b, size_t at)
{
    const ent_row *row = b->row;
    bool of = at > 0 && ent_str_eq(ent_token_text(row->segments, row->items.items[at].first), ENT_STR("of"));
    size_t word = at - of;
    return ent_building_has(b, b->rules->cues.government, row->items.items[word].word) && word + 1 < row->items.n &&
           ent_str_eq(ent_token_text(row->segments, row->items.items[word + 1].first), ENT_STR("of"));
}

static bool is_and(const ent_building *b, size_t item)
{
    return ent_str_eq(ent_token_text(b->row->segments, b->row->items.items[item].first), ENT_STR("and"));
}

/* What stands between a mention and the next one of a coordination: perhaps an aside in brackets; a comma, a
 * conjunction, both; then a determiner, a number, or a person's title. */
static separator read_separator(const ent_building *b, size_t at)
{
    separator s = {.next = SIZE_MAX};
    const ent_row *row = b->row;
    bool person = row->items.items[at - 1].kinds & ENT_KIND_BIT(ENT_PERSON);
    size_t behind = behind_aside(b, at);
    if (!person || (behind > at && person_follows(b, behind)))
        at = behind;
    for (; at < row->items.n && !ent_item_is_mention(&row->items.items[at]); at++) {
        uint32_t word = row->items.items[at].word;
        bool semicolon = ent_building_reads(b, row->items.items[at].first, ';');
        if (!s.comma && !s.conjunction && (semicolon || ent_building_reads(b, row->items.items[at].first, ',')))
            s.comma = true, s.semicolon = semicolon;
        else if (!s.comma && !s.conjunction && ent_building_owns(b, row->items.items[at].first))
            continue; /* "A's and B's X" */
        else if (!s.conjunction && ent_building_has(b, b->rules->cues.conjunction, word))
            s.conjunction = true, s.bare_and = !s.comma && is_and(b, at);
        else if (!ent_building_has(b, b->rules->cues.determiner, word) && !counts_next(b, at) &&
                 !is_government(b, at) && !(person && is_title(b, at)))
            return s;
    }
    if (at < row->items.n && (s.comma || s.conjunction))
        s.next = at;
    return s;
}

typedef struct coordination {
    size_t last; /* item of its last mention */
    size_t n;
    uint32_t member, n_members; /* of all its mentions, without those of the asides between them */
    ent_kinds kinds;
} coordination;

static void add_members(ent_building *b, coordination *all, const ent_item *item)
{
    for (uint32_t i = 0; i < item->n_members; i++)
        ent_vec_push(b->arena, &b->row->members, b->row->members.items[item->member + i]);
    all->n_members += item->n_members;
    all->kinds |= item->kinds;
}

static bool is_behind_colon(const ent_building *b, size_t at)
{
    while (at > 0 && ent_building_has(b, b->rules->cues.determiner, b->row->items.items[at - 1].word))
        at--;
    return at > 0 && ent_building_reads(b, b->row->items.items[at - 1].first, ':');
}

/* "At the Widget Forum, A and B met": a meeting that opens the sentence behind a preposition, and the subjects behind
 * it, whose verb follows. */
static bool takes_in_subject(const ent_building *b, size_t at, size_t last)
{
    const ent_row *row = b->row;
    const ent_item *items = row->items.items;
    const ent_kinds meeting = ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_EVENT);
    bool opens = at > row->begin && ent_building_has(b, b->rules->cues.preposition, items[row->begin].word);
    size_t behind = behind_aside(b, last + 1);
    bool ends = behind >= row->items.n || ent_building_reads(b, items[behind].first, ',') ||
                ent_building_reads(b, items[behind].first, '.');
    return opens && !ends && !(items[at].kinds & ~meeting) && !(items[last].kinds & meeting);
}

/* The coordination that begins with the mention at item `at`. "A, B" alone is an apposition, and ", and B" behind a
 * single A rather begins a clause, unless a colon opens a list there: two need a bare conjunction, and behind "A and B"
 * the list does not go on with ", C". Semicolons part the
 * names of a list ("A; B; and C") that has no commas, else clauses. */
static coordination find_coordination(ent_building *b, size_t at)
{
    const ent_item *items = b->row->items.items;
    coordination one = {at, 1, items[at].member, items[at].n_members, items[at].kinds};
    coordination all = {at, 1, (uint32_t)b->row->members.n, 0, items[at].kinds};
    bool comma = false, closed = false, semicolon = false, pair_of_two = false;
    for (;;) {
        separator s = read_separator(b, all.last + 1);
        bool persons = all.kinds & ENT_KIND_BIT(ENT_PERSON),
             person = s.next != SIZE_MAX && items[s.next].kinds & ENT_KIND_BIT(ENT_PERSON);
        if (closed || s.next == SIZE_MAX || !(family(all.kinds) & items[s.next].kinds) || (person && !persons))
            break;
        if (all.n > 1 && s.comma && s.semicolon != semicolon)
            break;
        semicolon |= s.semicolon;
        if (pair_of_two && !s.conjunction)
            break;
        bool pair = s.conjunction && s.comma && all.n == 1;
        if (pair && !is_behind_colon(b, at))
            break;
        if (all.n == 1)
            add_members(b, &all, &items[at]);
        add_members(b, &all, &items[s.next]);
        all.last = s.next;
        all.n++;
        comma |= s.comma;
        pair_of_two = s.bare_and && !comma && all.kinds & ENT_KIND_BIT(ENT_STATE);
        closed = pair || (s.conjunction && !s.comma && comma);
    }
    bool alone = all.n == 1 || (comma && all.n == 2 && !closed);
    return alone || takes_in_subject(b, at, all.last) ? one : all;
}

void ent_row_join(ent_building *b)
{
    ent_row *row = b->row;
    size_t kept = 0;
    for (size_t i = 0; i < row->items.n; i++) {
        ent_item item = row->items.items[i];
        if (ent_item_is_mention(&item)) {
            coordination all = find_coordination(b, i);
            item.kinds = all.kinds;
            item.member = all.member;
            item.n_members = all.n_members;
            item.last = row->items.items[all.last].last;
            i = all.last;
        }
        row->items.items[kept++] = item;
    }
    row->items.n = kept;
}
