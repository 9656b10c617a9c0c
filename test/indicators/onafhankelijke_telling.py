# SPDX-License-Identifier: EUPL-1.2
"""The figures counted once more, in another language, straight from the delivered XML.

Reads every message under a folder (XML, gzip, ZIP) and counts eleven indicators by area, type, provider and verwijzer, as plainly as the
words of the definitions allow: lists, sets and loops over one area at a time, no database. It shares nothing with the program but the
message standard and the text of the definitions.

    python3 onafhankelijke_telling.py FOLDER PRODUCTEN.csv VRAAG.json > figures.csv

VRAAG.json: {"gebieden": {code: [gemeenten]}, "perioden": {name: [first day, last day]}, "grens": eurocents}. The answer has the columns
indicator, variant, periode, gebied, dimensie, waarde of cell, status and waarde; `nog_niet_bekend` stands as status. Only cells with something in them
are written. Standard library only.
"""
import csv
import gzip
import hashlib
import io
import json
import os
import sys
import zipfile
from collections import defaultdict
from datetime import date, timedelta
from xml.etree import ElementTree

DAY = timedelta(days=1)
LOOPT = date.max


def delivered(folder):
    """The bytes of every message under a folder."""
    for where, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            with open(os.path.join(where, name), 'rb') as file:
                content = file.read()
            if content[:4] == b'PK\x03\x04':
                with zipfile.ZipFile(io.BytesIO(content)) as archive:
                    yield from (archive.read(entry) for entry in archive.namelist())
            else:
                yield gzip.decompress(content) if content[:2] == b'\x1f\x8b' else content


def local(element):
    return element.tag.rpartition('}')[2]


def find(element, *path):
    """The first child by its local name, and so on along the path."""
    for name in path:
        element = next((child for child in element if local(child) == name), None) if element is not None else None
    return element


def text(element, *path):
    found = find(element, *path)
    return None if found is None or found.text is None else found.text.strip()


def every(element, name):
    return [found for found in element.iter() if local(found) == name]


def day(words):
    return None if words is None else date.fromisoformat(words)


def codes(element):
    return [code.text for code in every(element, 'RetourCode')] if element is not None else []


class Message:
    def __init__(self, root, content):
        namespace = root.tag.rpartition('}')[0]
        self.soort = 'JW' + namespace.rpartition('jw')[2][:3]
        self.root, self.header, self.sha = root, find(root, 'Header'), hashlib.sha256(content).hexdigest()
        kop = self.header
        if self.soort in ('JW303', 'JW304'):
            factuur = find(kop, 'DeclaratieFactuurIdentificatie')
            self.gemeente, self.aanbieder = text(kop, 'Gemeente'), text(kop, 'Aanbieder')
            self.afzender, self.id = self.aanbieder, text(factuur, 'DeclarantFactuurNummer')
            self.dag = day(text(kop, 'RetourHeader', 'RetourDagtekening') or text(factuur, 'FactuurDagtekening'))
        else:
            self.afzender, ontvanger = text(kop, 'Afzender'), text(kop, 'Ontvanger')
            self.gemeente, self.aanbieder = (self.afzender, ontvanger) if len(self.afzender) == 4 else (ontvanger, self.afzender)
            self.id = text(kop, 'BerichtIdentificatie', 'Identificatie')
            self.dag = day(text(kop, 'DagtekeningRetour') or text(kop, 'BerichtIdentificatie', 'Dagtekening'))
        self.key = (self.soort, self.afzender, self.id)


def messages(folder):
    for content in delivered(folder):
        if b'<' not in content[:64] or b'istandaarden.nl' not in content[:2000]:
            continue
        try:
            yield Message(ElementTree.fromstring(content), content)
        except ElementTree.ParseError:
            continue


def counted(folder):
    """Of each message the one that counts (TR056): the earliest Dagtekening, then the smallest hash; not when its retour says 0001."""
    first, last_day = {}, date.min
    for message in messages(folder):
        last_day = max(last_day, message.dag)
        known = first.get(message.key)
        if known is None or (message.dag, message.sha) < (known.dag, known.sha):
            first[message.key] = message
    heen = {f'JW{even}': f'JW{even - 1}' for even in (302, 306, 308, 316, 318, 320)}
    undelivered = {
        (heen[message.soort], message.afzender, message.id)
        for message in first.values()
        if message.soort in heen and '0001' in codes(find(message.header, 'RetourCodes'))
    }
    return [message for key, message in first.items() if key not in undelivered], last_day


def bedrag(element):
    return int(text(element, 'Bedrag')), text(element, 'DebetCredit')


