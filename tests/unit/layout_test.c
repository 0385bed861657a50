/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the layout of made-up documents says. Their names are marked, so that only the layout is on trial:
 * "<O Widget Office of <S Chile>>" is an organization with a State nested in it; "<E* …>" the meeting that is reported,
 * "<I* …>" the document. Each line is a block: "# " and "## " headings, "- " items, "| a | b" rows, else paragraphs. */
#include "core/base/buf.h"
#include "core/model/key.h"
#include "importers/extract/knowledge.h"
#include "importers/extract/layout/layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* ---- support ----------------------------------------------------------------------------------------------------- */

typedef struct span {
    size_t begin, end;
    ent_kind kind;
    bool self, nested;
} span;

typedef struct trial {
    ent_arena arena;
    const ent_knowledge *knowledge;
    ent_buf text;
    ent_document document;
    ENT_VEC(span) spans;
    ent_segments segments;
    ent_mentions mentions;
    ent_subjects subjects;
    ent_facts facts;
} trial;

static int set_up(void **state)
{
    ent_error err = {0};
    ent_knowledge *knowledge = NULL;
    ent_status status = ent_knowledge_load(NULL, NULL, NULL, &knowledge, &err);
    if (status)
        print_error("%s: %s\n", err.what, err.why);
    *state = knowledge;
    return status;
}

static int tear_down(void **state)
{
    ent_knowledge_free(*state);
    return 0;
}

static ent_kind kind_of(char letter)
{
    static const char letters[] = "SBOPFEIRT"; /* in the order of the kinds */
    const char *at = strchr(letters, letter);
    assert_non_null(at);
    return (ent_kind)(at - letters);
}

/* Adds the line's words, without the marks, and notes where the marked ones stand. */
static void add_words(trial *t, ent_str line)
{
    size_t open[4], depth = 0;
    for (size_t i = 0; i < line.len; i++) {
        if (line.data[i] == '<') {
            bool self = line.data[i + 2] == '*';
            ent_vec_push(&t->arena, &t->spans, (span){t->text.len, 0, kind_of(line.data[i + 1]), self, depth > 0});
            open[depth++] = t->spans.n - 1;
            i += self ? 3 : 2;
        } else if (line.data[i] == '>') {
            t->spans.items[open[--depth]].end = t->text.len;
        } else if (line.data[i] == '|') {
            ent_buf_add_char(&t->text, '\t');
        } else {
            ent_buf_add_char(&t->text, line.data[i]);
        }
    }
}

static void add_section(trial *t, ent_str title, uint8_t level)
{
    uint32_t parent = (uint32_t)t->document.sections.n - 1;
    while (parent > 0 && t->document.sections.items[parent].level >= level)
        parent = t->document.sections.items[parent].parent;
    ent_vec_push(&t->arena, &t->document.sections, (ent_section){title, level, parent, title});
}

static void add_block(trial *t, ent_str line)
{
    ent_block block = {.kind = ENT_BLOCK_PARAGRAPH, .line = 1};
    size_t mark = 0;
    if (ent_str_starts(line, ENT_STR("# ")) || ent_str_starts(line, ENT_STR("## "))) {
        block.kind = ENT_BLOCK_HEADING;
        block.level = line.data[1] == '#' ? 2 : 1;
        mark = block.level + 1u;
        add_section(t, ent_str_slice(line, mark, line.len), block.level);
    } else if (ent_str_starts(line, ENT_STR("- ")) || ent_str_starts(line, ENT_STR("| "))) {
        block.kind = line.data[0] == '-' ? ENT_BLOCK_ITEM : ENT_BLOCK_ROW;
        mark = 2;
    }
    block.section = (uint32_t)t->document.sections.n - 1;
    block.begin = t->text.len;
    add_words(t, ent_str_slice(line, mark, line.len));
    block.end = t->text.len;
    ent_buf_add_char(&t->text, '\n');
    ent_vec_push(&t->arena, &t->document.blocks, block);
}

static uint32_t token_from(const trial *t, size_t byte)
{
    uint32_t token = 0;
    while (token < t->segments.tokens.n && t->segments.tokens.items[token].begin < byte)
        token++;
    return token;
}

