/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Child programs. */
#define _XOPEN_SOURCE 700 /* nanosleep */
#include "core/base/os.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024 };

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
