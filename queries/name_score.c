/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "queries/name_score.h"

#include "core/front/distance.h"

static bool is_word_byte(char c)
{
    return ent_is_alpha(c) || ent_is_digit(c) || (unsigned char)c >= 0x80;
}

/* The next word of *rest: a run of letters and digits; false when there is none. */
static bool next_word(ent_str *rest, ent_str *word)
{
    size_t begin = 0;
    while (begin < rest->len && !is_word_byte(rest->data[begin]))
        begin++;
    size_t end = begin;
    while (end < rest->len && is_word_byte(rest->data[end]))
        end++;
    *word = ent_str_slice(*rest, begin, end);
    *rest = ent_str_slice(*rest, end, rest->len);
    return word->len > 0;
}

static bool stands_in(ent_str typed, ent_str name)
{
    for (size_t at = ent_str_find(name, typed, 0); at != ENT_STR_NONE; at = ent_str_find(name, typed, at + 1))
        if (at == 0 || !is_word_byte(name.data[at - 1]))
            return true;
    return false;
}

static bool begins_a_word(ent_str typed, ent_str name)
{
    ent_str word;
    while (next_word(&name, &word))
        if (ent_str_starts(word, typed))
            return true;
    return false;
}

static bool all_begin_words(ent_str typed, ent_str name)
{
    ent_str word;
    bool any = false;
    while (next_word(&typed, &word)) {
        if (!begins_a_word(word, name))
            return false;
        any = true;
    }
    return any;
}

static double mistyped(ent_str typed, ent_str name)
{
    size_t limit = typed.len < 4 ? 0 : typed.len < 8 ? 1 : 2;
    if (limit == 0)
        return 0;
    size_t distance = ent_distance(typed, name, limit);
    if (distance <= limit)
        return 0.5 - 0.1 * (double)distance;
    ent_str word;
    size_t best = limit + 1;
    while (next_word(&name, &word)) {
        distance = ent_distance(typed, word, limit);
        best = distance < best ? distance : best;
    }
    return best <= limit ? 0.4 - 0.1 * (double)best : 0;
}

double ent_name_score(ent_str typed, ent_str name)
{
    if (typed.len == 0 || name.len == 0)
        return 0;
    if (ent_str_eq(typed, name))
        return 1;
    double share = 0.1 * (double)typed.len / (double)(typed.len > name.len ? typed.len : name.len);
    if (ent_str_starts(name, typed))
        return 0.8 + share;
    if (stands_in(typed, name))
        return 0.6 + share;
    if (all_begin_words(typed, name))
        return 0.5 + share;
    return mistyped(typed, name);
}
