/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Persons whom the document names in full, by a part of their names: the surname or given name alone, "Mr. Roe". Only
 * where one person alone has it. */
#include "importers/extract/names/persons/person_name.h"

enum { MIN_SURNAME = 3, MAX_PARTICLES = 3 };

/* Where the name of a mention ends, "Jr." behind it left out. */
static uint32_t name_last(const ent_finder *f, const ent_mention *m)
{
    for (uint32_t i = m->first + 1; i < m->last; i++)
        if (ent_pass_name_suffix(f, i, m->last) > i)
            return i;
    return m->last;
}

/* The words of a name, the particle before a surname with a small letter: "von der Roe" of "Von der Roe". */
static ent_str name_text(const ent_finder *f, uint32_t first, uint32_t last)
{
    ent_str text = ent_finder_text(f, first, last);
    bool particle = last > first + 1 && ent_finder_lists(f, first) & ENT_LIST(NAME_PARTICLE);
    if (!particle || !ent_finder_is_capital(f, first))
        return text;
    char small[] = {ent_to_lower(text.data[0]), 0};
    return ent_arena_join(f->arena, ent_str_from(small), ENT_STR_EMPTY, ent_str_slice(text, 1, text.len));
}

/* Notes that words of at least so many letters are a person's; those of several persons are nobody's. */
static void note_text(ent_finder *f, ent_map *names, ent_str text, uint32_t entity)
{
    if (text.len >= MIN_SURNAME && ent_map_find_or_set(f->arena, names, text, entity) != entity)
        ent_map_set(f->arena, names, text, UINT32_MAX - 1);
}

static void note_name(ent_finder *f, ent_map *names, uint32_t first, uint32_t last, uint32_t entity)
{
    note_text(f, names, name_text(f, first, last), entity);
}

/* Short forms of a name: its first and its last word, where one person alone has them, and all of it ("Jane West"
 * behind "Dr. Jane West", "Roe" behind "Ambassador Roe"). */
static void note_short_names(ent_finder *f, ent_map *short_names)
{
    size_t n = f->items.n;
    for (size_t i = 0; i < n; i++) {
        const ent_mention *m = &f->items.items[i].mention;
        if (f->items.items[i].gone || m->kind != ENT_PERSON || m->entity == ENT_UNRESOLVED)
            continue;
        uint32_t last = name_last(f, m);
        uint32_t ends[5][2] = {{m->first, m->first + 1},
                               {last - 1, last},
                               {m->first, last - 1},
                               {ent_surname_begin(f, m->first, last), last},
                               {m->first, last}};
        for (int k = last - m->first < 2 ? 4 : 0; k < 5; k++)
            note_name(f, short_names, ends[k][0], ends[k][1], m->entity);
    }
}

static bool is_lone(const ent_finder *f, const ent_sentence *sentence, uint32_t first, uint32_t last)
{
    bool before = first > sentence->first && ent_finder_is_capital(f, first - 1) &&
                  f->tokens[first - 1].kind == ENT_TOKEN_WORD &&
                  !(ent_finder_lists(f, first - 1) & (ENT_LIST(STARTER) | ENT_LIST(PERSON_TITLE) | ENT_LIST(POST)));
    bool behind = last < sentence->last && ent_finder_is_capital(f, last);
    return !before && !behind && !ent_finder_over(f, first) &&
           !(ent_finder_lists(f, first) &
             (ENT_LIST(MONTH) | ENT_LIST(POST) | ENT_LIST(PERSON_TITLE) | ENT_LIST(STARTER)));
}

/* "Jane Roe" of "Jane Q. Roe", empty for a name without initials inside. */
static ent_str without_initials(ent_finder *f, const ent_mention *m)
{
    uint32_t last = name_last(f, m);
    for (uint32_t i = m->first + 1; i + 1 < last; i++) {
        ent_str word = ent_token_text(f->segments, i);
        if (!ent_finder_is(f, i, f->words.stop) && word.len > 1 &&
            !ent_str_eq(ent_str_slice(word, 1, word.len), ENT_STR(".")))
            return ENT_STR_EMPTY;
    }
    if (last - m->first < 3)
        return ENT_STR_EMPTY;
    return ent_arena_join(f->arena, ent_token_text(f->segments, m->first), ENT_STR(" "),
                          ent_token_text(f->segments, last - 1));
}

/* "Jane Roe" where the document also has "Jane Q. Roe". */
static void note_plain(ent_finder *f, ent_map *names, const ent_mention *m)
{
    note_text(f, names, without_initials(f, m), m->entity);
}

/* "Jane Roe" where the document also has "Jane Ann Roe". */
static void note_outer(ent_finder *f, ent_map *names, const ent_mention *m)
{
    uint32_t last = name_last(f, m);
    if (last != m->first + 3 || (f->tokens[m->first + 1].flags | f->tokens[last - 1].flags) & ENT_TOKEN_HYPHEN)
        return;
    note_text(f, names,
              ent_arena_join(f->arena, ent_token_text(f->segments, m->first), ENT_STR(" "),
                             ent_token_text(f->segments, last - 1)),
              m->entity);
}