class Regel:
    """A line of a declaration."""

    def __init__(self, message, bsn, line):
        old = message.soort == 'JW303'
        reference = find(line, 'ProductReferentie')
        self.bsn, self.gemeente, self.aanbieder = bsn, message.gemeente, message.aanbieder
        self.ref, self.vorig = text(reference, 'ReferentieNummer'), text(reference, 'VorigReferentieNummer')
        self.toewijzing = text(line, 'ToewijzingNummer')
        self.categorie, self.code = text(line, 'ProductCategorie'), text(line, 'ProductCode')
        self.begin, self.eind = day(text(line, 'ProductPeriode', 'Begindatum')), day(text(line, 'ProductPeriode', 'Einddatum'))
        amount = find(line, 'IngediendeBedragPrestatie', 'DeclaratieFactuurBedrag') if old else find(line, 'IngediendBedrag')
        self.cents, self.dc = bedrag(amount)


def lines(message):
    return [
        Regel(message, text(client, 'Bsn'), line)
        for client in every(message.root, 'Client')
        for line in every(client, 'Prestatie')
    ]


def standing(counting):
    """Debit lines that still count, with what they are worth."""
    answers = {}
    for message in counting:
        if message.soort == 'JW325':
            answers['JW323', message.aanbieder, text(message.header, 'DeclaratieIdentificatie', 'Identificatie')] = message
        elif message.soort == 'JW304':
            answers['JW303', message.aanbieder, message.id] = message
    accepted = []
    for message in counting:
        if message.soort not in ('JW323', 'JW303'):
            continue
        answer = answers.get((message.soort, message.aanbieder, message.id))
        refused, granted = set(), {}
        if answer is not None:
            verdict = codes(find(answer.header, 'RetourCodes')) + codes(find(answer.root, 'DeclaratieAntwoord', 'RetourCodes'))
            if any(code not in ('0200', '8001') for code in verdict):
                continue
            for client in every(answer.root, 'Client'):
                for line in every(client, 'Prestatie'):
                    ref = text(find(line, 'ProductReferentie'), 'ReferentieNummer')
                    if message.soort == 'JW323':
                        refused.add(ref)
                    else:
                        granted[ref] = bedrag(find(line, 'ToegekendeBedragPrestatie', 'ToegekendBedrag'))[0]
                        if granted[ref] == 0 and any(code != '0200' for code in codes(find(line, 'RetourCodes'))):
                            refused.add(ref)
        for line in lines(message):
            if line.ref not in refused:
                line.cents = granted.get(line.ref, line.cents)
                accepted.append(line)
    credited = {(line.aanbieder, line.vorig) for line in accepted if line.dc == 'C'}
    return [line for line in accepted if line.dc == 'D' and (line.aanbieder, line.ref) not in credited]


def types(path):
    """Category, code and provider to type: the most specific row wins."""
    with open(path, encoding='utf-8') as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith('#')))
    table = {(row['product_categorie'], row['product_code'], row['aanbieder']): row['type_jeugdhulp'] for row in rows}

    def type_of(categorie, code, aanbieder):
        for key in ((categorie, code, aanbieder), (categorie, code, ''), (categorie, '', '')):
            if key in table:
                return table[key]
        return 'onbekend'

    return type_of


def versions(counting):
    """The versions of every toewijzing, oldest first."""
    by = defaultdict(list)
    for message in counting:
        if message.soort == 'JW301':
            for product in every(message.root, 'ToegewezenProduct'):
                by[message.gemeente, text(product, 'ToewijzingNummer')].append(
                    {
                        'moment': (text(product, 'Toewijzingsdatum'), text(product, 'Toewijzingstijd') or ''),
                        'dag': message.dag,
                        'sha': message.sha,
                        'ref': text(product, 'ReferentieAanbieder'),
                        'aanbieder': message.aanbieder,
                        'ingang': day(text(product, 'Ingangsdatum')),
                        'eind': day(text(product, 'Einddatum')),
                    }
                )
    return {key: sorted(found, key=lambda one: (one['moment'], one['dag'], one['sha'])) for key, found in by.items()}


def verwijzers(counting, toewijzingen):
    """Type verwijzer of a toewijzing: of the request it answers; 01 when there is none."""
    asked = {}
    for message in sorted((one for one in counting if one.soort == 'JW315'), key=lambda one: (one.dag, one.sha)):
        for product in every(message.root, 'AangevraagdProduct'):
            asked.setdefault((message.gemeente, message.aanbieder, text(product, 'ReferentieAanbieder')), text(product, 'Verwijzer', 'Type'))

    def verwijzer(gemeente, nummer):
        for version in toewijzingen.get((gemeente, nummer), []):
            if version['ref'] is not None:
                return asked.get((gemeente, version['aanbieder'], version['ref'])) or '01'
        return '01'

    return verwijzer


