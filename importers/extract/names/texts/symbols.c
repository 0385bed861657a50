/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "A/RES/76/231", "A/AC.105/1278", "CD/1985", "decision 1/CP.28"; those of other shapes are found in acts.c. */
#include "importers/extract/names/texts/symbols.h"

/* ---- "A/AC.105/1278" --------------------------------------------------------------------------------------------- */

/* The tokens of a symbol around the slash: joined to one another, a final full stop left out. */
static void symbol_extent(const ent_finder *f, uint32_t slash, const ent_sentence *sentence, uint32_t *first,
                          uint32_t *last)
{
    *first = slash;
    while (*first > sentence->first && f->tokens[*first].flags & ENT_TOKEN_JOINED &&
           !ent_finder_is(f, *first - 1, f->words.open))
        --*first;
    *last = slash + 1;
    while (*last < sentence->last && f->tokens[*last].flags & ENT_TOKEN_JOINED) {
        bool inner = f->tokens[*last].kind != ENT_TOKEN_PUNCT || ent_finder_is(f, *last, f->words.slash) ||
                     (ent_finder_is(f, *last, f->words.stop) && *last + 1 < sentence->last &&
                      f->tokens[*last + 1].flags & ENT_TOKEN_JOINED && f->tokens[*last + 1].kind != ENT_TOKEN_PUNCT);
        ent_str inside;
        if (!inner && !(ent_symbol_in_brackets(f, *last, &inside) && ent_symbol_is_roman(inside)))
            return;
        *last += inner ? 1 : 3;
    }
}

static const char *document_form(ent_str symbol)
{
    bool assembly = ent_str_starts(symbol, ENT_STR("A/")) || ent_str_starts(symbol, ENT_STR("E/"));
    if (assembly && ent_str_find(symbol, ENT_STR("/L."), 0) != ENT_STR_NONE)
        return "draft resolution";
    if (ent_str_find(symbol, ENT_STR("/WP."), 0) != ENT_STR_NONE)
        return "working paper";
    if (ent_str_find(symbol, ENT_STR("/PV."), 0) != ENT_STR_NONE ||
        ent_str_find(symbol, ENT_STR("/SR."), 0) != ENT_STR_NONE)
        return "record";
    return "document";
}

/* The "RES/76/231" of an organ's symbol; false for other symbols. */
static bool read_organ_number(const ent_organ *organ, ent_str rest, ent_numeral *n, bool *decision)
{
    ent_str parts[4];
    size_t count = 0;
    while (count < 4 && ent_str_split(&rest, ENT_STR("/"), &parts[count]))
        count++;
    *decision = count > 1 && ent_str_eq(parts[0], ENT_STR("DEC"));
    if (count < 2 || count > 3 || !(ent_str_eq(parts[0], ENT_STR("RES")) || *decision) ||
        !ent_is_digit(parts[1].data[0]))
        return false;
    *n = (ent_numeral){.before = parts[1], .shape = count == 3 ? ENT_NUMERAL_SESSION : ENT_NUMERAL_ALONE};
    if (count == 3)
        n->after = parts[2];
    size_t open = ent_str_find(parts[1], ENT_STR("("), 0);
    if (count == 2 && open != ENT_STR_NONE && parts[1].data[parts[1].len - 1] == ')') {
        n->after = ent_str_trim(ent_str_slice(parts[1], open + 1, parts[1].len - 1));
        n->before = ent_str_trim(ent_str_slice(parts[1], 0, open));
        n->shape = ENT_NUMERAL_ROMAN;
    }
    return count == 3 || n->shape == ENT_NUMERAL_ROMAN || organ->symbol.data[0] == 'S';
}