static void add_mention(trial *t, const span *s)
{
    ent_str name = ent_str_slice(t->document.text, s->begin, s->end);
    ent_mention m = {.first = token_from(t, s->begin), .last = token_from(t, s->end), .kind = s->kind, .confidence = 1};
    m.flags = s->nested ? ENT_MENTION_NESTED : 0;
    m.source =
        s->kind == ENT_INSTRUMENT && ent_str_find(name, ENT_STR("/"), 0) != ENT_STR_NONE ? ENT_BY_SYMBOL : ENT_BY_FORM;
    ent_str key = ent_key_make(&t->arena, s->kind, name);
    if (ent_str_eq(name, ENT_STR("Article II"))) /* as an article of the treaty named in the text is known */
        key = ENT_STR("instrument:widget-treaty-article-2");
    if (ent_str_eq(name, ENT_STR("fifth session"))) /* and a session of the forum */
        key = ENT_STR("event:widget-forum-session-5");
    m.entity = ent_mentions_entity(&t->arena, &t->mentions, s->kind, key, name, ENT_STR_EMPTY);
    while (t->segments.sentences.items[m.sentence].last <= m.first)
        m.sentence++;
    if (s->self)
        *(s->kind == ENT_EVENT ? &t->mentions.self_event : &t->mentions.self_instrument) = m.entity;
    ent_vec_push(&t->arena, &t->mentions.items, m);
}

static void read(trial *t, const ent_knowledge *knowledge, const char *text)
{
    ent_str rest = ent_str_from(text), line;
    *t = (trial){.knowledge = knowledge};
    t->mentions.self_event = t->mentions.self_instrument = ENT_UNRESOLVED;
    ent_vec_push(&t->arena, &t->document.sections, (ent_section){.title = ENT_STR_EMPTY, .path = ENT_STR_EMPTY});
    while (ent_str_split(&rest, ENT_STR("\n"), &line))
        if (line.len)
            add_block(t, line);
    t->document.text = ent_buf_str(&t->text);
    ent_segment(&t->arena, &knowledge->vocabulary, &t->document, &t->segments);
    for (size_t i = 0; i < t->spans.n; i++)
        add_mention(t, &t->spans.items[i]);
    size_t at = 0;
    for (uint32_t s = 0; s <= t->segments.sentences.n; s++) {
        while (at < t->mentions.items.n && t->mentions.items.items[at].sentence < s)
            at++;
        ent_vec_push(&t->arena, &t->mentions.sentence_first, (uint32_t)at);
    }
    ent_layout_mentions(&t->arena, knowledge, &t->segments, &t->mentions);
    ent_subjects_find(&t->arena, &t->segments, &t->mentions, &t->subjects);
    ent_layout(&t->arena, knowledge, &t->segments, &t->mentions, &t->subjects, &t->facts);
}

/* "type: source > target [role]", each on a line, in the order found; only these types. */
static void expect(void **state, ent_relation_types types, const char *text, const char *expected)
{
    trial t;
    char found[4096] = "";
    read(&t, *state, text);
    for (size_t i = 0; i < t.facts.relations.n; i++) {
        const ent_fact_relation *r = &t.facts.relations.items[i];
        const ent_named *named = t.mentions.entities.items;
        assert_true(r->begin < r->end && r->end <= t.document.text.len && r->confidence > 0 && r->confidence <= 1);
        assert_true(ent_relation_allows(r->type, named[r->source].kind, named[r->target].kind));
        if (!(types & ENT_RELATION_BIT(r->type)))
            continue;
        size_t n = strlen(found);
        snprintf(found + n, sizeof found - n, "%s: %.*s > %.*s%s%.*s%s\n", ent_relation_name(r->type),
                 ENT_STR_ARG(named[r->source].name), ENT_STR_ARG(named[r->target].name), r->role.len ? " [" : "",
                 ENT_STR_ARG(r->role), r->role.len ? "]" : "");
        n = strlen(found);
        if (r->from.len)
            snprintf(found + n - 1, sizeof found - n, " from " ENT_STR_FMT "\n", ENT_STR_ARG(r->from));
    }
    assert_string_equal(found, expected);
    ent_buf_clear(&t.text);
    ent_arena_clear(&t.arena);
}

