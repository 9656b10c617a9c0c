// SPDX-License-Identifier: EUPL-1.2
export type { BevindingTelling, CelBevinding, CheckReport, DubbelWachtend, RegelInvloed } from './check.ts';
export type { DekkingsGat, MaandDekking } from './dekking.ts';
export { AFGELEIDE_TABELLEN, type DeriveOptions } from './derive.ts';
export type { DoctorCheck, DoctorCheckId } from './doctor.ts';
export type { GenummerdeRij, Herkomst, HerkomstLevering, RijenNaam, RijWijziging } from './explain.ts';
export type { Geraakt } from './geraakt.ts';
export type { BronGeraakt } from './geraakt-bronnen.ts';
export type { KetenRegel } from './keten/keten-regel.ts';
export { KETEN_REGELS } from './keten-regels.ts';
export type { Waarde } from './kolom-bouwer.ts';
export type {
  KnownLevering,
  Levering,
  LeveringStatus,
  LeveringTelling,
  LeveringWriter,
  Opname,
} from './levering-writer.ts';
export { LOTEN, type Lot, type LotVraag, lotSql } from './lot.ts';
export { filterPartij, type Partij, PartijBouwer, sizeOf, type TabelBouwer, transferList } from './partij.ts';
export {
  BERICHT_TABELLEN,
  BRON_TABELLEN,
  type BronTabel,
  RUWE_KOLOMMEN,
  RUWE_TABELLEN,
  type RuweTabel,
  SCHEMA_VERSIE,
} from './raw-schema.ts';
export { rewritePseudonyms } from './rewrite-pseudonyms.ts';
export { openWarehouse, type Warehouse, type WarehouseOptions } from './warehouse.ts';
export { lockWarehouse, type WarehouseLock } from './warehouse-lock.ts';
