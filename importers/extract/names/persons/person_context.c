/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/names/persons/person_context.h"

#include "importers/extract/names/persons/person_name.h"

bool ent_has_unknown_word(const ent_finder *f, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++)
        if (f->tokens[i].kind == ENT_TOKEN_WORD && f->tokens[i].word == 0)
            return true;
    return false;
}

bool ent_is_said(const ent_finder *f, uint32_t token)
{
    bool according =
        token > 0 && ent_finder_is(f, token, f->words.to) && ent_finder_reads(f, token - 1, token, "according");
    return according || (ent_finder_lists(f, token) & ENT_LIST(SAYING)) != 0;
}

/* "Jane Roe is the Director", "Jane Roe serves as a professor": only of a person can it be said. */
static bool is_told_a_post(const ent_finder *f, uint32_t last, uint32_t end)
{
    enum { POST_WITHIN = 5 };
    static const char *const verbs[] = {"is", "was", "serves", "served", "became"};
    bool verb = false, post = false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs && last < end && !verb; i++)
        verb = ent_finder_reads(f, last, end, verbs[i]);
    for (uint32_t t = last + 1; verb && !post && t < end && t <= last + POST_WITHIN; t++) {
        if (ent_finder_is_punct(f, t) || ent_finder_is(f, t, f->words.of) || ent_finder_is(f, t, f->words.possessive))
            return false;
        post = ent_finder_cues(f, t, end, ENT_CUE(TOLD_POST));
    }
    return post;
}

bool ent_is_post_behind(const ent_finder *f, uint32_t last, uint32_t end)
{
    last = ent_pass_name_suffix(f, last, end);
    if (is_told_a_post(f, last, end))
        return true;
    if (last + 1 >= end || !(ent_finder_is(f, last, f->words.open) || ent_finder_is(f, last, f->words.comma)))
        return false;
    static const char *const professors[] = {"Prof", "Prof.", "Assoc", "Asst", NULL};
    return ent_finder_is_capital(f, last + 1) &&
           (ent_finder_lists(f, last + 1) & ENT_LIST(POST) || ent_finder_reads_any(f, last + 1, end, professors));
}

bool ent_is_body_behind(const ent_finder *f, uint32_t last, uint32_t end)
{
    if (last + 1 >= end || !(ent_finder_is(f, last, f->words.open) || ent_finder_is(f, last, f->words.comma)))
        return false;
    const ent_candidate *body = ent_finder_over(f, last + 1);
    const ent_kinds bodies = ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_BLOC);
    if (!body || !ent_kinds_has(bodies, body->mention.kind) || body->mention.first != last + 1)
        return false;
    uint32_t behind = body->mention.last;
    return behind >= end || (ent_finder_is_punct(f, behind) && !ent_finder_is(f, behind, f->words.possessive));
}

bool ent_line_begins_with_post(const ent_finder *f, uint32_t sentence)
{
    if (sentence >= f->segments->sentences.n)
        return false;
    uint32_t first = f->segments->sentences.items[sentence].first;
    return first < f->n_tokens && ent_finder_is_capital(f, first) && ent_finder_lists(f, first) & ENT_LIST(POST);
}

/* "Name Name (Chile) said", "…, speaking for", "…, Chair of": what follows a State in brackets when somebody speaks. */
static bool speaks_behind(const ent_finder *f, const ent_sentence *sentence, uint32_t close)
{
    uint32_t next = close + 1;
    if (next + 1 >= sentence->last)
        return false;
    static const char *const told[] = {"is",     "was",    "has",      "had",       "will",     "joined",
                                       "served", "serves", "succeeds", "succeeded", "replaced", NULL};
    if (!ent_finder_is(f, next, f->words.comma))
        return ent_is_said(f, next) || ent_finder_reads_any(f, next, sentence->last, told) ||
               (ent_finder_lists(f, next) & ENT_LIST(PRESIDING) &&
                !ent_finder_reads(f, next + 1, sentence->last, "by"));
    return ent_finder_lists(f, next + 1) & ENT_LIST(POST) || ent_finder_reads(f, next + 1, sentence->last, "speaking");
}