def alive(events, key):
    """Of starts or stops with one key the last that was said; deleted ones (3) do not exist. On one day a deletion comes first."""
    last = {}
    for event in sorted(events, key=lambda one: (one['dag'], one['status'] != '3')):
        last[key(event)] = event
    return [event for event in last.values() if event['status'] != '3']


def stretches(counting, toewijzingen, type_of, verwijzer, data_date):
    """Intervals of care per child, toewijzing and product, from starts and stops."""
    starts, stops = defaultdict(list), defaultdict(list)
    for message in counting:
        if message.soort not in ('JW305', 'JW307'):
            continue
        bsn = text(find(message.root, 'Client'), 'Bsn')
        for product in every(message.root, 'StartProduct' if message.soort == 'JW305' else 'StopProduct'):
            key = (message.gemeente, message.aanbieder, bsn, text(product, 'ToewijzingNummer'), text(product, 'Product', 'Categorie'), text(product, 'Product', 'Code'))
            event = {'dag': message.dag, 'status': text(product, 'StatusAanlevering'), 'begin': day(text(product, 'Begindatum'))}
            if message.soort == 'JW305':
                starts[key].append(event)
            else:
                stops[key].append({**event, 'eind': day(text(product, 'Einddatum')), 'reden': text(product, 'RedenBeeindiging')})
    found = []
    for key in starts.keys() | stops.keys():
        gemeente, aanbieder, bsn, nummer, categorie, code = key
        care = {'bsn': bsn, 'gemeente': gemeente, 'aanbieder': aanbieder, 'type': type_of(categorie, code, aanbieder), 'verwijzer': verwijzer(gemeente, nummer)}
        moments = [(one['begin'], 0, None) for one in alive(starts[key], lambda one: one['begin'])]
        moments += [
            (one['eind'], 1, one['reden'])
            for one in alive(stops[key], lambda one: (one['begin'], one['eind'], one['reden']))
            if one['reden'] != '20'
        ]
        begin = None
        for moment, kind, reden in sorted(moments, key=lambda one: (one[0], one[1], one[2] or '')):
            if kind == 0 and begin is None:
                begin = moment
            elif kind == 1 and begin is not None:
                found.append({**care, 'begin': begin, 'eind': moment, 'reden': reden, 'einde': 'definitief'})
                begin = None
        if begin is not None:
            known = toewijzingen.get((gemeente, nummer), [])
            end = known[-1]['eind'] if known else None
            if end is not None and data_date - end > 90 * DAY:
                found.append({**care, 'begin': begin, 'eind': max(begin, end), 'reden': 'onbekend', 'einde': 'afgeleid'})
            else:
                found.append({**care, 'begin': begin, 'eind': LOOPT, 'reden': 'loopt', 'einde': 'loopt'})
    return found


def trajecten(intervals):
    """Intervals of one child, provider and type with at most one day between them are one traject."""
    by, found = defaultdict(list), []
    for one in intervals:
        by[one['bsn'], one['aanbieder'], one['type']].append(one)
    for (bsn, aanbieder, soort), parts in by.items():
        current = None
        for one in sorted(parts, key=lambda part: (part['begin'], part['eind'])):
            if current is not None and (current['eind'] == LOOPT or one['begin'] <= current['eind'] + 2 * DAY):
                current['delen'].append(one)
                current['eind'] = max(current['eind'], one['eind'])
            else:
                current = {'bsn': bsn, 'aanbieder': aanbieder, 'type': soort, 'begin': one['begin'], 'eind': one['eind'], 'delen': [one]}
                found.append(current)
    for traject in found:
        traject['verwijzer'] = min(one['verwijzer'] for one in traject['delen'] if one['begin'] == traject['begin'])
        last = [one for one in traject['delen'] if one['eind'] == traject['eind']]
        definite = sorted((one for one in last if one['einde'] == 'definitief'), key=lambda one: one['reden'])
        traject['reden'], traject['einde'] = ((definite or last)[0][name] for name in ('reden', 'einde'))
    return found


GEEINDIGD = ('31', '32', '33', '34', '35')
UITVAL = {'U1': ('32',), 'U2': ('32', '33'), 'U3': ('32', '33', '34', '35')}


