/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reference pages list: the offices of a person, who held an office, what the columns of a table say. */
#include "tests/support/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { POSTS = 1 << ENT_AFFILIATED_WITH | 1 << ENT_REPRESENTS | 1 << ENT_CHAIRS };

/* ---- offices ----------------------------------------------------------------------------------------------------- */

static void offices_of_a_person(void **state)
{
    page_expect(state, POSTS,
                "# <P Ada Moss>\n"
                "| 2nd Director of the <O Widget Office>\n"
                "| In office 1 May 2001 – 3 June 2004\n"
                "| President | <P Bo Lind>\n"
                "| Preceded by | <P Cy Dorn>\n"
                "| Succeeded by | nobody\n"
                "| Treasurer of the <O Widget Bank>\n"
                "| Incumbent\n"
                "| Assumed office\n"
                "| June 2014\n"
                "| Office | <O Widget Post>\n",
                "affiliated_with: Ada Moss > Widget Office [Director] from 2001-05-01\n"
                "affiliated_with: Cy Dorn > Widget Office [Director]\n"
                "affiliated_with: Ada Moss > Widget Bank [Treasurer] from 2014-06\n");
    page_expect(state, POSTS,
                "<O Widget Club>\n"
                "Director of the <O Widget Office>\n"
                "In office 2001–2004\n",
                "");
}

static void lives(void **state)
{
    page_expect(
        state, POSTS,
        "<P Ada Moss>, (Widgetese: Ma Da) (born 1938) is a Director of the <O Widget Office> who was a governing board "
        "member of the <O Widget School>.\n"
        "<P Bo Lind> is Adviser to President <P Cy Dorn>, and was Director of the <O Widget Bank>.\n",
        "affiliated_with: Ada Moss > Widget Office [Director]\n"
        "affiliated_with: Ada Moss > Widget School [governing board member]\n"
        "affiliated_with: Bo Lind > Widget Bank [Director]\n");
}

static void successions(void **state)
{
    page_expect(state, POSTS,
                "# <P Ada Moss>\n"
                "## Posts\n"
                "| Preceded by <P Cy Dorn> | Director of the <O Widget Office> 2001–2004 | Succeeded by <P Di Falk>\n"
                "| Preceded by\n"
                "| <P Ed Gray> | Head of the <O Widget Bank>\n"
                "| 2005–2007 | Succeeded by\n"
                "| <P Flo Good>\n",
                "affiliated_with: Ada Moss > Widget Office [Director] from 2001\n"
                "affiliated_with: Cy Dorn > Widget Office [Director]\n"
                "affiliated_with: Di Falk > Widget Office [Director]\n"
                "affiliated_with: Ada Moss > Widget Bank [Head] from 2005\n"
                "affiliated_with: Ed Gray > Widget Bank [Head]\n"
                "affiliated_with: Flo Good > Widget Bank [Head]\n");
}

static void holders_of_an_office(void **state)
{
    page_expect(state, POSTS,
                "# <O Widget Agency>\n"
                "## Directors-General\n"
                "They are chosen for two years.\n"
                "| No. | Name | Country | Term\n"
                "| 1 | <P Ada Moss> | <S Chile> | 1975 | 1980\n"
                "| 2 | <P Bo Lind> | <S Peru> | 1980\n"
                "| 3 | <P Cy Dorn> | <S Oman>\n"
                "## List of chairs of the <F Widget Board>\n"
                "- 2001–2003: <P Di Falk>\n"
                "- <P Ed Gray>, 2003–2005\n"
                "Later <P Flo Good> was asked in 2006 whether she would.\n"
                "## Chairs\n"
                "- <P Hal Ives>\n"
                "- <P Ida Jay>\n",
                "affiliated_with: Ada Moss > Widget Agency [Director-General] from 1975\n"
                "affiliated_with: Ada Moss > Chile\n"
                "affiliated_with: Bo Lind > Widget Agency [Director-General] from 1980\n"
                "affiliated_with: Bo Lind > Peru\n"
                "chairs: Di Falk > Widget Board [chair] from 2001\n"
                "chairs: Ed Gray > Widget Board [chair] from 2003\n"
                "affiliated_with: Cy Dorn > Oman\n");
    page_expect(state, POSTS,
                "# <O Widget Agency>\n"
                "A list of its directors is below.\n"
                "<S Chile> <P Ada Moss> 13 May 1997 <S Peru> <P Bo Lind> 25 July 2002\n",
                "affiliated_with: Ada Moss > Widget Agency [Director] from 1997-05-13\n"
                "affiliated_with: Ada Moss > Chile\n"
                "affiliated_with: Bo Lind > Widget Agency [Director] from 2002-07-25\n"
                "affiliated_with: Bo Lind > Peru\n");
}

