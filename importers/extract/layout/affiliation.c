/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/affiliation.h"

#include "importers/extract/gazetteer/lexicon_data.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum {
    BODIES = ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_BLOC) | ENT_KIND_BIT(ENT_FORUM) |
             ENT_KIND_BIT(ENT_STATE) | ENT_KIND_BIT(ENT_EVENT),
    SENDERS = ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_BLOC) | ENT_KIND_BIT(ENT_STATE),
    MAX_PARTS = 8,
    MAX_BODIES = 12
};

typedef struct part {
    uint32_t first, last;
    uint32_t bodies[MAX_BODIES]; /* mentions, as they stand */
    size_t n_bodies;
} part;

typedef struct posts {
    ent_layout_work *work;
    const char *rule;
    uint32_t person; /* entity */
    part parts[MAX_PARTS];
    size_t n_parts;
} posts;

/* ---- parting ----------------------------------------------------------------------------------------------------- */

/* "and Director", "and as the US Director"; "&". Behind a body a comma is enough. */
static bool joins_post(const ent_layout_work *work, uint32_t token, uint32_t last, bool has_body)
{
    static const char *const passed[] = {"as", "and", "the", "a", "an", "former"};
    if (!ent_token_is(work, token, "and") && !ent_token_is(work, token, "&") &&
        !(has_body && ent_token_is(work, token, ",")))
        return false;
    uint32_t next = token + 1;
    while (next < last && ent_token_is_any(work, next, passed, N(passed)))
        next++;
    uint32_t sender = next < last ? ent_mention_over(work, next) : ENT_NO_MENTION;
    if (sender != ENT_NO_MENTION && ent_mention_is(ent_mention_at(work, sender), SENDERS))
        next = ent_mention_at(work, sender)->last;
    return next < last && ent_token_in_list(work, next, ENT_LIST(POST));
}

static bool is_slash(const ent_layout_work *work, uint32_t token)
{
    return ent_token_is(work, token, "/") && !(work->segments->tokens.items[token].flags & ENT_TOKEN_JOINED);
}

/* Where the post that begins at `first` ends. */
static uint32_t part_end(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    bool has_body = false;
    for (uint32_t t = first; t < last; t++) {
        uint32_t over = ent_mention_over(work, t);
        if (over != ENT_NO_MENTION && ent_mention_is(&work->mentions->items.items[over], BODIES)) {
            t = work->mentions->items.items[over].last - 1;
            has_body = true;
            continue;
        }
        if (ent_token_is(work, t, ";") || ent_token_is(work, t, "[") || is_slash(work, t) ||
            (t > first && joins_post(work, t, last, has_body)))
            return t;
    }
    return last;
}

/* ---- bodies ------------------------------------------------------------------------------------------------------ */

/* The word before a mention, articles passed over; `first` when nothing stands between. */
static uint32_t word_before(const ent_layout_work *work, const ent_mention *m, uint32_t first)
{
    uint32_t t = m->first;
    while (t > first && ent_token_is(work, t - 1, "the"))
        t--;
    return t;
}

/* "the Secretary-General's Board", "Secretary-General of the Widget Union": an owner, an office, not where one works.
 */
static bool is_owner_or_office(const ent_layout_work *work, const part *at, const ent_mention *m)
{
    if (m->last >= at->last)
        return false;
    bool owner = ent_token_is(work, m->last, "'s") || ent_token_is(work, m->last, "’s");
    bool sends = owner && m->last + 2 < at->last &&
                 (ent_token_in_list(work, m->last + 1, ENT_LIST(POST)) ||
                  ent_token_in_list(work, m->last + 2, ENT_LIST(POST))); /* "the Union's Special Envoy" */
    return (owner && !sends) || (m->kind == ENT_ORGANIZATION && ent_token_is(work, m->last, "of") &&
                                 ent_token_in_list(work, m->last - 1, ENT_LIST(POST) | ENT_LIST(PERSON_TITLE)));
}

/* "to Peru, Chile and Cuba": one of several, the first of which was no body. */
static bool follows_other(const ent_layout_work *work, const part *at, uint32_t t)
{
    if (t < at->first + 3 || !(ent_token_is(work, t - 1, "and") || ent_token_is(work, t - 1, ",")))
        return false;
    uint32_t before = ent_mention_over(work, ent_token_is(work, t - 2, ",") ? t - 3 : t - 2);
    return before != ENT_NO_MENTION && ent_mention_at(work, before)->kind == ENT_STATE &&
           !(at->n_bodies && at->bodies[at->n_bodies - 1] == before);
}

