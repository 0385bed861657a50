/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pattern cannot match without, read off its own steps, so that it is only tried where it could match: words (its
 * keys) and mentions (its needs). */
#include "importers/extract/pattern.h"

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

static key_set keys_between(const keying *k, size_t i, size_t end)
{
    key_set best = {.cost = SIZE_MAX};
    while (i < end) {
        const ent_step *step = &k->steps[i];
        size_t behind = i + step->skip;
        if (step->op == ENT_OP_WORDS) {
            keep_cheaper(&best, key_of_class(k, step->class_id));
            i++;
        } else if (step->op == ENT_OP_SPLIT && k->steps[behind - 1].op == ENT_OP_JUMP) {
            size_t right_end = behind - 1 + k->steps[behind - 1].skip;
            keep_cheaper(&best, either(k, keys_between(k, i + 1, behind - 1), keys_between(k, behind, right_end)));
            i = right_end;
        } else {
            i = step->op == ENT_OP_SPLIT ? behind : i + 1;
        }
    }
    return best;
}

/* Slots outside alternatives and options. */
static void find_needs(ent_arena *arena, ent_pattern *pattern)
{
    size_t optional_until = 0;
    for (size_t i = 0; i < pattern->steps.n; i++) {
        const ent_step *step = &pattern->steps.items[i];
        bool branches = step->op == ENT_OP_SPLIT || step->op == ENT_OP_JUMP;
        if (branches && i + step->skip > optional_until)
            optional_until = i + step->skip;
        if (step->op == ENT_OP_SLOT && i >= optional_until)
            ent_vec_push(arena, &pattern->needs, step->kinds);
    }
}

void ent_pattern_finish(ent_arena *arena, ent_pattern *pattern, const ent_word_classes *classes)
{
    keying k = {arena, classes, pattern->steps.items};
    key_set best = keys_between(&k, 0, pattern->steps.n);
    for (size_t i = 0; i < best.classes.n; i++)
        ent_vec_push(arena, &pattern->keys, best.classes.items[i]);
    find_needs(arena, pattern);
}
