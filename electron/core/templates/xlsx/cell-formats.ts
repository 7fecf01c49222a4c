import type { XmlElement } from '../xml-tree.ts';
import { rootOf, type Book } from './book.ts';

/** How a cell is to look that is otherwise like another: as text, its lines broken, in red or bold. */
export interface Otherwise {
  readonly wrapped?: boolean;
  readonly red?: boolean;
  readonly bold?: boolean;
}

/** What a font has, in the order that the schema demands; not every writer keeps to it. */
const fontOrder = ['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];

function otherFont(font: XmlElement, { red, bold }: Otherwise): XmlElement {
  const made = font.copy();
  const said = made.elements().filter(({ name }) => !(red === true && name === 'color') && !(bold === true && name === 'b'));
  if (bold === true) said.push(made.beside('b'));
  if (red === true) said.push(made.beside('color', { rgb: 'FF9B1C1C' }));
  made.children = said.toSorted((one, other) => fontOrder.indexOf(one.name) - fontOrder.indexOf(other.name));
  return made;
}

/** The formats of a workbook; new ones go behind those that are there, each once. */
export class CellFormats {
  readonly #fonts: XmlElement | undefined;
  readonly #formats: XmlElement | undefined;
  readonly #made = new Map<string, string>();

  private constructor(root: XmlElement | null) {
    this.#fonts = root?.first('fonts');
    this.#formats = root?.first('cellXfs');
  }

  static async of({ office, part }: Book): Promise<CellFormats> {
    const styles = (await office.relations(part)).find(({ kind }) => kind === 'styles')?.part;
    return new CellFormats(styles !== undefined && styles !== null && office.has(styles) ? rootOf(await office.tree(styles), office.name) : null);
  }

  /** The index of a format that is like another, but of texts; undefined where the workbook has no formats at all. */
  asText(like: number, otherwise: Otherwise): string | undefined {
    const [fonts, formats] = [this.#fonts, this.#formats];
    const model = formats?.elements('xf')[like] ?? formats?.elements('xf')[0];
    if (!fonts || !formats || !model) return undefined;
    const key = `${like} ${JSON.stringify(otherwise)}`;
    const found = this.#made.get(key);
    if (found !== undefined) return found;
    const made = model.copy();
    made.set('numFmtId', '49');
    made.set('applyNumberFormat', '1');
    const font = fonts.elements('font')[Number(model.get('fontId') ?? 0)];
    if (font && (otherwise.red === true || otherwise.bold === true)) {
      made.set('fontId', String(append(fonts, otherFont(font, otherwise))));
      made.set('applyFont', '1');
    }
    if (otherwise.wrapped === true) {
      made.children = [made.beside('alignment', { vertical: 'center', wrapText: '1' }), ...made.children.filter((child) => typeof child === 'string' || child.name !== 'alignment')];
      made.set('applyAlignment', '1');
    }
    const index = String(append(formats, made));
    this.#made.set(key, index);
    return index;
  }
}

/** Puts an element behind the others of its list; answers its place. */
function append(list: XmlElement, element: XmlElement): number {
  const place = list.elements(element.name).length;
  list.children.push(element);
  if (list.get('count') !== undefined) list.set('count', String(place + 1));
  return place;
}
