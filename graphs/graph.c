/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/os.h"
#include "core/front/resolve.h"
#include "graphs/graphs.h"
#include "graphs/picture.h"

#include <string.h>

enum { DEFAULT_NODES = 60, DEFAULT_PATHS = 12, MOST_NODES = 1500, MOST_HOPS = 20 };

static const ent_option options[] = {
    {"view", 0, "VIEW", "network (default), ego or path"},
    {"focus", 0, "ENTITY", "the middle of an ego view"},
    {"hops", 0, "N", "how far an ego view reaches (default: 1)"},
    {"from", 0, "ENTITY", "where the paths begin"},
    {"to", 0, "ENTITY", "where the paths end"},
    {"most", 0, "N", "at most N entities (default: 60), or paths (default: 12)"},
    {"size-by", 0, "MEASURE", "what makes an entity large, and be drawn at all (default: degree)"},
    {"colour-by", 0, "WHAT", "kind"},
    {"layout", 0, "ENGINE", "dot, neato, sfdp, fdp or circo (default: what suits the view)"},
    {"as", 0, "FORMAT", "dot, svg, png or pdf (default: by the file's ending)"},
    {0}};

static bool is_one_of(const char *word, const char *const *words)
{
    for (; *words; words++)
        if (strcmp(word, *words) == 0)
            return true;
    return false;
}

static ent_status check_word(const ent_context *context, const char *name, const char *const *words, const char **word,
                             ent_error *err)
{
    ent_str all = ENT_STR_EMPTY;
    const char *given = ent_context_option(context, name);
    if (!given || is_one_of(given, words)) {
        *word = given ? given : *word;
        return ENT_OK;
    }
    for (; *words; words++)
        all = ent_arena_format(context->arena, ENT_STR_FMT "%s%s", ENT_STR_ARG(all), all.len ? ", " : "", *words);
    return ent_fail(err, ENT_USAGE, ent_arena_format(context->arena, "--%s", name).data, "'%s' is none of %s", given,
                    all.data);
}

/* --as, else the ending of the file. */
static ent_status choose_format(const ent_context *context, const char **format, ent_error *err)
{
    static const char *const formats[] = {"dot", "svg", "png", "pdf", NULL};
    const char *dot = context->output ? strrchr(context->output, '.') : NULL;
    *format = dot ? dot + 1 : NULL;
    ent_status status = check_word(context, "as", formats, format, err);
    if (status)
        return status;
    if (!context->output)
        return ent_fail(err, ENT_USAGE, "graph", "where to? name a file with -o FILE, or -o - with --as");
    if (!*format || !is_one_of(*format, formats))
        return ent_fail(err, ENT_USAGE, context->output,
                        "the format is not clear: end it in .dot .svg .png .pdf, or use --as");
    return ENT_OK;
}

static ent_status resolve_option(ent_context *context, const char *name, const char *view, ent_entity_row *row,
                                 ent_error *err)
{
    const char *words = ent_context_option(context, name);
    if (!words)
        return ent_fail(err, ENT_USAGE, "graph", "--view %s needs --%s ENTITY", view, name);
    ent_status status = ent_resolve_entity(context, words, row, err);
    if (!status)
        context->selection.kinds |= ENT_KIND_BIT(row->kind);
    return status;
}

static ent_status read_request(ent_context *context, const char *view, ent_view_request *request, ent_error *err)
{
    const char *size_by = ent_context_option(context, "size-by");
    bool paths = strcmp(view, "path") == 0;
    int64_t most;
    ent_status status =
        ent_context_option_int(context, "most", 1, MOST_NODES, paths ? DEFAULT_PATHS : DEFAULT_NODES, &most, err);
    if (status)
        return status;
    *request = (ent_view_request){context->store, context->arena, &context->selection, ENT_DEGREE, (size_t)most};
    if (size_by && !ent_measure_find(ent_str_from(size_by), &request->size_by))
        return ent_fail(err, ENT_USAGE, "--size-by", "there is no measure '%s'", size_by);
    return ENT_OK;
}

static ent_status build_view(ent_context *context, const char *name, ent_view *view, ent_error *err)
{
    ent_view_request request;
    ent_entity_row a, b;
    int64_t hops;
    ent_status status = read_request(context, name, &request, err);
    if (!status)
        status = ent_context_option_int(context, "hops", 1, MOST_HOPS, 1, &hops, err);
    if (status)
        return status;
    if (strcmp(name, "network") == 0)
        return ent_view_network(&request, view, err);
    if (strcmp(name, "ego") == 0) {
        status = resolve_option(context, "focus", name, &a, err);
        return status ? status : ent_view_ego(&request, &a, (size_t)hops, view, err);
    }
    status = resolve_option(context, "from", name, &a, err);
    if (!status)
        status = resolve_option(context, "to", name, &b, err);
    return status ? status : ent_view_paths(&request, &a, &b, view, err);
}

static void note_left_out(const ent_context *context, const ent_view *view)
{
    if (view->n_left_out)
        ent_context_note(context, "%zu entities are drawn, %zu are left out; --most N draws more", view->nodes.n,
                         view->n_left_out);
    if (view->more_paths)
        ent_context_note(context, "there are more shortest paths; --most N draws more");
}

static ent_status draw(const ent_context *context, const ent_view *view, const char *layout, const char *format,
                       ent_error *err)
{
    ent_buf records = {0}, picture = {0};
    ent_picture_write(view, layout, context->output, &records);
    ent_status status = ent_picture_draw(context->arena, ent_buf_str(&records), format, &picture, err);
    if (!status)
        status = ent_os_write_file(context->output, ent_buf_str(&picture), err);
    ent_buf_clear(&records);
    ent_buf_clear(&picture);
    return status;
}

static ent_status run(ent_context *context, ent_error *err)
{
    static const char *const views[] = {"network", "ego", "path", NULL};
    static const char *const layouts[] = {"dot", "neato", "sfdp", "fdp", "circo", NULL};
    static const char *const colours[] = {"kind", NULL};
    const char *format, *name = "network", *layout = NULL, *colour = "kind";
    ent_view view;
    ent_status status = choose_format(context, &format, err);
    if (!status)
        status = check_word(context, "view", views, &name, err);
    if (!status)
        status = check_word(context, "layout", layouts, &layout, err);
    if (!status)
        status = check_word(context, "colour-by", colours, &colour, err);
    if (!status)
        status = build_view(context, name, &view, err);
    if (status)
        return status;
    if (view.nodes.n == 0)
        return ent_fail(err, ENT_FAILED, "graph", "nothing to draw: no relation is selected");
    note_left_out(context, &view);
    return draw(context, &view, layout, format, err);
}

const ent_command ent_command_graph = {
    .name = "graph",
    .summary = "a diagram of the network, of what is near an entity, or of the paths between two",
    .usage = "graph -o FILE",
    .help = "FILE ends in .dot, .svg, .png or .pdf. --view network draws the most central entities, --view ego "
            "what lies within --hops relations of --focus, --view path all shortest paths between --from and "
            "--to.\n\n"
            "Shapes and colours stand for kinds, the colour of an edge for the group of its relation, its width "
            "for the amount of evidence; a dashed edge is one that the best evidence denies. In an SVG, pointing "
            "at an edge shows the words it rests on, and its link opens their document there.",
    .options = options,
    .needs = ENT_NEEDS_READ | ENT_NEEDS_SELECTION,
    .min_arguments = 0,
    .max_arguments = 0,
    .run = run,
};
