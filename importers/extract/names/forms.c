/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Organizations, forums, instruments and events that no lexicon knows, by the word that says what they are. */
#include "importers/extract/names/form_kinds.h"

#include "core/model/key.h"

/* ---- its entity ---------------------------------------------------------------------------------------------------
 */

static const ent_candidate *state_over(const ent_finder *f, uint32_t token)
{
    const ent_candidate *over = ent_finder_over(f, token);
    return over && over->mention.kind == ENT_STATE && over->sense != UINT32_MAX ? over : NULL;
}

/* "Egyptian Ministry of Foreign Affairs", "Egypt's Ministry of Foreign Affairs" and "Ministry of Foreign Affairs,
 * Egypt" are the "… of Egypt". */
static ent_str government_name(ent_finder *f, ent_name_extent *name, const ent_sentence *sentence)
{
    uint32_t first = name->first, last = name->last;
    const ent_candidate *state = state_over(f, name->first);
    if (state && state->mention.last <= name->head) {
        first = state->mention.last;
    } else if ((state = state_over(f, last - 1)) && state->mention.first > name->head + 1 &&
               ent_finder_is_capital(f, last - 1) && !ent_finder_is(f, state->mention.first - 1, f->words.in)) {
        last = state->mention.first;
        while (last > name->head + 1 &&
               (ent_finder_is(f, last - 1, f->words.of) || ent_finder_is(f, last - 1, f->words.the)))
            last--;
    } else if (last + 1 < sentence->last && ent_finder_is(f, last, f->words.comma) &&
               (state = state_over(f, last + 1))) {
        (void)last;
    } else if (first > sentence->first + 1 && ent_finder_is(f, first - 1, f->words.possessive) &&
               (state = state_over(f, first - 2))) {
        (void)first; /* "Widgetland's Foreign Ministry" */
    } else {
        return ent_finder_name(f, first, last);
    }
    uint32_t entity = ent_finder_names(f, state);
    ent_str core = ent_finder_name(f, first, last);
    if (entity == ENT_UNRESOLVED)
        return core;
    size_t to = ent_str_find(core, ENT_STR(" to "), 0); /* "Mission of … to the United Nations" */
    ent_str front = ent_str_slice(core, 0, to == ENT_STR_NONE ? core.len : to),
            back = ent_str_slice(core, front.len, core.len);
    return ent_arena_format(f->arena, ENT_STR_FMT " of " ENT_STR_FMT ENT_STR_FMT, ENT_STR_ARG(front),
                            ENT_STR_ARG(f->out->entities.items[entity].name), ENT_STR_ARG(back));
}

/* The body behind a part of it: "Widget Programme at UNX", "Widget Section, UNX"; NULL. */
static const ent_candidate *owner_behind(const ent_finder *f, uint32_t sentence, uint32_t last)
{
    uint32_t end = f->segments->sentences.items[sentence].last;
    if (last + 1 >= end || !(ent_finder_is(f, last, f->words.at) || ent_finder_is(f, last, f->words.of) ||
                             ent_finder_is(f, last, f->words.comma)))
        return NULL;
    uint32_t owner = last + (last + 2 < end && ent_finder_is(f, last + 1, f->words.the) ? 2 : 1);
    const ent_candidate *over = ent_finder_over(f, owner);
    return over && over->mention.kind == ENT_ORGANIZATION && over->mention.first == owner ? over : NULL;
}

/* The lexicon's entity for a part of a body, where it knows it as "Widget Programme of UNX" or "UNX Widget Programme".
 */
