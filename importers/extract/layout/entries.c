/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/entries.h"

#include "importers/extract/gazetteer/lexicon_data.h"
#include "importers/extract/layout/affiliation.h"
#include "importers/extract/layout/factbox.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum { PERSONS = ENT_KIND_BIT(ENT_PERSON), MAX_TITLES = 8 };

static bool is_title(const ent_layout_work *work, uint32_t token)
{
    static const char *const more[] = {"t", "h", "e", "his", "her", "excellency", "."};
    return ent_token_in_list(work, token, ENT_LIST(PERSON_TITLE) | ENT_LIST(POST)) ||
           ent_token_is_any(work, token, more, N(more));
}

static bool is_plain_title(const ent_layout_work *work, uint32_t token)
{
    static const char *const titles[] = {"mr", "ms", "mrs", "miss", "dr", "prof", "mr.", "ms.", "mrs.", "dr.", "prof."};
    return ent_token_is_any(work, token, titles, N(titles));
}

/* Where the titles before a name begin. A post before "Mr." belongs to somebody else. */
static uint32_t name_begin(const ent_layout_work *work, uint32_t name, uint32_t from)
{
    static const char *const excellency[] = {".", "h", "e", "h.e", "h.e.", "excellency"};
    uint32_t t = name;
    bool plain = false;
    while (t > from && name - t < MAX_TITLES &&
           (plain ? is_plain_title(work, t - 1) || ent_token_is_any(work, t - 1, excellency, N(excellency))
                  : is_title(work, t - 1))) {
        t--;
        plain |= is_plain_title(work, t);
    }
    return t;
}

/* A mark parts it from what stands before: the line's beginning, a semicolon, "and", a comma behind a name or a
 * bracket; or it begins with a title where a sentence would have a small word before it (lines that were joined). */
static bool begins_entry(const ent_layout_work *work, uint32_t begin, uint32_t from)
{
    static const char *const marks[] = {";", "·", "•", "|", "/", "&", "and", ":", "–", "—"};
    static const char *const excellency[] = {"h", "h.e", "h.e."};
    bool dash = begin > from && ent_token_is(work, begin - 1, "-") && /* "Japan - Jane Roe, Professor" */
                !(work->segments->tokens.items[begin].flags & ENT_TOKEN_HYPHEN);
    if (begin == from || dash || ent_token_is_any(work, begin - 1, marks, N(marks)))
        return true;
    if ((is_plain_title(work, begin) || ent_token_is_any(work, begin, excellency, N(excellency))) &&
        (ent_token_is(work, begin - 1, ")") || (work->segments->tokens.items[begin - 1].flags & ENT_TOKEN_CAPITAL)))
        return true;
    uint32_t before = ent_mention_over(work, begin - 1);
    if (before != ENT_NO_MENTION && ent_mention_at(work, before)->last == begin &&
        ent_mention_at(work, before)->kind == ENT_ORGANIZATION)
        return true; /* "Fellow, Widget School Bo Lind (Clerk)": lines that were joined */
    if (begin < from + 2 || !ent_token_is(work, begin - 1, ","))
        return false;
    before = ent_mention_over(work, begin - 2);
    return ent_token_is(work, begin - 2, ")") ||
           (before != ENT_NO_MENTION && ent_mention_at(work, before)->kind == ENT_PERSON);
}

/* The next person that begins an entry; *begin is where its titles do. */
static uint32_t next_name(const ent_layout_work *work, const ent_line *line, uint32_t from, uint32_t bound,
                          uint32_t *begin)
{
    for (uint32_t m = ent_mention_from(work, from);
         m < work->mentions->items.n && ent_mention_at(work, m)->first < line->last; m++) {
        if (!ent_mention_is(ent_mention_at(work, m), PERSONS))
            continue;
        *begin = name_begin(work, ent_mention_at(work, m)->first, bound);
        uint32_t behind = ent_mention_at(work, m)->last; /* "Bo Lind: Clerk", lines that were joined */
        if (begins_entry(work, *begin, bound) || (behind < line->last && ent_token_is(work, behind, ":")))
            return m;
    }
    return ENT_NO_MENTION;
}

