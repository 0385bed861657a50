/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/base/buf.h"
#include "tests/support/reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define LONG                                                                                                           \
    "The delegates of Gearland and Cogville spoke at length about wheels, axles and the oil that keeps both of them "  \
    "turning.\n"

/* ---- lines ------------------------------------------------------------------------------------------------------- */

static void test_wrapped_lines_are_joined(void **state)
{
    (void)state;
    reading_expect_text(
        "The gears of the first machine turn slowly in the\n"
        "morning, and faster when the oil is warm enough to\n"
        "flow.\n"
        "A second paragraph begins here without a blank line,\n"
        "and ends here.\n",
        "P The gears of the first machine turn slowly in the morning, and faster when the oil is warm enough to flow.\n"
        "P A second paragraph begins here without a blank line, and ends here.\n");
}

static void test_short_lines_stay_apart(void **state)
{
    (void)state;
    reading_expect_text("Ada Gear\nChief Engineer, Institute of Wheels\n\nBen Cog\nDirector, Ministry of Oil\n",
                        "P Ada Gear\nP Chief Engineer, Institute of Wheels\nP Ben Cog\nP Director, Ministry of Oil\n");
}

static void test_dated_rows_stay_apart(void **state)
{
    (void)state;
    reading_expect_text("Founding members Signature Ratification Office\n"
                        "Gearland 30 May 1975 6 April 1976 GO\n"
                        "Cogville 30 May 1975 19 November 1976 CO\n"
                        "Wheelia[2] 31 December 1975 10 December 1980 WO\n",
                        "P Founding members Signature Ratification Office\n"
                        "P Gearland 30 May 1975 6 April 1976 GO\n"
                        "P Cogville 30 May 1975 19 November 1976 CO\n"
                        "P Wheelia[2] 31 December 1975 10 December 1980 WO\n");
}

static void test_fields_stay_apart(void **state)
{
    (void)state;
    reading_expect_text(
        "Treaty on the Turning of Gears and of Other Wheels\n"
        "Opened for signature: 27 January 1967 in Oiltown\n"
        "Entry into force: 10 October 1967 in every mill\n"
        "\n"
        "Board of Gears and of Other Wheels in the Mills\n"
        "Formation 1984, after the long strike of millers\n"
        "Headquarters Palace of Mills, Oiltown, first floor\n"
        "\n"
        "The gears were then seen by the members of the Board\n"
        "Committee: it found them good, and told the miller so.\n",
        "P Treaty on the Turning of Gears and of Other Wheels\n"
        "P Opened for signature: 27 January 1967 in Oiltown\n"
        "P Entry into force: 10 October 1967 in every mill\n"
        "P Board of Gears and of Other Wheels in the Mills\n"
        "P Formation 1984, after the long strike of millers\n"
        "P Headquarters Palace of Mills, Oiltown, first floor\n"
        "P The gears were then seen by the members of the Board Committee: it found them good, and told the "
        "miller so.\n");
}

static void test_keys_glued_to_their_values_part(void **state)
{
    (void)state;
    reading_expect_text("Board of Gears\n"
                        "\n"
                        "Formation1 July 1984\n"
                        "Secretary-GeneralAda Cog\n"
                        "Parties117\n"
                        "ChairOiltown\n"
                        "\n"
                        "Gears turn in every mill of the Board.\n"
                        "\n"
                        "PartiesPlus turns them.\n",
                        "P Board of Gears\n"
                        "P Formation 1 July 1984\n"
                        "P Secretary-General Ada Cog\n"
                        "P Parties 117\n"
                        "P Chair Oiltown\n"
                        "P Gears turn in every mill of the Board.\n"
                        "P PartiesPlus turns them.\n");
}

