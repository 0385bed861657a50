/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of the passes, and what is made of the candidates they leave. */
#include "importers/extract/names/mention.h"

#include "core/model/key.h"
#include "importers/extract/names/finder.h"
#include "importers/extract/names/references/pronouns.h"

#include <stdlib.h>

static void look_up_words(ent_finder *f)
{
    const struct {
        uint32_t *word;
        const char *text;
    } words[] = {
        {&f->words.the, "the"},       {&f->words.this_, "this"}, {&f->words.these, "these"}, {&f->words.and_, "and"},
        {&f->words.or_, "or"},        {&f->words.of, "of"},      {&f->words.on, "on"},       {&f->words.in, "in"},
        {&f->words.at, "at"},         {&f->words.to, "to"},      {&f->words.for_, "for"},    {&f->words.its, "its"},
        {&f->words.possessive, "'s"}, {&f->words.comma, ","},    {&f->words.open, "("},      {&f->words.close, ")"},
        {&f->words.slash, "/"},       {&f->words.stop, "."},     {&f->words.colon, ":"},     {&f->words.quote, "\""},
        {&f->words.ampersand, "&"},   {&f->words.semicolon, ";"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        *words[i].word = ent_vocabulary_find(f->vocabulary, ent_str_from(words[i].text));
}

static uint64_t lists_of(const ent_finder *f, uint32_t word)
{
    uint64_t sets = ent_word_lists_of(&f->lexicon->lists, word);
    return sets ? sets : ent_word_lists_of(&f->lexicon->lists, f->vocabulary->singulars.items[word]);
}

static void init(ent_finder *f)
{
    f->document = f->segments->document;
    f->tokens = f->segments->tokens.items;
    f->n_tokens = (uint32_t)f->segments->tokens.n;
    f->cover = ENT_ARENA_NEW(f->arena, uint32_t, f->n_tokens + 1);
    f->begun = ENT_ARENA_NEW(f->arena, uint32_t, f->n_tokens + 1);
    f->lists = ENT_ARENA_NEW(f->arena, uint64_t, f->n_tokens + 1);
    for (uint32_t i = 0; i < f->n_tokens; i++)
        f->lists[i] = lists_of(f, f->tokens[i].word);
    f->capitals = ENT_ARENA_NEW(f->arena, uint8_t, f->segments->sentences.n + 1);
    look_up_words(f);
    for (size_t i = 0; i < f->segments->sentences.n; i++)
        f->capitals[i] = ent_capitals_of(f, &f->segments->sentences.items[i]);
    f->out->self_instrument = f->out->self_event = UINT32_MAX;
}

/* ---- behind the passes ------------------------------------------------------------------------------------------- */

static int compare_mentions(const void *a, const void *b)
{
    const ent_mention *x = a, *y = b;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    if (x->last != y->last)
        return x->last > y->last ? -1 : 1;
    int nested = (x->flags & ENT_MENTION_NESTED) - (y->flags & ENT_MENTION_NESTED);
    return nested ? nested : (x->entity > y->entity) - (x->entity < y->entity);
}

/* "the Widget Institute (WI), Oz, held": where the body is. */
static bool is_home(const ent_finder *f, const ent_mention *m)
{
    uint32_t begin = f->segments->sentences.items[m->sentence].first;
    static const char *const joins[] = {"and", "or", "as", "together", "with", "including", NULL};
    uint32_t comma = m->first - 1;
    if (m->kind != ENT_STATE || m->first < begin + 3 || !ent_finder_is(f, comma, f->words.comma) ||
        !ent_finder_is(f, m->last, f->words.comma) || m->last + 1 >= f->n_tokens)
        return false;
    uint32_t last = comma - 1 - ent_finder_is(f, comma - 1, f->words.close);
    const ent_candidate *body = last >= begin ? ent_finder_over(f, last) : NULL;
    return body && body->mention.kind == ENT_ORGANIZATION && !ent_finder_is_capital(f, m->last + 1) &&
           f->tokens[m->last + 1].kind == ENT_TOKEN_WORD && !ent_finder_reads_any(f, m->last + 1, f->n_tokens, joins);
}

/* Behind a preposition, or the owner of what follows: not a subject. */
static bool is_embedded(const ent_finder *f, const ent_mention *m)
{
    const ent_sentence *sentence = &f->segments->sentences.items[m->sentence];
    if (m->last < sentence->last && ent_finder_is(f, m->last, f->words.possessive))
        return true;
    uint32_t before = m->first;
    while (before > sentence->first && ent_finder_is(f, before - 1, f->words.the))
        before--;
    if (before == sentence->first || ent_finder_is(f, before - 1, f->words.and_))
        return false;
    return (ent_finder_lists(f, before - 1) & ENT_LIST(LINK)) != 0;
}

/* "Group on Widget Control", "Treaty on Widgets": what a name says of its bearer. The mentions between the two are
 * those inside the name before the topic: in "report of the Group on Widgets" it is the Group's. A body's one word is
 * less its subject than its name ("Conference on Widgets"). */
static bool names_subject(const ent_mention *outer, const ent_mention *topic)
{
    bool words = outer->kind == ENT_INSTRUMENT || topic->last - topic->first > 1;
    for (const ent_mention *m = outer + 1; m < topic && words; m++)
        words = m->kind == ENT_TOPIC || m->first > topic->first || m->last < topic->last;
    return words;
}

/* "opening ceremony of the Widget Summit". */
static bool is_ceremony_of(const ent_finder *f, const ent_mention *outer, const ent_mention *m)
{
    static const char *const parts[] = {"ceremony", "event", "session", "plenary", "segment", NULL};
    uint32_t of = m->first - (m->first > outer->first + 1 && ent_finder_is(f, m->first - 1, f->words.the)) - 1;
    return outer->source == ENT_BY_FORM && m->last == outer->last && of > outer->first &&
           ent_finder_is(f, of, f->words.of) && ent_finder_reads_any(f, of - 1, of, parts);
}

/* A name inside another one is worth keeping where the document names its bearer elsewhere too, where it is the forum
 * or State behind the longer name ("Embassy of Chile", "General Assembly resolution"), or of the United Nations; never
 * what the longer one is. */
static bool nested_says_something(const ent_finder *f, const ent_mention *outer, const ent_mention *m,
                                  const bool *on_top)
{
    bool of_meeting = m->kind == ENT_EVENT && outer->kind == ENT_EVENT;
    if (m->entity == ENT_UNRESOLVED || m->entity == outer->entity || (of_meeting && !is_ceremony_of(f, outer, m)))
        return false;
    if (of_meeting)
        return true;
    bool modified = m->first > outer->first && ent_finder_is_capital(f, m->first - 1) &&
                    f->tokens[m->first - 1].kind == ENT_TOKEN_WORD && !(f->tokens[m->first].flags & ENT_TOKEN_HYPHEN) &&
                    !(ent_finder_lists(f, m->first - 1) & ENT_LIST(ORDINAL)); /* "the Fifth Widget Conference" */
    bool other = outer->source == ENT_BY_FORM || outer->kind == ENT_ORGANIZATION;
    if (modified && m->kind == ENT_FORUM && other) /* "the Joint Conference on Disarmament and …" */
        return false;
    if (m->kind == ENT_TOPIC && !(outer->flags & ENT_MENTION_DESCRIBED) &&
        (ent_finder_is_capital(f, outer->first) || ent_finder_is_capital(f, m->first)))
        return on_top[m->entity] && names_subject(outer, m); /* "Group of Experts on Widgets" */
    if (m->kind == ENT_TOPIC || m->kind == ENT_PROPOSAL)     /* what a description is about, a title says */
        return true;
    if (outer->kind == ENT_TOPIC && m->kind == ENT_STATE) /* "the Oz nuclear issue" */
        return true;
    if (outer->kind == ENT_INSTRUMENT && outer->flags & ENT_MENTION_DESCRIBED &&
        ent_kinds_has(ENT_KINDS_ACTOR, m->kind)) /* "a resolution sponsored by Oz" */
        return true;
    bool same_words = m->first == outer->first && m->last == outer->last; /* "Missions of Chile and [[Peru]]" */
    bool leads = m->first == outer->first && m->kind == ENT_ORGANIZATION && outer->kind == ENT_ORGANIZATION &&
                 f->tokens[m->first].flags & ENT_TOKEN_ALL_CAPS; /* "WHO Regional Office" */
    bool joined = outer->source == ENT_BY_SYMBOL && m->source != ENT_BY_SYMBOL && m->last < f->n_tokens &&
                  f->tokens[m->last].flags & ENT_TOKEN_JOINED;
    if (joined) /* letters of a symbol */
        return false;
    if (same_words || leads || on_top[m->entity] || m->kind == ENT_FORUM || outer->source == ENT_BY_SYMBOL)
        return true;
    const ent_named *named = f->out->entities.items;
    if (ent_str_is(ent_attribute_get(named[m->entity].attributes, ENT_STR("sector")), "un") ||
        (m->kind == ENT_STATE && m->first == outer->first && /* "Widgetish Space Agency" */
         ent_str_is(ent_attribute_get(named[outer->entity].attributes, ENT_STR("sector")), "government")))
        return true;
    bool owned = m->first > outer->first + 1 &&
                 (ent_finder_is(f, m->first - 1, f->words.of) || ent_finder_is(f, m->first - 1, f->words.the) ||
                  ent_finder_is(f, m->first - 1, f->words.its));
    if (owned && (m->kind == ENT_INSTRUMENT || m->kind == ENT_EVENT ||
                  (m->kind == ENT_ORGANIZATION &&
                   m->last - m->first != 2))) /* of two words: a part of the name ("of the Red Cross") */
        return true;
    for (uint32_t i = outer->first; i < outer->last && m->kind == ENT_STATE; i++)
        if (ent_finder_lists(f, i) & ENT_LIST(GOVERNMENT_HEAD))
            return true;
    return false;
}

/* "Widgetish" of the "Widgetish Agency" that a text's name holds: it says nothing of the text. */
static bool is_within_body(const ent_mention *outer, const ent_mention *body, const ent_mention *m)
{
    const ent_kinds bodies = ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_FORUM);
    return body && outer->kind == ENT_INSTRUMENT && body->source == ENT_BY_LEXICON &&
           ent_kinds_has(bodies, body->kind) && body->last > m->last && body->first <= m->first &&
           (m->kind == ENT_STATE || m->kind == ENT_BLOC);
}

/* The union whose States a class of them is: "the WU member States". */
static bool is_union_of(const ent_finder *f, const ent_mention *outer, const ent_mention *m)
{
    return outer->kind == ENT_BLOC && m->kind == ENT_BLOC && outer->first == m->first && outer->entity != m->entity &&
           ent_finder_lists(f, outer->last - 1) & ENT_LIST(CLASS_NOUN);
}

/* After sorting: the longer mention stands before those inside it. */
static void thin_nested(ent_finder *f)
{
    ent_mentions *out = f->out;
    bool *on_top = ENT_ARENA_NEW(f->arena, bool, out->entities.n + 1);
    for (size_t i = 0; i < out->items.n; i++)
        if (!(out->items.items[i].flags & ENT_MENTION_NESTED) && out->items.items[i].entity != ENT_UNRESOLVED)
            on_top[out->items.items[i].entity] = true;
    size_t n = 0, outer = 0;
    for (size_t i = 0; i < out->items.n; i++) {
        ent_mention *m = &out->items.items[i];
        if (m->flags & ENT_MENTION_NESTED) {
            const ent_mention *last = n > outer + 1 ? &out->items.items[n - 1] : NULL;
            bool same = last && last->last >= m->last &&
                        (last->entity == m->entity ||
                         (last->kind == m->kind && (last->first == m->first || m->kind == ENT_TOPIC)));
            bool side = n > 0 && ent_is_side(f, &out->items.items[outer], m);
            bool whole = n > 0 && is_union_of(f, &out->items.items[outer], m);
            same = same || is_within_body(&out->items.items[outer], last, m);
            if (n == 0 || (same && !whole) ||
                (!side && !whole && !nested_says_something(f, &out->items.items[outer], m, on_top)))
                continue;
            m->flags &= (uint8_t)~ENT_MENTION_PLACE;
            m->flags |= side ? ENT_MENTION_SIDE : 0;
        } else {
            outer = n;
        }
        out->items.items[n++] = *m;
    }
    out->items.n = n;
}

/* "Conference of the Parties" in "Review Conference of the Parties to …": words of the longer name, and no short form
 * of anything. */
static bool is_only_part(const ent_finder *f, const ent_candidate *c)
{
    const ent_candidate *outer = c->mention.flags & ENT_MENTION_NESTED ? ent_finder_over(f, c->mention.first) : NULL;
    if (!outer || outer == c || c->sense == UINT32_MAX ||
        !(ent_lexicon_sense_at(f->lexicon, c->sense)->marks & ENT_ALIAS_CONTEXT))
        return false;
    bool begins = outer->mention.first == c->mention.first && outer->mention.kind == c->mention.kind;
    return begins || outer->mention.source == ENT_BY_LEXICON;
}

static void keep_candidates(ent_finder *f)
{
    ent_mentions *out = f->out;
    for (size_t i = 0; i < f->items.n; i++) {
        ent_candidate *c = &f->items.items[i];
        bool no_name = c->sense != UINT32_MAX && ent_lexicon_sense_at(f->lexicon, c->sense)->entry == UINT32_MAX;
        if (c->gone || no_name || is_only_part(f, c))
            continue;
        c->mention.entity = ent_finder_names(f, c);
        c->mention.flags |= is_embedded(f, &c->mention) ? ENT_MENTION_EMBEDDED : 0;
        c->mention.flags |= is_home(f, &c->mention) ? ENT_MENTION_PLACE : 0;
        ent_vec_push(f->arena, &out->items, c->mention);
    }
    if (out->items.n)
        qsort(out->items.items, out->items.n, sizeof *out->items.items, compare_mentions);
    thin_nested(f);
}

/* Numbers the entities anew by their first mention and leaves out those that none is left of. */
static void drop_unused(ent_finder *f)
{
    ent_mentions *out = f->out, kept = {0};
    uint32_t *moved = ENT_ARENA_NEW(f->arena, uint32_t, out->entities.n + 1);
    uint32_t *wanted[] = {&out->self_instrument, &out->self_event};
    for (size_t i = 0; i < out->items.n + 2; i++) {
        uint32_t *entity = i < out->items.n ? &out->items.items[i].entity : wanted[i - out->items.n];
        if (*entity == UINT32_MAX)
            continue;
        if (!moved[*entity]) {
            ent_named *named = &out->entities.items[*entity];
            ent_vec_push(f->arena, &kept.entities, *named);
            moved[*entity] = (uint32_t)kept.entities.n;
            ent_map_set(f->arena, &kept.by_key, named->key, moved[*entity] - 1);
        }
        *entity = moved[*entity] - 1;
    }
    for (size_t i = 0; out->topics && i < f->document->sections.n; i++) {
        uint32_t topic = out->topics[i];
        out->topics[i] = topic == ENT_UNRESOLVED || !moved[topic] ? ENT_UNRESOLVED : moved[topic] - 1;
    }
    out->entities.items = kept.entities.items;
    out->entities.n = kept.entities.n;
    out->entities.cap = kept.entities.cap;
    out->by_key = kept.by_key;
}

static void index_sentences(ent_finder *f)
{
    ent_mentions *out = f->out;
    size_t at = 0;
    for (uint32_t s = 0; s <= f->segments->sentences.n; s++) {
        while (at < out->items.n && out->items.items[at].sentence < s)
            at++;
        ent_vec_push(f->arena, &out->sentence_first, (uint32_t)at);
    }
}

/* An entity is written in few ways: a look through them is cheaper than a map. */
static bool was_seen(const ent_named *named, ent_str form)
{
    for (size_t i = 0; i < named->seen.n; i++)
        if (ent_str_eq(named->seen.items[i], form))
            return true;
    return false;
}

static void note_form(ent_finder *f, ent_named *named, uint32_t first, uint32_t last)
{
    if (was_seen(named, ent_finder_text(f, first, last))) /* most are written as a name is */
        return;
    ent_str form = ent_finder_name(f, first, last);
    if (!was_seen(named, form))
        ent_vec_push(f->arena, &named->seen, form);
}

/* "Task Force on Widgets of the Widget Office" is called without its owner, too: the token behind that, or the name's
 * first where what is left would say too little. */
static uint32_t owner_begin(const ent_finder *f, size_t item)
{
    enum { FEWEST = 3 };
    const ent_kinds owners = ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_FORUM);
    const ent_mention *items = f->out->items.items, *m = &items[item];
    for (size_t i = item + 1; i < f->out->items.n && items[i].first < m->last; i++) {
        uint32_t before = items[i].first;
        if (items[i].last != m->last || !ent_kinds_has(owners, items[i].kind) || before < m->first + FEWEST + 1)
            continue;
        before -= ent_finder_is(f, before - 1, f->words.the);
        return before >= m->first + FEWEST + 1 && ent_finder_is(f, before - 1, f->words.of) ? before - 1 : m->first;
    }
    return m->first;
}

