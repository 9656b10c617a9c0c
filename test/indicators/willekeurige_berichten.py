# SPDX-License-Identifier: EUPL-1.2
"""A small region of fictional children in delivered XML, full of what goes wrong in real traffic.

Moves between gemeenten, one toewijzing number in two gemeenten, later versions without a reference, deleted starts and stops, pauses, care that
opens again, gaps around the limits of a definition, refused messages, lines and clients, credits that are refused in turn, messages that
their retour calls undelivered, repetitions, and other content under the same identification. The regio is regio/voorbeeld.

    python3 willekeurige_berichten.py SEED FOLDER      standard library only; the same seed gives the same files
"""
import os
import random
import sys
from collections import defaultdict
from datetime import date, timedelta

DAY = timedelta(days=1)
GEMEENTEN = ['9001', '9002', '9003', '9004']
AANBIEDERS = ['99000001', '99000002', '99000003', '99000004']
PRODUCTEN = ['45 45A01', '44 44P01', '54 54D01', '45 45V01', '51 51A01', '54 54Z99', '99 99X01', '43 43R01']
BERICHTCODE = {'301': 436, '302': 437, '305': 438, '306': 439, '307': 440, '308': 441, '315': 446, '323': 490, '325': 491}
VERSIES = '<ijw:BasisschemaXsdVersie>1.0.0</ijw:BasisschemaXsdVersie><ijw:BerichtXsdVersie>1.0.0</ijw:BerichtXsdVersie>'
GATEN = [1, 2, 2, 3, 29, 30, 31, 31, 32, 32, 33, 60, 200, 364, 365, 366, 367, 400]

# The last message of all, which decides the data date, is this much later than the last month of care.
TERUGBLIK = 60 * DAY


def e(name, *inside):
    """An element; names without a prefix belong to the message, i: to the basisschema."""
    name = 'ijw:' + name[2:] if name.startswith('i:') else 'm:' + name
    return f'<{name}>{"".join(str(one) for one in inside)}</{name}>'


def elfproef(index):
    """A test number that passes the 11-proef."""
    number = 99990000 + 7 * index
    while True:
        rest = sum((9 - place) * int(digit) for place, digit in enumerate(f'{number:08}')) % 11
        if rest < 10:
            return f'{number:08}{rest}'
        number += 1


def month_end(day):
    return (day.replace(day=28) + 4 * DAY).replace(day=1) - DAY


