/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UN symbols and what stands for them: "A/RES/76/231", "General Assembly resolution 76/231 of 24 December 2021",
 * "resolutions 75/36 and 76/231", "resolution 1962 (XVIII)", "Security Council resolution 1540 (2004)", "CD/1985",
 * "decision 1/CP.28". All forms of one document give one key, the slug of its symbol. */
#include "importers/extract/names/finder.h"

#include "core/model/key.h"

#include <string.h>

/* A number of a resolution or decision as a text writes it: [first, last) are its tokens. */
typedef struct numeral {
    ent_str before, after; /* "76" and "231"; "1962" and "XVIII"; "1540" and "2004" */
    enum { SESSION, ROMAN, YEAR, ALONE } shape;
    uint32_t first, last;
} numeral;

typedef struct organ {
    ent_str symbol, name; /* "A", "General Assembly" */
} organ;

/* ---- the entity -------------------------------------------------------------------------------------------------- */

/* Attributes stand sorted by name. */
static ent_str attributes_of(ent_finder *f, const char *form, const char *force, const char *status, ent_str symbol,
                             ent_str year)
{
    ent_str none = ENT_STR_EMPTY;
    return ent_arena_join(f->arena, force ? ENT_STR("force=") : none, ent_str_from(force), force ? ENT_STR("; ") : none,
                          ENT_STR("form="), ent_str_from(form), status ? ENT_STR("; status=") : none,
                          ent_str_from(status), ENT_STR("; symbol="), symbol, year.len ? ENT_STR("; year=") : none,
                          year);
}

static uint32_t symbol_entity(ent_finder *f, ent_str symbol, ent_str name, ent_str attributes)
{
    ent_str key = ent_key_make(f->arena, ENT_INSTRUMENT, symbol);
    uint32_t entry = ent_lexicon_find(f->lexicon, key);
    if (entry != UINT32_MAX)
        return ent_finder_entry(f, entry);
    return ent_mentions_entity(f->arena, f->out, ENT_INSTRUMENT, key, name, attributes);
}

static void add_symbol(ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last, uint32_t entity)
{
    ent_finder_add(f, ent_finder_candidate(sentence, first, last, ENT_INSTRUMENT, ENT_BY_SYMBOL, entity, 0.98f));
}

static uint32_t resolution_entity(ent_finder *f, const organ *o, const numeral *n, bool decision, ent_str year)
{
    const char *kind = decision ? "decision" : "resolution";
    ent_str code = decision ? ENT_STR("/DEC/") : ENT_STR("/RES/");
    ent_str word = decision ? ENT_STR(" decision ") : ENT_STR(" resolution ");
    ent_str slash = ENT_STR("/"), open = ENT_STR("("), close = ENT_STR(")"), symbol, name;
    bool council = o->symbol.data[0] == 'S';
    if (n->shape == ROMAN) {
        symbol = ent_arena_join(f->arena, o->symbol, code, n->before, open, n->after, close);
        name = ent_arena_join(f->arena, o->name, word, n->before, ENT_STR(" ("), n->after, close);
    } else if (n->shape == SESSION) {
        symbol = ent_arena_join(f->arena, o->symbol, code, n->before, slash, n->after);
        name = ent_arena_join(f->arena, o->name, word, n->before, slash, n->after);
    } else {
        symbol = ent_arena_join(f->arena, ENT_STR("S"), code, n->before);
        name = ent_arena_join(f->arena, ENT_STR("Security Council"), word, n->before);
        if (n->shape == YEAR)
            name = ent_arena_join(f->arena, name, ENT_STR(" ("), n->after, close);
        year = n->shape == YEAR ? n->after : year;
    }
    return symbol_entity(
        f, symbol, name,
        attributes_of(f, kind, council || n->shape == YEAR ? NULL : "non-binding", "adopted", symbol, year));
}

/* ---- "resolution 76/231" ----------------------------------------------------------------------------------------- */

static bool is_number(const ent_finder *f, uint32_t token)
{
    return token < f->n_tokens && f->tokens[token].kind == ENT_TOKEN_NUMBER;
}

static bool is_roman(ent_str s)
{
    return ent_str_is_made_of(s, ENT_STR("IVXLC"));
}

/* "(XVIII)" or "(2004)" at `token`. */
static bool in_brackets(const ent_finder *f, uint32_t token, ent_str *inside)
{
    if (!ent_finder_is(f, token, f->words.open) || !ent_finder_is(f, token + 2, f->words.close))
        return false;
    *inside = ent_token_text(f->segments, token + 1);
    return true;
}

