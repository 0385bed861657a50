/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of the lexicon: from each token the longest row of words that the trie knows, and the shorter ones inside
 * it. */
#include "importers/extract/names/finder.h"

#include "core/model/key.h"

enum { MAX_ENDS = 6 };

typedef struct name_ends {
    uint32_t last[MAX_ENDS], sense[MAX_ENDS];
    uint32_t n;
} name_ends;

/* ---- letters ----------------------------------------------------------------------------------------------------- */

/* The next byte that tells one spelling from another: spaces, hyphens and full stops do not. -1 at the end. */
static int next_letter(ent_str s, size_t *at)
{
    while (*at < s.len) {
        unsigned char c = (unsigned char)s.data[*at];
        if (c == 0xE2 && *at + 2 < s.len && (unsigned char)s.data[*at + 1] == 0x80) {
            *at += 3; /* dashes and curly quotes */
            continue;
        }
        ++*at;
        if (!ent_is_space((char)c) && c != '-' && c != '\'' && c != '.')
            return c;
    }
    return -1;
}

static bool same_letters(ent_str text, ent_str written)
{
    size_t at = 0, in = 0;
    int a, b;
    do {
        a = next_letter(text, &at);
        b = next_letter(written, &in);
    } while (a == b && b >= 0);
    return b < 0 && (a < 0 || (a == 's' && next_letter(text, &at) < 0));
}

/* A capital where the alias has one, other than a sentence's first letter where the alias has more. */
static bool has_capital(const ent_finder *f, const ent_sense *sense, uint32_t sentence, uint32_t first, uint32_t last)
{
    bool several = (sense->capitals & (sense->capitals - 1)) != 0;
    bool opens = first == f->segments->sentences.items[sentence].first;
    for (uint32_t i = first; i < last && i - first < 32; i++) {
        bool counts = (sense->capitals >> (i - first) & 1) && !(several && opens && i == first);
        if (counts && (ent_finder_is_capital(f, i) || !f->tokens[i].word)) /* "l'Angola" has no word of its own */
            return true;
    }
    return sense->capitals == 0 && ent_finder_is_capital(f, first);
}

bool ent_letters_fit(const ent_finder *f, const ent_sense *sense, uint32_t sentence, uint32_t first, uint32_t last)
{
    const ent_sentence *line = &f->segments->sentences.items[sentence];
    bool title = last > first + 1 && first == line->first && last == line->last;               /* "START I" */
    bool counted = last < line->last && ent_finder_is_number(f, last) && first == line->first; /* "COP 14 HIGHLIGHTS" */
    bool ordinary = !title && !counted && f->capitals[sentence] == ENT_CAPITALS_ALL &&
                    ent_finder_lists(f, first) & ENT_LIST(ORDINARY);
    switch ((ent_letters)sense->letters) {
    case ENT_LETTERS_ANY:
        return true;
    case ENT_LETTERS_CAPITAL:
        return has_capital(f, sense, sentence, first, last);
    case ENT_LETTERS_CAPITALS:
    case ENT_LETTERS_EXACT:
    default:
        return !ordinary && same_letters(ent_finder_text(f, first, last), sense->written);
    }
}

/* ---- what the words around say ----------------------------------------------------------------------------------- */

/* "Widget Watch UK": the end of a name. */
static bool ends_name(const ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last)
{
    static const char *const ends[] = {"UK", "USA", NULL};
    uint32_t before = first - 1;
    return first > f->segments->sentences.items[sentence].first + 1 && f->capitals[sentence] == ENT_CAPITALS_USUAL &&
           last == first + 1 && ent_str_is_any(ent_token_text(f->segments, first), ends) &&
           f->tokens[before].kind == ENT_TOKEN_WORD && ent_finder_is_capital(f, before) &&
           !ent_finder_over(f, before) && !(f->tokens[first].flags & (ENT_TOKEN_HYPHEN | ENT_TOKEN_JOINED)) &&
           !(ent_finder_lists(f, before) & (ENT_LIST(POST) | ENT_LIST(LINK) | ENT_LIST(MONTH) | ENT_LIST(STARTER)));
}

