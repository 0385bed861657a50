/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/text.h"
#include "importers/extract/extract.h"
#include "importers/extract/relate.h"
#include "importers/importers.h"
#include "importers/sentence.h"

#include <math.h>

static const ent_column token_columns[] = {
    {"text", "as it stands", false, NULL},
    {"kind", "word, number or punctuation", false, NULL},
    {"known", "whether the lexicon or a rule has the word", false, NULL},
    {0}};
static const ent_column mention_columns[] = {
    {"text", "as it stands", false, NULL},
    {"kind", "of the entity", false, NULL},
    {"key", "of the entity; empty where the words were left unresolved", false, NULL},
    {"source", "lexicon, symbol, definition, form, reference or class", false, NULL},
    {"confidence", "that the words name this entity", false, NULL},
    {0}};
static const ent_column relation_columns[] = {
    {"type", "of the relation", false, NULL},
    {"source", "key of the entity it runs from", false, NULL},
    {"target", "key of the entity it runs to", false, NULL},
    {"polarity", "affirmed or negated", false, NULL},
    {"modality", "stated, possible, normative, mandated, conditional or reported", false, NULL},
    {"speaker", "whose words, as the text gives it", false, NULL},
    {"role", "of the source", false, NULL},
    {"confidence", "of the relation", false, NULL},
    {"rule", "that found it", false, NULL},
    {0}};
static const ent_column trial_columns[] = {
    {"rule", "whose pattern was tried", false, NULL},
    {"pattern", "as the rule writes it", true, NULL},
    {"matched", "yes or no", false, NULL},
    {"failed", "the pattern from the first element that failed", true, NULL},
    {"at", "the words it failed at", false, NULL},
    {0}};
static const ent_column columns[] = {
    {"tokens", "the words", false, token_columns},
    {"mentions", "the entities named", false, mention_columns},
    {"relations", "what was found", false, relation_columns},
    {"tried", "each pattern that the words called", false, trial_columns},
    {0}};

static const char *const source_names[] = {
    [ENT_BY_LEXICON] = "lexicon", [ENT_BY_SYMBOL] = "symbol",       [ENT_BY_DEFINITION] = "definition",
    [ENT_BY_FORM] = "form",       [ENT_BY_REFERENCE] = "reference", [ENT_BY_CLASS] = "class"};

typedef struct explaining {
    ent_arena *arena;
    const ent_knowledge *knowledge;
    ent_document document;
    ent_segments segments;
    ent_mentions mentions;
    ent_subjects subjects;
    ent_facts facts;
    ent_table *tokens, *found, *relations, *tried;
} explaining;

static ent_cell text_cell(const char *text)
{
    return ent_cell_text(ent_str_from(text));
}

static ent_cell confidence_cell(float confidence)
{
    return ent_cell_real(round((double)confidence * 1e4) / 1e4); /* no more digits than it has */
}

/* The words of the tokens [first, last). */
static ent_str words(const ent_segments *segments, uint32_t first, uint32_t last)
{
    if (first >= last)
        return ENT_STR("(the end)");
    const ent_token *tokens = segments->tokens.items;
    return ent_str_slice(segments->document->text, tokens[first].begin, tokens[last - 1].end);
}

static void add_tokens(explaining *x, const ent_sentence *sentence)
{
    static const char *const kinds[] = {
        [ENT_TOKEN_WORD] = "word", [ENT_TOKEN_NUMBER] = "number", [ENT_TOKEN_PUNCT] = "punctuation"};
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
        const ent_token *t = &x->segments.tokens.items[i];
        const ent_cell row[] = {ent_cell_text(ent_token_text(&x->segments, i)), text_cell(kinds[t->kind]),
                                text_cell(t->word ? "yes" : "no")};
        ent_table_add(x->tokens, row);
    }
}

static void add_mentions(explaining *x, uint32_t sentence)
{
    uint32_t last = x->mentions.sentence_first.items[sentence + 1];
    for (uint32_t i = x->mentions.sentence_first.items[sentence]; i < last; i++) {
        const ent_mention *m = &x->mentions.items.items[i];
        bool resolved = m->entity != ENT_UNRESOLVED;
        const ent_cell row[] = {
            ent_cell_text(words(&x->segments, m->first, m->last)),
            text_cell(ent_kind_name(m->kind)),
            resolved ? ent_cell_text(x->mentions.entities.items[m->entity].key) : ent_cell_empty(),
            text_cell(source_names[m->source]),
            confidence_cell(m->confidence),
        };
        ent_table_add(x->found, row);
    }
}

