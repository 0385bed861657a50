/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Publications by their titles: "the Quux Monitor", "the International Widget Safety Report", "the Quux Center's The
 * Widget Treaty at 10 report". What only says what sort of report it is ("Progress Report") names none. */
#include "importers/extract/names/finder.h"

#include "core/model/key.h"

enum { MAX_TITLE = 14, MIN_WORDS = 2 };

static uint32_t add(ent_finder *f, uint32_t s, uint32_t first, uint32_t last, uint32_t head)
{
    ent_str word = ent_token_text(f->segments, head);
    char *form = ent_arena_alloc(f->arena, word.len + 1);
    for (size_t i = 0; i < word.len; i++)
        form[i] = ent_to_lower(word.data[i]);
    ent_str attributes = ent_arena_format(f->arena, "form=" ENT_STR_FMT "%s", ENT_STR_ARG(((ent_str){form, word.len})),
                                          head == last ? "; titled=yes" : "");
    ent_str name = ent_finder_text(f, first, last);
    uint32_t entity = ent_finder_entity(f, ENT_INSTRUMENT, name, attributes);
    ent_finder_add(f, ent_finder_candidate(s, first, last, ENT_INSTRUMENT, ENT_BY_FORM, entity, 0.75f));
    return last;
}

/* ---- "the Quux Monitor" ------------------------------------------------------------------------------------------ */

/* "Progress Report", "National Report", "Draft Report": the sort of it. */
static bool is_sort(const ent_finder *f, uint32_t token, uint32_t end)
{
    static const char *const sorts[] = {"progress", "annual",   "final",    "interim",   "draft",      "summary",
                                        "national", "status",   "activity", "mission",   "initial",    "special",
                                        "trip",     "country",  "periodic", "voluntary", "assessment", "synthesis",
                                        "session",  "meeting",  "panel",    "workshop",  "conference", "seminar",
                                        "full",     "verbatim", "press",    "committee", "group",      NULL};
    return ent_finder_reads_any(f, token, end, sorts);
}

/* Whether a word may stand in a title: a capital, and of no actor's or meeting's name. */
static bool is_title_word(const ent_finder *f, uint32_t token)
{
    const ent_kinds within = ENT_KIND_BIT(ENT_TOPIC) | ENT_KIND_BIT(ENT_INSTRUMENT) | ENT_KIND_BIT(ENT_PROPOSAL);
    const ent_candidate *over = ent_finder_over(f, token);
    return f->tokens[token].kind == ENT_TOKEN_WORD && ent_finder_is_capital(f, token) &&
           (!over || ent_kinds_has(within, over->mention.kind));
}

/* Returns the token behind the name, or the one behind the head. */
static uint32_t find_named(ent_finder *f, uint32_t s, uint32_t head)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    uint32_t first = head, next = head + 1;
    while (first > sentence->first && head - first < MAX_TITLE && is_title_word(f, first - 1) &&
           !is_sort(f, first - 1, head))
        first--;
    bool sort = first > sentence->first && is_sort(f, first - 1, head);
    while (first < head && ent_finder_lists(f, first) & (ENT_LIST(STARTER) | ENT_LIST(POST) | ENT_LIST(DETERMINER)) &&
           !(ent_finder_lists(f, first) & ENT_LIST(ORDINAL)))
        first++;
    bool text = head == first + 1 && ent_finder_over(f, first) && ent_finder_is_acronym(f, first);
    bool named = head - first >= MIN_WORDS || text || (head > first && ent_finder_reads(f, head, next, "Monitor"));
    bool of = next < sentence->last && (ent_finder_is(f, next, f->words.of) || ent_finder_is_capital(f, next));
    return named && !sort && !of ? add(f, s, first, next, head) : next;
}

/* ---- "Quux's The Widget Treaty at 10 report" --------------------------------------------------------------------- */

static void find_owned(ent_finder *f, uint32_t s, uint32_t noun)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    uint32_t first = noun, words = 0;
    for (; first > sentence->first && noun - first < MAX_TITLE; first--) {
        bool word = is_title_word(f, first - 1);
        bool small = ent_finder_is_number(f, first - 1) || ent_finder_is(f, first - 1, f->words.the) ||
                     (ent_finder_lists(f, first - 1) & ENT_LIST(LINK) && f->tokens[first - 1].kind == ENT_TOKEN_WORD);
        if (!word && !small)
            break;
        words += word;
    }
    bool owned = first > sentence->first &&
                 (ent_finder_is(f, first - 1, f->words.possessive) || ent_finder_is(f, first - 1, f->words.its));
    const ent_candidate *over = owned ? ent_finder_over(f, first) : NULL;
    bool known = over && over->mention.last == noun;
    if (owned && !known && words > MIN_WORDS && ent_finder_is_capital(f, first))
        add(f, s, first, noun, noun);
}

void ent_find_publications(ent_finder *f)
{
    static const char *const heads[] = {"Monitor", "Report", "Yearbook", "Barometer", "Scorecard", NULL};
    static const char *const nouns[] = {"report", "study", "survey", "brief", "publication", NULL};
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first + 1; i < sentence->last && f->capitals[s] == ENT_CAPITALS_USUAL; i++) {
            const ent_candidate *over = ent_finder_over(f, i);
            if (over && over->mention.kind != ENT_TOPIC)
                continue;
            if (ent_finder_is_capital(f, i) && ent_str_is_any(ent_token_text(f->segments, i), heads))
                i = find_named(f, s, i) - 1;
            else if (!ent_finder_is_capital(f, i) && ent_finder_reads_any(f, i, sentence->last, nouns))
                find_owned(f, s, i);
        }
    }
}