/* A label that closes the entry, "(Chair)" or ", Moderator"; cut off the words about the person. */
static void cut_label(const ent_layout_work *work, ent_entry *entry)
{
    for (uint32_t t = entry->first; t < entry->last; t++) {
        bool bracket = ent_token_is(work, t, "(");
        if (!bracket && !ent_token_is(work, t, ",") && !ent_token_is(work, t, "–") && !ent_token_is(work, t, "—"))
            continue;
        uint32_t end = bracket ? ent_bracket_end(work, t, entry->last) : entry->last;
        const ent_label *label = ent_label_exact(work, t + 1, bracket ? end - 1 : end);
        if (label && label->kind <= ENT_LABEL_CHAIRS) {
            entry->label = label;
            entry->last = t;
        }
    }
}

/* "(Navy, ret.), Director, UNIDIR": what follows the brackets says more than they do. */
static bool names_post_behind(const ent_layout_work *work, uint32_t at, uint32_t last)
{
    uint32_t post = at + 1 + (at + 1 < last && ent_token_is(work, at + 1, "former"));
    return post < last && ent_token_is(work, at, ",") && ent_token_in_list(work, post, ENT_LIST(POST)) &&
           ent_names_post(work, post, last);
}

/* The words about the person stand in brackets, behind a comma or dash, or right behind the name. */
static void find_words(const ent_layout_work *work, ent_entry *entry)
{
    uint32_t t = ent_mention_at(work, entry->mention)->last;
    entry->first = entry->last = t;
    if (t >= entry->end)
        return;
    if (ent_token_is(work, t, "(")) {
        uint32_t close = ent_bracket_end(work, t, entry->end);
        const ent_label *label = ent_label_exact(work, t + 1, close - 1);
        if (label && label->kind <= ENT_LABEL_CHAIRS)
            entry->label = label;
        else if (ent_names_post(work, t + 1, close - 1) && !names_post_behind(work, close, entry->end)) {
            entry->first = t + 1;
            entry->last = close - 1;
            return;
        }
        t = close;
    }
    while (t < entry->end && ent_token_is_mark(work, t) && !ent_token_is(work, t, "("))
        t++;
    entry->first = t;
    entry->last = entry->end;
    if (t > ent_mention_at(work, entry->mention)->last)
        entry->first = t - 1; /* the mark, so that ", Moderator" alone is seen */
    cut_label(work, entry);
    while (entry->first < entry->last && ent_token_is_mark(work, entry->first))
        entry->first++;
}

bool ent_entry_next(const ent_layout_work *work, const ent_line *line, uint32_t from, ent_entry *out)
{
    uint32_t begin, next;
    while (from < line->last && ent_token_is_mark(work, from))
        from++;
    uint32_t m = next_name(work, line, from, from, &begin);
    if (m == ENT_NO_MENTION)
        return false;
    *out = (ent_entry){.mention = m, .end = line->last};
    uint32_t behind = ent_mention_at(work, m)->last;
    if (behind < line->last && ent_token_is(work, behind, "("))
        behind = ent_bracket_end(work, behind, line->last);
    if (next_name(work, line, behind, from, &next) != ENT_NO_MENTION && next > behind)
        out->end = work->segments->tokens.items[next - 1].flags & ENT_TOKEN_CAPITAL ? next : next - 1;
    find_words(work, out);
    return true;
}

bool ent_entry_begins_at(const ent_layout_work *work, const ent_entry *entry, uint32_t from)
{
    return name_begin(work, ent_mention_at(work, entry->mention)->first, from) == from;
}

/* Where a line's words begin, "(Signed)" passed over; its first bracket is a mark that the line begins behind. */
static uint32_t words_begin(const ent_layout_work *work, const ent_line *line)
{
    bool is_signed = line->first + 2 < line->last && ent_token_is(work, line->first, "signed") &&
                     ent_token_is(work, line->first + 1, ")");
    uint32_t behind = line->first + (is_signed ? 2 : 0);
    return behind + (is_signed && behind < line->last && ent_token_is(work, behind, ":"));
}

