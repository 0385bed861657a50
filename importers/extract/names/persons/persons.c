/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Persons: a title and a name, a given name and a surname, "Name (Post, Body)", bylines in capitals. */
#include "importers/extract/names/persons/name_rows.h"
#include "importers/extract/names/persons/person_context.h"
#include "importers/extract/names/persons/person_name.h"

/* "RoeConsultant", where a text lost the line end between a name and a post: the name ends before the post. */
static ent_str without_post(const ent_finder *f, ent_str name)
{
    for (size_t i = name.len; i-- > 2 && ent_is_alpha(name.data[i]);) {
        uint32_t word = ent_is_upper(name.data[i]) && ent_is_lower(name.data[i - 1])
                            ? ent_vocabulary_find(f->vocabulary, ent_str_slice(name, i, name.len))
                            : 0;
        if (ent_word_lists_of(&f->lexicon->lists, word) & ENT_LIST(POST))
            return ent_str_slice(name, 0, i);
    }
    return name;
}

/* What was named within a name that is gone. */
static void uncover(ent_finder *f, ent_candidate *c)
{
    uint32_t number = (uint32_t)(c - f->items.items) + 1;
    c->mention.flags &= (uint8_t)~ENT_MENTION_NESTED;
    for (uint32_t i = c->mention.first; i < c->mention.last; i++)
        f->cover[i] = f->cover[i] > number ? f->cover[i] : number;
}

/* An office that is a post here and no body; what is named within it stays. */
static void remove_office(ent_finder *f, ent_candidate *over)
{
    ent_mention office = over->mention;
    over->gone = true;
    for (uint32_t i = office.first; i < office.last; i++)
        f->cover[i] = 0;
    for (uint32_t i = office.first; i < office.last; i++)
        for (ent_candidate *c = NULL; (c = ent_finder_begun(f, i, c));)
            if (!c->gone && c->mention.flags & ENT_MENTION_NESTED && c->mention.last < office.last)
                uncover(f, c); /* "UNX" of "UNX Secretary-General" */
}

static bool is_office(const ent_finder *f, const ent_candidate *over)
{
    return over && over->mention.kind == ENT_ORGANIZATION &&
           ent_finder_lists(f, over->mention.last - 1) & ENT_LIST(PERSON_TITLE);
}

/* "Secretary-General Jane Roe": the office before a name is her post, no body of its own here. */
static void drop_office(ent_finder *f, uint32_t sentence, uint32_t first)
{
    ent_candidate *over = first > f->segments->sentences.items[sentence].first ? ent_finder_over(f, first - 1) : NULL;
    if (is_office(f, over) && over->mention.last == first)
        remove_office(f, over);
}

static bool is_body_at(const ent_finder *f, uint32_t token)
{
    const ent_candidate *over = token < f->n_tokens ? ent_finder_over(f, token) : NULL;
    return over && (over->mention.kind == ENT_ORGANIZATION || over->mention.kind == ENT_BLOC);
}

/* "The Secretary-General of the Widget Union", "the Widget Union's Secretary-General", "the Assistant
 * Secretary-General": an office by its bare name is not the one known by it when another body or person has it. */
static void drop_office_of_another(ent_finder *f, const ent_sentence *sentence, uint32_t at)
{
    ent_candidate *over = ent_finder_over(f, at);
    bool bare =
        is_office(f, over) && over->mention.first == at &&
        (ent_name_words(f, at, over->mention.last) == 1 || ent_finder_reads(f, at, sentence->last, "secretary"));
    if (!bare)
        return;
    static const char *const lesser[] = {"Assistant", "Under", "Deputy", "Vice", NULL};
    uint32_t last = over->mention.last;
    bool of = last + 1 < sentence->last && ent_finder_is(f, last, f->words.of);
    uint32_t behind = last + 1 + (of && ent_finder_is(f, last + 1, f->words.the));
    bool owned = at > sentence->first && ent_finder_is(f, at - 1, f->words.possessive);
    bool before = at > sentence->first + owned && is_body_at(f, at - 1 - owned);
    bool other = at > sentence->first && ent_finder_is_capital(f, at - 1) && !f->tokens[at - 1].word; /* "Quux " */
    bool below = at > sentence->first && ent_finder_reads_any(f, at - 1, sentence->last, lesser);
    if (before || below || other || (of && behind < sentence->last && is_body_at(f, behind)))
        remove_office(f, over);
}

