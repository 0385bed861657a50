/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that are described and cited at once: "a revised draft treaty (CD/1985)", "principles on widgets (resolution
 * 41/65)". The words before the bracket name what the symbol in it does, in this place. */
#include "importers/extract/names/texts/symbols.h"

#include "core/model/key.h"

enum { MAX_WORDS = 14, MAX_TITLE = 40, MAX_MODIFIERS = 2 };

/* Words that go before such a head: free ones only behind "a", "its" and the like, where no verb can stand. */
static bool is_modifier(const ent_finder *f, uint32_t token)
{
    return f->tokens[token].kind == ENT_TOKEN_WORD && !ent_finder_is_capital(f, token) && !ent_finder_over(f, token) &&
           !(ent_finder_lists(f, token) & (ENT_LIST(STOP) | ENT_LIST(LINK)));
}

static bool is_known_modifier(const ent_finder *f, uint32_t token)
{
    const uint64_t lists = ENT_LIST(DESCRIBED_MODIFIER) | ENT_LIST(REPORT_MODIFIER) | ENT_LIST(ORDINAL);
    return ent_finder_lists(f, token) & lists;
}

/* Where the title in quotes that ends before `end` begins, its marks included; else `end`. */
static uint32_t title_begin(const ent_finder *f, uint32_t begin, uint32_t end)
{
    if (end <= begin || !ent_finder_is_quote(f, end - 1))
        return end;
    for (uint32_t i = end - 1; i-- > begin && end - i < MAX_TITLE;)
        if (ent_finder_is_quote(f, i))
            return i;
    return end;
}

/* What it is about, and "titled", lies between the head and `end`. Nothing that acts does, nor what is said of it ("the
 * draft was adopted (resolution 41/65)"). */
static uint32_t cited_head(const ent_finder *f, uint32_t begin, uint32_t end)
{
    static const char *const verbs[] = {"is", "are", "was", "were", "has", "have", "had", "be", NULL};
    for (uint32_t i = end; i-- > begin && end - i < MAX_WORDS;) {
        const ent_candidate *over = ent_finder_over(f, i);
        if (ent_finder_is_punct(f, i) || ent_finder_reads_any(f, i, end, verbs) ||
            (over && over->mention.kind != ENT_TOPIC && over->mention.kind != ENT_INSTRUMENT))
            return end;
        if (ent_finder_lists(f, i) & ENT_LIST(CITED))
            return i;
    }
    return end;
}

static uint32_t cited_begin(const ent_finder *f, uint32_t begin, uint32_t head)
{
    for (uint32_t i = head; i-- > begin && head - i <= MAX_MODIFIERS + 1;) {
        if (ent_finder_lists(f, i) & ENT_LIST(DETERMINER) || ent_finder_is(f, i, f->words.its))
            return i + 1;
        if (!is_modifier(f, i))
            break;
    }
    while (head > begin && is_known_modifier(f, head - 1))
        head--;
    return head;
}

/* A name of the lexicon says more than the bracket: "the Outer Space Treaty (resolution 2222 (XXI))" are two texts. */
static bool is_known(const ent_finder *f, uint32_t first, uint32_t open)
{
    for (uint32_t i = first; i < open; i++) {
        const ent_candidate *over = ent_finder_over(f, i);
        if (over && over->mention.kind == ENT_INSTRUMENT && over->mention.source != ENT_BY_FORM)
            return true;
    }
    return false;
}

/* The bracket that opens before the symbol: "(CD/1985", "(contained in document A/78/400"; else `begin`. */
static uint32_t bracket_before(const ent_finder *f, uint32_t begin, uint32_t symbol)
{
    for (uint32_t i = symbol; i-- > begin && symbol - i <= MAX_MODIFIERS + 2;) {
        if (ent_finder_is(f, i, f->words.open))
            return i;
        if (f->tokens[i].kind != ENT_TOKEN_WORD || ent_finder_is_capital(f, i))
            break;
    }
    return begin;
}

/* A symbol says that there is a document; the word before it that it is a report, or somebody's proposal. */
static void tell_form(ent_finder *f, uint32_t entity, uint32_t head)
{
    static const char *const reports[] = {"report", "reports", NULL}, *const proposals[] = {"proposal", "submission",
                                                                                            NULL};
    ent_named *named = &f->out->entities.items[entity];
    ent_str symbol = ent_attribute_get(named->attributes, ENT_STR("symbol"));
    bool report = ent_finder_reads_any(f, head, f->n_tokens, reports),
         proposal = ent_finder_reads_any(f, head, f->n_tokens, proposals);
    if ((report || proposal) && ent_str_eq(ent_attribute_get(named->attributes, ENT_STR("form")), ENT_STR("document")))
        named->attributes = ent_symbol_attributes(f, report ? "report" : "document", NULL, proposal ? "proposed" : NULL,
                                                  symbol, ENT_STR_EMPTY);
}

static void find_cited(ent_finder *f, const ent_candidate *symbol)
{
    const ent_mention *m = &symbol->mention;
    const ent_sentence *sentence = &f->segments->sentences.items[m->sentence];
    uint32_t open = bracket_before(f, sentence->first, m->first);
    if (open == sentence->first || m->last >= sentence->last || !ent_finder_is(f, m->last, f->words.close))
        return;
    uint32_t end = title_begin(f, sentence->first, open), head = cited_head(f, sentence->first, end);
    uint32_t first = cited_begin(f, sentence->first, head);
    if (head == end || is_known(f, first, end))
        return;
    tell_form(f, ent_finder_names(f, symbol), head);
    ent_candidate c = ent_finder_candidate(m->sentence, first, m->last + 1, ENT_INSTRUMENT, ENT_BY_REFERENCE,
                                           ent_finder_names(f, symbol), 0.9f);
    const ent_candidate *told = ent_finder_over(f, head); /* "paper submitted by Chile": says who, too */
    c.mention.flags |= told && told->mention.kind == ENT_INSTRUMENT ? told->mention.flags & ENT_MENTION_DESCRIBED : 0;
    ent_finder_add(f, c);
}

void ent_find_cited(ent_finder *f)
{
    size_t n = f->items.n;
    for (size_t i = 0; i < n; i++) {
        ent_candidate symbol = f->items.items[i];
        if (!symbol.gone && symbol.mention.source == ENT_BY_SYMBOL && symbol.mention.kind == ENT_INSTRUMENT)
            find_cited(f, &symbol);
    }
}