static void test_years_of_a_timeline_stay_apart(void **state)
{
    (void)state;
    reading_expect_text("History of the Board\n"
                        "\n"
                        "1999: the Board is founded by every miller of Oiltown\n"
                        "2001: Ada Cog grants it the wheel of the upper mills\n"
                        "2003 – Gears are signed with the Board of Cogs\n",
                        "H1 History of the Board\n"
                        "P 1999: the Board is founded by every miller of Oiltown\n"
                        "P 2001: Ada Cog grants it the wheel of the upper mills\n"
                        "P 2003 – Gears are signed with the Board of Cogs\n");
    reading_expect_text("1999The Board is founded by every miller of Oiltown.\n"
                        "Chair: Ada Cog\n"
                        "2001The Board meets for the second time.\n",
                        "P 1999 The Board is founded by every miller of Oiltown.\n"
                        "P Chair: Ada Cog\n"
                        "P 2001 The Board meets for the second time.\n");
}

static void test_recitals_run_together_part(void **state)
{
    (void)state;
    reading_expect_text(
        "Board of Gears Resolution 5. Wheels The Great Board of Gears, Recalling its resolutions 3 and 4 on "
        "wheels, which it adopted at the mill, Noting that wheels turn, and that gears, cogs and "
        "axles do, 1. Requests its members to oil them; 2. Decides to meet again.\n",
        "H1 Board of Gears Resolution 5. Wheels\n"
        "P The Great Board of Gears,\n"
        "P Recalling its resolutions 3 and 4 on wheels, which it adopted at the mill,\n"
        "P Noting that wheels turn, and that gears, cogs and axles do,\n"
        "I1 1. Requests its members to oil them;\n"
        "I1 2. Decides to meet again.\n");
    reading_expect_text(
        "United Mills B/C.1/9/L.4 Great Board Distr.: Limited 3 May 2031 Original: English Ninth session First Table "
        "Agenda item 9 Wheels Norway, Oman* and Peru:* revised draft resolution Wheels of the great mills The Great "
        "Board, Recalling its resolutions 3 and 4,\n",
        "P United Mills\n"
        "P B/C.1/9/L.4\n"
        "P Great Board\n"
        "H1 Distr.: Limited 3 May 2031\n"
        "P Original: English\n"
        "P Ninth session\n"
        "P First Table\n"
        "H1 Agenda item 9 Wheels Norway, Oman* and Peru:* revised draft resolution\n"
        "P Wheels of the great mills\n"
        "P The Great Board,\n"
        "P Recalling its resolutions 3 and 4,\n");
}

static void test_headings_between_equals_signs(void **state)
{
    (void)state;
    reading_expect_text("= Gears =\n\nGears turn.\n===Oil===\nOil = grease, and so on.\n",
                        "H1 Gears\nP Gears turn.\nH2 Oil\nP Oil = grease, and so on.\n");
}

static void test_entries_of_a_list_of_people_stay_apart(void **state)
{
    (void)state;
    reading_expect_text("Ada Q. Gear, Chief Engineer, Institute of Wheels and of Mills\n"
                        "Ben Cog, Director, Ministry of Oil and of Mills\n",
                        "P Ada Q. Gear, Chief Engineer, Institute of Wheels and of Mills\n"
                        "P Ben Cog, Director, Ministry of Oil and of Mills\n");
    reading_expect_text("Those who came were from Norway, Old Prussia and the United\n"
                        "States, Costa Rica, Oman.\n",
                        "P Those who came were from Norway, Old Prussia and the United States, Costa Rica, Oman.\n");
}

static void test_lines_of_a_programme_stay_apart(void **state)
{
    (void)state;
    reading_expect_text(
        "It begins early.\n\n9:15 to 10:00 Session 1: The gears of the old mill, and what turned them\n"
        "10:00 to 10:45 Session 2: The wheels of the new mill, and what will turn them\n"
        "10:45 Closing\n",
        "P It begins early.\nP 9:15 to 10:00 Session 1: The gears of the old mill, and what turned them\n"
        "P 10:00 to 10:45 Session 2: The wheels of the new mill, and what will turn them\n"
        "P 10:45 Closing\n");
}

static void test_line_ends_of_all_kinds(void **state)
{
    (void)state;
    reading_expect_text("\xEF\xBB\xBFOne gear turns.\r\n\r\nTwo gears turn.\r\rThree  gears\xC2\xA0turn.",
                        "P One gear turns.\nP Two gears turn.\nP Three gears turn.\n");
}

