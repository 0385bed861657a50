/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/rules/speaker.h"

#include "importers/extract/rules/row.h"

enum {
    LONGEST_CARRY = 3, /* sentences between "One speaker said" and "They added" */
    LONGEST_TURN = 10  /* sentences of a report of one person's speech: "He went on to say" */
};

/* The first of the attributions that fits, with its match. */
typedef struct attribution {
    uint32_t pattern; /* UINT32_MAX: none */
    ent_match match;
} attribution;

/* Who speaks, and whose position is told. */
typedef struct attributions {
    attribution speaker, holder;
} attributions;

ent_speakers ent_speakers_begin(ent_arena *arena, const ent_rules *rules, const ent_segments *segments,
                                const ent_mentions *mentions, const ent_subjects *subjects)
{
    return (ent_speakers){.arena = arena,
                          .rules = rules,
                          .segments = segments,
                          .mentions = mentions,
                          .subjects = subjects,
                          .matcher = ent_matcher_new(arena),
                          .stamps = ENT_ARENA_NEW(arena, uint32_t, rules->patterns.n + 1),
                          .sentence = UINT32_MAX};
}

static uint32_t author_of(const ent_speakers *all, uint32_t sentence)
{
    return ent_author_at(&all->subjects->authors, sentence);
}

/* "We" speaks only where the document says who that is. */
static bool may_speak(const ent_speakers *all, const ent_pattern *pattern, uint32_t sentence)
{
    const ent_rule *rule = &all->rules->rules.items[pattern->rule];
    return rule->source.kind != ENT_END_AUTHOR || author_of(all, sentence) != ENT_UNRESOLVED;
}

/* Whether a pattern comes before the best so far, was not tried on the row before and fits it. */
static bool fits(ent_speakers *all, const ent_row *row, uint32_t number, uint32_t best, ent_match *match)
{
    const ent_pattern *pattern = &all->rules->patterns.items[number];
    bool tried = all->stamps[number] == all->stamp;
    all->stamps[number] = all->stamp;
    const ent_gate *gate = &all->rules->gates.items[number];
    return !tried && number < best && ent_row_passes(row, gate) && ent_row_has_words(row, gate) &&
           may_speak(all, pattern, row->sentence) &&
           ent_match_find(all->matcher, all->rules, pattern, row, 0, match, NULL);
}

static attributions find_attributions(ent_speakers *all, const ent_row *row)
{
    const ent_sentence *s = &all->segments->sentences.items[row->sentence];
    attributions found = {.speaker = {.pattern = UINT32_MAX}, .holder = {.pattern = UINT32_MAX}};
    all->stamp++;
    for (uint32_t token = s->first; token < s->last; token++) {
        const ent_pattern_list *called = &all->rules->attributions.items[all->segments->tokens.items[token].word];
        for (size_t i = 0; i < called->n; i++) {
            uint32_t number = called->items[i];
            const ent_rule *rule = &all->rules->rules.items[all->rules->patterns.items[number].rule];
            attribution *best = rule->holder_part.len ? &found.holder : &found.speaker;
            ent_match match;
            if (fits(all, row, number, best->pattern, &match))
                *best = (attribution){number, match};
        }
    }
    return found;
}

static void add_entity(ent_speakers *all, ent_voice *voice, uint32_t entity)
{
    if (entity != ENT_UNRESOLVED)
        ent_vec_push(all->arena, &voice->entities, entity);
}

static void add_named(ent_speakers *all, ent_voice *voice, const ent_row *row, const ent_capture *part)
{
    for (uint32_t i = part->first; i < part->last; i++) {
        const ent_item *item = &row->items.items[i];
        for (uint32_t j = 0; j < item->n_members; j++)
            add_entity(all, voice, all->mentions->items.items[row->members.items[item->member + j]].entity);
    }
}

static uint32_t block_of(const ent_speakers *all, uint32_t sentence)
{
    return all->segments->sentences.items[sentence].block;
}

static void add_voice(ent_speakers *all, ent_speaker *speaker, ent_voice voice)
{
    for (size_t i = 0; i < voice.entities.n; i++)
        speaker->named |= ent_kinds_has(ENT_KINDS_ACTOR, all->mentions->entities.items[voice.entities.items[i]].kind);
    ent_vec_push(all->arena, &speaker->voices, voice);
}

static ent_speaker speaker_of_one(ent_speakers *all, ent_voice voice, bool spoken)
{
    ent_speaker speaker = {.spoken = spoken};
    add_voice(all, &speaker, voice);
    return speaker;
}

