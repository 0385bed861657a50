/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "the Group", "the Treaty", "this conference": the latest entity of the document whose name has that word. With a
 * small letter it must stand near by; "this report" is the document itself. */
#include "importers/extract/names/bodies/organ_names.h"
#include "importers/extract/names/references/reference_words.h"

#include "core/model/key.h"
#include "importers/extract/text/tokens.h"

#include <stdlib.h>

enum { LOOK_BACK = 400, PANEL_BLOCKS = 12, DRAFT_BLOCKS = 4 };

typedef struct recent {
    uint32_t token, entity;
} recent;

typedef struct word_ids {
    ENT_VEC(uint32_t) items;
    bool known;
} word_ids;

typedef struct referrer {
    ent_finder *f;
    ENT_VEC(recent) named;                   /* by place */
    ENT_VEC(word_ids) words;                 /* of the entities' names */
    uint32_t section;                        /* the first token of the one at hand */
    uint32_t bloc, alliance, event, meeting; /* the words */
    bool draft;                              /* what is looked for is called a draft */
    uint32_t front;                          /* the first token behind the title, or behind the body whose text it is */
    uint32_t author; /* the group that the last heading says a text is by: "submitted by the Widget Group" */
} referrer;

/* ---- what was named ---------------------------------------------------------------------------------------------- */

static int compare_recent(const void *a, const void *b)
{
    const recent *x = a, *y = b;
    return (x->token > y->token) - (x->token < y->token);
}

static void gather(referrer *r)
{
    ent_finder *f = r->f;
    for (size_t i = 0; i < f->items.n; i++) {
        const ent_candidate *c = &f->items.items[i];
        bool counts = !c->gone && !(c->mention.flags & ENT_MENTION_NESTED) && c->mention.kind != ENT_STATE &&
                      c->mention.kind != ENT_TOPIC && c->mention.kind != ENT_PERSON && c->mention.kind != ENT_PROPOSAL;
        uint32_t entity = counts ? ent_finder_names(f, c) : ENT_UNRESOLVED;
        if (entity != ENT_UNRESOLVED)
            ent_vec_push(f->arena, &r->named, (recent){c->mention.first, entity});
    }
    if (r->named.n)
        qsort(r->named.items, r->named.n, sizeof *r->named.items, compare_recent);
}

/* The head of a name and what stands before it: "Legal Subcommittee of the Committee on …" is no Committee, and of the
 * bodies in a row only the last is meant: "Widget Council Committee" is no Council. */
static bool name_has_word(referrer *r, uint32_t entity, uint32_t word)
{
    ent_finder *f = r->f;
    while (r->words.n <= entity)
        ent_vec_push(f->arena, &r->words, (word_ids){0});
    word_ids *ids = &r->words.items[entity];
    if (!ids->known) {
        ent_str name = f->out->entities.items[entity].name;
        ent_tokenizer tokens = ent_tokenizer_over(name, 0, name.len);
        ent_token token;
        bool headed = false;
        uint32_t body = 0; /* the place of the last such head + 1 */
        const uint64_t heads = ENT_LIST(FORUM_HEAD) | ENT_LIST(ORGANIZATION_HEAD) | ENT_LIST(ORGANIZATION_TAIL);
        ids->known = true;
        while (ent_token_next(&tokens, &token)) {
            uint32_t id = ent_vocabulary_find(f->vocabulary, ent_str_slice(name, token.begin, token.end));
            uint64_t lists = ent_word_lists_of(&f->lexicon->lists, id);
            if (lists & ENT_LIST(LINK) && headed) /* but "Republic of Widgetland Conference" */
                break;
            headed = (lists & (ENT_LIST(REFERENCE) | ENT_LIST(FORUM_HEAD) | ENT_LIST(INSTRUMENT_HEAD))) != 0;
            if (id == f->words.comma && headed) /* "Committee, Policy and Widget Section" is no committee */
                ids->items.n = 0;
            if (lists & heads && body && body <= ids->items.n)
                ids->items.items[body - 1] = 0;
            uint32_t one = f->vocabulary->singulars.items[id];
            bool several = one != id && f->out->entities.items[entity].kind == ENT_ORGANIZATION; /* "Widget Centres" */
            ent_vec_push(f->arena, &ids->items, several ? 0 : one);
            body = lists & heads ? (uint32_t)ids->items.n : body;
        }
    }
    for (size_t i = 0; i < ids->items.n; i++)
        if (ids->items.items[i] == word)
            return true;
    return false;
}

