/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acts of a government that are told by their series and number: "NSDD-42", "Executive Order 13914", "Presidential
 * Decision Directive 23", "Public Law 85-568", "Council Decision of June 2014"; and "UN Resolution 1348", which does
 * not say of which organ. */
#include "importers/extract/names/texts/symbols.h"

enum { MAX_WORDS = 6 };

/* Where the words before a number end that say what is numbered: before "No." or "Number". */
static uint32_t before_number(const ent_finder *f, uint32_t begin, uint32_t number)
{
    uint32_t at = number;
    at -= at > begin && ent_finder_is(f, at - 1, f->words.stop);
    bool numero =
        at > begin && (ent_finder_reads(f, at - 1, number, "No") || ent_finder_reads(f, at - 1, number, "Number"));
    return numero ? at - 1 : number;
}

/* The capital words that end with the kind of act before `at`, with a name that they begin with; `at` where there are
 * none before the kind. */
static uint32_t words_begin(const ent_finder *f, uint32_t begin, uint32_t at)
{
    uint32_t first = at;
    while (first > begin && at - first < MAX_WORDS && ent_finder_is_capital(f, first - 1) &&
           f->tokens[first - 1].kind == ENT_TOKEN_WORD && !(ent_finder_lists(f, first - 1) & ENT_LIST(MONTH))) {
        const ent_candidate *over = ent_finder_over(f, first - 1);
        if (over && over->mention.kind != ENT_INSTRUMENT && over->mention.kind != ENT_TOPIC)
            break;
        first = over && over->mention.first >= begin ? over->mention.first : first - 1;
    }
    first += first < at && ent_finder_is(f, first, f->words.the);
    return first + 1 < at ? first : at;
}

/* Where the series before `at` begins: "NSDD", "PD/NSC"; else `at`. */
static uint32_t series_begin(const ent_finder *f, uint32_t begin, uint32_t at, uint32_t end)
{
    if (at <= begin || !ent_finder_cues(f, at - 1, end, ENT_CUE(ACT_SERIES)) || !ent_finder_is_acronym(f, at - 1))
        return at;
    bool pair = at >= begin + 3 && ent_finder_is(f, at - 2, f->words.slash) && ent_finder_is_acronym(f, at - 3);
    return pair ? at - 3 : at - 1;
}

/* "UN Resolution 1348": where "UN" begins, or `at`. */
static uint32_t organization_begin(const ent_finder *f, uint32_t begin, uint32_t at)
{
    const ent_candidate *over =
        at > begin + 1 && ent_finder_reads(f, at - 1, at, "resolution") ? ent_finder_over(f, at - 2) : NULL;
    bool un = over && over->mention.kind == ENT_ORGANIZATION && over->mention.last == at - 1;
    return un ? over->mention.first : at;
}

/* Before the date that the year ends, and its "of": "Council Decision [of 3 May] 2031"; or `year`. */
static uint32_t before_date(const ent_finder *f, uint32_t begin, uint32_t year)
{
    uint32_t at = year;
    at -= at > begin && ent_finder_lists(f, at - 1) & ENT_LIST(MONTH);
    at -= at < year && at > begin && ent_finder_is_number(f, at - 1);
    bool of = at > begin && ent_finder_is(f, at - 1, f->words.of) && f->tokens[year].end - f->tokens[year].begin == 4;
    const ent_candidate *over = of && at > begin + 1 ? ent_finder_over(f, at - 2) : NULL;
    return of && !(over && over->mention.source == ENT_BY_LEXICON) ? at - 1 : year;
}

static void find_act(ent_finder *f, uint32_t s, uint32_t number)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    uint32_t begin = sentence->first, at = before_date(f, begin, number), last = number + 1;
    at = at < number ? at : before_number(f, begin, number);
    if (at == begin || (last < sentence->last && ent_finder_lists(f, last) & ENT_LIST(MONTH)))
        return;
    uint32_t first = series_begin(f, begin, at, sentence->last);
    ent_str form = ENT_STR("directive");
    if (first == at) {
        bool kind =
            ent_finder_cues(f, at - 1, sentence->last, ENT_CUE(NUMBERED_ACT)) && ent_finder_is_capital(f, at - 1);
        first = kind ? words_begin(f, begin, at) : organization_begin(f, begin, at);
        form = kind ? ent_token_text(f->segments, at - 1) : ENT_STR("resolution");
    }
    const ent_candidate *over = ent_finder_over(f, number);
    if (first == at || (over && over->mention.first <= first))
        return;
    while (last < sentence->last && f->tokens[last].kind == ENT_TOKEN_NUMBER &&
           f->tokens[last].flags & (ENT_TOKEN_JOINED | ENT_TOKEN_HYPHEN))
        last++;
    ent_str name = ent_finder_name(f, first, last);
    ent_str attributes = ent_arena_format(f->arena, "form=%c" ENT_STR_FMT, ent_to_lower(form.data[0]),
                                          ENT_STR_ARG(ent_str_slice(form, 1, form.len)));
    uint32_t entity = ent_finder_entity(f, ENT_INSTRUMENT, name, attributes);
    ent_finder_add(f, ent_finder_candidate(s, first, last, ENT_INSTRUMENT, ENT_BY_FORM, entity, 0.85f));
}

void ent_find_numbered_acts(ent_finder *f)
{
    for (uint32_t s = 0; s < f->segments->sentences.n; s++)
        for (uint32_t i = f->segments->sentences.items[s].first; i < f->segments->sentences.items[s].last; i++)
            if (f->tokens[i].kind == ENT_TOKEN_NUMBER)
                find_act(f, s, i);
}