static uint32_t known_part(ent_finder *f, uint32_t sentence, uint32_t last, ent_kind kind, ent_str name)
{
    const ent_candidate *owner = owner_behind(f, sentence, last);
    if (!owner)
        return UINT32_MAX;
    ent_str of = ent_finder_name(f, owner->mention.first, owner->mention.last);
    ent_str names[] = {ent_arena_format(f->arena, ENT_STR_FMT " of " ENT_STR_FMT, ENT_STR_ARG(name), ENT_STR_ARG(of)),
                       ent_arena_format(f->arena, ENT_STR_FMT " " ENT_STR_FMT, ENT_STR_ARG(of), ENT_STR_ARG(name))};
    for (int i = 0; i < 2; i++) {
        uint32_t entry = ent_lexicon_find_name(f->lexicon, f->vocabulary, kind, names[i]);
        if (entry != UINT32_MAX)
            return ent_finder_entry(f, entry);
    }
    return UINT32_MAX;
}

/* The lexicon's forum of a name that says the year of what it prepares: "Committee for the 2031 Widget Conference". */
static uint32_t known_without_year(ent_finder *f, ent_str name)
{
    size_t the = ent_str_find(name, ENT_STR(" the "), 0), year = the == ENT_STR_NONE ? 0 : the + 5, rest = year + 4;
    for (size_t i = year; year && i < rest; i++)
        if (i >= name.len || !ent_is_digit(name.data[i]))
            return UINT32_MAX;
    if (!year || rest >= name.len || name.data[rest] != ' ')
        return UINT32_MAX;
    ent_str without =
        ent_arena_join(f->arena, ent_str_slice(name, 0, year - 1), ent_str_slice(name, rest, name.len), ENT_STR_EMPTY);
    uint32_t entry = ent_lexicon_find_name(f->lexicon, f->vocabulary, ENT_FORUM, without);
    return entry == UINT32_MAX ? UINT32_MAX : ent_finder_entry(f, entry);
}

static void add_name(ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last, ent_name_form form, ent_str name)
{
    uint32_t behind = last; /* of a shared head the owner stands behind the second name */
    while (behind < f->segments->sentences.items[sentence].last && behind < last + 4 &&
           !owner_behind(f, sentence, behind))
        behind++;
    uint32_t entity = form.kind == ENT_ORGANIZATION ? known_part(f, sentence, behind, form.kind, name)
                      : form.kind == ENT_FORUM      ? known_without_year(f, name)
                                                    : UINT32_MAX;
    if (entity == UINT32_MAX)
        entity = ent_finder_entity(f, form.kind, name, form.attributes);
    ent_finder_add(f, ent_finder_candidate(sentence, first, last, form.kind, ENT_BY_FORM, entity, 0.8f));
}

static ent_str singular_of(ent_finder *f, uint32_t head)
{
    ent_str text = ent_token_text(f->segments, head);
    if (ent_str_ends(text, ENT_STR("ies")))
        return ent_arena_format(f->arena, ENT_STR_FMT "y", ENT_STR_ARG(ent_str_slice(text, 0, text.len - 3)));
    return ent_str_ends(text, ENT_STR("s")) ? ent_str_slice(text, 0, text.len - 1) : text;
}

static void add_shared(ent_finder *f, uint32_t sentence, const ent_name_extent *name, ent_name_form form,
                       uint32_t and_at)
{
    ent_str head = singular_of(f, name->head);
    uint32_t firsts[2] = {name->first, and_at + 1}, lasts[2] = {and_at, name->head};
    for (int i = 0; i < 2; i++) {
        ent_str part = ent_finder_name(f, firsts[i], lasts[i]);
        ent_str full = ent_arena_format(f->arena, ENT_STR_FMT " " ENT_STR_FMT, ENT_STR_ARG(part), ENT_STR_ARG(head));
        add_name(f, sentence, firsts[i], i ? name->last : lasts[i], form, full);
    }
}

/* The State behind ", " or "and" at `at`, or NULL. */
static ent_candidate *next_owner(const ent_finder *f, uint32_t at, uint32_t end)
{
    uint32_t next = at;
    next += next < end && ent_finder_is(f, next, f->words.comma);
    next += next < end && ent_finder_is(f, next, f->words.and_);
    uint32_t joined = next;
    next += next < end && ent_finder_is(f, next, f->words.the);
    ent_candidate *state = joined > at && next < end ? ent_finder_over(f, next) : NULL;
    return state && state->mention.kind == ENT_STATE && state->mention.first == next ? state : NULL;
}