/* The person of a line that is nothing but a name with its titles and a note in brackets, "Jane Roe (Oz)", as a
 * mention, or ENT_NO_MENTION. */
static uint32_t name_alone(const ent_layout_work *work, const ent_line *line)
{
    uint32_t first = words_begin(work, line);
    uint32_t m = ent_mention_find(work, PERSONS, line->first, line->last);
    if (m == ENT_NO_MENTION || name_begin(work, ent_mention_at(work, m)->first, first) != first)
        return ENT_NO_MENTION;
    uint32_t behind = ent_mention_at(work, m)->last;
    if (behind < line->last && ent_token_is(work, behind, "("))
        behind = ent_bracket_end(work, behind, line->last);
    for (uint32_t t = behind; t < line->last; t++)
        if (!ent_token_is_mark(work, t))
            return ENT_NO_MENTION;
    return m;
}

/* "at the Widget Council", "Mr. Chair,": where a statement was made and whom it addresses. */
static bool is_address(const ent_layout_work *work, const ent_line *line)
{
    enum { LONGEST_SALUTATION = 5 };
    static const char *const places[] = {"at", "in", "to", "before"};
    bool salutes = line->last - line->first <= LONGEST_SALUTATION && ent_token_is(work, line->last - 1, ",");
    return ent_token_is_any(work, line->first, places, N(places)) || salutes;
}

/* Says what a person is, as the line under a name: no running text, no name, no label. */
static bool is_post_line(const ent_layout_work *work, const ent_line *name, const ent_line *line)
{
    bool same_row = ent_line_block(work, name)->kind != ENT_BLOCK_ROW || line->block == name->block;
    return same_row && !is_address(work, line) && !ent_line_is_prose(work, line) &&
           !ent_line_ends_with(work, line, ':') && !ent_label_find(work, line, line->first).label &&
           ent_mention_find(work, PERSONS, line->first, line->last) == ENT_NO_MENTION &&
           ent_names_post(work, line->first, line->last);
}

/* "Widget Board" under "Clerk, Widget Office": the post is told, and this is another heading. */
static bool tells_no_more(const ent_layout_work *work, const ent_line *line, uint32_t first, uint32_t last)
{
    for (uint32_t t = line->first; t < line->last; t++)
        if (ent_token_in_list(work, t, ENT_LIST(POST)))
            return false;
    uint32_t body = ent_mention_find(work, ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_FORUM), first, last);
    return body != ENT_NO_MENTION && !ent_token_in_list(work, ent_mention_at(work, body)->first, ENT_LIST(POST));
}

/* What line `number`, a name alone, is followed by: the tokens of the next one or two lines that name post and body;
 * empty (first == last) when they do not. */
static void post_below(const ent_layout_work *work, uint32_t number, uint32_t *first, uint32_t *last)
{
    const ent_line *lines = work->lines.items;
    *first = *last = lines[number].last;
    for (uint32_t n = number + 1; n < work->lines.n && n <= number + 2 &&
                                  is_post_line(work, &lines[number], &lines[n]) && !ent_cell_is_field(work, n);
         n++) {
        if (*first < *last && tells_no_more(work, &lines[n], *first, *last))
            return;
        if (*first == *last)
            *first = lines[n].first;
        *last = lines[n].last;
    }
}

bool ent_entry_has_post_below(const ent_layout_work *work, uint32_t n)
{
    uint32_t first, last;
    if (name_alone(work, &work->lines.items[n]) == ENT_NO_MENTION)
        return false;
    post_below(work, n, &first, &last);
    return first < last;
}

/* "Name, Post": the first words behind the comma name a post, so that no other list of names and places is meant. */
static bool begins_with_post(const ent_layout_work *work, const ent_entry *entry)
{
    uint32_t limit = entry->first + 4 < entry->last ? entry->first + 4 : entry->last;
    for (uint32_t t = entry->first; t < limit; t++)
        if (ent_token_in_list(work, t, ENT_LIST(POST)) || ent_token_is(work, t, "prof"))
            return true;
    return false;
}

