/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/career.h"

#include "importers/extract/gazetteer/lexicon_data.h"
#include "importers/extract/layout/affiliation.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum { POST_WITHIN = 6, AS_WITHIN = 9, MAX_VERB = 3, LONGEST_ASIDE = 12 };

/* Who is spoken of, up to where nothing but the verb may stand between, and where the sentence ends. */
typedef struct career {
    ent_layout_work *work;
    uint32_t person; /* mention, or ENT_NO_MENTION */
    uint32_t behind; /* the token behind the person, or behind the posts read so far */
    uint32_t last;
} career;

static bool is_any(const career *c, uint32_t token, const char *const *words, size_t n)
{
    return token < c->last && ent_token_is_any(c->work, token, words, n);
}

static bool cues(const career *c, uint32_t token, uint64_t lists)
{
    return token < c->last && ent_token_cues(c->work, token, lists);
}

static bool is_kind(const career *c, uint32_t token, ent_kinds kinds)
{
    uint32_t m = ent_mention_over(c->work, token);
    return m != ENT_NO_MENTION && ent_mention_is(ent_mention_at(c->work, m), kinds);
}

/* A word in small letters with the ending of a verb; not what a body or its member is ("a governing board member"). */
static bool ends_as_verb(const career *c, uint32_t token)
{
    static const char *const adjectives[] = {"governing", "founding", "leading",  "retired",   "distinguished",
                                             "executing", "standing", "rotating", "presiding", "seasoned"};
    ent_str text = ent_token_text(c->work->segments, token);
    uint8_t flags = c->work->segments->tokens.items[token].flags;
    bool small = text.len > 4 && !(flags & (ENT_TOKEN_CAPITAL | ENT_TOKEN_HYPHEN));
    return small && !is_any(c, token, adjectives, N(adjectives)) &&
           (ent_str_ends(text, ENT_STR("ed")) || ent_str_ends(text, ENT_STR("ing")));
}

/* ---- the verb ---------------------------------------------------------------------------------------------------- */

static const char *const being[] = {"is", "was", "became", "becomes", "remains", "remained", "been"};
/* The token behind "as" not far behind `token`, or `token`. */
static uint32_t pass_as(const career *c, uint32_t token)
{
    for (uint32_t t = token; t < c->last && t < token + AS_WITHIN; t++) {
        if (ent_token_is(c->work, t, "as"))
            return t + 1;
        if (ent_token_is(c->work, t, ";") || is_kind(c, t, ENT_KIND_BIT(ENT_PERSON)))
            break;
    }
    return token;
}

/* "has a long career in law, as": the token behind "as", or `token`. */
static uint32_t pass_having(const career *c, uint32_t token)
{
    static const char *const has[] = {"has", "had", "having"}, *const careers[] = {"career"};
    for (uint32_t t = token + 1; is_any(c, token, has, N(has)) && t < c->last && t < token + POST_WITHIN; t++)
        if (is_any(c, t, careers, N(careers)))
            return pass_as(c, t) > t ? pass_as(c, t) : token;
    return token;
}

/* "held the post of" */
static uint32_t pass_holding(const career *c, uint32_t token)
{
    static const char *const holds[] = {"held", "holds", "hold", "assumed"};
    if (!is_any(c, token, holds, N(holds)))
        return token;
    for (uint32_t t = token + 1; t + 1 < c->last && t <= token + MAX_VERB; t++)
        if (cues(c, t, ENT_CUE(OFFICE)) && ent_token_is(c->work, t + 1, "of"))
            return t + 2;
    return token;
}

/* ", from 1991 to 1997," behind a verb: the token behind it, or `token`. */
static uint32_t pass_years(const career *c, uint32_t token)
{
    static const char *const years[] = {"from", "between", "in", "until", "since", "during"};
    if (!is_any(c, token, (const char *const[]){","}, 1) || !is_any(c, token + 1, years, N(years)))
        return token;
    for (uint32_t t = token + 2; t < c->last && t <= token + LONGEST_ASIDE; t++)
        if (ent_token_is(c->work, t, ","))
            return t + 1;
    return token;
}

