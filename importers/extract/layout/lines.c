/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/lines.h"

#include "importers/extract/gazetteer/lexicon_data.h"

#include <string.h>

enum { MAX_LIST_TOKENS = 80, MAX_LIST_SENTENCES = 2 };

static const char *const loose_words[] = {"the", "a",    "an",   "of", "at",  "for", "in",
                                          "to",  "with", "from", "by", "and", "as",  "is"};

/* ---- tokens ------------------------------------------------------------------------------------------------------ */

bool ent_reads_as(ent_str text, const char *word)
{
    size_t i = 0;
    while (i < text.len && ent_reads_letter(text.data[i], word[i]))
        i++;
    return i == text.len && !word[i];
}

bool ent_reads_on(ent_str text, bool or_plural, ent_str *words)
{
    size_t n = 0;
    while (n < text.len && n < words->len && ent_reads_letter(text.data[n], words->data[n]))
        n++;
    bool plural = or_plural && n + 1 == text.len && ent_to_lower(text.data[n]) == 's';
    if ((n < text.len && !plural) || (n < words->len && words->data[n] != ' '))
        return false;
    *words = ent_str_slice(*words, n + 1, words->len);
    return true;
}

bool ent_token_is_any(const ent_layout_work *work, uint32_t token, const char *const *words, size_t n)
{
    size_t i = 0;
    while (i < n && !ent_token_is(work, token, words[i]))
        i++;
    return i < n;
}

bool ent_tokens_have(const ent_layout_work *work, uint32_t first, uint32_t last, const char *const *words, size_t n)
{
    for (uint32_t t = first; t < last; t++)
        if (ent_token_is_any(work, t, words, n))
            return true;
    return false;
}

bool ent_token_is_mark(const ent_layout_work *work, uint32_t token)
{
    return work->segments->tokens.items[token].kind == ENT_TOKEN_PUNCT;
}

bool ent_token_in_list(const ent_layout_work *work, uint32_t token, uint64_t lists)
{
    const ent_vocabulary *vocabulary = &work->knowledge->vocabulary;
    const ent_word_lists *known = &work->knowledge->lexicon->lists;
    uint32_t word = work->segments->tokens.items[token].word;
    if (word == 0)
        return false;
    uint32_t singular = word < vocabulary->singulars.n ? vocabulary->singulars.items[word] : word;
    return ((ent_word_lists_of(known, word) | ent_word_lists_of(known, singular)) & lists) != 0;
}

bool ent_token_cues(const ent_layout_work *work, uint32_t token, uint64_t cues)
{
    uint32_t word = work->segments->tokens.items[token].word;
    return (ent_word_cues_of(&work->knowledge->lexicon->lists, word) & cues) != 0;
}

bool ent_tokens_cue(const ent_layout_work *work, uint32_t first, uint32_t last, uint64_t cues)
{
    while (first < last && !ent_token_cues(work, first, cues))
        first++;
    return first < last;
}

ent_str ent_tokens_text(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    if (first >= last)
        return ENT_STR_EMPTY;
    const ent_token *tokens = work->segments->tokens.items;
    return ent_str_slice(work->segments->document->text, tokens[first].begin, tokens[last - 1].end);
}

static bool is_loose(const ent_layout_work *work, uint32_t token)
{
    return ent_token_is_mark(work, token) ||
           ent_token_is_any(work, token, loose_words, sizeof loose_words / sizeof *loose_words);
}

ent_str ent_tokens_phrase(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    while (first < last && is_loose(work, first))
        first++;
    while (first < last && is_loose(work, last - 1) && !ent_token_is(work, last - 1, ")"))
        last--;
    return ent_tokens_text(work, first, last);
}

uint32_t ent_bracket_end(const ent_layout_work *work, uint32_t open, uint32_t last)
{
    uint32_t depth = 0;
    for (uint32_t t = open; t < last; t++) {
        if (ent_token_is(work, t, "(") || ent_token_is(work, t, "["))
            depth++;
        else if ((ent_token_is(work, t, ")") || ent_token_is(work, t, "]")) && depth > 0 && --depth == 0)
            return t + 1;
    }
    return last;
}

