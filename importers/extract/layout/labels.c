/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/labels.h"

#include "importers/extract/gazetteer/lexicon_data.h"

#include <assert.h>
#include <string.h>

/* In the singular, hyphens as spaces; a longer label stands for itself before a shorter one that begins it. */
static const ent_label labels[] = {
    {"panellist", ENT_LABEL_TAKES_PART, "panellist"},
    {"panelist", ENT_LABEL_TAKES_PART, "panellist"},
    {"panel member", ENT_LABEL_TAKES_PART, "panellist"},
    {"speaker", ENT_LABEL_TAKES_PART, "speaker"},
    {"guest speaker", ENT_LABEL_TAKES_PART, "speaker"},
    {"invited speaker", ENT_LABEL_TAKES_PART, "speaker"},
    {"featured speaker", ENT_LABEL_TAKES_PART, "speaker"},
    {"lead speaker", ENT_LABEL_TAKES_PART, "speaker"},
    {"presenter", ENT_LABEL_TAKES_PART, "presenter"},
    {"presentation by", ENT_LABEL_TAKES_PART, "presenter"},
    {"presentation", ENT_LABEL_TAKES_PART, "presenter"},
    {"briefer", ENT_LABEL_TAKES_PART, "presenter"},
    {"discussant", ENT_LABEL_TAKES_PART, "discussant"},
    {"lead discussant", ENT_LABEL_TAKES_PART, "discussant"},
    {"respondent", ENT_LABEL_TAKES_PART, "discussant"},
    {"commentator", ENT_LABEL_TAKES_PART, "discussant"},
    {"intervention", ENT_LABEL_TAKES_PART, "speaker"},
    {"remark", ENT_LABEL_TAKES_PART, "speaker"},
    {"rapporteur", ENT_LABEL_TAKES_PART, "rapporteur"},
    {"expert", ENT_LABEL_TAKES_PART, "expert"},
    {"resource person", ENT_LABEL_TAKES_PART, "expert"},
    {"observer", ENT_LABEL_TAKES_PART, "observer"},
    {"opening", ENT_LABEL_OPENS, "opening remarks"},
    {"opening remark", ENT_LABEL_OPENS, "opening remarks"},
    {"opening statement", ENT_LABEL_OPENS, "opening remarks"},
    {"opening address", ENT_LABEL_OPENS, "opening remarks"},
    {"opening session", ENT_LABEL_OPENS, "opening remarks"},
    {"introductory remark", ENT_LABEL_OPENS, "opening remarks"},
    {"introduction by", ENT_LABEL_OPENS, "opening remarks"},
    {"welcome", ENT_LABEL_OPENS, "opening remarks"},
    {"welcome remark", ENT_LABEL_OPENS, "opening remarks"},
    {"opening welcome", ENT_LABEL_OPENS, "opening remarks"},
    {"welcome and opening", ENT_LABEL_OPENS, "opening remarks"},
    {"opening and welcome", ENT_LABEL_OPENS, "opening remarks"},
    {"welcome address", ENT_LABEL_OPENS, "opening remarks"},
    {"welcoming remark", ENT_LABEL_OPENS, "opening remarks"},
    {"welcome and opening remark", ENT_LABEL_OPENS, "opening remarks"},
    {"welcome and introduction", ENT_LABEL_OPENS, "opening remarks"},
    {"keynote", ENT_LABEL_OPENS, "keynote"},
    {"keynote address", ENT_LABEL_OPENS, "keynote"},
    {"keynote speech", ENT_LABEL_OPENS, "keynote"},
    {"keynote remark", ENT_LABEL_OPENS, "keynote"},
    {"keynote speaker", ENT_LABEL_OPENS, "keynote"},
    {"keynote presentation", ENT_LABEL_OPENS, "keynote"},
    {"special address", ENT_LABEL_OPENS, "keynote"},
    {"closing", ENT_LABEL_CLOSES, "concluding remarks"},
    {"closing remark", ENT_LABEL_CLOSES, "concluding remarks"},
    {"closing statement", ENT_LABEL_CLOSES, "concluding remarks"},
    {"closing address", ENT_LABEL_CLOSES, "concluding remarks"},
    {"closing session", ENT_LABEL_CLOSES, "concluding remarks"},
    {"concluding remark", ENT_LABEL_CLOSES, "concluding remarks"},
    {"final remark", ENT_LABEL_CLOSES, "concluding remarks"},
    {"wrap up", ENT_LABEL_CLOSES, "concluding remarks"},
    {"wrap up and closing remark", ENT_LABEL_CLOSES, "concluding remarks"},
    {"moderator", ENT_LABEL_CHAIRS, "moderator"},
    {"moderated by", ENT_LABEL_CHAIRS, "moderator"},
    {"moderation", ENT_LABEL_CHAIRS, "moderator"},
    {"co moderator", ENT_LABEL_CHAIRS, "moderator"},
    {"panel moderator", ENT_LABEL_CHAIRS, "moderator"},
    {"session moderator", ENT_LABEL_CHAIRS, "moderator"},
    {"facilitator", ENT_LABEL_CHAIRS, "moderator"},
    {"facilitated by", ENT_LABEL_CHAIRS, "moderator"},
    {"chair", ENT_LABEL_CHAIRS, "chair"},
    {"chaired by", ENT_LABEL_CHAIRS, "chair"},
    {"chairperson", ENT_LABEL_CHAIRS, "chair"},
    {"chairman", ENT_LABEL_CHAIRS, "chair"},
    {"chairwoman", ENT_LABEL_CHAIRS, "chair"},
    {"co chair", ENT_LABEL_CHAIRS, "chair"},
    {"co chaired by", ENT_LABEL_CHAIRS, "chair"},
    {"president :", ENT_LABEL_CHAIRS, "chair"}, /* of a record; "President Jane Roe" may be anybody's */
    {"session chair", ENT_LABEL_CHAIRS, "chair"},
    {"panel chair", ENT_LABEL_CHAIRS, "chair"},
    {"participant", ENT_LABEL_ATTENDS, ""},
    {"list of participant", ENT_LABEL_ATTENDS, ""},
    {"participant list", ENT_LABEL_ATTENDS, ""},
    {"attendee", ENT_LABEL_ATTENDS, ""},
    {"list of attendee", ENT_LABEL_ATTENDS, ""},
    {"delegation", ENT_LABEL_ATTENDS, ""},
    {"organised by", ENT_LABEL_ORGANIZES, ""},
    {"jointly organised by", ENT_LABEL_ORGANIZES, ""},
    {"co organised by", ENT_LABEL_ORGANIZES, ""},
    {"organiser", ENT_LABEL_ORGANIZES, ""},
    {"co organiser", ENT_LABEL_ORGANIZES, ""},
    {"hosted by", ENT_LABEL_ORGANIZES, "host"},
    {"jointly hosted by", ENT_LABEL_ORGANIZES, "host"},
    {"co hosted by", ENT_LABEL_ORGANIZES, "host"},
    {"host", ENT_LABEL_ORGANIZES, "host"},
    {"co host", ENT_LABEL_ORGANIZES, "host"},
    {"convened by", ENT_LABEL_ORGANIZES, ""},
    {"co convened by", ENT_LABEL_ORGANIZES, ""},
    {"convener", ENT_LABEL_ORGANIZES, ""},
    {"in cooperation with", ENT_LABEL_ORGANIZES, "partner"},
    {"in collaboration with", ENT_LABEL_ORGANIZES, "partner"},
    {"in partnership with", ENT_LABEL_ORGANIZES, "partner"},
    {"partner", ENT_LABEL_ORGANIZES, "partner"},
    {"sponsored by", ENT_LABEL_FUNDS, "support"},
    {"co sponsored by", ENT_LABEL_FUNDS, "support"},
    {"supported by", ENT_LABEL_FUNDS, "support"},
    {"funded by", ENT_LABEL_FUNDS, "support"},
    {"with the support of", ENT_LABEL_FUNDS, "support"},
    {"with support from", ENT_LABEL_FUNDS, "support"},
    {"with the financial support of", ENT_LABEL_FUNDS, "support"},
    {"donor", ENT_LABEL_FUNDS, "support"},
    {"funder", ENT_LABEL_FUNDS, "support"},
    {"sponsor", ENT_LABEL_FUNDS, "support"},
    {"author", ENT_LABEL_WRITES, "author"},
    {"about the author", ENT_LABEL_WRITES, "author"},
    {"lead author", ENT_LABEL_WRITES, "author"},
    {"contributing author", ENT_LABEL_WRITES, "author"},
    {"author and affiliation", ENT_LABEL_WRITES, "author"},
    {"written by", ENT_LABEL_WRITES, "author"},
    {"prepared by", ENT_LABEL_WRITES, "author"},
    {"drafted by", ENT_LABEL_WRITES, "author"},
    {"by", ENT_LABEL_WRITES, "author"},
    {"editor", ENT_LABEL_WRITES, "editor"},
    {"edited by", ENT_LABEL_WRITES, "editor"},
    {"citation", ENT_LABEL_CITES, "author"},
    {"suggested citation", ENT_LABEL_CITES, "author"},
    {"recommended citation", ENT_LABEL_CITES, "author"},
    {"how to cite", ENT_LABEL_CITES, "author"},
    {"please cite as", ENT_LABEL_CITES, "author"},
    {"cite as", ENT_LABEL_CITES, "author"},
    {"published by", ENT_LABEL_PUBLISHES, "publisher"},
    {"publisher", ENT_LABEL_PUBLISHES, "publisher"},
    {"issued by", ENT_LABEL_PUBLISHES, "publisher"},
    {"©", ENT_LABEL_PUBLISHES, "copyright"},
    {"copyright ©", ENT_LABEL_PUBLISHES, "copyright"},
    {"copyright", ENT_LABEL_PUBLISHES, "copyright"},
    {"submitted by", ENT_LABEL_PROPOSES, ""},
    {"jointly submitted by", ENT_LABEL_PROPOSES, ""},
    {"working paper submitted by", ENT_LABEL_PROPOSES, ""},
    {"working paper by", ENT_LABEL_PROPOSES, ""},
    {"presented by", ENT_LABEL_PROPOSES, ""},
    {"proposal by", ENT_LABEL_PROPOSES, ""},
    {"discussion", ENT_LABEL_PAUSES, ""},
    {"question and answer", ENT_LABEL_PAUSES, ""},
    {"q & a", ENT_LABEL_PAUSES, ""},
    {"coffee break", ENT_LABEL_PAUSES, ""},
    {"break", ENT_LABEL_PAUSES, ""},
    {"lunch", ENT_LABEL_PAUSES, ""},
    {"lunch break", ENT_LABEL_PAUSES, ""},
    {"reception", ENT_LABEL_PAUSES, ""},
    {"registration", ENT_LABEL_PAUSES, ""},
    {"group photo", ENT_LABEL_PAUSES, ""},
    {"refreshment", ENT_LABEL_PAUSES, ""},
    {"morning refreshment", ENT_LABEL_PAUSES, ""},
    {"afternoon refreshment", ENT_LABEL_PAUSES, ""},
    {"morning coffee", ENT_LABEL_PAUSES, ""},
    {"welcome coffee", ENT_LABEL_PAUSES, ""},
    {"tea break", ENT_LABEL_PAUSES, ""},
    {"morning break", ENT_LABEL_PAUSES, ""},
    {"afternoon break", ENT_LABEL_PAUSES, ""},
    {"networking", ENT_LABEL_PAUSES, ""},
    {"networking break", ENT_LABEL_PAUSES, ""},
    {"networking lunch", ENT_LABEL_PAUSES, ""},
    {"networking reception", ENT_LABEL_PAUSES, ""},
    {"welcome reception", ENT_LABEL_PAUSES, ""},
    {"dinner", ENT_LABEL_PAUSES, ""},
    {"arrival", ENT_LABEL_PAUSES, ""},
    {"arrival and registration", ENT_LABEL_PAUSES, ""},
    {"end of day", ENT_LABEL_PAUSES, ""},
    {"close of day", ENT_LABEL_PAUSES, ""},
    {"acknowledgement", ENT_LABEL_PAUSES, ""},
    {"acknowledgment", ENT_LABEL_PAUSES, ""},
    {"note", ENT_LABEL_PAUSES, ""},
    {"table of content", ENT_LABEL_PAUSES, ""},
    {"introduction", ENT_LABEL_PAUSES, ""},
    {"background", ENT_LABEL_PAUSES, ""},
};

