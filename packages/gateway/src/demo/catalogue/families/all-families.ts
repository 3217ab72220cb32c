import type { Family } from '../family.js';
import { abrasives } from './abrasives.js';
import { anchors } from './anchors.js';
import { bolts } from './bolts.js';
import { chemistry } from './chemistry.js';
import { cosmetics } from './cosmetics.js';
import { hardware } from './hardware.js';
import { nutsAndWashers } from './nuts-washers.js';
import { plumbing } from './plumbing.js';
import { privateLines } from './private-lines.js';
import { protection } from './protection.js';
import { rigging } from './rigging.js';
import { screws } from './screws.js';
import { tools } from './tools.js';

/** Every family of the demo supplier, in the order of its catalogue. */
export const allFamilies: readonly Family[] = [
  ...bolts,
  ...screws,
  ...nutsAndWashers,
  ...anchors,
  ...rigging,
  ...hardware,
  ...tools,
  ...abrasives,
  ...chemistry,
  ...protection,
  ...plumbing,
  ...cosmetics,
  ...privateLines,
];
