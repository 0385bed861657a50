# SPDX-License-Identifier: GPL-3.0-or-later
# A file has one subject, a function fits on a screen.

function close_file() {
    if (name != "" && lines > 500)
        printf "%s:%d: a file of %d lines; 500 are the most\n", name, lines, lines
}

FNR == 1 {
    close_file()
    name = FILENAME
    begin = 0
}
{ lines = FNR }
/^\{/ { begin = FNR }
/^\}/ {
    if (begin && FNR - begin > 60)
        printf "%s:%d: a function of %d lines; 60 are the most\n", FILENAME, begin, FNR - begin - 1
    begin = 0
}
END { close_file() }
