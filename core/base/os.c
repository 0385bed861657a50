/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* realpath */
#include "core/base/os.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024 };

static bool is_dash(const char *path)
{
    return strcmp(path, "-") == 0;
}

/* ---- files ------------------------------------------------------------------------------------------------------- */

static ent_status read_all(int fd, const char *path, size_t max_bytes, ent_buf *out, ent_error *err)
{
    char chunk[CHUNK];
    for (;;) {
        ssize_t n = read(fd, chunk, sizeof chunk);
        if (n == 0)
            return ENT_OK;
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return ent_fail(err, ENT_FAILED, path, "cannot be read: %s", strerror(errno));
        if ((size_t)n > max_bytes - out->len)
            return ent_fail(err, ENT_FAILED, path, "is larger than %zu bytes", max_bytes);
        ent_buf_add(out, (ent_str){chunk, (size_t)n});
    }
}

ent_status ent_os_read_file(ent_arena *arena, const char *path, size_t max_bytes, ent_str *out, ent_error *err)
{
    if (!is_dash(path) && ent_os_is_folder(path))
        return ent_fail(err, ENT_FAILED, path, "is a folder, not a file");
    int fd = is_dash(path) ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return ent_fail(err, ENT_FAILED, path, "cannot be opened: %s", strerror(errno));
    ent_buf bytes = {0};
    ent_status status = read_all(fd, is_dash(path) ? "standard input" : path, max_bytes, &bytes, err);
    if (fd != STDIN_FILENO)
        close(fd);
    if (status == ENT_OK)
        *out = ent_arena_str(arena, ent_buf_str(&bytes));
    ent_buf_clear(&bytes);
    return status;
}

static bool write_all(int fd, ent_str bytes)
{
    while (bytes.len) {
        ssize_t n = write(fd, bytes.data, bytes.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        bytes = ent_str_slice(bytes, (size_t)n, bytes.len);
    }
    return true;
}

static ent_status write_fail(ent_error *err, const char *path)
{
    return ent_fail(err, ENT_FAILED, path, "cannot be written: %s", strerror(errno));
}

/* Devices and pipes cannot be renamed over: they are written in place. */
static ent_status write_in_place(const char *path, ent_str bytes, ent_error *err)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return write_fail(err, path);
    bool written = write_all(fd, bytes);
    if (!written)
        write_fail(err, path);
    close(fd);
    return written ? ENT_OK : ENT_FAILED;
}

static ent_status write_and_rename(const char *target, const char *beside, mode_t mode, ent_str bytes, ent_error *err)
{
    int fd = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (fd < 0)
        return write_fail(err, target);
    bool written = write_all(fd, bytes) && fsync(fd) == 0;
    int reason = errno;
    written = close(fd) == 0 && written && rename(beside, target) == 0;
    if (written)
        return ENT_OK;
    reason = reason ? reason : errno;
    unlink(beside);
    errno = reason;
    return write_fail(err, target);
}

ent_status ent_os_write_file(const char *path, ent_str bytes, ent_error *err)
{
    if (is_dash(path))
        return write_all(STDOUT_FILENO, bytes) ? ENT_OK : write_fail(err, "standard output");
    struct stat old;
    bool exists = stat(path, &old) == 0;
    if (exists && S_ISDIR(old.st_mode))
        return ent_fail(err, ENT_FAILED, path, "is a folder, not a file");
    if (exists && !S_ISREG(old.st_mode))
        return write_in_place(path, bytes, err);
    char real[PATH_MAX]; /* through a link, so that the link stays one */
    const char *target = exists && realpath(path, real) ? real : path;
    ent_arena arena = {0};
    const char *beside = ent_arena_format(&arena, "%s.%ld.part", target, (long)getpid()).data;
    errno = 0;
    ent_status status = write_and_rename(target, beside, exists ? old.st_mode & 0777 : 0666, bytes, err);
    ent_arena_clear(&arena);
    return status;
}

/* ---- folders ----------------------------------------------------------------------------------------------------- */

bool ent_os_is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool ent_os_exists(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0;
}

bool ent_os_is_same(const char *a, const char *b)
{
    struct stat one, other;
    return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

ent_str ent_os_real_path(ent_arena *arena, const char *path)
{
    char *real = realpath(path, NULL);
    ent_str out = real ? ent_arena_str(arena, ent_str_from(real)) : ENT_STR_EMPTY;
    free(real);
    return out;
}

ent_status ent_os_make_folder(const char *path, ent_error *err)
{
    if (mkdir(path, 0777) == 0 || (errno == EEXIST && ent_os_is_folder(path)))
        return ENT_OK;
    return ent_fail(err, ENT_FAILED, path, "cannot be made: %s", strerror(errno));
}

/* Adds the files of one folder to `files` and its folders to `folders`. A link to a folder is not followed: it could
 * lead back here. */
static void list_folder(ent_arena *arena, ent_str folder, ent_str_vec *files, ent_str_vec *folders, ent_str_vec *unread)
{
    DIR *stream = opendir(folder.data);
    if (!stream) {
        ent_vec_push(arena, unread, folder);
        return;
    }
    const char *slash = ent_str_ends(folder, ENT_STR("/")) ? "" : "/";
    for (struct dirent *entry; (entry = readdir(stream));) {
        if (entry->d_name[0] == '.')
            continue;
        ent_str path = ent_arena_format(arena, "%s%s%s", folder.data, slash, entry->d_name);
        struct stat own, info;
        if (lstat(path.data, &own) != 0 || stat(path.data, &info) != 0)
            continue;
        if (S_ISREG(info.st_mode))
            ent_vec_push(arena, files, path);
        else if (S_ISDIR(own.st_mode))
            ent_vec_push(arena, folders, path);
    }
    closedir(stream);
}

ent_status ent_os_list_files(ent_arena *arena, const char *path, ent_str_vec *files, ent_str_vec *unread,
                             ent_error *err)
{
    if (!ent_os_exists(path))
        return ent_fail(err, ENT_FAILED, path, "cannot be read: %s", strerror(errno));
    if (!ent_os_is_folder(path)) {
        ent_vec_push(arena, files, ent_arena_str(arena, ent_str_from(path)));
        return ENT_OK;
    }
    ent_str_vec folders = {0};
    size_t first = files->n;
    ent_vec_push(arena, &folders, ent_arena_str(arena, ent_str_from(path)));
    for (size_t i = 0; i < folders.n; i++)
        list_folder(arena, folders.items[i], files, &folders, unread);
    if (files->n > first)
        qsort(files->items + first, files->n - first, sizeof *files->items, ent_str_cmp_qsort);
    return ENT_OK;
}

/* ---- the process and its terminal -------------------------------------------------------------------------------- */

ent_str ent_os_program_folder(ent_arena *arena)
{
    char path[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path);
    ent_str program = n > 0 ? (ent_str){path, (size_t)n} : ENT_STR("./");
    while (program.len && program.data[program.len - 1] != '/')
        program.len--;
    return ent_arena_str(arena, ent_str_slice(program, 0, program.len ? program.len - 1 : 0));
}

bool ent_os_is_terminal(FILE *stream)
{
    return isatty(fileno(stream)) == 1;
}

size_t ent_os_terminal_width(FILE *stream)
{
    struct winsize size;
    return ioctl(fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col : 80;
}

double ent_os_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

unsigned ent_os_cores(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n > 0 ? (unsigned)n : 1;
}
