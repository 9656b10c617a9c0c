# SPDX-License-Identifier: EUPL-1.2
"""Cliënten van één type jeugdhulp in twee gebieden, per jaar, uit de open data van de monitor.

Gebruik:  python3 cijfers.py http://127.0.0.1:8024/
Alleen de standaardbibliotheek is nodig. Het adres is dat van de nieuwste uitgave, of van een vaste: .../releases/2024-1/
"""
import csv
import io
import json
import sys
from urllib.parse import urljoin
from urllib.request import urlopen

ADRES = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8024/"
TYPE = sys.argv[2] if len(sys.argv) > 2 else "specialistische-ggz"
GEBIEDEN = sys.argv[3].split(",") if len(sys.argv) > 3 else ["GM0503", "H8"]


def lees(pad):
    with urlopen(urljoin(ADRES, pad)) as antwoord:
        return antwoord.read().decode("utf-8")


# 1. Het bestand met cijfers: één regel per cijfer, codes in de kolommen.
cijfers = list(csv.DictReader(io.StringIO(lees("cijfers/clienten-type.csv"))))

# 2. De namen bij de codes.
namen = {(r["kolom"], r["code"]): r["naam_nl"] for r in csv.DictReader(io.StringIO(lees("cijfers/codes.csv")))}

# 3. De definitie en de stand van de uitgave, uit de API.
definitie = json.loads(lees("dashboard/v1/indicatoren/clienten.json"))
uitgave = definitie["release"]

print(f"{definitie['naam']['nl']}: {namen[('type', TYPE)]}")
print(f"Release {uitgave['id']}, {uitgave['status']}, gegevens tot en met {uitgave['dataTot']}")
print("jaar;" + ";".join(namen[("gebied", gebied)] for gebied in GEBIEDEN))

gekozen = {(r["periode"], r["gebied"]): r for r in cijfers if r["type"] == TYPE and r["gebied"] in GEBIEDEN}
for jaar in sorted({periode for periode, _ in gekozen}):
    regels = [gekozen[(jaar, gebied)] for gebied in GEBIEDEN]
    # Een lege waarde is nooit nul: in de kolom status staat waarom er geen cijfer is.
    print(jaar + ";" + ";".join(r["waarde"] or r["status"] for r in regels))

# 4. Waar de reeks breekt.
for breuk in definitie["breuken"]:
    if not breuk["overbrugd"] and set(breuk["gebieden"]) & set(GEBIEDEN):
        print(f"Reeksbreuk per {breuk['datum']}: {breuk['oorzaak']['nl']}")
