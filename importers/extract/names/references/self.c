/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the document itself is: its title may say that it is a report, and of which meeting; or its first sentences tell
 * of a meeting that was held. */
#include "importers/extract/names/meetings/session_codes.h"

#include "core/model/key.h"
#include "importers/extract/text/tokens.h"

enum { MAX_TITLE = 96, PROSE_SENTENCES = 12, MIN_PROSE = 8, SUBTITLES = 4 };

typedef struct title {
    ent_str text;
    ent_token tokens[MAX_TITLE];
    uint64_t lists[MAX_TITLE];
    uint32_t n;
} title;

static void read_title(const ent_finder *f, ent_str text, title *out)
{
    out->text = text;
    ent_tokenizer tokens = ent_tokenizer_over(out->text, 0, out->text.len);
    while (out->n < MAX_TITLE && ent_token_next(&tokens, &out->tokens[out->n])) {
        const ent_token *token = &out->tokens[out->n];
        uint32_t word = ent_vocabulary_find(f->vocabulary, ent_str_slice(out->text, token->begin, token->end));
        uint64_t lists = ent_word_lists_of(&f->lexicon->lists, word);
        out->lists[out->n++] =
            lists ? lists : ent_word_lists_of(&f->lexicon->lists, f->vocabulary->singulars.items[word]);
    }
}

static ent_str words(const title *t, uint32_t first, uint32_t last)
{
    return ent_str_slice(t->text, t->tokens[first].begin, t->tokens[last - 1].end);
}

static bool word_is(const title *t, uint32_t at, const char *word)
{
    return at < t->n && ent_str_is_nocase(words(t, at, at + 1), word);
}

static ent_str year_of(const title *t, ent_str date)
{
    for (uint32_t i = 0; i < t->n; i++) {
        int64_t year;
        if (t->tokens[i].kind == ENT_TOKEN_NUMBER && ent_str_to_int(words(t, i, i + 1), &year) && year >= 1945 &&
            year <= 2100)
            return words(t, i, i + 1);
    }
    return ent_str_slice(date, 0, date.len >= 4 ? 4 : 0);
}

static ent_str lower(ent_finder *f, ent_str text)
{
    char *out = ent_arena_alloc(f->arena, text.len + 1);
    for (size_t i = 0; i < text.len; i++)
        out[i] = ent_to_lower(text.data[i]);
    return (ent_str){out, text.len};
}

/* "Widgets in space. Resolution adopted by the General Assembly": the line under a title says what it is. */
static bool is_adopted_by(const title *t, uint32_t head)
{
    bool draft =
        head > 0 && word_is(t, head - 1, "draft"); /* "called for in draft resolution approved by" tells news */
    return !draft && head + 2 < t->n && (word_is(t, head + 1, "adopted") || word_is(t, head + 1, "approved")) &&
           word_is(t, head + 2, "by");
}

/* "Workshop on the Implementation of the Widget Convention": what the meeting is about, not what the document is. */
static bool ends_subject(const title *t, uint32_t head)
{
    static const char *const texts[] = {"convention", "conventions", "treaty", "treaties",
                                        "protocol",   "agreement",   "code"};
    bool text = false;
    for (size_t i = 0; i < sizeof texts / sizeof *texts && !text; i++)
        text = word_is(t, head, texts[i]);
    for (uint32_t i = 0; text && i + 1 < head; i++)
        if (t->lists[i] & ENT_LIST(EVENT_HEAD) && !(t->lists[i] & ENT_LIST(FORUM_HEAD)) &&
            (word_is(t, i + 1, "of") || word_is(t, i + 1, "on") || word_is(t, i + 1, "for")))
            return true;
    return false;
}

/* The word that says what the document is: at the end ("… Conference Report") or at the beginning ("Report of …");
 * UINT32_MAX. */
static uint32_t document_head(const title *t)
{
    uint32_t found = UINT32_MAX;
    for (uint32_t i = 0; i < t->n; i++) {
        bool heads = (t->lists[i] & ENT_LIST(DOCUMENT_HEAD)) != 0;
        bool behind = i + 1 < t->n && (word_is(t, i + 1, "of") || word_is(t, i + 1, "on") || word_is(t, i + 1, "for"));
        if (heads && behind && i <= 3)
            return i;
        if (heads && !ends_subject(t, i) &&
            (i + 1 == t->n || is_adopted_by(t, i) || word_is(t, i + 1, ":") || word_is(t, i + 1, "(")))
            found = i;
    }
    return found;
}

/* The head of the meeting that the title names, or UINT32_MAX. */
static uint32_t event_head(const title *t, uint32_t first, uint32_t last)
{
    for (uint32_t i = last; i-- > first;)
        if (t->lists[i] & ENT_LIST(EVENT_HEAD) && !(t->lists[i] & ENT_LIST(FORUM_HEAD)))
            return i;
    return UINT32_MAX;
}

