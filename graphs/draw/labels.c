/* SPDX-License-Identifier: MIT */
/* Labels of edges become small nodes at the places the layout gave them: the second layout, which only takes positions
 * as they are, mishandles labels (it frees some of them and goes on using them), and a node can have a background that
 * keeps lines out of its text. */
#include "graphs/draw/picture.h"

#include <stdio.h>

static const char *value_of(void *object, const char *attribute)
{
    char name[32];
    snprintf(name, sizeof name, "%s", attribute);
    const char *value = agget(object, name);
    return value ? value : "";
}

/* As it stands: text was made safe when it was set on the edge. */
static void copy_text(Agedge_t *edge, const char *from, Agnode_t *node, const char *to)
{
    char name[32], text_name[32], empty[] = "";
    snprintf(name, sizeof name, "%s", to);
    snprintf(text_name, sizeof text_name, "%s", from);
    if (!agattr(agroot(agraphof(node)), AGNODE, name, NULL))
        agattr(agroot(agraphof(node)), AGNODE, name, empty);
    char *text = agget(edge, text_name);
    agset(node, name, text ? text : empty);
}

static void move_label(Agraph_t *graph, Agedge_t *edge, size_t i, bool filled)
{
    static const char *const plain[][2] = {{"shape", "box"},        {"fillcolor", "#FFFFFFC0"}, {"penwidth", "0"},
                                           {"margin", "0.02,0.01"}, {"width", "0.01"},          {"height", "0.01"}};
    double x, y;
    char id[32], pos[64], label[] = "label", empty[] = "";
    if (sscanf(value_of(edge, "lp"), "%lf,%lf", &x, &y) != 2)
        return;
    snprintf(id, sizeof id, "label %zu", i);
    snprintf(pos, sizeof pos, "%.2f,%.2f!", x, y);
    Agnode_t *node = agnode(graph, id, 1);
    for (size_t k = 0; k < sizeof plain / sizeof plain[0]; k++)
        set_attribute(node, plain[k][0], plain[k][1]);
    set_attribute(node, "style", filled ? "filled" : "solid");
    set_attribute(node, "pos", pos);
    set_attribute(node, "fontsize", *value_of(edge, "fontsize") ? value_of(edge, "fontsize") : "10");
    set_attribute(node, "fontcolor", *value_of(edge, "fontcolor") ? value_of(edge, "fontcolor") : "black");
    copy_text(edge, "label", node, "label");
    copy_text(edge, "labeltooltip", node, "tooltip");
    agset(edge, label, empty);
}

void move_labels(Agraph_t *graph, bool filled)
{
    size_t n = 0;
    for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node))
        for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge))
            if (*value_of(edge, "label"))
                move_label(graph, edge, n++, filled);
}