static void add_relations(explaining *x)
{
    for (size_t i = 0; i < x->facts.relations.n; i++) {
        const ent_fact_relation *r = &x->facts.relations.items[i];
        const ent_cell row[] = {
            text_cell(ent_relation_name(r->type)),
            ent_cell_text(x->mentions.entities.items[r->source].key),
            ent_cell_text(x->mentions.entities.items[r->target].key),
            text_cell(ent_polarity_name(r->polarity)),
            text_cell(ent_modality_name(r->modality)),
            ent_cell_text(r->speaker),
            ent_cell_text(r->role),
            confidence_cell(r->confidence),
            ent_cell_text(r->rule),
        };
        ent_table_add(x->relations, row);
    }
}

static void add_trial(void *context, const ent_row *row, const ent_trial *trial)
{
    explaining *x = context;
    ent_str failed = ENT_STR_EMPTY, at = ENT_STR_EMPTY;
    if (!trial->matched) {
        const ent_pattern *pattern = trial->pattern;
        uint32_t item = trial->failure.item;
        failed = ent_str_slice(pattern->text, pattern->steps.items[trial->failure.step].column, pattern->text.len);
        at = item < row->items.n ? words(row->segments, row->items.items[item].first, row->items.items[item].last)
                                 : words(row->segments, 0, 0);
    }
    const ent_cell cells[] = {ent_cell_text(trial->rule->name), ent_cell_text(trial->pattern->text),
                              text_cell(trial->matched ? "yes" : "no"), ent_cell_text(failed), ent_cell_text(at)};
    ent_table_add(x->tried, cells);
}

static void explain_sentence(explaining *x, uint32_t sentence)
{
    add_tokens(x, &x->segments.sentences.items[sentence]);
    add_mentions(x, sentence);
    ent_relate_sentence(x->arena, x->knowledge, &x->segments, &x->mentions, &x->subjects, sentence, &x->facts, add_trial, x);
}

static void extract(explaining *x)
{
    ent_segment(x->arena, &x->knowledge->vocabulary, &x->document, &x->segments);
    ent_mentions_find(x->arena, x->knowledge->lexicon, &x->knowledge->vocabulary, &x->segments, &x->mentions);
    ent_subjects_find(x->arena, &x->segments, &x->mentions, &x->subjects);
}

static void add_answer(ent_context *context, const explaining *x)
{
    const ent_cell row[] = {ent_cell_table(x->tokens), ent_cell_table(x->found), ent_cell_table(x->relations),
                            ent_cell_table(x->tried)};
    ent_table_add(context->table, row);
}

static ent_status run(ent_context *context, ent_error *err)
{
    ent_str sentence = ent_str_from(context->arguments[0]);
    ent_knowledge *knowledge = NULL;
    if (ent_text_invalid_at(sentence) != ENT_STR_NONE)
        return ent_fail(err, ENT_USAGE, "sentence", "is not UTF-8");
    ent_status status = ent_knowledge_load(context->lexicon, NULL, NULL, &knowledge, err);
    if (status != ENT_OK)
        return status;
    explaining x = {.arena = context->arena, .knowledge = knowledge,
                    .tokens = ent_table_new(context->arena, token_columns),
                    .found = ent_table_new(context->arena, mention_columns),
                    .relations = ent_table_new(context->arena, relation_columns),
                    .tried = ent_table_new(context->arena, trial_columns)};
    ent_document_of_sentence(context->arena, sentence, &x.document);
    extract(&x);
    for (uint32_t s = 0; s < x.segments.sentences.n; s++)
        explain_sentence(&x, s);
    add_relations(&x);
    add_answer(context, &x);
    ent_knowledge_free(knowledge);
    return ENT_OK;
}

const ent_command ent_command_explain = {
    .name = "explain",
    .summary = "what the importers see in a sentence, and why",
    .usage = "explain SENTENCE",
    .help = "Shows the words, the entities they name, the relations found, and each pattern that was tried: whether it matched, "
            "and if not, its first element that failed and the words it failed at.",
    .columns = columns,
    .single = true,
    .needs = ENT_NEEDS_LEXICON,
    .min_arguments = 1,
    .max_arguments = 1,
    .run = run,
};
