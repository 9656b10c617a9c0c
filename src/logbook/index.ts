// SPDX-License-Identifier: EUPL-1.2
export { appendVerwerking, type Verwerking } from './append-verwerking.ts';
