/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts without a name that a deed ties to somebody: "Oz approved a policy on widgets", "a mandate adopted by the
 * Assembly on 3 May 2031", "an agreement between Oz and Widgetland". The noun says what kind of text it is, the deed
 * that there is one, and whose. */
#include "core/model/key.h"
#include "importers/extract/names/names.h"
#include "importers/extract/names/texts/text_deeds.h"

enum { MAX_MODIFIERS = 5, MAX_DETERMINERS = 3 };

typedef struct made_text {
    const ent_sentence *sentence;
    uint32_t first, head, last; /* the tokens of the noun and the words with it */
    uint32_t told;              /* behind what tells which one it is; `last` where nothing more does */
    bool definite;              /* "the", "this": one that was spoken of, most often */
    bool subject, founding;     /* it has a subject: "policy on widgets"; that is the body which it creates */
    bool about;                 /* which its own words tell: no sponsor, no request */
    const ent_candidate *maker; /* to whom it is tied, or NULL: to somebody whom nothing names */
} made_text;

/* ---- the words --------------------------------------------------------------------------------------------------- */
/* The actor or meeting over the token, or NULL. */
static const ent_candidate *body_over(const ent_finder *f, uint32_t token)
{
    const ent_kinds bodies = ENT_KINDS_ACTOR | ENT_KIND_BIT(ENT_FORUM) | ENT_KIND_BIT(ENT_EVENT);
    const ent_candidate *over = ent_finder_over(f, token);
    return over && ent_kinds_has(bodies, over->mention.kind) ? over : NULL;
}

static bool leads(const ent_finder *f, uint32_t token)
{
    const uint64_t leading = ENT_LIST(DETERMINER) | ENT_LIST(QUANTITY) | ENT_LIST(NUMBER_WORD);
    return ent_finder_is(f, token, f->words.the) || ent_finder_is(f, token, f->words.this_) ||
           ent_finder_is(f, token, f->words.its) || ent_finder_is(f, token, f->words.possessive) ||
           ent_finder_lists(f, token) & leading;
}

/* Where the word, name or number that ends before `at` begins when it may modify a noun; else `at`. */
static uint32_t step_left(const ent_finder *f, uint32_t begin, uint32_t at)
{
    uint32_t before = at - 1;
    const ent_candidate *over = ent_finder_over(f, before);
    if (over) {
        bool whole = over->mention.last == at && over->mention.first >= begin;
        return whole && over->mention.kind != ENT_PERSON && over->mention.kind != ENT_INSTRUMENT ? over->mention.first
                                                                                                 : at;
    }
    uint64_t lists = ent_finder_lists(f, before);
    bool dated = f->tokens[before].kind == ENT_TOKEN_NUMBER || lists & ENT_LIST(MONTH); /* "12 May 2031 report" */
    bool word = f->tokens[before].kind == ENT_TOKEN_WORD && !(lists & (ENT_LIST(STOP) | ENT_LIST(LINK))) &&
                !ent_finder_cues(f, before, at, ENT_CUE(MAKING)) && !ent_finder_is_capital(f, before);
    return dated || word ? before : at;
}

/* Takes in the words before the noun, all of them where a determiner leads them, else those known to go there. */
static void take_modifiers(const ent_finder *f, made_text *t)
{
    const uint64_t known = ENT_LIST(DESCRIBED_MODIFIER) | ENT_LIST(REPORT_MODIFIER) | ENT_LIST(ORDINAL);
    uint32_t begin = t->sentence->first, at = t->head;
    for (int passed = 0; passed < MAX_MODIFIERS && at > begin && !leads(f, at - 1); passed++) {
        uint32_t next = step_left(f, begin, at);
        if (next == at)
            break;
        at = next;
    }
    bool led = at > begin && leads(f, at - 1);
    for (t->first = led ? at : t->head; !led && t->first > begin && ent_finder_lists(f, t->first - 1) & known;)
        t->first--;
    t->definite = t->first > begin &&
                  (ent_finder_is(f, t->first - 1, f->words.the) || ent_finder_is(f, t->first - 1, f->words.this_));
    t->first += t->first < t->head && ent_finder_reads(f, t->first, t->head, "new");
}

