/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What names are found in made-up sentences, with the lexicon that is shipped. */
#include "tests/support/naming.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* ---- support ----------------------------------------------------------------------------------------------------- */

/* "words=key" of the mentions of the kinds, joined by "; "; nested ones in brackets, adjectives with ~, places with @,
 * counts with #; "?" where unresolved. */
static void list_mentions(const naming *known, const char *title, const char *text, ent_kinds kinds, char *out,
                          size_t size)
{
    naming_text read;
    naming_read(known, ent_str_from(title), ent_str_from(text), &read);
    out[0] = '\0';
    for (size_t i = 0; i < read.mentions.items.n; i++) {
        const ent_mention *m = &read.mentions.items.items[i];
        if (!ent_kinds_has(kinds, m->kind))
            continue;
        char count[16] = "";
        if (m->count)
            snprintf(count, sizeof count, "#%d", (int)m->count);
        bool nested = m->flags & ENT_MENTION_NESTED;
        size_t n = strlen(out);
        snprintf(out + n, size - n, "%s%s%.*s=%.*s%s%s%s%s", n ? "; " : "", nested ? "[" : "",
                 ENT_STR_ARG(naming_words(&read, m)), ENT_STR_ARG(naming_key(&read, m)),
                 m->flags & ENT_MENTION_ADJECTIVE ? "~" : "", m->flags & ENT_MENTION_PLACE ? "@" : "", count,
                 nested ? "]" : "");
    }
    naming_clear(&read);
}

enum { NO_TOPICS = ENT_KINDS_ALL & ~ENT_KIND_BIT(ENT_TOPIC) & ~ENT_KIND_BIT(ENT_PROPOSAL) };

static void expect_in(void **state, const char *title, const char *text, ent_kinds kinds, const char *expected)
{
    char found[4096];
    list_mentions(*state, title, text, kinds, found, sizeof found);
    assert_string_equal(found, expected);
}

static void expect(void **state, const char *text, const char *expected)
{
    expect_in(state, "", text, NO_TOPICS, expected);
}

/* ---- States ------------------------------------------------------------------------------------------------------ */

static void states_in_all_their_forms(void **state)
{
    const ent_kinds states = ENT_KIND_BIT(ENT_STATE);
    expect_in(state, "", "The Russian Federation and Russia agreed.", states,
              "Russian Federation=state:russian-federation; Russia=state:russian-federation");
    expect_in(state, "", "The US, the U.S. and the United States of America voted with the UK.", states,
              "US=state:united-states-of-america; U.S.=state:united-states-of-america; "
              "United States of America=state:united-states-of-america; UK=state:united-kingdom");
    expect_in(
        state, "", "South Korea, the Republic of Korea, North Korea and the DPRK spoke.", states,
        "South Korea=state:republic-of-korea; Republic of Korea=state:republic-of-korea; "
        "North Korea=state:democratic-peoples-republic-of-korea; DPRK=state:democratic-peoples-republic-of-korea");
    expect_in(state, "", "Cote d'Ivoire and Côte d’Ivoire, Turkey and Türkiye.", states,
              "Cote d'Ivoire=state:cote-divoire; Côte d’Ivoire=state:cote-divoire; Turkey=state:turkiye; "
              "Türkiye=state:turkiye");
    expect_in(state, "", "GUINEA-BISSAU AND EQUATORIAL GUINEA", states,
              "GUINEA-BISSAU=state:guinea-bissau; EQUATORIAL GUINEA=state:equatorial-guinea");
    expect_in(state, "", "China's view was shared by Brazil.", states, "China=state:china; Brazil=state:brazil");
}

static void false_friends_of_states(void **state)
{
    const ent_kinds states = ENT_KIND_BIT(ENT_STATE);
    expect_in(state, "", "Let us meet in New Mexico or in Northern Ireland.", states, "");
    expect_in(state, "", "TELL US WHO IS COMING TO THE MEETING", states, "");
    expect_in(state, "", "A turkey and a guinea fowl were served on china.", states, "");
    expect_in(state, "", "Ships crossed the South China Sea and the Indian Ocean.", states, "");
    expect_in(state, "", "Nigeria is not Niger and Dominica is not Mali.", states,
              "Nigeria=state:nigeria; Niger=state:niger; Dominica=state:dominica; Mali=state:mali");
}

static void adjectives_count_where_they_act(void **state)
{
    const ent_kinds states = ENT_KIND_BIT(ENT_STATE);
    expect_in(state, "", "The Chinese delegation and the Indian draft proposal were noted.", states,
              "Chinese=state:china~; Indian=state:india~");
    expect_in(state, "", "Chinese and Russian proposals differ.", states,
              "Chinese=state:china~; Russian=state:russian-federation~");
    expect_in(state, "", "They ate Chinese food and French bread.", states, "");
}

