/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/names/names.h"
#include "importers/extract/names/persons/person_name.h"

enum { MAX_LEFT = 10, MAX_RIGHT = 32, MAX_SMALL = 16, MAX_LIST = 9 };

static bool is_name_word(const ent_finder *f, uint32_t token)
{
    const ent_token *t = &f->tokens[token];
    return t->kind == ENT_TOKEN_WORD && t->flags & ENT_TOKEN_CAPITAL && !(ent_finder_lists(f, token) & ENT_LIST(MONTH));
}

/* A number that may open a name: "2023 Conference", "21st Meeting". */
static bool is_name_number(const ent_finder *f, uint32_t token)
{
    return ent_is_digit(f->document->text.data[f->tokens[token].begin]) &&
           (f->tokens[token].kind == ENT_TOKEN_WORD || f->tokens[token].end - f->tokens[token].begin == 4);
}

static bool is_actor_at(const ent_finder *f, uint32_t token)
{
    const ent_candidate *over = ent_finder_over(f, token);
    return over && (ent_kinds_has(ENT_KINDS_ACTOR, over->mention.kind) || over->mention.kind == ENT_FORUM);
}

/* A new name begins here, with a head of its own ("… and the Ministry of") or a person's ("… and Mr."). */
static bool opens_name(const ent_finder *f, uint32_t token)
{
    static const char *const titles[] = {"Mr", "Ms", "Mrs", "Dr", "Prof", NULL};
    bool headed = token + 1 < f->n_tokens && ent_finder_lists(f, token) & ENT_LIST(ORGANIZATION_HEAD) &&
                  (ent_finder_is(f, token + 1, f->words.of) || ent_finder_is(f, token + 1, f->words.for_));
    return headed || ent_finder_reads_any(f, token, f->n_tokens, titles);
}

/* ---- before the head --------------------------------------------------------------------------------------------- */

/* "Weapons of Mass Destruction Programme", "Policy and Cooperation Bureau": the small word before `at` joins. */
static bool joins_left(const ent_finder *f, uint32_t begin, uint32_t small)
{
    const ent_candidate *over = small > begin ? ent_finder_over(f, small - 1) : NULL;
    if (small <= begin || !is_name_word(f, small - 1) || (over && over->mention.kind != ENT_TOPIC))
        return false;
    uint64_t before = ent_finder_lists(f, small - 1);
    if (before & (ENT_LIST(FIRST_NAME) | ENT_LISTS_HEAD) ||
        (before & ENT_LIST(STARTER) && !(before & ENT_LIST(ORDINAL))))
        return false;
    if (ent_finder_is(f, small, f->words.of))
        return !(before & (ENT_LIST(POST) | ENT_LIST(PERSON_TITLE)));
    if (ent_finder_is(f, small, f->words.comma)) /* "the Science, Technology and Policy Programme" */
        return small >= begin + 2 && ent_finder_is(f, small - 2, f->words.the) &&
               ent_finder_is(f, small + 2, f->words.and_);
    return ent_finder_is(f, small, f->words.and_) || ent_finder_is(f, small, f->words.ampersand);
}