/* The "B" of "resolution 1721 B (XVI)". */
static bool is_part_letter(const ent_finder *f, uint32_t token)
{
    return token + 1 < f->n_tokens && f->tokens[token].end - f->tokens[token].begin == 1 &&
           ent_finder_is_capital(f, token) && ent_finder_is(f, token + 1, f->words.open);
}

/* The "B" of "resolutions 36/97 B and 36/99": not the first word of what follows. */
static bool is_part_of_several(const ent_finder *f, uint32_t token)
{
    if (token + 1 >= f->n_tokens || f->tokens[token].end - f->tokens[token].begin != 1 ||
        !ent_finder_is_capital(f, token))
        return false;
    return ent_finder_is(f, token + 1, f->words.and_) || ent_finder_is(f, token + 1, f->words.comma) ||
           ent_finder_is(f, token + 1, f->words.of);
}

static bool read_numeral(const ent_finder *f, uint32_t token, bool alone_counts, numeral *out)
{
    ent_str inside;
    if (!is_number(f, token))
        return false;
    *out = (numeral){.before = ent_token_text(f->segments, token), .shape = ALONE, .first = token, .last = token + 1};
    uint32_t behind = token + 1 + is_part_letter(f, token + 1);
    if (ent_str_find(out->before, ENT_STR(","), 0) != ENT_STR_NONE ||
        ent_str_find(out->before, ENT_STR("."), 0) != ENT_STR_NONE)
        return false;
    if (ent_finder_is(f, token + 1, f->words.slash) && token + 2 < f->n_tokens &&
        f->tokens[token + 1].flags & ENT_TOKEN_JOINED && ent_is_digit(ent_token_text(f->segments, token + 2).data[0])) {
        out->shape = SESSION;
        out->after = ent_token_text(f->segments, token + 2);
        out->last = token + 3 + is_part_of_several(f, token + 3);
        return true;
    }
    if (in_brackets(f, behind, &inside) && (is_roman(inside) || (inside.len == 4 && is_number(f, behind + 1)))) {
        out->shape = is_roman(inside) ? ROMAN : YEAR;
        out->after = inside;
        out->last = behind + 3;
        return true;
    }
    return alone_counts && out->before.len >= 3 && out->before.len <= 4;
}

/* The organ that a mention over the token names, or NULL. */
static const organ *organ_over(ent_finder *f, uint32_t token)
{
    static const struct {
        ent_str key;
        organ organ;
    } organs[] = {
        {ENT_STR("forum:general-assembly"), {ENT_STR("A"), ENT_STR("General Assembly")}},
        {ENT_STR("forum:security-council"), {ENT_STR("S"), ENT_STR("Security Council")}},
        {ENT_STR("forum:economic-and-social-council"), {ENT_STR("E"), ENT_STR("Economic and Social Council")}},
        {ENT_STR("forum:human-rights-council"), {ENT_STR("A/HRC"), ENT_STR("Human Rights Council")}}};
    const ent_candidate *over = ent_finder_over(f, token);
    uint32_t entity = over ? ent_finder_names(f, over) : ENT_UNRESOLVED;
    for (size_t i = 0; entity != ENT_UNRESOLVED && i < sizeof organs / sizeof *organs; i++)
        if (ent_str_eq(f->out->entities.items[entity].key, organs[i].key))
            return &organs[i].organ;
    return NULL;
}

/* "the Human Rights Council in its resolution 17/4", "Recalling its resolution 17/4" in a resolution of that Council.
 */
static const organ *owner_before(ent_finder *f, uint32_t sentence, uint32_t its)
{
    enum { HEAD = 400 }; /* characters in which a document gives its own symbol */
    static const organ council = {ENT_STR("A/HRC"), ENT_STR("Human Rights Council")};
    for (uint32_t i = its; i-- > f->segments->sentences.items[sentence].first;) {
        const organ *o = organ_over(f, i);
        if (o)
            return o;
    }
    ent_str head = ent_str_slice(f->document->text, 0, HEAD);
    return ent_str_find(head, ENT_STR("A/HRC/"), 0) == ENT_STR_NONE ? NULL : &council;
}