static void add_person(ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last, float confidence)
{
    ent_str name = without_post(f, ent_finder_name(f, first, last));
    uint32_t entity = ent_finder_entity(f, ENT_PERSON, name, ENT_STR_EMPTY);
    ent_named *named = &f->out->entities.items[entity];
    drop_office(f, sentence, first);
    if (f->capitals[sentence] == ENT_CAPITALS_USUAL && named->entry == UINT32_MAX)
        named->name = name; /* a byline gave it in capitals */
    uint32_t close = f->segments->sentences.items[sentence].last, end = ent_pass_name_suffix(f, last, close);
    ent_finder_add(f, ent_finder_candidate(sentence, first, end, ENT_PERSON, ENT_BY_FORM, entity, confidence));
    ent_free_sender(f, end, close);
}

/* ---- titles ------------------------------------------------------------------------------------------------------ */

/* The token behind the titles at `at` ("H.E. Mr."), or `at`. Titles that are posts too need a given name behind them.
 */
static uint32_t titles_end(const ent_finder *f, uint32_t at, uint32_t end)
{
    if (ent_finder_reads(f, at, end, "secretary") && ent_finder_reads(f, at + 1, end, "of") &&
        ent_finder_reads(f, at + 2, end, "state"))
        return at + 3;
    uint32_t last = ent_portfolio_end(f, at, end);
    if (last > at)
        return last;
    if (ent_finder_reads(f, at, end, "H") && ent_finder_reads(f, at + 2, end, "E")) /* "H. E. Mr." */
        last = at = at + 4;
    while (at < end && ent_finder_is_capital(f, at) && ent_finder_lists(f, at) & ENT_LIST(PERSON_TITLE)) {
        last = ++at;
        if (at < end && ent_finder_is(f, at, f->words.stop))
            last = ++at;
    }
    return last;
}

/* "Dr. Jane West": behind a title and a given name, a word that ends no person's name elsewhere ends this one. */
static uint32_t surname_end(const ent_finder *f, uint32_t first, uint32_t last, uint32_t end)
{
    bool given = last == first + 1 && ent_finder_lists(f, first) & ENT_LIST(FIRST_NAME);
    bool word = given && last < end && f->tokens[last].kind == ENT_TOKEN_WORD && ent_finder_is_capital(f, last) &&
                !ent_finder_over(f, last);
    bool goes_on = last + 1 < end && ent_finder_is_capital(f, last + 1);
    uint64_t other = ENT_LIST(NO_PERSON) | ENT_LIST(POST) | ENT_LIST(PERSON_TITLE); /* "Mr. John King" */
    return word && !goes_on && ent_finder_lists(f, last) & other ? last + 1 : last;
}

/* Two words, or up to four of which one is no word of the field: "Flávio Soares Damico". */
static bool is_plain_name(const ent_finder *f, uint32_t first, uint32_t last)
{
    uint32_t words = ent_name_words(f, first, last);
    return words == 2 || (words > 2 && words <= 4 && ent_has_unknown_word(f, first, last));
}

/* "(Hungary)" at `at`. */
static bool is_before_state(const ent_finder *f, uint32_t at, uint32_t end)
{
    const ent_candidate *state =
        at + 2 < end && ent_finder_is(f, at, f->words.open) ? ent_finder_over(f, at + 1) : NULL;
    return state && state->mention.kind == ENT_STATE && state->mention.first == at + 1;
}

/* "Mr. Ri In Il (Chile)": behind a title all words up to a State in brackets are the name; its end, else `first`. */
static uint32_t end_before_state(const ent_finder *f, uint32_t first, uint32_t end)
{
    enum { MAX_WORDS = 5 };
    uint32_t t = first;
    while (t < end && t < first + MAX_WORDS && f->tokens[t].kind == ENT_TOKEN_WORD && !ent_finder_over(f, t) &&
           (ent_finder_is_capital(f, t) || f->tokens[t].flags & ENT_TOKEN_HYPHEN || ent_is_name_particle(f, t)))
        t++;
    return is_before_state(f, t, end) ? t : first;
}