static void places_are_told_from_actors(void **state)
{
    const ent_kinds states = ENT_KIND_BIT(ENT_STATE);
    expect_in(state, "", "It was held in Geneva, Switzerland.", states, "Switzerland=state:switzerland@");
    expect_in(state, "", "It was held in Seoul, Republic of Korea, last year.", states,
              "Republic of Korea=state:republic-of-korea@");
    expect_in(state, "", "Norway, Chile and Kenya voted.", states,
              "Norway=state:norway; Chile=state:chile; Kenya=state:kenya");
}

/* ---- symbols ----------------------------------------------------------------------------------------------------- */

static void one_resolution_in_all_its_forms(void **state)
{
    const ent_kinds instruments = ENT_KIND_BIT(ENT_INSTRUMENT);
    expect_in(state, "", "See A/RES/99/231.", instruments, "A/RES/99/231=instrument:a-res-99-231");
    expect_in(state, "", "See resolution 99/231 on widgets.", instruments, "resolution 99/231=instrument:a-res-99-231");
    expect(state, "By General Assembly resolution 99/231 of 24 December 2044 it was decided.",
           "General Assembly resolution 99/231=instrument:a-res-99-231; [General Assembly=forum:general-assembly]");
    expect_in(state, "", "Under UNGA Res. 99/32 it met.", instruments, "UNGA Res. 99/32=instrument:a-res-99-32");
    expect_in(state, "", "It recalls resolutions 98/36, 98/37 and 99/231.", instruments,
              "resolutions 98/36=instrument:a-res-98-36; 98/37=instrument:a-res-98-37; 99/231=instrument:a-res-99-231");
}

static void other_symbols(void **state)
{
    const ent_kinds instruments = ENT_KIND_BIT(ENT_INSTRUMENT);
    expect_in(state, "", "In resolution 9962 (XVIII) it declared.", instruments,
              "resolution 9962 (XVIII)=instrument:a-res-9962-xviii");
    expect(state, "Security Council resolution 9540 (2034) binds.",
           "Security Council resolution 9540 (2034)=instrument:s-res-9540; [Security Council=forum:security-council]");
    expect_in(state, "", "S/RES/9540 (2034) binds.", instruments, "S/RES/9540 (2034)=instrument:s-res-9540");
    expect_in(state, "", "The drafts A/C.1/97/L.62/Rev.1 and A/AC.105/C.1/L.966 were read with CD/9985.", instruments,
              "A/C.1/97/L.62/Rev.1=instrument:a-c-1-97-l-62-rev-1; A/AC.105/C.1/L.966=instrument:a-ac-105-c-1-l-966; "
              "CD/9985=instrument:cd-9985");
    expect_in(state, "", "FCCC/CP/2035/10/Add.1, decision 97/512 and CCW/GGE.1/2033/2.", instruments,
              "FCCC/CP/2035/10/Add.1=instrument:fccc-cp-2035-10-add-1; decision 97/512=instrument:a-dec-97-512; "
              "CCW/GGE.1/2033/2=instrument:ccw-gge-1-2033-2");
    expect_in(state, "", "Open 24/7 and/or on 5/6/2024, see http://a.org/A/B.", instruments, "");
}

/* ---- definitions ------------------------------------------------------------------------------------------------- */

static void brackets_define(void **state)
{
    const ent_kinds bodies = ENT_KIND_BIT(ENT_ORGANIZATION);
    expect_in(state, "", "The Institute of Widget Affairs (IWA) met.\nLater IWA and Iwa differed.", bodies,
              "Institute of Widget Affairs=organization:institute-of-widget-affairs; "
              "IWA=organization:institute-of-widget-affairs; "
              "IWA=organization:institute-of-widget-affairs");
    expect_in(state, "", "The Ministry of Widgets (hereafter the Ministry) met.\nThen the Ministry left.", bodies,
              "Ministry of Widgets=organization:ministry-of-widgets; Ministry=organization:ministry-of-widgets; "
              "Ministry=organization:ministry-of-widgets");
    expect_in(state, "", "The Institute of Widget Affairs (Paris) met.\nParis is far.", bodies,
              "Institute of Widget Affairs=organization:institute-of-widget-affairs");
}

