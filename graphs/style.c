/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graphs/style.h"

#include "core/base/buf.h"
#include "core/base/text.h"

#include <math.h>

enum { MOST_SHOWN = 76, LEAST_LINE = 13 };

/* Borders are the palette's colours, fills the same ones mixed with white so that black text is read on all of them. */
static const ent_kind_style kinds[ENT_N_KINDS] = {
    [ENT_STATE] = {"ellipse", "#0072B2", "#CCE3F0", "filled", 1, 1.4, "0.04,0.03"},
    [ENT_BLOC] = {"ellipse", "#0072B2", "#CCE3F0", "filled", 2, 1.2, "0.04,0.03"},
    [ENT_ORGANIZATION] = {"box", "#009E73", "#CCECE3", "filled", 1, 1.4, "0.09,0.06"},
    [ENT_PERSON] = {"box", "#56B4E9", "#F2F9FE", "rounded,filled", 1, 1.4, "0.09,0.06"},
    [ENT_FORUM] = {"hexagon", "#E69F00", "#FBEACB", "filled", 1, 1.6, "0.05,0.02"},
    [ENT_EVENT] = {"tab", "#B8A900", "#FCF9D4", "filled", 1, 1.4, "0.09,0.06"},
    [ENT_INSTRUMENT] = {"note", "#D55E00", "#F9E1D2", "filled", 1, 1.4, "0.11,0.06"},
    [ENT_PROPOSAL] = {"cds", "#CC79A7", "#F7E6EF", "filled", 1, 1.4, "0.16,0.10"},
    [ENT_TOPIC] = {"box", "#777777", "#ECECEC", "rounded,filled", 1, 0, "0.09,0.06"},
};

static const ent_edge_style groups[ENT_N_GROUPS] = {
    [ENT_GROUP_STRUCTURE] = {"structure", "#505050", "solid"},
    [ENT_GROUP_SUBSTANCE] = {"substance", "#56B4E9", "solid"},
    [ENT_GROUP_FOR] = {"supports, calls for", "#009E73", "solid"},
    [ENT_GROUP_AGAINST] = {"opposes, hinders", "#D55E00", "solid"},
    [ENT_GROUP_MENTION] = {"mentioned together", "#B0B0B0", "dotted"},
};

const ent_kind_style *ent_style_kind(ent_kind kind)
{
    return &kinds[kind];
}

ent_edge_group ent_style_group(ent_relation_type type)
{
    switch (type) {
    case ENT_SUPPORTS:
    case ENT_CALLS_FOR:
        return ENT_GROUP_FOR;
    case ENT_OPPOSES:
    case ENT_HINDERS:
        return ENT_GROUP_AGAINST;
    case ENT_MENTIONED_WITH:
        return ENT_GROUP_MENTION;
    default:
        return ent_relation_is_structural(type) ? ENT_GROUP_STRUCTURE : ENT_GROUP_SUBSTANCE;
    }
}

const ent_edge_style *ent_style_edge(ent_edge_group group)
{
    return &groups[group];
}

/* The next piece that a line may end with: up to and with a space, a hyphen or a slash. */
static ent_str next_piece(ent_str *rest)
{
    size_t end = 0;
    while (end < rest->len && rest->data[end] != ' ' && rest->data[end] != '-' && rest->data[end] != '/')
        end++;
    end += end < rest->len;
    ent_str piece = ent_str_slice(*rest, 0, end);
    *rest = ent_str_slice(*rest, end, rest->len);
    return piece;
}

static void end_line(ent_buf *out)
{
    if (!out)
        return;
    out->len -= out->len && out->data[out->len - 1] == ' '; /* it would shift the centred line */
    ent_buf_add_char(out, '\n');
}

/* Breaks at `width`, into `out` where there is one; returns the number of lines. */
static size_t break_lines(ent_str text, size_t width, ent_buf *out)
{
    size_t lines = 1, used = 0;
    for (ent_str rest = text; rest.len;) {
        ent_str piece = next_piece(&rest);
        size_t needed = ent_text_width(ent_str_trim(piece));
        if (used && used + needed > width) {
            lines++;
            used = 0;
            end_line(out);
        }
        used += ent_text_width(piece);
        if (out)
            ent_buf_add(out, piece);
    }
    return lines;
}

/* The end of the longest beginning of text in `width` columns that ends a word. */
static size_t head_end(ent_str text, size_t width)
{
    size_t end = 0;
    for (size_t at = 0; at < text.len; at++)
        if (text.data[at] == ' ' && ent_text_width(ent_str_slice(text, 0, at)) <= width)
            end = at;
    return end;
}

/* The beginning of the longest end of text in `width` columns that begins a word. */
static size_t tail_begin(ent_str text, size_t width)
{
    size_t begin = text.len;
    for (size_t at = text.len; at > 0; at--)
        if (text.data[at - 1] == ' ' && ent_text_width(ent_str_slice(text, at, text.len)) <= width)
            begin = at;
    return begin;
}

/* A very long name loses its middle: names that begin alike often differ at their end ("… (2018–2019)"). */
static ent_str shorten(ent_arena *arena, ent_str text)
{
    if (ent_text_width(text) <= MOST_SHOWN)
        return text;
    size_t head = head_end(text, MOST_SHOWN * 2 / 3), tail = tail_begin(text, MOST_SHOWN / 3);
    if (head == 0)
        return text; /* one word */
    return ent_arena_format(arena, ENT_STR_FMT " … " ENT_STR_FMT, ENT_STR_ARG(ent_str_slice(text, 0, head)),
                            ENT_STR_ARG(ent_str_slice(text, tail, text.len)));
}

ent_str ent_style_wrap(ent_arena *arena, ent_str text)
{
    ent_buf out = {0};
    text = shorten(arena, text);
    size_t width = (size_t)sqrt(6.0 * (double)ent_text_width(text)); /* about three times as wide as high */
    width = width < LEAST_LINE ? LEAST_LINE : width;
    size_t lines = break_lines(text, width, NULL);
    while (width > 4 && break_lines(text, width - 1, NULL) == lines)
        width--; /* narrower without a further line is more even */
    break_lines(text, width, &out);
    ent_str wrapped = ent_arena_str(arena, ent_buf_str(&out));
    ent_buf_clear(&out);
    return wrapped;
}
