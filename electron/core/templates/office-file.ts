import { crc32, deflateRawSync } from 'node:zlib';
import { Refusal } from '../../../shared/contract/errors.ts';
import { damagedFile, encryptedFile } from '../importing/read-refusals.ts';
import { fileKind } from '../importing/read-kind.ts';
import { compoundContent } from '../importing/read-compound.ts';
import { ZipParts } from '../importing/read-zip.ts';
import { zipOf, type ZipMember } from '../reporting/zip-writer.ts';
import { parseXml, type XmlElement } from './xml-tree.ts';

/** A part that is opened is held as a tree: no form of an office comes near. */
const largestPart = 24 * 1024 ** 2;

/** A relation of one part to another. */
export interface Relation {
  readonly id: string;
  /** Last word of its type. */
  readonly kind: string;
  /** Name of the part in the file; null where it leads out of it. */
  readonly part: string | null;
  readonly element: XmlElement;
}

const relationsOf = (part: string): string => part.replace(/([^/]*)$/, '_rels/$1.rels');

function resolved(from: string, target: string): string {
  const steps: string[] = [];
  const path = target.startsWith('/') ? target : from.replace(/[^/]*$/, '') + target;
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/**
 * The package of an .xlsx or .docx. Parts that are opened become trees; all others go into the next file as they are packed here, in
 * the same order.
 */
export class OfficeFile {
  readonly #file: string;
  readonly #zip: ZipParts;
  readonly #order: string[];
  readonly #trees = new Map<string, { readonly root: XmlElement; readonly before: string }>();
  readonly #added = new Map<string, Uint8Array>();
  readonly #removed = new Set<string>();

  private constructor(file: string, zip: ZipParts) {
    this.#file = file;
    this.#zip = zip;
    this.#order = [...zip.names];
  }

  static async open(bytes: Uint8Array, file: string): Promise<OfficeFile> {
    const kind = bytes.length === 0 ? 'empty' : fileKind(bytes);
    if (kind === 'compound' && (await compoundContent(bytes).catch(() => 'other')) === 'encrypted') throw encryptedFile(file);
    if (kind !== 'zip') throw new Refusal('FILE_NOT_A_WORKBOOK', '空表要是 .xlsx 或 .docx', { where: file, remedy: '请用 Excel、Word 或 WPS 打开它，另存为“.xlsx”或“.docx”再用' });
    return new OfficeFile(file, await ZipParts.open(bytes, file));
  }

  get name(): string {
    return this.#file;
  }

  has(part: string): boolean {
    return !this.#removed.has(part) && (this.#added.has(part) || this.#zip.has(part));
  }

  /** Names of all parts, as they will be written. */
  get parts(): readonly string[] {
    return this.#order.filter((part) => !this.#removed.has(part));
  }

  /** A part as a tree; what is changed in it is written. */
  async tree(part: string): Promise<XmlElement> {
    const held = this.#trees.get(part);
    if (held) return held.root;
    const source = Buffer.from(this.#added.get(part) ?? (await this.#zip.whole(part, largestPart)));
    const before = source.toString('utf8');
    if (before.includes('\0') || !Buffer.from(before, 'utf8').equals(source)) throw damagedFile(this.#file, `里面的 ${part} 用了不认识的编码`);
    const root = parseXml(before, this.#file);
    this.#trees.set(part, { root, before });
    return root;
  }

  async relations(part: string): Promise<readonly Relation[]> {
    const source = part === '' ? '_rels/.rels' : relationsOf(part);
    if (!this.has(source)) return [];
    return (await this.tree(source)).all('Relationship').map((element) => ({
      id: element.get('Id') ?? '',
      kind: (element.get('Type') ?? '').split('/').at(-1) ?? '',
      part: element.get('TargetMode') === 'External' ? null : resolved(part, element.get('Target') ?? ''),
      element,
    }));
  }

  /** A copy of a part under a new name, with its relations. */
  async copy(part: string, to: string): Promise<void> {
    for (const [from, name] of [[part, to], [relationsOf(part), relationsOf(to)]] as const) {
      if (!this.has(from)) continue;
      const held = this.#trees.get(from);
      const bytes = held ? Buffer.from(held.root.toString(), 'utf8') : (this.#added.get(from) ?? (await this.#zip.whole(from, largestPart * 4)));
      this.#added.set(name, bytes);
      this.#order.push(name);
    }
    const types = await this.tree('[Content_Types].xml');
    const [root] = types.elements('Types');
    const override = root?.elements('Override').find((each) => each.get('PartName') === `/${part}`);
    if (root && override) root.children.push(override.beside('Override', { PartName: `/${to}`, ContentType: override.get('ContentType') ?? '' }));
  }

  /** One more part. */
  async add(part: string, bytes: Uint8Array, type: string): Promise<void> {
    this.#added.set(part, bytes);
    this.#order.push(part);
    const [root] = (await this.tree('[Content_Types].xml')).elements('Types');
    root?.children.push(root.beside('Override', { PartName: `/${part}`, ContentType: type }));
  }

  /** Takes a part out, with all that speaks of it. */
  async remove(part: string, owner: string): Promise<void> {
    if (!this.has(part)) return;
    this.#removed.add(part);
    const types = await this.tree('[Content_Types].xml');
    for (const root of types.elements('Types')) root.children = root.children.filter((child) => typeof child === 'string' || child.get('PartName') !== `/${part}`);
    for (const { part: target, element } of await this.relations(owner)) {
      if (target !== part) continue;
      for (const root of (await this.tree(relationsOf(owner))).elements('Relationships')) root.children = root.children.filter((child) => child !== element);
    }
  }

  /** The file with what was changed. */
  async write(at: Date): Promise<Uint8Array> {
    const members: ZipMember[] = [];
    for (const name of this.parts) {
      const held = this.#trees.get(name);
      const after = held?.root.toString();
      const changed = held !== undefined && after !== held.before ? Buffer.from(after ?? '', 'utf8') : this.#added.get(name);
      if (changed) {
        members.push({ name, bytes: deflateRawSync(changed), pressed: { size: changed.length, crc: crc32(changed) } });
        continue;
      }
      const { bytes, deflated, size, crc } = await this.#zip.pressed(name);
      members.push({ name, bytes, ...(deflated ? { pressed: { size, crc } } : {}) });
    }
    return zipOf(members, at);
  }

  close(): void {
    this.#zip.close();
  }
}
