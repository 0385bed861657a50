/* SPDX-License-Identifier: MIT */
/* No layout engine places a title and a legend well, so they are set after it has run: their sizes are learned by
 * laying them out apart, then they become nodes of the drawing at fixed places, the legend in centred rows below. All
 * units are points. */
#include "graphs/draw/picture.h"
#include "graphs/draw/record.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double POINTS = 72, GAP = 14, ROW_GAP = 6, SWATCH = 40, LEAST_WIDTH = 400;
static const double FULL_WIDTH = 700, MOST_SCALE = 2.5; /* a wider drawing gets a larger legend, to be read as well */
enum { MAX_AROUND = 64 };

typedef struct around_entry {
    Agnode_t *node;
    bool line, title;
    double width, height; /* with its swatch */
} around_entry;

typedef struct frame {
    double left, bottom, right, top;
    double scale; /* of title and legend */
} frame;

static double number_of(void *object, char *name)
{
    const char *value = agget(object, name);
    return value ? strtod(value, NULL) : 0;
}

static frame frame_of(Agraph_t *graph)
{
    frame f = {0};
    char bb[] = "bb";
    const char *value = agget(graph, bb);
    if (!value || sscanf(value, "%lf,%lf,%lf,%lf", &f.left, &f.bottom, &f.right, &f.top) != 4)
        die("the layout gave no size");
    if (f.right - f.left < LEAST_WIDTH) {
        double middle = (f.left + f.right) / 2;
        f.left = middle - LEAST_WIDTH / 2;
        f.right = middle + LEAST_WIDTH / 2;
    }
    f.scale = fmin(fmax((f.right - f.left) / FULL_WIDTH, 1), MOST_SCALE);
    return f;
}

static void scale_attribute(Agnode_t *node, char *name, double scale)
{
    double x, y;
    char scaled[64];
    const char *value = agget(node, name);
    int n = value ? sscanf(value, "%lf,%lf", &x, &y) : 0;
    if (n < 1)
        return;
    snprintf(scaled, sizeof scaled, n == 1 ? "%.3f" : "%.3f,%.3f", x * scale, n == 1 ? 0 : y * scale);
    set_attribute(node, name, scaled);
}

static void scale_entries(Agraph_t *around, double scale)
{
    char names[][16] = {"fontsize", "width", "height", "margin", "penwidth"};
    for (Agnode_t *node = agfstnode(around); node; node = agnxtnode(around, node))
        for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
            scale_attribute(node, names[i], scale);
}

static size_t measure_entries(GVC_t *context, Agraph_t *around, double scale, around_entry entries[MAX_AROUND])
{
    size_t n = 0;
    char width[] = "width", height[] = "height";
    if (gvLayout(context, around, "dot") || gvRender(context, around, "dot", NULL))
        die("the legend has no layout");
    for (Agnode_t *node = agfstnode(around); node; node = agnxtnode(around, node)) {
        if (n == MAX_AROUND)
            die("more than %d entries in the legend", MAX_AROUND);
        bool line = strstr(agnameof(node), ENT_DRAW_LINE) != NULL;
        entries[n++] = (around_entry){.node = node,
                                      .line = line,
                                      .title = strstr(agnameof(node), ENT_DRAW_TITLE) != NULL,
                                      .width = number_of(node, width) * POINTS + (line ? SWATCH * scale : 0),
                                      .height = number_of(node, height) * POINTS};
    }
    gvFreeLayout(context, around);
    return n;
}

static void set_position(Agnode_t *node, double x, double y)
{
    char pos[64];
    snprintf(pos, sizeof pos, "%.2f,%.2f!", x, y);
    set_attribute(node, "pos", pos);
}

static void copy_attribute(void *from, Agsym_t *attribute, void *to)
{
    Agraph_t *root = agroot(agraphof(to));
    char empty[] = "";
    const char *value = agxget(from, attribute);
    if (!*value && !agattr(root, AGTYPE(to), attribute->name, NULL))
        return;
    if (!agattr(root, AGTYPE(to), attribute->name, NULL))
        agattr(root, AGTYPE(to), attribute->name, empty);
    agset(to, attribute->name, agxget(from, attribute));
}