enum {
    PROGRAMME = 1 << ENT_PARTICIPATES_IN | 1 << ENT_CHAIRS,
    POSTS = 1 << ENT_AFFILIATED_WITH | 1 << ENT_REPRESENTS | 1 << ENT_CHAIRS,
    PARTS = 1 << ENT_PART_OF,
    MEMBERS = 1 << ENT_MEMBER_OF | 1 << ENT_PARTICIPATES_IN | 1 << ENT_COMMITTED_TO,
    TITLE = 1 << ENT_ORGANIZES | 1 << ENT_FUNDS | 1 << ENT_PRODUCES | 1 << ENT_SUMMARIZES | 1 << ENT_PROPOSED |
            1 << ENT_SUBMITTED_TO | 1 << ENT_ADOPTED
};

/* ---- programmes ----------------------------------------------------------------------------------------------------
 */

static void labels_over_lists(void **state)
{
    expect(state, PROGRAMME | PARTS,
           "# <E* Widget Forum>\n"
           "10.00-11.00 CEST\n"
           "Keynote address\n"
           "<P Ada Moss> (Rector, <O Widget School>)\n"
           "<E Panel I> — Widgets at sea\n"
           "Panellists\n"
           "- <P Bo Lind> (Clerk, <O Widget Office>)\n"
           "- <P Cy Dorn> (<O Widget Works>)\n"
           "Moderator\n"
           ": <P Di Falk> (Editor, <O Widget Post>)\n"
           "Concluding remarks\n"
           "<P Ed Gray> (Dean, <O Widget School>)\n",
           "participates_in: Ada Moss > Widget Forum [keynote]\n"
           "part_of: Panel I > Widget Forum\n"
           "participates_in: Bo Lind > Panel I [panellist]\n"
           "participates_in: Cy Dorn > Panel I [panellist]\n"
           "chairs: Di Falk > Panel I [moderator]\n"
           "participates_in: Ed Gray > Widget Forum [concluding remarks]\n");
}

static void labels_in_the_line(void **state)
{
    expect(state, PROGRAMME,
           "# <E* Widget Forum>\n"
           "14:00–15:30 <E Session 2>: Widgets ashore\n"
           "Chair: Mr. <P Al Born>, Head of Unit, <O Widget Office>\n"
           "Speakers: Ms. <P Bea Cole> (<O Widget Works>); Mr. <P Dan East> (<O Widget Post>) and Dr. <P Flo Good>\n"
           "<P Hal Ives> (Rapporteur)\n"
           "15:30–16:00 Coffee break\n"
           "<P Jo Kent> (Clerk, <O Widget Office>)\n",
           "chairs: Al Born > Session 2 [chair]\n"
           "participates_in: Bea Cole > Session 2 [speaker]\n"
           "participates_in: Dan East > Session 2 [speaker]\n"
           "participates_in: Flo Good > Session 2 [speaker]\n"
           "participates_in: Hal Ives > Session 2 [rapporteur]\n");
}

static void labels_in_lines_that_were_joined(void **state)
{
    expect(state, PROGRAMME,
           "# <E* Widget Forum>\n"
           "<E Session 2>: Widgets ashore\n"
           "Chair: <P Al Born>, Head of Unit, <O Widget Office> Panellists: Ms. <P Bea Cole>, Director Mr. <P Dan "
           "East>, Clerk\n",
           "chairs: Al Born > Session 2 [chair]\n"
           "participates_in: Bea Cole > Session 2 [panellist]\n"
           "participates_in: Dan East > Session 2 [panellist]\n");
}

static void tables_as_programmes(void **state)
{
    expect(state, PROGRAMME,
           "# <E* Widget Forum>\n"
           "| 09:00–09:15 | Opening remarks | <P Al Born>, Director, <O Widget Office>\n"
           "| 09:15–10:30 | <E Panel 1>: Widgets at sea | Moderator: <P Bea Cole> (<O Widget Works>)\n"
           "|  |  | <P Dan East> (Clerk, <O Widget Post>)\n",
           "participates_in: Al Born > Widget Forum [opening remarks]\n"
           "chairs: Bea Cole > Panel 1 [moderator]\n"
           "participates_in: Dan East > Panel 1\n");
}