/* The organ whose resolution or decision a symbol is ("A/RES/76/231"), and which; NULL for other symbols. */
static const ent_organ *read_resolution_symbol(ent_str symbol, ent_numeral *n, bool *decision)
{
    size_t n_organs;
    const ent_organ *organs = ent_organs(&n_organs);
    for (size_t i = 0; i < n_organs; i++) {
        size_t len = organs[i].symbol.len;
        if (ent_str_starts(symbol, organs[i].symbol) && symbol.len > len && symbol.data[len] == '/' &&
            read_organ_number(&organs[i], ent_str_slice(symbol, len + 1, symbol.len), n, decision))
            return &organs[i];
    }
    return NULL;
}

/* "resolution A/99/12": the resolution, whose symbol lacks its "RES". */
static const ent_organ *read_short_symbol(const ent_finder *f, uint32_t first, ent_str symbol, ent_numeral *n)
{
    size_t n_organs;
    const ent_organ *organs = ent_organs(&n_organs);
    bool told = first > 0 && (ent_finder_reads(f, first - 1, first, "resolution") ||
                              ent_finder_reads(f, first - 1, first, "resolutions"));
    ent_str parts[4];
    size_t count = 0;
    for (ent_str rest = symbol; count < 4 && ent_str_split(&rest, ENT_STR("/"), &parts[count]);)
        count++;
    int64_t session, number;
    if (!told || count != 3 || !ent_str_is(parts[0], "A") || !ent_str_to_int(parts[1], &session) ||
        !ent_str_to_int(parts[2], &number))
        return NULL;
    *n = (ent_numeral){.before = parts[1], .after = parts[2], .shape = ENT_NUMERAL_SESSION};
    for (size_t i = 0; i < n_organs; i++)
        if (ent_str_is(organs[i].symbol, "A"))
            return &organs[i];
    return NULL;
}

/* "A/99/122031the": lines that ran into each other. */
static bool runs_on(const ent_finder *f, uint32_t last)
{
    enum { LETTERS = 2 }; /* "L.5a" has one */
    ent_str end = ent_token_text(f->segments, last - 1);
    size_t small = 0;
    while (small < end.len && end.data[end.len - 1 - small] >= 'a' && end.data[end.len - 1 - small] <= 'z')
        small++;
    return end.len && ent_is_digit(end.data[0]) && small >= LETTERS;
}

static bool has_digit(ent_str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (ent_is_digit(s.data[i]))
            return true;
    return false;
}

/* "1/CP.28": a decision of the parties to a convention, by its number and their session's; the token behind it, or 0.
 */
static uint32_t find_decision_of_parties(ent_finder *f, uint32_t sentence, uint32_t slash)
{
    static const char *const bodies[] = {"CP", "CMA", "CMP", "COP"};
    uint32_t end = f->segments->sentences.items[sentence].last, first = slash - 1;
    bool shaped = slash + 3 < end && ent_finder_is_number(f, first) && ent_finder_is(f, slash + 2, f->words.stop) &&
                  ent_finder_is_number(f, slash + 3) && f->tokens[slash + 3].flags & ENT_TOKEN_JOINED;
    bool body = false;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies && shaped && !body; i++)
        body = ent_str_is(ent_token_text(f->segments, slash + 1), bodies[i]);
    if (!body)
        return 0;
    ent_str symbol = ent_finder_text(f, first, slash + 4);
    ent_str name = ent_arena_join(f->arena, ENT_STR("Decision "), symbol);
    first -= first > f->segments->sentences.items[sentence].first && ent_finder_reads(f, first - 1, end, "decision");
    ent_symbol_add(f, sentence, first, slash + 4,
                   ent_symbol_entity(f, symbol, name,
                                     ent_symbol_attributes(f, "decision", NULL, "adopted", symbol, ENT_STR_EMPTY)));
    return slash + 4;
}

/* "A" of "A/AC.105/1", "AC" of "AC.105/1". */
static bool opens_with_body(const ent_finder *f, uint32_t first, uint32_t slash)
{
    bool body = ent_finder_lists(f, first) & ENT_LIST(SYMBOL_BODY) && ent_finder_is_capital(f, first);
    bool numbered =
        first + 3 == slash && ent_finder_is(f, first + 1, f->words.stop) && ent_finder_is_number(f, first + 2);
    return body && (first + 1 == slash || numbered);
}