/* "Presidents Quux [and Zorv]": whom the title of several names besides the one that ends at `last`. */
static uint32_t find_second(ent_finder *f, uint32_t s, uint32_t title, uint32_t last, uint32_t end)
{
    uint32_t word = f->tokens[title].word, next = last + 1;
    bool several = word && f->vocabulary->singulars.items[word] != word;
    if (!several || next >= end || !ent_finder_is(f, last, f->words.and_) || !ent_finder_is_capital(f, next) ||
        ent_finder_over(f, next) || f->lists[next])
        return last;
    uint32_t behind = ent_name_end(f, next, end);
    if (behind > next)
        add_person(f, s, next, behind, 0.8f);
    return behind > next ? behind : last;
}

static uint32_t find_titled(ent_finder *f, uint32_t s, uint32_t at, uint32_t end)
{
    uint32_t first = titles_end(f, at, end);
    if (first == at || first >= end)
        return at;
    uint32_t last = ent_name_end(f, first, end), whole = end_before_state(f, first, end);
    bool known_given = (ent_finder_lists(f, first) & ENT_LIST(FIRST_NAME)) != 0;
    bool closed = last < end && ent_finder_is_punct(f, last);
    if (last > first + 1 && f->capitals[s] == ENT_CAPITALS_TITLE && !known_given && !closed)
        last = first + 1; /* in a title every word has a capital */
    else if (whole > last)
        last = whole;
    else
        last = surname_end(f, first, last, end);
    bool post = (ent_finder_lists(f, first - 1) & (ENT_LIST(POST) | ENT_LIST(GENERIC_PART))) != 0; /* "General" */
    bool given = last > first && known_given;
    bool titled = last == first + 1 && last < end && ent_finder_is_capital(f, last) &&
                  ent_finder_lists(f, last) & ENT_LIST(POST); /* "Honourable Prime Minister" */
    if (last == first || titled ||
        (post && !given && !is_plain_name(f, first, last) && !ent_finder_is(f, first - 1, f->words.stop) &&
         !ent_is_lone_surname(f, s, first, last, end)) ||
        (f->capitals[s] == ENT_CAPITALS_ALL && !given))
        return at;
    add_person(f, s, first, last, 0.85f);
    return find_second(f, s, first - 1, last, end);
}

/* ---- given name and surname -------------------------------------------------------------------------------------- */

/* A line begins at `at`, a mark or "(Signed)" before it counted. */
static bool begins_line(const ent_finder *f, const ent_sentence *sentence, uint32_t at)
{
    return at == sentence->first || (at == sentence->first + 1 && ent_finder_is_punct(f, sentence->first)) ||
           ent_is_signed(f, sentence, at);
}

/* "Minister of Transport Jane Roe": what a post is for stands before the name. */
static bool is_portfolio(const ent_finder *f, const ent_sentence *sentence, uint32_t token)
{
    return token > sentence->first + 1 &&
           (ent_finder_is(f, token - 1, f->words.of) || ent_finder_is(f, token - 1, f->words.for_)) &&
           ent_finder_lists(f, token - 2) & ENT_LIST(POST);
}

/* "Director General: " */
static bool names_post_before(const ent_finder *f, const ent_sentence *sentence, uint32_t at)
{
    return at > sentence->first + 1 && at <= sentence->first + 4 && ent_finder_is(f, at - 1, f->words.colon) &&
           (ent_finder_lists(f, sentence->first) | ent_finder_lists(f, at - 2)) & ENT_LIST(POST);
}

/* "elected Name Name (Chile)", "appointed Name Name of Chile": who is chosen, and for which State. */
static bool is_chosen(const ent_finder *f, const ent_sentence *sentence, uint32_t at, uint32_t last)
{
    static const char *const chose[] = {"elected", "elects", "appointed", "appoints", "nominated", "re-elected", NULL};
    if (at == sentence->first || last < at + 2 || !ent_finder_reads_any(f, at - 1, sentence->last, chose))
        return false;
    uint32_t state = last + 1 + (last + 1 < sentence->last && ent_finder_is(f, last + 1, f->words.the));
    const ent_candidate *over =
        state < sentence->last && ent_finder_is(f, last, f->words.of) ? ent_finder_over(f, state) : NULL;
    return is_before_state(f, last, sentence->last) || (over && over->mention.kind == ENT_STATE);
}