static void sessions_by_their_time(void **state)
{
    expect(state, PROGRAMME | PARTS,
           "# <E* Widget Forum>\n"
           "09:00–10:00\n"
           "The price of <T widgets>\n"
           "Speakers\n"
           "- <P Al Born> (<O Widget Office>)\n"
           "10:00–10:30 Coffee break\n"
           "10:30–11:30 Widgets tomorrow\n"
           "Panellists\n"
           "- <P Bea Cole> (<O Widget Works>)\n",
           "part_of: The price of widgets of Widget Forum > Widget Forum\n"
           "participates_in: Al Born > The price of widgets of Widget Forum [speaker]\n"
           "part_of: Widgets tomorrow of Widget Forum > Widget Forum\n"
           "participates_in: Bea Cole > Widgets tomorrow of Widget Forum [panellist]\n");
}

static void titles_of_sessions(void **state)
{
    expect(state, 1 << ENT_DISCUSSES,
           "# <E* Widget Forum>\n"
           "# <E Panel I>.\n"
           "# MAKING <T WIDGETS> SAFE UNDER THE <I WIDGET TREATY>\n"
           "The panel met and there was much to say about <T gadgets> in the long afternoon of that day.\n"
           "# <E Panel II>: the <T gadget> question\n"
           "# The <T gizmo>\n",
           "discusses: Panel I > WIDGETS\n"
           "discusses: Panel I > WIDGET TREATY\n"
           "discusses: Panel II > gadget\n");
}

static void running_text_lists_nobody(void **state)
{
    expect(state, PROGRAMME | POSTS,
           "# <E* Widget Forum>\n"
           "# <E Panel I>\n"
           "The chair of the panel thanked everybody who had come to the hall. <P Al Born> said that widgets were dear "
           "to him.\n"
           "<P Bea Cole> of the <O Widget Works> agreed with all that had been said before in the long debate of the "
           "day.\n",
           "");
}

static void lists_of_participants(void **state)
{
    expect(state, PROGRAMME | POSTS,
           "# <F Widget Assembly>\n"
           "# List of participants\n"
           "<S CHILE>\n"
           "Mr. <P Al Born>, Counsellor\n"
           "<B Widget Union>\n"
           "Ms. <P Bea Cole>\n",
           "participates_in: CHILE > Widget Assembly [delegation]\n"
           "participates_in: Al Born > Widget Assembly\n"
           "affiliated_with: Al Born > CHILE [Counsellor]\n"
           "participates_in: Widget Union > Widget Assembly [delegation]\n"
           "participates_in: Bea Cole > Widget Assembly\n"
           "affiliated_with: Bea Cole > Widget Union\n");
}

/* ---- posts ---------------------------------------------------------------------------------------------------------
 */

static void posts_in_brackets(void **state)
{
    expect(state, POSTS | PARTS, "- <P Al Born> (Chief, <O Widget Department>, <O Widget Bureau>, <O Widget Union>)\n",
           "affiliated_with: Al Born > Widget Department [Chief]\n"
           "affiliated_with: Al Born > Widget Bureau [Chief, Widget Department]\n"
           "affiliated_with: Al Born > Widget Union [Chief, Widget Department, Widget Bureau]\n"
           "part_of: Widget Department > Widget Bureau\n"
           "part_of: Widget Bureau > Widget Union\n");
    expect(state, POSTS, "- <P Al Born> (Consul of <S Chile> to La Paz, <S Bolivia> & Chair of the <F Widget Group>)\n",
           "affiliated_with: Al Born > Chile [Consul]\n"
           "represents: Al Born > Chile [Consul]\n"
           "chairs: Al Born > Widget Group [chair]\n");
    expect(state, POSTS, "- <P Al Born> (<B EU> Special Envoy for Widgets / Head of the <O Widget Task Force>)\n",
           "affiliated_with: Al Born > EU [Special Envoy for Widgets]\n"
           "represents: Al Born > EU [Special Envoy for Widgets]\n"
           "affiliated_with: Al Born > Widget Task Force [Head]\n");
    expect(
        state, POSTS,
        "- <P Al Born> (Minister & Director, <O Widget Department>, <O Widget Ministry>; Founder, <O Widget Works>)\n",
        "affiliated_with: Al Born > Widget Ministry [Minister]\n"
        "affiliated_with: Al Born > Widget Department [Director]\n"
        "affiliated_with: Al Born > Widget Works [Founder]\n");
}

