// SPDX-License-Identifier: EUPL-1.2
export { type BestandStand, PartijSink } from './partij-sink.ts';
