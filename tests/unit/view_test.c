/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is put into a picture, and that hostile text comes out of it as text. */
#include "core/base/os.h"
#include "graphs/link.h"
#include "graphs/picture.h"
#include "graphs/style.h"
#include "tests/support/small_graph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char *const DATABASE = "view_test.db";

/* A star around n000 (n001 … n004), a tail n004 – n005 – n006, and a pair
 * apart: n007, n008. */
static const small_edge EDGES[] = {
    {0, 1, ENT_CONTRIBUTES_TO, 3, ENT_AFFIRMED}, {1, 0, ENT_HINDERS, 1, ENT_NEGATED},
    {2, 0, ENT_HINDERS, 1, ENT_NEGATED},         {0, 3, ENT_COMPLEMENTS, 1, ENT_AFFIRMED},
    {4, 0, ENT_CONTRIBUTES_TO, 1, ENT_AFFIRMED}, {5, 4, ENT_CONTRIBUTES_TO, 1, ENT_AFFIRMED},
    {5, 6, ENT_CONTRIBUTES_TO, 1, ENT_AFFIRMED}, {7, 8, ENT_CONTRIBUTES_TO, 1, ENT_AFFIRMED},
};

typedef struct scene {
    ent_store *store;
    ent_arena arena;
    ent_selection selection;
    ent_view_request request;
    ent_view view;
} scene;

static int open_scene(void **state)
{
    static scene s;
    s = (scene){.store = small_graph_open(DATABASE, NULL, 9, EDGES, sizeof EDGES / sizeof EDGES[0]),
                .selection = ent_selection_all()};
    s.request = (ent_view_request){s.store, &s.arena, &s.selection, ENT_DEGREE, 60};
    *state = &s;
    return 0;
}

static int close_scene(void **state)
{
    scene *s = *state;
    ent_arena_clear(&s->arena);
    small_graph_close(s->store, DATABASE);
    return 0;
}

static ent_entity_row entity(scene *s, uint32_t node)
{
    ent_entity_row row;
    assert_int_equal(ent_store_get_entity(s->store, &s->arena, small_graph_entity(s->store, NULL, node), &row, NULL),
                     ENT_OK);
    return row;
}

static void expect_nodes(const ent_view *view, const char *const *names, size_t n)
{
    assert_int_equal(view->nodes.n, n);
    for (size_t i = 0; i < n; i++)
        assert_true(ent_str_eq(view->nodes.items[i].name, ent_str_from(names[i])));
}

static void test_network(void **state)
{
    scene *s = *state;
    assert_int_equal(ent_view_network(&s->request, &s->view, NULL), ENT_OK);
    assert_int_equal(s->view.nodes.n, 9);
    assert_int_equal(s->view.edges.n, 7);
    assert_int_equal(s->view.n_left_out, 0);
    assert_true(ent_str_eq(s->view.title, ENT_STR("9 entities, sized by degree")));
}

/* The best by degree are n000 (4), n004, n005 (2), then by key; n001 is joined
 * to n000. */
static void test_most_central(void **state)
{
    scene *s = *state;
    s->request.most = 4;
    assert_int_equal(ent_view_network(&s->request, &s->view, NULL), ENT_OK);
    expect_nodes(&s->view, (const char *[]){"n000", "n004", "n005", "n001"}, 4);
    assert_int_equal(s->view.n_left_out, 5);
    assert_true(s->view.nodes.items[0].size == 1);
    assert_true(ent_str_eq(s->view.title, ENT_STR("The 4 most central of 9 entities, by degree")));
}

static void test_merged_edge(void **state)
{
    scene *s = *state;
    s->request.most = 4;
    assert_int_equal(ent_view_network(&s->request, &s->view, NULL), ENT_OK);
    const ent_view_edge *edge = &s->view.edges.items[0];
    for (size_t i = 0; i < s->view.edges.n; i++)
        if (s->view.edges.items[i].evidence == 4)
            edge = &s->view.edges.items[i];
    assert_int_equal(edge->evidence, 4);
    assert_int_equal(edge->type, ENT_CONTRIBUTES_TO); /* three pieces against one */
    assert_int_equal(edge->types, ENT_RELATION_BIT(ENT_CONTRIBUTES_TO) | ENT_RELATION_BIT(ENT_HINDERS));
    assert_true(edge->forward && edge->backward);
    assert_false(edge->negated);
    assert_true(ent_str_find(edge->quotes, ENT_STR("n001 — not: hinders — n000"), 0) != ENT_STR_NONE);
    assert_true(ent_str_find(edge->quotes, ENT_STR("“n000 contributes to n001, says line 1.”"), 0) != ENT_STR_NONE);
}