static void lists_define(void **state)
{
    expect_in(state, "",
              "# Acronyms\nIWA Institute of Widget Affairs\nITU: International Telecommunication Union\n# Text\nThe "
              "IWA wrote to ITU.",
              ENT_KIND_BIT(ENT_ORGANIZATION),
              "IWA=organization:institute-of-widget-affairs; Institute of Widget "
              "Affairs=organization:institute-of-widget-affairs; ITU=organization:itu; "
              "International Telecommunication Union=organization:itu; IWA=organization:institute-of-widget-affairs; "
              "ITU=organization:itu");
}

/* ---- names by form ----------------------------------------------------------------------------------------------- */

static void bodies_by_form(void **state)
{
    expect(state, "The Academy of Air, Widget Policy and Law works with Widgetland Space Laboratory.",
           "Academy of Air, Widget Policy and Law=organization:academy-of-air-widget-policy-and-law; "
           "Widgetland Space Laboratory=organization:widgetland-space-laboratory");
    expect(
        state, "Staff of the Division for Widgets and Sensitive Technologies spoke with Zambezi Consulting Ltd.",
        "Division for Widgets and Sensitive Technologies=organization:division-for-widgets-and-sensitive-technologies; "
        "Zambezi Consulting Ltd=organization:zambezi-consulting-ltd");
    expect(state, "The Ministry of Widgets of Chile and the Chilean Ministry of Widgets are one.",
           "Ministry of Widgets of Chile=organization:ministry-of-widgets-of-chile; [Chile=state:chile]; "
           "Chilean Ministry of Widgets=organization:ministry-of-widgets-of-chile; [Chilean=state:chile~]");
    expect(state, "The annual report of the department was a programme for the office.", "");
}

static void forums_instruments_and_events_by_form(void **state)
{
    expect(state, "The Working Group on reducing widget waste was set up by the Widget Reduction Treaty.",
           "Working Group on reducing widget waste=forum:working-group-on-reducing-widget-waste; "
           "Widget Reduction Treaty=instrument:widget-reduction-treaty");
    expect(state, "It spoke at the 2031 Widget Safety Symposium.",
           "2031 Widget Safety Symposium=event:2031-widget-safety-symposium");
    expect(state, "The First and Fourth Committees met.",
           "First=forum:first-committee; Fourth Committees=forum:fourth-committee");
    expect(state, "Article IX of the Outer Space Treaty applies.",
           "Article IX of the Outer Space Treaty=instrument:outer-space-treaty-article-9; [Outer Space "
           "Treaty=instrument:outer-space-treaty]");
}

/* ---- persons
 * --------------------------------------------------------------------------------------------------------------------
 */

static void persons(void **state)
{
    const ent_kinds people = ENT_KIND_BIT(ENT_PERSON);
    expect_in(state, "", "H.E. Mr. Zoltan Quux and Dr. Anna van der Blip opened.\nQuux thanked Anna.", people,
              "Zoltan Quux=person:zoltan-quux; Anna van der Blip=person:anna-van-der-blip; Quux=person:zoltan-quux; "
              "Anna=person:anna-van-der-blip");
    expect_in(state, "", "- Qwx Blorp (Director, Institute of Widgets)", people, "Qwx Blorp=person:qwx-blorp");
    expect_in(state, "", "MARIA QUUX · PETER BLORP\nMaria Quux wrote it.", people,
              "MARIA QUUX=person:maria-quux; PETER BLORP=person:peter-blorp; Maria Quux=person:maria-quux");
    expect_in(state, "", "The Maria Quux Fellowship, Peter Street and Widget Sunday are no people.", people, "");
}

/* ---- short forms and references ---------------------------------------------------------------------------------- */

static void context_decides_short_forms(void **state)
{
    const ent_kinds forums = ENT_KIND_BIT(ENT_FORUM);
    expect_in(state, "", "On space threats the OEWG agreed little.", forums, "OEWG=forum:oewg-space-threats");
    expect_in(state, "", "The 2018–2019 GGE on outer space found no consensus.", forums,
              "2018–2019 GGE=forum:gge-paros-2018-2019");
    expect_in(state, "", "An OEWG met.", forums, "OEWG=?");
}

static void references_go_back(void **state)
{
    expect(state, "The Institute of Widget Affairs met. The Institute agreed.",
           "Institute of Widget Affairs=organization:institute-of-widget-affairs; "
           "Institute=organization:institute-of-widget-affairs");
    expect(state, "The Outer Space Treaty binds. States praised the treaty.",
           "Outer Space Treaty=instrument:outer-space-treaty; States=bloc:member-states; "
           "treaty=instrument:outer-space-treaty");
    expect_in(state, "2031 Widget Safety Symposium Report", "This report covers the symposium.", NO_TOPICS,
              "report=instrument:2031-widget-safety-symposium-report; symposium=event:2031-widget-safety-symposium");
    expect_in(state, "2031 Widget Safety Symposium Report", "Panel II went well.", NO_TOPICS,
              "Panel II=event:2031-widget-safety-symposium-panel-2");
}

