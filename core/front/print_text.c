/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For people: a table aligned by what a terminal shows, columns without any content left out. One that is wider than
 * the terminal first lets its few long keys stick out, then wraps its wide columns; where that is not enough, or where
 * there is much prose, every row becomes a card of lines "name  value". A table in a cell follows its row, indented. */
#include "core/base/text.h"
#include "core/front/escape.h"
#include "core/front/print.h"
#include "core/front/wrap.h"

enum {
    GAP = 2,             /* spaces between columns */
    INDENT = 2,          /* of a nested table */
    WIDEST_LINE = 200,   /* a table is not made wider where there is no terminal */
    PROSE = 100,         /* a wide column whose values have more on average is better read as cards */
    LEAST_WRAPPED = 20,  /* a wrapped column is not made narrower */
    MOST_PADDED = 40,    /* in a tight table: longer values stick out of their column */
    MOST_UNWRAPPED = 60, /* the same where there is no terminal */
    MOST_LAST = 24       /* the same for the last column, where this harms no other */
};

typedef struct slot {
    size_t column, width; /* columns of the terminal */
    size_t mean;          /* of the values that are not empty */
    bool numeric, wide;
} slot;

typedef struct sheet {
    ent_arena *arena;
    const ent_table *table;
    ent_print_style style;
    ent_buf *out;
    size_t indent;
    ent_str *shown; /* each cell as one line */
    slot *slots;    /* columns that are shown in the table */
    size_t n_slots;
} sheet;

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

static ent_str shown(const sheet *s, size_t row, size_t column)
{
    return s->shown[row * s->table->n_columns + column];
}

/* Escapes every cell and measures the columns that have something to show. */
static void measure(sheet *s)
{
    const ent_table *table = s->table;
    size_t n_rows = ent_table_rows(table);
    s->shown = ENT_ARENA_NEW(s->arena, ent_str, table->cells.n + 1);
    s->slots = ENT_ARENA_NEW(s->arena, slot, table->n_columns);
    for (size_t i = 0; i < table->cells.n; i++)
        s->shown[i] = ent_escape_line(s->arena, ent_cell_plain(s->arena, &table->cells.items[i], false));
    for (size_t column = 0; column < table->n_columns; column++) {
        size_t width = 0, sum = 0, n = 0;
        for (size_t row = 0; row < n_rows; row++) {
            size_t own = ent_text_width(shown(s, row, column));
            width = larger(width, own);
            sum += own;
            n += own > 0;
        }
        if (width == 0 || ent_table_is_nested(table, column))
            continue;
        width = larger(width, ent_text_width(ent_str_from(table->columns[column].name)));
        s->slots[s->n_slots++] =
            (slot){column, width, sum / n, ent_table_is_numeric(table, column), table->columns[column].wide};
    }
}

static size_t total_width(const sheet *s)
{
    size_t total = s->indent;
    for (size_t i = 0; i < s->n_slots; i++)
        total += s->slots[i].width + (i ? GAP : 0);
    return total;
}

static bool has_prose(const sheet *s)
{
    for (size_t i = 0; i < s->n_slots; i++)
        if (s->slots[i].wide && s->slots[i].mean > PROSE)
            return true;
    return false;
}

static slot *widest_wrapped(const sheet *s)
{
    slot *widest = NULL;
    for (size_t i = 0; i < s->n_slots; i++)
        if (s->slots[i].wide && (!widest || s->slots[i].width > widest->width))
            widest = &s->slots[i];
    return widest;
}

/* Narrows columns until the table fits; false when it is better not shown as one. Without a terminal nothing is
 * wrapped. */
static bool fit(sheet *s)
{
    size_t limit = s->style.width ? s->style.width : WIDEST_LINE;
    if (total_width(s) <= limit)
        return true;
    if (has_prose(s))
        return false;
    for (size_t i = 0; i < s->n_slots; i++) {
        slot *own = &s->slots[i];
        size_t most = i + 1 == s->n_slots ? MOST_LAST : s->style.width ? MOST_PADDED : MOST_UNWRAPPED;
        if (!own->numeric && !(own->wide && s->style.width))
            own->width = smaller(own->width, most);
    }
    for (size_t total = total_width(s); s->style.width && total > limit; total = total_width(s)) {
        slot *widest = widest_wrapped(s);
        if (!widest || widest->width <= LEAST_WRAPPED)
            return false;
        widest->width = larger(LEAST_WRAPPED, widest->width - smaller(widest->width, total - limit));
    }
    return true;
}

static void add_strong(const sheet *s, ent_str text)
{
    ent_buf_add(s->out, s->style.colour ? ENT_STR("\x1b[1m") : ENT_STR_EMPTY);
    ent_buf_add(s->out, text);
    ent_buf_add(s->out, s->style.colour ? ENT_STR("\x1b[0m") : ENT_STR_EMPTY);
}

