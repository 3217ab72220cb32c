import type { Axis, AxisValue } from './family.js';

/** One value of each axis, by axis code. */
export type Combination = Readonly<Record<string, AxisValue>>;

/** Every combination of the values, the last axis fastest. */
export function combinations(axes: readonly Axis[]): Combination[] {
  let found: Combination[] = [{}];
  for (const axis of axes)
    found = found.flatMap((combination) =>
      axis.values.map((value) => ({ ...combination, [axis.code]: value })),
    );
  return found;
}

/** Leaves out every second value of the longest axis until about `limit` combinations are left; essential values stay. */
export function thinned(
  axes: readonly Axis[],
  limit: number,
  count: (axes: readonly Axis[]) => number,
): readonly Axis[] {
  let kept = axes;
  while (count(kept) > limit) {
    const sizes = kept.map(({ values, essential }) => values.length - essential.length);
    const longest = sizes.indexOf(Math.max(...sizes));
    const axis = kept[longest];
    if (axis === undefined) return kept;
    const next = halved(axis);
    if (next.values.length === axis.values.length) return kept;
    kept = kept.map((each, index) => (index === longest ? next : each));
  }
  return kept;
}

function halved(axis: Axis): Axis {
  let isKept = false;
  const values = axis.values.filter(({ text }) => {
    if (axis.essential.includes(text)) return true;
    isKept = !isKept;
    return isKept;
  });
  // A single value that is not essential cannot be halved; drop it where essential ones remain.
  const isStuck =
    values.length === axis.values.length &&
    axis.essential.length > 0 &&
    axis.essential.length < values.length;
  return { ...axis, values: isStuck ? values.filter(({ text }) => axis.essential.includes(text)) : values };
}