/* "USA-193" is a satellite; "Journal of International Law" and "Handbook of Space Law" are titles, where what has no
 * capitals of its own has them all. */
static bool is_part_of_label(const ent_finder *f, const ent_sense *sense, uint32_t sentence, uint32_t first,
                             uint32_t last)
{
    if (sense->entry == UINT32_MAX)
        return false;
    const ent_lexicon_entry *entry = ent_lexicon_entry_at(f->lexicon, sense->entry);
    uint32_t begin = f->segments->sentences.items[sentence].first;
    if (entry->kind == ENT_BLOC && first > begin &&
        ent_str_eq_nocase(ent_token_text(f->segments, first - 1), ENT_STR("non")))
        return true; /* "Non-Permanent Members" */
    if (entry->kind == ENT_STATE && ends_name(f, sentence, first, last))
        return true;
    if (entry->kind == ENT_STATE)
        return last < f->n_tokens && f->tokens[last].kind == ENT_TOKEN_NUMBER &&
               f->tokens[last].flags & ENT_TOKEN_HYPHEN;
    if (entry->kind == ENT_ORGANIZATION && last < f->n_tokens && ent_finder_is_capital(f, last) &&
        ent_str_eq(ent_token_text(f->segments, last), ENT_STR("Press")))
        return true; /* "Widget University Press" */
    static const char *const lesser[] = {"Under", "Assistant", NULL};
    if (entry->kind == ENT_ORGANIZATION && first > begin && ent_finder_lists(f, first) & ENT_LIST(POST) &&
        ent_str_is_any(ent_token_text(f->segments, first - 1), lesser))
        return true; /* "Under Secretary General of the Widget Union" */
    bool of =
        first > begin + 1 && ent_finder_lists(f, first - 1) & ENT_LIST(LINK) && ent_finder_is_capital(f, first - 2) &&
        f->tokens[first - 2].kind == ENT_TOKEN_WORD &&
        !(ent_finder_is(f, first - 1, f->words.and_) && ent_finder_over(f, first - 2)); /* "the Widget Act and …" */
    bool law = of && entry->kind == ENT_INSTRUMENT && f->capitals[sentence] == ENT_CAPITALS_USUAL &&
               ent_str_eq(ent_attribute_get(entry->attributes, ENT_STR("form")), ENT_STR("body of law"));
    return law && last > first + 1 && ent_finder_is_capital(f, first) && ent_finder_is_capital(f, last - 1);
}

/* "two working groups": several, none of which is the one that is called so. */
static bool is_of_several(const ent_finder *f, const ent_sense *sense, uint32_t sentence, uint32_t first, uint32_t last)
{
    const ent_lexicon_entry *entry = sense->entry == UINT32_MAX ? NULL : ent_lexicon_entry_at(f->lexicon, sense->entry);
    bool body = entry && (entry->kind == ENT_FORUM || entry->kind == ENT_EVENT);
    if (!body || first == f->segments->sentences.items[sentence].first ||
        !ent_str_ends(ent_token_text(f->segments, last - 1), ENT_STR("s")) ||
        ent_str_ends(sense->written, ENT_STR("s")))
        return false;
    return f->tokens[first - 1].kind == ENT_TOKEN_NUMBER ||
           ent_finder_lists(f, first - 1) & (ENT_LIST(NUMBER_WORD) | ENT_LIST(QUANTITY));
}

/* "a code of conduct for widgets", "a smaller group of experts": one of a sort, not the one that is called so. "the
 * EU's code" is. */