enum { LONGEST_LABEL = 8 /* words and what closes them */ };

/* The word or its plural. */
static bool is_word(const ent_layout_work *work, uint32_t token, ent_str word)
{
    ent_str text = ent_token_text(work->segments, token);
    bool plural = text.len == word.len + 1 && ent_to_lower(text.data[word.len]) == 's';
    return ent_reads_as(plural ? ent_str_slice(text, 0, word.len) : text, word);
}

/* The token behind the label's words, or `first` where they do not stand there. */
static uint32_t match_words(const ent_layout_work *work, const char *words, uint32_t first, uint32_t last)
{
    uint32_t t = first;
    while (*words) {
        const char *space = strchr(words, ' ');
        size_t len = space ? (size_t)(space - words) : strlen(words);
        if (t >= last || !is_word(work, t, (ent_str){words, len}))
            return first;
        t++;
        words += len + (space != NULL);
    }
    return t;
}

/* Signs ("©") are counted as one letter behind z. */
static uint32_t letter_of(char c)
{
    return c >= 'a' && c <= 'z' ? (uint32_t)(c - 'a') : ENT_LETTERS - 1;
}

const ent_label_index *ent_labels_by_letter(ent_arena *arena)
{
    static_assert(sizeof labels / sizeof *labels <= ENT_MAX_LABELS, "the index has room for all");
    ent_label_index *index = ENT_ARENA_NEW(arena, ent_label_index, 1);
    uint16_t n = sizeof labels / sizeof *labels, next[ENT_LETTERS];
    for (uint16_t i = 0; i < n; i++)
        index->first[letter_of(labels[i].words[0]) + 1]++;
    for (uint32_t letter = 0; letter < ENT_LETTERS; letter++) {
        next[letter] = index->first[letter];
        index->first[letter + 1] = (uint16_t)(index->first[letter + 1] + next[letter]);
    }
    for (uint16_t i = 0; i < n; i++)
        index->labels[next[letter_of(labels[i].words[0])]++] = i;
    return index;
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
    const uint16_t *at = &work->labels->first[letter_of(ent_to_lower(ent_token_text(work->segments, first).data[0]))];
    for (uint32_t i = at[0]; i < at[1]; i++) {
        const ent_label *label = &labels[work->labels->labels[i]];
        uint32_t end = match_words(work, label->words, first, last);
        if (end > found.rest)
            found = (ent_label_found){label, end, false};
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
    static const char *const endings[] = {"by", "of", "with", "from"};
    const char *last = strrchr(label->words, ' ');
    for (size_t i = 0; last && i < sizeof endings / sizeof *endings; i++)
        if (strcmp(last + 1, endings[i]) == 0)
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
