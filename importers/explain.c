/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/os.h"
#include "core/base/text.h"
#include "core/front/resolve.h"
#include "importers/edit/names.h"
#include "importers/extract/dates/dates.h"
#include "importers/extract/extract.h"
#include "importers/extract/layout/layout.h"
#include "importers/extract/rules/relate.h"
#include "importers/importers.h"
#include "importers/readers/reader.h"
#include "importers/sentence.h"

#include <math.h>

static const ent_option options[] = {
    {"document", 0, "D", "a document of the database: a key, or a beginning of a path or title that fits one"},
    {"line", 0, "N", "the line of the original file"},
    {0}};

static const ent_column token_columns[] = {{"text", "as it stands", false, NULL},
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
    {"holder", "whose position it is, where it is not the speaker's", false, NULL},
    {"role", "of the source", false, NULL},
    {"count", "of how many, where the text counts", false, NULL},
    {"from", "since when, in ISO 8601", false, NULL},
    {"to", "until when", false, NULL},
    {"confidence", "of the relation", false, NULL},
    {"rule", "that found it", false, NULL},
    {0}};
static const ent_column trial_columns[] = {{"rule", "whose pattern was tried", false, NULL},
                                           {"pattern", "as the rule writes it", true, NULL},
                                           {"matched", "yes or no", false, NULL},
                                           {"failed",
                                            "the pattern from the first element that failed; or why its words make no "
                                            "relation all the same",
                                            true, NULL},
                                           {"at", "the words it failed at", false, NULL},
                                           {0}};
static const ent_column columns[] = {{"tokens", "the words", false, token_columns},
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
    ent_reading reading;
    ent_facts facts; /* relations only; their ends are numbered as the mentions' entities */
    uint32_t line;   /* of the original, 0: all */
    ent_table *tokens, *found, *relations, *tried;
} explaining;

/* Whether a sentence reaches into the line asked for. */
static bool is_asked_for(const explaining *x, uint32_t sentence)
{
    const ent_sentence *s = &x->reading.segments.sentences.items[sentence];
    uint32_t first = ent_document_origin(&x->document, x->reading.segments.tokens.items[s->first].begin).line;
    uint32_t last = ent_document_origin(&x->document, x->reading.segments.tokens.items[s->last - 1].end - 1).line;
    return x->line == 0 || (first <= x->line && x->line <= last);
}

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
        const ent_token *t = &x->reading.segments.tokens.items[i];
        const ent_cell row[] = {ent_cell_text(ent_token_text(&x->reading.segments, i)), text_cell(kinds[t->kind]),
                                text_cell(t->word ? "yes" : "no")};
        ent_table_add(x->tokens, row);
    }
}

static void add_mentions(explaining *x, uint32_t sentence)
{
    uint32_t last = x->reading.mentions.sentence_first.items[sentence + 1];
    for (uint32_t i = x->reading.mentions.sentence_first.items[sentence]; i < last; i++) {
        const ent_mention *m = &x->reading.mentions.items.items[i];
        bool resolved = m->entity != ENT_UNRESOLVED;
        const ent_cell row[] = {
            ent_cell_text(words(&x->reading.segments, m->first, m->last)),
            text_cell(ent_kind_name(m->kind)),
            resolved ? ent_cell_text(x->reading.mentions.entities.items[m->entity].key) : ent_cell_empty(),
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
            ent_cell_text(x->reading.mentions.entities.items[r->source].key),
            ent_cell_text(x->reading.mentions.entities.items[r->target].key),
            text_cell(ent_polarity_name(r->polarity)),
            text_cell(ent_modality_name(r->modality)),
            ent_cell_text(r->speaker),
            ent_cell_text(r->holder),
            ent_cell_text(r->role),
            ent_cell_int_or_empty(r->count),
            ent_cell_text(r->from),
            ent_cell_text(r->to),
            confidence_cell(r->confidence),
            ent_cell_text(r->rule),
        };
        ent_table_add(x->relations, row);
    }
}

