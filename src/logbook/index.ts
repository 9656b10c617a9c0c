// SPDX-License-Identifier: EUPL-1.2
export { appendVerwerking, type Logboeken, type Verwerking } from './append-verwerking.ts';
