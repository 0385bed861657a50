/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "the Group", "the Treaty", "this conference": the latest entity of the document whose name has that word. With a
 * small letter it must stand near by; "this report" is the document itself. */
#include "importers/extract/names/finder.h"

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
    ENT_VEC(recent) named;   /* by place */
    ENT_VEC(word_ids) words; /* of the entities' names */
    uint32_t section;        /* the first token of the one at hand */
    bool draft;              /* what is looked for is called a draft */
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

/* The head of a name and what stands before it: "Legal Subcommittee of the Committee on …" is no Committee. */
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
        ids->known = true;
        while (ent_token_next(&tokens, &token)) {
            uint32_t id = ent_vocabulary_find(f->vocabulary, ent_str_slice(name, token.begin, token.end));
            uint64_t lists = ent_word_lists_of(&f->lexicon->lists, id);
            if (lists & ENT_LIST(LINK) && headed) /* but "Republic of Widgetland Conference" */
                break;
            headed = (lists & (ENT_LIST(REFERENCE) | ENT_LIST(FORUM_HEAD) | ENT_LIST(INSTRUMENT_HEAD))) != 0;
            if (id == f->words.comma && headed) /* "Committee, Policy and Widget Section" is no committee */
                ids->items.n = 0;
            ent_vec_push(f->arena, &ids->items, f->vocabulary->singulars.items[id]);
        }
    }
    for (size_t i = 0; i < ids->items.n; i++)
        if (ids->items.items[i] == word)
            return true;
    return false;
}

/* "A/C.1/99/L.5" is a draft, of a resolution most often. */
static bool has_draft_symbol(const ent_named *named)
{
    return ent_str_find(named->key, ENT_STR("-l-"), 0) != ENT_STR_NONE;
}

/* A text that is not adopted yet. */
static bool is_draft(const ent_named *named)
{
    return ent_str_eq(ent_attribute_get(named->attributes, ENT_STR("status")), ENT_STR("draft")) ||
           has_draft_symbol(named) || ent_str_find(named->name, ENT_STR("raft "), 0) != ENT_STR_NONE;
}

/* The latest entity before `token` and not before `from` whose name has the word; `kinds` it may be of. */
static uint32_t latest(referrer *r, uint32_t token, uint32_t from, uint32_t word, ent_kinds kinds)
{
    size_t end = ent_first_from(r->named.items, r->named.n, sizeof *r->named.items, token);
    for (size_t i = end, looked = 0; i-- > 0 && looked < LOOK_BACK && r->named.items[i].token >= from; looked++) {
        uint32_t entity = r->named.items[i].entity;
        const ent_named *named = &r->f->out->entities.items[entity];
        if (r->draft && !is_draft(named)) /* "the draft resolution" */
            continue;
        if (ent_kinds_has(kinds, named->kind) &&
            (name_has_word(r, entity, word) || (r->draft && has_draft_symbol(named))))
            return entity;
    }
    return ENT_UNRESOLVED;
}

/* ---- where a reference may reach --------------------------------------------------------------------------------- */

/* The first token of the block, or of so many blocks before. */
static uint32_t block_begin(const ent_finder *f, uint32_t sentence, uint32_t before)
{
    uint32_t block = f->segments->sentences.items[sentence].block;
    uint32_t wanted = block > before ? block - before : 0;
    return f->segments->sentences.items[ent_sentence_from_block(f->segments, wanted)].first;
}

/* The same where a paragraph has no end. */
static uint32_t no_further(uint32_t token, uint32_t from)
{
    return token - from > ENT_REACH ? token - ENT_REACH : from;
}

/* The first token behind the title and the sentence that follows it. */
static uint32_t opening_end(const ent_finder *f)
{
    uint32_t sentence = 0;
    while (sentence < f->segments->sentences.n &&
           f->document->blocks.items[f->segments->sentences.items[sentence].block].kind == ENT_BLOCK_HEADING)
        sentence++;
    return sentence < f->segments->sentences.n ? f->segments->sentences.items[sentence].last : f->n_tokens;
}

/* Behind the head the name goes on ("the Conference of the Parties") or the head is only a modifier ("the Committee
 * Room"). */
static bool goes_on(const ent_finder *f, uint32_t head, uint32_t end)
{
    uint32_t next = head + 1;
    if (next >= end)
        return false;
    if (f->tokens[next].flags & ENT_TOKEN_HYPHEN)
        return true;
    bool capital =
        ent_finder_is_capital(f, next) && !ent_finder_over(f, next) && !(ent_finder_lists(f, next) & ENT_LIST(STARTER));
    if (ent_finder_is_capital(f, head) && capital)
        return true;
    if (ent_finder_is(f, next, f->words.of) || ent_str_eq(ent_token_text(f->segments, next), ENT_STR("from")))
        return true;
    return ent_finder_is(f, next, f->words.on) && !ent_finder_is_capital(f, head);
}