static void add_trial(void *context, const ent_row *row, const ent_trial *trial)
{
    explaining *x = context;
    ent_str failed = ent_str_from(trial->refused), at = ENT_STR_EMPTY;
    if (!trial->matched && !trial->refused) {
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
    add_tokens(x, &x->reading.segments.sentences.items[sentence]);
    add_mentions(x, sentence);
    ent_relate_sentence(x->arena, x->knowledge, &x->reading.segments, &x->reading.mentions, &x->reading.subjects,
                        sentence, &x->facts, add_trial, x);
}

/* What the layout says is found over the whole document; kept is what it says in the sentences asked for. */
static void find_layout(explaining *x)
{
    ent_layout(x->arena, x->knowledge, &x->reading.segments, &x->reading.mentions, &x->reading.subjects, &x->facts);
    size_t n = 0;
    for (size_t i = 0; i < x->facts.relations.n; i++)
        if (is_asked_for(x, x->facts.relations.items[i].passage))
            x->facts.relations.items[n++] = x->facts.relations.items[i];
    x->facts.relations.n = n;
}

static size_t explain(explaining *x)
{
    size_t n_sentences = 0;
    ent_extract_begin(x->arena, x->knowledge, &x->document, &x->reading);
    find_layout(x);
    for (uint32_t s = 0; s < x->reading.segments.sentences.n; s++)
        if (is_asked_for(x, s)) {
            explain_sentence(x, s);
            n_sentences++;
        }
    ent_dates_apply(x->arena, x->knowledge, &x->reading.segments, &x->reading.mentions, &x->facts);
    add_relations(x);
    return n_sentences;
}

/* ---- which sentences --------------------------------------------------------------------------------------------- */

/* The file it came from, when that is still there with the same bytes. */
static bool read_original(explaining *x, ent_store *store, ent_str path)
{
    ent_str bytes;
    uint64_t hash = 0;
    bool found = false;
    return ent_os_read_file(x->arena, path.data, ENT_MAX_DOCUMENT_BYTES, &bytes, NULL) == ENT_OK &&
           ent_store_find_hash(store, path, &hash, &found, NULL) == ENT_OK && found && hash == ent_str_hash(bytes) &&
           ent_read_bytes(x->arena, path, bytes, &x->document, NULL) == ENT_OK;
}

static ent_status read_stored(explaining *x, ent_store *store, const ent_document_row *row, ent_error *err)
{
    ent_document_text stored;
    ent_status status = ent_store_get_text(store, x->arena, row->id, &stored, err);
    if (status == ENT_OK)
        ent_document_of_lines(x->arena, row->path, stored.text, &stored.origins, &x->document);
    return status;
}

static ent_status find_document(ent_context *context, const char *words, ent_document_row *out, ent_error *err)
{
    ent_str_vec wanted = {0};
    bool found;
    ent_vec_push(context->arena, &wanted, ent_str_from(words));
    ent_status status = ent_context_open(context, ENT_STORE_READ, err);
    if (status == ENT_OK)
        status = ent_resolve_documents(context, &wanted, err);
    if (status == ENT_OK && context->selection.n_documents != 1)
        status = ent_fail(err, ENT_USAGE, "--document", "one document is explained at a time");
    return status == ENT_OK ? ent_store_find_document(context->store, context->arena, context->selection.documents[0],
                                                      ENT_STR_EMPTY, out, &found, err)
                            : status;
}

static ent_status read_document(ent_context *context, explaining *x, const char *words, ent_error *err)
{
    ent_document_row row;
    int64_t line;
    ent_status status = ent_context_option_int(context, "line", 1, UINT32_MAX, 0, &line, err);
    if (status == ENT_OK && line == 0)
        status = ent_fail(err, ENT_USAGE, "--document", "wants a --line too");
    if (status == ENT_OK)
        status = find_document(context, words, &row, err);
    if (status != ENT_OK)
        return status;
    x->line = (uint32_t)line;
    if (read_original(x, context->store, ent_arena_str(x->arena, row.path)))
        return ENT_OK;
    ent_context_note(context, "the file is gone or has changed: the stored text is shown, without its headings");
    return read_stored(x, context->store, &row, err);
}

static ent_status read_words(ent_context *context, explaining *x, ent_error *err)
{
    const char *document = ent_context_option(context, "document");
    if (document && context->n_arguments == 0)
        return read_document(context, x, document, err);
    if (document || ent_context_option(context, "line") || context->n_arguments == 0)
        return ent_fail(err, ENT_USAGE, "explain", "give a sentence, or a --document and a --line");
    ent_str sentence = ent_str_from(context->arguments[0]);
    if (ent_text_invalid_at(sentence) != ENT_STR_NONE)
        return ent_fail(err, ENT_USAGE, "sentence", "is not UTF-8");
    ent_document_of_sentence(x->arena, sentence, &x->document);
    return ENT_OK;
}

/* ---- the command ------------------------------------------------------------------------------------------------- */

static ent_status answer(ent_context *context, explaining *x, ent_error *err)
{
    if (explain(x) == 0)
        return ent_fail(err, ENT_USAGE, x->line ? "--line" : "sentence",
                        x->line ? "no sentence stands on this line" : "there are no words");
    const ent_cell row[] = {ent_cell_table(x->tokens), ent_cell_table(x->found), ent_cell_table(x->relations),
                            ent_cell_table(x->tried)};
    ent_table_add(context->table, row);
    return ENT_OK;
}

static ent_status run(ent_context *context, ent_error *err)
{
    ent_knowledge *knowledge = NULL;
    explaining x = {.arena = context->arena,
                    .tokens = ent_table_new(context->arena, token_columns),
                    .found = ent_table_new(context->arena, mention_columns),
                    .relations = ent_table_new(context->arena, relation_columns),
                    .tried = ent_table_new(context->arena, trial_columns)};
    ent_status status = read_words(context, &x, err);
    ent_lexicon_names names = ent_edit_names(context->arena, context->store_path);
    if (status == ENT_OK)
        status = ent_knowledge_load_with(context->lexicon, names.items, names.n, &knowledge, err);
    x.knowledge = knowledge;
    if (status == ENT_OK)
        status = answer(context, &x, err);
    ent_knowledge_free(knowledge);
    return status;
}

const ent_command ent_command_explain = {
    .name = "explain",
    .summary = "what the importers see in a sentence, and why",
    .usage = "explain SENTENCE | explain --document D --line N",
    .help = "Shows the words, the entities they name, the relations found, and each pattern that was tried: whether it "
            "matched, and if not, the first element that failed and the words it failed at. Names that edits of the "
            "database give are known, too.\n\n"
            "With --document and --line, the sentences on a line of a document of the database are shown as they stand "
            "there, where what came before decides what \"the Group\" is.",
    .options = options,
    .columns = columns,
    .single = true,
    .needs = ENT_NEEDS_LEXICON,
    .min_arguments = 0,
    .max_arguments = 1,
    .run = run,
};
