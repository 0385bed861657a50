/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of what is known: "Panel II" of the document's meeting, "its thirty-ninth session" of a forum. */
#include "importers/extract/names/finder.h"
#include "importers/extract/names/meetings/session_codes.h"
#include "importers/extract/names/meetings/sessions.h"

#include "core/model/key.h"

typedef struct part_words {
    uint32_t panel, session, day, meeting;
} part_words;

bool ent_part_is_counted(const ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last)
{
    const ent_sentence *s = &f->segments->sentences.items[sentence];
    uint32_t at;
    bool number = last == first + 1 && first > s->first && ent_finder_is_acronym(f, first) &&
                  ent_part_ordinal(f, first - 1, &at) > 0;
    bool part = number && last < s->last &&
                (ent_finder_lists(f, last) & ENT_LIST(EVENT_HEAD) || ent_finder_reads(f, last, s->last, "session") ||
                 f->tokens[last].kind == ENT_TOKEN_NUMBER);
    return number && !part;
}

static bool is_last_word(const ent_finder *f, uint32_t token)
{
    ent_str text = ent_token_text(f->segments, token);
    return ent_str_eq_nocase(text, ENT_STR("last")) || ent_str_eq_nocase(text, ENT_STR("final"));
}

/* ---- parts of the document's meeting ----------------------------------------------------------------------------- */

static uint32_t own_part(ent_finder *f, const char *what, int64_t number)
{
    static const char *const numerals[] = {"",    "I",    "II", "III", "IV", "V",  "VI",
                                           "VII", "VIII", "IX", "X",   "XI", "XII"};
    ent_str of =
        f->out->self_event != UINT32_MAX ? f->out->entities.items[f->out->self_event].name : ent_meeting_title(f);
    bool panel = what[0] == 'P' && number <= 12;
    const char *joint = of.len ? " of " : "";
    ent_str name =
        panel ? ent_arena_format(f->arena, "%s %s%s" ENT_STR_FMT, what, numerals[number], joint, ENT_STR_ARG(of))
              : ent_arena_format(f->arena, "%s %d%s" ENT_STR_FMT, what, (int)number, joint, ENT_STR_ARG(of));
    ent_str whole = f->out->self_event != UINT32_MAX ? f->out->entities.items[f->out->self_event].key
                                                     : ent_key_make(f->arena, ENT_EVENT, of);
    return ent_mentions_entity(f->arena, f->out, ENT_EVENT, ent_part_key(f, ENT_EVENT, whole, what, number), name,
                               ENT_STR_EMPTY);
}

static void add_part(ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last, uint32_t entity, float confidence)
{
    ent_kind kind = f->out->entities.items[entity].kind;
    ent_finder_add(f, ent_finder_candidate(sentence, first, last, kind, ENT_BY_FORM, entity, confidence));
}

/* "Panel II", "Session 3", "Day 1", "the first panel". */
static bool find_own_part(ent_finder *f, const part_words *w, uint32_t s, uint32_t at, const ent_sentence *sentence)
{
    uint32_t word = f->tokens[at].word, first = at;
    const char *what = word == w->panel ? "Panel" : word == w->session ? "Session" : "Day";
    bool heading = f->segments->document->blocks.items[sentence->block].kind == ENT_BLOCK_HEADING;
    bool numbered = (heading || ent_finder_is_capital(f, at)) && at + 1 < sentence->last;
    int64_t number = numbered ? ent_part_number(f, at + 1) : 0;
    if (number > 0 && number < 100) {
        add_part(f, s, at, at + 2, own_part(f, what, number), 0.9f);
        return true;
    }
    number = word == w->panel && at > sentence->first ? ent_part_ordinal(f, at - 1, &first) : 0;
    if (number > 0 && number <= 12)
        add_part(f, s, first, at + 1, own_part(f, what, number), 0.8f);
    return number > 0;
}

/* ---- sessions of a forum ---------------------------------------------------------------------------------------- */