/* The organ named before the word "resolution", and where its name begins. */
static organ organ_before(ent_finder *f, uint32_t sentence, uint32_t word, uint32_t *first)
{
    static const organ assembly = {ENT_STR("A"), ENT_STR("General Assembly")};
    const organ *found = NULL;
    *first = word;
    if (word > f->segments->sentences.items[sentence].first && (found = organ_over(f, word - 1)))
        *first = ent_finder_over(f, word - 1)->mention.first;
    else if (word > f->segments->sentences.items[sentence].first && ent_finder_is(f, word - 1, f->words.its))
        found = owner_before(f, sentence, word - 1);
    return found ? *found : assembly;
}

/* Where no body is named the Assembly is meant. It numbers by session since its thirty-first, its decisions with three
 * digits: "resolution 5/14" and "decision 15/4" are another body's, and which one the number does not say. */
static bool may_be_assembly(const numeral *n, bool decision)
{
    int64_t session = 0;
    bool numbered = n->shape == SESSION && ent_str_to_int(n->before, &session);
    return !numbered || (session > 30 && !(decision && n->after.len < 3));
}

/* The year of "of 24 December 2021" at `token`, or empty. */
static ent_str year_of_date(const ent_finder *f, uint32_t token)
{
    bool date = ent_finder_is(f, token, f->words.of) && is_number(f, token + 1) && token + 3 < f->n_tokens &&
                ent_finder_lists(f, token + 2) & ENT_LIST(MONTH) && is_number(f, token + 3);
    ent_str year = date ? ent_token_text(f->segments, token + 3) : ENT_STR_EMPTY;
    return year.len == 4 ? year : ENT_STR_EMPTY;
}

/* "resolution 76/231", and each further number of "resolutions 75/36, 76/231 and 77/41". */
static void find_numbered(ent_finder *f, uint32_t sentence, uint32_t word, bool decision)
{
    uint32_t first, end = f->segments->sentences.items[sentence].last, at = word + 1;
    organ o = organ_before(f, sentence, word, &first);
    if (at < end && ent_finder_is(f, at, f->words.stop)) /* "Res." */
        at++;
    numeral n;
    for (bool leading = true; at < end && read_numeral(f, at, o.symbol.data[0] == 'S', &n) && n.last <= end;
         leading = false) {
        if (first == word && ent_str_eq(o.symbol, ENT_STR("A")) && !may_be_assembly(&n, decision))
            return;
        ent_str year = year_of_date(f, n.last);
        add_symbol(f, sentence, leading ? first : n.first, n.last, resolution_entity(f, &o, &n, decision, year));
        at = n.last + (year.len ? 4 : 0);
        uint32_t before = at;
        while (at < end && (ent_finder_is(f, at, f->words.comma) || ent_finder_is(f, at, f->words.and_) ||
                            ent_finder_is(f, at, f->words.or_)))
            at++;
        if (at == before)
            break;
    }
}

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
        if (!inner && !(in_brackets(f, *last, &inside) && is_roman(inside)))
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