/* Kinds that a head word may name: a small "the conference" is a meeting. */
static ent_kinds kinds_of(const ent_finder *f, uint32_t head)
{
    uint64_t lists = ent_finder_lists(f, head);
    ent_kinds kinds = 0;
    if (lists & ENT_LIST(FORUM_HEAD))
        kinds |= ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_BLOC);
    if (lists & (ENT_LIST(ORGANIZATION_HEAD) | ENT_LIST(ORGANIZATION_TAIL)))
        kinds |= ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_BLOC) | ENT_KIND_BIT(ENT_FORUM);
    if (lists & (ENT_LIST(INSTRUMENT_HEAD) | ENT_LIST(SELF) | ENT_LIST(DOCUMENT_HEAD)))
        kinds |= ENT_KIND_BIT(ENT_INSTRUMENT);
    if (lists & ENT_LIST(EVENT_HEAD) || kinds == 0)
        kinds |= ENT_KIND_BIT(ENT_EVENT) | (ent_finder_is_capital(f, head) ? ENT_KIND_BIT(ENT_FORUM) : 0);
    return kinds;
}

/* ---- deciding
 * ---------------------------------------------------------------------------------------------------------- */

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
    bool meeting = lists & ENT_LIST(EVENT_HEAD) && f->out->self_event != UINT32_MAX &&
                   (name_has_word(r, f->out->self_event, word) || (word != 0 && word == f->out->self_event_word));
    if (meeting && (pointed || !ent_finder_is_capital(f, head))) {
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
    uint32_t forum = latest(r, opening_end(r->f), 0, word, forums);
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

/* On the page of a treaty "the treaty" is that one, where the text nearby speaks of it and names another one only in
 * passing: not at a sentence's beginning. */
static uint32_t prefer_titled(referrer *r, uint32_t head, uint32_t from, uint32_t word, uint32_t entity)
{
    enum { BEGINNING = 3 };
    uint32_t titled = r->draft ? ENT_UNRESOLVED : titled_instrument(r);
    if (titled == ENT_UNRESOLVED || entity == titled || !name_has_word(r, titled, word))
        return entity;
    bool near = false;
    size_t i = ent_first_from(r->named.items, r->named.n, sizeof *r->named.items, no_further(head, from));
    for (; i < r->named.n && r->named.items[i].token < head; i++) {
        uint32_t token = r->named.items[i].token;
        uint32_t first = r->f->segments->sentences.items[ent_sentence_of(r->f->segments, token)].first;
        near |= r->named.items[i].entity == titled;
        if (r->named.items[i].entity == entity && token <= first + BEGINNING)
            return entity;
    }
    return near ? titled : entity;
}

/* "Sub-Committee". */
static bool is_sub(const ent_finder *f, uint32_t head)
{
    return f->tokens[head].flags & ENT_TOKEN_HYPHEN &&
           ent_str_eq_nocase(ent_token_text(f->segments, head - 1), ENT_STR("sub"));
}

static void refer_back(referrer *r, uint32_t sentence, uint32_t head)
{
    ent_finder *f = r->f;
    bool capital = ent_finder_is_capital(f, head) && f->capitals[sentence] == ENT_CAPITALS_USUAL;
    bool sub = is_sub(f, head);
    uint32_t word = sub ? ent_vocabulary_find(f->vocabulary, ENT_STR("subcommittee"))
                        : f->vocabulary->singulars.items[f->tokens[head].word];
    ent_kinds kinds = kinds_of(f, head);
    r->draft = ent_str_eq_nocase(ent_token_text(f->segments, head - 1), ENT_STR("draft"));
    bool panel = ent_str_eq_nocase(ent_token_text(f->segments, head), ENT_STR("panel"));
    uint32_t from = block_begin(f, sentence, panel ? PANEL_BLOCKS : r->draft ? DRAFT_BLOCKS : capital ? 0 : 1);
    uint32_t entity = latest(r, head, from, word, kinds);
    float confidence = 0.8f;
    if (entity == ENT_UNRESOLVED &&
        capital) { /* what the title or the first sentence names is what the text is about */
        confidence = 0.7f;
        entity = latest(r, opening_end(f), 0, word, kinds);
    }
    if (entity == ENT_UNRESOLVED && capital) {
        confidence = 0.65f;
        entity = latest(r, head, r->section, word, kinds);
    }
    if (entity == ENT_UNRESOLVED && capital) {
        confidence = 0.5f;
        entity = latest(r, head, 0, word, kinds);
    }
    entity = prefer_forum(r, sentence, head, word, entity);
    if (entity != ENT_UNRESOLVED && f->out->entities.items[entity].kind == ENT_INSTRUMENT)
        entity = prefer_titled(r, head, block_begin(f, sentence, 1), word, entity);
    if (entity != ENT_UNRESOLVED)
        refer(r, sentence, head - sub, head + 1, entity, confidence);
}

/* Whether a determiner stands before the head: "the Group", "this draft treaty", "its report". */
static bool is_led(const ent_finder *f, const ent_sentence *sentence, uint32_t head, bool *pointed)
{
    uint32_t before = head;
    *pointed = false;
    for (int passed = 0; passed < 2 && before > sentence->first; passed++, before--) {
        uint32_t at = before - 1;
        if (ent_finder_is(f, at, f->words.this_)) {
            *pointed = true;
            return true;
        }
        ent_str text = ent_token_text(f->segments, at);
        bool year = ent_finder_is(f, at, f->words.possessive) && at > sentence->first + 1 &&
                    ent_str_eq(ent_token_text(f->segments, at - 1), ENT_STR("year"));
        if (year && ent_finder_is(f, at - 2, f->words.this_)) { /* "this year's conference" */
            *pointed = true;
            return true;
        }
        if (ent_finder_is(f, at, f->words.the)) {
            *pointed = before != head && ent_str_eq_nocase(ent_token_text(f->segments, before), ENT_STR("present"));
            return true;
        }
        bool modifier = ent_str_eq_nocase(text, ENT_STR("draft")) || ent_str_eq_nocase(text, ENT_STR("present")) ||
                        ent_str_eq_nocase(text, ENT_STR("Working")) || ent_str_eq_nocase(text, ENT_STR("sub")) ||
                        ent_str_eq_nocase(text, ENT_STR("joint")) || ent_str_eq_nocase(text, ENT_STR("side"));
        if (!modifier)
            return false;
    }
    return false;
}

/* ---- proposals
 * ---------------------------------------------------------------------------------------------------- */

/* "the moratorium", "this commitment", "such a ban", "a ban on such tests". */
static bool points_to_proposal(const ent_finder *f, const ent_sentence *sentence, uint32_t head)
{
    if (!(ent_finder_lists(f, head) & (ENT_LIST(DESCRIBED_PROPOSAL) | ENT_LIST(DESCRIBED_PLEDGE))) ||
        ent_finder_is_capital(f, head))
        return false;
    ent_str before = ent_token_text(f->segments, head - 1);
    bool such = head > sentence->first + 1 && ent_str_eq(before, ENT_STR("a")) &&
                ent_str_eq_nocase(ent_token_text(f->segments, head - 2), ENT_STR("such"));
    bool led = ent_finder_is(f, head - 1, f->words.the) || ent_finder_is(f, head - 1, f->words.this_) || such;
    bool on = head + 2 < sentence->last && ent_finder_is(f, head + 1, f->words.on);
    if (on)
        return ent_str_eq(ent_token_text(f->segments, head + 2), ENT_STR("such"));
    return led && !(head + 1 < sentence->last &&
                    (ent_finder_is(f, head + 1, f->words.to) || ent_finder_is(f, head + 1, f->words.of)));
}

/* The proposal named last before the sentence's block or in it, or ENT_UNRESOLVED. */
static uint32_t latest_proposal(ent_finder *f, uint32_t sentence, uint32_t token)
{
    uint32_t from = no_further(token, block_begin(f, sentence, 2));
    for (uint32_t i = token; i-- > from;) {
        const ent_candidate *over = ent_finder_over(f, i);
        if (over && over->mention.kind == ENT_PROPOSAL)
            return ent_finder_names(f, over);
    }
    return ENT_UNRESOLVED;
}

void ent_resolve_references(ent_finder *f)
{
    referrer r = {.f = f};
    gather(&r);
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        if (s > 0 && ent_sentence_section(f->segments, s) != ent_sentence_section(f->segments, s - 1))
            r.section = sentence->first;
        for (uint32_t i = sentence->first + 1; i < sentence->last; i++) {
            bool pointed;
            if (!ent_finder_over(f, i) && points_to_proposal(f, sentence, i)) {
                uint32_t entity = latest_proposal(f, s, i);
                if (entity != ENT_UNRESOLVED)
                    refer(&r, s, i, i + 1, entity, 0.7f);
                continue;
            }
            uint64_t wanted =
                ENT_LIST(SMALL_REFERENCE) | ENT_LIST(SELF) | (ent_finder_is_capital(f, i) ? ENT_LIST(REFERENCE) : 0);
            if (!(ent_finder_lists(f, i) & wanted) || ent_finder_over(f, i) || !is_led(f, sentence, i, &pointed) ||
                goes_on(f, i, sentence->last))
                continue;
            if (!refer_to_self(&r, s, i, pointed))
                refer_back(&r, s, i);
        }
    }
}