/* A forum's name from `first` on ("Conference on Disarmament") is no meeting of the document's own. */
static bool is_known_forum(const ent_finder *f, const title *t, uint32_t first, uint32_t head)
{
    uint32_t node = 0;
    for (uint32_t i = first; i < t->n; i++) {
        node = ent_trie_step(&f->lexicon->names, node, ent_vocabulary_find(f->vocabulary, words(t, i, i + 1)));
        if (!node)
            return false;
        uint32_t sense = ent_trie_value(&f->lexicon->names, node);
        uint32_t entry = sense == ENT_TRIE_NONE ? UINT32_MAX : ent_lexicon_sense_at(f->lexicon, sense)->entry;
        if (i > head && entry != UINT32_MAX && ent_lexicon_entry_at(f->lexicon, entry)->kind == ENT_FORUM)
            return true;
    }
    return false;
}

/* "Summary Report of the 21st Joint Conference on Widgets" and "2023 Widget Conference Report": the meeting's words. */
static bool event_extent(const title *t, uint32_t head, uint32_t *first, uint32_t *last)
{
    bool leads = head + 1 < t->n && (word_is(t, head + 1, "of") || word_is(t, head + 1, "on"));
    *first = leads ? head + 2 : 0;
    *last = leads ? t->n : head;
    if (*first < *last && word_is(t, *first, "the"))
        ++*first;
    while (!leads && *last > *first && t->lists[*last - 1] & ENT_LIST(DOCUMENT_HEAD))
        --*last;
    for (uint32_t i = *first; i < *last; i++)
        if (t->tokens[i].kind == ENT_TOKEN_PUNCT && !word_is(t, i, ",") && !word_is(t, i, "'"))
            *last = i;
    return *first + 1 < *last;
}

/* "Widget Conference" beside "2023 Widget Conference", "21st Joint Conference" beside "… on Widgets": a shorter form of
 * a name. */
static bool is_short_form(ent_str key, ent_str of_key)
{
    ent_kind kind;
    ent_str slug, whole;
    if (!ent_key_parse(key, &kind, &slug) || !ent_key_parse(of_key, &kind, &whole) || slug.len >= whole.len ||
        slug.len < 12)
        return false;
    bool ends = ent_str_ends(whole, slug) && whole.data[whole.len - slug.len - 1] == '-';
    return ends || (ent_str_starts(whole, slug) && whole.data[slug.len] == '-');
}

static void join_short_forms(ent_finder *f, ent_str name)
{
    ent_str self = ent_key_make(f->arena, ENT_EVENT, name);
    for (size_t i = 0; i < f->items.n; i++) {
        ent_candidate *c = &f->items.items[i];
        uint32_t entity = c->mention.kind == ENT_EVENT && !c->gone ? ent_finder_names(f, c) : ENT_UNRESOLVED;
        if (entity != ENT_UNRESOLVED && entity != f->out->self_event &&
            is_short_form(f->out->entities.items[entity].key, self))
            c->mention.entity = f->out->self_event;
    }
}

static void find_event(ent_finder *f, const title *t, uint32_t document)
{
    uint32_t first, last;
    if (!event_extent(t, document, &first, &last))
        return;
    uint32_t head = event_head(t, first, last);
    if (head == UINT32_MAX || (head == first && !word_is(t, head + 1, "on")) || is_known_forum(f, t, first, head))
        return;
    ent_str year = year_of(t, ENT_STR_EMPTY), name = words(t, first, last);
    ent_str attributes = year.len ? ent_arena_format(f->arena, "date=" ENT_STR_FMT, ENT_STR_ARG(year)) : ENT_STR_EMPTY;
    f->out->self_event = ent_session_of_title(f, name);
    if (f->out->self_event == ENT_UNRESOLVED)
        f->out->self_event = ent_finder_entity(f, ENT_EVENT, name, attributes);
    join_short_forms(f, name);
}

/* ---- the meeting that the first sentences tell of ---------------------------------------------------------------- */

/* "held a webinar on 3 May": a day and its month, and a word for holding; *day is the day's token. */
static bool is_held(const ent_finder *f, const ent_sentence *sentence, uint32_t *day)
{
    bool held = false, dated = false;
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
        held = held || ent_finder_lists(f, i) & ENT_LIST(HOLDING);
        bool month = i > sentence->first && ent_finder_lists(f, i) & ENT_LIST(MONTH) && ent_finder_is_capital(f, i);
        if (!month || dated)
            continue;
        bool behind = !ent_is_digit(ent_token_text(f->segments, i - 1).data[0]); /* not "25th May" */
        dated = !behind || ent_finder_is_number(f, i + 1);                       /* "May 3" */
        *day = behind ? i : i - 1;
    }
    return held && dated;
}

