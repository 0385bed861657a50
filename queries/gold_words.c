/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "queries/gold_words.h"

#include <stddef.h>

const char *const ent_gold_states[] = {
    "united states|united states of america|usa|us|u s a|america|washington",
    "united kingdom|united kingdom of great britain and northern ireland|uk|great britain|britain|london",
    "russia|russian federation|moscow",
    "china|people s republic of china|peoples republic of china|prc|beijing",
    "north korea|democratic people s republic of korea|democratic peoples republic of korea|dprk",
    "south korea|republic of korea|rok|korea republic of",
    "iran|islamic republic of iran|iran islamic republic of",
    "syria|syrian arab republic",
    "venezuela|bolivarian republic of venezuela|venezuela bolivarian republic of",
    "bolivia|plurinational state of bolivia",
    "vietnam|viet nam",
    "czechia|czech republic",
    "turkey|turkiye|türkiye",
    "laos|lao pdr|lao people s democratic republic",
    "moldova|republic of moldova",
    "drc|democratic republic of the congo|democratic republic of congo",
    "uae|united arab emirates",
    "north macedonia|the former yugoslav republic of macedonia|republic of north macedonia",
    "tanzania|united republic of tanzania",
    "netherlands|kingdom of the netherlands|netherlands kingdom of the",
    "holy see|vatican|vatican city",
    "cote d ivoire|ivory coast|côte d ivoire",
    "eswatini|swaziland",
    "cabo verde|cape verde",
    "myanmar|burma",
    "brunei|brunei darussalam",
    "palestine|state of palestine",
    "soviet union|ussr|union of soviet socialist republics",
    NULL};

const ent_gold_spelling ent_gold_spellings[] = {{"behaviour", "behavior", false, false},
                                                {"isation", "ization", false, false},
                                                {"ising", "izing", false, true},
                                                {"ised", "ized", false, true},
                                                {"programme", "program", true, false},
                                                {"defence", "defense", false, false},
                                                {"centre", "center", true, false},
                                                {"armour", "armor", false, false},
                                                {"labour", "labor", false, false},
                                                {"co operation", "cooperation", false, false},
                                                {"antisatellite", "anti satellite", true, false},
                                                {NULL, NULL, false, false}};
