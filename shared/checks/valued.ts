import { numberOf, textOf, type Values } from '../register/facts.ts';

/** Values read as what they are: nothing is never 否, and a text never a number. */
export class Valued {
  readonly values: Values;

  constructor(values: Values) {
    this.values = values;
  }

  /** '' for nothing. */
  text(key: string): string {
    const value = this.values[key];
    return typeof value === 'string' ? value : textOf(this.values, key);
  }

  /** Null for nothing. */
  number(key: string): number | null {
    const value = this.values[key];
    return typeof value === 'number' ? value : numberOf(this.values, key);
  }

  blank(key: string): boolean {
    const value = this.values[key];
    return value === null || value === undefined;
  }

  /** Says 是. */
  yes(key: string): boolean {
    return this.values[key] === '是';
  }

  /** Says 否: a blank does not. */
  no(key: string): boolean {
    return this.values[key] === '否';
  }

  /** An amount that is there and more than nothing. */
  some(key: string): boolean {
    return (this.number(key) ?? 0) > 0;
  }

  /** Is written, as 0. */
  zero(key: string): boolean {
    return this.number(key) === 0;
  }
}
