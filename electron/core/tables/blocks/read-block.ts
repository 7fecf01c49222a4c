import type { Area, Whose } from '../../../../shared/contract/blocks.ts';
import type { Stored } from '../../../../shared/fields/reading.ts';
import { kindOf } from '../../../../shared/register/field.ts';
import { maskedText } from '../../../../shared/register/masked.ts';
import type { RegisterFile } from '../../storage/register-file.ts';
import { eachRow } from './each-row.ts';
import { mustLieInside } from './ground.ts';
import type { BlockGround } from './plan-block.ts';

export interface ReadCell {
  readonly value: Stored;
  readonly text: string;
}

/** Cells of an area, for the clipboard. Where numbers are masked nothing else leaves either. */
export function readBlock(register: RegisterFile, ground: BlockGround, area: Area, masked: boolean): { rows: ReadCell[][]; whose: Whose[] } {
  mustLieInside(ground, [area]);
  const rows: ReadCell[][] = [];
  const whose: Whose[] = [];
  for (const { row, fields } of eachRow(register, ground, area)) {
    whose.push({ householdId: row?.householdId ?? '', memberId: row?.memberId ?? null });
    rows.push(
      fields.map((field, at): ReadCell => {
        const value = row?.values[at] ?? null;
        const text = kindOf(field).show(value);
        const hidden = masked ? maskedText(field.kind, text) : text;
        return { value: hidden === text ? value : hidden, text: hidden };
      }),
    );
  }
  return { rows, whose };
}
