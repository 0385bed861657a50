/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page says of the document, and its lists and tables of members, agendas, papers and names within names. */
#include "tests/support/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum {
    POSTS = 1 << ENT_AFFILIATED_WITH | 1 << ENT_REPRESENTS | 1 << ENT_CHAIRS,
    PARTS = 1 << ENT_PART_OF,
    MEMBERS = 1 << ENT_MEMBER_OF | 1 << ENT_PARTICIPATES_IN | 1 << ENT_COMMITTED_TO,
    TITLE = 1 << ENT_ORGANIZES | 1 << ENT_FUNDS | 1 << ENT_PRODUCES | 1 << ENT_SUMMARIZES | 1 << ENT_PROPOSED |
            1 << ENT_SUBMITTED_TO | 1 << ENT_ADOPTED
};

/* ---- title pages ------------------------------------------------------------------------------------------------- */

static void title_pages(void **state)
{
    page_expect(
        state, TITLE | PARTS,
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
    page_expect(state, TITLE,
                "# <I* Widget Report>\n"
                "# Suggested citation\n"
                "<P Al Born> and <P Bea Cole>. 2020. \"Widget Report\", <O Widget Press>, Riga.\n",
                "produces: Al Born > Widget Report [author]\n"
                "produces: Bea Cole > Widget Report [author]\n"
                "produces: Widget Press > Widget Report [publisher]\n");
}

static void working_papers(void **state)
{
    page_expect(state, TITLE,
                "<I A/AC.1/2020/WP.3>\n"
                "<F Widget Group>\n"
                "Submitted by <S Chile> and <S Malta>\n",
                "proposed: Chile > A/AC.1/2020/WP.3\n"
                "proposed: Malta > A/AC.1/2020/WP.3\n"
                "submitted_to: A/AC.1/2020/WP.3 > Widget Group\n");
}

static void resolutions(void **state)
{
    page_expect(state, TITLE,
                "<I* A/RES/1/2>\n"
                "The <F Widget Assembly>,\n"
                "Recalling its former decisions on widgets,\n",
                "adopted: Widget Assembly > A/RES/1/2\n");
    page_expect(state, TITLE,
                "<I* A/RES/1/3>\n"
                "<S Chile>, <S Malta> and <S Peru>: draft resolution\n",
                "proposed: Chile > A/RES/1/3\n"
                "proposed: Malta > A/RES/1/3\n"
                "proposed: Peru > A/RES/1/3\n");
    page_expect(state, TITLE,
                "<I* A/C.1/9/L.4>\n"
                "Agenda item 9 Widgets in <S Oman> <S Chile>,* <S Malta> and <S Peru>:* revised draft resolution\n",
                "proposed: Chile > A/C.1/9/L.4\n"
                "proposed: Malta > A/C.1/9/L.4\n"
                "proposed: Peru > A/C.1/9/L.4\n");
    page_expect(state, TITLE,
                "<I* A/C.1/9/L.4>\n"
                "<S Oman> spoke on <S Chile>: a draft was told of\n",
                "");
}

static void joint_statements(void **state)
{
    enum { SAID = 1 << ENT_PARTICIPATES_IN | 1 << ENT_REPRESENTS | 1 << ENT_PRODUCES };
    page_expect(state, SAID,
                "# <E Widget Debate>\n"
                "Joint statement by <S Chile>, <S Malta> and <S Peru>\n"
                "Delivered by <P Ada Moss>\n",
                "participates_in: Chile > Widget Debate [delegation]\n"
                "represents: Ada Moss > Chile\n"
                "participates_in: Malta > Widget Debate [delegation]\n"
                "represents: Ada Moss > Malta\n"
                "participates_in: Peru > Widget Debate [delegation]\n"
                "represents: Ada Moss > Peru\n"
                "participates_in: Ada Moss > Widget Debate\n");
    page_expect(state, SAID,
                "# <E Widget Debate>\n"
                "Statement on widgets\n"
                "I speak on behalf of <S Chile> and my own country, <S Peru>, which met <S Malta>.\n",
                "participates_in: Chile > Widget Debate [delegation]\n"
                "participates_in: Peru > Widget Debate [delegation]\n"
                "participates_in: Chile > Widget Debate [delegation]\n");
}

/* ---- members ----------------------------------------------------------------------------------------------------- */

static void tables_of_members(void **state)
{
    page_expect(state, MEMBERS,
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
    page_expect(state, MEMBERS,
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
    page_expect(state, MEMBERS,
                "# <F Widget Regime>\n"
                "Point of contact: the <O Gadget Bureau>\n"
                "Founding members: <S Chile>, <S Peru> and <S Fiji>\n",
                "member_of: Chile > Widget Regime\n"
                "member_of: Peru > Widget Regime\n"
                "member_of: Fiji > Widget Regime\n");
    page_expect(state, MEMBERS,
                "The <F Widget Regime> has forty members.\n"
                "It followed the <F Gadget Committee>, and the <F Gadget Committee> followed none.\n"
                "The 40 participating States are: <S Chile>, <S Peru> and <S Fiji>.\n",
                "member_of: Chile > Widget Regime\n"
                "member_of: Peru > Widget Regime\n"
                "member_of: Fiji > Widget Regime\n");
    page_expect(
        state, MEMBERS,
        "The <I Widget Treaty> must be ratified by the following countries: <S Chile>, <S Peru> and <S Fiji>.\n", "");
    page_expect(state, MEMBERS,
                "# <I Widget Treaty>\n\n"
                "Parties 3\n\n"
                "Depositary Governments of <S Chile>, <S Peru> and <S Fiji>\n",
                "");
    page_expect(state, MEMBERS,
                "The Participating States of the <F Widget Regime> are: <S Chile>, <S Peru> and <S Fiji>.\n",
                "member_of: Chile > Widget Regime\n"
                "member_of: Peru > Widget Regime\n"
                "member_of: Fiji > Widget Regime\n");
}

static void tables_of_parties(void **state)
{
    page_expect(state, MEMBERS,
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
    page_expect(state, MEMBERS,
                "# <I Widget Treaty>\n"
                "Parties to the treaty:\n"
                "| <S Norway> | 1976\n"
                "| <S Malta> | 1988\n",
                "committed_to: Norway > Widget Treaty [party] from 1976\n"
                "committed_to: Malta > Widget Treaty [party] from 1988\n");
}

/* Columns say what the States under them are; a member's row may say since when. */
static void tables_with_columns(void **state)
{
    page_expect(state, MEMBERS,
                "# <I Widget Treaty>\n"
                "Registered by the <F Widget Assembly>.\n"
                "| Participant | Signature | Ratification, Accession (a)\n"
                "| <S Norway> | 3 May 1980 | 12 May 1981\n"
                "| <S Malta> [2] | | 1 June 1984 a\n"
                "| <S Chile> | 4 May 1980 |\n"
                "## States that have signed but not ratified\n"
                "| State | Signed\n"
                "| <S Peru> | 1980\n",
                "committed_to: Norway > Widget Treaty [party] from 1981-05-12\n"
                "committed_to: Malta > Widget Treaty [party] from 1984-06-01\n"
                "committed_to: Chile > Widget Treaty [signatory] from 1980-05-04\n"
                "committed_to: Peru > Widget Treaty [signatory] from 1980\n");
    page_expect(state, MEMBERS,
                "# <I Gadget Treaty>\n"
                "| Participant | Action | Date\n"
                "| <S Norway> | Signature | 3 May 1980\n"
                "| <S Malta> | Accession | 1 June 1984\n"
                "| <S Chile> | Declaration | 2 June 1984\n",
                "committed_to: Norway > Gadget Treaty [signatory] from 1980-05-03\n"
                "committed_to: Malta > Gadget Treaty [party] from 1984-06-01\n");
    page_expect(state, MEMBERS,
                "# Members of the <O Widget Agency>\n"
                "| State | Joined | Note\n"
                "| <S Norway> | 1980 |\n"
                "| <S Malta>[a] | 1984 | founder\n",
                "member_of: Norway > Widget Agency from 1980\n"
                "member_of: Malta > Widget Agency from 1984\n");
    page_expect(state, MEMBERS,
                "# <F Widget Arrangement>\n"
                "## Participating States\n"
                "| <S Norway> | <S Peru>\n"
                "## Participating States of the <E Widget Fair>\n"
                "| <S Malta> | <S Peru>\n",
                "member_of: Norway > Widget Arrangement\n"
                "member_of: Peru > Widget Arrangement\n"
                "participates_in: Malta > Widget Fair [delegation]\n"
                "participates_in: Peru > Widget Fair [delegation]\n");
}

/* A list may be a sentence among others, and stand behind more than one body. */
static void sentences_that_list(void **state)
{
    page_expect(state, MEMBERS,
                "# <F Widget Regime>\n"
                "The <F Widget Regime> was large. Members: <S Norway>, <S Peru> and <S Chile>. "
                "The following have pledged to follow the <I Widget Guidelines>: <S Fiji> and <S Malta>.\n"
                "The <O Widget Union> set up the <F Widget Board>, which had two members: <S Norway> and <S Fiji>.\n",
                "member_of: Norway > Widget Regime\n"
                "member_of: Peru > Widget Regime\n"
                "member_of: Chile > Widget Regime\n"
                "committed_to: Fiji > Widget Guidelines\n"
                "committed_to: Malta > Widget Guidelines\n"
                "member_of: Norway > Widget Board\n"
                "member_of: Fiji > Widget Board\n");
    page_expect(state, MEMBERS,
                "The <O Widget Union> has 30 members, far from all. Those who pledged to follow the "
                "<I Widget Guidelines>: <S Fiji> and <S Malta>.\n",
                "committed_to: Fiji > Widget Guidelines\n"
                "committed_to: Malta > Widget Guidelines\n");
}

static void lists_that_are_no_parties(void **state)
{
    page_expect(state, MEMBERS,
                "# <I Widget Treaty>\n"
                "The States that have not signed the <I Widget Treaty>:\n"
                "- <S Norway>\n"
                "- <S Malta>\n"
                "## Former members of the <O Widget Agency>\n"
                "- <S Chile>\n"
                "- <S Peru>\n",
                "");
    page_expect(state, MEMBERS,
                "# <I Widget Treaty>\n"
                "## States not parties\n"
                "- <S Norway>\n"
                "- <S Malta>\n"
                "## Bureau of the Conference of the Parties\n"
                "- <S Chile>\n"
                "- <S Peru>\n",
                "");
    page_expect(state, MEMBERS,
                "# <I Widget Treaty> and <I Gadget Treaty>\n"
                "## Parties\n"
                "- <S Norway>\n"
                "- <S Malta>\n",
                "");
}

static void lists_that_are_no_members(void **state)
{
    page_expect(state, MEMBERS,
                "# <E* Widget Forum>\n"
                "# <F Widget Assembly>\n"
                "Organized by: <S Chile>, <S Malta>\n"
                "Sales were made to many, and among them\n"
                "<S Chile> and <S Malta> bought the most widgets.\n",
                "");
}

static void agendas(void **state)
{
    page_expect(state, 1 << ENT_DISCUSSES,
                "The agenda of the <F Widget Assembly> includes the following items:\n"
                "- Prevention of <T widget races>\n"
                "- The <I Widget Treaty> and its <T verification>\n"
                "And <T gadgets> came later.\n",
                "discusses: Widget Assembly > widget races\n"
                "discusses: Widget Assembly > Widget Treaty\n"
                "discusses: Widget Assembly > verification\n");
    page_expect(state, 1 << ENT_DISCUSSES,
                "# <F Widget Assembly>\n"
                "The plan should have the following items:\n"
                "- <T widget races>\n",
                "");
}

/* ---- boxes of facts ---------------------------------------------------------------------------------------------- */

static void boxes_of_facts(void **state)
{
    page_expect(state, ENT_RELATIONS_STATED,
                "# <F Widget Board>\n"
                "| Formation | 1959\n"
                "| Parent organization | <O Widget Union> and <O Gadget Union>\n"
                "| Head | Chairperson <P Ann Bo>\n"
                "| Members | <S Norway>, <S Peru>\n"
                "| Budget | paid by <S Chile>\n"
                "| Offices | <S Chile>, <S Malta>\n"
                "## <O Gadget Agency>\n"
                "Director-General: <P Cy Dorn>\n"
                "Key people: <P Ed Fay> (Treasurer)\n"
                "Founded by: <S Malta>\n"
                "Predecessor: it was not without trouble that <O Gadget Bureau> was closed at last\n"
                "## <I Widget Treaty>\n"
                "| Signatories | <S Fiji>\n"
                "| Type | <T widget control>, in <S Peru>\n"
                "| Supersedes | <I Gadget Treaty>\n",
                "member_of: Norway > Widget Board\n"
                "member_of: Peru > Widget Board\n"
                "committed_to: Fiji > Widget Treaty [signatory]\n"
                "part_of: Widget Board > Widget Union\n"
                "chairs: Ann Bo > Widget Board [Chairperson]\n"
                "affiliated_with: Cy Dorn > Gadget Agency [director general]\n"
                "affiliated_with: Ed Fay > Gadget Agency [Treasurer]\n"
                "established_by: Gadget Agency > Malta\n"
                "addresses: Widget Treaty > widget control\n"
                "succeeds: Widget Treaty > Gadget Treaty\n");
    page_expect(state, ENT_RELATIONS_STATED,
                "How boards are led\n"
                "| President | <P Ann Bo>\n"
                "| Part of | <O Widget Union>\n",
                "");
    page_expect(state, ENT_RELATIONS_STATED,
                "# <F Widget Board>\n"
                "Predecessor <F Widget Club> (1950)\n"
                "Secretary-General\n"
                "<P Ann Bo>\n"
                "Successor\n"
                "Parent <O Gadget Union> closed it.\n",
                "succeeds: Widget Board > Widget Club\n"
                "affiliated_with: Ann Bo > Widget Board [secretary-general]\n");
}

/* A box before everything else tells by its abbreviation whose it is. */
static void boxes_of_abbreviations(void **state)
{
    page_expect(state, ENT_RELATIONS_STATED,
                "| Abbreviation | <O Widget Union>\n"
                "| Head | Director <P Ann Bo>\n",
                "affiliated_with: Ann Bo > Widget Union [Director]\n");
}

/* What is told of a treaty stands under its title. */
static void fields_of_treaties(void **state)
{
    page_expect(state, ENT_RELATIONS_STATED,
                "# Treaties\n"
                "<I Widget Treaty>\n"
                "Adoption by the <F Assembly>: 9 May 1966 (<I resolution 9>)\n"
                "Depositary: <O Gadget Union>\n"
                "<I Gadget Treaty>\n"
                "Secretariat: <O Gadget Agency>\n"
                "Approved by a show of hands: <I Widget Code>\n",
                "adopted: Assembly > Widget Treaty\n"
                "adopted: Assembly > resolution 9\n"
                "maintains: Gadget Union > Widget Treaty [depositary]\n");
}

/* What the lines under a body's organs begin with is a part of it; those who only come are not. */
static void organs(void **state)
{
    page_expect(state, 1 << ENT_PART_OF,
                "# <F Widget Board>\n"
                "The <F Widget Board> has the following bodies:\n"
                "- the <F Plenary>, which meets with the <O Gadget Union>\n"
                "- <O Widget Bureau>\n"
                "The <O Gadget Agency> helps.\n"
                "## Principal organs\n"
                "- <F Widget Council>\n"
                "## Other\n"
                "The following bodies were represented:\n"
                "- <O Gadget Union>\n",
                "part_of: Plenary > Widget Board\n"
                "part_of: Widget Bureau > Widget Board\n"
                "part_of: Widget Council > Widget Board\n");
}

/* Those who work with a body, those who pay for it, and what it belongs to. */
static void partners_and_donors(void **state)
{
    page_expect(state, 1 << ENT_COOPERATES_WITH | 1 << ENT_FUNDS | 1 << ENT_MEMBER_OF,
                "# <O Widget Board>\n"
                "## Our partners\n"
                "- <O Gadget Union>\n"
                "## Donors\n"
                "- <S Norway>\n"
                "- <S Malta>\n"
                "## We are a member of\n"
                "- <O Widget Union>\n"
                "## Event partners\n"
                "- <O Gadget Agency>\n",
                "cooperates_with: Gadget Union > Widget Board\n"
                "funds: Norway > Widget Board\n"
                "funds: Malta > Widget Board\n"
                "member_of: Widget Board > Widget Union\n");
}

/* ---- lists of documents ------------------------------------------------------------------------------------------ */

static void papers(void **state)
{
    page_expect(state, 1 << ENT_PROPOSED,
                "<I A/AC.1/WP.1> - Widgets in practice. Submitted by <S Chile> and <S Malta>. <S Norway> read it.\n"
                "| <I A/AC.1/WP.2> | Gadgets | Submitted by <S Peru>\n"
                "<S Norway> saw <I A/AC.1/WP.3>, submitted by <S Fiji>.\n"
                "<I A/AC.1/WP.4> - Widgets, as seen by <S Mali>\n",
                "proposed: Peru > A/AC.1/WP.2\n"
                "proposed: Chile > A/AC.1/WP.1\n"
                "proposed: Malta > A/AC.1/WP.1\n");
    page_expect(state, 1 << ENT_PROPOSED, /* dates before the symbols, of which the lines are lost; a title below */
                "08-Jan-08 <I A/AC.1/WP.1> Widgets: Submitted by <S Chile> 13-Dec-07 <I A/AC.1/WP.2> Gadgets "
                "11-Dec-07 <I A/AC.1/WP.3> Gears: Submitted by <S Peru>\n"
                "# <I A/AC.1/WP.4>\n"
                "Gears in practice. Submitted by <S Malta>\n",
                "proposed: Chile > A/AC.1/WP.1\n"
                "proposed: Peru > A/AC.1/WP.3\n"
                "proposed: Malta > A/AC.1/WP.4\n");
    page_expect(state, 1 << ENT_ADOPTED,
                "The <F Widget Board> adopted the following decisions:\n"
                "- Gears and their gender (<I A/AC.1/L.1>);\n"
                "- Gadgets, a report by the <O Gadget Union> (<I A/AC.1/L.2>).\n"
                "The <F Widget Board> considered the following decisions:\n"
                "- Cogs (<I A/AC.1/L.3>).\n",
                "adopted: Widget Board > A/AC.1/L.1\n"
                "adopted: Widget Board > A/AC.1/L.2\n");
    page_expect(state, 1 << ENT_SUBMITTED_TO,
                "Working papers for the <F Widget Group>\n"
                "\n"
                "<I A/AC.1/WP.1> - Widgets in practice. Submitted by <S Chile>.\n"
                "\n"
                "<S Norway> spoke of it at some length, and the group then adjourned its meeting for lunch.\n"
                "\n"
                "<I A/AC.1/WP.2> - Gadgets. Submitted by <S Peru>.\n",
                "submitted_to: A/AC.1/WP.1 > Widget Group\n");
}

/* Who is listed abstains or is absent; a vote on a paragraph is none on its text. */
static void votes(void **state)
{
    const unsigned stances = 1u << ENT_SUPPORTS | 1u << ENT_OPPOSES;
    page_expect(state, stances,
                "The <I Widget Resolution> was put to the vote, as follows:\n"
                "In favour (2): <S Chile> and <S Malta>.\n"
                "Against: <S Peru>. Abstaining: <S Fiji>.\n"
                "Absent: <S Mali>\n"
                "In favour of <S Mali>\n",
                "supports: Chile > Widget Resolution\n"
                "supports: Malta > Widget Resolution\n"
                "opposes: Peru > Widget Resolution\n");
    page_expect(state, stances,
                "The vote on the <I Widget Resolution>:\n"
                "# In favour\n"
                "- <S Chile>\n"
                "- <S Malta>\n"
                "# Against\n"
                "None.\n"
                "<S Peru>\n",
                "supports: Chile > Widget Resolution\n"
                "supports: Malta > Widget Resolution\n"
                "opposes: Peru > Widget Resolution\n");
    page_expect(state, stances, "The vote on paragraph 8 of the <I Widget Resolution>:\nAgainst: <S Peru>\n", "");
    page_expect(state, stances, "The <I Widget Resolution> was read.\nAgainst: <S Peru>\n", "");
}

/* ---- names ------------------------------------------------------------------------------------------------------- */

static void names_within_names(void **state)
{
    page_expect(
        state, PARTS | POSTS | TITLE,
        "The <O Ministry of Widgets of the Republic of <S Chile>> wrote to the <O Permanent Mission of <S Malta>>.\n"
        "The <O Geneva Branch of the <O Widget Office>> met the <F Sixth Committee of the <F Widget Assembly>>.\n"
        "<I <F Widget Assembly> resolution 1/2> refers to <I Article IX of the <I Widget Treaty>>.\n"
        "The <F <F Working Group> on Widgets> met again at the <O Embassy of Malta in <S Chile>>.\n"
        "The <O Gadget Office> and its <O Gadget School> met the <O Toy Office> and its friend the <O Toy School>.\n",
        "part_of: Ministry of Widgets of the Republic of Chile > Chile\n"
        "represents: Permanent Mission of Malta > Malta\n"
        "part_of: Geneva Branch of the Widget Office > Widget Office\n"
        "part_of: Sixth Committee of the Widget Assembly > Widget Assembly\n"
        "adopted: Widget Assembly > Widget Assembly resolution 1/2\n"
        "part_of: Article IX of the Widget Treaty > Widget Treaty\n"
        "part_of: Gadget School > Gadget Office\n");
}

/* A part's key says what it is a part of: once a document, and only where the whole is named. */
static void parts_alone(void **state)
{
    page_expect(state, PARTS,
                "# <I Widget Treaty>\n"
                "Widgets are banned. <I Article II> obliges a State. <I Article II> is short.\n",
                "part_of: Article II > Widget Treaty\n");
    page_expect(state, PARTS,
                "# Widgets\n"
                "The <I Gadget Treaty> bans widgets. <I Article II> obliges a State.\n",
                "");
    page_expect(state, PARTS, "The <F Widget Forum> opened its <E fifth session>. The <E fifth session> was long.\n",
                "part_of: fifth session > Widget Forum\n");
    page_expect(state, PARTS, "The <F Gadget Forum> opened its <E fifth session>.\n", "");
}

static void nothing_from_nothing(void **state)
{
    page_expect(state, ENT_RELATIONS_STATED, "", "");
    page_expect(state, ENT_RELATIONS_STATED, "Panellists\n", "");
    page_expect(state, ENT_RELATIONS_STATED, ":\n(\n- \n| |\n10:00\n", "");
    page_expect(state, ENT_RELATIONS_STATED, "Members:\nObservers (\n© \n\"\n", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(title_pages),
        cmocka_unit_test(citations),
        cmocka_unit_test(working_papers),
        cmocka_unit_test(resolutions),
        cmocka_unit_test(joint_statements),
        cmocka_unit_test(tables_of_members),
        cmocka_unit_test(lists_of_members),
        cmocka_unit_test(tables_of_parties),
        cmocka_unit_test(tables_with_columns),
        cmocka_unit_test(boxes_of_facts),
        cmocka_unit_test(boxes_of_abbreviations),
        cmocka_unit_test(fields_of_treaties),
        cmocka_unit_test(organs),
        cmocka_unit_test(partners_and_donors),
        cmocka_unit_test(sentences_that_list),
        cmocka_unit_test(lists_that_are_no_parties),
        cmocka_unit_test(lists_that_are_no_members),
        cmocka_unit_test(agendas),
        cmocka_unit_test(papers),
        cmocka_unit_test(votes),
        cmocka_unit_test(names_within_names),
        cmocka_unit_test(parts_alone),
        cmocka_unit_test(nothing_from_nothing),
    };
    return cmocka_run_group_tests(tests, page_set_up, page_tear_down);
}
