import { ByNewId, LongList } from './by-new-id.ts';

/** Of more names than these a list costs more to look through than to have by name. */
const fewNames = 16;

/** Names with who bears them: one after the other while they are few, as nearly all households have it. */
type Names = (string | null)[] | Map<string, string | null>;

/** Who bears which name in a household. */
export class NamesOfHouseholds {
  readonly #of = new ByNewId<Names>();

  /** Null where two members bear it. */
  find(householdId: string, name: string): string | null | undefined {
    const names = this.#of.get(householdId);
    if (names === undefined || !Array.isArray(names)) return names?.get(name);
    const at = placeOf(names, name);
    return at < 0 ? undefined : names[at + 1];
  }

  note(householdId: string, name: string, id: string): void {
    const names = this.#of.get(householdId);
    const before = this.find(householdId, name);
    const bearer = before === undefined || before === id ? id : null;
    if (names === undefined) this.#of.set(householdId, [name, bearer]);
    else if (!Array.isArray(names)) names.set(name, bearer);
    else if (before !== undefined) names[placeOf(names, name) + 1] = bearer;
    else if (names.length < fewNames * 2) names.push(name, bearer);
    else this.#of.set(householdId, byName(names).set(name, bearer));
  }
}

/** Where a name stands; who bears it stands behind it. */
function placeOf(names: readonly (string | null)[], name: string): number {
  for (let at = 0; at < names.length; at += 2) if (names[at] === name) return at;
  return -1;
}

function byName(names: readonly (string | null)[]): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (let at = 0; at < names.length; at += 2) found.set(names[at] ?? '', names[at + 1] ?? null);
  return found;
}

/** Everybody by name. Only some sheets ask for it: it is put in order when it is asked for. */
export class PeopleByName {
  readonly #names = new LongList<string>();
  readonly #ids = new LongList<string>();
  readonly #byName = new Map<string, string[]>();
  #inOrder = 0;

  add(name: string, id: string): void {
    this.#names.push(name);
    this.#ids.push(id);
  }

  find(name: string): readonly string[] {
    for (; this.#inOrder < this.#names.length; this.#inOrder++) {
      const [each = '', id = ''] = [this.#names.at(this.#inOrder), this.#ids.at(this.#inOrder)];
      const same = this.#byName.get(each);
      if (same) same.push(id);
      else this.#byName.set(each, [id]);
    }
    return this.#byName.get(name) ?? [];
  }
}