static void test_ego(void **state)
{
    scene *s = *state;
    ent_entity_row focus = entity(s, 5);
    assert_int_equal(ent_view_ego(&s->request, &focus, 1, &s->view, NULL), ENT_OK);
    expect_nodes(&s->view, (const char *[]){"n005", "n004", "n006"}, 3);
    assert_true(s->view.nodes.items[0].focus);
    assert_false(s->view.nodes.items[1].focus);
    assert_int_equal(ent_view_ego(&s->request, &focus, 2, &s->view, NULL), ENT_OK);
    expect_nodes(&s->view, (const char *[]){"n005", "n004", "n006", "n000"}, 4);
    assert_int_equal(s->view.nodes.items[3].hops, 2);
}

static void test_paths(void **state)
{
    scene *s = *state;
    ent_entity_row from = entity(s, 2), to = entity(s, 5);
    assert_int_equal(ent_view_paths(&s->request, &from, &to, &s->view, NULL), ENT_OK);
    expect_nodes(&s->view, (const char *[]){"n002", "n000", "n004", "n005"}, 4);
    assert_true(s->view.nodes.items[0].focus && s->view.nodes.items[3].focus);
    assert_true(s->view.edges.items[0].negated);
    ent_entity_row apart = entity(s, 7);
    assert_int_equal(ent_view_paths(&s->request, &from, &apart, &s->view, NULL), ENT_OK);
    assert_int_equal(s->view.nodes.n, 0);
}

static bool has(ent_str text, const char *needle)
{
    return ent_str_find(text, ent_str_from(needle), 0) != ENT_STR_NONE;
}

/* Paths are drawn the way they are walked, relations the way they run. */
static void test_path_records(void **state)
{
    scene *s = *state;
    ent_buf records = {0};
    ent_entity_row from = entity(s, 0), to = entity(s, 6);
    assert_int_equal(ent_view_paths(&s->request, &from, &to, &s->view, NULL), ENT_OK);
    ent_picture_write(&s->view, NULL, "-", &records);
    ent_str text = ent_buf_str(&records);
    assert_true(ent_str_starts(text, ENT_STR("layout\tdot\n")));
    assert_true(has(text, "\nedge\ttopic:n000\ttopic:n004\tdir\tback\t"));
    assert_true(has(text, "\nedge\ttopic:n004\ttopic:n005\tdir\tback\t"));
    assert_true(has(text, "\nedge\ttopic:n005\ttopic:n006\tdir\tforward\t"));
    assert_true(has(text, "\ntitle\tlabel\tFrom n000 to n006\t"));
    assert_true(has(text, "\nsample\tlabel\ttopic\t"));
    assert_true(has(text, "\nline\tsubstance\t"));
    ent_buf_clear(&records);
}

