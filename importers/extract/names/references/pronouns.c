/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that stand for what was named just before: "the former" and "the latter" for two that were joined, "she" for
 * the person whose life is told. Only where that is nearly always right: in one paragraph ("she": also the one before),
 * with nothing else that could be meant. */
#include "importers/extract/names/references/pronouns.h"

#include <string.h>

enum { MAX_MEANT = 3 };

#define MEETS                                                                                                          \
    (ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_INSTRUMENT) | ENT_KIND_BIT(ENT_ORGANIZATION) | ENT_KIND_BIT(ENT_EVENT))
#define PAIRED (MEETS | ENT_KIND_BIT(ENT_PROPOSAL) | ENT_KIND_BIT(ENT_STATE))

const ent_candidate *ent_pronoun_begins(const ent_finder *f, uint32_t token, ent_kinds kinds)
{
    const ent_candidate *c = ent_finder_over(f, token);
    bool counts = c && c->mention.first == token && ent_kinds_has(kinds, c->mention.kind) &&
                  c->mention.source != ENT_BY_CLASS && !(c->mention.flags & ENT_MENTION_PLACE);
    return counts ? c : NULL;
}

void ent_pronoun_stand_for(ent_finder *f, uint32_t s, uint32_t first, uint32_t last, uint32_t entity, float confidence)
{
    ent_kind kind = f->out->entities.items[entity].kind;
    ent_finder_add(f, ent_finder_candidate(s, first, last, kind, ENT_BY_REFERENCE, entity, confidence));
}

/* ---- "He", "She" ----------------------------------------------------------------------------------------------------
 */

/* "He served", "she has previously been": what is told of a life. What is said or wanted is the speaker's matter. */
static bool is_life(const ent_finder *f, uint32_t at, uint32_t end)
{
    enum { MAX_BEFORE = 2 };
    uint32_t first = at;
    while (at < first + MAX_BEFORE && ent_finder_cues(f, at, end, ENT_CUE(LIFE_ADVERB)))
        at++;
    return ent_finder_cues(f, at, end, ENT_CUE(LIFE_VERB));
}

/* "Jane Roe has appointed", "Jane Roe announced the appointment of": the text goes on about whom she appointed. */
static bool appoints(const ent_finder *f, const ent_candidate *c)
{
    static const char *const deeds[] = {"appointed", "appoints",  "reappointed", "named",
                                        "names",     "nominated", "appointment", NULL};
    static const char *const passed[] = {"has", "had", "have", "today", "announced", "the", "announces", NULL};
    uint32_t end = ent_pronoun_sentence(f, c->mention.sentence)->last, t = c->mention.last;
    while (t < end && ent_finder_reads_any(f, t, end, passed))
        t++;
    return ent_finder_reads_any(f, t, end, deeds);
}

/* "… replaces Jane Roe": whose post it was is told in passing. */
static bool is_followed(const ent_finder *f, const ent_candidate *c)
{
    static const char *const verbs[] = {"replaces", "replaced",  "replace",    "replacing", "succeeds",
                                        "succeed",  "succeeded", "succeeding", NULL};
    enum { REACH = 3 };
    uint32_t first = ent_pronoun_sentence(f, c->mention.sentence)->first;
    for (uint32_t t = c->mention.first; t > first && c->mention.first - t < REACH; t--)
        if (ent_finder_reads_any(f, t - 1, c->mention.first, verbs))
            return true;
    return false;
}

/* The one person named from sentence `s` on before token `end`, a sentence's subject; ENT_UNRESOLVED where there is
 * none or another one too. */