static void test_hyphens_are_mended(void **state)
{
    (void)state;
    reading_expect_text(
        "The co-organized fair was held in the old manage-\n"
        "ment hall, and the state-owned gear works co-\n"
        "organized it with the non-\n"
        "binding league of thirty-\nseven wheel\xC2\xAD\nwrights, both inter-\n"
        "State and intra-\nand extra-mural.\n",
        "P The co-organized fair was held in the old management hall, and the state-owned gear works co-organized it "
        "with the non-binding league of thirty-seven wheelwrights, both inter-State and intra- and extra-mural.\n");
}

static void test_a_blank_line_behind_each_line_is_closed_up(void **state)
{
    (void)state;
    reading_expect_text(
        "Decision of the guild\n\n"
        "The guild of the gear wrights, which met in the hall by the river that\n\n"
        "bears its name and which had before it the paper of its clerk and that\n\n"
        "Office of Wheels which had been asked in the year before to look at it\n\n"
        "and to say what it would cost to mend the gears in all the mills there,\n\n"
        "Noting the words of its clerk,\n\n"
        "Noting further that the mills of the valley turn more slowly than they\n\n"
        "did when the gears were new and that the millers of the valley and the\n\n"
        "Office of Wheels have asked for help with them in three letters and in\n\n"
        "one long talk,\n\n"
        "1. Decides to mend the gears of all the mills in the valley and in the\n\n"
        "hills behind it.\n",
        "P Decision of the guild\n"
        "P The guild of the gear wrights, which met in the hall by the river that bears its name and which "
        "had before it the paper of its clerk and that Office of Wheels which had been asked in the year "
        "before to look at it and to say what it would cost to mend the gears in all the mills there, "
        "Noting the words of its clerk,\n"
        "P Noting further that the mills of the valley turn more slowly than they did when the gears were "
        "new and that the millers of the valley and the Office of Wheels have asked for help with them in "
        "three letters and in one long talk,\n"
        "I1 1. Decides to mend the gears of all the mills in the valley and in the hills behind it.\n");
}

static void test_a_known_word_loses_its_hyphen(void **state)
{
    (void)state;
    reading_expect_text(
        "Everyone in the valley likes to cooperate with gears, and so the co-\n"
        "operate sign hangs on every door of the valley's many workshops.\n",
        "P Everyone in the valley likes to cooperate with gears, and so the cooperate sign hangs on every door of the "
        "valley's many workshops.\n");
}

static void test_spaced_capitals_are_mended(void **state)
{
    (void)state;
    reading_expect_text(
        "PAN EL 1\nTHE GE ARS OF PEAC E\n\nThis panel spoke of gears and of peace among the many wheels of the "
        "world.\n\n"
        "S U M M A R Y\n\n" LONG,
        "H1 PANEL 1 THE GEARS OF PEACE\nP This panel spoke of gears and of peace among the many wheels of the world.\n"
        "H2 SUMMARY\nP " LONG);
}

/* ---- pages ------------------------------------------------------------------------------------------------------- */

static void test_pages_are_joined(void **state)
{
    (void)state;
    reading_expect_text(
        "The first wheel was built by a smith of Gearland who\n"
        "had never seen a road, and the second was built by\n"
        "\n\nTHE BOOK OF WHEELS\n\n- 3 -\n\n\f"
        "another, who had.\n\n" LONG "\n\nTHE BOOK OF WHEELS\n\n- 4 -\n\n\f" LONG,
        "P The first wheel was built by a smith of Gearland who had never seen a road, and the second was "
        "built by another, "
        "who had.\nP " LONG "P " LONG);
}

static void test_pages_are_counted(void **state)
{
    (void)state;
    reading r = reading_as("gears.txt", ENT_STR("One gear turns.\n\fTwo gears turn.\n\f\fFour gears turn.\n"));
    assert_int_equal(r.document.blocks.n, 3);
    assert_int_equal(r.document.blocks.items[0].page, 1);
    assert_int_equal(r.document.blocks.items[1].page, 2);
    assert_int_equal(r.document.blocks.items[2].page, 4);
    assert_int_equal(r.document.blocks.items[2].line, 3);
    ent_arena_clear(&r.arena);
}