static void test_labels(void **state)
{
    scene *s = *state;
    static const struct {
        const char *name, *label;
    } cases[] = {
        {"Chile", "Chile"},
        {"General Assembly", "General\nAssembly"},
        {"A/RES/76/231", "A/RES/76/231"},
        {"Convention on Registration of Objects Launched into Outer Space",
         "Convention on\nRegistration of\nObjects Launched\ninto Outer Space"},
        {"Incomprehensibilities", "Incomprehensibilities"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ent_str label = ent_style_wrap(&s->arena, ent_str_from(cases[i].name));
        if (!ent_str_eq(label, ent_str_from(cases[i].label)))
            fail_msg("'%s': '" ENT_STR_FMT "'", cases[i].name, ENT_STR_ARG(label));
    }
    ent_str longest = ent_style_wrap(&s->arena, ENT_STR("Group of Experts on a very long matter of which "
                                                        "nobody can remember all the words (2018–2019)"));
    assert_true(has(longest, "Group of"));
    assert_true(has(longest, "…"));
    assert_true(has(longest, "(2018–2019)"));
}

static void expect_link(ent_arena *arena, const char *file, const char *document, const char *quote, const char *url)
{
    ent_str link = ent_link_to_quote(arena, file, ent_str_from(document), ent_str_from(quote));
    assert_string_equal(ent_arena_str(arena, link).data, url);
}

/* A link leads from the picture's folder to the document, and no byte of either can end it or begin a scheme. */
static void test_links(void **state)
{
    scene *s = *state;
    assert_int_equal(ent_os_make_folder("link-test", NULL), ENT_OK);
    assert_int_equal(ent_os_make_folder("link-test/reports", NULL), ENT_OK);
    assert_int_equal(ent_os_write_file("link-test/reports/a b.txt", ENT_STR("x"), NULL), ENT_OK);
    expect_link(&s->arena, "link-test/map.svg", "link-test/reports/a b.txt", "due regard",
                "reports/a%20b.txt#:~:text=due%20regard");
    expect_link(&s->arena, "map.svg", "link-test/reports/../reports/a b.txt", "x",
                "link-test/reports/a%20b.txt#:~:text=x");
    expect_link(&s->arena, "link-test/map.svg", "CMakeCache.txt/none", "a-b, c",
                "CMakeCache.txt/none#:~:text=a%2Db%2C%20c");
    expect_link(&s->arena, "-", "javascript:\"<&>", "é", "javascript%3A%22%3C%26%3E#:~:text=%C3%A9");
    remove("link-test/reports/a b.txt");
    remove("link-test/reports");
    remove("link-test");
}

/* The build puts the drawing program at its root. */
static const char *find_program(ent_arena *arena)
{
    ent_str folder = ent_os_program_folder(arena);
    ent_str path = ent_arena_format(arena, ENT_STR_FMT "/../../entente-draw", ENT_STR_ARG(folder));
    return ent_os_exists(path.data) ? path.data : NULL;
}

/* Every '&' begins an entity of XML, and no control character is there. */
static void expect_clean(ent_str svg)
{
    static const char *const entities[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#"};
    for (size_t i = 0; i < svg.len; i++) {
        unsigned char c = (unsigned char)svg.data[i];
        bool known = c != '&';
        for (size_t k = 0; k < sizeof entities / sizeof entities[0]; k++)
            known = known || ent_str_starts(ent_str_slice(svg, i, svg.len), ent_str_from(entities[k]));
        assert_true(known);
        assert_true(c >= 0x20 || c == '\n' || c == '\t');
    }
}

static void test_hostile_text(void **state)
{
    scene *s = *state;
    static const char *const hostile = "<b>&amp; \\N \"x\" ]]> \x01 \\G&x;</b>";
    ent_view view = {.title = ent_str_from(hostile), .flows = true};
    ent_buf records = {0}, svg = {0}, messages = {0};
    ent_error err = {0};
    int code = 0;
    const char *program = find_program(&s->arena);
    if (!program)
        skip();
    for (int i = 0; i < 2; i++)
        ent_vec_push(&s->arena, &view.nodes,
                     (ent_view_node){.key = i ? ENT_STR("topic:\\N\t<&>") : ENT_STR("topic:a\nb"),
                                     .hops = (size_t)i,
                                     .name = ent_str_from(hostile),
                                     .kind = ENT_TOPIC});
    ent_vec_push(&s->arena, &view.edges,
                 (ent_view_edge){.target = 1,
                                 .type = ENT_HINDERS,
                                 .forward = true,
                                 .evidence = 1,
                                 .types = ENT_RELATION_BIT(ENT_HINDERS),
                                 .path = ent_str_from(hostile),
                                 .quote = ent_str_from(hostile),
                                 .quotes = ent_str_from(hostile)});
    ent_picture_write(&view, NULL, "-", &records);
    const char *const argv[] = {program, "svg", NULL};
    if (ent_os_run(argv, ent_buf_str(&records), (ent_os_limits){.seconds = 30}, &svg, &messages, &code, &err))
        fail_msg("%s: %s", err.what, err.why);
    assert_int_equal(code, 0);
    expect_clean(ent_buf_str(&svg));
    assert_true(has(ent_buf_str(&svg), "scale(1 1)")); /* the page is as large as what is drawn on it */
    assert_true(has(ent_buf_str(&svg), "&lt;b&gt;&amp;amp;"));
    assert_true(has(ent_buf_str(&svg), "\\N"));
    assert_false(has(ent_buf_str(&svg), "<b>"));
    ent_buf_clear(&records);
    ent_buf_clear(&svg);
    ent_buf_clear(&messages);
}

static void test_bad_records(void **state)
{
    scene *s = *state;
    static const char *const bad[] = {"",
                                      "node\ta\n",
                                      "layout\tnone\n",
                                      "layout\tdot\nedge\ta\tb\n",
                                      "layout\tdot\nnode\ta\timage\tx\n",
                                      "layout\tdot\nnode\ta\tshape\t<b>\n",
                                      "layout\tdot\nnode\ta\tURL\tjavascript:f\n",
                                      "layout\tdot\nnode\ta",
                                      "layout\tdot\nnode\t\\x\n"};
    const char *program = find_program(&s->arena);
    if (!program)
        skip();
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        ent_buf output = {0}, messages = {0};
        int code = 0;
        const char *const argv[] = {program, "svg", NULL};
        assert_int_equal(
            ent_os_run(argv, ent_str_from(bad[i]), (ent_os_limits){.seconds = 30}, &output, &messages, &code, NULL),
            ENT_OK);
        assert_int_equal(code, 1);
        assert_int_equal(output.len, 0);
        assert_true(messages.len > 0);
        ent_buf_clear(&output);
        ent_buf_clear(&messages);
    }
}

#define SCENE_TEST(f) cmocka_unit_test_setup_teardown(f, open_scene, close_scene)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCENE_TEST(test_network),     SCENE_TEST(test_most_central), SCENE_TEST(test_merged_edge),
        SCENE_TEST(test_ego),         SCENE_TEST(test_paths),        SCENE_TEST(test_path_records),
        SCENE_TEST(test_labels),      SCENE_TEST(test_links),        SCENE_TEST(test_hostile_text),
        SCENE_TEST(test_bad_records),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