/* Whether the person works for it, rather than in it, on it or towards it ("Consul to La Paz, Bolivia"). */
static bool is_body(const posts *p, const part *at, const ent_mention *m)
{
    const ent_layout_work *work = p->work;
    if (!ent_mention_is(m, BODIES) || m->source == ENT_BY_CLASS || (m->flags & ENT_MENTION_PLACE) ||
        is_owner_or_office(work, at, m))
        return false;
    static const char *const about[] = {"on", "about", "against", "regarding"};
    uint32_t t = word_before(work, m, at->first);
    if (t > at->first && ent_token_is_any(work, t - 1, about, N(about)))
        return false;
    if (work->segments->tokens.items[m->first].flags & ENT_TOKEN_HYPHEN) /* "Under-Secretary-General" */
        return false;
    static const char *const behalf[] = {"behalf"}; /* "on behalf of the Union at the Summit" */
    if (ent_tokens_have(work, at->first, m->first, behalf, N(behalf)))
        return false;
    if (t == at->first)
        return true;
    bool met =
        m->kind == ENT_FORUM || m->kind == ENT_EVENT; /* "elected Secretary-General of the Union at the Summit" */
    if (met && at->n_bodies > 0 && ent_token_is(work, t - 1, "at"))
        return false;
    if (ent_token_is(work, t - 1, "to"))
        return t - 1 > at->first && ent_token_cues(work, t - 2, ENT_CUE(ADVISER));
    if (m->kind == ENT_STATE && follows_other(work, at, t))
        return false;
    if (m->kind == ENT_STATE)
        return (m->flags & ENT_MENTION_ADJECTIVE) || ent_token_is(work, t - 1, "of") ||
               ent_token_is(work, t - 1, "from") || ent_token_is(work, t - 1, "and") ||
               (ent_token_is(work, t - 1, ",") && at->n_bodies == 0);
    return m->kind != ENT_BLOC || !(ent_token_is(work, t - 1, "for") || ent_token_is(work, t - 1, "in"));
}

/* "Widget Centre (WC)": what stands alone in brackets behind a body is its short name, whatever else goes by that. */
static bool is_short_name(const posts *p, const part *at, const ent_mention *m)
{
    uint32_t before = at->n_bodies ? ent_mention_at(p->work, at->bodies[at->n_bodies - 1])->last : 0;
    if (!before || m->first != before + 1 || m->last != m->first + 1 || !ent_token_is(p->work, before, "(") ||
        m->last >= at->last || !ent_token_is(p->work, m->last, ")"))
        return false;
    const ent_mention *body = ent_mention_at(p->work, at->bodies[at->n_bodies - 1]);
    for (uint32_t i = ent_mention_from(p->work, body->first); ent_mention_at(p->work, i) < m; i++)
        if (ent_mention_at(p->work, i)->entity == m->entity)
            return false; /* "Bureau of the Widget Centre (WC)": of the Centre's */
    return true;
}

static void find_bodies(posts *p, part *at)
{
    uint32_t i = ent_mention_from(p->work, at->first);
    for (; i < p->work->mentions->items.n && ent_mention_at(p->work, i)->first < at->last && at->n_bodies < MAX_BODIES;
         i++) {
        bool again = at->n_bodies && ent_mention_at(p->work, at->bodies[at->n_bodies - 1])->entity ==
                                         ent_mention_at(p->work, i)->entity;
        if (!again && is_body(p, at, ent_mention_at(p->work, i)) && !is_short_name(p, at, ent_mention_at(p->work, i)))
            at->bodies[at->n_bodies++] = i;
    }
}

static bool is_government(const ent_layout_work *work, const ent_mention *m)
{
    for (uint32_t t = m->first; t < m->last; t++)
        if (ent_token_in_list(work, t, ENT_LIST(GOVERNMENT_HEAD)))
            return true;
    return false;
}

typedef enum between { BETWEEN_OTHER, BETWEEN_WITHIN, BETWEEN_AND } between;