static void test_heads_with_rising_numbers_go(void **state)
{
    (void)state;
    reading_expect_text(LONG "\nTHE BOOK OF WHEELS 7\n\n" LONG "\nTHE BOOK OF WHEELS 8\n\n" LONG
                             "\nTHE BOOK OF WHEELS 9\n\n" LONG "\nPage 10 of 12\n",
                        "P " LONG "P " LONG "P " LONG "P " LONG);
}

static void test_recurring_headings_stay(void **state)
{
    (void)state;
    reading_expect_text("Session 1: Gears\n\nDiscussion\n\n" LONG "\nSession 2: Cogs\n\nDiscussion\n\n" LONG
                        "\nSession 3: Oil\n\nDiscussion\n\n" LONG,
                        "H1 Session 1: Gears\nH2 Discussion\nP " LONG "H1 Session 2: Cogs\nH2 Discussion\nP " LONG
                        "H1 Session 3: Oil\nH2 Discussion\nP " LONG);
}

static void test_tables_of_contents_lose_their_pages(void **state)
{
    (void)state;
    reading_expect_text(
        "TABLE OF CONTENTS\n\nOPENING\t4\nPANEL I - The wheels of the world\t\nand its "
        "axles\t12\n\t13\nClosing words ........ 20\n\n"
        "OPENING\n\n" LONG,
        "H1 TABLE OF CONTENTS\nI1 OPENING\nI1 PANEL I - The wheels of the world and its axles\nI1 Closing "
        "words\nH1 OPENING\nP " LONG);
}

/* ---- headings ---------------------------------------------------------------------------------------------------- */

static void test_headings_of_plain_text(void **state)
{
    (void)state;
    reading_expect_text("Background\n\n" LONG "\nTHE WHEELS OF\nTHE WORLD\n" LONG "\nArticle IX\n\n" LONG
                        "\nUnderlined\n==========\n" LONG "\n1. Scope\n\n" LONG,
                        "H1 Background\nP " LONG "H1 THE WHEELS OF THE WORLD\nP " LONG "H1 Article IX\nP " LONG
                        "H1 Underlined\nP " LONG "H2 1. Scope\nP " LONG);
}

static void test_what_is_no_heading(void **state)
{
    (void)state;
    reading_expect_text(
        "3-4 November 2022\n\n" LONG "\nGearville, Republic of Wheels\n\nOrganized by\n\nThe Ministry of "
        "Gears\n\nThe Office of Cogs and Axles\n\nOverview\n\n"
        "It was said that Panel 2 of the fair would meet in the hall of\nArticle IX and that nobody would be "
        "late for it this time.\n",
        "P 3-4 November 2022\nP " LONG "P Gearville, Republic of Wheels\nP Organized by\nP The Ministry of "
        "Gears\nP The Office of Cogs and Axles\nH1 Overview\n"
        "P It was said that Panel 2 of the fair would meet in the hall of Article IX and that nobody would be "
        "late for it this time.\n");
}

static void test_labels_take_their_titles(void **state)
{
    (void)state;
    reading_expect_sections(
        "gears.txt",
        "INTRODUCTION\n\n" LONG "\nPANEL I.\n\nGEARS AND\nWHEELS\n\n" LONG "\nTHE FIRST GEAR\n\n" LONG
        "\nPanel II — Oil\n\nPanellists\n\n"
        "- Ada Gear (Director, Gear Works)\n- Ben Cog (Clerk)\n\nModerator\n\nCai Axle (Chief, Institute of "
        "Oil)\n\nCONCLUSION\n\n" LONG,
        "INTRODUCTION\nPANEL I. GEARS AND WHEELS\nPANEL I. GEARS AND WHEELS › THE FIRST GEAR\nPanel II — Oil\n"
        "Panel II — Oil › Panellists\nPanel II — Oil › Moderator\nCONCLUSION\n");
}

