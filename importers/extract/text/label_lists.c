/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/extract/text/label_lists.h"

#include "importers/extract/text/lexicon_text.h"

static const char *const kinds[] = {
#define X(kind, name) name,
    ENT_LABEL_KINDS(X)
#undef X
};

static size_t number_of(char letter)
{
    char small = ent_to_lower(letter);
    return small >= 'a' && small <= 'z' ? (size_t)(small - 'a') : ENT_LETTERS - 1;
}

const ent_label_list *ent_labels_from(const ent_labels *labels, char letter)
{
    return &labels->letters[number_of(letter)];
}

/* "label chairs (moderator)": what all labels of the list are. */
static bool read_name(ent_arena *arena, ent_str list, ent_label *out)
{
    ent_str label = ENT_STR("label ");
    if (!ent_str_starts(list, label))
        return false;
    ent_str kind = ent_str_slice(list, label.len, list.len);
    size_t open = ent_str_find(kind, ENT_STR(" ("), 0);
    out->role = ENT_STR_EMPTY;
    if (open != ENT_STR_NONE && ent_str_ends(kind, ENT_STR(")"))) {
        out->role = ent_arena_str(arena, ent_str_slice(kind, open + 2, kind.len - 1));
        kind = ent_str_slice(kind, 0, open);
    }
    for (size_t i = 0; i < ENT_N_LABEL_KINDS; i++)
        if (ent_str_is(kind, kinds[i])) {
            out->kind = (ent_label_kind)i;
            return true;
        }
    return false;
}

bool ent_labels_add(ent_arena *arena, ent_labels *labels, ent_str list, ent_str words)
{
    ent_label label;
    if (!read_name(arena, list, &label))
        return false;
    while (ent_str_split(&words, ENT_STR("|"), &label.words)) {
        label.words = ent_lexicon_plain(arena, ent_str_trim(label.words));
        if (label.words.len)
            ent_vec_push(arena, &labels->letters[number_of(label.words.data[0])], label);
    }
    return true;
}
