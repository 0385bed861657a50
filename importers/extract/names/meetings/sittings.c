/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of a session or a summit: "the fourth meeting of the first session of the Group", "the second phase of the
 * Summit". And a number that its session was printed right behind: "57thsession". */
#include "importers/extract/names/finder.h"
#include "importers/extract/names/meetings/sessions.h"

#include "core/model/key.h"

/* The meeting that "of the …" at `at` names, or ENT_UNRESOLVED. */
static uint32_t event_behind(ent_finder *f, uint32_t at, uint32_t end)
{
    if (at + 1 >= end || !ent_finder_is(f, at, f->words.of))
        return ENT_UNRESOLVED;
    uint32_t named = at + 1 + ent_finder_is(f, at + 1, f->words.the);
    const ent_candidate *over = named < end ? ent_finder_over(f, named) : NULL;
    bool event = over && over->mention.kind == ENT_EVENT && over->mention.first == named;
    return event ? ent_finder_names(f, over) : ENT_UNRESOLVED;
}

/* One that the lexicon knows as "second phase of the Widget Summit", else a part of its own. */
static uint32_t part_of(ent_finder *f, uint32_t whole, uint32_t first, uint32_t head, int64_t number)
{
    const ent_named *named = &f->out->entities.items[whole];
    ent_str what = ent_token_text(f->segments, head), words = ent_finder_name(f, first, head + 1);
    ent_str name =
        ent_arena_format(f->arena, ENT_STR_FMT " of the " ENT_STR_FMT, ENT_STR_ARG(words), ENT_STR_ARG(named->name));
    uint32_t known = ent_lexicon_find_name(f->lexicon, f->vocabulary, ENT_EVENT, name);
    if (known != UINT32_MAX)
        return ent_finder_entry(f, known);
    char word[32];
    size_t n = 0;
    for (; n < what.len && n + 1 < sizeof word; n++)
        word[n] = (char)ent_to_lower(what.data[n]);
    word[n] = '\0';
    return ent_mentions_entity(f->arena, f->out, ENT_EVENT, ent_part_key(f, ENT_EVENT, named->key, word, number), name,
                               ENT_STR_EMPTY);
}

/* "the third round of consultations": the consultations themselves. */
static bool is_talks(const ent_finder *f, uint32_t event)
{
    return ent_attribute_get(f->out->entities.items[event].attributes, ENT_STR("form")).len != 0;
}

/* "fourth meeting", "second phase" at the head, before the name of the whole. */
static void find_part(ent_finder *f, uint32_t s, const ent_sentence *sentence, uint32_t head)
{
    uint32_t first;
    if (head == sentence->first || !ent_finder_cues(f, head, sentence->last, ENT_CUE(MEETING_PART)))
        return;
    int64_t number = ent_part_ordinal(f, head - 1, &first);
    uint32_t whole = number > 0 ? event_behind(f, head + 1, sentence->last) : ENT_UNRESOLVED;
    if (whole != ENT_UNRESOLVED && !is_talks(f, whole))
        ent_finder_add(f, ent_finder_candidate(s, first, head + 1, ENT_EVENT, ENT_BY_FORM,
                                               part_of(f, whole, first, head, number), 0.8f));
}

/* "57thsession" of a forum: 57, else 0. */
static int64_t glued_number(ent_str text)
{
    ent_str session = ENT_STR("session");
    int64_t number = 0;
    if (text.len < session.len + 3 || !ent_is_digit(text.data[0]) ||
        !ent_str_eq_nocase(ent_str_slice(text, text.len - session.len, text.len), session))
        return 0;
    return ent_str_to_int(ent_str_slice(text, 0, text.len - session.len - 2), &number) ? number : 0;
}

static void find_glued(ent_finder *f, uint32_t s, uint32_t token)
{
    uint32_t last = token + 1;
    int64_t number = glued_number(ent_token_text(f->segments, token));
    uint32_t forum = number > 0 ? ent_forum_of_session(f, s, token, token, false, &last) : ENT_UNRESOLVED;
    if (forum != ENT_UNRESOLVED)
        ent_finder_add(f, ent_finder_candidate(s, token, last, ENT_EVENT, ENT_BY_FORM,
                                               ent_session_entity(f, forum, "session", number), 0.8f));
}

void ent_find_sittings(ent_finder *f)
{
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; i < sentence->last; i++) {
            if (i + 1 < sentence->last && ent_finder_is(f, i + 1, f->words.of) && !ent_finder_over(f, i))
                find_part(f, s, sentence, i);
            if (f->tokens[i].word == 0 && !ent_finder_over(f, i)) /* no word */
                find_glued(f, s, i);
        }
    }
}
