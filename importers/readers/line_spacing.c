/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/readers/line_spacing.h"

#include "importers/readers/marks.h"

enum {
    MIN_LINES = 12,
    MIN_WIDTH = 55, /* bytes: shorter lines may be a list */
    MAX_WIDTH = 120,
    MIN_FULL = 6,       /* lines that run on over a blank one */
    FULL_PER_CENT = 85, /* of the width */
    RUN_ON_PER_CENT = 25,
    TIGHT_PER_CENT = 10
};

static size_t width_of(const ent_line *line)
{
    return line->end - line->begin;
}

/* The widest of the lines, but for one in twenty; 0 where lines are too long or too short to have been wrapped. */
static size_t common_width(const ent_lines *lines)
{
    uint32_t count[MAX_WIDTH + 1] = {0}, wider = 0;
    for (size_t i = 0; i < lines->items.n; i++) {
        size_t width = width_of(&lines->items.items[i]);
        count[width < MAX_WIDTH ? width : MAX_WIDTH]++;
    }
    for (size_t width = MAX_WIDTH; width > MIN_WIDTH; width--) {
        wider += count[width];
        if (wider * 20 > lines->items.n)
            return width < MAX_WIDTH ? width : 0;
    }
    return 0;
}

/* The line is full and ends without a mark: its sentence goes on behind the blank line. */
static bool runs_on(const ent_lines *lines, size_t i, size_t width)
{
    ent_str text = ent_lines_text(lines, i);
    return width_of(&lines->items.items[i]) * 100 >= width * FULL_PER_CENT && text.len > 0 &&
           ent_is_alpha(text.data[text.len - 1]) && !ent_marks_capitals(text);
}

void ent_lines_close_up(ent_lines *lines)
{
    size_t n = lines->items.n, tight = 0, running = 0, width = n >= MIN_LINES ? common_width(lines) : 0;
    if (width == 0)
        return;
    for (size_t i = 0; i + 1 < n; i++) {
        tight += lines->items.items[i + 1].blanks == 0;
        running += lines->items.items[i + 1].blanks == 1 && runs_on(lines, i, width);
    }
    if (tight * 100 > n * TIGHT_PER_CENT || running < MIN_FULL || running * 100 < n * RUN_ON_PER_CENT)
        return;
    for (size_t i = 0; i < n; i++)
        lines->items.items[i].blanks -= lines->items.items[i].blanks > 0;
}