static void holders_in_sentences(void **state)
{
    page_expect(state, POSTS,
                "# <O Widget Agency>\n"
                "The second Director-General was <P Ada Moss>, who led it well.\n"
                "The Executive Secretary, <P Bo Lind>, left early.\n"
                "The Council President was <P Cy Dorn>.\n"
                "The chair wrote a long letter to <P Di Falk>.\n"
                "## Widgets at sea\n"
                "The Director of the <O Widget Works>, <P Ed Gray>, came.\n",
                "affiliated_with: Ada Moss > Widget Agency [Director-General]\n"
                "affiliated_with: Bo Lind > Widget Agency [Executive Secretary]\n");
}

static void states_in_the_chair(void **state)
{
    page_expect(state, ENT_RELATIONS_STATED,
                "# <I Widget Code>\n"
                "| Year | Chair\n"
                "| 2018 | <S Oman>\n"
                "| 2019 | <S Peru>\n"
                "## Boards\n"
                "Chair of the <F Widget Board>:\n"
                "- 2017: <S Chile> and <S Cuba>\n"
                "- 2018: <S Oman>\n",
                "chairs: Chile > Widget Board [chair] from 2017\n"
                "chairs: Cuba > Widget Board [chair] from 2017\n"
                "chairs: Oman > Widget Board [chair] from 2018\n");
}

static void holders_in_columns(void **state)
{
    page_expect(state, POSTS,
                "Chairperson of the <F Widget Board>\n"
                "| No. | Portrait | Chairperson | Took office\n"
                "| 1 | | <P Ada Moss> | 25 May 1963\n"
                "| 2 | | <P Bo Lind> | 17 July 1964\n",
                "chairs: Ada Moss > Widget Board [chair] from 1963-05-25\n"
                "chairs: Bo Lind > Widget Board [chair] from 1964-07-17\n");
    page_expect(state, POSTS,
                "# <F Widget Board>\n"
                "| Session | Year | President\n"
                "| <E First Session> | 1963 | <P Ada Moss>\n"
                "| <E Second Session> | 1964 | <P Bo Lind>\n",
                "chairs: Ada Moss > First Session [president]\n"
                "chairs: Bo Lind > Second Session [president]\n");
}

static void positions_in_columns(void **state)
{
    page_expect(state, POSTS,
                "# <F Widget Board>\n"
                "These make up its bureau:\n"
                "| Name | Country | Position\n"
                "| <P Ada Moss> | <S Chile> | Chairperson\n"
                "| <P Bo Lind> | <S Peru> | Vice-Chair\n"
                "| <P Cy Dorn> | <S Oman> | Clerk\n"
                "## Others\n"
                "| Name | Position | Body\n"
                "| <P Di Falk> | President | <O Widget Club>\n",
                "chairs: Ada Moss > Widget Board [Chairperson]\n"
                "chairs: Bo Lind > Widget Board [Vice-Chair]\n"
                "affiliated_with: Ada Moss > Chile\n"
                "affiliated_with: Bo Lind > Peru [Vice-Chair]\n"
                "affiliated_with: Cy Dorn > Oman\n"
                "affiliated_with: Di Falk > Widget Club [President]\n");
}

static void bodies_in_boxes(void **state)
{
    page_expect(state, ENT_RELATIONS_STATED,
                "# <O Widget Agency> (Chile)\n"
                "| Parent agency | <O Widget Ministry>\n"
                "| Preceding agencies | <O Widget Board>, <O Widget Office>\n"
                "| Child agencies | <O Widget Lab>\n"
                "| Owner | <S Chile>\n",
                "part_of: Widget Agency > Widget Ministry\n"
                "succeeds: Widget Agency > Widget Board\n"
                "succeeds: Widget Agency > Widget Office\n"
                "part_of: Widget Lab > Widget Agency\n"
                "part_of: Widget Agency > Chile\n");
}

/* "Widget Union Agency" is the union's; a mission to it, or a class of States, is not. */
static void bodies_of_unions(void **state)
{
    page_expect(state, 1 << ENT_PART_OF,
                "The <O <B Widget Union> Agency> met the <F <B Widget Union> Executive Council>.\n"
                "The <O <B Widget Union> Mission to Chile> and the <O <B Widget States> Agency> came.\n",
                "part_of: Widget Union Agency > Widget Union\n"
                "part_of: Widget Union Executive Council > Widget Union\n");
}