/* "Permanent Missions of Chile and Peru": a mission of each; the token behind them, or 0 where it is no such name. */
static uint32_t add_owned(ent_finder *f, uint32_t s, const ent_name_extent *name, ent_name_form form)
{
    uint32_t word = f->tokens[name->head].word, end = f->segments->sentences.items[s].last;
    ent_candidate *state = ent_finder_over(f, name->last - 1);
    bool several = f->vocabulary->singulars.items[word] != word && ent_finder_is(f, name->head + 1, f->words.of);
    if (!several || !state || state->mention.kind != ENT_STATE || !next_owner(f, name->last, end))
        return 0;
    ent_str head = singular_of(f, name->head);
    if (name->head > name->first)
        head = ent_arena_format(f->arena, ENT_STR_FMT " " ENT_STR_FMT,
                                ENT_STR_ARG(ent_finder_name(f, name->first, name->head)), ENT_STR_ARG(head));
    uint32_t first = name->first, last = name->last;
    for (; state; state = next_owner(f, last, end), first = state ? state->mention.first : last) {
        uint32_t entity = ent_finder_names(f, state);
        last = state->mention.last;
        if (entity == ENT_UNRESOLVED)
            break;
        state->mention.flags |= ENT_MENTION_NESTED;
        for (uint32_t i = state->mention.first; i < last; i++)
            f->cover[i] = 0;
        add_name(f, s, first, last, form,
                 ent_arena_format(f->arena, ENT_STR_FMT " of " ENT_STR_FMT, ENT_STR_ARG(head),
                                  ENT_STR_ARG(f->out->entities.items[entity].name)));
    }
    return last;
}

/* ---- finding them --------------------------------------------------------------------------------------------------
 */

/* Another capital word directly behind the head: the name is another one ("Programme Management", "Council Chamber").
 */
static bool goes_on(const ent_finder *f, const ent_sentence *sentence, const ent_name_extent *name)
{
    uint32_t next = name->head + 1;
    if (name->last > next || next >= sentence->last || f->tokens[next].kind != ENT_TOKEN_WORD ||
        !ent_finder_is_capital(f, next) || ent_finder_over(f, next))
        return false;
    if (ent_name_is_of_member(f, name) ||
        (ent_finder_lists(f, next) & ENT_LIST(POST) && ent_finder_lists(f, name->head) & ENT_LIST(MINOR_HEAD)))
        return true; /* "Washington Office Director" */
    return !(ent_finder_lists(f, next) &
             (ENT_LIST(POST) | ENT_LIST(PERSON_TITLE) | ENT_LIST(STARTER) | ENT_LIST(FIRST_NAME)));
}

/* "the First and Fourth Committees", inside a longer name too. */
static void find_shared_ordinals(ent_finder *f, uint32_t s, const ent_sentence *sentence, uint32_t head)
{
    if (head < sentence->first + 3 || !ent_finder_is(f, head - 2, f->words.and_) ||
        !(ent_finder_lists(f, head - 1) & ENT_LIST(ORDINAL)) || !(ent_finder_lists(f, head - 3) & ENT_LIST(ORDINAL)))
        return;
    ent_name_extent name = {.first = head - 3, .head = head, .last = head + 1};
    ent_name_form form;
    if (ent_name_shared_head(f, &name) && ent_name_classify(f, &name, &form))
        add_shared(f, s, &name, form, head - 2);
}