static void posts_behind_commas(void **state)
{
    expect(state, POSTS, "Ms. <P Al Born>, Permanent Representative of <S Chile> to the <F Widget Assembly>\n",
           "affiliated_with: Al Born > Chile [Permanent Representative]\n"
           "represents: Al Born > Chile [Permanent Representative]\n");
    expect(state, POSTS, "- <P Al Born>, <P Bea Cole>, <S Chile>\n", "");
}

static void posts_on_the_next_line(void **state)
{
    expect(state, POSTS | TITLE,
           "# <I* Widget Report>\n"
           "# About the authors\n"
           "<P Al Born>\n"
           "Director at the <O Widget Works>\n"
           "Al has made widgets for ten years, and he still likes to make them in the morning before breakfast.\n"
           "<P Bea Cole>\n"
           "Fellow\n"
           "<O Widget Post>\n",
           "produces: Al Born > Widget Report [author]\n"
           "produces: Bea Cole > Widget Report [author]\n"
           "affiliated_with: Al Born > Widget Works [Director]\n"
           "affiliated_with: Bea Cole > Widget Post [Fellow]\n");
}

/* ---- title pages ---------------------------------------------------------------------------------------------------
 */

static void title_pages(void **state)
{
    expect(state, TITLE | PARTS,
           "# <I* Report of the <E* Widget Forum>>\n"
           "<P AL BORN> · <P BEA COLE>\n"
           "Organized by\n"
           "The <O Widget Office> through its <O Regional Centre>\n"
           "With the support of the Governments of <S Chile> and <S Malta>\n"
           "© <O Widget Press>, 2020\n"
           "The forum met in the spring and there were many who came from far to see what widgets can do for us.\n",
           "organizes: Widget Office > Widget Forum\n"
           "organizes: Regional Centre > Widget Forum\n"
           "part_of: Regional Centre > Widget Office\n"
           "funds: Chile > Widget Forum [support]\n"
           "funds: Malta > Widget Forum [support]\n"
           "produces: Widget Press > Report of the Widget Forum [copyright]\n"
           "summarizes: Report of the Widget Forum > Widget Forum\n"
           "produces: AL BORN > Report of the Widget Forum [author]\n"
           "produces: BEA COLE > Report of the Widget Forum [author]\n"
           "produces: Widget Forum > Report of the Widget Forum\n");
}

static void citations(void **state)
{
    expect(state, TITLE,
           "# <I* Widget Report>\n"
           "# Suggested citation\n"
           "<P Al Born> and <P Bea Cole>. 2020. \"Widget Report\", <O Widget Press>, Riga.\n",
           "produces: Al Born > Widget Report [author]\n"
           "produces: Bea Cole > Widget Report [author]\n"
           "produces: Widget Press > Widget Report [publisher]\n");
}

static void working_papers(void **state)
{
    expect(state, TITLE,
           "<I A/AC.1/2020/WP.3>\n"
           "<F Widget Group>\n"
           "Submitted by <S Chile> and <S Malta>\n",
           "proposed: Chile > A/AC.1/2020/WP.3\n"
           "proposed: Malta > A/AC.1/2020/WP.3\n"
           "submitted_to: A/AC.1/2020/WP.3 > Widget Group\n");
}

static void resolutions(void **state)
{
    expect(state, TITLE,
           "<I* A/RES/1/2>\n"
           "The <F Widget Assembly>,\n"
           "Recalling its former decisions on widgets,\n",
           "adopted: Widget Assembly > A/RES/1/2\n");
    expect(state, TITLE,
           "<I* A/RES/1/3>\n"
           "<S Chile>, <S Malta> and <S Peru>: draft resolution\n",
           "proposed: Chile > A/RES/1/3\n"
           "proposed: Malta > A/RES/1/3\n"
           "proposed: Peru > A/RES/1/3\n");
}

/* ---- members -------------------------------------------------------------------------------------------------------
 */

