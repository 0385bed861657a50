/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports by what they report on: "the report of the Committee on Widgets", "the Committee's report", "Guideline B.1 of
 * the Widget Guidelines". */
#include "importers/extract/names/texts/symbols.h"

#include "core/model/key.h"

static bool form_is_report(const ent_finder *f, uint32_t at)
{
    ent_str text = ent_token_text(f->segments, at);
    return ent_str_eq_nocase(ent_str_slice(text, 0, 6), ENT_STR("report"));
}

/* Who may own it: a forum or meeting; one report (of several the words do not say which) an organization or office,
 * too. */
static bool may_own(const ent_finder *f, const ent_candidate *over, uint32_t at)
{
    bool one = form_is_report(f, at) && f->vocabulary->singulars.items[f->tokens[at].word] == f->tokens[at].word;
    uint32_t behind = over ? over->mention.last : 0;
    if (over && over->mention.kind == ENT_ORGANIZATION) /* not "by UN Special Rapporteur Jane Roe", "of 3 May 2031" */
        return one && !(behind < f->n_tokens && ent_finder_is_capital(f, behind)) &&
               !(ent_finder_is(f, behind, f->words.of) && ent_finder_is_number(f, behind + 1));
    return over && (over->mention.kind == ENT_FORUM || over->mention.kind == ENT_EVENT);
}

/* Who owns the report at `at`: behind "of the", or before "'s". *first and *last take it in. */
static uint32_t owner_of(ent_finder *f, const ent_sentence *sentence, uint32_t at, uint32_t *first, uint32_t *last)
{
    uint32_t behind = at + 1;
    bool linked = behind < sentence->last &&
                  (ent_finder_is(f, behind, f->words.of) || ent_finder_reads(f, behind, sentence->last, "from") ||
                   (form_is_report(f, at) && ent_finder_reads(f, behind, sentence->last, "by")));
    const ent_candidate *over = NULL;
    if (linked) {
        behind += ent_finder_is(f, behind + 1, f->words.the) ? 2 : 1;
        over = behind < sentence->last ? ent_finder_over(f, behind) : NULL;
        *last = over ? over->mention.last : *last;
    } else if (at > sentence->first + 1 && ent_finder_is(f, at - 1, f->words.possessive)) {
        over = ent_finder_over(f, at - 2);
        *first = over ? over->mention.first : *first;
    }
    if (!may_own(f, over, at))
        return ENT_UNRESOLVED;
    return linked && over->mention.first != behind ? ENT_UNRESOLVED : ent_finder_names(f, over);
}

/* "… on the work of its ninth session", "… on its ninth session" behind a forum: the session, which the report then is
 * of; *last takes it in. ENT_UNRESOLVED where nothing of that follows. */
static uint32_t session_behind(ent_finder *f, const ent_sentence *sentence, uint32_t *last)
{
    static const char *const words[] = {"on", "the", "work", "of", "its"};
    uint32_t at = *last;
    for (size_t i = 0; i < sizeof words / sizeof *words && at < sentence->last; i++)
        at += ent_finder_reads(f, at, sentence->last, words[i]);
    bool its = at > *last + 1 && ent_finder_is(f, at - 1, f->words.its);
    const ent_candidate *over = its && at < sentence->last ? ent_finder_over(f, at) : NULL;
    if (!over || over->mention.first != at || over->mention.kind != ENT_EVENT)
        return ENT_UNRESOLVED;
    *last = over->mention.last;
    return ent_finder_names(f, over);
}

/* "the Subsidiary Body of the Conference": the forum is named as the owner of another. */
static bool is_owned(const ent_finder *f, const ent_sentence *sentence, uint32_t at)
{
    uint32_t of = at - (at > sentence->first);
    if (of > sentence->first && ent_finder_is(f, of, f->words.the))
        of--;
    const ent_candidate *over = of > sentence->first ? ent_finder_over(f, of - 1) : NULL;
    return ent_finder_is(f, of, f->words.of) && over && over->mention.kind == ENT_FORUM;
}

/* "2013" of "its 2013 report". */
static bool is_year(const ent_finder *f, uint32_t token)
{
    int64_t number = ent_finder_number(f, token);
    return number >= 1945 && number <= 2100;
}

/* "The Group, which the Committee set up in 2031, adopted": the comma that opens the relative clause that the one at
 * `comma` closes, or `comma`. */
static uint32_t relative_begin(const ent_finder *f, const ent_sentence *sentence, uint32_t comma)
{
    enum { LONGEST = 40 };
    for (uint32_t i = comma; i > sentence->first && i + LONGEST > comma; i--)
        if (ent_finder_is(f, i - 1, f->words.comma) && ent_finder_reads(f, i, comma, "which"))
            return i - 1;
    return comma;
}

/* "its report", "a consensus report", "the second annual progress report": the latest forum before it in the sentence
 * owns it. *first takes the words before it in. */
