/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/names/references/authors.h"

static bool token_is(const ent_segments *segments, uint32_t token, const char *const *words)
{
    return ent_str_is_any_nocase(ent_token_text(segments, token), words);
}

/* ---- of a document ------------------------------------------------------------------------------------------------
 */

enum { OPENING_SENTENCES = 30, LONGEST_OPENING = 16, GREETING = 4 };

/* What a delegation delivers. */
static const char *const statements[] = {"statement", "remarks",      "address",     "speech",
                                         "reply",     "intervention", "explanation", NULL};

/* The State whose mission, delegation or ministry mention `at` names, else what it names. */
static uint32_t sender(const ent_segments *segments, const ent_mentions *mentions, uint32_t at)
{
    static const char *const offices[] = {"permanent",  "mission", "delegation", "ministry",
                                          "government", "embassy", "department", NULL};
    const ent_mention *office = &mentions->items.items[at];
    if (office->kind == ENT_ORGANIZATION && token_is(segments, office->first, offices))
        for (uint32_t i = at + 1; i < mentions->items.n && mentions->items.items[i].last <= office->last; i++)
            if (mentions->items.items[i].kind == ENT_STATE && mentions->items.items[i].entity != ENT_UNRESOLVED)
                return mentions->items.items[i].entity;
    return office->entity;
}

/* "Statement by Ambassador Jane Roe", and on the next line "Permanent Representative of Oz": the State she speaks for.
 */
static uint32_t state_of_next_line(const ent_segments *segments, const ent_mentions *mentions, uint32_t s)
{
    static const char *const posts[] = {"permanent", "deputy",         "alternate",  "ambassador", "minister",
                                        "head",      "representative", "delegation", NULL};
    uint32_t next = s + 1;
    if (next >= segments->sentences.n)
        return ENT_UNRESOLVED;
    uint32_t post = segments->sentences.items[next].first, at = mentions->sentence_first.items[next];
    if (at < mentions->sentence_first.items[next + 1] && mentions->items.items[at].first == post &&
        mentions->items.items[at].kind == ENT_STATE)
        post = mentions->items.items[at].last; /* "Oz Permanent Representative" */
    if (post >= segments->sentences.items[next].last || !token_is(segments, post, posts))
        return ENT_UNRESOLVED;
    for (uint32_t i = at; i < mentions->sentence_first.items[next + 1]; i++) {
        const ent_mention *m = &mentions->items.items[i];
        if ((m->kind == ENT_STATE || m->kind == ENT_BLOC) && m->entity != ENT_UNRESOLVED)
            return m->entity;
    }
    return ENT_UNRESOLVED;
}

/* The actor named behind the last of these words in the sentence; a State or a group before a person. */
static uint32_t actor_behind(const ent_segments *segments, const ent_mentions *mentions, uint32_t s,
                             const char *const *links)
{
    const ent_sentence *sentence = &segments->sentences.items[s];
    uint32_t from = sentence->last, author = ENT_UNRESOLVED;
    for (uint32_t token = sentence->first; token < sentence->last; token++)
        if (token_is(segments, token, links))
            from = token;
    for (uint32_t i = mentions->sentence_first.items[s]; i < mentions->sentence_first.items[s + 1]; i++) {
        const ent_mention *m = &mentions->items.items[i];
        bool group = m->kind == ENT_STATE || m->kind == ENT_BLOC || m->kind == ENT_ORGANIZATION;
        if (m->first < from || m->entity == ENT_UNRESOLVED || !(group || m->kind == ENT_PERSON))
            continue;
        if (group)
            return sender(segments, mentions, i);
        if (author == ENT_UNRESOLVED)
            author = m->entity;
    }
    uint32_t state = author == ENT_UNRESOLVED ? author : state_of_next_line(segments, mentions, s);
    return state == ENT_UNRESOLVED ? author : state;
}

