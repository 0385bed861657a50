/* SPDX-License-Identifier: MIT */
#include "graphs/draw/picture.h"
#include "graphs/draw/record.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const engines[] = {"dot", "neato", "fdp", "sfdp", "circo", "twopi"};
static const char *const text_names[] = {"label", "labeltooltip", "tooltip"};
static const char *const plain_names[] = {
    "arrowhead", "arrowsize",   "bgcolor",     "charset",  "color",           "dir",
    "dpi",       "fillcolor",   "fontcolor",   "fontname", "fontsize",        "height",
    "margin",    "nodesep",     "outputorder", "overlap",  "overlap_scaling", "pad",
    "penwidth",  "peripheries", "pos",         "rankdir",  "ranksep",         "ratio",
    "sep",       "shape",       "splines",     "start",    "style",           "width"};

static bool is_listed(const char *name, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(name, list[i]) == 0)
            return true;
    return false;
}
#define IS_LISTED(name, list) is_listed((name), (list), sizeof(list) / sizeof(list)[0])

/* Plain text for Graphviz: it must not see its own escapes (\N, \G) in it, nor character entities. The caller frees. */
static char *safe_text(const char *text)
{
    char *safe = malloc(strlen(text) * 5 + 1), *to = safe;
    if (!safe)
        die("out of memory");
    for (; *text; text++) {
        if (*text == '\n')
            to = stpcpy(to, "\\n");
        else if (*text == '\\')
            to = stpcpy(to, "\\\\");
        else if (*text == '&')
            to = stpcpy(to, "&amp;");
        else
            *to++ = *text;
    }
    *to = '\0';
    return safe;
}

static bool is_plain(const char *value)
{
    for (; *value; value++)
        if (!isalnum((unsigned char)*value) && !strchr(" .,:;#+-!_", *value))
            return false;
    return true;
}

/* A link to a file, percent-encoded: nothing that opens a program or runs a script. */
static bool is_file_link(const char *value)
{
    const char *fragment = strchr(value, '#'), *colon = strchr(value, ':');
    for (const char *c = value; *c; c++)
        if (!isalnum((unsigned char)*c) && !strchr("/._~-%#:=", *c))
            return false;
    return !colon || (fragment && fragment < colon);
}

void set_attribute(void *object, const char *name, const char *value)
{
    Agraph_t *root = agroot(agraphof(object));
    char *key = strdup(name), *empty = strdup(""), *set = NULL;
    if (IS_LISTED(name, text_names))
        set = safe_text(value);
    else if (IS_LISTED(name, plain_names) && is_plain(value))
        set = strdup(value);
    else if (strcmp(name, "URL") == 0 && is_file_link(value))
        set = strdup(value);
    else
        die("attribute '%s' cannot be '%s'", name, value);
    if (!key || !empty || !set)
        die("out of memory");
    Agsym_t *attribute = agattr(root, AGTYPE(object), key, NULL);
    if (!attribute)
        attribute = agattr(root, AGTYPE(object), key, empty);
    agxset(object, attribute, set);
    free(key);
    free(empty);
    free(set);
}

/* Sets attributes from record->items[from] on. */
static void set_attributes(void *object, const draw_fields *record, size_t from)
{
    if ((record->n - from) % 2)
        die("an attribute of '%s' has no value", record->items[0]);
    for (size_t i = from; i + 1 < record->n; i += 2)
        set_attribute(object, record->items[i], record->items[i + 1]);
}

/* Defaults of all nodes or edges that follow. */
static void set_defaults(Agraph_t *graph, int kind, const draw_fields *record)
{
    for (size_t i = 1; i + 1 < record->n; i += 2) {
        if (!IS_LISTED(record->items[i], plain_names) || !is_plain(record->items[i + 1]))
            die("attribute '%s' cannot be '%s'", record->items[i], record->items[i + 1]);
        agattr(graph, kind, record->items[i], record->items[i + 1]);
    }
}

static void open_graphs(draw_picture *picture, const draw_fields *record)
{
    if (picture->graph || record->n != 2)
        die("layout is named once, first");
    for (size_t i = 0; i < sizeof engines / sizeof engines[0]; i++)
        if (strcmp(record->items[1], engines[i]) == 0)
            picture->layout = engines[i];
    if (!picture->layout)
        die("there is no layout '%s'", record->items[1]);
    char name[] = "entente", around[] = "around";
    picture->graph = agopen(name, Agdirected, NULL);
    picture->around = agopen(around, Agdirected, NULL);
}

static Agnode_t *find_node(const draw_picture *picture, char *id)
{
    Agnode_t *node = agnode(picture->graph, id, 0);
    if (!node)
        die("an edge names a node that is not there: '%s'", id);
    return node;
}

static void add_node(const draw_picture *picture, const draw_fields *record)
{
    if (record->n < 2 || agnode(picture->graph, record->items[1], 0))
        die("a node without an id, or twice");
    set_attributes(agnode(picture->graph, record->items[1], 1), record, 2);
}

static void add_edge(const draw_picture *picture, const draw_fields *record)
{
    if (record->n < 3)
        die("an edge without its ends");
    Agnode_t *tail = find_node(picture, record->items[1]), *head = find_node(picture, record->items[2]);
    set_attributes(agedge(picture->graph, tail, head, NULL, 1), record, 3);
}

/* Entries keep their order by their names: "0 title", "1 sample", "2 line" … */
static void add_around(draw_picture *picture, const draw_fields *record)
{
    char name[64];
    bool line = strcmp(record->items[0], ENT_DRAW_LINE) == 0;
    snprintf(name, sizeof name, "%zu %s", picture->n_around++, record->items[0]);
    Agnode_t *node = agnode(picture->around, name, 1);
    if (!line) {
        set_attributes(node, record, 1);
        return;
    }
    if (record->n < 2)
        die("a line without a text");
    set_attribute(node, "label", record->items[1]);
    set_attributes(node, record, 2);
}

void picture_take(draw_picture *picture, const draw_fields *record)
{
    const char *word = record->items[0];
    if (strcmp(word, ENT_DRAW_LAYOUT) == 0)
        open_graphs(picture, record);
    else if (!picture->graph)
        die("the first record names the layout");
    else if (strcmp(word, ENT_DRAW_GRAPH) == 0)
        set_attributes(picture->graph, record, 1);
    else if (strcmp(word, ENT_DRAW_NODES) == 0)
        set_defaults(picture->graph, AGNODE, record);
    else if (strcmp(word, ENT_DRAW_EDGES) == 0)
        set_defaults(picture->graph, AGEDGE, record);
    else if (strcmp(word, ENT_DRAW_NODE) == 0)
        add_node(picture, record);
    else if (strcmp(word, ENT_DRAW_EDGE) == 0)
        add_edge(picture, record);
    else if (strcmp(word, ENT_DRAW_TITLE) == 0 || strcmp(word, ENT_DRAW_SAMPLE) == 0 ||
             strcmp(word, ENT_DRAW_LINE) == 0)
        add_around(picture, record);
    else
        die("there is no record '%s'", word);
}
