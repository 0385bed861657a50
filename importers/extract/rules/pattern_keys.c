/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pattern cannot match without, read off its own steps, so that it is only tried where it could match: words
 * (its keys), mentions (its needs), and what stands first. */
#include "importers/extract/rules/pattern.h"

#include <string.h>

static size_t class_size(const ent_word_classes *classes, uint32_t id)
{
    const ent_word_class *class = &classes->items.items[id];
    return class->words.n + class->phrases.n;
}

/* Words of punctuation and the commonest ones call too often to be a key. */
static bool is_common(const ent_word_classes *classes, uint32_t id)
{
    uint32_t common = ent_classes_find(classes, ENT_STR("COMMON"));
    const ent_word_class *class = &classes->items.items[id];
    for (size_t i = 0; common != ENT_NO_CLASS && i < class->words.n; i++)
        if (ent_class_has_word(classes, common, class->words.items[i]))
            return true;
    return false;
}

/* A set of classes one of which must occur, and how often its words do, roughly. */
typedef struct key_set {
    ENT_VEC(uint32_t) classes;
    size_t cost; /* SIZE_MAX: none */
} key_set;

typedef struct keying {
    ent_arena *arena;
    const ent_word_classes *classes;
    const ent_step *steps;
    ent_word_sets *sets;
    bool in_gaps;          /* what stands first is asked of all that a gap passes over, not of its end */
    const uint64_t *words; /* the set of words being put together; NULL: none yet */
    uint64_t *merged;      /* the same where it had to be a new one */
} keying;

static void keep_cheaper(key_set *best, key_set other)
{
    if (other.classes.n && other.cost < best->cost)
        *best = other;
}

static key_set key_of_class(const keying *k, uint32_t id)
{
    key_set set = {.cost = class_size(k->classes, id) + (is_common(k->classes, id) ? 100000 : 0)};
    ent_vec_push(k->arena, &set.classes, id);
    return set;
}

/* Of two ways one is taken: a word of either must occur. */
static key_set either(const keying *k, key_set left, key_set right)
{
    if (!left.classes.n || !right.classes.n)
        return (key_set){.cost = SIZE_MAX};
    for (size_t i = 0; i < right.classes.n; i++)
        ent_vec_push(k->arena, &left.classes, right.classes.items[i]);
    left.cost += right.cost;
    return left;
}

static key_set keys_between(const keying *k, size_t i, size_t end);

/* Whether a step parts an alternative from the next, rather than an option from nothing. */
static bool parts_alternatives(const ent_step *steps, size_t at)
{
    return steps[at].op == ENT_OP_SPLIT && steps[at + steps[at].skip - 1].op == ENT_OP_JUMP;
}

/* What the construct at *i cannot do without, and *i behind it. */
static key_set keys_of_next(const keying *k, size_t *i)
{
    const ent_step *step = &k->steps[*i];
    if (step->op == ENT_OP_WORDS) {
        ++*i;
        return key_of_class(k, step->class_id);
    }
    size_t first = *i + 1, behind = *i + step->skip;
    if (!parts_alternatives(k->steps, *i)) {
        *i = step->op == ENT_OP_SPLIT ? behind : first;
        return (key_set){.cost = SIZE_MAX};
    }
    *i = behind - 1 + k->steps[behind - 1].skip;
    return either(k, keys_between(k, first, behind - 1), keys_between(k, behind, *i));
}

static key_set keys_between(const keying *k, size_t i, size_t end)
{
    key_set best = {.cost = SIZE_MAX};
    while (i < end)
        keep_cheaper(&best, keys_of_next(k, &i));
    return best;
}

/* Its slots outside alternatives and options, its words in the chain. */
ent_gate ent_pattern_gate(const ent_pattern *pattern)
{
    ent_gate gate = {0};
    size_t optional_until = 0;
    for (size_t i = 0; i < pattern->steps.n; i++) {
        const ent_step *step = &pattern->steps.items[i];
        bool branches = step->op == ENT_OP_SPLIT || step->op == ENT_OP_JUMP;
        if (branches && i + step->skip > optional_until)
            optional_until = i + step->skip;
        if (step->op != ENT_OP_SLOT || i < optional_until)
            continue;
        if (gate.n < ENT_GATE_NEEDS)
            gate.needs[gate.n] = step->kinds;
        gate.n++;
    }
    for (size_t i = gate.n; i < ENT_GATE_NEEDS; i++)
        gate.needs[i] = ENT_NO_NEED;
    for (size_t i = 0, n = 0; i < pattern->chain.n && n < ENT_GATE_NEEDS; i++)
        if (pattern->chain.items[i].words)
            gate.words[n++] = pattern->chain.items[i].words;
    return gate;
}

/* ---- what stands first ------------------------------------------------------------------------------------------- */