/* Takes in "on widgets", "concerning widgets", "for the creation of the Widget Agency". */
static void take_subject(const ent_finder *f, made_text *t)
{
    static const char *const links[] = {"on", "for", "against", "concerning", "regarding", NULL};
    uint32_t at = t->last + 1, end = t->sentence->last, founded = ent_text_founding_end(f, t->last, end);
    if (founded) {
        t->last = founded;
        t->subject = t->founding = true;
        return;
    }
    if (!ent_finder_reads_any(f, t->last, end, links) || at >= end || ent_name_is_adverbial(f, at, end) ||
        f->tokens[at].kind == ENT_TOKEN_NUMBER || ent_finder_lists(f, at) & ENT_LIST(MONTH))
        return;
    uint32_t last = ent_name_subject_end(f, at, end);
    const ent_candidate *state = body_over(f, at); /* "a resolution on Oz" */
    uint32_t whole = state && state->mention.kind == ENT_STATE && state->mention.first == at ? state->mention.last : at;
    for (uint32_t i = at; i < last; i++)
        if (body_over(f, i))
            last = i;
    last = last > whole ? last : whole;
    while (last > at && ent_finder_lists(f, last - 1) & ENT_LIST(LINK))
        last--;
    t->subject = t->about = last > at;
    t->last = t->subject ? last : t->last;
}

/* ---- the deed ---------------------------------------------------------------------------------------------------- */

/* The token behind "on 3 May 2031", "in 2031", "of 3 May 2031" at `at`, or `at`. */
static uint32_t behind_date(const ent_finder *f, uint32_t at, uint32_t end)
{
    uint32_t i = at + 1;
    if (!ent_finder_is(f, at, f->words.on) && !ent_finder_is(f, at, f->words.in) && !ent_finder_is(f, at, f->words.of))
        return at;
    while (i < end && (f->tokens[i].kind == ENT_TOKEN_NUMBER || ent_finder_lists(f, i) & ENT_LIST(MONTH)))
        i++;
    return i > at + 1 ? i : at;
}

/* Who stands at the token, "the" before them or not: the token behind, or 0; *who is NULL for "the Committee". */
static uint32_t behind_maker(const ent_finder *f, uint32_t at, uint32_t end, const ent_candidate **who)
{
    bool the = ent_finder_is(f, at, f->words.the);
    at += the;
    at = ent_text_behind_post(f, at, end);
    *who = at < end ? body_over(f, at) : NULL;
    if (*who) { /* but "UN Special Rapporteur" */
        uint32_t last = (*who)->mention.last;
        bool more = last < end && ent_finder_is_capital(f, last) && !body_over(f, last);
        return (*who)->mention.first == at && !more ? last : 0;
    }
    bool body = the && at < end && ent_finder_lists(f, at) & (ENT_LIST(FORUM_HEAD) | ENT_LIST(ORGANIZATION_TAIL));
    return body ? at + 1 : 0;
}

/* Behind "Oz" and whoever is joined to it: ", Widgetland and the Widget Union". */
static uint32_t behind_makers(const ent_finder *f, uint32_t last, uint32_t end)
{
    const ent_candidate *other = NULL;
    do {
        uint32_t next = last + ent_finder_is(f, last, f->words.comma);
        next += ent_finder_is(f, next, f->words.and_);
        uint32_t behind = next > last ? behind_maker(f, next, end, &other) : 0;
        other = behind ? other : NULL;
        last = other ? behind : last;
    } while (other);
    return last;
}

/* "draft resolution A/99/L.1", "the annual report Widget Capabilities", "draft resolution, “Widgets”": the name is told
 * behind it; "draft decisions", "policy paper": another noun is. */
static bool is_named_behind(const ent_finder *f, uint32_t at, uint32_t end)
{
    const ent_candidate *over = at < end ? ent_finder_over(f, at) : NULL;
    uint32_t quote = at + ent_finder_is(f, at, f->words.comma);
    return at < end &&
           ((over && over->mention.kind == ENT_INSTRUMENT) || ent_finder_is_capital(f, at) ||
            f->tokens[at].flags & ENT_TOKEN_HYPHEN || f->tokens[at].kind == ENT_TOKEN_NUMBER ||
            ent_finder_cues(f, at, end, ENT_CUE(MADE_TEXT)) || (quote < end && ent_finder_is_quote(f, quote)));
}

