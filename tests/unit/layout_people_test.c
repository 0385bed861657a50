/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who sits on which panel, and who is what, by where the names stand. */
#include "tests/support/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum {
    PROGRAMME = 1 << ENT_PARTICIPATES_IN | 1 << ENT_CHAIRS,
    POSTS = 1 << ENT_AFFILIATED_WITH | 1 << ENT_REPRESENTS | 1 << ENT_CHAIRS,
    PARTS = 1 << ENT_PART_OF,
    TITLE = 1 << ENT_ORGANIZES | 1 << ENT_FUNDS | 1 << ENT_PRODUCES | 1 << ENT_SUMMARIZES | 1 << ENT_PROPOSED |
            1 << ENT_SUBMITTED_TO | 1 << ENT_ADOPTED
};

/* ---- programmes -------------------------------------------------------------------------------------------------- */

static void labels_over_lists(void **state)
{
    page_expect(state, PROGRAMME | PARTS,
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

/* ---- posts in sentences ------------------------------------------------------------------------------------------ */

static void posts_in_sentences(void **state)
{
    page_expect(
        state, POSTS,
        "<P Ada Moss> is Director of the <O Widget School> and a member of the board of the <O Widget Works>.\n"
        "<P Bo Lind> has also served as Adviser to the <O Widget Office> and the <O Widget Agency>, Head of Unit at "
        "the <O Widget Post> and as an expert on the <O Widget Code>.\n"
        "<P Cy Dorn> was appointed Secretary of the <O Widget Union>, where she led the <O Widget Fund>.\n"
        "The papers of <P Di Falk> were kept, and was Director of the <O Widget Press>.\n"
        "<P Ed Gray> was with the <O Widget Club>.\n"
        "<P Flo Good> has appointed members to the Board of the <O Widget Bank>.\n"
        "<P Hal Ives> is Ambassador to <S Peru>, <S Chile> and <S Cuba>.\n"
        "We announce the appointment of Ms. <P Ida Jay> of <S Oman> as Head of the <O Widget Guild>.\n"
        "<P Kay Lund>, Fellow of many houses, was Dean of the <O Widget College>.\n"
        "They welcome the appointment of <P Liz Moor> of the <S Oman> as Head of the <O Widget Bench>.\n"
        "<P Nia Opal> has a long career in law, amongst others as Director of the <O Widget Court>.\n"
        "<P Max Noon> served as <S Oman> Assistant Secretary for Widgets.\n"
        "<P Ora Pike> of <S Oman> was, from 2001 to 2004, Director of the <O Widget Mill>.\n",
        "affiliated_with: Ada Moss > Widget School [Director]\n"
        "affiliated_with: Ada Moss > Widget Works [member of the board]\n"
        "affiliated_with: Bo Lind > Widget Office [Adviser]\n"
        "affiliated_with: Bo Lind > Widget Agency [Adviser]\n"
        "affiliated_with: Bo Lind > Widget Post [Head of Unit]\n"
        "affiliated_with: Cy Dorn > Widget Union [Secretary]\n"
        "affiliated_with: Ida Jay > Widget Guild [Head]\n"
        "affiliated_with: Kay Lund > Widget College [Dean]\n"
        "affiliated_with: Liz Moor > Widget Bench [Head]\n"
        "affiliated_with: Nia Opal > Widget Court [Director]\n"
        "affiliated_with: Max Noon > Oman [Assistant Secretary for Widgets]\n"
        "affiliated_with: Ora Pike > Widget Mill [Director]\n");
}

static void labels_in_the_line(void **state)
{
    page_expect(
        state, PROGRAMME,
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
    page_expect(state, PROGRAMME | POSTS,
                "# <E* Widget Meeting>\n"
                "Held in the hall of widgets on Monday, 21 January 2019\n"
                "President: Mr. <P Al Born> .............. (<S Oman>)\n"
                "President <P Bea Cole> of <S Peru> came too.\n",
                "chairs: Al Born > Widget Meeting [chair]\n"
                "affiliated_with: Al Born > Oman\n");
}

/* "Keynote by" is for one; who sits on a panel stands below its moderator; a numbered speaker's line may go on. */
static void labels_for_one(void **state)
{
    page_expect(
        state, PROGRAMME,
        "# <E* Widget Forum>\n"
        "- Keynote by <P Al Born>, Head of Unit, <O Widget Office>\n"
        "- <P Bea Cole> (<O Widget Works>)\n"
        "- Panel discussion on widgets, moderated by <P Cy Dorn> - <O Widget School>\n"
        "- <P Di Falk> (<O Widget Post>)\n"
        "- Keynote: widgets at sea\n"
        "- <P Ed Gray>, Rector, <O Widget Club>\n"
        "Speaker 2: Dr <P Flo Good> “Widgets ashore” This talk will tell of many widgets and of those who make "
        "them. It will say how <P Hal Ives> sold them, and to whom, and why it was not so good to do so; and then "
        "it will end with a look at what may follow.\n",
        "participates_in: Al Born > Widget Forum [keynote]\n"
        "chairs: Cy Dorn > Widget Forum [moderator]\n"
        "participates_in: Di Falk > Widget Forum [panellist]\n"
        "participates_in: Ed Gray > Widget Forum [keynote]\n"
        "participates_in: Flo Good > Widget Forum [speaker]\n");
}

static void entries_in_lines_that_were_joined(void **state)
{
    page_expect(state, PROGRAMME | POSTS,
                "# <E* Widget Forum>\n"
                "Speakers\n"
                "<P Bea Cole> – Fellow, <O Widget School> <P Dan East> (Clerk, <O Widget Office>)\n"
                "<P Al Born>: Fellow, <O Widget Works> Captain <P Jo Kent>: Clerk, <O Widget Post>\n",
                "participates_in: Bea Cole > Widget Forum [speaker]\n"
                "affiliated_with: Bea Cole > Widget School [Fellow]\n"
                "participates_in: Dan East > Widget Forum [speaker]\n"
                "affiliated_with: Dan East > Widget Office [Clerk]\n"
                "participates_in: Al Born > Widget Forum [speaker]\n"
                "affiliated_with: Al Born > Widget Works [Fellow]\n"
                "participates_in: Jo Kent > Widget Forum [speaker]\n"
                "affiliated_with: Jo Kent > Widget Post [Clerk]\n");
}

static void labels_in_lines_that_were_joined(void **state)
{
    page_expect(state, PROGRAMME,
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
    page_expect(state, PROGRAMME,
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
    page_expect(state, PROGRAMME | PARTS,
                "# <E* Widget Forum>\n"
                "09:00–10:00\n"
                "The price of <T widgets>\n"
                "Speakers\n"
                "- <P Al Born> (<O Widget Office>)\n"
                "10:00–10:30 Morning refreshments\n"
                "10:30–10:40 CET – Widgets at home. Welcoming remarks\n"
                "- <P Cy Dorn> (<O Widget Bureau>)\n"
                "10:40–11:30 Widgets tomorrow\n"
                "Panellists\n"
                "- <P Bea Cole> (<O Widget Works>)\n",
                "part_of: The price of widgets of Widget Forum > Widget Forum\n"
                "participates_in: Al Born > The price of widgets of Widget Forum [speaker]\n"
                "participates_in: Cy Dorn > Widget Forum [opening remarks]\n"
                "part_of: Widgets tomorrow of Widget Forum > Widget Forum\n"
                "participates_in: Bea Cole > Widgets tomorrow of Widget Forum [panellist]\n");
}

static void speakers_in_titles(void **state)
{
    page_expect(state, PROGRAMME | POSTS,
                "# <E* Widget Forum>\n"
                "<E Session 1>: Widgets at sea (Ms. <P Bea Cole>, <O Widget Works>)\n"
                "<E Session 2>: Widgets (what <P Al Born> made) at home\n",
                "participates_in: Bea Cole > Session 1\n"
                "affiliated_with: Bea Cole > Widget Works\n");
}

static void titles_of_sessions(void **state)
{
    page_expect(state, 1 << ENT_DISCUSSES,
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
    page_expect(
        state, PROGRAMME | POSTS,
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
    page_expect(state, PROGRAMME | POSTS,
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

/* ---- posts ------------------------------------------------------------------------------------------------------- */

static void posts_in_brackets(void **state)
{
    page_expect(state, POSTS | PARTS,
                "- <P Al Born> (Chief, <O Widget Department>, <O Widget Bureau>, <O Widget Union>)\n",
                "affiliated_with: Al Born > Widget Department [Chief]\n"
                "affiliated_with: Al Born > Widget Bureau [Chief, Widget Department]\n"
                "affiliated_with: Al Born > Widget Union [Chief, Widget Department, Widget Bureau]\n"
                "part_of: Widget Department > Widget Bureau\n"
                "part_of: Widget Bureau > Widget Union\n");
    page_expect(state, POSTS,
                "- <P Al Born> (Consul of <S Chile> to La Paz, <S Bolivia> & Chair of the <F Widget Group>)\n",
                "affiliated_with: Al Born > Chile [Consul]\n"
                "represents: Al Born > Chile [Consul]\n"
                "chairs: Al Born > Widget Group [chair]\n");
    page_expect(state, POSTS, "- <P Al Born> (<B EU> Special Envoy for Widgets / Head of the <O Widget Task Force>)\n",
                "affiliated_with: Al Born > EU [Special Envoy for Widgets]\n"
                "represents: Al Born > EU [Special Envoy for Widgets]\n"
                "affiliated_with: Al Born > Widget Task Force [Head]\n");
    page_expect(
        state, POSTS,
        "- <P Al Born> (Minister & Director, <O Widget Department>, <O Widget Ministry>; Founder, <O Widget Works>)\n",
        "affiliated_with: Al Born > Widget Ministry [Minister]\n"
        "affiliated_with: Al Born > Widget Department [Director]\n"
        "affiliated_with: Al Born > Widget Works [Founder]\n");
}

static void posts_behind_commas(void **state)
{
    page_expect(state, POSTS, "Ms. <P Al Born>, Permanent Representative of <S Chile> to the <F Widget Assembly>\n",
                "affiliated_with: Al Born > Chile [Permanent Representative]\n"
                "represents: Al Born > Chile [Permanent Representative]\n");
    page_expect(state, POSTS | PARTS,
                "<P Al Born>, Adviser to the <O Widget Office>, the <O Widget Agency> and the <O Widget Club>\n"
                "<P Bea Cole>, Fellow, <O Widget School>, <O Widget Union> Representative\n",
                "affiliated_with: Al Born > Widget Office [Adviser]\n"
                "affiliated_with: Al Born > Widget Agency [Adviser]\n"
                "affiliated_with: Al Born > Widget Club [Adviser]\n"
                "affiliated_with: Bea Cole > Widget School [Fellow]\n"
                "affiliated_with: Bea Cole > Widget Union [Representative]\n");
    page_expect(state, POSTS, "- <P Al Born>, <P Bea Cole>, <S Chile>\n", "");
}

static void posts_on_the_next_line(void **state)
{
    page_expect(state, POSTS | TITLE,
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

/* Each person with a body behind a comma, three or more; a State behind a body is where it is. */
static void rosters(void **state)
{
    page_expect(state, POSTS,
                "Lecturers were <P Al Born>, <O Widget Office>, <S Oman>, Dr. <P Bea Cole>, <S Peru>; and <P Cy Dorn>, "
                "<O Widget School>.\n"
                "<P Di Falk>, <O Widget Post>, and <P Ed Gray>, <O Widget Works>, spoke of it.\n"
                "<P Flo Good>, <O Widget Club> Director, <P Hal Ives>, <O Widget Bank>, <P Ida Jay>, <S Chile>.\n"
                "Other officials in the <S Chile> delegation include:\n"
                "- <P Jo Kent>, Secretary of Widgets\n"
                "- <P Kay Lund>, Minister\n",
                "affiliated_with: Jo Kent > Chile [Secretary of Widgets]\n"
                "affiliated_with: Kay Lund > Chile [Minister]\n"
                "affiliated_with: Al Born > Widget Office\n"
                "affiliated_with: Bea Cole > Peru\n"
                "affiliated_with: Cy Dorn > Widget School\n");
    page_expect(
        state, POSTS,
        "The panel had Brigadier <P Al Born> - <S Oman>, Professor <P Bea Cole> - <O Widget School>, Quuxton, and "
        "Ms. <P Cy Dorn> – <O Widget Office>, Blorpton.\n",
        "affiliated_with: Al Born > Oman\n"
        "affiliated_with: Bea Cole > Widget School\n"
        "affiliated_with: Cy Dorn > Widget Office\n");
    page_expect(state, POSTS | PROGRAMME | PARTS,
                "Participants\n"
                "Dr. <P Al Born>, Clerk, <F Widget Group>\n"
                "Mr. <P Bea Cole>, Adviser to the President, <F Widget Board>, <O Widget Office> [formerly: Clerk, <O "
                "Widget Post>]\n",
                "affiliated_with: Al Born > Widget Group [Clerk]\n"
                "affiliated_with: Bea Cole > Widget Board [Adviser to the President]\n"
                "affiliated_with: Bea Cole > Widget Office [Adviser to the President, Widget Board]\n"
                "affiliated_with: Bea Cole > Widget Post [formerly: Clerk]\n");
    page_expect(state, POSTS,
                "(Signed) <P Al Born> Ambassador\n"
                "Permanent Representative of <S Oman>\n",
                "affiliated_with: Al Born > Oman [Permanent Representative]\n"
                "represents: Al Born > Oman [Permanent Representative]\n");
}

/* The chair of a timeline's entry chairs the meeting that it tells of. */
static void chairs_of_a_timeline(void **state)
{
    page_expect(state, 1 << ENT_CHAIRS,
                "# Timeline of the <E* Widget Forum>\n"
                "2031: The <E Second Widget Meeting> is held in Riga.\n"
                "Chair: Ambassador <P Ann Bo> of <S Chile>\n"
                "2032: The <F Widget Group> meets for five days.\n"
                "Chair: <P Al Born>\n",
                "chairs: Ann Bo > Second Widget Meeting [chair]\n"
                "chairs: Al Born > Widget Group [chair]\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chairs_of_a_timeline),
        cmocka_unit_test(labels_over_lists),
        cmocka_unit_test(posts_in_sentences),
        cmocka_unit_test(labels_in_the_line),
        cmocka_unit_test(labels_for_one),
        cmocka_unit_test(labels_in_lines_that_were_joined),
        cmocka_unit_test(entries_in_lines_that_were_joined),
        cmocka_unit_test(tables_as_programmes),
        cmocka_unit_test(sessions_by_their_time),
        cmocka_unit_test(speakers_in_titles),
        cmocka_unit_test(titles_of_sessions),
        cmocka_unit_test(running_text_lists_nobody),
        cmocka_unit_test(lists_of_participants),
        cmocka_unit_test(posts_in_brackets),
        cmocka_unit_test(posts_behind_commas),
        cmocka_unit_test(posts_on_the_next_line),
        cmocka_unit_test(rosters),
    };
    return cmocka_run_group_tests(tests, page_set_up, page_tear_down);
}