static void columns_of_facts(void **state)
{
    page_expect(state, ENT_RELATIONS_STATED,
                "# Widget bodies\n"
                "## Boards\n"
                "| No. | Board | Chair | Parent\n"
                "| 1 | <F Widget Board> | <P Ada Moss> (<S Chile>) | <F Widget Assembly>\n"
                "| 2 | <F Gadget Board> | <P Bo Lind> | <F Widget Assembly>\n"
                "## Treaties\n"
                "| Treaty | Signed | Parties | Depositary | Drafted by\n"
                "| <I Widget Treaty> | 1967 | 89 | <O Widget Union> | <S Chile>, <S Peru>\n"
                "## Others\n"
                "| Board | Remarks\n"
                "| <F Widget Board> | <S Oman>\n",
                "affiliated_with: Ada Moss > Chile\n"
                "chairs: Ada Moss > Widget Board [chair]\n"
                "part_of: Widget Board > Widget Assembly\n"
                "chairs: Bo Lind > Gadget Board [chair]\n"
                "part_of: Gadget Board > Widget Assembly\n"
                "maintains: Widget Union > Widget Treaty [depositary]\n"
                "produces: Chile > Widget Treaty\n"
                "produces: Peru > Widget Treaty\n");
}

/* "… adopted the following:", "… attended:": what the words above say of each line. */
static void lists_behind_words(void **state)
{
    page_expect(state, ENT_RELATIONS_STATED,
                "# Widget law\n"
                "The <F Widget Assembly> adopted two declarations and a set of principles:\n"
                "1. The <I Widget Declaration> (1963)\n"
                "2. The <I Widget Principles> (1982)\n"
                "The <F Widget Board> recommended these, which were adopted later:\n"
                "- <I Gadget Principles>\n",
                "adopted: Widget Assembly > Widget Declaration\n"
                "adopted: Widget Assembly > Widget Principles\n");
    page_expect(state, ENT_RELATIONS_STATED,
                "# Widget talks\n"
                "These persons attended the <E Widget Summit>:\n"
                "- <P Ada Moss>, President of <S Chile>\n",
                "affiliated_with: Ada Moss > Chile [President]\n"
                "participates_in: Ada Moss > Widget Summit\n");
}

/* A box copied as text: the value goes on in lines of its own. */
static void fields_in_lines(void **state)
{
    page_expect(state, ENT_RELATIONS_STATED,
                "# <I Widget Treaty>\n"
                "Parties <S Chile>\n"
                "<S Peru>\n"
                "Languages Widgetese\n"
                "<S Oman>\n",
                "committed_to: Chile > Widget Treaty [party]\n"
                "committed_to: Peru > Widget Treaty [party]\n");
}

