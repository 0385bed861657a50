/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a text describes in small letters instead of naming it: "a moratorium on widget tests", "a treaty banning
 * widgets", "the contact group on widgets", "a side event on widgets". The head says what kind of thing it is, the
 * words behind it which one. */
#include "importers/extract/names/meetings/meetings.h"
#include "importers/extract/names/names.h"
#include "importers/extract/names/texts/text_deeds.h"

#include "core/model/key.h"

typedef struct description {
    uint32_t first, head, last;
    ent_kind kind;
} description;

static bool is_plural(const ent_finder *f, uint32_t token)
{
    uint32_t word = f->tokens[token].word;
    return f->vocabulary->singulars.items[word] != word;
}

/* Free, or inside a topic: what is described says more than the topic it is about. */
static bool is_open(const ent_finder *f, uint32_t token)
{
    const ent_candidate *over = ent_finder_over(f, token);
    return !over || over->mention.kind == ENT_TOPIC;
}

/* "Council Adopts [Resolution] on Widgets", or the headline itself. */
static bool is_titled_head(const ent_finder *f, uint32_t head)
{
    uint32_t s = ent_finder_reads(f, head, f->n_tokens, "resolution") ? ent_sentence_of(f->segments, head) : UINT32_MAX;
    return s != UINT32_MAX && (s == 0 || f->capitals[s] == ENT_CAPITALS_TITLE);
}

static bool head_kind(const ent_finder *f, uint32_t head, ent_kind *kind)
{
    uint64_t lists = ent_finder_lists(f, head);
    if ((ent_finder_is_capital(f, head) && !is_titled_head(f, head)) || !is_open(f, head))
        return false;
    *kind = lists & (ENT_LIST(DESCRIBED_PROPOSAL) | ENT_LIST(DESCRIBED_PLEDGE)) ? ENT_PROPOSAL
            : lists & ENT_LIST(DESCRIBED_INSTRUMENT)                            ? ENT_INSTRUMENT
            : lists & ENT_LIST(DESCRIBED_FORUM)                                 ? ENT_FORUM
                                                                                : ENT_EVENT;
    bool any = *kind != ENT_EVENT || lists & ENT_LIST(DESCRIBED_EVENT);
    return any && (*kind == ENT_PROPOSAL || *kind == ENT_EVENT || !is_plural(f, head));
}

/* ---- before the head: "draft General Assembly [resolution]", "legally binding [instrument]" ---------------------- */

static uint32_t modifiers_begin(const ent_finder *f, const ent_sentence *sentence, uint32_t head)
{
    uint32_t first = head;
    while (first > sentence->first) {
        const ent_candidate *over = ent_finder_over(f, first - 1);
        if (ent_finder_lists(f, first - 1) & ENT_LIST(DESCRIBED_MODIFIER))
            first--;
        else if (over && over->mention.last == first &&
                 (over->mention.kind == ENT_FORUM ||
                  (over->mention.kind == ENT_ORGANIZATION && ent_finder_reads(f, head, f->n_tokens, "resolution"))) &&
                 (first == head || ent_finder_reads(f, first, head, "draft")))
            first = over->mention.first;
        else
            break;
    }
    while (first < head && ent_finder_reads(f, first, head, "new"))
        first++;
    return first;
}

/* ---- behind the head --------------------------------------------------------------------------------------------- */

/* "Oz set up a working group to study widgets": whether the head is of a body made for what it says behind. */
static bool is_set_up(const ent_finder *f, uint32_t head, ent_kind kind, uint32_t end)
{
    enum { WORDS = 5, BEFORE = 3 };
    static const char *const one[] = {"a", "an", NULL};
    static const char *const makes[] = {"establish", "creat", "set", "form", "conven", "appoint"};
    if (kind != ENT_FORUM || !ent_finder_is(f, head + 1, f->words.to) || head + 3 >= end ||
        ent_finder_over(f, head + 2) || ent_finder_lists(f, head + 2) & (ENT_LIST(DETERMINER) | ENT_LIST(STOP)))
        return false;
    uint32_t at = head;
    while (at > 0 && head - at < WORDS && !ent_finder_reads_any(f, at, head, one))
        at--;
    for (uint32_t t = at; t > 0 && at - t < BEFORE && at < head; t--)
        for (size_t i = 0; i < sizeof makes / sizeof *makes; i++)
            if (ent_str_starts(ent_token_text(f->segments, t - 1), ent_str_from(makes[i])))
                return true;
    return false;
}