static void test_markdown_sections(void **state)
{
    (void)state;
    reading_expect_sections(
        "gears.md",
        "# The Fair\n\nWords.\n\n## Gears\n\n### Small ones\n\n**Very small ones**\n\nWords.\n\n## Cogs\n\nWords.\n",
        "The Fair\nGears\nGears › Small ones\nGears › Small ones › Very small ones\nCogs\n");
    reading_expect_sections(
        "gears.md",
        "### **PANEL 1.** GEARS\n\nWords.\n\n### Oil\n\nWords.\n\n## **PANEL 2.** COGS\n\nWords.\n\n### "
        "Grease\n\nWords.\n",
        "PANEL 1. GEARS\nPANEL 1. GEARS › Oil\nPANEL 2. COGS\nPANEL 2. COGS › Grease\n");
}

static void test_titles(void **state)
{
    (void)state;
    reading_expect_title("in/fair-of-gears.txt", "Gears turn.\n", "fair-of-gears");
    reading_expect_title("a.txt",
                         "12 May 2020\n\nReport of the Fair of\nGears\n\nADA GEAR · BEN COG\n\nIntroduction\n\n" LONG,
                         "Report of the Fair of Gears");
    reading_expect_title("a.txt", "THE GREAT FAIR OF GEARS AND\nWHEELS\n\nSUMMARY\n\nINTRODUCTION\n\n" LONG,
                         "THE GREAT FAIR OF GEARS AND WHEELS");
    reading_expect_title("a.md", "Preamble.\n\n# The **Fair** of Gears\n\nWords.\n", "The Fair of Gears");
    reading_expect_title("a.md", "---\ntitle: \"The Fair\\_of Gears\"\ndate: '2020-05-12'\n---\n# Other\n\nWords.\n",
                         "The Fair of Gears");
}

/* ---- lists and tables -------------------------------------------------------------------------------------------- */

static void test_lists(void **state)
{
    (void)state;
    reading_expect_text(
        "Panellists\n\n- Ada Gear (Director of Gears, Institute of\n  Wheels)\n• Ben Cog\n\n1. Cut the gears, "
        "as was agreed:\n(a) the small ones;\n(b) the "
        "large ones.\n2. Oil them.\n",
        "H1 Panellists\nI1 Ada Gear (Director of Gears, Institute of Wheels)\nI1 Ben Cog\nI1 1. Cut the gears, "
        "as was agreed:\n"
        "I2 (a) the small ones;\nI2 (b) the large ones.\nI1 2. Oil them.\n");
}

static void test_numbers_in_a_sentence_are_no_items(void **state)
{
    (void)state;
    reading_expect_text(
        "The Group is to (i) count the gears of the valley, and to do so with\n"
        "(ii) a pencil, and (iii) to write the number of them in a book before\n"
        "2023. It has begun.\n",
        "P The Group is to (i) count the gears of the valley, and to do so with (ii) a pencil, and (iii) to "
        "write the number of "
        "them in a book before 2023. It has begun.\n");
}

static void test_tables(void **state)
{
    (void)state;
    reading_expect_markdown(
        "Gears | Cogs  \n---|---  \nsmall | `large`  \nnone |  \n\n| a | b\\|c |\n|---|---|\n| 1 | 2 |\n",
        "R Gears|Cogs\nR small|large\nR none\nR a|b|c\nR 1|2\n");
    reading_expect_text("Gear\tTeeth\nsmall\t12\nlarge\t40\n", "R Gear|Teeth\nR small|12\nR large|40\n");
}

/* ---- Markdown ---------------------------------------------------------------------------------------------------- */

static void test_markdown_marks_go(void **state)
{
    (void)state;
    reading_expect_markdown(
        "The **Fair** of *Gears*[^1] is [held\nhere](https://gears.example/a_(b)) &amp; there, ![a "
        "gear](g.png)with `oil`, 2 * 3, "
        "snake_case, <b>bold</b>, <https://gears.example> and \\*stars\\*.\n\n\\###\n\n[^1]: A note.\n",
        "P The Fair of Gears is held here & there, with oil, 2 * 3, snake_case, bold, "
        "<https://gears.example> and *stars*.\n"
        "P A note.\n");
}