/* An edition of a series that the lexicon knows: "21st Widget Conference". One that the lexicon dates has no other. */
static void find_edition(ent_finder *f, uint32_t s, const ent_sentence *sentence, uint32_t token)
{
    const ent_candidate *over = ent_finder_over(f, token);
    uint32_t first = over ? over->mention.first : 0;
    if (!over || over->mention.kind != ENT_EVENT || first != token || first == sentence->first ||
        over->mention.source != ENT_BY_LEXICON || !ent_is_digit(f->document->text.data[f->tokens[first - 1].begin]) ||
        f->tokens[first].flags & ENT_TOKEN_HYPHEN ||
        (f->tokens[first - 1].kind == ENT_TOKEN_NUMBER && f->tokens[first - 1].end - f->tokens[first - 1].begin != 4))
        return;
    uint32_t last = over->mention.last, entity = ent_finder_names(f, over);
    bool dated =
        entity != ENT_UNRESOLVED && ent_attribute_get(f->out->entities.items[entity].attributes, ENT_STR("date")).len;
    ent_name_extent extent = {.first = first - 1, .head = first, .last = last};
    if (!dated)
        entity = ent_finder_entity(f, ENT_EVENT, ent_finder_name(f, first - 1, last), ent_name_year(f, &extent));
    ent_finder_add(f, ent_finder_candidate(s, first - 1, last, ENT_EVENT, ENT_BY_FORM, entity, 0.9f));
}

/* "Legal Working Group": a word of its own before a short form makes it another body's name. */
static bool is_modified(const ent_finder *f, const ent_name_extent *name, const ent_candidate *over)
{
    if (name->first >= over->mention.first) /* which may be the first word of the text */
        return false;
    uint32_t before = over->mention.first - 1;
    const uint64_t no_words = ENT_LIST(ORDINAL) | ENT_LIST(PERSON_TITLE);
    const ent_candidate *own = ent_finder_over(f, before); /* "Space Education Working Group" */
    bool taken = own && !(own->mention.kind == ENT_TOPIC && own->mention.first >= name->first);
    return over->mention.last - over->mention.first > 1 && !taken && f->tokens[before].kind == ENT_TOKEN_WORD &&
           !(f->tokens[before].flags & ENT_TOKEN_ALL_CAPS) && !(ent_finder_lists(f, before) & no_words);
}

/* "Widget Ltd": a known company with its legal form is the company. Whether it is one. */
static bool find_company(ent_finder *f, uint32_t s, const ent_name_extent *name)
{
    static const char *const suffixes[] = {"Ltd", "Inc", "LLC", "PLC", "GmbH", "Corp", NULL};
    const ent_candidate *known = name->head > name->first ? ent_finder_over(f, name->head - 1) : NULL;
    if (!known || known->mention.first != name->first || known->mention.last != name->head ||
        known->mention.kind != ENT_ORGANIZATION || !ent_finder_reads_any(f, name->head, name->last, suffixes))
        return false;
    ent_finder_add(f, ent_finder_candidate(s, name->first, name->last, ENT_ORGANIZATION, ENT_BY_FORM,
                                           ent_finder_names(f, known), known->mention.confidence));
    return true;
}

/* "… on Cooperation in Widgets" at `at`, in capitals: behind it, or `at`. */
static uint32_t about_end(const ent_finder *f, const ent_sentence *sentence, uint32_t at)
{
    static const char *const links[] = {"on", "concerning", "regarding", "for", NULL};
    uint32_t last = at;
    if (f->capitals[sentence - f->segments->sentences.items] != ENT_CAPITALS_USUAL ||
        !ent_finder_reads_any(f, at, sentence->last, links) || at + 1 >= sentence->last)
        return at;
    for (uint32_t t = at + 1; t < sentence->last && !ent_finder_is_punct(f, t); t++) {
        if (ent_finder_lists(f, t) & ENT_LIST(MONTH))
            break;
        if (ent_finder_is_capital(f, t))
            last = t + 1;
        else if (!(ent_finder_lists(f, t) & ENT_LIST(LINK)) && !ent_finder_is(f, t, f->words.the) &&
                 !ent_finder_is(f, t, f->words.and_))
            break;
    }
    return last;
}

