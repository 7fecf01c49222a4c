/** How one text became another with the fewest steps: a character changed, added, left out, or two neighbours swapped. */
export interface Difference {
  readonly steps: number;
  /** Places in `now`, 0 = first, that are not as they were; where something went, the place after the gap. */
  readonly places: readonly number[];
}

/** Compares two short texts, such as identity numbers, by optimal string alignment. */
export function differingPlaces(before: string, now: string): Difference {
  const width = now.length + 1;
  const costs = new Uint16Array((before.length + 1) * width);
  const at = (row: number, column: number): number => costs[row * width + column] ?? 0;
  const swapped = (row: number, column: number): boolean =>
    row > 1 && column > 1 && before[row - 1] !== before[row - 2] && before[row - 1] === now[column - 2] && before[row - 2] === now[column - 1];
  for (let row = 0; row <= before.length; row++) {
    for (let column = 0; column < width; column++) {
      if (row === 0 || column === 0) {
        costs[row * width + column] = row + column;
        continue;
      }
      const same = before[row - 1] === now[column - 1] ? 0 : 1;
      let best = Math.min(at(row - 1, column - 1) + same, at(row - 1, column) + 1, at(row, column - 1) + 1);
      if (swapped(row, column)) best = Math.min(best, at(row - 2, column - 2) + 1);
      costs[row * width + column] = best;
    }
  }
  const places = new Set<number>();
  let [row, column] = [before.length, now.length];
  while (row > 0 || column > 0) {
    const cost = at(row, column);
    if (row > 0 && column > 0 && before[row - 1] === now[column - 1] && cost === at(row - 1, column - 1)) [row, column] = [row - 1, column - 1];
    else if (swapped(row, column) && cost === at(row - 2, column - 2) + 1) {
      places.add(column - 1).add(column - 2);
      [row, column] = [row - 2, column - 2];
    } else if (row > 0 && column > 0 && cost === at(row - 1, column - 1) + 1) {
      places.add(column - 1);
      [row, column] = [row - 1, column - 1];
    } else if (column > 0 && cost === at(row, column - 1) + 1) {
      places.add(column - 1);
      column--;
    } else {
      if (column < now.length) places.add(column);
      row--;
    }
  }
  return { steps: at(before.length, now.length), places: [...places].toSorted((a, b) => a - b) };
}