static uint32_t owner_before(ent_finder *f, const ent_sentence *sentence, uint32_t at, uint32_t *first)
{
    uint32_t begin = at;
    while (begin > sentence->first &&
           (ent_finder_lists(f, begin - 1) & ENT_LIST(REPORT_MODIFIER) || is_year(f, begin - 1)))
        begin--;
    bool its = begin > sentence->first && ent_finder_is(f, begin - 1, f->words.its);
    if (!its && begin == at)
        return ENT_UNRESOLVED;
    for (uint32_t i = begin; i-- > sentence->first;) {
        if (ent_finder_is(f, i, f->words.comma) && !ent_finder_reads(f, i + 1, begin, "which"))
            i = relative_begin(f, sentence, i);
        const ent_candidate *over = ent_finder_over(f, i);
        bool other = over && (over->mention.kind == ENT_ORGANIZATION || over->mention.kind == ENT_PERSON);
        if (other && !its) /* "requested the Secretary-General to submit a substantive report" */
            return ENT_UNRESOLVED;
        if (!over || over->mention.kind != ENT_FORUM || is_owned(f, sentence, over->mention.first) ||
            ent_is_addressee(f, sentence->first, &over->mention))
            continue;
        *first = begin;
        return ent_finder_names(f, over);
    }
    return ENT_UNRESOLVED;
}

static ent_str capitalized(ent_finder *f, ent_str text)
{
    char *out = ent_arena_alloc(f->arena, text.len + 1);
    for (size_t i = 0; i < text.len; i++)
        out[i] = i == 0 && text.data[i] >= 'a' && text.data[i] <= 'z' ? (char)(text.data[i] - 'a' + 'A') : text.data[i];
    return (ent_str){out, text.len};
}

/* What tells this report of a forum from its others: "second annual progress report"; any other is its "report". */
static ent_str report_words(ent_finder *f, uint32_t first, uint32_t at)
{
    uint64_t lists = first < at ? ent_finder_lists(f, first) : 0;
    return lists & ENT_LIST(ORDINAL) ? ent_finder_text(f, first, at + 1) : ENT_STR("report");
}

/* The report on a session of the forum, where the document named one and no other so far; else ENT_UNRESOLVED. */
static uint32_t report_on_session(const ent_finder *f, ent_str forum)
{
    uint32_t found = ENT_UNRESOLVED;
    ent_str begin = ent_arena_join(f->arena, ENT_STR("instrument:"), forum, ENT_STR("-session-"));
    for (uint32_t i = 0; i < f->out->entities.n; i++) {
        ent_str key = f->out->entities.items[i].key;
        if (!ent_str_starts(key, begin) || !ent_str_ends(key, ENT_STR("-report")))
            continue;
        if (found != ENT_UNRESOLVED)
            return ENT_UNRESOLVED;
        found = i;
    }
    return found;
}

/* "the report of the Committee (A/99/7)": the document that the bracket behind the words names, or ENT_UNRESOLVED. */
static uint32_t cited_behind(ent_finder *f, const ent_sentence *sentence, uint32_t last)
{
    bool open = last + 2 < sentence->last && ent_finder_is(f, last, f->words.open);
    const ent_candidate *over = open ? ent_finder_over(f, last + 1) : NULL;
    bool symbol = over && over->mention.kind == ENT_INSTRUMENT && over->mention.source == ENT_BY_SYMBOL &&
                  over->mention.first == last + 1 && over->mention.last < sentence->last &&
                  ent_finder_is(f, over->mention.last, f->words.close);
    uint32_t document = symbol ? ent_finder_names(f, over) : ENT_UNRESOLVED;
    ent_named *named = symbol ? &f->out->entities.items[document] : NULL;
    if (named && ent_str_eq(ent_attribute_get(named->attributes, ENT_STR("form")), ENT_STR("document")))
        named->attributes = ent_symbol_attributes(
            f, "report", NULL, NULL, ent_attribute_get(named->attributes, ENT_STR("symbol")), ENT_STR_EMPTY);
    return document;
}

/* "[draft final] report of the Group", "[3 May 2031 interim] report by it": where that begins; *dated: by its date. */
static uint32_t modifiers_begin(const ent_finder *f, const ent_sentence *sentence, uint32_t at, bool *dated)
{
    uint32_t first = at;
    while (first > sentence->first &&
           (ent_finder_lists(f, first - 1) & ENT_LIST(REPORT_MODIFIER) || ent_finder_reads(f, first - 1, at, "draft")))
        first--;
    *dated = first > sentence->first + 2 && ent_finder_is_number(f, first - 1) &&
             ent_finder_lists(f, first - 2) & ENT_LIST(MONTH) && ent_finder_is_number(f, first - 3);
    return *dated ? first - 3 : first;
}

