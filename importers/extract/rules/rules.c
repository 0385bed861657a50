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

static void tell(ent_rules *rules, uint32_t class_id, uint8_t what)
{
    const ent_word_class *class = &rules->classes.items.items[class_id];
    for (size_t i = 0; i < class->words.n; i++)
        rules->told[class->words.items[i]] |= what;
}

static void index_cues(ent_rules *rules)
{
    rules->told = ENT_ARENA_NEW(&rules->arena, uint8_t, rules->classes.n_words);
    tell(rules, rules->cues.adverb, ENT_WORD_PASSED);
    tell(rules, rules->cues.negation, ENT_WORD_PASSED);
    tell(rules, rules->cues.clause, ENT_WORD_CLAUSE);
    tell(rules, rules->cues.fail, ENT_WORD_FAILS);
    tell(rules, rules->cues.determiner, ENT_WORD_DETERMINER);
    rules->told[0] = 0; /* the unknown word */
}

/* The patterns that a word of theirs calls, each behind its gate. */
static void index_patterns(ent_rules *rules)
{
    ent_word_sets_init(&rules->arena, &rules->sets, rules->classes.n_words);
    for (uint32_t i = 0; i < rules->patterns.n; i++) {
        ent_pattern *pattern = &rules->patterns.items[i];
        bool attribution = rules->rules.items[pattern->rule].attribution;
        ent_pattern_find_chain(&rules->arena, pattern, &rules->classes, &rules->sets);
        ent_vec_push(&rules->arena, &rules->gates, ent_pattern_gate(pattern));
        if (pattern->keys.n == 0)
            ent_vec_push(&rules->arena, &rules->always, i);
        for (size_t j = 0; j < pattern->keys.n; j++)
            call_by_class(rules, attribution ? rules->attributions.items : rules->called.items, i,
                          pattern->keys.items[j]);
    }
    rules->n_gate_chunks = (uint32_t)(rules->sets.items.n / 64 + 1);
    for (size_t i = 0; i < rules->patterns.n; i++)
        ent_pattern_find_words(&rules->arena, &rules->patterns.items[i], &rules->classes, &rules->sets);
    ent_word_sets_finish(&rules->arena, &rules->sets);
}

ent_status ent_rules_finish(ent_rules *rules, const ent_vocabulary *vocabulary, ent_error *err)
{
    if (!find_cues(rules, err))
        return ENT_FAILED;
    ent_classes_finish(&rules->arena, &rules->classes);
    rules->called.n = rules->attributions.n = vocabulary->words.n;
    rules->called.items = ENT_ARENA_NEW(&rules->arena, ent_pattern_list, rules->called.n);
    rules->attributions.items = ENT_ARENA_NEW(&rules->arena, ent_pattern_list, rules->called.n);
    index_cues(rules);
    index_patterns(rules);
    return ENT_OK;
}

void ent_rules_clear(ent_rules *rules)
{
    ent_arena arena = rules->arena;
    ent_arena_clear(&arena);
    *rules = (ent_rules){0};
}
