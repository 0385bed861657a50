/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/text/word_class.h"

#include "importers/extract/text/inflect.h"

#include <stdlib.h>

static uint32_t new_class(ent_arena *arena, ent_word_classes *classes, ent_str name)
{
    uint32_t id = (uint32_t)classes->items.n;
    ent_vec_push(arena, &classes->items, (ent_word_class){.name = name});
    return id;
}

/* The class IRREGULAR holds what was taught. */
static void add_to_irregular(ent_arena *arena, ent_word_classes *classes, const ent_word_forms *entry)
{
    ent_str name = ENT_STR("IRREGULAR");
    uint32_t id = ent_classes_find(classes, name);
    if (id == ENT_NO_CLASS) {
        id = new_class(arena, classes, name);
        ent_map_set(arena, &classes->names, name, id);
    }
    for (size_t i = 0; i < entry->forms.n; i++)
        if (!ent_str_ends(entry->forms.items[i], ENT_STR("ing")))
            ent_vec_push(arena, &classes->items.items[id].words,
                         ent_vocabulary_add(classes->vocabulary, entry->forms.items[i]));
}

const char *ent_classes_add_irregular(ent_arena *arena, ent_word_classes *classes, ent_str forms)
{
    ent_str rest = ent_str_trim(forms), word;
    ent_word_forms entry = {0};
    while (ent_str_split(&rest, ENT_STR(" "), &word)) {
        if (word.len == 0)
            continue;
        word = ent_arena_str(arena, word);
        if (!entry.base.len)
            entry.base = word;
        else
            ent_vec_push(arena, &entry.forms, word);
    }
    if (ent_map_find(&classes->names, ent_arena_join(arena, ENT_STR("="), entry.base)) != ENT_MAP_NONE)
        return "the word was used before: what is irregular stands before the first use, in this file or an earlier "
               "one";
    ent_map_set(arena, &classes->irregulars, entry.base, (uint32_t)classes->forms.n);
    ent_vec_push(arena, &classes->forms, entry);
    add_to_irregular(arena, classes, &entry);
    return NULL;
}

typedef struct inflecting {
    ent_arena *arena;
    ent_word_classes *classes;
    uint32_t class_id;
} inflecting;

static void add_form(void *context, ent_str form)
{
    inflecting *work = context;
    uint32_t word = ent_vocabulary_add(work->classes->vocabulary, form);
    ent_vec_push(work->arena, &work->classes->items.items[work->class_id].words, word);
}

uint32_t ent_classes_word(ent_arena *arena, ent_word_classes *classes, ent_str word, bool exact)
{
    ent_str key = ent_arena_join(arena, exact ? ENT_STR("\"") : ENT_STR("="), word);
    uint32_t known = ent_map_find(&classes->names, key);
    if (known != ENT_MAP_NONE)
        return known;
    inflecting work = {arena, classes, new_class(arena, classes, ENT_STR_EMPTY)};
    ent_map_set(arena, &classes->names, key, work.class_id);
    if (exact) {
        add_form(&work, word);
        return work.class_id;
    }
    ent_inflect(arena, word, add_form, &work);
    uint32_t irregular = ent_map_find(&classes->irregulars, word);
    if (irregular != ENT_MAP_NONE)
        for (size_t i = 0; i < classes->forms.items[irregular].forms.n; i++)
            add_form(&work, classes->forms.items[irregular].forms.items[i]);
    return work.class_id;
}

static bool is_quoted(ent_str word)
{
    return word.len > 2 && word.data[0] == '"' && word.data[word.len - 1] == '"';
}

/* A word of a phrase, or a class of words by its name ("WORRIED about"); ENT_NO_CLASS where it names none. */
static uint32_t part_of(ent_arena *arena, ent_word_classes *classes, ent_str word, bool exact)
{
    bool named = !exact && word.len > 1 && ent_is_upper(word.data[0]) && ent_is_upper(word.data[1]);
    return named ? ent_classes_find(classes, word) : ent_classes_word(arena, classes, word, exact);
}

/* One alternative: a class by name, a word or a phrase ("set up", "co-organize"). */
static const char *add_alternative(ent_arena *arena, ent_word_classes *classes, uint32_t id, ent_str text)
{
    if (text.len == 0)
        return "an alternative is empty";
    uint32_t named = ent_classes_find(classes, text);
    if (named != ENT_NO_CLASS) {
        for (size_t i = 0; i < classes->items.items[named].words.n; i++)
            ent_vec_push(arena, &classes->items.items[id].words, classes->items.items[named].words.items[i]);
        for (size_t i = 0; i < classes->items.items[named].phrases.n; i++)
            ent_vec_push(arena, &classes->items.items[id].phrases, classes->items.items[named].phrases.items[i]);
        return NULL;
    }
    ENT_VEC(uint32_t) parts = {0};
    ent_str rest = text, spaced, word;
    while (ent_str_split(&rest, ENT_STR(" "), &spaced)) {
        bool exact = is_quoted(spaced);
        ent_str pieces = exact ? ent_str_slice(spaced, 1, spaced.len - 1) : spaced;
        size_t before = parts.n;
        while (ent_str_split(&pieces, ENT_STR("-"), &word))
            if (word.len) {
                uint32_t part = part_of(arena, classes, word, exact);
                if (part == ENT_NO_CLASS)
                    return "no class of this name is defined above; a word in capitals stands in quotation marks";
                ent_vec_push(arena, &parts, part);
            }
        if (parts.n == before) /* a hyphen alone */
            ent_vec_push(arena, &parts, ent_classes_word(arena, classes, ENT_STR("-"), true));
    }
    if (parts.n == 1) {
        const ent_word_class *single = &classes->items.items[parts.items[0]];
        for (size_t i = 0; i < single->words.n; i++)
            ent_vec_push(arena, &classes->items.items[id].words, classes->items.items[parts.items[0]].words.items[i]);
    } else {
        ent_vec_push(arena, &classes->items.items[id].phrases, (ent_phrase){(uint32_t)parts.n, parts.items});
    }
    return NULL;
}