/* The token before `at`, or the beginning of the known name there, when it belongs to the name; else `at`. */
static uint32_t step_left(const ent_finder *f, uint32_t begin, uint32_t at)
{
    uint32_t before = at - 1;
    const ent_candidate *over = ent_finder_over(f, before);
    if (over && over->mention.source != ENT_BY_SYMBOL)
        return over->mention.last == at && over->mention.first >= begin && is_name_word(f, over->mention.first) &&
                       over->mention.kind != ENT_PERSON && over->mention.kind != ENT_EVENT
                   ? over->mention.first
                   : at;
    uint64_t lists = ent_finder_lists(f, before);
    if (is_name_number(f, before)) /* "2023 Conference", but "9 May 2023 Conference" in a table */
        return before > begin && ent_finder_lists(f, before - 1) & ENT_LIST(MONTH) ? at : before;
    if (ent_finder_ends_cell(f, before))
        return at;
    if (ent_side_before_dash(f, begin, at) < at)
        return ent_side_before_dash(f, begin, at);
    bool aside = before >= begin + 3 && ent_finder_is(f, before, f->words.close) &&
                 ent_finder_is(f, before - 2, f->words.open) && ent_finder_is_acronym(f, before - 1);
    if (aside && ent_finder_lists(f, at) & ENT_LIST(MINOR_HEAD) && is_name_word(f, before - 3))
        return before - 2; /* "Widget Affairs (WA) Division" */
    if (!is_name_word(f, before))
        return joins_left(f, begin, before) ? before : at;
    bool inside = before > begin && is_name_word(f, before - 1) && !(lists & ENT_LIST(LINK)); /* "Quux Support Unit" */
    if (lists & ENT_LIST(POST) && ent_finder_lists(f, at) & ENT_LIST(POST) && at + 1 < f->n_tokens &&
        ent_finder_lists(f, at + 1) & ENT_LIST(GOVERNMENT_HEAD))
        return at; /* "Second Secretary, Permanent Mission" without its comma */
    bool starts = lists & ENT_LIST(STARTER) && !inside && (before == begin || !(lists & ENT_LIST(ORDINAL)));
    bool post = lists & (ENT_LIST(POST) | ENT_LIST(PERSON_TITLE)) && !(lists & ENT_LIST(GENERIC_PART)) &&
                before == begin &&
                !(ent_finder_lists(f, at) & ENT_LIST(GOVERNMENT_HEAD)); /* "Permanent Mission of Oz" */
    return starts || post ? at : before;
}

/* ---- behind the head --------------------------------------------------------------------------------------------- */

/* "Air, Space Policy and Law": the comma at `at` stands in a list of capital words that an "and" closes. */
static bool is_list_comma(const ent_finder *f, uint32_t at, uint32_t end)
{
    for (uint32_t i = at + 1; i + 1 < end && i < at + MAX_LIST; i++) {
        if (ent_finder_is(f, i, f->words.and_))
            return i > at + 1 && is_name_word(f, i + 1) && !is_actor_at(f, i + 1) && !opens_name(f, i + 1);
        if ((!is_name_word(f, i) && !ent_finder_is(f, i, f->words.comma)) || is_actor_at(f, i) ||
            ent_finder_lists(f, i) & (ENT_LISTS_HEAD | ENT_LIST(PERSON_TITLE)) ||
            (i == at + 1 && ent_finder_lists(f, i) & ENT_LIST(POST)))
            return false;
    }
    return false;
}

/* "a", "an". */
static bool is_indefinite(const ent_finder *f, uint32_t token)
{
    ent_str text = ent_token_text(f->segments, token);
    return ent_str_eq(text, ENT_STR("a")) || ent_str_eq(text, ENT_STR("an"));
}

bool ent_name_is_adverbial(const ent_finder *f, uint32_t at, uint32_t end)
{
    enum { LONGEST_MANNER = 5 };
    static const char *const nouns[] = {"basis",   "behalf", "margins", "sidelines", "occasion",  "eve",
                                        "part",    "day",    "agenda",  "grounds",   "condition", "initiative",
                                        "request", "way",    "table",   "floor"};
    at += ent_finder_is(f, at, f->words.the);
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (ent_finder_reads(f, at, end, nouns[i]))
            return true;
    for (uint32_t i = at + 1; i <= at + LONGEST_MANNER && is_indefinite(f, at); i++) /* "on a day-to-day basis" */
        if (ent_finder_reads(f, i, end, "basis"))
            return true;
    return false;
}

/* "The report of the Group to the Conference": what is sent to a forum is the report. But "Mission of Widgetland to the
 * Conference". */
static bool is_addressed(const ent_finder *f, uint32_t to, uint32_t next)
{
    const ent_candidate *over = ent_finder_over(f, next), *before = to ? ent_finder_over(f, to - 1) : NULL;
    bool sent = (before && ent_kinds_has(ENT_KINDS_ACTOR, before->mention.kind)) ||
                (to && ent_finder_lists(f, to - 1) & ENT_LIST(GOVERNMENT_HEAD));
    return over && over->mention.first == next && over->mention.kind == ENT_FORUM && !sent;
}