/* Where the words begin that say which one, or 0. */
static uint32_t subject_begin(const ent_finder *f, uint32_t head, ent_kind kind, uint32_t end)
{
    uint64_t lists = ent_finder_lists(f, head);
    uint32_t at = head + 1;
    at += at < end && kind == ENT_INSTRUMENT && ent_finder_lists(f, at) & ENT_LIST(MONTH); /* "vetoed a text Friday" */
    if (lists & ENT_LIST(DESCRIBED_PLEDGE))
        return ent_finder_reads(f, at, end, "not") && ent_finder_is(f, at + 1, f->words.to) ? at + 2 : 0;
    if (ent_finder_reads(f, head, end, "code")) {
        if (!ent_finder_is(f, at, f->words.of) || !ent_finder_reads(f, at + 1, end, "conduct"))
            return 0;
        at += 2;
    }
    if (kind == ENT_INSTRUMENT && ent_finder_is(f, at, f->words.to) && at + 2 < end &&
        ent_finder_lists(f, at + 1) & ENT_LIST(DESCRIBING)) /* "a treaty to ban widgets" */
        return at + 2;
    if (is_set_up(f, head, kind, end))
        return at + 2;
    bool calling = ent_finder_reads(f, at, end, "calling") && ent_finder_is(f, at + 1, f->words.for_);
    bool aimed = ent_finder_reads(f, head, end, "resolution") && ent_finder_reads(f, at, end, "aimed") &&
                 ent_finder_reads(f, at + 1, end, "at");
    if (kind == ENT_INSTRUMENT && (calling || aimed))
        return at + 3 < end ? at + 2 : 0;
    bool on = ent_finder_is(f, at, f->words.on) || (kind == ENT_INSTRUMENT && ent_finder_reads(f, at, end, "against"));
    bool for_ = ent_finder_is(f, at, f->words.for_) && (kind == ENT_INSTRUMENT || kind == ENT_FORUM) &&
                ent_name_subject_end(f, at + 1, end) > at + 2; /* "amends the convention for clarity" */
    if (for_ && (ent_finder_reads(f, at + 2, end, "period") || ent_finder_reads(f, at + 2, end, "purpose") ||
                 ent_finder_reads(f, at + 2, end, "duration"))) /* "a working group for the period 2031 to 2033" */
        return 0;
    bool between = kind == ENT_PROPOSAL && ent_finder_reads(f, at, end, "between");
    bool verb = kind == ENT_INSTRUMENT && at < end && ent_finder_lists(f, at) & ENT_LIST(DESCRIBING);
    bool about = (on || for_ || between || verb) && !ent_name_is_adverbial(f, at + 1, end);
    return at + 1 < end && about ? at + 1 : 0;
}

/* "Chile pledges not to", "a commitment not to test": a verb, or too little to name anything by. */
static bool says_little(const ent_finder *f, const ent_sentence *sentence, const description *d)
{
    if (!(ent_finder_lists(f, d->head) & ENT_LIST(DESCRIBED_PLEDGE)))
        return false;
    const ent_candidate *over = d->first > sentence->first ? ent_finder_over(f, d->first - 1) : NULL;
    bool verb = is_plural(f, d->head) && over && ent_kinds_has(ENT_KINDS_ACTOR, over->mention.kind);
    return verb || d->last < d->head + 5;
}

/* "a moratorium on using [them]": what is left out says what it is on. */
static bool breaks_off(const ent_finder *f, const ent_sentence *sentence, const description *d)
{
    return d->last < sentence->last && ent_str_ends(ent_token_text(f->segments, d->last - 1), ENT_STR("ing")) &&
           !ent_finder_over(f, d->last - 1) && ent_finder_lists(f, d->last) & ENT_LIST(STOP) &&
           f->tokens[d->last].kind == ENT_TOKEN_WORD &&
           (ent_finder_is(f, d->last, f->words.this_) || ent_finder_is(f, d->last, f->words.these) ||
            ent_finder_is(f, d->last, f->words.its) || ent_finder_reads(f, d->last, sentence->last, "it"));
}

/* "The Widget Treaty (WT) is a treaty banning widgets": what is named already is described, not another text. */
static bool is_predicate(const ent_finder *f, const ent_sentence *sentence, const description *d)
{
    enum { MOST_ADJECTIVES = 4 };
    static const char *const being[] = {"is", "was", "remains", NULL};
    static const char *const one[] = {"a", "an", "the", NULL};
    uint32_t first = d->first;
    while (first > sentence->first && d->first - first < MOST_ADJECTIVES &&
           !ent_finder_reads_any(f, first - 1, sentence->last, one) && f->tokens[first - 1].kind == ENT_TOKEN_WORD)
        first--; /* "was the first multilateral treaty to ban widgets" */
    if (d->kind != ENT_INSTRUMENT || first < sentence->first + 3 ||
        !ent_finder_reads_any(f, first - 1, sentence->last, one) ||
        !ent_finder_reads_any(f, first - 2, sentence->last, being))
        return false;
    uint32_t named = first - 3;
    for (bool within = ent_finder_is(f, named, f->words.close); within && named > sentence->first; named--)
        within = !ent_finder_is(f, named, f->words.open);
    const ent_candidate *over = ent_finder_over(f, named);
    return ent_finder_reads(f, named, sentence->last, "it") || (over && over->mention.kind == ENT_INSTRUMENT);
}