static bool is_one_of_a_sort(const ent_finder *f, const ent_sense *sense, uint32_t sentence, uint32_t first)
{
    static const char *const articles[] = {"a", "an", "any", "another", "no", NULL};
    const ent_lexicon_entry *entry = sense->entry == UINT32_MAX ? NULL : ent_lexicon_entry_at(f->lexicon, sense->entry);
    uint32_t begin = f->segments->sentences.items[sentence].first;
    bool sort = entry && (ent_str_eq(ent_attribute_get(entry->attributes, ENT_STR("form")), ENT_STR("code")) ||
                          (entry->kind == ENT_FORUM && sense->marks & ENT_ALIAS_CONTEXT));
    if (!sort || first == begin || ent_finder_is_capital(f, first))
        return false;
    for (uint32_t t = first; t > begin && t + 4 > first; t--) {
        if (ent_finder_is_capital(f, t - 1) && t - 1 > begin)
            return false; /* "an EU code of conduct" */
        if (ent_str_is_any_nocase(ent_token_text(f->segments, t - 1), articles))
            return entry->kind != ENT_FORUM || (t < first && !ent_finder_reads(f, first - 1, first, "new"));
    }
    return false;
}

/* "States Parties to the Convention [on Widgets]": to the one that is named, and no class by themselves. */
static bool is_of_named_text(const ent_finder *f, const ent_sense *sense, uint32_t first, uint32_t last)
{
    return last > first + 2 && last < f->n_tokens && sense->entry != UINT32_MAX &&
           ent_lexicon_entry_at(f->lexicon, sense->entry)->kind == ENT_BLOC && ent_finder_is_capital(f, last - 1) &&
           ent_finder_lists(f, last - 1) & ENT_LIST(INSTRUMENT_HEAD) &&
           (ent_finder_is(f, last, f->words.on) || ent_finder_is(f, last, f->words.for_) ||
            (ent_finder_is(f, last, f->words.of) && ent_finder_is_capital(f, last + 1)));
}

static bool sense_fits(const ent_finder *f, const ent_sense *sense, uint32_t sentence, uint32_t first, uint32_t last)
{
    if (!ent_letters_fit(f, sense, sentence, first, last) || is_part_of_label(f, sense, sentence, first, last) ||
        is_one_of_a_sort(f, sense, sentence, first) || is_of_several(f, sense, sentence, first, last) ||
        is_of_named_text(f, sense, first, last))
        return false;
    if (sense->marks & ENT_ALIAS_ADJECTIVE && !ent_state_acts(f, sentence, last) &&
        !ent_state_is_people(f, sentence, first, last))
        return false;
    return !(sense->marks & ENT_ALIAS_GOVERNMENT) || ent_state_governs(f, sentence, first, last);
}

/* ---- the trie ---------------------------------------------------------------------------------------------------- */

/* ", and" is also found where a name has "and" alone. */
static bool is_serial_comma(const ent_finder *f, uint32_t token, uint32_t end)
{
    return ent_finder_is(f, token, f->words.comma) && token + 1 < end &&
           (ent_finder_is(f, token + 1, f->words.and_) || ent_finder_is(f, token + 1, f->words.or_));
}

/* "Treaty on the Widget" is also found where a name has "Treaty on Widget". */
static bool is_inner_article(const ent_finder *f, uint32_t token)
{
    return ent_finder_is(f, token, f->words.the) && !ent_finder_is(f, token - 1, f->words.comma);
}

static void note_end(const ent_finder *f, name_ends *ends, uint32_t node, uint32_t sentence, uint32_t first,
                     uint32_t last)
{
    uint32_t sense = ent_trie_value(&f->lexicon->names, node);
    while (sense != UINT32_MAX && !sense_fits(f, ent_lexicon_sense_at(f->lexicon, sense), sentence, first, last))
        sense = ent_lexicon_sense_at(f->lexicon, sense)->next;
    bool bare = sense != UINT32_MAX && last == first + 1 &&
                ent_lexicon_sense_at(f->lexicon, sense)->marks & ENT_ALIAS_CONTEXT &&
                ent_finder_lists(f, first) & ENT_LIST(REFERENCE); /* "the Group": references.c */
    if (sense == UINT32_MAX || bare)
        return;
    uint32_t at = ends->n < MAX_ENDS ? ends->n++ : MAX_ENDS - 1;
    ends->last[at] = last;
    ends->sense[at] = sense;
}