/* ---- mentions ---------------------------------------------------------------------------------------------------- */

uint32_t ent_mention_from(const ent_layout_work *work, uint32_t token)
{
    const ent_mention *items = work->mentions->items.items;
    return (uint32_t)ent_first_from(items, work->mentions->items.n, sizeof *items, token);
}

uint32_t ent_mention_find(const ent_layout_work *work, ent_kinds kinds, uint32_t first, uint32_t last)
{
    const ent_mention *items = work->mentions->items.items;
    for (uint32_t i = ent_mention_from(work, first); i < work->mentions->items.n && items[i].first < last; i++)
        if (ent_mention_is(&items[i], kinds))
            return i;
    return ENT_NO_MENTION;
}

uint32_t ent_mention_over(const ent_layout_work *work, uint32_t token)
{
    const ent_mention *items = work->mentions->items.items;
    for (uint32_t i = ent_mention_from(work, token + 1); i-- > 0;) {
        if (items[i].flags & ENT_MENTION_NESTED)
            continue;
        return items[i].last > token ? i : ENT_NO_MENTION;
    }
    return ENT_NO_MENTION;
}

/* "May" of "30 May 1975", and what closes a row behind a year: "Widgetland 30 May 1975 WSA". */
static bool is_of_date(const ent_layout_work *work, uint32_t t)
{
    enum { YEAR = 4 };
    const ent_token *tokens = work->segments->tokens.items;
    if (t == 0 || tokens[t - 1].kind != ENT_TOKEN_NUMBER)
        return false;
    bool year = ent_token_text(work->segments, t - 1).len == YEAR || ent_token_is(work, t - 2, "/");
    bool between = t + 1 < work->segments->tokens.n && tokens[t + 1].kind == ENT_TOKEN_NUMBER &&
                   ent_token_text(work->segments, t + 1).len == YEAR; /* "30 Apr 1975" */
    return between || ent_token_in_list(work, t, ENT_LIST(MONTH)) || (year && tokens[t].flags & ENT_TOKEN_ALL_CAPS);
}

/* "ratified" of "Widgetland 30 May 1975 ratified 6 April 1976". */
static bool is_deed(const ent_layout_work *work, uint32_t t)
{
    static const char *const deeds[] = {"accepted", "approved", "succeeded", "confirmed"};
    return ent_token_cues(work, t, ENT_CUE(CAPTION_PARTIES) | ENT_CUE(CAPTION_SIGNED)) ||
           ent_token_is_any(work, t, deeds, sizeof deeds / sizeof *deeds);
}

/* A name that no list knows, of a place or body: a word with a capital that is no part of another mention. */
static bool is_unknown_name(const ent_layout_work *work, uint32_t t)
{
    return work->segments->tokens.items[t].flags & ENT_TOKEN_CAPITAL && ent_mention_over(work, t) == ENT_NO_MENTION &&
           !ent_token_is(work, t, "the"); /* "The Gambia" */
}

/* "B" before the names that begin with it. */
static bool is_letter(const ent_layout_work *work, uint32_t t)
{
    return ent_token_text(work->segments, t).len == 1 && work->segments->tokens.items[t].flags & ENT_TOKEN_CAPITAL;
}

/* How many names of these kinds stand in tokens [first, last) with nothing else but what parts them; 0 where anything
 * else does. With `unknown`, words of names that are not known may stand among them, and are counted. */