/* "Oz hosted a panel meeting on the occasion of the Widget Week. The meeting …": of the events of one sentence, of
 * which the latest is `at`, the one that is called so. */
static size_t called_so(referrer *r, size_t at, uint32_t word)
{
    uint32_t sentence = ent_sentence_of(r->f->segments, r->named.items[at].token);
    for (size_t i = at + 1; i-- > 0 && ent_sentence_of(r->f->segments, r->named.items[i].token) == sentence;)
        if (r->f->out->entities.items[r->named.items[i].entity].kind == ENT_EVENT &&
            name_has_word(r, r->named.items[i].entity, word))
            return i;
    return at;
}

/* The latest entity before `token` and not before `from` whose name has the word; `kinds` it may be of. */
static uint32_t latest(referrer *r, uint32_t token, uint32_t from, uint32_t word, ent_kinds kinds)
{
    size_t end = ent_first_from(r->named.items, r->named.n, sizeof *r->named.items, token);
    for (size_t i = end, looked = 0; i-- > 0 && looked < LOOK_BACK && r->named.items[i].token >= from; looked++) {
        uint32_t entity = r->named.items[i].entity;
        const ent_named *named = &r->f->out->entities.items[entity];
        if ((r->draft && !ent_is_draft(named)) /* "the draft resolution" */ ||
            ent_attribute_get(named->attributes, ENT_STR("titled")).len) /* "The Widget Treaty at 10", a report */
            continue;
        if (ent_kinds_has(kinds, named->kind) &&
            (word == r->bloc ? ent_is_united(named)
             : word == r->event || word == r->meeting
                 ? named->kind == ENT_EVENT
                 : (named->kind == ENT_EVENT &&
                    r->f->tokens[r->named.items[i].token].word == word) || /* conference “X” */
                       name_has_word(r, entity, word) ||
                       (r->draft && ent_has_draft_symbol(named)) || (word == r->alliance && ent_is_united(named))))
            return word == r->meeting ? r->named.items[called_so(r, i, word)].entity : entity;
    }
    return ENT_UNRESOLVED;
}

/* ---- deciding ---------------------------------------------------------------------------------------------------- */

static void refer(referrer *r, uint32_t sentence, uint32_t first, uint32_t last, uint32_t entity, float confidence)
{
    ent_finder *f = r->f;
    ent_kind kind = f->out->entities.items[entity].kind;
    ent_finder_add(f, ent_finder_candidate(sentence, first, last, kind, ENT_BY_REFERENCE, entity, confidence));
}

/* "this report", "the present document": the document; "this conference": its meeting. */
static bool refer_to_self(referrer *r, uint32_t sentence, uint32_t head, bool pointed)
{
    ent_finder *f = r->f;
    uint64_t lists = ent_finder_lists(f, head);
    uint32_t word = f->vocabulary->singulars.items[f->tokens[head].word];
    bool told = word != 0 && word == f->out->self_event_word;
    bool meeting = f->out->self_event != UINT32_MAX &&
                   (told || (lists & ENT_LIST(EVENT_HEAD) && name_has_word(r, f->out->self_event, word)));
    bool named = ent_finder_reads(f, head, f->n_tokens, "meeting"); /* "The Meeting", of its report */
    if (meeting && (pointed || named || !ent_finder_is_capital(f, head))) {
        refer(r, sentence, head, head + 1, f->out->self_event, 0.8f);
        return true;
    }
    if (pointed && lists & ENT_LIST(SELF) && f->out->self_instrument != UINT32_MAX) {
        refer(r, sentence, head, head + 1, f->out->self_instrument, 0.85f);
        return true;
    }
    return false;
}

/* Whether a bloc has the word near by: its name opens the sentence or one before, or somebody speaks "on behalf of" it.
 */
