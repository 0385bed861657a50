/* SPDX-License-Identifier: MIT */
/* entente-draw FORMAT: records on standard input (record.h), a picture on standard output. A program of its own because
 * Graphviz leaks, drifts from one layout to the next inside a process and may crash on a badly shaped graph: whoever
 * starts it gives it a time and a memory limit. It links no library but Graphviz's. */
#include "graphs/draw/picture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Graphviz hands over its messages in pieces and goes on after most of them. They are passed on; the worst of them is
 * the verdict. */
static int pass_on(char *message)
{
    return fputs(message, stderr);
}

static const char *format_named(const char *name)
{
    static const char *const formats[][2] = {
        {"dot", "dot"}, {"svg", "svg:cairo"}, {"png", "png:cairo"}, {"pdf", "pdf:cairo"}};
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (strcmp(formats[i][0], name) == 0)
            return strcmp(name, "svg") == 0 ? "svg" : formats[i][1];
    die("there is no format '%s': dot svg png pdf", name);
}

/* cairo writes the time of day into a PDF; the same input must give the same bytes. */
static void fix_date(char *data, size_t len)
{
    static const char mark[] = "/CreationDate (D:";
    for (size_t i = 0; i + sizeof mark + 14 < len; i++)
        if (memcmp(data + i, mark, sizeof mark - 1) == 0) {
            memcpy(data + i + sizeof mark - 1, "20000101000000", 14);
            return;
        }
}

static void write_picture(GVC_t *context, Agraph_t *graph, const char *format)
{
    char *data = NULL;
    unsigned len = 0;
    if (gvRenderData(context, graph, format_named(format), &data, &len) || !data || len == 0)
        die("the picture could not be made");
    if (strcmp(format, "pdf") == 0)
        fix_date(data, len);
    if (fwrite(data, 1, len, stdout) != len || fflush(stdout))
        die("standard output cannot be written");
    gvFreeRenderData(data);
}

/* Pixels are for screens of today. Other formats have no pixels: there Graphviz would enlarge what is drawn, but not
 * the page it is drawn on. */
static void set_resolution(draw_picture *picture, const char *format)
{
    if (strcmp(format, "png") == 0)
        set_attribute(picture->graph, "dpi", "144");
}

static void lay_out(GVC_t *context, draw_picture *picture)
{
    if (gvLayout(context, picture->graph, picture->layout))
        die("the layout failed");
    if (picture->n_around == 0)
        return;
    if (gvRender(context, picture->graph, "dot", NULL)) /* writes positions into attributes, nothing else */
        die("the layout gave no positions");
    gvFreeLayout(context, picture->graph);
    move_labels(picture->graph, strcmp(picture->layout, "dot") != 0);
    set_attribute(picture->graph, "ratio", ""); /* has had its effect; again it would tear the legend apart */
    place_around(context, picture);
    if (gvLayout(context, picture->graph, "nop2")) /* takes all positions as they are */
        die("the legend could not be placed");
}

int main(int argc, char **argv)
{
    if (argc != 2)
        die("usage: entente-draw dot|svg|png|pdf < records");
    format_named(argv[1]);
    agseterr(AGWARN);
    agseterrf(pass_on);
    draw_picture picture = {0};
    picture_read(&picture);
    GVC_t *context = gvContext();
    set_resolution(&picture, argv[1]);
    lay_out(context, &picture);
    write_picture(context, picture.graph, argv[1]);
    gvFreeLayout(context, picture.graph);
    agclose(picture.graph);
    agclose(picture.around);
    gvFreeContext(context);
    return agerrors() >= AGERR ? EXIT_FAILURE : EXIT_SUCCESS;
}
