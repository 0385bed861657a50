/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/os.h"
#include "core/base/text.h"
#include "importers/extract/extract.h"
#include "importers/extract/rules/relate.h"
#include "importers/extract/rules/row.h"
#include "importers/importers.h"
#include "importers/sentence.h"

#include <string.h>

static const ent_column columns[] = {{"file", "of the lexicon", false, NULL},
                                     {"line", "counted from 1", false, NULL},
                                     {"column", "in characters, counted from 1", false, NULL},
                                     {"message", "what is wrong there", true, NULL},
                                     {0}};

static void add_fault(void *context, ent_spot spot, const char *message)
{
    ent_context *c = context;
    const ent_cell row[] = {ent_cell_text(ent_arena_str(c->arena, spot.file)), ent_cell_int(spot.line),
                            ent_cell_int(spot.column), ent_cell_text(ent_arena_str(c->arena, ent_str_from(message)))};
    ent_table_add(c->table, row);
    c->exit_status = ENT_FAILED;
}

/* ---- check ------------------------------------------------------------------------------------------------------- */

/* A folder that was mistyped, or files whose names end otherwise, would pass for a lexicon without faults. */
static ent_status expect_files(ent_arena *arena, const char *folder, ent_error *err)
{
    static const char *const endings[] = {".csv", ".rules", ".txt"};
    ent_str_vec files = {0}, unread = {0};
    ent_status status = ent_os_list_files(arena, folder, &files, &unread, err);
    for (size_t i = 0; status == ENT_OK && i < files.n; i++)
        for (size_t j = 0; j < sizeof endings / sizeof *endings; j++)
            if (ent_str_ends(files.items[i], ent_str_from(endings[j])))
                return ENT_OK;
    return status ? status
                  : ent_fail(err, ENT_FAILED, folder, "holds no names (*.csv), rules (*.rules) or words (*.txt)");
}

/* A rule is tried on its examples: one sentence that it must match, and one that it must not. */
static void check_examples(ent_context *context, const ent_rule *rule)
{
    bool given[2] = {false, false};
    for (size_t i = 0; i < rule->examples.n; i++)
        given[rule->examples.items[i].matches] = true;
    if (!given[true])
        add_fault(context, rule->spot, "the rule has no example: a line yes with a sentence that it must match");
    if (!given[false])
        add_fault(context, rule->spot,
                  "the rule has no counterexample: a line no with a sentence that it must not match");
}

static ent_status check(ent_context *context, const char *folder, ent_error *err)
{
    ent_knowledge *knowledge = NULL;
    ent_str built_in;
    ent_status status = expect_files(context->arena, folder, err);
    if (status == ENT_OK)
        status = ent_knowledge_folder(context->arena, &built_in, err);
    if (status == ENT_OK) {
        const char *added = ent_os_is_same(built_in.data, folder) ? NULL : folder;
        status = ent_knowledge_load(added, add_fault, context, &knowledge, err);
    }
    for (size_t i = 0; status == ENT_OK && i < knowledge->rules.rules.n; i++)
        check_examples(context, &knowledge->rules.rules.items[i]);
    if (status == ENT_OK && !ent_table_rows(context->table))
        ent_context_note(context,
                         "no faults; with the built-in lexicon there are %zu rules of %zu patterns over %zu words",
                         knowledge->rules.rules.n, knowledge->rules.patterns.n, knowledge->vocabulary.words.n);
    ent_knowledge_free(knowledge);
    return ent_table_rows(context->table) ? ENT_OK : status; /* the faults are the answer */
}

/* ---- test -------------------------------------------------------------------------------------------------------- */

typedef struct trying {
    ent_arena arena; /* of one example */
    const ent_knowledge *knowledge;
    const ent_rule *rule;
    ent_document document;
    ent_reading reading;
    ent_facts facts; /* relations only; their ends are numbered as the mentions' entities */
    bool matched;
} trying;

static void note_trial(void *context, const ent_row *row, const ent_trial *trial)
{
    trying *t = context;
    (void)row;
    t->matched |= trial->matched && trial->rule == t->rule && !t->rule->attribution;
}

/* An attribution names a speaker or a holder and makes no relation: its patterns are matched by themselves. */
static bool attribution_matches(trying *t, uint32_t sentence, ent_str named)
{
    const ent_rules *rules = &t->knowledge->rules;
    ent_row row = {0};
    ent_match match;
    bool found = false;
    ent_row_build(&t->arena, rules, &t->reading.segments, &t->reading.mentions, sentence, &row);
    ent_matcher *matcher = ent_matcher_new(&t->arena);
    for (size_t i = 0; i < rules->patterns.n && !found; i++) {
        const ent_pattern *pattern = &rules->patterns.items[i];
        if (&rules->rules.items[pattern->rule] != t->rule ||
            !ent_match_find(matcher, rules, pattern, &row, 0, &match, NULL))
            continue;
        ent_str part = t->rule->holder_part.len ? t->rule->holder_part : ENT_STR("S");
        found = ent_str_starts(ent_row_part(&row, rules, pattern, &match, part), named);
    }
    return found;
}

static bool holds_words(trying *t, ent_str text, ent_str words)
{
    return ent_str_find(ent_text_fold(&t->arena, text), ent_text_fold(&t->arena, words), 0) != ENT_STR_NONE;
}

