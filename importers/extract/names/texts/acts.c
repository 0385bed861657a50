/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions that other bodies than the organs of the United Nations number in ways of their own: "Council Decision
 * (CFSP) 2019/615", "GC(65)/RES/10", "PC.DEC/1106", "Ministerial Council Decision No. 5/16", "Resolution 186 (Busan,
 * 2014)", "Decision 1 of the Fifth Review Conference". */
#include "importers/extract/names/texts/symbols.h"

#include "core/model/key.h"

static const ent_organ bodies[] = {
    {ENT_STR("forum:iaea-general-conference"), ENT_STR("GC"), ENT_STR("IAEA General Conference")},
    {ENT_STR("forum:osce-permanent-council"), ENT_STR("PC"), ENT_STR("OSCE Permanent Council")},
    {ENT_STR("forum:osce-ministerial-council"), ENT_STR("MC"), ENT_STR("OSCE Ministerial Council")},
    {ENT_STR("forum:osce-forum-for-security-co-operation"), ENT_STR("FSC"),
     ENT_STR("OSCE Forum for Security Co-operation")}};

static uint32_t act(ent_finder *f, bool decision, ent_str symbol, ent_str name)
{
    return ent_symbol_entity(
        f, symbol, name,
        ent_symbol_attributes(f, decision ? "decision" : "resolution", NULL, "adopted", symbol, ENT_STR_EMPTY));
}

/* The act of a body by its number: "Permanent Council Decision No. 1106" and "PC.DEC/1106" are one. */
static uint32_t numbered_act(ent_finder *f, ent_str body, bool decision, ent_str number)
{
    ent_str name = ent_arena_join(f->arena, body, decision ? ENT_STR(" decision ") : ENT_STR(" resolution "), number);
    return act(f, decision, name, name);
}

/* Whose act it is, as the words [first, last) inside its name say. */
static void add_body(ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last, ent_str key)
{
    uint32_t entry = ent_lexicon_find(f->lexicon, key);
    if (entry != UINT32_MAX)
        ent_finder_add(f, ent_finder_candidate(sentence, first, last, ENT_FORUM, ENT_BY_SYMBOL,
                                               ent_finder_entry(f, entry), 0.98f));
}

/* The body whose symbol is the token. */
static const ent_organ *body_at(const ent_finder *f, uint32_t token)
{
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        if (ent_str_eq(ent_token_text(f->segments, token), bodies[i].symbol))
            return &bodies[i];
    return NULL;
}

/* The token behind "5" or "5/16" at `at`. */
static uint32_t behind_number(const ent_finder *f, uint32_t at, uint32_t end)
{
    bool parted = at + 2 < end && ent_finder_is(f, at + 1, f->words.slash) && ent_finder_is_number(f, at + 2) &&
                  f->tokens[at + 2].flags & ENT_TOKEN_JOINED;
    return at + (parted ? 3 : 1);
}

/* The token behind "25", "INF/4" or "OR.7" at `at`, the rest of a symbol that is no act's. */
static uint32_t behind_document(const ent_finder *f, uint32_t at, uint32_t end)
{
    uint32_t number = at + (ent_finder_is_number(f, at) ? 0 : 2);
    bool parted =
        number == at ||
        (at + 2 < end && (ent_finder_is(f, at + 1, f->words.slash) || ent_finder_is(f, at + 1, f->words.stop)));
    return parted && number < end && ent_finder_is_number(f, number) ? number + 1 : 0;
}