/* The token behind the verb at `token` that a post follows, or `token`. */
static uint32_t pass_verb(const career *c, uint32_t token)
{
    if (cues(c, token, ENT_CUE(SERVING)))
        return pass_as(c, token);
    uint32_t t = token + is_any(c, token, being, N(being));
    for (uint32_t n = 0; t > token && n < MAX_VERB && cues(c, t, ENT_CUE(LIFE_ADVERB)); n++)
        t++;
    t = t > token ? pass_years(c, t) : t;
    if (t > token && cues(c, t, ENT_CUE(APPOINTING))) /* "has appointed" is what others are */
        t += 1 + (t + 1 < c->last && ent_token_is(c->work, t + 1, "as"));
    else if (t > token && cues(c, t, ENT_CUE(SERVING)))
        return pass_as(c, t) > t ? pass_as(c, t) : token;
    uint32_t held = pass_holding(c, token);
    return t > token ? t : held > token ? held : pass_having(c, token);
}

/* "of Chile" behind a name: the token behind it, or `token`. */
static uint32_t pass_home(const career *c, uint32_t token)
{
    uint32_t state = token + 1 + (token + 1 < c->last && ent_token_is(c->work, token + 1, "the"));
    bool home = is_any(c, token, (const char *const[]){"of", "from"}, 2) && state < c->last &&
                is_kind(c, state, ENT_KIND_BIT(ENT_STATE));
    return home ? ent_mention_at(c->work, ent_mention_over(c->work, state))->last : token;
}

/* "announced the appointment of Jane Roe as", "has appointed Jane Roe of Chile as": the token behind "as", or `token`,
 * which is the one behind the person. */
static uint32_t pass_appointing(const career *c, uint32_t from, uint32_t token)
{
    uint32_t name = ent_mention_at(c->work, c->person)->first, t = token;
    bool appointing = false;
    for (uint32_t i = name; i-- > from && name - i <= AS_WITHIN && !appointing;)
        appointing = cues(c, i, ENT_CUE(APPOINTMENT));
    t = appointing ? pass_home(c, t) : t;
    return appointing && t < c->last && ent_token_is(c->work, t, "as") ? t + 1 : token;
}

/* "(Widgetese: …)", ", (born 1958)": the token behind notes in brackets. */
static uint32_t pass_notes(const career *c, uint32_t token, uint32_t last)
{
    uint32_t open = token + (token < last && ent_token_is(c->work, token, ","));
    for (; open < last && ent_token_is(c->work, open, "(");
         open = token + (token < last && ent_token_is(c->work, token, ",")))
        token = ent_bracket_end(c->work, open, last);
    return token;
}

/* Whether tokens from `first` to the verb say nothing else: "Jane Roe, who has also", "and previously". */
static bool is_subject_of(const career *c, uint32_t verb)
{
    static const char *const passed[] = {"have", "who", "having", "before", "that", "was",  "is",    "been",
                                         ",",    "and", "after",  "once",   "long", "both", "today", "most"};
    uint32_t t = pass_notes(c, pass_home(c, c->behind), verb);
    bool aside = t + 1 < verb && ent_token_is(c->work, t, ",") && ent_token_is(c->work, verb - 1, ",");
    if (aside && verb - t <= LONGEST_ASIDE && ent_token_in_list(c->work, t + 1, ENT_LIST(POST)))
        return true; /* "Jane Roe, Chair of the panel, is" */
    while (t < verb && (is_any(c, t, passed, N(passed)) || cues(c, t, ENT_CUE(LIFE_ADVERB)) ||
                        c->work->segments->tokens.items[t].kind == ENT_TOKEN_NUMBER))
        t++;
    return t == verb;
}

/* ---- the posts --------------------------------------------------------------------------------------------------- */

/* A post, rather than what makes one of the next word ("first", "Senior") or is no post in a body. */
static bool is_post(const career *c, uint32_t token)
{
    return token < c->last && ent_token_in_list(c->work, token, ENT_LIST(POST)) &&
           !cues(c, token, ENT_CUE(POST_MODIFIER));
}

static bool post_follows(const career *c, uint32_t token)
{
    for (uint32_t t = token; t < c->last && t < token + POST_WITHIN; t++) {
        if (is_post(c, t))
            return true;
        if (ent_token_is_mark(c->work, t) || (ends_as_verb(c, t) && !is_post(c, t + 1)))
            return false;
    }
    return false;
}

/* What may follow a comma in a row of posts: another post, a wider body, the years. */
static bool goes_on(const career *c, uint32_t token)
{
    static const char *const years[] = {"from", "since", "between", "and", "as"};
    uint32_t next = token + (token < c->last && ent_token_is(c->work, token, "the"));
    return post_follows(c, token) || is_any(c, token, years, N(years)) ||
           (next < c->last && is_kind(c, next, ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_STATE)));
}

