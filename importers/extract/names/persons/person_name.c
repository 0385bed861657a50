/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/names/persons/person_name.h"

enum { MAX_NAME = 5 };

#define ENT_LISTS_NO_NAME                                                                                              \
    (ENT_LIST(NO_PERSON) | ENT_LIST(MONTH) | ENT_LIST(POST) | ENT_LIST(PERSON_TITLE) | ENT_LIST(STARTER))

bool ent_is_initial(const ent_finder *f, uint32_t token)
{
    ent_str text = ent_token_text(f->segments, token);
    return text.len == 1 && ent_is_upper(text.data[0]);
}

bool ent_is_initials(const ent_finder *f, uint32_t token)
{
    ent_str text = ent_token_text(f->segments, token);
    for (size_t i = 0; i < text.len; i++)
        if (!ent_is_upper(text.data[i]) && text.data[i] != '.')
            return false;
    return text.len <= 2 || (text.data[1] == '.' && f->tokens[token].word == 0);
}

/* "Washington Roe (Oz)": a place that somebody is called by, with the country in brackets behind. */
static bool is_called_by_place(const ent_finder *f, uint32_t token, const ent_candidate *place)
{
    if (place->mention.kind != ENT_STATE || place->mention.last != token + 1 || token + 3 >= f->n_tokens ||
        !ent_finder_is_capital(f, token + 1) || ent_finder_over(f, token + 1) ||
        !ent_finder_is(f, token + 2, f->words.open) || ent_finder_lists(f, token + 1) & ENT_LISTS_NO_NAME)
        return false;
    const ent_candidate *home = ent_finder_over(f, token + 3);
    return home && home->mention.kind == ENT_STATE && home->mention.first == token + 3 &&
           ent_finder_is(f, home->mention.last, f->words.close);
}

bool ent_is_name_part(const ent_finder *f, uint32_t token)
{
    const ent_token *t = &f->tokens[token];
    if (t->kind != ENT_TOKEN_WORD || !(t->flags & ENT_TOKEN_CAPITAL) || ent_finder_is(f, token, f->words.possessive))
        return false;
    uint64_t lists = ent_finder_lists(f, token);
    if (lists & ENT_LIST(FIRST_NAME))
        return true;
    const ent_candidate *over = ent_finder_over(f, token);
    bool taken = over && !(over->mention.kind == ENT_STATE && over->mention.last == token + 1 &&
                           over->mention.flags & ENT_MENTION_ADJECTIVE);
    taken = taken && !is_called_by_place(f, token, over);
    return !taken && !(lists & ENT_LISTS_NO_NAME);
}

bool ent_is_name_particle(const ent_finder *f, uint32_t token)
{
    bool before = ent_finder_is(f, token, f->words.in) && token + 1 < f->n_tokens && !ent_finder_is_capital(f, token);
    uint32_t at = token + before;
    return ent_finder_lists(f, at) & ENT_LIST(NAME_PARTICLE) && f->tokens[at].kind == ENT_TOKEN_WORD &&
           !(before && ent_finder_is_capital(f, at));
}

/* "-moon" in "Ban Ki-moon"; "-led" is no part of a name. */
static bool is_second_half(const ent_finder *f, uint32_t token)
{
    static const char *const endings[] = {"led", "ed",   "ing",  "ish",     "style",
                                          "era", "like", "type", "general", "elect"};
    const ent_token *t = &f->tokens[token];
    bool half = t->kind == ENT_TOKEN_WORD && t->flags & ENT_TOKEN_HYPHEN && !(t->flags & ENT_TOKEN_CAPITAL);
    for (size_t i = 0; i < sizeof endings / sizeof *endings && half; i++)
        half = !ent_str_ends(ent_token_text(f->segments, token), ent_str_from(endings[i]));
    return half;
}

/* "A" of "Mr. A. S. Roe": the initial that a title leads up to. */
static bool is_titled_initial(const ent_finder *f, uint32_t token, uint32_t end)
{
    uint32_t title = token - (token > 0 && ent_finder_is(f, token - 1, f->words.stop));
    return title > 0 && ent_finder_lists(f, title - 1) & ENT_LIST(PERSON_TITLE) && ent_is_initial(f, token) &&
           ent_finder_is(f, token + 1, f->words.stop) && token + 2 < end && ent_finder_is_capital(f, token + 2);
}

/* "“Jay”" at a token, between a person's given name and the surname: the closing mark, or `at`. */
static uint32_t pass_nickname(const ent_finder *f, uint32_t at, uint32_t end)
{
    bool quoted = at + 3 < end && ent_finder_is_quote(f, at) && ent_finder_is_quote(f, at + 2);
    return quoted && ent_finder_is_capital(f, at + 1) && ent_is_name_part(f, at + 3) ? at + 2 : at;
}