static Agnode_t *place_node(Agraph_t *graph, const around_entry *entry, double x, double y)
{
    char name[96];
    snprintf(name, sizeof name, "around %s", agnameof(entry->node));
    Agraph_t *around = agroot(agraphof(entry->node));
    Agnode_t *node = agnode(graph, name, 1);
    for (Agsym_t *a = agnxtattr(around, AGNODE, NULL); a; a = agnxtattr(around, AGNODE, a))
        copy_attribute(entry->node, a, node);
    set_position(node, x, y);
    return node;
}

static Agnode_t *place_point(Agraph_t *graph, const around_entry *entry, const char *which, double x, double y)
{
    char name[96];
    snprintf(name, sizeof name, "%s %s", which, agnameof(entry->node));
    Agnode_t *node = agnode(graph, name, 1);
    set_attribute(node, "shape", "point");
    set_attribute(node, "style", "invis");
    set_attribute(node, "width", "0.01");
    set_attribute(node, "height", "0.01");
    set_position(node, x, y);
    return node;
}

/* An edge of the entry's colour and style, then its text. */
static void place_line(Agraph_t *graph, const around_entry *entry, double scale, double left, double y)
{
    static const char *const copied[] = {"color", "style", "penwidth", "arrowhead"};
    char pos[160];
    double swatch = SWATCH * scale, right = left + swatch - 6 * scale, arrow = 6 * scale;
    Agnode_t *tail = place_point(graph, entry, "tail", left, y), *head = place_point(graph, entry, "head", right, y);
    Agedge_t *edge = agedge(graph, tail, head, NULL, 1);
    for (size_t i = 0; i < sizeof copied / sizeof copied[0]; i++) {
        char name[16];
        snprintf(name, sizeof name, "%s", copied[i]);
        const char *value = agget(entry->node, name);
        if (value && *value)
            set_attribute(edge, name, value);
    }
    set_attribute(edge, "arrowsize", scale > 1.5 ? "1" : "0.6");
    snprintf(pos, sizeof pos, "e,%.2f,%.2f %.2f,%.2f %.2f,%.2f %.2f,%.2f %.2f,%.2f", right, y, left, y, left + arrow, y,
             right - 2 * arrow, y, right - arrow, y);
    set_attribute(edge, "pos", pos);
    Agnode_t *text = place_node(graph, entry, left + swatch + (entry->width - swatch) / 2, y);
    set_attribute(text, "style", "solid");
}

/* One row, centred: entries[0 … n), its upper edge at `top`. */
static double place_row(Agraph_t *graph, const frame *f, const around_entry *entries, size_t n, double top)
{
    double width = 0, height = 0;
    for (size_t i = 0; i < n; i++) {
        width += entries[i].width + (i ? GAP * f->scale : 0);
        height = entries[i].height > height ? entries[i].height : height;
    }
    double x = (f->left + f->right - width) / 2, y = top - height / 2;
    for (size_t i = 0; i < n; i++) {
        if (entries[i].line)
            place_line(graph, &entries[i], f->scale, x, y);
        else
            place_node(graph, &entries[i], x + entries[i].width / 2, y);
        x += entries[i].width + GAP * f->scale;
    }
    return top - height - ROW_GAP * f->scale;
}

/* How many of the entries fit into a row of the frame; nodes and lines stand in rows of their own. */
static size_t fit_row(const frame *f, const around_entry *entries, size_t n)
{
    double width = 0;
    for (size_t i = 0; i < n; i++) {
        width += entries[i].width + (i ? GAP * f->scale : 0);
        if (i > 0 && (width > f->right - f->left || entries[i].line != entries[0].line))
            return i;
    }
    return n;
}

void place_around(GVC_t *context, draw_picture *picture)
{
    around_entry entries[MAX_AROUND];
    frame f = frame_of(picture->graph);
    scale_entries(picture->around, f.scale);
    size_t n = measure_entries(context, picture->around, f.scale, entries), first = 0;
    double top = f.bottom - 2 * GAP * f.scale, above = f.top + GAP * f.scale;
    for (; first < n && entries[first].title; first++) {
        place_node(picture->graph, &entries[first], (f.left + f.right) / 2, above + entries[first].height / 2);
        above += entries[first].height;
    }
    while (first < n) {
        size_t fits = fit_row(&f, entries + first, n - first);
        top = place_row(picture->graph, &f, entries + first, fits, top);
        first += fits;
    }
}