/* The "A/RES" of "A/RES/76/231", the "S/PRST" of "S/PRST/2031/4" says whose text it is. */
static void add_organ(ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last, ent_str key, const char *series)
{
    uint32_t entry = ent_lexicon_find(f->lexicon, key), end = first;
    while (end < last && !ent_str_is(ent_token_text(f->segments, end), series))
        end++;
    if (entry != UINT32_MAX && end < last)
        ent_finder_add(f, ent_finder_candidate(sentence, first, end + 1, ENT_FORUM, ENT_BY_SYMBOL,
                                               ent_finder_entry(f, entry), 0.98f));
}

/* Returns the token behind the symbol. */
static uint32_t find_symbol(ent_finder *f, uint32_t sentence, uint32_t slash)
{
    uint32_t first, last;
    symbol_extent(f, slash, &f->segments->sentences.items[sentence], &first, &last);
    ent_str symbol = ent_finder_text(f, first, last);
    uint32_t behind = find_decision_of_parties(f, sentence, slash);
    behind = behind ? behind : ent_find_act(f, sentence, slash);
    behind = behind ? behind : ent_find_regional_act(f, sentence, slash);
    if (behind)
        return behind;
    if (!opens_with_body(f, first, slash) || !has_digit(symbol) || symbol.len > 80 || runs_on(f, last))
        return last > slash ? last : slash + 1;
    ent_numeral n;
    bool decision = false;
    ent_str year = ENT_STR_EMPTY, inside;
    const ent_organ *organ = read_resolution_symbol(symbol, &n, &decision);
    organ = organ ? organ : read_short_symbol(f, first, symbol, &n);
    if (organ) {
        if (n.shape == ENT_NUMERAL_ALONE && ent_symbol_in_brackets(f, last, &inside) && inside.len == 4) {
            n.shape = ENT_NUMERAL_YEAR;
            n.after = inside;
            last += 3;
        }
        ent_symbol_add(f, sentence, first, last,
                       ent_resolution_entity(f, organ, &n, decision, ent_resolution_year(f, last)));
        add_organ(f, sentence, first, last, organ->key, "RES");
        return last;
    }
    const char *form = document_form(symbol);
    const char *status = ent_str_eq(ent_str_from(form), ENT_STR("draft resolution")) ? "draft" : NULL;
    ent_symbol_add(f, sentence, first, last,
                   ent_symbol_entity(f, symbol, symbol, ent_symbol_attributes(f, form, NULL, status, symbol, year)));
    if (ent_str_starts(symbol, ENT_STR("S/PRST/")))
        add_organ(f, sentence, first, last, ENT_STR("forum:security-council"), "PRST");
    return last;
}

void ent_find_symbols(ent_finder *f)
{
    uint32_t resolution = ent_vocabulary_find(f->vocabulary, ENT_STR("resolution"));
    uint32_t short_form = ent_vocabulary_find(f->vocabulary, ENT_STR("res"));
    uint32_t decision = ent_vocabulary_find(f->vocabulary, ENT_STR("decision"));
    f->has_council = ent_str_find(f->document->text, ENT_STR("Security Council"), 0) != ENT_STR_NONE;
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        ent_find_own_number(f, s);
        for (uint32_t i = sentence->first; i < sentence->last; i++) {
            uint32_t word = f->vocabulary->singulars.items[f->tokens[i].word];
            bool joined = f->tokens[i].flags & ENT_TOKEN_JOINED && !(f->tokens[i].flags & ENT_TOKEN_HYPHEN) &&
                          !ent_finder_is(f, i - 1, f->words.open);
            if (word == f->words.slash && word && i > sentence->first)
                i = find_symbol(f, s, i) - 1;
            else if (word && !joined && (word == resolution || word == short_form || word == decision)) {
                if (!ent_find_act_by_number(f, s, i, word == decision))
                    ent_find_numbered(f, s, i, word == decision);
            }
        }
    }
}