static void find_report(ent_finder *f, uint32_t s, const ent_sentence *sentence, uint32_t at)
{
    uint32_t first = at, last = at + 1, owner = owner_of(f, sentence, at, &first, &last);
    bool report = form_is_report(f, at), dated = false;
    ent_str what = report ? ENT_STR("report") : ENT_STR("recommendations");
    if (owner != ENT_UNRESOLVED && first == at && report) {
        first = modifiers_begin(f, sentence, at, &dated);
        what = dated ? ent_finder_text(f, first, at + 1) : what;
    }
    if (owner == ENT_UNRESOLVED && report) {
        owner = owner_before(f, sentence, at, &first);
        what = owner != ENT_UNRESOLVED ? report_words(f, first, at) : what;
    }
    uint32_t session = owner != ENT_UNRESOLVED && report ? session_behind(f, sentence, &last) : ENT_UNRESOLVED;
    owner = session != ENT_UNRESOLVED ? session : owner;
    ent_kind kind;
    ent_str slug;
    if (owner == ENT_UNRESOLVED || !ent_key_parse(f->out->entities.items[owner].key, &kind, &slug))
        return;
    bool own = owner == f->out->self_event && f->out->self_instrument != UINT32_MAX;
    bool plain = report && kind == ENT_FORUM && ent_str_eq(what, ENT_STR("report"));
    uint32_t named = own ? f->out->self_instrument : cited_behind(f, sentence, last);
    bool surely = named != ENT_UNRESOLVED;
    if (!surely && plain)
        named = report_on_session(f, slug);
    if (named != ENT_UNRESOLVED) {
        ent_finder_add(f,
                       ent_finder_candidate(s, first, last, ENT_INSTRUMENT, ENT_BY_FORM, named, surely ? 0.8f : 0.7f));
        return;
    }
    bool one_of_many = kind == ENT_ORGANIZATION && !dated; /* an office has another for each text that speaks of one */
    ent_str key = ent_key_make(f->arena, ENT_INSTRUMENT,
                               ent_arena_join(f->arena, slug, ENT_STR(" "), what, ENT_STR(" "),
                                              one_of_many ? ent_meeting_title(f) : ENT_STR_EMPTY));
    ent_str name = ent_arena_format(f->arena, ENT_STR_FMT " of the " ENT_STR_FMT, ENT_STR_ARG(capitalized(f, what)),
                                    ENT_STR_ARG(f->out->entities.items[owner].name));
    const char *sort = !report                    ? "form=recommendations"
                       : kind == ENT_ORGANIZATION ? "form=report; of=organization"
                                                  : "form=report";
    uint32_t entry = ent_lexicon_find_name(f->lexicon, f->vocabulary, ENT_INSTRUMENT, name);
    uint32_t entity = entry != UINT32_MAX
                          ? ent_finder_entry(f, entry)
                          : ent_mentions_entity(f->arena, f->out, ENT_INSTRUMENT, key, name, ent_str_from(sort));
    ent_finder_add(f, ent_finder_candidate(s, first, last, ENT_INSTRUMENT, ENT_BY_FORM, entity, 0.7f));
}

/* "Guideline B.1": with the guidelines behind "of" or "in", else no name. */
static void find_guideline(ent_finder *f, uint32_t s, const ent_sentence *sentence, uint32_t at)
{
    uint32_t last = at + 2, behind = at + 2;
    while (last + 1 < sentence->last && ent_finder_is(f, last, f->words.stop) &&
           f->tokens[last + 1].flags & ENT_TOKEN_JOINED)
        last += 2;
    behind = last;
    if (behind + 1 >= sentence->last ||
        !(ent_finder_is(f, behind, f->words.of) || ent_finder_is(f, behind, f->words.in)))
        return;
    behind += ent_finder_is(f, behind + 1, f->words.the) ? 2 : 1;
    const ent_candidate *over = behind < sentence->last ? ent_finder_over(f, behind) : NULL;
    uint32_t whole = over && over->mention.kind == ENT_INSTRUMENT ? ent_finder_names(f, over) : ENT_UNRESOLVED;
    if (whole == ENT_UNRESOLVED)
        return;
    ent_str name =
        ent_arena_format(f->arena, ENT_STR_FMT " of the " ENT_STR_FMT, ENT_STR_ARG(ent_finder_text(f, at, last)),
                         ENT_STR_ARG(f->out->entities.items[whole].name));
    uint32_t entity = ent_finder_entity(f, ENT_INSTRUMENT, name, ENT_STR("force=non-binding; form=guideline"));
    ent_finder_add(f, ent_finder_candidate(s, at, last, ENT_INSTRUMENT, ENT_BY_FORM, entity, 0.85f));
}

void ent_find_reports(ent_finder *f)
{
    uint32_t report = ent_vocabulary_find(f->vocabulary, ENT_STR("report"));
    uint32_t recommendations = ent_vocabulary_find(f->vocabulary, ENT_STR("recommendation"));
    uint32_t guideline = ent_vocabulary_find(f->vocabulary, ENT_STR("guideline"));
    for (uint32_t s = 0; s < f->segments->sentences.n; s++) {
        const ent_sentence *sentence = &f->segments->sentences.items[s];
        for (uint32_t i = sentence->first; i < sentence->last; i++) {
            uint32_t word = f->tokens[i].word, singular = f->vocabulary->singulars.items[word];
            if (!word || ent_finder_over(f, i))
                continue;
            if (singular == report || singular == recommendations)
                find_report(f, s, sentence, i);
            else if (word == guideline && ent_finder_is_capital(f, i) && i + 1 < sentence->last &&
                     ent_finder_is_capital(f, i + 1))
                find_guideline(f, s, sentence, i);
        }
    }
}