/* "Memorandum of Understanding between Oz and Widgetland": behind the second party, where the name ends with the first.
 */
static uint32_t behind_parties(const ent_finder *f, const ent_sentence *sentence, const ent_name_extent *name)
{
    bool between = false;
    for (uint32_t i = name->head + 1; i < name->last && !between; i++)
        between = ent_finder_reads(f, i, name->last, "between");
    if (!between || !ent_finder_is(f, name->last, f->words.and_) || name->last + 1 >= sentence->last)
        return name->last;
    uint32_t other = name->last + 1 + ent_finder_is(f, name->last + 1, f->words.the);
    if (ent_finder_reads(f, other, sentence->last, "government") && ent_finder_is(f, other + 1, f->words.of))
        other += 2 + ent_finder_is(f, other + 2, f->words.the);
    const ent_candidate *over = other < sentence->last ? ent_finder_over(f, other) : NULL;
    bool party = over && over->mention.first == other && ent_kinds_has(ENT_KINDS_ACTOR, over->mention.kind);
    return party ? about_end(f, sentence, over->mention.last) : name->last;
}

/* "2nd Meeting of the Widget Commission": a session of what its words name, which parts.c tells. */
static bool counts_forum(const ent_finder *f, const ent_sentence *sentence, const ent_name_extent *name)
{
    static const char *const parts[] = {"meeting", "session", NULL};
    uint32_t head = name->head, at;
    bool counted = head > sentence->first && ent_finder_reads_any(f, head, name->last, parts) &&
                   ent_finder_is(f, head + 1, f->words.of) && ent_part_ordinal(f, head - 1, &at) > 0;
    bool forum = false;
    for (uint32_t i = head + 3; i < name->last && counted; i++) {
        counted = !ent_finder_is(f, i, f->words.open); /* "(WSC-4)": the meeting's own short form */
        forum = forum || (ent_finder_is_capital(f, i) && ent_finder_lists(f, i) & ENT_LIST(FORUM_HEAD) &&
                          !ent_finder_over(f, i));
    }
    return counted && forum;
}

/* "Fifth Meeting of the Widget Committee" of a known one: its part, as in small letters. */
static bool is_meeting_of_forum(ent_finder *f, const ent_sentence *sentence, const ent_name_extent *name)
{
    uint32_t of = name->head + 1, number = name->first;
    bool counted = name->first < name->head && ent_finder_reads(f, name->head, sentence->last, "Meeting") &&
                   ent_part_ordinal(f, name->head - 1, &number) > 0;
    if (!counted || of >= name->last || !ent_finder_is(f, of, f->words.of))
        return false;
    uint32_t at = of + 1 + ent_finder_is(f, of + 1, f->words.the);
    const ent_candidate *forum = at < name->last ? ent_finder_over(f, at) : NULL;
    return forum && forum->mention.kind == ENT_FORUM && forum->mention.first == at &&
           forum->mention.last == name->last && ent_finder_names(f, forum) != ENT_UNRESOLVED;
}

