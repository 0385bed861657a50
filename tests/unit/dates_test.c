/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates in made-up sentences, and what they date. Names are marked "<F Widget Forum>", the first marked name of a
 * relation is its source, the second its target. */
#include "importers/extract/dates/dates.h"

#include "core/base/buf.h"
#include "core/model/key.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* ---- support ----------------------------------------------------------------------------------------------------- */

typedef struct span {
    size_t begin, end;
    ent_kind kind;
} span;

static ent_knowledge *knowledge; /* the shipped one: which words are verbs, and of which relation */

typedef struct trial {
    ent_arena arena;
    ent_buf text;
    ent_document document;
    ENT_VEC(span) spans;
    ent_segments segments;
    ent_mentions mentions;
    ent_facts facts;
} trial;

static ent_kind kind_of(char letter)
{
    static const char letters[] = "SBOPFEIRT"; /* in the order of the kinds */
    const char *at = strchr(letters, letter);
    assert_non_null(at);
    return (ent_kind)(at - letters);
}

/* Takes the marks out of the text; each line is a block. */
static void read_marks(trial *t, const char *marked)
{
    for (size_t i = 0; marked[i]; i++) {
        if (marked[i] == '<') {
            ent_vec_push(&t->arena, &t->spans, (span){t->text.len, 0, kind_of(marked[i + 1])});
            i += 2;
        } else if (marked[i] == '>') {
            t->spans.items[t->spans.n - 1].end = t->text.len;
        } else {
            ent_buf_add_char(&t->text, marked[i]);
        }
    }
    t->document.text = ent_buf_str(&t->text);
    ent_str rest = t->document.text, line;
    while (ent_str_split(&rest, ENT_STR("\n"), &line)) {
        size_t begin = (size_t)(line.data - t->document.text.data);
        ent_vec_push(&t->arena, &t->document.blocks,
                     (ent_block){ENT_BLOCK_PARAGRAPH, 0, begin, begin + line.len, 1, 0, 0});
    }
}

static uint32_t token_at(const trial *t, size_t byte)
{
    uint32_t token = 0;
    while (token < t->segments.tokens.n && t->segments.tokens.items[token].begin < byte)
        token++;
    return token;
}

static void add_mentions(trial *t)
{
    size_t next = 0;
    for (uint32_t s = 0; s < t->segments.sentences.n; s++) {
        ent_vec_push(&t->arena, &t->mentions.sentence_first, (uint32_t)t->mentions.items.n);
        for (; next < t->spans.n && token_at(t, t->spans.items[next].begin) < t->segments.sentences.items[s].last;
             next++) {
            const span *p = &t->spans.items[next];
            ent_str name = ent_str_slice(t->document.text, p->begin, p->end);
            uint32_t entity = ent_mentions_entity(&t->arena, &t->mentions, p->kind,
                                                  ent_key_make(&t->arena, p->kind, name), name, ENT_STR_EMPTY);
            ent_vec_push(&t->arena, &t->mentions.items,
                         (ent_mention){.first = token_at(t, p->begin),
                                       .last = token_at(t, p->end),
                                       .sentence = s,
                                       .entity = entity,
                                       .kind = p->kind,
                                       .confidence = 1});
        }
    }
    ent_vec_push(&t->arena, &t->mentions.sentence_first, (uint32_t)t->mentions.items.n);
}

static void begin(trial *t, const char *marked)
{
    *t = (trial){0};
    read_marks(t, marked);
    ent_segment(&t->arena, &knowledge->vocabulary, &t->document, &t->segments);
    add_mentions(t);
}

static void end(trial *t)
{
    ent_buf_clear(&t->text);
    ent_arena_clear(&t->arena);
}

/* The dates of a text: "from/to", with '?' before one without a preposition, joined by bars. */
static void expect_dates(const char *text, const char *expected)
{
    trial t;
    char found[512] = "";
    begin(&t, text);
    ent_date_vec dates = {0};
    for (uint32_t s = 0; s < t.segments.sentences.n; s++)
        ent_dates_find(&t.arena, &t.segments, s, &dates);
    for (size_t i = 0; i < dates.n; i++) {
        const ent_date *d = &dates.items[i];
        size_t n = strlen(found);
        snprintf(found + n, sizeof found - n, "%s%s%.*s/%.*s", n ? "|" : "", d->lead == ENT_DATE_BARE ? "?" : "",
                 ENT_STR_ARG(d->from), ENT_STR_ARG(d->to));
    }
    assert_string_equal(found, expected);
    end(&t);
}

