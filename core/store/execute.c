/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQL that gives no rows, and what a failure of the database means to a person. */
#include "core/base/os.h"
#include "core/store/store_internal.h"

#include <string.h>

static void explain_open(ent_store *store, ent_error *err)
{
    int reason = sqlite3_system_errno(store->db);
    ent_fail(err, ENT_FAILED, store->path, "cannot be opened: %s", reason ? strerror(reason) : "not permitted");
    if (ent_os_exists(store->path))
        ent_error_hint(err, "a program that wrote to it may have been stopped: open it once where you may write, "
                            "with `entente check`");
}

ent_status ent_store_fail(ent_store *store, ent_error *err)
{
    int reason = sqlite3_system_errno(store->db);
    switch (sqlite3_errcode(store->db)) {
    case SQLITE_NOTADB:
        return ent_fail(err, ENT_FAILED, store->path, "is not an entente database");
    case SQLITE_FULL:
        return ent_fail(err, ENT_FAILED, store->path, "the disk is full: what was stored before is whole");
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ent_fail(err, ENT_FAILED, store->path, "may not be written to");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ent_fail(err, ENT_FAILED, store->path, "another program is writing to it");
    case SQLITE_CANTOPEN:
        explain_open(store, err);
        return ENT_FAILED;
    case SQLITE_IOERR:
        return ent_fail(err, ENT_FAILED, store->path, "cannot be read or written: %s",
                        reason ? strerror(reason) : sqlite3_errmsg(store->db));
    case SQLITE_NOMEM:
        ent_out_of_memory();
    case SQLITE_CORRUPT:
        ent_fail(err, ENT_FAILED, store->path, "is damaged (%s)", sqlite3_errmsg(store->db));
        ent_error_hint(err, "`entente check` says what is wrong");
        return ENT_FAILED;
    default:
        return ent_fail(err, ENT_FAILED, store->path, "the database failed: %s", sqlite3_errmsg(store->db));
    }
}

ent_status ent_store_execute(ent_store *store, const char *sql, ent_error *err)
{
    return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK ? ENT_OK : ent_store_fail(store, err);
}
