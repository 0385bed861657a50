/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands for the symbol of a resolution or decision: "General Assembly resolution 76/231 of 24 December 2021",
 * "resolutions 75/36 and 76/231", "resolution 1962 (XVIII)", "Security Council resolution 1540 (2004)". */
#include "importers/extract/names/texts/symbols.h"

uint32_t ent_resolution_entity(ent_finder *f, const ent_organ *o, const ent_numeral *n, bool decision, ent_str year)
{
    const char *kind = decision ? "decision" : "resolution";
    ent_str code = decision ? ENT_STR("/DEC/") : ENT_STR("/RES/");
    ent_str word = decision ? ENT_STR(" decision ") : ENT_STR(" resolution ");
    ent_str slash = ENT_STR("/"), open = ENT_STR("("), close = ENT_STR(")"), symbol, name;
    bool council = o->symbol.data[0] == 'S';
    if (n->shape == ENT_NUMERAL_ROMAN) {
        symbol = ent_arena_join(f->arena, o->symbol, code, n->before, open, n->after, close);
        name = ent_arena_join(f->arena, o->name, word, n->before, ENT_STR(" ("), n->after, close);
    } else if (n->shape == ENT_NUMERAL_SESSION) {
        symbol = ent_arena_join(f->arena, o->symbol, code, n->before, slash, n->after);
        name = ent_arena_join(f->arena, o->name, word, n->before, slash, n->after);
    } else {
        symbol = ent_arena_join(f->arena, ENT_STR("S"), code, n->before);
        name = ent_arena_join(f->arena, ENT_STR("Security Council"), word, n->before);
        if (n->shape == ENT_NUMERAL_YEAR)
            name = ent_arena_join(f->arena, name, ENT_STR(" ("), n->after, close);
        year = n->shape == ENT_NUMERAL_YEAR ? n->after : year;
    }
    return ent_symbol_entity(f, symbol, name,
                             ent_symbol_attributes(f, kind,
                                                   council || n->shape == ENT_NUMERAL_YEAR ? NULL : "non-binding",
                                                   "adopted", symbol, year));
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

static bool read_numeral(const ent_finder *f, uint32_t token, bool alone_counts, ent_numeral *out)
{
    ent_str inside;
    if (!ent_finder_is_number(f, token))
        return false;
    *out = (ent_numeral){
        .before = ent_token_text(f->segments, token), .shape = ENT_NUMERAL_ALONE, .first = token, .last = token + 1};
    uint32_t behind = token + 1 + is_part_letter(f, token + 1);
    if (ent_str_find(out->before, ENT_STR(","), 0) != ENT_STR_NONE ||
        ent_str_find(out->before, ENT_STR("."), 0) != ENT_STR_NONE)
        return false;
    if (ent_finder_is(f, token + 1, f->words.slash) && token + 2 < f->n_tokens &&
        f->tokens[token + 1].flags & ENT_TOKEN_JOINED && ent_is_digit(ent_token_text(f->segments, token + 2).data[0])) {
        out->shape = ENT_NUMERAL_SESSION;
        out->after = ent_token_text(f->segments, token + 2);
        out->last = token + 3 + is_part_of_several(f, token + 3);
        return true;
    }
    if (ent_symbol_in_brackets(f, behind, &inside) &&
        (ent_symbol_is_roman(inside) || (inside.len == 4 && ent_finder_is_number(f, behind + 1)))) {
        out->shape = ent_symbol_is_roman(inside) ? ENT_NUMERAL_ROMAN : ENT_NUMERAL_YEAR;
        out->after = inside;
        out->last = behind + 3;
        return true;
    }
    return alone_counts && out->before.len >= 3 && out->before.len <= 4;
}

static const ent_organ organs[] = {
    {ENT_STR("forum:general-assembly"), ENT_STR("A"), ENT_STR("General Assembly")},
    {ENT_STR("forum:security-council"), ENT_STR("S"), ENT_STR("Security Council")},
    {ENT_STR("forum:ecosoc"), ENT_STR("E"), ENT_STR("Economic and Social Council")},
    {ENT_STR("forum:human-rights-council"), ENT_STR("A/HRC"), ENT_STR("Human Rights Council")}};
static const ent_organ *const assembly = &organs[0], *const security_council = &organs[1],
                              *const human_rights = &organs[3];

const ent_organ *ent_organs(size_t *n)
{
    *n = sizeof organs / sizeof *organs;
    return organs;
}

/* The organ that a mention over the token names, or NULL. */
static const ent_organ *organ_over(ent_finder *f, uint32_t token)
{
    const ent_candidate *over = ent_finder_over(f, token);
    uint32_t entity = over ? ent_finder_names(f, over) : ENT_UNRESOLVED;
    for (size_t i = 0; entity != ENT_UNRESOLVED && i < sizeof organs / sizeof *organs; i++)
        if (ent_str_eq(f->out->entities.items[entity].key, organs[i].key))
            return &organs[i];
    return NULL;
}

enum { FRONT = 20 }; /* sentences of the first page */

/* The organ of "resolution adopted by the Human Rights Council" at `word`, or NULL. */
static const ent_organ *organ_behind(ent_finder *f, uint32_t word, uint32_t end)
{
    static const char *const texts[] = {"resolution", "decision", NULL};
    uint32_t organ = word + 3 + ent_finder_reads(f, word + 3, end, "the");
    bool adopted = ent_finder_reads_any(f, word, end, texts) && ent_finder_reads(f, word + 1, end, "adopted") &&
                   ent_finder_reads(f, word + 2, end, "by") && organ < end;
    return adopted ? organ_over(f, organ) : NULL;
}

/* The organ that one of the lines above says adopted the text. */
static const ent_organ *adopting_organ(ent_finder *f, uint32_t sentence)
{
    uint32_t end = f->segments->sentences.items[sentence < FRONT ? sentence : FRONT].first;
    const ent_organ *organ = NULL;
    for (uint32_t i = f->segments->sentences.items[0].first; i < end && !organ; i++)
        organ = organ_behind(f, i, end);
    return organ;
}

/* "the Human Rights Council in its resolution 17/4", "Recalling its resolution 17/4" in a resolution of that Council.
 */
static const ent_organ *owner_before(ent_finder *f, uint32_t sentence, uint32_t its)
{
    enum { HEAD = 400 }; /* characters in which a document gives its own symbol */
    for (uint32_t i = its; i-- > f->segments->sentences.items[sentence].first;) {
        const ent_organ *o = organ_over(f, i);
        if (o)
            return o;
    }
    ent_str head = ent_str_slice(f->document->text, 0, HEAD);
    return ent_str_find(head, ENT_STR("A/HRC/"), 0) == ENT_STR_NONE ? adopting_organ(f, sentence) : human_rights;
}

/* "In its resolution 51/3, the Human Rights Council": who acts behind the comma, of an opening at the sentence's
 * beginning; or NULL. */
static const ent_organ *owner_behind(ent_finder *f, const ent_sentence *sentence, uint32_t word)
{
    enum { OPENING = 2, LONGEST = 12 };
    if (word > sentence->first + OPENING)
        return NULL;
    uint32_t at = word + 1, end = word + LONGEST < sentence->last ? word + LONGEST : sentence->last;
    while (at < end && !ent_finder_is(f, at, f->words.comma))
        at++;
    at += 1 + ent_finder_is(f, at + 1, f->words.the);
    return at < end ? organ_over(f, at) : NULL;
}

/* The organ named before the word "resolution", and where its name begins; else whose "its" is, or who acts. */
static const ent_organ *organ_before(ent_finder *f, uint32_t sentence, uint32_t word, uint32_t *first)
{
    const ent_sentence *at = &f->segments->sentences.items[sentence];
    const ent_organ *found = NULL;
    *first = word;
    if (word > at->first && (found = organ_over(f, word - 1)))
        *first = ent_finder_over(f, word - 1)->mention.first;
    else
        found = owner_behind(f, at, word);
    bool its = word > at->first &&
               (ent_finder_is(f, word - 1, f->words.its) || ent_finder_reads(f, word - 1, at->last, "including"));
    if (!found && its)
        found = owner_before(f, sentence, word - 1);
    return found ? found : assembly;
}

/* "resolution 1962" where the document has "resolution 1962 (XVIII)": the Assembly numbered so, too, until 1975. */
static bool is_assembly_number(const ent_finder *f, ent_str number)
{
    ent_str key = ent_arena_format(f->arena, "instrument:a-res-" ENT_STR_FMT "-", ENT_STR_ARG(number));
    for (uint32_t i = 0; i < f->out->entities.n; i++)
        if (ent_str_starts(f->out->entities.items[i].key, key))
            return true;
    return false;
}

/* "The Security Council adopted resolution 2231": where a number stands alone, the council named before it in the
 * sentence numbered it; where no organ is, the council that the document speaks of. */
static const ent_organ *council_before(ent_finder *f, uint32_t sentence, uint32_t word, ent_str number)
{
    enum { DIGITS = 3, LAST = 2999 };
    for (uint32_t i = word; i-- > f->segments->sentences.items[sentence].first;) {
        const ent_organ *o = organ_over(f, i);
        if (o)
            return o == security_council ? o : NULL;
    }
    int64_t n = 0;
    bool may_be = f->has_council && number.len >= DIGITS && ent_str_to_int(number, &n) && n <= LAST;
    return may_be && !is_assembly_number(f, number) ? security_council : NULL;
}

/* Where no body is named the Assembly is meant. It numbers by session since its thirty-first, its decisions with three
 * digits: "resolution 5/14" and "decision 15/4" are another body's, and which one the number does not say. */
static bool may_be_assembly(const ent_numeral *n, bool decision)
{
    int64_t session = 0;
    bool numbered = n->shape == ENT_NUMERAL_SESSION && ent_str_to_int(n->before, &session);
    return !numbered || (session > 30 && session < 200 && !(decision && n->after.len < 3));
}

/* The year of "of 24 December 2021" at `token`, or empty. */
ent_str ent_resolution_year(const ent_finder *f, uint32_t token)
{
    bool date = ent_finder_is(f, token, f->words.of) && ent_finder_is_number(f, token + 1) && token + 3 < f->n_tokens &&
                ent_finder_lists(f, token + 2) & ENT_LIST(MONTH) && ent_finder_is_number(f, token + 3);
    ent_str year = date ? ent_token_text(f->segments, token + 3) : ENT_STR_EMPTY;
    return year.len == 4 ? year : ENT_STR_EMPTY;
}

/* The organ that speaks below the line: "The General Assembly," alone in a line, within the next few; or NULL. */
static const ent_organ *speaking_organ(ent_finder *f, uint32_t sentence)
{
    enum { BELOW = 5 };
    for (uint32_t s = sentence + 1; s < f->segments->sentences.n && s <= sentence + BELOW; s++) {
        const ent_sentence *line = &f->segments->sentences.items[s];
        uint32_t at = line->first + ent_finder_reads(f, line->first, line->last, "the");
        const ent_candidate *over = at < line->last ? ent_finder_over(f, at) : NULL;
        bool alone = over && over->mention.first == at && over->mention.last + 1 == line->last &&
                     ent_finder_is(f, over->mention.last, f->words.comma);
        if (alone)
            return organ_over(f, at);
    }
    return NULL;
}

/* "29/15. Widgets for all" under "Resolution adopted by …", "1234 (XX). Widgets for all" over "The General Assembly,":
 * the number that the page gives its text. */
void ent_find_own_number(ent_finder *f, uint32_t sentence)
{
    static const char *const marks[] = {".", ":", "-", "–", "—", NULL};
    const ent_sentence *line = &f->segments->sentences.items[sentence];
    ent_numeral n;
    if (sentence >= FRONT || !read_numeral(f, line->first, false, &n) ||
        (n.shape != ENT_NUMERAL_SESSION && n.shape != ENT_NUMERAL_ROMAN))
        return;
    uint32_t title = n.last + (n.last < line->last && ent_finder_reads_any(f, n.last, line->last, marks));
    bool stopped = title > n.last && ent_finder_is(f, n.last, f->words.stop),
         titled = title < line->last && ent_finder_is_capital(f, title), alone = title >= line->last;
    if (!titled && !alone)
        return;
    const ent_organ *organ = stopped && n.shape == ENT_NUMERAL_SESSION ? adopting_organ(f, sentence) : NULL;
    organ = organ ? organ : speaking_organ(f, sentence);
    if (organ)
        ent_symbol_add(f, sentence, n.first, n.last, ent_resolution_entity(f, organ, &n, false, ENT_STR_EMPTY));
}

/* The token of the next number behind commas and "and" at `at`; behind "on widgets", what the text before was about,
 * the next that has its date: "44/5 of 2 May 2031 on widgets, 45/6 of 3 May 2032". `end` where there is none. */
static uint32_t next_number(const ent_finder *f, uint32_t at, uint32_t end)
{
    enum { LONGEST_SUBJECT = 30 };
    uint32_t i = at;
    while (i < end && (ent_finder_is(f, i, f->words.comma) || ent_finder_is(f, i, f->words.and_) ||
                       ent_finder_is(f, i, f->words.or_)))
        i++;
    if (i > at || !ent_finder_is(f, at, f->words.on))
        return i > at ? i : end;
    ent_numeral n;
    for (; i + 1 < end && i < at + LONGEST_SUBJECT; i++)
        if ((ent_finder_is(f, i, f->words.comma) || ent_finder_is(f, i, f->words.and_)) &&
            read_numeral(f, i + 1, false, &n) && ent_resolution_year(f, n.last).len)
            return i + 1;
    return end;
}

/* "resolution 76/231", and each further number of "resolutions 75/36, 76/231 and 77/41". */
void ent_find_numbered(ent_finder *f, uint32_t sentence, uint32_t word, bool decision)
{
    uint32_t first, end = f->segments->sentences.items[sentence].last, at = word + 1;
    const ent_organ *o = organ_before(f, sentence, word, &first);
    if (at < end && ent_finder_is(f, at, f->words.stop)) /* "Res." */
        at++;
    ent_numeral n;
    bool bare = first == word && !decision && at < end && read_numeral(f, at, true, &n) &&
                (n.shape == ENT_NUMERAL_ALONE || n.shape == ENT_NUMERAL_YEAR);
    const ent_organ *council = bare ? council_before(f, sentence, word, n.before) : NULL;
    o = council ? council : o;
    for (bool leading = true; at < end && read_numeral(f, at, o->symbol.data[0] == 'S', &n) && n.last <= end;
         leading = false) {
        if (first == word && o == assembly && !may_be_assembly(&n, decision))
            return;
        ent_str year = ent_resolution_year(f, n.last);
        ent_symbol_add(f, sentence, leading ? first : n.first, n.last, ent_resolution_entity(f, o, &n, decision, year));
        at = next_number(f, n.last + (year.len ? 4 : 0), end);
    }
}