/* "A/RES/76/231" as organ and number; false for other symbols. */
static bool read_resolution_symbol(ent_finder *f, ent_str symbol, organ *o, numeral *n, bool *decision)
{
    static const organ organs[] = {{ENT_STR("A"), ENT_STR("General Assembly")},
                                   {ENT_STR("S"), ENT_STR("Security Council")},
                                   {ENT_STR("E"), ENT_STR("Economic and Social Council")},
                                   {ENT_STR("A/HRC"), ENT_STR("Human Rights Council")}};
    ent_str parts[8], rest = symbol;
    for (size_t i = 0; i < sizeof organs / sizeof *organs; i++) {
        ent_str prefix = ent_arena_format(f->arena, ENT_STR_FMT "/", ENT_STR_ARG(organs[i].symbol));
        if (!ent_str_starts(symbol, prefix))
            continue;
        rest = ent_str_slice(symbol, prefix.len, symbol.len);
        size_t count = 0;
        ent_str left = rest;
        while (count < 8 && ent_str_split(&left, ENT_STR("/"), &parts[count]))
            count++;
        *decision = count > 1 && ent_str_eq(parts[0], ENT_STR("DEC"));
        if (count < 2 || count > 3 || !(ent_str_eq(parts[0], ENT_STR("RES")) || *decision) ||
            !ent_is_digit(parts[1].data[0]))
            continue;
        *o = organs[i];
        *n = (numeral){.before = parts[1], .shape = count == 3 ? SESSION : ALONE};
        if (count == 3)
            n->after = parts[2];
        size_t open = ent_str_find(parts[1], ENT_STR("("), 0);
        if (count == 2 && open != ENT_STR_NONE && parts[1].data[parts[1].len - 1] == ')') {
            n->after = ent_str_trim(ent_str_slice(parts[1], open + 1, parts[1].len - 1));
            n->before = ent_str_trim(ent_str_slice(parts[1], 0, open));
            n->shape = ROMAN;
        }
        return count == 3 || n->shape == ROMAN || o->symbol.data[0] == 'S';
    }
    return false;
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
    bool shaped = slash + 3 < end && is_number(f, first) && ent_finder_is(f, slash + 2, f->words.stop) &&
                  is_number(f, slash + 3) && f->tokens[slash + 3].flags & ENT_TOKEN_JOINED;
    bool body = false;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies && shaped && !body; i++)
        body = ent_str_eq(ent_token_text(f->segments, slash + 1), ent_str_from(bodies[i]));
    if (!body)
        return 0;
    ent_str symbol = ent_finder_text(f, first, slash + 4);
    ent_str name = ent_arena_join(f->arena, ENT_STR("Decision "), symbol);
    first -= first > f->segments->sentences.items[sentence].first && ent_finder_reads(f, first - 1, end, "decision");
    add_symbol(f, sentence, first, slash + 4,
               symbol_entity(f, symbol, name, attributes_of(f, "decision", NULL, "adopted", symbol, ENT_STR_EMPTY)));
    return slash + 4;
}

/* "A" of "A/AC.105/1", "AC" of "AC.105/1". */
static bool opens_with_body(const ent_finder *f, uint32_t first, uint32_t slash)
{
    bool body = ent_finder_lists(f, first) & ENT_LIST(SYMBOL_BODY) && ent_finder_is_capital(f, first);
    bool numbered = first + 3 == slash && ent_finder_is(f, first + 1, f->words.stop) && is_number(f, first + 2);
    return body && (first + 1 == slash || numbered);
}

/* Returns the token behind the symbol. */
static uint32_t find_symbol(ent_finder *f, uint32_t sentence, uint32_t slash)
{
    uint32_t first, last;
    symbol_extent(f, slash, &f->segments->sentences.items[sentence], &first, &last);
    ent_str symbol = ent_finder_text(f, first, last);
    uint32_t behind = find_decision_of_parties(f, sentence, slash);
    if (behind)
        return behind;
    if (!opens_with_body(f, first, slash) || !has_digit(symbol) || symbol.len > 80)
        return last > slash ? last : slash + 1;
    organ o;
    numeral n;
    bool decision;
    ent_str year = ENT_STR_EMPTY, inside;
    if (read_resolution_symbol(f, symbol, &o, &n, &decision)) {
        if (n.shape == ALONE && in_brackets(f, last, &inside) && inside.len == 4) {
            n.shape = YEAR;
            n.after = inside;
            last += 3;
        }
        add_symbol(f, sentence, first, last, resolution_entity(f, &o, &n, decision, year_of_date(f, last)));
        return last;
    }
    const char *form = document_form(symbol);
    const char *status = ent_str_eq(ent_str_from(form), ENT_STR("draft resolution")) ? "draft" : NULL;
    add_symbol(f, sentence, first, last,
               symbol_entity(f, symbol, symbol, attributes_of(f, form, NULL, status, symbol, year)));
    return last;
}

void ent_find_symbols(ent_finder *f)
{
    uint32_t resolution = ent_vocabulary_find(f->vocabulary, ENT_STR("resolution"));
    uint32_t short_form = ent_vocabulary_find(f->vocabulary, ENT_STR("res"));
    uint32_t decision = ent_vocabulary_find(f->vocabulary, ENT_STR("decision"));
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; i < sentence->last; i++) {
            uint32_t word = f->vocabulary->singulars.items[f->tokens[i].word];
            bool joined = f->tokens[i].flags & ENT_TOKEN_JOINED && !(f->tokens[i].flags & ENT_TOKEN_HYPHEN) &&
                          !ent_finder_is(f, i - 1, f->words.open);
            if (word == f->words.slash && word && i > sentence->first)
                i = find_symbol(f, s, i) - 1;
            else if (word && !joined && (word == resolution || word == short_form || word == decision))
                find_numbered(f, s, i, word == decision);
        }
    }
}
