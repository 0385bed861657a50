/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a folder of made-up meeting reports with names from the lexicon, about as dense as in real ones: what the
 * import benchmark reads. The same words give the same bytes.
 *
 *   generate LEXICON_FOLDER OUT_FOLDER MEGABYTES */
#include "importers/extract/gazetteer/lexicon.h"

#include <stdio.h>
#include <stdlib.h>

enum { DOCUMENT_BYTES = 50 * 1024 };

typedef struct names {
    ENT_VEC(ent_str) of[ENT_N_KINDS];
} names;

typedef struct writing {
    const names *known;
    FILE *out;
    uint64_t random;
    size_t bytes;
} writing;

/* $S state, $O organization, $F forum, $I instrument, $P proposal, $T topic, $E event, $B bloc, $W a filler word, $N a
 * number. */
static const char *const sentences[] = {
    "One panellist argued that $T and $T could contribute to $T, while $W delegations had another view.",
    "The $F was established by General Assembly resolution $N/$N and has met twice a year since then.",
    "$S and $S supported $I, but the text was not taken up again in the $W years that followed.",
    "For reasons that had to do with $T and with the $W state of $T at the time, little came of it.",
    "$O co-organized the $E with $S in a $W format, and the $W papers were handed out on the first morning.",
    "Where $T had once been the $W matter, $T and the $W costs of $T now filled most of the $W sittings.",
    "In the year of the $E it was the delegation of $S that had asked for a $W list of what had been agreed on $T.",
    "According to one speaker, the lack of $T hinders $P.",
    "The representative of $S said that the $B had called for $P at the $E.",
    "The old files of the $F and of $O hold a $W account of it, which nobody had opened for thirty years.",
    "Between the $W lines of the paper one could read that $S, $S and $S would rather have spoken of $T.",
    "The $W $W circumstances in which the $W $W meeting took place were described at $W length by those present.",
    "Those who took the floor after the $W break spoke at some length and with $W examples about how the $W and $W "
    "work of the past years had changed what they themselves expected of it.",
    "A $W and $W exchange would be needed before anything more could usefully be said, and time for it had not been "
    "set aside this year.",
    "The $W part of the morning was given over to questions from the floor, most of which returned to what had been "
    "said about $T at the $W meeting two years before.",
    "It was late, the interpreters had left, and the rest of the $W afternoon passed in smaller and more $W circles "
    "around the long table by the window.",
    "$O published a $W study of $T; its authors were from $S and $S.",
};
static const char *const fillers[] = {"general",  "careful",   "further", "technical", "second",
                                      "informal", "practical", "longer",  "recent",    "detailed",
                                      "broad",    "useful",    "quiet",   "separate",  "formal"};

static uint32_t draw(writing *w, size_t n)
{
    w->random = w->random * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((w->random >> 33) % n);
}

static void put(writing *w, ent_str s)
{
    fwrite(s.data, 1, s.len, w->out);
    w->bytes += s.len;
}

static void put_slot(writing *w, char slot)
{
    static const struct {
        char letter;
        ent_kind kind;
    } kinds[] = {{'S', ENT_STATE},    {'O', ENT_ORGANIZATION}, {'F', ENT_FORUM}, {'I', ENT_INSTRUMENT},
                 {'P', ENT_PROPOSAL}, {'T', ENT_TOPIC},        {'E', ENT_EVENT}, {'B', ENT_BLOC}};
    char number[16];
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (kinds[i].letter == slot)
            put(w, w->known->of[kinds[i].kind].items[draw(w, w->known->of[kinds[i].kind].n)]);
    if (slot == 'W')
        put(w, ent_str_from(fillers[draw(w, sizeof fillers / sizeof fillers[0])]));
    if (slot == 'N')
        put(w, (ent_str){number, (size_t)snprintf(number, sizeof number, "%u", 10 + draw(w, 89))});
}

static void put_sentence(writing *w)
{
    ent_str rest = ent_str_from(sentences[draw(w, sizeof sentences / sizeof sentences[0])]);
    for (size_t i = 0; i < rest.len; i++) {
        if (rest.data[i] == '$')
            put_slot(w, rest.data[++i]);
        else
            put(w, ent_str_slice(rest, i, i + 1));
    }
}

static void put_document(writing *w, size_t number)
{
    char heading[64];
    put(w, (ent_str){heading, (size_t)snprintf(heading, sizeof heading, "SUMMARY OF MEETING %zu\n\n", number)});
    for (size_t begin = w->bytes; w->bytes - begin < DOCUMENT_BYTES;) {
        if (draw(w, 40) == 0)
            put(w, (ent_str){heading, (size_t)snprintf(heading, sizeof heading, "Panel %u\n\n", 1 + draw(w, 6))});
        for (uint32_t i = 0, n = 3 + draw(w, 5); i < n; i++) {
            put_sentence(w);
            put(w, ENT_STR(" "));
        }
        put(w, ENT_STR("\n\n"));
    }
}

static bool collect(ent_arena *arena, const char *folder, names *out)
{
    ent_vocabulary vocabulary;
    ent_lexicon *lexicon = NULL;
    ent_error err;
    ent_vocabulary_init(&vocabulary);
    if (ent_lexicon_load(&folder, 1, &vocabulary, NULL, NULL, &lexicon, &err) != ENT_OK) {
        fprintf(stderr, "generate: %s: %s\n", err.what, err.why);
        return false;
    }
    for (uint32_t i = 0; i < ent_lexicon_count(lexicon); i++) {
        const ent_lexicon_entry *entry = ent_lexicon_entry_at(lexicon, i);
        if (entry->name.len < 60)
            ent_vec_push(arena, &out->of[entry->kind], ent_arena_str(arena, entry->name));
    }
    ent_lexicon_free(lexicon);
    ent_vocabulary_clear(&vocabulary);
    return true;
}

int main(int argc, char **argv)
{
    int64_t megabytes = 0;
    ent_arena arena = {0};
    names known = {0};
    if (argc != 4 || !ent_str_to_int(ent_str_from(argv[3]), &megabytes) || megabytes < 1) {
        fputs("usage: generate LEXICON_FOLDER OUT_FOLDER MEGABYTES\n", stderr);
        return 2;
    }
    if (!collect(&arena, argv[1], &known))
        return 1;
    writing w = {.known = &known, .random = 20260101};
    for (size_t i = 0; w.bytes < (size_t)megabytes * 1000000; i++) {
        w.out = fopen(ent_arena_format(&arena, "%s/%06zu.txt", argv[2], i).data, "w");
        if (!w.out) {
            perror(argv[2]);
            return 1;
        }
        put_document(&w, i);
        fclose(w.out);
    }
    ent_arena_clear(&arena);
    return 0;
}
