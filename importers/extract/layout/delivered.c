/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/layout/delivered.h"

#include "importers/extract/gazetteer/lexicon_data.h"
#include "importers/extract/layout/floor.h"
#include "importers/extract/layout/joint.h"
#include "importers/extract/layout/labels.h"
#include "importers/extract/layout/times.h"
#include "importers/extract/names/wholes.h"

#define N(array) (sizeof(array) / sizeof *(array))

enum {
    HEAD_LINES = 8,
    LETTER_LINES = 30 /* behind the page's head */,
    ABOVE = 3,
    OPENING = 4 /* tokens in which a line says what it is */
};

static const char *const places[] = {"at", "in", "to", "before", "during"};

/* "Oz Statement in the …", "Explanation of Vote in the …", "Remarks by Jane Roe at the …"; no line of a programme
 * ("9:30 Keynote address"). */
static bool is_statement(const ent_layout_work *work, const ent_line *line)
{
    static const char *const words[] = {"statement", "remarks",      "address", "speech",
                                        "keynote",   "intervention", "reply",   "explanation"};
    uint32_t last = line->last < line->first + OPENING ? line->last : line->first + OPENING;
    ent_label_found label = ent_label_find(work, line, ent_pass_time(work, line));
    bool by = label.label && label.rest > line->first && ent_token_is(work, label.rest - 1, "by");
    bool programme = label.label && !(by && ent_floor_in(work, label.rest, line->last) != ENT_NO_MENTION);
    return !programme && ent_tokens_have(work, line->first, last, words, N(words)) && !ent_line_is_prose(work, line);
}

/* "Delivered by Jane Roe, Deputy Permanent Representative to the Widget Conference.": a line of the head that ends like
 * a sentence. */
static bool is_delivered(const ent_layout_work *work, const ent_line *line)
{
    static const char *const made[] = {"delivered", "given", "read", "made", "presented"};
    return line->first + 1 < line->last && ent_token_is_any(work, line->first, made, N(made)) &&
           ent_token_is(work, line->first + 1, "by");
}

/* "First Committee, 3 May 2031": the body or meeting with which a line of the head begins, or ENT_NO_MENTION. */
static uint32_t floor_at_begin(const ent_layout_work *work, const ent_line *line)
{
    uint32_t first = line->first + ent_token_is(work, line->first, "the");
    uint32_t m = first < line->last ? ent_mention_over(work, first) : ENT_NO_MENTION;
    const ent_mention *at = m != ENT_NO_MENTION ? ent_mention_at(work, m) : NULL;
    bool meets = at && at->first == first && (at->kind == ENT_FORUM || at->kind == ENT_EVENT);
    return meets && at->entity != ENT_UNRESOLVED ? m : ENT_NO_MENTION;
}

/* "Informal consultations on widgets" alone in a line over the statement: the meeting, or ENT_NO_MENTION. */
static uint32_t meeting_over(const ent_layout_work *work, const ent_line *line)
{
    uint32_t m = floor_at_begin(work, line);
    return m != ENT_NO_MENTION && ent_mention_at(work, m)->kind == ENT_EVENT ? m : ENT_NO_MENTION;
}

/* "Permanent Representative of Oz at the Widget Conference": where the one with the post speaks, or ENT_NO_MENTION. */
static uint32_t floor_behind_post(const ent_layout_work *work, const ent_line *line)
{
    static const char *const at[] = {"at", "during"};
    bool post = line->first < line->last && (ent_token_in_list(work, line->first, ENT_LIST(POST)) ||
                                             ent_token_in_list(work, line->first, ENT_LIST(PERSON_TITLE)));
    for (uint32_t t = line->first + 1; post && t + 1 < line->last; t++)
        if (ent_token_is_any(work, t, at, N(at)))
            return ent_floor_in(work, t, line->last);
    return ENT_NO_MENTION;
}

/* The person behind "by" in the line that says what it is, or at the beginning of another one; or ENT_NO_MENTION. */
static uint32_t person_in(const ent_layout_work *work, const ent_line *line, bool titled)
{
    uint32_t by = line->first;
    while (titled && by < line->last && !ent_token_is(work, by, "by"))
        by++;
    uint32_t m = ent_mention_find(work, ENT_KIND_BIT(ENT_PERSON), by, line->last);
    bool near = m != ENT_NO_MENTION && ent_mention_at(work, m)->first <= by + OPENING + 2;
    return near && ent_mention_at(work, m)->entity != ENT_UNRESOLVED ? m : ENT_NO_MENTION;
}

/* The person right behind "delivered by" in a line whose lines were joined, or ENT_NO_MENTION. */
static uint32_t deliverer_in(const ent_layout_work *work, const ent_line *line)
{
    static const char *const made[] = {"delivered", "given", "read", "presented"};
    for (uint32_t t = line->first; t + 2 < line->last; t++) {
        if (!ent_token_is_any(work, t, made, N(made)) || !ent_token_is(work, t + 1, "by"))
            continue;
        uint32_t m = ent_mention_find(work, ENT_KIND_BIT(ENT_PERSON), t + 2, line->last);
        return m != ENT_NO_MENTION && ent_mention_at(work, m)->first <= t + 2 + OPENING ? m : ENT_NO_MENTION;
    }
    return ENT_NO_MENTION;
}

/* Whether the entity is named in the tokens [first, last). */
static bool is_named_in(const ent_layout_work *work, uint32_t entity, uint32_t first, uint32_t last)
{
    for (uint32_t m = ent_mention_from(work, first);
         m < work->mentions->items.n && ent_mention_at(work, m)->first < last; m++)
        if (ent_mention_at(work, m)->entity == entity)
            return true;
    return false;
}