static uint32_t count_names(const ent_layout_work *work, ent_kinds kinds, uint32_t first, uint32_t last,
                            uint32_t *unknown)
{
    static const char *const passed[] = {"and", "the", "of", "as", "well"};
    uint32_t n = 0;
    for (uint32_t t = first; t < last; t++) {
        uint32_t over = ent_mention_over(work, t);
        const ent_mention *m = over != ENT_NO_MENTION ? &work->mentions->items.items[over] : NULL;
        if (m && ent_mention_is(m, kinds) && m->source != ENT_BY_CLASS) {
            t = m->last - 1;
            n++;
        } else if (ent_token_is(work, t, "(") || ent_token_is(work, t, "[")) {
            t = ent_bracket_end(work, t, last) - 1;
        } else if (unknown && is_unknown_name(work, t)) {
            ++*unknown;
        } else if (!ent_token_is_mark(work, t) && !is_letter(work, t) &&
                   !ent_token_is_any(work, t, passed, sizeof passed / sizeof *passed) &&
                   work->segments->tokens.items[t].kind != ENT_TOKEN_NUMBER &&
                   !(n && (is_of_date(work, t) || is_deed(work, t))))
            return 0;
    }
    return n;
}

bool ent_tokens_are_names(const ent_layout_work *work, ent_kinds kinds, uint32_t first, uint32_t last)
{
    return count_names(work, kinds, first, last, NULL) > 0;
}

bool ent_tokens_are_mostly_names(const ent_layout_work *work, ent_kinds kinds, uint32_t first, uint32_t last)
{
    enum { MIN_KNOWN = 3 };
    uint32_t unknown = 0, known = count_names(work, kinds, first, last, &unknown);
    return known > 0 && (!unknown || (known >= MIN_KNOWN && unknown <= known));
}

bool ent_mention_is_whole(const ent_layout_work *work, const ent_mention *m, uint32_t first, uint32_t last)
{
    static const char *const links[] = {"of", "in", "to", "for"};
    return !(m->first > first && is_unknown_name(work, m->first - 1)) &&
           !(m->last < last && (is_unknown_name(work, m->last) || ent_token_is_any(work, m->last, links, 4)));
}

/* "Member States: A, B", "Member States (2) - A, B": the token behind the mark that follows the one group the line
 * begins with, else `first`. */
static uint32_t behind_group(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    static const char *const dashes[] = {"-", "–", "—"};
    first += ent_token_is(work, first, "the") && first + 1 < last;
    uint32_t over = ent_mention_over(work, first);
    if (over == ENT_NO_MENTION || !ent_mention_is(ent_mention_at(work, over), ENT_KIND_BIT(ENT_BLOC)))
        return first;
    uint32_t t = ent_mention_at(work, over)->last;
    t = t < last && ent_token_is(work, t, "(") ? ent_bracket_end(work, t, last) : t;
    bool dash = t + 1 < last && ent_token_is_any(work, t, dashes, 3) &&
                !(work->segments->tokens.items[t + 1].flags & (ENT_TOKEN_JOINED | ENT_TOKEN_HYPHEN));
    return t + 1 < last && (dash || ent_token_is(work, t, ":")) ? t + 1 : first;
}

uint32_t ent_line_names_begin(const ent_layout_work *work, ent_kinds kinds, uint32_t first, uint32_t last)
{
    if (ent_tokens_are_names(work, kinds, first, last)) {
        uint32_t behind = behind_group(work, first, last);
        return ent_tokens_are_names(work, kinds, behind, last) ? behind : first;
    }
    static const char *const dashes[] = {"-", "–", "—"}; /* "parties - (48) A, B", with spaces */
    for (uint32_t t = first; t + 1 < last; t++) {
        if (work->segments->tokens.items[t].kind != ENT_TOKEN_PUNCT)
            continue;
        bool apart = !(work->segments->tokens.items[t + 1].flags & (ENT_TOKEN_JOINED | ENT_TOKEN_HYPHEN)) ||
                     (ent_token_is(work, t + 1, "(") && t <= first + 2); /* "members—(48) A, B" */
        bool dash = t > first && ent_token_is_any(work, t, dashes, 3) && apart;
        if (dash && ent_tokens_are_mostly_names(work, kinds, t + 1, last))
            return t + 1;
        if (ent_token_is_mark(work, t) && ent_token_is(work, t, ":"))
            return ent_tokens_are_mostly_names(work, kinds, t + 1, last) ? t + 1 : last;
    }
    return last;
}