/* "adopted by the Assembly", "which was issued jointly by Oz", "by the Panel": who did it, behind the words. */
static bool is_done_by(const ent_finder *f, made_text *t)
{
    static const char *const related[] = {"that", "which", NULL}, *const been[] = {"was", "were", "is", NULL};
    uint32_t end = t->sentence->last, at = t->last;
    bool finite = ent_finder_reads_any(f, at, end, been);
    bool relative = ent_finder_reads_any(f, at, end, related) && ent_finder_reads_any(f, at + 1, end, been);
    at += finite + (relative ? 2 : 0);
    at = ent_text_behind_adverbs(f, at, end);
    bool deed = ent_finder_cues(f, at, end, ENT_CUE(MAKING));
    at = ent_text_behind_setting(f, ent_text_behind_adverbs(f, at + deed, end), end);
    bool own = ent_finder_cues(f, t->head, end, ENT_CUE(OWN_TEXT)); /* but "for agreement by the Board" */
    uint32_t maker = (deed || own) && ent_finder_reads(f, at, end, "by") ? behind_maker(f, at + 1, end, &t->maker) : 0;
    if (!maker || (finite && (!deed || (t->first == t->head && t->definite))))
        return false;
    maker = behind_makers(f, maker, end);
    if (!finite && maker + 1 < end && ent_finder_is(f, maker, f->words.open) && is_named_behind(f, maker + 1, end))
        return false; /* "the paper by Oz (A/99/1)" */
    t->told = finite ? t->last : behind_date(f, maker, end);
    return true;
}

/* "note verbale dated 3 May 2031 from Oz": the date is no part of what it is about. */
static bool is_sent(const ent_finder *f, made_text *t)
{
    static const char *const letters[] = {"letter", "note", "communication", "memorandum", NULL};
    uint32_t end = t->sentence->last, at = t->last;
    if (!ent_finder_reads_any(f, t->head, end, letters))
        return false;
    if (ent_finder_reads(f, at, end, "dated") || ent_finder_is(f, at, f->words.of))
        for (at++; at < end && (f->tokens[at].kind == ENT_TOKEN_NUMBER || ent_finder_lists(f, at) & ENT_LIST(MONTH));)
            at++;
    uint32_t maker = ent_finder_reads(f, at, end, "from") ? behind_maker(f, at + 1, end, &t->maker) : 0;
    t->told = maker && t->maker ? maker : t->told;
    return maker && t->maker && ent_kinds_has(ENT_KINDS_ACTOR, t->maker->mention.kind);
}

/* "report of the Secretary-General of 3 May 2031", "… on widgets": of a forum's reports.c tells. */
static bool is_of(const ent_finder *f, made_text *t)
{
    uint32_t end = t->sentence->last;
    bool of = ent_finder_cues(f, t->head, end, ENT_CUE(OWN_TEXT)) && ent_finder_is(f, t->last, f->words.of);
    uint32_t maker = of ? behind_maker(f, t->last + 1, end, &t->maker) : 0;
    if (!maker || !t->maker || !ent_kinds_has(ENT_KINDS_ACTOR, t->maker->mention.kind))
        return false;
    made_text about = {.sentence = t->sentence, .last = maker};
    take_subject(f, &about);
    uint32_t meeting = ent_text_on_meeting(f, maker, end);
    t->told = about.subject ? about.last : meeting ? meeting : behind_date(f, maker, end);
    return t->told > maker;
}

/* "Oz adopted a policy": the deed before the words, somebody before the deed. */
static bool is_object(const ent_finder *f, made_text *t)
{
    uint32_t begin = t->sentence->first, at = t->first;
    for (int passed = 0; passed < MAX_DETERMINERS && at > begin; passed++, at--) {
        bool small = leads(f, at - 1) || ent_finder_is_quote(f, at - 1) || ent_finder_reads(f, at - 1, at, "new");
        if (!small || ent_finder_is(f, at - 1, f->words.possessive))
            break;
    }
    at = ent_text_before_partners(f, begin, at);
    bool on = at > begin + 1 && ent_finder_is(f, at - 1, f->words.on); /* "agreed on a policy" */
    uint32_t verb = at - 1 - on;
    bool told = verb > begin && ent_finder_is(f, verb - 1, f->words.the); /* "about the proposed policy" */
    if (at <= begin || told || !ent_finder_cues(f, verb, t->first, ENT_CUE(MAKING)) ||
        ent_text_is_wished(f, begin, verb) ||
        (t->first == t->head && !t->subject && t->last == t->head + 1)) /* but "programme of work" says enough */
        return false;
    const uint64_t heads = ENT_LIST(SMALL_REFERENCE) | ENT_LIST(FORUM_HEAD);
    for (uint32_t i = verb; i-- > begin;) {
        t->maker = body_over(f, i);
        if (t->maker || (ent_finder_lists(f, i) & heads && i > begin && ent_finder_is(f, i - 1, f->words.the)))
            return true;
        if (ent_finder_is(f, i, f->words.semicolon))
            return false;
    }
    return false;
}

/* Behind "with Oz, Widgetland and the Widget Union", the other parties, or else behind what it says; `last` where
 * nothing tells which text it is. */