/* Where a complement stands behind the word `link` at `at`: behind "the", at a capital; 0 where none follows. */
static uint32_t complement_of(const ent_finder *f, uint32_t at, uint32_t end)
{
    uint32_t next = at + 1;
    if (next < end && (ent_finder_is(f, next, f->words.the) || is_indefinite(f, next)))
        next++;
    if (next >= end ||
        (!is_name_word(f, next) && !(ent_finder_over(f, next) && ent_finder_over(f, next)->mention.first == next)))
        return 0;
    if (next > at + 1 && ent_finder_reads(f, next, end, "report"))
        return 0; /* "adoption by the Conference of the Report" */
    if (ent_finder_reads(f, at, end, "under") && ent_finder_reads(f, next, end, "article"))
        return 0; /* "the Convention under Article 11" */
    if (ent_finder_over(f, next) && ent_finder_over(f, next)->mention.source == ENT_BY_SYMBOL)
        return 0; /* "the Agency for Widgets by resolution 12/34" */
    if (ent_finder_is(f, at, f->words.to) && is_addressed(f, at, next))
        return 0;
    bool goes_on = next + 1 < end && ent_finder_is(f, next + 1, f->words.of) && !is_actor_at(f, next);
    bool in = ent_finder_is(f, at, f->words.in); /* a place, but "the Use in War of Widgets" */
    if (in && !goes_on && !(ent_finder_lists(f, next) & ENT_LIST(REGION)))
        return 0;
    bool at_place = ent_finder_is(f, at, f->words.at);
    return at_place && ent_finder_over(f, next) ? 0 : next;
}

/* "… to the United Nations Office and other international organizations in Geneva": the words from "and" on, or 0. */
static uint32_t other_organizations(const ent_finder *f, uint32_t at, uint32_t end)
{
    static const char *const words[] = {"and", "other", "international", "organizations"};
    for (uint32_t i = 0; i < 4; i++)
        if (at + i >= end || f->tokens[at + i].word != ent_vocabulary_find(f->vocabulary, ent_str_from(words[i])))
            return 0;
    bool place = at + 5 < end && ent_finder_lists(f, at + 4) & ENT_LIST(LINK) && is_name_word(f, at + 5);
    return place ? at + 6 : at + 4;
}

/* Small words inside a title that no noun opens: "Entry into Force", "Countering the Use", in which a link or an
 * article at `at` stands between two words with capitals. */
static bool joins_title(const ent_finder *f, uint32_t at, uint32_t end)
{
    if (at == 0 || at + 1 >= end || !is_name_word(f, at - 1) || !is_name_word(f, at + 1))
        return false;
    if (ent_finder_reads(f, at, end, "into"))
        return ent_finder_reads(f, at - 1, end, "entry");
    return ent_finder_is(f, at, f->words.the) && ent_str_ends(ent_token_text(f->segments, at - 1), ENT_STR("ing")) &&
           !is_actor_at(f, at + 1);
}

static bool is_complement_link(const ent_finder *f, uint32_t at)
{
    return ent_finder_lists(f, at) & ENT_LIST(LINK) && !ent_finder_is(f, at, f->words.and_) &&
           !ent_finder_is(f, at, f->words.the) && !ent_finder_is(f, at, f->words.ampersand) &&
           !ent_finder_is_capital(f, at);
}