static bool has_the_word(ent_finder *f, uint32_t sentence, uint32_t bloc)
{
    enum { OPENING = 3, SENTENCES = 2 };
    for (uint32_t s = sentence; s + SENTENCES > sentence && s < f->segments->sentences.n; s--) {
        const ent_sentence *at = &f->segments->sentences.items[s];
        if (at->block != f->segments->sentences.items[sentence].block)
            break;
        for (uint32_t i = at->first; i < at->last; i++) {
            const ent_candidate *over = ent_finder_over(f, i);
            bool named = over && over->mention.first == i && ent_finder_names(f, over) == bloc;
            uint32_t before = i > at->first && ent_finder_is(f, i - 1, f->words.the) ? i - 1 : i;
            bool behalf =
                before > at->first + 1 && ent_str_eq_nocase(ent_token_text(f->segments, before - 2), ENT_STR("behalf"));
            if (named && (i < at->first + OPENING || behalf))
                return true;
        }
    }
    return false;
}

/* "the Group" is the forum of the title, or one named before, rather than a bloc that is only mentioned. */
static uint32_t prefer_forum(referrer *r, uint32_t sentence, uint32_t head, uint32_t word, uint32_t entity)
{
    ent_kinds forums = ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_ORGANIZATION);
    bool bloc = entity != ENT_UNRESOLVED && r->f->out->entities.items[entity].kind == ENT_BLOC;
    if (!bloc || has_the_word(r->f, sentence, entity))
        return entity;
    uint32_t forum = latest(r, ent_reference_opening(r->f), 0, word, forums);
    if (forum == ENT_UNRESOLVED)
        forum = latest(r, head, 0, word, forums);
    return forum == ENT_UNRESOLVED ? entity : forum;
}

/* The only instrument that the title names, or ENT_UNRESOLVED. */
static uint32_t titled_instrument(const referrer *r)
{
    const ent_sentence *title = r->f->segments->sentences.items;
    uint32_t found = ENT_UNRESOLVED;
    for (size_t i = 0; i < r->named.n && r->named.items[i].token < title->last; i++) {
        uint32_t entity = r->named.items[i].entity;
        if (r->f->out->entities.items[entity].kind != ENT_INSTRUMENT || entity == found)
            continue;
        if (found != ENT_UNRESOLVED)
            return ENT_UNRESOLVED;
        found = entity;
    }
    return r->f->document->blocks.items[title->block].kind == ENT_BLOCK_HEADING ? found : ENT_UNRESOLVED;
}

/* Whether no sentence in [from, head) begins with the entity; *near: whether another one is named there. */
static bool is_in_passing(referrer *r, uint32_t head, uint32_t from, uint32_t entity, uint32_t other, bool *near)
{
    enum { BEGINNING = 3 };
    size_t i = ent_first_from(r->named.items, r->named.n, sizeof *r->named.items, ent_finder_no_further(head, from));
    *near = false;
    for (; i < r->named.n && r->named.items[i].token < head; i++) {
        uint32_t token = r->named.items[i].token;
        uint32_t first = r->f->segments->sentences.items[ent_sentence_of(r->f->segments, token)].first;
        *near |= r->named.items[i].entity == other;
        if (r->named.items[i].entity == entity && token <= first + BEGINNING)
            return false;
    }
    return true;
}

/* On the page of a treaty "the treaty" is that one, where the text nearby speaks of it and names another one only in
 * passing. */
static uint32_t prefer_titled(referrer *r, uint32_t head, uint32_t from, uint32_t word, uint32_t entity)
{
    uint32_t titled = r->draft ? ENT_UNRESOLVED : titled_instrument(r);
    if (titled == ENT_UNRESOLVED || entity == titled || !name_has_word(r, titled, word))
        return entity;
    bool near, passing = is_in_passing(r, head, from, entity, titled, &near);
    return passing && near ? titled : entity;
}

/* The known body in whose name the document speaks, or that its title names, where its name has the word. */
static uint32_t own_body(referrer *r, uint32_t word)
{
    uint32_t own = latest(r, r->front, 0, word, ENT_KIND_BIT(ENT_FORUM));
    bool known =
        own != ENT_UNRESOLVED && ent_lexicon_find(r->f->lexicon, r->f->out->entities.items[own].key) != UINT32_MAX;
    return known ? own : ENT_UNRESOLVED;
}

/* In a body's own record or report "the Committee" is that one, where another is named only in passing. */
static uint32_t prefer_own(referrer *r, uint32_t head, uint32_t from, uint32_t word, uint32_t entity)
{
    uint32_t own = own_body(r, word);
    bool working = ent_str_eq_nocase(ent_token_text(r->f->segments, head - 1), ENT_STR("Working")), near;
    bool other = own != ENT_UNRESOLVED && own != entity && !working;
    return other && is_in_passing(r, head, from, entity, own, &near) ? own : entity;
}