/* A word that only persons are called by: "ambassador", no "partner" and no "first". */
static bool is_told_post(const ent_finder *f, uint32_t token, uint32_t end)
{
    static const char *const more[] = {"representative", "envoy",        "negotiator",  "spokesperson",
                                       "spokesman",      "spokeswoman",  "astronaut",   "cosmonaut",
                                       "administrator",  "commissioner", "coordinator", "chair",
                                       "head",           "chief",        "general",     NULL};
    return ent_finder_cues(f, token, end, ENT_CUE(TOLD_POST)) || ent_finder_reads_any(f, token, end, more);
}

/* "the vice chair", "lead negotiator": words of a post, and what ends it behind them. */
static bool is_office_at(const ent_finder *f, uint32_t at, uint32_t end)
{
    enum { MAX_WORDS = 5 };
    for (uint32_t t = at; t < end && t < at + MAX_WORDS && f->tokens[t].kind == ENT_TOKEN_WORD; t++)
        if (is_told_post(f, t, end))
            return t + 1 >= end || ent_finder_is_punct(f, t + 1) || ent_finder_lists(f, t + 1) & ENT_LIST(LINK);
    return false;
}

/* "Name Name of Chile was appointed", "… has been elected". */
static bool is_appointed_behind(const ent_finder *f, uint32_t at, uint32_t end)
{
    enum { WITHIN = 3 };
    for (uint32_t t = at; t < end && t < at + WITHIN; t++)
        if (ent_finder_cues(f, t, end, ENT_CUE(APPOINTING)))
            return true;
    return false;
}

/* "permanent representative of", "deputy director for": words of a post up to what it is for. */
static bool is_post_phrase(const ent_finder *f, uint32_t at, uint32_t end)
{
    enum { MAX_WORDS = 4 };
    uint32_t t = at;
    while (t < end && t < at + MAX_WORDS && ent_finder_lists(f, t) & ENT_LIST(POST))
        t++;
    return t > at && t < end &&
           (ent_finder_is(f, t, f->words.of) || (t > at + 1 && ent_finder_is(f, t, f->words.for_)));
}

/* "Senior Fellow at", "Head, Widget Branch", "director in": a post and what goes on about it, behind a name that nobody
 * else could have. */
static bool is_post_that_goes_on(const ent_finder *f, uint32_t at, uint32_t end)
{
    enum { MAX_WORDS = 5 };
    static const char *const more[] = {"senior",   "former", "research", "executive",
                                       "visiting", "non",    "resident", NULL};
    uint32_t t = at, posts = 0;
    for (; t < end && t < at + MAX_WORDS; t++) {
        bool post = (ent_finder_lists(f, t) & ENT_LIST(POST)) != 0;
        if (!post && !ent_finder_reads_any(f, t, end, more))
            break;
        posts += post;
    }
    if (posts == 0 || t + 1 >= end)
        return false;
    bool titled =
        ent_finder_is_capital(f, at) && ent_finder_is(f, t, f->words.comma) && ent_finder_is_capital(f, t + 1);
    return titled || ent_finder_is(f, t, f->words.at) || ent_finder_is(f, t, f->words.in) ||
           ent_finder_is(f, t, f->words.for_) || ent_finder_is(f, t, f->words.of) ||
           ent_finder_reads(f, t, end, "with");
}

/* "1991–2002", "since 2016" at a token. */
static bool tells_years(const ent_finder *f, uint32_t at)
{
    static const char *const since[] = {"since", "from", "until", NULL};
    return f->tokens[at].kind == ENT_TOKEN_NUMBER || ent_finder_reads_any(f, at, f->n_tokens, since);
}

/* "Name Name, Chile, said", "Name Name, Chile, on behalf of" where the State's name ends at `at`. */
static bool tells_behind(const ent_finder *f, uint32_t at, uint32_t end)
{
    static const char *const verbs[] = {"presented", "highlighted", "stressed",    "emphasized", "urged",
                                        "reported",  "introduced",  "underscored", "underlined", "outlined",
                                        "welcomed",  "thanked",     "proposed",    "suggested",  "expressed",
                                        "lamented",  "cautioned",   "speaking",    NULL};
    if (at + 1 >= end || !ent_finder_is(f, at, f->words.comma))
        return false;
    bool behalf = ent_finder_reads(f, at + 1, end, "on") && ent_finder_reads(f, at + 2, end, "behalf");
    return behalf || (ent_finder_lists(f, at + 1) & ENT_LIST(SAYING)) != 0 ||
           ent_finder_reads_any(f, at + 1, end, verbs);
}