/* The token behind what follows at `at` when it belongs to the name, else `at`. `inside`: behind "of", "for", "on". */
static uint32_t step_right(const ent_finder *f, uint32_t at, uint32_t end, bool inside)
{
    if (at >= end) /* a bracket ended the sentence */
        return at;
    const ent_candidate *over = ent_finder_over(f, at);
    if (over && over->mention.first == at && inside)
        return over->mention.last <= end ? over->mention.last : at;
    if (is_complement_link(f, at)) {
        const ent_candidate *before = inside && at ? ent_finder_over(f, at - 1) : NULL;
        bool meeting = ent_finder_is(f, at, f->words.at) && at + 1 < end && ent_finder_is(f, at + 1, f->words.the);
        bool ended =
            before && ((before->mention.kind == ENT_STATE && !ent_finder_is(f, at, f->words.to)) ||
                       (before->mention.kind == ENT_ORGANIZATION && meeting)); /* "to the Union at the Debate" */
        uint32_t next = ended ? 0 : complement_of(f, at, end);
        uint32_t behind = next ? step_right(f, next, end, true) : 0;
        return behind > next ? behind : at; /* a name does not end on the link */
    }
    if (!inside)
        return at;
    uint32_t post = at + (at + 1 < end && f->tokens[at + 1].flags & ENT_TOKEN_HYPHEN); /* "Co-Chair" */
    bool person = post + 1 < end && ent_finder_lists(f, post) & ENT_LIST(POST) && is_name_word(f, post + 1) &&
                  f->tokens[post + 1].word == 0;              /* "… on Widgets Chair Jane Roe" */
    bool initial = at + 2 < end && ent_is_initial(f, at + 1); /* "… Affairs Jane R. Roe" */
    bool named = ent_finder_lists(f, at) & ENT_LIST(FIRST_NAME) &&
                 (initial || (is_actor_at(f, at - 1) && at + 1 < end &&
                              is_name_word(f, at + 1))); /* "Mission of Widgetland to the Union Jane Roe" */
    if (person || named)
        return at;
    if (is_name_word(f, at))
        return ent_finder_lists(f, at) & ENT_LIST(STARTER) && !(ent_finder_lists(f, at) & ENT_LIST(ORDINAL)) ? at
                                                                                                             : at + 1;
    if (joins_title(f, at, end))
        return at + 2;
    if (ent_finder_is(f, at, f->words.and_) && other_organizations(f, at, end))
        return other_organizations(f, at, end);
    bool heads = ent_finder_reads(f, at, end, "or") && ent_finder_reads(f, at - 1, end, "state") &&
                 ent_finder_reads(f, at + 1, end, "government"); /* "Heads of State or Government" */
    bool joined = heads || ent_finder_is(f, at, f->words.and_) || ent_finder_is(f, at, f->words.ampersand);
    bool after_actor = is_actor_at(f, at - 1) && !(ent_finder_lists(f, at - 1) & ENT_LIST(REGION));
    uint32_t next = at + 1;
    if (joined && next + 1 < end && ent_finder_lists(f, next) & ENT_LIST(POST) &&
        ent_finder_is(f, next + 1, f->words.of))
        return at; /* "Council of Widgets and Minister of Gadgets" */
    if (joined && next < end && ent_finder_is(f, next, f->words.the) && next + 1 < end &&
        ent_finder_lists(f, next + 1) & ENT_LIST(REGION))
        next++;
    if (joined && !after_actor && next < end && is_name_word(f, next) && !is_actor_at(f, next) && !opens_name(f, next))
        return next + 1;
    bool comma = ent_finder_is(f, at, f->words.comma) && !after_actor;
    bool last_of_list = comma && at >= 2 && ent_finder_is(f, at - 2, f->words.comma) && at + 2 < end &&
                        ent_finder_is(f, at + 1, f->words.and_);
    if (last_of_list && is_name_word(f, at + 2) && !is_actor_at(f, at + 2) && !opens_name(f, at + 2))
        return at + 3; /* "Law, Economics, and Finance" */
    return comma && is_list_comma(f, at, end) ? at + 2 : at;
}

/* "… on widgets completing its work", "… on widgets and invited the committee": a clause begins at the word, behind the
 * subject. */
static bool begins_clause(const ent_finder *f, uint32_t at, uint32_t end)
{
    ent_str text = ent_token_text(f->segments, at);
    bool and_ = ent_finder_is(f, at - 1, f->words.and_);
    bool verb = ent_str_ends(text, ENT_STR("ing")) ? !(ent_finder_lists(f, at - 1) & ENT_LIST(LINK))
                                                   : and_ && ent_str_ends(text, ENT_STR("ed"));
    static const char *const particles[] = {"out", "down", "forth", NULL}; /* "a framework for widgets setting out" */
    return verb && at + 1 < end &&
           (ent_finder_is(f, at + 1, f->words.the) || ent_finder_is(f, at + 1, f->words.its) ||
            ent_finder_lists(f, at + 1) & ENT_LIST(DETERMINER) || ent_finder_reads_any(f, at + 1, end, particles));
}