/* "the working group", small, of the report of a known one. */
static bool refer_to_own_group(referrer *r, const ent_sentence *sentence, uint32_t s, uint32_t head)
{
    const ent_finder *f = r->f;
    if (head < sentence->first + 2 || ent_finder_is_capital(f, head) || ent_finder_over(f, head) ||
        !ent_finder_reads(f, head, sentence->last, "group") || !ent_finder_reads(f, head - 1, head, "working"))
        return false;
    uint32_t the = head - 2;
    the -= the > sentence->first && ent_finder_reads(f, the, head, "ended") ? 1 : 0;
    the -= the > sentence->first && ent_finder_reads(f, the, head, "open") ? 1 : 0;
    uint32_t own = ent_finder_is(f, the, f->words.the) && !ent_reference_goes_on(f, head, sentence->last)
                       ? own_body(r, f->vocabulary->singulars.items[f->tokens[head].word])
                       : ENT_UNRESOLVED;
    if (own != ENT_UNRESOLVED)
        refer(r, s, head - 1, head + 1, own, 0.75f);
    return own != ENT_UNRESOLVED;
}

/* The group whose name is the tokens [first, last), within another name or not; or ENT_UNRESOLVED. */
static uint32_t group_named(ent_finder *f, uint32_t first, uint32_t last)
{
    for (const ent_candidate *c = ent_finder_begun(f, first, NULL); c; c = ent_finder_begun(f, first, c))
        if (c->mention.kind == ENT_BLOC && c->mention.last == last)
            return ent_finder_names(f, c);
    return ENT_UNRESOLVED;
}

/* Takes note of "Working paper submitted by the Widget Group": it is the group's own text that follows. */
static void note_author(referrer *r, uint32_t s)
{
    enum { LONGEST = 16 };
    ent_finder *f = r->f;
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    uint32_t last = sentence->last;
    while (last > sentence->first && ent_finder_is_punct(f, last - 1))
        last--;
    for (uint32_t i = sentence->first; last <= sentence->first + LONGEST && i + 1 < last; i++) {
        uint32_t named = i + 1 + ent_finder_is(f, i + 1, f->words.the);
        uint32_t group =
            ent_finder_reads(f, i, last, "by") && named < last ? group_named(f, named, last) : ENT_UNRESOLVED;
        r->author = group != ENT_UNRESOLVED ? group : r->author;
    }
}

/* "The Group" of a group's own text. */
static bool refer_to_author(referrer *r, uint32_t sentence, uint32_t head)
{
    uint32_t word = r->f->vocabulary->singulars.items[r->f->tokens[head].word];
    if (r->author == ENT_UNRESOLVED || !ent_finder_is_capital(r->f, head) || !name_has_word(r, r->author, word))
        return false;
    refer(r, sentence, head, head + 1, r->author, 0.8f);
    return true;
}

/* "The Council" of the body named last before it that has one, or ENT_UNRESOLVED. */
static uint32_t organ_named(referrer *r, uint32_t head)
{
    ent_str word = ent_token_text(r->f->segments, head);
    size_t i = ent_is_organ_word(word) ? ent_first_from(r->named.items, r->named.n, sizeof *r->named.items, head) : 0;
    uint32_t organ = ENT_UNRESOLVED;
    for (size_t looked = 0; organ == ENT_UNRESOLVED && i-- > 0 && looked < LOOK_BACK; looked++)
        organ = ent_organ_of(r->f, r->named.items[i].entity, word);
    return organ;
}