static uint32_t actor_behind_by(const ent_segments *segments, const ent_mentions *mentions, uint32_t s)
{
    static const char *const links[] = {"by", "behalf", NULL};
    return actor_behind(segments, mentions, s, links);
}

static bool have(const ent_segments *segments, const ent_sentence *sentence, const char *const *words)
{
    uint32_t t = sentence->first;
    while (t < sentence->last && !token_is(segments, t, words))
        t++;
    return t < sentence->last;
}

/* "I have the honour to speak on behalf of Oz": somebody speaks in the first person for somebody else. */
static bool speaks_for(const ent_segments *segments, const ent_sentence *sentence)
{
    static const char *const first_person[] = {"i", "we", "my", NULL}, *const behalf[] = {"behalf", NULL};
    return have(segments, sentence, behalf) && have(segments, sentence, first_person);
}

/* "Oz Statement on widgets": who stands right before the word that says what the document is. */
static uint32_t actor_before_kind(const ent_segments *segments, const ent_mentions *mentions, uint32_t s)
{
    uint32_t at = mentions->sentence_first.items[s];
    const ent_mention *m = at < mentions->sentence_first.items[s + 1] ? &mentions->items.items[at] : NULL;
    const ent_sentence *sentence = &segments->sentences.items[s];
    bool group = m && (m->kind == ENT_STATE || m->kind == ENT_BLOC || m->kind == ENT_ORGANIZATION);
    return group && m->first == sentence->first && m->last < sentence->last && token_is(segments, m->last, statements)
               ? m->entity
               : ENT_UNRESOLVED;
}

/* "Statement by …" at the head of a line, or "General statement: remarks by …" within it. */
static bool is_delivered(const ent_segments *segments, const ent_sentence *sentence)
{
    static const char *const by[] = {"by", NULL};
    bool delivered = token_is(segments, sentence->first, statements);
    for (uint32_t t = sentence->first; t + 1 < sentence->last && !delivered; t++)
        delivered = segments->tokens.items[t].flags & ENT_TOKEN_CAPITAL && token_is(segments, t, statements) &&
                    token_is(segments, t + 1, by);
    return delivered;
}

enum { LINES_OF_HEAD = 5 };

/* "Permanent Mission of Oz to the Union", alone at the head of the page: the State. Else ENT_UNRESOLVED. */
static uint32_t letterhead(const ent_segments *segments, const ent_mentions *mentions)
{
    for (uint32_t s = 0; s < segments->sentences.n && s < LINES_OF_HEAD; s++) {
        const ent_sentence *sentence = &segments->sentences.items[s];
        uint32_t at = mentions->sentence_first.items[s];
        const ent_mention *m = at < mentions->sentence_first.items[s + 1] ? &mentions->items.items[at] : NULL;
        bool alone = m && m->first <= sentence->first + 1 && m->last + 1 >= sentence->last;
        uint32_t from = alone && m->kind == ENT_ORGANIZATION ? sender(segments, mentions, at) : ENT_UNRESOLVED;
        if (from != ENT_UNRESOLVED && mentions->entities.items[from].kind == ENT_STATE)
            return from;
    }
    return ENT_UNRESOLVED;
}

/* "Remarks in the Widget Committee", and under it "Ambassador Jane Roe": whose they are, by the line with the name and
 * the one with the post. Else ENT_UNRESOLVED. */
static uint32_t author_below(const ent_segments *segments, const ent_mentions *mentions, uint32_t s)
{
    enum { NEAR = 3, TITLES = 5 };
    for (uint32_t line = s + 1; line < segments->sentences.n && line <= s + NEAR; line++) {
        const ent_sentence *sentence = &segments->sentences.items[line];
        uint32_t at = mentions->sentence_first.items[line];
        const ent_mention *m = at < mentions->sentence_first.items[line + 1] ? &mentions->items.items[at] : NULL;
        bool named = m && m->kind == ENT_PERSON && m->entity != ENT_UNRESOLVED && m->first <= sentence->first + TITLES;
        if (!named || m->last + 1 < sentence->last)
            continue;
        uint32_t state = state_of_next_line(segments, mentions, line);
        return state == ENT_UNRESOLVED ? m->entity : state;
    }
    return ENT_UNRESOLVED;
}