/* How two neighbouring bodies are joined: "Bureau of the Union", "Department, Ministry"; "A and B". */
static between join_of(const ent_layout_work *work, const ent_mention *left, const ent_mention *right)
{
    static const char *const within[] = {",", "of", "at", "in", "within", "the", "under", "with", "for"};
    bool conjunction = false;
    for (uint32_t t = left->last; t < right->first; t++) {
        if (ent_token_is(work, t, "("))
            t = ent_bracket_end(work, t, right->first) - 1;
        else if (ent_token_is(work, t, "and") || ent_token_is(work, t, "&"))
            conjunction = true;
        else if (!ent_token_is_any(work, t, within, N(within)) ||
                 work->segments->tokens.items[t].flags & ENT_TOKEN_CAPITAL) /* "WSA Under Secretary-General" */
            return BETWEEN_OTHER;
    }
    return conjunction ? BETWEEN_AND : BETWEEN_WITHIN;
}

/* "Adviser to A, B and C": a row, each body for itself. */
static bool is_row(const posts *p, const part *at)
{
    uint32_t t = word_before(p->work, ent_mention_at(p->work, at->bodies[0]), at->first);
    return t > at->first && ent_token_is(p->work, t - 1, "to");
}

/* "US Department of State, Bureau of Widgets": a known body before the part of it that a comma sets off. */
static bool is_whole_first(const ent_layout_work *work, const ent_mention *left, const ent_mention *right)
{
    if (left->source != ENT_BY_LEXICON || right->source != ENT_BY_FORM || !ent_token_is(work, right->first - 1, ","))
        return false;
    for (uint32_t t = right->first; t < right->last; t++)
        if (ent_token_in_list(work, t, ENT_LIST(MINOR_HEAD)))
            return true;
    return false;
}

/* Each body is part of the next wider one; those joined by "and" share it. */
static void state_structure(posts *p, const part *at)
{
    if (is_row(p, at))
        return;
    for (size_t i = 0; i + 1 < at->n_bodies; i++) {
        size_t j = i + 1;
        while (j < at->n_bodies && join_of(p->work, ent_mention_at(p->work, at->bodies[j - 1]),
                                           ent_mention_at(p->work, at->bodies[j])) == BETWEEN_AND)
            j++;
        if (j == at->n_bodies)
            continue;
        const ent_mention *part_m = ent_mention_at(p->work, at->bodies[i]),
                          *whole = ent_mention_at(p->work, at->bodies[j]);
        bool fits = part_m->kind == ENT_ORGANIZATION && (whole->kind != ENT_STATE || is_government(p->work, part_m));
        if (is_whole_first(p->work, part_m, whole)) {
            const ent_mention *swapped = part_m;
            part_m = whole;
            whole = swapped;
        }
        if (fits && join_of(p->work, ent_mention_at(p->work, at->bodies[j - 1]),
                            ent_mention_at(p->work, at->bodies[j])) == BETWEEN_WITHIN)
            ent_layout_state(p->work, (ent_statement){ENT_PART_OF, part_m->entity, whole->entity, part_m->first,
                                                      "layout.affiliation.structure", 0.85f, ENT_STR_EMPTY, false});
    }
}

/* ---- posts ------------------------------------------------------------------------------------------------------- */

static void state_post(posts *p, const ent_mention *body, uint32_t first, uint32_t last, float confidence)
{
    ent_layout_work *work = p->work;
    ent_statement s = {ENT_AFFILIATED_WITH,
                       p->person,
                       body->entity,
                       body->first,
                       p->rule,
                       confidence * body->confidence,
                       ent_tokens_phrase(work, first, last),
                       false};
    bool chair = ent_tokens_cue(work, first, last, ENT_CUE(CHAIR_POST)) &&
                 !ent_tokens_cue(work, first, last, ENT_CUE(LESSER_POST));
    if (body->kind == ENT_EVENT && !chair)
        return;
    if (chair && (body->kind == ENT_FORUM || body->kind == ENT_EVENT)) {
        s.type = ENT_CHAIRS;
        s.role = ENT_STR("chair");
    }
    ent_layout_state(work, s);
    if ((body->kind == ENT_STATE || body->kind == ENT_BLOC) && ent_tokens_cue(work, first, last, ENT_CUE(ENVOY))) {
        s.type = ENT_REPRESENTS;
        s.confidence *= 0.9f;
        ent_layout_state(work, s);
    }
}

static bool has_post(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    for (uint32_t t = first; t < last; t++)
        if (ent_token_in_list(work, t, ENT_LIST(POST)))
            return true;
    return false;
}

/* "Geneva Branch of the Office" affiliates with the Office too; "EU Special Envoy", where that is a body's name, with
 * the EU. */