/* "Jane Roe, President of Oz, addressed the Committee", "…, said: “We": where the words end that tell who she is. */
static uint32_t told_end(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    static const char *const objects[] = {"the", "a", "an", "that", "his", "her", "their"};
    for (uint32_t t = first + 1; t + 1 < last; t++) {
        bool did = ent_str_ends(ent_token_text(work->segments, t), ENT_STR("ed")) &&
                   ent_token_is_any(work, t + 1, objects, sizeof objects / sizeof *objects);
        if (ent_token_is(work, t - 1, ",") && (did || ent_token_in_list(work, t, ENT_LIST(SAYING))))
            return t - 1;
    }
    return last;
}

/* "Jane Roe, Ambassador" over "Permanent Representative of Chile": the words about the person, or, where they leave
 * open for whom she is it, those of the next line when it begins with a post. */
static void state_words(ent_layout_work *work, uint32_t number, const ent_entry *entry)
{
    const ent_kinds bodies = ENT_KINDS_ACTOR | ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_EVENT);
    const ent_segments *segments = work->segments;
    uint32_t told = segments->sentences.items[ent_mention_at(work, entry->mention)->sentence].last;
    uint32_t first = entry->first, last = entry->last, below = last, below_last = last;
    if (last == work->lines.items[number].last && ent_mention_find(work, bodies, first, last) == ENT_NO_MENTION)
        post_below(work, number, &below, &below_last);
    bool post = below < below_last && ent_token_in_list(work, below, ENT_LIST(POST));
    last = last > told && first < told ? told : last; /* "…. He noted the work of …" */
    last = told_end(work, first, last);
    ent_affiliate(work, entry->mention, post ? below : first, post ? below_last : last, "layout.person.post");
}

static void state_line(ent_layout_work *work, uint32_t number)
{
    const ent_line *line = &work->lines.items[number];
    ent_entry entry;
    uint32_t name = name_alone(work, line), first, last;
    if (name != ENT_NO_MENTION) {
        post_below(work, number, &first, &last);
        ent_affiliate(work, name, first, last, "layout.person.below");
        return;
    }
    for (uint32_t from = words_begin(work, line); ent_entry_next(work, line, from, &entry); from = entry.end)
        if (begins_with_post(work, &entry))
            state_words(work, number, &entry);
}

/* "(PhD, University of Luxembourg, 2016)": where somebody studied. */
static bool tells_degrees(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    static const char *const degrees[] = {"phd",  "ph.d.", "ph.d", "ll.m.", "ll.m",  "llm", "ll.b.",
                                          "ll.b", "j.d.",  "jd",   "m.a.",  "m.sc.", "msc", "m.s.",
                                          "b.a.", "b.sc.", "bsc",  "mba",   "m.b.a."};
    for (uint32_t t = first; t < last; t++)
        if (ent_token_is_any(work, t, degrees, N(degrees)))
            return true;
    return false;
}

static void state_brackets(ent_layout_work *work, const ent_line *line)
{
    for (uint32_t m = ent_mention_from(work, line->first);
         m < work->mentions->items.n && ent_mention_at(work, m)->last < line->last; m++) {
        uint32_t open = ent_mention_at(work, m)->last;
        if (!ent_mention_is(ent_mention_at(work, m), PERSONS) || !ent_token_is(work, open, "("))
            continue;
        uint32_t end = ent_bracket_end(work, open, line->last) - 1;
        if (ent_names_post(work, open + 1, end) && !tells_degrees(work, open + 1, end))
            ent_affiliate(work, m, open + 1, end, "layout.person.brackets");
    }
}

void ent_layout_persons(ent_layout_work *work)
{
    for (uint32_t i = 0; i < work->lines.n; i++) {
        state_brackets(work, &work->lines.items[i]);
        if (!ent_line_is_prose(work, &work->lines.items[i]))
            state_line(work, i);
    }
}