/* Whether an entity is what the example calls by these words: its key, or the shortest mention that holds them. */
static bool is_called(trying *t, uint32_t entity, ent_str words)
{
    size_t shortest = SIZE_MAX;
    bool found = false;
    for (size_t i = 0; i < t->reading.mentions.items.n; i++) {
        const ent_mention *m = &t->reading.mentions.items.items[i];
        const ent_token *tokens = t->reading.segments.tokens.items;
        ent_str text = ent_str_slice(t->document.text, tokens[m->first].begin, tokens[m->last - 1].end);
        if (text.len > shortest || !holds_words(t, text, words))
            continue;
        found = m->entity == entity || (found && text.len == shortest);
        shortest = text.len;
    }
    return found || ent_str_eq(t->reading.mentions.entities.items[entity].key, words);
}

/* Whether the rule made the relation "A -> B", in either direction where the type has none. */
static bool made(trying *t, ent_str expected)
{
    size_t arrow = ent_str_find(expected, ENT_STR("->"), 0);
    ent_str a = ent_str_trim(ent_str_slice(expected, 0, arrow));
    ent_str b = ent_str_trim(ent_str_slice(expected, arrow == ENT_STR_NONE ? expected.len : arrow + 2, expected.len));
    for (size_t i = 0; i < t->facts.relations.n; i++) {
        const ent_fact_relation *r = &t->facts.relations.items[i];
        bool by_rule = r->type == t->rule->type && ent_rules_name(r->rule, t->rule->name);
        bool turned = ent_relation_is_symmetric(r->type) && is_called(t, r->source, b) && is_called(t, r->target, a);
        if (by_rule && (turned || (is_called(t, r->source, a) && is_called(t, r->target, b))))
            return true;
    }
    return false;
}

static void extract(trying *t, ent_str sentence)
{
    ent_reading *r = &t->reading;
    ent_document_of_sentence(&t->arena, sentence, &t->document);
    ent_extract_begin(&t->arena, t->knowledge, &t->document, r);
    for (uint32_t s = 0; s < r->segments.sentences.n; s++)
        ent_relate_sentence(&t->arena, t->knowledge, &r->segments, &r->mentions, &r->subjects, s, &t->facts, note_trial,
                            t);
}

/* What is wrong with an example, or NULL. */
static const char *try_example(const ent_knowledge *knowledge, const ent_rule *rule, const ent_rule_example *example)
{
    trying t = {.knowledge = knowledge, .rule = rule};
    extract(&t, example->sentence);
    for (uint32_t s = 0; rule->attribution && s < t.reading.segments.sentences.n; s++)
        t.matched |= attribution_matches(&t, s, example->expected);
    bool as_expected = rule->attribution || !example->expected.len || made(&t, example->expected);
    const char *fault = NULL;
    if (t.matched != example->matches)
        fault = example->matches ? "does not match its example" : "matches an example that it must not match";
    else if (example->matches && !as_expected)
        fault = "does not make the relation that its example expects";
    ent_arena_clear(&t.arena);
    return fault;
}

static void test_rule(ent_context *context, const ent_knowledge *knowledge, const ent_rule *rule, size_t *n_examples)
{
    for (size_t i = 0; i < rule->examples.n; i++, ++*n_examples) {
        const ent_rule_example *example = &rule->examples.items[i];
        const char *fault = try_example(knowledge, rule, example);
        if (!fault)
            continue;
        ent_str message = ent_arena_format(context->arena, ENT_STR_FMT " %s: " ENT_STR_FMT, ENT_STR_ARG(rule->name),
                                           fault, ENT_STR_ARG(example->sentence));
        add_fault(context, example->spot, message.data);
    }
}

static ent_status test(ent_context *context, ent_error *err)
{
    ent_knowledge *knowledge = NULL;
    size_t n_examples = 0;
    ent_status status = ent_knowledge_load(context->lexicon, NULL, NULL, &knowledge, err);
    if (status != ENT_OK)
        return status;
    for (size_t i = 0; i < knowledge->rules.rules.n; i++)
        test_rule(context, knowledge, &knowledge->rules.rules.items[i], &n_examples);
    ent_context_note(context, "%zu rules with %zu examples, %zu faults", knowledge->rules.rules.n, n_examples,
                     ent_table_rows(context->table));
    ent_knowledge_free(knowledge);
    return ENT_OK;
}

/* ---- the command ------------------------------------------------------------------------------------------------- */

static ent_status run(ent_context *context, ent_error *err)
{
    const char *verb = context->arguments[0];
    if (strcmp(verb, "check") == 0 && context->n_arguments == 2)
        return check(context, context->arguments[1], err);
    if (strcmp(verb, "test") == 0 && context->n_arguments == 1)
        return test(context, err);
    bool bare = strcmp(verb, "check") == 0 && context->n_arguments == 1;
    ent_status status = ent_fail(err, ENT_USAGE, verb, bare ? "wants a folder" : "is not understood here");
    ent_error_hint(err, "usage: entente lexicon check DIR, or: entente lexicon test");
    return status;
}

const ent_command ent_command_lexicon = {
    .name = "lexicon",
    .summary = "check a lexicon, or test the rules by their own examples",
    .usage = "lexicon check DIR | lexicon test",
    .help = "check reads the names (*.csv) and rules (*.rules) of a folder on top of the built-in ones and lists every "
            "fault with file, line and column.\n\n"
            "test tries every rule on its examples: each 'yes' sentence must match (and make the relation it names), "
            "no 'no' "
            "sentence may. With --lexicon, that folder's rules are tested too.\n\n"
            "An empty answer means that all is well; the exit code is 1 where it is not.",
    .columns = columns,
    .needs = ENT_NEEDS_LEXICON,
    .min_arguments = 1,
    .max_arguments = 2,
    .run = run,
};
