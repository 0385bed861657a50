/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/readers/structure.h"

#include "importers/readers/builder.h"
#include "importers/readers/contents.h"
#include "importers/readers/fields.h"
#include "importers/readers/furniture.h"
#include "importers/readers/inline.h"
#include "importers/readers/line_spacing.h"
#include "importers/readers/looks.h"
#include "importers/readers/outline.h"
#include "importers/readers/recitals.h"
#include "importers/readers/spacing.h"
#include "importers/readers/title.h"
#include "importers/readers/unwrap.h"

typedef struct writer {
    ent_builder builder;
    ent_outline outline;
    const ent_lines *lines;
    ent_words *words;
    bool markdown;
} writer;

static void copy(writer *w, size_t from, size_t to)
{
    if (w->markdown)
        ent_inline_copy(&w->builder, from, to);
    else
        ent_builder_copy(&w->builder, from, to);
}

/* Bytes [from, to) of a line, letter-spacing mended. */
static void copy_line(writer *w, const ent_line *line, size_t from, size_t to)
{
    ent_spacing spacing = {.n = 0};
    if (line->flags & ENT_LINE_SPACED)
        ent_spacing_find(w->words, ent_str_slice(w->lines->bytes, from, to), &spacing);
    size_t at = from;
    for (size_t i = 0; i < spacing.n; i++) {
        copy(w, at, from + spacing.drops[i]);
        at = from + spacing.drops[i] + 1;
    }
    copy(w, at, to);
}

static void place(writer *w, const ent_line *line)
{
    w->builder.line = line->number;
    w->builder.page = line->page;
}

/* ---- rows -------------------------------------------------------------------------------------------------------- */

/* The place of the next cell's separator in [at, end), or end. */
static size_t cell_end(ent_str bytes, size_t at, size_t end)
{
    for (; at < end; at++)
        if (bytes.data[at] == '\t' || (bytes.data[at] == '|' && (at == 0 || bytes.data[at - 1] != '\\')))
            return at;
    return end;
}

static void write_row(writer *w, const ent_plan *plan)
{
    const ent_line *line = &w->lines->items.items[plan->first];
    size_t at = line->begin + line->skip, end = line->end;
    const char *data = w->lines->bytes.data;
    if (data[at] == '|')
        at++;
    if (end > at && data[end - 1] == '|')
        end--;
    place(w, line);
    for (;;) {
        size_t cell = cell_end(w->lines->bytes, at, end), trimmed = cell;
        while (trimmed > at && data[trimmed - 1] == ' ')
            trimmed--;
        copy(w, at, trimmed);
        if (cell == end)
            return;
        ent_builder_put(&w->builder, '\t', cell);
        at = cell + 1;
    }
}

/* ---- lines of text ----------------------------------------------------------------------------------------------- */

static size_t next_kept(const writer *w, const ent_plan *plan, size_t i)
{
    while (i < plan->last &&
           ((w->lines->items.items[i].flags & ENT_LINE_DROPPED) || w->lines->items.items[i].look == ENT_LOOK_UNDERLINE))
        i++;
    return i;
}

static void write_lines(writer *w, const ent_plan *plan)
{
    size_t skip = 0;
    for (size_t i = next_kept(w, plan, plan->first), next; i < plan->last; i = next) {
        const ent_line *line = &w->lines->items.items[i];
        ent_seam seam = {0};
        next = next_kept(w, plan, i + 1);
        if (next < plan->last)
            seam = ent_unwrap_seam(w->words, ent_lines_text(w->lines, i), ent_lines_text(w->lines, next));
        size_t from = line->begin + line->skip + skip, to = line->end - seam.cut;
        size_t key = i == plan->first && !w->markdown ? ent_fields_glued_key(w->lines, i) : 0;
        place(w, line);
        if (key) {
            copy(w, from, from + key);
            ent_builder_put(&w->builder, ' ', from + key);
            from += key;
        }
        if (from < to)
            copy_line(w, line, from, to);
        if (seam.glue)
            ent_builder_put(&w->builder, seam.glue, to);
        skip = seam.skip;
    }
}

static void write_plan(writer *w, const ent_plan *plan)
{
    bool heading = plan->kind == ENT_BLOCK_HEADING;
    ent_builder_begin(&w->builder, (ent_block_kind)plan->kind, plan->kind == ENT_BLOCK_ITEM ? plan->level : 0);
    if (plan->kind == ENT_BLOCK_ROW)
        write_row(w, plan);
    else
        write_lines(w, plan);
    if (!ent_builder_end(&w->builder))
        return;
    ent_document *document = w->builder.document;
    ent_block *block = &document->blocks.items[document->blocks.n - 1];
    ent_str text = {w->builder.text + block->begin, block->end - block->begin};
    block->section = heading ? ent_outline_open(&w->outline, plan, text) : ent_outline_current(&w->outline);
    if (heading)
        block->level = document->sections.items[block->section].level;
    if (plan->title && !document->title.len)
        document->title = text;
}

ent_status ent_structure_read(ent_arena *arena, ent_str path, ent_str bytes, size_t from, bool markdown,
                              ent_document *out, ent_error *err)
{
    ent_lines lines;
    if (ent_lines_split(arena, path, bytes, from, &lines, err) != ENT_OK)
        return ENT_FAILED;
    ent_lines_close_up(&lines);
    ent_lines_part_recitals(arena, &lines);
    ent_words words = {.arena = arena, .lines = &lines};
    ent_contents contents = {0};
    ent_plans plans;
    ent_contents_mark(arena, &lines, &contents);
    ent_furniture_drop(arena, &lines);
    ent_looks_decide(arena, &lines, &words, markdown);
    ent_plan_make(arena, &lines, &contents, markdown, &plans);
    ent_title_choose(&plans);
    writer w = {
        .builder = ent_builder_start(arena, bytes, out), .lines = &lines, .words = &words, .markdown = markdown};
    w.outline = ent_outline_start(arena, out, &plans, &contents);
    for (size_t i = 0; i < plans.items.n; i++)
        write_plan(&w, &plans.items.items[i]);
    ent_builder_finish(&w.builder);
    if (!out->title.len)
        out->title = ent_title_of_path(path);
    return ENT_OK;
}