/* "as Chair, and Chile as Vice-Chair", "as Chair and Chile …": where the comma or the "and" is, others begin. */
static bool others_begin(const career *c, uint32_t token)
{
    uint32_t and = token + ent_token_is(c->work, token, ","), next = and+1;
    bool joined = and < c->last && ent_token_is(c->work, and, "and") && token > 0 && is_post(c, token - 1);
    next += next < c->last && ent_token_is(c->work, next, "the");
    return joined && next < c->last && is_kind(c, next, ENT_KIND_BIT(ENT_STATE));
}

/* The token behind the posts that begin at `first`: where another clause begins. */
static uint32_t posts_end(const career *c, uint32_t first)
{
    static const char *const marks[] = {":", "—", "–"};
    for (uint32_t t = first; t < c->last; t++) {
        uint32_t over = ent_mention_over(c->work, t);
        if (is_kind(c, t, ENT_KIND_BIT(ENT_PERSON)))
            return t;
        if (over != ENT_NO_MENTION && ent_mention_at(c->work, over)->entity != ENT_UNRESOLVED) {
            t = ent_mention_at(c->work, over)->last - 1;
            continue;
        }
        bool with_body = ent_token_is(c->work, t, "with") && goes_on(c, t + 1);
        if ((cues(c, t, ENT_CUE(POST_END)) || is_any(c, t, marks, N(marks))) && !with_body)
            return t;
        if ((ends_as_verb(c, t) && !is_post(c, t + 1)) || (ent_token_is(c->work, t, ",") && !goes_on(c, t + 1)) ||
            others_begin(c, t))
            return t;
    }
    return c->last;
}

/* ---- the sentence ------------------------------------------------------------------------------------------------ */

/* The posts at `first`, behind the verb at `verb`; the token to go on from. */
static uint32_t state_posts(career *c, uint32_t verb, uint32_t first)
{
    if (first == verb || !post_follows(c, first))
        return verb + 1;
    uint32_t last = posts_end(c, first);
    ent_affiliate(c->work, c->person, first, last, "layout.person.career");
    c->behind = last;
    return last > verb ? last : verb + 1;
}

/* "Adviser to President John Doe, and was": whose adviser somebody else is, unless "who" goes on about him. */
static bool is_advised(const career *c, uint32_t m)
{
    static const char *const to[] = {"to", "under"};
    const ent_mention *one = ent_mention_at(c->work, m);
    uint32_t t = one->first, behind = one->last + (one->last < c->last && ent_token_is(c->work, one->last, ","));
    if (c->person == ENT_NO_MENTION || !ent_mention_is(one, ENT_KIND_BIT(ENT_PERSON)))
        return false;
    uint32_t from = ent_mention_at(c->work, c->person)->last;
    while (t > from && ent_token_in_list(c->work, t - 1, ENT_LIST(POST) | ENT_LIST(PERSON_TITLE)))
        t--;
    return t > from && is_any(c, t - 1, to, N(to)) && !is_any(c, behind, (const char *const[]){"who"}, 1);
}

static void state_sentence(ent_layout_work *work, const ent_sentence *sentence)
{
    career c = {.work = work, .person = ENT_NO_MENTION, .last = sentence->last};
    uint32_t first_person = ent_mention_find(work, ENT_KIND_BIT(ENT_PERSON), sentence->first, sentence->last);
    if (first_person == ENT_NO_MENTION)
        return;
    for (uint32_t t = ent_mention_at(work, first_person)->first; t < sentence->last;) {
        uint32_t m = ent_mention_over(work, t);
        if (m != ENT_NO_MENTION && is_advised(&c, m)) {
            c.behind = t = ent_mention_at(work, m)->last;
        } else if (m != ENT_NO_MENTION && is_kind(&c, t, ENT_KIND_BIT(ENT_PERSON))) {
            c.person = m;
            c.behind = t = ent_mention_at(work, m)->last;
            uint32_t first = pass_appointing(&c, sentence->first, t);
            uint32_t who = t + (t < c.last && ent_token_is(work, t, ","));
            if (first == t && ent_mention_at(work, m)->flags & ENT_MENTION_EMBEDDED &&
                !is_any(&c, who, (const char *const[]){"who"}, 1))
                c.person = ENT_NO_MENTION; /* "the papers of Jane Roe were …" */
            t = first > t ? state_posts(&c, t, first) : t;
        } else if (c.person != ENT_NO_MENTION && pass_verb(&c, t) > t && is_subject_of(&c, t)) {
            t = state_posts(&c, t, pass_verb(&c, t));
        } else {
            t++;
        }
    }
}

void ent_layout_careers(ent_layout_work *work)
{
    for (uint32_t s = 0; s < work->segments->sentences.n; s++)
        state_sentence(work, &work->segments->sentences.items[s]);
}
