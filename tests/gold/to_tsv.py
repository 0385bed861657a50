#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns `export --as csv` into the tables the scorer reads: to_tsv.py FOLDER PREFIX"""
import csv
import os
import sys

COLUMNS = {
    'entities': ['key', 'kind', 'name', 'aliases'],
    'relations': ['type', 'source', 'target', 'line', 'quote', 'polarity', 'speaker'],
}
folder, prefix = sys.argv[1:]
os.makedirs(os.path.dirname(prefix), exist_ok=True)
for table, columns in COLUMNS.items():
    with open(f'{folder}/{table}.csv', newline='', encoding='utf-8') as source, \
         open(f'{prefix}.{table}.tsv', 'w', encoding='utf-8') as target:
        print('\t'.join(columns), file=target)
        for row in csv.DictReader(source):
            print('\t'.join(' '.join(row[column].split()) for column in columns), file=target)