static void test_markdown_blocks(void **state)
{
    (void)state;
    reading_expect_markdown("Big\n===\n\nSmall\n-----\n\n> quoted gears\n> turn\n\n* one\n  * two\n* three\n\n```\n# "
                            "code\n```\n<!-- gone -->\n\n## Closed ##\n",
                            "H1 Big\nH1 Small\nP quoted gears turn\nI1 one\nI2 two\nI1 three\nP # code\nH1 Closed\n");
}

static void test_front_matter(void **state)
{
    (void)state;
    reading r = reading_as("fair.txt", ENT_STR("---\nsource: x\npublished_time: 2022-04-18 20:23:43\ntitle: 'The "
                                               "Ministry''s Gears'\n---\n\nGears turn.\n"));
    assert_int_equal(r.status, ENT_OK);
    assert_memory_equal(r.document.format.data, "markdown", 8);
    assert_memory_equal(r.document.title.data, "The Ministry's Gears", 20);
    assert_int_equal(r.document.date.len, 10);
    assert_memory_equal(r.document.date.data, "2022-04-18", 10);
    assert_int_equal(r.document.blocks.n, 1);
    assert_int_equal(r.document.blocks.items[0].line, 7);
    ent_arena_clear(&r.arena);
}

static void test_format_is_told_by_content(void **state)
{
    (void)state;
    reading r = reading_as("gears.txt", ENT_STR("# Gears\n\n## Of **iron**\n\nThey turn.\n"));
    assert_memory_equal(r.document.format.data, "markdown", 8);
    ent_arena_clear(&r.arena);
    r = reading_as("gears.txt", ENT_STR("Gears\n\n- turn\n- and turn\n"));
    assert_memory_equal(r.document.format.data, "text", 4);
    ent_arena_clear(&r.arena);
}

/* ---- origins ----------------------------------------------------------------------------------------------------- */

static void test_origins_lead_back(void **state)
{
    (void)state;
    const char *text = "# Fair\n\nThe **big** gears of the manage-\nment  turn.\n";
    reading r = reading_as("gears.md", ent_str_from(text));
    const ent_document *d = &r.document;
    const char *words[] = {"big", "gears", "manage", "ment", "turn"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t in_text = ent_str_find(d->text, ent_str_from(words[i]), 0);
        ent_origin origin = ent_document_origin(d, in_text);
        assert_int_equal(origin.source, ent_str_find(r.bytes, ent_str_from(words[i]), 0));
        assert_int_equal(origin.line, i < 3 ? 3 : 4);
    }
    ent_arena_clear(&r.arena);
}

/* Random texts of awkward pieces, read as both formats: what reading_as() checks must hold for every one. */
static void test_origins_hold_for_any_text(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "gear ",      "GEAR ",    "\n",         "\n",        "\n\n",  "\f",  "- ",        "1. ",  "(a) ",
        "co-\n",      "\xC2\xAD", "\xC2\xA0",   "  ",        "\t",    " | ", "---|---\n", "# ",   "**",
        "_",          "[a",       "](u)",       "![",        "&amp;", "<b>", "\\",        "`",    "12\n",
        "===\n",      "---\n",    "PANEL 2.\n", "P A N E L", "\r\n",  "\r",  "“María” ",  "🛞", "CONTENTS\n",
        "x .... 3\n", ". ",       "> ",         "~~",        "[^1]",  "a/",  "—",
    };
    enum { N = sizeof pieces / sizeof *pieces };
    uint32_t seed = 7;
    for (int round = 0; round < 3000; round++) {
        ent_buf text = {0};
        ent_buf_add(&text, ENT_STR("g"));
        for (int i = 0; i < 60; i++) {
            seed = seed * 1664525u + 1013904223u;
            ent_buf_add(&text, ent_str_from(pieces[(seed >> 16) % N]));
        }
        reading r = reading_as(round % 2 ? "a.md" : "a.txt", ent_buf_str(&text));
        ent_arena_clear(&r.arena);
        ent_buf_clear(&text);
    }
}