static void state_nested(posts *p, const part *at, const ent_mention *body)
{
    const ent_layout_work *work = p->work;
    const ent_kinds wider = ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_BLOC) | ENT_KIND_BIT(ENT_STATE);
    for (uint32_t i = ent_mention_from(work, body->first);
         i < work->mentions->items.n && ent_mention_at(p->work, i)->first < body->last; i++) {
        const ent_mention *inner = ent_mention_at(p->work, i);
        if (!(inner->flags & ENT_MENTION_NESTED) || inner->entity == ENT_UNRESOLVED ||
            !ent_kinds_has(wider, inner->kind))
            continue;
        uint32_t before = word_before(work, inner, body->first);
        bool ends = inner->kind == ENT_ORGANIZATION && inner->last == body->last && before > body->first + 1 &&
                    ent_token_is(work, before - 1, "of") && !has_post(work, inner->first, inner->last);
        uint32_t near = inner->last + 2 < body->last ? inner->last + 2 : body->last; /* "EU Special Envoy for Space" */
        bool begins =
            inner->first == body->first && inner->kind != ENT_ORGANIZATION && has_post(work, inner->last, near);
        if (ends)
            state_post(p, inner, at->first, inner->first, 0.85f);
        else if (begins)
            state_post(p, inner, inner->last, body->last, 0.85f);
    }
}

/* Each body with the words before it as the post ("of the Office and the Agency": before the first); where it stands
 * first ("EU Special Envoy for Space"), the words behind it. */
static void state_bodies(posts *p, const part *at)
{
    uint32_t before = at->first;
    for (size_t i = 0; i < at->n_bodies; i++) {
        const ent_mention *body = ent_mention_at(p->work, at->bodies[i]);
        bool shared = i > 0 && (is_row(p, at) ||
                                join_of(p->work, ent_mention_at(p->work, at->bodies[i - 1]), body) == BETWEEN_AND);
        uint32_t first = at->first, last = before = shared ? before : body->first;
        if (i == 0 && ent_tokens_phrase(p->work, first, last).len == 0) {
            last = i + 1 < at->n_bodies ? ent_mention_at(p->work, at->bodies[i + 1])->first : at->last;
            first = has_post(p->work, body->last, last) ? body->last : last;
            first += first < last && (ent_token_is(p->work, first, "'s") || ent_token_is(p->work, first, "’s"));
        }
        state_post(p, body, first, last, 0.95f);
        state_nested(p, at, body);
    }
}

/* Whether a State or a bloc sends whoever has a post of this part. */
static bool has_sender(const posts *p, const part *at)
{
    return at->n_bodies && ent_mention_is(ent_mention_at(p->work, at->bodies[at->n_bodies - 1]),
                                          ENT_KIND_BIT(ENT_STATE) | ENT_KIND_BIT(ENT_BLOC));
}

/* A post without a body: the widest body of the part behind it, else of the part before it. Who is sent to a body is
 * sent by a State. */
static void state_bare(posts *p, size_t number)
{
    const part *bare = &p->parts[number], *with = NULL;
    if (ent_tokens_phrase(p->work, bare->first, bare->last).len == 0)
        return;
    bool sent = ent_tokens_cue(p->work, bare->first, bare->last, ENT_CUE(ENVOY));
    for (size_t i = number + 1; i < p->n_parts && !with; i++)
        if (p->parts[i].n_bodies && (!sent || has_sender(p, &p->parts[i])))
            with = &p->parts[i];
    for (size_t i = number; i-- > 0 && !with;)
        if (p->parts[i].n_bodies && (!sent || has_sender(p, &p->parts[i])))
            with = &p->parts[i];
    if (with)
        state_post(p, ent_mention_at(p->work, with->bodies[with->n_bodies - 1]), bare->first, bare->last, 0.8f);
}

void ent_affiliate(ent_layout_work *work, uint32_t person, uint32_t first, uint32_t last, const char *rule)
{
    posts p = {.work = work, .rule = rule, .person = work->mentions->items.items[person].entity};
    while (first < last && p.n_parts < MAX_PARTS) {
        part *at = &p.parts[p.n_parts++];
        *at = (part){.first = first, .last = part_end(work, first, last)};
        find_bodies(&p, at);
        first = at->last + 1;
    }
    for (size_t i = 0; i < p.n_parts; i++) {
        if (p.parts[i].n_bodies == 0) {
            state_bare(&p, i);
            continue;
        }
        state_bodies(&p, &p.parts[i]);
        state_structure(&p, &p.parts[i]);
    }
}

bool ent_names_post(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    return ent_mention_find(work, BODIES, first, last) != ENT_NO_MENTION || has_post(work, first, last);
}