/* "Letter dated 3 May 2031 from the Permanent Representative of Oz": who wrote it, or ENT_UNRESOLVED. */
static uint32_t writer(const ent_segments *segments, const ent_mentions *mentions, uint32_t s)
{
    static const char *const letters[] = {"letter", "letters", "note", NULL}, *const from[] = {"from", NULL};
    const ent_sentence *sentence = &segments->sentences.items[s];
    bool written = token_is(segments, sentence->first, letters) && have(segments, sentence, from);
    return written ? actor_behind(segments, mentions, s, from) : ENT_UNRESOLVED;
}

/* "You can count on the Oz delegation, as my colleague said": the State whose delegation a person's opening words
 * name, or ENT_UNRESOLVED. */
static uint32_t own_delegation(const ent_segments *segments, const ent_mentions *mentions)
{
    static const char *const delegation[] = {"delegation", NULL};
    static const char *const first_person[] = {"i", "we", "my", "our", NULL};
    for (uint32_t s = 0; s < segments->sentences.n && s < OPENING_SENTENCES; s++)
        for (uint32_t at = mentions->sentence_first.items[s]; at < mentions->sentence_first.items[s + 1]; at++) {
            const ent_mention *m = &mentions->items.items[at];
            bool own = m->kind == ENT_STATE && m->entity != ENT_UNRESOLVED &&
                       m->last < segments->sentences.items[s].last && token_is(segments, m->last, delegation);
            if (own && have(segments, &segments->sentences.items[s], first_person))
                return m->entity;
        }
    return ENT_UNRESOLVED;
}

/* Who delivers the document: "Statement by the delegation of Oz" among its first lines, or "Statement" under a head.
 * Else ENT_UNRESOLVED. */
static uint32_t author_in_head(const ent_segments *segments, const ent_mentions *mentions)
{
    for (uint32_t s = 0; s < segments->sentences.n && s < OPENING_SENTENCES; s++) {
        const ent_sentence *sentence = &segments->sentences.items[s];
        if (sentence->first == sentence->last)
            continue;
        bool delivered = is_delivered(segments, sentence);
        uint32_t author = delivered || speaks_for(segments, sentence) ? actor_behind_by(segments, mentions, s)
                                                                      : actor_before_kind(segments, mentions, s);
        if (author == ENT_UNRESOLVED && delivered)
            author = letterhead(segments, mentions);
        if (author == ENT_UNRESOLVED && delivered)
            author = author_below(segments, mentions, s);
        if (author == ENT_UNRESOLVED)
            author = writer(segments, mentions, s);
        if (author != ENT_UNRESOLVED)
            return author;
    }
    return ENT_UNRESOLVED;
}

/* "General statement" over "Oz congratulates you on your election": the State that greets in the opening words of a
 * statement, or ENT_UNRESOLVED. */
static uint32_t greeter(const ent_segments *segments, const ent_mentions *mentions)
{
    static const char *const greeting[] = {"congratulates", "thanks",   "aligns",    "associates", "wishes", "joins",
                                           "welcomes",      "commends", "expresses", "warmly",     NULL};
    static const char *const you[] = {"you", "your", "statement", NULL};
    bool statement = false;
    for (uint32_t s = 0; s < segments->sentences.n && s < OPENING_SENTENCES; s++) {
        const ent_sentence *sentence = &segments->sentences.items[s];
        uint32_t at = mentions->sentence_first.items[s];
        const ent_mention *m = at < mentions->sentence_first.items[s + 1] ? &mentions->items.items[at] : NULL;
        statement = statement || (s < LINES_OF_HEAD && have(segments, sentence, statements));
        bool group = m && (m->kind == ENT_STATE || m->kind == ENT_BLOC) && m->entity != ENT_UNRESOLVED &&
                     m->source != ENT_BY_CLASS && m->first <= sentence->first + 1 && m->last < sentence->last;
        if (statement && group && token_is(segments, m->last, greeting) && have(segments, sentence, you))
            return m->entity;
    }
    return ENT_UNRESOLVED;
}

