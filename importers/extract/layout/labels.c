/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/labels.h"

#include "importers/extract/gazetteer/lexicon_data.h"

enum { LONGEST_LABEL = 8 /* words and what closes them */ };

/* The token behind the label's words, or `first` where they do not stand there. */
static uint32_t match_words(const ent_layout_work *work, ent_str words, uint32_t first, uint32_t last)
{
    uint32_t t = first;
    while (words.len)
        if (t >= last || !ent_token_reads_on(work, t++, true, &words))
            return first;
    return t;
}

/* The "2" of "Speaker 2:". */
static bool is_number_before_colon(const ent_layout_work *work, uint32_t token, uint32_t last)
{
    return token + 1 < last && work->segments->tokens.items[token].kind == ENT_TOKEN_NUMBER &&
           ent_token_is(work, token + 1, ":");
}

static ent_label_found longest(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    ent_label_found found = {NULL, first, false};
    if (first >= last)
        return found;
    const ent_label_list *list =
        ent_labels_from(&work->knowledge->lexicon->lists.labels, ent_token_text(work->segments, first).data[0]);
    for (size_t i = 0; i < list->n; i++) {
        uint32_t end = match_words(work, list->items[i].words, first, last);
        if (end > found.rest)
            found = (ent_label_found){&list->items[i], end, false};
    }
    if (found.label) {
        ent_str word = ent_token_text(work->segments, found.rest - 1);
        found.plural = ent_to_lower(word.data[word.len - 1]) == 's';
        found.rest += is_number_before_colon(work, found.rest, last);
    }
    return found;
}

const ent_label *ent_label_exact(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    if (first < last && ent_token_is(work, first, "the"))
        first++;
    ent_label_found found = longest(work, first, last);
    return found.rest == last ? found.label : NULL;
}

/* A label inside a line stands before a colon or at the line's end: most capitals are seen not to without comparing a
 * word. */
static bool could_close(const ent_layout_work *work, uint32_t token, uint32_t last)
{
    const ent_token *tokens = work->segments->tokens.items;
    for (uint32_t t = token; t < token + LONGEST_LABEL; t++)
        if (t >= last || work->segments->document->text.data[tokens[t].begin] == ':')
            return true;
    return false;
}

bool ent_label_at(const ent_layout_work *work, uint32_t token, uint32_t last)
{
    if (!could_close(work, token, last))
        return false;
    ent_label_found found = longest(work, token, last);
    if (!found.label || found.label->kind > ENT_LABEL_ATTENDS)
        return false;
    if (found.rest < last)
        return ent_token_is(work, found.rest, ":") || ent_token_is(work, found.rest - 1, ":");
    return found.plural && found.label->kind == ENT_LABEL_TAKES_PART && !ent_token_is_mark(work, token - 1) &&
           !ent_token_in_list(work, token - 1, ENT_LIST(LINK) | ENT_LIST(ORDINAL)) &&
           !(work->segments->tokens.items[token - 1].flags & ENT_TOKEN_CAPITAL);
}

/* "organized by", "with the support of": a name must follow. */
static bool ends_openly(const ent_label *label)
{
    static const char *const endings[] = {" by", " of", " with", " from"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ent_str_ends(label->words, ent_str_from(endings[i])))
            return true;
    return false;
}

/* A name begins here, behind titles. */
static bool begins_name(const ent_layout_work *work, uint32_t first, uint32_t last)
{
    uint32_t limit = first + 6 < last ? first + 6 : last;
    uint32_t m = ent_mention_find(work, ENT_KINDS_ACTOR, first, limit);
    if (m == ENT_NO_MENTION)
        return false;
    for (uint32_t t = first; t < work->mentions->items.items[m].first; t++)
        if (!ent_token_is_mark(work, t) && !ent_token_is(work, t, "the") &&
            !ent_token_in_list(work, t, ENT_LIST(PERSON_TITLE) | ENT_LIST(POST)))
            return false;
    return true;
}

static bool is_separator(const ent_layout_work *work, uint32_t token)
{
    static const char *const separators[] = {":", "–", "—", "-", "|", "•", "―"};
    return ent_token_is_any(work, token, separators, sizeof separators / sizeof *separators);
}

ent_label_found ent_label_find(const ent_layout_work *work, const ent_line *line, uint32_t from)
{
    ent_label_found found = longest(work, from, line->last);
    if (!found.label)
        return found;
    uint32_t t = found.rest;
    if (t < line->last && ent_token_is(work, t, "(") && found.label->kind != ENT_LABEL_PUBLISHES)
        t = ent_bracket_end(work, t, line->last);
    bool marked = t < line->last && is_separator(work, t);
    bool by = ends_openly(found.label) || found.label->kind == ENT_LABEL_PUBLISHES;
    if (!marked && t < line->last && (ent_token_is(work, t, "by") || ent_token_is(work, t, "from"))) {
        t++;
        by = true;
    }
    while (t < line->last && (is_separator(work, t) || ent_token_is(work, t, ".")))
        t++;
    found.rest = t;
    bool listed = !ent_line_is_prose(work, line);
    if (t == line->last ? listed : marked || (listed && (by || begins_name(work, t, line->last))))
        return found;
    return (ent_label_found){NULL, from, false};
}

ent_label_found ent_label_inside(const ent_layout_work *work, const ent_line *line, uint32_t from)
{
    ent_label_found none = {NULL, from, false};
    if (line->n_sentences > 1 || ent_line_ends_with(work, line, '.')) /* sentences have rules */
        return none;
    for (uint32_t t = from + 1; t + 2 < line->last && !ent_line_is_prose(work, line); t++) {
        ent_label_found found = ent_token_is(work, t + 1, "by") ? longest(work, t, line->last) : none;
        if (found.label && found.label->kind == ENT_LABEL_CHAIRS && found.rest == t + 2 &&
            begins_name(work, found.rest, line->last))
            return found;
    }
    return none;
}

ent_label_found ent_label_tail(const ent_layout_work *work, const ent_line *line, uint32_t from)
{
    ent_label_found none = {NULL, from, false};
    uint32_t t = line->last;
    while (t > from + 1 && !ent_token_is_mark(work, t - 1))
        t--;
    ent_label_found found = t > from + 1 && !ent_line_is_prose(work, line) ? longest(work, t, line->last) : none;
    return found.label && found.rest == line->last ? found : none;
}