uint32_t ent_mention_commonest(const ent_layout_work *work, ent_kinds kinds)
{
    uint32_t *counts = ENT_ARENA_NEW(work->arena, uint32_t, work->mentions->entities.n + 1), best = ENT_UNRESOLVED;
    for (uint32_t i = 0; i < work->mentions->items.n; i++) {
        const ent_mention *m = &work->mentions->items.items[i];
        if (!ent_mention_is(m, kinds))
            continue;
        counts[m->entity]++;
        if (best == ENT_UNRESOLVED || counts[m->entity] > counts[best])
            best = m->entity;
    }
    return best;
}

/* ---- lines ------------------------------------------------------------------------------------------------------- */

const ent_block *ent_line_block(const ent_layout_work *work, const ent_line *line)
{
    return &work->segments->document->blocks.items[line->block];
}

bool ent_line_ends_with(const ent_layout_work *work, const ent_line *line, char mark)
{
    ent_str text = ent_token_text(work->segments, line->last - 1);
    return text.len == 1 && text.data[0] == mark;
}

bool ent_line_is_prose(const ent_layout_work *work, const ent_line *line)
{
    ent_block_kind kind = ent_line_block(work, line)->kind;
    uint32_t n = line->last - line->first;
    if (kind == ENT_BLOCK_HEADING || kind == ENT_BLOCK_ROW)
        return false;
    if (n > MAX_LIST_TOKENS || line->n_sentences > MAX_LIST_SENTENCES)
        return true;
    return kind == ENT_BLOCK_PARAGRAPH && ent_line_ends_with(work, line, '.') && line->last - line->first > 12;
}

bool ent_line_is_letter(const ent_layout_work *work, const ent_line *line)
{
    return line->last == line->first + 1 && is_letter(work, line->first);
}

bool ent_line_has_state(const ent_layout_work *work, const ent_line *line)
{
    return ent_mention_find(work, ENT_KIND_BIT(ENT_STATE), line->first, line->last) != ENT_NO_MENTION;
}

/* ---- statements -------------------------------------------------------------------------------------------------- */

ent_fact_relation *ent_layout_state(ent_layout_work *work, ent_statement s)
{
    if (s.source == ENT_UNRESOLVED || s.target == ENT_UNRESOLVED || s.source == s.target)
        return NULL;
    const ent_named *named = work->mentions->entities.items;
    if (!ent_relation_allows(s.type, named[s.source].kind, named[s.target].kind))
        return NULL;
    uint32_t sentence = ent_sentence_of(work->segments, s.token);
    uint32_t numbers[] = {s.type, s.source, s.target, s.once ? UINT32_MAX : sentence};
    ent_str key = ent_arena_str(work->arena, (ent_str){(const char *)numbers, sizeof numbers});
    if (ent_map_find(&work->made, key) != ENT_MAP_NONE)
        return NULL;
    ent_map_set(work->arena, &work->made, key, 0);
    const ent_sentence *at = &work->segments->sentences.items[sentence];
    ent_fact_relation fact = {.type = s.type,
                              .source = s.source,
                              .target = s.target,
                              .passage = sentence,
                              .begin = work->segments->tokens.items[at->first].begin,
                              .end = work->segments->tokens.items[at->last - 1].end,
                              .rule = ent_str_from(s.rule),
                              .confidence = s.confidence,
                              .speaker = ENT_STR_EMPTY,
                              .holder = ENT_STR_EMPTY,
                              .role = s.role.data ? s.role : ENT_STR_EMPTY,
                              .from = ENT_STR_EMPTY,
                              .to = ENT_STR_EMPTY};
    ent_vec_push(work->arena, &work->facts->relations, fact);
    return &work->facts->relations.items[work->facts->relations.n - 1];
}
