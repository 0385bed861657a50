/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/names/finder.h"

#include "core/model/key.h"

enum { MAX_ACRONYM = 14 };

int64_t ent_finder_number(const ent_finder *f, uint32_t token)
{
    ent_str text = ent_token_text(f->segments, token);
    int64_t number = 0;
    if (f->tokens[token].kind == ENT_TOKEN_NUMBER)
        return ent_str_to_int(text, &number) ? number : -1;
    const ent_word_lists *lists = &f->lexicon->lists;
    if (!(ent_word_lists_of(lists, f->tokens[token].word) & ENT_LIST(NUMBER_WORD)))
        return -1;
    for (size_t i = 0; i < lists->number_words.n; i++)
        if (lists->number_ids.items[i] == f->tokens[token].word &&
            ent_str_eq_nocase(text, lists->number_words.items[i]))
            return (int64_t)i;
    return -1;
}

bool ent_finder_is_quote(const ent_finder *f, uint32_t token)
{
    return ent_token_is_quote(f->segments, token);
}

ent_str ent_finder_text(const ent_finder *f, uint32_t first, uint32_t last)
{
    return ent_str_slice(f->document->text, f->tokens[first].begin, f->tokens[last - 1].end);
}

/* "(OEWG)", "(WID-4)" inside a name: a word, or one with a number, in brackets. Returns the closing one, or `token`. */
static uint32_t bracketed_end(const ent_finder *f, uint32_t token, uint32_t last)
{
    if (!ent_finder_is(f, token, f->words.open))
        return token;
    uint32_t close = token + 2;
    while (close + 1 < last && close < token + 4 && !ent_finder_is(f, close, f->words.close))
        close++;
    bool closed = close < last && ent_finder_is(f, close, f->words.close);
    bool alone = close == token + 2 || f->tokens[close - 1].kind == ENT_TOKEN_NUMBER;
    return closed && alone ? close : token;
}

ent_str ent_finder_name(const ent_finder *f, uint32_t first, uint32_t last)
{
    if (first + 1 < last && ent_finder_is(f, first, f->words.the))
        first++;
    ent_str all = ent_finder_text(f, first, last);
    char *out = ent_arena_alloc(f->arena, all.len + 1);
    size_t n = 0;
    for (uint32_t i = first; i < last; i++) {
        uint32_t close = i > first ? bracketed_end(f, i, last) : i;
        if (close > i) {
            i = close;
            continue;
        }
        size_t gap = i > first ? f->tokens[i - 1].end : f->tokens[i].begin;
        for (size_t at = gap; at < f->tokens[i].end; at++) {
            char c = f->document->text.data[at];
            bool space = ent_is_space(c) || at < gap;
            if (!space || (n && out[n - 1] != ' '))
                out[n++] = space ? ' ' : c;
        }
    }
    return (ent_str){out, n};
}

ent_candidate *ent_finder_begun(const ent_finder *f, uint32_t token, const ent_candidate *behind)
{
    uint32_t at = behind ? behind->before : f->begun[token];
    return at ? &f->items.items[at - 1] : NULL;
}

uint32_t ent_finder_paragraph(const ent_finder *f, uint32_t s, uint32_t token)
{
    uint32_t first = ent_sentence_from_block(f->segments, f->segments->sentences.items[s].block);
    if (token < ENT_REACH)
        return first;
    uint32_t near = ent_sentence_of(f->segments, token - ENT_REACH);
    return near > first ? near : first;
}

uint32_t ent_finder_block_begin(const ent_finder *f, uint32_t s, uint32_t before)
{
    uint32_t block = f->segments->sentences.items[s].block;
    uint32_t wanted = block > before ? block - before : 0;
    return f->segments->sentences.items[ent_sentence_from_block(f->segments, wanted)].first;
}

/* "a ban on widgets": what is told in small letters tells its subject behind its head, known or not. */
static bool describes(const ent_finder *f, const ent_candidate *outer, const ent_candidate *topic)
{
    if (outer->mention.flags & ENT_MENTION_DESCRIBED)
        return true;
    bool text = outer->mention.kind == ENT_PROPOSAL || outer->mention.kind == ENT_INSTRUMENT;
    bool small = text && topic->mention.first > outer->mention.first + 1;
    for (uint32_t i = outer->mention.first; i < topic->mention.first && small; i++)
        small = !ent_finder_is_capital(f, i);
    return small;
}