/* Between a year and "session": "annual", "substantive". */
static bool is_session_adjective(const ent_finder *f, uint32_t token)
{
    return ent_finder_lists(f, token) & ENT_LIST(ORDINAL) ||
           ent_str_eq_nocase(ent_token_text(f->segments, token), ENT_STR("substantive"));
}

/* Which session the words before "session" at `at` say: "third", "second special", "last", "2008",
 * "2008 annual"; 0: none. */
static int64_t session_number(const ent_finder *f, uint32_t begin, uint32_t at, uint32_t *first)
{
    uint32_t before = at;
    int64_t number = 0;
    for (int passed = 0; passed < 3 && before > begin && !number; passed++) {
        const ent_candidate *over = ent_finder_over(f, --before);
        if (over && over->mention.kind == ENT_FORUM)
            break; /* "the First Committee session" */
        number = ent_part_ordinal(f, before, first);
    }
    if (number || at == begin)
        return number;
    *first = at - 1;
    if (is_last_word(f, at - 1))
        return ENT_LAST_SESSION;
    *first -= at > begin + 1 && is_session_adjective(f, at - 1);
    int64_t year = ent_finder_number(f, *first);
    return ent_is_session_year(year) ? year : 0;
}

/* "the first meeting of the Widget Committee (WC-1) on …": a meeting that has a session's code, in the name of the
 * forum or at its end, is the session. */
static bool has_code(const ent_finder *f, uint32_t first, uint32_t last, uint32_t end, int64_t number)
{
    for (uint32_t i = first; i <= last && i < end; i++) {
        uint32_t behind = ent_finder_behind_aside(f, i, end);
        if (behind == i + 4 && ent_finder_number(f, i + 2) == number)
            return true;
    }
    return false;
}

/* The tokens between the sentence's beginning and `at` that join an ordinal to the one behind it: "first and the". */
static uint32_t skip_joints(const ent_finder *f, uint32_t begin, uint32_t at)
{
    while (at > begin && (ent_finder_is(f, at - 1, f->words.and_) || ent_finder_is(f, at - 1, f->words.comma) ||
                          ent_finder_is(f, at - 1, f->words.the)))
        at--;
    return at;
}

/* "The first and second sessions": the ordinals before the one at `first` are sessions of the same forum. */
static void find_sessions_before(ent_finder *f, uint32_t s, uint32_t forum, const char *what, uint32_t first)
{
    uint32_t begin = f->segments->sentences.items[s].first;
    for (;;) {
        uint32_t end = skip_joints(f, begin, first);
        int64_t number = end < first && end > begin ? ent_part_ordinal(f, end - 1, &first) : 0;
        if (number == 0)
            return;
        add_part(f, s, first, end, ent_session_entity(f, forum, what, number), 0.8f);
    }
}

static bool counts(const ent_finder *f, uint32_t token)
{
    int64_t number = ent_finder_number(f, token);
    return number > 1 && !ent_is_session_year(number);
}

/* "special", "extraordinary": sessions that are counted by themselves; NULL: any other word. */
static const char *session_rank(const ent_finder *f, uint32_t token)
{
    ent_str word = ent_token_text(f->segments, token);
    return ent_str_eq_nocase(word, ENT_STR("special"))         ? "special session"
           : ent_str_eq_nocase(word, ENT_STR("extraordinary")) ? "extraordinary session"
                                                               : NULL;
}

