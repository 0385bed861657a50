/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graphs/picture.h"

#include "graphs/draw/record.h"
#include "graphs/link.h"
#include "graphs/style.h"

#include <math.h>

enum { LABELLED_EDGES = 45, DENSE_EDGES = 90, DOT_NODES = 14, NEATO_NODES = 200 };

static const char *const FONT = "DejaVu Sans";

/* ---- records ---------------------------------------------------------------------------------------------------- */

static void add_field(ent_buf *out, ent_str field)
{
    ent_buf_add_char(out, '\t');
    for (size_t i = 0; i < field.len; i++)
        switch (field.data[i]) {
        case '\t':
            ent_buf_add(out, ENT_STR("\\t"));
            break;
        case '\n':
            ent_buf_add(out, ENT_STR("\\n"));
            break;
        case '\\':
            ent_buf_add(out, ENT_STR("\\\\"));
            break;
        case '\0':
            break;
        default:
            ent_buf_add_char(out, field.data[i]);
        }
}

static void begin(ent_buf *out, const char *word)
{
    ent_buf_add(out, ent_str_from(word));
}

static void end(ent_buf *out)
{
    ent_buf_add_char(out, '\n');
}

static void set(ent_buf *out, const char *name, ent_str value)
{
    add_field(out, ent_str_from(name));
    add_field(out, value);
}

static void set_word(ent_buf *out, const char *name, const char *value)
{
    set(out, name, ent_str_from(value));
}

static void set_number(ent_buf *out, const char *name, double value)
{
    ent_buf_add_char(out, '\t');
    ent_buf_format(out, "%s\t%.4g", name, value);
}

/* ---- the parts of a picture ------------------------------------------------------------------------------------- */

/* Paths read from left to right, and what is small is best in ranks; else forces: neato's are even, sfdp's fast. */
static const char *choose_layout(const ent_view *view)
{
    if (view->flows || view->nodes.n <= DOT_NODES)
        return "dot";
    return view->nodes.n <= NEATO_NODES ? "neato" : "sfdp";
}

static void write_graph(ent_buf *out, const ent_view *view, const char *layout)
{
    bool ranked = ent_str_eq(ent_str_from(layout), ENT_STR("dot"));
    begin(out, ENT_DRAW_LAYOUT);
    add_field(out, ent_str_from(layout));
    end(out);
    begin(out, ENT_DRAW_GRAPH);
    set_word(out, "bgcolor", "white");
    set_word(out, "charset", "UTF-8");
    set_word(out, "fontname", FONT);
    set_word(out, "outputorder", "edgesfirst");
    set_word(out, "pad", "0.3");
    set_word(out, "start", "7");
    if (ranked) {
        set_word(out, "rankdir", "LR");
        set_word(out, "nodesep", "0.35");
        set_word(out, "ranksep", view->flows ? "1.1" : "0.7");
    } else {
        set_word(out, "overlap", "prism");
        set_word(out, "overlap_scaling", "-2.5"); /* denser than Graphviz would: what is read must be large */
        set_word(out, "sep", "+8");
        set_word(out, "splines", view->edges.n > DENSE_EDGES ? "line" : "true"); /* many detours only confuse */
        set_word(out, "ratio", "0.58");
    }
    end(out);
    begin(out, ENT_DRAW_NODES);
    set_word(out, "fontname", FONT);
    set_word(out, "height", "0.3");
    set_word(out, "width", "0.5");
    end(out);
    begin(out, ENT_DRAW_EDGES);
    set_word(out, "fontname", FONT);
    set_word(out, "fontsize", "10");
    set_word(out, "fontcolor", "#333333");
    set_word(out, "arrowsize", "0.6");
    end(out);
}

static void set_kind(ent_buf *out, ent_kind kind, bool focus)
{
    const ent_kind_style *style = ent_style_kind(kind);
    set_word(out, "shape", style->shape);
    set_word(out, "style", style->style);
    set_word(out, "color", style->border);
    set_word(out, "fillcolor", style->fill);
    set_number(out, "peripheries", style->peripheries);
    set_word(out, "margin", style->margin);
    set_number(out, "penwidth", focus ? 3 : style->penwidth);
}

static void write_node(ent_arena *arena, ent_buf *out, const ent_view *view, size_t i)
{
    const ent_view_node *node = &view->nodes.items[i];
    begin(out, ENT_DRAW_NODE);
    add_field(out, node->key);
    set(out, "label", ent_style_wrap(arena, node->label));
    set(out, "tooltip",
        ent_arena_format(arena, ENT_STR_FMT " (%s)\n" ENT_STR_FMT, ENT_STR_ARG(node->name), ent_kind_name(node->kind),
                         ENT_STR_ARG(node->key)));
    set_kind(out, node->kind, node->focus);
    set_number(out, "fontsize", view->flows ? 11 : 11 + 11 * node->size);
    end(out);
}

