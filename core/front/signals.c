/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/front/signals.h"

#include "core/base/error.h"

#include <signal.h>
#include <unistd.h>

/* The one variable of the program that is not handed in: a signal handler gets nothing else. */
static volatile sig_atomic_t interrupted;

static void note_interrupt(int signal)
{
    (void)signal;
    interrupted = 1;
}

static void end_quietly(int signal)
{
    (void)signal;
    _exit(ENT_INTERRUPTED);
}

void ent_signals_catch(void)
{
    struct sigaction on_interrupt = {.sa_handler = note_interrupt, .sa_flags = (int)SA_RESETHAND};
    struct sigaction on_pipe = {.sa_handler = end_quietly};
    sigaction(SIGINT, &on_interrupt, NULL);
    sigaction(SIGTERM, &on_interrupt, NULL);
    sigaction(SIGPIPE, &on_pipe, NULL);
}

bool ent_signals_interrupted(void)
{
    return interrupted != 0;
}
