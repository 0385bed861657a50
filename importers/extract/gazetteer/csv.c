/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/gazetteer/csv.h"

#include "core/base/text.h"

ent_csv ent_csv_over(ent_str text)
{
    return (ent_csv){.text = text, .at = ent_text_mark(text), .line = 1};
}

static bool at_end(const ent_csv *csv)
{
    return csv->at >= csv->text.len;
}

static char peek(const ent_csv *csv)
{
    return at_end(csv) ? '\n' : csv->text.data[csv->at];
}

static bool at_line_end(const ent_csv *csv)
{
    return at_end(csv) || peek(csv) == '\n' || peek(csv) == '\r';
}

static void pass_line_end(ent_csv *csv)
{
    if (!at_end(csv) && peek(csv) == '\r')
        csv->at++;
    if (!at_end(csv) && peek(csv) == '\n')
        csv->at++;
    csv->line++;
}

static void pass_line(ent_csv *csv)
{
    while (!at_line_end(csv))
        csv->at++;
}

static ent_str plain_field(ent_csv *csv, const char **fault)
{
    size_t begin = csv->at;
    while (!at_line_end(csv) && peek(csv) != ',') {
        if (peek(csv) == '"')
            *fault = "a quotation mark inside a field that does not begin with one";
        csv->at++;
    }
    return ent_str_slice(csv->text, begin, csv->at);
}

/* "" becomes ". */
static ent_str without_doubles(ent_arena *arena, ent_str field)
{
    char *out = ent_arena_alloc(arena, field.len + 1);
    size_t n = 0;
    for (size_t i = 0; i < field.len; i++) {
        out[n++] = field.data[i];
        if (field.data[i] == '"')
            i++;
    }
    return (ent_str){out, n};
}

static ent_str quoted_field(ent_arena *arena, ent_csv *csv, const char **fault)
{
    size_t begin = ++csv->at;
    bool doubled = false;
    for (; !at_end(csv); csv->at++) {
        if (peek(csv) == '\n')
            csv->line++;
        if (peek(csv) != '"')
            continue;
        if (csv->at + 1 >= csv->text.len || csv->text.data[csv->at + 1] != '"')
            break;
        doubled = true;
        csv->at++;
    }
    ent_str field = ent_str_slice(csv->text, begin, csv->at);
    if (at_end(csv)) {
        *fault = "a quotation mark that is never closed";
        return field;
    }
    csv->at++;
    if (!at_line_end(csv) && peek(csv) != ',')
        *fault = "text behind a closing quotation mark";
    return doubled ? without_doubles(arena, field) : field;
}

bool ent_csv_next(ent_arena *arena, ent_csv *csv, ent_csv_record *out)
{
    while (!at_end(csv) && at_line_end(csv))
        pass_line_end(csv);
    if (at_end(csv))
        return false;
    out->fields.n = out->places.n = 0;
    out->line = csv->line;
    out->fault = NULL;
    for (;;) {
        ent_vec_push(arena, &out->places, csv->at + (peek(csv) == '"'));
        ent_str field = peek(csv) == '"' ? quoted_field(arena, csv, &out->fault) : plain_field(csv, &out->fault);
        ent_vec_push(arena, &out->fields, field);
        if (out->fault)
            pass_line(csv);
        if (at_line_end(csv))
            break;
        csv->at++; /* the comma */
    }
    if (!at_end(csv))
        pass_line_end(csv);
    return true;
}
