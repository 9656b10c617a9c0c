// SPDX-License-Identifier: EUPL-1.2

export type { AttackInput, PubliekeKennis } from './attack/attack.ts';
export { attack } from './attack/attack.ts';
export type { Protected, ProtectInput } from './protect.ts';
export { protect } from './protect.ts';