/* How often the text says "the webinar" or "this webinar" of the word at `head`; *pointed: "this" at least once. */
static uint32_t times_told(const ent_finder *f, uint32_t word, bool *pointed)
{
    uint32_t times = 0;
    for (uint32_t i = 1; i < f->n_tokens; i++) {
        bool points = ent_finder_is(f, i - 1, f->words.this_);
        if (f->tokens[i].word != word || (ent_finder_is_capital(f, i) && !points) ||
            !(points || ent_finder_is(f, i - 1, f->words.the)))
            continue;
        *pointed = *pointed || points;
        times++;
    }
    return times;
}

static bool is_told_of(const ent_finder *f, uint32_t head)
{
    bool pointed = false;
    return times_told(f, f->tokens[head].word, &pointed) >= 2;
}

/* The meeting named or described in a sentence, or UINT32_MAX. */
static uint32_t event_in(ent_finder *f, const ent_sentence *sentence)
{
    enum { OPENING = 6 }; /* sentences in which a page names its meeting */
    bool opens = sentence < f->segments->sentences.items + OPENING;
    bool of_page = opens && (f->out->self_instrument != UINT32_MAX || ent_tells_programme(f, 1));
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
        const ent_candidate *over = ent_finder_over(f, i);
        uint32_t entity = over && over->mention.kind == ENT_EVENT ? ent_finder_names(f, over) : ENT_UNRESOLVED;
        uint64_t lists = ent_finder_lists(f, i);
        if (entity != ENT_UNRESOLVED && lists & (ENT_LIST(EVENT_HEAD) | ENT_LIST(DESCRIBED_EVENT)) &&
            (is_told_of(f, i) || (of_page && ent_meeting_is_held(f, sentence, &over->mention)) ||
             ent_tells_programme(f, 2)))
            return entity;
    }
    return UINT32_MAX;
}

/* The day before a month's name behind the token, the first of "23-24 May", or `other`. */
static uint32_t day_behind(const ent_finder *f, const ent_sentence *sentence, uint32_t token, uint32_t other)
{
    for (uint32_t i = token + 2; i < sentence->last; i++) {
        bool month = ent_finder_lists(f, i) & ENT_LIST(MONTH) && ent_finder_is_capital(f, i);
        if (!month || f->tokens[i - 1].kind != ENT_TOKEN_NUMBER)
            continue;
        bool dash = ent_finder_is_punct(f, i - 2);
        bool range = f->tokens[i - (dash ? 3 : 2)].kind == ENT_TOKEN_NUMBER;
        return i - (!range ? 1 : dash ? 3 : 2);
    }
    return other;
}

/* "a webinar on 3 May 2023" names itself by its date. */
static uint32_t event_by_date(ent_finder *f, uint32_t s, const ent_sentence *sentence, uint32_t day)
{
    for (uint32_t i = sentence->first + 1; i < sentence->last; i++) {
        uint64_t lists = ent_finder_lists(f, i);
        ent_str before = ent_token_text(f->segments, i - 1);
        bool one = ent_str_eq_nocase(before, ENT_STR("a")) || ent_str_eq_nocase(before, ENT_STR("an")) ||
                   ent_finder_lists(f, i - 1) & ENT_LIST(DESCRIBED_MODIFIER);
        if (!one || !(lists & ENT_LIST(DESCRIBED_EVENT)) || lists & ENT_LIST(DESCRIBED_WEAK) || ent_finder_over(f, i) ||
            ent_finder_is_capital(f, i) || !is_told_of(f, i))
            continue;
        day = day_behind(f, sentence, i, day);
        uint32_t last = day + 1;
        while (last < sentence->last && (f->tokens[last].kind == ENT_TOKEN_NUMBER ||
                                         ent_finder_lists(f, last) & ENT_LIST(MONTH) || ent_finder_is_punct(f, last)))
            last++;
        while (ent_finder_is_punct(f, last - 1))
            last--;
        ent_str name =
            ent_arena_format(f->arena, ENT_STR_FMT " on " ENT_STR_FMT, ENT_STR_ARG(ent_token_text(f->segments, i)),
                             ENT_STR_ARG(ent_finder_text(f, day, last)));
        uint32_t entity = ent_finder_entity(f, ENT_EVENT, name, ENT_STR_EMPTY);
        ent_finder_add(f, ent_finder_candidate(s, i, i + 1, ENT_EVENT, ENT_BY_FORM, entity, 0.7f));
        return entity;
    }
    return UINT32_MAX;
}