uint32_t ent_classes_define(ent_arena *arena, ent_word_classes *classes, ent_str name, ent_str alternatives,
                            const char **why)
{
    *why = NULL;
    if (name.len < 2 || !ent_is_upper(name.data[0]) || !ent_is_upper(name.data[1]))
        *why = "the name of a class begins with two capitals";
    else if (ent_classes_find(classes, name) != ENT_NO_CLASS)
        *why = "a class of this name is defined already";
    if (*why)
        return ENT_NO_CLASS;
    name = ent_arena_str(arena, name);
    uint32_t id = new_class(arena, classes, name);
    ent_str rest = alternatives, piece;
    while (!*why && ent_str_split(&rest, ENT_STR("|"), &piece))
        *why = add_alternative(arena, classes, id, ent_str_trim(piece));
    ent_map_set(arena, &classes->names, name, id);
    return *why ? ENT_NO_CLASS : id;
}

uint32_t ent_classes_find(const ent_word_classes *classes, ent_str name)
{
    return ent_map_find(&classes->names, name);
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static int longest_first(const void *a, const void *b)
{
    uint32_t x = ((const ent_phrase *)a)->n, y = ((const ent_phrase *)b)->n;
    return (x < y) - (x > y);
}

static void set_bit(uint64_t *set, uint32_t word)
{
    if (word)
        set[word / 64] |= (uint64_t)1 << (word % 64);
}

static void finish_words(ent_arena *arena, ent_word_class *class, size_t n_chunks)
{
    if (class->words.n)
        qsort(class->words.items, class->words.n, sizeof *class->words.items, by_number);
    class->set = ENT_ARENA_NEW(arena, uint64_t, n_chunks);
    size_t kept = 0;
    for (size_t i = 0; i < class->words.n; i++) {
        if (i == 0 || class->words.items[i] != class->words.items[kept - 1])
            class->words.items[kept++] = class->words.items[i];
        set_bit(class->set, class->words.items[i]);
    }
    class->words.n = kept;
}

/* Behind finish_words of all classes: a phrase's words are classes too. */
static void finish_phrases(ent_arena *arena, ent_word_classes *classes, ent_word_class *class, size_t n_chunks)
{
    if (!class->phrases.n)
        return;
    qsort(class->phrases.items, class->phrases.n, sizeof *class->phrases.items, longest_first);
    class->openers = ENT_ARENA_NEW(arena, uint64_t, n_chunks);
    for (size_t i = 0; i < class->phrases.n; i++) {
        const ent_word_class *opener = &classes->items.items[class->phrases.items[i].classes[0]];
        for (size_t j = 0; j < opener->words.n; j++)
            set_bit(class->openers, opener->words.items[j]);
    }
}

void ent_classes_finish(ent_arena *arena, ent_word_classes *classes)
{
    classes->n_words = 1;
    for (size_t i = 0; i < classes->items.n; i++)
        for (size_t j = 0; j < classes->items.items[i].words.n; j++)
            if (classes->items.items[i].words.items[j] >= classes->n_words)
                classes->n_words = classes->items.items[i].words.items[j] + 1;
    size_t n_chunks = ENT_WORD_CHUNKS(classes->n_words);
    for (size_t i = 0; i < classes->items.n; i++)
        finish_words(arena, &classes->items.items[i], n_chunks);
    for (size_t i = 0; i < classes->items.n; i++)
        finish_phrases(arena, classes, &classes->items.items[i], n_chunks);
    classes->vocabulary = NULL;
}

static uint32_t match_phrase(const ent_word_classes *classes, const ent_phrase *phrase, const ent_token *tokens,
                             uint32_t first, uint32_t last)
{
    if (phrase->n > last - first)
        return 0;
    for (uint32_t n = 0; n < phrase->n; n++)
        if (!ent_class_has_word(classes, phrase->classes[n], tokens[first + n].word))
            return 0;
    return phrase->n;
}

uint32_t ent_class_match(const ent_word_classes *classes, uint32_t class_id, const ent_token *tokens, uint32_t first,
                         uint32_t last)
{
    const ent_word_class *class = &classes->items.items[class_id];
    if (first >= last || !tokens[first].word)
        return 0;
    bool opens = ent_class_opens_phrase(classes, class_id, tokens[first].word);
    for (size_t i = 0; opens && i < class->phrases.n; i++) {
        uint32_t n = match_phrase(classes, &class->phrases.items[i], tokens, first, last);
        if (n)
            return n;
    }
    return ent_class_has_word(classes, class_id, tokens[first].word) ? 1 : 0;
}
