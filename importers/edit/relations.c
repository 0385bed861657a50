/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/edit/edit.h"

/* Sets the edit's ends and type from the words A TYPE B. */
static ent_status take_relation(ent_editing *e, ent_entity_row *a, ent_entity_row *b, ent_error *err)
{
    ent_status status = ent_editing_entity(e, e->words[0], a, err);
    if (status == ENT_OK)
        status = ent_editing_type(e, e->words[1], &e->edit.type, err);
    if (status == ENT_OK)
        status = ent_editing_entity(e, e->words[2], b, err);
    if (status == ENT_OK && ent_str_eq(a->key, b->key))
        return ent_fail(err, ENT_USAGE, e->words[2], "is " ENT_STR_FMT " too: nothing is related to itself",
                        ENT_STR_ARG(b->key));
    e->edit.entity = a->key;
    e->edit.target = b->key;
    return status;
}

/* Sets the edit's document, line and quote as far as they were given. */
static ent_status take_place(ent_editing *e, ent_error *err)
{
    ent_status status = ent_editing_document(e, err);
    if (status == ENT_OK)
        status = ent_context_option_int(e->context, "line", 1, UINT32_MAX, 0, &e->edit.line, err);
    if (status == ENT_OK)
        status = ent_editing_text(e, "quote", &e->edit.quote, err);
    if (status == ENT_OK && !e->edit.document.len && (e->edit.line || e->edit.quote.len)) {
        status = ent_fail(err, ENT_USAGE, e->edit.line ? "--line" : "--quote", "wants a --document too");
        ent_error_hint(err, "'entente documents' lists them");
    }
    return status;
}

/* Places found, of which one must be meant. */
typedef struct places {
    ent_arena *arena;
    int64_t line; /* wanted; 0: any */
    size_t n;
    ent_str quote; /* of the first */
    int64_t first;
    size_t begin;  /* of the first, in the text */
    ent_str lines; /* "3, 7" */
} places;

static bool offer_place(void *context, const ent_quote_row *row)
{
    places *p = context;
    if (p->line && row->line != p->line)
        return true;
    if (p->n++ == 0) {
        p->quote = ent_arena_str(p->arena, row->text);
        p->first = row->line;
        p->begin = row->begin;
    }
    p->lines = ent_arena_format(p->arena, ENT_STR_FMT "%s%lld", ENT_STR_ARG(p->lines), p->lines.len ? ", " : "",
                                (long long)row->line);
    return true;
}

/* ---- adding ------------------------------------------------------------------------------------------------------ */

static ent_status find_words(ent_editing *e, size_t *begin, ent_error *err)
{
    places p = {.arena = e->context->arena, .line = e->edit.line, .lines = ENT_STR_EMPTY};
    ent_status status = ent_store_each_quote(e->context->store, e->edit.document, e->edit.quote, offer_place, &p, err);
    const char *document = ent_arena_cstr(e->context->arena, e->edit.document);
    if (status != ENT_OK)
        return status;
    if (p.n == 0) {
        status = ent_fail(err, ENT_USAGE, "--quote", "these words do not stand %s %s",
                          p.line ? "on that line of" : "in", document);
        ent_error_hint(err, "letter by letter as stored: 'entente evidence' and 'entente find' show the stored words");
    } else if (p.n > 1 && !p.line) {
        status = ent_fail(err, ENT_USAGE, "--quote", "these words stand in %s %zu times, on the lines " ENT_STR_FMT,
                          document, p.n, ENT_STR_ARG(p.lines));
        ent_error_hint(err, "say which with --line");
    }
    e->edit.line = p.first;
    *begin = p.begin;
    return status;
}