/* Heads that name nothing without a word before them: "paper", "group", "meeting". */
static bool is_weak(const ent_finder *f, uint32_t head)
{
    return (ent_finder_lists(f, head) & ENT_LIST(DESCRIBED_WEAK)) != 0;
}

/* The topic that the subject ends with, or that stands before the head; NULL. */
static const ent_candidate *topic_over(const ent_finder *f, const description *d)
{
    uint32_t end = d->last == d->head + 1 ? d->head : d->last;
    const ent_candidate *over = end > d->first ? ent_finder_over(f, end - 1) : NULL;
    return over && over->mention.kind == ENT_TOPIC && over->mention.last == end ? over : NULL;
}

/* "draft widget weapons treaty", "widget test ban": where the topic before the head begins, with "draft"; or `head`. */
static uint32_t topic_before(const ent_finder *f, const ent_sentence *sentence, uint32_t head, ent_kind kind)
{
    const ent_candidate *over = head > sentence->first ? ent_finder_over(f, head - 1) : NULL;
    if (!over || over->mention.kind != ENT_TOPIC || over->mention.last != head)
        return head;
    uint32_t first = modifiers_begin(f, sentence, over->mention.first);
    bool measure = kind == ENT_PROPOSAL && !(ent_finder_lists(f, head) & ENT_LIST(DESCRIBED_PLEDGE));
    return measure || ent_finder_reads(f, first, head, "draft") ? first : head;
}

/* "draft General Assembly resolution", "Security Council draft resolution". */
static bool is_forums_draft(const ent_finder *f, const description *d)
{
    bool draft = false, forum = false;
    for (uint32_t i = d->first; i < d->head; i++) {
        draft = draft || ent_finder_reads(f, i, d->head, "draft");
        forum = forum || ent_finder_over(f, i);
    }
    return d->kind == ENT_INSTRUMENT && draft && forum;
}

/* "A scientific panel on widgets" is a body, "a panel on widgets" an hour of a conference. */
static bool is_standing_panel(const ent_finder *f, uint32_t head)
{
    bool bare =
        head > 0 && (ent_finder_lists(f, head - 1) & ENT_LIST(DETERMINER) || ent_finder_is(f, head - 1, f->words.the));
    return ent_finder_reads(f, head, f->n_tokens, "panel") && !bare;
}

/* "resolution titled “Widgets”", "resolution (document 1/2)": it has a name of its own. */
static bool is_titled(const ent_finder *f, uint32_t at, uint32_t end)
{
    static const char *const words[] = {"titled", "entitled", "called", "(", NULL};
    return at < end &&
           (ent_finder_reads_any(f, at, end, words) || ent_finder_is_quote(f, at) || ent_finder_over(f, at));
}

static bool describe(const ent_finder *f, const ent_sentence *sentence, uint32_t head, description *out)
{
    *out = (description){.head = head};
    if (!head_kind(f, head, &out->kind) || is_standing_panel(f, head))
        return false;
    if (out->kind == ENT_EVENT)
        return true;
    out->first = modifiers_begin(f, sentence, head);
    if (out->first == head && is_weak(f, head) && !is_set_up(f, head, out->kind, sentence->last))
        return false;
    uint32_t begin = subject_begin(f, head, out->kind, sentence->last);
    out->last = begin ? ent_described_subject_end(f, out->kind, begin, sentence->last) : 0;
    uint32_t topic = begin ? head : topic_before(f, sentence, head, out->kind);
    if (topic < head && !is_plural(f, head)) {
        out->first = topic;
        return (out->last = head + 1) != 0;
    }
    uint32_t sponsor = out->kind == ENT_INSTRUMENT ? ent_text_sponsor_before(f, sentence, out->first) : out->first;
    if (!begin && sponsor < out->first && !is_titled(f, head + 1, sentence->last)) {
        out->first = sponsor;
        return (out->last = head + 1) != 0;
    }
    uint32_t sponsors =
        begin || out->kind != ENT_INSTRUMENT ? 0 : ent_text_sponsors_end(f, out->first, head, sentence->last);
    uint32_t request = begin ? 0 : ent_text_request_end(f, out->head, sentence->last);
    if (request)
        return (out->last = request) != 0;
    bool forums = !begin && is_forums_draft(f, out) && !is_titled(f, head + 1, sentence->last);
    if (sponsors && (!forums || ent_finder_over(f, out->first))) /* "a Council draft resolution sponsored by Oz" */
        return (out->last = sponsors) != 0;
    if (forums)
        return (out->last = head + 1) != 0;
    bool to = ent_finder_is(f, head + 1, f->words.to) && out->kind == ENT_INSTRUMENT;
    bool restricted = begin && (to || ent_finder_reads(f, out->last, sentence->last, "that")) && !topic_over(f, out);
    return begin && out->last > begin && !restricted && !says_little(f, sentence, out) &&
           !breaks_off(f, sentence, out) && !is_predicate(f, sentence, out);
}

