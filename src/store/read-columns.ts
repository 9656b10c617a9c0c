// SPDX-License-Identifier: EUPL-1.2
import type { DuckDBConnection, DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api';
import type { SqlColumn, SqlColumns, SqlLijsten, SqlValue } from '../contract/index.ts';
import { fromDuckDb, toDuckDb } from './duckdb.ts';

type Bindings = typeof import('@duckdb/node-bindings');

/** DuckDBTypeId of @duckdb/node-api. */
const INTEGER = 4;
const DOUBLE = 11;
const LIST = 24;

/**
 * Runs a query and reads it column by column: numbers by copying memory, the rest value by value as `readRows` does.
 *
 * Cost: a nanosecond per number; a tenth of a microsecond per other value.
 */
export async function readColumns(
  connection: DuckDBConnection,
  text: string,
  params: readonly SqlValue[] = [],
): Promise<SqlColumns> {
  const { default: bindings } = await import('@duckdb/node-bindings');
  const result = await connection.run(text, params.map(toDuckDb));
  const chunks = await result.fetchAllChunks();
  const rows = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  const columns = result
    .deduplicatedColumnNames()
    .map((name, index) => [name, readColumn(bindings, result, chunks, rows, index)] as const);
  return { rows, columns: new Map(columns) };
}

function readColumn(
  bindings: Bindings,
  result: DuckDBResult,
  chunks: readonly DuckDBDataChunk[],
  rows: number,
  index: number,
): SqlColumn {
  const type = Number(result.columnTypeId(index));
  if (hasNulls(bindings, chunks, index)) return valuesOf(chunks, index);
  if (type === INTEGER) return numbersOf(bindings, chunks, new Int32Array(rows), index);
  if (type === DOUBLE) return numbersOf(bindings, chunks, new Float64Array(rows), index);
  if (type === LIST && String(result.columnType(index)) === 'INTEGER[]')
    return listsOf(bindings, chunks, rows, index);
  return valuesOf(chunks, index);
}

function valuesOf(chunks: readonly DuckDBDataChunk[], index: number): readonly SqlValue[] {
  return chunks.flatMap((chunk) => chunk.getColumnValues(index).map(fromDuckDb));
}

/** A vector that has ever held a null has a mask; a mask may also be full. */
function hasNulls(bindings: Bindings, chunks: readonly DuckDBDataChunk[], index: number): boolean {
  return chunks.some(({ chunk, rowCount }) => {
    const words = Math.ceil(rowCount / 64);
    const mask = bindings.vector_get_validity(bindings.data_chunk_get_vector(chunk, index), words * 8);
    if (!mask) return false;
    for (let row = 0; row < rowCount; row += 1)
      if (((mask[row >> 3] ?? 0) & (1 << (row & 7))) === 0) return true;
    return false;
  });
}

function numbersOf<Numbers extends Int32Array | Float64Array>(
  bindings: Bindings,
  chunks: readonly DuckDBDataChunk[],
  into: Numbers,
  index: number,
): Numbers {
  const bytes = new Uint8Array(into.buffer);
  let offset = 0;
  for (const { chunk, rowCount } of chunks) {
    const size = rowCount * into.BYTES_PER_ELEMENT;
    bytes.set(bindings.vector_get_data(bindings.data_chunk_get_vector(chunk, index), size), offset);
    offset += size;
  }
  return into;
}

/** A list vector holds per row where its list begins in the vector of all members, and how long it is; each a 64-bit number. */
function listsOf(
  bindings: Bindings,
  chunks: readonly DuckDBDataChunk[],
  rows: number,
  index: number,
): SqlLijsten {
  const lists = chunks.map(({ chunk, rowCount }) => {
    const vector = bindings.data_chunk_get_vector(chunk, index);
    const entries = words(bindings.vector_get_data(vector, rowCount * 16));
    const members = words(
      bindings.vector_get_data(
        bindings.list_vector_get_child(vector),
        bindings.list_vector_get_size(vector) * 4,
      ),
    );
    return { entries, members, rowCount };
  });
  const einden = new Int32Array(rows);
  const waarden = new Int32Array(lists.reduce((sum, { members }) => sum + members.length, 0));
  let [row, filled] = [0, 0];
  for (const { entries, members, rowCount } of lists) {
    for (let entry = 0; entry < rowCount; entry += 1) {
      const from = entries[entry * 4] ?? 0;
      const length = entries[entry * 4 + 2] ?? 0;
      for (let member = from; member < from + length; member += 1) {
        waarden[filled] = members[member] ?? 0;
        filled += 1;
      }
      einden[row] = filled;
      row += 1;
    }
  }
  return { einden, waarden: waarden.subarray(0, filled) };
}

function words({ buffer, byteOffset, byteLength }: Uint8Array): Int32Array {
  return new Int32Array(buffer, byteOffset, byteLength / 4);
}
