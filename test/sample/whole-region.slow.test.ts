// SPDX-License-Identifier: EUPL-1.2
import { checkSample } from './check-sample.ts';
import { haaglanden, jaren } from './haaglanden.ts';

await checkSample('nine gemeenten', { regio: haaglanden, jaren, scale: 0.03, seed: 3, alles: true });