/* Whose members they are: what the page is about, rather than one of them or another body. */
static void members_of_a_page(void **state)
{
    page_expect(state, ENT_RELATIONS_STATED,
                "# <B Widget Union>\n"
                "It was founded early.\n"
                "## History\n"
                "The <F Widget Board> met. The <F Widget Board> was pleased.\n"
                "## Members\n"
                "<S Oman>, <S Peru>, <O Gadget Union> and <S Chile>\n",
                "member_of: Oman > Widget Union\n"
                "member_of: Peru > Widget Union\n"
                "member_of: Gadget Union > Widget Union\n"
                "member_of: Chile > Widget Union\n");
    page_expect(state, ENT_RELATIONS_STATED,
                "# <F Widget Council>\n"
                "## Membership\n"
                "Members of the <O Widget Board>:\n"
                "<S Oman>, <S Peru> and <S Chile>\n",
                "member_of: Oman > Widget Board\n"
                "member_of: Peru > Widget Board\n"
                "member_of: Chile > Widget Board\n");
    page_expect(state, ENT_RELATIONS_STATED,
                "# <O Widget Agency>\n"
                "Founding members Signature Ratification <O Widget Programme>\n"
                "<S Oman> 30 May 1975 6 April 1976 <O Widget Bank>\n"
                "<S Peru> 30 May 1975 6 April 1977 WB\n"
                "Member Joined\n"
                "<S Chile> 5 May 1998\n"
                "<S Kenya> 5 May 1999\n",
                "member_of: Oman > Widget Agency\n"
                "member_of: Peru > Widget Agency\n"
                "member_of: Chile > Widget Agency\n"
                "member_of: Kenya > Widget Agency\n");
    page_expect(state, ENT_RELATIONS_STATED,
                "# <O Widget Agency>\n"
                "It stands on the <I Widget Convention>, which all of its members have signed and ratified.\n"
                "wa Founding members[1] Signature Ratification National agency\n"
                "<S Oman> 30 May 1975 6 April 1976 <O OWA>\n"
                "<S Peru>[2] 30 May 1975 6 April 1977 <O PWO>\n"
                "<S Chile> 30 May 1975 6 April 1978 <O CWB>\n",
                "member_of: Oman > Widget Agency\n"
                "member_of: Peru > Widget Agency\n"
                "member_of: Chile > Widget Agency\n"
                "committed_to: Oman > Widget Convention [party]\n"
                "committed_to: Peru > Widget Convention [party]\n"
                "committed_to: Chile > Widget Convention [party]\n"
                "part_of: OWA > Oman\n"
                "part_of: PWO > Peru\n"
                "part_of: CWB > Chile\n");
    page_expect(state, ENT_RELATIONS_STATED,
                "# <O Widget Agency>\n"
                "## Members\n"
                "| Member state | Ratified | Space agency\n"
                "| <S Oman> | 6 April 1976 | <O OWA>\n"
                "| <S Peru> | 6 April 1977 | <O PWO>\n"
                "| <S Chile> | 6 April 1978 | <O CWB>\n",
                "member_of: Oman > Widget Agency from 1976-04-06\n"
                "member_of: Peru > Widget Agency from 1977-04-06\n"
                "member_of: Chile > Widget Agency from 1978-04-06\n"
                "part_of: OWA > Oman\n"
                "part_of: PWO > Peru\n"
                "part_of: CWB > Chile\n");
    page_expect(state, ENT_RELATIONS_STATED,
                "# Parties to the <I Widget Treaty>\n"
                "| State | Signed | Deposited | Method\n"
                "| <S Oman> | 5 May 1998 | Accession\n"
                "| <S Peru> | 5 May 1999 | |\n",
                "committed_to: Oman > Widget Treaty [party] from 1998-05-05\n"
                "committed_to: Peru > Widget Treaty [signatory] from 1999-05-05\n");
}

static void lists_as_they_stand(void **state)
{
    page_expect(state, ENT_RELATIONS_STATED,
                "# <I Widget Treaty>\n"
                "Entry into force\n"
                "<S Oman>* 28 Feb 1986 ratified* 6 Apr 1989 6 May 1989\n"
                "<S Peru> acceded 24 Aug 1993 3 Sep 1993\n"
                "<S Chile> 13 Jun 1980(*) accepted 6 Sep 1991\n",
                "committed_to: Oman > Widget Treaty [party]\n"
                "committed_to: Peru > Widget Treaty [party]\n"
                "committed_to: Chile > Widget Treaty [party]\n");
    page_expect(state, ENT_RELATIONS_STATED,
                "# <O Widget Commission>\n"
                "Members\n"
                "<S Oman>, Widget Island, <S Peru>, <S Chile> and <S Fiji>.\n"
                "Organization\n"
                "Committees\n",
                "member_of: Oman > Widget Commission\n"
                "member_of: Peru > Widget Commission\n"
                "member_of: Chile > Widget Commission\n"
                "member_of: Fiji > Widget Commission\n");
    page_expect(state, ENT_RELATIONS_STATED,
                "# <O Widget Commission>\n"
                "# Members\n"
                "# <S Oman>, <S Peru> and <S Fiji>\n",
                "member_of: Oman > Widget Commission\n"
                "member_of: Peru > Widget Commission\n"
                "member_of: Fiji > Widget Commission\n");
    page_expect(state, ENT_RELATIONS_STATED,
                "# <O Widget Commission>\n"
                "| Abbreviation | WC\n"
                "| Chairman | <P Ada Moss>\n",
                "affiliated_with: Ada Moss > Widget Commission [chair]\n");
    page_expect(state, ENT_RELATIONS_STATED,
                "# <O Widget Commission>\n"
                "## Members\n"
                "| Country | Capital | Accession\n"
                "| <S Oman> | Muscat | 3 May 1991\n"
                "| <S Peru> | Lima | 3 June 1992\n",
                "member_of: Oman > Widget Commission from 1991-05-03\n"
                "member_of: Peru > Widget Commission from 1992-06-03\n");
    page_expect(state, ENT_RELATIONS_STATED,
                "Below is the list of States that are party to the <I Widget Treaty>.\n"
                "- <S Oman>\n"
                "- <S Peru>\n"
                "# Status of the <I Gadget Treaty>\n"
                "C\n"
                "<S Chile>\n"
                "F\n"
                "<S Fiji>\n"
                "# <I Quux Treaty>\n"
                "Country Ratification Deposit\n"
                "<S Malta> 09/02/47 07/19/50 RA -\n"
                "<S Kenya> - - - -\n"
                "<S Nepal> 11/08/82 11/12/82 RA -\n",
                "committed_to: Oman > Widget Treaty [party]\n"
                "committed_to: Peru > Widget Treaty [party]\n"
                "committed_to: Chile > Gadget Treaty [party]\n"
                "committed_to: Fiji > Gadget Treaty [party]\n"
                "committed_to: Malta > Quux Treaty [party]\n"
                "committed_to: Nepal > Quux Treaty [party]\n");
}