class Regio:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.messages, self.children, self.counters = [], {}, defaultdict(int)

    def next(self, letter):
        self.counters[letter] += 1
        return f'{letter}{self.counters[letter]}'

    def send(self, soort, afzender, ontvanger, dag, body, identificatie=None, kop=''):
        identificatie = identificatie or self.next('I')
        versie = e('BerichtCode', BERICHTCODE[soort]) + e('BerichtVersie', 3) + e('BerichtSubversie', 2)
        kenmerk = e('BerichtIdentificatie', e('i:Identificatie', identificatie), e('i:Dagtekening', dag))
        header = e('Header', versie, e('Afzender', afzender), e('Ontvanger', ontvanger), kenmerk, e('XsdVersie', VERSIES), kop)
        names = 'xmlns:ijw="http://www.istandaarden.nl/ijw/3_2/basisschema/schema"'
        names += f' xmlns:m="http://www.istandaarden.nl/ijw/3_2/jw{soort}/schema"'
        self.messages.append(f'<?xml version="1.0" encoding="UTF-8"?><m:Bericht {names}>{header}{body}</m:Bericht>')
        return identificatie

    def undelivered(self, retour, afzender, ontvanger, identificatie, dag):
        """A retour that calls its message undelivered (0001)."""
        kop = e('IdentificatieRetour', self.next('T')) + e('DagtekeningRetour', dag + DAY) + e('XsltVersie', '1.0.0')
        kop += e('XsdVersieRetour', VERSIES) + e('RetourCodes', e('RetourCode', '0001'))
        self.send(retour, afzender, ontvanger, dag, '', identificatie, kop)

    def person(self, bsn, full):
        born, sex = self.children[bsn]
        use = e('i:NaamGebruik', 1) if full else ''
        name = e('Naam', e('i:Geslachtsnaam', e('i:Achternaam', 'Proef')), e('i:Voorletters', 'T'), use)
        return e('Bsn', bsn) + e('Geboortedatum', e('i:Datum', born)) + e('Geslacht', sex) + name

    def toewijzing(self, care, dag, eind, ref=None, reden=None, tijd='10:00:00'):
        omvang = e('Omvang', e('i:Volume', 2), e('i:Eenheid', '04'), e('i:Frequentie', 2))
        parts = [e('ToewijzingNummer', care['nr']), e('ReferentieAanbieder', ref) if ref else '', care['product']]
        parts += [e('Toewijzingsdatum', dag), e('Toewijzingstijd', tijd), e('Ingangsdatum', care['ingang'])]
        parts += [e('Einddatum', eind) if eind else '', e('RedenWijziging', reden) if reden else '', omvang]
        body = e('Client', self.person(care['bsn'], True), e('ToegewezenProducten', e('ToegewezenProduct', *parts)))
        return self.send('301', care['gemeente'], care['aanbieder'], dag, body)

    def verzoek(self, care, ref, verwijzer):
        code = '' if verwijzer in ('01', '08') else e('ZorgverlenerCode', '99000077')
        omvang = e('Omvang', e('i:Volume', 2), e('i:Eenheid', '04'), e('i:Frequentie', 2))
        product = [e('ReferentieAanbieder', ref), care['product'], e('ToewijzingIngangsdatum', care['ingang']), omvang]
        product += [e('Verwijzer', e('Type', verwijzer), code), e('Raamcontract', 1)]
        asked = e('AangevraagdeProducten', e('AangevraagdProduct', *product))
        body = e('Client', self.person(care['bsn'], False), e('GezagsdragerBekend', 2), asked)
        self.send('315', care['aanbieder'], care['gemeente'], care['ingang'] - 20 * DAY, body)

    def moment(self, care, dag, begin, stop=None, status='1'):
        """A start, or with (last day, reason) a stop."""
        parts = [e('ToewijzingNummer', care['nr']), care['product'], e('ToewijzingIngangsdatum', care['ingang']), e('Begindatum', begin)]
        if stop is not None:
            parts += [e('RedenBeeindiging', stop[1]), e('Einddatum', stop[0])]
        name, soort = ('StartProduct', '305') if stop is None else ('StopProduct', '307')
        products = e(f'{name[:-7]}Producten', e(name, *parts, e('StatusAanlevering', status)))
        return self.send(soort, care['aanbieder'], care['gemeente'], dag, e('Client', self.person(care['bsn'], False), products))

    def prestatie(self, line, refused=None):
        vorig = e('i:VorigReferentieNummer', line['vorig']) if line.get('vorig') else ''
        period = e('ProductPeriode', e('i:Begindatum', line['begin']), e('i:Einddatum', line['eind']))
        parts = [e('ProductReferentie', e('i:ReferentieNummer', line['ref']), vorig), e('ToewijzingNummer', line['nr'])]
        parts += [e('ProductCategorie', line['product'][:2]), e('ProductCode', line['product'][3:]), period, e('GeleverdVolume', 1)]
        parts += [e('Eenheid', '04'), e('ProductTarief', line['cents'])]
        parts += [e('IngediendBedrag', e('i:Bedrag', line['cents']), e('i:DebetCredit', line['dc']))]
        return e('Prestatie', *parts, e('RetourCodes', e('RetourCode', refused)) if refused else '')

    def total(self, name, cents):
        return e(name, e('i:TotaalBedrag', abs(cents)), e('i:DebetCredit', 'D' if cents >= 0 else 'C'))

    def declaratie(self, gemeente, aanbieder, lines, dag, month, identificatie=None):
        by = defaultdict(list)
        for line in lines:
            by[line['bsn']].append(line)
        identificatie = identificatie or self.next('D')
        clients = [e('Client', e('Bsn', bsn), e('Prestaties', *[self.prestatie(one) for one in own])) for bsn, own in by.items()]
        period = e('DeclaratiePeriode', e('i:Begindatum', month), e('i:Einddatum', month_end(month)))
        body = e('DeclaratieNummer', 'N' + identificatie) + period + e('DeclaratieDagtekening', dag)
        body += self.total('TotaalIngediendBedrag', signed(lines)) + e('Clienten', *clients)
        self.send('323', aanbieder, gemeente, dag, e('Declaratie', body), identificatie)
        return {'gemeente': gemeente, 'aanbieder': aanbieder, 'id': identificatie, 'dag': dag, 'lines': lines}

    def antwoord(self, heen, dag, head, verdict=None, refused=(), clients=()):
        kop = e('DeclaratieIdentificatie', e('i:Identificatie', heen['id']), e('i:Dagtekening', heen['dag'])) + e('XsltVersie', '1.0.0')
        kop += e('XsdVersieDeclaratie', VERSIES) + e('RetourCodes', e('RetourCode', head))
        body = ''
        if verdict is not None:
            back = [line for line in heen['lines'] if line['ref'] in refused or line['bsn'] in clients]
            by = defaultdict(list)
            for line in back:
                by[line['bsn']].append(line)
            granted = signed(heen['lines']) - signed(back) if verdict in ('0200', '8001') else 0
            returned = ''.join(
                e(
                    'Client',
                    e('Bsn', bsn),
                    e('Prestaties', *[self.prestatie(one, '0233' if bsn in clients else '9338') for one in own]),
                    e('RetourCodes', e('RetourCode', '8187' if bsn in clients else '0200')),
                )
                for bsn, own in by.items()
            )
            body = e('DeclaratieNummer', 'N' + heen['id']) + self.total('TotaalIngediendBedrag', signed(heen['lines']))
            body += self.total('TotaalToegekendBedrag', granted) + (e('Clienten', returned) if returned else '')
            body = e('DeclaratieAntwoord', body, e('RetourCodes', e('RetourCode', verdict)))
        self.send('325', heen['gemeente'], heen['aanbieder'], dag, body, None, kop)

    def answer(self, heen, dag):
        """No answer, refused as a whole, granted, or granted in part."""
        chance = self.random.random()
        if chance < 0.08:
            return
        if chance < 0.13:
            self.antwoord(heen, dag, '0001')
        elif chance < 0.17:
            self.antwoord(heen, dag, '0200', '9333')
        elif chance < 0.6:
            self.antwoord(heen, dag, '0200', '8001')
        else:
            clients = {line['bsn'] for line in heen['lines'] if self.random.random() < 0.06}
            refused = {line['ref'] for line in heen['lines'] if line['bsn'] not in clients and self.random.random() < 0.25}
            self.antwoord(heen, dag, '0200', '0200', refused, clients)