/* Returns the token behind the name, or the one behind the head. */
static uint32_t find_form(ent_finder *f, uint32_t s, const ent_sentence *sentence, uint32_t head)
{
    uint64_t lists = ent_finder_lists(f, head);
    bool small = lists & (ENT_LIST(FORUM_HEAD) | ENT_LIST(INSTRUMENT_HEAD)) && f->capitals[s] == ENT_CAPITALS_USUAL;
    ent_name_extent name = ent_name_around(f, sentence, head, small);
    name.last = behind_parties(f, sentence, &name);
    ent_name_form form;
    const ent_candidate *over = ent_finder_over(f, head);
    if (counts_forum(f, sentence, &name))
        return head + 1;
    bool same = over && (over->mention.kind == ENT_INSTRUMENT || name.last == over->mention.last);
    if (same && !is_modified(f, &name, over)) /* "Additional Protocol with the Agency" */
        return over->mention.last;
    if (goes_on(f, sentence, &name) || is_meeting_of_forum(f, sentence, &name) || !ent_name_classify(f, &name, &form) ||
        !ent_name_is_enough(f, &name, form.kind) ||
        (form.kind == ENT_INSTRUMENT && ent_name_is_duty(f, sentence, &name)))
        return head + 1;
    bool whole = name.first == sentence->first && name.last == sentence->last;
    if (f->capitals[s] != ENT_CAPITALS_USUAL && !whole)
        return head + 1;
    if (find_company(f, s, &name))
        return name.last;
    uint32_t and_at = ent_name_shared_head(f, &name);
    if (and_at) {
        add_shared(f, s, &name, form, and_at);
        return name.last;
    }
    uint32_t behind = lists & ENT_LIST(GOVERNMENT_HEAD) ? add_owned(f, s, &name, form) : 0;
    if (behind)
        return behind;
    if (lists & ENT_LIST(GOVERNMENT_HEAD) &&
        f->vocabulary->singulars.items[f->tokens[head].word] != f->tokens[head].word)
        return head + 1; /* "U.S. Departments": some of them */
    ent_str text = lists & ENT_LIST(GOVERNMENT_HEAD) ? government_name(f, &name, sentence)
                                                     : ent_finder_name(f, name.first, name.last);
    add_name(f, s, name.first, name.last, form, text);
    return name.last;
}

/* Not part of a known name, or only of a short form that the context would have to decide: a longer name decides it
 * better. */
static bool is_free(const ent_finder *f, uint32_t head)
{
    const ent_candidate *over = ent_finder_over(f, head);
    return !over || (over->sense != UINT32_MAX && over->mention.entity == ENT_UNRESOLVED &&
                     (over->mention.kind == ENT_FORUM || over->mention.kind == ENT_INSTRUMENT) &&
                     ent_lexicon_sense_at(f->lexicon, over->sense)->marks & ENT_ALIAS_CONTEXT);
}

/* "High-level Panel on Widgets", "Panel of Eminent Persons": a body that stays, unlike the panel of a conference. */
static bool is_standing_panel(const ent_finder *f, const ent_sentence *sentence, uint32_t at)
{
    enum { MODIFIERS = 4 };
    static const char *const before[] = {"level",        "independent", "intergovernmental", "international",
                                         "global",       "eminent",     "advisory",          "scientific",
                                         "technical",    "expert",      "leadership",        "inspection",
                                         "interacademy", "technology",  "assessment",        NULL};
    static const char *const of[] = {"experts",     "eminent", "governmental", "government", "scientists",
                                     "counsellors", NULL};
    if (!ent_finder_reads(f, at, sentence->last, "panel") || !ent_finder_is_capital(f, at))
        return false;
    if (at + 2 < sentence->last && ent_finder_is(f, at + 1, f->words.of) &&
        ent_finder_reads_any(f, at + 2, sentence->last, of) && ent_finder_is_capital(f, at + 2))
        return true;
    for (uint32_t i = at; i-- > sentence->first && at - i <= MODIFIERS && ent_finder_is_capital(f, i);)
        if (ent_finder_reads_any(f, i, at, before))
            return true;
    return at > sentence->first + 2 && ent_finder_reads(f, at - 1, at, "level"); /* "High-level" */
}

void ent_find_forms(ent_finder *f)
{
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; i < sentence->last;) {
            if (is_standing_panel(f, sentence, i))
                f->lists[i] |= ENT_LIST(FORUM_HEAD);
            bool head = ent_finder_is_capital(f, i) && ent_finder_lists(f, i) & ENT_LISTS_HEAD;
            if (head && ent_finder_lists(f, i) & ENT_LIST(FORUM_HEAD))
                find_shared_ordinals(f, s, sentence, i);
            find_edition(f, s, sentence, i);
            head = head && is_free(f, i);
            i = head ? find_form(f, s, sentence, i) : i + 1;
        }
    }
}
