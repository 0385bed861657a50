/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importers/readers/document.h"

ent_origin ent_document_origin(const ent_document *document, size_t text)
{
    size_t low = 0, high = document->origins.n;
    while (low + 1 < high) {
        size_t middle = (low + high) / 2;
        if (document->origins.items[middle].text <= text)
            low = middle;
        else
            high = middle;
    }
    if (high == 0)
        return (ent_origin){text, 0, 1};
    ent_origin piece = document->origins.items[low];
    return (ent_origin){text, piece.source + (text - piece.text), piece.line};
}