def signed(lines):
    return sum(line['cents'] if line['dc'] == 'D' else -line['cents'] for line in lines)


def care_of(regio, bsn, last_day, owners, bill):
    """The care of one child: stretch after stretch, with the gaps that decide between one traject and two, return and new."""
    rnd = regio.random
    home, day = rnd.choice(GEMEENTEN), date(2020, 1, 1) + rnd.randint(0, 500) * DAY
    for _ in range(rnd.randint(1, 6)):
        home = rnd.choice(GEMEENTEN) if rnd.random() < 0.2 else home
        product = rnd.choice(PRODUCTEN if rnd.random() < 0.4 else PRODUCTEN[:3])
        regio.counters['nr'] += 1
        nr = 100 + regio.counters['nr']
        elsewhere = [number for number, own in owners.items() if home not in own]
        if elsewhere and rnd.random() < 0.1:
            nr = rnd.choice(elsewhere)
        owners[nr].add(home)
        care = {'bsn': bsn, 'gemeente': home, 'aanbieder': rnd.choice(AANBIEDERS if rnd.random() < 0.5 else AANBIEDERS[:2]), 'nr': nr}
        care.update(ingang=day, product=e('Product', e('i:Categorie', product[:2]), e('i:Code', product[3:])))
        eind = None if rnd.random() < 0.25 else day + rnd.randint(20, 500) * DAY
        care['stil'] = eind is not None and eind > date(2023, 1, 1) and rnd.random() < 0.3
        if care['stil']:
            eind = last_day + TERUGBLIK - rnd.choice([30, 89, 90, 91, 92]) * DAY
        ref = f'V{home}{nr}' if rnd.random() < 0.6 else None
        if ref:
            regio.verzoek(care, ref, rnd.choice(['01', '02', '03', '04', '05', '06', '08']))
        late = ref is not None and rnd.random() < 0.1
        regio.toewijzing(care, day - 10 * DAY, eind, None if late else ref)
        if late:
            regio.toewijzing(care, day - 9 * DAY, eind, ref)
        if eind and rnd.random() < 0.15:
            later = eind + rnd.randint(-10, 40) * DAY
            if later > day + 15 * DAY:
                eind = later
                sent = regio.toewijzing(care, day, eind, None, '05', '09:00:00')
                if rnd.random() < 0.3:
                    regio.undelivered('302', home, care['aanbieder'], sent, day)
        begin, stop = starts_and_stops(regio, care, eind)
        end = stop or eind or min(last_day, day + 400 * DAY)
        month = begin.replace(day=1)
        while month <= end and month < last_day - 60 * DAY:
            first, last = max(month, begin), min(month_end(month), end)
            if first <= last and rnd.random() < 0.8:
                line = {'ref': regio.next('R'), 'nr': nr if rnd.random() < 0.97 else 999999, 'product': product, 'bsn': bsn, 'dc': 'D'}
                line.update(begin=first, eind=last, cents=rnd.choice([0, 10000, 90000, 150000, 400000, 1000000]))
                bill[home, care['aanbieder'], month].append(line)
            month = month_end(month) + DAY
        day = end + rnd.choice(GATEN) * DAY if rnd.random() < 0.8 else day + rnd.randint(0, 40) * DAY
        if day > date(2023, 11, 1):
            return