/* The word of a token, and of "l'Angola" the one behind the French article. */
static uint32_t first_word(const ent_finder *f, uint32_t token)
{
    uint32_t word = f->tokens[token].word;
    ent_str text = ent_token_text(f->segments, token);
    if (word || text.len < 4 || (text.data[0] != 'l' && text.data[0] != 'L' && text.data[0] != 'd'))
        return word;
    size_t mark = text.data[1] == '\'' ? 1 : ent_str_starts(ent_str_slice(text, 1, text.len), ENT_STR("’")) ? 3 : 0;
    ent_str behind = ent_str_slice(text, mark + 1, text.len);
    unsigned char c = mark ? (unsigned char)behind.data[0] : 0;
    return ent_is_upper((char)c) || c == 0xC3 ? ent_vocabulary_find(f->vocabulary, behind) : 0;
}

/* Returns where it came to an end. */
static uint32_t walk(const ent_finder *f, uint32_t sentence, uint32_t first, uint32_t begins, uint32_t end,
                     name_ends *ends)
{
    const ent_trie *trie = &f->lexicon->names;
    uint32_t node = 0;
    for (uint32_t i = first; i < end; i++) {
        uint32_t word = i == first ? begins : f->tokens[i].word, next = ent_trie_step(trie, node, word);
        uint32_t singular = f->vocabulary->singulars.items[word];
        uint32_t other = singular != word ? ent_trie_step(trie, node, singular) : 0;
        if (next && ent_trie_value(trie, next) != ENT_TRIE_NONE)
            note_end(f, ends, next, sentence, first, i + 1);
        else if (other)
            note_end(f, ends, other, sentence, first, i + 1);
        if (!next && i > first && ent_finder_behind_aside(f, i, end) > i) {
            i = ent_finder_behind_aside(f, i, end) - 1;
            continue;
        }
        if (!next && i > first && (is_serial_comma(f, i, end) || is_inner_article(f, i)))
            continue;
        if (!next)
            return i;
        node = next;
    }
    return end;
}

/* ---- candidates -------------------------------------------------------------------------------------------------- */

static bool is_state_at(const ent_finder *f, uint32_t token)
{
    const ent_candidate *over = ent_finder_over(f, token);
    return over && over->mention.kind == ENT_STATE;
}

/* "Finally, Chile signed", "Similarly, Chile": a capital because the sentence begins, and no town of that State. */
static bool is_opening_word(const ent_finder *f, const ent_sentence *sentence, uint32_t token)
{
    return ent_finder_lists(f, token) & ENT_LIST(STARTER) ||
           (token == sentence->first && ent_str_ends(ent_token_text(f->segments, token), ENT_STR("ly")));
}

/* "in Geneva, Switzerland", "held in Seoul, Republic of Korea", "in Spain" (but not "in China's view"). */
static bool is_place(const ent_finder *f, const ent_sentence *sentence, uint32_t first, uint32_t last)
{
    if (last < sentence->last && ent_finder_is(f, last, f->words.possessive))
        return false;
    uint32_t before = first;
    if (before > sentence->first && ent_finder_is(f, before - 1, f->words.the))
        before--;
    if (before == sentence->first)
        return false;
    before--;
    if (ent_finder_is(f, before, f->words.in) || ent_finder_is(f, before, f->words.at))
        return true;
    if (!ent_finder_is(f, before, f->words.comma) || before == sentence->first || before + 1 != first)
        return false;
    bool list_follows =
        last + 1 < sentence->last && (ent_finder_is(f, last, f->words.and_) ||
                                      (ent_finder_is(f, last, f->words.comma) && is_state_at(f, before - 1)));
    bool date = (ent_finder_lists(f, before - 1) & ENT_LIST(MONTH)) != 0; /* "In March, Chile signed" */
    return ent_finder_is_capital(f, before - 1) && !date && !is_state_at(f, before - 1) &&
           !ent_finder_over(f, before - 1) && !list_follows && !is_opening_word(f, sentence, before - 1);
}