/* "Name Name, Chile, said" where a sentence begins. */
static bool is_delegate_aside(const ent_finder *f, uint32_t last, uint32_t end)
{
    const ent_candidate *state =
        last + 2 < end && ent_finder_is(f, last, f->words.comma) ? ent_finder_over(f, last + 1) : NULL;
    return state && state->mention.kind == ENT_STATE && state->mention.first == last + 1 &&
           tells_behind(f, state->mention.last, end);
}

/* "(Oz) and Bo Lind (Chile)": whether behind "and" or a comma another name of one to three words has its country, too.
 */
static bool goes_on_with_another(const ent_finder *f, const ent_sentence *sentence, uint32_t at)
{
    enum { LONGEST = 4 };
    uint32_t t = at;
    while (t < sentence->last && t < at + LONGEST && ent_finder_is_capital(f, t))
        t++;
    const ent_candidate *home =
        t > at && t + 1 < sentence->last && ent_finder_is(f, t, f->words.open) ? ent_finder_over(f, t + 1) : NULL;
    return home && home->mention.kind == ENT_STATE && ent_finder_is(f, home->mention.last, f->words.close);
}

bool ent_is_delegate(const ent_finder *f, const ent_sentence *sentence, uint32_t at, uint32_t last)
{
    if (at == sentence->first && is_delegate_aside(f, last, sentence->last) && ent_has_unknown_word(f, at, last))
        return true;
    bool open = last + 2 < sentence->last && ent_finder_is(f, last, f->words.open);
    bool of = last + 1 < sentence->last && ent_finder_is(f, last, f->words.of);
    uint32_t behind = last + 1 + (of && ent_finder_is(f, last + 1, f->words.the));
    const ent_candidate *state = (open || of) && behind < sentence->last ? ent_finder_over(f, behind) : NULL;
    if (!state || state->mention.kind != ENT_STATE || state->mention.first != behind ||
        !(of || ent_finder_is(f, state->mention.last, f->words.close)) || !ent_has_unknown_word(f, at, last))
        return false;
    bool by = at > sentence->first && ent_str_eq_nocase(ent_token_text(f->segments, at - 1), ENT_STR("by"));
    bool next = at > sentence->first + 1 &&
                (ent_finder_is(f, at - 1, f->words.and_) || ent_finder_is(f, at - 1, f->words.comma)) &&
                ent_finder_is(f, at - 2, f->words.close);
    bool begins = at == sentence->first || ent_finder_is_quote(f, at - 1) || ent_finder_is(f, at - 1, f->words.colon);
    uint32_t end = state->mention.last + open;
    bool years = end + 1 < sentence->last && ent_finder_is(f, end, f->words.comma) && tells_years(f, end + 1);
    bool alone = open && ((at == sentence->first && years) || (begins && end == sentence->last)); /* a life; a list */
    bool first = open && begins && end < sentence->last &&
                 (ent_finder_is(f, end, f->words.and_) || ent_finder_is(f, end, f->words.comma)) &&
                 (at > sentence->first || /* "Vice-Chairs: Name Name (Chile) and" */
                  goes_on_with_another(f, sentence, end + 1));
    bool speaks = open && begins && speaks_behind(f, sentence, state->mention.last);
    static const char *const naming[] = {"named", "appointed", "appoints", "names", "elected", NULL};
    bool named = at > sentence->first && ent_finder_reads_any(f, at - 1, sentence->last, naming);
    bool aside = at > sentence->first + 2 && ent_finder_is(f, at - 1, f->words.comma); /* "the Director-General, " */
    bool posted = aside && ent_finder_lists(f, at - 2 - ent_finder_reads(f, at - 2, at, "general")) & ENT_LIST(POST);
    bool presides = open && end + 1 < sentence->last && ent_finder_is(f, end, f->words.comma) &&
                    is_post_phrase(f, end + 1, sentence->last); /* "and Name Name (Chile), Chair of" */
    bool says = end < sentence->last && ent_is_said(f, end);    /* "Name Name of Chile said" */
    bool row = at > sentence->first + 1 &&                      /* ": Name Name of Chile, Name Name of Peru, and" */
               (ent_finder_is(f, at - 1, f->words.colon) || ent_finder_is(f, at - 1, f->words.comma) ||
                ent_finder_is(f, at - 1, f->words.semicolon) ||
                (ent_finder_is(f, at - 1, f->words.and_) && ent_finder_is_punct(f, at - 2)));
    bool listed = row && end < sentence->last && ent_finder_is_punct(f, end) && !ent_finder_is(f, end, f->words.open);
    bool told = of && (named || posted || listed || (begins && (says || is_appointed_behind(f, end, sentence->last))));
    bool holds = open && ent_finder_reads(f, end, sentence->last, "as") && is_office_at(f, end + 1, sentence->last);
    return by || next || speaks || alone || first || told || holds || presides;
}