static ent_status find_line(ent_editing *e, size_t *begin, ent_error *err)
{
    places p = {.arena = e->context->arena, .lines = ENT_STR_EMPTY};
    ent_status status =
        ent_store_each_quote_on(e->context->store, e->edit.document, e->edit.line, offer_place, &p, err);
    const char *document = ent_arena_cstr(e->context->arena, e->edit.document);
    if (status == ENT_OK && p.n == 0)
        return ent_fail(err, ENT_USAGE, "--line", "no sentence of %s begins on line %lld", document,
                        (long long)e->edit.line);
    if (status == ENT_OK && p.n > 1) {
        status = ent_fail(err, ENT_USAGE, "--line", "%zu sentences of %s begin on line %lld", p.n, document,
                          (long long)e->edit.line);
        ent_error_hint(err, "say which with --quote");
    }
    e->edit.quote = p.quote;
    *begin = p.begin;
    return status;
}

/* Whoever adds a relation may know what the words mean; words in which neither end was found are worth a second look.
 */
static ent_status note_strange_words(const ent_editing *e, size_t begin, ent_error *err)
{
    ent_context *context = e->context;
    ent_selection all = ent_selection_all();
    ent_document_row document;
    ent_facts facts;
    bool found = false;
    ent_status status = ent_store_find_document(context->store, context->arena, e->edit.document, ENT_STR_EMPTY,
                                                &document, &found, err);
    if (status == ENT_OK && found)
        status = ent_store_get_facts(context->store, context->arena, &all, &document, &facts, err);
    if (status != ENT_OK || !found)
        return status;
    for (size_t i = 0; i < facts.mentions.n; i++) {
        const ent_fact_mention *m = &facts.mentions.items[i];
        ent_str key = facts.entities.items[m->entity].key;
        if (m->begin >= begin && m->end <= begin + e->edit.quote.len &&
            (ent_str_eq(key, e->edit.entity) || ent_str_eq(key, e->edit.target)))
            return ENT_OK;
    }
    ent_context_note(context, "neither " ENT_STR_FMT " nor " ENT_STR_FMT " was found in these words",
                     ENT_STR_ARG(e->edit.entity), ENT_STR_ARG(e->edit.target));
    return ENT_OK;
}

static ent_status take_dates(ent_editing *e, ent_error *err)
{
    ent_status status = ent_editing_text(e, "from", &e->edit.from, err);
    if (status == ENT_OK)
        status = ent_editing_text(e, "to", &e->edit.to, err);
    if (status == ENT_OK && !(ent_facts_is_date(e->edit.from) && ent_facts_is_date(e->edit.to)))
        return ent_fail(err, ENT_USAGE, ent_facts_is_date(e->edit.from) ? "--to" : "--from",
                        "is no date: YYYY, YYYY-MM or YYYY-MM-DD");
    return status;
}

/* How the words say it. */
static ent_status take_manner(ent_editing *e, ent_error *err)
{
    const char *polarity = ent_context_option(e->context, "polarity");
    const char *modality = ent_context_option(e->context, "modality");
    if (polarity && !ent_polarity_find(ent_str_from(polarity), &e->edit.polarity))
        return ent_fail(err, ENT_USAGE, "--polarity", "'%s' is none of affirmed, negated", polarity);
    if (modality && !ent_modality_find(ent_str_from(modality), &e->edit.modality))
        return ent_fail(err, ENT_USAGE, "--modality",
                        "'%s' is none of stated, possible, normative, mandated, conditional, reported", modality);
    ent_status status = ent_editing_text(e, "speaker", &e->edit.speaker, err);
    if (status == ENT_OK)
        status = ent_editing_text(e, "holder", &e->edit.holder, err);
    if (status == ENT_OK)
        status = ent_editing_text(e, "role", &e->edit.role, err);
    if (status == ENT_OK)
        status = ent_context_option_int(e->context, "count", 1, INT64_MAX, 0, &e->edit.count, err);
    return status == ENT_OK ? take_dates(e, err) : status;
}

static ent_status check_ends(const ent_editing *e, const ent_entity_row *a, const ent_entity_row *b, ent_error *err)
{
    if (ent_relation_allows(e->edit.type, a->kind, b->kind))
        return ENT_OK;
    ent_status status = ent_fail(err, ENT_USAGE, ent_relation_name(e->edit.type), "does not lead from %s to %s",
                                 ent_kind_name(a->kind), ent_kind_name(b->kind));
    if (ent_relation_allows(e->edit.type, b->kind, a->kind))
        ent_error_hint(err, "the other way round it does: " ENT_STR_FMT " %s " ENT_STR_FMT, ENT_STR_ARG(b->key),
                       ent_relation_name(e->edit.type), ENT_STR_ARG(a->key));
    return status;
}