static float confidence_of(const ent_sense *sense)
{
    return sense->marks & ENT_ALIAS_GOVERNMENT ? 0.5f : sense->marks & ENT_ALIAS_CONTEXT ? 0.6f : 0.95f;
}

/* "non-[binding agreement]": the words say what it is not; "non-deployment of weapons" is about their deployment. */
static bool is_denied(const ent_finder *f, uint32_t first, ent_kind kind)
{
    ent_str word = ent_token_text(f->segments, first);
    bool act = ent_str_ends(word, ENT_STR("ment")) || ent_str_ends(word, ENT_STR("tion"));
    return (kind == ENT_TOPIC || kind == ENT_PROPOSAL) && first > 0 && f->tokens[first].flags & ENT_TOKEN_HYPHEN &&
           !act && ent_finder_reads(f, first - 1, first, "non");
}

/* `trust`: how far the words are believed. */
static void add_known(ent_finder *f, uint32_t sentence, uint32_t first, uint32_t last, uint32_t sense_id, float trust)
{
    const ent_sense *sense = ent_lexicon_sense_at(f->lexicon, sense_id);
    ent_kind kind = sense->entry == UINT32_MAX ? ENT_STATE : ent_lexicon_entry_at(f->lexicon, sense->entry)->kind;
    if (is_denied(f, first, kind))
        return;
    ent_candidate c =
        ent_finder_candidate(sentence, first, last, kind, ENT_BY_LEXICON, ENT_UNRESOLVED, confidence_of(sense));
    c.sense = sense_id;
    bool people = sense->marks & ENT_ALIAS_ADJECTIVE && ent_state_is_people(f, sentence, first, last);
    if (people)
        c.mention.confidence = 0.6f;
    else if (sense->marks & ENT_ALIAS_ADJECTIVE ||
             (kind == ENT_STATE && last < f->n_tokens && ent_state_acts(f, sentence, last) &&
              ent_finder_lists(f, last) & ENT_LIST(ACTING)))
        c.mention.flags |= ENT_MENTION_ADJECTIVE;
    else if (kind == ENT_STATE && is_place(f, &f->segments->sentences.items[sentence], first, last))
        c.mention.flags |= ENT_MENTION_PLACE;
    c.mention.confidence *= trust;
    ent_finder_add(f, c);
}

/* A walk that found no name may have come to its end at a word that nobody knows, or at half of one. */
static void try_misread(ent_finder *f, uint32_t sentence, uint32_t first, uint32_t stop)
{
    uint32_t end = f->segments->sentences.items[sentence].last, last = 0;
    bool odd = stop < end && f->tokens[stop].kind == ENT_TOKEN_WORD &&
               (f->tokens[stop].word == 0 || (stop + 1 < end && f->tokens[stop + 1].flags & ENT_TOKEN_HYPHEN));
    uint32_t sense = odd ? ent_misread_name(f, first, end, &last) : UINT32_MAX;
    if (sense != UINT32_MAX)
        add_known(f, sentence, first, last, sense, 0.85f);
}

void ent_find_known(ent_finder *f)
{
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; i < sentence->last; i++) {
            uint32_t word = first_word(f, i), stop = i;
            name_ends ends = {0};
            if (word)
                stop = walk(f, s, i, word, sentence->last, &ends);
            if (ends.n == 0)
                try_misread(f, s, i, stop);
            while (ends.n--) /* the longest first: the others lie inside it */
                add_known(f, s, i, ends.last[ends.n], ends.sense[ends.n], 1);
        }
    }
}
