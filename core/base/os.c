/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* realpath */
#include "core/base/os.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
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

/* ---- child programs ---------------------------------------------------------------------------------------------- */

/* The four channels to a child, [0] the end that reads, [1] the end that writes. Its standard input is a socket,
 * because only there can a write to a child that went away be an error instead of a signal. */
typedef struct channels {
    int input[2], output[2], messages[2];
    int failure[2]; /* closed by a successful exec, else carries errno */
} channels;

static void close_end(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

static void close_channels(channels *c)
{
    int *ends[] = {c->input, c->output, c->messages, c->failure};
    for (size_t i = 0; i < 4; i++) {
        close_end(&ends[i][0]);
        close_end(&ends[i][1]);
    }
}

static bool open_channels(channels *c)
{
    *c = (channels){{-1, -1}, {-1, -1}, {-1, -1}, {-1, -1}};
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, c->input) != 0 || pipe(c->output) != 0 || pipe(c->messages) != 0 ||
        pipe(c->failure) != 0)
        return false;
    int *ends[] = {c->input, c->output, c->messages, c->failure};
    for (size_t i = 0; i < 8; i++)
        if (fcntl(ends[i / 2][i % 2], F_SETFD, FD_CLOEXEC) != 0)
            return false;
    return fcntl(c->input[1], F_SETFL, O_NONBLOCK) == 0;
}

static void limit(int resource, rlim_t most)
{
    if (most)
        setrlimit(resource, &(struct rlimit){most, most});
}

/* In the child, between fork and exec: only calls that are safe there. */
static _Noreturn void become(const char *const argv[], ent_os_limits limits, const channels *c)
{
    limit(RLIMIT_CPU, limits.seconds);
    limit(RLIMIT_AS, limits.memory);
    if (dup2(c->input[0], STDIN_FILENO) >= 0 && dup2(c->output[1], STDOUT_FILENO) >= 0 &&
        dup2(c->messages[1], STDERR_FILENO) >= 0) {
        union {
            const char *const *in;
            char *const *out;
        } words = {argv}; /* execv's type is older than const */
        execv(argv[0], words.out);
    }
    int reason = errno;
    ssize_t told = write(c->failure[1], &reason, sizeof reason);
    _exit(told == (ssize_t)sizeof reason ? 127 : 126);
}

static void feed(int *fd, ent_str *input)
{
    ssize_t n = send(*fd, input->data, input->len, MSG_NOSIGNAL);
    if (n > 0)
        *input = ent_str_slice(*input, (size_t)n, input->len);
    if (input->len == 0 || (n < 0 && errno != EAGAIN && errno != EINTR))
        close_end(fd); /* a child that wants no more input may be right */
}

static void drain(int *fd, ent_buf *into)
{
    char chunk[CHUNK];
    ssize_t n = read(*fd, chunk, sizeof chunk);
    if (n > 0)
        ent_buf_add(into, (ent_str){chunk, (size_t)n});
    else if (n == 0 || errno != EINTR)
        close_end(fd);
}

static int left_ms(double deadline)
{
    if (deadline <= 0)
        return -1;
    double left = (deadline - ent_os_seconds()) * 1000;
    return left > INT_MAX ? INT_MAX : left > 0 ? (int)left + 1 : 0;
}

/* Moves bytes until the child has closed both outputs; false when time ran out first. */
static bool converse(channels *c, ent_str input, double deadline, ent_buf *output, ent_buf *messages)
{
    while (c->output[0] >= 0 || c->messages[0] >= 0) {
        struct pollfd waits[] = {{c->input[1], POLLOUT, 0}, {c->output[0], POLLIN, 0}, {c->messages[0], POLLIN, 0}};
        int ready = poll(waits, 3, left_ms(deadline));
        if (ready == 0)
            return false;
        if (ready < 0)
            continue; /* interrupted: the child got the signal too */
        if (waits[0].revents)
            feed(&c->input[1], &input);
        if (waits[1].revents)
            drain(&c->output[0], output);
        if (waits[2].revents)
            drain(&c->messages[0], messages);
    }
    return true;
}

/* A child may close its outputs and go on: the deadline holds to its end. */
static bool await(pid_t child, double deadline, int *state)
{
    for (;;) {
        pid_t ended = waitpid(child, state, deadline > 0 ? WNOHANG : 0);
        if (ended == child)
            return true;
        if (ended == 0 && left_ms(deadline) == 0)
            return false;
        if (ended == 0)
            nanosleep(&(struct timespec){0, 1000000}, NULL);
    }
}

static ent_status attend(pid_t child, channels *c, ent_str input, ent_os_limits limits, ent_buf *output,
                         ent_buf *messages, const char *program, int *exit_code, ent_error *err)
{
    double deadline = limits.seconds ? ent_os_seconds() + limits.seconds : 0;
    close_end(&c->input[0]);
    close_end(&c->output[1]);
    close_end(&c->messages[1]);
    close_end(&c->failure[1]);
    int reason = 0, state = 0;
    bool started = read(c->failure[0], &reason, sizeof reason) != (ssize_t)sizeof reason;
    if (started && input.len == 0)
        close_end(&c->input[1]);
    bool in_time = !started || (converse(c, input, deadline, output, messages) && await(child, deadline, &state));
    if (!started || !in_time) {
        kill(child, SIGKILL);
        await(child, 0, &state);
    }
    if (!started)
        return ent_fail(err, ENT_FAILED, program, "cannot be started: %s", strerror(reason));
    if (!in_time)
        return ent_fail(err, ENT_FAILED, program, "was stopped after %u seconds", limits.seconds);
    *exit_code = WIFSIGNALED(state) ? 128 + WTERMSIG(state) : WEXITSTATUS(state);
    return ENT_OK;
}

ent_status ent_os_run(const char *const argv[], ent_str input, ent_os_limits limits, ent_buf *output, ent_buf *messages,
                      int *exit_code, ent_error *err)
{
    channels c;
    ent_status status = ENT_FAILED;
    pid_t child = -1;
    fflush(NULL); /* what stands in our buffers must not be printed twice */
    if (!open_channels(&c) || (child = fork()) < 0)
        ent_fail(err, ENT_FAILED, argv[0], "cannot be started: %s", strerror(errno));
    else if (child == 0)
        become(argv, limits, &c);
    else
        status = attend(child, &c, input, limits, output, messages, argv[0], exit_code, err);
    close_channels(&c);
    return status;
}