static uint32_t find_named(ent_finder *f, uint32_t s, uint32_t at, const ent_sentence *sentence)
{
    static const char *const dashes[] = {"-", "–", "—", NULL};
    bool given = (ent_finder_lists(f, at) & ENT_LIST(FIRST_NAME)) != 0;
    bool dash = at > sentence->first && ent_finder_reads_any(f, at - 1, at, dashes) &&
                !(f->tokens[at].flags & ENT_TOKEN_HYPHEN);
    bool opens = begins_line(f, sentence, at) || dash ||
                 ent_finder_is(f, at - 1, f->words.colon); /* "Moderator: Name Name", "Japan - Name Name, Director" */
    bool said = at > sentence->first && ent_is_said(f, at - 1);
    uint32_t last = ent_name_end(f, at, sentence->last);
    bool delegate = last > at && ent_is_delegate(f, sentence, at, last);
    bool posted = last > at && ent_has_post(f, sentence, at, last);
    bool presides = last > at && (ent_presides(f, sentence, at, last) || ent_gives_speech(f, sentence, at, last));
    presides = presides || is_chosen(f, sentence, at, last);
    bool born = last > at && ent_is_born_behind(f, last, sentence->last);
    if (!given && !opens && !said && !posted && !delegate && !presides && !born)
        return at;
    while (given && at > sentence->first && ent_is_name_part(f, at - 1) && !ent_is_said(f, at - 1) &&
           !ent_finder_ends_cell(f, at - 1) && !is_portfolio(f, sentence, at - 1) &&
           !(f->tokens[at - 1].flags & ENT_TOKEN_ALL_CAPS && !(f->tokens[at].flags & ENT_TOKEN_ALL_CAPS)))
        at--; /* a given name that the list does not have stands before: "Ching Wei" */
    while (at > sentence->first + 1 && ent_finder_is(f, at - 1, f->words.stop) && ent_is_initial(f, at - 2))
        at -= 2;                                        /* "K. Jane Roe", "A. S. Roe" */
    const ent_candidate *body = ent_finder_over(f, at); /* "Roe-Lind-Institut der Widgets" */
    if (body && body->mention.kind == ENT_ORGANIZATION && body->mention.last <= last)
        return at;
    bool ends = last == sentence->last || ent_finder_ends_cell(f, last - 1);
    bool award = !ends && ent_finder_is_capital(f, last) && ent_finder_lists(f, last) & ENT_LIST(NO_PERSON);
    if (award || ent_is_called_after(f, sentence, at) ||
        ent_is_place_or_publisher(f, sentence, at, last)) /* "the Marie Curie Fellowship" */
        return at;
    if (given && last == at + 1 && is_before_state(f, last + 1, sentence->last))
        last = surname_end(f, at, last, sentence->last); /* "Peter Major (Hungary)" */
    uint32_t words = last > at ? ent_name_words(f, at, last) : 0;
    if (words < 2 || words > 4 || f->capitals[s] == ENT_CAPITALS_ALL)
        return at;
    bool whole = last == sentence->last && ent_line_begins_with_post(f, s + 1);
    bool signs = ent_is_signed(f, sentence, at) &&
                 (last == sentence->last || ent_finder_lists(f, last) & (ENT_LIST(POST) | ENT_LIST(PERSON_TITLE)));
    bool listed = opens && (signs || ent_is_post_behind(f, last, sentence->last) || whole ||
                            (ent_is_body_behind(f, last, sentence->last) && ent_has_unknown_word(f, at, last)));
    bool post = names_post_before(f, sentence, at) && last == sentence->last;
    bool brief = words == 2 || (words == 3 && f->tokens[at].word == 0 && f->tokens[last - 1].word == 0);
    bool told = delegate || presides || born || ((said || posted) && brief);
    if (!given && !listed && !post && !(told && f->capitals[s] == ENT_CAPITALS_USUAL))
        return at;
    bool listed_before = at > sentence->first && ent_finder_is(f, at - 1, f->words.comma);
    bool closed = last == sentence->last || ent_finder_is(f, last, f->words.comma) ||
                  ent_finder_ends_cell(f, last - 1) || ent_finder_is(f, last, f->words.open) ||
                  (listed_before && ent_finder_is(f, last, f->words.and_));
    if (given && f->capitals[s] == ENT_CAPITALS_TITLE && !closed)
        return at;
    add_person(f, s, at, last, given ? 0.85f : 0.7f);
    return last;
}

/* ---- the surname first ------------------------------------------------------------------------------------------- */