def starts_and_stops(regio, care, eind):
    """First day of care and the last that a definitive stop names; none when it runs on."""
    rnd = regio.random
    begin = care['ingang'] + rnd.choice([0, 0, 0, 1, 14]) * DAY
    sent = regio.moment(care, begin + 2 * DAY, begin)
    if rnd.random() < 0.1:
        regio.moment(care, begin + 4 * DAY, begin, None, '3')
        begin += rnd.choice([0, 1, 3]) * DAY
        regio.moment(care, begin + rnd.choice([4, 5]) * DAY, begin)
    elif rnd.random() < 0.04:
        regio.undelivered('306', care['aanbieder'], care['gemeente'], sent, begin + 2 * DAY)
    if rnd.random() < 0.1:
        regio.moment(care, begin + 6 * DAY, begin, (begin + 5 * DAY, '20'))
    if eind is None or rnd.random() < (0.7 if care['stil'] else 0.2):
        return begin, None
    stop = max(begin, eind - rnd.choice([0, 0, 0, 3, 12]) * DAY)
    reden = rnd.choice(['31', '31', '31', '32', '33', '34', '35', '02', '36', '37', '38', '39'])
    sent = regio.moment(care, stop + 3 * DAY, begin, (stop, reden))
    chance = rnd.random()
    if chance < 0.06:
        regio.moment(care, stop + 8 * DAY, begin, (stop, reden), '3')
        return begin, None
    if chance < 0.1:
        regio.undelivered('308', care['aanbieder'], care['gemeente'], sent, stop + 3 * DAY)
    elif chance < 0.18:
        again = stop + rnd.choice([1, 2, 3, 4]) * DAY
        regio.moment(care, again + 2 * DAY, again)
        stop = again + rnd.randint(5, 60) * DAY
        regio.moment(care, stop + 2 * DAY, again, (stop, rnd.choice(['31', '32', '34'])))
    return begin, stop


def main(seed, folder):
    regio = Regio(int(seed))
    rnd = regio.random
    last_day = date(2024, rnd.choice([2, 6, 12]), rnd.randint(1, 28))
    owners, bill = defaultdict(set), defaultdict(list)
    for index in range(100):
        bsn = elfproef(index)
        regio.children[bsn] = (date(rnd.choice([2001, 2005, 2008, 2013, 2017, 2020]), rnd.randint(1, 12), rnd.randint(1, 28)), rnd.choice('12'))
        care_of(regio, bsn, last_day, owners, bill)
    for (gemeente, aanbieder, month), lines in sorted(bill.items()):
        dag = month_end(month) + 9 * DAY
        heen = regio.declaratie(gemeente, aanbieder, lines, dag, month)
        regio.answer(heen, dag + 5 * DAY)
        for line in lines:
            if line['cents'] > 0 and rnd.random() < 0.08:
                new = [{**line, 'ref': regio.next('R'), 'vorig': line['ref'], 'dc': 'C'}]
                if rnd.random() < 0.6:
                    new.append({**line, 'ref': regio.next('R'), 'cents': line['cents'] + 500})
                regio.answer(regio.declaratie(gemeente, aanbieder, new, dag + 30 * DAY, month), dag + 36 * DAY)
        if rnd.random() < 0.05:
            changed = [{**line, 'cents': line['cents'] + 7} for line in lines]
            regio.declaratie(gemeente, aanbieder, changed, dag + rnd.choice([-2, -1, 0, 1, 2]) * DAY, month, heen['id'])
    care = {'bsn': elfproef(0), 'gemeente': '9001', 'aanbieder': AANBIEDERS[0], 'nr': 101, 'ingang': date(2020, 1, 1)}
    care['product'] = e('Product', e('i:Categorie', '45'), e('i:Code', '45A01'))
    regio.moment(care, last_day + TERUGBLIK, date(2020, 1, 1), None, '3')
    messages = regio.messages + rnd.sample(regio.messages, 30)
    rnd.shuffle(messages)
    os.makedirs(folder, exist_ok=True)
    for index, message in enumerate(messages):
        with open(os.path.join(folder, f'{index}.xml'), 'w', encoding='utf-8') as file:
            file.write(message)


if __name__ == '__main__':
    main(*sys.argv[1:])