/* "GC(65)/RES/10", "GC(65)/INF/4": the session stands in brackets. */
static uint32_t find_text_of_session(ent_finder *f, uint32_t s, uint32_t slash)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    uint32_t first = slash - 4, last;
    ent_str session;
    if (slash < sentence->first + 4 || slash + 1 >= sentence->last || !ent_symbol_in_brackets(f, slash - 3, &session) ||
        !(last = behind_document(f, slash + 1, sentence->last)))
        return 0;
    const ent_organ *body = body_at(f, first);
    bool decision = ent_finder_reads(f, slash + 1, last, "DEC");
    if (!body)
        return 0;
    ent_str symbol = ent_finder_text(f, first, last);
    if (!decision && !ent_finder_reads(f, slash + 1, last, "RES")) {
        ent_str attributes = ent_symbol_attributes(f, "document", NULL, NULL, symbol, ENT_STR_EMPTY);
        ent_symbol_add(f, s, first, last, ent_symbol_entity(f, symbol, symbol, attributes));
        return last;
    }
    ent_symbol_add(f, s, first, last, act(f, decision, symbol, symbol));
    add_body(f, s, first, slash + 2, body->key);
    return last;
}

/* "PC.DEC/1106", "MC.DEC/5/16". */
static uint32_t find_act_of_council(ent_finder *f, uint32_t s, uint32_t slash)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    if (slash < sentence->first + 3 || slash + 1 >= sentence->last || !ent_finder_is_number(f, slash + 1) ||
        !ent_finder_is(f, slash - 2, f->words.stop) || !ent_finder_reads(f, slash - 1, slash, "DEC"))
        return 0;
    const ent_organ *body = body_at(f, slash - 3);
    uint32_t last = behind_number(f, slash + 1, sentence->last);
    if (!body)
        return 0;
    ent_symbol_add(f, s, slash - 3, last, numbered_act(f, body->name, true, ent_finder_text(f, slash + 1, last)));
    add_body(f, s, slash - 3, slash, body->key);
    return last;
}

static const char *const marks[] = {"CFSP", "EU", "EC", "EEC", "Euratom", "JHA", NULL};

/* Where "(CFSP) No" before the number at `at` begins; `at` where nothing of it stands there. */
static uint32_t mark_before(const ent_finder *f, uint32_t at, uint32_t begin, bool *marked)
{
    uint32_t first = at;
    first -= first > begin && ent_finder_is(f, first - 1, f->words.stop);
    bool numero = first > begin && ent_finder_reads(f, first - 1, at, "No");
    first = numero ? first - 1 : at;
    if (first < begin + 3 || !ent_finder_is(f, first - 1, f->words.close) ||
        !ent_finder_is(f, first - 3, f->words.open) || !ent_finder_reads_any(f, first - 2, at, marks))
        return first;
    *marked = true;
    return first - 3;
}

/* The kind of an act at the token as its name has it, or NULL. */
static const char *kind_of_act(const ent_finder *f, uint32_t token)
{
    static const char *const kinds[] = {"Decision", "Regulation",   "Directive", "Position", "Action",
                                        "Common",   "Implementing", "Delegated", "Joint",    "Framework"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (ent_finder_reads(f, token, token + 1, kinds[i]))
            return kinds[i];
    return NULL;
}

/* Where "EU Regulation No" before the number at `at` begins, or 0. */
static uint32_t act_before(const ent_finder *f, uint32_t at, uint32_t begin)
{
    uint32_t no = at - 1;
    no -= no > begin && ent_finder_is(f, no, f->words.stop);
    bool numbered = no > begin + 1 && ent_finder_reads(f, no, at, "No") && kind_of_act(f, no - 1);
    return numbered && ent_finder_reads_any(f, no - 2, at, marks) ? no - 2 : 0;
}

/* "Common Position 2003/805/CFSP", "Council Implementing Decision (CFSP) 2019/615", "Regulation (EU) No 833/2014", "EU
 * Regulation No 833/2014". */
static uint32_t find_act_of_union(ent_finder *f, uint32_t s, uint32_t slash)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    uint32_t last = slash + 2, behind = slash + 4;
    if (last > sentence->last || !ent_finder_is_number(f, slash - 1) || !ent_finder_is_number(f, slash + 1))
        return 0;
    bool marked = behind <= sentence->last && ent_finder_is(f, last, f->words.slash) &&
                  ent_finder_reads_any(f, last + 1, behind, marks);
    last = marked ? behind : last;
    uint32_t first = mark_before(f, slash - 1, sentence->first, &marked);
    uint32_t act = marked ? 0 : act_before(f, slash - 1, sentence->first);
    if (!marked && !act)
        return 0;
    first = marked ? first : act;
    ent_str symbol = ent_finder_text(f, first, last), name = symbol;
    for (const char *kind; first > sentence->first && (kind = kind_of_act(f, first - 1)); first--)
        name = ent_arena_join(f->arena, ent_str_from(kind), ENT_STR(" "), name);
    bool council = first > sentence->first && ent_finder_reads(f, first - 1, first, "Council");
    ent_str attributes = ent_symbol_attributes(f, "decision", "binding", "adopted", symbol, ENT_STR_EMPTY);
    ent_symbol_add(f, s, first - council, last, ent_symbol_entity(f, symbol, name, attributes));
    if (council)
        add_body(f, s, first - 1, first, ENT_STR("forum:council-of-the-european-union"));
    return last;
}