/* The words that named each entity; "the Group" is no name of it. */
static void note_forms(ent_finder *f)
{
    const ent_kinds owned_kinds = ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_EVENT);
    for (size_t i = 0; i < f->out->items.n; i++) {
        const ent_mention *m = &f->out->items.items[i];
        if (m->entity == ENT_UNRESOLVED || m->source == ENT_BY_REFERENCE)
            continue;
        ent_named *named = &f->out->entities.items[m->entity];
        note_form(f, named, m->first, m->last);
        bool owned = named->entry == UINT32_MAX && ent_kinds_has(owned_kinds, named->kind);
        uint32_t last = owned ? owner_begin(f, i) : m->first;
        if (last > m->first)
            note_form(f, named, m->first, last);
    }
    for (size_t i = 0; i < f->out->entities.n; i++) {
        ent_named *named = &f->out->entities.items[i];
        if (named->seen.n > 1)
            qsort(named->seen.items, named->seen.n, sizeof *named->seen.items, ent_str_cmp_qsort);
    }
}

void ent_mentions_find(ent_arena *arena, const ent_lexicon *lexicon, const ent_vocabulary *vocabulary,
                       const ent_segments *segments, ent_mentions *out)
{
    ent_finder finder = {
        .arena = arena, .lexicon = lexicon, .vocabulary = vocabulary, .segments = segments, .out = out};
    ent_finder *f = &finder;
    *out = (ent_mentions){0};
    init(f);
    ent_find_known(f);
    ent_find_secretariats(f);
    ent_find_state_bodies(f);
    ent_find_symbols(f);
    ent_find_forms(f);
    ent_find_numbered_acts(f);
    ent_find_publications(f);
    ent_find_foreign(f);
    ent_find_persons(f);
    ent_drop_post_topics(f);
    ent_find_affiliations(f);
    ent_find_statement_heads(f);
    ent_find_described(f);
    ent_find_text_lists(f);
    ent_find_forgone(f);
    ent_find_measures(f);
    ent_find_cited(f);
    ent_find_titled(f);
    ent_unite_owned_events(f);
    ent_find_title_sessions(f);
    ent_find_self(f);
    ent_resolve_senses(f);
    ent_find_shortened(f);
    ent_find_definitions(f);
    ent_find_initials(f);
    ent_find_row_bodies(f);
    ent_resolve_proposals(f);
    ent_resolve_references(f); /* "the Group … its third session" */
    ent_find_parts(f);
    ent_find_party_meetings(f);
    ent_find_sittings(f);
    ent_find_placed_events(f);
    ent_find_meeting_groups(f);
    ent_find_articles(f);
    ent_find_reports(f);
    ent_find_listed_groups(f);
    ent_find_classes(f);
    ent_find_shared_words(f);
    ent_find_made_texts(f);
    ent_resolve_proposals(f);
    ent_resolve_references(f);
    ent_resolve_page_topics(f);
    ent_resolve_only_named(f);
    ent_resolve_pointed(f);
    ent_resolve_it(f);
    ent_resolve_we(f);
    ent_resolve_pronouns(f);
    ent_resolve_sides(f);
    keep_candidates(f);
    drop_unused(f);
    index_sentences(f);
    note_forms(f);
}