def figures(area, asked, prestaties, care, data_date):
    """Every figure of one area, from its records alone."""
    per_child = defaultdict(list)
    for traject in care:
        per_child[traject['bsn']].append(traject)
    splits = [('', '')] + sorted(
        {(name, one[name]) for name in ('type', 'aanbieder', 'verwijzer') for one in [vars(p) for p in prestaties] + care}
    )
    for name, (first, last) in asked['perioden'].items():
        spent = defaultdict(int)
        for one in prestaties:
            if first <= one.begin <= last:
                spent[one.bsn] += one.cents
        dear = {bsn for bsn, cents in spent.items() if cents > asked['grens']}
        began, ended, returns = events(per_child, first, last)
        for dimensie, cel in splits:
            def inside(one):
                return dimensie == '' or (one[dimensie] if isinstance(one, dict) else getattr(one, dimensie)) == cel

            def out(indicator, variant, value, status=''):
                return (indicator, variant, name, area, dimensie, cel, status, value)

            running = [one for one in prestaties if one.begin <= last and one.eind >= first and inside(one)]
            clients = {one.bsn for one in running}
            paid = [one for one in prestaties if first <= one.begin <= last and inside(one)]
            total = sum(one.cents for one in paid)
            yield out('clienten', '', len(clients))
            yield out('uitgaven', '', total)
            yield out('uitgaven-per-client', '', total / len(clients) if clients else None)
            yield out('aanbieders', '', len({one.aanbieder for one in running}))
            yield out('kosten-boven-grens', 'clienten', len(clients & dear) / len(clients) if clients else None)
            yield out('kosten-boven-grens', 'uitgaven', sum(one.cents for one in paid if one.bsn in dear) / total if total else None)
            yield out('trajecten', '', sum(1 for one in care if inside(one) and one['begin'] <= last and one['eind'] >= first))
            ends = [one for one in care if inside(one) and one['einde'] == 'definitief' and first <= one['eind'] <= last]
            judged = [one['reden'] for one in ends if one['reden'] in GEEINDIGD]
            for variant, reasons in UITVAL.items():
                yield out('uitval', variant, sum(1 for reden in judged if reden in reasons) / len(judged) if judged else None)
            days = sum((one['eind'] - one['begin']).days + 1 for one in ends)
            yield out('duur', 'D1', days / len(ends) if ends else None)
            yield out('instroom', '', len({one['bsn'] for one in began if inside(one)}))
            late = data_date < last + 30 * DAY
            yield out('uitstroom', '', None if late else len({one['bsn'] for one in ended if inside(one)}), 'nog_niet_bekend' if late else '')
            moments = {(one['bsn'], one['eind']) for one in ended if inside(one) and one['einde'] == 'definitief' and one['reden'] in GEEINDIGD}
            late = data_date < last + 365 * DAY
            back = len(moments & returns)
            yield out('terugkeer', 'R3', None if late or not moments else back / len(moments), 'nog_niet_bekend' if late else '')


def events(per_child, first, last):
    """Trajecten that make a moment of instroom, of uitstroom, and the moments of uitstroom that were followed by a return."""
    began, ended, returns = [], [], set()
    for bsn, own in per_child.items():
        for one in own:
            begin, end = one['begin'], one['eind']
            if first <= begin <= last and not any(other['begin'] < begin and other['eind'] >= begin - 365 * DAY for other in own):
                began.append(one)
            if first <= end <= last:
                runs_on = any(other['begin'] <= end < other['eind'] for other in own)
                follows = any(end < other['begin'] <= end + 30 * DAY for other in own)
                if not runs_on and not follows:
                    ended.append(one)
                    if any(end + 31 * DAY <= other['begin'] <= end + 365 * DAY for other in own):
                        returns.add((bsn, end))
    return began, ended, returns


def main(folder, producten, vraag):
    with open(vraag, encoding='utf-8') as file:
        asked = json.load(file)
    asked['perioden'] = {name: (day(first), day(last)) for name, (first, last) in asked['perioden'].items()}
    counting, data_date = counted(folder)
    type_of, toewijzingen = types(producten), versions(counting)
    verwijzer = verwijzers(counting, toewijzingen)
    prestaties = standing(counting)
    for one in prestaties:
        one.type = type_of(one.categorie, one.code, one.aanbieder)
        one.verwijzer = verwijzer(one.gemeente, one.toewijzing)
    care = stretches(counting, toewijzingen, type_of, verwijzer, data_date)
    out = csv.writer(sys.stdout, lineterminator='\n')
    out.writerow(['indicator', 'variant', 'periode', 'gebied', 'dimensie', 'cel', 'status', 'waarde'])
    for area, gemeenten in asked['gebieden'].items():
        own = {gemeente.removeprefix('GM') for gemeente in gemeenten}
        mine = [one for one in prestaties if one.gemeente in own]
        for row in figures(area, asked, mine, trajecten([one for one in care if one['gemeente'] in own]), data_date):
            if row[-1] is not None or row[-2] != '':
                out.writerow([*row[:-1], '' if row[-1] is None else repr(row[-1])])


if __name__ == '__main__':
    main(*sys.argv[1:])