/* Whether the word "decision" stands before the token, further numbers between them: "decisions II/27 and III/28". */
static bool are_decisions(const ent_finder *f, uint32_t begin, uint32_t token)
{
    static const char *const words[] = {"decision", "decisions", NULL};
    enum { LONGEST_ROW = 30 };
    for (uint32_t i = token; i-- > begin && i + LONGEST_ROW > token;) {
        if (ent_finder_reads_any(f, i, token, words))
            return true;
        bool row = ent_finder_is_number(f, i) || ent_finder_is_punct(f, i) || ent_finder_is(f, i, f->words.and_) ||
                   ent_finder_is_acronym(f, i) || ent_symbol_is_roman(ent_token_text(f->segments, i));
        if (!row)
            return false;
    }
    return false;
}

/* "decision XI/32", "decisions BC-10/1 and SC-2/13": of the parties to a convention, by their meeting and a number. */
static uint32_t find_act_of_parties(ent_finder *f, uint32_t s, uint32_t slash)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    uint32_t first = slash - 1, last = slash + 2;
    if (slash == sentence->first || last > sentence->last || !ent_finder_is_number(f, slash + 1) ||
        !(f->tokens[slash + 1].flags & ENT_TOKEN_JOINED))
        return 0;
    bool hyphened = first > sentence->first && ent_finder_is_number(f, first) &&
                    f->tokens[first].flags & ENT_TOKEN_HYPHEN && ent_finder_is_acronym(f, first - 1);
    first -= hyphened;
    if (!(hyphened || ent_symbol_is_roman(ent_token_text(f->segments, first))) ||
        !are_decisions(f, sentence->first, first))
        return 0;
    ent_str name = ent_arena_join(f->arena, ENT_STR("Decision "), ent_finder_text(f, first, last));
    first -= first > sentence->first && ent_finder_reads(f, first - 1, first, "decision");
    ent_symbol_add(f, s, first, last, act(f, true, name, name));
    return last;
}

uint32_t ent_find_act(ent_finder *f, uint32_t sentence, uint32_t slash)
{
    uint32_t behind = find_act_of_union(f, sentence, slash);
    behind = behind ? behind : find_act_of_parties(f, sentence, slash);
    behind = behind ? behind : find_text_of_session(f, sentence, slash);
    return behind ? behind : find_act_of_council(f, sentence, slash);
}

/* The token behind "(Busan, 2014)", "(Rev. Dubai, 2018)" or "(WRC-19)" at `at`: the conference that adopted it; else 0.
 */
static uint32_t behind_conference(const ent_finder *f, uint32_t at, uint32_t end)
{
    enum { LONGEST = 9 };
    bool dated = false;
    if (!ent_finder_is(f, at, f->words.open) || at + 2 >= end || !ent_finder_is_capital(f, at + 1))
        return 0;
    for (uint32_t i = at + 1; i < end && i < at + LONGEST; i++) {
        if (ent_finder_is(f, i, f->words.close))
            return dated && ent_finder_is_number(f, i - 1) ? i + 1 : 0;
        if (ent_finder_is(f, i, f->words.slash)) /* a symbol */
            return 0;
        dated |= ent_finder_is_number(f, i) && i > at + 1;
    }
    return 0;
}