/* "… and a treaty", "… and the Widget Protocol". */
static bool opens_another(const ent_finder *f, uint32_t at, uint32_t end)
{
    bool capital = at + 1 < end && ent_finder_is(f, at, f->words.the) && is_name_word(f, at + 1);
    return at < end && (is_indefinite(f, at) || (capital && !(ent_finder_lists(f, at + 1) & ENT_LIST(REGION))));
}

/* "in West Africa": the region, a mention, begins at `at`. */
static bool is_region_in(const ent_finder *f, const ent_candidate *over, uint32_t at)
{
    return over && over->mention.first == at && ent_finder_is(f, at - 1, f->words.in) &&
           ent_finder_lists(f, over->mention.last - 1) & ENT_LIST(REGION);
}

uint32_t ent_name_subject_end(const ent_finder *f, uint32_t at, uint32_t end)
{
    uint32_t last = at;
    for (uint32_t i = at; i < end && i < at + MAX_SMALL; i++) {
        uint64_t lists = ent_finder_lists(f, i);
        bool comma = ent_finder_is(f, i, f->words.comma);
        if (lists & (ENT_LIST(STOP) | ENT_LIST(MONTH)) || (ent_finder_is_punct(f, i) && !comma) ||
            f->tokens[i].kind == ENT_TOKEN_NUMBER)
            break;
        const ent_candidate *over = ent_finder_over(f, i);
        if (i > at && is_region_in(f, over, i)) { /* "… on widgets in West Africa" */
            last = over->mention.last;
            i = last - 1;
            continue;
        }
        if ((over && ent_kinds_has(ENT_KINDS_ACTOR, over->mention.kind) && i > at) ||
            (ent_finder_is(f, i, f->words.and_) && opens_another(f, i + 1, end)))
            break;
        if (i > at && begins_clause(f, i, end))
            break;
        if (!comma && !(lists & ENT_LIST(LINK)) && !is_indefinite(f, i))
            last = i + 1;
        if (comma && !ent_finder_is(f, i + 2, f->words.and_) && !ent_finder_is(f, i + 1, f->words.and_))
            break;
    }
    return last;
}

static void count_words(const ent_finder *f, ent_name_extent *extent)
{
    for (uint32_t i = extent->first; i < extent->last; i++) {
        if (i == extent->head || (!is_name_word(f, i) && !is_name_number(f, i)))
            continue;
        uint64_t lists = ent_finder_lists(f, i);
        extent->n_words++;
        bool head = lists & ENT_LISTS_HEAD && !ent_finder_cues(f, i, extent->last, ENT_CUE(NAMED_HEAD));
        extent->n_proper += is_name_word(f, i) && !(lists & ENT_LIST(GENERIC_PART)) && !head;
    }
}

/* "the Committee for laying a basis": what it is for in a clause, and no part of its name. */
static bool is_gerund_clause(const ent_finder *f, uint32_t at, uint32_t end)
{
    return at + 1 < end && ent_str_ends(ent_token_text(f->segments, at), ENT_STR("ing")) &&
           (ent_finder_is(f, at + 1, f->words.the) || ent_finder_lists(f, at + 1) & ENT_LIST(DETERMINER));
}

/* "Education, Science, Transport and Space Section": the first word of a list that "of" opens and whose last words
 * stand from `first` on; else `first`. */
static uint32_t list_begin(const ent_finder *f, uint32_t begin, uint32_t first, uint32_t head)
{
    bool joined = false;
    for (uint32_t i = first; i < head && !joined; i++)
        joined = ent_finder_is(f, i, f->words.and_);
    uint32_t at = first;
    while (joined && at > begin + 2 && first - at < MAX_LIST * 2 && ent_finder_is(f, at - 1, f->words.comma) &&
           is_name_word(f, at - 2) && !is_actor_at(f, at - 2))
        at -= 2;
    return at < first && at > begin && ent_finder_is(f, at - 1, f->words.of) ? at : first;
}

