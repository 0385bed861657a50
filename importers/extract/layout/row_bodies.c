/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/row_bodies.h"

#include "importers/extract/gazetteer/lexicon_data.h"

enum { MIN_ROWS = 3, LONGEST_GAP = 24, LONGEST_HEAD = 40 };

typedef struct row_pair {
    uint32_t state, body; /* mentions */
} row_pair;

/* Between a State and the body at the end of its row stand dates and notes, at least one number. */
static bool is_row(const ent_layout_work *work, const ent_mention *state, const ent_mention *body)
{
    bool dated = false;
    for (uint32_t t = state->last; t < body->first; t++) {
        ent_token_kind kind = work->segments->tokens.items[t].kind;
        dated |= kind == ENT_TOKEN_NUMBER;
        if (kind == ENT_TOKEN_WORD && !ent_token_in_list(work, t, ENT_LIST(MONTH)))
            return false;
    }
    return dated;
}

/* Whether the row ends behind the body: with its line, or where the next State stands. */
static bool ends_row(const ent_layout_work *work, uint32_t body)
{
    const ent_mention *m = ent_mention_at(work, body);
    bool last = m->last == work->segments->sentences.items[m->sentence].last;
    uint32_t next = ent_mention_over(work, m->last);
    return last || (next != ENT_NO_MENTION && ent_mention_at(work, next)->kind == ENT_STATE);
}

static bool is_headed(const ent_layout_work *work, uint32_t first)
{
    return ent_tokens_cue(work, first > LONGEST_HEAD ? first - LONGEST_HEAD : 0, first, ENT_CUE(BODY_COLUMN));
}

void ent_layout_row_bodies(ent_layout_work *work)
{
    ENT_VEC(row_pair) rows = {0};
    for (uint32_t i = 0; i + 1 < work->mentions->items.n; i++) {
        const ent_mention *state = ent_mention_at(work, i), *body = ent_mention_at(work, i + 1);
        if (state->kind == ENT_STATE && body->kind == ENT_ORGANIZATION && ent_mention_is(body, ENT_KINDS_ALL) &&
            is_row(work, state, body) && ends_row(work, i + 1))
            ent_vec_push(work->arena, &rows, (row_pair){i, i + 1});
    }
    for (size_t i = 0, behind; i < rows.n; i = behind) {
        for (behind = i + 1; behind < rows.n && ent_mention_at(work, rows.items[behind].state)->first -
                                                        ent_mention_at(work, rows.items[behind - 1].body)->last <
                                                    LONGEST_GAP;)
            behind++;
        if (behind - i < MIN_ROWS || !is_headed(work, ent_mention_at(work, rows.items[i].state)->first))
            continue;
        for (size_t k = i; k < behind; k++) {
            const ent_mention *body = ent_mention_at(work, rows.items[k].body);
            ent_layout_state(work, (ent_statement){ENT_PART_OF, body->entity,
                                                   ent_mention_at(work, rows.items[k].state)->entity, body->first,
                                                   "layout.row.body", 0.85f, ENT_STR_EMPTY, false});
        }
    }
}

bool ent_row_cell_is_body(const ent_layout_work *work, uint32_t n)
{
    const ent_line *line = &work->lines.items[n];
    if (ent_line_block(work, line)->kind != ENT_BLOCK_ROW || line->cell == 0 ||
        !ent_line_has_state(work, line - line->cell))
        return false;
    for (uint32_t i = line->table; i < n && work->lines.items[i].block == work->lines.items[line->table].block; i++) {
        const ent_line *head = &work->lines.items[i];
        if (head->cell == line->cell)
            return ent_tokens_cue(work, head->first, head->last, ENT_CUE(BODY_COLUMN));
    }
    return false;
}
