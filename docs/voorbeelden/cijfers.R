# SPDX-License-Identifier: EUPL-1.2
# Cliënten van één type jeugdhulp in twee gebieden, per jaar, uit de open data van de monitor.
# Gebruik:  Rscript cijfers.R http://127.0.0.1:8024/
# Alleen base R is nodig. Het adres is dat van de nieuwste uitgave, of van een vaste: .../releases/2024-1/
keuzes <- commandArgs(trailingOnly = TRUE)
kies <- function(plaats, anders) if (length(keuzes) >= plaats) keuzes[plaats] else anders
adres <- kies(1, "http://127.0.0.1:8024/")
type <- kies(2, "specialistische-ggz")
gebieden <- strsplit(kies(3, "GM0503,H8"), ",")[[1]]

lees <- function(pad) read.csv(paste0(adres, pad), colClasses = "character", encoding = "UTF-8")

# 1. Het bestand met cijfers: één regel per cijfer, codes in de kolommen.
cijfers <- lees("cijfers/clienten-type.csv")

# 2. De namen bij de codes.
codes <- lees("cijfers/codes.csv")
naam <- function(kolom, code) codes$naam_nl[codes$kolom == kolom & codes$code == code]

cat(naam("type", type), "\n", sep = "")
cat("jaar;", paste(sapply(gebieden, function(g) naam("gebied", g)), collapse = ";"), "\n", sep = "")
gekozen <- cijfers[cijfers$type == type & cijfers$gebied %in% gebieden, ]
for (jaar in sort(unique(gekozen$periode))) {
  regels <- lapply(gebieden, function(g) gekozen[gekozen$periode == jaar & gekozen$gebied == g, ])
  # Een lege waarde is nooit nul: in de kolom status staat waarom er geen cijfer is.
  waarden <- sapply(regels, function(r) if (r$waarde == "") r$status else r$waarde)
  cat(jaar, ";", paste(waarden, collapse = ";"), "\n", sep = "")
}
