// SPDX-License-Identifier: EUPL-1.2
export { Checker } from './checker.ts';
export { didYouMean } from './did-you-mean.ts';
export { readBegrippen } from './read-begrippen.ts';
export { readProducten } from './read-producten.ts';
export { readRegio } from './read-regio.ts';
export { readYaml } from './read-yaml.ts';