static void find_session(ent_finder *f, uint32_t s, uint32_t at, const ent_sentence *sentence, bool meeting)
{
    uint32_t first = at, last = at + 1;
    int64_t number = session_number(f, sentence->first, at, &first);
    if (!number || (meeting && ent_is_session_year(number)) || counts(f, at - 1)) /* "the first two sessions" */
        return;
    const char *extra = at > first ? session_rank(f, at - 1) : NULL;
    uint32_t forum = ent_forum_of_session(f, s, first, at, meeting || extra, &last);
    if (forum == ENT_UNRESOLVED)
        return;
    bool session = !meeting || ent_meets_in_sessions(f, forum) || has_code(f, at, last, sentence->last, number);
    const char *what = extra ? extra : session ? "session" : "meeting";
    if (session && meeting && !extra)
        ent_join_meetings(f, forum, number);
    add_part(f, s, first, last, ent_session_entity(f, forum, what, number), 0.8f);
    if (f->vocabulary->singulars.items[f->tokens[at].word])
        find_sessions_before(f, s, forum, what, first);
}

/* The number at `token`, in figures or in Roman ones of two letters and more ("I" is who speaks). */
static int64_t code_number(const ent_finder *f, uint32_t token)
{
    if (f->tokens[token].kind == ENT_TOKEN_NUMBER)
        return ent_finder_number(f, token);
    ent_str text = ent_token_text(f->segments, token);
    return text.len > 1 ? ent_roman(text) : 0;
}

/* "SBI", "AWG-KP", "COP/MOP": written in capitals from the first token to the one before `last`. */
static bool is_short_form(const ent_finder *f, uint32_t first, uint32_t last)
{
    enum { LONGEST = 3 };
    bool shortened = last <= first + LONGEST;
    for (uint32_t i = first; i < last && shortened; i++)
        shortened = ent_finder_is_acronym(f, i) || (i > first && ent_finder_is(f, i, f->words.slash));
    return shortened;
}

/* "CMA 4", "SBI 58", "ATCM XLVI", "AWG-KP 6": a forum's short form and the number of its session. */
static void find_numbered_session(ent_finder *f, uint32_t s, uint32_t at, const ent_sentence *sentence)
{
    const ent_candidate *over = ent_finder_over(f, at);
    uint32_t next = over ? over->mention.last : at;
    if (!over || over->mention.kind != ENT_FORUM || over->mention.first != at || next >= sentence->last ||
        !is_short_form(f, at, next) ||
        (next + 1 < sentence->last && f->tokens[next + 1].flags & ENT_TOKEN_JOINED &&
         ent_finder_is(f, next + 1, f->words.slash)))
        return;
    int64_t number = code_number(f, next);
    uint32_t forum = number > 0 ? ent_finder_names(f, over) : ENT_UNRESOLVED;
    if (number > 99 || forum == ENT_UNRESOLVED)
        return;
    uint32_t entity = ent_session_entity(f, forum, "session", number);
    add_part(f, s, at, next + 1, entity, 0.85f);
}

/* Whether the head of the name says that it is a meeting: "Meeting of the Parties to …", "Widget Review Conference". */
static bool is_named_meeting(const ent_finder *f, const ent_mention *m)
{
    bool meeting = false;
    for (uint32_t i = m->first; i < m->last && !(ent_finder_lists(f, i) & ENT_LIST(LINK)); i++)
        meeting = ent_finder_lists(f, i) & ENT_LIST(EVENT_HEAD);
    return meeting;
}

/* "the 12th Widget Assembly": its session of that number. */
static bool is_assembly(const ent_finder *f, const ent_mention *m)
{
    return ent_finder_reads(f, m->last - 1, m->last, "Assembly");
}

/* "the twenty-eighth Meeting of the Parties to the Widget Protocol", "the Fifth Review Conference of the Widget
 * Treaty", "the 2031 Meeting of the Parties". */