/* What the one relation of a sentence is dated, between the marked names `source` and `target`. */
static void expect_between(ent_relation_type type, uint32_t source, uint32_t target, const char *marked,
                           const char *expected)
{
    trial t;
    char found[128];
    begin(&t, marked);
    ent_fact_relation relation = {
        .type = type, .source = source, .target = target, .from = ENT_STR_EMPTY, .to = ENT_STR_EMPTY};
    ent_vec_push(&t.arena, &t.facts.relations, relation);
    ent_dates_apply(&t.arena, knowledge, &t.segments, &t.mentions, &t.facts);
    const ent_fact_relation *r = &t.facts.relations.items[0];
    snprintf(found, sizeof found, "%.*s/%.*s", ENT_STR_ARG(r->from), ENT_STR_ARG(r->to));
    assert_string_equal(found, expected);
    end(&t);
}

static void expect_relation(ent_relation_type type, const char *marked, const char *expected)
{
    expect_between(type, 0, 1, marked, expected);
}

/* What the first marked name's attributes become. */
static void expect_event(const char *marked, const char *expected)
{
    trial t;
    char found[256];
    begin(&t, marked);
    t.mentions.entities.items[0].entry = UINT32_MAX;
    ent_dates_apply(&t.arena, knowledge, &t.segments, &t.mentions, &t.facts);
    snprintf(found, sizeof found, ENT_STR_FMT, ENT_STR_ARG(t.mentions.entities.items[0].attributes));
    assert_string_equal(found, expected);
    end(&t);
}

/* ---- dates ------------------------------------------------------------------------------------------------------- */

static void days(void **state)
{
    (void)state;
    expect_dates("It met on 24 December 2021.", "2021-12-24/2021-12-24");
    expect_dates("It met on Friday, 24th of December 2021.", "2021-12-24/2021-12-24");
    expect_dates("It met on May 13, 2022, in haste.", "2022-05-13/2022-05-13");
    expect_dates("Updated: 2022-05-13", "?2022-05-13/2022-05-13");
    expect_dates("It met on 3 Sept. 2021 and on 7 Oct 2021.", "2021-09-03/2021-09-03|2021-10-07/2021-10-07");
    expect_dates("On 3 May 2021 and 4 June 2022 it met.", "2021-05-03/2021-05-03|?2022-06-04/2022-06-04");
}

static void rows_of_days(void **state)
{
    (void)state;
    expect_dates("Rome, 9–13 May 2022", "?2022-05-09/2022-05-13");
    expect_dates("It met from 9 to 13 May 2022.", "2022-05-09/2022-05-13");
    expect_dates("It met between 9 and 13 May 2022.", "2022-05-09/2022-05-13");
    expect_dates("It met on 13 and 14 September 2023.", "2023-09-13/2023-09-14");
    expect_dates("It met on 13, 14 and 15 September 2023.", "2023-09-13/2023-09-15");
    expect_dates("It met on 3-4 November 2022 and 9 – 10 May 2023.", "2022-11-03/2022-11-04|?2023-05-09/2023-05-10");
    expect_dates("On May 13–15, 2022 it met.", "2022-05-13/2022-05-15");
    expect_dates("From 30 November to 2 December 2022.", "2022-11-30/2022-12-02");
    expect_dates("From 28 December to 2 January 2023.", "2022-12-28/2023-01-02");
    expect_dates("From 31 October 2021 to 13 November 2021.", "2021-10-31/2021-11-13");
    expect_dates("After 9–13 May 2022, it met on 23–24 June and on 3 July.",
                 "?2022-05-09/2022-05-13|2022-06-23/2022-06-24|2022-07-03/2022-07-03");
    expect_dates("See panel 2, 14 September 2023.", "?2023-09-14/2023-09-14");
}

static void months_and_years(void **state)
{
    (void)state;
    expect_dates("In September 2023 it met.", "2023-09/2023-09");
    expect_dates("In November–December 2022 it met.", "2022-11/2022-12");
    expect_dates("It began in 2007, or in early 2008, or by the end of 2009.", "2007/2007|2008/2008|/2009");
    expect_dates("It has met since 1959.", "1959/");
    expect_dates("As of 1 January 2020 it meets; until March 2021 it met.", "2020-01-01/|/2021-03");
    expect_dates("Widgets, 1962–1968 and 2018-2019.", "?1962/1968|?2018/2019");
    expect_dates("It met between 1962 and 1968, and from 2012 to 2013.", "1962/1968|2012/2013");
    expect_dates("It met in 2018–19 and from 2020.", "2018/2019|2020/");
    expect_dates("The Fair (2015) was long.", "?2015/2015");
}