static void tables_of_members(void **state)
{
    expect(state, MEMBERS,
           "# <F Widget Assembly>\n"
           "# Membership\n"
           "The <F Widget Assembly> is large.\n"
           "## <B Northern Group>\n"
           "| <S Norway> | <S Sweden>\n"
           "## Observers\n"
           "| <S Malta> | <S Chile>\n",
           "member_of: Norway > Northern Group\n"
           "member_of: Sweden > Northern Group\n"
           "member_of: Norway > Widget Assembly\n"
           "member_of: Sweden > Widget Assembly\n"
           "member_of: Northern Group > Widget Assembly\n"
           "participates_in: Malta > Widget Assembly [observer]\n"
           "participates_in: Chile > Widget Assembly [observer]\n");
}

static void lists_of_members(void **state)
{
    expect(state, MEMBERS,
           "The <F Widget Regime> has three members:\n"
           "- <S Norway>\n"
           "- <S Peru> (since 1990)\n"
           "Members of the <B Southern Group>: <S Chile>, <S Peru> and <S Fiji>.\n"
           "States Parties to the <I Widget Treaty>: <S Fiji>, <S Malta>.\n",
           "member_of: Norway > Widget Regime\n"
           "member_of: Peru > Widget Regime\n"
           "member_of: Chile > Southern Group\n"
           "member_of: Peru > Southern Group\n"
           "member_of: Fiji > Southern Group\n"
           "committed_to: Fiji > Widget Treaty [party]\n"
           "committed_to: Malta > Widget Treaty [party]\n");
}

static void tables_of_parties(void **state)
{
    expect(state, MEMBERS,
           "# <I Widget Treaty>\n"
           "The treaty bans widgets, as the <I Gadget Treaty> does gadgets.\n"
           "## Selected parties\n"
           "| State | Signed | Ratified or acceded\n"
           "| <S Norway> | 1975 | 12 May 1976\n"
           "| <S Malta> | | 1988\n"
           "| <S Chile> | 3 April 1975\n"
           "## Signatories\n"
           "- <S Fiji>\n"
           "- <S Peru>\n"
           "## Ratifications of the <I Gadget Treaty>\n"
           "- <S Fiji>\n",
           "committed_to: Norway > Widget Treaty [party] from 1976-05-12\n"
           "committed_to: Malta > Widget Treaty [party] from 1988\n"
           "committed_to: Chile > Widget Treaty [signatory] from 1975-04-03\n"
           "committed_to: Fiji > Widget Treaty [signatory]\n"
           "committed_to: Peru > Widget Treaty [signatory]\n"
           "committed_to: Fiji > Gadget Treaty [party]\n");
    expect(state, MEMBERS,
           "# <I Widget Treaty>\n"
           "Parties to the treaty:\n"
           "| <S Norway> | 1976\n"
           "| <S Malta> | 1988\n",
           "committed_to: Norway > Widget Treaty [party] from 1976\n"
           "committed_to: Malta > Widget Treaty [party] from 1988\n");
}

static void lists_that_are_no_parties(void **state)
{
    expect(state, MEMBERS,
           "# <I Widget Treaty>\n"
           "## States not parties\n"
           "- <S Norway>\n"
           "- <S Malta>\n"
           "## Bureau of the Conference of the Parties\n"
           "- <S Chile>\n"
           "- <S Peru>\n",
           "");
    expect(state, MEMBERS,
           "# <I Widget Treaty> and <I Gadget Treaty>\n"
           "## Parties\n"
           "- <S Norway>\n"
           "- <S Malta>\n",
           "");
}

static void lists_that_are_no_members(void **state)
{
    expect(state, MEMBERS,
           "# <E* Widget Forum>\n"
           "# <F Widget Assembly>\n"
           "Organized by: <S Chile>, <S Malta>\n"
           "Sales were made to many, and among them\n"
           "<S Chile> and <S Malta> bought the most widgets.\n",
           "");
}

static void agendas(void **state)
{
    expect(state, 1 << ENT_DISCUSSES,
           "The agenda of the <F Widget Assembly> includes the following items:\n"
           "- Prevention of <T widget races>\n"
           "- The <I Widget Treaty> and its <T verification>\n"
           "And <T gadgets> came later.\n",
           "discusses: Widget Assembly > widget races\n"
           "discusses: Widget Assembly > Widget Treaty\n"
           "discusses: Widget Assembly > verification\n");
}

/* ---- lists of documents ------------------------------------------------------------------------------------------ */