/* ---- faults ------------------------------------------------------------------------------------------------------ */

static void expect_fault(ent_str bytes, const char *what, const char *why)
{
    reading r = reading_as("in/a.txt", bytes);
    assert_int_equal(r.status, ENT_FAILED);
    assert_string_equal(r.err.what, what);
    assert_non_null(strstr(r.err.why, why));
    ent_arena_clear(&r.arena);
}

static void test_faults_are_named(void **state)
{
    (void)state;
    expect_fault(ENT_STR(""), "in/a.txt", "is empty");
    expect_fault(ENT_STR(" \n\n\t"), "in/a.txt", "is empty");
    expect_fault(ENT_STR("--\n**\n"), "in/a.txt", "no text");
    expect_fault(ENT_STR("gear\0gear"), "in/a.txt", "zero bytes");
    expect_fault(ENT_STR("\xFF\xFEg\0"), "in/a.txt", "UTF-16");
    expect_fault(ENT_STR("One gear.\r\nMaría \xE9t\n"), "in/a.txt:2:7", "0xE9");
    expect_fault(ENT_STR("cut \xE2\x80"), "in/a.txt:1:5", "0xE2");
}

static void test_one_endless_line(void **state)
{
    (void)state;
    enum { N = 2 * 1000 * 1000 };
    char *text = malloc(N);
    assert_non_null(text);
    for (size_t i = 0; i < N; i++)
        text[i] = "gears turn. [("[i % 14];
    reading r = {.bytes = {text, N}};
    r.status = ent_read_bytes(&r.arena, ENT_STR("a.md"), r.bytes, &r.document, &r.err);
    assert_int_equal(r.status, ENT_OK);
    assert_int_equal(r.document.blocks.n, 1);
    ent_arena_clear(&r.arena);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wrapped_lines_are_joined),
        cmocka_unit_test(test_short_lines_stay_apart),
        cmocka_unit_test(test_dated_rows_stay_apart),
        cmocka_unit_test(test_fields_stay_apart),
        cmocka_unit_test(test_keys_glued_to_their_values_part),
        cmocka_unit_test(test_years_of_a_timeline_stay_apart),
        cmocka_unit_test(test_recitals_run_together_part),
        cmocka_unit_test(test_headings_between_equals_signs),
        cmocka_unit_test(test_entries_of_a_list_of_people_stay_apart),
        cmocka_unit_test(test_lines_of_a_programme_stay_apart),
        cmocka_unit_test(test_line_ends_of_all_kinds),
        cmocka_unit_test(test_hyphens_are_mended),
        cmocka_unit_test(test_a_known_word_loses_its_hyphen),
        cmocka_unit_test(test_a_blank_line_behind_each_line_is_closed_up),
        cmocka_unit_test(test_spaced_capitals_are_mended),
        cmocka_unit_test(test_pages_are_joined),
        cmocka_unit_test(test_pages_are_counted),
        cmocka_unit_test(test_heads_with_rising_numbers_go),
        cmocka_unit_test(test_recurring_headings_stay),
        cmocka_unit_test(test_tables_of_contents_lose_their_pages),
        cmocka_unit_test(test_headings_of_plain_text),
        cmocka_unit_test(test_what_is_no_heading),
        cmocka_unit_test(test_labels_take_their_titles),
        cmocka_unit_test(test_markdown_sections),
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_numbers_in_a_sentence_are_no_items),
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_markdown_marks_go),
        cmocka_unit_test(test_markdown_blocks),
        cmocka_unit_test(test_front_matter),
        cmocka_unit_test(test_format_is_told_by_content),
        cmocka_unit_test(test_origins_lead_back),
        cmocka_unit_test(test_origins_hold_for_any_text),
        cmocka_unit_test(test_faults_are_named),
        cmocka_unit_test(test_one_endless_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