static void refer_back(referrer *r, uint32_t sentence, uint32_t head)
{
    ent_finder *f = r->f;
    bool capital = ent_finder_is_capital(f, head) && f->capitals[sentence] == ENT_CAPITALS_USUAL;
    bool sub = ent_reference_is_sub(f, head);
    uint32_t word = sub ? ent_vocabulary_find(f->vocabulary, ENT_STR("subcommittee"))
                        : f->vocabulary->singulars.items[f->tokens[head].word];
    ent_kinds kinds = word == r->bloc ? ENT_KIND_BIT(ENT_BLOC) : ent_reference_kinds(f, head);
    r->draft = ent_str_eq_nocase(ent_token_text(f->segments, head - 1), ENT_STR("draft"));
    bool phrase = word == r->event && ent_reference_is_phrase(f, head);
    if (phrase || (r->draft && !sub && word != f->tokens[head].word)) /* "the draft resolutions": several */
        return;
    bool panel = ent_str_eq_nocase(ent_token_text(f->segments, head), ENT_STR("panel"));
    uint32_t blocks = panel ? PANEL_BLOCKS : r->draft ? DRAFT_BLOCKS : !capital;
    uint32_t from = ent_finder_block_begin(f, sentence, blocks);
    if (word == r->meeting && ent_reference_is_another_meeting(f, sentence, head, from))
        return;
    uint32_t entity = latest(r, head, from, word, kinds);
    float confidence = 0.8f;
    if (entity != ENT_UNRESOLVED && capital && kinds & ENT_KIND_BIT(ENT_FORUM))
        entity = prefer_own(r, head, from, word, entity);
    if (entity == ENT_UNRESOLVED && capital) { /* in whose name the text speaks */
        confidence = 0.75f;
        entity = kinds & ENT_KIND_BIT(ENT_FORUM) ? own_body(r, word) : ENT_UNRESOLVED;
    }
    if (entity == ENT_UNRESOLVED && capital) { /* what the first sentence names is what the text is about */
        confidence = 0.7f;
        entity = latest(r, ent_reference_opening(f), 0, word, kinds);
    }
    for (int all = 0; all < 2 && entity == ENT_UNRESOLVED && capital; all++) {
        confidence = all ? 0.5f : 0.65f;
        entity = latest(r, head, all ? 0 : r->section, word, kinds);
    }
    bool body = !capital && (entity == ENT_UNRESOLVED || f->out->entities.items[entity].kind == ENT_FORUM) &&
                ent_finder_reads(f, head, f->n_tokens, "conference");
    from = ent_finder_block_begin(f, sentence, DRAFT_BLOCKS); /* "the conference" that "the Conference" spoke of */
    uint32_t met = body ? latest(r, head, from, word, ENT_KIND_BIT(ENT_EVENT)) : ENT_UNRESOLVED;
    if (entity == ENT_UNRESOLVED && capital && (entity = organ_named(r, head)) != ENT_UNRESOLVED)
        confidence = 0.75f;
    entity = prefer_forum(r, sentence, head, word, met != ENT_UNRESOLVED ? met : entity);
    if (entity != ENT_UNRESOLVED && f->out->entities.items[entity].kind == ENT_INSTRUMENT)
        entity = prefer_titled(r, head, ent_finder_block_begin(f, sentence, 1), word, entity);
    if (entity != ENT_UNRESOLVED && !ent_reference_is_several(f, head, entity))
        refer(r, sentence, head - sub, head + 1, entity, confidence);
}

void ent_resolve_references(ent_finder *f)
{
    referrer r = {.f = f,
                  .author = ENT_UNRESOLVED,
                  .bloc = ent_vocabulary_find(f->vocabulary, ENT_STR("bloc")),
                  .alliance = ent_vocabulary_find(f->vocabulary, ENT_STR("alliance")),
                  .event = ent_vocabulary_find(f->vocabulary, ENT_STR("event")),
                  .meeting = ent_vocabulary_find(f->vocabulary, ENT_STR("meeting"))};
    r.front = ent_reference_front(f);
    gather(&r);
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        if (s > 0 && ent_sentence_section(f->segments, s) != ent_sentence_section(f->segments, s - 1))
            r.section = sentence->first;
        note_author(&r, s);
        for (uint32_t i = sentence->first + 1; i < sentence->last; i++) {
            bool pointed;
            uint64_t wanted =
                ENT_LIST(SMALL_REFERENCE) | ENT_LIST(SELF) | (ent_finder_is_capital(f, i) ? ENT_LIST(REFERENCE) : 0);
            if (!(ent_finder_lists(f, i) & wanted) || refer_to_own_group(&r, sentence, s, i) || ent_finder_over(f, i) ||
                !ent_reference_is_led(f, sentence, i, &pointed) || ent_reference_goes_on(f, i, sentence->last))
                continue;
            if (!refer_to_self(&r, s, i, pointed) && !refer_to_author(&r, s, i))
                refer_back(&r, s, i);
        }
    }
}