/* "Decision No. 1330 (PC.DEC/1330)": the body whose symbol stands in brackets at `at`, or NULL. */
static const ent_organ *body_in_brackets(const ent_finder *f, uint32_t at, uint32_t end)
{
    bool symbol = at + 6 < end && ent_finder_is(f, at, f->words.open) && ent_finder_is(f, at + 2, f->words.stop) &&
                  ent_finder_reads(f, at + 3, end, "DEC") && ent_finder_is(f, at + 4, f->words.slash);
    return symbol ? body_at(f, at + 1) : NULL;
}

/* The name that begins with a capital at `at` and is more than one word: "Fifth Review Conference". */
static uint32_t behind_capitals(const ent_finder *f, uint32_t at, uint32_t end)
{
    uint32_t last = at;
    while (last < end && (ent_finder_is_capital(f, last) || (last == at && ent_finder_is_number(f, last))))
        last++;
    return last > at + 1 ? last : 0;
}

/* The forum that the words before name in full, and that has no symbols of its own. */
static uint32_t forum_before(ent_finder *f, uint32_t sentence, uint32_t word, uint32_t *first)
{
    const ent_candidate *over =
        word > f->segments->sentences.items[sentence].first ? ent_finder_over(f, word - 1) : NULL;
    uint32_t entity = over && over->mention.kind == ENT_FORUM ? ent_finder_names(f, over) : ENT_UNRESOLVED;
    size_t n_organs;
    const ent_organ *organs = ent_organs(&n_organs);
    for (size_t i = 0; i < n_organs && entity != ENT_UNRESOLVED; i++)
        if (ent_str_eq(f->out->entities.items[entity].key, organs[i].key))
            entity = ENT_UNRESOLVED;
    *first = entity != ENT_UNRESOLVED ? over->mention.first : word;
    return entity;
}

bool ent_find_act_by_number(ent_finder *f, uint32_t sentence, uint32_t word, bool decision)
{
    uint32_t end = f->segments->sentences.items[sentence].last, at = word + 1, first;
    bool numero = ent_finder_reads(f, at, end, "No");
    at += numero + (numero && ent_finder_is(f, at + 1, f->words.stop));
    if (at >= end || !ent_finder_is_number(f, at))
        return false;
    uint32_t forum = forum_before(f, sentence, word, &first), last = behind_number(f, at, end);
    uint32_t behind = last == at + 1 ? behind_conference(f, last, end) : 0;
    ent_str number = ent_finder_text(f, at, last), head = decision ? ENT_STR("Decision ") : ENT_STR("Resolution ");
    ent_str name = ent_arena_join(f->arena, head, ent_finder_text(f, word + 1, behind ? behind : last));
    const ent_organ *body = body_in_brackets(f, last, end);
    if (body || (forum != ENT_UNRESOLVED && !behind)) {
        ent_str whose = body ? body->name : f->out->entities.items[forum].name;
        ent_symbol_add(f, sentence, first, last, numbered_act(f, whose, decision, number));
        return true;
    }
    bool of = ent_finder_is(f, last, f->words.of) && ent_finder_is(f, last + 1, f->words.the);
    uint32_t whole = of && !behind && number.len < 3 ? behind_capitals(f, last + 2, end) : 0;
    if (!ent_finder_is_capital(f, word) || !(behind || whole || (numero && number.len > 2)))
        return false;
    if (whole)
        name = ent_arena_join(f->arena, name, ENT_STR(" of the "), ent_finder_text(f, last + 2, whole));
    ent_symbol_add(f, sentence, word, behind ? behind : last, act(f, decision, name, name));
    return true;
}