static ent_str attributes_of(ent_finder *f, const description *d)
{
    if (d->kind == ENT_PROPOSAL)
        return ENT_STR("status=proposed");
    if (d->kind != ENT_INSTRUMENT)
        return ENT_STR_EMPTY;
    ent_str head = ent_token_text(f->segments, d->head);
    bool draft = ent_finder_reads(f, d->first, d->head, "draft");
    return ent_arena_format(f->arena, "form=" ENT_STR_FMT "%s", ENT_STR_ARG(head), draft ? "; status=draft" : "");
}

/* The topic that the subject is, or UINT32_MAX: "on PAROS" and "on the prevention of an arms race in outer space" are
 * about the same. */
static uint32_t topic_of(ent_finder *f, const description *d)
{
    const ent_candidate *over = topic_over(f, d);
    bool whole = over && over->mention.first > d->head &&
                 (ent_finder_lists(f, over->mention.first - 1) & ENT_LIST(LINK) ||
                  ent_finder_is(f, over->mention.first - 1, f->words.the));
    bool before = over && over->mention.last == d->head;
    return before || (whole && over->mention.first <= d->head + 3) ? ent_finder_names(f, over) : ENT_UNRESOLVED;
}

/* "a moratorium on one kind of widget tests": the lexicon's proposal to do without what the subject ends with. */
static uint32_t forgone_by(ent_finder *f, const description *d)
{
    const ent_candidate *over = topic_over(f, d);
    bool gives_up = d->kind == ENT_PROPOSAL && !ent_finder_reads(f, d->head, d->last, "hotline");
    return over && gives_up ? ent_forgone_entry(f, ent_finder_names(f, over)) : UINT32_MAX;
}

/* The words, without the day that news puts among them. */
static ent_str name_of(const ent_finder *f, const description *d)
{
    uint32_t behind = d->head + 1;
    if (behind + 1 >= d->last || !(ent_finder_lists(f, behind) & ENT_LIST(MONTH)))
        return ent_finder_name(f, d->first, d->last);
    return ent_arena_join(f->arena, ent_finder_name(f, d->first, behind), ENT_STR(" "),
                          ent_finder_name(f, behind + 1, d->last));
}

static uint32_t entity_of(ent_finder *f, const description *d)
{
    const ent_candidate *whose = ent_finder_over(f, d->first);
    if (d->last == d->head + 1 && whose &&
        whose->mention.kind == ENT_FORUM) /* "a Council draft resolution": one of many */
        return ENT_UNRESOLVED;
    ent_str name = name_of(f, d), attributes = attributes_of(f, d);
    uint32_t known = ent_lexicon_find_name(f->lexicon, f->vocabulary, d->kind, name), topic = topic_of(f, d);
    uint32_t forgone = forgone_by(f, d);
    if (forgone != UINT32_MAX)
        return ent_finder_entry(f, forgone);
    bool one = known != UINT32_MAX && ent_finder_reads(f, d->head, d->last, "code"); /* of a sort: known.c */
    if (one && topic == ENT_UNRESOLVED)
        return ENT_UNRESOLVED;
    if ((known != UINT32_MAX && !one) || topic == ENT_UNRESOLVED)
        return ent_finder_entity(f, d->kind, name, attributes);
    ent_str head = ent_finder_text(f, d->head, d->head + 1);
    ent_str about = ent_arena_format(f->arena, ENT_STR_FMT " on " ENT_STR_FMT, ENT_STR_ARG(head),
                                     ENT_STR_ARG(f->out->entities.items[topic].name));
    return ent_mentions_entity(f->arena, f->out, d->kind, ent_key_make(f->arena, d->kind, about), name, attributes);
}

void ent_find_described(ent_finder *f)
{
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; i < sentence->last; i++) {
            description d;
            if (!f->tokens[i].word || !describe(f, sentence, i, &d))
                continue;
            ent_candidate c;
            if (d.kind != ENT_EVENT)
                c = ent_finder_candidate(s, d.first, d.last, d.kind, ENT_BY_FORM, entity_of(f, &d), 0.7f);
            else if (!ent_meeting_describe(f, s, d.head, &c))
                continue;
            c.mention.flags |= ENT_MENTION_DESCRIBED;
            ent_finder_add(f, c);
            i = c.mention.last - 1;
        }
    }
}