static uint32_t only_person(ent_finder *f, uint32_t s, uint32_t end)
{
    uint32_t found = ENT_UNRESOLVED;
    bool subject = false;
    for (uint32_t i = ent_pronoun_sentence(f, s)->first; i < end; i++) {
        while (i >= ent_pronoun_sentence(f, s)->last)
            s++;
        const ent_candidate *c = ent_pronoun_begins(f, i, ENT_KIND_BIT(ENT_PERSON));
        uint32_t entity = c ? ent_finder_names(f, c) : ENT_UNRESOLVED;
        if (!c || is_followed(f, c))
            continue;
        if (appoints(f, c)) {
            subject = true;
            continue;
        }
        if (entity == ENT_UNRESOLVED || (found != ENT_UNRESOLVED && found != entity))
            return ENT_UNRESOLVED;
        found = entity;
        uint32_t begin = i;
        while (begin > ent_pronoun_sentence(f, s)->first &&
               (ent_finder_lists(f, begin - 1) & ENT_LIST(PERSON_TITLE) || ent_finder_is(f, begin - 1, f->words.stop)))
            begin--;                                          /* "Mr. Roe" */
        bool pronoun = c->mention.source == ENT_BY_REFERENCE; /* "Before 2031 she was" */
        subject = subject || pronoun || begin == ent_pronoun_sentence(f, s)->first;
    }
    return subject ? found : ENT_UNRESOLVED;
}

/* Whom tokens [first, last) name first, other than as who appoints; or ENT_UNRESOLVED. */
static uint32_t first_person(ent_finder *f, uint32_t first, uint32_t last)
{
    const ent_candidate *c = NULL;
    for (uint32_t i = first; i < last && !c; i++) {
        c = ent_pronoun_begins(f, i, ENT_KIND_BIT(ENT_PERSON));
        c = c && appoints(f, c) ? NULL : c;
    }
    return c ? ent_finder_names(f, c) : ENT_UNRESOLVED;
}

/* Whom the page of sentence `s` is about, where no sentence from `from` on to token `end` in `s` names somebody else
 * first. */
static uint32_t page_person(ent_finder *f, uint32_t from, uint32_t s, uint32_t end)
{
    uint32_t person = f->persons[ent_sentence_section(f->segments, s)];
    for (uint32_t i = from; i <= s && person != ENT_UNRESOLVED; i++) {
        uint32_t last = i == s ? end : ent_pronoun_sentence(f, i)->last;
        uint32_t named = first_person(f, ent_pronoun_sentence(f, i)->first, last);
        if (named != ENT_UNRESOLVED && named != person)
            return ENT_UNRESOLVED;
    }
    return person;
}

static void resolve_person(ent_finder *f, uint32_t s, uint32_t token)
{
    uint32_t first = ent_finder_paragraph(f, s, token);
    for (uint32_t i = ent_pronoun_sentence(f, s)->first; i < token; i++)
        if (ent_finder_is(f, i, f->words.quote) || ent_finder_reads(f, i, token, "“"))
            return; /* whom a quotation speaks of, its sentence knows */
    uint32_t entity = only_person(f, first, token), page = f->persons[ent_sentence_section(f->segments, s)];
    if (entity == ENT_UNRESOLVED && s == first && s > 0 &&
        ent_pronoun_sentence(f, s - 1)->block + 1 == ent_pronoun_sentence(f, s)->block)
        entity = only_person(f, ent_finder_paragraph(f, s - 1, token), token);
    if (page != ENT_UNRESOLVED && entity != page) /* somebody else's doings are told in passing */
        entity = page_person(f, first, s, token);
    if (entity != ENT_UNRESOLVED)
        ent_pronoun_stand_for(f, s, token, token + 1, entity, 0.6f);
}

static void resolve_persons(ent_finder *f)
{
    uint32_t he = ent_vocabulary_find(f->vocabulary, ENT_STR("he")),
             she = ent_vocabulary_find(f->vocabulary, ENT_STR("she"));
    for (uint32_t s = 0; s < f->segments->sentences.n; s++)
        for (uint32_t i = ent_pronoun_sentence(f, s)->first; i < ent_pronoun_sentence(f, s)->last; i++)
            if ((ent_finder_is(f, i, he) || ent_finder_is(f, i, she)) &&
                is_life(f, i + 1, ent_pronoun_sentence(f, s)->last))
                resolve_person(f, s, i);
}

/* ---- "The former", "The latter" ---------------------------------------------------------------------------------- */