/* "the new Envoy of Chile to the Widget Union", "Chile's ambassador to the Widget Union", ending before token `comma`:
 * a post with its article or its owner. */
static bool is_post_before(const ent_finder *f, const ent_sentence *sentence, uint32_t comma)
{
    enum { LONGEST_POST = 16 };
    bool post = false;
    for (uint32_t t = comma; t-- > sentence->first && comma - t <= LONGEST_POST;) {
        if (post && (ent_finder_is(f, t, f->words.the) || ent_finder_is(f, t, f->words.possessive)))
            return true;
        if (ent_finder_is_punct(f, t))
            return false;
        bool of = ent_finder_is(f, t + 1, f->words.of) || ent_finder_is(f, t + 1, f->words.to);
        bool titled = ent_finder_is_capital(f, t) && ent_finder_lists(f, t) & ENT_LIST(POST);
        post = post || (of && (titled || is_told_post(f, t, comma)));
    }
    return false;
}

/* What can have posts: a State, a body. */
static bool has_posts(const ent_candidate *c)
{
    return c && (c->mention.kind == ENT_STATE || c->mention.kind == ENT_ORGANIZATION || c->mention.kind == ENT_BLOC ||
                 c->mention.kind == ENT_FORUM);
}

/* "Envoy in Widgetland Jane Roe": before the next mark stands somebody else's name. */
static bool names_somebody(const ent_finder *f, uint32_t at, uint32_t end)
{
    for (; at < end && !ent_finder_is_punct(f, at); at++)
        if (ent_finder_is_capital(f, at) && !ent_finder_over(f, at) &&
            (!f->tokens[at].word || ent_finder_lists(f, at) & ENT_LIST(FIRST_NAME)))
            return true;
    return false;
}

/* "Widgetland's permanent representative", "the Widgetish envoy" at `at`: whose post it is stands before it. */
static bool is_post_of_body(const ent_finder *f, uint32_t at, uint32_t end)
{
    at += at < end && ent_finder_is(f, at, f->words.the);
    const ent_candidate *body = at < end ? ent_finder_over(f, at) : NULL;
    if (!has_posts(body) || body->mention.first != at)
        return false;
    at = body->mention.last + ent_finder_is(f, body->mention.last, f->words.possessive);
    return is_office_at(f, at, end) && !names_somebody(f, at, end);
}

/* "Ambassador to the Widget Union Jane Roe", "… Union (WU) Jane Roe": whom the post is with stands before the name at
 * `first`. */
static bool is_post_with_body(const ent_finder *f, const ent_sentence *sentence, uint32_t first)
{
    bool acronym = first > sentence->first + 3 && ent_finder_is(f, first - 1, f->words.close) &&
                   ent_finder_is(f, first - 3, f->words.open);
    uint32_t end = acronym ? first - 3 : first;
    const ent_candidate *body = end > sentence->first ? ent_finder_over(f, end - 1) : NULL;
    if (!has_posts(body) || body->mention.last != end)
        return false;
    uint32_t at = body->mention.first;
    at -= at > sentence->first && ent_finder_is(f, at - 1, f->words.the);
    return at > sentence->first + 1 && is_told_post(f, at - 2, first) &&
           (ent_finder_is(f, at - 1, f->words.to) || ent_finder_is(f, at - 1, f->words.of) ||
            ent_finder_is(f, at - 1, f->words.at));
}

static bool state_at(const ent_finder *f, uint32_t token)
{
    const ent_candidate *over = ent_finder_over(f, token);
    return over && over->mention.kind == ENT_STATE && over->mention.first == token;
}