/* One line of a row: a piece for each slot; nothing is padded behind the last piece that is not empty. */
static void add_line(const sheet *s, const ent_str *pieces, bool strong)
{
    size_t last = 0;
    for (size_t i = 0; i < s->n_slots; i++)
        last = pieces[i].len ? i : last;
    ent_wrap_pad(s->out, s->indent);
    for (size_t i = 0; i <= last && i < s->n_slots; i++) {
        size_t width = ent_text_width(pieces[i]);
        size_t fill = s->slots[i].width > width ? s->slots[i].width - width : 0;
        ent_wrap_pad(s->out, (i ? GAP : 0) + (s->slots[i].numeric ? fill : 0));
        if (strong)
            add_strong(s, pieces[i]);
        else
            ent_buf_add(s->out, pieces[i]);
        ent_wrap_pad(s->out, s->slots[i].numeric || i == last ? 0 : fill);
    }
    ent_buf_add_char(s->out, '\n');
}

static void add_heading(const sheet *s)
{
    ent_str *pieces = ENT_ARENA_NEW(s->arena, ent_str, s->n_slots);
    for (size_t i = 0; i < s->n_slots; i++)
        pieces[i] = ent_str_from(s->table->columns[s->slots[i].column].name);
    add_line(s, pieces, true);
}

static void add_row(const sheet *s, size_t row)
{
    ent_str *rest = ENT_ARENA_NEW(s->arena, ent_str, s->n_slots);
    ent_str *pieces = ENT_ARENA_NEW(s->arena, ent_str, s->n_slots);
    for (size_t i = 0; i < s->n_slots; i++)
        rest[i] = shown(s, row, s->slots[i].column);
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < s->n_slots; i++) {
            pieces[i] = ent_wrap_next(&rest[i], s->slots[i].wide && s->style.width ? s->slots[i].width : 0);
            more = more || rest[i].len;
        }
        add_line(s, pieces, false);
    }
}

static void print_sheet(ent_arena *arena, const ent_table *table, ent_print_style style, size_t indent, ent_buf *out);

static void add_inner(const sheet *s, size_t row, bool named)
{
    for (size_t i = 0; i < s->table->n_columns; i++) {
        const ent_cell *cell = ent_table_cell(s->table, row, i);
        if (cell->type != ENT_CELL_TABLE || ent_table_rows(cell->table) == 0)
            continue;
        if (named) {
            ent_buf_add_char(s->out, '\n');
            ent_wrap_pad(s->out, s->indent);
            add_strong(s, ent_str_from(s->table->columns[i].name));
            ent_buf_add_char(s->out, '\n');
        }
        print_sheet(s->arena, cell->table, s->style, s->indent + INDENT, s->out);
    }
}

/* A row as lines "name  value", long values wrapped beside their name. */
static void add_card(const sheet *s, size_t row)
{
    size_t label = 0;
    for (size_t i = 0; i < s->n_slots; i++)
        label = larger(label, ent_text_width(ent_str_from(s->table->columns[s->slots[i].column].name)));
    size_t left = s->indent + label + GAP;
    for (size_t i = 0; i < s->n_slots; i++) {
        ent_str name = ent_str_from(s->table->columns[s->slots[i].column].name);
        ent_str rest = shown(s, row, s->slots[i].column);
        size_t width = s->style.width > left + LEAST_WRAPPED ? s->style.width - left : 0;
        if (!rest.len)
            continue;
        ent_wrap_pad(s->out, s->indent);
        add_strong(s, name);
        ent_wrap_pad(s->out, left - s->indent - ent_text_width(name));
        ent_buf_add(s->out, ent_wrap_next(&rest, width));
        ent_buf_add_char(s->out, '\n');
        ent_wrap_add(s->out, rest, left, width ? s->style.width : 0);
    }
    add_inner(s, row, true);
}

static void print_sheet(ent_arena *arena, const ent_table *table, ent_print_style style, size_t indent, ent_buf *out)
{
    size_t n_rows = ent_table_rows(table);
    bool single = style.single;
    style.single = false; /* what is nested in one thing may be many */
    sheet s = {.arena = arena, .table = table, .style = style, .out = out, .indent = indent};
    if (n_rows == 0)
        return;
    measure(&s);
    bool cards = single || !fit(&s);
    if (!cards)
        add_heading(&s);
    for (size_t row = 0; row < n_rows; row++) {
        if (cards && row)
            ent_buf_add_char(out, '\n');
        if (cards)
            add_card(&s, row);
        else
            add_row(&s, row);
        if (!cards)
            add_inner(&s, row, false);
    }
}

void ent_print_text(const ent_table *table, ent_print_style style, ent_buf *out)
{
    ent_arena scratch = {0};
    print_sheet(&scratch, table, style, 0, out);
    ent_arena_clear(&scratch);
}
