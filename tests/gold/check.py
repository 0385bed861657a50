#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the scorer's figures to what is asked for, and ours to the scorer's: check.py FOLDER"""
import json
import sys

folder = sys.argv[1]
LEAST = [  # run, the scorer's figure, ours, the least F1, the least precision
    ('all', 'ent_named', 'entities no topics', .93, 0),
    ('all', 'ent', 'entities', .82, 0),
    ('structural', 'rel', 'relations', .85, 0),
    ('positions', 'rel', 'relations', .55, .70),
]
AGREE = .005
failed = False
for run, theirs, ours, least, precise in LEAST:
    with open(f'{folder}/{run}.json', encoding='utf-8') as file:
        figures = json.load(file)['micro'][theirs]
    with open(f'{folder}/{run}.ours.json', encoding='utf-8') as file:
        mine = next(row for row in json.load(file) if row['level'] == ours and not row['type'])
    enough = figures['f1'] >= least and figures['p'] >= precise
    agree = abs(figures['f1'] - mine['f1']) <= AGREE
    failed |= not (enough and agree)
    print(f"{run} {ours}: precision {figures['p']:.3f} recall {figures['r']:.3f} F1 {figures['f1']:.3f}"
          f" (at least {least:.2f}: {'yes' if enough else 'NO'}); evaluate says {mine['f1']:.3f}"
          f" ({'the same' if agree else 'NOT the same'})")
sys.exit(failed)