static uint32_t author_of_document(const ent_segments *segments, const ent_mentions *mentions)
{
    uint32_t author = author_in_head(segments, mentions);
    author = author == ENT_UNRESOLVED ? greeter(segments, mentions) : author;
    bool person = author != ENT_UNRESOLVED && mentions->entities.items[author].kind == ENT_PERSON;
    uint32_t state = person ? own_delegation(segments, mentions) : ENT_UNRESOLVED;
    return state == ENT_UNRESOLVED ? author : state;
}

/* ---- of the turns in a record -------------------------------------------------------------------------------------
 */

/* A record under way. */
typedef struct record {
    const ent_segments *segments;
    const ent_mentions *mentions;
    uint32_t *turns;    /* the author by sentence */
    uint32_t n_actors;  /* turns that an actor took */
    uint32_t author;    /* of the turn at hand */
    uint32_t greetings; /* sentences in which its speaker may still say for whom */
} record;

/* How the words before a colon name who takes the floor. */
typedef enum opening { NO_OPENING, BY_ACTOR, BY_OFFICER } opening;

/* The token of the colon in the first words of a sentence that begins its paragraph, or UINT32_MAX. */
static uint32_t opening_colon(const ent_segments *segments, uint32_t s)
{
    static const char *const colon[] = {":", NULL};
    const ent_sentence *sentence = &segments->sentences.items[s];
    bool begins = s == 0 || segments->sentences.items[s - 1].block != sentence->block;
    for (uint32_t t = sentence->first; begins && t < sentence->last && t < sentence->first + LONGEST_OPENING; t++)
        if (token_is(segments, t, colon))
            return t;
    return UINT32_MAX;
}

/* The actor in the brackets right behind the person at mention `at`: "Mr. Roe (Oz)". Else ENT_UNRESOLVED. */
static uint32_t actor_in_brackets(const record *r, uint32_t at, uint32_t end)
{
    static const char *const open[] = {"(", NULL}, *const close[] = {")", NULL};
    const ent_mention *person = &r->mentions->items.items[at], *in = person + 1;
    bool bracketed = at + 1 < r->mentions->items.n && in->first == person->last + 1 && in->last < end &&
                     token_is(r->segments, person->last, open) && token_is(r->segments, in->last, close);
    bool group = bracketed && (in->kind == ENT_STATE || in->kind == ENT_BLOC || in->kind == ENT_ORGANIZATION);
    return group ? in->entity : ENT_UNRESOLVED;
}

/* Whether a sentence greets: "Thank you, Mr. Chair", "Distinguished delegates". */
static bool greets(const ent_segments *segments, uint32_t s)
{
    static const char *const words[] = {"thank",         "thanks",     "chair",      "chairman",
                                        "chairperson",   "chairwoman", "madam",      "excellencies",
                                        "distinguished", "president",  "excellency", NULL};
    const ent_sentence *sentence = &segments->sentences.items[s];
    bool greets = false;
    for (uint32_t t = sentence->first; t < sentence->last && t < sentence->first + LONGEST_OPENING && !greets; t++)
        greets = token_is(segments, t, words);
    return greets;
}