/* Given names and initials from `first` on: the token behind them. */
static uint32_t given_end(const ent_finder *f, uint32_t first, uint32_t end)
{
    uint32_t t = first;
    while (t < end && ((ent_finder_lists(f, t) & ENT_LIST(FIRST_NAME) && ent_finder_is_capital(f, t)) ||
                       (t > first && (ent_is_initial(f, t) || ent_finder_is(f, t, f->words.stop)))))
        t++;
    return t;
}

/* "Roe, Jane (Chile)", "ROE VAN DAM, Jane Q., Director" where a line begins at `at`: the token behind the name, or
 * `at`. */
static uint32_t find_inverted(ent_finder *f, uint32_t s, uint32_t at, const ent_sentence *sentence)
{
    enum { MAX_SURNAME = 3 }; /* in capitals: "VAN DER ROE" */
    uint32_t comma = ent_name_end(f, at, sentence->last), given = comma + 1;
    if (comma == at || given >= sentence->last || !ent_finder_is(f, comma, f->words.comma) ||
        ent_finder_lists(f, at) & ENT_LIST(FIRST_NAME) ||
        ent_name_words(f, at, comma) > (f->tokens[at].flags & ENT_TOKEN_ALL_CAPS ? MAX_SURNAME : 1))
        return at;
    uint32_t last = given_end(f, given, sentence->last);
    bool closed = last == sentence->last || ent_finder_is(f, last, f->words.open) ||
                  ent_is_post_behind(f, last, sentence->last) || ent_is_body_behind(f, last, sentence->last);
    if (last == given || !closed)
        return at;
    ent_str name =
        ent_arena_join(f->arena, ent_finder_name(f, given, last), ENT_STR(" "), ent_finder_name(f, at, comma));
    uint32_t entity = ent_finder_entity(f, ENT_PERSON, name, ENT_STR_EMPTY);
    ent_finder_add(f, ent_finder_candidate(s, at, last, ENT_PERSON, ENT_BY_FORM, entity, 0.75f));
    return last;
}

/* ---- bylines in capitals ----------------------------------------------------------------------------------------- */

static bool is_separator(const ent_finder *f, uint32_t token)
{
    return ent_finder_is(f, token, f->words.ampersand) || ent_finder_is(f, token, f->words.comma) ||
           ent_finder_is(f, token, f->words.and_) ||
           (ent_finder_is_punct(f, token) && !ent_finder_is(f, token, f->words.stop));
}

/* "JANE ROE · JOHN DOE": every part of two to four words, one of the parts with a given name. */
static void find_byline(ent_finder *f, uint32_t s, const ent_sentence *sentence)
{
    uint32_t begin = sentence->first, n_parts = 0;
    bool given = false;
    for (int adding = 0; adding < 2; adding++, begin = sentence->first) {
        for (uint32_t i = begin; i <= sentence->last; i++) {
            if (i < sentence->last && !is_separator(f, i)) {
                if (!ent_is_name_part(f, i) && !ent_is_name_particle(f, i) && !(ent_finder_is(f, i, f->words.stop)))
                    return;
                continue;
            }
            uint32_t words = i > begin ? ent_name_words(f, begin, i) : 0;
            if (words < 2 || words > 4)
                return;
            given = given || ent_finder_lists(f, begin) & ENT_LIST(FIRST_NAME);
            n_parts++;
            if (adding && given)
                add_person(f, s, begin, i, 0.7f);
            begin = i + 1;
        }
    }
}

void ent_find_persons(ent_finder *f)
{
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; i < sentence->last;) {
            if (ent_finder_is_capital(f, i))
                drop_office_of_another(f, sentence, i);
            if (!ent_finder_is_capital(f, i) || ent_finder_is(f, i, f->words.possessive)) {
                i++;
                continue;
            }
            uint32_t next = find_titled(f, s, i, sentence->last);
            if (next == i && begins_line(f, sentence, i))
                next = find_inverted(f, s, i, sentence);
            if (next == i && ent_is_name_part(f, i))
                next = find_named(f, s, i, sentence);
            i = next > i ? next : i + 1;
        }
    }
    for (uint32_t s = 0; s < f->segments->sentences.n; s++)
        if (f->capitals[s] == ENT_CAPITALS_ALL)
            find_byline(f, s, &f->segments->sentences.items[s]);
    ent_find_name_rows(f);
    ent_find_full_names(f);
    ent_find_surnames(f);
}