static uint32_t behind_what_tells(const ent_finder *f, const made_text *t)
{
    static const char *const laws[] = {"bill", "law", "act", "decree", NULL}; /* whose content is another text's */
    uint32_t end = t->sentence->last;
    const ent_candidate *other = NULL;
    bool with = ent_finder_reads(f, t->last, end, "with");
    uint32_t last = with ? behind_maker(f, t->last + 1, end, &other) : 0;
    bool enacted = ent_finder_reads_any(f, t->head, t->last, laws);
    return last && other                     ? behind_makers(f, last, end)
           : t->first == t->head && !enacted ? ent_text_content_end(f, t->last, end)
                                             : t->last;
}

/* "an agreement between Oz and Widgetland": takes in the parties. */
static bool is_between(const ent_finder *f, made_text *t)
{
    uint32_t end = t->sentence->last, at = t->last + 1;
    at += ent_finder_is(f, at, f->words.the);
    const ent_candidate *one = ent_finder_reads(f, t->last, end, "between") && at < end ? body_over(f, at) : NULL;
    if (!one || one->mention.first != at || !ent_finder_is(f, one->mention.last, f->words.and_))
        return false;
    const ent_candidate *other;
    uint32_t last = behind_maker(f, one->mention.last + 1, end, &other);
    t->last = last && other ? last : t->last;
    return last && other;
}

/* "the authors of the text on widgets". */
static bool is_authored(const ent_finder *f, const made_text *t)
{
    static const char *const authors[] = {"authors", "author", "sponsors", "sponsor", "drafters", "initiators", NULL};
    uint32_t of = t->first - (t->first > t->sentence->first && ent_finder_is(f, t->first - 1, f->words.the));
    return t->subject && of > t->sentence->first + 1 && ent_finder_is(f, of - 1, f->words.of) &&
           ent_finder_reads_any(f, of - 2, of, authors);
}

/* "Oz's final report": whose it is. */
static bool is_owned(const ent_finder *f, made_text *t)
{
    uint32_t begin = t->sentence->first, at = t->first;
    if (at < begin + 2 || !ent_finder_is(f, at - 1, f->words.possessive) ||
        !ent_finder_cues(f, t->head, t->last, ENT_CUE(OWN_TEXT)))
        return false;
    t->maker = body_over(f, at - 2);
    return t->maker && (t->subject || t->first < t->head);
}

/* "A Council policy was adopted": who stands before the noun did it. */
static bool is_done(const ent_finder *f, made_text *t)
{
    static const char *const related[] = {"that", "which", NULL}, *const been[] = {"was", "were", NULL};
    uint32_t end = t->sentence->last, at = t->last + ent_finder_reads_any(f, t->last, end, related);
    t->maker = t->first < t->head ? body_over(f, t->first) : NULL;
    return t->maker && t->maker->mention.kind != ENT_EVENT && ent_finder_reads_any(f, at, end, been) &&
           ent_finder_cues(f, ent_text_behind_adverbs(f, at + 1, end), end, ENT_CUE(MAKING));
}

/* ---- the text ---------------------------------------------------------------------------------------------------- */

/* Two bodies' "final reports" are two; "a resolution on Oz" is the one that the document told of before. */
static uint32_t entity_of(ent_finder *f, const made_text *t, ent_map *told)
{
    ent_str name = ent_finder_name(f, t->first, t->told > t->last && !t->about ? t->told : t->last);
    uint32_t known = t->about ? ent_map_find(told, name) : ENT_MAP_NONE;
    if (known != ENT_MAP_NONE)
        return known;
    if (ent_lexicon_find_name(f->lexicon, f->vocabulary, ENT_INSTRUMENT, name) != UINT32_MAX)
        return ent_finder_entity(f, ENT_INSTRUMENT, name, ENT_STR_EMPTY);
    ent_str form = ent_token_text(f->segments, t->head), slug = ENT_STR_EMPTY;
    bool draft = ent_finder_reads(f, t->first, t->head, "draft");
    ent_str attributes =
        ent_arena_format(f->arena, "form=" ENT_STR_FMT "%s", ENT_STR_ARG(form), draft ? "; status=draft" : "");
    bool behind = t->maker && t->told <= t->last && t->maker->mention.first < t->first;
    uint32_t maker = behind ? ent_finder_names(f, t->maker) : ENT_UNRESOLVED;
    ent_kind kind;
    if (maker != ENT_UNRESOLVED)
        ent_key_parse(f->out->entities.items[maker].key, &kind, &slug);
    ent_str key = ent_key_make(f->arena, ENT_INSTRUMENT, ent_arena_join(f->arena, slug, ENT_STR(" "), name));
    uint32_t entity = ent_mentions_entity(f->arena, f->out, ENT_INSTRUMENT, key, name, attributes);
    if (t->about)
        ent_map_set(f->arena, told, name, entity);
    return entity;
}