/* "Jane Ann", "Mr. Roe" where the document also has "Jane Ann Roe". */
static void note_parts(ent_finder *f, ent_map *names, const ent_mention *m)
{
    uint32_t last = name_last(f, m);
    if (last - m->first > 2)
        note_name(f, names, m->first, last - 1, m->entity);
    if (last == m->first + 3 && f->tokens[last - 1].flags & ENT_TOKEN_HYPHEN) /* "Mr. Ban" of "Ban Ki-moon" */
        note_name(f, names, m->first, m->first + 1, m->entity);
    static const char *const knighted[] = {"Sir", "Dame", NULL}; /* "Sir John" of "Sir John Roe" */
    if (last > m->first + 1 && m->first > 0 && ent_finder_reads_any(f, m->first - 1, last, knighted))
        note_name(f, names, m->first, m->first + 1, m->entity);
    for (uint32_t first = m->first + 1; first < last; first++)
        note_name(f, names, first, last, m->entity);
}

/* "JQ Roe" of "J.Q. Roe", and of "Jane Q. Roe" where `whole`; of no other name. */
static ent_str initials_of(ent_finder *f, const ent_mention *m, bool whole)
{
    char letters[8];
    size_t n = 0;
    uint32_t last = name_last(f, m), surname = ent_surname_begin(f, m->first, last);
    for (uint32_t i = m->first; i < surname; i++) {
        ent_str word = ent_token_text(f->segments, i);
        bool initials = ent_is_initials(f, i);
        if (!initials && !whole && !ent_finder_is(f, i, f->words.stop))
            return ENT_STR_EMPTY;
        for (size_t c = 0; c < word.len && n < sizeof letters && (initials || c == 0); c++)
            if (ent_is_upper(word.data[c]))
                letters[n++] = word.data[c];
    }
    if (n == 0)
        return ENT_STR_EMPTY;
    return ent_arena_join(f->arena, (ent_str){letters, n}, ENT_STR(" "), name_text(f, surname, last));
}

/* "J.Q. Roe" is "JQ Roe", and "Jane Q. Roe" where the document has one of that name alone. */
static void join_initials(ent_finder *f)
{
    ent_map short_names = {0}, whole_names = {0};
    for (int noting = 1; noting >= 0; noting--)
        for (size_t i = 0; i < f->items.n; i++) {
            ent_mention *m = &f->items.items[i].mention;
            if (f->items.items[i].gone || m->kind != ENT_PERSON || m->entity == ENT_UNRESOLVED ||
                m->last < m->first + 2)
                continue;
            ent_str initials = initials_of(f, m, false);
            if (noting && initials.len)
                ent_map_find_or_set(f->arena, &short_names, initials, m->entity);
            else if (noting)
                note_text(f, &whole_names, initials_of(f, m, true), m->entity);
            else if (initials.len) {
                uint32_t whole = ent_map_find(&whole_names, initials);
                m->entity = whole < f->out->entities.n ? whole : ent_map_find(&short_names, initials);
            }
        }
}

/* Persons whose whole name is noted as the shorter one of another, and of no second one, are that one. */
static void join_persons(ent_finder *f, void (*note)(ent_finder *f, ent_map *names, const ent_mention *m))
{
    ent_map names = {0};
    for (int noting = 1; noting >= 0; noting--)
        for (size_t i = 0; i < f->items.n; i++) {
            ent_mention *m = &f->items.items[i].mention;
            if (f->items.items[i].gone || m->kind != ENT_PERSON || m->entity == ENT_UNRESOLVED)
                continue;
            uint32_t whole = noting ? ENT_MAP_NONE : ent_map_find(&names, name_text(f, m->first, name_last(f, m)));
            if (noting)
                note(f, &names, m);
            else if (whole < f->out->entities.n)
                m->entity = whole;
        }
}

void ent_find_surnames(ent_finder *f)
{
    ent_map short_names = {0};
    join_initials(f);
    join_persons(f, note_plain);
    join_persons(f, note_outer);
    join_persons(f, note_parts);
    note_short_names(f, &short_names);
    if (short_names.n == 0)
        return;
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; i < sentence->last; i++) {
            if (!ent_finder_is_capital(f, i) || f->tokens[i].kind != ENT_TOKEN_WORD)
                continue;
            bool particle = ent_finder_lists(f, i) & ENT_LIST(NAME_PARTICLE);
            for (uint32_t n = particle ? 1 + MAX_PARTICLES : 2; n > 0; n--) {
                uint32_t entity =
                    i + n <= sentence->last ? ent_map_find(&short_names, name_text(f, i, i + n)) : ENT_MAP_NONE;
                if (entity >= f->out->entities.n || !is_lone(f, sentence, i, i + n))
                    continue;
                ent_finder_add(f, ent_finder_candidate(s, i, i + n, ENT_PERSON, ENT_BY_REFERENCE, entity, 0.75f));
                break;
            }
        }
    }
}