/* "Oz" as a sentence of its own before "Thank you, Mr. Chair": whose turn it is, or ENT_UNRESOLVED. */
static uint32_t name_before_greeting(const record *r, uint32_t s)
{
    enum { TITLES = 4 };
    const ent_sentence *sentence = &r->segments->sentences.items[s];
    uint32_t first = r->mentions->sentence_first.items[s];
    const ent_mention *m = first < r->mentions->sentence_first.items[s + 1] ? &r->mentions->items.items[first] : NULL;
    bool group = m && (m->kind == ENT_STATE || m->kind == ENT_BLOC || m->kind == ENT_ORGANIZATION);
    bool alone = m && m->last == sentence->last && m->source != ENT_BY_CLASS &&
                 m->first <= sentence->first + (group ? 1 : TITLES) && (group || m->kind == ENT_PERSON);
    return alone && s + 1 < r->segments->sentences.n && greets(r->segments, s + 1) ? m->entity : ENT_UNRESOLVED;
}

/* Who takes the floor in the sentence: "Mr. Roe (Oz) (spoke in French):", "The President:". */
static opening read_opening(const record *r, uint32_t s, uint32_t *actor)
{
    static const char *const the[] = {"the", NULL};
    static const char *const officers[] = {"chair",  "chairman",    "chairperson", "chairwoman", "president",
                                           "acting", "temporary",   "secretary",   "moderator",  "vice",
                                           "co",     "facilitator", NULL};
    const ent_sentence *sentence = &r->segments->sentences.items[s];
    uint32_t colon = opening_colon(r->segments, s);
    *actor = colon == UINT32_MAX ? name_before_greeting(r, s) : ENT_UNRESOLVED;
    if (*actor != ENT_UNRESOLVED)
        return BY_ACTOR;
    if (colon == UINT32_MAX)
        return NO_OPENING;
    if (token_is(r->segments, sentence->first, the) && token_is(r->segments, sentence->first + 1, officers))
        return BY_OFFICER;
    uint32_t first = r->mentions->sentence_first.items[s];
    const ent_mention *m = first < r->mentions->sentence_first.items[s + 1] ? &r->mentions->items.items[first] : NULL;
    if (!m || m->kind != ENT_PERSON || m->first > sentence->first + 2)
        return NO_OPENING;
    *actor = actor_in_brackets(r, first, colon);
    return *actor == ENT_UNRESOLVED ? NO_OPENING : BY_ACTOR;
}

static void read_turn(record *r, uint32_t s)
{
    uint32_t actor = ENT_UNRESOLVED, group = ENT_UNRESOLVED;
    opening how = read_opening(r, s, &actor);
    if (how != NO_OPENING) {
        r->author = actor;
        r->n_actors += how == BY_ACTOR;
        r->greetings = how == BY_ACTOR ? GREETING : 0;
    }
    if (r->greetings > 0 && speaks_for(r->segments, &r->segments->sentences.items[s]))
        group = actor_behind_by(r->segments, r->mentions, s);
    if (group != ENT_UNRESOLVED)
        r->author = group;
    r->greetings -= r->greetings > 0;
    r->turns[s] = r->author;
}

/* The author of each sentence of a record, or NULL where the document is none: several take turns in one. */
static const uint32_t *authors_of_turns(ent_arena *arena, const ent_segments *segments, const ent_mentions *mentions)
{
    record r = {.segments = segments, .mentions = mentions, .author = ENT_UNRESOLVED};
    r.turns = ENT_ARENA_NEW(arena, uint32_t, segments->sentences.n + 1);
    for (uint32_t s = 0; s < segments->sentences.n; s++)
        read_turn(&r, s);
    return r.n_actors > 1 ? r.turns : NULL;
}

ent_authors ent_authors_find(ent_arena *arena, const ent_segments *segments, const ent_mentions *mentions)
{
    return (ent_authors){.of_document = author_of_document(segments, mentions),
                         .of_turns = authors_of_turns(arena, segments, mentions)};
}

uint32_t ent_author_at(const ent_authors *authors, uint32_t sentence)
{
    return authors->of_turns ? authors->of_turns[sentence] : authors->of_document;
}