uint32_t ent_name_end(const ent_finder *f, uint32_t first, uint32_t end)
{
    uint32_t last = first, words = 0;
    for (uint32_t i = first; i < end && words < MAX_NAME && !(i > first && ent_pass_name_suffix(f, i, end) > i); i++) {
        if (i > first && ent_finder_ends_cell(f, i - 1))
            break;
        uint32_t nickname = i > first ? pass_nickname(f, i, end) : i;
        if (nickname > i) {
            last = nickname + 1;
            i = nickname;
            continue;
        }
        const ent_candidate *over = ent_finder_over(f, i);
        if (ent_is_name_part(f, i) &&
            !(words >= 2 && over && over->mention.kind == ENT_STATE)) { /* "Jane Roe Jordan" */
            words += !(f->tokens[i].flags & ENT_TOKEN_HYPHEN);
            last = i + 1;
        } else if (i == first && is_titled_initial(f, i, end)) {
            last = i + 1;
        } else if (last == i && i > first &&
                   (is_second_half(f, i) || (f->tokens[i].flags & ENT_TOKEN_HYPHEN && ent_finder_is_capital(f, i)) ||
                    (ent_is_initial(f, i) && ent_finder_is(f, i + 1, f->words.stop)))) {
            last = i + 1; /* an initial may be a word, too: "Jane A. Roe" */
        } else if (!(ent_finder_is(f, i, f->words.stop) && i > first && ent_is_initial(f, i - 1)) &&
                   !ent_is_name_particle(f, i)) {
            break;
        }
    }
    return last;
}

uint32_t ent_name_words(const ent_finder *f, uint32_t first, uint32_t last)
{
    uint32_t n = 0;
    for (uint32_t i = first; i < last; i++) {
        bool given = i == first && ent_finder_is_capital(f, i); /* "Ben Roe" */
        n += f->tokens[i].kind == ENT_TOKEN_WORD && !(f->tokens[i].flags & ENT_TOKEN_HYPHEN) &&
             (given || !ent_is_name_particle(f, i));
    }
    return n;
}

uint32_t ent_pass_name_suffix(const ent_finder *f, uint32_t at, uint32_t end)
{
    static const char *const words[] = {"Jr", "Sr", "Jr.", "Sr.", "PhD", "Ph.D.", "Ph.D", "Esq", "Esq."};
    uint32_t t = at + (at < end && ent_finder_is(f, at, f->words.comma));
    for (size_t i = 0; i < sizeof words / sizeof *words && t < end && ent_finder_is_capital(f, t); i++)
        if (ent_finder_reads(f, t, end, words[i]))
            return t + 1 + (t + 1 < end && ent_finder_is(f, t + 1, f->words.stop));
    return at;
}

uint32_t ent_surname_begin(const ent_finder *f, uint32_t first, uint32_t last)
{
    uint32_t begin = last - 1;
    while (begin > first && f->tokens[begin].flags & ENT_TOKEN_HYPHEN) /* "Roe" of "Ki-Roe" */
        begin--;
    while (begin > first && ent_finder_lists(f, begin - 1) & ENT_LIST(NAME_PARTICLE))
        begin--;
    return begin;
}

uint32_t ent_portfolio_end(const ent_finder *f, uint32_t at, uint32_t end)
{
    bool led = at + 2 < end &&
               (ent_finder_reads(f, at, end, "minister") || ent_finder_reads(f, at, end, "secretary")) &&
               ent_finder_is_capital(f, at) &&
               (ent_finder_is(f, at + 1, f->words.of) || ent_finder_reads(f, at + 1, end, "for"));
    uint32_t last = at + 2, field = last;
    for (; led && last < end; last++) {
        bool word = ent_finder_is_capital(f, last) && ent_finder_lists(f, last) & ENT_LIST(NO_PERSON);
        if (!word && !ent_finder_is(f, last, f->words.and_))
            break;
        field = word ? last + 1 : field;
    }
    return led && field > at + 2 && field == last && last < end && ent_finder_is_capital(f, last) ? last : at;
}

enum { MIN_SURNAME = 3 };

/* "Remarks by President Quux at …": in a headline, too, what stands behind "by" and a post is a name. */
static bool is_by_post(const ent_finder *f, uint32_t s, uint32_t first, uint32_t last, uint32_t end)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    return first > sentence->first + 1 && ent_finder_reads(f, first - 2, end, "by") &&
           (last == end || !ent_finder_is_capital(f, last));
}

bool ent_is_lone_surname(const ent_finder *f, uint32_t s, uint32_t first, uint32_t last, uint32_t end)
{
    const ent_token *token = &f->tokens[first];
    bool goes_on = last < end && f->tokens[last].kind == ENT_TOKEN_WORD && ent_finder_is_capital(f, last);
    static const char *const posts[] = {"president", "minister",   "chancellor", "premier",
                                        "state",     "presidents", "ministers",  NULL};
    bool free = !ent_finder_over(f, first), envoy = free && ent_finder_reads(f, first - 1, end, "ambassador");
    bool links = last < end && ent_finder_lists(f, last) & ENT_LIST(LINK) && !ent_finder_is(f, last, f->words.in) &&
                 !ent_finder_is(f, last, f->words.on);
    bool acts = (!links || is_by_post(f, s, first, last, end)) && !f->lists[first]; /* "President Bush signed" */
    bool head = free && acts && ent_finder_reads_any(f, first - 1, end, posts);
    return ent_name_words(f, first, last) == 1 && (token->word == 0 || envoy || head) &&
           !(token->flags & ENT_TOKEN_ALL_CAPS) && !goes_on &&
           (f->capitals[s] == ENT_CAPITALS_USUAL || is_by_post(f, s, first, last, end)) &&
           token->end - token->begin >= MIN_SURNAME;
}