/* Where nobody is said to speak: in a statement its author does, in a panel's section the panel. */
static ent_speaker implied_speaker(ent_speakers *all, uint32_t sentence)
{
    uint32_t author = author_of(all, sentence),
             sitting = all->subjects->sitting[ent_sentence_section(all->segments, sentence)];
    ent_voice voice = {0};
    add_entity(all, &voice, author != ENT_UNRESOLVED ? author : sitting);
    return speaker_of_one(all, voice, voice.entities.n > 0);
}

static ent_speaker find_speaker(ent_speakers *all, const ent_row *row, uint32_t back);

const ent_voice *ent_speaker_at(const ent_speaker *speaker, uint32_t item)
{
    const ent_voice *voice = &speaker->voices.items[0];
    for (size_t i = 1; i < speaker->voices.n && speaker->voices.items[i].item <= item; i++)
        voice = &speaker->voices.items[i];
    return voice;
}

ent_str ent_speaker_holder_at(const ent_speaker *speaker, uint32_t item)
{
    return item >= speaker->held ? speaker->holder : ENT_STR_EMPTY;
}

static ent_speaker last_of(ent_speakers *all, const ent_speaker *speaker)
{
    ent_voice last = *ent_speaker_at(speaker, UINT32_MAX);
    last.item = 0;
    return speaker_of_one(all, last, speaker->spoken);
}

/* The speaker of the sentence before, within the paragraph. */
static ent_speaker previous_speaker(ent_speakers *all, uint32_t sentence, uint32_t back)
{
    if (sentence == 0 || back == LONGEST_CARRY || block_of(all, sentence - 1) != block_of(all, sentence))
        return implied_speaker(all, sentence);
    ent_speaker speaker = all->last;
    if (all->sentence != sentence - 1) {
        ent_row row;
        ent_row_build(all->arena, all->rules, all->segments, all->mentions, sentence - 1, &row);
        speaker = find_speaker(all, &row, back + 1);
    }
    return last_of(all, &speaker);
}

static ent_str part_of(const ent_speakers *all, const ent_row *row, const attribution *found, ent_str part)
{
    return ent_row_part(row, all->rules, &all->rules->patterns.items[found->pattern], &found->match, part);
}

static ent_voice voice_of(ent_speakers *all, const ent_row *row, const attribution *found)
{
    const ent_pattern *pattern = &all->rules->patterns.items[found->pattern];
    const ent_rule_end who = all->rules->rules.items[pattern->rule].source;
    ent_voice voice = {.item = found->match.first, .words = part_of(all, row, found, ENT_STR("S"))};
    if (who.kind == ENT_END_SLOT)
        add_named(all, &voice, row, &found->match.captures[ent_pattern_slot(pattern, who.slot)]);
    else if (who.kind == ENT_END_AUTHOR)
        add_entity(all, &voice, author_of(all, row->sentence));
    else
        add_entity(all, &voice, all->subjects->floor[ent_sentence_section(all->segments, row->sentence)]);
    return voice;
}

/* Whether a further voice speaks for itself: not within the words of another ("one speaker said that Chile says …");
 * and of those with a name only at the beginning of a clause. */
static bool begins_to_speak(const ent_speakers *all, const ent_row *row, const ent_voice *voice, bool named)
{
    if (voice->item == 0)
        return false;
    const ent_item *before = &row->items.items[voice->item - 1];
    return !ent_class_has_word(&all->rules->classes, all->rules->cues.reporting, before->word) &&
           (!named || before->flags & ENT_ITEM_CLAUSE);
}

static void add_further(ent_speakers *all, ent_speaker *speaker, const ent_row *row, const attribution *first)
{
    attribution more = {.pattern = first->pattern};
    const ent_pattern *pattern = &all->rules->patterns.items[first->pattern];
    bool named = all->rules->rules.items[pattern->rule].source.kind != ENT_END_SUBJECT;
    for (uint32_t from = first->match.last;
         ent_match_find(all->matcher, all->rules, pattern, row, from, &more.match, NULL); from = more.match.last) {
        ent_voice voice = voice_of(all, row, &more);
        if (begins_to_speak(all, row, &voice, named))
            add_voice(all, speaker, voice);
    }
}

/* Whose doing the sentence tells: the actor that it begins with, or a person anywhere in it. Else ENT_UNRESOLVED. */
static uint32_t doer_of(const ent_speakers *all, uint32_t sentence)
{
    const uint32_t *of_sentence = &all->mentions->sentence_first.items[sentence];
    uint32_t begin = all->segments->sentences.items[sentence].first;
    for (uint32_t i = of_sentence[0]; i < of_sentence[1]; i++) {
        const ent_mention *m = &all->mentions->items.items[i];
        bool begins = m->first <= begin + 1 && ent_kinds_has(ENT_KINDS_ACTOR, m->kind);
        if (begins || m->kind == ENT_PERSON)
            return m->entity;
    }
    return ENT_UNRESOLVED;
}