static void members_and_others(void **state)
{
    page_expect(state, ENT_RELATIONS_STATED,
                "# <B Widget Union>\n"
                "Member States: <S Oman>, <S Peru> and <S Chile> (26 states).\n"
                "Observers: <S Kenya>, <S Malta> (2 states); <O Gadget Union>.\n"
                "Dialogue partners: <S Fiji> and <S Nepal>\n"
                "They met.\n"
                "## 3 Guests\n"
                "- <S Norway>\n"
                "- <S Sweden>\n",
                "member_of: Oman > Widget Union\n"
                "member_of: Peru > Widget Union\n"
                "member_of: Chile > Widget Union\n"
                "participates_in: Kenya > Widget Union [observer]\n"
                "participates_in: Malta > Widget Union [observer]\n"
                "participates_in: Gadget Union > Widget Union [observer]\n"
                "cooperates_with: Fiji > Widget Union\n"
                "cooperates_with: Nepal > Widget Union\n");
    page_expect(state, ENT_RELATIONS_STATED,
                "# <B Widget Union>\n"
                "members - (4) <S Oman>, Widget Island, <S Peru>, <S Chile>\n"
                "partners - (2) <S Fiji>, <S Nepal>\n"
                "Observers: Ada Moss, Bo Lind, Widget Island, <S Malta> and Gadget Island\n",
                "member_of: Oman > Widget Union\n"
                "member_of: Peru > Widget Union\n"
                "member_of: Chile > Widget Union\n"
                "cooperates_with: Fiji > Widget Union\n"
                "cooperates_with: Nepal > Widget Union\n");
}

/* Who took part, told for each group: its members, and what the words over all of them say. */
static void groups_under_a_caption(void **state)
{
    page_expect(state, 1 << ENT_MEMBER_OF | 1 << ENT_PARTICIPATES_IN,
                "# <E* Widget Summit>\n"
                "Representatives of the following countries took part in the <E Widget Summit>:\n"
                "For the <B Widget Union>\n"
                "<S Chad> and <S Mali>\n"
                "For the <B Gadget Union>\n"
                "<S Peru>, The <S Gambia> and <S Chile>\n",
                "member_of: Chad > Widget Union\n"
                "member_of: Mali > Widget Union\n"
                "participates_in: Chad > Widget Summit [delegation]\n"
                "participates_in: Mali > Widget Summit [delegation]\n"
                "member_of: Peru > Gadget Union\n"
                "member_of: Gambia > Gadget Union\n"
                "member_of: Chile > Gadget Union\n"
                "participates_in: Peru > Widget Summit [delegation]\n"
                "participates_in: Gambia > Widget Summit [delegation]\n"
                "participates_in: Chile > Widget Summit [delegation]\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lives),
        cmocka_unit_test(offices_of_a_person),
        cmocka_unit_test(successions),
        cmocka_unit_test(holders_of_an_office),
        cmocka_unit_test(holders_in_columns),
        cmocka_unit_test(states_in_the_chair),
        cmocka_unit_test(holders_in_sentences),
        cmocka_unit_test(positions_in_columns),
        cmocka_unit_test(bodies_in_boxes),
        cmocka_unit_test(bodies_of_unions),
        cmocka_unit_test(columns_of_facts),
        cmocka_unit_test(lists_behind_words),
        cmocka_unit_test(members_of_a_page),
        cmocka_unit_test(members_and_others),
        cmocka_unit_test(lists_as_they_stand),
        cmocka_unit_test(fields_in_lines),
        cmocka_unit_test(groups_under_a_caption),
    };
    return cmocka_run_group_tests(tests, page_set_up, page_tear_down);
}
