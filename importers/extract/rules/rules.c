/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/rules/rules.h"

static void call_by_class(ent_rules *rules, ent_pattern_list *by_word, uint32_t pattern, uint32_t class_id)
{
    const ent_word_class *class = &rules->classes.items.items[class_id];
    for (size_t i = 0; i < class->words.n; i++)
        ent_vec_push(&rules->arena, &by_word[class->words.items[i]], pattern);
    for (size_t i = 0; i < class->phrases.n; i++)
        call_by_class(rules, by_word, pattern, class->phrases.items[i].classes[0]);
}

static bool find_cues(ent_rules *rules, ent_error *err)
{
    const struct {
        const char *name;
        uint32_t *class_id;
    } wanted[] = {{"ADVERB", &rules->cues.adverb},           {"NEGATION", &rules->cues.negation},
                  {"NEUTRAL", &rules->cues.neutral},         {"POSSIBLE", &rules->cues.possible},
                  {"NORMATIVE", &rules->cues.normative},     {"CONDITIONAL", &rules->cues.conditional},
                  {"MANDATED", &rules->cues.mandated},       {"CLAUSE", &rules->cues.clause},
                  {"PREPOSITION", &rules->cues.preposition}, {"CONJUNCTION", &rules->cues.conjunction},
                  {"DETERMINER", &rules->cues.determiner},   {"AUXILIARY", &rules->cues.auxiliary},
                  {"IRREGULAR", &rules->cues.irregular},     {"TITLE", &rules->cues.title},
                  {"REPORTING", &rules->cues.reporting},     {"RESPECTIVE", &rules->cues.respective},
                  {"DENIAL", &rules->cues.denial},           {"FAIL", &rules->cues.fail},
                  {"CONTRAST", &rules->cues.contrast},       {"ASSERTED", &rules->cues.asserted},
                  {"REFUTED", &rules->cues.refuted},         {"INVERTED", &rules->cues.inverted},
                  {"GOVERNMENT", &rules->cues.government}};
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        *wanted[i].class_id = ent_classes_find(&rules->classes, ent_str_from(wanted[i].name));
        if (*wanted[i].class_id == ENT_NO_CLASS) {
            ent_fail(err, ENT_FAILED, "rules", "the class %s is not defined", wanted[i].name);
            return false;
        }
    }
    return true;
}

/* Numbers the sets of words in the patterns' chains, from 1, and notes the first of them in the patterns' gates; the
 * same set has the same number. */
static ent_pattern_sets number_sets(ent_rules *rules)
{
    ent_map numbers = {0};
    ent_pattern_sets sets = {0};
    ent_vec_push(&rules->arena, &sets, NULL);
    for (size_t i = 0; i < rules->patterns.n; i++) {
        const ent_pattern *pattern = &rules->patterns.items[i];
        uint16_t *wanted = rules->gates.items[i].words;
        for (size_t j = 0, n = 0; j < pattern->chain.n && n < ENT_GATE_NEEDS; j++) {
            const ent_link *link = &pattern->chain.items[j];
            if (!link->words)
                continue;
            ent_str key = {(const char *)&link->words, sizeof link->words};
            wanted[n] = (uint16_t)ent_map_find_or_set(&rules->arena, &numbers, key, (uint32_t)sets.n);
            if (wanted[n++] == sets.n)
                ent_vec_push(&rules->arena, &sets, link->words);
        }
    }
    return sets;
}

static void note_set(ent_rules *rules, size_t set, const uint64_t *words)
{
    uint64_t *sets = rules->sets_of_words + set / 64;
    for (uint32_t first = 0; first < rules->classes.n_words; first += 64)
        for (uint32_t word = first; words[first / 64] && word < first + 64; word++)
            if (ent_words_have(words, word))
                sets[word * (size_t)rules->n_set_chunks] |= (uint64_t)1 << (set % 64);
}

/* For each word the sets that have it. */
static void index_sets(ent_rules *rules)
{
    ent_pattern_sets sets = number_sets(rules);
    rules->n_set_chunks = (uint32_t)(sets.n / 64 + 1);
    rules->sets_of_words = ENT_ARENA_NEW(&rules->arena, uint64_t, rules->classes.n_words * (size_t)rules->n_set_chunks);
    for (size_t set = 1; set < sets.n; set++)
        note_set(rules, set, sets.items[set]);
}

ent_status ent_rules_finish(ent_rules *rules, const ent_vocabulary *vocabulary, ent_error *err)
{
    if (!find_cues(rules, err))
        return ENT_FAILED;
    ent_classes_finish(&rules->arena, &rules->classes);
    rules->called.n = rules->attributions.n = vocabulary->words.n;
    rules->called.items = ENT_ARENA_NEW(&rules->arena, ent_pattern_list, rules->called.n);
    rules->attributions.items = ENT_ARENA_NEW(&rules->arena, ent_pattern_list, rules->called.n);
    for (uint32_t i = 0; i < rules->patterns.n; i++) {
        ent_pattern *pattern = &rules->patterns.items[i];
        bool attribution = rules->rules.items[pattern->rule].attribution;
        ent_pattern_finish(&rules->arena, pattern, &rules->classes);
        ent_vec_push(&rules->arena, &rules->gates, ent_pattern_gate(pattern));
        if (pattern->keys.n == 0)
            ent_vec_push(&rules->arena, &rules->always, i);
        for (size_t j = 0; j < pattern->keys.n; j++)
            call_by_class(rules, attribution ? rules->attributions.items : rules->called.items, i,
                          pattern->keys.items[j]);
    }
    index_sets(rules);
    return ENT_OK;
}

void ent_rules_clear(ent_rules *rules)
{
    ent_arena arena = rules->arena;
    ent_arena_clear(&arena);
    *rules = (ent_rules){0};
}