static bool is_among(uint32_t entity, const ent_voice *voice)
{
    for (size_t i = 0; i < voice->entities.n; i++)
        if (voice->entities.items[i] == entity)
            return true;
    return entity == ENT_UNRESOLVED;
}

static ent_speaker find_voices(ent_speakers *all, const ent_row *row, const attribution *found, uint32_t back);

/* Whose turn it is: "He also said" goes on with the last who spoke in the section, over paragraphs, unless somebody
 * else acts in between. */
static ent_speaker speaker_of_turn(ent_speakers *all, uint32_t sentence)
{
    uint32_t section = ent_sentence_section(all->segments, sentence), doer = ENT_UNRESOLVED;
    for (uint32_t at = sentence; at > 0 && at + LONGEST_TURN > sentence;) {
        ent_row row;
        if (ent_sentence_section(all->segments, --at) != section)
            break;
        ent_row_build(all->arena, all->rules, all->segments, all->mentions, at, &row);
        attribution found = find_attributions(all, &row).speaker;
        const ent_pattern *pattern = found.pattern == UINT32_MAX ? NULL : &all->rules->patterns.items[found.pattern];
        if (!pattern && doer == ENT_UNRESOLVED)
            doer = doer_of(all, at);
        if (!pattern || all->rules->rules.items[pattern->rule].source.kind == ENT_END_PREVIOUS)
            continue;
        ent_speaker speaker = find_voices(all, &row, &found, 0);
        speaker = last_of(all, &speaker);
        return is_among(doer, &speaker.voices.items[0]) ? speaker : implied_speaker(all, sentence);
    }
    return implied_speaker(all, sentence);
}

/* "He" and "she" are one person, "they" and "therefore" go on with what was said right before. */
static ent_speaker carried_speaker(ent_speakers *all, uint32_t sentence, ent_str words, uint32_t back)
{
    static const char *const singular[] = {"he",
                                           "she",
                                           "his country",
                                           "her country",
                                           "his delegation",
                                           "her delegation",
                                           "his government",
                                           "her government",
                                           NULL};
    return ent_str_is_any_nocase(words, singular) ? speaker_of_turn(all, sentence)
                                                  : previous_speaker(all, sentence, back);
}

static ent_speaker find_voices(ent_speakers *all, const ent_row *row, const attribution *found, uint32_t back)
{
    if (found->pattern == UINT32_MAX)
        return implied_speaker(all, row->sentence);
    const ent_pattern *pattern = &all->rules->patterns.items[found->pattern];
    bool carried = all->rules->rules.items[pattern->rule].source.kind == ENT_END_PREVIOUS;
    ent_speaker speaker = carried ? carried_speaker(all, row->sentence, part_of(all, row, found, ENT_STR("S")), back)
                                  : speaker_of_one(all, voice_of(all, row, found), true);
    ent_voice *first = &speaker.voices.items[0];
    if (!first->words.len)
        first->words = part_of(all, row, found, ENT_STR("S"));
    if (!carried)
        add_further(all, &speaker, row, found);
    return speaker;
}

/* A position that is told and not spoken has a holder and no speaker: "some States view it as …". */
static void add_holder(ent_speakers *all, ent_speaker *speaker, const ent_row *row, const attribution *found)
{
    const ent_pattern *pattern = &all->rules->patterns.items[found->pattern];
    ent_str part = all->rules->rules.items[pattern->rule].holder_part;
    speaker->holder = part_of(all, row, found, part);
    speaker->held = found->match.captures[ent_pattern_slot(pattern, part)].first;
    for (size_t i = 0; i < speaker->voices.n; i++)
        if (ent_str_eq(speaker->voices.items[i].words, speaker->holder))
            speaker->voices.items[i].words = ENT_STR_EMPTY;
}

static ent_speaker find_speaker(ent_speakers *all, const ent_row *row, uint32_t back)
{
    attributions found = find_attributions(all, row);
    ent_speaker speaker = find_voices(all, row, &found.speaker, back);
    if (found.holder.pattern != UINT32_MAX)
        add_holder(all, &speaker, row, &found.holder);
    return speaker;
}

ent_speaker ent_speaker_of(ent_speakers *all, const ent_row *row)
{
    all->last = find_speaker(all, row, 0);
    all->sentence = row->sentence;
    return all->last;
}
