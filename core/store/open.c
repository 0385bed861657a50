/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening and closing.
 *
 * The writer works with a write-ahead log: a document's commit is one append to it without waiting for the disk, and
 * others can read meanwhile. A killed program loses nothing it had committed; a power cut may lose the last documents
 * but never leaves half of one, and importing again adds them. On closing the log is folded into the file and switched
 * off, so that the database is one file again, which can be copied, and read from a folder nobody may write to. */
#include "core/base/os.h"
#include "core/store/store_internal.h"

#include <stdlib.h>
#include <string.h>

enum { BUSY_TIMEOUT_MS = 3000 };

static ent_status read_setting(ent_store *store, const char *sql, int64_t *out, ent_error *err)
{
    sqlite3_stmt *statement = NULL;
    bool read =
        sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW;
    ent_status status = read ? ENT_OK : ent_store_fail(store, err);
    if (read)
        *out = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return status;
}

/* A file of ours is trusted with its data only: nothing in its schema may run functions with effects. */
static ent_status configure(ent_store *store, ent_error *err)
{
    sqlite3_busy_timeout(store->db, BUSY_TIMEOUT_MS);
    if (store->mode != ENT_STORE_READ && ent_store_execute(store, "PRAGMA temp_store = MEMORY", err) != ENT_OK)
        return ENT_FAILED; /* a writer's temporary rows are one document's: no file is made for them */
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    if (ent_rows_register(store->db) != SQLITE_OK)
        return ent_store_fail(store, err);
    return ent_store_execute(store,
                             "PRAGMA cell_size_check = ON;"
                             "PRAGMA page_size = 8192;"    /* of a new file: fewer pages to go through and to write */
                             "PRAGMA cache_size = -65536;" /* kB; counted in the pages it finds */
                             "CREATE TEMP TABLE selected (document INTEGER PRIMARY KEY)",
                             err);
}

/* Foreign keys are declared for the reader of the schema and for other programs. This writer only ever refers to rows
 * it has just written or found, so it does not pay for looking each one up again; `check` does. */
static ent_status prepare_writing(ent_store *store, ent_error *err)
{
    return ent_store_execute(store,
                             "PRAGMA foreign_keys = OFF;"
                             "PRAGMA journal_mode = WAL;"
                             "PRAGMA synchronous = NORMAL;"
                             "PRAGMA wal_autocheckpoint = 2000", /* pages */
                             err);
}

static ent_status refuse_older(ent_store *store, int64_t version, ent_error *err)
{
    ent_fail(err, ENT_FAILED, store->path, "was made by an older entente (schema %d, this one reads %d)", (int)version,
             ENT_SCHEMA_VERSION);
    ent_error_hint(err, "importing any document brings it up to date");
    return ENT_FAILED;
}

static ent_status bring_up_to_date(ent_store *store, int64_t version, ent_error *err)
{
    if (version > ENT_SCHEMA_VERSION || version < 1)
        return ent_fail(err, ENT_FAILED, store->path, "was made by a newer entente (schema %d, this one knows %d)",
                        (int)version, ENT_SCHEMA_VERSION);
    if (version < ENT_SCHEMA_VERSION && store->mode == ENT_STORE_READ)
        return refuse_older(store, version, err);
    if (store->mode != ENT_STORE_READ && prepare_writing(store, err) != ENT_OK)
        return ENT_FAILED;
    return version < ENT_SCHEMA_VERSION ? ent_store_migrate(store, version, err) : ENT_OK;
}

static ent_status check_and_prepare(ent_store *store, ent_error *err)
{
    int64_t application = 0, version = 0, pages = 0;
    if (read_setting(store, "PRAGMA application_id", &application, err) != ENT_OK ||
        read_setting(store, "PRAGMA user_version", &version, err) != ENT_OK ||
        read_setting(store, "PRAGMA page_count", &pages, err) != ENT_OK || configure(store, err) != ENT_OK)
        return ENT_FAILED;
    bool copies = store->mode == ENT_STORE_COPY, makes = copies || store->mode == ENT_STORE_CREATE;
    bool empty = pages == 0 || (copies && pages == 1 && !application); /* the copy of an empty file has a page */
    if (empty && makes)
        return prepare_writing(store, err) == ENT_OK ? ent_store_create(store, err) : ENT_FAILED;
    if (application != ENT_APPLICATION_ID)
        return ent_fail(err, ENT_FAILED, store->path, "is not an entente database");
    return bring_up_to_date(store, version, err);
}

/* Into a database without a name, which SQLite keeps where temporary files are and removes. */
static ent_status copy_file(ent_store *store, ent_error *err)
{
    sqlite3 *original = NULL;
    bool good = sqlite3_open_v2("", &store->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                                NULL) == SQLITE_OK;
    if (good && ent_os_exists(store->path)) {
        good = sqlite3_open_v2(store->path, &original, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK;
        sqlite3_busy_timeout(original, BUSY_TIMEOUT_MS);
        sqlite3_backup *copying = good ? sqlite3_backup_init(store->db, "main", original, "main") : NULL;
        good = copying && sqlite3_backup_step(copying, -1) == SQLITE_DONE;
        good = sqlite3_backup_finish(copying) == SQLITE_OK && good;
    }
    sqlite3_close(original);
    return good ? check_and_prepare(store, err) : ent_store_fail(store, err);
}

static ent_status open_file(ent_store *store, ent_error *err)
{
    int flags = store->mode == ENT_STORE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (store->mode == ENT_STORE_CREATE)
        flags |= SQLITE_OPEN_CREATE;
    else if (store->mode != ENT_STORE_COPY && !ent_os_exists(store->path))
        return ent_fail(err, ENT_FAILED, store->path, "there is no such database");
    if (ent_os_is_folder(store->path))
        return ent_fail(err, ENT_FAILED, store->path, "is a folder, not a database");
    if (store->mode == ENT_STORE_COPY)
        return copy_file(store, err);
    if (sqlite3_open_v2(store->path, &store->db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
        return ent_store_fail(store, err);
    return check_and_prepare(store, err);
}

static char *copy_path(const char *path)
{
    size_t size = strlen(path) + 1;
    return memcpy(ent_heap_resize(NULL, size), path, size);
}

ent_status ent_store_open(const char *path, ent_store_mode mode, ent_store **out, ent_error *err)
{
    ent_store *store = ent_heap_resize(NULL, sizeof *store);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); /* counting the memory in use takes a lock for each piece */
    *store = (ent_store){.path = copy_path(path), .mode = mode, .data_version = -1};
    bool existed = ent_os_exists(path);
    ent_status status = open_file(store, err);
    *out = status == ENT_OK ? store : NULL;
    if (status == ENT_OK)
        return ENT_OK;
    ent_store_close(store);
    if (mode == ENT_STORE_CREATE && !existed)
        remove(path); /* no empty file stays behind a failure */
    return status;
}

void ent_store_close(ent_store *store)
{
    if (!store)
        return;
    for (size_t i = 0; i < ENT_N_SQL; i++)
        sqlite3_finalize(store->statements[i]);
    if (store->db && store->mode != ENT_STORE_READ) {
        if (!sqlite3_get_autocommit(store->db))
            sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
        /* Fails while another program reads: then the log stays until the next writer closes. */
        sqlite3_exec(store->db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
    }
    sqlite3_close(store->db);
    ent_arena_clear(&store->scratch);
    ent_arena_clear(&store->batch);
    ent_cache_clear(&store->cache);
    ent_buf_clear(&store->selected);
    free(store->path);
    free(store);
}