/* "Group of Experts on [the] Widgets": a name that ends with what its bearer is about, and says nothing else of it. */
static bool is_named_after(const ent_finder *f, const ent_candidate *outer, const ent_candidate *topic)
{
    uint32_t first = outer->mention.first, link = topic->mention.first - 1;
    if (outer->mention.kind != ENT_INSTRUMENT && outer->mention.kind != ENT_FORUM)
        return false;
    link -= link > first && ent_finder_is(f, link, f->words.the);
    bool about = topic->mention.last == outer->mention.last && link > first &&
                 ent_finder_lists(f, link) & ENT_LIST(LINK) && !ent_finder_reads(f, first, link, "report");
    for (uint32_t i = first; i < link && about; i++)
        about = !(ent_finder_lists(f, i) & ENT_LIST(LINK)) || ent_finder_is(f, i, f->words.of);
    return about;
}

/* Whether a name inside another one says something: the United Nations in its Charter, not the State in another State's
 * name. */
static bool may_nest(const ent_finder *f, const ent_candidate *outer, const ent_candidate *inner)
{
    ent_kind in = inner->mention.kind, out = outer->mention.kind;
    if (outer->mention.source == ENT_BY_SYMBOL && in == ENT_INSTRUMENT) /* "CCW/GGE.1/2023/2" */
        return false;
    if (in == ENT_TOPIC)
        return describes(f, outer, inner) || is_named_after(f, outer, inner);
    if (in == ENT_PROPOSAL) /* "resolution 12/34, “A moratorium on widgets”" */
        return out == ENT_INSTRUMENT && outer->mention.flags & ENT_MENTION_DESCRIBED;
    if (out == ENT_STATE || out == ENT_PERSON || in == ENT_PERSON)
        return false;
    if (outer->mention.source == ENT_BY_CLASS || inner->mention.source == ENT_BY_CLASS)
        return false;
    if (outer->sense != UINT32_MAX && outer->sense == inner->sense)
        return false;
    bool of_members = outer->mention.first == inner->mention.first && /* "the WU member States" */
                      ent_finder_lists(f, outer->mention.last - 1) & ENT_LIST(CLASS_NOUN);
    return !(out == ENT_BLOC && in == ENT_BLOC) || of_members;
}

static void give_way(const ent_finder *f, const ent_candidate *outer, ent_candidate *inner)
{
    if (may_nest(f, outer, inner))
        inner->mention.flags |= ENT_MENTION_NESTED;
    else
        inner->gone = true;
}

static uint32_t length(const ent_candidate *c)
{
    return c->mention.last - c->mention.first;
}

/* The candidate's place against one that stands: true when it may still stand itself. */
static bool stands_against(const ent_finder *f, const ent_candidate *old, ent_candidate *added)
{
    bool says_more = old->mention.kind == ENT_TOPIC && added->mention.source == ENT_BY_FORM;
    if (length(added) > length(old) || (says_more && length(added) == length(old)))
        return true;
    bool inside = added->mention.first >= old->mention.first && added->mention.last <= old->mention.last;
    if (inside && length(added) < length(old))
        give_way(f, old, added);
    else
        added->gone = true;
    return false;
}

static void uncover(ent_finder *f, ent_candidate *old, const ent_candidate *by)
{
    bool inside = old->mention.first >= by->mention.first && old->mention.last <= by->mention.last;
    if (inside)
        give_way(f, by, old);
    else
        old->gone = true;
    for (uint32_t i = old->mention.first; i < old->mention.last; i++)
        f->cover[i] = 0;
}

/* Over no words yet. */
static void append(ent_finder *f, ent_candidate candidate)
{
    uint32_t *begun = &f->begun[candidate.mention.first];
    candidate.before = *begun;
    ent_vec_push(f->arena, &f->items, candidate);
    *begun = (uint32_t)f->items.n;
}

void ent_finder_put(ent_finder *f, ent_candidate candidate)
{
    append(f, candidate);
    for (uint32_t i = candidate.mention.first; i < candidate.mention.last; i++)
        f->cover[i] = (uint32_t)f->items.n;
}

bool ent_finder_add(ent_finder *f, ent_candidate candidate)
{
    if (candidate.mention.last > f->segments->sentences.items[candidate.mention.sentence].last)
        return false;
    bool stands = true;
    for (uint32_t i = candidate.mention.first; i < candidate.mention.last && stands; i++) {
        const ent_candidate *old = ent_finder_over(f, i);
        stands = !old || stands_against(f, old, &candidate);
    }
    if (candidate.gone)
        return false;
    for (uint32_t i = candidate.mention.first; i < candidate.mention.last && stands; i++) {
        ent_candidate *old = ent_finder_over(f, i);
        if (old)
            uncover(f, old, &candidate);
    }
    if (stands)
        ent_finder_put(f, candidate);
    else
        append(f, candidate);
    return stands;
}