/* ---- classes
 * ---------------------------------------------------------------------------------------------------------------------
 */

static void classes_are_counted(void **state)
{
    const ent_kinds blocs = ENT_KIND_BIT(ENT_BLOC);
    expect_in(
        state, "", "It was backed by 37 States, many delegations and twelve countries.", blocs,
        "37 States=bloc:member-states#37; many delegations=bloc:member-states; twelve countries=bloc:member-states#12");
    expect_in(state, "", "The 12 Latin American States agreed.", blocs,
              "Latin American States=bloc:latin-american-states#12");
    expect_in(state, "", "In 2023 states of matter changed.", blocs, "");
}

/* A report and a programme of one meeting call its panels the same. */
static void panels_are_named_after_the_meeting(void **state)
{
    const ent_kinds events = ENT_KIND_BIT(ENT_EVENT);
    expect_in(state, "Paths to Widgets: Seminar Report", "# Panel I: Why", events,
              "Panel I=event:paths-to-widgets-panel-1");
    expect_in(state, "PATHS TO WIDGETS", "# Panel I: Why", events, "Panel I=event:paths-to-widgets-panel-1");
    expect_in(state, "Widgets: Gadgets", "# Panel I: Why", events, "Panel I=event:widgets-gadgets-panel-1");
    expect_in(state, "About us", "# 2nd Blorp Summit\nDay 1\nKeynote address\n# Panel I: Why", events,
              "2nd Blorp Summit=event:2nd-blorp-summit; Day 1=event:2nd-blorp-summit-day-1; "
              "Panel I=event:2nd-blorp-summit-panel-1");
}

/* What stands before a symbol in brackets is the text that the symbol names. */
static void texts_described_and_cited(void **state)
{
    const ent_kinds texts = ENT_KIND_BIT(ENT_INSTRUMENT);
    expect_in(state, "", "China presented a revised draft treaty (CD/1985) in Geneva.", texts,
              "revised draft treaty (CD/1985)=instrument:cd-1985");
    expect_in(state, "", "The Assembly adopted principles on widgets (resolution 41/65).", texts,
              "principles on widgets (resolution 41/65)=instrument:a-res-41-65");
    expect_in(state, "", "It adopted the draft resolution titled \"Widget Treaty\" (document A/78/401) by vote.", texts,
              "draft resolution titled \"Widget Treaty\" (document A/78/401)=instrument:a-78-401");
    expect_in(state, "", "It met in Geneva (A/77/20) and left.", texts, "A/77/20=instrument:a-77-20");
    expect_in(
        state, "", "The Agency for Lunar Widgets by resolution 92/34 was set up.", NO_TOPICS,
        "Agency for Lunar Widgets=organization:agency-for-lunar-widgets; resolution 92/34=instrument:a-res-92-34");
}

/* ---- topics in a row --------------------------------------------------------------------------------------------- */

static void topics_share_words(void **state)
{
    const ent_kinds topics = ENT_KIND_BIT(ENT_TOPIC);
    expect_in(state, "", "Space security, safety and sustainability were discussed.", topics,
              "Space security=topic:space-security; safety=topic:space-safety; "
              "sustainability=topic:space-sustainability");
    expect_in(state, "", "Hard and soft law were compared.", topics,
              "Hard=topic:legally-binding-instruments; soft law=topic:non-legally-binding-measures");
    expect_in(state, "", "Space security and bicycles were discussed.", topics, "Space security=topic:space-security");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(states_in_all_their_forms),
        cmocka_unit_test(false_friends_of_states),
        cmocka_unit_test(adjectives_count_where_they_act),
        cmocka_unit_test(places_are_told_from_actors),
        cmocka_unit_test(one_resolution_in_all_its_forms),
        cmocka_unit_test(other_symbols),
        cmocka_unit_test(brackets_define),
        cmocka_unit_test(lists_define),
        cmocka_unit_test(bodies_by_form),
        cmocka_unit_test(forums_instruments_and_events_by_form),
        cmocka_unit_test(persons),
        cmocka_unit_test(context_decides_short_forms),
        cmocka_unit_test(references_go_back),
        cmocka_unit_test(texts_described_and_cited),
        cmocka_unit_test(classes_are_counted),
        cmocka_unit_test(panels_are_named_after_the_meeting),
        cmocka_unit_test(topics_share_words),
    };
    return cmocka_run_group_tests(tests, naming_set_up, naming_tear_down);
}
