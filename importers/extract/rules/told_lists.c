/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list goes from name to name: behind one perhaps what is told of him, then a comma, a semicolon or "and", then the
 * next one's title. */
#include "importers/extract/rules/told_lists.h"

#include "importers/extract/rules/clause_words.h"
#include "importers/extract/rules/row.h"

#include <string.h>

enum { LONGEST_TOLD = 14 /* items */ };

static bool is_person(const ent_clause_finding *f, uint32_t item)
{
    return item < f->row->items.n && ent_item_is_mention(ent_clause_item_at(f, item)) &&
           ent_clause_item_at(f, item)->kinds == ENT_KIND_BIT(ENT_PERSON);
}

/* "of Chile", "from the Secure World Foundation" */
static uint32_t behind_home(const ent_clause_finding *f, uint32_t at)
{
    const ent_kinds homes = ENT_KIND_BIT(ENT_STATE) | ENT_KIND_BIT(ENT_BLOC) | ENT_KIND_BIT(ENT_ORGANIZATION);
    bool of = ent_clause_is_token(f, at) && (ent_str_eq(ent_clause_text_of(f, at), ENT_STR("of")) ||
                                             ent_str_eq(ent_clause_text_of(f, at), ENT_STR("from")));
    uint32_t home = at + 1 + ent_clause_is_of(f, at + 1, f->rules->cues.determiner);
    return of && home < f->row->items.n && ent_clause_item_at(f, home)->kinds & homes ? home + 1 : at;
}

/* "(2003–2007)" */
static uint32_t behind_brackets(const ent_clause_finding *f, uint32_t at)
{
    if (!ent_clause_is_mark(f, at, '('))
        return at;
    for (uint32_t i = at + 1; i < f->row->items.n && i <= at + LONGEST_TOLD; i++)
        if (ent_clause_is_mark(f, i, ')'))
            return i + 1;
    return at;
}

/* "in 1997", "from 1990 to 1995", "since May 2015" */
static uint32_t behind_years(const ent_clause_finding *f, uint32_t at)
{
    uint32_t end = at;
    for (uint32_t i = at; ent_clause_is_of(f, i, f->rules->cues.preposition);) {
        uint32_t number = i + 1;
        while (number < i + 3 && !ent_clause_is_number(f, number))
            number++;
        if (!ent_clause_is_number(f, number))
            break;
        i = end = number + 1;
    }
    return end;
}

/* Where the next person's name stands behind what parts it from the one before, or 0. */
static uint32_t next_name(const ent_clause_finding *f, uint32_t at, bool *closes)
{
    const ent_cue_classes *cues = &f->rules->cues;
    bool semicolon = ent_clause_is_mark(f, at, ';'), comma = semicolon || ent_clause_is_mark(f, at, ',');
    at += comma;
    bool conjunction = ent_clause_is_of(f, at, cues->conjunction);
    at += conjunction;
    while ((comma || conjunction) &&
           (ent_clause_is_of(f, at, cues->title) || ent_clause_is_mark(f, at, '.') || ent_clause_is_number(f, at)))
        at++;
    if (!(comma || conjunction) || !is_person(f, at))
        return 0;
    *closes |= conjunction || semicolon;
    return at;
}

/* ", Director of UNIDIR", ", elected in 1997": up to where the next person, or the verb of them all, follows. */
static uint32_t behind_apposition(const ent_clause_finding *f, uint32_t at)
{
    bool closes = false;
    if (!ent_clause_is_mark(f, at, ',') || next_name(f, at, &closes))
        return at;
    for (uint32_t i = at + 1; i < f->row->items.n && i <= at + LONGEST_TOLD; i++) {
        if (i > at + 1 && next_name(f, i, &closes))
            return i;
        if (i > at + 1 && ent_clause_is_mark(f, i, ',') && ent_clause_is_finite(f, ent_clause_behind_adverbs(f, i + 1)))
            return i + 1;
        bool verb = ent_clause_is_finite(f, i) && i > at + 1;
        if (verb || ent_clause_is_mark(f, i, ';') || is_person(f, i) ||
            (ent_clause_is_token(f, i) && ent_clause_item_at(f, i)->flags & ENT_ITEM_CLAUSE))
            return at;
    }
    return at;
}

static uint32_t behind_told(const ent_clause_finding *f, uint32_t at)
{
    uint32_t end = behind_home(f, at);
    end = behind_brackets(f, end);
    end = behind_years(f, end);
    return behind_apposition(f, end);
}

/* The list that begins with the person at `at`: of two at least, something told of one of them, and closed by "and" or
 * parted by semicolons. Empty where there is none. */
static ent_told_list list_at(const ent_clause_finding *f, uint32_t at)
{
    ent_told_list list = {at, at};
    bool told = false, closes = false;
    uint32_t n = 0, name = at;
    do {
        list.end = behind_told(f, name + 1);
        told |= list.end > name + 1;
        name = next_name(f, list.end, &closes);
        n++;
    } while (name);
    return n > 1 && told && closes ? list : (ent_told_list){at, at};
}

void ent_told_lists_find(ent_arena *arena, const ent_rules *rules, const ent_row *row, ent_told_lists *out)
{
    ent_row whole = *row;
    ent_clause_finding f = {.arena = arena, .rules = rules, .row = &whole};
    for (uint32_t at = 0; at < row->items.n; at++) {
        if (!is_person(&f, at))
            continue;
        ent_told_list list = list_at(&f, at);
        if (list.end == at)
            continue;
        ent_vec_push(arena, out, list);
        at = list.end - 1;
    }
}

void ent_told_list_row(ent_arena *arena, const ent_rules *rules, ent_row *row, const ent_told_list *list, ent_row *out)
{
    ent_item all = row->items.items[list->begin];
    uint32_t member = (uint32_t)row->members.n, last = list->begin;
    for (uint32_t i = list->begin; i < list->end; i++) {
        const ent_item *item = &row->items.items[i];
        if (!ent_item_is_mention(item) || item->kinds != ENT_KIND_BIT(ENT_PERSON))
            continue;
        for (uint32_t m = 0; m < item->n_members; m++)
            ent_vec_push(arena, &row->members, row->members.items[item->member + m]);
        last = i;
    }
    all.member = member;
    all.n_members = (uint32_t)row->members.n - member;
    all.last = row->items.items[last].last;
    *out = *row;
    memset(&out->items, 0, sizeof out->items);
    for (uint32_t i = 0; i < row->items.n; i++)
        if (i < list->begin || i >= list->end)
            ent_vec_push(arena, &out->items, row->items.items[i]);
        else if (i == list->begin)
            ent_vec_push(arena, &out->items, all);
    out->cut = true;
    out->seam = list->begin;
    out->seam_end = list->begin + 1;
    ent_row_sum(arena, rules, out);
}
