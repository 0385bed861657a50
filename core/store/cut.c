/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/store/store_internal.h"

static bool open_text(ent_cutter *cutter, int64_t document)
{
    if (cutter->blob && cutter->document == document)
        return true;
    cutter->document = document;
    if (cutter->blob && sqlite3_blob_reopen(cutter->blob, document) == SQLITE_OK)
        return true;
    sqlite3_blob_close(cutter->blob); /* a handle that failed to move is of no more use */
    cutter->blob = NULL;
    if (sqlite3_blob_open(cutter->store->db, "main", "document", "text", document, 0, &cutter->blob) == SQLITE_OK)
        return true;
    sqlite3_blob_close(cutter->blob);
    cutter->blob = NULL;
    return false;
}

bool ent_cut(ent_cutter *cutter, int64_t document, int64_t begin, int64_t end, ent_str *out)
{
    if (!open_text(cutter, document) || begin < 0 || begin > end || end > sqlite3_blob_bytes(cutter->blob))
        return false;
    size_t len = (size_t)(end - begin);
    ent_buf *buf = &cutter->buf;
    if (buf->cap < len) {
        buf->data = ent_heap_resize(buf->data, len * 2);
        buf->cap = len * 2;
    }
    if (len && sqlite3_blob_read(cutter->blob, buf->data, (int)len, (int)begin) != SQLITE_OK)
        return false;
    *out = (ent_str){len ? buf->data : "", len};
    return true;
}

void ent_cutter_clear(ent_cutter *cutter)
{
    sqlite3_blob_close(cutter->blob);
    cutter->blob = NULL;
    ent_buf_clear(&cutter->buf);
}

ent_status ent_cut_fail(ent_store *store, ent_error *err, int64_t document)
{
    ent_fail(err, ENT_FAILED, store->path, "is damaged: a place lies outside the text of document %lld",
             (long long)document);
    ent_error_hint(err, "`entente check` says what is wrong");
    return ENT_FAILED;
}