/* "The Widget Code, a treaty", "is a policy": what is named already is told of. */
static bool is_apposed(const ent_finder *f, const made_text *t)
{
    static const char *const being[] = {"is", "was", "as", ",", NULL};
    uint32_t begin = t->sentence->first, at = t->first;
    while (at > begin && leads(f, at - 1))
        at--;
    const ent_candidate *over = at > begin + 1 ? ent_finder_over(f, at - 2) : NULL;
    bool named = over && over->mention.kind != ENT_TOPIC;
    return at < t->first && at > begin && ent_finder_reads_any(f, at - 1, t->first, being) &&
           (named || (at > begin + 1 && ent_finder_is(f, at - 2, f->words.close)));
}

static bool is_head(const ent_finder *f, const ent_sentence *sentence, uint32_t at)
{
    static const char *const halves[] = {"programme", "program", "rules", NULL}; /* "programme of work" */
    const ent_candidate *over = ent_finder_over(f, at);
    bool open = !over || (over->mention.kind == ENT_TOPIC && over->mention.first == at);
    bool half = ent_finder_reads_any(f, at, sentence->last, halves) && !over && at > sentence->first &&
                ent_text_noun_end(f, at, sentence->last) == at + 1 && !ent_finder_reads(f, at - 1, at, "cooperation");
    return open && !half && !ent_finder_is_capital(f, at);
}

/* "five draft resolutions": several that nothing tells apart. "Guidelines" are one text. */
static bool are_several(const ent_finder *f, const made_text *t)
{
    static const char *const one[] = {"papers", "conclusions", "recommendations", "guidelines", "principles",
                                      "rules",  NULL};
    uint32_t word = f->tokens[t->head].word;
    return word && f->vocabulary->singulars.items[word] != word &&
           !ent_finder_reads_any(f, t->head, t->sentence->last, one);
}

/* Whether somebody made it, by what stands around it. */
static bool is_made(const ent_finder *f, made_text *t)
{
    if (is_between(f, t)) {
        take_subject(f, t);
        return !is_apposed(f, t);
    }
    bool quoted = t->first > t->sentence->first && ent_finder_is_quote(f, t->first - 1) &&
                  t->last < t->sentence->last && ent_finder_is_quote(f, t->last); /* “working papers” */
    take_subject(f, t);
    if (!t->subject && !quoted) {
        t->told = behind_what_tells(f, t);
        t->subject = t->told > t->last;
    }
    if ((!quoted && is_named_behind(f, t->last, t->sentence->last)) || is_apposed(f, t))
        return false;
    bool vague = t->definite && !t->subject && t->last == t->head + 1 && t->first + 1 == t->head &&
                 ent_finder_reads(f, t->first, t->head, "draft"); /* "the draft resolution": spoken of before */
    bool done = (t->founding && t->definite) || is_done_by(f, t) || is_sent(f, t) || is_of(f, t);
    return !vague &&
           (done || (!are_several(f, t) && (is_object(f, t) || is_owned(f, t) || is_done(f, t) || is_authored(f, t))));
}

void ent_find_made_texts(ent_finder *f)
{
    ent_map told = {0}; /* name → entity */
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; i < sentence->last; i++) {
            if (!ent_finder_cues(f, i, sentence->last, ENT_CUE(MADE_TEXT)) || !is_head(f, sentence, i))
                continue;
            uint32_t noun = ent_text_noun_end(f, i, sentence->last);
            made_text t = {.sentence = sentence, .head = i, .last = noun};
            take_modifiers(f, &t);
            if (!is_made(f, &t))
                continue;
            ent_candidate *topic = ent_finder_over(f, noun - 1); /* "programme of work": what it is, not on what */
            if (topic && topic->mention.kind == ENT_TOPIC && topic->mention.first >= i && topic->mention.last == noun)
                topic->gone = true;
            ent_candidate c =
                ent_finder_candidate(s, t.first, t.last, ENT_INSTRUMENT, ENT_BY_FORM, entity_of(f, &t, &told), 0.7f);
            c.mention.flags |= ENT_MENTION_DESCRIBED;
            ent_finder_add(f, c);
            i = t.last - 1;
        }
    }
}
