/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/text/word_lists.h"

#define X(name, list) list,
static const char *const list_names[] = {ENT_WORD_LISTS(X)}, *const cue_names[] = {ENT_CUE_LISTS(X)};
#undef X

/* The bit of a list by its name, or 0. */
static uint64_t bit_of(const char *const *names, size_t n, ent_str name)
{
    for (size_t i = 0; i < n; i++)
        if (ent_str_is(name, names[i]))
            return (uint64_t)1 << i;
    return 0;
}

static uint32_t add_word(ent_arena *arena, ent_word_lists *lists, ent_vocabulary *vocabulary, ent_str word,
                         uint64_t list, uint64_t cue)
{
    uint32_t id = ent_vocabulary_add(vocabulary, word);
    while (list && lists->sets.n <= id)
        ent_vec_push(arena, &lists->sets, 0);
    while (cue && lists->cues.n <= id)
        ent_vec_push(arena, &lists->cues, 0);
    if (list)
        lists->sets.items[id] |= list;
    if (cue)
        lists->cues.items[id] |= cue;
    return id;
}

/* "list: word | word"; NULL when it is understood, else the fault. */
static const char *add_line(ent_arena *arena, ent_word_lists *lists, ent_vocabulary *vocabulary, ent_str line)
{
    size_t colon = ent_str_find(line, ENT_STR(":"), 0);
    if (colon == ENT_STR_NONE)
        return "a line must be \"list: word | word\"";
    ent_str name = ent_str_trim(ent_str_slice(line, 0, colon)), rest = ent_str_slice(line, colon + 1, line.len), word;
    if (ent_labels_add(arena, &lists->labels, name, rest) ||
        ent_relation_lists_add(arena, &lists->relations, name, rest))
        return NULL;
    bool no_name = ent_str_eq(name, ENT_STR("no name"));
    uint64_t list = bit_of(list_names, ENT_N_WORD_LISTS, name), cue = bit_of(cue_names, ENT_N_CUE_LISTS, name);
    if (!list && !cue && !no_name)
        return "there is no such list";
    while (ent_str_split(&rest, ENT_STR("|"), &word)) {
        word = ent_arena_str(arena, ent_str_trim(word));
        if (no_name) {
            ent_vec_push(arena, &lists->no_names, word);
        } else if (word.len) {
            uint32_t id = add_word(arena, lists, vocabulary, word, list, cue);
            if (list == ENT_LIST(NUMBER_WORD)) {
                ent_vec_push(arena, &lists->number_ids, id);
                ent_vec_push(arena, &lists->number_words, word);
            }
        }
    }
    return NULL;
}

bool ent_word_lists_add(ent_arena *arena, ent_word_lists *lists, ent_vocabulary *vocabulary, ent_str file, ent_str text,
                        ent_fault_fn complain, void *context)
{
    bool good = true;
    ent_str rest = text, line;
    while (ent_str_split(&rest, ENT_STR("\n"), &line)) {
        line = ent_str_trim(line);
        if (line.len == 0 || line.data[0] == '#')
            continue;
        const char *fault = add_line(arena, lists, vocabulary, line);
        if (fault && complain)
            complain(context, ent_spot_of(file, text, (size_t)(line.data - text.data)), fault);
        good = good && !fault;
    }
    return good;
}