/* "the 38th Working Group": its session, the number is no part of the name. */
static bool is_counted_body(const ent_finder *f, const ent_name_extent *extent)
{
    uint64_t lists = ent_finder_lists(f, extent->head);
    return extent->first < extent->head && lists & ENT_LIST(FORUM_HEAD) && !(lists & ENT_LIST(EVENT_HEAD)) &&
           is_name_number(f, extent->first) && f->tokens[extent->first].kind == ENT_TOKEN_WORD;
}

/* "Working Paper by Widgetland"; but "submitted to the Conference by Widgetland", "the Treaty of Widgetville by
 * Widgetland" have their names already. */
static bool goes_on_by(const ent_finder *f, ent_name_extent extent, uint32_t by)
{
    uint32_t who = by + 1 + ent_finder_is(f, by + 1, f->words.the);
    const ent_candidate *over = who < f->n_tokens ? ent_finder_over(f, who) : NULL;
    bool row = over && over->mention.kind == ENT_STATE && over->mention.last < f->n_tokens &&
               (ent_finder_is(f, over->mention.last, f->words.comma) ||
                ent_finder_is(f, over->mention.last, f->words.and_)); /* "Joint statement by Chile, Norway and Peru" */
    count_words(f, &extent);
    return !row && ent_finder_lists(f, extent.head) & ENT_LIST(DOCUMENT_HEAD) && extent.n_proper == 0;
}

ent_name_extent ent_name_around(const ent_finder *f, const ent_sentence *sentence, uint32_t head, bool small_subject)
{
    const ent_candidate *over = ent_finder_over(f, head); /* a short form that may go on: "Working Group" */
    uint32_t begin = sentence->first, base = over ? over->mention.last : head + 1;
    ent_name_extent extent = {.first = over ? over->mention.first : head, .head = head, .last = base};
    if (f->tokens[begin].flags & ENT_TOKEN_ALL_CAPS && begin < extent.first && ent_finder_in_acronyms(f, sentence))
        begin++; /* the acronym that the line explains */
    while (extent.first > begin && head - extent.first < MAX_LEFT) {
        uint32_t next = step_left(f, begin, extent.first);
        if (next == extent.first)
            break;
        extent.first = next;
    }
    extent.first = list_begin(f, begin, extent.first, head);
    extent.first += is_counted_body(f, &extent);
    while (extent.last < sentence->last && extent.last - head < MAX_RIGHT &&
           !ent_finder_ends_cell(f, extent.last - 1)) {
        uint32_t at = ent_finder_behind_aside(f, extent.last, sentence->last);
        if (ent_finder_reads(f, at, sentence->last, "by") && !goes_on_by(f, extent, at))
            break;
        if (ent_name_says_nothing(f, at, sentence->last) && !(ent_finder_lists(f, at + 2) & ENT_LIST(ORDINAL)))
            break;
        bool sent = ent_finder_is(f, at, f->words.to) && ent_finder_lists(f, head) & ENT_LIST(EVENT_HEAD);
        uint32_t next = sent ? at : step_right(f, at, sentence->last, extent.last > base);
        if (next == at) /* "the Conference to the Assembly" */
            break;
        extent.last = next;
    }
    uint32_t link = ent_finder_behind_aside(f, extent.last, sentence->last);
    bool for_ = link + 1 < sentence->last && ent_finder_is(f, link, f->words.for_);
    bool about = extent.last == base && link + 1 < sentence->last &&
                 (ent_finder_is(f, link, f->words.on) || (for_ && !is_gerund_clause(f, link + 1, sentence->last))) &&
                 !ent_name_is_adverbial(f, link + 1, sentence->last);
    bool nothing = ent_name_says_nothing(f, extent.last, sentence->last);
    if (small_subject && about && !nothing && f->tokens[link + 1].kind == ENT_TOKEN_WORD) {
        uint32_t end = ent_name_subject_end(f, link + 1, sentence->last);
        extent.last = end > link + 1 ? end : extent.last;
    }
    count_words(f, &extent);
    return extent;
}
