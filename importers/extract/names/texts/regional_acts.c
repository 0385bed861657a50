/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions of regional organizations by their symbols: "Assembly/AU/Dec.356(XXIII)", "EX.CL/Dec.600 (XVIII)",
 * "PSC/PR/COMM.1038(2021)", "AG/RES. 1532 (XXVIII-O/98)". A symbol says whose act it is. */
#include "importers/extract/names/texts/symbols.h"

enum { MAX_SYMBOL = 48 };

typedef struct series {
    ent_str prefix, forum;
    const char *form;
} series;

static const series all[] = {{ENT_STR("Assembly/AU/Decl"), ENT_STR("forum:au-assembly"), "declaration"},
                             {ENT_STR("Assembly/AU/Dec"), ENT_STR("forum:au-assembly"), "decision"},
                             {ENT_STR("Assembly/AU/Res"), ENT_STR("forum:au-assembly"), "resolution"},
                             {ENT_STR("Ext/Assembly/AU/Dec"), ENT_STR("forum:au-assembly"), "decision"},
                             {ENT_STR("EX.CL/Dec"), ENT_STR("forum:au-executive-council"), "decision"},
                             {ENT_STR("Ext/EX.CL/Dec"), ENT_STR("forum:au-executive-council"), "decision"},
                             {ENT_STR("PSC/PR/COMM"), ENT_STR("forum:au-peace-and-security-council"), "communiqué"},
                             {ENT_STR("PSC/MIN/COMM"), ENT_STR("forum:au-peace-and-security-council"), "communiqué"},
                             {ENT_STR("PSC/AHG/COMM"), ENT_STR("forum:au-peace-and-security-council"), "communiqué"},
                             {ENT_STR("AG/RES"), ENT_STR("forum:oas-general-assembly"), "resolution"},
                             {ENT_STR("AG/DEC"), ENT_STR("forum:oas-general-assembly"), "declaration"},
                             {ENT_STR("CP/RES"), ENT_STR("forum:oas-permanent-council"), "resolution"},
                             {ENT_STR("CP/DEC"), ENT_STR("forum:oas-permanent-council"), "declaration"}};

static const series *series_of(ent_str text)
{
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (ent_str_starts(text, all[i].prefix))
            return &all[i];
    return NULL;
}

/* How long the number behind the prefix is: ".356(XXIII)", ". 1532 (XXVIII-O/98)", "/2.(CDXXXVI)"; 0 where none is. */
static size_t number_length(ent_str rest)
{
    size_t at = 0, end = 0;
    while (at < rest.len && ent_str_find(ENT_STR("./ "), ent_str_slice(rest, at, at + 1), 0) != ENT_STR_NONE)
        at++;
    while (at < rest.len && (ent_is_digit(rest.data[at]) || rest.data[at] == '-' || rest.data[at] == '.')) {
        end = ent_is_digit(rest.data[at]) ? at + 1 : end;
        at++;
    }
    at += at < rest.len && rest.data[at] == ' ';
    size_t close = at < rest.len && rest.data[at] == '(' ? ent_str_find(rest, ENT_STR(")"), at) : ENT_STR_NONE;
    bool session = close != ENT_STR_NONE && close < MAX_SYMBOL &&
                   ent_str_find(ent_str_slice(rest, at, close), ENT_STR(" "), 0) == ENT_STR_NONE;
    return session ? close + 1 : end;
}

static ent_str without_spaces(ent_finder *f, ent_str text)
{
    char *out = ent_arena_alloc(f->arena, text.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++)
        if (!ent_is_space(text.data[i]))
            out[n++] = text.data[i];
    return (ent_str){out, n};
}

/* "[Decision] EX.CL/Dec.600(XVIII)": the word before the symbol belongs to it. */
static uint32_t with_word(const ent_finder *f, uint32_t begin, uint32_t first)
{
    static const char *const words[] = {"decision", "resolution", "declaration", "communiqué", "communique", NULL};
    return first > begin && ent_finder_reads_any(f, first - 1, first, words) ? first - 1 : first;
}

uint32_t ent_find_regional_act(ent_finder *f, uint32_t s, uint32_t slash)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    uint32_t first = slash, last = slash;
    while (first > sentence->first && f->tokens[first].flags & ENT_TOKEN_JOINED &&
           !ent_finder_is(f, first - 1, f->words.open) && !ent_finder_reads(f, first - 1, first, "["))
        first--;
    size_t begin = f->tokens[first].begin;
    ent_str text = ent_str_slice(f->document->text, begin, f->tokens[sentence->last - 1].end);
    const series *found = series_of(text);
    size_t number = found ? number_length(ent_str_slice(text, found->prefix.len, text.len)) : 0;
    if (!number)
        return 0;
    size_t length = found->prefix.len + number;
    while (last < sentence->last && f->tokens[last].end <= begin + length)
        last++;
    ent_str symbol = without_spaces(f, ent_str_slice(text, 0, length));
    ent_symbol_add(f, s, with_word(f, sentence->first, first), last,
                   ent_symbol_entity(f, symbol, symbol,
                                     ent_symbol_attributes(f, found->form, NULL, "adopted", symbol, ENT_STR_EMPTY)));
    uint32_t forum = ent_lexicon_find(f->lexicon, found->forum);
    if (forum != UINT32_MAX)
        ent_finder_add(
            f, ent_finder_candidate(s, first, slash, ENT_FORUM, ENT_BY_SYMBOL, ent_finder_entry(f, forum), 0.98f));
    return last;
}