static void papers(void **state)
{
    expect(state, 1 << ENT_PROPOSED,
           "<I A/AC.1/WP.1> - Widgets in practice. Submitted by <S Chile> and <S Malta>. <S Norway> read it.\n"
           "| <I A/AC.1/WP.2> | Gadgets | Submitted by <S Peru>\n"
           "<S Norway> saw <I A/AC.1/WP.3>, submitted by <S Fiji>.\n"
           "<I A/AC.1/WP.4> - Widgets, as seen by <S Mali>\n",
           "proposed: Peru > A/AC.1/WP.2\n"
           "proposed: Chile > A/AC.1/WP.1\n"
           "proposed: Malta > A/AC.1/WP.1\n");
}

/* ---- names ---------------------------------------------------------------------------------------------------------
 */

static void names_within_names(void **state)
{
    expect(state, PARTS | POSTS | TITLE,
           "The <O Ministry of Widgets of the Republic of <S Chile>> wrote to the <O Permanent Mission of <S Malta>>.\n"
           "The <O Geneva Branch of the <O Widget Office>> met the <F Sixth Committee of the <F Widget Assembly>>.\n"
           "<I <F Widget Assembly> resolution 1/2> refers to <I Article IX of the <I Widget Treaty>>.\n"
           "The <F <F Working Group> on Widgets> met again.\n",
           "part_of: Ministry of Widgets of the Republic of Chile > Chile\n"
           "represents: Permanent Mission of Malta > Malta\n"
           "part_of: Geneva Branch of the Widget Office > Widget Office\n"
           "part_of: Sixth Committee of the Widget Assembly > Widget Assembly\n"
           "adopted: Widget Assembly > Widget Assembly resolution 1/2\n"
           "part_of: Article IX of the Widget Treaty > Widget Treaty\n");
}

/* A part's key says what it is a part of: once a document, and only where the whole is named. */
static void parts_alone(void **state)
{
    expect(state, PARTS,
           "# <I Widget Treaty>\n"
           "Widgets are banned. <I Article II> obliges a State. <I Article II> is short.\n",
           "part_of: Article II > Widget Treaty\n");
    expect(state, PARTS,
           "# Widgets\n"
           "The <I Gadget Treaty> bans widgets. <I Article II> obliges a State.\n",
           "");
    expect(state, PARTS, "The <F Widget Forum> opened its <E fifth session>. The <E fifth session> was long.\n",
           "part_of: fifth session > Widget Forum\n");
    expect(state, PARTS, "The <F Gadget Forum> opened its <E fifth session>.\n", "");
}

static void nothing_from_nothing(void **state)
{
    expect(state, ENT_RELATIONS_STATED, "", "");
    expect(state, ENT_RELATIONS_STATED, "Panellists\n", "");
    expect(state, ENT_RELATIONS_STATED, ":\n(\n- \n| |\n10:00\n", "");
    expect(state, ENT_RELATIONS_STATED, "Members:\nObservers (\n© \n\"\n", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_over_lists),
        cmocka_unit_test(labels_in_the_line),
        cmocka_unit_test(labels_in_lines_that_were_joined),
        cmocka_unit_test(tables_as_programmes),
        cmocka_unit_test(sessions_by_their_time),
        cmocka_unit_test(titles_of_sessions),
        cmocka_unit_test(running_text_lists_nobody),
        cmocka_unit_test(lists_of_participants),
        cmocka_unit_test(posts_in_brackets),
        cmocka_unit_test(posts_behind_commas),
        cmocka_unit_test(posts_on_the_next_line),
        cmocka_unit_test(title_pages),
        cmocka_unit_test(citations),
        cmocka_unit_test(working_papers),
        cmocka_unit_test(resolutions),
        cmocka_unit_test(tables_of_members),
        cmocka_unit_test(lists_of_members),
        cmocka_unit_test(tables_of_parties),
        cmocka_unit_test(lists_that_are_no_parties),
        cmocka_unit_test(lists_that_are_no_members),
        cmocka_unit_test(agendas),
        cmocka_unit_test(papers),
        cmocka_unit_test(names_within_names),
        cmocka_unit_test(parts_alone),
        cmocka_unit_test(nothing_from_nothing),
    };
    return cmocka_run_group_tests_name("layout", tests, set_up, tear_down);
}