/* "supports, calls for" — all the types, in the order of the model */
static ent_str type_labels(ent_arena *arena, ent_relation_types types)
{
    ent_str labels = ENT_STR_EMPTY;
    for (int type = 0; type < ENT_N_RELATION_TYPES; type++)
        if (types & ENT_RELATION_BIT(type))
            labels = ent_arena_format(arena, ENT_STR_FMT "%s%s", ENT_STR_ARG(labels), labels.len ? ", " : "",
                                      ent_relation_label((ent_relation_type)type));
    return labels;
}

static const char *direction(bool forward, bool backward)
{
    if (forward && backward)
        return "both";
    return forward ? "forward" : backward ? "back" : "none";
}

/* Where edges are many, they are drawn half transparent: bundles stay visible, and what they cross too. */
static void set_colour(ent_buf *out, const ent_view *view, const char *colour)
{
    ent_buf_format(out, "\tcolor\t%s%s", colour, view->edges.n > DENSE_EDGES ? "90" : "");
}

/* Paths run from left to right whichever way their relations do. */
static void add_ends(ent_buf *out, const ent_view *view, const ent_view_edge *edge)
{
    const ent_view_node *source = &view->nodes.items[edge->source], *target = &view->nodes.items[edge->target];
    bool turned = view->flows && source->hops > target->hops;
    add_field(out, turned ? target->key : source->key);
    add_field(out, turned ? source->key : target->key);
    set_word(out, "dir", turned ? direction(edge->backward, edge->forward) : direction(edge->forward, edge->backward));
}

static void write_edge(ent_arena *arena, ent_buf *out, const ent_view *view, const ent_view_edge *edge,
                       const char *file)
{
    const ent_edge_style *style = ent_style_edge(ent_style_group(edge->type));
    begin(out, ENT_DRAW_EDGE);
    add_ends(out, view, edge);
    if (view->flows || view->edges.n <= LABELLED_EDGES)
        set(out, "label", ent_style_wrap(arena, type_labels(arena, edge->types)));
    set(out, "tooltip", edge->quotes);
    set(out, "labeltooltip", edge->quotes);
    if (edge->path.len)
        set(out, "URL", ent_link_to_quote(arena, file, edge->path, edge->quote));
    set_colour(out, view, style->colour);
    set_word(out, "style", edge->negated ? "dashed" : style->line);
    set_number(out, "penwidth", fmin(0.8 + 0.4 * log2((double)edge->evidence + 1), 3.5));
    end(out);
}

/* ---- title and legend ------------------------------------------------------------------------------------------- */

static void write_title(ent_buf *out, const ent_view *view)
{
    begin(out, ENT_DRAW_TITLE);
    set(out, "label", view->title);
    set_word(out, "shape", "plaintext");
    set_word(out, "fontname", FONT);
    set_word(out, "fontsize", "14");
    end(out);
}

static void write_kinds(ent_buf *out, const ent_view *view)
{
    ent_kinds present = 0;
    for (size_t i = 0; i < view->nodes.n; i++)
        present |= ENT_KIND_BIT(view->nodes.items[i].kind);
    for (int kind = 0; kind < ENT_N_KINDS; kind++) {
        if (!ent_kinds_has(present, (ent_kind)kind))
            continue;
        begin(out, ENT_DRAW_SAMPLE);
        set_word(out, "label", ent_kind_name((ent_kind)kind));
        set_kind(out, (ent_kind)kind, false);
        set_word(out, "fontname", FONT);
        set_word(out, "fontsize", "9");
        set_word(out, "height", "0.25");
        set_word(out, "width", "0.4");
        end(out);
    }
}

static void write_line(ent_buf *out, const char *label, const char *colour, const char *line)
{
    begin(out, ENT_DRAW_LINE);
    add_field(out, ent_str_from(label));
    set_word(out, "shape", "plaintext");
    set_word(out, "fontname", FONT);
    set_word(out, "fontsize", "9");
    set_word(out, "margin", "0.02,0.02");
    set_word(out, "height", "0.2");
    set_word(out, "width", "0.2");
    set_word(out, "color", colour);
    set_word(out, "style", line);
    set_word(out, "penwidth", "1.6");
    end(out);
}

static void write_groups(ent_buf *out, const ent_view *view)
{
    bool present[ENT_N_GROUPS] = {false}, negated = false;
    for (size_t i = 0; i < view->edges.n; i++) {
        present[ent_style_group(view->edges.items[i].type)] = true;
        negated = negated || view->edges.items[i].negated;
    }
    for (int group = 0; group < ENT_N_GROUPS; group++) {
        const ent_edge_style *style = ent_style_edge((ent_edge_group)group);
        if (present[group])
            write_line(out, style->label, style->colour, style->line);
    }
    if (negated)
        write_line(out, "denied", "#606060", "dashed");
}

void ent_picture_write(const ent_view *view, const char *layout, const char *file, ent_buf *records)
{
    ent_arena arena = {0};
    write_graph(records, view, layout ? layout : choose_layout(view));
    for (size_t i = 0; i < view->nodes.n; i++)
        write_node(&arena, records, view, i);
    for (size_t i = 0; i < view->edges.n; i++)
        write_edge(&arena, records, view, &view->edges.items[i], file);
    write_title(records, view);
    write_kinds(records, view);
    write_groups(records, view);
    ent_arena_clear(&arena);
}