static void find_event_in_prose(ent_finder *f)
{
    uint32_t looked = 0;
    for (uint32_t s = 0; s < f->segments->sentences.n && looked < PROSE_SENTENCES; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        uint32_t day = 0;
        if (f->document->blocks.items[sentence->block].kind == ENT_BLOCK_HEADING ||
            sentence->last - sentence->first < MIN_PROSE)
            continue;
        looked++;
        if (!is_held(f, sentence, &day))
            continue;
        f->out->self_event = event_in(f, sentence);
        if (f->out->self_event == UINT32_MAX)
            f->out->self_event = event_by_date(f, s, sentence, day);
        if (f->out->self_event != UINT32_MAX)
            return;
    }
}

/* A text that says "this webinar" and tells nowhere of another meeting: the title is the meeting's. */
static void find_event_told_of(ent_finder *f)
{
    bool untitled = f->document->title.len == 0 || ent_str_find(f->document->title, ENT_STR(" "), 0) == ENT_STR_NONE;
    for (uint32_t i = 1; i < f->n_tokens && !untitled; i++) {
        uint64_t lists = ent_finder_lists(f, i);
        bool pointed = false;
        if (!(lists & ENT_LIST(DESCRIBED_EVENT)) || lists & ENT_LIST(DESCRIBED_WEAK) ||
            !ent_finder_is(f, i - 1, f->words.this_) || ent_finder_is_capital(f, i))
            continue;
        if (times_told(f, f->tokens[i].word, &pointed) < 2)
            continue;
        f->out->self_event = ent_finder_entity(f, ENT_EVENT, ent_meeting_title(f), ENT_STR_EMPTY);
        f->out->self_event_word = f->tokens[i].word;
        return;
    }
}

/* "WEBINAR SUMMARY REPORT" below the title says what the document is. */
static void find_in_subtitle(ent_finder *f)
{
    for (uint32_t s = 0; s < f->segments->sentences.n && s < SUBTITLES; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        if (f->document->blocks.items[sentence->block].kind != ENT_BLOCK_HEADING)
            continue;
        title t = {0};
        read_title(f, ent_finder_text(f, sentence->first, sentence->last), &t);
        uint32_t head = document_head(&t);
        if (head == UINT32_MAX || head + 1 != t.n || t.n > 6 || t.n < 2)
            continue;
        ent_str form = lower(f, words(&t, head, head + 1));
        ent_str name = ent_arena_format(f->arena, ENT_STR_FMT ": " ENT_STR_FMT, ENT_STR_ARG(f->document->title),
                                        ENT_STR_ARG(t.text));
        f->out->self_instrument = ent_finder_entity(f, ENT_INSTRUMENT, name,
                                                    ent_arena_format(f->arena, "form=" ENT_STR_FMT, ENT_STR_ARG(form)));
        return;
    }
}

/* "Chile and Peru: draft resolution" tells whose the document is, not what it is called. */
static bool tells_sponsors(const title *t, uint32_t head)
{
    return head + 1 == t->n && head > 1 && word_is(t, head - 1, "draft") && word_is(t, head - 2, ":");
}

static void find_in_title(ent_finder *f)
{
    title t = {0};
    read_title(f, f->document->title, &t);
    uint32_t head = document_head(&t);
    if (head == UINT32_MAX || t.n < 3 || tells_sponsors(&t, head))
        return;
    ent_str year = year_of(&t, f->document->date), form = lower(f, words(&t, head, head + 1));
    ent_str attributes = ent_arena_format(f->arena, "form=" ENT_STR_FMT "%s" ENT_STR_FMT, ENT_STR_ARG(form),
                                          year.len ? "; year=" : "", ENT_STR_ARG(year));
    ent_str name = is_adopted_by(&t, head) && head > 1 ? words(&t, 0, head) : t.text;
    f->out->self_instrument = ent_finder_entity(f, ENT_INSTRUMENT, name, attributes);
    find_event(f, &t, head);
}

void ent_find_self(ent_finder *f)
{
    f->out->self_instrument = ent_text_above_adopter(f);
    if (f->out->self_instrument == UINT32_MAX)
        find_in_title(f);
    if (f->out->self_instrument == UINT32_MAX)
        find_in_subtitle(f);
    if (f->out->self_event == UINT32_MAX)
        ent_find_programme(f);
    if (f->out->self_event != UINT32_MAX)
        join_short_forms(f, f->out->entities.items[f->out->self_event].name);
    if (f->out->self_event == UINT32_MAX)
        find_event_in_prose(f);
    if (f->out->self_event == UINT32_MAX)
        find_event_told_of(f);
    if (f->out->self_event == UINT32_MAX && f->out->self_instrument == UINT32_MAX)
        ent_find_announced(f);
}