static void what_is_no_date(void **state)
{
    (void)state;
    expect_dates("Document A/2022/5 on 2000 widgets, 1980 of them red.", "");
    expect_dates("The post-2020 gears; they may 13 times turn.", "");
    expect_dates("It met on 15 September and on 31 June 2022.", "");
    expect_dates("A May widget and 9 gears in 13 boxes", "");
}

/* ---- relations --------------------------------------------------------------------------------------------------- */

static void relations_of_one_clause(void **state)
{
    (void)state;
    expect_relation(ENT_ESTABLISHED_BY, "The <F Widget Forum> was established in 2007 by <I the Gear Act>.",
                    "2007/2007");
    expect_relation(ENT_ESTABLISHED_BY, "The <F Widget Forum> was set up by <I the Gear Act> on 3 May 2021.",
                    "2021-05-03/2021-05-03");
    expect_relation(ENT_SUBMITTED_TO, "The draft of <I the Gear Act> was submitted to the <F Widget Forum> in 2008.",
                    "2008/2008");
    expect_relation(ENT_PROPOSED, "In 2008, <S Chile> tabled <I the Gear Act>.", "2008/2008");
    expect_relation(ENT_MEMBER_OF, "<S Chile> has been a member of the <F Widget Forum> since 1959.", "1959/");
    expect_relation(ENT_COMMITTED_TO, "<S Chile> pledged to ratify <I the Gear Act> by 2030.", "/2030");
    expect_relation(ENT_AFFILIATED_WITH, "<P Ann Cog> worked at the <O Gear Works> from 2012 to 2013.", "2012/2013");
    expect_relation(ENT_AFFILIATED_WITH, "<P Ann Cog> was Head of the <O Gear Works> (2012-2013).", "2012/2013");
    expect_relation(ENT_AFFILIATED_WITH,
                    "From 2012 to 2013, <P Ann Cog> led the <O Gear Works>, and since 2015 she serves elsewhere.",
                    "2012/2013");
    expect_relation(ENT_AFFILIATED_WITH,
                    "<P Ann Cog> led the <O Gear Works> and was Fellow of the <O Gear Club> from 2012 to 2013.", "/");
    expect_relation(ENT_AFFILIATED_WITH, "<P Ann Cog> led the <O Gear Works> for Gears and Wheels from 2012 to 2013.",
                    "2012/2013");
    expect_relation(ENT_PROPOSED, "<S Chile>, which in 2008 presented <I the Gear Act>, left.", "2008/2008");
    expect_relation(ENT_PROPOSED, "<S Chile> tabled <I the Gear Act> in 2008 and a new draft in 2014.", "2008/2008");
}

static void dates_of_other_words(void **state)
{
    (void)state;
    expect_relation(ENT_MEMBER_OF, "<S Chile> is a member of the <F Widget Forum> established in 2007.", "/");
    expect_relation(ENT_PROPOSED, "<S Chile> tabled <I the Gear Act>, which was adopted in 2007.", "/");
    expect_relation(ENT_ADOPTED, "In 2007, experts said that the <F Widget Forum> adopted <I the Gear Act>.", "/");
    expect_relation(ENT_ADOPTED, "Since its birth in 2007, the <F Widget Forum> adopted <I the Gear Act>.", "/");
    expect_relation(ENT_ADOPTED, "The <F Widget Forum> adopted <I Gear Act of 13 May 2022>.", "/");
    expect_relation(ENT_ADOPTED, "The <F Widget Forum> adopted <I the Gear Act> (13 May 2022).", "/");
    expect_relation(ENT_SUPPORTS, "In 2007, <S Chile> supported <I the Gear Act>.", "/");
}

/* An entry of a timeline begins with its date, and tells what happened then. */
static void entries_of_timelines(void **state)
{
    (void)state;
    expect_relation(ENT_ADOPTED, "3 May 1999: The <F Widget Forum> adopts <I the Gear Act>.", "1999-05-03/1999-05-03");
    expect_relation(ENT_MEMBER_OF, "2017 – <S Chile> joined the <F Widget Forum>.", "2017/2017");
    expect_relation(ENT_MEMBER_OF, "2017 – <S Chile> is a member of the <F Widget Forum>.", "/");
    expect_relation(ENT_MEMBER_OF, "2017 <S Chile> joined the <F Widget Forum>.", "/");
    expect_event("9–13 May 2022: The <E Gear Fair> convenes.", "date=2022-05-09/2022-05-13");
    expect_event("13 May 2022\nThe <E Gear Fair> convenes.\nThe <E Cog Fair> does not.", "date=2022-05-13");
}