static void find_meeting_of(ent_finder *f, uint32_t s, uint32_t at, const ent_sentence *sentence)
{
    const ent_candidate *over = ent_finder_over(f, at);
    uint32_t first = at;
    if (!over || over->mention.kind != ENT_FORUM || over->mention.first != at || at == sentence->first)
        return;
    const char *extra = at > sentence->first + 1 ? session_rank(f, at - 1) : NULL;
    int64_t number = ent_part_ordinal(f, at - 1 - (extra != NULL), &first), year = ent_finder_number(f, at - 1);
    if (number <= 0 && ent_is_session_year(year))
        number = year, first = at - 1;
    bool assembly = number > 0 && !ent_is_session_year(number) && is_assembly(f, &over->mention);
    bool meets = number > 0 && (assembly || is_named_meeting(f, &over->mention));
    uint32_t forum = meets ? ent_finder_names(f, over) : ENT_UNRESOLVED;
    if (forum == ENT_UNRESOLVED)
        return;
    const char *what = extra ? extra : assembly ? "session" : NULL;
    add_part(f, s, first, over->mention.last, ent_session_entity(f, forum, what, number), 0.85f);
    find_sessions_before(f, s, forum, what, first);
}

/* "joint meetings of the First and Fourth Committees": an event of the bodies that meet. */
static bool find_joint_meeting(ent_finder *f, uint32_t s, uint32_t at, const ent_sentence *sentence)
{
    if (at == sentence->first || !ent_str_eq_nocase(ent_token_text(f->segments, at - 1), ENT_STR("joint")) ||
        !ent_finder_is(f, at + 1, f->words.of))
        return false;
    uint32_t last = 0, bodies = 0;
    for (uint32_t i = at + 2; i < sentence->last;) {
        const ent_candidate *over = ent_finder_over(f, i);
        bool body = over && (over->mention.kind == ENT_FORUM || over->mention.kind == ENT_ORGANIZATION);
        if (!body && !ent_finder_is(f, i, f->words.the) && !ent_finder_is(f, i, f->words.and_) &&
            !ent_finder_is(f, i, f->words.comma))
            break;
        last = body ? over->mention.last : last;
        i = body ? last : i + 1;
        bodies += body;
    }
    if (bodies < 2)
        return false;
    uint32_t entity = ent_finder_entity(f, ENT_EVENT, ent_finder_name(f, at - 1, last), ENT_STR_EMPTY);
    add_part(f, s, at - 1, last, entity, 0.8f);
    return true;
}

static part_words words_of(const ent_finder *f)
{
    return (part_words){
        ent_vocabulary_find(f->vocabulary, ENT_STR("panel")), ent_vocabulary_find(f->vocabulary, ENT_STR("session")),
        ent_vocabulary_find(f->vocabulary, ENT_STR("day")), ent_vocabulary_find(f->vocabulary, ENT_STR("meeting"))};
}

/* `own`: the parts of the document's own meeting, too. */
static void find_in_sentence(ent_finder *f, const part_words *w, uint32_t s, bool own)
{
    const ent_sentence *sentence = &f->segments->sentences.items[s];
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
        uint32_t word = f->tokens[i].word, one = f->vocabulary->singulars.items[word];
        find_numbered_session(f, s, i, sentence);
        find_meeting_of(f, s, i, sentence);
        if (!word || ent_finder_over(f, i))
            continue;
        bool part = own && (word == w->panel || word == w->session || word == w->day);
        if ((part && find_own_part(f, w, s, i, sentence)) ||
            (one == w->meeting && find_joint_meeting(f, s, i, sentence)))
            continue;
        if (word == w->session || word == w->meeting || one == w->session || one == w->meeting)
            find_session(f, s, i, sentence, word == w->meeting || one == w->meeting);
    }
}

void ent_find_title_sessions(ent_finder *f)
{
    enum { TITLES = 4 };
    part_words w = words_of(f);
    for (uint32_t s = 0; s < f->segments->sentences.n && s < TITLES; s++)
        if (f->document->blocks.items[f->segments->sentences.items[s].block].kind == ENT_BLOCK_HEADING)
            find_in_sentence(f, &w, s, false);
}

void ent_find_parts(ent_finder *f)
{
    part_words w = words_of(f);
    for (uint32_t s = 0; s < f->segments->sentences.n; s++)
        find_in_sentence(f, &w, s, true);
}
