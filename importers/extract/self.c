/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the document itself is: its title may say that it is a report, and of which meeting. */
#include "importers/extract/finder.h"

#include "core/model/key.h"
#include "importers/extract/tokens.h"

enum { MAX_TITLE = 96 };

typedef struct title {
    ent_str text;
    ent_token tokens[MAX_TITLE];
    uint64_t lists[MAX_TITLE];
    uint32_t n;
} title;

static void read_title(const ent_finder *f, title *out)
{
    out->text = f->document->title;
    ent_tokenizer tokens = ent_tokenizer_over(out->text, 0, out->text.len);
    while (out->n < MAX_TITLE && ent_token_next(&tokens, &out->tokens[out->n])) {
        const ent_token *token = &out->tokens[out->n];
        uint32_t word = ent_vocabulary_find(f->vocabulary, ent_str_slice(out->text, token->begin, token->end));
        uint64_t lists = ent_word_lists_of(&f->lexicon->lists, word);
        out->lists[out->n++] =
            lists ? lists : ent_word_lists_of(&f->lexicon->lists, f->vocabulary->singulars.items[word]);
    }
}

static ent_str words(const title *t, uint32_t first, uint32_t last)
{
    return ent_str_slice(t->text, t->tokens[first].begin, t->tokens[last - 1].end);
}

static bool word_is(const title *t, uint32_t at, const char *word)
{
    return at < t->n && ent_str_eq_nocase(words(t, at, at + 1), ent_str_from(word));
}

static ent_str year_of(const title *t, ent_str date)
{
    for (uint32_t i = 0; i < t->n; i++) {
        int64_t year;
        if (t->tokens[i].kind == ENT_TOKEN_NUMBER && ent_str_to_int(words(t, i, i + 1), &year) && year >= 1945 &&
            year <= 2100)
            return words(t, i, i + 1);
    }
    return ent_str_slice(date, 0, date.len >= 4 ? 4 : 0);
}

static ent_str lower(ent_finder *f, ent_str text)
{
    char *out = ent_arena_alloc(f->arena, text.len + 1);
    for (size_t i = 0; i < text.len; i++)
        out[i] = ent_to_lower(text.data[i]);
    return (ent_str){out, text.len};
}

/* The word that says what the document is: at the end ("… Conference Report") or at the beginning ("Report of …");
 * UINT32_MAX. */
static uint32_t document_head(const title *t)
{
    uint32_t found = UINT32_MAX;
    for (uint32_t i = 0; i < t->n; i++) {
        bool heads = (t->lists[i] & ENT_LIST(DOCUMENT_HEAD)) != 0;
        bool behind = i + 1 < t->n && (word_is(t, i + 1, "of") || word_is(t, i + 1, "on") || word_is(t, i + 1, "for"));
        if (heads && behind && i <= 3)
            return i;
        if (heads && (i + 1 == t->n || word_is(t, i + 1, ":") || word_is(t, i + 1, "(")))
            found = i;
    }
    return found;
}

/* The head of the meeting that the title names, or UINT32_MAX. */
static uint32_t event_head(const title *t, uint32_t first, uint32_t last)
{
    for (uint32_t i = last; i-- > first;)
        if (t->lists[i] & ENT_LIST(EVENT_HEAD) && !(t->lists[i] & ENT_LIST(FORUM_HEAD)))
            return i;
    return UINT32_MAX;
}

/* A forum's name from `first` on ("Conference on Disarmament") is no meeting of the document's own. */
static bool is_known_forum(const ent_finder *f, const title *t, uint32_t first, uint32_t head)
{
    uint32_t node = 0;
    for (uint32_t i = first; i < t->n; i++) {
        node = ent_trie_step(&f->lexicon->names, node, ent_vocabulary_find(f->vocabulary, words(t, i, i + 1)));
        if (!node)
            return false;
        uint32_t sense = ent_trie_value(&f->lexicon->names, node);
        uint32_t entry = sense == ENT_TRIE_NONE ? UINT32_MAX : ent_lexicon_sense_at(f->lexicon, sense)->entry;
        if (i > head && entry != UINT32_MAX && ent_lexicon_entry_at(f->lexicon, entry)->kind == ENT_FORUM)
            return true;
    }
    return false;
}