static void taking_part_has_the_events_date(void **state)
{
    (void)state;
    expect_relation(ENT_PARTICIPATES_IN, "<S Chile> spoke at the <E Gear Fair> held in Rome on 3 May 2022.",
                    "2022-05-03/2022-05-03");
    expect_relation(ENT_ORGANIZES, "The <O Gear Works> hosted the <E Gear Fair> in May 2022.", "2022-05/2022-05");
    expect_between(ENT_PROPOSED, 0, 2, "<S Chile> at the <E Gear Fair> in 2022 tabled <I the Gear Act>.", "/");
}

/* ---- events ------------------------------------------------------------------------------------------------------ */

static void events_have_dates_and_places(void **state)
{
    (void)state;
    expect_event("The <E Gear Fair> was held in Geneva on 13 and 14 September 2023.",
                 "date=2023-09-13/2023-09-14; place=Geneva");
    expect_event("The <E Gear Fair> (GF23) took place from 9 to 13 May 2022 at the Palais des Roues in The Hague.",
                 "date=2022-05-09/2022-05-13; place=The Hague");
    expect_event("The <E Gear Fair> (Rio de Janeiro, 9–13 May 2022) was loud.",
                 "date=2022-05-09/2022-05-13; place=Rio de Janeiro");
    expect_event("The <E Gear Fair>, convened at <O Gear Headquarters> in New York in May 2022, was loud.",
                 "date=2022-05; place=New York");
    expect_event("On 13 May 2022, the <E Gear Fair> was held in Geneva.", "date=2022-05-13; place=Geneva");
    expect_event("The 13–14 May 2022 <E Gear Fair> was loud.", "date=2022-05-13/2022-05-14");
    expect_event("The <E Gear Fair> met in 2022.\nThe <E Gear Fair> met on 9 May 2022.", "date=2022-05-09");
    expect_event("The <E Gear Fair> met on 9–13 May 2022.\nThe <E Gear Fair> opened on 9 May 2022.",
                 "date=2022-05-09/2022-05-13");
}

static void events_without_their_own(void **state)
{
    (void)state;
    expect_event("The <E Gear Fair> was founded in Geneva in 2022.", "");
    expect_event("The <E Gear Fair> and the <E Cog Fair>, held in Geneva in 2022, were loud.", "");
    expect_event("The <E Gear Fair> was held in 2021.\nThe <E Gear Fair> was held in 2022.", "");
    expect_event("The <E Gear Fair> has been held since 2010 in English.", "");
    expect_event("The <E Gear Fair> in Room 5 was loud.", "");
}

static void an_organized_event_is_dated(void **state)
{
    (void)state;
    trial t;
    begin(&t, "On 13 May 2022, the <O Gear Works> held the <E Gear Fair>.");
    t.mentions.entities.items[1].entry = UINT32_MAX;
    ent_vec_push(&t.arena, &t.facts.relations,
                 (ent_fact_relation){
                     .type = ENT_ORGANIZES, .source = 0, .target = 1, .from = ENT_STR_EMPTY, .to = ENT_STR_EMPTY});
    ent_dates_apply(&t.arena, knowledge, &t.segments, &t.mentions, &t.facts);
    assert_true(ent_str_eq(t.mentions.entities.items[1].attributes, ENT_STR("date=2022-05-13")));
    end(&t);
}

static int load(void **state)
{
    (void)state;
    ent_error err;
    return ent_knowledge_load(NULL, NULL, NULL, &knowledge, &err) == ENT_OK ? 0 : -1;
}

static int unload(void **state)
{
    (void)state;
    ent_knowledge_free(knowledge);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days),
        cmocka_unit_test(rows_of_days),
        cmocka_unit_test(months_and_years),
        cmocka_unit_test(what_is_no_date),
        cmocka_unit_test(relations_of_one_clause),
        cmocka_unit_test(dates_of_other_words),
        cmocka_unit_test(entries_of_timelines),
        cmocka_unit_test(taking_part_has_the_events_date),
        cmocka_unit_test(events_have_dates_and_places),
        cmocka_unit_test(events_without_their_own),
        cmocka_unit_test(an_organized_event_is_dated),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