/* Adds a set of words. Most often it is the only one: then it is shared, not copied. */
static void add_words(keying *k, const uint64_t *words)
{
    size_t n_chunks = ENT_WORD_CHUNKS(k->classes->n_words);
    if (!words || !k->words || k->words == words) {
        k->words = words ? words : k->words;
        return;
    }
    if (!k->merged) {
        k->merged = ENT_ARENA_NEW(k->arena, uint64_t, n_chunks);
        memcpy(k->merged, k->words, n_chunks * sizeof *words);
    }
    for (size_t i = 0; i < n_chunks; i++)
        k->merged[i] |= words[i];
    k->words = k->merged;
}

static void add_class(keying *k, uint32_t class_id)
{
    const ent_word_class *class = &k->classes->items.items[class_id];
    add_words(k, class->set);
    add_words(k, class->openers);
}

/* The number of the set that was put together, and none under way. */
static uint16_t take_words(keying *k)
{
    uint16_t number = ent_word_sets_add(k->arena, k->sets, k->words);
    k->words = k->merged = NULL;
    return number;
}

static void add_first(keying *k, ent_first *first, size_t at)
{
    const ent_step *step = &k->steps[at];
    switch (step->op) {
    case ENT_OP_WORDS:
        add_class(k, step->class_id);
        break;
    case ENT_OP_SLOT:
        first->kinds |= step->kinds;
        break;
    case ENT_OP_SPLIT:
        add_first(k, first, at + 1);
        add_first(k, first, at + step->skip);
        break;
    case ENT_OP_JUMP:
        add_first(k, first, at + step->skip);
        break;
    case ENT_OP_GAP:
        first->anything = first->anything || k->in_gaps;
        add_first(k, first, at + 1);
        break;
    case ENT_OP_OPEN:
    case ENT_OP_CLOSE:
        add_first(k, first, at + 1);
        break;
    case ENT_OP_BEGIN:
        first->begin = true;
        break;
    case ENT_OP_HYPHEN:
    case ENT_OP_END:
    case ENT_OP_MATCH:
        first->anything = true;
        break;
    }
}

static ent_first find_first(keying *k, size_t at)
{
    ent_first first = {0};
    add_first(k, &first, at);
    first.words = take_words(k);
    return first;
}

/* A link for each construct that stands outside options: the kinds of a mention, or words of which one must occur. */
static void find_links(keying *k, ent_pattern *pattern)
{
    for (size_t i = 0; i < pattern->steps.n;) {
        size_t begin = i;
        ent_step *steps = pattern->steps.items;
        ent_link link = {.kinds = steps[i].op == ENT_OP_SLOT ? steps[i].kinds : 0};
        key_set keys = keys_of_next(k, &i);
        steps[begin].link = (uint32_t)pattern->chain.n;
        for (size_t j = 0; j < keys.classes.n; j++)
            add_class(k, keys.classes.items[j]);
        link.words = take_words(k);
        if (link.kinds || link.words)
            ent_vec_push(k->arena, &pattern->chain, link);
        while (++begin < i)
            steps[begin].link = (uint32_t)pattern->chain.n;
    }
}

void ent_pattern_find_chain(ent_arena *arena, ent_pattern *pattern, const ent_word_classes *classes,
                            ent_word_sets *sets)
{
    keying k = {.arena = arena, .classes = classes, .steps = pattern->steps.items, .sets = sets};
    key_set best = keys_between(&k, 0, pattern->steps.n);
    for (size_t i = 0; i < best.classes.n; i++)
        ent_vec_push(arena, &pattern->keys, best.classes.items[i]);
    find_links(&k, pattern);
}

/* Of all alternatives together it is told at the first; at a later one, or an option, nothing is told. */
static void find_first_of_split(keying *k, ent_step *steps, size_t at)
{
    bool parts = parts_alternatives(steps, at);
    size_t other = at + steps[at].skip;
    if (!parts)
        steps[at].behind.anything = true;
    k->in_gaps = true;
    if (!steps[at].behind.anything)
        steps[at].behind = find_first(k, at);
    steps[at].next = find_first(k, at + 1);
    k->in_gaps = false;
    if (parts && parts_alternatives(steps, other))
        steps[other].behind.anything = true;
}

void ent_pattern_find_words(ent_arena *arena, ent_pattern *pattern, const ent_word_classes *classes,
                            ent_word_sets *sets)
{
    keying k = {.arena = arena, .classes = classes, .steps = pattern->steps.items, .sets = sets};
    pattern->first = find_first(&k, 0);
    for (size_t i = 0; i < pattern->steps.n; i++) {
        ent_step *step = &pattern->steps.items[i];
        if (step->op == ENT_OP_SPLIT) {
            find_first_of_split(&k, pattern->steps.items, i);
        } else if (step->op == ENT_OP_WORDS) {
            step->words = ent_word_sets_add(arena, sets, classes->items.items[step->class_id].set);
            step->openers = ent_word_sets_add(arena, sets, classes->items.items[step->class_id].openers);
        } else if (step->op == ENT_OP_GAP) {
            step->behind = find_first(&k, i + 1);
            for (size_t j = 0; j < step->without.n; j++)
                add_class(&k, step->without.items[j]);
            step->stops = take_words(&k);
        }
    }
}