/* "Summary Report of the 21st Joint Conference on Widgets" and "2023 Widget Conference Report": the meeting's words. */
static bool event_extent(const title *t, uint32_t head, uint32_t *first, uint32_t *last)
{
    bool leads = head + 1 < t->n && (word_is(t, head + 1, "of") || word_is(t, head + 1, "on"));
    *first = leads ? head + 2 : 0;
    *last = leads ? t->n : head;
    if (*first < *last && word_is(t, *first, "the"))
        ++*first;
    while (!leads && *last > *first && t->lists[*last - 1] & ENT_LIST(DOCUMENT_HEAD))
        --*last;
    for (uint32_t i = *first; i < *last; i++)
        if (t->tokens[i].kind == ENT_TOKEN_PUNCT && !word_is(t, i, ",") && !word_is(t, i, "'"))
            *last = i;
    return *first + 1 < *last;
}

/* "Widget Conference" beside "2023 Widget Conference", "21st Joint Conference" beside "… on Widgets": a shorter form of
 * a name. */
static bool is_short_form(ent_str key, ent_str of_key)
{
    ent_kind kind;
    ent_str slug, whole;
    if (!ent_key_parse(key, &kind, &slug) || !ent_key_parse(of_key, &kind, &whole) || slug.len >= whole.len ||
        slug.len < 12)
        return false;
    bool ends = ent_str_ends(whole, slug) && whole.data[whole.len - slug.len - 1] == '-';
    return ends || (ent_str_starts(whole, slug) && whole.data[slug.len] == '-');
}

static void join_short_forms(ent_finder *f, ent_str name)
{
    ent_str self = ent_key_make(f->arena, ENT_EVENT, name);
    for (size_t i = 0; i < f->items.n; i++) {
        ent_candidate *c = &f->items.items[i];
        uint32_t entity = c->mention.kind == ENT_EVENT && !c->gone ? ent_finder_names(f, c) : ENT_UNRESOLVED;
        if (entity != ENT_UNRESOLVED && entity != f->out->self_event &&
            is_short_form(f->out->entities.items[entity].key, self))
            c->mention.entity = f->out->self_event;
    }
}

static void find_event(ent_finder *f, const title *t, uint32_t document)
{
    uint32_t first, last;
    if (!event_extent(t, document, &first, &last))
        return;
    uint32_t head = event_head(t, first, last);
    if (head == UINT32_MAX || (head == first && !word_is(t, head + 1, "on")) || is_known_forum(f, t, first, head))
        return;
    ent_str year = year_of(t, ENT_STR_EMPTY), name = words(t, first, last);
    ent_str attributes = year.len ? ent_arena_format(f->arena, "date=" ENT_STR_FMT, ENT_STR_ARG(year)) : ENT_STR_EMPTY;
    f->out->self_event = ent_finder_entity(f, ENT_EVENT, name, attributes);
    join_short_forms(f, name);
}

void ent_find_self(ent_finder *f)
{
    title t = {0};
    read_title(f, &t);
    uint32_t head = document_head(&t);
    if (head == UINT32_MAX || t.n < 3)
        return;
    ent_str year = year_of(&t, f->document->date), form = lower(f, words(&t, head, head + 1));
    ent_str attributes = ent_arena_format(f->arena, "form=" ENT_STR_FMT "%s" ENT_STR_FMT, ENT_STR_ARG(form),
                                          year.len ? "; year=" : "", ENT_STR_ARG(year));
    f->out->self_instrument = ent_finder_entity(f, ENT_INSTRUMENT, t.text, attributes);
    find_event(f, &t, head);
}