ent_status ent_editing_add_relation(ent_editing *e, ent_error *err)
{
    ent_entity_row a, b;
    size_t begin = 0;
    ent_status status = take_relation(e, &a, &b, err);
    if (status == ENT_OK)
        status = check_ends(e, &a, &b, err);
    if (status == ENT_OK)
        status = take_place(e, err);
    if (status == ENT_OK && (!e->edit.document.len || !(e->edit.line || e->edit.quote.len))) {
        status = ent_fail(err, ENT_USAGE, e->words[1], "wants its words: no relation stands without a quote");
        ent_error_hint(err, "give --document D and --line N or --quote TEXT");
    }
    if (status == ENT_OK)
        status = take_manner(e, err);
    if (status == ENT_OK)
        status = e->edit.quote.len ? find_words(e, &begin, err) : find_line(e, &begin, err);
    return status == ENT_OK ? note_strange_words(e, begin, err) : status;
}

/* ---- rejecting and confirming ------------------------------------------------------------------------------------ */

typedef struct pieces {
    const ent_editing *e;
    size_t n;       /* that are meant */
    ent_str quote;  /* of the first */
    int64_t line;   /* of the first */
    bool ambiguous; /* they have not all the same words */
} pieces;

static bool is_meant(const ent_edit *edit, const ent_evidence_row *row)
{
    bool forth = ent_str_eq(row->source, edit->entity), back = ent_str_eq(row->target, edit->entity);
    return (forth || (back && ent_relation_is_symmetric(edit->type))) && (!edit->line || row->line == edit->line) &&
           (!edit->quote.len || ent_str_find(row->quote, edit->quote, 0) != ENT_STR_NONE);
}

static bool offer_piece(void *context, const ent_evidence_row *row)
{
    pieces *p = context;
    if (!is_meant(&p->e->edit, row))
        return true;
    if (p->n++ == 0) {
        p->quote = ent_arena_str(p->e->context->arena, row->quote);
        p->line = row->line;
    }
    p->ambiguous = p->ambiguous || !ent_str_eq(p->quote, row->quote);
    return true;
}

static ent_status find_pieces(const ent_editing *e, const ent_entity_row *a, const ent_entity_row *b, pieces *p,
                              ent_error *err)
{
    ent_selection selection = ent_selection_all();
    selection.types = ENT_RELATION_BIT(e->edit.type);
    selection.documents = &e->edit.document;
    selection.n_documents = e->edit.document.len > 0;
    return ent_store_each_evidence(e->context->store, &selection, a->id, b->id, offer_piece, p, err);
}

ent_status ent_editing_judge(ent_editing *e, ent_error *err)
{
    ent_entity_row a, b;
    pieces p = {.e = e};
    ent_status status = take_relation(e, &a, &b, err);
    if (status == ENT_OK)
        status = take_place(e, err);
    if (status == ENT_OK)
        status = find_pieces(e, &a, &b, &p, err);
    if (status != ENT_OK)
        return status;
    bool one = e->edit.line || e->edit.quote.len;
    if (p.n == 0) {
        status = ent_fail(err, ENT_USAGE, e->words[1], "there is no such evidence%s", one ? " in that place" : "");
        ent_error_hint(err, "'entente evidence " ENT_STR_FMT " " ENT_STR_FMT "' lists what there is",
                       ENT_STR_ARG(a.key), ENT_STR_ARG(b.key));
    } else if (one && p.ambiguous) {
        status = ent_fail(err, ENT_USAGE, e->words[1], "several pieces of evidence with different words are meant");
        ent_error_hint(err, "say which with more of the --quote, or with --line");
    } else if (one) {
        e->edit.quote = p.quote;
        e->edit.line = p.line;
    }
    return status;
}