/* "The latter deserves", "The former was"; not "the former chair", "the latter stages". */
static bool stands_alone(const ent_finder *f, uint32_t behind, uint32_t end)
{
    if (behind >= end)
        return true;
    uint32_t word = f->tokens[behind].word;
    ent_str text = ent_token_text(f->segments, behind);
    bool plural = f->vocabulary->singulars.items[word] != word;
    bool verb = ent_finder_lists(f, behind) & (ENT_LIST(STOP) | ENT_LIST(GOVERNMENT_VERB) | ENT_LIST(VERB_ADVERB)) ||
                ((ent_str_ends(text, ENT_STR("s")) || ent_str_ends(text, ENT_STR("ed"))) && !plural);
    return ent_finder_is_punct(f, behind) || (verb && !ent_finder_is_capital(f, behind));
}

/* The names of a kind in tokens [first, last), and whether the last two are joined by "and" or "or". More than there is
 * room for are counted all the same. */
static uint32_t names_in(ent_finder *f, uint32_t first, uint32_t last, ent_kind kind, uint32_t *out, bool *joined)
{
    uint32_t n = 0, behind = 0;
    for (uint32_t i = first; i < last; i++) {
        const ent_candidate *c = ent_pronoun_begins(f, i, ENT_KIND_BIT(kind));
        if (!c)
            continue;
        uint32_t before = i - (i > first && ent_finder_is(f, i - 1, f->words.the));
        *joined = behind && before == behind + 1 &&
                  (ent_finder_is(f, behind, f->words.and_) || ent_finder_is(f, behind, f->words.or_));
        behind = c->mention.last;
        out[n < MAX_MEANT ? n : MAX_MEANT - 1] = ent_finder_names(f, c);
        n++;
    }
    return n;
}

/* What the words "the latter" at token `at` of sentence `s` mean, where a pair is named in tokens [first, last). */
static void resolve_pair(ent_finder *f, uint32_t s, uint32_t at, bool latter, uint32_t first, uint32_t last)
{
    uint32_t found = ENT_UNRESOLVED, n_pairs = 0;
    for (ent_kind kind = 0; kind < ENT_N_KINDS; kind++) {
        uint32_t names[MAX_MEANT];
        bool joined = false;
        uint32_t n = ent_kinds_has(PAIRED, kind) ? names_in(f, first, last, kind, names, &joined) : 0;
        if (!joined || n < 2 || (n > 2 && !latter))
            continue;
        n_pairs++;
        found = names[latter ? (n < MAX_MEANT ? n : MAX_MEANT) - 1 : 0];
    }
    if (n_pairs == 1 && found != ENT_UNRESOLVED)
        ent_pronoun_stand_for(f, s, at, at + 2, found, 0.55f);
}

/* The pair stands in the sentence before, or before a semicolon or comma in the same one. */
static void resolve_pairs(ent_finder *f, uint32_t s)
{
    const ent_sentence *sentence = ent_pronoun_sentence(f, s);
    bool follows = s > 0 && ent_pronoun_sentence(f, s - 1)->block == sentence->block;
    uint32_t end = 0; /* of the words before the first of them in the sentence */
    for (uint32_t i = sentence->first; i + 1 < sentence->last; i++) {
        if (!ent_finder_is(f, i, f->words.the))
            continue;
        bool latter = ent_finder_reads(f, i + 1, sentence->last, "latter");
        if (!(latter || ent_finder_reads(f, i + 1, sentence->last, "former")) ||
            !stands_alone(f, i + 2, sentence->last))
            continue;
        if (i == sentence->first && follows)
            resolve_pair(f, s, i, latter, ent_pronoun_sentence(f, s - 1)->first, ent_pronoun_sentence(f, s - 1)->last);
        else if (i > sentence->first && ent_finder_is_punct(f, i - 1))
            resolve_pair(f, s, i, latter, sentence->first, end ? end : i);
        end = end ? end : i;
    }
}

void ent_resolve_pronouns(ent_finder *f)
{
    for (uint32_t s = 0; s < f->segments->sentences.n; s++)
        resolve_pairs(f, s);
    resolve_persons(f);
}