/* Who speaks there: the person, and the State or body that the words are of. What the head [first, last) says of both,
 * others read. */
static void state_speaker(ent_layout_work *work, uint32_t person, const ent_mention *where, uint32_t first,
                          uint32_t last)
{
    uint32_t author = work->subjects->authors.of_document;
    const ent_mention *who = person != ENT_NO_MENTION ? ent_mention_at(work, person) : NULL;
    ent_statement s = {.type = ENT_PARTICIPATES_IN,
                       .target = where->entity,
                       .token = where->first,
                       .rule = "layout.delivered",
                       .once = true};
    if (author != ENT_UNRESOLVED && (!who || author != who->entity)) {
        bool state = work->mentions->entities.items[author].kind == ENT_STATE;
        s.source = author, s.confidence = 0.8f, s.role = state ? ENT_STR("delegation") : ENT_STR_EMPTY;
        ent_layout_state(work, s);
    }
    if (!who)
        return;
    s.source = who->entity, s.token = who->first, s.confidence = 0.85f * who->confidence, s.role = ENT_STR_EMPTY;
    ent_layout_state(work, s);
    if (author != ENT_UNRESOLVED && author != who->entity && !is_named_in(work, author, first, last)) {
        s.type = ENT_AFFILIATED_WITH, s.target = author, s.confidence = 0.75f * who->confidence;
        ent_layout_state(work, s);
    }
}

/* "Letter dated 3 May 2031 from the Permanent Representative of Oz", in a document that has a symbol: whose it is. */
static void state_letter(ent_layout_work *work)
{
    static const char *const letters[] = {"letter", "letters", "note"};
    uint32_t author = work->subjects->authors.of_document, self = work->subjects->self;
    bool symbol = self != ENT_UNRESOLVED &&
                  ent_str_find(work->mentions->entities.items[self].name, ENT_STR("/"), 0) != ENT_STR_NONE;
    for (uint32_t n = 0; symbol && n < work->lines.n && n < LETTER_LINES; n++) {
        const ent_line *line = &work->lines.items[n];
        if (line->first + 1 < line->last && ent_token_is_any(work, line->first, letters, N(letters)) &&
            ent_token_is(work, line->first + 1, "dated")) {
            ent_layout_state(work, (ent_statement){ENT_PRODUCES, author, self, line->first, "layout.delivered.letter",
                                                   0.8f, ENT_STR_EMPTY, true});
            return;
        }
    }
}

/* "(Signed) Jane Roe", "Signed: Jane Roe": under a letter from a State's mission, whoever signs it is of that mission.
 */
static void state_signature(ent_layout_work *work)
{
    uint32_t author = work->subjects->authors.of_document;
    bool state = author != ENT_UNRESOLVED && work->mentions->entities.items[author].kind == ENT_STATE;
    for (uint32_t n = 0; state && n < work->lines.n; n++) {
        const ent_line *line = &work->lines.items[n];
        uint32_t word = line->first + (line->first + 1 < line->last && ent_token_is(work, line->first, "("));
        if (line->first == line->last || !ent_token_is(work, word, "signed"))
            continue;
        uint32_t m = ent_mention_find(work, ENT_KIND_BIT(ENT_PERSON), word + 1, line->last);
        if (m == ENT_NO_MENTION || ent_mention_at(work, m)->first > word + OPENING)
            continue;
        const ent_mention *who = ent_mention_at(work, m);
        ent_layout_state(work,
                         (ent_statement){ENT_AFFILIATED_WITH, who->entity, author, who->first,
                                         "layout.delivered.signed", 0.85f * who->confidence, ENT_STR_EMPTY, true});
        return; /* an annex may be signed by others */
    }
}

void ent_layout_delivered(ent_layout_work *work)
{
    state_letter(work);
    state_signature(work);
    const ent_line *lines = work->lines.items;
    uint32_t title = 0, last = 0, person = ENT_NO_MENTION, floor = ENT_NO_MENTION;
    while (title < work->lines.n && title < HEAD_LINES && !is_statement(work, &lines[title]))
        title++;
    for (uint32_t n = title; n < work->lines.n && n < title + HEAD_LINES && title < HEAD_LINES; n++) {
        if (lines[n].first == lines[n].last || (ent_line_is_prose(work, &lines[n]) && !is_delivered(work, &lines[n])))
            break;
        last = lines[n].last;
        bool place = n == title || ent_token_is_any(work, lines[n].first, places, N(places));
        if (place && floor == ENT_NO_MENTION)
            floor = ent_floor_in(work, lines[n].first, lines[n].last);
        if (n > title && floor == ENT_NO_MENTION)
            floor = floor_at_begin(work, &lines[n]);
        if (n > title && floor == ENT_NO_MENTION)
            floor = floor_behind_post(work, &lines[n]);
        if (person == ENT_NO_MENTION)
            person = person_in(work, &lines[n], n == title);
        if (person == ENT_NO_MENTION)
            person = deliverer_in(work, &lines[n]);
    }
    if (title >= work->lines.n || title >= HEAD_LINES)
        return;
    for (uint32_t n = title; n-- > 0 && n + ABOVE >= title && floor == ENT_NO_MENTION;)
        floor = meeting_over(work, &lines[n]);
    ent_layout_joint(work, title, floor, person);
    if (floor == ENT_NO_MENTION)
        return;
    ent_mention where = *ent_mention_at(work, floor);
    state_speaker(work, person, &where, lines[title].first, last);
    where.entity = ent_whole_of_part(work->arena, work->mentions, where.entity);
    if (where.entity != ENT_UNRESOLVED && work->mentions->entities.items[where.entity].kind == ENT_EVENT)
        state_speaker(work, person, &where, lines[title].first, last); /* at the summit whose first session it is */
}