ent_candidate ent_finder_candidate(uint32_t sentence, uint32_t first, uint32_t last, ent_kind kind,
                                   ent_mention_source source, uint32_t entity, float confidence)
{
    ent_mention mention = {.first = first,
                           .last = last,
                           .sentence = sentence,
                           .entity = entity,
                           .kind = kind,
                           .source = (uint8_t)source,
                           .confidence = confidence};
    return (ent_candidate){.mention = mention, .sense = UINT32_MAX};
}

uint32_t ent_finder_entry(ent_finder *f, uint32_t entry)
{
    const ent_lexicon_entry *known = ent_lexicon_entry_at(f->lexicon, entry);
    uint32_t entity = ent_mentions_entity(f->arena, f->out, known->kind, known->key, known->name, known->attributes);
    f->out->entities.items[entity].entry = entry;
    return entity;
}

/* "UN Widget Committee" is the Widget Committee. */
static ent_str without_system(ent_str name)
{
    ent_str systems[] = {ENT_STR("UN "), ENT_STR("United Nations ")};
    for (size_t i = 0; i < sizeof systems / sizeof *systems; i++)
        if (ent_str_starts(name, systems[i]))
            return ent_str_slice(name, systems[i].len, name.len);
    return name;
}

uint32_t ent_finder_entity(ent_finder *f, ent_kind kind, ent_str name, ent_str attributes)
{
    ent_str key = ent_key_make(f->arena, kind, name);
    uint32_t entry = ent_lexicon_find(f->lexicon, key);
    if (entry == UINT32_MAX)
        entry = ent_lexicon_find_name(f->lexicon, f->vocabulary, kind, name);
    if (entry == UINT32_MAX)
        entry = ent_lexicon_find_name(f->lexicon, f->vocabulary, kind, without_system(name));
    if (entry != UINT32_MAX)
        return ent_finder_entry(f, entry);
    return ent_mentions_entity(f->arena, f->out, kind, key, name, attributes);
}

uint32_t ent_finder_names(ent_finder *f, const ent_candidate *candidate)
{
    if (candidate->mention.entity != ENT_UNRESOLVED || candidate->sense == UINT32_MAX)
        return candidate->mention.entity;
    const ent_sense *sense = ent_lexicon_sense_at(f->lexicon, candidate->sense);
    bool open = sense->marks & ENT_ALIAS_CONTEXT || sense->next != UINT32_MAX;
    return open || sense->entry == UINT32_MAX ? ENT_UNRESOLVED : ent_finder_entry(f, sense->entry);
}

bool ent_finder_is_acronym(const ent_finder *f, uint32_t token)
{
    ent_str text = ent_token_text(f->segments, token);
    uint32_t capitals = 0;
    for (size_t i = 0; i < text.len; i++)
        capitals += ent_is_upper(text.data[i]);
    return f->tokens[token].kind == ENT_TOKEN_WORD && text.len <= MAX_ACRONYM && capitals >= 2;
}

uint32_t ent_finder_behind_aside(const ent_finder *f, uint32_t at, uint32_t end)
{
    bool aside = at + 2 < end && ent_finder_is(f, at, f->words.open) && f->tokens[at + 1].flags & ENT_TOKEN_CAPITAL;
    uint32_t close = at + 2;
    close += aside && f->tokens[close].kind == ENT_TOKEN_NUMBER; /* "(WG 3)" */
    return aside && close < end && ent_finder_is(f, close, f->words.close) ? close + 1 : at;
}

static bool contains_word(ent_str title, ent_str word)
{
    for (size_t i = 0; i + word.len <= title.len; i++)
        if (ent_str_eq_nocase(ent_str_slice(title, i, i + word.len), word))
            return true;
    return false;
}

bool ent_finder_in_acronyms(const ent_finder *f, const ent_sentence *sentence)
{
    const ent_block *block = &f->document->blocks.items[sentence->block];
    ent_str title =
        block->section < f->document->sections.n ? f->document->sections.items[block->section].title : ENT_STR_EMPTY;
    return contains_word(title, ENT_STR("acronym")) || contains_word(title, ENT_STR("abbreviation"));
}