bool ent_has_post(const ent_finder *f, const ent_sentence *sentence, uint32_t first, uint32_t last)
{
    if (first > sentence->first && ent_finder_lists(f, first - 1) & ENT_LIST(POST) &&
        !(ent_finder_lists(f, first - 1) & ENT_LIST(GENERIC_PART)))
        return true;
    bool office = first > sentence->first + 2 && ent_finder_lists(f, first - 3) & ENT_LIST(POST) &&
                  (ent_finder_is(f, first - 2, f->words.of) || ent_finder_is(f, first - 2, f->words.for_));
    if (office && !ent_finder_over(f, first - 1) && ent_has_unknown_word(f, first, last))
        return true; /* "minister for widgets Jane Roe" */
    bool aside = first > sentence->first + 1 && ent_finder_is(f, first - 1, f->words.comma) &&
                 (last == sentence->last || ent_finder_is_punct(f, last));
    if (aside && ent_has_unknown_word(f, first, last) &&
        (ent_finder_lists(f, first - 2) & ENT_LIST(POST) || is_post_before(f, sentence, first - 1)))
        return true; /* "its founder, Jane Roe, …" */
    bool unknown = ent_has_unknown_word(f, first, last);
    if (unknown && is_post_with_body(f, sentence, first))
        return true;
    if (last + 2 >= sentence->last || !ent_finder_is(f, last, f->words.comma))
        return false;
    bool the = ent_finder_is(f, last + 1, f->words.the); /* "Name Name, the coordinator of" */
    bool one =
        ent_finder_reads(f, last + 1, sentence->last, "a") || ent_finder_reads(f, last + 1, sentence->last, "an");
    bool article = the || (one && state_at(f, last + 2)); /* "…, an Algerian envoy" */
    return is_post_phrase(f, last + 1, sentence->last) ||
           (unknown &&
            (is_post_of_body(f, last + 1, sentence->last) || is_post_that_goes_on(f, last + 1, sentence->last) ||
             (article && is_office_at(f, last + 2, sentence->last))));
}

bool ent_presides(const ent_finder *f, const ent_sentence *sentence, uint32_t first, uint32_t last)
{
    if (!ent_has_unknown_word(f, first, last))
        return false;
    bool said = last + 1 < sentence->last && ent_finder_lists(f, last) & ENT_LIST(PRESIDING) &&
                !ent_finder_reads(f, last + 1, sentence->last, "by");
    if (first == sentence->first)
        return said;
    if (first < sentence->first + 2)
        return false;
    bool over = ent_finder_reads(f, first - 2, sentence->last, "over") && first > sentence->first + 2;
    bool by = ent_finder_reads(f, first - 1, sentence->last, "by") &&
              ent_finder_lists(f, first - 2 - over) & ENT_LIST(PRESIDING);
    bool of = ent_finder_is(f, first - 1, f->words.of) && ent_finder_lists(f, first - 2) & ENT_LIST(CHAIRMANSHIP);
    return by || of;
}

bool ent_is_born_behind(const ent_finder *f, uint32_t last, uint32_t end)
{
    return last + 1 < end && ent_finder_is(f, last, f->words.open) && ent_finder_reads(f, last + 1, end, "born");
}

bool ent_is_signed(const ent_finder *f, const ent_sentence *sentence, uint32_t at)
{
    return at == sentence->first + 3 && ent_finder_is(f, sentence->first, f->words.open) &&
           ent_finder_reads(f, sentence->first + 1, at, "signed") && ent_finder_is(f, at - 1, f->words.close);
}

bool ent_gives_speech(const ent_finder *f, const ent_sentence *sentence, uint32_t first, uint32_t last)
{
    if (first < sentence->first + 2 || !ent_has_unknown_word(f, first, last))
        return false;
    bool by = ent_finder_reads(f, first - 1, first, "by") || ent_finder_reads(f, first - 1, first, "from");
    return by && ent_finder_cues(f, first - 2, first, ENT_CUE(SPEECH));
}

bool ent_is_called_after(const ent_finder *f, const ent_sentence *sentence, uint32_t at)
{
    return at > sentence->first &&
           (ent_finder_is(f, at - 1, f->words.the) || ent_finder_cues(f, at - 1, at, ENT_CUE(SHIP)));
}

bool ent_is_place_or_publisher(const ent_finder *f, const ent_sentence *sentence, uint32_t first, uint32_t last)
{
    if (ent_finder_cues(f, first, last, ENT_CUE(PLACE_HEAD)))
        return true;
    return first > sentence->first && ent_finder_is(f, first - 1, f->words.colon) && last + 1 < sentence->last &&
           ent_finder_is(f, last, f->words.comma) && f->tokens[last + 1].kind == ENT_TOKEN_NUMBER;
}
